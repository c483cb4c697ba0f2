// SPDX-License-Identifier: Apache-2.0
//
// A slot for one card, which is its child, with its registers on plain addresses.

#include "generated/objects/hotplug_slot.h"

#include <fmt/format.h>

#include "vm/devices/card_slot.h"
#include "vm/devices/device.h"

namespace vm {
namespace {

constexpr auto kIrq = static_cast<unsigned>(api::HotplugSlotPort::kIrq);

constexpr CardSlot::Features kFeatures{
    .capabilities = slot::kAttentionButton | slot::kPowerController | slot::kAttentionIndicator |
                    slot::kPowerIndicator | slot::kHotPlug,
    .events =
        slot::kButtonPressed | slot::kPowerFault | slot::kPresenceChanged | slot::kCommandCompleted,
};

class HotplugSlot final : public Typed<Device, api::HotplugSlotProps, api::HotplugSlotState>,
                          public CardSlot {
 public:
  explicit HotplugSlot(Platform& platform) : CardSlot(*this, platform, state_.slot, kFeatures) {}

  std::vector<Object*> cards() override {
    return has_card() ? std::vector{children().front().get()} : std::vector<Object*>();
  }

  bool has_card() const override { return !children().empty(); }

  void reset() override { reset_slot(); }
  void on_loaded() override { on_slot_changed(); }

  uint64_t mmio_read(unsigned, uint64_t offset, unsigned size) override {
    const uint64_t mask = size >= 8 ? UINT64_MAX : (uint64_t{1} << (8 * size)) - 1;
    return offset < slot::kEnd ? slot_registers() >> (8 * offset) & mask : 0;
  }

  void mmio_write(unsigned, uint64_t offset, uint64_t value, unsigned size) override {
    if (size == 8) return mmio_write(0, offset + 4, value >> 32, 4);
    write_slot(static_cast<unsigned>(offset), static_cast<uint32_t>(value), size);
  }

 protected:
  Result<> on_configure() override {
    TRY(Device::on_configure());
    if (children().size() <= 1) return {};
    return fail(fmt::format("{}: a slot holds one card, not {}", path(), children().size()));
  }

  bool has_power_fault() const override { return props_.power_fault; }

  Result<> on_property_changed(std::string_view) override {
    power_fault_changed();
    return {};
  }

  void on_slot_changed() override { irq_out(kIrq).set(is_slot_interrupting()); }
};

}  // namespace

Result<std::unique_ptr<Object>> create_hotplug_slot(Platform& platform) {
  return std::make_unique<HotplugSlot>(platform);
}

}  // namespace vm
