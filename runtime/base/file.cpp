// SPDX-License-Identifier: Apache-2.0

#include "runtime/base/file.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <optional>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "runtime/base/fd.h"

namespace qapi {

namespace {

// Who writes into a pipe may take a while; but everybody else waits with us.
constexpr int kPatienceSeconds = 10;

/// A file that is read from its beginning to its end.
class Source {
 public:
  static Result<Source> open(const std::string& path) {
    // What is typed, or piped in at the start, may take as long as it takes.
    if (path == "-") return Source(path, {}, STDIN_FILENO, -1);
    Fd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status {};
    if (file.get() < 0 || ::fstat(file.get(), &status) != 0)
      return fail(path + ": " + std::strerror(errno));
    const int descriptor = file.get();
    const int patience = S_ISFIFO(status.st_mode) ? kPatienceSeconds : -1;
    return Source(path, std::move(file), descriptor, patience);
  }

  /// How much was read; 0 at the end.
  Result<size_t> read(char* room, size_t size) const {
    while (true) {
      if (patience_ > 0) TRY(wait());
      const ssize_t got = ::read(descriptor_, room, size);
      if (got >= 0) return static_cast<size_t>(got);
      if (errno != EAGAIN) return fail(path_ + ": " + std::strerror(errno));
      if (patience_ <= 0) TRY(wait());
    }
  }

 private:
  Source(std::string path, Fd file, int descriptor, int patience)
      : path_(std::move(path)),
        file_(std::move(file)),
        descriptor_(descriptor),
        patience_(patience) {}

  Result<> wait() const {
    pollfd waiting{.fd = descriptor_, .events = POLLIN, .revents = 0};
    const int timeout_ms = patience_ > 0 ? patience_ * 1000 : -1;
    const int found = ::poll(&waiting, 1, timeout_ms);
    if (found > 0) return {};
    if (found < 0) return fail(path_ + ": " + std::strerror(errno));
    return fail(
        fmt::format("{}: is a pipe, and nothing came through it for {} s", path_, kPatienceSeconds)
    );
  }

  std::string path_;
  Fd file_;  // closed at the end; not for standard input
  int descriptor_;
  int patience_;  // in seconds; -1: without end
};

}  // namespace

Result<std::string> read_file(const std::string& path) {
  const Source source = TRY(Source::open(path));
  std::string text;
  std::array<char, 65536> room;  // NOLINT: filled by read()
  while (true) {
    const size_t got = TRY(source.read(room.data(), room.size()));
    if (got == 0) return text;
    text.append(room.data(), got);
    if (text.size() > kMaxFileBytes) return fail(path + ": larger than 64 MiB");
  }
}

}  // namespace qapi
