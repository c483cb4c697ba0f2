// SPDX-License-Identifier: Apache-2.0
//
// The expanded form of a description, between the document and the plan: a Scope for the machine
// and for each part in it, an Instance for each of their nodes. References are resolved only when
// all instances exist.

#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/json/any.h"
#include "vm/base/result.h"
#include "vm/machine/expression.h"
#include "vm/machine/spec.h"
#include "vm/object/object_type.h"

namespace vm::machine {

struct Scope;

/// A place in a description, seen from one scope.
struct Place {
  const Scope* scope = nullptr;
  std::string pointer;                    ///< JSON pointer in the scope's document
  std::string label;                      ///< "nodes.uart[1]"
  const Spec* layer = nullptr;            ///< the document, if it is not the topmost of the scope's
  std::optional<int64_t> iteration = {};  ///< of a loop

  const Spec& document() const;

  Place member(std::string_view name) const;
  Place element(size_t index) const;

  /// "map[0].region at 2"
  std::string title() const;

  /// The same in an iteration of a loop, if it is one.
  Place at(std::optional<int64_t> index) const;

  /// Whether it is in a document of the scope itself.
  bool is_of_scope() const;

  /// "board.json:3:5 (nodes.uart[1] of soc)"
  std::string origin() const;

  /// The error with this place before it, and the parts that the scope is in behind it. What is
  /// around a part that is plugged in is no text: there the member is named that is wrong.
  Error locate(Error error) const;
};

/// A property and its evaluated value. References in it mean what they mean where it was written.
struct Setting {
  std::string name;
  std::optional<qapi::Any> value;  ///< nothing when it has none; the fault has been reported
  Place place;
  const qapi::Json* written = nullptr;  ///< the value in the description, not evaluated
};

/// That a variation takes a node away.
struct Removal {
  Place place;
  bool with_wires = false;
  size_t order = 0;  ///< of the change, among all
};

/// One node.
struct Instance {
  std::string name;  ///< "uart[1]"
  Place place;
  std::string type_name;
  std::vector<Setting> settings;
  const ObjectType* type = nullptr;  ///< null for a part, and where there is no such type
  std::unique_ptr<Scope> part;
  std::optional<Removal> removal = {};

  /// What a property or parameter is set to; null for none.
  const Setting* find_setting(std::string_view property) const;

  /// Why it is not there: its own removal, or that of a part that it is in.
  const Removal* removed() const;
};

struct Scope {
  const Spec* spec = nullptr;          ///< the topmost layer
  std::vector<const Spec*> layers;     ///< the lowest first; parts have one
  const Instance* instance = nullptr;  ///< what we are in the scope around us; null for the machine
  std::string path;                    ///< below /machine: "soc/uarts"; empty for the machine
  bool is_around = false;              ///< no description, but what a part is plugged into
  Names names;                         ///< parameters
  std::vector<std::unique_ptr<Instance>> instances;
  std::map<std::string, Instance*, std::less<>> by_name;
  std::map<std::string, std::vector<Instance*>, std::less<>> by_key;

  const Scope* outer() const { return instance == nullptr ? nullptr : instance->place.scope; }

  /// An element of one of the layers.
  Place place(const Spec& layer, std::string pointer, std::string label) const {
    return {this, std::move(pointer), std::move(label), &layer};
  }

  Instance& add_instance(const std::string& key, const std::string& name, Place place);

  /// Path of one of our instances.
  std::string path_of(const Instance& inner) const;

  /// For "did you mean".
  std::vector<std::string_view> keys() const;
};

/// Finds all faults before giving up.
class Faults {
 public:
  void add(const Place& place, Error error) { errors_.push_back(place.locate(std::move(error))); }
  void add(const Place& place, std::string desc) { add(place, Error{.desc = std::move(desc)}); }
  /// What went wrong there, if anything did.
  void add_failed(Result<> result, const Place& place);
  /// The value; when there is none, what went wrong there is added.
  template <typename T>
  std::optional<T> keep(Result<T> result, const Place& place) {
    if (result) return *std::move(result);
    add(place, std::move(result).error());
    return std::nullopt;
  }
  void add_unplaced(Error error) { errors_.push_back(std::move(error)); }

  bool empty() const { return errors_.empty(); }

  /// One Error with all of them; there must be some.
  Error take();

 private:
  std::vector<Error> errors_;
};

}  // namespace vm::machine
