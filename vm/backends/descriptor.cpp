// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/descriptor.h"

#include <cerrno>
#include <chrono>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include "runtime/dispatch/descriptors.h"
#include "runtime/loop/event_loop.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

constexpr mode_t kMode = 0666;

}  // namespace

Result<std::shared_ptr<Descriptor>> adopt_descriptor(
    qapi::EventLoop& loop,
    int fd,
    const std::string& name
) {
  auto stream = std::make_shared<Descriptor>(loop.io());
  std::error_code error;
  stream->assign(fd, error);
  if (!error) return stream;
  close(fd);
  return fail(fmt::format("cannot use '{}': {}", name, error.message()));
}

Result<std::shared_ptr<Descriptor>> open_descriptor(
    Platform& platform,
    const std::string& path,
    int flags
) {
  qapi::EventLoop& loop = platform.loop();
  if (qapi::Descriptors::is_set_path(path)) {
    qapi::Fd handed_over = TRY(platform.descriptors().open(path, flags));
    return adopt_descriptor(loop, handed_over.release(), path);
  }
  int fd = open(path.c_str(), flags | O_NONBLOCK | O_CLOEXEC | O_NOCTTY, kMode);
  if (fd < 0) return fail(fmt::format("cannot open '{}': {}", path, std::strerror(errno)));
  return adopt_descriptor(loop, fd, path);
}

Result<std::shared_ptr<Descriptor>> duplicate_descriptor(qapi::EventLoop& loop, int fd) {
  int copy = fcntl(fd, F_DUPFD_CLOEXEC, 3);
  if (copy < 0) return fail(fmt::format("cannot use descriptor {}: {}", fd, std::strerror(errno)));
  return adopt_descriptor(loop, copy, fmt::format("descriptor {}", fd));
}

void write_rest(int fd, const std::string& bytes) {
  auto end = std::chrono::steady_clock::now() + std::chrono::seconds(1);
  for (size_t done = 0; done < bytes.size() && std::chrono::steady_clock::now() < end;) {
    ssize_t written = write(fd, bytes.data() + done, bytes.size() - done);
    if (written > 0) {
      done += static_cast<size_t>(written);
      continue;
    }
    if (errno != EAGAIN && errno != EINTR) return;
    pollfd waiting{.fd = fd, .events = POLLOUT, .revents = 0};
    poll(&waiting, 1, 100);
  }
}

}  // namespace vm
