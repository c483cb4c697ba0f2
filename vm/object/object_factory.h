// SPDX-License-Identifier: Apache-2.0
//
// ObjectFactory makes objects from the generated table of object types, by name.
//
//   ObjectFactory factory(platform, object_table());
//   std::unique_ptr<Object> uart = TRY(factory.create("uart16550"));
//   TRY(machine.add_child("uart0", std::move(uart)));

#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "vm/base/result.h"
#include "vm/object/object_type.h"

namespace vm {

class Object;
class Platform;

class ObjectFactory {
 public:
  ObjectFactory(
      Platform& platform,
      std::span<const ObjectType> table,
      std::span<const Alias> path_aliases = {}
  )
      : platform_(platform),
        table_(table),
        path_aliases_(path_aliases) {}

  std::span<const ObjectType> types() const { return table_; }

  // Names of other emulators; see vm/object/alias.h.
  std::span<const Alias> path_aliases() const { return path_aliases_; }
  qapi::CompatPolicy compat_policy() const;
  void note_other_name() const;

  /// Null when there is no such type.
  const ObjectType* find(std::string_view type) const;

  /// As find, with an Error that names the nearest type derived from `base`; one that is not
  /// derived from it is refused too. Another emulator's name for a type is as good as ours.
  Result<const ObjectType*> expect(std::string_view type, std::string_view base = "object") const;

  Result<std::unique_ptr<Object>> create(std::string_view type) const;
  Result<std::unique_ptr<Object>> create(const ObjectType& type) const;

 private:
  Platform& platform_;
  std::span<const ObjectType> table_;
  std::span<const Alias> path_aliases_;
};

}  // namespace vm
