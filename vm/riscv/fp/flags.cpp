// SPDX-License-Identifier: Apache-2.0

#include "vm/riscv/fp/flags.h"

#include <cfenv>

#ifdef __SSE2__
#include <immintrin.h>
#endif

#include "vm/riscv/cpu.h"

namespace vm::riscv {

#ifdef __SSE2__

// <cfenv> also saves and restores the x87, which is slow, and which nothing here uses.
namespace {

constexpr unsigned kMxcsrFlags = 0x3f;

uint8_t from_mxcsr(unsigned mxcsr) {
  uint8_t flags = 0;
  if (mxcsr & _MM_EXCEPT_INVALID) flags |= kInvalid;
  if (mxcsr & _MM_EXCEPT_DIV_ZERO) flags |= kDivideByZero;
  if (mxcsr & _MM_EXCEPT_OVERFLOW) flags |= kOverflow;
  if (mxcsr & _MM_EXCEPT_UNDERFLOW) flags |= kUnderflow;
  if (mxcsr & _MM_EXCEPT_INEXACT) flags |= kInexact;
  return flags;
}

}  // namespace

void collect_float_flags(Cpu& cpu) {
  const unsigned mxcsr = _mm_getcsr();
  if ((mxcsr & kMxcsrFlags) == 0) return;
  cpu.state.fflags |= from_mxcsr(mxcsr);
  _mm_setcsr(mxcsr & ~kMxcsrFlags);
}

void discard_float_flags() {
  const unsigned mxcsr = _mm_getcsr();
  if (mxcsr & kMxcsrFlags) _mm_setcsr(mxcsr & ~kMxcsrFlags);
}

#else

void collect_float_flags(Cpu& cpu) {
  const int host = std::fetestexcept(FE_ALL_EXCEPT);
  if (host & FE_INVALID) cpu.state.fflags |= kInvalid;
  if (host & FE_DIVBYZERO) cpu.state.fflags |= kDivideByZero;
  if (host & FE_OVERFLOW) cpu.state.fflags |= kOverflow;
  if (host & FE_UNDERFLOW) cpu.state.fflags |= kUnderflow;
  if (host & FE_INEXACT) cpu.state.fflags |= kInexact;
  discard_float_flags();
}

void discard_float_flags() {
  std::feclearexcept(FE_ALL_EXCEPT);
}

#endif

}  // namespace vm::riscv
