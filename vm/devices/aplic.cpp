// SPDX-License-Identifier: Apache-2.0
//
// RISC-V Advanced Interrupt Architecture 1.0, chapter 4; section numbers are its.

#include "vm/devices/aplic.h"

#include <algorithm>

#include <fmt/format.h>

#include "vm/devices/address_space.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

constexpr auto kOut = static_cast<unsigned>(api::AplicPort::kOut);

// The registers of a domain (4.5).
constexpr uint64_t kDomaincfg = 0x0000;
constexpr uint64_t kSourcecfg = 0x0004;
constexpr uint64_t kMsiaddrcfg = 0x1bc0;
constexpr uint64_t kSetip = 0x1c00;
constexpr uint64_t kSetipnum = 0x1cdc;
constexpr uint64_t kInClrip = 0x1d00;
constexpr uint64_t kClripnum = 0x1ddc;
constexpr uint64_t kSetie = 0x1e00;
constexpr uint64_t kSetienum = 0x1edc;
constexpr uint64_t kClrie = 0x1f00;
constexpr uint64_t kClrienum = 0x1fdc;
constexpr uint64_t kSetipnumLe = 0x2000;
constexpr uint64_t kSetipnumBe = 0x2004;
constexpr uint64_t kGenmsi = 0x3000;
constexpr uint64_t kTarget = 0x3004;
constexpr uint64_t kIdc = 0x4000;
constexpr uint64_t kBitWords = 32;

// A hart's structure of interrupt delivery (4.8.1).
constexpr uint64_t kIdcSize = 32;
constexpr uint64_t kIdelivery = 0x00;
constexpr uint64_t kIforce = 0x04;
constexpr uint64_t kIthreshold = 0x08;
constexpr uint64_t kTopi = 0x18;
constexpr uint64_t kClaimi = 0x1c;

// domaincfg (4.5.1): byte order can be told from the first byte.
constexpr uint32_t kDomainMark = 0x80u << 24;
constexpr uint32_t kDomainIe = 1u << 8;
constexpr uint32_t kDomainDm = 1u << 2;

// sourcecfg (4.5.2).
constexpr uint32_t kDelegated = 1u << 10;
constexpr uint32_t kChildMask = 0x3ff;
constexpr uint32_t kModeMask = 7;
enum SourceMode : uint32_t {
  kInactive = 0,
  kDetached = 1,
  kRisingEdge = 4,
  kFallingEdge = 5,
  kHighLevel = 6,
  kLowLevel = 7,
};

// target (4.5.16).
constexpr unsigned kHartShift = 18;
constexpr uint32_t kPriorityMask = 0xff;
constexpr uint32_t kMessageMask = ~uint32_t{0x800};
constexpr uint32_t kIdentityMask = 0x7ff;

// mmsiaddrcfgh (4.5.3).
constexpr uint32_t kLocked = 1u << 31;
constexpr uint32_t kMachineHighMask = 0x9f77'ffff;
constexpr uint32_t kSupervisorHighMask = 0x0070'0fff;

constexpr bool is_within(uint64_t offset, uint64_t first, uint64_t words) {
  return offset >= first && offset < first + 4 * words;
}

constexpr uint32_t field(uint32_t value, unsigned shift, unsigned width) {
  return value >> shift & ((1u << width) - 1);
}

bool is_legal_mode(uint32_t mode) {
  return mode != 2 && mode != 3;
}

}  // namespace

void Aplic::reset() {
  const std::vector<uint8_t> inputs = state_.inputs;
  state_ = {};
  state_.inputs = inputs;
  state_.inputs.resize(props_.num_sources);
  for (auto* words : {&state_.sourcecfg, &state_.target}) {
    words->assign(props_.num_sources, 0);
  }
  for (auto* bits : {&state_.pending, &state_.enabled}) {
    bits->assign(props_.num_sources, 0);
  }
  for (auto* each : {&state_.idelivery, &state_.iforce, &state_.ithreshold}) {
    each->assign(props_.direct_harts, 0);
  }
  update_all();
}

