// SPDX-License-Identifier: Apache-2.0
//
// TreeIndex finds what is in a tree as query-tree reports it: the objects of the machine and its
// backends by path, windows and wires as what they are.

#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generated/types/qom.h"

#include "runtime/json/json_fwd.h"

namespace vm {

class ObjectFactory;
struct ObjectType;

struct TreeObject {
  std::string path;
  const api::TreeNode* node;
  const ObjectType* type;
  std::string part_of;  ///< path of the object that has made it; empty for what was added
  std::vector<std::string> links;  ///< paths of what it links to
};

struct TreeWindow {
  std::string into;  ///< below /machine, as map takes it
  uint64_t at;
  std::string region;
  uint64_t size;
  uint64_t offset;
  int32_t priority;

  bool operator<(const TreeWindow& other) const;
};

struct TreeWire {
  std::string from;
  std::string to;

  bool operator<(const TreeWire& other) const;
};

/// Arguments of the map or of the connect that makes it.
qapi::Json arguments_of(const TreeWindow& window);
qapi::Json arguments_of(const TreeWire& wire);

/// The object that "soc/uart0:regs" is of, by its path; the space for "soc/bus".
std::string owner_of(std::string_view port);

/// True for the path itself too.
bool is_below(std::string_view path, std::string_view ancestor);

class TreeIndex {
 public:
  /// The tree must outlive it.
  TreeIndex(const api::TreeNode& root, const ObjectFactory& factory);

  /// Who holds others comes before them.
  const std::vector<TreeObject>& objects() const { return objects_; }
  const TreeObject* find(std::string_view path) const;

  const std::set<TreeWindow>& windows() const { return windows_; }
  const std::set<TreeWire>& wires() const { return wires_; }

 private:
  void add_children(const api::TreeNode& node, const std::string& path, const std::string& part_of);
  void add(const api::TreeNode& node, std::string path, const std::string& part_of);

  const ObjectFactory& factory_;
  std::vector<TreeObject> objects_;
  std::map<std::string, size_t, std::less<>> by_path_;
  std::set<TreeWindow> windows_;
  std::set<TreeWire> wires_;
};

}  // namespace vm
