// SPDX-License-Identifier: Apache-2.0
//
// Compares two trees as query-tree reports them: in what a machine is not the one that is wanted,
// and what of it has to be made anew.
//
//   TreeDiff diff(present, wanted);
//   for (const api::ConfigDifference& difference : diff.differences()) ...

#pragma once

#include <set>
#include <string>
#include <vector>

#include "generated/types/config_diff.h"

#include "vm/machine/tree_index.h"

namespace vm {

class TreeDiff {
 public:
  TreeDiff(const TreeIndex& present, const TreeIndex& wanted);

  const std::vector<api::ConfigDifference>& differences() const { return differences_; }

  // Paths of objects that were added as such, in the order of the tree that they are in.
  const std::vector<std::string>& removed() const { return removed_; }  ///< from what is present
  const std::vector<std::string>& added() const { return added_; }      ///< of what is wanted

  /// Whether the object, or what it is in, is removed; it may be added again.
  bool is_removed(std::string_view path) const;
  bool is_added(std::string_view path) const;

  /// A property that can be set as it is.
  struct Change {
    std::string path;
    std::string property;
    qapi::Any value;
  };
  const std::vector<Change>& changes() const { return changes_; }

 private:
  void compare_objects();
  void compare_properties(const TreeObject& is, const TreeObject& wanted);
  void replace(const TreeObject& object);
  void replace_users();
  bool uses_removed(const TreeObject& object) const;
  void list();

  const TreeIndex& present_;
  const TreeIndex& wanted_;
  std::vector<api::ConfigDifference> differences_;
  std::set<std::string, std::less<>> surplus_;
  std::set<std::string, std::less<>> missing_;
  std::set<std::string, std::less<>> replaced_;
  std::vector<Change> changes_;
  std::vector<std::string> removed_;
  std::vector<std::string> added_;
};

}  // namespace vm
