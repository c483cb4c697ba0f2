// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/spec.h"

#include <optional>
#include <utility>

#include <fmt/format.h>

#include "runtime/json/any.h"
#include "runtime/json/decode.h"
#include "runtime/json/json.h"
#include "runtime/json/source_map.h"

namespace vm::machine {
namespace {

using qapi::Json;
using qapi::Reader;

/// The JSON pointer of an error's path: `nodes.uart.each[0]` is /nodes/uart/each/0.
std::string pointer_of(std::string_view path) {
  std::string pointer;
  if (!path.empty()) pointer += '/';
  for (const char c : path) {
    if (c == '.' || c == '[') {
      pointer += '/';
    } else if (c != ']') {
      pointer += c;
    }
  }
  return pointer;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A key, or a key with an index variable: `irq[i]`.
bool is_exposed_name(std::string_view name) {
  const size_t bracket = name.find('[');
  if (bracket == std::string_view::npos) return is_key(name);
  std::string_view index = name.substr(bracket + 1);
  if (!index.ends_with(']')) return false;
  index.remove_suffix(1);
  return is_key(name.substr(0, bracket)) && is_key(index);
}

using NameRule = bool (*)(std::string_view);

/// The members of an open object, each decoded as a T.
template <typename T>
void read_entries(
    const Reader& in,
    std::string_view section,
    const std::optional<qapi::Any>& object,
    NameRule is_allowed,
    Entries<T>& entries
) {
  if (!object) return;
  const Reader reader = in.member(section, object->json());
  if (!object->json().is_object()) {
    reader.fail_type("object");
    return;
  }
  for (const auto& [name, json] : object->json().items()) {
    const Reader member = reader.member(name, json);
    if (!is_allowed(name)) {
      member.fail(fmt::format(
          "'{}' is no name here: a letter, then letters, digits, '-' and '_'",
          name.substr(0, 64)
      ));
    }
    entries.push_back({name, T{}});
    decode(member, entries.back().value);
  }
}

template <typename Body>
void take_body(const Reader& in, Body& body, Spec& spec) {
  spec.doc = body.doc.value_or("");
  read_entries(in, "nodes", body.nodes, is_key, spec.nodes);
  if (body.map) spec.map = std::move(*body.map);
  if (body.wires) spec.wires = std::move(*body.wires);
  if (body.checks) spec.checks = std::move(*body.checks);
}

/// Declares a parameter or, where it is no object, sets one of the base's.
struct ParamOfVariation {
  std::optional<api::SpecParam> declared;
  qapi::Any value;
};

bool decode(const Reader& in, ParamOfVariation& param) {
  if (in.json().is_object()) return decode(in, param.declared.emplace());
  param.value = qapi::Any(in.json(), qapi::Spelling::Text);
  return true;
}

void read_params_of_variation(
    const Reader& in,
    const std::optional<qapi::Any>& object,
    Spec& spec
) {
  Entries<ParamOfVariation> params;
  read_entries(in, "params", object, is_key, params);
  for (Entry<ParamOfVariation>& param : params) {
    if (param.value.declared) {
      spec.params.push_back({std::move(param.name), *std::move(param.value.declared)});
    } else {
      spec.param_values.push_back({std::move(param.name), std::move(param.value.value)});
    }
  }
}

void read_part(const Reader& in, Spec& spec) {
  api::PartSpec part;
  decode(in, part);
  spec.is_part = true;
  spec.name = part.part;
  read_entries(in, "params", part.params, is_key, spec.params);
  take_body(in, part, spec);
  if (!part.expose || !in.json().contains("expose")) return;
  const Reader expose = in.member("expose", in.json()["expose"]);
  read_entries(expose, "props", part.expose->props, is_exposed_name, spec.exposed_props);
  read_entries(expose, "ports", part.expose->ports, is_exposed_name, spec.exposed_ports);
  read_entries(expose, "nodes", part.expose->nodes, is_exposed_name, spec.exposed_nodes);
  read_entries(expose, "spaces", part.expose->spaces, is_key, spec.exposed_spaces);
}

void read_machine(const Reader& in, Spec& spec) {
  api::MachineSpec machine;
  decode(in, machine);
  spec.name = machine.machine;
  spec.base = machine.base.value_or("");
  if (machine.patch) spec.patch = std::move(*machine.patch);
  if (machine.base) {
    read_params_of_variation(in, machine.params, spec);
  } else {
    read_entries(in, "params", machine.params, is_key, spec.params);
  }
  take_body(in, machine, spec);
}

Error placed(const Spec& spec, Error error) {
  error.desc = spec.where(pointer_of(error.path)) + ": " + error.desc;
  return error;
}

Result<> take_document(Json json, Spec& spec) {
  // Which schema an editor checks the file with.
  if (json.is_object()) json.erase("$schema");
  std::vector<Error> errors;
  const Reader in(json, qapi::Spelling::Json, errors);
  if (json.is_object() && json.contains("part")) {
    read_part(in, spec);
  } else {
    read_machine(in, spec);
  }
  if (errors.empty()) return {};
  for (Error& error : errors) {
    error = placed(spec, std::move(error));
  }
  return tl::unexpected(qapi::combine(std::move(errors)));
}

}  // namespace

bool is_key(std::string_view name) {
  if (name.empty() || name.size() > 64 || !is_letter(name.front())) return false;
  for (const char c : name) {
    if (!is_letter(c) && !is_digit(c) && c != '-' && c != '_') return false;
  }
  return true;
}

Spec::Spec() = default;
Spec::~Spec() = default;

std::string Spec::where(std::string_view pointer) const {
  if (places == nullptr) return file + std::string(pointer);
  return file + ":" + to_string(places->value(pointer));
}

Result<std::unique_ptr<const Spec>> parse_spec(std::string file, std::string_view text) {
  auto spec = std::make_unique<Spec>();
  spec->file = std::move(file);
  auto places = std::make_unique<qapi::SourceMap>();
  auto json = qapi::parse_json_at(text, {.comments = true}, places.get());
  if (!json) {
    return fail(
        fmt::format("{}:{}: {}", spec->file, to_string(json.error().position), json.error().desc)
    );
  }
  spec->places = std::move(places);
  TRY(take_document(*std::move(json), *spec));
  return std::unique_ptr<const Spec>(std::move(spec));
}

Result<std::unique_ptr<const Spec>> decode_spec(std::string name, const Json& json) {
  auto spec = std::make_unique<Spec>();
  spec->file = std::move(name);
  TRY(take_document(json, *spec));
  return std::unique_ptr<const Spec>(std::move(spec));
}

}  // namespace vm::machine
