// SPDX-License-Identifier: Apache-2.0
//
// SiFive FU540-C000 Manual v1p0, chapter 18; section numbers are its. Words are read and written a
// bit at a time through registers that are the pins of the memory macro; what the chip does not do
// by itself, such as waiting, is left to the driver.

#include "generated/objects/sifive_u_otp.h"

#include "vm/devices/device.h"

namespace vm {
namespace {

// Places in state_.registers, 18.3.
enum Register : uint64_t {
  kPa = 0,      // address of a word
  kPaio = 1,    // which of its bits is programmed
  kPce = 3,     // macro enabled
  kPdin = 5,    // bit to program
  kPdout = 6,   // word that is read
  kPdstb = 7,   // out of deep standby
  kPprog = 8,   // programming
  kPtrim = 13,  // enabled
  kPwe = 14,    // strobe of a write
};

constexpr uint32_t kWords = 4096;
constexpr uint32_t kBlank = UINT32_MAX;

// Where boot loaders look for the serial number: a word, and its complement behind it.
constexpr uint32_t kSerialAt = 0xfc;

class SifiveUOtp final : public Typed<Device, api::SifiveUOtpProps, api::SifiveUOtpState> {
 public:
  // What has been programmed stays.
  void reset() override { state_.registers.fill(0); }

  uint64_t mmio_read(unsigned, uint64_t offset, unsigned) override {
    const uint64_t place = offset / 4;
    if (place == kPdout) return is_on() ? word(address()) : kBlank;
    return place < state_.registers.size() ? state_.registers[place] : 0;
  }

  void mmio_write(unsigned, uint64_t offset, uint64_t value, unsigned) override {
    const uint64_t place = offset / 4;
    if (place >= state_.registers.size()) return;
    state_.registers[place] = static_cast<uint32_t>(value);
    if (place == kPwe && (value & 1) != 0 && is_on() && state_.registers[kPprog] != 0) program();
  }

 private:
  uint32_t address() const { return state_.registers[kPa] % kWords; }

  bool is_on() const {
    return state_.registers[kPce] != 0 && state_.registers[kPdstb] != 0 &&
           state_.registers[kPtrim] != 0;
  }

  uint32_t factory_word(uint32_t at) const {
    if (at == kSerialAt) return props_.serial;
    return at == kSerialAt + 1 ? ~props_.serial : kBlank;
  }

  uint32_t word(uint32_t at) const {
    for (size_t i = 0; i + 1 < state_.cells.size(); i += 2) {
      if (state_.cells[i] == at) return state_.cells[i + 1];
    }
    return factory_word(at);
  }

  /// A bit that has become 0 stays 0.
  void program() {
    const uint32_t bit = 1u << (state_.registers[kPaio] % 32);
    if ((state_.registers[kPdin] & 1) != 0) return;
    const uint32_t programmed = word(address()) & ~bit;
    for (size_t i = 0; i + 1 < state_.cells.size(); i += 2) {
      if (state_.cells[i] != address()) continue;
      state_.cells[i + 1] = programmed;
      return;
    }
    state_.cells.insert(state_.cells.end(), {address(), programmed});
  }
};

}  // namespace

Result<std::unique_ptr<Object>> create_sifive_u_otp(Platform&) {
  return std::make_unique<SifiveUOtp>();
}

}  // namespace vm
