// SPDX-License-Identifier: Apache-2.0

#include "runtime/base/file.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace qapi {

namespace {

struct Closer {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};

}  // namespace

Result<std::string> read_file(const std::string& path) {
  const bool is_stdin = path == "-";
  const std::unique_ptr<std::FILE, Closer> file(is_stdin ? stdin : std::fopen(path.c_str(), "rb"));
  if (!file) return fail(path + ": " + std::strerror(errno));
  std::string text;
  std::array<char, 65536> room;  // NOLINT: filled by fread()
  size_t got = 0;
  while ((got = std::fread(room.data(), 1, room.size(), file.get())) > 0) {
    text.append(room.data(), got);
    if (text.size() > kMaxFileBytes) return fail(path + ": larger than 64 MiB");
  }
  if (std::ferror(file.get()) != 0) return fail(path + ": " + std::strerror(errno));
  return text;
}

}  // namespace qapi
