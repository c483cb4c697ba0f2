// SPDX-License-Identifier: Apache-2.0
//
// AddressSpace maps regions, and other address spaces, at addresses. Who accesses it uses its flat
// view, which is made anew when it is asked for after the map has changed: a machine is made by
// many changes that nobody looks at in between.
//
//   AddressSpace bus("bus");
//   TRY(bus.map({.region = &ram, .at = 0x8000'0000}));
//   std::shared_ptr<const FlatView> view = bus.flat_view();

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "vm/base/result.h"
#include "vm/memory/flat_view.h"

namespace vm {

class AddressSpace;

/// A device's registers, or memory. Owned by the device.
struct Region {
  std::string name;  ///< "uart0:regs", for messages
  uint64_t size = 0;
  uint8_t* host = nullptr;  ///< memory; null for registers
  bool readonly = false;
  MmioHandler* handler = nullptr;  ///< registers
  unsigned index = 0;              ///< given to the handler

  /// Of memory with a handler: whether it can be read without asking that. See show_memory().
  bool is_shown = true;

  /// The spaces that it is mapped into, once for each window; null for those that have ended.
  mutable std::vector<std::shared_ptr<AddressSpace*>> spaces = {};
};

/// Whoever reads a region that is memory and has a handler sees the memory, or asks the handler.
/// What is written is the handler's in any case. With the machine lock held.
void show_memory(Region& region, bool is_shown);

/// One window of an address space. Exactly one of `region` and `space` is set.
struct Mapping {
  const Region* region = nullptr;
  AddressSpace* space = nullptr;
  uint64_t at = 0;
  uint64_t offset = 0;  ///< of the window within what is mapped
  uint64_t size = 0;    ///< 0: all that follows `offset`
  int priority = 0;     ///< the higher one wins

  bool operator==(const Mapping&) const = default;
};

class AddressSpace {
 public:
  explicit AddressSpace(std::string name) : name_(std::move(name)) {}
  ~AddressSpace();
  AddressSpace(const AddressSpace&) = delete;
  AddressSpace& operator=(const AddressSpace&) = delete;

  const std::string& name() const { return name_; }
  void set_name(std::string name) { name_ = std::move(name); }

  /// Number of addresses, from 0 on; 0 for all 2^64. Set before anything is mapped.
  uint64_t size() const { return size_; }
  void set_size(uint64_t size) { size_ = size; }
  const std::vector<Mapping>& mappings() const { return mappings_; }

  /// Refuses an overlap at equal priority, a window beyond what is mapped or beyond our end, and a
  /// space that would hold itself.
  Result<> map(Mapping mapping);

  /// Takes away the window of that region or space at that address and priority; there must be one.
  void unmap(const Mapping& mapping);

  /// The view of now; never null. With the machine lock held, or the guest stopped.
  std::shared_ptr<const FlatView> flat_view() const;

  /// Called when the view is no longer that of now (also when a space mapped in here changes); not
  /// again before somebody has asked for the new one.
  using Listener = std::function<void()>;
  uint64_t subscribe(Listener listener);
  void unsubscribe(uint64_t subscription);

  /// For DMA, loaders and debuggers, with the machine lock held. Fails where nothing is mapped,
  /// naming the address.
  Result<> read(uint64_t address, void* data, size_t size) const;
  Result<> write(uint64_t address, const void* data, size_t size) const;

  /// As write, but also into ROM: how loaders and flashers fill it.
  Result<> load(uint64_t address, const void* data, size_t size) const;

  /// Fails where nothing is mapped, naming the address.
  Result<> check_mapped(uint64_t address, uint64_t size) const;

 private:
  friend void show_memory(Region& region, bool is_shown);

  /// What a window takes: its priority and first address, then its last.
  using Taken = std::map<std::pair<int, uint64_t>, uint64_t>;

  Result<> settle_size(Mapping& mapping) const;
  bool holds(const AddressSpace& other) const;
  const Mapping* find_overlap(const Mapping& mapping) const;
  void forget_windows_of(const AddressSpace& space);
  void changed();

  template <typename Access>
  Result<> for_each_piece(uint64_t address, size_t size, Access access) const;

  std::string name_;
  uint64_t size_ = 0;
  std::vector<Mapping> mappings_;
  Taken taken_;
  std::vector<AddressSpace*> users_;  // spaces that we are mapped into
  mutable std::shared_ptr<const FlatView> view_ =
      std::make_shared<FlatView>(std::vector<FlatRange>{});
  mutable bool is_stale_ = false;  // view_ is of an earlier map
  std::vector<std::pair<uint64_t, Listener>> listeners_;
  uint64_t next_subscription_ = 1;
  // Regions that are mapped may outlive us.
  std::shared_ptr<AddressSpace*> self_ = std::make_shared<AddressSpace*>(this);
};

}  // namespace vm
