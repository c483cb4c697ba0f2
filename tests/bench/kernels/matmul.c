// SPDX-License-Identifier: Apache-2.0
//
// Products of matrices of doubles.

enum {
  kSize = 96,
  kRounds = 16
};

static double a[kSize][kSize], b[kSize][kSize], c[kSize][kSize];

int main(void) {
  for (int i = 0; i < kSize; ++i) {
    for (int j = 0; j < kSize; ++j) {
      a[i][j] = i + 0.5 * j;
      b[i][j] = j - 0.25 * i;
    }
  }
  double trace = 0;
  for (int round = 0; round < kRounds; ++round) {
    for (int i = 0; i < kSize; ++i) {
      for (int j = 0; j < kSize; ++j) {
        double sum = 0;
        for (int k = 0; k < kSize; ++k)
          sum += a[i][k] * b[k][j];
        c[i][j] = sum;
      }
    }
    trace += c[round][round];
  }
  return trace != -324800;
}
