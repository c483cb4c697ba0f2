// SPDX-License-Identifier: Apache-2.0
//
// Journal remembers the commands that were accepted and changed something: who gave each, when, and
// from which phase to which it led. Its last part is kept in memory; all of it goes to a file, if
// there is one, as a script that does the same again.

#pragma once

#include <atomic>
#include <cstdint>
#include <cstdio>
#include <deque>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/result.h"
#include "runtime/dispatch/phase.h"
#include "runtime/dispatch/undo.h"
#include "runtime/json/reader.h"

namespace qapi {

/// The line that a journal's file begins with. Such a file ends with the end of a line, or it was
/// cut off.
inline constexpr std::string_view kJournalMark = "# journal: ";

class Journal {
 public:
  /// Bounds of what is kept in memory.
  static constexpr size_t kMaxEntries = 65536;
  static constexpr size_t kMaxBytes = size_t{16} << 20;

  struct Entry {
    std::string command;
    std::string arguments;  ///< JSON
    Spelling spelling;
    std::string origin;
    std::string client;  ///< that it was run for; empty if that is the origin, or nobody
    std::string peer;    ///< who the client is; empty if there is none
    Phase from;
    Phase to;
    int64_t seconds = 0;
    int64_t microseconds = 0;
    uint64_t order = 0;  ///< grows from one to the next
  };

  /// The script's line or lines for an entry; what knows scripts gives it.
  using Format = std::string (*)(const Entry& entry, const PhaseTable& phases);

  Journal(UndoLog& undo, const PhaseTable& phases) : undo_(undo), phases_(phases) {}

  /// Stamps the entry with the time. It goes again if the command is taken back in the end.
  void add(Entry entry);

  /// The same, from any thread, for a command that ran beside others: it stays whatever becomes of
  /// these, and takes its place among them when they are settled.
  class Place;
  void add_out_of_band(Entry entry, const Place& place);

  /// What was added is final.
  void settle();

  /// Writes what is kept to a new file, and from then on what is settled.
  Result<> open(const std::string& path, Format format);

  /// The last ones.
  const std::deque<Entry>& entries() const { return entries_; }

  /// How many there were before those.
  uint64_t dropped() const { return dropped_; }

 private:
  Entry stamped(Entry entry);
  size_t take_in_out_of_band();
  void drop_oldest();
  Result<> write_settled();

  UndoLog& undo_;
  const PhaseTable& phases_;
  std::deque<Entry> entries_;
  size_t bytes_ = 0;
  uint64_t dropped_ = 0;
  size_t unsettled_ = 0;  // of the entries, the last so many
  size_t unwritten_ = 0;  // of the settled ones, the last so many
  std::string path_;
  std::shared_ptr<std::FILE> file_;  // shared with the undo log
  Format format_ = nullptr;
  std::atomic<uint64_t> next_order_ = 0;
  std::mutex mutex_;                // of what follows
  std::vector<Entry> out_of_band_;  // that are not among the others yet
  std::set<uint64_t> places_;       // of those that run out-of-band now
};

/// Taken by a command that runs out-of-band before it does anything, for that can let others go on:
/// what comes behind it is not settled before it has ended.
class Journal::Place {
 public:
  explicit Place(Journal& journal);
  ~Place();
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

 private:
  friend class Journal;

  Journal& journal_;
  uint64_t order_;
};

}  // namespace qapi
