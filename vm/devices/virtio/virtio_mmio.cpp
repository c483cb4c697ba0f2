// SPDX-License-Identifier: Apache-2.0
//
// Virtio over MMIO, version 2: VIRTIO 1.2, section 4.2.

#include "generated/objects/virtio_mmio.h"

#include <fmt/format.h>

#include "vm/devices/address_space.h"
#include "vm/devices/virtio/virtio_bus.h"
#include "vm/devices/virtio/virtio_device.h"

namespace vm {
namespace {

constexpr auto kIrq = static_cast<unsigned>(api::VirtioMmioPort::kIrq);

// 4.2.2.
enum Register : uint64_t {
  kMagicValue = 0x000,
  kVersion = 0x004,
  kDeviceId = 0x008,
  kVendorId = 0x00c,
  kDeviceFeatures = 0x010,
  kDeviceFeaturesSel = 0x014,
  kDriverFeatures = 0x020,
  kDriverFeaturesSel = 0x024,
  kQueueSel = 0x030,
  kQueueNumMax = 0x034,
  kQueueNum = 0x038,
  kQueueReady = 0x044,
  kQueueNotify = 0x050,
  kInterruptStatus = 0x060,
  kInterruptAck = 0x064,
  kStatus = 0x070,
  kQueueDescLow = 0x080,
  kQueueDescHigh = 0x084,
  kQueueDriverLow = 0x090,
  kQueueDriverHigh = 0x094,
  kQueueDeviceLow = 0x0a0,
  kQueueDeviceHigh = 0x0a4,
  kShmLenLow = 0x0b0,
  kShmLenHigh = 0x0b4,
  kShmBaseLow = 0x0b8,
  kShmBaseHigh = 0x0bc,
  kQueueReset = 0x0c0,
  kConfigGeneration = 0x0fc,
  kConfig = 0x100,
};

constexpr uint32_t kMagic = 0x74726976;   // "virt"
constexpr uint32_t kVendor = 0x50444c43;  // "CLDP"
constexpr uint32_t kModern = 2;
constexpr uint32_t kNoSharedMemory = UINT32_MAX;  // of length and base: there is no such region

// Of InterruptStatus.
constexpr uint8_t kUsedBuffer = 1;
constexpr uint8_t kConfigChange = 2;

class VirtioMmio final : public Typed<VirtioBus, api::VirtioMmioProps, api::VirtioMmioState> {
 public:
  const AddressSpace& space() const override { return *space_; }

  void queue_interrupt(unsigned) override { raise(kUsedBuffer); }
  void config_interrupt() override { raise(kConfigChange); }
  void clear_interrupts() override {
    state_.interrupt_status = 0;
    update_irq();
  }

  void reset() override {
    state_ = {};
    update_irq();
  }

  void on_loaded() override { update_irq(); }

  uint64_t mmio_read(unsigned, uint64_t offset, unsigned size) override {
    const VirtioDevice* const card = device();
    if (offset >= kConfig) return card != nullptr ? card->read_config(offset - kConfig, size) : 0;
    if (size != 4) return 0;  // the driver must not (4.2.2.2)
    switch (offset) {
      case kMagicValue: return kMagic;
      case kVersion: return kModern;
      case kDeviceId: return card != nullptr ? card->device_id() : 0;
      case kVendorId: return kVendor;
      default: return card != nullptr ? read(*card, offset) : 0;
    }
  }

  void mmio_write(unsigned, uint64_t offset, uint64_t value, unsigned size) override {
    VirtioDevice* const card = device();
    if (card == nullptr) return;
    if (offset >= kConfig) return card->write_config(offset - kConfig, value, size);
    if (size != 4) return;
    const auto word = static_cast<uint32_t>(value);
    if (state_.queue_sel < card->queue_count()) write_queue(*card, offset, word);
    write(*card, offset, word);
  }

 protected:
  Result<> on_realize() override {
    TRY(VirtioBus::on_realize());
    auto* const space = linked<devices::AddressSpaceDevice>(props_.space);
    if (space == nullptr) return fail(path() + ": 'space' must name an address space");
    space_ = &space->space();
    return {};
  }

  void on_unrealize() override { space_ = nullptr; }

 private:
  using Area = VirtioDevice::Area;
  using Half = VirtioDevice::Half;

  uint32_t read(const VirtioDevice& card, uint64_t offset) const {
    switch (offset) {
      case kDeviceFeatures: return card.device_features(state_.device_features_sel);
      case kInterruptStatus: return state_.interrupt_status;
      case kStatus: return card.status();
      case kShmLenLow:
      case kShmLenHigh:
      case kShmBaseLow:
      case kShmBaseHigh: return kNoSharedMemory;
      case kConfigGeneration: return card.config_generation();
      case kQueueNumMax: return has_queue(card) ? card.most_descriptors(state_.queue_sel) : 0;
      case kQueueReady: return has_queue(card) && card.is_queue_ready(state_.queue_sel) ? 1 : 0;
      default: return 0;  // others are only written
    }
  }

  void write(VirtioDevice& card, uint64_t offset, uint32_t word) {
    switch (offset) {
      case kDeviceFeaturesSel: state_.device_features_sel = word; break;
      case kDriverFeaturesSel: state_.driver_features_sel = word; break;
      case kDriverFeatures: card.set_driver_features(state_.driver_features_sel, word); break;
      case kQueueSel: state_.queue_sel = word; break;
      case kQueueNotify: card.notify(word); break;
      case kInterruptAck:
        state_.interrupt_status &= static_cast<uint8_t>(~word);
        update_irq();
        break;
      case kStatus: card.set_status(static_cast<uint8_t>(word)); break;
      default: break;
    }
  }

  void write_queue(VirtioDevice& card, uint64_t offset, uint32_t word) {
    const unsigned queue = state_.queue_sel;
    switch (offset) {
      case kQueueNum:
        // What does not fit is larger than any queue.
        card.set_queue_size(queue, word > UINT16_MAX ? UINT16_MAX : static_cast<uint16_t>(word));
        break;
      case kQueueReady: card.set_queue_ready(queue, (word & 1) != 0); break;
      case kQueueReset:
        if (word == 1 && card.has_queue_reset()) card.reset_queue(queue);
        break;
      case kQueueDescLow: set_half(card, Area::Descriptor, Half::Low, word); break;
      case kQueueDescHigh: set_half(card, Area::Descriptor, Half::High, word); break;
      case kQueueDriverLow: set_half(card, Area::Driver, Half::Low, word); break;
      case kQueueDriverHigh: set_half(card, Area::Driver, Half::High, word); break;
      case kQueueDeviceLow: set_half(card, Area::Device, Half::Low, word); break;
      case kQueueDeviceHigh: set_half(card, Area::Device, Half::High, word); break;
      default: break;
    }
  }

  bool has_queue(const VirtioDevice& card) const { return state_.queue_sel < card.queue_count(); }

  void set_half(VirtioDevice& card, Area area, Half half, uint32_t word) const {
    card.set_queue_area_half(state_.queue_sel, area, half, word);
  }

  void raise(uint8_t what) {
    state_.interrupt_status |= what;
    update_irq();
  }

  void update_irq() { irq_out(kIrq).set(state_.interrupt_status != 0); }

  AddressSpace* space_ = nullptr;
};

}  // namespace

Result<std::unique_ptr<Object>> create_virtio_mmio(Platform&) {
  return std::make_unique<VirtioMmio>();
}

}  // namespace vm
