// SPDX-License-Identifier: Apache-2.0

#include "vm/object/object_factory.h"

#include <gtest/gtest.h>

#include "generated/types/phases.h"

#include "tests/unit/support/fake_platform.h"

namespace vm {
namespace {

TEST(ObjectFactory, CreatesByName) {
  FakePlatform platform;
  std::unique_ptr<Object> uart = platform.factory().create("uart16550").value();
  EXPECT_EQ(uart->type().name, "uart16550");
  EXPECT_EQ(uart->life(), api::ObjectLife::Created);
}

TEST(ObjectFactory, ProposesTheNearestType) {
  FakePlatform platform;
  EXPECT_EQ(
      error_of(platform.factory().create("uart16650")),
      "no object type 'uart16650'; did you mean 'uart16550'?"
  );
  EXPECT_EQ(error_of(platform.factory().expect("zzzzzzzz", "device")), "no device type 'zzzzzzzz'");
}

TEST(ObjectFactory, RefusesAbstractTypesAndOtherKinds) {
  FakePlatform platform;
  EXPECT_EQ(
      error_of(platform.factory().create("chardev")),
      "'chardev' is abstract: objects are of a type derived from it"
  );
  EXPECT_EQ(
      error_of(platform.factory().expect("uart16550", "backend")),
      "'uart16550' is not a backend type"
  );
  EXPECT_TRUE(platform.factory().expect("chardev-null", "backend"));
}

}  // namespace
}  // namespace vm
