// SPDX-License-Identifier: Apache-2.0

#include "runtime/json/writer.h"

#include <charconv>
#include <cmath>

#include "runtime/json/json.h"
#include "runtime/json/utf8.h"

namespace qapi {

namespace {

template <typename Number>
void append_number(Writer& out, Number value) {
  // Longest: a double such as -2.2250738585072014e-308.
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.raw({digits.data(), static_cast<size_t>(end - digits.data())});
}

void append_unit(std::string& text, unsigned unit) {
  constexpr std::string_view kHex = "0123456789abcdef";
  text += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) {
    text += kHex[(unit >> shift) & 0xF];
  }
}

void append_escaped(std::string& text, char32_t c) {
  switch (c) {
    case '"': text += "\\\""; return;
    case '\\': text += "\\\\"; return;
    case '\b': text += "\\b"; return;
    case '\f': text += "\\f"; return;
    case '\n': text += "\\n"; return;
    case '\r': text += "\\r"; return;
    case '\t': text += "\\t"; return;
  }
  if (c < 0x10000) return append_unit(text, c);
  append_unit(text, 0xD800 + ((c - 0x10000) >> 10));
  append_unit(text, 0xDC00 + ((c - 0x10000) & 0x3FF));
}

bool is_plain(char c) {
  return c >= ' ' && c < 0x7F && c != '"' && c != '\\';
}

}  // namespace

void Writer::string(std::string_view value) {
  text_ += '"';
  while (!value.empty()) {
    size_t plain = 0;
    while (plain < value.size() && is_plain(value[plain])) {
      ++plain;
    }
    text_ += value.substr(0, plain);
    value.remove_prefix(plain);
    if (!value.empty()) append_escaped(text_, take_code_point(value));
  }
  text_ += '"';
}

ArrayWriter::ArrayWriter(Writer& out) : out_(out) {
  out_.raw("[");
}

ArrayWriter::~ArrayWriter() {
  out_.raw("]");
}

Writer& ArrayWriter::next() {
  if (!first_) out_.raw(",");
  first_ = false;
  return out_;
}

ObjectWriter::ObjectWriter(Writer& out) : out_(out) {
  out_.raw("{");
}

void ObjectWriter::finish() {
  out_.raw("}");
}

void ObjectWriter::member(std::string_view name, const void* value, UntypedEncode encode) {
  encode(key(name), value);
}

void encode_elements(
    Writer& out,
    const void* values,
    size_t count,
    size_t size,
    UntypedEncode encode
) {
  ArrayWriter array(out);
  const auto* value = static_cast<const std::byte*>(values);
  for (size_t i = 0; i < count; ++i) {
    encode(array.next(), value);
    value += size;
  }
}

void encode(Writer& out, const std::vector<bool>& value) {
  ArrayWriter array(out);
  for (const bool element : value) {
    array.element(element);
  }
}

Writer& ObjectWriter::key(std::string_view name) {
  if (!first_) out_.raw(",");
  first_ = false;
  out_.string(name);
  out_.raw(":");
  return out_;
}

void encode(Writer& out, bool value) {
  out.raw(value ? "true" : "false");
}

void encode(Writer& out, double value) {
  // JSON has no word for these, and a reader would choke on any.
  if (!std::isfinite(value)) return out.raw("null");
  append_number(out, value);
}

void encode(Writer& out, std::nullptr_t) {
  out.raw("null");
}

void encode(Writer& out, int64_t value) {
  append_number(out, value);
}

void encode(Writer& out, uint64_t value) {
  append_number(out, value);
}

void encode(Writer& out, std::string_view value) {
  out.string(value);
}

void encode(Writer& out, const Json& value) {
  switch (value.type()) {
    case Json::value_t::object: {
      ObjectWriter object(out);
      for (const auto& [name, member] : value.get_ref<const Json::object_t&>()) {
        object.member(name, member);
      }
      object.finish();
      break;
    }
    case Json::value_t::array: {
      ArrayWriter array(out);
      for (const Json& element : value) {
        array.element(element);
      }
      break;
    }
    case Json::value_t::string: encode(out, value.get_ref<const std::string&>()); break;
    case Json::value_t::boolean: encode(out, value.get<bool>()); break;
    case Json::value_t::number_integer: encode(out, value.get<int64_t>()); break;
    case Json::value_t::number_unsigned: encode(out, value.get<uint64_t>()); break;
    case Json::value_t::number_float: encode(out, value.get<double>()); break;
    case Json::value_t::null:
    case Json::value_t::binary:
    case Json::value_t::discarded: encode(out, nullptr); break;
  }
}

}  // namespace qapi
