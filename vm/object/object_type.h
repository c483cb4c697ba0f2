// SPDX-License-Identifier: Apache-2.0
//
// ObjectType is one row of the object table: what the schema says about a type. The rows are
// generated; the create functions they name are written by hand, one .cpp per type.

#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "runtime/json/reader.h"
#include "runtime/json/writer.h"
#include "vm/base/result.h"

namespace vm {

class Link;
class Object;
class Platform;

/// When a property may be set.
enum class PropertyUse {
  Config,     ///< until the object is realized
  Control,    ///< while it runs too
  Telemetry,  ///< never by users
};

/// How many, or how large: a number, or a property of the object.
struct PortBound {
  uint64_t number = 0;
  uint64_t (*property)(const Object& object) = nullptr;

  uint64_t of(const Object& object) const {
    return property != nullptr ? property(object) : number;
  }
};

struct PropertyType {
  std::string_view name;
  std::string_view type;  ///< as the schema spells it: `uint32`, `link<chardev>`
  PropertyUse use = PropertyUse::Config;
  std::string_view default_json = {};  ///< empty: none
  bool mandatory = false;              ///< neither a default nor optional
  qapi::Special special = qapi::Special::None;
  std::string_view doc = {};

  /// Decodes, checks the range, stores.
  bool (*set)(Object& object, const qapi::Reader& value);

  /// Writes the value; false, with nothing written, when an optional property is absent.
  bool (*get)(const Object& object, qapi::Writer& out);

  /// For links: visits each Link that the property holds. Null for other properties.
  void (*links)(Object& object, void (*visit)(void* user, Link& link), void* user) = nullptr;

  /// For arrays with declared bounds, `name[COUNT]`: how many elements there can be, and how one is
  /// set.
  PortBound length = {};
  bool (*set_element)(Object& object, size_t index, const qapi::Reader& value) = nullptr;

  /// For links: `chardev` of "link<chardev>" and of "[link<chardev>]".
  std::string_view linked_type() const;
};

enum class PortKind {
  Mmio,
  IrqIn,
  IrqOut
};
enum class RegionKind {
  Io,
  Ram,
  Rom
};

struct PortType {
  std::string_view name;
  PortKind kind;
  RegionKind region_kind = RegionKind::Io;
  PortBound size = {};              ///< of a region, in bytes
  PortBound count = {.number = 1};  ///< 1 unless it is an array
  bool is_array = false;
  int fdt_cell = -1;  ///< interrupt specifier of an input in the device tree; -1: its index
};

/// A property of the node in the guest's device tree.
struct FdtProperty {
  std::string_view name;
  std::string_view json = {};      ///< a literal, or empty
  std::string_view property = {};  ///< the object's property whose value it has, or empty
};

enum class AliasKind {
  Type,
  Property,
  Port,
  Child,
  Path,
  Given,  ///< no name, but what a property is where it is not given to one of the emulator's types
  Assumed,  ///< no name, but the path of an object that its machines have, and of what type it is
};

/// A name that another emulator has for one of ours.
struct Alias {
  AliasKind kind;
  std::string_view name;
  std::string_view stands_for;  ///< ours; empty for a property that has no counterpart
  std::string_view of;          ///< the emulator

  /// Of a property that goes by other values there, or has no counterpart: an object from those
  /// values to ours, or an array of those that say what is so anyway.
  std::string_view values_json = {};
};

struct ObjectType {
  std::string_view name;
  const ObjectType* base = nullptr;
  bool is_abstract = false;
  bool hotplug = false;
  std::string_view doc = {};
  std::span<const PropertyType> properties = {};  ///< the bases' first
  std::span<const PortType> ports =
      {};  ///< regions, inputs, outputs, each in the order of the schema
  std::span<const std::string_view> compatible = {};
  std::span<const Alias> aliases = {};  ///< of itself, and of what it and its bases have
  std::string_view fdt_node = {};       ///< empty: does not appear in the device tree
  std::span<const FdtProperty> fdt_properties = {};

  /// Null for abstract types.
  Result<std::unique_ptr<Object>> (*create)(Platform& platform) = nullptr;

  /// Its `state` struct as JSON, and back.
  void (*save)(const Object& object, qapi::Writer& out) = nullptr;
  bool (*load)(Object& object, const qapi::Reader& in) = nullptr;

  bool is_a(std::string_view type) const;
  const PropertyType* find_property(std::string_view name) const;
};

}  // namespace vm
