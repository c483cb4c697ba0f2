// SPDX-License-Identifier: Apache-2.0
//
// Makes a plan of a description and its parameters: a pure function that creates nothing, ends
// always, and finds all faults in one go. Each fault says where it is, in which node of which part,
// and what was probably meant.
//
//   Plan plan = TRY(expand(*spec, params, {.types = object_table(), .specs = library}));

#pragma once

#include <span>

#include "runtime/json/any.h"
#include "vm/base/result.h"
#include "vm/machine/plan.h"
#include "vm/machine/spec.h"
#include "vm/object/object_type.h"

namespace vm::machine {

class SpecLibrary;

constexpr size_t kMaxNodes = 65536;
constexpr size_t kMaxCommands = 4 * kMaxNodes;
constexpr size_t kMaxPartDepth = 32;

/// What a description may refer to.
struct Vocabulary {
  std::span<const ObjectType> types;
  SpecLibrary& specs;
};

/// A part that is to be plugged into a machine that exists.
struct PluggedPart {
  std::string parent;  ///< path below /machine; empty for the machine
  std::string id;      ///< its name among the parent's children
  qapi::Any props;     ///< parameters and exposed properties; links are paths of objects
};

/// `params` is an object.
Result<Plan> expand(const Spec& machine, const qapi::Any& params, const Vocabulary& vocabulary);

}  // namespace vm::machine
