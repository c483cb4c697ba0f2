// SPDX-License-Identifier: Apache-2.0
//
// What holds for every name that another emulator has for one of ours.

#include <functional>

#include "generated/objects/object_table.h"

#include "runtime/json/writer.h"
#include "tests/unit/generic/object_fixture.h"
#include "vm/object/alias.h"
#include "vm/object/property_access.h"

namespace vm {
namespace {

class EveryAlias : public ObjectFixture {
 protected:
  /// An object of each type that can be created, with each alias of it.
  void visit(AliasKind kind, const std::function<void(Object&, const Alias&)>& check) {
    size_t visited = 0;
    for (const Creatable& creatable : creatable_types()) {
      const ObjectType* type = vm_.factory().find(creatable.branch->value);
      ASSERT_NE(type, nullptr);
      for (const Alias& alias : type->aliases) {
        if (alias.kind != kind) continue;
        SCOPED_TRACE(alias.name);
        auto object = vm_.factory().create(*type);
        ASSERT_TRUE(object);
        check(**object, alias);
        ++visited;
      }
    }
    EXPECT_GT(visited, 0u);
  }
};

TEST_F(EveryAlias, OfATypeCreatesIt) {
  visit(AliasKind::Type, [this](Object& object, const Alias& alias) {
    const auto type = vm_.factory().expect(alias.name);
    ASSERT_TRUE(type);
    EXPECT_EQ(*type, &object.type());
    vm_.set_compat({.rejected = qapi::Special::Deprecated});
    EXPECT_FALSE(vm_.factory().expect(alias.name));
    EXPECT_TRUE(vm_.factory().expect(alias.stands_for));
    vm_.set_compat({});
  });
}

TEST_F(EveryAlias, OfAPropertyReadsAndSetsIt) {
  visit(AliasKind::Property, [this](Object& object, const Alias& alias) {
    if (!alias.values_json.empty()) return;
    const auto value = get_property(object, alias.stands_for);
    ASSERT_TRUE(value);
    EXPECT_EQ(get_property(object, alias.name).value_or("refused"), *value);
    const qapi::Json json = qapi::Json::parse(*value);
    EXPECT_TRUE(set_property(object, alias.name, json, qapi::Spelling::Json));
    vm_.set_compat({.rejected = qapi::Special::Deprecated});
    EXPECT_FALSE(get_property(object, alias.name));
    EXPECT_FALSE(set_property(object, alias.name, json, qapi::Spelling::Json));
    EXPECT_TRUE(set_property(object, alias.stands_for, json, qapi::Spelling::Json));
    vm_.set_compat({});
  });
}

TEST_F(EveryAlias, OfAPropertyWithOtherValuesTakesThoseOnly) {
  visit(AliasKind::Property, [](Object& object, const Alias& alias) {
    if (alias.values_json.empty()) return;
    const qapi::Any values = qapi::Any::parsed(alias.values_json);
    for (const auto& [name, own] : values.json().items()) {
      const qapi::Json theirs = values.json().is_array() ? own : qapi::Json(name);
      const qapi::Json text = theirs.is_string() ? theirs : qapi::Json(qapi::encoded(theirs));
      for (const qapi::Json& each : {theirs, text}) {
        EXPECT_TRUE(set_property(object, alias.name, each, qapi::Spelling::Json)) << each;
      }
      if (alias.stands_for.empty()) continue;
      EXPECT_EQ(get_property(object, alias.stands_for).value(), qapi::encoded(own));
    }
    const auto refused = set_property(object, alias.name, "no such value", qapi::Spelling::Json);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().desc.find("can only be"), std::string::npos) << refused.error().desc;
  });
}

TEST_F(EveryAlias, OfAChildIsThatChild) {
  visit(AliasKind::Child, [](Object& object, const Alias& alias) {
    const std::string element = std::string(alias.name) + "[1]";
    EXPECT_EQ(
        own_name(object, AliasKind::Child, element).value(),
        std::string(alias.stands_for) + "[1]"
    );
  });
}

TEST_F(EveryAlias, GivesPropertiesThatThereAre) {
  visit(AliasKind::Given, [](Object& object, const Alias& alias) {
    const qapi::Json value = alias.stands_for;
    EXPECT_TRUE(set_property(object, alias.name, value, qapi::Spelling::Text));
  });
}

TEST_F(EveryAlias, OfAPortIsThatPort) {
  visit(AliasKind::Port, [](Object& object, const Alias& alias) {
    EXPECT_EQ(own_name(object, AliasKind::Port, alias.name).value(), alias.stands_for);
    const std::string element = std::string(alias.name) + "[1]";
    if (!alias.name.ends_with(']')) {
      EXPECT_EQ(
          own_name(object, AliasKind::Port, element).value(),
          std::string(alias.stands_for) + "[1]"
      );
    }
  });
}

TEST_F(EveryAlias, OfAPathLeadsThere) {
  ASSERT_FALSE(path_aliases().empty());
  for (const Alias& alias : path_aliases()) {
    EXPECT_EQ(own_path(vm_.factory(), alias.name).value(), alias.stands_for);
    const std::string below = std::string(alias.name) + "/x";
    EXPECT_EQ(own_path(vm_.factory(), below).value(), std::string(alias.stands_for) + "/x");
    const std::string other = std::string(alias.name) + "x";
    EXPECT_EQ(own_path(vm_.factory(), other).value(), other);
  }
}

}  // namespace
}  // namespace vm
