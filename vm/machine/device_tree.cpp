// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/device_tree.h"

#include <algorithm>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "vm/devices/address_space.h"
#include "vm/devices/device.h"
#include "vm/devices/i2c.h"
#include "vm/devices/loader.h"
#include "vm/devices/pci/pcie_host.h"
#include "vm/devices/riscv_boot.h"
#include "vm/devices/riscv_cluster.h"
#include "vm/devices/riscv_hart.h"
#include "vm/devices/spi.h"
#include "vm/machine/device_tree_aia.h"
#include "vm/machine/device_tree_clint.h"
#include "vm/machine/device_tree_clocks.h"
#include "vm/machine/device_tree_interrupts.h"
#include "vm/machine/device_tree_keys.h"
#include "vm/machine/device_tree_map.h"
#include "vm/machine/device_tree_node.h"
#include "vm/machine/device_tree_pci.h"
#include "vm/object/property_access.h"
#include "vm/riscv/hart.h"

namespace vm::machine {
namespace {

using qapi::Json;

// sifive_test's commands (Linux, syscon-poweroff and syscon-reboot bindings).
constexpr uint32_t kPowerOff = 0x5555;
constexpr uint32_t kReboot = 0x7777;

Result<Json> property_json(const Object& object, std::string_view name) {
  const std::string text = TRY(get_property(object, name));
  return qapi::parse_json(text);
}

bool is_compatible(const ObjectType& type, std::string_view name) {
  return std::find(type.compatible.begin(), type.compatible.end(), name) != type.compatible.end();
}

/// A value of the schema or of a property: numbers are cells, `true` is an empty property, `false`
/// and null are none.
void write_json(std::string_view name, const Json& value, FdtNode& node) {
  const Json list = value.is_array() ? value : Json::array({value});
  std::vector<uint32_t> cells;
  std::vector<std::string> texts;
  for (const Json& each : list) {
    if (each.is_number_integer()) cells.push_back(static_cast<uint32_t>(each.get<uint64_t>()));
    if (each.is_string()) texts.push_back(each.get<std::string>());
  }
  if (value == true) node.set_empty(name);
  if (!cells.empty()) node.set_cells(name, cells);
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  if (!views.empty()) node.set(name, views);
}

class DeviceTree {
 public:
  DeviceTree(Object& machine, const RiscvBoot& boot)
      : machine_(machine),
        boot_(boot),
        index_(machine),
        devices_(placed_devices(space(), index_)) {}

  Result<std::vector<uint8_t>> build() {
    root_.set_cells("#address-cells", {2});
    root_.set_cells("#size-cells", {2});
    const std::vector<std::string>& compatible = boot_.props().compatible;
    const std::vector<std::string_view> names(compatible.begin(), compatible.end());
    root_.set("compatible", names);
    root_.set("model", boot_.props().model);
    number_controllers();
    FdtNode& chosen = root_.child("chosen");
    FdtNode& aliases = root_.child("aliases");
    TRY(add_cpus());
    TRY(add_memory());
    FdtNode& soc = root_.child("soc");
    soc.set_cells("#address-cells", {2});
    soc.set_cells("#size-cells", {2});
    soc.set("compatible", "simple-bus");
    soc.set_empty("ranges");
    TRY(add_devices(soc));
    add_gpio_keys(machine_, interrupts_, root_);
    describe_chosen(chosen);
    for (size_t i = 0; i < serials_.size(); ++i) {
      aliases.set(fmt::format("serial{}", i), serials_[i]);
    }
    return root_.flatten();
  }

 private:
  const AddressSpace& space() const {
    return boot_.props().space.get<devices::AddressSpaceDevice>()->space();
  }

  /// Harts first, then the others by address.
  void number_controllers() {
    for (const RiscvHart* hart : boot_.harts()) {
      interrupts_.add_controller(*hart);
    }
    for (const PlacedDevice& placed : devices_) {
      if (has_fdt_property(placed.device->type(), "interrupt-controller") ||
          is_compatible(placed.device->type(), "syscon")) {
        interrupts_.add_controller(*placed.device);
      }
    }
  }

