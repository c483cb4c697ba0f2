// SPDX-License-Identifier: Apache-2.0

#include "runtime/json/object_type.h"

#include "runtime/json/any.h"

namespace qapi {
namespace {

void* at(void* value, size_t offset) {
  return static_cast<std::byte*>(value) + offset;
}

const void* at(const void* value, size_t offset) {
  return static_cast<const std::byte*>(value) + offset;
}

void decode_member(ObjectReader& object, const Member& member, void* value) {
  const Json* const json = object.find(member.name);
  const bool is_required = member.presence == Presence::Required;
  if (json == nullptr) {
    if (is_required) object.fail_missing(member.name);
    return;
  }
  // Nothing of a default stays.
  if (!is_required) member.type->reset(value);
  const Reader in = object.in().member(member.name, *json);
  if (member.type->decode(in, value) && member.constraint != nullptr) {
    member.constraint->check(in, value);
  }
  object.restrict(member.name, member.special);
}

void encode_member(ObjectWriter& object, const Member& member, const void* value) {
  if (member.presence == Presence::Retired || !object.shows(member.special)) return;
  if (!member.type->is_present(value)) return;
  member.type->encode(object.key(member.name), value);
}

}  // namespace

bool decode_described(const Reader& in, const EnumType& type, void* value) {
  return type.decode(in, value);
}

bool decode_described(const Reader& in, const ObjectType& type, void* value) {
  return type.decode(in, value);
}

bool decode_described(const Reader& in, const AlternateType& type, void* value) {
  return type.decode(in, value);
}

void encode_described(Writer& out, const EnumType& type, const void* value) {
  type.encode(out, value);
}

void encode_described(Writer& out, const ObjectType& type, const void* value) {
  type.encode(out, value);
}

void encode_described(Writer& out, const AlternateType& type, const void* value) {
  type.encode(out, value);
}

bool ObjectType::decode(const Reader& in, void* value) const {
  ObjectReader object(in);
  decode_members(object, value);
  return object.finish();
}

void ObjectType::encode(Writer& out, const void* value) const {
  ObjectWriter object(out);
  encode_members(object, value);
  object.finish();
}

void ObjectType::decode_members(ObjectReader& object, void* value) const {
  for (const Member& member : members_) {
    decode_member(object, member, at(value, member.offset));
  }
  if (rest_ != kNoRest) object.take_rest(*static_cast<Any*>(at(value, rest_)));
  if (choice_ != nullptr) decode_branch(object, value);
}

void ObjectType::decode_branch(ObjectReader& object, void* value) const {
  const Json* const json = object.find(choice_->tag);
  const bool is_required = choice_->presence == Presence::Required;
  if (json == nullptr && is_required) object.fail_missing(choice_->tag);
  std::optional<size_t> index;
  if (json != nullptr) {
    index = choice_->values->decode_index(object.in().member(choice_->tag, *json));
  } else if (!is_required) {
    index = choice_->default_index;
  }
  if (!index) return object.ignore_rest();
  object.restrict(choice_->tag, choice_->special);
  const VariantOperations& branches = choice_->operations;
  void* const branch = branches.emplace(at(value, choice_->offset), *index);
  branches.types[*index]->decode_members(object, branch);
}

void ObjectType::encode_members(ObjectWriter& object, const void* value) const {
  size_t index = 0;
  const void* branch = nullptr;
  if (choice_ != nullptr) {
    branch = choice_->operations.get(at(value, choice_->offset), index);
    object.member(choice_->tag, choice_->values->names()[index]);
  }
  for (const Member& member : members_) {
    encode_member(object, member, at(value, member.offset));
  }
  if (rest_ != kNoRest) encode_rest(object, *static_cast<const Any*>(at(value, rest_)));
  if (branch != nullptr) choice_->operations.types[index]->encode_members(object, branch);
}

const AlternateBranch* AlternateType::find(JsonType type) const {
  for (const AlternateBranch& branch : branches_) {
    if (branch.json_type == type) return &branch;
  }
  return nullptr;
}

bool AlternateType::decode(const Reader& in, void* value) const {
  const bool takes_text = find(JsonType::String) != nullptr;
  const AlternateBranch* const branch = find(json_type(in, takes_text));
  if (branch == nullptr) return in.fail_type(name_);
  void* const place = operations_.emplace(value, branch->index);
  return operations_.types[branch->index]->decode(in, place);
}

void AlternateType::encode(Writer& out, const void* value) const {
  size_t index = 0;
  const void* const branch = operations_.get(value, index);
  operations_.types[index]->encode(out, branch);
}

}  // namespace qapi
