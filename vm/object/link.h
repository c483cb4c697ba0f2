// SPDX-License-Identifier: Apache-2.0
//
// Link is a property that refers to another object, by path or id until its owner is realized, by
// pointer from then on. Who is linked to cannot be removed before the one who links.
//
//   if (Chardev* chardev = linked<Chardev>(props_.chardev)) chardev->write(bytes);

#pragma once

#include <optional>
#include <string>

#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace vm {

class Object;

class Link {
 public:
  std::string path;          ///< as given; empty: refers to nothing
  Object* target = nullptr;  ///< from realize to unrealize

  bool operator==(const Link& other) const { return path == other.path; }

  /// The target as the class that the schema's `link<...>` promises; null when it refers to
  /// nothing.
  template <typename T>
  T* get() const {
    return static_cast<T*>(target);
  }
};

template <typename T>
T* linked(const Link& link) {
  return link.get<T>();
}

template <typename T>
T* linked(const std::optional<Link>& link) {
  return link ? link->get<T>() : nullptr;
}

bool decode(const qapi::Reader& in, Link& value);
void encode(qapi::Writer& out, const Link& value);

}  // namespace vm
