// SPDX-License-Identifier: Apache-2.0
//
// A hart's registers under the numbers that gdb knows them by, and the description that tells it
// which there are and how wide ("Debugging with GDB", G.5.11 "RISC-V Features").

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vm {

class RiscvHart;

namespace gdb {

/// The numbers of gdb's own layout, which is also that of a hart without a description.
constexpr unsigned kFirstInteger = 0;
constexpr unsigned kProgramCounter = 32;
constexpr unsigned kFirstFloat = 33;
constexpr unsigned kFirstCsr = 65;
constexpr unsigned kLastCsr = kFirstCsr + 4095;
constexpr unsigned kPrivilege = kLastCsr + 1;

/// The registers that `g` and `G` transfer: x0 to x31 and pc.
constexpr unsigned kGeneralRegisters = 33;

/// The bytes of a register, as they would stand in memory; nothing if the hart has none of that
/// number.
std::optional<std::string> read_register(RiscvHart& hart, unsigned number);

/// False if there is none, it cannot be written, or it has another size.
bool write_register(RiscvHart& hart, unsigned number, std::string_view bytes);

/// In bytes; 0 if there is none.
unsigned register_size(RiscvHart& hart, unsigned number);

/// The document `target.xml`.
std::string target_description(RiscvHart& hart);

}  // namespace gdb
}  // namespace vm
