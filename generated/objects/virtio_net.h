// Generated from schema/devices/virtio/virtio-net.json by codegen/templates/objects.h.j2.  Do not
// edit.
//
// What is declared here is defined by hand in vm/devices/virtio/virtio_net.cpp.

#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "generated/types/virtio.h"

#include "vm/base/result.h"
#include "vm/object/link.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `virtio-net`.
struct VirtioNetProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// the transport that offers it to the guest; each has one device
  vm::Link bus;

  /// offer packed virtqueues, which a driver may use instead of split ones
  bool packed = false;

  /// offer to say exactly when to interrupt and notify
  bool event_idx = true;

  /// offer descriptors that lie outside of the queue
  bool indirect_desc = true;

  /// insist on a driver that asks the platform how addresses are translated; here they are not
  bool access_platform = false;

  /// the other end of the cable; without one the link is down
  vm::Link netdev;

  /// its MAC address, as `52:54:00:12:34:56`; made of its path when not given, so that it stays
  /// the same
  std::optional<std::string> mac;

  /// number of pairs of a receive and a transmit queue (1 to 8)
  uint16_t queue_pairs = 1;

  /// descriptors of each receive queue; a power of two (4 to 1024)
  uint16_t rx_queue_size = 256;

  /// descriptors of each transmit queue; a power of two (4 to 1024)
  uint16_t tx_queue_size = 256;

  /// the largest packet of the network, which the guest is told; nothing when not given (bytes,
  /// 68 to 65535)
  std::optional<uint16_t> host_mtu;

  /// offer to complete checksums of what is sent
  bool csum = true;

  /// offer to say of what is received that its checksum is right
  bool guest_csum = true;

  /// offer to cut what is sent over IPv4 into TCP segments
  bool host_tso4 = true;

  /// the same over IPv6
  bool host_tso6 = true;

  /// offer to spread what is received over several buffers
  bool mrg_rxbuf = true;

  /// offer a queue for commands: which frames to receive, how many queues to use, another MAC
  /// address
  bool ctrl_vq = true;

  /// frames that had no room where they were to go, or made no sense
  uint64_t dropped = 0;
};

/// What a snapshot of `virtio-net` holds.
struct VirtioNetState {
  /// registers that all devices have
  VirtioState virtio;

  /// the MAC address at present: its first byte in bits 40 to 47
  uint64_t address{};

  /// how many pairs of queues the driver uses
  uint16_t pairs{};

  /// receive everything
  bool promiscuous{};

  /// receive all multicast frames
  bool all_multicast{};

  /// receive all unicast frames
  bool all_unicast{};

  /// receive no multicast frames
  bool no_multicast{};

  /// receive no unicast frames
  bool no_unicast{};

  /// receive no broadcast frames
  bool no_broadcast{};

  /// other addresses that are received
  std::vector<uint64_t> unicast;

  /// multicast addresses that are received
  std::vector<uint64_t> multicast;

  /// there were more than the card holds: it takes all
  bool too_many_unicast{};

  /// likewise
  bool too_many_multicast{};

  /// VLANs that are received, a bit each
  std::array<uint32_t, 128> vlans{};

  /// the guest is to tell the network where it is
  bool announce{};

  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// A network card: VIRTIO 1.2, section 5.1. What the driver leaves to it, checksums and cutting
/// into TCP segments, is done before a frame leaves the card, so that it goes over any cable.
Result<std::unique_ptr<Object>> create_virtio_net(Platform& platform);

}  // namespace vm
