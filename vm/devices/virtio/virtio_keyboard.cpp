// SPDX-License-Identifier: Apache-2.0
//
// A keyboard as an input device: VIRTIO 1.2, section 5.8. What is in an event is what Linux has in
// its own; so are the codes of keys.
//
// A report is sent whole or not at all (5.8.6.2): until the driver has made room for it, keys stay
// as the driver knows them.

#include "generated/objects/virtio_keyboard.h"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string_view>

#include <linux/input.h>
#include <linux/virtio_input.h>

#include "generated/types/keys.h"

#include "vm/devices/key_codes.h"
#include "vm/devices/keyboard.h"
#include "vm/devices/virtio/buffer_stream.h"
#include "vm/devices/virtio/config_fields.h"
#include "vm/devices/virtio/virtio_device.h"

namespace vm {
namespace {

constexpr uint16_t kDeviceId = 18;
constexpr uint16_t kQueueSize = 64;
constexpr std::string_view kName = "coldplug keyboard";

// Queues (5.8.2).
constexpr unsigned kEvents = 0;
constexpr unsigned kStatus = 1;

// Fields of the configuration (5.8.4).
constexpr uint64_t kSelectAt = 0;
constexpr uint64_t kSubselAt = 1;
constexpr unsigned kReservedBytes = 5;

constexpr size_t kMostKeysInReport = 16;

using Bytes = std::vector<uint8_t>;

/// All keys that have a name.
const std::set<uint16_t>& all_keys() {
  static const std::set<uint16_t> keys = [] {
    std::set<uint16_t> found;
    for (int key = 0; key <= static_cast<int>(api::QKeyCode::F24); ++key) {
      found.insert(linux_key_code(static_cast<api::QKeyCode>(key)));
    }
    found.erase(KEY_RESERVED);
    return found;
  }();
  return keys;
}

/// Bit n of byte n / 8, and no more bytes than that takes.
template <typename Codes>
Bytes bitmap(const Codes& codes) {
  Bytes bits;
  for (const uint16_t code : codes) {
    if (bits.size() <= code / 8u) bits.resize(code / 8u + 1);
    bits[code / 8u] |= static_cast<uint8_t>(1u << code % 8u);
  }
  return bits;
}

/// What there is of a kind of events.
Bytes codes_of(uint8_t event) {
  switch (event) {
    case EV_KEY: return bitmap(all_keys());
    case EV_LED: return bitmap(std::initializer_list<uint16_t>{LED_NUML, LED_CAPSL, LED_SCROLLL});
    case EV_REP: return bitmap(std::initializer_list<uint16_t>{REP_DELAY, REP_PERIOD});
    default: return {};
  }
}

class VirtioKeyboard final : public VirtioCard<api::VirtioKeyboardProps, api::VirtioKeyboardState>,
                             public Keyboard {
 public:
  explicit VirtioKeyboard(Platform& platform)
      : VirtioCard(platform),
        release_(platform.clock(), [this] { update(); }) {}

  uint16_t device_id() const override { return kDeviceId; }

  void on_loaded() override {
    VirtioCard::on_loaded();
    wait_for_release();
  }

  bool has_key(uint16_t code) const override { return all_keys().contains(code); }

  void press(std::span<const uint16_t> codes, uint64_t hold_ns) override {
    const uint64_t until_ns = platform().clock().now_ns() + hold_ns;
    for (const uint16_t code : codes) {
      held(code).until_ns = until_ns;
    }
    update();
  }

 protected:
  std::vector<uint16_t> queue_sizes() const override { return {kQueueSize, kQueueSize}; }

  std::vector<uint8_t> config() const override {
    const Bytes data = selected();
    ConfigFields fields;
    fields.add(state_.select).add(state_.subsel).add(static_cast<uint8_t>(data.size()));
    fields.pad(kReservedBytes);
    for (const uint8_t byte : data) {
      fields.add(byte);
    }
    return fields.take();
  }

  void on_config_written(uint64_t offset, std::span<const uint8_t> bytes) override {
    for (const uint8_t byte : bytes) {
      if (offset == kSelectAt) state_.select = byte;
      if (offset == kSubselAt) state_.subsel = byte;
      ++offset;
    }
  }

  /// A driver that comes finds no key pressed.
  void on_driver_reset() override {
    state_.select = state_.subsel = 0;
    state_.held.clear();
    release_.cancel();
  }

  void on_unrealize() override {
    release_.cancel();
    VirtioCard::on_unrealize();
  }

  void handle_queue(unsigned queue) override {
    if (queue == kEvents) return update();
    // There are no lights to be switched on.
    while (const std::optional<VirtioBuffer> buffer = take(kStatus)) {
      use(kStatus, *buffer, 0);
    }
    interrupt(kStatus);
  }

 private:
  Bytes selected() const {
    switch (state_.select) {
      case VIRTIO_INPUT_CFG_ID_NAME: return {kName.begin(), kName.end()};
      case VIRTIO_INPUT_CFG_ID_DEVIDS: return device_ids();
      case VIRTIO_INPUT_CFG_EV_BITS: return codes_of(state_.subsel);
      default: return {};
    }
  }

  /// Bus, vendor, product and version. Vendors and products have no register of their own here.
  static Bytes device_ids() {
    return ConfigFields()
        .add(uint16_t{BUS_VIRTUAL})
        .add(uint16_t{0})
        .add(uint16_t{0})
        .add(uint16_t{1})
        .take();
  }

  api::VirtioHeldKey& held(uint16_t code) {
    const auto found = std::find_if(state_.held.begin(), state_.held.end(), [&](const auto& key) {
      return key.code == code;
    });
    if (found != state_.held.end()) return *found;
    return state_.held.emplace_back(api::VirtioHeldKey{.code = code, .until_ns = 0, .told = false});
  }

  bool is_over(const api::VirtioHeldKey& key) const {
    return key.until_ns <= platform().clock().now_ns();
  }

  /// Tells the driver what it does not know yet.
  void update() {
    if (can_change_memory()) {
      report(true);
      report(false);
    }
    // Nobody will hear of a key that was let go before.
    std::erase_if(state_.held, [this](const auto& key) { return !key.told && is_over(key); });
    wait_for_release();
  }

  /// Keys that went down, or those that came up, at most so many that a report has room for them.
  void report(bool are_down) {
    std::vector<api::VirtioHeldKey*> keys;
    for (api::VirtioHeldKey& key : state_.held) {
      const bool is_news = are_down ? !key.told && !is_over(key) : key.told && is_over(key);
      if (is_news && keys.size() < kMostKeysInReport) keys.push_back(&key);
    }
    if (keys.empty() || !send(keys, are_down)) return;
    for (api::VirtioHeldKey* key : keys) {
      key->told = are_down;
    }
  }

  bool send(const std::vector<api::VirtioHeldKey*>& keys, bool are_down) {
    const std::vector<VirtioBuffer> buffers = take_all(keys.size() + 1);
    if (buffers.empty()) return false;
    for (size_t i = 0; i < keys.size(); ++i) {
      write(buffers[i], EV_KEY, keys[i]->code, are_down ? 1 : 0);
    }
    write(buffers.back(), EV_SYN, SYN_REPORT, 0);
    interrupt(kEvents);
    return true;
  }

  /// So many buffers, or none.
  std::vector<VirtioBuffer> take_all(size_t count) {
    std::vector<VirtioBuffer> taken;
    while (taken.size() < count) {
      const std::optional<VirtioBuffer> buffer = take(kEvents);
      if (!buffer) break;
      taken.push_back(*buffer);
    }
    if (taken.size() == count) return taken;
    std::for_each(taken.rbegin(), taken.rend(), [this](const VirtioBuffer& buffer) {
      put_back(kEvents, buffer);
    });
    return {};
  }

  void write(const VirtioBuffer& buffer, uint16_t type, uint16_t code, uint32_t value) {
    const Bytes event = ConfigFields().add(type).add(code).add(value).take();
    BufferWriter writer(memory(), buffer.writable);
    if (!writer.write(event)) return fault("a buffer for an event is too small or not in memory");
    use(kEvents, buffer, event.size());
  }

  /// Those that are over wait for the driver instead.
  void wait_for_release() {
    uint64_t next_ns = UINT64_MAX;
    for (const api::VirtioHeldKey& key : state_.held) {
      if (!is_over(key)) next_ns = std::min(next_ns, key.until_ns);
    }
    return next_ns == UINT64_MAX ? release_.cancel() : release_.arm(next_ns);
  }

  Timer release_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_virtio_keyboard(Platform& platform) {
  return std::make_unique<VirtioKeyboard>(platform);
}

}  // namespace vm
