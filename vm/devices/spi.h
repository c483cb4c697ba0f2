// SPDX-License-Identifier: Apache-2.0
//
// What is on an SPI bus, each with a chip select of its own, and the master that talks to it.
// Called with the machine lock held.

#pragma once

#include <cstdint>
#include <map>

#include <fmt/format.h>

#include "vm/devices/device.h"

namespace vm {

class SpiTarget {
 public:
  virtual ~SpiTarget() = default;

  /// A byte each way, while it is selected.
  virtual uint8_t exchange(uint8_t byte) = 0;

  /// The transfer has come to its end.
  virtual void deselect() = 0;

  /// The device that it is.
  virtual Device& device() = 0;
};

class SpiMaster {
 public:
  virtual ~SpiMaster() = default;

  /// How many chip selects there are.
  virtual unsigned chip_selects() const = 0;

  /// Fails if something has that chip select already, or there is none.
  Result<> attach(uint8_t select, SpiTarget& target) {
    const unsigned last = chip_selects() - 1;
    if (select > last)
      return fail(fmt::format("there is no chip select {}; the last one is {}", select, last));
    if (targets_.emplace(select, &target).second) return {};
    return fail(fmt::format("chip select {} has a device already", select));
  }
  void detach(uint8_t select) { targets_.erase(select); }

  /// By their chip selects.
  const std::map<uint8_t, SpiTarget*>& targets() const { return targets_; }

 private:
  std::map<uint8_t, SpiTarget*> targets_;
};

}  // namespace vm
