// SPDX-License-Identifier: Apache-2.0
//
// The back end may do what it likes to the memory, and to the eventfds, which are files that it
// shares: it could have them block. So nothing is read or written before we know that it would not.

#include "vm/backends/vhost_user_queues.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <unistd.h>

#include "runtime/loop/event_loop.h"

namespace vm {
namespace {

// Where the back end believes the memory to be. It is not told where it is here.
constexpr uint64_t kAddress = 0x4000'0000;

// struct virtio_net_hdr_v1: all zeroes where nothing is left to the other side.
constexpr size_t kHeaderSize = 12;
static_assert(SharedRing::kBufferSize >= kHeaderSize + Netdev::kLargestFrame);

/// Memory that nobody can take back from us.
Result<qapi::Fd> sealed_memory(size_t size) {
  qapi::Fd memory(memfd_create("vhost-user", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  if (memory.get() < 0 || ftruncate(memory.get(), static_cast<off_t>(size)) != 0 ||
      fcntl(memory.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0) {
    return fail(fmt::format("no memory to share: {}", std::strerror(errno)));
  }
  return memory;
}

Result<qapi::Fd> new_event() {
  qapi::Fd event(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  if (event.get() < 0) return fail(fmt::format("no eventfd: {}", std::strerror(errno)));
  return event;
}

VhostUserSession::Queue queue_at(uint64_t address, int kick) {
  return {
      .descriptors = address + offsetof(SharedRing, descriptors),
      .available = address + offsetof(SharedRing, available),
      .used = address + offsetof(SharedRing, used),
      .kick = kick,
  };
}

}  // namespace

Result<std::unique_ptr<VhostUserQueues>> VhostUserQueues::create(qapi::EventLoop& loop) {
  qapi::Fd memory = TRY(sealed_memory(sizeof(Shared)));
  qapi::Fd receive_kick = TRY(new_event());
  qapi::Fd send_kick = TRY(new_event());
  qapi::Fd call = TRY(new_event());
  auto descriptor = TRY(adopt_descriptor(loop, call.release(), "eventfd"));
  void* const data =
      mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED, memory.get(), 0);
  if (data == MAP_FAILED) return fail(fmt::format("no memory to share: {}", strerror(errno)));
  std::unique_ptr<VhostUserQueues> queues(
      new VhostUserQueues(std::move(memory), *static_cast<Shared*>(data))
  );
  queues->receive_.kick = std::move(receive_kick);
  queues->send_.kick = std::move(send_kick);
  queues->call_ = std::move(descriptor);
  return queues;
}

VhostUserQueues::VhostUserQueues(qapi::Fd memory, Shared& shared)
    : memory_(std::move(memory)),
      shared_(shared),
      receive_{
          .ring = DriverRing(
              shared.receive,
              kAddress + offsetof(Shared, receive),
              DriverRing::Direction::FromDevice
          ),
          .kick = {},
      },
      send_{
          .ring = DriverRing(
              shared.send,
              kAddress + offsetof(Shared, send),
              DriverRing::Direction::ToDevice
          ),
          .kick = {},
      } {
  while (receive_.ring.has_room()) {
    receive_.ring.offer(SharedRing::kBufferSize);
  }
  receive_.has_news = true;
}

VhostUserQueues::~VhostUserQueues() {
  munmap(&shared_, sizeof(Shared));
}

VhostUserSession::Offer VhostUserQueues::offer() const {
  return {
      .memory = memory_.get(),
      .address = kAddress,
      .size = sizeof(Shared),
      .queues =
          {
              queue_at(kAddress + offsetof(Shared, receive), receive_.kick.get()),
              queue_at(kAddress + offsetof(Shared, send), send_.kick.get()),
          },
      .entries = SharedRing::kEntries,
      .call = call_->native_handle(),
  };
}

void VhostUserQueues::start(std::function<void()> serve) {
  serve_ = std::make_shared<std::function<void()>>(std::move(serve));
  wait_for_call();
}

void VhostUserQueues::wait_for_call() {
  const std::weak_ptr<std::function<void()>> serve = serve_;
  call_->async_wait(Descriptor::wait_read, [this, serve](const std::error_code& error) {
    const std::shared_ptr<std::function<void()>> is_here = serve.lock();
    if (error || is_here == nullptr) return;
    uint64_t count = 0;
    const iovec bytes{.iov_base = &count, .iov_len = sizeof(count)};
    (void)preadv2(call_->native_handle(), &bytes, 1, -1, RWF_NOWAIT);
    wait_for_call();
    (*is_here)();
  });
}

Result<bool> VhostUserQueues::has_room() {
  while (TRY(send_.ring.take())) {
  }
  return send_.ring.has_room();
}

void VhostUserQueues::send(const Frame& frame) {
  const std::span<uint8_t> buffer = send_.ring.next_buffer();
  std::memset(buffer.data(), 0, kHeaderSize);
  std::copy(frame.begin(), frame.end(), buffer.data() + kHeaderSize);
  send_.ring.offer(kHeaderSize + frame.size());
  send_.has_news = true;
}

Result<std::optional<FrameView>> VhostUserQueues::receive() {
  const std::optional<std::span<const uint8_t>> written = TRY(receive_.ring.take());
  if (!written) return std::optional<FrameView>();
  if (written->size() < kHeaderSize) {
    return fail(fmt::format("it wrote {} bytes, which is no header", written->size()));
  }
  // A copy, which it cannot change any more.
  received_.assign(written->begin() + kHeaderSize, written->end());
  receive_.ring.offer(SharedRing::kBufferSize);
  receive_.has_news = true;
  return std::optional<FrameView>(received_);
}

void VhostUserQueues::kick() {
  kick(receive_);
  kick(send_);
}

void VhostUserQueues::kick(Queue& queue) {
  if (!std::exchange(queue.has_news, false) || !queue.ring.wants_kick()) return;
  // When the count is as high as it can be, the back end has been told.
  pollfd room{.fd = queue.kick.get(), .events = POLLOUT, .revents = 0};
  const uint64_t one = 1;
  if (poll(&room, 1, 0) == 1) (void)!write(queue.kick.get(), &one, sizeof(one));
}

}  // namespace vm
