// SPDX-License-Identifier: Apache-2.0
//
// Winbond W25Q128JV data sheet, revision F; section numbers are its.

#include "generated/objects/spi_nor.h"

#include <array>
#include <cstring>
#include <span>

#include <fmt/format.h>

#include "vm/devices/block_mirror.h"
#include "vm/devices/memory_device.h"
#include "vm/devices/spi.h"

namespace vm {
namespace {

// 8.1.2.
enum Command : uint8_t {
  kNone = 0x00,
  kPageProgram = 0x02,
  kReadData = 0x03,
  kWriteDisable = 0x04,
  kReadStatus = 0x05,
  kWriteEnable = 0x06,
  kFastRead = 0x0b,
  kSectorErase = 0x20,
  kChipErase60 = 0x60,
  kReadId = 0x9f,
  kChipErase = 0xc7,
  kBlockErase = 0xd8,
};

// Status register 1 (7.1).
constexpr uint8_t kBusy = 0x01;
constexpr uint8_t kWriteEnabled = 0x02;

constexpr std::array<uint8_t, 3> kId = {0xef, 0x40, 0x18};  // 8.1.1

constexpr uint32_t kSize = 16u << 20;
constexpr uint32_t kPage = 256;
constexpr uint32_t kSector = 4 << 10;
constexpr uint32_t kBlock = 64 << 10;
constexpr uint32_t kAddressBytes = 3;
constexpr uint8_t kErased = 0xff;
constexpr uint8_t kIdle = 0xff;

class SpiNor final : public Typed<Device, api::SpiNorProps, api::SpiNorState>, public SpiTarget {
 public:
  explicit SpiNor(Platform& platform) : mirror_(platform) {}

  // The contents stay.
  void reset() override {
    const bool is_blank = state_.blank;
    state_ = {};
    state_.blank = is_blank;
    update_view();
  }

  void on_loaded() override {
    update_view();
    // The memory, which comes later, is not what is on the node.
    if (!state_.blank) mirror_.changed(0, kSize);
  }

  uint64_t mmio_read(unsigned, uint64_t, unsigned) override { return UINT64_MAX; }

  uint8_t exchange(uint8_t byte) override {
    if (state_.command == kNone) {
      begin(byte);
      return kIdle;
    }
    const uint32_t number = state_.received++;
    switch (state_.command) {
      case kReadId: return number < kId.size() ? kId[number] : kIdle;
      case kReadStatus: return status();
      default: break;
    }
    if (number < kAddressBytes) {
      state_.place = (state_.place << 8 | byte) % kSize;
      return kIdle;
    }
    switch (state_.command) {
      case kFastRead:
        if (number == kAddressBytes) return kIdle;  // a dummy byte
        return next_byte();
      case kReadData: return next_byte();
      case kPageProgram: program(byte); return kIdle;
      default: return kIdle;
    }
  }

  /// What is erased is when the command is complete (8.2.16 to 8.2.19).
  void deselect() override {
    const bool has_address = state_.received == kAddressBytes;
    switch (state_.command) {
      case kSectorErase:
        if (has_address) erase(state_.place / kSector * kSector, kSector);
        break;
      case kBlockErase:
        if (has_address) erase(state_.place / kBlock * kBlock, kBlock);
        break;
      case kPageProgram: state_.write_enabled = false; break;
      default: break;
    }
    state_.command = kNone;
    state_.received = 0;
  }

  Device& device() override { return *this; }

 protected:
  Result<> on_configure() override {
    TRY(Device::on_configure());
    memory_ = TRY(allocate_memory(*this, kSize));
    region(0).host = memory_.data();
    region(0).handler = this;
    state_.blank = true;
    reset();
    return {};
  }

  Result<> on_realize() override {
    TRY(Device::on_realize());
    master_ = dynamic_cast<SpiMaster*>(props_.bus.target);
    if (master_ == nullptr) return fail(path() + ": 'bus' must name an SPI master");
    const Result<> attached = master_->attach(props_.select, *this);
    if (!attached) return fail(fmt::format("{}: {}", path(), attached.error().desc));
    auto* const drive = linked<Blockdev>(props_.drive);
    if (drive == nullptr) return {};
    Result<> done = mirror_.attach(*drive, *this, contents());
    if (!done) {
      master_->detach(props_.select);
      return done;
    }
    state_.blank = false;
    update_view();
    return {};
  }

  void on_unrealize() override {
    mirror_.detach();
    master_->detach(props_.select);
    master_ = nullptr;
    Device::on_unrealize();
  }

 private:
  std::span<uint8_t> contents() { return {memory_.data(), kSize}; }

  void update_view() { show_memory(region(0), !state_.blank); }

  uint8_t status() const {
    const bool is_busy = !mirror_.is_clean();
    return static_cast<uint8_t>((is_busy ? kBusy : 0) | (state_.write_enabled ? kWriteEnabled : 0));
  }

  void begin(uint8_t command) {
    switch (command) {
      case kWriteEnable: state_.write_enabled = true; return;
      case kWriteDisable: state_.write_enabled = false; return;
      case kChipErase:
      case kChipErase60: return erase(0, kSize);
      default: break;
    }
    state_.command = command;
    state_.received = 0;
    state_.place = 0;
  }

  uint8_t next_byte() {
    const uint32_t at = state_.place % kSize;
    state_.place = (at + 1) % kSize;
    return state_.blank ? kErased : memory_.data()[at];
  }

  bool may_write() const { return state_.write_enabled && mirror_.is_writable(); }

  /// A page is written round and round (8.2.14).
  void program(uint8_t byte) {
    const uint32_t at = state_.place % kSize;
    state_.place = at / kPage * kPage + (at + 1) % kPage;
    if (!may_write()) return;
    if (state_.blank) std::memset(memory_.data(), kErased, kSize);
    state_.blank = false;
    memory_.data()[at] &= byte;
    mirror_.changed(at, 1);
    update_view();
  }

  void erase(uint32_t at, uint32_t size) {
    const bool is_allowed = may_write();
    state_.write_enabled = false;
    if (!is_allowed || state_.blank) return;
    std::memset(memory_.data() + at, kErased, size);
    mirror_.changed(at, size);
  }

  HostMemory memory_;
  BlockMirror mirror_;
  SpiMaster* master_ = nullptr;
};

}  // namespace

Result<std::unique_ptr<Object>> create_spi_nor(Platform& platform) {
  return std::make_unique<SpiNor>(platform);
}

}  // namespace vm