void Aplic::on_loaded() {
  for (uint32_t hart = 0; hart < props_.direct_harts; ++hart) {
    update_hart(hart);
  }
}

Result<> Aplic::on_configure() {
  TRY(Device::on_configure());
  reset();
  return {};
}

Result<> Aplic::on_realize() {
  TRY(Device::on_realize());
  auto* const space = linked<devices::AddressSpaceDevice>(props_.space);
  space_ = space != nullptr ? &space->space() : nullptr;
  if (sends_messages() && space_ == nullptr)
    return fail(path() + ": 'space' must name the address space that messages are written to");
  parent_ = linked<Aplic>(props_.above);
  if (parent_ == nullptr) return {};
  if (parent_->props_.num_sources != props_.num_sources) {
    return fail(fmt::format(
        "{}.num-sources: {} has {}, not {}",
        name(),
        parent_->path(),
        parent_->props_.num_sources,
        props_.num_sources
    ));
  }
  parent_->children_.push_back(this);
  return {};
}

void Aplic::on_unrealize() {
  if (parent_ != nullptr) std::erase(parent_->children_, this);
  parent_ = nullptr;
  space_ = nullptr;
  Device::on_unrealize();
}

void Aplic::irq_input(unsigned, unsigned index, bool level) {
  if (index != 0) set_input(index - 1, level);
}

// --- Sources (4.7)

Aplic* Aplic::child_of(Source source) const {
  const uint32_t config = state_.sourcecfg[source];
  const uint32_t child = config & kChildMask;
  return (config & kDelegated) != 0 && child < children_.size() ? children_[child] : nullptr;
}

bool Aplic::is_delegated_to_us(Source source) const {
  return parent_ == nullptr || parent_->child_of(source) == this;
}

bool Aplic::is_active(Source source) const {
  const uint32_t config = state_.sourcecfg[source];
  return (config & kDelegated) == 0 && (config & kModeMask) != kInactive;
}

bool Aplic::is_level(Source source) const {
  const uint32_t mode = state_.sourcecfg[source] & kModeMask;
  return is_active(source) && (mode == kHighLevel || mode == kLowLevel);
}

/// The rectified input.
bool Aplic::is_high(Source source) const {
  const uint32_t mode = state_.sourcecfg[source] & kModeMask;
  if (!is_active(source) || mode == kDetached) return false;
  const bool is_inverted = mode == kFallingEdge || mode == kLowLevel;
  return (state_.inputs[source] != 0) != is_inverted;
}

bool Aplic::is_interrupting(Source source) const {
  return state_.pending[source] != 0 && state_.enabled[source] != 0;
}

void Aplic::set_input(Source source, bool level) {
  const bool was_high = is_high(source);
  state_.inputs[source] = level ? 1 : 0;
  if (Aplic* child = child_of(source)) return child->set_input(source, level);
  const bool is_now = is_high(source);
  if (is_now && !was_high) state_.pending[source] = 1;
  if (!is_now && is_level(source)) state_.pending[source] = 0;
  update(source);
}

/// What is pending by its level cannot be made so, and what is sent as a message only while the
/// level lasts.
void Aplic::set_pending(Source source) {
  if (!is_active(source)) return;
  if (is_level(source) && (!sends_messages() || !is_high(source))) return;
  state_.pending[source] = 1;
  update(source);
}

void Aplic::clear_pending(Source source) {
  if (!is_active(source) || (is_level(source) && !sends_messages())) return;
  state_.pending[source] = 0;
  update(source);
}

void Aplic::set_enabled(Source source, bool is_enabled) {
  if (!is_active(source)) return;
  state_.enabled[source] = is_enabled ? 1 : 0;
  update(source);
}

