// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/device_tree_aia.h"

#include <optional>

#include "generated/objects/imsic.h"

#include "vm/devices/aplic.h"
#include "vm/devices/pci/pcie_host.h"

namespace vm::machine {
namespace {

/// The phandle of the files of a level.
std::optional<uint32_t> imsic_phandle(
    const std::vector<PlacedDevice>& devices,
    const Interrupts& interrupts,
    api::RiscvLevel level
) {
  for (const PlacedDevice& placed : devices) {
    if (placed.device->type().name != "imsic") continue;
    const auto* props = static_cast<const api::ImsicProps*>(placed.device->props_data());
    if (props->level == level) return interrupts.phandle(*placed.device);
  }
  return std::nullopt;
}

void describe_children(const Aplic& domain, const Interrupts& interrupts, FdtNode& node) {
  std::vector<uint32_t> children;
  std::vector<uint32_t> delegation;
  for (const Aplic* child : domain.children()) {
    const std::optional<uint32_t> phandle = interrupts.phandle(*child);
    if (!phandle) continue;
    children.push_back(*phandle);
    delegation.insert(delegation.end(), {*phandle, 1, domain.props().num_sources});
  }
  if (children.empty()) return;
  node.set_cells("riscv,children", children);
  node.set_cells("riscv,delegation", delegation);
  node.set_cells("riscv,delegate", delegation);  // as firmware knew it before the binding was final
}

}  // namespace

void describe_aia(
    const Device& device,
    const std::vector<PlacedDevice>& devices,
    const Interrupts& interrupts,
    FdtNode& node
) {
  const auto* domain = dynamic_cast<const Aplic*>(&device);
  const bool is_host = dynamic_cast<const PcieHost*>(&device) != nullptr;
  const bool sends = is_host || (domain != nullptr && domain->sends_messages());
  const auto level = domain != nullptr ? domain->props().level : api::RiscvLevel::Supervisor;
  const std::optional<uint32_t> files = imsic_phandle(devices, interrupts, level);
  if (sends && files) node.set_cells("msi-parent", {*files});
  if (domain != nullptr) describe_children(*domain, interrupts, node);
}

}  // namespace vm::machine
