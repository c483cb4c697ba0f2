// SPDX-License-Identifier: Apache-2.0
//
// VirtioDevice is what all virtio devices have in common: the handshake over status and features,
// the registers of the queues, the configuration's generation, and what becomes of a driver that
// breaks the rules. VIRTIO 1.2, chapters 2 and 3; section numbers are its. Devices are modern: one
// without VIRTIO_F_VERSION_1 is not offered.
//
//   class VirtioRng final : public VirtioCard<api::VirtioRngProps, api::VirtioRngState> {
//     uint16_t device_id() const override { return 4; }
//     std::vector<uint16_t> queue_sizes() const override { return {8}; }
//     void handle_queue(unsigned queue) override {
//       while (std::optional<VirtioBuffer> buffer = take(queue)) use(queue, *buffer,
//       fill(*buffer)); interrupt(queue);
//     }

#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "generated/objects/virtio.h"
#include "generated/types/virtio.h"

#include "vm/base/clock.h"
#include "vm/devices/device.h"
#include "vm/devices/virtio/features.h"
#include "vm/devices/virtio/virtio_bus.h"
#include "vm/devices/virtio/virtqueue.h"
#include "vm/object/platform.h"

namespace vm {

/// The properties that all devices have.
struct VirtioOptions {
  VirtioBus* bus = nullptr;
  bool packed = false;
  bool event_idx = false;
  bool indirect_desc = false;
  bool access_platform = false;
};

class VirtioDevice : public Device {
 public:
  explicit VirtioDevice(Platform& platform);

  // For transports: what the driver sees. With the machine lock held.

  virtual uint16_t device_id() const = 0;

  // Features, 32 of them in each word.
  uint32_t device_features(uint32_t word) const;
  uint32_t driver_features(uint32_t word) const;
  void set_driver_features(uint32_t word, uint32_t features);

  uint8_t status() const { return common().status; }
  void set_status(uint8_t status);

  unsigned queue_count() const { return static_cast<unsigned>(common().queues.size()); }

  // Of a queue that there is. While it is in use only its end can be asked for.
  enum class Area {
    Descriptor,
    Driver,
    Device
  };
  uint16_t most_descriptors(unsigned queue) const;
  uint16_t queue_size(unsigned queue) const { return common().queues[queue].size; }
  void set_queue_size(unsigned queue, uint16_t size);
  uint64_t queue_area(unsigned queue, Area area) const;
  void set_queue_area(unsigned queue, Area area, uint64_t at);

  // Transports have registers of 32 bits for it.
  enum class Half {
    Low,
    High
  };
  void set_queue_area_half(unsigned queue, Area area, Half half, uint32_t value);
  bool is_queue_ready(unsigned queue) const { return common().queues[queue].ready; }
  void set_queue_ready(unsigned queue, bool ready);
  void reset_queue(unsigned queue);
  bool has_queue_reset() const { return has(virtio::kRingReset); }

  /// The driver has made buffers available. `what`: as it was written, a queue's number in its low
  /// half.
  void notify(uint32_t what);

  uint64_t read_config(uint64_t offset, unsigned size) const;
  void write_config(uint64_t offset, uint64_t value, unsigned size);
  uint32_t config_generation() const { return common().generation; }

  CardSlot* slot() const override { return bus_ != nullptr ? bus_->slot() : nullptr; }

  // Devices have on_power_on() and on_driver_reset() for it.
  void reset() final;
  void on_loaded() override;

 protected:
  // What a device has and does. With the machine lock held.

  /// Beside those that all devices have.
  virtual uint64_t own_features() const { return 0; }

  /// The most descriptors of each queue; the same from on_configure() on.
  virtual std::vector<uint16_t> queue_sizes() const = 0;

  /// The fields of the configuration (2.5), little-endian.
  virtual std::vector<uint8_t> config() const { return {}; }
  virtual void on_config_written(uint64_t, std::span<const uint8_t>) {}

  /// There may be buffers to take.
  virtual void handle_queue(unsigned queue) = 0;

  /// The driver is there; its features are known.
  virtual void on_driver_ok() {}

  /// The driver has gone: what it asked for is of no interest any more, and nothing of `state` that
  /// it made stays.
  virtual void on_driver_reset() {}

  /// Power was off: what outlives a driver is gone, too.
  virtual void on_power_on() {}

  /// The driver took a queue back: buffers that were taken from it are not current any more.
  virtual void on_queue_reset(unsigned) {}

  /// Guest time goes on after the guest stood still, or was loaded.
  virtual void on_resumed() {}

  virtual api::VirtioState& common() = 0;
  virtual const api::VirtioState& common() const = 0;
  virtual VirtioOptions options() const = 0;

  // What a device calls.

  Platform& platform() const { return platform_; }
  VirtioBus& bus() const { return *bus_; }
  GuestMemory memory() const { return GuestMemory(bus_->space()); }
  bool has(unsigned feature) const { return (common().features >> feature & 1) != 0; }

  /// Whether the driver is ready, and nothing keeps the device from working with it.
  bool is_working() const;

  /// As is_working(), and the guest is not standing still: its memory may change. If it is, the
  /// device is called again when it goes on.
  bool can_change_memory();

  // With queues: after a fault there is nothing more in any of them.

  std::optional<VirtioBuffer> take(unsigned queue);
  void put_back(unsigned queue, const VirtioBuffer& buffer);

  /// A buffer that was taken before the driver reset the queue is not its any more.
  void use(unsigned queue, const VirtioBuffer& buffer, uint64_t written);
  bool is_current(unsigned queue, const VirtioBuffer& buffer) const;

  // Of a buffer that is kept in the device's state, from take() to use().

  static api::VirtioBufferState saved(const VirtioBuffer& buffer);

  /// The buffer again, which is current. Nothing of it can be relied on: it may come from a file.
  VirtioBuffer restored(unsigned queue, const api::VirtioBufferState& state) const;

  /// Interrupts the driver if it wants it. Once after a number of buffers.
  void interrupt(unsigned queue);

  /// The driver broke a rule: nothing goes on before it resets the device (2.1.2).
  void fault(std::string_view what);

  void config_changed();

  /// Has all queues looked at.
  void handle_all_queues();

  Result<> on_configure() override;
  Result<> on_realize() override;
  void on_unrealize() override;

 private:
  uint64_t offered() const;
  bool accepts_features() const;
  void start();
  void reset_driver();
  void reset_common();
  void clear_queue(unsigned queue);
  bool is_usable(unsigned queue) const;
  api::VirtioQueueState* queue_to_set(unsigned queue);

  Platform& platform_;
  VirtioBus* bus_ = nullptr;
  std::vector<uint64_t> epochs_;  // of each queue: how often it was reset
  Timer resume_;
};

/// A device with the structs of its schema entry.
template <typename Props, typename State>
class VirtioCard : public Typed<VirtioDevice, Props, State> {
 protected:
  using Typed<VirtioDevice, Props, State>::Typed;

  api::VirtioState& common() override { return this->state_.virtio; }
  const api::VirtioState& common() const override { return this->state_.virtio; }
  VirtioOptions options() const override {
    const Props& props = this->props_;
    return {
        .bus = props.bus.template get<VirtioBus>(),
        .packed = props.packed,
        .event_idx = props.event_idx,
        .indirect_desc = props.indirect_desc,
        .access_platform = props.access_platform,
    };
  }
};

}  // namespace vm
