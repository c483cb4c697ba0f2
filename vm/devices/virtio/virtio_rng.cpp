// SPDX-License-Identifier: Apache-2.0
//
// The entropy device: VIRTIO 1.2, section 5.4. The host's random numbers, at a limited rate if that
// is wanted.

#include "generated/objects/virtio_rng.h"

#include <algorithm>
#include <array>

#include <sys/random.h>

#include "vm/base/ticks.h"
#include "vm/devices/virtio/buffer_stream.h"
#include "vm/devices/virtio/virtio_device.h"

namespace vm {
namespace {

constexpr uint16_t kDeviceId = 4;
constexpr uint16_t kQueueSize = 8;

// A device may give less than was asked for (5.4.6.1).
constexpr size_t kMostAtOnce = 4096;

class VirtioRng final : public VirtioCard<api::VirtioRngProps, api::VirtioRngState> {
 public:
  explicit VirtioRng(Platform& platform)
      : VirtioCard(platform),
        next_period_(platform.clock(), [this] { handle_all_queues(); }) {}

  uint16_t device_id() const override { return kDeviceId; }

 protected:
  std::vector<uint16_t> queue_sizes() const override { return {kQueueSize}; }

  void on_driver_reset() override {
    next_period_.cancel();
    state_.period_end_ns = 0;
    state_.left = 0;
  }

  void on_unrealize() override {
    next_period_.cancel();
    VirtioCard::on_unrealize();
  }

  void handle_queue(unsigned queue) override {
    while (const size_t most = allowance()) {
      const std::optional<VirtioBuffer> buffer = take(queue);
      if (!buffer) break;
      const std::optional<size_t> written = fill(*buffer, most);
      if (!written) return fault("a buffer for entropy lies outside of memory");
      state_.left -= *written;
      use(queue, *buffer, *written);
    }
    interrupt(queue);
  }

 private:
  /// How many bytes may be given now; with none, the next period is waited for.
  size_t allowance() {
    const uint64_t now_ns = platform().clock().now_ns();
    if (now_ns >= state_.period_end_ns) {
      state_.period_end_ns = now_ns + props_.period * kNsPerMs;
      state_.left = props_.max_bytes;
    }
    if (state_.left == 0) next_period_.arm(state_.period_end_ns);
    return std::min<uint64_t>(state_.left, kMostAtOnce);
  }

  /// How many bytes were written.
  std::optional<size_t> fill(const VirtioBuffer& buffer, size_t most) const {
    std::array<uint8_t, kMostAtOnce> bytes{};
    BufferWriter writer(memory(), buffer.writable);
    const size_t size = std::min<uint64_t>(most, writer.left());
    size_t done = 0;
    while (done < size) {
      const ssize_t got = getrandom(bytes.data() + done, size - done, 0);
      if (got > 0) done += static_cast<size_t>(got);  // else a signal came in between
    }
    if (!writer.write({bytes.data(), size})) return {};
    return size;
  }

  Timer next_period_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_virtio_rng(Platform& platform) {
  return std::make_unique<VirtioRng>(platform);
}

}  // namespace vm
