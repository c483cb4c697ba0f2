// SPDX-License-Identifier: Apache-2.0
//
// Spec is a description of a machine or of a part, as it was read: a JSON document decoded into the
// types of schema/machine-spec.json, with the place of everything in the text. Its expressions are
// not evaluated yet.
//
//   std::unique_ptr<const Spec> spec = TRY(parse_spec("board.json", text));
//   spec->where("/nodes/uart");   // "board.json:7:14"

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "generated/types/machine_spec.h"

#include "runtime/json/json_fwd.h"
#include "vm/base/result.h"

namespace qapi {
class SourceMap;
}  // namespace qapi

namespace vm::machine {

/// A member of one of the document's objects.
template <typename T>
struct Entry {
  std::string name;
  T value;
};

template <typename T>
using Entries = std::vector<Entry<T>>;

/// The entry of that name, or null.
template <typename T>
const Entry<T>* find_entry(const Entries<T>& entries, std::string_view name) {
  for (const Entry<T>& entry : entries) {
    if (entry.name == name) return &entry;
  }
  return nullptr;
}

struct Spec {
  std::string file;  ///< as messages name it
  std::string name;
  std::string doc;
  bool is_part = false;

  Entries<api::SpecParam> params;
  Entries<qapi::Any> param_values;  ///< of a variation: for parameters of its base
  Entries<api::SpecNode> nodes;
  std::vector<api::SpecMap> map;
  std::vector<api::SpecWire> wires;
  std::vector<api::SpecCheck> checks;

  // What a variation changes.
  std::string base;  ///< empty for what is no variation
  std::vector<api::SpecPatch> patch;

  // What a part exposes.
  Entries<api::SpecExposedProperty> exposed_props;
  Entries<std::string> exposed_ports;
  Entries<api::SpecExposedSpace> exposed_spaces;
  Entries<std::string> exposed_nodes;

  std::unique_ptr<const qapi::SourceMap> places;

  Spec();
  ~Spec();
  Spec(const Spec&) = delete;
  Spec& operator=(const Spec&) = delete;

  /// "FILE:LINE:COLUMN" of the value with that JSON pointer, or of what would hold it. Without
  /// places, name and pointer.
  std::string where(std::string_view pointer) const;
};

/// Whether a node or a parameter can have that name: there are no dots and brackets in it, which
/// have a meaning in references.
bool is_key(std::string_view name);

/// What is_key() asks for, in words.
constexpr std::string_view kKeyRule = "a letter, then letters, digits, '-' and '_'";

/// All faults of the document's form, each with its place.
Result<std::unique_ptr<const Spec>> parse_spec(std::string file, std::string_view text);

/// The same of a value that was no text: its places are JSON pointers, `spec/nodes/uart`.
Result<std::unique_ptr<const Spec>> decode_spec(std::string name, const qapi::Json& json);

}  // namespace vm::machine
