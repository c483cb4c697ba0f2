// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/pci/pci_bus.h"

#include <charconv>

#include <fmt/format.h>

#include "vm/devices/pci/pci_function.h"

namespace vm {
namespace {

constexpr uint32_t kNothing = UINT32_MAX;

std::optional<unsigned> hexadecimal(std::string_view text, unsigned end) {
  if (text.starts_with("0x")) text.remove_prefix(2);
  unsigned value = 0;
  const char* const last = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), last, value, 16);
  if (error != std::errc() || rest != last || value >= end) return std::nullopt;
  return value;
}

}  // namespace

Result<PciAddress> PciAddress::parse(std::string_view text) {
  const size_t dot = std::min(text.find('.'), text.size());
  const auto device = hexadecimal(text.substr(0, dot), kDevices);
  const auto function =
      dot == text.size() ? std::optional(0u) : hexadecimal(text.substr(dot + 1), kFunctions);
  if (!device || !function) {
    return fail(fmt::format(
        "'{}' is no place on a PCI bus; one is DEVICE or DEVICE.FUNCTION, in hexadecimal, up to "
        "1f.7",
        text
    ));
  }
  return PciAddress{.device = *device, .function = *function};
}

std::string to_string(PciAddress address) {
  return fmt::format("{:x}.{:x}", address.device, address.function);
}

Result<PciAddress> PciBus::attach(PciFunction& function, std::optional<PciAddress> wanted) {
  const PciAddress place = TRY(find_place(function, wanted));
  functions_[place.number()] = &function;
  return place;
}

void PciBus::detach(PciFunction& function) {
  for (PciFunction*& each : functions_) {
    if (each == &function) each = nullptr;
  }
  update_interrupts();
}

Result<PciAddress> PciBus::find_place(const PciFunction& function, std::optional<PciAddress> wanted)
    const {
  const PciAddress place = wanted ? *wanted : TRY(find_free(function));
  const std::string name = function.device().path();
  const auto [first, end] = places();
  if (place.device >= end) {
    return fail(fmt::format("{}: {} has no device {:x}", name, path(), place.device));
  }
  if (const PciFunction* other = functions_[place.number()]) {
    return fail(fmt::format(
        "{}: {} is at {} of {} already",
        name,
        other->device().path(),
        to_string(place),
        path()
    ));
  }
  const Result<> open = check_open(place);
  if (!open) return fail(fmt::format("{}: {}", name, open.error().desc));
  return place;
}

Result<PciAddress> PciBus::find_free(const PciFunction& function) const {
  const auto [first, end] = places();
  // Where there is one device, it is number 0 of its functions that is meant.
  const bool is_one = end - first == 1;
  for (unsigned device = first; device < end; ++device) {
    if (is_one || is_free(device)) return PciAddress{.device = device, .function = 0};
  }
  return fail(fmt::format("{}: all devices of {} are taken", function.device().path(), path()));
}

bool PciBus::is_free(unsigned device) const {
  for (unsigned i = 0; i < PciAddress::kFunctions; ++i) {
    if (functions_[device * PciAddress::kFunctions + i] != nullptr) return false;
  }
  return true;
}

unsigned PciBus::pins_of_functions() const {
  unsigned pins = 0;
  for (unsigned number = 0; number < PciAddress::kNumbers; ++number) {
    const PciFunction* each = functions_[number];
    const unsigned own = each != nullptr ? each->interrupt_pins() : 0;
    const unsigned shift = number / PciAddress::kFunctions % PciAddress::kPins;
    pins |= own << shift | own >> (PciAddress::kPins - shift);
  }
  return pins % (1u << PciAddress::kPins);
}

uint32_t PciBus::read_function(unsigned number, unsigned offset, unsigned size) {
  PciFunction* function = functions_[number];
  const uint32_t value = function != nullptr ? function->read_config(offset, size) : kNothing;
  return size == 4 ? value : value & ((1u << (8 * size)) - 1);
}

void PciBus::write_function(unsigned number, unsigned offset, uint32_t value, unsigned size) {
  PciFunction* function = functions_[number];
  if (function != nullptr) function->write_config(offset, value, size);
}

}  // namespace vm
