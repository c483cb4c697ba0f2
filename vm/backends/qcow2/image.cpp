// SPDX-License-Identifier: Apache-2.0
//
// Opening an image, its size, and its end.

#include "vm/backends/qcow2/image.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fmt/format.h>

#include "vm/backends/qcow2/medium.h"

namespace vm::qcow2 {

Image::Image(Medium& medium, const Options& options, Header header)
    : medium_(medium),
      options_(options),
      header_(std::move(header)),
      cache_(medium, header_.cluster_size(), options.cache_bytes),
      refcounts_(medium, header_, cache_) {}

Result<std::unique_ptr<Image>> Image::open(Medium& medium, Options options) {
  Header header = options.header != nullptr ? *options.header : TRY(read_header(medium));
  std::unique_ptr<Image> image(new Image(medium, options, std::move(header)));
  TRY(image->load());
  return image;
}

Result<> Image::load() {
  TRY(load_l1());
  if (options_.read_only) return {};
  TRY(check_writable());
  const int error = clear_features();
  if (error != 0) return fail(fmt::format("cannot write its header: {}", std::strerror(error)));
  return {};
}

Result<> Image::load_l1() {
  std::vector<uint8_t> bytes(uint64_t{header_.l1_size} * sizeof(uint64_t));
  const int error = medium_.read(header_.l1_offset, bytes);
  if (error != 0) return fail(fmt::format("cannot read its active table: {}", strerror(error)));
  l1_.resize(header_.l1_size);
  for (size_t i = 0; i < l1_.size(); ++i) {
    l1_[i] = qcow2::load<uint64_t>(bytes.data() + i * 8);
    const uint64_t offset = l1_[i] & kOffsetMask;
    const bool is_inside = offset == 0 || offset + header_.cluster_size() <= medium_.length();
    if (offset % header_.cluster_size() == 0 && is_inside) continue;
    return fail(fmt::format(
        "entry {} of its active table leads to 0x{:x}, where no table can be; has it been cut off?",
        i,
        offset
    ));
  }
  return {};
}

/// Who writes must know of each cluster who has it.
Result<> Image::check_writable() {
  constexpr const char* kRemedy =
      "; it can be used with read-only=on, or repaired by qemu-img check";
  if ((header_.incompatible & kCorrupt) != 0) {
    return fail(fmt::format("it is marked as corrupt{}", kRemedy));
  }
  if ((header_.incompatible & kDirty) != 0) {
    return fail(fmt::format("its counts of references are marked as not up to date{}", kRemedy));
  }
  bool is_whole = refcounts_.claim(0) && refcounts_.load() == 0;
  is_whole = is_whole && refcounts_.claim(header_.l1_offset, l1_.size() * sizeof(uint64_t));
  for (const uint64_t entry : l1_) {
    const uint64_t offset = entry & kOffsetMask;
    is_whole = is_whole && (offset == 0 || refcounts_.claim(cluster_of(offset)));
  }
  if (is_whole) return {};
  return fail(fmt::format("two of its tables lie in the same place, or outside of it{}", kRemedy));
}

/// Who does not know what the bits stand for clears them ("Header", autoclear features).
int Image::clear_features() {
  if (header_.version < 3 || header_.autoclear == 0) return 0;
  const uint8_t none[sizeof(uint64_t)] = {};
  header_.autoclear = 0;
  const int error = medium_.write(field::kAutoclear, none);
  return error == 0 ? medium_.flush() : error;
}

int Image::resize(uint64_t size) {
  const RangeLocks::Hold everything(ranges_, {0, ~uint64_t{0}}, RangeLocks::Mode::Exclusive);
  const uint32_t entries = l1_entries_for(header_, size);
  if (size != 0 && entries == 0) return EFBIG;
  int error = commit();
  if (error == 0 && entries > l1_.size()) error = grow_l1(entries);
  if (error != 0) return error;
  Header resized = header_;
  resized.size = size;
  error = write_size(resized);
  if (error != 0) return error;
  const uint64_t before = std::exchange(header_.size, size);
  // What the backing file holds there was never to be seen.
  const uint64_t end = backing_ == nullptr ? 0 : std::min(size, backing_->length());
  if (end > before) error = zero_or_discard(before, end - before, true);
  return error == 0 ? close() : error;
}

/// A new table, in clusters of its own.
int Image::grow_l1(uint32_t entries) {
  std::vector<uint64_t> l1 = l1_;
  l1.resize(entries);
  const uint64_t size = header_.cluster_size();
  const uint64_t clusters = (entries * sizeof(uint64_t) + size - 1) / size;
  std::vector<uint8_t> bytes(clusters * size);
  for (size_t i = 0; i < l1.size(); ++i) {
    store(bytes.data() + i * 8, l1[i]);
  }
  Refcounts::Run run;
  {
    const std::lock_guard hold(tables_lock_);
    const int error = refcounts_.allocate_all(clusters, run);
    if (error != 0) return error;
  }
  int error = medium_.write(run.first << header_.cluster_bits, bytes);
  if (error == 0) error = commit();
  if (error != 0) {
    const std::lock_guard hold(tables_lock_);
    refcounts_.give_back(run);
    return error;
  }
  Header moved = header_;
  moved.l1_size = entries;
  moved.l1_offset = run.first << header_.cluster_bits;
  error = write_size(moved);
  if (error == 0) switch_l1(std::move(l1), run);
  return error;
}

void Image::switch_l1(std::vector<uint64_t> l1, const Refcounts::Run& run) {
  const std::lock_guard hold(tables_lock_);
  const uint64_t size = header_.cluster_size();
  const uint64_t old = cluster_of(header_.l1_offset);
  const uint64_t old_clusters = (l1_.size() * sizeof(uint64_t) + size - 1) / size;
  for (uint64_t cluster = old; cluster < old + old_clusters; ++cluster) {
    refcounts_.disown(cluster);
    unused_.push_back(cluster);
  }
  refcounts_.claim(run.first << header_.cluster_bits, run.count << header_.cluster_bits);
  l1_ = std::move(l1);
  header_.l1_size = static_cast<uint32_t>(l1_.size());
  header_.l1_offset = run.first << header_.cluster_bits;
}

/// The size and where the active table is, in one write: they are side by side.
int Image::write_size(const Header& header) {
  constexpr size_t kFirst = field::kSize;
  uint8_t bytes[field::kL1Offset + sizeof(uint64_t) - kFirst] = {};
  store(bytes, header.size);
  store(bytes + (field::kL1Size - kFirst), header.l1_size);
  store(bytes + (field::kL1Offset - kFirst), header.l1_offset);
  int error = medium_.write(kFirst, bytes);
  if (error == 0) error = medium_.flush();
  is_broken_ = is_broken_ || error != 0;
  return error;
}

int Image::close() {
  if (options_.read_only) return 0;
  const int error = commit();
  return error == 0 ? commit() : error;
}

}  // namespace vm::qcow2
