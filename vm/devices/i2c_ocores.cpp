// SPDX-License-Identifier: Apache-2.0
//
// OpenCores' I2C-Master Core Specification 0.9; section numbers are its.

#include <fmt/format.h>

#include "vm/devices/i2c.h"

namespace vm {
namespace {

constexpr unsigned kIrq = static_cast<unsigned>(api::I2cOcoresPort::kIrq);

// 3.1.
enum Register : uint64_t {
  kPrescaleLow = 0,
  kPrescaleHigh = 1,
  kControl = 2,
  kData = 3,
  kCommandStatus = 4,
};

// CTR (3.2.2).
constexpr uint8_t kEnable = 0x80;
constexpr uint8_t kInterruptEnable = 0x40;

// CR (3.2.5).
constexpr uint8_t kStart = 0x80;
constexpr uint8_t kStop = 0x40;
constexpr uint8_t kRead = 0x20;
constexpr uint8_t kWrite = 0x10;
constexpr uint8_t kAcknowledge = 0x01;  // the interrupt

// SR (3.2.6).
constexpr uint8_t kNotAcknowledged = 0x80;
constexpr uint8_t kBusy = 0x40;
constexpr uint8_t kInterrupt = 0x01;

constexpr uint8_t kIdle = 0xff;  // a line that nobody drives
constexpr uint16_t kSlowest = 0xffff;

}  // namespace

Result<> I2cOcores::attach(uint8_t address, I2cTarget& target) {
  if (targets_.emplace(address, &target).second) return {};
  return fail(fmt::format("{} has a device at {:#x} already", path(), address));
}

void I2cOcores::reset() {
  state_ = {};
  state_.prescale = kSlowest;
  update_irq();
}

uint64_t I2cOcores::mmio_read(unsigned, uint64_t offset, unsigned) {
  switch (offset) {
    case kPrescaleLow: return state_.prescale & 0xff;
    case kPrescaleHigh: return state_.prescale >> 8;
    case kControl: return state_.control;
    case kData: return state_.receive;
    case kCommandStatus: return state_.status;
    default: return 0;
  }
}

void I2cOcores::mmio_write(unsigned, uint64_t offset, uint64_t value, unsigned) {
  const auto byte = static_cast<uint8_t>(value);
  switch (offset) {
    case kPrescaleLow:
      state_.prescale = static_cast<uint16_t>((state_.prescale & 0xff00) | byte);
      break;
    case kPrescaleHigh:
      state_.prescale = static_cast<uint16_t>((state_.prescale & 0xff) | byte << 8);
      break;
    case kControl: state_.control = byte & (kEnable | kInterruptEnable); break;
    case kData: state_.transmit = byte; break;
    case kCommandStatus: run(byte); break;
    default: break;
  }
  update_irq();
}

I2cTarget* I2cOcores::addressed() const {
  const auto found = targets_.find(state_.target);
  return found != targets_.end() ? found->second : nullptr;
}

void I2cOcores::run(uint8_t command) {
  if ((command & kAcknowledge) != 0) state_.status &= static_cast<uint8_t>(~kInterrupt);
  if ((state_.control & kEnable) == 0) return;
  const bool is_start = (command & kStart) != 0;
  if (is_start) state_.status |= kBusy;
  if ((command & kWrite) != 0) send(is_start);
  if ((command & kRead) != 0) {
    I2cTarget* const target = addressed();
    state_.receive = target != nullptr ? target->give() : kIdle;
  }
  if ((command & kStop) != 0) {
    state_.status &= static_cast<uint8_t>(~kBusy);
    state_.target = 0;
  }
  if ((command & (kStop | kRead | kWrite)) != 0) state_.status |= kInterrupt;
}

/// After a start the byte is an address, with the direction in its lowest bit.
void I2cOcores::send(bool is_start) {
  if (is_start) state_.target = state_.transmit >> 1;
  I2cTarget* const target = addressed();
  bool is_acknowledged = target != nullptr;
  if (is_acknowledged && is_start) target->begin((state_.transmit & 1) != 0);
  if (is_acknowledged && !is_start) is_acknowledged = target->take(state_.transmit);
  if (is_acknowledged) {
    state_.status &= static_cast<uint8_t>(~kNotAcknowledged);
  } else {
    state_.status |= kNotAcknowledged;
  }
}

void I2cOcores::update_irq() {
  const bool is_enabled = (state_.control & kInterruptEnable) != 0;
  irq_out(kIrq).set(is_enabled && (state_.status & kInterrupt) != 0);
}

Result<std::unique_ptr<Object>> create_i2c_ocores(Platform&) {
  return std::make_unique<I2cOcores>();
}

}  // namespace vm
