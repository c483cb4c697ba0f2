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

bool is_ram(const FlatRange& range) {
  return range.host != nullptr && !range.readonly;
}

/// The memory that an image lies in, or the largest there is.
const FlatRange* memory_for(const FlatView& view, uint64_t start) {
  const FlatRange* range = view.find(start);
  if (range != nullptr && is_ram(*range)) return range;
  const FlatRange* largest = nullptr;
  for (const FlatRange& other : view.ranges()) {
    if (!is_ram(other)) continue;
    const bool is_larger =
        largest == nullptr || other.last - other.first > largest->last - largest->first;
    if (is_larger) largest = &other;
  }
  return largest;
}

/// Where the address 0 would be, if the range reached down to it.
uintptr_t host_of_zero(const FlatRange& range) {
  return reinterpret_cast<uintptr_t>(range.host) - range.first;
}

/// All that shows the same memory at the same addresses, from the end on: registers may lie in its
/// midst, such as those of HTIF.
std::vector<const FlatRange*> pieces_of(const FlatRange& memory, const FlatView& view) {
  std::vector<const FlatRange*> pieces;
  for (const FlatRange& range : view.ranges()) {
    if (range.host != nullptr && host_of_zero(range) == host_of_zero(memory))
      pieces.insert(pieces.begin(), &range);
  }
  return pieces;
}

}  // namespace

std::vector<RiscvHart*> RiscvBoot::harts() const {
  std::vector<RiscvHart*> harts = props_.cpus.get<RiscvCluster>()->harts();
  const auto* monitor = linked<RiscvCluster>(props_.monitor);
  if (monitor == nullptr) return harts;
  const std::vector<RiscvHart*>& others = monitor->harts();
  harts.insert(harts.end(), others.begin(), others.end());
  return harts;
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
  if (props_.cpus.target == nullptr)
    return fail(path() + ": 'cpus' must name the cluster that it starts");
  if (props_.space.target == nullptr) {
    return fail(path() + ": 'space' must name the address space that the images are in");
  }
  return {};
}

Result<> RiscvBoot::set_device_tree(std::vector<uint8_t> blob) {
  device_tree_ = std::move(blob);
  return place();
}

bool RiscvBoot::holds_image(uint64_t first, uint64_t last) const {
  const std::array images = {
      loader(props_.firmware),
      loader(props_.kernel),
      loader(props_.initrd),
  };
  return std::ranges::any_of(images, [&](const Loader* image) {
    return image != nullptr && image->first() <= last && first <= image->last();
  });
}

/// The last place in memory that is free of images. Memory of less than one page of the kernel's
/// has none that is aligned.
std::optional<uint64_t> RiscvBoot::tree_place(const FlatRange& memory, uint64_t size) const {
  if (memory.last - memory.first < size) return std::nullopt;
  uint64_t end = memory.last;
  if (memory.first < kTreeLimit) end = std::min(end, kTreeLimit - 1);
  for (const uint64_t alignment : {kTreeAlignment, uint64_t{sizeof(uint64_t)}}) {
    const uint64_t at = align_down(end + 1 - size, alignment);
    if (at >= memory.first && !holds_image(at, at + size - 1)) return at;
  }
  return std::nullopt;
}

/// The device tree goes to the end of memory, with the information for the firmware right behind
/// it.
Result<> RiscvBoot::place() {
  const Loader* first = loader(props_.firmware) ? loader(props_.firmware) : loader(props_.kernel);
  auto view = space().flat_view();
  const FlatRange* memory = memory_for(*view, first != nullptr ? first->entry() : 0);
  uint64_t info_offset = (device_tree_.size() + 7) / 8 * 8;
  uint64_t size = info_offset + kInfoWords * sizeof(uint64_t);
  std::optional<uint64_t> at;
  if (memory != nullptr) {
    for (const FlatRange* piece : pieces_of(*memory, *view)) {
      if (!at) at = tree_place(*piece, size);
    }
  }
  if (!at) {
    return fail(fmt::format(
        "{}: no memory for a device tree of {} bytes beside the images; 'device-tree=off' boots "
        "without",
        path(),
        size
    ));
  }
  device_tree_at_ = *at;
  info_at_ = *at + info_offset;
  return {};
}

void RiscvBoot::reset() {
  const Loader* kernel = loader(props_.kernel);
  const Loader* firmware = loader(props_.firmware);
  const uint64_t next = kernel != nullptr ? kernel->entry() : props_.start;
  if (firmware == nullptr && kernel == nullptr && next == 0) return;
  const uint64_t first = firmware != nullptr ? firmware->entry() : next;
  if (!has_device_tree()) return start(first, 0, 0);
  if (device_tree_.empty()) return;  // the machine is not complete yet

  write_tree(next);
  start(first, device_tree_at_, info_at_);
}

void RiscvBoot::write_tree(uint64_t next) {
  const RiscvHart& boot_hart = *harts().front();
  const bool is_rv32 = harts().front()->hart().config().isa.xlen() == 32;
  const std::array<uint64_t, kInfoWords> words = {
      kInfoMagic,
      kInfoVersion,
      next,
      kNextModeSupervisor,
      0,  // options
      boot_hart.hartid(),
  };
  std::array<uint8_t, kInfoWords * sizeof(uint64_t)> info{};
  const size_t word_size = is_rv32 ? sizeof(uint32_t) : sizeof(uint64_t);
  for (size_t i = 0; i < words.size(); ++i) {
    std::memcpy(info.data() + i * word_size, &words[i], word_size);  // both are little-endian
  }
  // The place was found in this map; a guest cannot change it.
  (void)space().load(device_tree_at_, device_tree_.data(), device_tree_.size());
  (void)space().load(info_at_, info.data(), info.size());
}

void RiscvBoot::start(uint64_t entry, uint64_t tree_at, uint64_t info_at) {
  for (RiscvHart* hart : harts()) {
    hart->start_at(entry, tree_at != 0 ? hart->hartid() : 0, tree_at, info_at);
  }
}

Result<std::unique_ptr<Object>> create_riscv_boot(Platform& platform) {
  return std::make_unique<RiscvBoot>(platform);
}

}  // namespace vm
