// SPDX-License-Identifier: Apache-2.0
//
// What a snapshot holds of one object.

#pragma once

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "runtime/json/json.h"
#include "runtime/json/writer.h"
#include "vm/object/object.h"

namespace vm {

inline std::string saved(const Object& object) {
  std::string json;
  qapi::Writer out(json);
  object.type().save(object, out);
  return json;
}

inline void load(Object& object, const std::string& state) {
  std::vector<Error> errors;
  const qapi::Json json = qapi::Json::parse(state);
  ASSERT_TRUE(object.type().load(object, qapi::Reader(json, qapi::Spelling::Json, errors)));
}

}  // namespace vm
