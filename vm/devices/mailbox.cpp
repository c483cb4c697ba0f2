// SPDX-License-Identifier: Apache-2.0

#include "generated/objects/mailbox.h"

#include <fmt/format.h>

#include "vm/devices/device.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

constexpr auto kIrq = static_cast<unsigned>(api::MailboxPort::kIrq);
constexpr unsigned kSides = 2;

enum Register : uint64_t {
  kSend = 0x0,
  kReceive = 0x4,
  kStatus = 0x8,
  kEnable = 0xc,
};

constexpr uint64_t kStride = 0x10;

// Of STATUS and ENABLE.
constexpr uint8_t kHasWord = 1;
constexpr uint8_t kHasRoom = 2;

class Mailbox final : public Typed<Device, api::MailboxProps, api::MailboxState> {
 public:
  explicit Mailbox(Platform& platform) : platform_(platform) {}

  void reset() override {
    state_.words.assign(slots(), 0);
    state_.full.assign(slots(), false);
    state_.enable.assign(slots(), 0);
    update();
  }

  // The lengths of these are not declared: a file can hold any.
  void on_loaded() override {
    state_.words.resize(slots());
    state_.full.resize(slots());
    state_.enable.resize(slots());
    update();
  }

  uint64_t mmio_read(unsigned side, uint64_t offset, unsigned) override {
    const uint64_t channel = offset / kStride;
    if (channel >= props_.channels) return 0;
    switch (offset % kStride) {
      case kReceive: return receive(place_of(other(side), channel));
      case kStatus: return status(side, channel);
      case kEnable: return state_.enable[place_of(side, channel)];
      default: return 0;
    }
  }

  void mmio_write(unsigned side, uint64_t offset, uint64_t value, unsigned) override {
    const uint64_t channel = offset / kStride;
    if (channel >= props_.channels) return;
    const size_t own = place_of(side, channel);
    switch (offset % kStride) {
      case kSend: send(own, static_cast<uint32_t>(value)); break;
      case kEnable: state_.enable[own] = value & (kHasWord | kHasRoom); break;
      default: break;
    }
    update();
  }

 protected:
  Result<> on_configure() override {
    TRY(Device::on_configure());
    reset();
    return {};
  }

 private:
  size_t slots() const { return size_t{kSides} * props_.channels; }
  size_t place_of(unsigned side, uint64_t channel) const {
    return size_t{side} * props_.channels + channel;
  }
  static unsigned other(unsigned side) { return 1 - side; }

  void send(size_t slot, uint32_t word) {
    if (state_.full[slot]) {
      platform_.log_guest(
          path(),
          fmt::format("{:#x} is lost: the word before was not received", word)
      );
      return;
    }
    state_.words[slot] = word;
    state_.full[slot] = true;
  }

  uint32_t receive(size_t slot) {
    if (!state_.full[slot]) return 0;
    state_.full[slot] = false;
    update();
    return state_.words[slot];
  }

  uint8_t status(unsigned side, uint64_t channel) const {
    unsigned bits = 0;
    if (state_.full[place_of(other(side), channel)]) bits |= kHasWord;
    if (!state_.full[place_of(side, channel)]) bits |= kHasRoom;
    return static_cast<uint8_t>(bits);
  }

  void update() {
    for (unsigned side = 0; side < kSides; ++side) {
      bool interrupts = false;
      for (uint64_t channel = 0; channel < props_.channels; ++channel) {
        interrupts |= (status(side, channel) & state_.enable[place_of(side, channel)]) != 0;
      }
      irq_out(kIrq, side).set(interrupts);
    }
  }

  Platform& platform_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_mailbox(Platform& platform) {
  return std::make_unique<Mailbox>(platform);
}

}  // namespace vm
