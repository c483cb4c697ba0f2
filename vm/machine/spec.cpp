// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/spec.h"

#include <optional>
#include <utility>

#include <fmt/format.h>

#include "runtime/json/any.h"
#include "runtime/json/json.h"
#include "runtime/json/reader.h"
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

/// Without dots and brackets, which have a meaning in references.
bool is_key(std::string_view name) {
  if (name.empty() || name.size() > 64 || !is_letter(name.front())) return false;
  for (const char c : name) {
    if (!is_letter(c) && !is_digit(c) && c != '-' && c != '_') return false;
  }
  return true;
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
  read_entries(in, "params", body.params, is_key, spec.params);
  read_entries(in, "nodes", body.nodes, is_key, spec.nodes);
  if (body.map) spec.map = std::move(*body.map);
  if (body.wires) spec.wires = std::move(*body.wires);
  if (body.checks) spec.checks = std::move(*body.checks);
}

/// A name of a node, or an empty object for one that the exposure itself makes.
struct Space {
  std::string name;
};

bool decode(const Reader& in, Space& space) {
  if (in.json().is_object() && in.json().empty()) return true;
  return qapi::decode(in, space.name);
}

void read_spaces(const Reader& in, const std::optional<qapi::Any>& object, Spec& spec) {
  Entries<Space> spaces;
  read_entries(in, "spaces", object, is_key, spaces);
  for (Entry<Space>& space : spaces) {
    spec.exposed_spaces.push_back({std::move(space.name), std::move(space.value.name)});
  }
}

void read_part(const Reader& in, Spec& spec) {
  api::PartSpec part;
  decode(in, part);
  spec.is_part = true;
  spec.name = part.part;
  take_body(in, part, spec);
  if (!part.expose || !in.json().contains("expose")) return;
  const Reader expose = in.member("expose", in.json()["expose"]);
  read_entries(expose, "props", part.expose->props, is_exposed_name, spec.exposed_props);
  read_entries(expose, "ports", part.expose->ports, is_exposed_name, spec.exposed_ports);
  read_entries(expose, "nodes", part.expose->nodes, is_exposed_name, spec.exposed_nodes);
  read_spaces(expose, part.expose->spaces, spec);
}

void read_machine(const Reader& in, Spec& spec) {
  api::MachineSpec machine;
  decode(in, machine);
  spec.name = machine.machine;
  take_body(in, machine, spec);
}

Error placed(const Spec& spec, Error error) {
  error.desc = spec.where(pointer_of(error.path)) + ": " + error.desc;
  return error;
}

}  // namespace

Spec::Spec() = default;
Spec::~Spec() = default;

std::string Spec::where(std::string_view pointer) const {
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

  std::vector<Error> errors;
  const Reader in(*json, qapi::Spelling::Json, errors);
  if (json->is_object() && json->contains("part")) {
    read_part(in, *spec);
  } else {
    read_machine(in, *spec);
  }
  if (errors.empty()) return std::unique_ptr<const Spec>(std::move(spec));
  for (Error& error : errors) {
    error = placed(*spec, std::move(error));
  }
  return tl::unexpected(qapi::combine(std::move(errors)));
}

}  // namespace vm::machine
