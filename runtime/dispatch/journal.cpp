// SPDX-License-Identifier: Apache-2.0

#include "runtime/dispatch/journal.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "runtime/base/print.h"

namespace qapi {

namespace {

size_t bytes_of(const Journal::Entry& entry) {
  return sizeof entry + entry.command.size() + entry.arguments.size() + entry.origin.size() +
         entry.client.size() + entry.peer.size();
}

Result<> fail_with(const std::string& path) {
  return fail(fmt::format("{}: {}", path, std::strerror(errno)));
}

}  // namespace

Journal::Entry Journal::stamped(Entry entry) {
  using std::chrono::duration_cast;
  using std::chrono::microseconds;
  constexpr int64_t kMicrosecondsPerSecond = 1'000'000;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const int64_t time = duration_cast<microseconds>(now).count();
  entry.seconds = time / kMicrosecondsPerSecond;
  entry.microseconds = time % kMicrosecondsPerSecond;
  entry.order = next_order_++;
  return entry;
}

void Journal::add(Entry entry) {
  entries_.push_back(stamped(std::move(entry)));
  bytes_ += bytes_of(entries_.back());
  ++unsettled_;
  undo_.add([this] {
    bytes_ -= bytes_of(entries_.back());
    entries_.pop_back();
    --unsettled_;
  });
}

Journal::Place::Place(Journal& journal) : journal_(journal) {
  const std::scoped_lock lock(journal_.mutex_);
  order_ = journal_.next_order_++;
  journal_.places_.insert(order_);
}

Journal::Place::~Place() {
  const std::scoped_lock lock(journal_.mutex_);
  journal_.places_.erase(order_);
}

void Journal::add_out_of_band(Entry entry, const Place& place) {
  const std::scoped_lock lock(mutex_);
  out_of_band_.push_back(stamped(std::move(entry)));
  out_of_band_.back().order = place.order_;
}

/// Each before those that it overtook. Gives how many, the last ones, wait for one that still runs.
size_t Journal::take_in_out_of_band() {
  const std::scoped_lock lock(mutex_);
  for (Entry& entry : std::exchange(out_of_band_, {})) {
    bytes_ += bytes_of(entry);
    const auto first = entries_.end() - static_cast<std::ptrdiff_t>(unsettled_);
    const auto place = std::find_if(first, entries_.end(), [&](const Entry& other) {
      return other.order > entry.order;
    });
    entries_.insert(place, std::move(entry));
    ++unsettled_;
  }
  if (places_.empty()) return 0;
  const auto first = entries_.end() - static_cast<std::ptrdiff_t>(unsettled_);
  const auto waits = [this](const Entry& entry) { return entry.order > *places_.begin(); };
  return static_cast<size_t>(std::count_if(first, entries_.end(), waits));
}

void Journal::settle() {
  const size_t waiting = take_in_out_of_band();
  unwritten_ = unsettled_ - waiting;
  unsettled_ = waiting;
  if (file_ != nullptr && unwritten_ > 0) {
    const Result<> written = write_settled();
    if (!written) {
      // The command is done; there is nobody to fail for it.
      print_note(fmt::format("journal: {}; it ends here", written.error().desc));
      file_.reset();
    }
  }
  while (entries_.size() > kMaxEntries || bytes_ > kMaxBytes) {
    drop_oldest();
  }
}

void Journal::drop_oldest() {
  bytes_ -= bytes_of(entries_.front());
  entries_.pop_front();
  ++dropped_;
}

Result<> Journal::open(const std::string& path, Format format) {
  const bool is_new = access(path.c_str(), F_OK) != 0;
  // Without waiting for whoever may read it one day, should it be a pipe.
  constexpr int kFlags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK;
  constexpr mode_t kMode = 0666;  // less what the user's mask takes away
  const int descriptor = ::open(path.c_str(), kFlags, kMode);
  std::FILE* const opened = descriptor < 0 ? nullptr : ::fdopen(descriptor, "a");
  if (opened == nullptr) return fail_with(path);
  const std::shared_ptr<std::FILE> file(opened, [](std::FILE* stream) { std::fclose(stream); });
  if (std::fseek(file.get(), 0, SEEK_END) == 0 && std::ftell(file.get()) > 0) {
    return fail(fmt::format("{}: is not empty, and a journal begins with the beginning", path));
  }
  if (dropped_ > 0) {
    return fail(fmt::format("{}: too late: {} commands are forgotten already", path, dropped_));
  }
  undo_.add([this, path, is_new, file = file_, old_path = path_, format_before = format_] {
    is_new ? std::remove(path.c_str()) : truncate(path.c_str(), 0);
    file_ = file;
    path_ = old_path;
    format_ = format_before;
  });
  file_ = file;
  path_ = path;
  format_ = format;
  unwritten_ = entries_.size() - unsettled_;
  const std::string head =
      fmt::format("{}what was done, in order; it can be run as a script\n", kJournalMark);
  std::fwrite(head.data(), 1, head.size(), file_.get());
  return write_settled();
}

Result<> Journal::write_settled() {
  const size_t end = entries_.size() - unsettled_;
  for (size_t i = end - unwritten_; i < end; ++i) {
    const std::string lines = format_(entries_[i], phases_);
    std::fwrite(lines.data(), 1, lines.size(), file_.get());
  }
  unwritten_ = 0;
  if (std::fflush(file_.get()) != 0 || std::ferror(file_.get()) != 0) return fail_with(path_);
  return {};
}

}  // namespace qapi
