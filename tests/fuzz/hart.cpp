// SPDX-License-Identifier: Apache-2.0
//
// Programs of instructions that hardly anybody would write in this order. Half of them run twice:
// in blocks, and one instruction after the other, which must come to the same. The others may also
// change themselves, and are disturbed.

#include "vm/riscv/hart.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include <fuzzer/FuzzedDataProvider.h>

#include "generated/objects/riscv_hart.h"

#include "runtime/json/any.h"
#include "tests/fuzz/fuzzers.h"
#include "tests/fuzz/world.h"
#include "vm/memory/flat_view.h"
#include "vm/riscv/cpu.h"
#include "vm/riscv/csr.h"
#include "vm/riscv/decode.h"
#include "vm/riscv/disassemble.h"

namespace vm::fuzz {
namespace {

using riscv::Hart;
using riscv::Row;
using riscv::StopReason;

constexpr uint64_t kRom = 0x1000;
constexpr uint64_t kRomSize = 0x1000;
constexpr uint64_t kHandler = kRom + 0x800;
constexpr size_t kProgramSize = 0x400;
constexpr uint64_t kRegisters = 0x1000'0000;
constexpr uint64_t kRam = 0x8000'0000;
constexpr uint64_t kRamSize = 0x1'0000;
constexpr uint64_t kBudget = 400;

/// A trap goes on at another instruction of the program: at that which x31 leads to.
constexpr uint32_t kHandlerCode[] = {
    0x024f'8f93,  // addi t6, t6, 36
    0x3fcf'ff93,  // andi t6, t6, 1020
    0x0000'1f37,  // lui t5, 0x1
    0x01ff'0f33,  // add t5, t5, t6
    0x341f'1073,  // csrw mepc, t5
    0x3020'0073,  // mret
};

/// The control and status registers that a hart has.
std::vector<uint32_t> find_csrs(Hart& hart) {
  std::vector<uint32_t> found;
  for (uint32_t number = 0; number < 4096; ++number) {
    if (hart.csr(number)) found.push_back(number);
  }
  return found;
}

/// A hart, its memory, and registers that are never the same.
class Machine final : public riscv::HartEnvironment, private MmioHandler {
 public:
  explicit Machine(const riscv::HartConfig& config)
      : ram_(kRamSize),
        rom_(kRomSize),
        hart(config, *this),
        csrs_(find_csrs(hart)) {
    show_memory();
  }

  /// To what it was at first.
  void clear() {
    std::ranges::fill(ram_, uint8_t{0});
    std::ranges::fill(rom_, uint8_t{0});
    time_ = accesses_ = 0;
    for (const uint64_t address : std::set<uint64_t>(hart.breakpoints()))
      hart.remove_breakpoint(address);
    for (const riscv::Watchpoint& watchpoint : std::exchange(watchpoints_, {}))
      hart.remove_watchpoint(watchpoint);
    hart.state() = {};
    hart.reset(kRom);
  }

  void watch(const riscv::Watchpoint& watchpoint) {
    watchpoints_.push_back(watchpoint);
    hart.add_watchpoint(watchpoint);
  }

  uint64_t time() override { return ++time_; }
  void lock_machine() override {}
  void unlock_machine() override {}
  void wake(Hart&) override {}
  void set_deadline(Hart&, uint64_t) override {}
  void on_trap_loop(Hart&, uint64_t) override {}

  void put(uint64_t at, const void* bytes, size_t size) {
    uint8_t* const to = at >= kRam ? &ram_[at - kRam] : &rom_[at - kRom];
    std::copy_n(static_cast<const uint8_t*>(bytes), size, to);
  }

  std::string state() const { return qapi::encoded(hart.state()); }
  const std::vector<uint8_t>& ram() const { return ram_; }
  const std::vector<uint32_t>& csrs() const { return csrs_; }

 private:
  void show_memory() {
    hart.set_memory(FlatView({
        memory_range(kRom, rom_, true),
        {kRegisters, kRegisters + 0xfff, nullptr, false, this, 0, 0},
        memory_range(kRam, ram_, false),
    }));
  }

