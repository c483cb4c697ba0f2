// SPDX-License-Identifier: Apache-2.0
//
// NOR flash with Intel's command set: AP-646, and the data sheet of the StrataFlash J3, whose
// section numbers these are.
//
// The contents are memory that is shown while a read gives them. An erased flash takes no memory of
// the host's: it is not shown, and what is read is made up.

#include "generated/objects/pflash.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include <fmt/format.h>

#include "vm/devices/block_mirror.h"
#include "vm/devices/cfi_query.h"
#include "vm/devices/memory_device.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

enum Command : uint8_t {
  kNone = 0x00,
  kLockConfirm = 0x01,
  kProgramAlternate = 0x10,
  kErase = 0x20,
  kProgram = 0x40,
  kClearStatus = 0x50,
  kLock = 0x60,
  kReadStatus = 0x70,
  kReadId = 0x90,
  kQuery = 0x98,
  kConfirm = 0xd0,
  kBufferedWrite = 0xe8,
  kResetOfOthers = 0xf0,  // of the AMD command set, which those who probe try as well
  kReadArray = 0xff,
};

// What of a buffered write is waited for, beside its command: how many words, those, and the end.
constexpr uint8_t kBufferData = 0xe9;
constexpr uint8_t kBufferConfirm = 0xea;

enum Mode : uint8_t {
  kArray = 0,
  kStatus = 1,
  kId = 2,
  kTable = 3,
};

// The status register (table 17).
constexpr uint8_t kReady = 0x80;
constexpr uint8_t kEraseError = 0x20;
constexpr uint8_t kProgramError = 0x10;
constexpr uint8_t kLocked = 0x02;
constexpr uint8_t kSequenceError = kEraseError | kProgramError;

// Identifiers, by the word within a block (table 15).
constexpr uint64_t kManufacturerWord = 0;
constexpr uint64_t kDeviceWord = 1;
constexpr uint64_t kLockWord = 2;

constexpr uint64_t kChipBuffer = 512;
constexpr uint8_t kErased = 0xff;
constexpr uint64_t kMostSectors = 65536;  // that a query table can tell

class Pflash final : public Typed<Device, api::PflashProps, api::PflashState> {
 public:
  explicit Pflash(Platform& platform) : platform_(platform), mirror_(platform) {}

  // The contents stay.
  void reset() override {
    const bool is_blank = state_.blank;
    state_ = {};
    state_.blank = is_blank;
    state_.buffer.assign(buffer_size(), kErased);
    update_view();
  }

  void on_loaded() override {
    state_.buffer.resize(buffer_size(), kErased);
    update_view();
    // The memory, which comes later, is not what is on the node.
    if (!state_.blank) mirror_.changed(0, props_.size);
  }

  uint64_t mmio_read(unsigned, uint64_t offset, unsigned size) override {
    uint64_t value = 0;
    for (unsigned i = 0; i < size; ++i) {
      value |= uint64_t{read_byte(offset + i)} << (8 * i);
    }
    return value;
  }

  void mmio_write(unsigned, uint64_t offset, uint64_t value, unsigned size) override {
    const unsigned step = std::min<unsigned>(size, props_.bank_width);
    for (unsigned i = 0; i < size; i += step) {
      write(offset + i, value >> (8 * i), step);
    }
    update_view();
  }

 protected:
  Result<> on_configure() override {
    TRY(check_sizes());
    TRY(Device::on_configure());
    memory_ = TRY(allocate_memory(*this, props_.size));
    region(0).host = memory_.data();
    region(0).handler = this;
    query_ = cfi_query(
        {.size = props_.size / chips(),
         .sector_size = props_.sector_size / chips(),
         .buffer_size = kChipBuffer,
         .width = props_.device_width}
    );
    state_.blank = true;
    reset();
    return {};
  }

  Result<> on_realize() override {
    TRY(Device::on_realize());
    auto* const drive = linked<Blockdev>(props_.drive);
    if (drive == nullptr) return {};
    TRY(mirror_.attach(*drive, *this, contents()));
    state_.blank = false;
    update_view();
    return {};
  }

  void on_unrealize() override {
    mirror_.detach();
    Device::on_unrealize();
  }

 private:
  unsigned chips() const { return props_.bank_width / props_.device_width; }
  uint64_t buffer_size() const { return kChipBuffer * chips(); }
  std::span<uint8_t> contents() { return {memory_.data(), props_.size}; }

  Result<> check_sizes() {
    for (const auto& [property, value] : {
             std::pair("size", props_.size),
             std::pair("sector-size", props_.sector_size),
             std::pair("bank-width", uint64_t{props_.bank_width}),
             std::pair("device-width", uint64_t{props_.device_width}),
         }) {
      if (std::has_single_bit(value)) continue;
      return fail(fmt::format("{}.{}: {} is no power of two", name(), property, value));
    }
    if (props_.bank_width < props_.device_width)
      return fail(name() + ".bank-width is less than device-width");
    if (props_.size < props_.sector_size) return fail(name() + ".size is less than sector-size");
    if (props_.size / props_.sector_size <= kMostSectors) return {};
    return fail(fmt::format("{}.sector-size: more than {} sectors", name(), kMostSectors));
  }

  /// Memory that is not written yet is no different from what mmio_read() gives.
  void update_view() { show_memory(region(0), state_.mode == kArray && !state_.blank); }

