// SPDX-License-Identifier: Apache-2.0
//
// Image is a disk in the format qcow2. Its functions wait for the medium; any number of threads may
// call them at once.
//
// What makes a crash harmless, at whatever moment: tables change in memory only, and reach the
// medium in a commit of two stages. First come counts of references that have grown; then, when
// those and all data are on the medium, the tables that refer to the clusters. What is no longer
// referred to is counted down when that is on the medium as well, and not used anew before. New
// tables, and new blocks of counts, are written before anything leads to them. So whatever a
// table refers to is there and counted; what a crash can leave behind is clusters that are counted
// and not used.
//
//   std::unique_ptr<Image> image = TRY(Image::open(medium, {}));
//   int error = image->write(offset, bytes);
//   error = image->flush();

#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <set>
#include <span>
#include <vector>

#include "vm/backends/qcow2/header.h"
#include "vm/backends/qcow2/range_locks.h"
#include "vm/backends/qcow2/refcounts.h"
#include "vm/backends/qcow2/table_cache.h"

namespace vm::qcow2 {

class Medium;

class Image {
 public:
  struct Options {
    bool read_only = false;
    bool unmap = false;               ///< discard() gives room back
    uint64_t cache_bytes = 32 << 20;  ///< of tables that are kept in memory
    const Header* header = nullptr;   ///< if it has been read already
  };

  static Result<std::unique_ptr<Image>> open(Medium& medium, Options options);

  const Header& header() const { return header_; }
  uint64_t size() const { return header_.size; }

  /// What is seen where the image itself holds nothing. Before anything is read.
  void set_backing(Medium* backing) { backing_ = backing; }

  // 0, or an errno. What is asked for lies inside of the disk.
  int read(uint64_t offset, std::span<uint8_t> data);
  int write(uint64_t offset, std::span<const uint8_t> data);
  int write_zeroes(uint64_t offset, uint64_t length, bool may_unmap);
  int discard(uint64_t offset, uint64_t length);
  int flush();

  /// Lets the disk grow, or takes that back.
  int resize(uint64_t size);

  /// Flushes, and counts down all that is not used any more.
  int close();

 private:
  enum class Kind {
    Hole,  ///< as in the backing file
    Zero,
    Data,
    Compressed
  };

  /// A part of the disk.
  struct Piece {
    Kind kind = Kind::Hole;
    uint64_t offset = 0;  ///< in the disk
    uint64_t length = 0;
    uint64_t at =
        0;  ///< in the medium, 0 where it has no room there; of a compressed cluster its entry
    bool is_ours = false;  ///< can be written to where it is
  };

  /// The next part of what is to be written, within one table.
  struct Step {
    uint64_t offset = 0;  ///< in the disk
    uint64_t length = 0;
    uint64_t at = 0;           ///< in the medium: of the byte, or of the first new cluster
    uint64_t clusters = 0;     ///< to be linked; 0: the data goes where the old data is
    bool is_reserved = false;  ///< those had been linked already, as zeroes
    bool never_used = false;   ///< the new ones are zeroes
  };

  /// Changes on their way to the medium.
  struct Batch {
    struct Bytes {
      uint64_t offset = 0;
      std::vector<uint8_t> bytes;
    };
    std::vector<std::shared_ptr<Table>> tables;
    std::vector<Bytes> counts;
    std::vector<Bytes> references;
    std::set<uint64_t> l1_sectors;
    std::vector<uint64_t> unused;
  };

  Image(Medium& medium, const Options& options, Header header);

  // Opening.
  Result<> load();
  Result<> load_l1();
  Result<> check_writable();
  int clear_features();

  // What is where; with tables_lock_ held.
  uint64_t cluster_of(uint64_t offset) const { return offset >> header_.cluster_bits; }
  uint64_t index_in_l2(uint64_t offset) const;
  uint64_t left_in_l2(uint64_t offset) const;
  int map(uint64_t offset, uint64_t length, std::vector<Piece>& pieces);
  int map_in_table(const Table& table, uint64_t offset, uint64_t length, std::vector<Piece>& list);
  int classify(uint64_t entry, Piece& piece) const;
  static void add_piece(std::vector<Piece>& pieces, const Piece& piece);
  int get_l2(uint64_t l1_index, std::shared_ptr<Table>& table);
  int own_l2(uint64_t l1_index, std::shared_ptr<Table>& table);
  int make_l2(uint64_t l1_index, std::shared_ptr<Table>& table);
  void set_l1(uint64_t l1_index, uint64_t entry);

  // Reading; with the clusters held.
  int read_held(uint64_t offset, std::span<uint8_t> data);
  int read_piece(const Piece& piece, std::span<uint8_t> data);
  int read_compressed(uint64_t entry, uint64_t offset, std::span<uint8_t> data);
  int is_zero(uint64_t offset, uint64_t length, bool& zero);

  // Writing; with the clusters held.
  RangeLocks::Range range_of(uint64_t offset, uint64_t length) const;
  int write_in_place(uint64_t offset, std::span<const uint8_t> data, bool& done);
  int write_held(uint64_t offset, std::span<const uint8_t> data);
  int plan(uint64_t offset, uint64_t length, Step& step);
  static bool has_room(const Piece& piece);
  int plan_new(uint64_t length, Step& step);
  int write_new(const Step& step, std::span<const uint8_t> data);
  int write_with_surroundings(const Step& step, std::span<const uint8_t> data);
  int link(const Step& step);
  int zero_edge(uint64_t offset, uint64_t length);
  int zero_clusters(uint64_t offset, uint64_t length, bool may_unmap);
  int zero_in_table(uint64_t offset, uint64_t length, bool may_unmap);
  uint64_t zero_entry(uint64_t old, bool may_unmap) const;
  int zero_or_discard(uint64_t offset, uint64_t length, bool may_unmap);

  // With tables_lock_ held.
  void release(uint64_t entry);

  // Committing.
  int make_room();
  int commit();
  Batch collect();
  void collect_l1(Batch& batch);
  int write_batch(const Batch& batch);
  int write_all(const std::vector<Batch::Bytes>& list);
  int conclude(Batch& batch, int error);
  void count_down(const std::vector<uint64_t>& clusters);
  void discard_unused(std::vector<uint64_t> clusters);
  int grow_l1(uint32_t entries);
  void switch_l1(std::vector<uint64_t> l1, const Refcounts::Run& run);
  int write_size(const Header& header);

  struct CompressedSpan {
    uint64_t at = 0;
    uint64_t length = 0;
  };
  CompressedSpan span_of(uint64_t entry) const;

  Medium& medium_;
  Medium* backing_ = nullptr;
  Options options_;
  Header header_;
  RangeLocks ranges_;
  std::mutex commit_lock_;  // before tables_lock_
  std::mutex tables_lock_;
  TableCache cache_;
  Refcounts refcounts_;
  std::vector<uint64_t> l1_;
  std::set<uint64_t> changed_l1_;        // sectors of it
  std::vector<uint64_t> unused_;         // clusters that are referred to once less than is counted
  std::atomic<bool> is_broken_ = false;  // nobody knows what its header says

  // The cluster that was decompressed last: what is read in order needs it again.
  std::mutex inflated_lock_;
  uint64_t inflated_entry_ = 0;
  std::vector<uint8_t> inflated_;
};

}  // namespace vm::qcow2
