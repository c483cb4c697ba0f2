// SPDX-License-Identifier: Apache-2.0
//
// RISC-V PLIC specification 1.0.0. A source whose input is high becomes pending, once: it is not
// pending again before the hart that claimed it has completed it (chapter 5, gateways). A context
// is interrupted while a source that it enabled is pending with a priority above its threshold.

#include "generated/objects/plic.h"

#include <fmt/format.h>

#include "vm/devices/device.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

constexpr auto kOut = static_cast<unsigned>(api::PlicPort::kOut);

// Where each block of registers begins, and what a context takes of it (chapter 3).
constexpr uint64_t kPending = 0x1000;
constexpr uint64_t kEnable = 0x2000;
constexpr uint64_t kEnableStride = 0x80;
constexpr uint64_t kContext = 0x200000;
constexpr uint64_t kContextStride = 0x1000;
constexpr uint64_t kThreshold = 0;
constexpr uint64_t kClaim = 4;

constexpr uint32_t kHighestPriority = 7;

class Plic final : public Typed<Device, api::PlicProps, api::PlicState> {
 public:
  explicit Plic(Platform& platform) : platform_(platform) {}

  void reset() override {
    // The inputs are what they are: devices lower them when they are reset themselves.
    state_.priority.assign(props_.num_sources, 0);
    state_.pending.assign(words(), 0);
    state_.claimed.assign(words(), 0);
    state_.enable.assign(uint64_t{words()} * props_.contexts, 0);
    state_.threshold.assign(props_.contexts, 0);
    for (uint32_t word = 0; word < words(); ++word) {
      state_.pending[word] = state_.level[word];
    }
    update_all();
  }

  void irq_input(unsigned, unsigned index, bool level) override {
    if (index == 0) return;
    set_bit(state_.level, index, level);
    // A request that was made stays, even if the device changes its mind.
    if (level && !bit(state_.claimed, index) && !bit(state_.pending, index)) {
      set_bit(state_.pending, index, true);
      update_all();
    }
  }

  // The lengths of these are not declared: a file can hold any.
  void on_loaded() override {
    state_.pending.resize(words());
    state_.claimed.resize(words());
    state_.level.resize(words());
    state_.enable.resize(uint64_t{words()} * props_.contexts);
    update_all();
  }

  uint64_t mmio_read(unsigned, uint64_t offset, unsigned size) override {
    if (!is_word(offset, size)) return 0;
    if (offset < kPending) return read_priority(offset / 4);
    if (offset < kEnable) return read_word(state_.pending, 0, (offset - kPending) / 4);
    if (offset < kContext) {
      uint64_t context = (offset - kEnable) / kEnableStride;
      return read_word(state_.enable, context, (offset - kEnable) % kEnableStride / 4);
    }
    return read_context((offset - kContext) / kContextStride, offset % kContextStride);
  }

  void mmio_write(unsigned, uint64_t offset, uint64_t value, unsigned size) override {
    auto word = static_cast<uint32_t>(value);
    if (!is_word(offset, size)) return;
    if (offset < kPending) return write_priority(offset / 4, word);
    if (offset < kEnable) return;  // the pending bits are read-only
    if (offset < kContext) {
      uint64_t context = (offset - kEnable) / kEnableStride;
      return write_enable(context, (offset - kEnable) % kEnableStride / 4, word);
    }
    write_context((offset - kContext) / kContextStride, offset % kContextStride, word);
  }

 protected:
  Result<> on_configure() override {
    TRY(Device::on_configure());
    state_.level.assign(words(), 0);
    reset();
    return {};
  }

 private:
  /// Words of 32 bits that hold a bit for each source; bit 0 is no source.
  uint32_t words() const { return props_.num_sources / 32 + 1; }

  static bool bit(const std::vector<uint32_t>& bits, uint32_t source) {
    return (bits[source / 32] >> (source % 32) & 1) != 0;
  }

