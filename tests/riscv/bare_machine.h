// SPDX-License-Identifier: Apache-2.0
//
// BareMachine is the least that a hart can run in: memory at 0x80000000, a clock that counts calls,
// and the HTIF `tohost` word by which test programs end.
//
//   BareMachine machine("rv64gc");
//   Program program = load_elf(machine, path);
//   Outcome outcome = machine.run(program.entry, program.tohost, 10'000'000);

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vm/memory/flat_view.h"
#include "vm/riscv/hart.h"

namespace vm::riscv {

class BareMachine final : public HartEnvironment {
 public:
  static constexpr uint64_t kBase = 0x8000'0000;
  static constexpr uint64_t kSize = 64 << 20;

  /// The ISA must be a valid one.
  explicit BareMachine(std::string_view isa, std::vector<FlatRange> devices = {});
  explicit BareMachine(const HartConfig& config, std::vector<FlatRange> devices = {});

  Hart& hart() { return hart_; }

  /// Host memory of a guest address within RAM.
  uint8_t* host(uint64_t address) { return &ram_[address - kBase]; }

  uint64_t read_u64(uint64_t address) const;
  void write_u64(uint64_t address, uint64_t value);

  /// Runs from `entry` until `tohost` is odd; its value then, or nothing after that many
  /// instructions.
  std::optional<uint64_t> run(uint64_t entry, uint64_t tohost, uint64_t max_instructions);

  /// Where trap loops were told of.
  const std::vector<uint64_t>& trap_loops() const { return trap_loops_; }

  // HartEnvironment
  uint64_t time() override { return ++time_; }
  void lock_machine() override {}
  void unlock_machine() override {}
  void wake(Hart&) override {}
  void set_deadline(Hart&, uint64_t deadline) override { deadline_ = deadline; }
  void on_trap_loop(Hart&, uint64_t address) override { trap_loops_.push_back(address); }

 private:
  std::vector<uint8_t> ram_;
  Hart hart_;
  uint64_t time_ = 0;
  uint64_t deadline_ = ~uint64_t{0};
  std::vector<uint64_t> trap_loops_;
};

struct Program {
  uint64_t entry = 0;
  uint64_t tohost = 0;  ///< 0 if there is no such symbol
};

/// Loads a 32- or 64-bit ELF file into the machine's memory. Nothing if it is not one, or does not
/// fit.
std::optional<Program> load_elf(BareMachine& machine, const std::string& path);

}  // namespace vm::riscv
