// SPDX-License-Identifier: Apache-2.0
//
// A machine with one of everything that object types link to, and valid properties for each type,
// made from the schema's examples.

#pragma once

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "generated/cli/options.h"

#include "runtime/cli/options.h"
#include "runtime/json/json.h"
#include "runtime/loop/event_loop.h"
#include "vm/machine/vm.h"

namespace vm {

/// The types that a command can create, with what the schema says of their properties.
struct Creatable {
  std::string_view base;
  const qapi::CliBranch* branch;
};

std::vector<Creatable> creatable_types();

class ObjectFixture : public testing::Test {
 protected:
  ObjectFixture();
  ~ObjectFixture() override;

  /// An object of that type, realized, under a name of its own; what it links to has been made.
  Result<Object*> build(const Creatable& type);

  /// Valid values for all mandatory properties, all that have an example, and all links.
  qapi::Json properties_for(const Creatable& type);

  std::string saved(const Object& object) const;

  qapi::EventLoop loop_;
  Vm vm_;

 private:
  std::string link_target(std::string_view type);
  std::string make(const char* type, const char* base, Object& parent, qapi::Json properties);

  std::string image_;
  int next_ = 0;
};

}  // namespace vm