  /// Of the timer that the harts read their time from; where there is none, of the harts.
  Result<uint32_t> timebase() const {
    for (const PlacedDevice& placed : devices_) {
      if (placed.device->type().name != "aclint-mtimer") continue;
      const Json frequency = TRY(property_json(*placed.device, "timebase-frequency"));
      return frequency.get<uint32_t>();
    }
    const Json frequency = TRY(property_json(*boot_.harts().front(), "timebase-frequency"));
    return frequency.get<uint32_t>();
  }

  Result<> add_cpus() {
    FdtNode& cpus = root_.child("cpus");
    cpus.set_cells("#address-cells", {1});
    cpus.set_cells("#size-cells", {0});
    cpus.set_cells("timebase-frequency", {TRY(timebase())});
    const std::vector<RiscvHart*> harts = boot_.harts();
    for (RiscvHart* hart : harts) {
      // A monitor core is none that an operating system could use.
      add_cpu(cpus, *hart, is_alike(*hart, *harts.front()));
    }
    return {};
  }

  static bool is_alike(RiscvHart& one, RiscvHart& other) {
    return one.hart().config().has_supervisor == other.hart().config().has_supervisor;
  }

  static std::string_view mmu_type(const riscv::Isa& isa) {
    if (isa.xlen() == 32) return "riscv,sv32";
    if (isa.has(riscv::Extension::Sv57)) return "riscv,sv57";
    return isa.has(riscv::Extension::Sv48) ? "riscv,sv48" : "riscv,sv39";
  }

  /// Linux uses none of these extensions unless it is told what it manages by them.
  static void add_cache_blocks(FdtNode& cpu, const riscv::Isa& isa) {
    constexpr std::pair<riscv::Extension, std::string_view> kSizes[] = {
        {riscv::Extension::Zicbom, "riscv,cbom-block-size"},
        {riscv::Extension::Zicbop, "riscv,cbop-block-size"},
        {riscv::Extension::Zicboz, "riscv,cboz-block-size"},
    };
    for (const auto& [extension, name] : kSizes) {
      if (isa.has(extension)) cpu.set_cells(name, {riscv::kCacheBlockSize});
    }
  }

  void add_cpu(FdtNode& cpus, RiscvHart& hart, bool is_usable) {
    const riscv::HartConfig& config = hart.hart().config();
    const riscv::Isa& isa = config.isa;
    FdtNode& cpu = cpus.child(fmt::format("cpu@{:x}", hart.hartid()));
    cpu.set("device_type", "cpu");
    cpu.set_cells("reg", {static_cast<uint32_t>(hart.hartid())});
    cpu.set("status", is_usable ? "okay" : "disabled");
    cpu.set("compatible", "riscv");
    cpu.set("riscv,isa", to_string(isa));
    if (config.has_supervisor) cpu.set("mmu-type", mmu_type(isa));
    add_cache_blocks(cpu, isa);
    FdtNode& controller = cpu.child("interrupt-controller");
    controller.set_cells("#interrupt-cells", {1});
    controller.set_cells("#address-cells", {0});
    controller.set_empty("interrupt-controller");
    controller.set("compatible", "riscv,cpu-intc");
    controller.set_cells("phandle", {*interrupts_.phandle(hart)});
  }