  static FlatRange memory_range(uint64_t at, std::vector<uint8_t>& bytes, bool is_rom) {
    return {at, at + bytes.size() - 1, bytes.data(), is_rom, nullptr, 0, 0};
  }

  uint64_t mmio_read(unsigned, uint64_t offset, unsigned) override {
    return ++accesses_ * 0x0101'0101'0101'0101 + offset;
  }
  void mmio_write(unsigned, uint64_t offset, uint64_t value, unsigned size) override {
    accesses_ += offset ^ value ^ size;
    if (value & 1) show_memory();  // as a device does that changes the map
  }

  std::vector<uint8_t> ram_;
  std::vector<uint8_t> rom_;
  uint64_t time_ = 0;
  uint64_t accesses_ = 0;
  std::vector<riscv::Watchpoint> watchpoints_;

 public:
  Hart hart;

 private:
  const std::vector<uint32_t> csrs_;
};

/// Harts are kept from one input to the next: they have much memory.
class Machines {
 public:
  Machine& get(const riscv::HartConfig& config, unsigned number) {
    auto& machine = machines_[{config.isa.extensions, config.has_supervisor, number}];
    if (machine == nullptr) machine = std::make_unique<Machine>(config);
    machine->clear();
    return *machine;
  }

 private:
  std::map<std::tuple<riscv::ExtensionSet, bool, unsigned>, std::unique_ptr<Machine>> machines_;
};

Machines& machines() {
  static Machines kept;
  return kept;
}

uint64_t pick_value(FuzzedDataProvider& input) {
  switch (input.ConsumeIntegralInRange(0, 7)) {
    case 0: return kRegisters + input.ConsumeIntegral<uint8_t>();
    case 1: return kRom + input.ConsumeIntegral<uint8_t>() * uint64_t{4};
    case 2:
    case 3: return kRam + input.ConsumeIntegral<uint16_t>();
    case 4: return kRam + 0xfff + input.ConsumeIntegralInRange<uint64_t>(0, 7);
    default: return pick_number(input);
  }
}

class Programmer {
 public:
  Programmer(const Machine& machine, FuzzedDataProvider& input)
      : csrs_(machine.csrs()),
        input_(input) {
    for (const Row& row : riscv::rows()) {
      if (machine.hart.config().isa.has_all(row.requires_set)) rows_[row.kind].push_back(&row);
    }
    for (const auto& [kind, rows] : rows_)
      kinds_.push_back(kind);
  }

  std::vector<uint8_t> next() {
    std::vector<uint8_t> program;
    while (program.size() + 4 <= kProgramSize && input_.remaining_bytes() > 8) {
      const uint32_t bits = instruction();
      for (unsigned i = 0; i < riscv::length_of(bits); ++i) {
        program.push_back(static_cast<uint8_t>(bits >> (8 * i)));
      }
    }
    return program;
  }

