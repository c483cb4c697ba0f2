// SPDX-License-Identifier: Apache-2.0
//
// Runs test programs that end through HTIF, one after the other:
//
//   run_elf rv64gc FILE...
//
// A line `ok FILE` or `FAILED FILE: why` for each; exit status 1 if one failed.

#include <cstdio>
#include <string>

#include "tests/riscv/bare_machine.h"

namespace vm::riscv {
namespace {

constexpr uint64_t kMaxInstructions = 2'000'000'000;

/// Empty if the program passes.
std::string run_file(const char* isa, const std::string& path) {
  BareMachine machine(isa);
  const std::optional<Program> program = load_elf(machine, path);
  if (!program) return "not an ELF file that fits into memory";
  if (program->tohost == 0) return "no symbol 'tohost'";
  const auto tohost = machine.run(program->entry, program->tohost, kMaxInstructions);
  if (!tohost) return "has not ended";
  return *tohost == 1 ? "" : "test case " + std::to_string((*tohost & 0xffff'ffff) >> 1);
}

}  // namespace
}  // namespace vm::riscv

int main(int argc, char** argv) {
  if (argc < 3 || !vm::riscv::parse_isa(argv[1])) {
    std::fprintf(stderr, "usage: run_elf ISA FILE...\n");
    return 2;
  }
  bool failed = false;
  for (int i = 2; i < argc; ++i) {
    const std::string why = vm::riscv::run_file(argv[1], argv[i]);
    failed |= !why.empty();
    if (why.empty()) {
      std::printf("ok %s\n", argv[i]);
    } else {
      std::printf("FAILED %s: %s\n", argv[i], why.c_str());
    }
  }
  return failed ? 1 : 0;
}
