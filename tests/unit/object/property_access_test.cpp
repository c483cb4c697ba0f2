// SPDX-License-Identifier: Apache-2.0

#include "vm/object/property_access.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/probe.h"

namespace vm {
namespace {

class PropertyAccessTest : public testing::Test {
 protected:
  PropertyAccessTest() {
    probe_steps().clear();
    probe_ = static_cast<Probe*>(
        platform_.root().add_child("p", *platform_.factory().create("probe")).value()
    );
  }

  std::string set(const char* name, const qapi::Json& value) {
    return error_of(set_property(*probe_, name, value, qapi::Spelling::Json));
  }

  void realize() {
    expect_ok(probe_->configure());
    expect_ok(probe_->realize());
  }

  FakePlatform platform_{kProbeTypes};
  Probe* probe_;
};

TEST_F(PropertyAccessTest, SetsAndGets) {
  EXPECT_EQ(get_property(*probe_, "number").value(), "7");
  EXPECT_EQ(set("number", 3), "");
  EXPECT_EQ(get_property(*probe_, "number").value(), "3");
  EXPECT_EQ(get_property(*probe_, "peer").value(), "null");
}

TEST_F(PropertyAccessTest, KeepsTheOldValueWhenTheNewOneIsWrong) {
  EXPECT_THAT(set("number", 10), testing::HasSubstr("number"));
  EXPECT_THAT(set("number", "three"), testing::HasSubstr("'number'"));
  EXPECT_EQ(get_property(*probe_, "number").value(), "7");
}

TEST_F(PropertyAccessTest, ProposesTheNearestName) {
  EXPECT_EQ(set("numbre", 3), "probe has no property 'numbre'; did you mean 'number'?");
  EXPECT_EQ(
      error_of(get_property(*probe_, "numbre")),
      "probe has no property 'numbre'; did you mean 'number'?"
  );
}

TEST_F(PropertyAccessTest, ConfigIsForObjectsThatAreNotYetConfigured) {
  expect_ok(probe_->configure());
  EXPECT_EQ(
      set("number", 3),
      "p.number is a config property, for an object that is created: it cannot be set while "
      "configured"
  );
  expect_ok(probe_->realize());
  EXPECT_EQ(
      set("number", 3),
      "p.number is a config property, for an object that is created: it cannot be set while "
      "realized"
  );
  EXPECT_EQ(probe_->props().number, 7u);
}

TEST_F(PropertyAccessTest, ControlIsForAllOfLife) {
  EXPECT_EQ(set("level", 1), "");
  EXPECT_TRUE(probe_steps().empty());
  realize();
  EXPECT_EQ(set("level", 2), "");
  EXPECT_EQ(probe_steps().back(), "changed level of p");
  probe_->fail_at = "changed level of";
  EXPECT_EQ(set("level", 3), "p cannot changed level of");
}

TEST_F(PropertyAccessTest, TelemetryIsForReading) {
  EXPECT_EQ(set("seen", 1), "p.seen is a telemetry property and cannot be set");
  EXPECT_EQ(get_property(*probe_, "seen").value(), "0");
}

}  // namespace
}  // namespace vm
