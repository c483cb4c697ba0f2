// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/spec.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "runtime/json/any.h"
#include "runtime/json/decode.h"
#include "runtime/json/json.h"
#include "runtime/json/source_map.h"
#include "runtime/json/utf8.h"
#include "vm/machine/expression.h"
#include "vm/machine/json_words.h"

namespace vm::machine {
namespace {

using qapi::Json;
using qapi::Reader;

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

/// What is wrong with a name; empty if nothing is.
using NameRule = std::string (*)(std::string_view);

std::string no_name(std::string_view name, std::string_view rule) {
  return fmt::format("'{}' is no name here: {}", name.substr(0, 64), rule);
}

std::string key_fault(std::string_view name) {
  return is_key(name) ? "" : no_name(name, kKeyRule);
}

std::string param_fault(std::string_view name) {
  if (!is_expression_word(name)) return key_fault(name);
  return fmt::format("'{}' is no name here: it means something else in expressions", name);
}

std::string exposed_fault(std::string_view name) {
  if (is_exposed_name(name)) return "";
  return no_name(name, fmt::format("{}, and for elements a variable, as in irq[i]", kKeyRule));
}

/// The members of an open object, each decoded as a T.
template <typename T>
void read_entries(
    const Reader& in,
    std::string_view section,
    const std::optional<qapi::Any>& object,
    NameRule fault_of,
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
    if (std::string fault = fault_of(name); !fault.empty()) member.fail(std::move(fault));
    entries.push_back({name, T{}});
    decode(member, entries.back().value);
  }
}

template <typename Body>
void take_body(const Reader& in, Body& body, Spec& spec) {
  spec.doc = body.doc.value_or("");
  read_entries(in, "nodes", body.nodes, key_fault, spec.nodes);
  if (body.map) spec.map = std::move(*body.map);
  if (body.wires) spec.wires = std::move(*body.wires);
  if (body.checks) spec.checks = std::move(*body.checks);
}

/// A parameter with what the schema cannot say of it.
struct DeclaredParam {
  api::SpecParam param;
};

bool decode(const Reader& in, DeclaredParam& declared) {
  api::SpecParam& param = declared.param;
  if (!decode(in, param)) return false;
  const bool is_number =
      param.type == api::SpecParamType::Int || param.type == api::SpecParamType::Size;
  for (const char* bound : {"min", "max"}) {
    if (is_number || !in.json().contains(bound)) continue;
    in.member(bound, in.json()[bound])
        .fail(fmt::format("'{}' is for int and size; {} has no order", bound, to_string(param.type))
        );
  }
  if (param.type == api::SpecParamType::Enum && !param.in)
    in.fail("an enum needs 'in', the list of the names that it can be");
  if (param.in && param.in->empty())
    in.member("in", in.json()["in"]).fail("at least one value must be allowed");
  return true;
}

void read_params(const Reader& in, const std::optional<qapi::Any>& object, Spec& spec) {
  Entries<DeclaredParam> params;
  read_entries(in, "params", object, param_fault, params);
  for (Entry<DeclaredParam>& param : params) {
    spec.params.push_back({std::move(param.name), std::move(param.value.param)});
  }
}

/// Declares a parameter or, where it is no object, sets one of the base's.
struct ParamOfVariation {
  std::optional<DeclaredParam> declared;
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
  read_entries(in, "params", object, param_fault, params);
  for (Entry<ParamOfVariation>& param : params) {
    if (param.value.declared) {
      spec.params.push_back({std::move(param.name), std::move(param.value.declared->param)});
    } else {
      spec.param_values.push_back({std::move(param.name), std::move(param.value.value)});
    }
  }
}

using Known = std::map<std::string, std::string, std::less<>>;

/// Reports names that stand for something already; without an index, which does not tell elements
/// of two things apart.
template <typename T>
void check_names(
    const Reader& expose,
    std::string_view section,
    const Entries<T>& entries,
    Known& known
) {
  if (entries.empty()) return;
  const Json& object = expose.json()[section];
  const Reader reader = expose.member(section, object);
  for (const Entry<T>& entry : entries) {
    if (!is_exposed_name(entry.name)) continue;  // which has been reported
    const std::string key = entry.name.substr(0, entry.name.find('['));
    const std::string what = fmt::format("'{}' of {}", entry.name, section);
    const auto [found, is_new] = known.emplace(key, what);
    if (!is_new)
      reader.member(entry.name, object[entry.name]).fail("this name is taken by " + found->second);
  }
}

void check_exposed_twice(const Reader& expose, const Spec& spec) {
  Known props;
  for (const Entry<api::SpecParam>& param : spec.params) {
    props.emplace(param.name, fmt::format("the parameter '{}'", param.name));
  }
  check_names(expose, "props", spec.exposed_props, props);
  // Both stand behind a colon.
  Known ports;
  check_names(expose, "ports", spec.exposed_ports, ports);
  check_names(expose, "spaces", spec.exposed_spaces, ports);
  Known nodes;
  check_names(expose, "nodes", spec.exposed_nodes, nodes);
  for (const Entry<api::SpecExposedSpace>& space : spec.exposed_spaces) {
    const bool is_own = space.value.u.get_if<api::SpecOwnSpace>() != nullptr;
    if (!is_own || find_entry(spec.nodes, space.name) == nullptr) continue;
    const Json& spaces = expose.json()["spaces"];
    expose.member("spaces", spaces)
        .member(space.name, spaces[space.name])
        .fail(fmt::format(
            "there is a node '{}' already, which \"{}\": \"{}\" exposes",
            space.name,
            space.name,
            space.name
        ));
  }
}

void read_part(const Reader& in, Spec& spec) {
  api::PartSpec part;
  decode(in, part);
  spec.is_part = true;
  spec.name = part.part;
  read_params(in, part.params, spec);
  take_body(in, part, spec);
  if (!part.expose || !in.json().contains("expose")) return;
  const Reader expose = in.member("expose", in.json()["expose"]);
  read_entries(expose, "props", part.expose->props, exposed_fault, spec.exposed_props);
  read_entries(expose, "ports", part.expose->ports, exposed_fault, spec.exposed_ports);
  read_entries(expose, "nodes", part.expose->nodes, exposed_fault, spec.exposed_nodes);
  read_entries(expose, "spaces", part.expose->spaces, key_fault, spec.exposed_spaces);
  check_exposed_twice(expose, spec);
}

/// A variation names what it varies, and nothing else has something to patch.
void check_variation(const Reader& in) {
  const auto base = in.json().find("base");
  if (base != in.json().end()) {
    if (base->is_string() && base->get_ref<const std::string&>().empty())
      in.member("base", *base).fail("the name of a machine is expected");
    return;
  }
  const auto patch = in.json().find("patch");
  if (patch != in.json().end()) in.member("patch", *patch).fail("'patch' needs 'base' beside it");
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
    read_params(in, machine.params, spec);
  }
  take_body(in, machine, spec);
  check_variation(in);
}

