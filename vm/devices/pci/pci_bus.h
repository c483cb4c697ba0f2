// SPDX-License-Identifier: Apache-2.0
//
// PciBus is what PCI functions are on: it gives each its place, finds it by that, and leads to the
// address spaces and the interrupt lines of the hierarchy.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "vm/base/result.h"
#include "vm/devices/device.h"

namespace vm {

class CardSlot;
class PciFunction;

/// Where a function is on its bus.
struct PciAddress {
  static constexpr unsigned kDevices = 32;
  static constexpr unsigned kFunctions = 8;  // of one device
  static constexpr unsigned kNumbers = kDevices * kFunctions;
  static constexpr unsigned kPins = 4;

  unsigned device = 0;
  unsigned function = 0;

  unsigned number() const { return device * kFunctions + function; }

  /// Reads `3`, `3.1`, `0x1f.0x7`: hexadecimal, as tools write them.
  static Result<PciAddress> parse(std::string_view text);
};

std::string to_string(PciAddress address);

class PciBus : public Device {
 public:
  /// Null where there is none.
  PciFunction* function(unsigned number) const { return functions_[number]; }

  /// Puts a function where it is wanted, or at the first free device.
  Result<PciAddress> attach(PciFunction& function, std::optional<PciAddress> wanted);
  void detach(PciFunction& function);

  // The spaces that functions are seen in, and the one that they see; while realized.
  virtual AddressSpace& memory() = 0;
  virtual AddressSpace* io() = 0;  ///< null for none
  virtual const AddressSpace& dma() const = 0;

  /// What a function sees that must not, or cannot, reach memory.
  const AddressSpace& nowhere() const { return nowhere_; }

  /// Whether functions are part of the root complex, or at the other end of a link.
  virtual bool is_in_root_complex() const = 0;

  /// The slot that all functions are in; null for none.
  virtual CardSlot* card_slot() = 0;

  /// A function's interrupt pin has another level. With the machine lock held.
  virtual void update_interrupts() = 0;

  // An access to the configuration space of a function of this bus (7.3.3): all ones where there is
  // none. `size` is 1, 2 or 4.
  virtual uint32_t read_function(unsigned number, unsigned offset, unsigned size);
  virtual void write_function(unsigned number, unsigned offset, uint32_t value, unsigned size);

 protected:
  /// What the devices that there can be are, from the first one on.
  struct Places {
    unsigned first = 0;
    unsigned end = 0;
  };
  virtual Places places() const = 0;

  /// Whether a function can come to a place that is free.
  virtual Result<> check_open(PciAddress place) const = 0;

  /// The interrupt pins of all functions, as their parent sees them, a bit each: those of device d
  /// are shifted by d (table 2-20 in 2.2.8.1).
  unsigned pins_of_functions() const;

 private:
  Result<PciAddress> find_place(const PciFunction& function, std::optional<PciAddress> wanted)
      const;
  Result<PciAddress> find_free(const PciFunction& function) const;
  bool is_free(unsigned device) const;

  AddressSpace nowhere_{"nowhere"};
  std::array<PciFunction*, PciAddress::kNumbers> functions_{};
};

}  // namespace vm
