// SPDX-License-Identifier: Apache-2.0
//
// Blockdev is a node that holds the bytes of a disk: a disk controller, or a node above, asks for
// reads and writes and is told later what came of them. The guest never waits for the host: files
// are read and written by threads of their own.
//
//   TRY(disk->attach(*this, path(), BlockAccess::ReadWrite));
//   disk->submit({.kind = BlockRequest::Kind::Read, .offset = 512, .length = 512, .data = buffer,
//                 .done = [this](int error) { ... }});

#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generated/types/block_core.h"

#include "vm/object/object.h"

namespace vm {

class Platform;

struct BlockRequest {
  enum class Kind {
    Read,
    Write,
    WriteZeroes,
    Discard,  ///< a hint; what is read afterwards is not defined
    Flush     ///< what was written, and was done before, is on the medium
  };

  Kind kind = Kind::Flush;
  uint64_t offset = 0;
  uint64_t length = 0;
  uint8_t* data = nullptr;  ///< for Read and Write; stays there until `done`
  bool may_unmap = false;   ///< for WriteZeroes: the host need not keep room for them

  /// 0, or an errno. Once, on the main thread, with the machine lock held; never before submit()
  /// has returned.
  std::function<void(int error)> done = {};
};

enum class BlockAccess {
  Read,
  ReadWrite
};

/// Who uses a node. Called on the main thread, with the machine lock held.
class BlockUser {
 public:
  virtual ~BlockUser() = default;

  /// After submit() refused a request: it would take one again.
  virtual void on_ready() {}

  /// size() has changed.
  virtual void on_resized() {}
};

class Blockdev : public Object {
 public:
  ~Blockdev() override;

  /// So many requests of one node are under way at most.
  static constexpr size_t kMostInFlight = 256;

  // For users; with the machine lock held.

  /// Fails when somebody writes, or would write what others read. `who` is the user's path.
  Result<> attach(BlockUser& user, std::string who, BlockAccess access);

  /// Waits until nothing of the node is under way; what is done is told meanwhile.
  void detach(BlockUser& user);

  /// False when too much is under way: on_ready() will be called. A request that cannot be right
  /// (beyond the end, writing where it is not allowed) is taken, and fails. Any thread.
  bool submit(BlockRequest request);

  /// In bytes; any number.
  uint64_t size() const { return size_; }
  bool is_read_only() const { return read_only_; }

  // For a node above that does its work on threads of its own, which may wait.

  /// Carries a request out, and returns when it is done: 0, or an errno. What is written beyond the
  /// end lets the node grow, if it can. Nothing is counted, and `done` is not called.
  virtual int perform(const BlockRequest& request) = 0;

  // For everybody; with the machine lock held.

  /// Lets it grow. Main thread.
  Result<> grow(uint64_t size);

  /// Takes grow() back.
  void shrink_back(uint64_t size);

  /// Returns when nothing is under way any more, and what waited for room is not either.
  void finish_all();

  /// What it was asked for by devices.
  const api::BlockDeviceStats& stats() const { return stats_; }
  std::vector<std::string> user_paths() const;

  /// Its name; of one without, its path.
  std::string node_name() const;

  /// What it is connected to, in words.
  virtual std::string filename() const = 0;
  virtual api::BlockdevCacheOptions cache() const { return {}; }

  /// The nodes below it, and what each is to it.
  virtual std::vector<std::pair<std::string, const Blockdev*>> nodes_below() const { return {}; }

 protected:
  explicit Blockdev(Platform& platform) : platform_(platform) {}

  Platform& platform() const { return platform_; }

  // What a driver does.

  /// Carries out a request that is right, and calls finish(). Any thread, with the machine lock
  /// held.
  virtual void start(BlockRequest request) = 0;

  /// Returns when all that was started is finished. Main thread, with the machine lock held.
  virtual void wait_idle() {}

  /// Lets it grow, or takes that back. Main thread, with the machine lock held.
  virtual Result<> resize(uint64_t size);

  // What a driver calls.

  /// A request has come to its end. Any thread.
  void finish(BlockRequest request, int error);

  /// Main thread, with the machine lock held.
  void drain();
  void set_size(uint64_t size);

  /// It has grown by what was written. Any thread; users are not told.
  void raise_size(uint64_t size);
  void set_read_only(bool read_only) { read_only_ = read_only; }

  // For a driver above another node.

  /// Whether a node above `below` is read-only, by its own properties.
  Result<bool> read_only_above(
      const Blockdev& below,
      std::optional<bool> read_only,
      std::optional<bool> auto_read_only
  ) const;
  static void start_below(Blockdev& node, BlockRequest request) { node.start(std::move(request)); }
  static void drain_below(Blockdev& node) { node.drain(); }
  static Result<> resize_below(Blockdev& node, uint64_t size) { return node.set_to(size); }

 private:
  struct User {
    BlockUser* user = nullptr;
    std::string path;
    BlockAccess access = {};
  };
  struct Finished {
    BlockRequest request;
    int error = 0;
  };

  int fault_of(const BlockRequest& request) const;
  Result<> set_to(uint64_t size);
  void count(const BlockRequest& request, int error);
  void tell_finished();
  void make_room();

  Platform& platform_;
  std::vector<User> users_;
  std::atomic<uint64_t> size_ = 0;
  bool read_only_ = false;
  size_t in_flight_ = 0;
  bool users_wait_ = false;
  api::BlockDeviceStats stats_;
  std::mutex finished_lock_;
  std::vector<Finished> finished_;
  // Calls that are under way to the main thread find out through it that we are gone.
  std::shared_ptr<Blockdev*> self_ = std::make_shared<Blockdev*>(this);
};

}  // namespace vm
