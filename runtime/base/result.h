// SPDX-License-Identifier: Apache-2.0
//
// Result<T> is a T or an Error.  It is the only error channel of this project: no exceptions, no
// out-parameters, no sentinel values.
//
//   Result<Region*> Bus::find(uint64_t address);
//
//   Result<> Machine::reset() {
//     Region* rom = TRY(bus_.find(reset_vector_));  // returns the Error to our caller
//     cpu_.set_pc(rom->base());
//     return {};
//   }

#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace qapi {

/// The error classes of the QMP specification; the wire knows no others.
enum class ErrorClass {
  GenericError,
  CommandNotFound,
  DeviceNotActive,
  DeviceNotFound,
  KVMMissingCap,
};

/// As the wire spells it.
constexpr std::string_view to_string(ErrorClass error_class) {
  switch (error_class) {
    case ErrorClass::GenericError: return "GenericError";
    case ErrorClass::CommandNotFound: return "CommandNotFound";
    case ErrorClass::DeviceNotActive: return "DeviceNotActive";
    case ErrorClass::DeviceNotFound: return "DeviceNotFound";
    case ErrorClass::KVMMissingCap: return "KVMMissingCap";
  }
  return {};
}

/// What went wrong, in words for a person.  Lower case, no final period.
struct Error {
  ErrorClass error_class = ErrorClass::GenericError;
  std::string desc;
  std::string path = {};     ///< the member at fault, as `a.b[0]`; empty when it is not one member
  std::string pointer = {};  ///< the same as a JSON pointer, `/a/b/0`, to look it up in its file
  bool is_located = false;   ///< `desc` begins with the file or option that is at fault
  std::vector<Error> more =
      {};  ///< further faults found in the same go; the wire shows only the first
};

template <typename T = void>
using Result = tl::expected<T, Error>;

/// An Error on its way out: `return fail("no machine type 'virtt'");`
inline tl::unexpected<Error> fail(std::string desc, ErrorClass error_class = {}) {
  return tl::unexpected(Error{.error_class = error_class, .desc = std::move(desc)});
}

/// The error with the place that it came from in front, unless it has one already.
Error located(Error error, std::string_view where);

/// The value of a Result that holds one.
template <typename T>
T take(Result<T>&& result) {
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

}  // namespace qapi

/// Evaluates to the value, or returns the Error from the enclosing function.
#define TRY(expression)                                                    \
  __extension__({                                                          \
    auto try_result = (expression);                                        \
    if (!try_result) return tl::unexpected(std::move(try_result).error()); \
    ::qapi::take(std::move(try_result));                                   \
  })
