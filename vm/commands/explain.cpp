// SPDX-License-Identifier: Apache-2.0

#include "generated/commands/explain.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "generated/objects/object_table.h"

#include "runtime/json/json.h"
#include "vm/machine/expansion.h"
#include "vm/machine/explain.h"
#include "vm/machine/spec_library.h"
#include "vm/machine/vm.h"
#include "vm/object/find.h"
#include "vm/object/property_access.h"

namespace vm {
namespace {

using api::ValueOrigin;
using api::ValueSource;
using qapi::Any;
using qapi::Json;
using Entry = qapi::Ledger::Entry;

constexpr std::string_view kMachine = "/machine/";
constexpr std::string_view kChoice = "machine-set";
constexpr std::string_view kAddDevice = "device_add";

template <typename Test>
const Entry* find_entry(Vm& vm, const Test& test) {
  const auto& entries = vm.ledger().entries();
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const auto& each) {
    return test(each.second);
  });
  return found == entries.end() ? nullptr : &found->second;
}

/// The command that stands and is about just that.
const Entry* find_entry(Vm& vm, const qapi::Ledger::Subject& subject) {
  return find_entry(vm, [&](const Entry& entry) { return entry.subject == subject; });
}

Error changed(std::string_view what, const Json& name) {
  return {
      .desc = fmt::format(
          "the description of {0} '{1}' is no longer what the {0} was built from",
          what,
          name.get_ref<const std::string&>()
      )};
}

bool is_same(const machine::Plan& a, const machine::Plan& b) {
  return std::equal(
      a.commands.begin(),
      a.commands.end(),
      b.commands.begin(),
      b.commands.end(),
      [](const qapi::Invocation& one, const qapi::Invocation& other) {
        return one.command() == other.command() && one.arguments() == other.arguments() &&
               one.origin().where == other.origin().where;
      }
  );
}

/// What the machine's description says of the object, if it is of the machine. It is read once
/// more: what explains a plan takes more memory than the plan.
Result<std::optional<machine::NodeOrigin>> describe_planned(Vm& vm, std::string_view path) {
  const Entry* choice =
      find_entry(vm, [](const Entry& entry) { return entry.command->name == kChoice; });
  if (choice == nullptr || !vm.plan() || !path.starts_with(kMachine)) return std::nullopt;
  Any params = choice->arguments;
  const Json type = params.json().at("type");
  params.json().erase("type");
  machine::SpecLibrary library(machine::shipped_specs());
  const Result<const machine::Spec*> spec = library.machine(type.get_ref<const std::string&>());
  if (!spec) return tl::unexpected(changed("machine", type));
  const Result<machine::Expansion> expansion =
      machine::expand_all(**spec, params, {.types = object_table(), .specs = library});
  if (!expansion || !is_same(expansion->plan, *vm.plan()))
    return tl::unexpected(changed("machine", type));
  path.remove_prefix(kMachine.size());
  return machine::explain_node(*expansion, {.values = params, .where = choice->origin}, path);
}

/// The command that has plugged in a part that the object is in, or is.
const Entry* find_plugged(Vm& vm, std::string_view path) {
  for (; path.size() > kMachine.size(); path = path.substr(0, path.rfind('/'))) {
    const Entry* entry = find_entry(vm, {std::string(path)});
    if (entry == nullptr || entry->command->name != kAddDevice) continue;
    const Json& driver = entry->arguments.json().at("driver");
    if (vm.factory().find(driver.get_ref<const std::string&>()) == nullptr) return entry;
  }
  return nullptr;
}

/// What a part's description says of the object, if a command has plugged it in with one.
Result<std::optional<machine::NodeOrigin>> describe_plugged(Vm& vm, std::string_view path) {
  const Entry* added = find_plugged(vm, path);
  if (added == nullptr) return std::nullopt;
  const std::string& top = added->subject.front();
  const size_t slash = top.rfind('/');
  machine::PluggedPart plugged{
      .parent = slash < kMachine.size() ? "" : top.substr(kMachine.size(), slash - kMachine.size()),
      .id = top.substr(slash + 1),
      .props = added->arguments,
  };
  const Json driver = plugged.props.json().at("driver");
  for (const char* own : {"driver", "id", "parent"}) {
    plugged.props.json().erase(own);
  }
  machine::SpecLibrary library(machine::shipped_specs());
  const auto spec = library.part(driver.get_ref<const std::string&>());
  if (!spec || *spec == nullptr) return tl::unexpected(changed("part", driver));
  const auto expansion =
      machine::expand_part(**spec, plugged, {.types = object_table(), .specs = library});
  if (!expansion) return tl::unexpected(changed("part", driver));
  path.remove_prefix(top.size() - plugged.id.size());
  return machine::explain_node(*expansion, {.values = plugged.props, .where = added->origin}, path);
}

