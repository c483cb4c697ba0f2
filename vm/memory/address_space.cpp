// SPDX-License-Identifier: Apache-2.0
//
// Two windows that overlap at the same priority would make the order of mapping matter; they are
// refused, so what is seen at an address depends on the map alone.

#include "vm/memory/address_space.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "vm/memory/flatten.h"

namespace vm {
namespace {

const std::string& mapped_name(const Mapping& mapping) {
  return mapping.region != nullptr ? mapping.region->name : mapping.space->name();
}

std::string describe(const Mapping& mapping) {
  return fmt::format("{} at {:#x}..{:#x}", mapped_name(mapping), mapping.at, last_address(mapping));
}

/// Of what is mapped; of a space without an end, all but its last byte.
uint64_t available_size(const Mapping& mapping) {
  const uint64_t size = mapping.region != nullptr ? mapping.region->size : mapping.space->size();
  return size == 0 && mapping.space != nullptr ? UINT64_MAX : size;
}

/// Fails unless the window lies within what is mapped.
Result<> check_window(const Mapping& mapping) {
  const std::string& name = mapped_name(mapping);
  const uint64_t available = available_size(mapping);
  if (mapping.offset >= available || mapping.size > available - mapping.offset) {
    return fail(fmt::format(
        "a window of {:#x} bytes at offset {:#x} does not fit into {}, which has {:#x}",
        mapping.size,
        mapping.offset,
        name,
        available
    ));
  }
  return {};
}

/// The largest naturally aligned access that starts at `address` and is not larger than `size`.
unsigned access_size(uint64_t address, size_t size) {
  unsigned access = 8;
  while (access > size || address % access != 0) {
    access /= 2;
  }
  return access;
}

void read_registers(const FlatRange& range, uint64_t address, uint8_t* data, size_t size) {
  while (size > 0) {
    unsigned access = access_size(address, size);
    uint64_t offset = range.offset + (address - range.first);
    uint64_t value = range.handler->mmio_read(range.region, offset, access);
    std::memcpy(data, &value, access);  // guests and hosts are little-endian
    address += access;
    data += access;
    size -= access;
  }
}

void write_registers(const FlatRange& range, uint64_t address, const uint8_t* data, size_t size) {
  while (size > 0) {
    unsigned access = access_size(address, size);
    uint64_t offset = range.offset + (address - range.first);
    uint64_t value = 0;
    std::memcpy(&value, data, access);
    range.handler->mmio_write(range.region, offset, value, access);
    address += access;
    data += access;
    size -= access;
  }
}

}  // namespace

void show_memory(Region& region, bool is_shown) {
  if (std::exchange(region.is_shown, is_shown) == is_shown) return;
  for (const std::shared_ptr<AddressSpace*>& space : region.spaces) {
    if (*space != nullptr) (*space)->changed();
  }
}

AddressSpace::~AddressSpace() {
  *self_ = nullptr;
  for (AddressSpace* user : users_) {
    user->forget_windows_of(*this);
  }
  for (const Mapping& mapping : mappings_) {
    if (mapping.space != nullptr) std::erase(mapping.space->users_, this);
  }
}

bool AddressSpace::holds(const AddressSpace& other) const {
  if (this == &other) return true;
  return std::any_of(mappings_.begin(), mappings_.end(), [&other](const Mapping& mapping) {
    return mapping.space != nullptr && mapping.space->holds(other);
  });
}

Result<> AddressSpace::map(Mapping mapping) {
  assert((mapping.region == nullptr) != (mapping.space == nullptr));
  TRY(check_window(mapping));
  TRY(settle_size(mapping));
  if (mapping.space != nullptr && mapping.space->holds(*this)) {
    return fail(fmt::format("{} would hold itself by mapping {}", name_, mapping.space->name()));
  }
  if (const Mapping* other = find_overlap(mapping)) {
    return fail(fmt::format(
        "{} would overlap {} in {}: give one of them another priority",
        describe(mapping),
        describe(*other),
        name_
    ));
  }
  mappings_.push_back(mapping);
  taken_.emplace(std::pair(mapping.priority, mapping.at), last_address(mapping));
  if (mapping.space != nullptr) mapping.space->users_.push_back(this);
  if (mapping.region != nullptr) mapping.region->spaces.push_back(self_);
  changed();
  return {};
}

/// Finds how large a window is for which nobody said so. What has no end is seen as far as we go.
Result<> AddressSpace::settle_size(Mapping& mapping) const {
  const uint64_t last = size_ == 0 ? UINT64_MAX : size_ - 1;
  const bool is_endless = mapping.space != nullptr && mapping.space->size() == 0;
  if (mapping.size == 0 && !is_endless) mapping.size = available_size(mapping) - mapping.offset;
  const bool fits =
      mapping.at <= last && (mapping.size == 0 || mapping.size - 1 <= last - mapping.at);
  if (!fits) {
    const std::string end =
        size_ == 0 ? "2^64" : fmt::format("the {:#x} bytes of {}", size_, name_);
    return fail(fmt::format("{} at {:#x} reaches beyond {}", mapped_name(mapping), mapping.at, end)
    );
  }
  if (mapping.size == 0 && size_ != 0) {
    mapping.size = std::min(size_ - mapping.at, UINT64_MAX - mapping.offset);
  }
  return {};
}

/// A window of the same priority that takes some of the same addresses.
const Mapping* AddressSpace::find_overlap(const Mapping& mapping) const {
  // Those that are there do not overlap: of those that begin before our end, only the last can
  // reach us.
  auto found = taken_.upper_bound({mapping.priority, last_address(mapping)});
  if (found == taken_.begin()) return nullptr;
  const auto& [place, last] = *--found;
  if (place.first != mapping.priority || last < mapping.at) return nullptr;
  const uint64_t at = place.second;
  return &*std::find_if(mappings_.begin(), mappings_.end(), [&](const Mapping& other) {
    return other.priority == mapping.priority && other.at == at;
  });
}

/// That space is about to end.
void AddressSpace::forget_windows_of(const AddressSpace& space) {
  std::erase_if(mappings_, [&](const Mapping& each) {
    if (each.space == &space) taken_.erase({each.priority, each.at});
    return each.space == &space;
  });
}

void AddressSpace::unmap(const Mapping& mapping) {
  // From behind: what is taken back came last.
  auto behind = std::find_if(mappings_.rbegin(), mappings_.rend(), [&mapping](const Mapping& each) {
    return each.region == mapping.region && each.space == mapping.space && each.at == mapping.at &&
           each.priority == mapping.priority;
  });
  assert(behind != mappings_.rend());
  auto found = std::prev(behind.base());
  if (found->space != nullptr) {
    std::vector<AddressSpace*>& users = found->space->users_;
    users.erase(std::find(users.begin(), users.end(), this));
  } else {
    std::vector<std::shared_ptr<AddressSpace*>>& spaces = found->region->spaces;
    const auto ours = std::find(spaces.begin(), spaces.end(), self_);
    if (ours != spaces.end()) spaces.erase(ours);
  }
  taken_.erase({found->priority, found->at});
  mappings_.erase(found);
  changed();
}

uint64_t AddressSpace::subscribe(Listener listener) {
  flat_view();  // what follows is a change of it
  listeners_.emplace_back(next_subscription_, std::move(listener));
  return next_subscription_++;
}

void AddressSpace::unsubscribe(uint64_t subscription) {
  std::erase_if(listeners_, [subscription](const auto& each) {
    return each.first == subscription;
  });
}

std::shared_ptr<const FlatView> AddressSpace::flat_view() const {
  if (is_stale_) view_ = std::make_shared<FlatView>(flatten(mappings_));
  is_stale_ = false;
  return view_;
}

void AddressSpace::changed() {
  if (is_stale_) return;
  is_stale_ = true;
  for (const auto& [subscription, listener] : listeners_) {
    listener();
  }
  for (AddressSpace* user : users_) {
    user->changed();
  }
}

/// Calls `access(range, address, offset, size)` for each piece, once all are known to be mapped.
template <typename Access>
Result<> AddressSpace::for_each_piece(uint64_t address, size_t size, Access access) const {
  TRY(check_mapped(address, size));
  const std::shared_ptr<const FlatView> view = flat_view();
  for (size_t done = 0; done < size;) {
    const FlatRange* range = view->find(address + done);
    size_t piece = size - done;
    uint64_t following = range->last - (address + done);
    if (following < piece - 1) piece = static_cast<size_t>(following) + 1;
    access(*range, address + done, done, piece);
    done += piece;
  }
  return {};
}

Result<> AddressSpace::check_mapped(uint64_t address, uint64_t size) const {
  if (size == 0) return {};
  const std::shared_ptr<const FlatView> view = flat_view();
  uint64_t last = address + (size - 1);
  for (uint64_t next = address;;) {
    const FlatRange* range = view->find(next);
    if (range == nullptr || last < address) {
      return fail(fmt::format("nothing is mapped at {:#x} of {}", next, name_));
    }
    if (range->last >= last) return {};
    next = range->last + 1;
  }
}

Result<> AddressSpace::read(uint64_t address, void* data, size_t size) const {
  auto* bytes = static_cast<uint8_t*>(data);
  return for_each_piece(
      address,
      size,
      [bytes](const FlatRange& range, uint64_t at, size_t done, size_t piece) {
        if (range.host != nullptr) {
          std::memcpy(bytes + done, range.host_at(at), piece);
        } else {
          read_registers(range, at, bytes + done, piece);
        }
      }
  );
}

Result<> AddressSpace::write(uint64_t address, const void* data, size_t size) const {
  const auto* bytes = static_cast<const uint8_t*>(data);
  return for_each_piece(
      address,
      size,
      [bytes](const FlatRange& range, uint64_t at, size_t done, size_t piece) {
        if (range.handler != nullptr) {
          write_registers(range, at, bytes + done, piece);
        } else if (!range.readonly) {
          std::memcpy(range.host_at(at), bytes + done, piece);
        }
      }
  );
}

Result<> AddressSpace::load(uint64_t address, const void* data, size_t size) const {
  const auto* bytes = static_cast<const uint8_t*>(data);
  return for_each_piece(
      address,
      size,
      [bytes](const FlatRange& range, uint64_t at, size_t done, size_t piece) {
        if (range.host == nullptr) {
          write_registers(range, at, bytes + done, piece);
        } else {
          std::memcpy(range.host_at(at), bytes + done, piece);
        }
      }
  );
}

}  // namespace vm
