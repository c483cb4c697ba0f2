// SPDX-License-Identifier: Apache-2.0
//
// QEMU's specification of the device, "QEMU Firmware Configuration (fw_cfg) Device". Registers and
// what DMA is told are big-endian.

#include "vm/devices/fw_cfg.h"

#include <algorithm>
#include <array>
#include <cstring>

#include <fmt/format.h>

#include "vm/devices/address_space.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

// Registers.
constexpr uint64_t kSelector = 8;
constexpr uint64_t kDma = 16;
constexpr uint64_t kDmaLow = 20;

// Items that there always are, and where files begin.
constexpr uint16_t kSignature = 0x0000;
constexpr uint16_t kId = 0x0001;
constexpr uint16_t kDirectory = 0x0019;
constexpr uint16_t kFirstFile = 0x0020;
constexpr uint16_t kKeyMask = 0x3fff;  // without the bits for writing and for architectures

constexpr size_t kMostFiles = 1024;
constexpr size_t kNameSize = 56;

// Bits of a DMA access' control word.
constexpr uint32_t kError = 1;
constexpr uint32_t kRead = 2;
constexpr uint32_t kSkip = 4;
constexpr uint32_t kSelect = 8;
constexpr uint32_t kWrite = 16;

constexpr std::string_view kDmaSignature = "QEMU CFG";

const FwCfg::Bytes kSignatureBytes = {'Q', 'E', 'M', 'U'};
const FwCfg::Bytes kIdBytes = {3, 0, 0, 0};  // the interface of old, and DMA
const FwCfg::Bytes kNothing;

template <typename Word>
void put_big_endian(FwCfg::Bytes& bytes, Word word) {
  for (size_t i = sizeof(Word); i-- > 0;) {
    bytes.push_back(static_cast<uint8_t>(word >> (8 * i)));
  }
}

}  // namespace

Result<> FwCfg::add_file(const std::string& name, Bytes bytes) {
  if (files_.size() >= kMostFiles)
    return fail(fmt::format("{} has {} files already", path(), kMostFiles));
  if (!files_.emplace(name, std::move(bytes)).second)
    return fail(fmt::format("{} has a file '{}' already", path(), name));
  make_directory();
  return {};
}

void FwCfg::remove_file(const std::string& name) {
  files_.erase(name);
  make_directory();
}

void FwCfg::make_directory() {
  numbered_.clear();
  directory_.clear();
  put_big_endian(directory_, static_cast<uint32_t>(files_.size()));
  for (const auto& [name, bytes] : files_) {
    put_big_endian(directory_, static_cast<uint32_t>(bytes.size()));
    put_big_endian(directory_, static_cast<uint16_t>(kFirstFile + numbered_.size()));
    put_big_endian(directory_, uint16_t{0});
    directory_.insert(directory_.end(), name.begin(), name.end());
    directory_.resize(directory_.size() + kNameSize - name.size());
    numbered_.push_back(&bytes);
  }
}

Result<> FwCfg::on_realize() {
  TRY(Device::on_realize());
  auto* const space = props_.space.get<devices::AddressSpaceDevice>();
  if (space == nullptr) return fail(path() + ": 'space' must name an address space");
  space_ = &space->space();
  make_directory();
  return {};
}

void FwCfg::on_unrealize() {
  space_ = nullptr;
  Device::on_unrealize();
}

const FwCfg::Bytes& FwCfg::selected() const {
  switch (state_.selector) {
    case kSignature: return kSignatureBytes;
    case kId: return kIdBytes;
    case kDirectory: return directory_;
    default: break;
  }
  const size_t file = size_t{state_.selector} - kFirstFile;
  return state_.selector >= kFirstFile && file < numbered_.size() ? *numbered_[file] : kNothing;
}

void FwCfg::select(uint16_t key) {
  state_.selector = key & kKeyMask;
  state_.offset = 0;
}

/// Beyond its end an item goes on with zeros.
uint8_t FwCfg::next_byte() {
  const Bytes& item = selected();
  return state_.offset < item.size() ? item[state_.offset++] : 0;
}

uint64_t FwCfg::mmio_read(unsigned, uint64_t offset, unsigned size) {
  uint64_t value = 0;
  if (offset < kSelector) {
    // The first byte is the one at the least address, whatever the size.
    for (unsigned i = 0; i < size; ++i) {
      value |= uint64_t{next_byte()} << (8 * i);
    }
  } else if (offset >= kDma && offset + size <= kDma + kDmaSignature.size()) {
    std::memcpy(&value, &kDmaSignature[offset - kDma], size);
  }
  return value;
}

void FwCfg::mmio_write(unsigned, uint64_t offset, uint64_t value, unsigned size) {
  if (offset == kSelector && size == 2) {
    select(__builtin_bswap16(static_cast<uint16_t>(value)));
  } else if (offset == kDma && size == 8) {
    access_memory(__builtin_bswap64(value));
  } else if (offset == kDma && size == 4) {
    state_.dma_high = __builtin_bswap32(static_cast<uint32_t>(value));
  } else if (offset == kDmaLow && size == 4) {
    const uint64_t high = uint64_t{state_.dma_high} << 32;
    state_.dma_high = 0;
    access_memory(high | __builtin_bswap32(static_cast<uint32_t>(value)));
  }
}

/// At the address is what to do: control, length and the address to do it with. What came of it is
/// left in the control word.
void FwCfg::access_memory(uint64_t at) {
  struct {
    uint32_t control;
    uint32_t length;
    uint64_t address;
  } access{};
  if (is_copying_) return;  // a copy of ours has come to our own registers
  if (!space_->read(at, &access, sizeof(access))) {
    return platform_.log_guest(path(), fmt::format("no DMA access at {:#x}", at));
  }
  is_copying_ = true;
  const bool is_done =
      run(__builtin_bswap32(access.control),
          __builtin_bswap32(access.length),
          __builtin_bswap64(access.address));
  const uint32_t result = is_done ? 0 : __builtin_bswap32(kError);
  (void)space_->write(at, &result, sizeof(result));
  is_copying_ = false;
}

/// False if it fails.
bool FwCfg::run(uint32_t control, uint32_t length, uint64_t address) {
  if ((control & kSelect) != 0) select(static_cast<uint16_t>(control >> 16));
  if ((control & kRead) != 0) return copy(address, length);
  if ((control & kWrite) != 0) return false;
  if ((control & kSkip) != 0) {
    const uint64_t left = selected().size() - std::min<uint64_t>(state_.offset, selected().size());
    state_.offset += static_cast<uint32_t>(std::min<uint64_t>(length, left));
  }
  return true;
}

bool FwCfg::copy(uint64_t address, uint32_t length) {
  std::array<uint8_t, 4096> buffer{};
  if (!space_->check_mapped(address, length)) return false;
  while (length > 0) {
    const auto piece = std::min<uint32_t>(length, buffer.size());
    for (uint32_t i = 0; i < piece; ++i) {
      buffer[i] = next_byte();
    }
    if (!space_->write(address, buffer.data(), piece)) return false;
    address += piece;
    length -= piece;
  }
  return true;
}

Result<std::unique_ptr<Object>> create_fw_cfg(Platform& platform) {
  return std::make_unique<FwCfg>(platform);
}

}  // namespace vm
