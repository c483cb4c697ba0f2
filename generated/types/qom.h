// Generated from schema/qom.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "generated/types/graph.h"

#include "runtime/json/any.h"

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

enum class ObjectLife;

/// Arguments of `object-add`.
struct ObjectAddArgs {
  /// the object type, one derived from `backend`
  std::string qom_type;

  /// its name
  std::string id;

  /// the object's configuration: any of the properties of its type
  qapi::Any properties = qapi::Any::object();

  bool operator==(const ObjectAddArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `object-del`.
struct ObjectDelArgs {
  /// its name
  std::string id;

  bool operator==(const ObjectDelArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// A property of an object or of an object type.
struct ObjectPropertyInfo {
  /// its name
  std::string name;

  /// its type; `child<TYPE>` for an object below this one
  std::string type;

  /// what it means
  std::optional<std::string> description;

  /// its value when it is not set
  std::optional<qapi::Any> default_value;

  bool operator==(const ObjectPropertyInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `qom-list`.
struct QomListArgs {
  /// its path, or an id that is unambiguous
  std::string path;

  bool operator==(const QomListArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `qom-get`.
struct QomGetArgs {
  /// path of the object, or an id that is unambiguous
  std::string path;

  /// name of the property
  std::string property;

  bool operator==(const QomGetArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `qom-set`.
struct QomSetArgs {
  /// path of the object, or an id that is unambiguous
  std::string path;

  /// name of the property
  std::string property;

  /// its new value
  qapi::Any value;

  bool operator==(const QomSetArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// An object type.
struct ObjectTypeInfo {
  /// its name
  std::string name;

  /// true when there can be no objects of just this type
  std::optional<bool> abstract;

  /// the type it is derived from
  std::optional<std::string> parent;

  bool operator==(const ObjectTypeInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `qom-list-types`.
struct QomListTypesArgs {
  /// only those derived from this one
  std::optional<std::string> implements;

  /// abstract ones too
  bool abstract = false;

  bool operator==(const QomListTypesArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `qom-list-properties`.
struct QomListPropertiesArgs {
  /// name of the type
  std::string typename_;

  bool operator==(const QomListPropertiesArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `device-list-properties`.
struct DeviceListPropertiesArgs {
  /// name of the type, one derived from `device`
  std::string typename_;

  bool operator==(const DeviceListPropertiesArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// A window of an address space.
struct TreeWindow {
  /// what is mapped
  std::string region;

  /// its first address
  uint64_t at{};

  /// its size in bytes
  uint64_t size{};

  /// of the window within what is mapped
  uint64_t offset{};

  /// where windows overlap, the higher one is seen
  int32_t priority{};

  bool operator==(const TreeWindow&) const = default;

  static const qapi::ObjectType kType;
};

/// A wire that an output drives.
struct TreeWire {
  /// the output
  std::string from;

  /// the input
  std::string to;

  bool operator==(const TreeWire&) const = default;

  static const qapi::ObjectType kType;
};

/// An object, with all that is below it.
struct TreeNode {
  /// its name; empty for the root
  std::string name;

  /// its type
  std::string type;

  /// where its life has come to
  ObjectLife life{};

  /// its properties and their values, but for those that count or measure
  qapi::Any properties;

  /// what is mapped into it, for address spaces
  std::optional<std::vector<TreeWindow>> windows;

  /// what its outputs drive, for devices
  std::optional<std::vector<TreeWire>> wires;

  /// the objects below it
  std::vector<TreeNode> children;

  /// the tree in the format that was asked for; only of the object that it begins with
  std::optional<std::string> text;

  bool operator==(const TreeNode&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `query-tree`.
struct QueryTreeArgs {
  /// the object to begin with, which is always there
  std::string path = "/";

  /// how many levels of children; all when not given
  std::optional<uint32_t> depth;

  /// only objects of this type, or of one that is derived from it
  std::optional<std::string> type;

  /// only objects whose name is like this; `*` stands for any number of letters, and `?` for one
  std::optional<std::string> name;

  /// have it in this language too
  std::optional<GraphFormat> format;

  bool operator==(const QueryTreeArgs&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
