// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/expand_reference.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "runtime/json/nearest.h"
#include "vm/machine/expand.h"
#include "vm/machine/reference_text.h"

namespace vm::machine {
namespace {

Error no_node(const Scope& scope, std::string_view name) {
  const std::vector<std::string_view> keys = scope.keys();
  return {.desc = fmt::format("no node '{}'{}", name, qapi::did_you_mean(key_of(name), keys))};
}

/// "uart[0] to uart[3]"
std::string list(const std::vector<Instance*>& elements) {
  if (elements.size() == 1) return elements[0]->name;
  return fmt::format("{} to {}", elements.front()->name, elements.back()->name);
}

/// Why a scope has no such node, or none that is meant by that name alone.
Error explain_missing(const Scope& scope, std::string_view name) {
  const auto key = scope.by_key.find(key_of(name));
  if (key == scope.by_key.end()) return no_node(scope, name);
  const std::vector<Instance*>& elements = key->second;
  const bool is_element = key->first.size() != name.size();
  if (elements.empty())
    return {.desc = fmt::format("no node '{}': its condition or loop leaves none", name)};
  if (elements[0]->name == key->first)
    return {.desc = fmt::format("'{}' is one node, without elements", key->first)};
  if (!is_element)
    return {.desc = fmt::format("'{}' has elements; name one, of {}", name, list(elements))};
  Result<Indexed> indexed = parse_indexed(name);
  if (!indexed) return std::move(indexed).error();
  const bool is_several = indexed->is_all || indexed->range.count() != 1;
  if (is_several)
    return {.desc = fmt::format("'{}' is not one node; name one, of {}", name, list(elements))};
  return {.desc = fmt::format("no node '{}'; there are {}", name, list(elements))};
}

/// A node that was reached: an object, or something below one, or a part.
struct Target {
  const Scope* scope;
  const Instance* instance;
  std::string below;  ///< path from the instance on: "/hart[0]"

