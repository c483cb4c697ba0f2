// Generated from schema/devices/riscv-hart.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/riscv_hart.h"

#include "runtime/json/constraint.h"
#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, RiscvHartState& value) {
  qapi::ObjectReader object(in);
  object.defaulted("x", value.x);
  object.defaulted("f", value.f);
  object.defaulted("pc", value.pc);
  object.defaulted("privilege", value.privilege);
  object.defaulted("waiting", value.waiting);
  object.defaulted("fflags", value.fflags);
  object.defaulted("frm", value.frm);
  object.defaulted("interrupt-lines", value.interrupt_lines);
  object.defaulted("software-interrupts", value.software_interrupts);
  object.defaulted("mstatus", value.mstatus);
  object.defaulted("medeleg", value.medeleg);
  object.defaulted("mideleg", value.mideleg);
  object.defaulted("mie", value.mie);
  object.defaulted("mtvec", value.mtvec);
  object.defaulted("mscratch", value.mscratch);
  object.defaulted("mepc", value.mepc);
  object.defaulted("mcause", value.mcause);
  object.defaulted("mtval", value.mtval);
  object.defaulted("mcounteren", value.mcounteren);
  object.defaulted("mcountinhibit", value.mcountinhibit);
  object.defaulted("menvcfg", value.menvcfg);
  object.defaulted("mcycle", value.mcycle);
  object.defaulted("minstret", value.minstret);
  object.defaulted("pmpcfg", value.pmpcfg);
  object.defaulted("pmpaddr", value.pmpaddr);
  object.defaulted("stvec", value.stvec);
  object.defaulted("sscratch", value.sscratch);
  object.defaulted("sepc", value.sepc);
  object.defaulted("scause", value.scause);
  object.defaulted("stval", value.stval);
  object.defaulted("scounteren", value.scounteren);
  object.defaulted("senvcfg", value.senvcfg);
  object.defaulted("satp", value.satp);
  object.defaulted("stimecmp", value.stimecmp);
  return object.finish();
}

void encode(qapi::Writer& out, const RiscvHartState& value) {
  qapi::ObjectWriter object(out);
  object.member("x", value.x);
  object.member("f", value.f);
  object.member("pc", value.pc);
  object.member("privilege", value.privilege);
  object.member("waiting", value.waiting);
  object.member("fflags", value.fflags);
  object.member("frm", value.frm);
  object.member("interrupt-lines", value.interrupt_lines);
  object.member("software-interrupts", value.software_interrupts);
  object.member("mstatus", value.mstatus);
  object.member("medeleg", value.medeleg);
  object.member("mideleg", value.mideleg);
  object.member("mie", value.mie);
  object.member("mtvec", value.mtvec);
  object.member("mscratch", value.mscratch);
  object.member("mepc", value.mepc);
  object.member("mcause", value.mcause);
  object.member("mtval", value.mtval);
  object.member("mcounteren", value.mcounteren);
  object.member("mcountinhibit", value.mcountinhibit);
  object.member("menvcfg", value.menvcfg);
  object.member("mcycle", value.mcycle);
  object.member("minstret", value.minstret);
  object.member("pmpcfg", value.pmpcfg);
  object.member("pmpaddr", value.pmpaddr);
  object.member("stvec", value.stvec);
  object.member("sscratch", value.sscratch);
  object.member("sepc", value.sepc);
  object.member("scause", value.scause);
  object.member("stval", value.stval);
  object.member("scounteren", value.scounteren);
  object.member("senvcfg", value.senvcfg);
  object.member("satp", value.satp);
  object.member("stimecmp", value.stimecmp);
}

}  // namespace api
