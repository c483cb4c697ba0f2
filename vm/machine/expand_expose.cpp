// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/expand_expose.h"

#include <optional>

#include <fmt/format.h>

#include "runtime/json/source_map.h"
#include "vm/machine/expand_emit.h"
#include "vm/machine/expand_reference.h"
#include "vm/machine/expand_settable.h"
#include "vm/machine/expression.h"
#include "vm/machine/reference_text.h"

namespace vm::machine {
namespace {

class ExposedChecker {
 public:
  ExposedChecker(const Scope& part, Faults& faults) : part_(part), faults_(faults) {}

  void check() {
    for (const auto& each : part_.spec->exposed_props) {
      for (const std::string& to : names_of(each.value.to)) {
        check_one("props", each.name, to, &ExposedChecker::check_property);
      }
    }
    for (const auto& each : part_.spec->exposed_ports) {
      check_one("ports", each.name, each.value, &ExposedChecker::check_port);
    }
    for (const auto& each : part_.spec->exposed_spaces) {
      const std::string* node = each.value.u.get_if<std::string>();
      if (node != nullptr) check_one("spaces", each.name, *node, &ExposedChecker::check_space);
    }
    for (const auto& each : part_.spec->exposed_nodes) {
      check_one("nodes", each.name, each.value, &ExposedChecker::check_node);
    }
  }

 private:
  using Rule = Result<> (ExposedChecker::*)(std::string_view text) const;

  void check_one(
      std::string_view section,
      const std::string& name,
      const std::string& to,
      Rule rule
  ) {
    Place place = part_.place(
        *part_.spec,
        fmt::format("/expose/{}{}", section, qapi::pointer_step(name)),
        fmt::format("expose.{}.{}", section, name)
    );
    Result<std::optional<std::string>> text = sample(name, to);
    if (!text) return faults_.add(place, std::move(text).error());
    if (*text && !is_left_out(**text)) faults_.add_failed((this->*rule)(**text), place);
  }

  /// What is exposed, or the first of its elements; nothing when that is not to be known from here.
  Result<std::optional<std::string>> sample(const std::string& name, const std::string& to) const {
    const size_t bracket = name.find('[');
    if (bracket == name.npos) return to_text(TRY(interpolate(to, part_.names)));
    if (to.find("${") != to.npos) return std::nullopt;
    const std::string variable = name.substr(bracket + 1, name.size() - bracket - 2);
    const size_t at = to.find("[" + variable + "]");
    const std::vector<Instance*>* elements =
        at == to.npos ? nullptr : elements_of(to.substr(0, at));
    if (elements != nullptr && elements->empty()) return std::nullopt;
    const int64_t index = elements == nullptr ? 0 : index_of(*elements->front());
    return ExposedName{0, variable, index}.substitute(to);
  }

  const std::vector<Instance*>* elements_of(std::string_view key) const {
    const auto found = part_.by_key.find(key);
    return found == part_.by_key.end() ? nullptr : &found->second;
  }

  static int64_t index_of(const Instance& element) {
    const Result<Indexed> indexed = parse_indexed(element.name);
    return indexed ? indexed->range.first : 0;
  }

  /// Whether the node that a reference begins with is left out or varied, or has no sound type.
  bool is_left_out(std::string_view text) const {
    const Result<Reference> reference = split(text);
    if (!reference) return false;
    const std::vector<Instance*>* elements = elements_of(key_of(reference->node));
    if (elements == nullptr) return false;
    if (elements->empty()) return true;
    const Instance& first = *elements->front();
    const bool is_varied = first.removed() != nullptr || !first.place.is_of_scope();
    return is_varied || (first.type == nullptr && first.part == nullptr);
  }

  Result<> check_property(std::string_view text) const {
    const size_t dot = find_dot(text);
    if (dot == text.npos || dot + 1 == text.size())
      return fail(fmt::format("'{}' is not NODE.PROPERTY", text));
    const std::string_view property = text.substr(dot + 1);
    for (const Instance* each : TRY(find_instances(part_, text.substr(0, dot)))) {
      if (each->type != nullptr) TRY(check_settable(*each->type, property));
      if (each->part != nullptr) TRY(check_settable(*each->part->spec, property));
    }
    return {};
  }

  Result<> check_port(std::string_view text) const { return check_any_port(part_, text); }

  Result<> check_space(std::string_view text) const {
    const Found found = TRY(find_node(part_, text, Reach::Exposed));
    const Instance& node = *found.node;
    const bool is_below = found.text != node.place.scope->path_of(node);
    if (is_below || node.type == nullptr || node.type->is_a("address-space")) return {};
    return fail(fmt::format("'{}' ({}) is not an address space", text, node.type->name));
  }

  Result<> check_node(std::string_view text) const { return check_any_node(part_, text); }

  const Scope& part_;
  Faults& faults_;
};

}  // namespace

void check_exposed(const Scope& part, Faults& faults) {
  ExposedChecker(part, faults).check();
}

}  // namespace vm::machine
