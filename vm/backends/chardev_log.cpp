// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/chardev_log.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace vm {

Result<> ChardevLog::open(const std::string& path, bool append) {
  // Non-blocking, for a pipe that nobody reads.
  const int flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NONBLOCK | (append ? O_APPEND : O_TRUNC);
  file_ = qapi::Fd(::open(path.c_str(), flags, 0666));
  if (file_.get() >= 0) return {};
  return fail(fmt::format("cannot open '{}': {}", path, std::strerror(errno)));
}

void ChardevLog::write(std::string_view bytes) {
  while (!bytes.empty() && file_.get() >= 0) {
    const ssize_t written = ::write(file_.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) {
      file_ = {};
      return;
    }
    bytes.remove_prefix(static_cast<size_t>(written));
  }
}

}  // namespace vm
