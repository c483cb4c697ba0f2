// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/own_words.h"

#include <algorithm>

#include <fmt/format.h>

#include "generated/objects/object_table.h"

#include "runtime/json/json.h"
#include "runtime/json/writer.h"
#include "vm/devices/device.h"
#include "vm/machine/resolve.h"
#include "vm/object/alias.h"
#include "vm/object/find.h"
#include "vm/object/object_factory.h"

namespace vm {
namespace {

using qapi::Invocation;
using qapi::Json;

/// An argument that is text; empty for others, and for those that are not there.
std::string text_of(const Invocation& invocation, const char* name) {
  const auto found = invocation.arguments().find(name);
  const bool is_text = found != invocation.arguments().end() && found->is_string();
  return is_text ? found->get<std::string>() : std::string();
}

std::string_view without_index(std::string_view name) {
  return name.substr(0, name.find('['));
}

/// Properties come first: a port may have the name of one.
bool is_property(const Object& object, std::string_view name) {
  const std::string own = meaning_of(object, AliasKind::Property, name);
  return object.type().find_property(own) != nullptr ||
         object.type().find_property(without_index(own)) != nullptr;
}

bool is_output(const Object& object, std::string_view port) {
  return std::ranges::any_of(object.type().ports, [&](const PortType& each) {
    return each.kind == PortKind::IrqOut && each.name == without_index(port);
  });
}

/// What an output is called here that is meant by the name of a property; empty for all else.
std::string output_meant(const Object& object, std::string_view name) {
  if (is_property(object, name)) return {};
  std::string port = meaning_of(object, AliasKind::Port, name);
  return is_output(object, port) ? port : std::string();
}

/// `plic:in[3]`, also for `plic/in[3]`; empty for what is neither.
std::string input_named(std::string text) {
  if (text.find(':') != text.npos) return text;
  const size_t slash = text.rfind('/');
  if (slash == text.npos || slash == 0) return {};
  text[slash] = ':';
  return text;
}

const Alias* find_type_alias(const ObjectFactory& factory, std::string_view name) {
  for (const ObjectType& type : factory.types()) {
    for (const Alias& alias : type.aliases) {
      if (alias.kind == AliasKind::Type && alias.name == name) return &alias;
    }
  }
  return nullptr;
}

/// Whether the arguments have a property, under whichever name.
bool has_property(const ObjectType& type, const Json& arguments, std::string_view name) {
  if (arguments.contains(std::string(name))) return true;
  return std::ranges::any_of(type.aliases, [&](const Alias& alias) {
    return alias.kind == AliasKind::Property && alias.stands_for == name &&
           arguments.contains(std::string(alias.name));
  });
}

}  // namespace

Result<std::optional<Invocation>> as_connect(Object& root, const Invocation& invocation) {
  if (invocation.command() != "qom-set" || !invocation.arguments().contains("value")) {
    return std::nullopt;
  }
  const std::string name = text_of(invocation, "property");
  const Result<Object*> found = find_object(root, text_of(invocation, "path"));
  // Whatever is wrong with it, qom-set says it.
  if (!found || !(*found)->type().is_a("device")) return std::nullopt;
  const std::string port = output_meant(**found, name);
  if (port.empty()) return std::nullopt;
  const std::string from = fmt::format("{}:{}", machine_path(**found), port);
  const std::string to = input_named(text_of(invocation, "value"));
  if (to.empty()) {
    return fail(fmt::format(
        "{} is an output: its value is the input that it is to drive, DEVICE/PORT or "
        "DEVICE/PORT[INDEX]; disconnect takes a wire away",
        from
    ));
  }
  if ((*found)->factory()->compat_policy().rejects(qapi::Special::Deprecated)) {
    return fail(fmt::format(
        "a port is no property here, and deprecated input is rejected; '{}' set to '{}' is "
        "connect from={} to={}",
        name,
        text_of(invocation, "value"),
        from,
        to
    ));
  }
  return Invocation(
      "connect",
      Json{{"from", from}, {"to", to}},
      invocation.origin(),
      invocation.spelling()
  );
}

std::optional<Invocation> with_given(const ObjectFactory& factory, const Invocation& invocation) {
  if (invocation.command() != "device_add") return std::nullopt;
  // Where such names are refused, device_add says it.
  if (factory.compat_policy().rejects(qapi::Special::Deprecated)) return std::nullopt;
  const Alias* const alias = find_type_alias(factory, text_of(invocation, "driver"));
  if (alias == nullptr) return std::nullopt;
  const ObjectType& type = *factory.find(alias->stands_for);
  Json arguments = invocation.arguments();
  const size_t before = arguments.size();
  for (const Alias& given : type.aliases) {
    if (given.kind != AliasKind::Given || given.of != alias->of) continue;
    if (!has_property(type, arguments, given.name)) {
      arguments[std::string(given.name)] = given.stands_for;
    }
  }
  if (arguments.size() == before) return std::nullopt;
  arguments["driver"] = type.name;
  return Invocation(
      invocation.command(),
      std::move(arguments),
      invocation.origin(),
      invocation.spelling()
  );
}

std::vector<Invocation> assumed_by(Object& root, const Invocation& invocation) {
  std::vector<Invocation> needed;
  for (const Alias& assumed : assumed_objects()) {
    const auto names_it = [&](const Json& value) { return value == Json(assumed.name); };
    if (std::ranges::none_of(invocation.arguments(), names_it)) continue;
    if (find_object(root, assumed.name)) continue;
    const std::string_view id = assumed.name.substr(assumed.name.rfind('/') + 1);
    Json arguments{{"driver", assumed.stands_for}, {"id", id}};
    needed.emplace_back("device_add", std::move(arguments), invocation.origin());
  }
  return needed;
}

Result<std::optional<std::string>> driven_by(Object& object, std::string_view port) {
  if (!object.type().is_a("device") || output_meant(object, port).empty()) return std::nullopt;
  const std::string from = fmt::format("{}:{}", object.path(), port);
  Json inputs = Json::array();
  for (const WireEnd& end : TRY(resolve_ports(object.root(), from, PortKind::IrqOut))) {
    for (const IrqInput& input :
         end.device->irq_out(end.element.port, end.element.index).inputs()) {
      inputs.push_back(to_string(end_of(input)));
    }
  }
  if (inputs.empty()) return qapi::encoded(Json(""));
  return qapi::encoded(inputs.size() == 1 ? inputs[0] : inputs);
}

}  // namespace vm
