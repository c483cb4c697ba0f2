// Generated from schema/machine-spec.json by codegen/templates/types.h.j2.  Do not edit.

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

/// What a parameter can be.
enum class SpecParamType {
  Int,   ///< a whole number of 64 bits
  Size,  ///< a number of bytes, or an address; suffixes and other bases are understood
  Bool,  ///< true or false
  Str,   ///< text
  File,  ///< path of a file; empty for none
  Enum,  ///< one of the names that `in` lists
};

std::string_view to_string(SpecParamType value);
extern const qapi::EnumType kSpecParamTypeType;
constexpr const qapi::EnumType& type_of(SpecParamType) {
  return kSpecParamTypeType;
}

/// A parameter of a machine or a part.
struct SpecParam {
  /// what it can be
  SpecParamType type{};

  /// its value when it is not given; without a default it must be given
  std::optional<qapi::Any> default_;

  /// the least number allowed, for int and size
  std::optional<qapi::Any> min;

  /// the greatest number allowed, for int and size
  std::optional<qapi::Any> max;

  /// the values allowed; an enum needs it
  std::optional<std::vector<qapi::Any>> in;

  /// what it means
  std::optional<std::string> doc;

  bool operator==(const SpecParam&) const = default;

  static const qapi::ObjectType kType;
};

/// A child: an object, or a whole part. Its name is its key among the nodes.
struct SpecNode {
  /// an object type, or the name of a part: a file next to this one, or a part that comes with
  /// the program
  std::string type;

  /// properties of the object; parameters and exposed properties of the part. A link is the name
  /// of another node.
  std::optional<qapi::Any> props;

  /// whether there is such a node; a condition
  std::optional<qapi::Any> if_;

  /// makes several, `key[0]` and so on: the name of a loop variable and its range, such as `{
  /// "i": "0..3" }`; both bounds are in it
  std::optional<qapi::Any> each;

  /// what it is there for
  std::optional<std::string> doc;

  bool operator==(const SpecNode&) const = default;

  static const qapi::ObjectType kType;
};

/// One name or several.
struct SpecNames {
  /// The alternatives, in the order of `u`.
  enum class Kind {
    One,
    Several,
  };

  qapi::Variant<std::string, std::vector<std::string>> u;

  Kind kind() const { return static_cast<Kind>(u.index()); }

  bool operator==(const SpecNames&) const = default;

  static const qapi::AlternateType kType;
};

/// A window of an address space.
struct SpecMap {
  /// what is seen in it: a node's region (`uart0:regs`), or an address space
  std::string region;

  /// its first address
  qapi::Any at;

  /// the address space, or several of them
  SpecNames into;

  /// of the window within what is mapped
  std::optional<qapi::Any> offset;

  /// of the window
  std::optional<qapi::Any> size;

  /// where windows overlap, the higher one is seen
  std::optional<qapi::Any> priority;

  /// whether there is such a window; a condition
  std::optional<qapi::Any> if_;

  /// one for each value of a loop variable
  std::optional<qapi::Any> each;

  bool operator==(const SpecMap&) const = default;

  static const qapi::ObjectType kType;
};

/// A wire from an output to an input, or several side by side: `plic:mei[0..3]` to
/// `cpus:mei[0..3]`, or `[*]` for all.
struct SpecWire {
  /// the output
  std::string from;

  /// the input, or several that it drives
  SpecNames to;

  /// whether there is such a wire; a condition
  std::optional<qapi::Any> if_;

  /// one for each value of a loop variable
  std::optional<qapi::Any> each;

  bool operator==(const SpecWire&) const = default;

  static const qapi::ObjectType kType;
};

/// A rule that the author sets for the parameters.
struct SpecCheck {
  /// what must hold; a condition
  qapi::Any that;

  /// what to say when it does not
  std::string else_;

  bool operator==(const SpecCheck&) const = default;

  static const qapi::ObjectType kType;
};

/// A property of a part that is in truth one of its nodes'.
struct SpecExposedProperty {
  /// where its value goes: `uart.clock-frequency`; `uart[*].clock-frequency` for all of a loop.
  /// When the exposed name ends in `[i]`, `i` stands for the index here.
  SpecNames to;

  /// what is set there instead of the value as given; `value` stands for that
  std::optional<std::string> expr;

  bool operator==(const SpecExposedProperty&) const = default;

  static const qapi::ObjectType kType;
};

/// An address space that is made by being exposed.
struct SpecOwnSpace {
  /// how many addresses it has, from 0 on; all 2^64 when not given
  std::optional<qapi::Any> size;

  bool operator==(const SpecOwnSpace&) const = default;

  static const qapi::ObjectType kType;
};

/// An address space of a part that can be seen from outside.
struct SpecExposedSpace {
  /// The alternatives, in the order of `u`.
  enum class Kind {
    Node,
    Own,
  };

  qapi::Variant<std::string, SpecOwnSpace> u;

