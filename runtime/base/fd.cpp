// SPDX-License-Identifier: Apache-2.0

#include "runtime/base/fd.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace qapi {

void Fd::reset() {
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = -1;
}

Result<Fd> Fd::duplicate() const {
  // Never in the place of standard input, output or error, should one of them be closed.
  const int copy = ::fcntl(descriptor_, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  if (copy >= 0) return Fd(copy);
  return fail(fmt::format("cannot use descriptor {}: {}", descriptor_, std::strerror(errno)));
}

}  // namespace qapi
