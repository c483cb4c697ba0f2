// SPDX-License-Identifier: Apache-2.0

#include "runtime/base/print.h"

#include <cerrno>
#include <string>

#include <fcntl.h>
#include <unistd.h>

namespace qapi {

int print(std::FILE* stream, std::string_view text) {
  errno = 0;
  const bool is_written =
      std::fwrite(text.data(), 1, text.size(), stream) == text.size() && std::fflush(stream) == 0;
  if (is_written) return 0;
  const int error = errno != 0 ? errno : EIO;
  // What is left in the buffer would only fail again, at the end of the program.
  std::clearerr(stream);
  return error;
}

void print_note(std::string_view line) {
  std::string text(line);
  text += '\n';
  print(stderr, text);
}

void keep_standard_streams() {
  for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
    if (::fcntl(descriptor, F_GETFD) >= 0 || errno != EBADF) continue;
    // The wrong way round: whoever reads or writes is told that it is closed. The lowest free
    // descriptor is this one.
    const int flags = descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY;
    if (::open("/dev/null", flags) < 0) return;
  }
}

}  // namespace qapi
