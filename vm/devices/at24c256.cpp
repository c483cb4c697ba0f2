// SPDX-License-Identifier: Apache-2.0
//
// Atmel AT24C256 data sheet (0670), sections "Write Operations" and "Read Operations".

#include "generated/objects/at24c256.h"

#include <span>
#include <vector>

#include "vm/devices/block_mirror.h"
#include "vm/devices/i2c.h"

namespace vm {
namespace {

constexpr uint16_t kSize = 32768;
constexpr uint16_t kPage = 64;
constexpr uint8_t kErased = 0xff;
constexpr uint8_t kAddressBytes = 2;

class At24c256 final : public Typed<Device, api::At24c256Props, api::At24c256State>,
                       public I2cTarget {
 public:
  explicit At24c256(Platform& platform) : mirror_(platform) {}

  // The contents stay.
  void reset() override {
    state_.pointer = 0;
    state_.received = 0;
  }

  void on_loaded() override {
    if (!state_.contents.empty()) state_.contents.resize(kSize, kErased);
  }

  void begin(bool) override { state_.received = 0; }

  bool take(uint8_t byte) override {
    if (state_.received < kAddressBytes) {
      state_.pointer = static_cast<uint16_t>((state_.pointer << 8 | byte) % kSize);
      ++state_.received;
      return true;
    }
    if (!mirror_.is_writable()) return false;
    put(state_.pointer, byte);
    // What is written stays in one page: behind its end comes its start.
    const auto page = static_cast<uint16_t>(state_.pointer / kPage * kPage);
    state_.pointer = static_cast<uint16_t>(page + (state_.pointer + 1) % kPage);
    return true;
  }

  uint8_t give() override {
    const uint16_t at = state_.pointer % kSize;
    state_.pointer = static_cast<uint16_t>((at + 1) % kSize);
    const std::span<const uint8_t> bytes = contents();
    return bytes.empty() ? kErased : bytes[at];
  }

  Device& device() override { return *this; }

 protected:
  Result<> on_realize() override {
    TRY(Device::on_realize());
    bus_ = props_.bus.get<I2cOcores>();
    if (bus_ == nullptr) return fail(path() + ": 'bus' must name an I2C master");
    TRY(bus_->attach(props_.address, *this));
    auto* const drive = linked<Blockdev>(props_.drive);
    if (drive == nullptr) return {};
    bytes_.resize(kSize);
    Result<> done = mirror_.attach(*drive, *this, bytes_);
    if (!done) bus_->detach(props_.address);
    return done;
  }

  void on_unrealize() override {
    mirror_.detach();
    bytes_.clear();
    bus_->detach(props_.address);
    bus_ = nullptr;
    Device::on_unrealize();
  }

 private:
  /// Empty while nothing was written.
  std::span<uint8_t> contents() { return bytes_.empty() ? std::span(state_.contents) : bytes_; }

  void put(uint16_t at, uint8_t byte) {
    if (contents().empty()) state_.contents.assign(kSize, kErased);
    contents()[at % kSize] = byte;
    mirror_.changed(at % kSize, 1);
  }

  I2cOcores* bus_ = nullptr;
  BlockMirror mirror_;
  std::vector<uint8_t> bytes_;  // those of the node
};

}  // namespace

Result<std::unique_ptr<Object>> create_at24c256(Platform& platform) {
  return std::make_unique<At24c256>(platform);
}

}  // namespace vm
