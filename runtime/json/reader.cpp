// SPDX-License-Identifier: Apache-2.0

#include "runtime/json/reader.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "runtime/base/result.h"
#include "runtime/json/any.h"
#include "runtime/json/json.h"
#include "runtime/json/nearest.h"
#include "runtime/json/source_map.h"

namespace qapi {

namespace {

// Nobody reads on beyond these, and a hostile document could have millions.
constexpr size_t kMaxErrors = 100;

}  // namespace

Reader::Reader(const Json& json, Spelling spelling, std::vector<Error>& errors, CompatPolicy compat)
    : json_(&json),
      spelling_(spelling),
      compat_(compat),
      errors_(&errors) {}

Reader::Reader(const Reader& parent, std::string_view name, size_t index, const Json& json)
    : json_(&json),
      parent_(&parent),
      name_(name),
      index_(index),
      spelling_(parent.spelling_),
      compat_(parent.compat_),
      errors_(parent.errors_) {}

Reader Reader::member(std::string_view name, const Json& json) const {
  return Reader(*this, name, 0, json);
}

Reader Reader::element(size_t index, const Json& json) const {
  return Reader(*this, {}, index, json);
}

std::string Reader::path() const {
  if (parent_ == nullptr) return {};
  std::string path = parent_->path();
  if (name_.data() == nullptr) return path + fmt::format("[{}]", index_);
  if (!path.empty()) path += '.';
  path += name_;
  return path;
}

std::string Reader::pointer() const {
  if (parent_ == nullptr) return {};
  const bool is_element = name_.data() == nullptr;
  return parent_->pointer() + (is_element ? fmt::format("/{}", index_) : pointer_step(name_));
}

size_t Reader::count_errors() const {
  return errors_->size();
}

bool Reader::fail(std::string desc) const {
  if (errors_->size() >= kMaxErrors) return false;
  const std::string at = path();
  constexpr std::string_view kPath = "$path";
  const size_t found = desc.find(kPath);
  if (found != desc.npos) {
    desc.replace(found, kPath.size(), fmt::format("'{}'", at.empty() ? "arguments" : at));
  }
  errors_->push_back({.desc = std::move(desc), .path = at, .pointer = pointer()});
  return false;
}

bool Reader::fail_type(std::string_view expected) const {
  return fail(fmt::format("Invalid parameter type for $path, expected: {}", expected));
}

std::vector<Reader> elements(const Reader& in, bool& ok) {
  std::vector<Reader> readers;
  // In text, where lists are long-winded, one element may stand for a list of one.
  if (in.spelling() == Spelling::Text && in.json().is_string()) {
    ok = true;
    return {in.element(0, in.json())};
  }
  ok = in.json().is_array() || in.fail_type("array");
  if (!ok) return readers;
  readers.reserve(in.json().size());
  for (const Json& element : in.json()) {
    readers.push_back(in.element(readers.size(), element));
  }
  return readers;
}

size_t count_elements(const Reader& in) {
  if (in.spelling() == Spelling::Text && in.json().is_string()) return 1;
  return in.json().is_array() ? in.json().size() : 0;
}

bool decode_elements(const Reader& in, void* values, size_t size, UntypedDecode decode) {
  bool ok = true;
  auto* value = static_cast<std::byte*>(values);
  for (const Reader& element : elements(in, ok)) {
    ok &= decode(element, value);
    value += size;
  }
  return ok;
}

namespace {

/// The names that readers were asked for, the outermost reader's first.
thread_local std::vector<std::string_view> asked_names;

}  // namespace

ObjectReader::ObjectReader(const Reader& in)
    : in_(in),
      is_object_(in.json().is_object()),
      errors_before_(in.count_errors()),
      first_asked_(asked_names.size()) {
  if (!is_object_) in_.fail_type("object");
}

const Json* ObjectReader::find(std::string_view name) {
  asked_names.push_back(name);
  if (!is_object_) return nullptr;
  for (const auto& [key, value] : in_.json().get_ref<const Json::object_t&>()) {
    if (key == name) return &value;
  }
  return nullptr;
}

bool ObjectReader::required(std::string_view name, void* value, UntypedDecode decode) {
  const Json* json = find(name);
  if (json == nullptr) fail_missing(name);
  return json != nullptr && decode(in_.member(name, *json), value);
}

bool ObjectReader::defaulted(std::string_view name, void* value, UntypedDecode decode) {
  const Json* json = find(name);
  return json == nullptr || decode(in_.member(name, *json), value);
}

bool ObjectReader::was_asked_for(std::string_view name) const {
  const auto first = asked_names.begin() + static_cast<std::ptrdiff_t>(first_asked_);
  return std::find(first, asked_names.end(), name) != asked_names.end();
}

void ObjectReader::fail_missing(std::string_view name) {
  // What is no object misses nothing; it has been reported.
  if (is_object_) in_.member(name, in_.json()).fail("Parameter $path is missing");
}

void ObjectReader::restrict(std::string_view name, Special special) {
  if (!is_object_ || !in_.compat().rejects(special)) return;
  const auto found = in_.json().find(name);
  if (found == in_.json().end()) return;
  in_.member(name, *found).fail("Parameter $path is " + in_.compat().why_rejected(special));
}

void ObjectReader::take_rest(Json& rest) {
  rest = Json::object();
  if (!is_object_) return;
  Json::object_t::Container& members = rest.get_ref<Json::object_t&>();
  for (const auto& [key, value] : in_.json().get_ref<const Json::object_t&>()) {
    if (!was_asked_for(key)) {
      members.emplace_back(key, value);
    }
  }
  takes_rest_ = true;
}

void ObjectReader::take_rest(Any& rest) {
  Json json;
  take_rest(json);
  rest = Any(std::move(json), in_.spelling());
}

bool ObjectReader::finish() {
  if (is_object_ && !takes_rest_ && in_.json().size() > 0) {
    const auto asked = std::span<const std::string_view>(asked_names).subspan(first_asked_);
    for (const auto& [key, value] : in_.json().get_ref<const Json::object_t&>()) {
      if (was_asked_for(key)) continue;
      if (in_.count_errors() >= kMaxErrors) break;
      in_.member(key, value).fail("Parameter $path is unexpected" + did_you_mean(key, asked));
    }
  }
  asked_names.resize(first_asked_);
  return in_.count_errors() == errors_before_;
}

}  // namespace qapi