  Kind kind() const { return static_cast<Kind>(u.index()); }

  bool operator==(const SpecExposedSpace&) const = default;

  static const qapi::AlternateType kType;
};

/// What of a part can be seen from outside; nothing else can.
struct SpecExpose {
  /// exposed name to SpecExposedProperty
  std::optional<qapi::Any> props;

  /// exposed name to a region or port of a node: `"irq[i]": "uart[i]:irq"`
  std::optional<qapi::Any> ports;

  /// exposed name to an address space among the nodes, or to an object (`{ "size": "64K" }`),
  /// which makes one of that name
  std::optional<qapi::Any> spaces;

  /// exposed name to a node
  std::optional<qapi::Any> nodes;

  bool operator==(const SpecExpose&) const = default;

  static const qapi::ObjectType kType;
};

/// What descriptions of machines and of parts have in common.
struct SpecBody {
  /// what it is
  std::optional<std::string> doc;

  /// parameter name to SpecParam
  std::optional<qapi::Any> params;

  /// node name to SpecNode
  std::optional<qapi::Any> nodes;

  /// windows of address spaces
  std::optional<std::vector<SpecMap>> map;

  /// interrupt wires
  std::optional<std::vector<SpecWire>> wires;

  /// rules for the parameters
  std::optional<std::vector<SpecCheck>> checks;

  bool operator==(const SpecBody&) const = default;

  static const qapi::ObjectType kType;
};

/// A part: nodes that are put into machines and other parts as one.
struct PartSpec {
  /// what it is
  std::optional<std::string> doc;

  /// parameter name to SpecParam
  std::optional<qapi::Any> params;

  /// node name to SpecNode
  std::optional<qapi::Any> nodes;

  /// windows of address spaces
  std::optional<std::vector<SpecMap>> map;

  /// interrupt wires
  std::optional<std::vector<SpecWire>> wires;

  /// rules for the parameters
  std::optional<std::vector<SpecCheck>> checks;

  /// its name
  std::string part;

  /// what of it can be seen from outside
  std::optional<SpecExpose> expose;

  bool operator==(const PartSpec&) const = default;

  static const qapi::ObjectType kType;
};

/// Where a node that a patch adds is seen.
struct SpecPatchWindow {
  /// which of its regions; may be left out when it has one
  std::optional<std::string> port;

  /// the first address
  qapi::Any at;

  /// the address space
  std::string into;

  /// of the window within the region
  std::optional<qapi::Any> offset;

  /// of the window
  std::optional<qapi::Any> size;

  /// where windows overlap, the higher one is seen
  std::optional<qapi::Any> priority;

  bool operator==(const SpecPatchWindow&) const = default;

  static const qapi::ObjectType kType;
};

/// One change of a machine that is varied: exactly one of `set`, `add`, `remove`, `replace` and
/// `rewire`. Nodes are named by the way to them from the machine on, into parts too:
/// `soc.uarts.uart[1]`. Each change must match exactly one node or wire.
struct SpecPatch {
  /// a property or parameter, as `soc.uarts.clock-hz`, that is to be `to`
  std::optional<std::string> set;

  /// a new node, which is `as`
  std::optional<std::string> add;

  /// a node that is not to be there. Its windows go with it.
  std::optional<std::string> remove;

  /// a node that is to be another, which is `as`; its windows and wires stay
  std::optional<std::string> replace;

  /// an output whose wire is to lead to `to`; without that the wire goes
  std::optional<std::string> rewire;

  /// the new value, or the new input
  std::optional<qapi::Any> to;

  /// what the node is
  std::optional<SpecNode> as;

  /// where the new node is seen
  std::optional<SpecPatchWindow> map;

  /// the wires of the node that is removed go with it
  std::optional<bool> with_wires;

  /// the input that the wire has led to, for an output that drives several
  std::optional<std::string> was;

  bool operator==(const SpecPatch&) const = default;

  static const qapi::ObjectType kType;
};

/// A machine, or a variation of one. The variation's parameters are new ones, or values for
/// those of the machine that it varies; what else it holds comes in addition, and may name what
/// is inside of parts.
struct MachineSpec {
  /// what it is
  std::optional<std::string> doc;

  /// parameter name to SpecParam
  std::optional<qapi::Any> params;

  /// node name to SpecNode
  std::optional<qapi::Any> nodes;

  /// windows of address spaces
  std::optional<std::vector<SpecMap>> map;

  /// interrupt wires
  std::optional<std::vector<SpecWire>> wires;

  /// rules for the parameters
  std::optional<std::vector<SpecCheck>> checks;

  /// its name
  std::string machine;

  /// the machine that it varies: a file next to this one, or a machine that comes with the
  /// program
  std::optional<std::string> base;

  /// what is different, in this order; only for a variation
  std::optional<std::vector<SpecPatch>> patch;

  bool operator==(const MachineSpec&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