Result<std::optional<machine::NodeOrigin>> describe(Vm& vm, std::string_view path) {
  auto plugged = TRY(describe_plugged(vm, path));
  if (plugged) return plugged;
  return describe_planned(vm, path);
}

/// Says of the properties of one object where they come from: of those that say something, the
/// last that could.
class PropertyExplainer {
 public:
  PropertyExplainer(
      Vm& vm,
      const Object& object,
      const Entry* added,
      const machine::NodeOrigin* node
  )
      : vm_(vm),
        object_(object),
        added_(added),
        node_(node) {}

  /// Nothing for one that has no value, or only tells.
  std::optional<ValueOrigin> explain(const PropertyType& property) const {
    if (property.use == PropertyUse::Telemetry) return std::nullopt;
    const Result<std::string> text = get_property(object_, property.name);
    if (!text || *text == "null") return std::nullopt;
    ValueOrigin origin = source_of(property, *text);
    origin.name = property.name;
    origin.value = Any::parsed(*text);
    return origin;
  }

 private:
  ValueOrigin source_of(const PropertyType& property, std::string_view text) const {
    const std::string name(property.name);
    if (const Entry* set = find_entry(vm_, {object_.path(), name})) return by_command(*set);
    if (added_ != nullptr && added_->arguments.json().contains(name)) return by_command(*added_);
    if (const ValueOrigin* written = find_written(name)) return *written;
    ValueOrigin origin;
    const bool is_default =
        !property.default_json.empty() && Any::parsed(property.default_json) == Any::parsed(text);
    origin.source = is_default ? ValueSource::Default : ValueSource::Program;
    return origin;
  }

  static ValueOrigin by_command(const Entry& entry) {
    ValueOrigin origin;
    origin.source = ValueSource::Command;
    if (!entry.origin.empty()) origin.where = entry.origin;
    return origin;
  }

  /// The last that the description says of it, or of an element of it.
  const ValueOrigin* find_written(const std::string& name) const {
    if (node_ == nullptr) return nullptr;
    const auto& all = node_->properties;
    const auto found = std::find_if(all.rbegin(), all.rend(), [&](const ValueOrigin& each) {
      return each.name == name || each.name.starts_with(name + "[");
    });
    return found == all.rend() ? nullptr : &*found;
  }

  Vm& vm_;
  const Object& object_;
  const Entry* added_;
  const machine::NodeOrigin* node_;
};

/// An object, and the one property that is asked for, if it is one.
struct Asked {
  Object* object;
  std::string property = {};
};

Result<Asked> find_asked(Vm& vm, const std::string& path) {
  Result<Object*> object = find_object(vm.root(), path);
  const size_t dot = path.rfind('.');
  if (object || dot == path.npos) return Asked{TRY(std::move(object))};
  Result<Object*> holder = find_object(vm.root(), path.substr(0, dot));
  if (!holder) return Asked{TRY(std::move(object))};
  std::string property = path.substr(dot + 1);
  TRY(get_property(**holder, property));
  return Asked{*holder, std::move(property)};
}

}  // namespace

Result<api::ObjectOrigin> commands::explain(Vm& vm, const api::ExplainArgs& args) {
  const Asked asked = TRY(find_asked(vm, args.path));
  const Object& object = *asked.object;
  const auto node = TRY(describe(vm, object.path()));
  const Entry* added = find_entry(vm, {object.path()});

  api::ObjectOrigin origin;
  origin.path = object.path();
  origin.type = object.type().name;
  origin.source = added != nullptr ? ValueSource::Command
                  : node           ? ValueSource::Description
                                   : ValueSource::Program;
  if (node) origin.where = node->where;
  if (added != nullptr && !added->origin.empty()) origin.where = added->origin;

  const PropertyExplainer explainer(vm, object, added, node ? &*node : nullptr);
  for (const PropertyType& property : object.type().properties) {
    if (!asked.property.empty() && property.name != asked.property) continue;
    if (auto explained = explainer.explain(property)) origin.properties.push_back(*explained);
  }
  // A part is no object with properties: it is what it was given.
  const bool is_part = node && object.type().properties.empty();
  if (is_part) origin.properties = node->properties;
  return origin;
}

}  // namespace vm
