// SPDX-License-Identifier: Apache-2.0
//
// SiFive FU540-C000 Manual v1p0, chapter 11; section numbers are its.

#include "generated/objects/sifive_ccache.h"

#include "vm/devices/device.h"

namespace vm {
namespace {

// 11.4.
enum Register : uint64_t {
  kConfig = 0x000,
  kWayEnable = 0x008,
  kWayMask = 0x800,
};

constexpr uint32_t kLogBlockBytes = 6;

class SifiveCcache final : public Typed<Device, api::SifiveCcacheProps, api::SifiveCcacheState> {
 public:
  void reset() override {
    state_ = {};
    state_.waymask.fill(all_ways());
  }

  uint64_t mmio_read(unsigned, uint64_t offset, unsigned size) override {
    if (offset == kConfig) return config();
    if (offset == kWayEnable) return state_.wayenable;
    if (!is_mask(offset)) return 0;  // no error was ever counted, and flushing gives nothing back
    const uint64_t mask = state_.waymask[(offset - kWayMask) / 8] >> (offset % 8 * 8);
    return size == 8 ? mask : mask & ((uint64_t{1} << size * 8) - 1);
  }

  void mmio_write(unsigned, uint64_t offset, uint64_t value, unsigned) override {
    // Ways that are enabled stay so until the next reset (11.4.2).
    if (offset == kWayEnable && value > state_.wayenable && value < props_.ways) {
      state_.wayenable = static_cast<uint8_t>(value);
    } else if (is_mask(offset) && offset % 8 == 0) {
      state_.waymask[(offset - kWayMask) / 8] = value & all_ways();
    }
  }

 private:
  uint64_t all_ways() const { return UINT64_MAX >> (64 - props_.ways); }

  bool is_mask(uint64_t offset) const {
    return offset >= kWayMask && (offset - kWayMask) / 8 < state_.waymask.size();
  }

  uint32_t config() const {
    return kLogBlockBytes << 24 | uint32_t{props_.sets} << 16 | uint32_t{props_.ways} << 8 |
           props_.banks;
  }
};

}  // namespace

Result<std::unique_ptr<Object>> create_sifive_ccache(Platform&) {
  return std::make_unique<SifiveCcache>();
}

}  // namespace vm