void Aplic::deactivate(Source source) {
  const uint32_t hart = hart_of(source);
  state_.sourcecfg[source] = 0;
  state_.pending[source] = 0;
  state_.enabled[source] = 0;
  state_.target[source] = 0;
  update_hart(hart);
}

/// A domain without the child that is meant keeps zero (4.5.2).
void Aplic::write_sourcecfg(Source source, uint32_t value) {
  if (!is_delegated_to_us(source)) return;
  if (Aplic* child = child_of(source)) child->deactivate(source);
  const bool was_active = is_active(source);
  const uint32_t target = state_.target[source];
  deactivate(source);
  if ((value & kDelegated) != 0) {
    if ((value & kChildMask) >= children_.size()) return;
    state_.sourcecfg[source] = value & (kDelegated | kChildMask);
    return set_input(source, state_.inputs[source] != 0);
  }
  if (!is_legal_mode(value & kModeMask)) return;
  state_.sourcecfg[source] = value & kModeMask;
  if (!is_active(source)) return;
  state_.target[source] = was_active ? target : (sends_messages() ? 0 : 1);
  if (is_level(source) && is_high(source)) state_.pending[source] = 1;
  update(source);
}

void Aplic::write_target(Source source, uint32_t value) {
  if (!is_active(source)) return;
  const uint32_t before = hart_of(source);
  if (sends_messages()) {
    state_.target[source] = value & kMessageMask;
  } else {
    const uint32_t priority = std::max<uint32_t>(value & kPriorityMask, 1);
    state_.target[source] = (value >> kHartShift << kHartShift) | priority;
  }
  update_hart(before);
  update(source);
}

// --- Registers

bool Aplic::is_word(uint64_t offset, unsigned size) {
  if (size == 4 && offset % 4 == 0) return true;
  platform_.log_guest(
      path(),
      fmt::format("access of {} bytes at {:#x}: registers have 4", size, offset)
  );
  return false;
}

uint64_t Aplic::mmio_read(unsigned, uint64_t offset, unsigned size) {
  if (!is_word(offset, size)) return 0;
  if (offset < kIdc) return read_domain(offset);
  const uint64_t hart = (offset - kIdc) / kIdcSize;
  if (hart >= props_.direct_harts) return 0;
  return read_idc(static_cast<uint32_t>(hart), (offset - kIdc) % kIdcSize);
}

void Aplic::mmio_write(unsigned, uint64_t offset, uint64_t value, unsigned size) {
  if (!is_word(offset, size)) return;
  const auto word = static_cast<uint32_t>(value);
  if (offset < kIdc) return write_domain(offset, word);
  const uint64_t hart = (offset - kIdc) / kIdcSize;
  if (hart >= props_.direct_harts) return;
  write_idc(static_cast<uint32_t>(hart), (offset - kIdc) % kIdcSize, word);
}

/// Bit N of all words stands for source N.
uint32_t Aplic::read_bits(const std::vector<uint8_t>& bits, uint64_t word) const {
  uint32_t value = 0;
  for (uint64_t bit = word == 0 ? 1 : 0; bit < 32; ++bit) {
    const uint64_t source = word * 32 + bit - 1;
    if (source < bits.size() && bits[source] != 0) value |= 1u << bit;
  }
  return value;
}

uint32_t Aplic::read_inputs(uint64_t word) const {
  std::vector<uint8_t> high(props_.num_sources);
  for (Source source = 0; source < high.size(); ++source) {
    high[source] = is_high(source) ? 1 : 0;
  }
  return read_bits(high, word);
}

