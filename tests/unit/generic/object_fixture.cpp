// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/generic/object_fixture.h"

#include "generated/program/program_tables.h"

namespace vm {

ObjectFixture::ObjectFixture()
    : vm_(loop_, api::program_tables({.major = 0, .minor = 0, .micro = 0, .package = "test"})),
      bench_(vm_.machine(), vm_.objects(), vm_.builder()) {}

}  // namespace vm
