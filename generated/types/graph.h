// Generated from schema/graph.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/json/any.h"

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// What a graph is drawn in.
enum class GraphFormat {
  Dot,      ///< the language of Graphviz, which arranges large graphs better than we do
  Mermaid,  ///< the language of Mermaid
  Svg,      ///< a picture: Scalable Vector Graphics
};

std::string_view to_string(GraphFormat value);
extern const qapi::EnumType kGraphFormatType;
constexpr const qapi::EnumType& type_of(GraphFormat) {
  return kGraphFormatType;
}

/// Which side.
enum class GraphKind {
  Composition,  ///< what every object is part of
  Memory,       ///< what is mapped into which address space, and where
  Bus,    ///< who looks into which address space, which of these show one another, and what is on
          ///< which bus of PCI or virtio
  Irq,    ///< interrupt wires
  Reset,  ///< what has to be reset before what
  Clock,  ///< what runs at which frequency
  CpuTopology,  ///< clusters and their harts
  Block,        ///< which disks lie in which block nodes, and these in which others
};

std::string_view to_string(GraphKind value);
extern const qapi::EnumType kGraphKindType;
constexpr const qapi::EnumType& type_of(GraphKind) {
  return kGraphKindType;
}

/// An object.
struct GraphNode {
  /// its path below /machine; of a block node its name
  std::string id;

  /// its type
  std::string type;

  /// what it executes, for harts
  std::optional<std::string> isa;

  /// its number, for harts
  std::optional<uint32_t> hartid;

  /// what it runs at, in Hz, by the name of the property
  std::optional<qapi::Any> frequency;

  bool operator==(const GraphNode&) const = default;

  static const qapi::ObjectType kType;
};

/// How one object is related to another.
struct GraphEdge {
  /// what the relation starts from
  std::string from;

  /// what it leads to
  std::string to;

  /// the output that drives the input, for wires
  std::optional<std::string> output;

  /// the input that is driven, for wires
  std::optional<std::string> input;

  /// what is seen, for windows
  std::optional<std::string> region;

  /// first address of a window
  std::optional<uint64_t> at;

  /// of a window, in bytes; 0 for all that both sides have
  std::optional<uint64_t> size;

  /// of a window within what is mapped; absent when it is 0
  std::optional<uint64_t> offset;

  /// of a window; absent when it is 0
  std::optional<int32_t> priority;

  /// the link that it is, for those who look into an address space; what a block node is to the
  /// one above it
  std::optional<std::string> property;

  bool operator==(const GraphEdge&) const = default;

  static const qapi::ObjectType kType;
};

/// One side of the machine.
struct Graph {
  /// which
  GraphKind kind{};

  /// the objects, in the order of their paths
  std::vector<GraphNode> nodes;

  /// how they are related
  std::vector<GraphEdge> edges;

  /// the same in the format that was asked for
  std::optional<std::string> text;

  bool operator==(const Graph&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `query-graph`.
struct QueryGraphArgs {
  /// which
  GraphKind kind{};

  /// have it in this language too
  std::optional<GraphFormat> format;

  bool operator==(const QueryGraphArgs&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
