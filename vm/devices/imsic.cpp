// SPDX-License-Identifier: Apache-2.0
//
// RISC-V Advanced Interrupt Architecture 1.0, chapter 3; section numbers are its.

#include "generated/objects/imsic.h"

#include <bit>
#include <deque>
#include <utility>

#include <fmt/format.h>

#include "vm/devices/device.h"
#include "vm/devices/riscv_cluster.h"
#include "vm/devices/riscv_hart.h"
#include "vm/object/platform.h"
#include "vm/riscv/interrupt_file.h"

namespace vm {
namespace {

constexpr auto kOut = static_cast<unsigned>(api::ImsicPort::kOut);

// The page of a file (3.5).
constexpr uint64_t kSetLittleEndian = 0;
constexpr uint64_t kSetBigEndian = 4;

// Registers behind mireg and sireg (3.8).
constexpr uint64_t kDelivery = 0x70;
constexpr uint64_t kThreshold = 0x72;
constexpr uint64_t kPending = 0x80;
constexpr uint64_t kEnabled = 0xc0;
constexpr uint64_t kWords = 64;

class Imsic final : public Typed<Device, api::ImsicProps, api::ImsicState> {
 public:
  explicit Imsic(Platform& platform) : platform_(platform) {}

  void reset() override {
    state_.pending.assign(all_words(), 0);
    state_.enabled.assign(all_words(), 0);
    state_.delivery.assign(props_.count, 0);
    state_.threshold.assign(props_.count, 0);
    update_all();
  }

  // The lengths of two of these are not declared: a file can hold any.
  void on_loaded() override {
    state_.pending.resize(all_words());
    state_.enabled.resize(all_words());
    update_all();
  }

  void mmio_write(unsigned hart, uint64_t offset, uint64_t value, unsigned size) override {
    const auto word = static_cast<uint32_t>(value);
    if (size != 4) {
      platform_.log_guest(path(), fmt::format("a message has {} bytes, not 4", size));
    } else if (offset == kSetLittleEndian) {
      set_pending(hart, word);
    } else if (offset == kSetBigEndian) {
      set_pending(hart, __builtin_bswap32(word));
    }
  }

  // What a hart sees of its file.

  uint32_t top(unsigned hart) const {
    const uint32_t threshold = state_.threshold[hart];
    for (unsigned word = 0; word < words(); ++word) {
      const size_t at = place(hart, word);
      const uint64_t bits = state_.pending[at] & state_.enabled[at];
      if (bits == 0) continue;
      const auto found = static_cast<uint32_t>(word * 64 + unsigned(std::countr_zero(bits)));
      return threshold == 0 || found < threshold ? found : 0;
    }
    return 0;
  }

  void claim(unsigned hart, uint32_t identity) {
    if (identity > props_.num_ids) return;
    state_.pending[place(hart, identity / 64)] &= ~(uint64_t{1} << identity % 64);
    update(hart);
  }

  bool read(unsigned hart, uint64_t select, bool is_wide, uint64_t& value) const {
    switch (select) {
      case kDelivery: value = state_.delivery[hart]; return true;
      case kThreshold: value = state_.threshold[hart]; return true;
      default: break;
    }
    if (select < kPending) return has_reserved(select);
    if (is_wide && select % 2 != 0) return false;
    const auto& bits = select < kEnabled ? state_.pending : state_.enabled;
    const Part part = part_of(select % kWords, is_wide);
    value = part.word < words() ? (bits[place(hart, part.word)] & part.mask) >> part.shift : 0;
    return true;
  }

  bool write(unsigned hart, uint64_t select, bool is_wide, uint64_t value) {
    if (select == kDelivery) {
      // WARL: messages of an APLIC or PLIC do not come this way (3.8.1).
      state_.delivery[hart] = value & 1;
    } else if (select == kThreshold) {
      state_.threshold[hart] = value <= props_.num_ids ? static_cast<uint32_t>(value) : 0;
    } else if (select < kPending) {
      return has_reserved(select);
    } else if (is_wide && select % 2 != 0) {
      return false;
    } else {
      auto& bits = select < kEnabled ? state_.pending : state_.enabled;
      write_part(bits, hart, part_of(select % kWords, is_wide), value);
    }
    update(hart);
    return true;
  }

