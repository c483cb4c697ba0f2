// SPDX-License-Identifier: Apache-2.0
//
// The target description: "Debugging with GDB", appendix G.

#include <array>

#include <fmt/format.h>

#include "vm/devices/riscv_hart.h"
#include "vm/gdb/registers.h"
#include "vm/riscv/csr.h"
#include "vm/riscv/csr_names.h"

namespace vm::gdb {
namespace {

using riscv::Extension;

// The names of the calling convention: RISC-V ABIs specification 1.0, chapter 1.
constexpr std::array<const char*, 32> kIntegerNames = {
    "zero", "ra", "sp", "gp", "tp",  "t0",  "t1", "t2", "fp", "s1", "a0",
    "a1",   "a2", "a3", "a4", "a5",  "a6",  "a7", "s2", "s3", "s4", "s5",
    "s6",   "s7", "s8", "s9", "s10", "s11", "t3", "t4", "t5", "t6",
};
constexpr std::array<const char*, 32> kFloatNames = {
    "ft0", "ft1", "ft2", "ft3", "ft4",  "ft5",  "ft6", "ft7", "fs0",  "fs1",  "fa0",
    "fa1", "fa2", "fa3", "fa4", "fa5",  "fa6",  "fa7", "fs2", "fs3",  "fs4",  "fs5",
    "fs6", "fs7", "fs8", "fs9", "fs10", "fs11", "ft8", "ft9", "ft10", "ft11",
};

constexpr unsigned kReturnAddress = 1;

struct Register {
  std::string_view name;
  unsigned number;
  unsigned bits;
  std::string_view type = "int";
};

void add(std::string& text, const Register& one, std::string_view group = {}) {
  text += fmt::format(
      R"(<reg name="{}" bitsize="{}" regnum="{}" type="{}")",
      one.name,
      one.bits,
      one.number,
      one.type
  );
  if (!group.empty()) text += fmt::format(R"( group="{}")", group);
  text += "/>\n";
}

std::string integer_registers(unsigned xlen) {
  std::string text = "<feature name=\"org.gnu.gdb.riscv.cpu\">\n";
  for (unsigned i = 0; i < kIntegerNames.size(); ++i) {
    const bool is_code = i == kReturnAddress;
    add(text, {kIntegerNames[i], kFirstInteger + i, xlen, is_code ? "code_ptr" : "int"});
  }
  add(text, {"pc", kProgramCounter, xlen, "code_ptr"});
  return text + "</feature>\n";
}

std::string float_registers(bool has_double) {
  std::string text = "<feature name=\"org.gnu.gdb.riscv.fpu\">\n";
  if (has_double) {
    text +=
        "<union id=\"riscv_double\">\n"
        "<field name=\"float\" type=\"ieee_single\"/>\n"
        "<field name=\"double\" type=\"ieee_double\"/>\n"
        "</union>\n";
  }
  for (unsigned i = 0; i < kFloatNames.size(); ++i) {
    const std::string_view type = has_double ? "riscv_double" : "ieee_single";
    add(text, {kFloatNames[i], kFirstFloat + i, has_double ? 64u : 32u, type});
  }
  add(text, {"fflags", kFirstCsr + riscv::kCsrFflags, 32});
  add(text, {"frm", kFirstCsr + riscv::kCsrFrm, 32});
  add(text, {"fcsr", kFirstCsr + riscv::kCsrFcsr, 32});
  return text + "</feature>\n";
}

std::string csrs(RiscvHart& hart, unsigned xlen) {
  std::string text = "<feature name=\"org.gnu.gdb.riscv.csr\">\n";
  for (const riscv::CsrName& csr : riscv::csr_names()) {
    const bool is_float = csr.number <= riscv::kCsrFcsr;
    if (is_float || !hart.hart().csr(csr.number)) continue;
    add(text, {csr.name, kFirstCsr + csr.number, xlen}, "csr");
  }
  return text + "</feature>\n";
}

std::string privilege(unsigned xlen) {
  std::string text = "<feature name=\"org.gnu.gdb.riscv.virtual\">\n";
  add(text, {"priv", kPrivilege, xlen});
  return text + "</feature>\n";
}

}  // namespace

std::string target_description(RiscvHart& hart) {
  const riscv::Isa& isa = hart.config().isa;
  const unsigned xlen = isa.xlen();
  std::string text = fmt::format(
      "<?xml version=\"1.0\"?>\n<!DOCTYPE target SYSTEM \"gdb-target.dtd\">\n"
      "<target>\n<architecture>riscv:rv{}</architecture>\n",
      xlen
  );
  text += integer_registers(xlen);
  if (isa.has(Extension::F)) text += float_registers(isa.has(Extension::D));
  text += csrs(hart, xlen);
  text += privilege(xlen);
  return text + "</target>\n";
}

}  // namespace vm::gdb
