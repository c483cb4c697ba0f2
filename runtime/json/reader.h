// SPDX-License-Identifier: Apache-2.0
//
// Reader is a place in a JSON document that is being decoded into typed values. It knows its path,
// so that an error names the member at fault, and it collects all errors instead of stopping at the
// first. Generated code decodes structs with it:
//
//   bool decode(const qapi::Reader& in, StopArgs& value) {
//     qapi::ObjectReader object(in);
//     object.optional("reason", value.reason);
//     return object.finish();
//   }
//
//   qapi::Result<StopArgs> args = qapi::decode_all<StopArgs>(json, Spelling::Json);

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "runtime/base/result.h"
#include "runtime/json/json_fwd.h"

namespace qapi {

class Any;

// g++ 12 believes that an enumerator of a scoped enum can hide the type of that name.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"

/// How scalars are written.
enum class Spelling {
  Json,  ///< as JSON types
  Text,  ///< as JSON types, or as text: `on`, `4K`, `0x10` (command line, scripts)
};

#pragma GCC diagnostic pop

class Reader {
 public:
  /// The whole of `json`; errors are added to `errors`.
  Reader(const Json& json, Spelling spelling, std::vector<Error>& errors);

  Reader member(std::string_view name, const Json& json) const;
  Reader element(size_t index, const Json& json) const;

  const Json& json() const { return *json_; }
  Spelling spelling() const { return spelling_; }

  /// `a.b[0]`; empty at the top.
  std::string path() const;

  /// The same as a JSON pointer: `/a/b/0`.
  std::string pointer() const;

  /// Adds an error here; returns false, so that decode functions can return it. `$path` in `desc`
  /// stands for the path in quotes.
  bool fail(std::string desc) const;

  /// "Invalid parameter type for 'x', expected: string".
  bool fail_type(std::string_view expected) const;

  bool has_errors() const { return !errors_->empty(); }
  size_t count_errors() const { return errors_->size(); }

 private:
  Reader(const Reader& parent, std::string_view name, size_t index, const Json& json);

  const Json* json_;
  const Reader* parent_ = nullptr;  // outlives us: readers are nested on the stack
  std::string_view name_;           // without data: we are element index_ of an array
  size_t index_ = 0;
  Spelling spelling_;
  std::vector<Error>* errors_;
};

bool decode(const Reader& in, bool& value);
bool decode(const Reader& in, double& value);
bool decode(const Reader& in, std::string& value);
bool decode(const Reader& in, std::nullptr_t& value);
bool decode(const Reader& in, int8_t& value);
bool decode(const Reader& in, int16_t& value);
bool decode(const Reader& in, int32_t& value);
bool decode(const Reader& in, int64_t& value);
bool decode(const Reader& in, uint8_t& value);
bool decode(const Reader& in, uint16_t& value);
bool decode(const Reader& in, uint32_t& value);
bool decode(const Reader& in, uint64_t& value);

/// `size`: also takes "4K", "0x1000" in either spelling.
bool decode_size(const Reader& in, uint64_t& value);

/// The elements of an array; in Spelling::Text also a text alone, as an array of one.
std::vector<Reader> elements(const Reader& in, bool& ok);

template <typename T>
bool decode(const Reader& in, std::vector<T>& value) {
  bool ok = true;
  value.clear();
  for (const Reader& element : elements(in, ok)) {
    T item{};  // a vector of bool has no elements to refer to
    ok &= decode(element, item);
    value.push_back(std::move(item));
  }
  return ok;
}

/// The members of one object, each asked for by name; what nobody asked for is an error.
class ObjectReader {
 public:
  explicit ObjectReader(const Reader& in);

  /// Null when absent, or when the object is none (which has been reported).
  const Json* find(std::string_view name);

  template <typename T>
  bool required(std::string_view name, T&& value) {
    const Json* json = find(name);
    if (json == nullptr) fail_missing(name);
    return json != nullptr && decode(in_.member(name, *json), value);
  }

  template <typename T>
  bool optional(std::string_view name, std::optional<T>& value) {
    const Json* json = find(name);
    return json == nullptr || decode(in_.member(name, *json), value.emplace());
  }

  /// Leaves `value` as it is, which is its default, when absent.
  template <typename T>
  bool defaulted(std::string_view name, T&& value) {
    const Json* json = find(name);
    return json == nullptr || decode(in_.member(name, *json), value);
  }

  /// Copies all members that were not asked for into `rest`, an object.
  void take_rest(Json& rest);

  /// As above; `rest` also remembers how its scalars are written.
  void take_rest(Any& rest);

  /// Lets pass what was not asked for: when a fault that was reported keeps us from knowing what to
  /// ask for.
  void ignore_rest() { takes_rest_ = true; }

  void fail_missing(std::string_view name);

  /// Reports what nobody asked for ("Parameter 'x' is unexpected", with the nearest of the names
  /// asked for); true if no error was added since the construction.
  bool finish();

 private:
  const Reader& in_;
  bool is_object_;
  size_t errors_before_;
  bool takes_rest_ = false;
  std::vector<std::string_view> asked_;
};

/// Decodes all of `json`: the value, or an Error whose `more` holds the further faults.
template <typename T>
Result<T> decode_all(const Json& json, Spelling spelling);

/// Makes one Error of several.
Error combine(std::vector<Error> errors);

template <typename T>
Result<T> decode_all(const Json& json, Spelling spelling) {
  std::vector<Error> errors;
  T value{};
  if (!decode(Reader(json, spelling, errors), value)) {
    return tl::unexpected(combine(std::move(errors)));
  }
  return value;
}

}  // namespace qapi