  Result<> add_memory() {
    std::vector<PlacedRegion> banks;
    for (const PlacedDevice& placed : devices_) {
      if (!placed.device->type().is_a("ram")) continue;
      const Json is_shown = TRY(property_json(*placed.device, "in-device-tree"));
      if (is_shown != true) continue;
      for (const PlacedRegion& region : placed.regions) {
        banks.push_back(region);
      }
    }
    std::sort(banks.begin(), banks.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    for (const PlacedRegion& bank : banks) {
      FdtNode& memory = root_.child(fmt::format("memory@{:x}", bank.at));
      memory.set("device_type", "memory");
      memory.set_addresses("reg", {bank.at, bank.size});
    }
    return {};
  }

  Result<> add_devices(FdtNode& soc) {
    for (const PlacedDevice& placed : devices_) {
      if (add_clint(placed, devices_, interrupts_, soc)) continue;
      if (!placed.device->type().fdt_node.empty()) TRY(add_device(soc, placed));
    }
    return {};
  }

  Result<> add_device(FdtNode& soc, const PlacedDevice& placed) {
    Device& device = *placed.device;
    const ObjectType& type = device.type();
    if (dynamic_cast<const SpiTarget*>(&device) != nullptr) return {};  // is below its master
    FdtNode& node = soc.child(fmt::format("{}@{:x}", type.fdt_node, placed.at()));
    if (!type.compatible.empty()) node.set("compatible", type.compatible);
    std::vector<uint64_t> reg;
    for (const PlacedRegion& region : placed.regions) {
      reg.insert(reg.end(), {region.at, region.size});
    }
    node.set_addresses("reg", reg);
    TRY(write_own_properties(device, node));
    if (auto* host = dynamic_cast<PcieHost*>(&device)) {
      describe_pcie_host(*host, space(), interrupts_, node);
    } else {
      interrupts_.describe(device, node);
    }
    describe_aia(device, devices_, interrupts_, node);
    const std::optional<uint32_t> phandle = interrupts_.phandle(device);
    if (phandle) node.set_cells("phandle", {*phandle});
    if (phandle && is_compatible(type, "syscon")) add_syscon(*phandle);
    if (type.fdt_node == "serial") serials_.push_back("/soc/" + node.name());
    if (const auto* i2c = dynamic_cast<const I2cOcores*>(&device)) TRY(add_targets(*i2c, node));
    if (const auto* spi = dynamic_cast<const SpiMaster*>(&device)) TRY(add_targets(*spi, node));
    return {};
  }

  /// What is on the bus of an I2C or SPI master.
  template <typename Master>
  Result<> add_targets(const Master& master, FdtNode& bus) {
    for (const auto& [address, target] : master.targets()) {
      const ObjectType& type = target->device().type();
      FdtNode& node = bus.child(fmt::format("{}@{:x}", type.fdt_node, address));
      node.set("compatible", type.compatible);
      node.set_cells("reg", {address});
      TRY(write_own_properties(target->device(), node));
    }
    return {};
  }

  /// Those that the schema says.
  Result<> write_own_properties(const Device& device, FdtNode& node) {
    for (const FdtProperty& property : device.type().fdt_properties) {
      const Json value = property.property.empty() ? TRY(qapi::parse_json(property.json))
                                                   : TRY(property_json(device, property.property));
      if (property.name == "clocks" && value.is_number_integer()) {
        node.set_cells("clocks", {clocks_.of(value.get<uint32_t>())});
      } else {
        write_json(property.name, value, node);
      }
    }
    return {};
  }

  void add_syscon(uint32_t phandle) {
    const auto add = [&](const char* name, const char* compatible, uint32_t value) {
      FdtNode& node = root_.child(name);
      node.set("compatible", compatible);
      node.set_cells("regmap", {phandle});
      node.set_cells("offset", {0});
      node.set_cells("value", {value});
    };
    add("poweroff", "syscon-poweroff", kPowerOff);
    add("reboot", "syscon-reboot", kReboot);
  }

  void describe_chosen(FdtNode& chosen) const {
    if (!serials_.empty()) chosen.set("stdout-path", serials_.front());
    if (!boot_.props().append.empty()) chosen.set("bootargs", boot_.props().append);
    if (const Loader* initrd = boot_.initrd()) {
      chosen.set_addresses("linux,initrd-start", {initrd->first()});
      chosen.set_addresses("linux,initrd-end", {initrd->last() + 1});
    }
  }

  Object& machine_;
  const RiscvBoot& boot_;
  RegionIndex index_;
  std::vector<PlacedDevice> devices_;
  Interrupts interrupts_;
  std::vector<std::string> serials_;
  FdtNode root_;
  FixedClocks clocks_{interrupts_, root_};
};

}  // namespace

Result<std::vector<uint8_t>> device_tree(Object& machine, const RiscvBoot& boot) {
  return DeviceTree(machine, boot).build();
}

}  // namespace vm::machine
