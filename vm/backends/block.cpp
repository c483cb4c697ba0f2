// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/block.h"

#include <algorithm>
#include <cerrno>
#include <iterator>

#include <fmt/format.h>

#include "runtime/loop/event_loop.h"
#include "vm/object/platform.h"

namespace vm {

using Kind = BlockRequest::Kind;

Blockdev::~Blockdev() {
  *self_ = nullptr;
}

Result<> Blockdev::attach(BlockUser& user, std::string who, BlockAccess access) {
  const bool writes = access == BlockAccess::ReadWrite;
  if (writes && read_only_) return fail(fmt::format("{} is read-only", path()));
  for (const User& other : users_) {
    if (other.access == BlockAccess::ReadWrite) {
      return fail(fmt::format("{} is in use by {}, which writes to it", path(), other.path));
    }
    if (writes) {
      return fail(fmt::format("{} is in use by {}, which only reads it", path(), other.path));
    }
  }
  users_.push_back({&user, std::move(who), access});
  return {};
}

void Blockdev::detach(BlockUser& user) {
  drain();
  std::erase_if(users_, [&user](const User& each) { return each.user == &user; });
}

std::vector<std::string> Blockdev::user_paths() const {
  std::vector<std::string> paths;
  std::transform(users_.begin(), users_.end(), std::back_inserter(paths), [](const User& user) {
    return user.path;
  });
  return paths;
}

bool Blockdev::submit(BlockRequest request) {
  if (in_flight_ >= kMostInFlight) {
    users_wait_ = true;
    return false;
  }
  ++in_flight_;
  // The request's copy that is finished has no `done` of ours: it is what stays.
  request.done = [this, asked = request](int error) {
    --in_flight_;
    count(asked, error);
    asked.done(error);
    make_room();
  };
  const int fault = fault_of(request);
  if (fault != 0) {
    finish(std::move(request), fault);
  } else {
    start(std::move(request));
  }
  return true;
}

/// What is wrong with a request itself: an errno, or 0.
int Blockdev::fault_of(const BlockRequest& request) const {
  const bool writes = request.kind != Kind::Read && request.kind != Kind::Flush;
  if (writes && read_only_) return EROFS;
  if (request.kind == Kind::Flush) return 0;
  return request.offset > size_ || request.length > size_ - request.offset ? EIO : 0;
}

void Blockdev::count(const BlockRequest& request, int error) {
  if (error != 0) {
    ++stats_.failed_operations;
    return;
  }
  switch (request.kind) {
    case Kind::Read:
      ++stats_.rd_operations;
      stats_.rd_bytes += request.length;
      break;
    case Kind::Write:
    case Kind::WriteZeroes:
      ++stats_.wr_operations;
      stats_.wr_bytes += request.length;
      break;
    case Kind::Discard:
      ++stats_.unmap_operations;
      stats_.unmap_bytes += request.length;
      break;
    case Kind::Flush: ++stats_.flush_operations; break;
  }
}

void Blockdev::make_room() {
  if (!std::exchange(users_wait_, false)) return;
  for (const User& user : std::vector(users_)) {
    user.user->on_ready();
  }
}

void Blockdev::finish(BlockRequest request, int error) {
  const std::lock_guard hold(finished_lock_);
  finished_.push_back({std::move(request), error});
  if (finished_.size() > 1) return;  // somebody is on the way already
  platform_.loop().post([self = self_] {
    if (*self == nullptr) return;
    const std::lock_guard machine((*self)->platform_.machine_lock());
    (*self)->tell_finished();
  });
}

void Blockdev::tell_finished() {
  std::vector<Finished> finished;
  {
    const std::lock_guard hold(finished_lock_);
    finished.swap(finished_);
  }
  for (const Finished& each : finished) {
    each.request.done(each.error);
  }
}

void Blockdev::drain() {
  wait_idle();
  tell_finished();
}

/// Whoever is told of an end may ask for more.
void Blockdev::finish_all() {
  while (in_flight_ > 0) {
    drain();
  }
}

Result<> Blockdev::grow(uint64_t size) {
  if (read_only_) return fail(fmt::format("{} is read-only", path()));
  if (size < size_) {
    return fail(fmt::format("{} has {} bytes and cannot shrink to {}", path(), this->size(), size));
  }
  return set_to(size);
}

void Blockdev::shrink_back(uint64_t size) {
  // It was so before, and nobody has used what is beyond.
  (void)set_to(size);
}

Result<> Blockdev::set_to(uint64_t size) {
  TRY(resize(size));
  set_size(size);
  return {};
}

Result<> Blockdev::resize(uint64_t) {
  return fail(fmt::format("{}: a {} has the size that it has", path(), type().name));
}

void Blockdev::set_size(uint64_t size) {
  if (size_.exchange(size) == size) return;
  for (const User& user : users_) {
    user.user->on_resized();
  }
}

void Blockdev::raise_size(uint64_t size) {
  uint64_t present = size_;
  while (present < size && !size_.compare_exchange_weak(present, size)) {
  }
}

Result<bool> Blockdev::read_only_above(
    const Blockdev& below,
    std::optional<bool> read_only,
    std::optional<bool> auto_read_only
) const {
  if (!below.is_read_only() || read_only.value_or(false)) return read_only.value_or(false);
  if (auto_read_only.value_or(false)) return true;
  return fail(fmt::format("{}: {} is read-only; use read-only=on", path(), below.node_name()));
}

std::string Blockdev::node_name() const {
  if (parent() == nullptr || !parent()->type().is_a("blockdev")) return name();
  // Those that were given no name are called by what they are to the node above.
  const auto& above = static_cast<const Blockdev&>(*parent());
  for (const auto& [role, node] : above.nodes_below()) {
    if (node == this && role == name()) return path();
  }
  return name();
}

}  // namespace vm
