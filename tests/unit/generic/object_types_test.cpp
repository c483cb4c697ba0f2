// SPDX-License-Identifier: Apache-2.0
//
// What holds for every object type that there is. A new one is tested here from the day it is in
// the schema.

#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "generated/types/phases.h"

#include "tests/unit/generic/object_fixture.h"
#include "tests/unit/support/object_state.h"
#include "vm/base/must.h"
#include "vm/devices/device.h"
#include "vm/machine/tree.h"
#include "vm/object/property_access.h"

namespace vm {
namespace {

/// Other values of the same types.
void scramble(qapi::Json& json) {
  if (json.is_structured()) {
    for (qapi::Json& part : json) {
      scramble(part);
    }
  } else if (json.is_boolean()) {
    json = !json.get<bool>();
  } else if (json.is_number_unsigned()) {
    json = json.get<uint64_t>() ^ 1;
  }
}

/// A reset does not change what others drive our inputs to, nor what outlives power-off.
void keep_what_outlives_reset(const qapi::Json& from, qapi::Json& to) {
  for (const char* member : {"interrupt-lines", "level", "inputs", "blank"}) {
    if (from.contains(member)) to[member] = from[member];
  }
}

/// The bounds in "1 to 1000000000".
std::optional<std::pair<int64_t, int64_t>> bounds(std::string_view range) {
  std::pair<int64_t, int64_t> result;
  size_t middle = range.find(" to ");
  if (middle == range.npos) return {};
  std::from_chars(range.data(), range.data() + middle, result.first);
  std::from_chars(range.data() + middle + 4, range.data() + range.size(), result.second);
  return result;
}

bool is_number(std::string_view type) {
  return type == "size" || type.find("int") != type.npos;
}

class EveryObjectType : public ObjectFixture {
 protected:
  bool load(Object& object, const qapi::Json& state) {
    std::vector<Error> errors;
    return object.type().load(object, qapi::Reader(state, qapi::Spelling::Json, errors));
  }

  void remove(Object& object) { must(vm_.builder().remove(object)); }

  Result<> set_alone(
      const Creatable& type,
      const qapi::CliMember& member,
      const qapi::Json& value
  ) {
    auto object = must(vm_.factory().create(type.branch->value));
    return set_property(*object, member.name, value, qapi::Spelling::Json);
  }
};

TEST_F(EveryObjectType, IsCreatedAndDestroyedWithoutATrace) {
  for (const Creatable& type : creatable_types()) {
    SCOPED_TRACE(type.branch->value);
    qapi::Json properties = properties_for(type);  // makes what it links to
    std::string before = qapi::encoded(tree_of(vm_.root(), {}));

    NewObject object{.type = std::string(type.branch->value), .base = std::string(type.base)};
    object.parent = type.base == "device" ? &vm_.machine() : &vm_.objects();
    object.properties = qapi::Any(properties);
    object.name = "tested";
    auto built = vm_.builder().build({&object, 1});
    ASSERT_TRUE(built) << built.error().desc;
    EXPECT_EQ(built->front()->life(), api::ObjectLife::Realized);
    EXPECT_NE(qapi::encoded(tree_of(vm_.root(), {})), before);

    remove(*built->front());
    EXPECT_EQ(qapi::encoded(tree_of(vm_.root(), {})), before);
  }
}

TEST_F(EveryObjectType, TakesEachPropertyWithinItsRangeAndNoneBeyond) {
  int ranges = 0;
  for (const Creatable& type : creatable_types()) {
    for (const qapi::CliMember& member : type.branch->members) {
      auto range = bounds(member.range);
      if (!range || !is_number(member.type) || member.name.find('.') != member.name.npos) continue;
      SCOPED_TRACE(fmt::format("{}.{}", type.branch->value, member.name));
      ++ranges;
      EXPECT_TRUE(set_alone(type, member, range->first));
      EXPECT_TRUE(set_alone(type, member, range->second));
      // The last one may be the greatest of its type: one more takes an unsigned number.
      auto above = set_alone(type, member, static_cast<uint64_t>(range->second) + 1);
      ASSERT_FALSE(above);
      EXPECT_EQ(above.error().path, member.name);
      EXPECT_FALSE(set_alone(type, member, range->first - 1));
    }
  }
  EXPECT_GT(ranges, 5);
}

TEST_F(EveryObjectType, RefusesAPropertyOfTheWrongType) {
  for (const Creatable& type : creatable_types()) {
    for (const qapi::CliMember& member : type.branch->members) {
      if (member.name.find('.') != member.name.npos) continue;
      SCOPED_TRACE(fmt::format("{}.{}", type.branch->value, member.name));
      auto refused = set_alone(type, member, qapi::Json::array({qapi::Json::array({1})}));
      ASSERT_FALSE(refused);
      EXPECT_NE(refused.error().desc, "");
    }
  }
}

TEST_F(EveryObjectType, RefusesAPropertyThatItDoesNotHave) {
  for (const Creatable& type : creatable_types()) {
    SCOPED_TRACE(type.branch->value);
    EXPECT_FALSE(set_alone(type, {.name = "colour"}, "red"));
  }
}

TEST_F(EveryObjectType, RefusesAConfigPropertyOnceRealized) {
  for (const Creatable& type : creatable_types()) {
    SCOPED_TRACE(type.branch->value);
    Object* object = must(build(type));
    for (const PropertyType& property : object->type().properties) {
      if (property.use == PropertyUse::Control) continue;
      std::string value = must(get_property(*object, property.name));
      auto json = qapi::Json::parse(value);
      EXPECT_FALSE(set_property(*object, property.name, json, qapi::Spelling::Json))
          << property.name;
    }
    remove(*object);
  }
}

TEST_F(EveryObjectType, SavesAndRestoresAllOfItsState) {
  for (const Creatable& type : creatable_types()) {
    SCOPED_TRACE(type.branch->value);
    Object* object = must(build(type));
    std::string before = saved(*object);
    qapi::Json other = qapi::Json::parse(before);
    scramble(other);

    ASSERT_TRUE(load(*object, other));
    EXPECT_EQ(qapi::Json::parse(saved(*object)), other);
    ASSERT_TRUE(load(*object, qapi::Json::parse(before)));
    EXPECT_EQ(saved(*object), before);
    EXPECT_FALSE(load(*object, {{"no-such-state", 1}}));
    remove(*object);
  }
}

TEST_F(EveryObjectType, ForgetsWhatHappenedWhenItIsReset) {
  for (const Creatable& type : creatable_types()) {
    if (type.base != "device") continue;
    SCOPED_TRACE(type.branch->value);
    Object* object = must(build(type));
    auto& device = static_cast<Device&>(*object);
    device.reset();
    std::string fresh = saved(device);
    qapi::Json other = qapi::Json::parse(fresh);
    scramble(other);
    keep_what_outlives_reset(qapi::Json::parse(fresh), other);
    ASSERT_TRUE(load(device, other));
    device.reset();
    EXPECT_EQ(saved(device), fresh);
    remove(*object);
  }
}

}  // namespace
}  // namespace vm
