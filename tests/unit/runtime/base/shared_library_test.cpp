// SPDX-License-Identifier: Apache-2.0

#include "runtime/base/shared_library.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using qapi::SharedLibrary;
using testing::AllOf;
using testing::EndsWith;
using testing::StartsWith;

TEST(SharedLibrary, FindsFunctions) {
  const auto library = SharedLibrary::open("libm.so.6", "libc6");
  ASSERT_TRUE(library.has_value());
  double (*square_root)(double) = nullptr;
  ASSERT_TRUE(library->find("sqrt", square_root).has_value());
  EXPECT_EQ(square_root(9.0), 3.0);
}

TEST(SharedLibrary, SaysWhereItIsToBeHad) {
  const auto library = SharedLibrary::open("libnobody-has.so.1", "libnobody1");
  EXPECT_THAT(
      library.error().desc,
      AllOf(
          StartsWith("cannot load libnobody-has.so.1: "),
          EndsWith("; Debian has it in the package libnobody1")
      )
  );
}

TEST(SharedLibrary, SaysWhatIsMissing) {
  const auto library = SharedLibrary::open("libm.so.6", "libc6");
  ASSERT_TRUE(library.has_value());
  double (*cube)(double) = nullptr;
  const auto found = library->find("no_such_function", cube);
  EXPECT_EQ(found.error().desc, "libm.so.6 is too old: it has no no_such_function");
}

}  // namespace
