// SPDX-License-Identifier: Apache-2.0
//
// SourceMap knows where in a text each value of a JSON document stands, by its JSON pointer (RFC
// 6901): so that a fault found long after parsing can name line and column.
//
//   SourceMap map;
//   parse_json_at(text, {.comments = true}, &map);
//   map.value("/devices/0/driver");   // 12:21

#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "runtime/json/json.h"

namespace qapi {

class SourceMap {
 public:
  struct Place {
    Position key;  ///< of the member's name; the same as `value` where there is none
    Position value;
  };

  void add(std::string pointer, const Place& place) { places_[std::move(pointer)] = place; }

  /// Where the value stands; for one that does not exist (a missing member) its nearest ancestor.
  Position value(std::string_view pointer) const { return nearest(pointer).value; }

  /// Where the name of the member stands.
  Position key(std::string_view pointer) const { return nearest(pointer).key; }

 private:
  Place nearest(std::string_view pointer) const;

  std::unordered_map<std::string, Place> places_;
};

/// "/" and the name, with `~` and `/` escaped.
std::string pointer_step(std::string_view name);

}  // namespace qapi
