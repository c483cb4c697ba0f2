// SPDX-License-Identifier: Apache-2.0

#include "runtime/dispatch/descriptors.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "runtime/dispatch/undo.h"

namespace qapi {

namespace {

constexpr std::string_view kSetPath = "/dev/fdset/";

template <typename T>
std::optional<T> parse_number(std::string_view text) {
  T number = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

tl::unexpected<Error> not_found(std::string_view name) {
  return fail(fmt::format("File descriptor named '{}' not found", name));
}

/// Whether it can be used as these open() flags say.
bool has_mode(const Fd& fd, int mode) {
  return (::fcntl(fd.get(), F_GETFL) & O_ACCMODE) == mode;
}

}  // namespace

void ClientDescriptors::receive(std::vector<SharedFd> descriptors) {
  received = std::move(descriptors);
}

void ClientDescriptors::clear() {
  received.clear();
  named.clear();
}

Result<> Descriptors::name(std::string_view name) {
  // Numbers stand for inherited ones.
  if (name.empty() || (name[0] >= '0' && name[0] <= '9')) {
    return fail("Parameter 'fdname' expects a name not starting with a digit");
  }
  SharedFd fd = TRY(take_received());
  client_->named.insert_or_assign(std::string(name), std::move(fd));
  return {};
}

Result<> Descriptors::close(std::string_view name) {
  if (client_ == nullptr) return not_found(name);
  const auto found = client_->named.find(name);
  if (found == client_->named.end()) return not_found(name);
  remember_client();
  client_->named.erase(found);
  return {};
}

Result<Fd> Descriptors::take(std::string_view name) {
  if (client_ != nullptr) {
    const auto found = client_->named.find(name);
    if (found == client_->named.end()) return not_found(name);
    Fd copy = TRY(found->second->duplicate());
    remember_client();
    client_->named.erase(found);
    return copy;
  }
  const std::optional<int> number = parse_number<int>(name);
  if (!number) {
    return fail(fmt::format("'{}' is not the number of an inherited descriptor", name));
  }
  const SharedFd fd = TRY(take_inherited(*number));
  return fd->duplicate();
}

Result<Descriptors::Place> Descriptors::add(
    std::optional<int64_t> set,
    std::optional<std::string> opaque,
    std::optional<int> inherited
) {
  if (set && *set < 0) return fail("Parameter 'fdset-id' expects a non-negative value");
  SharedFd fd;
  if (inherited) {
    fd = TRY(take_inherited(*inherited));
  } else {
    fd = TRY(take_received());
  }
  remember_sets();
  int64_t free = 0;
  while (!set && sets_.contains(free)) {
    ++free;
  }
  const Place place{.set = set.value_or(free), .fd = fd->get()};
  sets_[place.set].push_back({std::move(fd), std::move(opaque)});
  return place;
}

Result<> Descriptors::remove(int64_t set, std::optional<int64_t> fd) {
  const std::string name =
      fd ? fmt::format("fdset-id:{}, fd:{}", set, *fd) : fmt::format("fdset-id:{}", set);
  const auto found = sets_.find(set);
  if (found == sets_.end()) return not_found(name);
  const auto is_meant = [&](const FdsetEntry& entry) { return !fd || entry.fd->get() == *fd; };
  std::vector<FdsetEntry>& entries = found->second;
  if (std::none_of(entries.begin(), entries.end(), is_meant)) return not_found(name);
  remember_sets();
  std::erase_if(entries, is_meant);
  if (entries.empty()) sets_.erase(found);
  return {};
}

bool Descriptors::is_set_path(std::string_view path) {
  return path.starts_with(kSetPath);
}

Result<Fd> Descriptors::open(std::string_view path, int flags) const {
  const std::optional<int64_t> set = parse_number<int64_t>(path.substr(kSetPath.size()));
  const auto found = set ? sets_.find(*set) : sets_.end();
  if (found == sets_.end()) return fail(fmt::format("cannot open '{}': no such set", path));
  // One that can do just this, rather than one that can do more.
  for (const int mode : {flags & O_ACCMODE, O_RDWR}) {
    for (const FdsetEntry& entry : found->second) {
      if (has_mode(*entry.fd, mode)) return entry.fd->duplicate();
    }
  }
  return fail(fmt::format(
      "cannot open '{}': none of the set is open for {}",
      path,
      (flags & O_ACCMODE) == O_RDONLY ? "reading" : "writing"
  ));
}

Result<SharedFd> Descriptors::take_received() {
  if (client_ == nullptr || client_->received.empty()) {
    return fail("No file descriptor supplied via SCM_RIGHTS");
  }
  remember_client();
  SharedFd fd = client_->received.front();
  client_->received.erase(client_->received.begin());
  return fd;
}

Result<SharedFd> Descriptors::take_inherited(int number) {
  // A client must not reach for what is open here and not its own.
  if (client_ != nullptr) {
    return fail("inherited descriptors can be named on the command line only");
  }
  const int flags = ::fcntl(number, F_GETFD);
  // Our own files are not to be inherited by others, which tells them from those that we inherited.
  if (number <= STDERR_FILENO || flags < 0 || (flags & FD_CLOEXEC) != 0) {
    return fail(fmt::format("{} is not an inherited descriptor", number));
  }
  Fd inherited(number);
  Result<Fd> taken = inherited.duplicate();
  if (!taken) {
    inherited.release();
    return tl::unexpected(std::move(taken).error());
  }
  return std::make_shared<const Fd>(*std::move(taken));
}

void Descriptors::remember_client() {
  undo_.add([client = client_, before = *client_] { *client = before; });
}

void Descriptors::remember_sets() {
  undo_.add([this, before = sets_] { sets_ = before; });
}

}  // namespace qapi
