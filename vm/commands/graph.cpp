// SPDX-License-Identifier: Apache-2.0

#include "generated/commands/graph.h"

#include "vm/machine/graph.h"
#include "vm/machine/vm.h"

namespace vm {

Result<api::Graph> commands::query_graph(Vm& vm, const api::QueryGraphArgs& args) {
  api::Graph graph = graph_of(vm.machine(), args.kind);
  if (args.format) graph.text = draw(graph, *args.format);
  return graph;
}

}  // namespace vm
