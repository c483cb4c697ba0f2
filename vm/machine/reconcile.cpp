// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/reconcile.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "vm/object/object_type.h"

namespace vm {
namespace {

using api::ReconcilingCommand;
using qapi::Any;
using qapi::Json;

constexpr std::string_view kMachine = "/machine";

using Paths = std::vector<std::string>;
using PathSet = std::set<std::string, std::less<>>;

std::string_view parent_of(std::string_view path) {
  return path.substr(0, path.rfind('/'));
}

std::string_view name_of(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

bool is_of_machine(std::string_view path) {
  return is_below(path, kMachine);
}

/// The one of the paths that is `path`, or is above it; empty when there is none.
std::string_view holder_of(const PathSet& paths, std::string_view path) {
  for (; path.size() > 1; path = parent_of(path)) {
    if (const auto found = paths.find(path); found != paths.end()) return *found;
  }
  return {};
}

/// Puts objects in an order in which each comes after those that it links to.
class LinkOrder {
 public:
  LinkOrder(const Paths& paths, const TreeIndex& index)
      : paths_(paths),
        holders_(paths.begin(), paths.end()) {
    for (const TreeObject& object : index.objects()) {
      const std::string_view holder = holder_of(holders_, object.path);
      if (holder.empty()) continue;
      for (const std::string& link : object.links) {
        const std::string_view used = holder_of(holders_, link);
        if (!used.empty()) uses_.emplace(holder, used);
      }
      // Who holds others comes before them.
      const std::string_view outer = holder_of(holders_, parent_of(object.path));
      if (!outer.empty() && outer != holder) uses_.emplace(holder, outer);
    }
  }

  Paths take() {
    for (const std::string& path : paths_) {
      visit(path);
    }
    return std::move(order_);
  }

 private:
  /// Links in a circle would have kept the machine from being made.
  void visit(std::string_view path) {
    if (!visited_.insert(path).second) return;
    const auto [first, last] = uses_.equal_range(path);
    for (auto used = first; used != last; ++used) {
      visit(used->second);
    }
    order_.emplace_back(path);
  }

  const Paths& paths_;
  PathSet holders_;
  std::multimap<std::string_view, std::string_view> uses_;  // of holders_
  std::set<std::string_view> visited_;
  Paths order_;
};

/// Why objects cannot come or go while the machine is ready: because of what they are, or of others
/// that have to come or go with them.
class Obstacles {
 public:
  explicit Obstacles(const Reconciliation& given) {
    if (!given.is_ready) return;
    const PathSet removed(given.diff.removed().begin(), given.diff.removed().end());
    const PathSet added(given.diff.added().begin(), given.diff.added().end());
    find_own(given.present, removed, "unplugged");
    find_own(given.wanted, added, "hot-plugged");
    while (spread(given.present, removed, true) || spread(given.wanted, added, false)) {
    }
  }

  /// That of the object, or of what it is in.
  std::optional<std::string> find(std::string_view path) const {
    for (; path.size() > 1; path = parent_of(path)) {
      if (const auto found = reasons_.find(path); found != reasons_.end()) return found->second;
    }
    return std::nullopt;
  }

 private:
  void find_own(const TreeIndex& index, const PathSet& paths, std::string_view how) {
    for (const TreeObject& object : index.objects()) {
      if (object.type->hotplug || !is_of_machine(object.path)) continue;
      std::string_view holder = holder_of(paths, object.path);
      // Nor can what it is in.
      for (; !holder.empty(); holder = holder_of(paths, parent_of(holder))) {
        reasons_.emplace(
            holder,
            fmt::format("object type '{}' cannot be {}", object.type->name, how)
        );
      }
    }
  }

  /// Who is used cannot go before who uses it, and who uses cannot come before who is used.
  bool spread(const TreeIndex& index, const PathSet& paths, bool to_used) {
    bool has_spread = false;
    for (const TreeObject& object : index.objects()) {
      for (const std::string& link : object.links) {
        const std::string_view from = to_used ? object.path : link;
        const std::string_view to = to_used ? link : object.path;
        const std::string_view holder = holder_of(paths, to);
        if (holder.empty() || find(holder) || !find(from)) continue;
        reasons_.emplace(holder, fmt::format("goes with {}", from));
        has_spread = true;
      }
    }
    return has_spread;
  }

  std::map<std::string, std::string, std::less<>> reasons_;
};

class Reconciler {
 public:
  explicit Reconciler(const Reconciliation& given) : given_(given), obstacles_(given) {}

  std::vector<ReconcilingCommand> take() {
    disconnect();
    unmap();
    remove();
    add();
    set();
    map();
    connect();
    return std::move(commands_);
  }

 private:
  void disconnect() {
    for (const TreeWire& wire : given_.present.wires()) {
      const bool stays = given_.wanted.wires().contains(wire) && !touches_removed(wire);
      if (!stays) say("disconnect", arguments_of(wire), ends_of(wire));
    }
  }

  void unmap() {
    for (const TreeWindow& window : given_.present.windows()) {
      const bool stays = given_.wanted.windows().contains(window) && !touches_removed(window);
      if (stays) continue;
      say("unmap",
          {{"region", window.region}, {"at", window.at}, {"into", window.into}},
          ends_of(window));
    }
  }

  void remove() {
    Paths tops;
    for (const std::string& path : given_.diff.removed()) {
      if (!given_.diff.is_removed(parent_of(path))) tops.push_back(path);
    }
    Paths order = LinkOrder(tops, given_.present).take();
    std::reverse(order.begin(), order.end());
    for (const std::string& path : order) {
      const bool is_device = is_of_machine(path);
      const std::string id(is_device ? path.substr(kMachine.size() + 1) : name_of(path));
      say(is_device ? "device_del" : "object-del", {{"id", id}}, {path});
    }
  }

  void add() {
    for (const std::string& path : LinkOrder(given_.diff.added(), given_.wanted).take()) {
      const TreeObject& object = *given_.wanted.find(path);
      if (is_of_machine(path)) {
        say("device_add", added_device(object), {path});
      } else if (auto made = given_.made_by(path)) {
        commands_.push_back(*std::move(made));
      } else {
        Json arguments = {{"qom-type", object.type->name}, {"id", name_of(path)}};
        add_properties(object, arguments);
        say("object-add", std::move(arguments), {path});
      }
    }
  }

  static Json added_device(const TreeObject& object) {
    const std::string_view parent = parent_of(object.path);
    Json arguments = {{"driver", object.type->name}, {"id", name_of(object.path)}};
    if (parent != kMachine) arguments["parent"] = parent;
    add_properties(object, arguments);
    return arguments;
  }

  static void add_properties(const TreeObject& object, Json& arguments) {
    for (const PropertyType& property : object.type->properties) {
      const Json& values = object.node->properties.json();
      const auto value = values.find(property.name);
      if (property.use == PropertyUse::Telemetry || value == values.end()) continue;
      const bool is_default =
          !property.default_json.empty() && Any::parsed(property.default_json).json() == *value;
      if (!is_default) arguments[std::string(property.name)] = *value;
    }
  }

  void set() {
    for (const TreeDiff::Change& change : given_.diff.changes()) {
      say("qom-set",
          {{"path", change.path}, {"property", change.property}, {"value", change.value.json()}},
          {});
    }
  }

  void map() {
    for (const TreeWindow& window : given_.wanted.windows()) {
      const bool is_there = given_.present.windows().contains(window) && !touches_removed(window);
      if (!is_there) say("map", arguments_of(window), ends_of(window));
    }
  }

  void connect() {
    for (const TreeWire& wire : given_.wanted.wires()) {
      const bool is_there = given_.present.wires().contains(wire) && !touches_removed(wire);
      if (!is_there) say("connect", arguments_of(wire), ends_of(wire));
    }
  }

  static Paths ends_of(const TreeWire& wire) { return {owner_of(wire.from), owner_of(wire.to)}; }
  static Paths ends_of(const TreeWindow& window) {
    return {owner_of(window.region), owner_of(window.into)};
  }

  template <typename Relation>
  bool touches_removed(const Relation& relation) const {
    const Paths ends = ends_of(relation);
    return std::any_of(ends.begin(), ends.end(), [this](const std::string& end) {
      return given_.diff.is_removed(end);
    });
  }

  void say(std::string_view command, Json arguments, const Paths& about) {
    ReconcilingCommand& said = commands_.emplace_back();
    said.execute = command;
    said.arguments = Any(std::move(arguments));
    for (const std::string& path : about) {
      if (!said.needs_power_cycle) said.needs_power_cycle = obstacles_.find(path);
    }
  }

  const Reconciliation& given_;
  Obstacles obstacles_;
  std::vector<ReconcilingCommand> commands_;
};

}  // namespace

std::vector<ReconcilingCommand> reconcile(const Reconciliation& given) {
  return Reconciler(given).take();
}

}  // namespace vm
