// SPDX-License-Identifier: Apache-2.0
//
// SpecLibrary finds descriptions: files, and those that come with the program. Each is read once.
//
//   SpecLibrary library(shipped_specs());
//   const Spec* virt = TRY(library.machine("virt"));
//   const Spec* part = TRY(library.part("uart-bank", *virt));   // null: there is no such part

#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/json/json_fwd.h"
#include "vm/base/result.h"
#include "vm/machine/spec.h"

namespace vm::machine {

/// A description that comes with the program.
struct ShippedSpec {
  std::string_view name;  ///< "virt"
  std::string_view file;  ///< "machines/virt.json"
  std::string_view text;
};

/// The files of machines/, put into the program when it is built.
std::span<const ShippedSpec> embedded_specs();

/// These, and what derived_specs.h adds.
std::span<const ShippedSpec> shipped_specs();

class SpecLibrary {
 public:
  explicit SpecLibrary(std::span<const ShippedSpec> shipped) : shipped_(shipped) {}

  /// By the name of a shipped machine, or by path: what has a slash in it or ends in `.json`.
  Result<const Spec*> machine(std::string_view name);

  /// Given as a value; its parts are shipped ones.
  Result<const Spec*> inline_machine(const qapi::Json& json);

  /// By the name of a shipped part, or by path; null when there is no such name.
  Result<const Spec*> part(std::string_view name);

  /// For a description that uses it: a file next to that one first.
  Result<const Spec*> part(std::string_view name, const Spec& user);

  /// The machine that a variation varies: a file next to it first.
  Result<const Spec*> base(const Spec& variation);

  /// The shipped machines, in the order of their names.
  Result<std::vector<const Spec*>> shipped_machines();

  /// Names that part() would find among the shipped ones.
  std::vector<std::string_view> shipped_parts();

 private:
  /// A file of that name next to the user, or what comes with the program; null where there is
  /// neither.
  Result<const Spec*> find_beside(std::string_view name, const Spec& user);
  std::string list_machines(std::string_view name);
  Result<const Spec*> read_file(const std::string& path);
  Result<const Spec*> read_shipped(const ShippedSpec& shipped);
  Result<const Spec*> parse(const std::string& file, std::string_view text);
  Result<const Spec*> find_shipped(std::string_view name);

  std::span<const ShippedSpec> shipped_;
  std::map<std::string, std::unique_ptr<const Spec>, std::less<>> read_;  // by file
  std::unique_ptr<const Spec> inline_;
};

}  // namespace vm::machine
