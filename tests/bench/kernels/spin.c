// SPDX-License-Identifier: Apache-2.0
//
// Runs for ever and asks for nothing: what else goes on while a guest runs.

int main(void) {
  for (;;) {
    __asm__ volatile("");
  }
}
