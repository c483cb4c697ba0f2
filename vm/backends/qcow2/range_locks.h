// SPDX-License-Identifier: Apache-2.0
//
// RangeLocks keeps requests out of one another's way: those that change where clusters lie have
// these for themselves, all others share them.
//
//   RangeLocks::Hold hold(locks, {first, last}, RangeLocks::Mode::Shared);

#pragma once

#include <condition_variable>
#include <cstdint>
#include <list>
#include <mutex>

namespace vm::qcow2 {

class RangeLocks {
 public:
  enum class Mode {
    Shared,
    Exclusive
  };

  /// Clusters of the disk, `last` among them.
  struct Range {
    uint64_t first = 0;
    uint64_t last = 0;
  };

  class Hold {
   public:
    Hold(RangeLocks& locks, Range range, Mode mode);
    ~Hold();
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;

   private:
    RangeLocks& locks_;
    std::list<std::pair<Range, Mode>>::iterator place_;
  };

 private:
  bool conflicts(const Range& range, Mode mode) const;

  std::mutex lock_;
  std::condition_variable changed_;
  std::list<std::pair<Range, Mode>> held_;
};

}  // namespace vm::qcow2
