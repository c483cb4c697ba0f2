// SPDX-License-Identifier: Apache-2.0
//
// Strings of bytes: made, measured, searched, compared and put together.

#include <stdint.h>

enum {
  kWords = 512,
  kRounds = 2000,
  kRoom = 16
};

static char words[kWords][kRoom];
static char text[kWords * kRoom];

static unsigned length(const char* of) {
  const char* end = of;
  while (*end)
    ++end;
  return (unsigned)(end - of);
}

static int compare(const char* one, const char* other) {
  while (*one && *one == *other) {
    ++one;
    ++other;
  }
  return (uint8_t)*one - (uint8_t)*other;
}

static char* append(char* to, const char* from) {
  while ((*to = *from++))
    ++to;
  return to;
}

/// How often a word stands in a text.
static unsigned count(const char* in, const char* word) {
  unsigned found = 0;
  for (; *in; ++in) {
    const char* at = in;
    const char* wanted = word;
    while (*wanted && *at == *wanted) {
      ++at;
      ++wanted;
    }
    found += *wanted == 0;
  }
  return found;
}

/// The number in letters, lowest digit first, and a dot.
static void spell(char* to, unsigned number) {
  do
    *to++ = (char)('a' + number % 7);
  while ((number /= 7));
  *to++ = '.';
  *to = 0;
}

int main(void) {
  unsigned sum = 0;
  for (unsigned round = 0; round < kRounds; ++round) {
    char* end = text;
    for (unsigned i = 0; i < kWords; ++i) {
      spell(words[i], i * 31 + round);
      end = append(end, words[i]);
      sum += compare(words[i], words[i / 2]) > 0;
    }
    sum += length(text) + count(text, words[round % kWords]);
  }
  return sum != 6581159;
}
