// SPDX-License-Identifier: Apache-2.0

#include "vm/object/find.h"

#include <gtest/gtest.h>

#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/probe.h"

namespace vm {
namespace {

class FindTest : public testing::Test {
 protected:
  FindTest() {
    soc_ = add(platform_.root(), "group", "soc");
    board_ = add(platform_.root(), "group", "board");
    inner_ = add(*soc_, "probe", "bus");
    outer_ = add(platform_.root(), "probe", "bus");
    core_ = add(*soc_, "probe", "core");
  }

  Object* add(Object& parent, const char* type, const char* name) {
    return parent.add_child(name, *platform_.factory().create(type)).value();
  }

  FakePlatform platform_{kProbeTypes};
  Object *soc_, *board_, *inner_, *outer_, *core_;
};

TEST_F(FindTest, TakesAnAbsolutePath) {
  EXPECT_EQ(find_object(platform_.root(), "/soc/bus").value(), inner_);
  EXPECT_EQ(find_object(platform_.root(), "/bus").value(), outer_);
  EXPECT_EQ(find_object(platform_.root(), "/").value(), &platform_.root());
  EXPECT_EQ(error_of(find_object(platform_.root(), "/soc/nobody")), "no object /soc/nobody");
  EXPECT_EQ(
      error_of(find_object(platform_.root(), "/soc", "probe")),
      "/soc is a group, not a probe"
  );
}

TEST_F(FindTest, TakesTheEndOfAPath) {
  EXPECT_EQ(find_object(platform_.root(), "core").value(), core_);
  EXPECT_EQ(find_object(platform_.root(), "soc/bus").value(), inner_);
}

TEST_F(FindTest, RefusesWhatIsAmbiguous) {
  EXPECT_EQ(
      error_of(find_object(platform_.root(), "bus")),
      "'bus' is ambiguous: /soc/bus and /bus"
  );
}

TEST_F(FindTest, ComparesWholeNames) {
  EXPECT_EQ(
      error_of(find_object(platform_.root(), "ore")),
      "no object 'ore'; did you mean 'core'?"
  );
  EXPECT_FALSE(find_object(platform_.root(), "c/bus"));
  EXPECT_EQ(find_object(platform_.root(), "").error().error_class, ErrorClass::DeviceNotFound);
}

TEST_F(FindTest, OnlyObjectsOfTheTypeCount) {
  Object* group = add(*board_, "group", "core");
  EXPECT_EQ(find_object(platform_.root(), "core", "probe").value(), core_);
  EXPECT_EQ(find_object(platform_.root(), "core", "group").value(), group);
}

TEST_F(FindTest, FindsWhatCameWithItsParentAndNotWhatWent) {
  std::unique_ptr<Object> card = *platform_.factory().create("group");
  add(*card, "probe", "chip");
  Object* const plugged = board_->add_child("card", std::move(card)).value();
  EXPECT_TRUE(find_object(platform_.root(), "chip"));
  std::unique_ptr<Object> unplugged = board_->remove_child(*plugged);
  EXPECT_FALSE(find_object(platform_.root(), "chip"));
  EXPECT_TRUE(board_->branches().empty());
  soc_->remove_child(*inner_);
  soc_->remove_child(*core_);
  EXPECT_FALSE(find_object(platform_.root(), "core"));
  EXPECT_TRUE(platform_.root().branches().empty());
  add(*soc_, "probe", "core");
  EXPECT_TRUE(find_object(platform_.root(), "core"));
}

TEST_F(FindTest, TheNearestSurroundingsDecide) {
  EXPECT_EQ(find_near(*core_, "bus", "probe").value(), inner_);
  Object* other = add(*board_, "probe", "core2");
  EXPECT_EQ(find_near(*other, "bus", "probe").value(), outer_);
  EXPECT_EQ(find_near(*other, "core", "probe").value(), core_);
}

}  // namespace
}  // namespace vm
