// SPDX-License-Identifier: Apache-2.0
//
// Without recursion: only the last `*` is ever tried again, so that the time is at most the product
// of both lengths whatever the pattern is.

#include "vm/machine/name_pattern.h"

namespace vm {

bool is_like(std::string_view name, std::string_view pattern) {
  size_t at = 0;
  size_t next = 0;
  size_t star = pattern.npos;  // the last one, and where what it stands for would end
  size_t end = 0;
  while (at < name.size()) {
    if (next < pattern.size() && pattern[next] == '*') {
      star = next++;
      end = at;
    } else if (next < pattern.size() && (pattern[next] == '?' || pattern[next] == name[at])) {
      ++next;
      ++at;
    } else if (star != pattern.npos) {
      next = star + 1;
      at = ++end;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', next) == pattern.npos;
}

}  // namespace vm
