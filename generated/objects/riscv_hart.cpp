// Generated from schema/devices/riscv-hart.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/riscv_hart.h"

#include <cstddef>

#include "runtime/json/constraint.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kRiscvHartStateMembers[] = {
    {"x",
     offsetof(RiscvHartState, x),
     &qapi::type<std::array<uint64_t, 32>>,
     qapi::Presence::Required},
    {"f",
     offsetof(RiscvHartState, f),
     &qapi::type<std::array<uint64_t, 32>>,
     qapi::Presence::Required},
    {"pc", offsetof(RiscvHartState, pc), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"privilege",
     offsetof(RiscvHartState, privilege),
     &qapi::type<uint8_t>,
     qapi::Presence::Required},
    {"waiting", offsetof(RiscvHartState, waiting), &qapi::type<bool>, qapi::Presence::Required},
    {"fflags", offsetof(RiscvHartState, fflags), &qapi::type<uint8_t>, qapi::Presence::Required},
    {"frm", offsetof(RiscvHartState, frm), &qapi::type<uint8_t>, qapi::Presence::Required},
    {"interrupt-lines",
     offsetof(RiscvHartState, interrupt_lines),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"software-interrupts",
     offsetof(RiscvHartState, software_interrupts),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"mstatus", offsetof(RiscvHartState, mstatus), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"medeleg", offsetof(RiscvHartState, medeleg), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"mideleg", offsetof(RiscvHartState, mideleg), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"mie", offsetof(RiscvHartState, mie), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"mtvec", offsetof(RiscvHartState, mtvec), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"mscratch",
     offsetof(RiscvHartState, mscratch),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"mepc", offsetof(RiscvHartState, mepc), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"mcause", offsetof(RiscvHartState, mcause), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"mtval", offsetof(RiscvHartState, mtval), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"mcounteren",
     offsetof(RiscvHartState, mcounteren),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"mcountinhibit",
     offsetof(RiscvHartState, mcountinhibit),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"menvcfg", offsetof(RiscvHartState, menvcfg), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"mcycle", offsetof(RiscvHartState, mcycle), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"minstret",
     offsetof(RiscvHartState, minstret),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"pmpcfg",
     offsetof(RiscvHartState, pmpcfg),
     &qapi::type<std::array<uint8_t, 16>>,
     qapi::Presence::Required},
    {"pmpaddr",
     offsetof(RiscvHartState, pmpaddr),
     &qapi::type<std::array<uint64_t, 16>>,
     qapi::Presence::Required},
    {"stvec", offsetof(RiscvHartState, stvec), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"sscratch",
     offsetof(RiscvHartState, sscratch),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"sepc", offsetof(RiscvHartState, sepc), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"scause", offsetof(RiscvHartState, scause), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"stval", offsetof(RiscvHartState, stval), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"scounteren",
     offsetof(RiscvHartState, scounteren),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"senvcfg", offsetof(RiscvHartState, senvcfg), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"satp", offsetof(RiscvHartState, satp), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"stimecmp",
     offsetof(RiscvHartState, stimecmp),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"tselect", offsetof(RiscvHartState, tselect), &qapi::type<uint8_t>},
    {"tdata1", offsetof(RiscvHartState, tdata1), &qapi::type<std::array<uint64_t, 4>>},
    {"tdata2", offsetof(RiscvHartState, tdata2), &qapi::type<std::array<uint64_t, 4>>},
    {"tcontrol", offsetof(RiscvHartState, tcontrol), &qapi::type<uint8_t>},
    {"miselect", offsetof(RiscvHartState, miselect), &qapi::type<uint16_t>},
    {"siselect", offsetof(RiscvHartState, siselect), &qapi::type<uint16_t>},
};

}  // namespace

constinit const qapi::ObjectType RiscvHartState::kType{
    qapi::kValue<RiscvHartState>,
    kRiscvHartStateMembers};

}  // namespace api
