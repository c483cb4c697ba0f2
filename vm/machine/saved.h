// SPDX-License-Identifier: Apache-2.0
//
// Saved is a machine as SaveStream wrote it. With the guest stopped and the machine lock held:
//
//   const Saved saved = TRY(Saved::parse(vm.machine(), std::move(bytes)));
//   TRY(saved.load(vm.machine(), vm.clock()));

#pragma once

#include <string>
#include <vector>

#include "generated/types/migration.h"

#include "vm/base/clock.h"
#include "vm/base/result.h"
#include "vm/object/object.h"

namespace vm::machine {

/// The state of all objects of a machine.
std::vector<api::SavedObject> saved_objects(Object& machine);

/// More than a machine like this one can be as a stream.
uint64_t most_bytes(Object& machine);

/// Bytes that were found to be whole, and to fit.
class Saved {
 public:
  /// Changes nothing.
  static Result<Saved> parse(Object& machine, std::string bytes);

  const api::SavedMachine& header() const { return header_; }

  /// Makes the machine what was saved, and guest time what it was; or leaves all as it is.
  Result<> load(Object& machine, VirtualClock& clock) const;

 private:
  api::SavedMachine header_;
  std::string bytes_;
  size_t memory_at_ = 0;  // where in it the pieces begin
};

}  // namespace vm::machine
