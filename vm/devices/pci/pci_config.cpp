// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/pci/pci_config.h"

namespace vm {
namespace {

constexpr unsigned kNextPointer = 1;  // in a capability, behind its id

uint8_t byte_of(uint32_t value, unsigned index) {
  return static_cast<uint8_t>(value >> (8 * index));
}

}  // namespace

PciConfig::PciConfig(std::vector<uint8_t>& bytes) : bytes_(bytes) {
  clear();
}

void PciConfig::clear() {
  bytes_.assign(kSize, 0);
  initial_.assign(kSize, 0);
  writable_.assign(kSize, 0);
  shown_.assign(kSize, 0);
  last_pointer_ = pci::kCapabilities;
  end_ = pci::kEndOfHeader;
}

void PciConfig::set(unsigned offset, uint32_t value, unsigned size) {
  for (unsigned i = 0; i < size; ++i) {
    bytes_[offset + i] = byte_of(value, i);
    initial_[offset + i] = byte_of(value, i);
  }
}

uint32_t PciConfig::get(unsigned offset, unsigned size) const {
  uint32_t value = 0;
  for (unsigned i = 0; i < size && offset + i < kSize; ++i) {
    const unsigned mask = writable_[offset + i] | shown_[offset + i];
    const unsigned byte = (initial_[offset + i] & ~mask) | (bytes_[offset + i] & mask);
    value |= byte << (8 * i);
  }
  return value;
}

void PciConfig::let_write(unsigned offset, uint32_t mask, unsigned size) {
  for (unsigned i = 0; i < size; ++i) {
    writable_[offset + i] = byte_of(mask, i);
  }
}

void PciConfig::let_show(unsigned offset, uint32_t mask, unsigned size) {
  for (unsigned i = 0; i < size; ++i) {
    shown_[offset + i] = byte_of(mask, i);
  }
}

void PciConfig::show(unsigned offset, uint32_t value, unsigned size) {
  replace(shown_, offset, value, size);
}

unsigned PciConfig::add_capability(uint8_t id, unsigned size) {
  const unsigned offset = end_;
  end_ += (size + 3) / 4 * 4;
  set(pci::kStatus, get(pci::kStatus, 2) | pci::kHasCapabilities, 2);
  set(last_pointer_, offset, 1);
  set(offset, id, 1);
  last_pointer_ = offset + kNextPointer;
  return offset;
}

void PciConfig::write(unsigned offset, uint32_t value, unsigned size) {
  replace(writable_, offset, value, size);
}

void PciConfig::replace(
    const std::vector<uint8_t>& masks,
    unsigned offset,
    uint32_t value,
    unsigned size
) {
  for (unsigned i = 0; i < size && offset + i < kSize; ++i) {
    const unsigned mask = masks[offset + i];
    uint8_t& byte = bytes_[offset + i];
    byte = static_cast<uint8_t>((byte & ~mask) | (byte_of(value, i) & mask));
  }
}

void PciConfig::reset() {
  bytes_ = initial_;
}

}  // namespace vm
