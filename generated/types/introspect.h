// Generated from qapigen/introspect.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/json/any.h"
#include "runtime/json/variant.h"

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

struct SchemaInfoEnumMember;
struct SchemaInfoObjectMember;
struct SchemaInfoObjectVariant;
struct SchemaInfoAlternateMember;

/// The kinds of entities.
enum class SchemaMetaType {
  Builtin,    ///< a built-in type
  Enum,       ///< an enumeration
  Array,      ///< an array
  Object,     ///< an object
  Alternate,  ///< one of several types
  Command,    ///< a command
  Event,      ///< an event
};

std::string_view to_string(SchemaMetaType value);
extern const qapi::EnumType kSchemaMetaTypeType;
constexpr const qapi::EnumType& type_of(SchemaMetaType) {
  return kSchemaMetaTypeType;
}

/// The types of JSON, with integers told apart.
enum class JSONType {
  String,   ///< a string
  Number,   ///< a number
  Int,      ///< a number without a fraction
  Boolean,  ///< true or false
  Null,     ///< null
  Object,   ///< an object
  Array,    ///< an array
  Value,    ///< any of them
};

std::string_view to_string(JSONType value);
extern const qapi::EnumType kJSONTypeType;
constexpr const qapi::EnumType& type_of(JSONType) {
  return kJSONTypeType;
}

/// A built-in type.
struct SchemaInfoBuiltin {
  /// how it is written
  JSONType json_type{};

  bool operator==(const SchemaInfoBuiltin&) const = default;

  static const qapi::ObjectType kType;
};

/// An enumeration.
struct SchemaInfoEnum {
  /// its values
  std::vector<SchemaInfoEnumMember> members;

  /// the names of its values, for older clients
  std::vector<std::string> values;

  bool operator==(const SchemaInfoEnum&) const = default;

  static const qapi::ObjectType kType;
};

/// An array.
struct SchemaInfoArray {
  /// name of the type of its elements
  std::string element_type;

  bool operator==(const SchemaInfoArray&) const = default;

  static const qapi::ObjectType kType;
};

/// An object.
struct SchemaInfoObject {
  /// those that do not depend on `tag`
  std::vector<SchemaInfoObjectMember> members;

  /// name of the member that tells which variant there is
  std::optional<std::string> tag;

  /// further members by the value of `tag`
  std::optional<std::vector<SchemaInfoObjectVariant>> variants;

  bool operator==(const SchemaInfoObject&) const = default;

  static const qapi::ObjectType kType;
};

/// One of several types.
struct SchemaInfoAlternate {
  /// the types
  std::vector<SchemaInfoAlternateMember> members;

  bool operator==(const SchemaInfoAlternate&) const = default;

  static const qapi::ObjectType kType;
};

/// A command.
struct SchemaInfoCommand {
  /// name of the object type of its arguments
  std::string arg_type;

  /// name of the type of what it returns
  std::string ret_type;

  /// true when it can overtake others
  std::optional<bool> allow_oob;

  /// where it may run; absent when there are no phases
  std::optional<std::vector<std::string>> phases;

  bool operator==(const SchemaInfoCommand&) const = default;

  static const qapi::ObjectType kType;
};

/// An event.
struct SchemaInfoEvent {
  /// name of the object type of its data
  std::string arg_type;

  bool operator==(const SchemaInfoEvent&) const = default;

  static const qapi::ObjectType kType;
};

/// One entity.
struct SchemaInfo {
  /// of the entity; made up for types other than built-in ones
  std::string name;

  /// names of features
  std::optional<std::vector<std::string>> features;

  /// The branches, in the order of `SchemaMetaType`.
  qapi::Variant<
      SchemaInfoBuiltin,
      SchemaInfoEnum,
      SchemaInfoArray,
      SchemaInfoObject,
      SchemaInfoAlternate,
      SchemaInfoCommand,
      SchemaInfoEvent>
      u;

  /// its kind, which says what other members there are
  SchemaMetaType meta_type() const { return static_cast<SchemaMetaType>(u.index()); }

  bool operator==(const SchemaInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// A value of an enumeration.
struct SchemaInfoEnumMember {
  /// the value
  std::string name;

  /// names of features
  std::optional<std::vector<std::string>> features;

  bool operator==(const SchemaInfoEnumMember&) const = default;

  static const qapi::ObjectType kType;
};

/// A member of an object.
struct SchemaInfoObjectMember {
  /// its name
  std::string name;

  /// name of its type
  std::string type;

  /// present when the member is optional: what it is when absent, or null when that has no JSON
  /// form
  std::optional<qapi::Any> default_;

  /// names of features
  std::optional<std::vector<std::string>> features;

  bool operator==(const SchemaInfoObjectMember&) const = default;

  static const qapi::ObjectType kType;
};

/// Further members of an object.
struct SchemaInfoObjectVariant {
  /// the value of the tag
  std::string case_;

  /// name of the object type with the members
  std::string type;

  bool operator==(const SchemaInfoObjectVariant&) const = default;

  static const qapi::ObjectType kType;
};

/// A type that an alternate can have.
struct SchemaInfoAlternateMember {
  /// its name
  std::string type;

  bool operator==(const SchemaInfoAlternateMember&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