 private:
  uint32_t instruction() {
    const auto open = input_.ConsumeIntegral<uint32_t>();
    if (input_.ConsumeIntegralInRange(0, 31) == 0) return open;
    const Row& row = *pick(rows_[pick(kinds_, input_)], input_);
    const bool is_csr = row.format == riscv::Format::Csr || row.format == riscv::Format::CsrI;
    if (is_csr) {
      // Without a source most of them only read.
      const uint32_t fields = input_.ConsumeBool() ? open & 0xf'8f80 : open & 0xf80;
      return row.match | pick(csrs_, input_) << 20 | (fields & ~row.mask);
    }
    const bool is_compressed = riscv::length_of(row.match) == 2;
    // Registers x8 to x15, so that they meet; most compressed instructions have no others.
    const uint32_t fields = is_compressed ? open & 0xffff : (open & ~0x0108'0800u) | 0x0084'0400u;
    return row.match | (fields & ~row.mask);
  }

  const std::vector<uint32_t>& csrs_;
  std::map<riscv::Kind, std::vector<const Row*>> rows_;
  std::vector<riscv::Kind> kinds_;
  FuzzedDataProvider& input_;
};

constexpr std::string_view kIsas[] = {
    "rv64gcb_zbc_zicond_zicbom_zicboz_zihpm_zawrs_sdtrig_smaia_ssaia_sstc_sv57_svadu_svinval_"
    "svnapot",
    "rv64gc",
    "rv32gcb_zbc_zicond_zicboz_zihpm_sdtrig_sstc_svade_svinval",
    "rv32imac_zicsr",
};

riscv::HartConfig pick_config(FuzzedDataProvider& input) {
  return {
      .hartid = 0,
      .isa = riscv::parse_isa(kIsas[pick_index(std::size(kIsas), input)]).value(),
      .has_supervisor = input.ConsumeIntegralInRange(0, 7) != 0,
  };
}

/// Two tables that map all there is onto itself, and entries by chance.
void put_page_tables(Machine& machine, FuzzedDataProvider& input) {
  constexpr uint64_t kAll = 0xcf;  // V, R, W, X, A and D
  const bool is_rv32 = machine.hart.config().isa.xlen() == 32;
  std::array<uint64_t, 512> table{};
  for (int i = input.ConsumeIntegralInRange(0, 15); i > 0; --i) {
    table[pick_index(table.size(), input)] =
        pick_value(input) >> 12 << 10 | input.ConsumeIntegral<uint8_t>();
  }
  if (is_rv32) {
    std::array<uint32_t, 1024> narrow{};
    std::memcpy(narrow.data(), table.data(), sizeof narrow);
    for (uint64_t page : {kRom, kRegisters, kRam})
      narrow[page >> 22] = static_cast<uint32_t>(page >> 22 << 20 | kAll);
    machine.put(kRam, narrow.data(), sizeof narrow);
  } else {
    table[0] = kAll;
    table[2] = uint64_t{2} << 28 | kAll;
    machine.put(kRam, table.data(), sizeof table);
  }
}

void set_up(Machine& machine, const std::vector<uint8_t>& program, bool is_stable) {
  api::RiscvHartState& state = machine.hart.state();
  machine.put(kRom, program.data(), program.size());
  machine.put(kHandler, kHandlerCode, sizeof kHandlerCode);
  state.mtvec = kHandler;
  state.mstatus |= riscv::kStatusFs & uint64_t{1} << 13;
  // Code that changes itself may be seen changed or not; where that matters there is none.
  const uint8_t execute = is_stable ? 0 : 4;
  state.pmpcfg[0] = static_cast<uint8_t>(0x80 | 0x18 | 3 | execute);
  state.pmpaddr[0] = kRam >> 2 | (kRamSize / 8 - 1);
  state.pmpcfg[1] = 0x1f;
  state.pmpaddr[1] = ~uint64_t{0} >> 10;
}

/// What both of two machines begin with.
void vary(Machine& machine, FuzzedDataProvider& input) {
  api::RiscvHartState& state = machine.hart.state();
  const bool is_rv32 = machine.hart.config().isa.xlen() == 32;
  for (unsigned i = 5; i < 32; ++i) {
    const uint64_t value = pick_value(input);
    state.x[i] = is_rv32 ? static_cast<uint64_t>(static_cast<int32_t>(value)) : value;
    state.f[i] = pick_number(input);
  }
  put_page_tables(machine, input);
  const bool has_supervisor = machine.hart.config().has_supervisor;
  const uint8_t modes[] = {riscv::kMachine, riscv::kUser, riscv::kSupervisor};
  state.privilege = modes[input.ConsumeIntegralInRange(0, has_supervisor ? 2 : 1)];
  if (has_supervisor && input.ConsumeBool())
    machine.hart.set_csr(riscv::kCsrSatp, is_rv32 ? 0x8008'0000 : uint64_t{8} << 60 | kRam >> 12);
  machine.hart.set_csr(riscv::kCsrMideleg, pick_number(input));
  machine.hart.set_csr(riscv::kCsrMedeleg, input.ConsumeBool() ? 0 : pick_number(input));
  machine.hart.state_changed();
}

[[noreturn]] void fail_with(
    const Machine& one,
    const Machine& other,
    const std::vector<uint8_t>& program
) {
  const riscv::Decoder decoder(one.hart.config().isa);
  for (size_t at = 0; at + 4 <= program.size();) {
    uint32_t bits = 0;
    std::memcpy(&bits, &program[at], sizeof bits);
    std::fprintf(stderr, "%zx: %s\n", kRom + at, disassemble(decoder, kRom + at, bits).c_str());
    at += riscv::length_of(bits);
  }
  std::fprintf(stderr, "in blocks:  %s\n", one.state().c_str());
  std::fprintf(stderr, "one by one: %s\n", other.state().c_str());
  if (one.ram() != other.ram()) std::fprintf(stderr, "memory differs\n");
  std::abort();
}

void check(const Machine& machine) {
  const api::RiscvHartState& state = machine.hart.state();
  const bool is_mode =
      state.privilege == riscv::kMachine || state.privilege == riscv::kUser ||
      (state.privilege == riscv::kSupervisor && machine.hart.config().has_supervisor);
  if (state.x[0] != 0 || !is_mode) std::abort();
  if (machine.hart.config().isa.xlen() == 64) return;
  for (uint64_t value : state.x) {
    if (value != static_cast<uint64_t>(static_cast<int32_t>(value))) std::abort();
  }
}

void run_both_ways(FuzzedDataProvider& input) {
  const riscv::HartConfig config = pick_config(input);
  Machine& in_blocks = machines().get(config, 0);
  Machine& one_by_one = machines().get(config, 1);
  vary(in_blocks, input);
  one_by_one.put(kRam, in_blocks.ram().data(), kRamSize);
  one_by_one.hart.state() = in_blocks.hart.state();
  const std::vector<uint8_t> program = Programmer(in_blocks, input).next();
  for (Machine* machine : {&in_blocks, &one_by_one}) {
    set_up(*machine, program, true);
    machine->hart.state_changed();
  }
  in_blocks.hart.run(kBudget, riscv::Precision::Instruction);
  const uint64_t executed = in_blocks.hart.executed();
  for (uint64_t done = 0; done < executed; done += one_by_one.hart.executed()) {
    if (one_by_one.hart.run(1, riscv::Precision::Instruction) != StopReason::BudgetUsed) break;
  }
  check(in_blocks);
  const bool is_alike =
      in_blocks.state() == one_by_one.state() && in_blocks.ram() == one_by_one.ram();
  if (!is_alike) fail_with(in_blocks, one_by_one, program);
}

void disturb(Machine& machine, FuzzedDataProvider& input) {
  Hart& hart = machine.hart;
  switch (input.ConsumeIntegralInRange(0, 7)) {
    case 0: hart.set_interrupt(input.ConsumeIntegralInRange(0u, 12u), input.ConsumeBool()); break;
    case 1: hart.request_exit(); break;
    case 2: hart.add_breakpoint(pick_value(input)); break;
    case 3: hart.pass_breakpoint(); break;
    case 4: {
      const uint64_t first = pick_value(input);
      machine.watch({first, first + input.ConsumeIntegral<uint8_t>(), true, true});
      break;
    }
    case 5: hart.step(); break;
    case 6: (void)hart.physical_address(pick_value(input)); break;
    default: hart.set_csr(input.ConsumeIntegralInRange(0u, 4095u), pick_value(input)); break;
  }
}

void run_wildly(FuzzedDataProvider& input) {
  Machine& machine = machines().get(pick_config(input), 0);
  vary(machine, input);
  const std::vector<uint8_t> program = Programmer(machine, input).next();
  set_up(machine, program, false);
  machine.put(kRam + 0x1000, program.data(), program.size());
  machine.hart.state().pc = input.ConsumeBool() ? kRom : kRam + 0x1000;
  machine.hart.state_changed();
  for (int turn = 0; turn < 20; ++turn) {
    machine.hart.run(kBudget / 20);
    disturb(machine, input);
    check(machine);
  }
}

}  // namespace

void hart(FuzzedDataProvider& input) {
  if (input.ConsumeBool())
    run_both_ways(input);
  else
    run_wildly(input);
}

}  // namespace vm::fuzz
