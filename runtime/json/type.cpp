// SPDX-License-Identifier: Apache-2.0

#include "runtime/json/type.h"

#include <cassert>

namespace qapi {
namespace {

bool decode_untyped_size(const Reader& in, void* value) {
  return decode_size(in, *static_cast<uint64_t*>(value));
}

}  // namespace

constinit const PlainType kSize{kValue<uint64_t>, &decode_untyped_size, &encode_untyped<uint64_t>};

constinit const ListType kSizes{
    kValue<std::vector<uint64_t>>,
    &resize_list<uint64_t>,
    &list_elements<uint64_t>,
    kSize};

constinit const WrapperType kOptionalSize{
    kValue<std::optional<uint64_t>>,
    &emplace_optional<uint64_t>,
    &get_optional<uint64_t>,
    kSize};

constinit const WrapperType kOptionalSizes{
    kValue<std::optional<std::vector<uint64_t>>>,
    &emplace_optional<std::vector<uint64_t>>,
    &get_optional<std::vector<uint64_t>>,
    kSizes};

void Type::reset(void* value) const {
  lifetime_.destroy(value);
  lifetime_.construct(value);
}

bool Type::is_present(const void*) const {
  return true;
}

void Type::decode_members(ObjectReader&, void*) const {
  assert(false && "a branch of a union has members");
}

void Type::encode_members(ObjectWriter&, const void*) const {
  assert(false && "a branch of a union has members");
}

bool WrapperType::decode(const Reader& in, void* value) const {
  return inner_.decode(in, emplace_(value));
}

void WrapperType::encode(Writer& out, const void* value) const {
  inner_.encode(out, get_(value));
}

void WrapperType::decode_members(ObjectReader& object, void* value) const {
  inner_.decode_members(object, emplace_(value));
}

void WrapperType::encode_members(ObjectWriter& object, const void* value) const {
  inner_.encode_members(object, get_(value));
}

bool ListType::decode(const Reader& in, void* value) const {
  bool ok = true;
  auto* element = static_cast<std::byte*>(resize_(value, count_elements(in)));
  for (const Reader& reader : elements(in, ok)) {
    ok &= element_.decode(reader, element);
    element += element_.lifetime().size;
  }
  return ok;
}

void ListType::encode(Writer& out, const void* value) const {
  size_t count = 0;
  const auto* element = static_cast<const std::byte*>(elements_(value, count));
  ArrayWriter array(out);
  for (size_t i = 0; i < count; ++i) {
    element_.encode(array.next(), element);
    element += element_.lifetime().size;
  }
}

bool NothingType::decode(const Reader&, void*) const {
  return true;
}

void NothingType::encode(Writer&, const void*) const {}

void NothingType::decode_members(ObjectReader&, void*) const {}

void NothingType::encode_members(ObjectWriter&, const void*) const {}

}  // namespace qapi
