// SPDX-License-Identifier: Apache-2.0

#include "runtime/json/source_map.h"

namespace qapi {

SourceMap::Place SourceMap::nearest(std::string_view pointer) const {
  for (;;) {
    const auto found = places_.find(std::string(pointer));
    if (found != places_.end()) return found->second;
    const size_t slash = pointer.rfind('/');
    if (slash == std::string_view::npos) return {};
    pointer = pointer.substr(0, slash);
  }
}

std::string pointer_step(std::string_view name) {
  std::string step = "/";
  for (const char c : name) {
    switch (c) {
      case '~': step += "~0"; break;
      case '/': step += "~1"; break;
      default: step += c;
    }
  }
  return step;
}

}  // namespace qapi