 protected:
  Result<> on_configure() override {
    if (props_.num_ids % 64 != 63) {
      return fail(fmt::format(
          "{}.num-ids: {} is not one less than a multiple of 64",
          name(),
          props_.num_ids
      ));
    }
    TRY(Device::on_configure());
    reset();
    return {};
  }

  Result<> on_realize() override {
    TRY(Device::on_realize());
    const auto* cpus = props_.cpus.get<RiscvCluster>();
    if (cpus == nullptr) return fail(path() + ": 'cpus' must name the cluster that it is for");
    if (cpus->harts().size() != props_.count) {
      return fail(fmt::format(
          "{}.count: {} has {} harts, not {}",
          name(),
          cpus->path(),
          cpus->harts().size(),
          props_.count
      ));
    }
    for (unsigned i = 0; i < props_.count; ++i) {
      show(*cpus->harts()[i], &files_.emplace_back(*this, i));
    }
    return {};
  }

  void on_unrealize() override {
    for (RiscvHart* hart : props_.cpus.get<RiscvCluster>()->harts()) {
      show(*hart, nullptr);
    }
    files_.clear();
    Device::on_unrealize();
  }

 private:
  class File final : public riscv::InterruptFile {
   public:
    File(Imsic& imsic, unsigned hart) : imsic_(imsic), hart_(hart) {}

    uint32_t top() const override { return imsic_.top(hart_); }
    void claim(uint32_t identity) override { imsic_.claim(hart_, identity); }
    bool read_selected(uint64_t select, bool is_wide, uint64_t& value) const override {
      return imsic_.read(hart_, select, is_wide, value);
    }
    bool write_selected(uint64_t select, bool is_wide, uint64_t value) override {
      return imsic_.write(hart_, select, is_wide, value);
    }

   private:
    Imsic& imsic_;
    unsigned hart_;
  };

  /// Where a register of 32 or 64 bits is, among words of 64.
  struct Part {
    unsigned word;
    unsigned shift;
    uint64_t mask;
  };

  static Part part_of(uint64_t number, bool is_wide) {
    const unsigned shift = is_wide || number % 2 == 0 ? 0 : 32;
    const uint64_t mask = is_wide ? UINT64_MAX : uint64_t{UINT32_MAX} << shift;
    return {static_cast<unsigned>(number / 2), shift, mask};
  }

  /// Numbers that are kept for later read as zero; those beside the registers have none.
  static bool has_reserved(uint64_t select) { return select > kThreshold && select < kPending; }

  unsigned words() const { return (props_.num_ids + 1) / 64; }
  size_t all_words() const { return size_t{words()} * props_.count; }
  size_t place(unsigned hart, unsigned word) const { return size_t{hart} * words() + word; }

  void show(RiscvHart& hart, riscv::InterruptFile* file) const {
    if (props_.level == api::RiscvLevel::Machine) {
      hart.hart().set_machine_file(file);
    } else {
      hart.hart().set_supervisor_file(file);
    }
  }

  /// There is no interrupt 0.
  void write_part(std::vector<uint64_t>& bits, unsigned hart, const Part& part, uint64_t value) {
    if (part.word >= words()) return;
    uint64_t& word = bits[place(hart, part.word)];
    word = (word & ~part.mask) | (value << part.shift & part.mask);
    if (part.word == 0) word &= ~uint64_t{1};
  }

  void set_pending(unsigned hart, uint32_t identity) {
    if (identity == 0 || identity > props_.num_ids) return;  // 3.5: ignored
    state_.pending[place(hart, identity / 64)] |= uint64_t{1} << identity % 64;
    update(hart);
  }

  void update(unsigned hart) {
    irq_out(kOut, hart).set((state_.delivery[hart] & 1) != 0 && top(hart) != 0);
  }

  void update_all() {
    for (unsigned hart = 0; hart < props_.count; ++hart) {
      update(hart);
    }
  }

  Platform& platform_;
  std::deque<File> files_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_imsic(Platform& platform) {
  return std::make_unique<Imsic>(platform);
}

}  // namespace vm
