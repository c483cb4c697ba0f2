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
  ObjectFactory(Platform& platform, std::span<const ObjectType> table)
      : platform_(platform),
        table_(table) {}

  std::span<const ObjectType> types() const { return table_; }

  /// Null when there is no such type.
  const ObjectType* find(std::string_view type) const;

  /// As find, with an Error that names the nearest type derived from `base`; one that is not
  /// derived from it is refused too.
  Result<const ObjectType*> expect(std::string_view type, std::string_view base = "object") const;

  Result<std::unique_ptr<Object>> create(std::string_view type) const;
  Result<std::unique_ptr<Object>> create(const ObjectType& type) const;

 private:
  Platform& platform_;
  std::span<const ObjectType> table_;
};

}  // namespace vm
