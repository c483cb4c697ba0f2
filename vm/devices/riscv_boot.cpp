// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/riscv_boot.h"

#include <algorithm>
#include <array>
#include <cstring>

#include <fmt/format.h>

#include "vm/devices/address_space.h"
#include "vm/devices/loader.h"
#include "vm/devices/riscv_cluster.h"
#include "vm/devices/riscv_hart.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

// struct fw_dynamic_info: OpenSBI, include/sbi/fw_dynamic.h. Words of XLEN bits.
constexpr uint64_t kInfoMagic = 0x4942534f;
constexpr uint64_t kInfoVersion = 2;
constexpr uint64_t kNextModeSupervisor = 1;
constexpr size_t kInfoWords = 6;

// Kernels map what they are given in pages of this size, and keep away from a device tree that
// shares none with them.
constexpr uint64_t kTreeAlignment = 2 << 20;

// A 32-bit kernel, and firmware that runs before paging, reach no further than this into memory.
constexpr uint64_t kTreeLimit = 0xc000'0000;

constexpr uint64_t align_down(uint64_t value, uint64_t alignment) {
  return value / alignment * alignment;
}

/// The memory that an image lies in, or the first there is.
const FlatRange* memory_for(const FlatView& view, uint64_t start) {
  const FlatRange* range = view.find(start);
  if (range != nullptr && range->host != nullptr && !range->readonly) return range;
  for (const FlatRange& other : view.ranges()) {
    if (other.host != nullptr && !other.readonly) return &other;
  }
  return nullptr;
}

}  // namespace

RiscvCluster* RiscvBoot::cpus() const {
  return props_.cpus.get<RiscvCluster>();
}

const Loader* RiscvBoot::loader(const std::optional<Link>& link) const {
  return link ? link->get<Loader>() : nullptr;
}

const Loader* RiscvBoot::initrd() const {
  return loader(props_.initrd);
}

AddressSpace& RiscvBoot::space() const {
  return props_.space.get<devices::AddressSpaceDevice>()->space();
}

Result<> RiscvBoot::on_realize() {
  TRY(Device::on_realize());
  if (cpus() == nullptr) return fail(path() + ": 'cpus' must name the cluster that it starts");
  if (props_.space.target == nullptr) {
    return fail(path() + ": 'space' must name the address space that the images are in");
  }
  return {};
}

Result<> RiscvBoot::set_device_tree(std::vector<uint8_t> blob) {
  device_tree_ = std::move(blob);
  return place();
}

/// The device tree goes to the end of memory, with the information for the firmware right behind
/// it.
Result<> RiscvBoot::place() {
  const Loader* first = loader(props_.firmware) ? loader(props_.firmware) : loader(props_.kernel);
  auto view = space().flat_view();
  const FlatRange* memory = memory_for(*view, first != nullptr ? first->entry() : 0);
  uint64_t info_offset = (device_tree_.size() + 7) / 8 * 8;
  uint64_t size = info_offset + kInfoWords * sizeof(uint64_t);
  if (memory == nullptr || memory->last - memory->first < size) {
    return fail(fmt::format("{}: no memory for a device tree of {} bytes", path(), size));
  }
  uint64_t end = memory->last;
  if (memory->first < kTreeLimit) end = std::min(end, kTreeLimit - 1);
  uint64_t at = align_down(end + 1 - size, kTreeAlignment);
  // Memory of less than one page of the kernel's has no such place.
  if (at < memory->first) at = align_down(end + 1 - size, sizeof(uint64_t));
  device_tree_at_ = at;
  info_at_ = at + info_offset;
  return {};
}

void RiscvBoot::reset() {
  if (device_tree_.empty()) return;
  const Loader* firmware = loader(props_.firmware);
  const Loader* kernel = loader(props_.kernel);
  const Loader* first = firmware != nullptr ? firmware : kernel;
  if (first == nullptr) return;

  bool is_rv32 = cpus()->harts().front()->hart().config().isa.xlen() == 32;
  const std::array<uint64_t, kInfoWords> words = {
      kInfoMagic,
      kInfoVersion,
      kernel != nullptr ? kernel->entry() : 0,
      kNextModeSupervisor,
      0,  // options
      cpus()->harts().front()->hartid(),
  };
  std::array<uint8_t, kInfoWords * sizeof(uint64_t)> info{};
  size_t word_size = is_rv32 ? sizeof(uint32_t) : sizeof(uint64_t);
  for (size_t i = 0; i < words.size(); ++i) {
    std::memcpy(info.data() + i * word_size, &words[i], word_size);  // both are little-endian
  }

  // The place was found in this map; a guest cannot change it.
  (void)space().load(device_tree_at_, device_tree_.data(), device_tree_.size());
  (void)space().load(info_at_, info.data(), info.size());
  for (RiscvHart* hart : cpus()->harts()) {
    hart->start_at(first->entry(), hart->hartid(), device_tree_at_, info_at_);
  }
}

Result<std::unique_ptr<Object>> create_riscv_boot(Platform& platform) {
  return std::make_unique<RiscvBoot>(platform);
}

}  // namespace vm
