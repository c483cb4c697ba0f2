// SPDX-License-Identifier: Apache-2.0
//
// BlockFilter is a node above one other, which sees what goes down to that. It has the other's size
// unless it says otherwise.
//
//   class BlockdevX final : public BlockFilter<Props, api::BlockdevXState> {
//     explicit BlockdevX(Platform& platform) : BlockFilter(platform, "file", &Props::file) {}

#pragma once

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "vm/backends/block.h"

namespace vm {

template <typename Props, typename State>
class BlockFilter : public Typed<Blockdev, Props, State>, public BlockUser {
 public:
  std::string filename() const override { return below().filename(); }
  api::BlockdevCacheOptions cache() const override { return below().cache(); }

  std::vector<std::pair<std::string, const Blockdev*>> nodes_below() const override {
    const Blockdev* node = linked<Blockdev>(this->props_.*link_);
    if (node == nullptr) return {};  // not yet
    return {{child_, node}};
  }

  void on_resized() override { this->set_size(below().size()); }

 protected:
  /// `child`: the name of the property that names the node below, and its place in `Props`.
  BlockFilter(Platform& platform, std::string child, Link Props::*link)
      : Typed<Blockdev, Props, State>(platform),
        child_(std::move(child)),
        link_(link) {}

  /// Sets the size when the node begins.
  virtual Result<> measure() {
    this->set_size(below().size());
    return {};
  }

  Blockdev& below() const { return *linked<Blockdev>(this->props_.*link_); }

  Result<> on_realize() override {
    if (linked<Blockdev>(this->props_.*link_) == nullptr) {
      return fail(fmt::format("{}: '{}' names no node", this->path(), child_));
    }
    TRY(measure());
    const auto& props = this->props_;
    const bool read_only =
        TRY(this->read_only_above(below(), props.read_only, props.auto_read_only));
    this->set_read_only(read_only);
    const auto access = read_only ? BlockAccess::Read : BlockAccess::ReadWrite;
    return below().attach(*this, this->path(), access);
  }

  void on_unrealize() override {
    this->drain();
    below().detach(*this);
  }

  void wait_idle() override { this->drain_below(below()); }

  Result<> resize(uint64_t size) override { return this->resize_below(below(), size); }

 private:
  std::string child_;
  Link Props::*link_;
};

}  // namespace vm
