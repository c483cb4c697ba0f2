// SPDX-License-Identifier: Apache-2.0
//
// VirtioBus is what shows one virtio device to the guest: a transport (VIRTIO 1.2, chapter 4). A
// device attaches to it while it is realized; without one the transport is empty. All registers
// that transports have in common are the device's: a transport only says where they are.

#pragma once

#include "vm/base/result.h"
#include "vm/devices/device.h"

namespace vm {

class VirtioDevice;

class VirtioBus : public Device {
 public:
  /// Null for an empty one.
  VirtioDevice* device() const { return device_; }

  /// What rings and buffers are in; while realized.
  virtual const AddressSpace& space() const = 0;

  // With the machine lock held.

  /// Buffers of a queue were used.
  virtual void queue_interrupt(unsigned queue) = 0;

  /// The configuration, or what the device itself says in its status, has changed.
  virtual void config_interrupt() = 0;

  /// The device was reset: no interrupt of it is pending any more.
  virtual void clear_interrupts() = 0;

  // For devices.

  Result<> attach(VirtioDevice& device);
  void detach();

 protected:
  /// device() is another one.
  virtual void on_device_changed() {}

 private:
  VirtioDevice* device_ = nullptr;
};

}  // namespace vm
