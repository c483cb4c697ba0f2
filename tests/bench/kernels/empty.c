// SPDX-License-Identifier: Apache-2.0
//
// Nothing: what starting and ending costs.

int main(void) {
  return 0;
}
