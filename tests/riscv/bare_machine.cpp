// SPDX-License-Identifier: Apache-2.0

#include "tests/riscv/bare_machine.h"

#include <cstring>
#include <utility>

namespace vm::riscv {

BareMachine::BareMachine(std::string_view isa, std::vector<FlatRange> devices)
    : BareMachine(HartConfig{.isa = parse_isa(isa).value()}, std::move(devices)) {}

BareMachine::BareMachine(const HartConfig& config, std::vector<FlatRange> devices)
    : ram_(kSize),
      hart_(config, *this) {
  devices.push_back({
      .first = kBase,
      .last = kBase + kSize - 1,
      .host = ram_.data(),
      .readonly = false,
      .handler = nullptr,
      .region = 0,
      .offset = 0,
  });
  hart_.set_memory(FlatView(std::move(devices)));
}

uint64_t BareMachine::read_u64(uint64_t address) const {
  uint64_t value = 0;
  std::memcpy(&value, &ram_[address - kBase], sizeof value);
  return value;
}

void BareMachine::write_u64(uint64_t address, uint64_t value) {
  std::memcpy(host(address), &value, sizeof value);
}

std::optional<uint64_t> BareMachine::run(
    uint64_t entry,
    uint64_t tohost,
    uint64_t max_instructions
) {
  constexpr uint64_t kSlice = 10'000;
  hart_.reset(entry);
  for (uint64_t done = 0; done < max_instructions; done += kSlice) {
    const StopReason reason = hart_.run(kSlice);
    if (tohost != 0 && (read_u64(tohost) & 1)) return read_u64(tohost);
    // Programs that wait for the timer of Sstc wait on a clock that only runs when it is read.
    if (reason == StopReason::WaitingForInterrupt) time_ += kSlice;
    if (time_ >= deadline_) hart_.set_interrupt(5, true);
  }
  return std::nullopt;
}

}  // namespace vm::riscv
