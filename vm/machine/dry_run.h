// SPDX-License-Identifier: Apache-2.0
//
// DryRun tries a plan in a tree of its own, without what comes after configuration: no file is
// opened, no backend taken, no guest started. It finds all that can be wrong with a plan before it
// is applied, and what it has made can be looked at.
//
//   DryRun trial(vm.factory());
//   trial.run(plan);
//   if (trial.errors().empty()) lint(trial);

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "runtime/dispatch/undo.h"
#include "vm/base/result.h"
#include "vm/machine/builder.h"
#include "vm/machine/plan.h"
#include "vm/object/object.h"
#include "vm/object/object_factory.h"

namespace vm::machine {

class DryRun {
 public:
  explicit DryRun(const ObjectFactory& factory);
  ~DryRun();
  DryRun(const DryRun&) = delete;
  DryRun& operator=(const DryRun&) = delete;

  /// To be called once, with a plan that outlives it.
  void run(const Plan& plan);

  /// One for each fault, with its place in front.
  const std::vector<std::string>& errors() const { return errors_; }

  Object& machine() { return *machine_; }
  const WireBook& wires() const { return builder_->wires(); }

  /// Whether the plan adds it: other objects come from what is added.
  bool is_planned(const Object& object) const { return planned_.contains(&object); }

  /// Whether the plan says what the property is.
  bool is_given(const Object& object, std::string_view property) const;

  /// The line of the description that an object comes from, or what it is in.
  std::string origin(const Object& object) const;

 private:
  void add_objects(const Plan& plan);
  void check_links(Object& object);
  void check_order();
  void map_and_wire(const Plan& plan);
  bool is_about_failed(const qapi::Invocation& command) const;
  void report(Error error);

  qapi::UndoLog undo_;
  std::unique_ptr<Object> root_;
  Object* machine_ = nullptr;
  std::unique_ptr<Builder> builder_;
  std::vector<Object*> objects_;
  std::unordered_map<const Object*, const qapi::Invocation*> planned_;
  std::vector<std::string> failed_;  // paths below /machine
  std::vector<std::string> errors_;
};

}  // namespace vm::machine
