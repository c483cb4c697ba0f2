// SPDX-License-Identifier: Apache-2.0
//
// The message-signalled interrupts of PciFunction: MSI (7.7.1) and MSI-X (7.7.2).

#include <bit>

#include <fmt/format.h>

#include "vm/devices/pci/pci_function.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

constexpr uint8_t kMsiId = 0x05;
constexpr unsigned kMsiControl = 2;
constexpr unsigned kMsiAddress = 4;
constexpr unsigned kMsiData = 12;
constexpr unsigned kMsiSize = 14;
constexpr uint16_t kMsiEnable = 1u << 0;
constexpr uint16_t kMsi64 = 1u << 7;

constexpr uint8_t kMsixId = 0x11;
constexpr unsigned kMsixControl = 2;
constexpr unsigned kMsixTable = 4;
constexpr unsigned kMsixPending = 8;
constexpr unsigned kMsixSize = 12;
constexpr uint16_t kMsixEnable = 1u << 15;
constexpr uint16_t kMsixMaskAll = 1u << 14;
constexpr uint16_t kMsixTableSize = 0x7ff;
constexpr unsigned kWordsOfVector = 4;
constexpr unsigned kVectorControl = 3;
constexpr uint32_t kVectorMasked = 1;
constexpr uint64_t kPendingAt = 0x800;  // in the bar

}  // namespace

void PciFunction::add_msix(unsigned bar, unsigned vectors) {
  msix_ = config_.add_capability(kMsixId, kMsixSize);
  config_.set(msix_ + kMsixControl, vectors - 1, 2);
  config_.let_write(msix_ + kMsixControl, kMsixEnable | kMsixMaskAll, 2);
  config_.set(msix_ + kMsixTable, bar, 4);
  config_.set(msix_ + kMsixPending, kPendingAt | bar, 4);
  clear_msix();
}

unsigned PciFunction::vectors() const {
  return msix_ != 0 ? (config_.get(msix_ + kMsixControl, 2) & kMsixTableSize) + 1 : 0;
}

void PciFunction::clear_msix() {
  pci_state_.msix_table.assign(size_t{vectors()} * kWordsOfVector, 0);
  for (unsigned vector = 0; vector < vectors(); ++vector) {
    pci_state_.msix_table[size_t{vector} * kWordsOfVector + kVectorControl] = kVectorMasked;
  }
  pci_state_.msix_pending = 0;
}

/// A file can hold tables of any length.
void PciFunction::msix_loaded() {
  pci_state_.msix_table.resize(size_t{vectors()} * kWordsOfVector);
}

bool PciFunction::has_msix() const {
  return msix_ != 0 && (config_.get(msix_ + kMsixControl, 2) & kMsixEnable) != 0;
}

/// Words, and pairs of them, as the specification wants it (7.7.2.2).
uint64_t PciFunction::read_msix(uint64_t offset, unsigned size) const {
  if (size == 8) return read_msix(offset, 4) | read_msix(offset + 4, 4) << 32;
  if (size != 4) return 0;
  if (offset >= kPendingAt) {
    const uint64_t word = (offset - kPendingAt) / 4;
    return word < 2 ? static_cast<uint32_t>(pci_state_.msix_pending >> (32 * word)) : 0;
  }
  return offset / 4 < pci_state_.msix_table.size() ? pci_state_.msix_table[offset / 4] : 0;
}

void PciFunction::write_msix(uint64_t offset, uint64_t value, unsigned size) {
  if (size == 8) {
    write_msix(offset, static_cast<uint32_t>(value), 4);
    return write_msix(offset + 4, value >> 32, 4);
  }
  const uint64_t word = offset / 4;
  if (size != 4 || word >= pci_state_.msix_table.size()) return;
  const bool is_control = word % kWordsOfVector == kVectorControl;
  pci_state_.msix_table[word] = static_cast<uint32_t>(value) & (is_control ? kVectorMasked : ~0u);
  send_pending();
}

bool PciFunction::is_masked(unsigned vector) const {
  if ((config_.get(msix_ + kMsixControl, 2) & kMsixMaskAll) != 0) return true;
  const uint32_t control = pci_state_.msix_table[size_t{vector} * kWordsOfVector + kVectorControl];
  return (control & kVectorMasked) != 0;
}

void PciFunction::send(unsigned vector) {
  if (!has_msix() || vector >= vectors()) return;
  if (is_masked(vector)) {
    pci_state_.msix_pending |= uint64_t{1} << vector;
  } else {
    deliver(vector);
  }
}

void PciFunction::send_pending() {
  if (!has_msix()) return;
  for (uint64_t left = pci_state_.msix_pending; left != 0; left &= left - 1) {
    const auto vector = static_cast<unsigned>(std::countr_zero(left));
    if (vector >= vectors() || is_masked(vector)) continue;
    pci_state_.msix_pending &= ~(uint64_t{1} << vector);
    deliver(vector);
  }
}

void PciFunction::deliver(unsigned vector) {
  const uint32_t* words = &pci_state_.msix_table[size_t{vector} * kWordsOfVector];
  deliver(words[0] | uint64_t{words[1]} << 32, words[2]);
}

void PciFunction::add_msi() {
  msi_ = config_.add_capability(kMsiId, kMsiSize);
  config_.set(msi_ + kMsiControl, kMsi64, 2);
  config_.let_write(msi_ + kMsiControl, kMsiEnable, 2);
  config_.let_write(msi_ + kMsiAddress, ~3u, 4);
  config_.let_write(msi_ + kMsiAddress + 4, ~0u, 4);
  config_.let_write(msi_ + kMsiData, 0xffff, 2);
}

bool PciFunction::has_msi() const {
  return msi_ != 0 && (config_.get(msi_ + kMsiControl, 2) & kMsiEnable) != 0;
}

void PciFunction::send_msi() {
  const uint64_t high = config_.get(msi_ + kMsiAddress + 4, 4);
  deliver(high << 32 | config_.get(msi_ + kMsiAddress, 4), config_.get(msi_ + kMsiData, 2));
}

/// A message is a write to memory. One that leads back to its sender ends there.
void PciFunction::deliver(uint64_t address, uint32_t data) {
  if (is_sending_ || !is_command_set(pci::kBusMaster)) return;
  is_sending_ = true;
  const Result<> sent = bus_->dma().write(address, &data, sizeof(data));
  is_sending_ = false;
  if (!sent) {
    platform_.log_guest(
        device_.path(),
        fmt::format("the message {:#x} goes nowhere: {}", data, sent.error().desc)
    );
  }
}

}  // namespace vm
