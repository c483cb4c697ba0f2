// Generated from schema/compat.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <string_view>

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// What happens to input that will go or may change one day.
enum class CompatPolicyInput {
  Accept,  ///< it is taken
  Reject,  ///< it is an error
};

std::string_view to_string(CompatPolicyInput value);
extern const qapi::EnumType kCompatPolicyInputType;
constexpr const qapi::EnumType& type_of(CompatPolicyInput) {
  return kCompatPolicyInputType;
}

/// What happens to output that will go or may change one day.
enum class CompatPolicyOutput {
  Accept,  ///< it is there
  Hide,    ///< it is left out
};

std::string_view to_string(CompatPolicyOutput value);
extern const qapi::EnumType kCompatPolicyOutputType;
constexpr const qapi::EnumType& type_of(CompatPolicyOutput) {
  return kCompatPolicyOutputType;
}

/// Arguments of `set-compat`.
struct SetCompatArgs {
  /// what happens to deprecated input
  CompatPolicyInput deprecated_input = CompatPolicyInput::Accept;

  /// what happens to deprecated events, and members of answers and of events
  CompatPolicyOutput deprecated_output = CompatPolicyOutput::Accept;

  /// what happens to unstable input
  CompatPolicyInput unstable_input = CompatPolicyInput::Accept;

  /// what happens to unstable events, and members of answers and of events
  CompatPolicyOutput unstable_output = CompatPolicyOutput::Accept;

  bool operator==(const SetCompatArgs&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