/// Whether it is the description of a part; nothing when nobody can tell.
std::optional<bool> find_kind(const Reader& in) {
  if (!in.json().is_object()) {
    in.fail(fmt::format(
        "a description is an object, as {{ \"machine\": ... }} or {{ \"part\": ... }}, not {}",
        in_words(in.json())
    ));
    return std::nullopt;
  }
  const bool is_part = in.json().contains("part");
  if (is_part != in.json().contains("machine")) return is_part;
  in.fail(
      is_part ? "either 'machine' or 'part', not both"
              : "'machine' or 'part' is missing, with the name of what is described"
  );
  return std::nullopt;
}

void check_name(const Reader& in, std::string_view member) {
  const Json& name = in.json()[member];
  if (name.is_string() && name.get_ref<const std::string&>().empty())
    in.member(member, name).fail("a name is expected");
}

void read_spec(const Reader& in, Spec& spec) {
  const std::optional<bool> is_part = find_kind(in);
  if (!is_part) return;
  check_name(in, *is_part ? "part" : "machine");
  if (*is_part) {
    read_part(in, spec);
  } else {
    read_machine(in, spec);
  }
}

/// Each with its place in front, in the order of the text.
std::vector<Error> placed(const Spec& spec, std::vector<Error> errors) {
  if (spec.places != nullptr) {
    std::stable_sort(errors.begin(), errors.end(), [&](const Error& a, const Error& b) {
      const qapi::Position first = spec.places->value(a.pointer);
      const qapi::Position second = spec.places->value(b.pointer);
      return std::pair(first.line, first.column) < std::pair(second.line, second.column);
    });
  }
  for (Error& error : errors) {
    error.desc = spec.where(error.pointer) + ": " + error.desc;
  }
  return errors;
}

Result<> take_document(Json json, Spec& spec) {
  // Which schema an editor checks the file with.
  if (json.is_object()) json.erase("$schema");
  std::vector<Error> errors;
  const Reader in(json, qapi::Spelling::Json, errors);
  read_spec(in, spec);
  if (errors.empty()) return {};
  return tl::unexpected(qapi::combine(placed(spec, std::move(errors))));
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
  if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff"))
    return fail(fmt::format("{}:1:1: this is UTF-16; UTF-8 is expected", spec->file));
  auto json = qapi::parse_json_at(text, {.comments = true}, places.get());
  if (!json) {
    // What the text is quoted with may be no text.
    const std::string desc = qapi::printable(json.error().desc);
    return fail(fmt::format("{}:{}: {}", spec->file, to_string(json.error().position), desc));
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
