// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/qcow2/header.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "vm/backends/qcow2/medium.h"

namespace vm::qcow2 {
namespace {

// An entry of the table of feature names: kind, bit, name.
constexpr size_t kNameEntry = 48;
constexpr size_t kNameAt = 2;

class HeaderReader {
 public:
  explicit HeaderReader(Medium& medium) : medium_(medium) {}

  Result<Header> read() {
    TRY(fetch(kHeaderSizeNow));
    TRY(check_version());
    TRY(read_fields());
    TRY(read_features());
    TRY(fetch(header_.cluster_size()));
    TRY(read_extensions());
    TRY(check_features());
    TRY(read_backing_file());
    TRY(check_tables());
    return std::move(header_);
  }

 private:
  template <typename Number>
  Number get(size_t at) const {
    return load<Number>(bytes_.data() + at);
  }

  std::string text(uint64_t at, uint64_t size) const {
    const std::string whole(reinterpret_cast<const char*>(bytes_.data()) + at, size);
    return whole.substr(0, whole.find('\0'));
  }

  Result<> fetch(uint64_t size) {
    bytes_.resize(size);
    const int error = medium_.read(0, bytes_);
    if (error != 0) return fail(fmt::format("cannot read its header: {}", std::strerror(error)));
    return {};
  }

  Result<> check_version() {
    if (medium_.length() < kHeaderSize2 || get<uint32_t>(field::kMagicAt) != kMagic) {
      return fail("it is no qcow2 image: it does not begin as one");
    }
    header_.version = get<uint32_t>(field::kVersion);
    if (header_.version == 2 || header_.version == 3) return {};
    return fail(fmt::format("it is of version {}; 2 and 3 can be used", header_.version));
  }

  Result<> read_fields() {
    header_.cluster_bits = get<uint32_t>(field::kClusterBits);
    if (header_.cluster_bits < kLeastClusterBits || header_.cluster_bits > kMostClusterBits) {
      return fail(fmt::format(
          "its clusters have 2^{} bytes; from 2^{} to 2^{} can be used",
          header_.cluster_bits,
          kLeastClusterBits,
          kMostClusterBits
      ));
    }
    if (get<uint32_t>(field::kCryptMethod) != 0) return fail("it is encrypted");
    header_.size = get<uint64_t>(field::kSize);
    header_.l1_size = get<uint32_t>(field::kL1Size);
    header_.l1_offset = get<uint64_t>(field::kL1Offset);
    header_.refcount_table_offset = get<uint64_t>(field::kRefcountTableOffset);
    header_.refcount_table_clusters = get<uint32_t>(field::kRefcountTableClusters);
    header_.snapshots = get<uint32_t>(field::kSnapshots);
    return {};
  }

  Result<> read_features() {
    length_ = kHeaderSize2;
    if (header_.version == 2) return {};
    header_.incompatible = get<uint64_t>(field::kIncompatible);
    header_.autoclear = get<uint64_t>(field::kAutoclear);
    header_.refcount_order = get<uint32_t>(field::kRefcountOrder);
    length_ = get<uint32_t>(field::kHeaderLength);
    if (header_.refcount_order > kMostRefcountOrder) {
      return fail(fmt::format("its counts of references have 2^{} bits", header_.refcount_order));
    }
    if (length_ < kHeaderSize3 || length_ > header_.cluster_size()) {
      return fail(fmt::format("its header has {} bytes", length_));
    }
    const auto compression = length_ > field::kCompression ? get<uint8_t>(field::kCompression) : 0;
    if (compression > static_cast<uint8_t>(Compression::Zstd)) {
      return fail(fmt::format("its compression {} is not known", compression));
    }
    header_.compression = static_cast<Compression>(compression);
    return {};
  }

  Result<> read_extensions() {
    uint64_t at = length_;
    while (at + 8 <= extensions_end()) {
      const auto kind = get<uint32_t>(at);
      const auto size = get<uint32_t>(at + 4);
      at += 8;
      if (kind == kExtensionsEnd) return {};
      if (size > extensions_end() - at) {
        return fail(fmt::format("a part of its header (0x{:x}) does not fit in there", kind));
      }
      if (kind == kBackingFormat) header_.backing_format = text(at, size);
      if (kind == kFeatureNames) read_names(at, size);
      at += (uint64_t{size} + 7) / 8 * 8;
    }
    return {};
  }

  /// The backing file's name follows them.
  uint64_t extensions_end() const {
    const auto name = get<uint64_t>(field::kBackingOffset);
    return name > length_ ? std::min(name, header_.cluster_size()) : header_.cluster_size();
  }

  void read_names(uint64_t at, uint64_t size) {
    for (; size >= kNameEntry; at += kNameEntry, size -= kNameEntry) {
      const bool is_incompatible = bytes_[at] == 0;
      if (is_incompatible) names_[bytes_[at + 1]] = text(at + kNameAt, kNameEntry - kNameAt);
    }
  }

  Result<> check_features() {
    const uint64_t unknown = header_.incompatible & ~kKnownIncompatible;
    if (unknown == 0) return {};
    const auto bit = static_cast<unsigned>(std::countr_zero(unknown));
    const auto name = names_.find(bit);
    const std::string words = name == names_.end() ? "" : fmt::format(" ({})", name->second);
    return fail(fmt::format("it uses incompatible feature {}{}, which is not supported", bit, words)
    );
  }

  Result<> read_backing_file() {
    const auto at = get<uint64_t>(field::kBackingOffset);
    const auto size = get<uint32_t>(field::kBackingSize);
    if (at == 0 || size == 0) return {};
    if (size > kMostBackingName || at > bytes_.size() || size > bytes_.size() - at) {
      return fail("the name of its backing file does not lie in its first cluster");
    }
    header_.backing_file = text(at, size);
    return {};
  }

  Result<> check_tables() {
    TRY(check_table("active", header_.l1_offset, uint64_t{header_.l1_size} * 8, kMostL1Bytes));
    TRY(check_table(
        "of reference counts",
        header_.refcount_table_offset,
        uint64_t{header_.refcount_table_clusters} << header_.cluster_bits,
        kMostRefcountTableBytes
    ));
    const uint32_t needed = l1_entries_for(header_, header_.size);
    if (header_.size == 0 || (needed != 0 && needed <= header_.l1_size)) return {};
    return fail(fmt::format(
        "its disk has {} bytes, and its active table {} entries",
        header_.size,
        header_.l1_size
    ));
  }

  Result<> check_table(const char* which, uint64_t offset, uint64_t size, uint64_t most) const {
    if (size > most) return fail(fmt::format("its table {} has {} bytes", which, size));
    if (offset % header_.cluster_size() != 0) {
      return fail(fmt::format("its table {} begins inside of a cluster", which));
    }
    const uint64_t length = medium_.length();
    if (size == 0 || (offset >= kHeaderSize2 && offset <= length && size <= length - offset)) {
      return {};
    }
    return fail(fmt::format("its table {} does not lie in it; has it been cut off?", which));
  }

  Medium& medium_;
  Header header_;
  uint64_t length_ = 0;
  std::vector<uint8_t> bytes_;
  std::map<unsigned, std::string> names_;
};

}  // namespace

Result<Header> read_header(Medium& medium) {
  return HeaderReader(medium).read();
}

uint32_t l1_entries_for(const Header& header, uint64_t size) {
  const uint64_t reach = header.l2_reach();
  const uint64_t needed = size / reach + (size % reach != 0 ? 1 : 0);
  return needed * sizeof(uint64_t) > kMostL1Bytes ? 0 : static_cast<uint32_t>(needed);
}

}  // namespace vm::qcow2