  std::string path() const { return scope->path_of(*instance) + below; }
  const ObjectType* type() const { return below.empty() ? instance->type : nullptr; }
  bool is_part() const { return instance->part != nullptr; }
};

template <typename T>
Error not_exposed(
    const Target& part,
    const Entries<T>& exposed,
    std::string_view what,
    std::string_view name
) {
  std::vector<std::string_view> known;
  for (const Entry<T>& entry : exposed) {
    known.push_back(entry.name);
  }
  const std::string offer = known.empty() ? "nothing" : fmt::format("{}", fmt::join(known, ", "));
  return {
      .desc = fmt::format(
          "part '{}' ({}) exposes no {} '{}'; it exposes {}",
          part.instance->name,
          part.instance->type_name,
          what,
          name,
          offer
      )};
}

Result<std::string> substitute(const Scope& scope, const ExposedName& name, std::string_view to) {
  Names names = scope.names;
  if (!name.variable.empty()) names[name.variable] = name.index;
  const Value text = TRY(interpolate(name.substitute(to), names));
  return to_text(text);
}

Result<Target> find_target(
    const Scope& scope,
    std::string_view node,
    std::string_view inner,
    Reach reach
) {
  const auto found = scope.by_name.find(node);
  if (found == scope.by_name.end()) return tl::unexpected(explain_missing(scope, node));
  Target target{&scope, found->second, ""};
  if (inner.empty()) return target;
  if (target.instance->part == nullptr) {
    target.below = "/" + std::string(inner);
    for (size_t dot = find_dot(target.below); dot != std::string::npos;
         dot = find_dot(target.below))
      target.below[dot] = '/';
    return target;
  }
  const Scope& part = *target.instance->part;
  const std::string_view first = inner.substr(0, find_dot(inner));
  if (reach == Reach::Inside && part.by_name.contains(first)) {
    const bool is_last = first.size() == inner.size();
    return find_target(part, first, is_last ? "" : inner.substr(first.size() + 1), reach);
  }
  const std::optional<ExposedName> name = match_exposed(part.spec->exposed_nodes, first);
  if (!name) return tl::unexpected(not_exposed(target, part.spec->exposed_nodes, "node", first));
  std::string exposed = TRY(substitute(part, *name, part.spec->exposed_nodes[name->entry].value));
  exposed += inner.substr(first.size());
  const Reference next = TRY(split(exposed));
  return find_target(part, next.node, next.inner, reach);
}

Result<Target> find_target(const Scope& scope, const Reference& reference, Reach reach) {
  return find_target(scope, reference.node, reference.inner, reach);
}

Result<Target> find_space_target(const Scope& scope, std::string_view text, Reach reach);

/// The node behind a space that a part exposes; nothing when it does not expose it.
Result<std::optional<Target>> find_space(const Target& part, std::string_view name) {
  const Scope& scope = *part.instance->part;
  const auto* space = find_entry(scope.spec->exposed_spaces, name);
  if (space == nullptr) return std::nullopt;
  const std::string* node = space->value.u.get_if<std::string>();
  const std::string& text = node != nullptr ? *node : space->name;
  Target found = TRY(find_space_target(scope, text, Reach::Exposed));
  return found;
}

Result<Target> find_space_target(const Scope& scope, std::string_view text, Reach reach) {
  const Reference reference = TRY(split(text));
  Target target = TRY(find_target(scope, reference, reach));
  if (reference.port.empty()) return target;
  if (!target.is_part()) return fail(fmt::format("'{}': a node is expected, not a port", text));
  std::optional<Target> space = TRY(find_space(target, reference.port));
  if (space) return *std::move(space);
  return tl::unexpected(
      not_exposed(target, target.instance->part->spec->exposed_spaces, "space", reference.port)
  );
}

const PortType* find_port(const ObjectType& type, std::string_view name, PortKind kind) {
  for (const PortType& port : type.ports) {
    if (port.kind == kind && port.name == name) return &port;
  }
  return nullptr;
}

std::string_view kind_name(PortKind kind) {
  switch (kind) {
    case PortKind::Mmio: return "region";
    case PortKind::IrqIn: return "input";
    case PortKind::IrqOut: return "output";
  }
  __builtin_unreachable();
}

/// ", which is an input", for a port of that name in the other direction.
std::string other_kind(const ObjectType& type, std::string_view name) {
  for (const PortType& port : type.ports) {
    if (port.name != name) continue;
    const std::string_view article = port.kind == PortKind::Mmio ? "a" : "an";
    return fmt::format(", which is {} {}", article, kind_name(port.kind));
  }
  return "";
}

Result<> check_port(const Target& target, const Indexed& port, PortKind kind) {
  const ObjectType* type = target.type();
  if (type == nullptr) return {};
  const PortType* found = find_port(*type, port.name, kind);
  if (found == nullptr) {
    std::vector<std::string_view> known;
    for (const PortType& each : type->ports) {
      if (each.kind == kind) known.push_back(each.name);
    }
    const std::string offer = known.empty() ? "none" : fmt::format("{}", fmt::join(known, ", "));
    return fail(fmt::format(
        "'{}' ({}) has no {} '{}'{}; it has {}",
        target.instance->name,
        type->name,
        kind_name(kind),
        port.name,
        other_kind(*type, port.name),
        offer
    ));
  }
  if (found->is_array && !port.is_indexed) {
    return fail(
        fmt::format("'{}:{}' is an array; write {}[0]", target.instance->name, port.name, port.name)
    );
  }
  if (!found->is_array && port.is_indexed) {
    return fail(fmt::format("'{}:{}' is no array", target.instance->name, port.name));
  }
  return {};
}

using Ports = std::vector<Found>;

Result<> append(Ports& all, const Ports& more) {
  if (all.size() + more.size() > kMaxNodes)
    return fail(fmt::format("more than {} ports", kMaxNodes));
  all.insert(all.end(), more.begin(), more.end());
  return {};
}

Result<Ports> ports_of(const Target& target, std::string_view text, PortKind kind);

/// One element of an exposed port.
Result<Ports> exposed_port(const Target& part, std::string_view asked, PortKind kind) {
  const Scope& scope = *part.instance->part;
  const std::optional<ExposedName> name = match_exposed(scope.spec->exposed_ports, asked);
  if (!name) return tl::unexpected(not_exposed(part, scope.spec->exposed_ports, "port", asked));
  const std::string text =
      TRY(substitute(scope, *name, scope.spec->exposed_ports[name->entry].value));
  return find_ports(scope, text, kind, Reach::Exposed);
}

/// How many elements `irq[i]` has, which is as many as there are nodes `uart[i]`.
Result<IndexRange> exposed_range(const Target& part, std::string_view name) {
  const Scope& scope = *part.instance->part;
  for (const Entry<std::string>& exposed : scope.spec->exposed_ports) {
    const size_t bracket = exposed.name.find('[');
    if (bracket == std::string::npos || exposed.name.substr(0, bracket) != name) continue;
    const std::string variable = exposed.name.substr(bracket);
    const Reference reference = TRY(split(exposed.value));
    const std::string_view node = reference.node;
    if (!node.ends_with(variable)) break;
    const auto found = scope.by_key.find(node.substr(0, node.size() - variable.size()));
    if (found == scope.by_key.end()) break;
    return IndexRange{0, static_cast<int64_t>(found->second.size()) - 1};
  }
  return fail(fmt::format(
      "'{}:{}[*]': how many there are is not known; give a range",
      part.instance->name,
      name
  ));
}

Result<Ports> exposed_ports(const Target& part, const Indexed& port, PortKind kind) {
  if (!port.is_indexed) return exposed_port(part, port.name, kind);
  IndexRange range = port.range;
  if (port.is_all) range = TRY(exposed_range(part, port.name));
  Ports all;
  for (int64_t i = range.first; i <= range.last; ++i) {
    const Ports found = TRY(exposed_port(part, fmt::format("{}[{}]", port.name, i), kind));
    TRY(append(all, found));
  }
  return all;
}

Result<Ports> ports_of(const Target& target, std::string_view text, PortKind kind) {
  const Indexed port = TRY(parse_indexed(text));
  if (target.instance->part != nullptr) return exposed_ports(target, port, kind);
  TRY(check_port(target, port, kind));
  const std::string path = target.path();
  if (!port.is_indexed || port.is_all)
    return Ports{{target.instance, fmt::format("{}:{}", path, text)}};
  Ports all;
  for (int64_t i = port.range.first; i <= port.range.last; ++i) {
    all.push_back({target.instance, fmt::format("{}:{}[{}]", path, port.name, i)});
  }
  return all;
}

Result<> check_any_port(const Target& target, std::string_view text) {
  const ObjectType* type = target.type();
  if (type == nullptr && !target.is_part()) return {};
  std::optional<Error> why;
  for (const PortKind kind : {PortKind::IrqOut, PortKind::IrqIn, PortKind::Mmio}) {
    if (type != nullptr && find_port(*type, key_of(text), kind) == nullptr) continue;
    Result<Ports> ports = ports_of(target, text, kind);
    if (ports) return {};
    if (!why) why = std::move(ports).error();
  }
  if (why) return tl::unexpected(*std::move(why));
  std::vector<std::string_view> known;
  for (const PortType& port : type->ports) {
    known.push_back(port.name);
  }
  return fail(fmt::format(
      "'{}' ({}) has no port '{}'; it has {}",
      target.instance->name,
      type->name,
      key_of(text),
      known.empty() ? "none" : fmt::format("{}", fmt::join(known, ", "))
  ));
}

/// What of a part could have been meant.
enum class Offer {
  Nodes,
  Regions
};

/// That a part is named where one of the things in it is expected.
Error is_whole_part(const Target& part, std::string_view text, Offer offer) {
  const Spec& spec = *part.instance->part->spec;
  std::vector<std::string> known;
  for (const auto& space : spec.exposed_spaces) {
    known.push_back(fmt::format("{}:{}", text, space.name));
  }
  const auto& others = offer == Offer::Nodes ? spec.exposed_nodes : spec.exposed_ports;
  for (const Entry<std::string>& each : others) {
    known.push_back(fmt::format("{}{}{}", text, offer == Offer::Nodes ? '.' : ':', each.name));
  }
  const std::string list =
      known.empty() ? "it exposes none" : fmt::format("name one of {}", fmt::join(known, ", "));
  return {
      .desc = fmt::format(
          "'{}' is a part ({}), {}; {}",
          text,
          part.instance->type_name,
          offer == Offer::Nodes ? "not an object" : "without a region of its own",
          list
      )};
}

}  // namespace

std::string ExposedName::substitute(std::string_view text) const {
  std::string result(text);
  if (variable.empty()) return result;
  const std::string pattern = "[" + variable + "]";
  const std::string element = fmt::format("[{}]", index);
  for (size_t at = result.find(pattern); at != std::string::npos;
       at = result.find(pattern, at + element.size())) {
    result.replace(at, pattern.size(), element);
  }
  return result;
}

std::optional<ExposedName> match_exposed(std::string_view exposed, std::string_view asked) {
  const size_t bracket = exposed.find('[');
  if (bracket == std::string_view::npos) {
    return exposed == asked ? std::optional(ExposedName{}) : std::nullopt;
  }
  const Result<Indexed> element = parse_indexed(asked);
  if (!element || !element->is_indexed || element->is_all || element->range.count() != 1)
    return std::nullopt;
  if (element->name != exposed.substr(0, bracket)) return std::nullopt;
  const std::string_view variable = exposed.substr(bracket + 1, exposed.size() - bracket - 2);
  return ExposedName{0, std::string(variable), element->range.first};
}

Result<std::vector<Instance*>> find_instances(const Scope& scope, std::string_view text) {
  if (const auto found = scope.by_name.find(text); found != scope.by_name.end())
    return std::vector{found->second};
  const Indexed indexed = TRY(parse_indexed(text));
  const auto key = scope.by_key.find(indexed.name);
  const bool is_single =
      key != scope.by_key.end() && !key->second.empty() && key->second[0]->name == indexed.name;
  if (key == scope.by_key.end() || !indexed.is_indexed || is_single)
    return tl::unexpected(explain_missing(scope, text));
  if (indexed.is_all) return key->second;
  std::vector<Instance*> found;
  for (int64_t i = indexed.range.first; i <= indexed.range.last; ++i) {
    const std::string name = fmt::format("{}[{}]", indexed.name, i);
    const auto instance = scope.by_name.find(name);
    if (instance == scope.by_name.end()) return tl::unexpected(explain_missing(scope, name));
    found.push_back(instance->second);
  }
  return found;
}

Result<Instance*> find_one(const Scope& scope, std::string_view name) {
  std::vector<Instance*> found;
  if (const auto key = scope.by_key.find(name); key != scope.by_key.end()) {
    found = key->second;
  } else {
    found = TRY(find_instances(scope, name));
  }
  if (found.empty()) return tl::unexpected(explain_missing(scope, name));
  if (found.size() > 1) {
    return fail(fmt::format(
        "'{}' matches {} nodes, {} to {}; a patch is for one",
        name,
        found.size(),
        found.front()->name,
        found.back()->name
    ));
  }
  if (const Removal* removal = found.front()->removed())
    return tl::unexpected(is_removed(name, *removal));
  return found.front();
}

Error is_removed(std::string_view name, const Removal& removal) {
  return {
      .desc = fmt::format(
          "'{}' is removed by {} ({})",
          name,
          removal.place.title(),
          removal.place.document().where(removal.place.pointer)
      )};
}

Reach reach_of(const Place& place) {
  return place.document().base.empty() ? Reach::Exposed : Reach::Inside;
}

Result<Found> find_node(const Scope& scope, std::string_view text, Reach reach) {
  const Target target = TRY(find_space_target(scope, text, reach));
  if (target.below.empty() && target.is_part())
    return tl::unexpected(is_whole_part(target, text, Offer::Nodes));
  return Found{target.instance, target.path()};
}

Result<> check_any_node(const Scope& scope, std::string_view text) {
  const Reference reference = TRY(split(text));
  if (!reference.port.empty())
    return fail(fmt::format("'{}': a node is expected, not a port", text));
  TRY(find_target(scope, reference, Reach::Exposed));
  return {};
}

Result<> check_any_port(const Scope& scope, std::string_view text) {
  const Reference reference = TRY(split(text));
  if (reference.port.empty())
    return fail(fmt::format("'{}': a port is expected, such as {}:irq", text, text));
  if (!reference.inner.empty())
    return check_any_port(TRY(find_target(scope, reference, Reach::Exposed)), reference.port);
  for (const Instance* instance : TRY(find_instances(scope, reference.node))) {
    TRY(check_any_port(Target{&scope, instance, ""}, reference.port));
  }
  return {};
}

Result<Found> find_region(const Scope& scope, std::string_view text, Reach reach) {
  const Reference reference = TRY(split(text));
  Target target = TRY(find_target(scope, reference, reach));
  if (reference.port.empty() && target.is_part())
    return tl::unexpected(is_whole_part(target, text, Offer::Regions));
  if (reference.port.empty()) return Found{target.instance, target.path()};
  if (target.is_part()) {
    const std::optional<Target> space = TRY(find_space(target, reference.port));
    if (space) return Found{space->instance, space->path()};
  }
  Ports ports = TRY(ports_of(target, reference.port, PortKind::Mmio));
  if (ports.size() != 1 || ports[0].text.ends_with("[*]"))
    return fail(fmt::format("'{}': one region is expected", text));
  return std::move(ports[0]);
}

Result<std::vector<Found>> find_ports(
    const Scope& scope,
    std::string_view text,
    PortKind kind,
    Reach reach
) {
  const Reference reference = TRY(split(text));
  if (reference.port.empty())
    return fail(fmt::format("'{}': a port is expected, such as {}:irq", text, text));
  Ports all;
  if (!reference.inner.empty()) {
    const Target target = TRY(find_target(scope, reference, reach));
    return ports_of(target, reference.port, kind);
  }
  const std::vector<Instance*> instances = TRY(find_instances(scope, reference.node));
  for (const Instance* instance : instances) {
    const Ports found = TRY(ports_of({&scope, instance, ""}, reference.port, kind));
    TRY(append(all, found));
  }
  return all;
}

}  // namespace vm::machine