  uint8_t read_byte(uint64_t offset) {
    if (offset >= props_.size) return 0;
    const uint64_t lane = offset % props_.device_width;
    switch (state_.mode) {
      case kStatus: return lane == 0 ? status() : 0;
      case kId: return static_cast<uint8_t>(identifier(offset) >> (8 * lane));
      case kTable: {
        const uint64_t word = offset / props_.bank_width;
        return lane == 0 && word < query_.size() ? query_[word] : 0;
      }
      default: return state_.blank ? kErased : memory_.data()[offset];
    }
  }

  uint8_t status() {
    if (mirror_.take_failure()) state_.status |= kSequenceError;
    const bool is_ready = mirror_.is_clean();
    return state_.status | (is_ready ? kReady : 0);
  }

  uint16_t identifier(uint64_t offset) const {
    switch (offset % props_.sector_size / props_.bank_width) {
      case kManufacturerWord: return props_.manufacturer_id;
      case kDeviceWord: return props_.device_id;
      case kLockWord: return mirror_.is_writable() ? 0 : 1;
      default: return 0;
    }
  }

  void write(uint64_t offset, uint64_t value, unsigned size) {
    if (offset >= props_.size) return;
    const auto word = static_cast<uint8_t>(value);
    switch (state_.command) {
      case kProgram: return program(offset, value, size);
      case kErase: return erase(offset, word);
      case kLock: return end(word == kConfirm || word == kLockConfirm ? 0 : kSequenceError);
      case kBufferedWrite: return open_buffer(offset, value);
      case kBufferData: return fill_buffer(offset, value, size);
      case kBufferConfirm: return close_buffer(word);
      default: begin(word);
    }
  }

  /// What is no command gives the contents.
  void begin(uint8_t command) {
    switch (command) {
      case kProgram:
      case kProgramAlternate: return wait_for(kProgram);
      case kErase:
      case kLock:
      case kBufferedWrite: return wait_for(command);
      case kReadStatus: state_.mode = kStatus; break;
      case kReadId: state_.mode = kId; break;
      case kQuery: state_.mode = kTable; break;
      case kClearStatus: state_.status = 0; break;
      case kResetOfOthers:
      case kReadArray: state_.mode = kArray; break;
      case kConfirm: break;  // resumes what is never suspended
      default:
        platform_.log_guest(path(), fmt::format("{:#x} is no command", command));
        state_.mode = kArray;
        break;
    }
  }

  void wait_for(uint8_t command) {
    state_.command = command;
    state_.mode = kStatus;
  }

  /// A command has come to its end: what follows is the next one.
  void end(uint8_t errors) {
    state_.status |= errors;
    state_.command = kNone;
  }

  bool may_write() const { return mirror_.is_writable(); }

  /// Contents that were made up become memory.
  void materialize() {
    if (state_.blank) std::memset(memory_.data(), kErased, props_.size);
    state_.blank = false;
  }

  void program(uint64_t offset, uint64_t value, unsigned size) {
    if (!may_write()) return end(kProgramError | kLocked);
    materialize();
    const uint64_t length = std::min<uint64_t>(size, props_.size - offset);
    for (uint64_t i = 0; i < length; ++i) {
      memory_.data()[offset + i] &= static_cast<uint8_t>(value >> (8 * i));
    }
    mirror_.changed(offset, length);
    end(0);
  }

  void erase(uint64_t offset, uint8_t word) {
    if (word != kConfirm) return end(kSequenceError);
    if (!may_write()) return end(kEraseError | kLocked);
    const uint64_t sector = offset / props_.sector_size * props_.sector_size;
    if (!state_.blank) std::memset(memory_.data() + sector, kErased, props_.sector_size);
    mirror_.changed(sector, props_.sector_size);
    end(0);
  }

  /// The count is one less than the words, of each chip.
  void open_buffer(uint64_t offset, uint64_t value) {
    const uint64_t mask = (uint64_t{1} << (8 * props_.device_width)) - 1;
    const uint64_t words = (value & mask) + 1;
    if (words > kChipBuffer / props_.device_width) return end(kSequenceError);
    state_.command = kBufferData;
    state_.expected = static_cast<uint32_t>(words);
    state_.buffer_at = offset / buffer_size() * buffer_size();
    state_.buffer.assign(buffer_size(), kErased);
  }

  /// All words go to one buffer: what lies beyond makes the command fail (section 10.3).
  void fill_buffer(uint64_t offset, uint64_t value, unsigned size) {
    const uint64_t place = offset - state_.buffer_at;
    if (offset < state_.buffer_at || place + size > state_.buffer.size())
      return end(kSequenceError);
    for (unsigned i = 0; i < size; ++i) {
      state_.buffer[place + i] = static_cast<uint8_t>(value >> (8 * i));
    }
    if (--state_.expected == 0) state_.command = kBufferConfirm;
  }

  void close_buffer(uint8_t word) {
    const uint64_t at = state_.buffer_at;
    const uint64_t size = state_.buffer.size();
    if (word != kConfirm || at > props_.size || size > props_.size - at) return end(kSequenceError);
    if (!may_write()) return end(kProgramError | kLocked);
    materialize();
    for (uint64_t i = 0; i < size; ++i) {
      memory_.data()[at + i] &= state_.buffer[i];
    }
    mirror_.changed(at, size);
    end(0);
  }

  Platform& platform_;
  HostMemory memory_;
  BlockMirror mirror_;
  CfiQuery query_{};
};

}  // namespace

Result<std::unique_ptr<Object>> create_pflash(Platform& platform) {
  return std::make_unique<Pflash>(platform);
}

}  // namespace vm
