// SPDX-License-Identifier: Apache-2.0
//
// A device tree that is being put together, and its flattened form, which libfdt writes.
//
//   FdtNode root;
//   FdtNode& memory = root.child("memory@80000000");
//   memory.set("device_type", "memory");
//   memory.set_addresses("reg", {0x80000000, 0x8000000});

#pragma once

#include <cstdint>
#include <deque>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "vm/base/result.h"

namespace vm::machine {

class FdtNode {
 public:
  explicit FdtNode(std::string name = "") : name_(std::move(name)) {}

  const std::string& name() const { return name_; }

  /// Adds a node; the reference stays valid.
  FdtNode& child(std::string name);

  void set_empty(std::string_view property);
  void set(std::string_view property, std::string_view text);
  void set(std::string_view property, std::span<const std::string_view> texts);
  void set_cells(std::string_view property, std::span<const uint32_t> cells);
  void set_cells(std::string_view property, std::initializer_list<uint32_t> cells);

  /// Numbers of two cells each.
  void set_addresses(std::string_view property, std::span<const uint64_t> values);
  void set_addresses(std::string_view property, std::initializer_list<uint64_t> values);

  /// The flattened tree whose root this is.
  Result<std::vector<uint8_t>> flatten() const;

 private:
  friend struct FdtWriter;

  struct Property {
    std::string name;
    std::string bytes;
  };

  std::string name_;
  std::vector<Property> properties_;
  std::deque<FdtNode> children_;
};

}  // namespace vm::machine
