// SPDX-License-Identifier: Apache-2.0

#include "vm/object/realize_order.h"

#include <gtest/gtest.h>

#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/probe.h"

namespace vm {
namespace {

class RealizeOrderTest : public testing::Test {
 protected:
  Object* add(const std::string& name, const std::string& peer, Object* parent = nullptr) {
    Object& above = parent != nullptr ? *parent : platform_.root();
    Object* object = above.add_child(name, *platform_.factory().create("probe")).value();
    expect_ok(set_property(*object, "peer", peer, qapi::Spelling::Json));
    batch_.push_back(object);
    return object;
  }

  std::string order() {
    Result<std::vector<Object*>> result = realize_order(batch_);
    if (!result) return result.error().desc;
    std::string names;
    for (Object* object : *result) {
      names += object->name() + " ";
    }
    return names;
  }

  FakePlatform platform_{kProbeTypes};
  std::vector<Object*> batch_;
};

TEST_F(RealizeOrderTest, IsTheOrderGivenWhereNothingLinks) {
  add("b", "");
  add("a", "");
  EXPECT_EQ(order(), "b a ");
}

TEST_F(RealizeOrderTest, WhoIsLinkedToComesFirst) {
  add("a", "b");
  add("b", "c");
  add("c", "");
  EXPECT_EQ(order(), "c b a ");
}

TEST_F(RealizeOrderTest, PartsComeBeforeTheWholeAndTheWholeBeforeWhoUsesAPart) {
  add("user", "part");
  Object* whole = add("whole", "");
  add("part", "", whole);
  batch_.erase(batch_.begin() + 2);  // realized along with the whole
  EXPECT_EQ(order(), "whole user ");
}

TEST_F(RealizeOrderTest, NamesACircle) {
  add("a", "b");
  add("b", "c");
  add("c", "b");
  EXPECT_EQ(order(), "links go in a circle: /b -> /c -> /b");
}

TEST_F(RealizeOrderTest, NamesWhoLinksToItself) {
  add("a", "a");
  EXPECT_EQ(order(), "links go in a circle: /a -> /a");
}

TEST_F(RealizeOrderTest, WhatIsOutsideOfTheBatchDoesNotCount) {
  add("a", "");
  batch_.clear();
  add("b", "a");
  EXPECT_EQ(order(), "b ");
}

TEST_F(RealizeOrderTest, APartMayLinkToItsSiblingInsideOfAWhole) {
  Object* whole = add("whole", "");
  add("p", "q", whole);
  add("q", "", whole);
  EXPECT_EQ(order(), "q p whole ");
}

}  // namespace
}  // namespace vm