uint32_t Aplic::read_domain(uint64_t offset) const {
  if (offset == kDomaincfg)
    return kDomainMark | state_.domaincfg | (sends_messages() ? kDomainDm : 0);
  if (is_within(offset, kSourcecfg, props_.num_sources))
    return state_.sourcecfg[(offset - kSourcecfg) / 4];
  if (is_within(offset, kMsiaddrcfg, state_.msiaddrcfg.size()))
    return state_.msiaddrcfg[(offset - kMsiaddrcfg) / 4];
  if (is_within(offset, kSetip, kBitWords)) return read_bits(state_.pending, (offset - kSetip) / 4);
  if (is_within(offset, kInClrip, kBitWords)) return read_inputs((offset - kInClrip) / 4);
  if (is_within(offset, kSetie, kBitWords)) return read_bits(state_.enabled, (offset - kSetie) / 4);
  if (offset == kGenmsi) return state_.genmsi;
  if (is_within(offset, kTarget, props_.num_sources)) return state_.target[(offset - kTarget) / 4];
  return 0;
}

void Aplic::write_domain(uint64_t offset, uint32_t value) {
  if (offset == kDomaincfg) {
    state_.domaincfg = value & kDomainIe;
    update_all();
  } else if (is_within(offset, kSourcecfg, props_.num_sources)) {
    write_sourcecfg(static_cast<Source>((offset - kSourcecfg) / 4), value);
  } else if (is_within(offset, kMsiaddrcfg, state_.msiaddrcfg.size())) {
    write_msiaddrcfg((offset - kMsiaddrcfg) / 4, value);
  } else if (offset == kGenmsi && sends_messages()) {
    state_.genmsi = value & (~uint32_t{0} << kHartShift | kIdentityMask);
    send(state_.genmsi);
  } else if (is_within(offset, kTarget, props_.num_sources)) {
    write_target(static_cast<Source>((offset - kTarget) / 4), value);
  } else {
    write_number(offset, value);
    write_bits(offset, value);
  }
}

void Aplic::write_bits(uint64_t offset, uint32_t value) {
  const uint64_t block = offset / 0x100 * 0x100;
  const bool is_bits = block >= kSetip && block <= kClrie && is_within(offset, block, kBitWords);
  if (!is_bits) return;
  for (uint64_t bit = 0; bit < 32; ++bit) {
    const uint64_t number = (offset - block) / 4 * 32 + bit;
    if ((value >> bit & 1) == 0 || number == 0 || number > props_.num_sources) continue;
    const auto source = static_cast<Source>(number - 1);
    switch (block) {
      case kSetip: set_pending(source); break;
      case kInClrip: clear_pending(source); break;
      case kSetie: set_enabled(source, true); break;
      case kClrie: set_enabled(source, false); break;
      default: break;
    }
  }
}

void Aplic::write_number(uint64_t offset, uint32_t value) {
  if (offset == kSetipnumBe) value = __builtin_bswap32(value);
  if (value == 0 || value > props_.num_sources) return;
  const Source source = value - 1;
  switch (offset) {
    case kSetipnum:
    case kSetipnumLe:
    case kSetipnumBe: set_pending(source); break;
    case kClripnum: clear_pending(source); break;
    case kSetienum: set_enabled(source, true); break;
    case kClrienum: set_enabled(source, false); break;
    default: break;
  }
}

/// Only the domain at the root says where messages go, until that is locked (4.5.3, 4.5.4).
void Aplic::write_msiaddrcfg(uint64_t place, uint32_t value) {
  if (parent_ != nullptr || !sends_messages() || (state_.msiaddrcfg[1] & kLocked) != 0) return;
  constexpr uint32_t kMasks[] = {UINT32_MAX, kMachineHighMask, UINT32_MAX, kSupervisorHighMask};
  state_.msiaddrcfg[place] = value & kMasks[place];
}

// --- Direct delivery (4.8)

/// The source of the least number of priority, then the first: its number and its priority.
uint32_t Aplic::top(uint32_t hart) const {
  uint32_t least = state_.ithreshold[hart] == 0 ? kPriorityMask + 1 : state_.ithreshold[hart];
  uint32_t found = 0;
  for (Source source = 0; source < props_.num_sources; ++source) {
    const uint32_t priority = state_.target[source] & kPriorityMask;
    if (!is_interrupting(source) || hart_of(source) != hart || priority >= least) continue;
    least = priority;
    found = (source + 1) << 16 | priority;
  }
  return found;
}