  static void set_bit(std::vector<uint32_t>& bits, uint32_t source, bool value) {
    uint32_t mask = uint32_t{1} << (source % 32);
    bits[source / 32] = value ? bits[source / 32] | mask : bits[source / 32] & ~mask;
  }

  bool is_source(uint64_t source) const { return source >= 1 && source <= props_.num_sources; }

  bool is_word(uint64_t offset, unsigned size) {
    if (size == 4 && offset % 4 == 0) return true;
    platform_.log_guest(
        path(),
        fmt::format("access of {} bytes at {:#x}: registers have 4", size, offset)
    );
    return false;
  }

  uint32_t read_priority(uint64_t source) const {
    return is_source(source) ? state_.priority[source - 1] : 0;
  }

  void write_priority(uint64_t source, uint32_t value) {
    if (!is_source(source)) return;
    state_.priority[source - 1] = value & kHighestPriority;
    update_all();
  }

  uint64_t read_word(const std::vector<uint32_t>& bits, uint64_t context, uint64_t word) const {
    uint64_t index = context * words() + word;
    return word < words() && index < bits.size() ? bits[index] : 0;
  }

  void write_enable(uint64_t context, uint64_t word, uint32_t value) {
    if (word >= words() || context >= props_.contexts) return;
    if (word == 0) value &= ~uint32_t{1};
    uint32_t last = props_.num_sources % 32;
    if (word == words() - 1 && last != 31) value &= (uint32_t{2} << last) - 1;
    state_.enable[context * words() + word] = value;
    update(static_cast<uint32_t>(context));
  }

  uint32_t read_context(uint64_t context, uint64_t offset) {
    if (context >= props_.contexts) return 0;
    if (offset == kThreshold) return state_.threshold[context];
    return offset == kClaim ? claim(static_cast<uint32_t>(context)) : 0;
  }

  void write_context(uint64_t context, uint64_t offset, uint32_t value) {
    if (context >= props_.contexts) return;
    if (offset == kThreshold) {
      state_.threshold[context] = value & kHighestPriority;
      update(static_cast<uint32_t>(context));
    } else if (offset == kClaim) {
      complete(static_cast<uint32_t>(context), value);
    }
  }

  /// The pending and enabled source of the highest priority, the lowest number first (chapter 8); 0
  /// for none.
  uint32_t best(uint32_t context, uint32_t above) const {
    uint32_t found = 0;
    const uint32_t* enable = &state_.enable[uint64_t{context} * words()];
    for (uint32_t word = 0; word < words(); ++word) {
      for (uint32_t bits = state_.pending[word] & enable[word]; bits != 0; bits &= bits - 1) {
        uint32_t source = word * 32 + static_cast<uint32_t>(__builtin_ctz(bits));
        if (!is_source(source) || state_.priority[source - 1] <= above) continue;
        above = state_.priority[source - 1];
        found = source;
      }
    }
    return found;
  }

  // A claim is not subject to the threshold (chapter 7).
  uint32_t claim(uint32_t context) {
    uint32_t source = best(context, 0);
    if (source == 0) return 0;
    set_bit(state_.pending, source, false);
    set_bit(state_.claimed, source, true);
    update_all();
    return source;
  }

  // A completion of a source that the context has not enabled is ignored (chapter 9).
  void complete(uint32_t context, uint32_t source) {
    if (!is_source(source) || !bit(state_.claimed, source)) return;
    if ((read_word(state_.enable, context, source / 32) >> (source % 32) & 1) == 0) return;
    set_bit(state_.claimed, source, false);
    if (!bit(state_.level, source)) return;
    set_bit(state_.pending, source, true);
    update_all();
  }

  void update(uint32_t context) {
    irq_out(kOut, context).set(best(context, state_.threshold[context]) != 0);
  }

  void update_all() {
    for (uint32_t context = 0; context < props_.contexts; ++context) {
      update(context);
    }
  }

  Platform& platform_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_plic(Platform& platform) {
  return std::make_unique<Plic>(platform);
}

}  // namespace vm
