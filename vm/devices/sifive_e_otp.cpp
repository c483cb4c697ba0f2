// SPDX-License-Identifier: Apache-2.0
//
// SiFive FE310-G002 Manual v1p0, chapter 12; section numbers are its.

#include "generated/objects/sifive_e_otp.h"

#include <cstring>

#include "vm/devices/device.h"
#include "vm/memory/host_memory.h"

namespace vm {
namespace {

constexpr auto kMem = static_cast<unsigned>(api::SifiveEOtpPort::kMem);
constexpr uint64_t kSize = 8192;
constexpr uint64_t kWord = 4;  // bytes that an address stands for

// Places in state_.registers, 12.2.
enum Register : uint64_t {
  kLock = 0,
  kWe = 4,
  kVppen = 9,
  kAddress = 10,
  kData = 11,
  kOutput = 12,
};

class SifiveEOtp final : public Typed<Device, api::SifiveEOtpProps, api::SifiveEOtpState> {
 public:
  // The memory keeps what is in it.
  void reset() override { state_ = {}; }

  uint64_t mmio_read(unsigned, uint64_t offset, unsigned) override {
    const uint64_t place = offset / 4;
    if (place == kLock) return state_.lock;
    if (place == kOutput) return word();
    return place < state_.registers.size() ? state_.registers[place] : 0;
  }

  void mmio_write(unsigned, uint64_t offset, uint64_t value, unsigned) override {
    const uint64_t place = offset / 4;
    if (place == kLock) {
      state_.lock = (value & 1) != 0;
    } else if (place < state_.registers.size()) {
      state_.registers[place] = static_cast<uint32_t>(value);
      if (place == kWe && (value & 1) != 0) program();
    }
  }

 protected:
  Result<> on_configure() override {
    TRY(Device::on_configure());
    memory_ = TRY(HostMemory::allocate(kSize));
    std::memset(memory_.data(), 0xff, kSize);
    region(kMem).host = memory_.data();
    return {};
  }

 private:
  uint8_t* cell() const { return memory_.data() + kWord * state_.registers[kAddress] % kSize; }

  uint32_t word() const {
    uint32_t word = 0;
    std::memcpy(&word, cell(), sizeof word);
    return word;
  }

  /// A bit that is 0 stays 0; without the programming voltage nothing happens (12.4).
  void program() {
    if (state_.registers[kVppen] == 0) return;
    const uint32_t programmed = word() & state_.registers[kData];
    std::memcpy(cell(), &programmed, sizeof programmed);
  }

  HostMemory memory_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_sifive_e_otp(Platform&) {
  return std::make_unique<SifiveEOtp>();
}

}  // namespace vm
