// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/qcow2/create.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include <fmt/format.h>

#include "vm/backends/qcow2/header.h"
#include "vm/backends/qcow2/medium.h"

namespace vm::qcow2 {
namespace {

/// In this order: the header, the table of reference counts, its blocks, the active table.
class Creator {
 public:
  Creator(Medium& medium, const NewImage& image) : medium_(medium), image_(image) {
    header_.version = image.version;
    header_.cluster_bits = image.cluster_bits;
    header_.refcount_order = image.refcount_order;
    header_.size = image.size;
  }

  Result<> run() {
    header_.l1_size = l1_entries_for(header_, image_.size);
    if (image_.size != 0 && header_.l1_size == 0) {
      return fail(fmt::format(
          "an image with clusters of {} bytes cannot hold a disk of {}",
          header_.cluster_size(),
          image_.size
      ));
    }
    place();
    TRY(write_tables());
    TRY(write(0, header_bytes()));
    const int error = medium_.flush();
    return error == 0 ? Result<>() : fail(std::strerror(error));
  }

 private:
  uint64_t clusters_for(uint64_t bytes) const {
    return (bytes + header_.cluster_size() - 1) >> header_.cluster_bits;
  }

  /// The more blocks there are, the more is to be counted.
  void place() {
    const uint64_t l1_clusters = std::max<uint64_t>(clusters_for(header_.l1_size * 8ull), 1);
    uint64_t total = 0;
    do {
      ++blocks_;
      table_clusters_ = clusters_for(blocks_ * 8);
      total = 1 + table_clusters_ + blocks_ + l1_clusters;
    } while (total > blocks_ * header_.block_entries());
    clusters_ = total;
    header_.refcount_table_offset = header_.cluster_size();
    header_.refcount_table_clusters = static_cast<uint32_t>(table_clusters_);
    header_.l1_offset = (total - l1_clusters) << header_.cluster_bits;
  }

  Result<> write_tables() {
    std::vector<uint8_t> table(table_clusters_ << header_.cluster_bits);
    const uint64_t first = 1 + table_clusters_;
    for (uint64_t i = 0; i < blocks_; ++i) {
      store(table.data() + i * 8, (first + i) << header_.cluster_bits);
      TRY(write((first + i) << header_.cluster_bits, block_bytes(i)));
    }
    TRY(write(header_.refcount_table_offset, table));
    const uint64_t end = clusters_ << header_.cluster_bits;
    return write(header_.l1_offset, std::vector<uint8_t>(end - header_.l1_offset));
  }

  /// Each count is 1.
  std::vector<uint8_t> block_bytes(uint64_t index) const {
    std::vector<uint8_t> bytes(header_.cluster_size());
    const uint64_t first = index * header_.block_entries();
    const uint64_t count =
        std::min(header_.block_entries(), clusters_ - std::min(clusters_, first));
    const unsigned bits = 1u << header_.refcount_order;
    for (uint64_t i = 0; i < count; ++i) {
      const uint64_t bit = i * bits;
      const bool is_small = bits < 8;
      bytes[is_small ? bit / 8 : (bit + bits) / 8 - 1] |=
          static_cast<uint8_t>(is_small ? 1u << bit % 8 : 1u);
    }
    return bytes;
  }

  std::vector<uint8_t> header_bytes() const {
    std::vector<uint8_t> bytes(kHeaderSizeNow);
    uint8_t* const at = bytes.data();
    store(at + field::kMagicAt, kMagic);
    store(at + field::kVersion, header_.version);
    store(at + field::kClusterBits, uint32_t{header_.cluster_bits});
    store(at + field::kSize, header_.size);
    store(at + field::kL1Size, header_.l1_size);
    store(at + field::kL1Offset, header_.l1_offset);
    store(at + field::kRefcountTableOffset, header_.refcount_table_offset);
    store(at + field::kRefcountTableClusters, header_.refcount_table_clusters);
    if (header_.version < 3) {
      bytes.resize(kHeaderSize2);
    } else {
      store(at + field::kRefcountOrder, uint32_t{header_.refcount_order});
      store(at + field::kHeaderLength, static_cast<uint32_t>(kHeaderSizeNow));
    }
    add_backing(bytes);
    return bytes;
  }

  void add_backing(std::vector<uint8_t>& bytes) const {
    if (!image_.backing_format.empty()) {
      add_number(bytes, kBackingFormat);
      add_number(bytes, static_cast<uint32_t>(image_.backing_format.size()));
      bytes.insert(bytes.end(), image_.backing_format.begin(), image_.backing_format.end());
      bytes.resize((bytes.size() + 7) / 8 * 8);
    }
    add_number(bytes, kExtensionsEnd);
    add_number(bytes, 0);
    if (image_.backing_file.empty()) return;
    store(bytes.data() + field::kBackingOffset, uint64_t{bytes.size()});
    store(bytes.data() + field::kBackingSize, static_cast<uint32_t>(image_.backing_file.size()));
    bytes.insert(bytes.end(), image_.backing_file.begin(), image_.backing_file.end());
  }

  static void add_number(std::vector<uint8_t>& bytes, uint32_t number) {
    bytes.resize(bytes.size() + sizeof number);
    store(bytes.data() + bytes.size() - sizeof number, number);
  }

  Result<> write(uint64_t offset, const std::vector<uint8_t>& bytes) {
    const int error = medium_.write(offset, bytes);
    return error == 0 ? Result<>() : fail(std::strerror(error));
  }

  Medium& medium_;
  const NewImage& image_;
  Header header_;
  uint64_t blocks_ = 0;
  uint64_t table_clusters_ = 0;
  uint64_t clusters_ = 0;
};

}  // namespace

Result<> create_image(Medium& medium, const NewImage& image) {
  return Creator(medium, image).run();
}

}  // namespace vm::qcow2
