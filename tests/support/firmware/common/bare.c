/* SPDX-License-Identifier: Apache-2.0 */

#include "bare.h"

#include <stdarg.h>

static void print_number(uint32_t value, uint32_t base) {
  if (value >= base) print_number(value / base, base);
  put("0123456789abcdef"[value % base]);
}

static void print_text(const char* text) {
  while (*text != 0)
    put(*text++);
}

void print(const char* format, ...) {
  va_list list;
  va_start(list, format);
  for (; *format != 0; ++format) {
    if (*format != '%') {
      put(*format);
      continue;
    }
    switch (*++format) {
      case 's': print_text(va_arg(list, const char*)); break;
      case 'u': print_number(va_arg(list, uint32_t), 10); break;
      case 'x': print_number(va_arg(list, uint32_t), 16); break;
      case 'c': put((char)va_arg(list, int)); break;
      default: put(*format); break;
    }
  }
  va_end(list);
}

void plic_enable(uintptr_t plic, unsigned source) {
  *reg(plic + 4 * source) = 1;
  *reg(plic + 0x2000 + source / 32 * 4) |= 1u << source % 32;
  *reg(plic + 0x200000) = 0;
}

unsigned plic_claim(uintptr_t plic) {
  return *reg(plic + 0x200004);
}

void plic_complete(uintptr_t plic, unsigned source) {
  *reg(plic + 0x200004) = source;
}
