// SPDX-License-Identifier: Apache-2.0
//
// A disk image in the format qcow2, in a node below. What the format is about is in qcow2/.

#include "generated/objects/blockdev_qcow2.h"

#include <cerrno>
#include <cstring>

#include <fmt/format.h>

#include "vm/backends/backing_chain.h"
#include "vm/backends/node_medium.h"
#include "vm/backends/qcow2/image.h"
#include "vm/backends/threaded_blockdev.h"

namespace vm {
namespace {

class BlockdevQcow2 final
    : public Typed<ThreadedBlockdev, api::BlockdevQcow2Props, api::BlockdevQcow2State>,
      public BlockUser {
 public:
  explicit BlockdevQcow2(Platform& platform) : Typed(platform) {}

  std::string filename() const override { return below().filename(); }
  api::BlockdevCacheOptions cache() const override { return below().cache(); }

  std::vector<std::pair<std::string, const Blockdev*>> nodes_below() const override {
    std::vector<std::pair<std::string, const Blockdev*>> nodes;
    const Blockdev* file = linked<Blockdev>(props_.file);
    if (file != nullptr) nodes.emplace_back("file", file);
    if (backing_ != nullptr) nodes.emplace_back("backing", backing_);
    return nodes;
  }

  int perform(const BlockRequest& request) override {
    switch (request.kind) {
      case BlockRequest::Kind::Read:
        return image_->read(request.offset, {request.data, request.length});
      case BlockRequest::Kind::Write:
        return is_inside(request) ? image_->write(request.offset, {request.data, request.length})
                                  : ENOSPC;
      case BlockRequest::Kind::WriteZeroes:
        return image_->write_zeroes(request.offset, request.length, request.may_unmap && unmaps());
      case BlockRequest::Kind::Discard: return image_->discard(request.offset, request.length);
      case BlockRequest::Kind::Flush: return image_->flush();
    }
    return EINVAL;
  }

 protected:
  Result<> on_realize() override {
    if (linked<Blockdev>(props_.file) == nullptr) {
      return fail(fmt::format("{}: 'file' names no node", path()));
    }
    const bool read_only = TRY(read_only_above(below(), props_.read_only, props_.auto_read_only));
    set_read_only(read_only);
    TRY(below().attach(*this, path(), read_only ? BlockAccess::Read : BlockAccess::ReadWrite));
    Result<> opened = open();
    if (!opened) let_go();
    return opened;
  }

  void on_unrealize() override {
    stop_workers();
    // Who was told that something is on the medium was told so by flush(); this only gives room
    // back.
    (void)image_->close();
    let_go();
  }

  Result<> resize(uint64_t size) override {
    const int error = image_->resize(size);
    if (error == 0) return {};
    return fail(fmt::format("{}: cannot resize it: {}", path(), std::strerror(error)));
  }

 private:
  Blockdev& below() const { return *linked<Blockdev>(props_.file); }
  bool unmaps() const { return props_.discard == api::BlockdevDiscardOptions::Unmap; }

  bool is_inside(const BlockRequest& request) const {
    return request.offset <= size() && request.length <= size() - request.offset;
  }

  Result<> open() {
    medium_ = std::make_unique<NodeMedium>(below());
    Result<std::unique_ptr<qcow2::Image>> image = qcow2::Image::open(
        *medium_,
        {.read_only = is_read_only(), .unmap = unmaps(), .cache_bytes = props_.cache_size}
    );
    if (!image) {
      return fail(fmt::format("{}: {}: {}", path(), below().filename(), image.error().desc));
    }
    image_ = *std::move(image);
    TRY(open_backing());
    set_size(image_->size());
    start_workers();
    return {};
  }

  /// The one that was given; or the one that the image names.
  Result<> open_backing() {
    const qcow2::Header& header = image_->header();
    Blockdev* backing = linked<Blockdev>(props_.backing);
    if (backing == nullptr && !props_.no_backing && !header.backing_file.empty()) {
      backing = implicit_ = TRY(open_backing_file(
          *this,
          {.image = below().filename(),
           .name = header.backing_file,
           .format = header.backing_format}
      ));
    }
    if (backing == nullptr) return {};
    TRY(backing->attach(*this, path(), BlockAccess::Read));
    backing_ = backing;
    backing_medium_ = std::make_unique<NodeMedium>(*backing);
    image_->set_backing(backing_medium_.get());
    return {};
  }

  void let_go() {
    image_ = nullptr;
    if (backing_ != nullptr) backing_->detach(*this);
    backing_ = nullptr;
    if (implicit_ != nullptr) remove_child(*implicit_);
    implicit_ = nullptr;
    below().detach(*this);
  }

  std::unique_ptr<NodeMedium> medium_;
  std::unique_ptr<NodeMedium> backing_medium_;
  std::unique_ptr<qcow2::Image> image_;
  Blockdev* backing_ = nullptr;
  Blockdev* implicit_ = nullptr;  // the same, when we made it
};

}  // namespace

Result<std::unique_ptr<Object>> create_blockdev_qcow2(Platform& platform) {
  return std::make_unique<BlockdevQcow2>(platform);
}

}  // namespace vm
