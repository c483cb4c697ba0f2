// SPDX-License-Identifier: Apache-2.0

#include "vm/riscv/csr_names.h"

#include <algorithm>

#include <fmt/format.h>

#include "vm/riscv/csr.h"

namespace vm::riscv {
namespace {

struct NamedCsr {
  unsigned number;
  const char* name;
};

constexpr NamedCsr kCsrNames[] = {
    {kCsrFflags, "fflags"},
    {kCsrFrm, "frm"},
    {kCsrFcsr, "fcsr"},
    {kCsrSstatus, "sstatus"},
    {kCsrSie, "sie"},
    {kCsrStvec, "stvec"},
    {kCsrScounteren, "scounteren"},
    {kCsrSenvcfg, "senvcfg"},
    {kCsrSscratch, "sscratch"},
    {kCsrSepc, "sepc"},
    {kCsrScause, "scause"},
    {kCsrStval, "stval"},
    {kCsrSip, "sip"},
    {kCsrStimecmp, "stimecmp"},
    {kCsrStimecmph, "stimecmph"},
    {kCsrSatp, "satp"},
    {kCsrSiselect, "siselect"},
    {kCsrSireg, "sireg"},
    {kCsrSieh, "sieh"},
    {kCsrSiph, "siph"},
    {kCsrStopei, "stopei"},
    {kCsrStopi, "stopi"},
    {kCsrMstatus, "mstatus"},
    {kCsrMisa, "misa"},
    {kCsrMedeleg, "medeleg"},
    {kCsrMideleg, "mideleg"},
    {kCsrMie, "mie"},
    {kCsrMtvec, "mtvec"},
    {kCsrMcounteren, "mcounteren"},
    {kCsrMenvcfg, "menvcfg"},
    {kCsrMstatush, "mstatush"},
    {kCsrMenvcfgh, "menvcfgh"},
    {kCsrMcountinhibit, "mcountinhibit"},
    {kCsrMscratch, "mscratch"},
    {kCsrMepc, "mepc"},
    {kCsrMcause, "mcause"},
    {kCsrMtval, "mtval"},
    {kCsrMip, "mip"},
    {kCsrMvien, "mvien"},
    {kCsrMvip, "mvip"},
    {kCsrMidelegh, "midelegh"},
    {kCsrMieh, "mieh"},
    {kCsrMvienh, "mvienh"},
    {kCsrMviph, "mviph"},
    {kCsrMiph, "miph"},
    {kCsrMiselect, "miselect"},
    {kCsrMireg, "mireg"},
    {kCsrMtopei, "mtopei"},
    {kCsrMtopi, "mtopi"},
    {kCsrTselect, "tselect"},
    {kCsrTdata1, "tdata1"},
    {kCsrTdata2, "tdata2"},
    {kCsrTdata3, "tdata3"},
    {kCsrTinfo, "tinfo"},
    {kCsrTcontrol, "tcontrol"},
    {kCsrMcycle, "mcycle"},
    {kCsrMinstret, "minstret"},
    {kCsrMcycleh, "mcycleh"},
    {kCsrMinstreth, "minstreth"},
    {kCsrCycle, "cycle"},
    {kCsrTime, "time"},
    {kCsrInstret, "instret"},
    {kCsrCycleh, "cycleh"},
    {kCsrTimeh, "timeh"},
    {kCsrInstreth, "instreth"},
    {kCsrMvendorid, "mvendorid"},
    {kCsrMarchid, "marchid"},
    {kCsrMimpid, "mimpid"},
    {kCsrMhartid, "mhartid"},
    {kCsrMconfigptr, "mconfigptr"},
};

/// Registers that are numbered in their names: `name` and `suffix` around a number from `from` on.
struct Series {
  unsigned first;
  unsigned last;
  const char* name;
  unsigned from;
  const char* suffix;
};

constexpr Series kSeries[] = {
    {kCsrPmpcfg0, kCsrPmpcfg3, "pmpcfg", 0, ""},
    {kCsrPmpaddr0, kCsrPmpaddr15, "pmpaddr", 0, ""},
    {kCsrMhpmevent3, kCsrMhpmevent31, "mhpmevent", 3, ""},
    {kCsrMhpmcounter3, kCsrMhpmcounter31, "mhpmcounter", 3, ""},
    {kCsrMhpmcounter3h, kCsrMhpmcounter31h, "mhpmcounter", 3, "h"},
    {kCsrHpmcounter3, kCsrHpmcounter31, "hpmcounter", 3, ""},
    {kCsrHpmcounter3h, kCsrHpmcounter31h, "hpmcounter", 3, "h"},
};

std::vector<CsrName> all_names() {
  std::vector<CsrName> names;
  for (const NamedCsr& csr : kCsrNames) {
    names.push_back({csr.number, csr.name});
  }
  for (const Series& series : kSeries) {
    for (unsigned number = series.first; number <= series.last; ++number) {
      const unsigned index = series.from + (number - series.first);
      names.push_back({number, fmt::format("{}{}{}", series.name, index, series.suffix)});
    }
  }
  std::sort(names.begin(), names.end(), [](const CsrName& left, const CsrName& right) {
    return left.number < right.number;
  });
  return names;
}

}  // namespace

const std::vector<CsrName>& csr_names() {
  static const std::vector<CsrName> names = all_names();
  return names;
}

}  // namespace vm::riscv
