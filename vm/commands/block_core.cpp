// SPDX-License-Identifier: Apache-2.0
//
// blockdev-add is object-add in the form that QMP clients know: a node of driver `file` is an
// object of type `blockdev-file`. One that is defined inside of another is an object below it.

#include "generated/commands/block_core.h"

#include <algorithm>

#include <fmt/format.h>

#include "runtime/json/decode.h"
#include "runtime/json/json.h"
#include "vm/backends/block.h"
#include "vm/base/must.h"
#include "vm/machine/notes.h"
#include "vm/machine/vm.h"

namespace vm {
namespace {

using qapi::Json;

constexpr std::string_view kPrefix = "blockdev-";

// What a node inside of another one has from that one.
constexpr const char* kInherited[] = {"read-only", "auto-read-only", "discard", "cache"};

template <typename Visit>
void for_each_node(const Object& object, Visit visit) {
  for (const auto& child : object.children()) {
    if (child->type().is_a("blockdev")) visit(static_cast<Blockdev&>(*child));
    for_each_node(*child, visit);
  }
}

Blockdev* find_if_there(Vm& vm, const std::string& name) {
  Blockdev* found = nullptr;
  for_each_node(vm.objects(), [&](Blockdev& node) {
    if (node.node_name() == name) found = &node;
  });
  return found;
}

Result<Blockdev*> find_node(Vm& vm, const std::string& name) {
  Blockdev* const found = find_if_there(vm, name);
  if (found == nullptr) return fail(fmt::format("block node '{}' not found", name));
  return found;
}

/// What is to be created for a definition: its node, then those inside of it.
class NodeBatch {
 public:
  explicit NodeBatch(Vm& vm) : vm_(vm) {}

  /// `role` is what the node is to the one above: its name, if it was given none.
  Result<> add(Json definition, const std::string& parent, const std::string& role) {
    const std::string name = definition.value("node-name", role);
    if (name.empty()) return fail("Parameter 'node-name' is missing");
    TRY(check_free(name, role));
    NewObject node{
        .type = fmt::format("{}{}", kPrefix, definition["driver"].get<std::string>()),
        .base = "blockdev",
        .name = name,
        .parent_path = parent,
    };
    if (definition.contains("backing") && definition["backing"].is_null()) {
      definition.erase("backing");
      definition["no-backing"] = true;
    }
    definition.erase("driver");
    definition.erase("node-name");
    const size_t place = batch_.size();
    batch_.push_back(std::move(node));
    TRY(add_inner(definition, fmt::format("{}/{}", parent, name)));
    batch_[place].properties = qapi::Any(std::move(definition));
    return {};
  }

  Result<> build() {
    TRY(vm_.builder().build(batch_));
    return {};
  }

 private:
  /// Those that are defined inside of `definition`, which then refers to them.
  Result<> add_inner(Json& definition, const std::string& path) {
    for (auto& [role, value] : definition.items()) {
      if (!value.is_object() || !value.contains("driver")) continue;
      for (const char* member : kInherited) {
        if (definition.contains(member) && !value.contains(member)) {
          value[member] = definition[member];
        }
      }
      const std::string name = value.value("node-name", role);
      TRY(add(value, path, role));
      value = fmt::format("{}/{}", path, name);
    }
    return {};
  }

  /// Inside of another node it is found by its name as others are.
  Result<> check_free(const std::string& name, const std::string& role) const {
    if (name == role) return {};
    const bool is_in_batch = std::any_of(batch_.begin(), batch_.end(), [&](const NewObject& node) {
      return node.name == name;
    });
    if (!is_in_batch && find_if_there(vm_, name) == nullptr) return {};
    return fail(fmt::format("there is a block node '{}' already", name));
  }

  Vm& vm_;
  std::vector<NewObject> batch_;
};

api::BlockdevDriver driver_of(const Blockdev& node) {
  const Json driver = node.type().name.substr(kPrefix.size());
  return must(qapi::decode_all<api::BlockdevDriver>(driver, qapi::Spelling::Json));
}

api::BlockDeviceInfo describe(const Blockdev& node) {
  const api::BlockdevCacheOptions cache = node.cache();
  api::BlockDeviceInfo info;
  info.node_name = node.node_name();
  info.drv = driver_of(node);
  info.file = node.filename();
  info.ro = node.is_read_only();
  info.cache = {.writeback = true, .direct = cache.direct, .no_flush = cache.no_flush};
  info.image = {.filename = info.file, .format = info.drv, .virtual_size = node.size()};
  for (const auto& [role, below] : node.nodes_below()) {
    info.children.push_back({.child = role, .node_name = below->node_name()});
  }
  info.users = node.user_paths();
  return info;
}

}  // namespace

Result<> commands::blockdev_add(Vm& vm, const api::BlockdevOptions& args) {
  NodeBatch nodes(vm);
  TRY(nodes.add(qapi::parse_json(qapi::encoded(args)).value(), vm.objects().path(), ""));
  TRY(nodes.build());
  vm.ledger().note({vm.objects().child(*args.node_name)->path()});
  return {};
}

Result<> commands::blockdev_del(Vm& vm, const api::BlockdevDelArgs& args) {
  Blockdev* const node = TRY(find_node(vm, args.node_name));
  if (node->parent() != &vm.objects()) {
    return fail(
        fmt::format("block node '{}' is a part of {}", args.node_name, node->parent()->path())
    );
  }
  note_removed(vm, *node);
  return vm.builder().remove(*node);
}

Result<> commands::block_resize(Vm& vm, const api::BlockResizeArgs& args) {
  Blockdev* const node = TRY(find_node(vm, args.node_name));
  const uint64_t before = node->size();
  TRY(node->grow(args.size));
  vm.undo().add([node, before] { node->shrink_back(before); });
  return {};
}

Result<std::vector<api::BlockDeviceInfo>> commands::query_named_block_nodes(Vm& vm) {
  std::vector<api::BlockDeviceInfo> list;
  for_each_node(vm.objects(), [&](const Blockdev& node) { list.push_back(describe(node)); });
  return list;
}

Result<std::vector<api::BlockStats>> commands::query_blockstats(Vm& vm) {
  std::vector<api::BlockStats> list;
  for_each_node(vm.objects(), [&](const Blockdev& node) {
    list.push_back({.node_name = node.node_name(), .stats = node.stats()});
  });
  return list;
}

}  // namespace vm
