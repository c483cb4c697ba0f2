// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/spec_library.h"

#include <filesystem>

#include <fmt/format.h>

#include "runtime/base/file.h"
#include "runtime/json/nearest.h"

namespace vm::machine {
namespace {

bool is_path(std::string_view name) {
  return name.find('/') != std::string_view::npos || name.ends_with(".json");
}

bool exists(const std::string& path) {
  std::error_code unknown;
  return std::filesystem::exists(path, unknown);
}

}  // namespace

Result<const Spec*> SpecLibrary::machine(std::string_view name) {
  const Spec* spec = nullptr;
  if (is_path(name)) {
    spec = TRY(read_file(std::string(name)));
  } else {
    spec = TRY(find_shipped(name));
  }
  if (spec != nullptr && !spec->is_part) return spec;
  if (spec != nullptr) {
    return fail(fmt::format("{}: describes the part '{}', not a machine", spec->file, spec->name));
  }
  std::vector<const Spec*> machines = TRY(shipped_machines());
  std::vector<std::string_view> names;
  names.reserve(machines.size());
  for (const Spec* machine : machines) {
    names.push_back(machine->name);
  }
  return fail(fmt::format(
      "no machine '{}'{}; known are '{}', and paths of descriptions",
      name,
      qapi::did_you_mean(name, names),
      fmt::join(names, "', '")
  ));
}

Result<const Spec*> SpecLibrary::part(std::string_view name, const Spec& user) {
  const std::filesystem::path directory = std::filesystem::path(user.file).parent_path();
  const std::string path = (directory / (std::string(name) + ".json")).string();
  const Spec* spec = nullptr;
  if (name.find('/') == std::string_view::npos && exists(path)) {
    spec = TRY(read_file(path));
  } else {
    spec = TRY(find_shipped(name));
  }
  if (spec == nullptr || spec->is_part) return spec;
  return fail(fmt::format("{}: describes the machine '{}', not a part", spec->file, spec->name));
}

Result<std::vector<const Spec*>> SpecLibrary::shipped_machines() {
  std::vector<const Spec*> machines;
  for (const ShippedSpec& shipped : shipped_) {
    const Spec* spec = TRY(read_shipped(shipped));
    if (!spec->is_part) machines.push_back(spec);
  }
  return machines;
}

std::vector<std::string_view> SpecLibrary::shipped_parts() {
  std::vector<std::string_view> names;
  for (const ShippedSpec& shipped : shipped_) {
    const Result<const Spec*> spec = read_shipped(shipped);
    if (spec && (*spec)->is_part) names.push_back(shipped.name);
  }
  return names;
}

Result<const Spec*> SpecLibrary::find_shipped(std::string_view name) {
  for (const ShippedSpec& shipped : shipped_) {
    if (shipped.name == name) return read_shipped(shipped);
  }
  return nullptr;
}

Result<const Spec*> SpecLibrary::read_shipped(const ShippedSpec& shipped) {
  return parse(std::string(shipped.file), shipped.text);
}

Result<const Spec*> SpecLibrary::read_file(const std::string& path) {
  if (const auto found = read_.find(path); found != read_.end()) return found->second.get();
  const std::string text = TRY(qapi::read_file(path));
  return parse(path, text);
}

Result<const Spec*> SpecLibrary::parse(const std::string& file, std::string_view text) {
  if (const auto found = read_.find(file); found != read_.end()) return found->second.get();
  std::unique_ptr<const Spec> spec = TRY(parse_spec(file, text));
  return read_.emplace(file, std::move(spec)).first->second.get();
}

}  // namespace vm::machine
