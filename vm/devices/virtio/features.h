// SPDX-License-Identifier: Apache-2.0
//
// Numbers of VIRTIO 1.2 that all devices share: feature bits (chapter 6), bits of the device
// status (2.1).

#pragma once

#include <cstdint>

namespace vm::virtio {

// Feature bits.
constexpr unsigned kIndirectDesc = 28;
constexpr unsigned kEventIdx = 29;
constexpr unsigned kVersion1 = 32;
constexpr unsigned kAccessPlatform = 33;
constexpr unsigned kRingPacked = 34;
constexpr unsigned kNotificationData = 38;
constexpr unsigned kRingReset = 40;

constexpr uint64_t bit(unsigned feature) {
  return uint64_t{1} << feature;
}

// Device status.
constexpr uint8_t kAcknowledge = 1;
constexpr uint8_t kDriver = 2;
constexpr uint8_t kDriverOk = 4;
constexpr uint8_t kFeaturesOk = 8;
constexpr uint8_t kNeedsReset = 64;
constexpr uint8_t kFailed = 128;

// Flags of a descriptor (2.7.5, 2.8.6).
constexpr uint16_t kDescriptorNext = 1;
constexpr uint16_t kDescriptorWrite = 2;
constexpr uint16_t kDescriptorIndirect = 4;

/// Whether the other side asked to be told of the step to `now` after the last `steps` (2.7.10).
constexpr bool passes_event(uint16_t event, uint16_t now, uint16_t steps) {
  return static_cast<uint16_t>(now - event - 1) < steps;
}

}  // namespace vm::virtio
