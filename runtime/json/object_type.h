// SPDX-License-Identifier: Apache-2.0
//
// The types of structs, unions and alternates: tables, which generated code is made of.
//
//   constexpr qapi::Member kFileOptionsMembers[] = {
//       {"path", offsetof(FileOptions, path), &qapi::type<std::string>, qapi::Presence::Required},
//       {"append", offsetof(FileOptions, append), &qapi::type<std::optional<bool>>},
//   };

#pragma once

#include <span>
#include <string_view>

#include "runtime/json/enum.h"
#include "runtime/json/json_type.h"
#include "runtime/json/type.h"

namespace qapi {

/// When a member is read and written.
enum class Presence {
  Optional,  ///< keeps its default when it is not there
  Required,
  Retired,  ///< only older snapshots have it: read, and not written
};

/// What must hold for a value beside its type; constraint.h has some.
class Constraint {
 public:
  virtual bool check(const Reader& in, const void* value) const = 0;

 protected:
  ~Constraint() = default;
};

/// A data member of a struct.
struct Member {
  std::string_view name;
  size_t offset;
  const Type* type;
  Presence presence = Presence::Optional;
  const Constraint* constraint = nullptr;
  Special special = Special::None;
};

/// The branches of a variant; Variant<...>::kOperations gives it.
struct VariantOperations {
  std::span<const Type* const> types;
  void* (*emplace)(void* variant, size_t index);  ///< tells where the new branch is
  const void* (*get)(const void* variant, size_t& index);
};

/// What makes a struct a union: the discriminator, and the branches in the order of its values.
struct Choice {
  std::string_view tag;
  const EnumType* values;
  Presence presence;
  Special special = Special::None;
  size_t default_index;
  size_t offset;  ///< of the variant
  VariantOperations operations;
};

/// A struct or a union.
class ObjectType final : public Type {
 public:
  /// What is not declared goes into an Any at the offset `rest`, if there is one.
  static constexpr size_t kNoRest = ~size_t{0};

  constexpr ObjectType(
      const Lifetime& lifetime,
      std::span<const Member> members,
      size_t rest = kNoRest
  )
      : Type(lifetime),
        members_(members),
        rest_(rest) {}

  constexpr ObjectType(
      const Lifetime& lifetime,
      std::span<const Member> members,
      const Choice& choice
  )
      : Type(lifetime),
        members_(members),
        choice_(&choice) {}

  bool decode(const Reader& in, void* value) const override;
  void encode(Writer& out, const void* value) const override;
  void decode_members(ObjectReader& object, void* value) const override;
  void encode_members(ObjectWriter& object, const void* value) const override;

 private:
  void decode_branch(ObjectReader& object, void* value) const;

  std::span<const Member> members_;
  size_t rest_ = kNoRest;
  const Choice* choice_ = nullptr;
};

/// Which branch of an alternate takes values of a JSON type.
struct AlternateBranch {
  JsonType json_type;
  size_t index;
};

/// An alternate, which is a struct of a variant.
class AlternateType final : public Type {
 public:
  constexpr AlternateType(
      const Lifetime& lifetime,
      std::string_view name,
      std::span<const AlternateBranch> branches,
      const VariantOperations& operations
  )
      : Type(lifetime),
        name_(name),
        branches_(branches),
        operations_(operations) {}

  bool decode(const Reader& in, void* value) const override;
  void encode(Writer& out, const void* value) const override;

 private:
  const AlternateBranch* find(JsonType type) const;

  std::string_view name_;
  std::span<const AlternateBranch> branches_;
  VariantOperations operations_;
};

}  // namespace qapi