uint32_t Aplic::claim(uint32_t hart) {
  const uint32_t found = top(hart);
  if (found == 0) {
    state_.iforce[hart] = 0;
    update_hart(hart);
  } else {
    clear_pending((found >> 16) - 1);
  }
  return found;
}

uint32_t Aplic::read_idc(uint32_t hart, uint64_t offset) {
  switch (offset) {
    case kIdelivery: return state_.idelivery[hart];
    case kIforce: return state_.iforce[hart];
    case kIthreshold: return state_.ithreshold[hart];
    case kTopi: return top(hart);
    case kClaimi: return claim(hart);
    default: return 0;
  }
}

void Aplic::write_idc(uint32_t hart, uint64_t offset, uint32_t value) {
  switch (offset) {
    case kIdelivery: state_.idelivery[hart] = value & 1; break;
    case kIforce: state_.iforce[hart] = value & 1; break;
    case kIthreshold: state_.ithreshold[hart] = static_cast<uint8_t>(value); break;
    default: return;
  }
  update_hart(hart);
}

void Aplic::update_hart(uint32_t hart) {
  if (hart >= props_.direct_harts) return;
  const bool is_on = (state_.domaincfg & kDomainIe) != 0 && state_.idelivery[hart] != 0;
  irq_out(kOut, hart).set(is_on && (state_.iforce[hart] != 0 || top(hart) != 0));
}

// --- Delivery by messages (4.9)

/// 4.9.1: a group of harts, a hart of that group, a file of that hart.
uint64_t Aplic::message_address(uint32_t target) const {
  const auto& config = root().state_.msiaddrcfg;
  const uint32_t machine = config[1];
  const bool is_machine = props_.level == api::RiscvLevel::Machine;
  const uint32_t hart_bits = field(machine, 12, 4);
  const uint32_t index = target >> kHartShift;
  const uint64_t group = index >> hart_bits & ((1u << field(machine, 16, 3)) - 1);
  const uint64_t hart = index & ((1u << hart_bits) - 1);
  const uint32_t high = is_machine ? config[1] : config[3];
  const uint64_t base = uint64_t{high & 0xfff} << 32 | (is_machine ? config[0] : config[2]);
  const uint64_t guest = is_machine ? 0 : field(target, 12, 6);
  const uint64_t page =
      base | group << (field(machine, 24, 5) + 12) | hart << field(high, 20, 3) | guest;
  return page << 12;
}

void Aplic::send(uint32_t target) {
  if (space_ == nullptr) return;
  const uint64_t address = message_address(target);
  // A message to ourselves would be answered by one, and so on.
  if (is_sending_) return platform_.log_guest(path(), "a message that a message leads to is lost");
  is_sending_ = true;
  const uint32_t identity = target & kIdentityMask;  // guests and hosts are little-endian
  const Result<> done = space_->write(address, &identity, sizeof(identity));
  is_sending_ = false;
  if (!done) platform_.log_guest(path(), "message: " + done.error().desc);
}

void Aplic::send_pending(Source source) {
  if ((state_.domaincfg & kDomainIe) == 0 || !is_interrupting(source)) return;
  state_.pending[source] = 0;
  send(state_.target[source]);
}

void Aplic::update(Source source) {
  if (sends_messages()) return send_pending(source);
  update_hart(hart_of(source));
}

void Aplic::update_all() {
  for (Source source = 0; sends_messages() && source < props_.num_sources; ++source) {
    send_pending(source);
  }
  for (uint32_t hart = 0; hart < props_.direct_harts; ++hart) {
    update_hart(hart);
  }
}

Result<std::unique_ptr<Object>> create_aplic(Platform& platform) {
  return std::make_unique<Aplic>(platform);
}

}  // namespace vm
