// SPDX-License-Identifier: Apache-2.0
//
// The network card: VIRTIO 1.2, section 5.1.

#include "generated/objects/virtio_net.h"

#include <algorithm>
#include <array>
#include <bit>
#include <deque>
#include <utility>

#include <fmt/format.h>

#include "vm/backends/netdev.h"
#include "vm/devices/virtio/buffer_stream.h"
#include "vm/devices/virtio/config_fields.h"
#include "vm/devices/virtio/net_filter.h"
#include "vm/devices/virtio/net_offload.h"
#include "vm/devices/virtio/virtio_device.h"

namespace vm {
namespace {

constexpr uint16_t kDeviceId = 1;

// Feature bits (5.1.3).
constexpr unsigned kCsum = 0;
constexpr unsigned kGuestCsum = 1;
constexpr unsigned kMtu = 3;
constexpr unsigned kMac = 5;
constexpr unsigned kHostTso4 = 11;
constexpr unsigned kHostTso6 = 12;
constexpr unsigned kHostEcn = 13;
constexpr unsigned kMrgRxbuf = 15;
constexpr unsigned kStatus = 16;
constexpr unsigned kCtrlVq = 17;
constexpr unsigned kCtrlRx = 18;
constexpr unsigned kCtrlVlan = 19;
constexpr unsigned kCtrlRxExtra = 20;
constexpr unsigned kGuestAnnounce = 21;
constexpr unsigned kMultiQueue = 22;
constexpr unsigned kCtrlMacAddr = 23;

// Of the configuration's status (5.1.4).
constexpr uint16_t kLinkUp = 1;
constexpr uint16_t kAnnounce = 2;

/// Before each frame (5.1.6).
struct Header {
  uint8_t flags;
  uint8_t gso_type;
  uint16_t header_size;
  uint16_t gso_size;
  uint16_t csum_start;
  uint16_t csum_offset;
  uint16_t buffers;
};
static_assert(sizeof(Header) == 12);

constexpr uint8_t kNeedsCsum = 1;
constexpr uint8_t kDataValid = 2;
constexpr uint8_t kGsoNone = 0;
constexpr uint8_t kGsoTcp4 = 1;
constexpr uint8_t kGsoTcp6 = 4;
constexpr uint8_t kGsoEcn = 0x80;

// Of the control queue (5.1.6.5).
constexpr uint16_t kControlSize = 64;
constexpr uint8_t kClassRx = 0;
constexpr uint8_t kClassMac = 1;
constexpr uint8_t kClassVlan = 2;
constexpr uint8_t kClassAnnounce = 3;
constexpr uint8_t kClassMultiQueue = 4;
constexpr uint8_t kAckOk = 0;
constexpr uint8_t kAckError = 1;

/// In the place of a pair: the driver has sent nothing yet.
constexpr uint8_t kNotSteered = 0xff;

/// Locally administered, as other emulators' are; the rest is made of the path.
constexpr MacAddress kMacPrefix = 0x5254'0000'0000;
constexpr MacAddress kMacOwn = 0xff'ffff;

class VirtioNet final : public VirtioCard<api::VirtioNetProps, api::VirtioNetState>,
                        public NetUser {
 public:
  explicit VirtioNet(Platform& platform) : VirtioCard(platform) {}

  uint16_t device_id() const override { return kDeviceId; }

  void on_loaded() override {
    was_loaded_ = true;
    VirtioCard::on_loaded();
  }

  bool receive(FrameView frame) override {
    if (!is_working()) return true;  // nobody is there
    if (!can_change_memory()) return false;
    if (!NetFilter(state_).wants(frame, has(kCtrlVlan))) return true;
    return put(receive_queue(frame), frame);
  }

  void on_sendable() override {
    if (send_rest()) handle_all_queues();
  }

  void on_link_changed() override { config_changed(); }

 protected:
  std::vector<uint16_t> queue_sizes() const override {
    std::vector<uint16_t> sizes;
    for (unsigned pair = 0; pair < props_.queue_pairs; ++pair) {
      sizes.push_back(props_.rx_queue_size);
      sizes.push_back(props_.tx_queue_size);
    }
    if (props_.ctrl_vq) sizes.push_back(kControlSize);
    return sizes;
  }

  uint64_t own_features() const override {
    uint64_t features = virtio::bit(kMac) | virtio::bit(kStatus);
    const auto offer = [&features](bool is_offered, std::initializer_list<unsigned> bits) {
      for (const unsigned bit : bits) {
        if (is_offered) features |= virtio::bit(bit);
      }
    };
    offer(props_.csum, {kCsum});
    offer(props_.guest_csum, {kGuestCsum});
    offer(props_.host_mtu.has_value(), {kMtu});
    // Segments have checksums (5.1.3.1).
    offer(props_.csum && props_.host_tso4, {kHostTso4});
    offer(props_.csum && props_.host_tso6, {kHostTso6});
    offer(props_.csum && (props_.host_tso4 || props_.host_tso6), {kHostEcn});
    offer(props_.mrg_rxbuf, {kMrgRxbuf});
    offer(
        props_.ctrl_vq,
        {kCtrlVq, kCtrlRx, kCtrlVlan, kCtrlRxExtra, kCtrlMacAddr, kGuestAnnounce}
    );
    offer(props_.ctrl_vq && props_.queue_pairs > 1, {kMultiQueue});
    return features;
  }

  std::vector<uint8_t> config() const override {
    ConfigFields fields;
    for (unsigned shift = 48; shift > 0; shift -= 8) {
      fields.add(static_cast<uint8_t>(state_.address >> (shift - 8)));
    }
    unsigned status = is_link_up() ? kLinkUp : 0;
    if (state_.announce) status |= kAnnounce;
    return fields.add(static_cast<uint16_t>(status))
        .add(props_.queue_pairs)
        .add(props_.host_mtu.value_or(0))
        .take();
  }

  void on_driver_reset() override {
    rest_.clear();
    set_defaults();
  }

  void on_driver_ok() override { accept_input(); }

  void on_resumed() override {
    accept_input();
    if (!std::exchange(was_loaded_, false) || !has(kGuestAnnounce)) return;
    // It may be somewhere else in the network now (5.1.6.5.4).
    state_.announce = true;
    config_changed();
  }

  void handle_queue(unsigned queue) override {
    if (is_control(queue)) return control(queue);
    if (queue % 2 == 0) return accept_input();
    transmit(queue);
  }

  Result<> on_configure() override {
    for (const uint16_t size : {props_.rx_queue_size, props_.tx_queue_size}) {
      if (std::has_single_bit(size)) continue;
      return fail(fmt::format("{}: a queue's size of {} is no power of two", name(), size));
    }
    own_address_ = TRY(find_address());
    TRY(VirtioCard::on_configure());
    set_defaults();
    return {};
  }

  Result<> on_realize() override {
    netdev_ = linked<Netdev>(props_.netdev);
    TRY(VirtioCard::on_realize());
    Result<> attached = netdev_ != nullptr ? netdev_->attach(*this, path()) : Result<>();
    if (!attached) VirtioCard::on_unrealize();
    return attached;
  }

  void on_unrealize() override {
    if (netdev_ != nullptr) netdev_->detach();
    netdev_ = nullptr;
    rest_.clear();
    VirtioCard::on_unrealize();
  }

 private:
  Result<MacAddress> find_address() const {
    if (props_.mac) {
      const std::optional<MacAddress> address = parse_mac(*props_.mac);
      if (address && *address != 0 && !is_multicast(*address)) return *address;
      return fail(fmt::format("{}.mac: '{}' is no address of a card", name(), *props_.mac));
    }
    uint32_t hash = 2166136261;  // FNV-1a
    for (const char character : path()) {
      hash = (hash ^ static_cast<uint8_t>(character)) * 16777619;
    }
    return kMacPrefix | ((hash ^ hash >> 24) & kMacOwn);
  }

  /// Without a driver that says otherwise everything is received.
  void set_defaults() {
    const api::VirtioState common = state_.virtio;
    state_ = {};
    state_.virtio = common;
    state_.address = own_address_;
    state_.promiscuous = true;
    state_.pairs = 1;
    steering_.fill(kNotSteered);
  }

  bool is_link_up() const { return netdev_ != nullptr && netdev_->is_link_up(); }

  void accept_input() {
    if (netdev_ != nullptr) netdev_->accept_input();
  }

  // Receiving.

  unsigned pairs() const { return std::min(state_.pairs, props_.queue_pairs); }

  /// Frames of a connection go to one queue, so that they stay in order: to that of the pair which
  /// the driver sends its frames by, once it has ("automatic receive steering", 5.1.6.5).
  unsigned receive_queue(FrameView frame) const {
    if (pairs() == 1) return 0;
    const std::optional<uint32_t> hash = flow_hash(frame);
    if (!hash) return 0;
    const unsigned steered = steering_[*hash % steering_.size()];
    return 2 * (steered < pairs() ? steered : *hash % pairs());
  }

  void steer(unsigned queue, FrameView frame) {
    if (pairs() == 1) return;
    const std::optional<uint32_t> hash = flow_hash(frame);
    if (hash) steering_[*hash % steering_.size()] = static_cast<uint8_t>(queue / 2);
  }

  /// False when there is no room yet.
  bool put(unsigned queue, FrameView frame) {
    std::vector<VirtioBuffer> buffers;
    uint64_t room = 0;
    const uint64_t needed = sizeof(Header) + frame.size();
    while (room < needed) {
      std::optional<VirtioBuffer> buffer = take(queue);
      if (!buffer) {
        give_back(queue, buffers);
        return !is_working();
      }
      room += size_of(buffer->writable);
      buffers.push_back(*std::move(buffer));
      const bool is_full = !has(kMrgRxbuf) || buffers.size() == queue_size(queue);
      if (room < needed && is_full) {
        // It will never fit: what is too large is dropped (5.1.6.4).
        give_back(queue, buffers);
        ++props_.dropped;
        return true;
      }
    }
    fill(queue, buffers, frame);
    interrupt(queue);
    return true;
  }

  void give_back(unsigned queue, const std::vector<VirtioBuffer>& buffers) {
    std::for_each(buffers.rbegin(), buffers.rend(), [&](const VirtioBuffer& buffer) {
      put_back(queue, buffer);
    });
  }

  void fill(unsigned queue, const std::vector<VirtioBuffer>& buffers, FrameView frame) {
    Header header{};
    header.buffers = static_cast<uint16_t>(buffers.size());
    if (has(kGuestCsum) && has_valid_checksum(frame)) header.flags = kDataValid;
    const auto* const bytes = reinterpret_cast<const uint8_t*>(&header);
    std::vector<uint8_t> all(bytes, bytes + sizeof(header));
    all.insert(all.end(), frame.begin(), frame.end());
    FrameView rest = all;
    for (const VirtioBuffer& buffer : buffers) {
      BufferWriter writer(memory(), buffer.writable);
      const size_t size = std::min<uint64_t>(writer.left(), rest.size());
      if (!writer.write(rest.first(size))) {
        return fault("a buffer to receive into lies outside of memory");
      }
      rest = rest.subspan(size);
      use(queue, buffer, size);
    }
  }

  // Sending.

  void transmit(unsigned queue) {
    while (rest_.empty()) {
      const std::optional<VirtioBuffer> buffer = take(queue);
      if (!buffer) break;
      if (!send(queue, *buffer)) return fault("a frame has no header, or lies outside of memory");
      use(queue, *buffer, 0);
    }
    interrupt(queue);
  }

  bool send(unsigned queue, const VirtioBuffer& buffer) {
    BufferReader reader(memory(), buffer.readable);
    Header header{};
    if (!reader.read_value(header)) return false;
    if (reader.left() > Netdev::kLargestFrame) {
      ++props_.dropped;
      return true;
    }
    Frame frame(reader.left());
    if (!reader.read(frame)) return false;
    steer(queue, frame);
    for (Frame& piece : prepare(header, std::move(frame))) {
      rest_.push_back(std::move(piece));
    }
    send_rest();
    return true;
  }

  /// The frames that go out for one of the driver's.
  std::vector<Frame> prepare(const Header& header, Frame frame) {
    const unsigned gso = header.gso_type & ~unsigned{kGsoEcn};
    const bool is_tcp = (gso == kGsoTcp4 && has(kHostTso4)) || (gso == kGsoTcp6 && has(kHostTso6));
    std::vector<Frame> pieces;
    if (is_tcp) {
      pieces = segment_tcp(frame, header.gso_size);
    } else if (gso == kGsoNone) {
      const bool is_whole = (header.flags & kNeedsCsum) == 0 ||
                            complete_checksum(frame, header.csum_start, header.csum_offset);
      if (is_whole) pieces.push_back(std::move(frame));
    }
    if (pieces.empty()) ++props_.dropped;
    return pieces;
  }

  /// Whether nothing is left.
  bool send_rest() {
    while (!rest_.empty()) {
      if (netdev_ != nullptr && !netdev_->send(rest_.front())) return false;
      rest_.pop_front();
    }
    return true;
  }

  // Commands.

  /// Its place depends on how many there are before it (5.1.2).
  bool is_control(unsigned queue) const {
    return has(kCtrlVq) && queue == (has(kMultiQueue) ? 2u * props_.queue_pairs : 2u);
  }

  void control(unsigned queue) {
    while (const std::optional<VirtioBuffer> buffer = take(queue)) {
      BufferReader reader(memory(), buffer->readable);
      BufferWriter writer(memory(), buffer->writable);
      uint8_t command_class = 0;
      uint8_t command = 0;
      if (!reader.read_value(command_class) || !reader.read_value(command) || writer.left() == 0) {
        return fault("a command has no header, or no room for an answer");
      }
      const bool done = carry_out(command_class, command, reader);
      if (!writer.write_value(done ? kAckOk : kAckError)) {
        return fault("a command's answer lies outside of memory");
      }
      use(queue, *buffer, 1);
    }
    interrupt(queue);
  }

  bool carry_out(uint8_t command_class, uint8_t command, BufferReader& data) {
    NetFilter filter(state_);
    switch (command_class) {
      case kClassRx: return filter.set_mode(command, data);
      case kClassMac: return filter.set_addresses(command, data);
      case kClassVlan: return filter.set_vlan(command, data);
      case kClassAnnounce: state_.announce = false; return command == 0;
      case kClassMultiQueue: return set_pairs(command, data);
      default: return false;
    }
  }

  bool set_pairs(uint8_t command, BufferReader& data) {
    uint16_t pairs = 0;
    if (command != 0 || !data.read_value(pairs)) return false;
    if (pairs == 0 || pairs > props_.queue_pairs || !has(kMultiQueue)) return false;
    state_.pairs = pairs;
    return true;
  }

  Netdev* netdev_ = nullptr;
  MacAddress own_address_ = 0;
  std::deque<Frame> rest_;  // what the cable has no room for yet
  bool was_loaded_ = false;
  // By the hash of a connection, the pair that it was last sent by. Not saved: it is learnt again.
  std::array<uint8_t, 256> steering_{};
};

}  // namespace

Result<std::unique_ptr<Object>> create_virtio_net(Platform& platform) {
  return std::make_unique<VirtioNet>(platform);
}

}  // namespace vm
