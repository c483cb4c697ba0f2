// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/draft.h"

#include <filesystem>

#include <fcntl.h>
#include <fmt/format.h>

#include "runtime/dispatch/descriptors.h"
#include "vm/machine/draft_file.h"

namespace vm {

Result<Draft::Opened> Draft::create(Platform& platform, const std::string& path) {
  const bool is_ours = !qapi::Descriptors::is_set_path(path);
  const std::string name = is_ours ? draft_of(path) : path;
  const int flags = O_WRONLY | O_CREAT | O_TRUNC;
  std::shared_ptr<Descriptor> stream = TRY(open_descriptor(platform, name, flags));
  std::unique_ptr<Draft> draft(new Draft(path, is_ours ? name : std::string()));
  return Opened{std::move(draft), std::move(stream)};
}

Draft::~Draft() {
  std::error_code ignored;
  if (!name_.empty()) std::filesystem::remove(name_, ignored);
}

Result<> Draft::complete() {
  if (name_.empty()) return {};
  std::error_code error;
  std::filesystem::rename(name_, path_, error);
  if (error) return fail(fmt::format("{}: {}", path_, error.message()));
  name_.clear();
  return {};
}

}  // namespace vm
