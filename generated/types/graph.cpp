// Generated from schema/graph.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/graph.h"

#include <cstddef>

#include "runtime/json/enum.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {
constexpr std::string_view kGraphFormatNames[] = {
    "dot",
    "mermaid",
    "svg",
};
}  // namespace

std::string_view to_string(GraphFormat value) {
  return kGraphFormatNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kGraphFormatType{kGraphFormatNames};

namespace {
constexpr std::string_view kGraphKindNames[] = {
    "composition",
    "memory",
    "bus",
    "irq",
    "reset",
    "clock",
    "cpu-topology",
    "block",
};
}  // namespace

std::string_view to_string(GraphKind value) {
  return kGraphKindNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kGraphKindType{kGraphKindNames};

namespace {

constexpr qapi::Member kGraphNodeMembers[] = {
    {"id", offsetof(GraphNode, id), &qapi::type<std::string>, qapi::Presence::Required},
    {"type", offsetof(GraphNode, type), &qapi::type<std::string>, qapi::Presence::Required},
    {"isa", offsetof(GraphNode, isa), &qapi::type<std::optional<std::string>>},
    {"hartid", offsetof(GraphNode, hartid), &qapi::type<std::optional<uint32_t>>},
    {"frequency", offsetof(GraphNode, frequency), &qapi::type<std::optional<qapi::Any>>},
};

}  // namespace

constinit const qapi::ObjectType GraphNode::kType{qapi::kValue<GraphNode>, kGraphNodeMembers};

namespace {

constexpr qapi::Member kGraphEdgeMembers[] = {
    {"from", offsetof(GraphEdge, from), &qapi::type<std::string>, qapi::Presence::Required},
    {"to", offsetof(GraphEdge, to), &qapi::type<std::string>, qapi::Presence::Required},
    {"output", offsetof(GraphEdge, output), &qapi::type<std::optional<std::string>>},
    {"input", offsetof(GraphEdge, input), &qapi::type<std::optional<std::string>>},
    {"region", offsetof(GraphEdge, region), &qapi::type<std::optional<std::string>>},
    {"at", offsetof(GraphEdge, at), &qapi::type<std::optional<uint64_t>>},
    {"size", offsetof(GraphEdge, size), &qapi::type<std::optional<uint64_t>>},
    {"offset", offsetof(GraphEdge, offset), &qapi::type<std::optional<uint64_t>>},
    {"priority", offsetof(GraphEdge, priority), &qapi::type<std::optional<int32_t>>},
    {"property", offsetof(GraphEdge, property), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType GraphEdge::kType{qapi::kValue<GraphEdge>, kGraphEdgeMembers};

namespace {

constexpr qapi::Member kGraphMembers[] = {
    {"kind", offsetof(Graph, kind), &qapi::type<GraphKind>, qapi::Presence::Required},
    {"nodes",
     offsetof(Graph, nodes),
     &qapi::type<std::vector<GraphNode>>,
     qapi::Presence::Required},
    {"edges",
     offsetof(Graph, edges),
     &qapi::type<std::vector<GraphEdge>>,
     qapi::Presence::Required},
    {"text", offsetof(Graph, text), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType Graph::kType{qapi::kValue<Graph>, kGraphMembers};

namespace {

constexpr qapi::Member kQueryGraphArgsMembers[] = {
    {"kind", offsetof(QueryGraphArgs, kind), &qapi::type<GraphKind>, qapi::Presence::Required},
    {"format", offsetof(QueryGraphArgs, format), &qapi::type<std::optional<GraphFormat>>},
};

}  // namespace

constinit const qapi::ObjectType QueryGraphArgs::kType{
    qapi::kValue<QueryGraphArgs>,
    kQueryGraphArgsMembers};

}  // namespace api
