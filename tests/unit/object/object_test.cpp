// SPDX-License-Identifier: Apache-2.0

#include "vm/object/object.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "generated/types/phases.h"

#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/probe.h"

namespace vm {
namespace {

using api::ObjectLife;
using testing::ElementsAre;

class ObjectTest : public testing::Test {
 protected:
  ObjectTest() { probe_steps().clear(); }

  Probe& add_to(Object& parent, const std::string& name, const std::string& peer = "") {
    Object* added = parent.add_child(name, *platform_.factory().create("probe")).value();
    if (!peer.empty()) set(*added, "peer", peer);
    return static_cast<Probe&>(*added);
  }

  Probe& add(const std::string& name, const std::string& peer = "") {
    return add_to(platform_.root(), name, peer);
  }

  static void set(Object& object, const char* property, const qapi::Json& value) {
    expect_ok(set_property(object, property, value, qapi::Spelling::Json));
  }

  static void realize(Object& object) {
    expect_ok(object.configure());
    expect_ok(object.realize());
  }

  FakePlatform platform_{kProbeTypes};
};

TEST_F(ObjectTest, HasAPathFromTheRoot) {
  Probe& a = add("a");
  Probe& b = add_to(a, "b[0]");
  EXPECT_EQ(platform_.root().path(), "/");
  EXPECT_EQ(b.path(), "/a/b[0]");
  EXPECT_EQ(&b.root(), &platform_.root());
  EXPECT_EQ(a.child("b[0]"), &b);
  EXPECT_EQ(a.child("b"), nullptr);
  EXPECT_TRUE(b.is_below(a));
  EXPECT_FALSE(a.is_below(b));
}

TEST_F(ObjectTest, RefusesASecondChildOfAName) {
  Probe& a = add("a");
  add_to(a, "b");
  auto again = a.add_child("b", *platform_.factory().create("probe"));
  EXPECT_EQ(error_of(again), "/a already has a child 'b'");
  EXPECT_EQ(a.children().size(), 1u);
}

TEST_F(ObjectTest, RefusesANameThatIsNone) {
  auto bad = platform_.root().add_child("a/b", *platform_.factory().create("probe"));
  EXPECT_THAT(error_of(bad), testing::StartsWith("'a/b' is not an object name"));
}

TEST_F(ObjectTest, ANameIsFreeAgainAfterItsObjectIsGone) {
  Probe& a = add("a");
  std::unique_ptr<Object> gone = platform_.root().remove_child(a);
  EXPECT_EQ(gone->life(), ObjectLife::Destroyed);
  EXPECT_EQ(gone->parent(), nullptr);
  EXPECT_TRUE(platform_.root().add_child("a", *platform_.factory().create("probe")));
}

TEST_F(ObjectTest, PartsGoUpFirstAndDownLast) {
  Probe& a = add("a");
  add_to(a, "b");
  add_to(a, "c");
  realize(a);
  a.unrealize();
  EXPECT_THAT(
      probe_steps(),
      ElementsAre(
          "configure b",
          "configure c",
          "configure a",
          "realize b",
          "realize c",
          "realize a",
          "unrealize a",
          "unrealize c",
          "unrealize b"
      )
  );
}

TEST_F(ObjectTest, PartsAreRealizedInTheOrderOfTheirLinks) {
  Probe& a = add("a");
  add_to(a, "b", "c");
  add_to(a, "c");
  realize(a);
  EXPECT_THAT(
      probe_steps(),
      ElementsAre(
          "configure b",
          "configure c",
          "configure a",
          "realize c",
          "realize b",
          "realize a"
      )
  );
}

TEST_F(ObjectTest, AFailedRealizeUndoesThoseOfTheParts) {
  Probe& a = add("a");
  Probe& b = add_to(a, "b");
  a.fail_at = "realize";
  expect_ok(a.configure());
  EXPECT_EQ(error_of(a.realize()), "a cannot realize");
  EXPECT_EQ(a.life(), ObjectLife::Configured);
  EXPECT_EQ(b.life(), ObjectLife::Unrealized);
}

TEST_F(ObjectTest, AFailedConfigureStaysCreated) {
  Probe& a = add("a");
  a.fail_at = "configure";
  EXPECT_EQ(error_of(a.configure()), "a cannot configure");
  EXPECT_EQ(a.life(), ObjectLife::Created);
}

TEST_F(ObjectTest, ALinkIsAPointerWhileItsOwnerIsRealized) {
  Probe& a = add("a");
  Probe& b = add("b", "a");
  realize(a);
  EXPECT_EQ(b.props().peer.target, nullptr);
  realize(b);
  EXPECT_EQ(b.props().peer.get<Probe>(), &a);
  b.unrealize();
  EXPECT_EQ(b.props().peer.target, nullptr);
}

TEST_F(ObjectTest, ALinkToNothingSaysSo) {
  Probe& b = add("b", "aa");
  add("ab");
  expect_ok(b.configure());
  EXPECT_EQ(error_of(b.realize()), "b.peer: no probe 'aa'; did you mean 'ab'?");
}

TEST_F(ObjectTest, ALinkToAnotherTypeSaysSo) {
  platform_.root().add_child("g", *platform_.factory().create("group")).value();
  Probe& b = add("b", "g");
  expect_ok(b.configure());
  EXPECT_EQ(error_of(b.realize()), "b.peer: /g is a group, not a probe");
}

TEST_F(ObjectTest, ALinkToWhatDoesNotWorkYetSaysSoAndReleasesTheOthers) {
  Probe& a = add("a");
  add("late");
  Probe& b = add("b", "a");
  set(b, "others", {"late"});
  realize(a);
  expect_ok(b.configure());
  EXPECT_EQ(error_of(b.realize()), "b.others: /late is not realized");
  EXPECT_EQ(b.props().peer.target, nullptr);
  EXPECT_TRUE(a.check_unused());
}

TEST_F(ObjectTest, WhoIsLinkedToIsInUse) {
  Probe& a = add("a");
  Probe& part = add_to(a, "part");
  Probe& b = add("b", "part");
  realize(a);
  realize(b);
  EXPECT_EQ(error_of(part.check_unused()), "/a/part is in use by /b");
  EXPECT_EQ(error_of(a.check_unused()), "/a/part is in use by /b");
  EXPECT_TRUE(b.check_unused());
  b.unrealize();
  EXPECT_TRUE(a.check_unused());
}

TEST_F(ObjectTest, LinksInsideOfAWholeDoNotKeepItFromGoing) {
  Probe& a = add("a");
  add_to(a, "b");
  add_to(a, "c", "b");
  realize(a);
  EXPECT_TRUE(a.check_unused());
  EXPECT_FALSE(a.child("b")->check_unused());
}

TEST_F(ObjectTest, WhoIsUnrealizedTakesItsUsersWithIt) {
  Probe& a = add("a");
  Probe& b = add("b", "a");
  realize(a);
  realize(b);
  probe_steps().clear();
  platform_.root().remove_child(a);
  EXPECT_THAT(probe_steps(), ElementsAre("unrealize b", "unrealize a"));
  EXPECT_EQ(b.props().peer.target, nullptr);
}

}  // namespace
}  // namespace vm
