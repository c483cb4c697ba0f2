// SPDX-License-Identifier: Apache-2.0
//
// The graphs that a machine consists of, read off its objects.
//
//   api::Graph irq = graph_of(vm.machine(), api::GraphKind::Irq);
//   irq.text = draw(irq, api::GraphFormat::Dot);

#pragma once

#include <string>

#include "generated/types/graph.h"

namespace vm {

class Object;

api::Graph graph_of(Object& machine, api::GraphKind kind);

/// The graph in a language of those who draw.
std::string draw(const api::Graph& graph, api::GraphFormat format);

}  // namespace vm
