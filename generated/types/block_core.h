// Generated from schema/block-core.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generated/types/sockets.h"

#include "runtime/json/box.h"
#include "runtime/json/variant.h"

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

struct BlockdevOptions;
struct BlockdevRef;
struct BlkdebugInjectError;
struct BlockdevOptionsRaw;

/// What becomes of parts that the guest says it no longer needs.
enum class BlockdevDiscardOptions {
  Ignore,  ///< they stay
  Unmap,   ///< they are given back to the host
};

std::string_view to_string(BlockdevDiscardOptions value);
extern const qapi::EnumType kBlockdevDiscardOptionsType;
constexpr const qapi::EnumType& type_of(BlockdevDiscardOptions) {
  return kBlockdevDiscardOptionsType;
}

/// See `OnOffAuto`.
enum class OnOffAuto {
  Auto,  ///< on where that is possible
  On,    ///< on, or an error
  Off,   ///< off
};

std::string_view to_string(OnOffAuto value);
extern const qapi::EnumType kOnOffAutoType;
constexpr const qapi::EnumType& type_of(OnOffAuto) {
  return kOnOffAutoType;
}

/// Who waits for the host to read and write.
enum class BlockdevAioOptions {
  Threads,  ///< threads of the node
  IoUring,  ///< the kernel, by its interface of that name; an error where it does not let us
};

std::string_view to_string(BlockdevAioOptions value);
extern const qapi::EnumType kBlockdevAioOptionsType;
constexpr const qapi::EnumType& type_of(BlockdevAioOptions) {
  return kBlockdevAioOptionsType;
}

/// Kinds of nodes.
enum class BlockdevDriver {
  NullCo,    ///< no medium
  File,      ///< a file or a block device of the host
  Raw,       ///< a part of another node, or all of it
  Qcow2,     ///< a disk image in the format qcow2
  Nbd,       ///< an export of an NBD server
  Throttle,  ///< another node, with limits to what is asked of it
  Blkdebug,  ///< another node, whose requests fail as told
};

std::string_view to_string(BlockdevDriver value);
extern const qapi::EnumType kBlockdevDriverType;
constexpr const qapi::EnumType& type_of(BlockdevDriver) {
  return kBlockdevDriverType;
}

/// Kinds of requests to a node.
enum class BlkdebugIOType {
  Read,         ///< of data
  Write,        ///< of data
  WriteZeroes,  ///< of zeroes, without data
  Discard,      ///< of what is not needed any more
  Flush,        ///< of what was written, to the medium
};

std::string_view to_string(BlkdebugIOType value);
extern const qapi::EnumType kBlkdebugIOTypeType;
constexpr const qapi::EnumType& type_of(BlkdebugIOType) {
  return kBlkdebugIOTypeType;
}

/// What follows when the host cannot do what the guest asked a disk for.
enum class BlockdevOnError {
  Report,  ///< the guest is told of an I/O error
  Ignore,  ///< the guest is told that it is done
  Enospc,  ///< as `stop` when there is no room left, as `report` otherwise
  Stop,    ///< the guest stops in io-error; when it goes on, what failed is tried again
};

std::string_view to_string(BlockdevOnError value);
extern const qapi::EnumType kBlockdevOnErrorType;
constexpr const qapi::EnumType& type_of(BlockdevOnError) {
  return kBlockdevOnErrorType;
}

/// Kinds of operations.
enum class IoOperationType {
  Read,   ///< something is read
  Write,  ///< everything else: writes, flushes, discards
};

std::string_view to_string(IoOperationType value);
extern const qapi::EnumType kIoOperationTypeType;
constexpr const qapi::EnumType& type_of(IoOperationType) {
  return kIoOperationTypeType;
}

/// What follows an error of a disk.
enum class BlockErrorAction {
  Ignore,  ///< the guest is told that it is done
  Report,  ///< the guest is told of an I/O error
  Stop,    ///< the guest stops in io-error
};

std::string_view to_string(BlockErrorAction value);
extern const qapi::EnumType kBlockErrorActionType;
constexpr const qapi::EnumType& type_of(BlockErrorAction) {
  return kBlockErrorActionType;
}

/// How the host's cache is used.
struct BlockdevCacheOptions {
  /// go past the host's cache (O_DIRECT)
  bool direct = false;

  /// ignore it when the guest asks for what it wrote to be on the medium. A crash of the host may
  /// then destroy what is on the disk.
  bool no_flush = false;

  bool operator==(const BlockdevCacheOptions&) const = default;

  static const qapi::ObjectType kType;
};

/// What all nodes have. A node that is defined inside of another one has what that one has,
/// where nothing is said.
struct BlockdevCommon {
  /// refuse to write; off when not given
  std::optional<bool> read_only;

  /// become read-only where writing is not possible, instead of failing; off when not given
  std::optional<bool> auto_read_only;

  /// what discarding does; `ignore` when not given
  std::optional<BlockdevDiscardOptions> discard;

  /// how the host's cache is used
  std::optional<BlockdevCacheOptions> cache;

  bool operator==(const BlockdevCommon&) const = default;

  static const qapi::ObjectType kType;
};

/// Configuration of a node that is a file or a block device of the host.
struct BlockdevOptionsFile {
  /// its path; `/dev/fdset/N` is one that was handed over with add-fd, `fd:NAME` one that getfd
  /// gave this name, or on the command line the number under which it was inherited
  std::string filename;

  /// keep other programs, QEMU among them, from using the file in a way that does not go together
  /// with ours
  OnOffAuto locking = OnOffAuto::Auto;

  /// who waits for the host to read and write what devices ask for; nodes above that have threads
  /// of their own wait there
  BlockdevAioOptions aio = BlockdevAioOptions::Threads;

  bool operator==(const BlockdevOptionsFile&) const = default;

  static const qapi::ObjectType kType;
};

/// Configuration of a node without a medium.
struct BlockdevOptionsNull {
  /// what it pretends to hold (bytes)
  uint64_t size = 1073741824;

  /// reads give zeroes; else they leave the guest's memory as it is
  bool read_zeroes = false;

  bool operator==(const BlockdevOptionsNull&) const = default;

  static const qapi::ObjectType kType;
};

/// A node below another one, or none.
struct BlockdevRefOrNull {
  /// The alternatives, in the order of `u`.
  enum class Kind {
    Definition,
    Reference,
    Null,
  };

  qapi::Variant<qapi::Box<BlockdevOptions>, std::string, std::nullptr_t> u;

  Kind kind() const { return static_cast<Kind>(u.index()); }

  bool operator==(const BlockdevRefOrNull&) const = default;

  static const qapi::AlternateType kType;
};

/// Configuration of a node that is a disk image in the format qcow2, version 2 or 3.
struct BlockdevOptionsQcow2 {
  /// the node that it lies in: its name, or what to create
  qapi::Box<BlockdevRef> file;

  /// the node that is seen where the image holds nothing: its name, what to create, or null for
  /// none. Without it the file that the image names is opened, relative to the image's own, if
  /// the image says which format it has.
  std::optional<BlockdevRefOrNull> backing;

  /// how much of the image's tables is kept in memory. Each 8 bytes lead to a cluster, which has
  /// 64 KiB as a rule: the default is enough for a disk of 256 GiB. (bytes, 0 to 4294967296)
  uint64_t cache_size = 33554432;

  bool operator==(const BlockdevOptionsQcow2&) const = default;

  static const qapi::ObjectType kType;
};

/// Configuration of a node that is an export of an NBD server.
struct BlockdevOptionsNbd {
  /// its address
  SocketAddress server;

  /// which export; without it the server's default one
  std::optional<std::string> export_;

  /// how long requests wait for a server that has gone to come back. After that they fail, until
  /// it does. (s)
  uint32_t reconnect_delay = 0;

  /// for how long it is tried to reach the server at first; 0 is once, and up to 10 seconds for
  /// its answers (s, 0 to 3600)
  uint32_t open_timeout = 0;

  bool operator==(const BlockdevOptionsNbd&) const = default;

  static const qapi::ObjectType kType;
};

/// Configuration of a node that lets through no more than a group of such nodes may ask for
/// together.
struct BlockdevOptionsThrottle {
  /// the group: a `throttle-group` object
  std::string throttle_group;

  /// the node below: its name, or what to create
  qapi::Box<BlockdevRef> file;

  bool operator==(const BlockdevOptionsThrottle&) const = default;

  static const qapi::ObjectType kType;
};

/// Configuration of a node whose requests fail as told.
struct BlockdevOptionsBlkdebug {
  /// the node below: its name, or what to create
  qapi::Box<BlockdevRef> image;

  /// what fails. The first that a request matches counts.
  std::optional<std::vector<BlkdebugInjectError>> inject_error;

  bool operator==(const BlockdevOptionsBlkdebug&) const = default;

  static const qapi::ObjectType kType;
};

/// Definition of a node.
struct BlockdevOptions {
  /// refuse to write; off when not given
  std::optional<bool> read_only;

  /// become read-only where writing is not possible, instead of failing; off when not given
  std::optional<bool> auto_read_only;

  /// what discarding does; `ignore` when not given
  std::optional<BlockdevDiscardOptions> discard;

  /// how the host's cache is used
  std::optional<BlockdevCacheOptions> cache;

  /// its name. Only a node that is defined inside of another one can do without.
  std::optional<std::string> node_name;

  /// The branches, in the order of `BlockdevDriver`.
  qapi::Variant<
      BlockdevOptionsNull,
      BlockdevOptionsFile,
      qapi::Box<BlockdevOptionsRaw>,
      BlockdevOptionsQcow2,
      BlockdevOptionsNbd,
      BlockdevOptionsThrottle,
      BlockdevOptionsBlkdebug>
      u;

  /// its kind
  BlockdevDriver driver() const { return static_cast<BlockdevDriver>(u.index()); }

  bool operator==(const BlockdevOptions&) const = default;

  static const qapi::ObjectType kType;
};

/// A node below another one.
struct BlockdevRef {
  /// The alternatives, in the order of `u`.
  enum class Kind {
    Definition,
    Reference,
  };

  qapi::Variant<BlockdevOptions, std::string> u;

  Kind kind() const { return static_cast<Kind>(u.index()); }

  bool operator==(const BlockdevRef&) const = default;

  static const qapi::AlternateType kType;
};

/// Configuration of a node that is a part of another one, or all of it, as it is.
struct BlockdevOptionsRaw {
  /// the node below: its name, or what to create
  BlockdevRef file;

  /// where in it the part begins (bytes)
  uint64_t offset = 0;

  /// of the part; without it all that follows `offset` (bytes)
  std::optional<uint64_t> size;

  bool operator==(const BlockdevOptionsRaw&) const = default;

  static const qapi::ObjectType kType;
};

/// Requests that fail, and how.
struct BlkdebugInjectError {
  /// those of this kind; of any when not given
  std::optional<BlkdebugIOType> iotype;

  /// what they fail with, a number of Linux: 5 is EIO, 28 ENOSPC (1 to 4095)
  int32_t errno_ = 5;

  /// those that touch this sector of 512 bytes; without it all
  std::optional<uint64_t> sector;

  /// the first of them only
  bool once = false;

  bool operator==(const BlkdebugInjectError&) const = default;

  static const qapi::ObjectType kType;
};

/// How much may be asked for. A limit of 0 is none. A total goes with none of its kind for
/// reads or writes.
///
/// A burst (`-max`) lasts for `-max-length` at most, then the limit itself holds until it has
/// been made up for.
struct ThrottleLimits {
  /// requests in a second (0 to 1000000000000000)
  uint64_t iops_total = 0;

  /// the same in a burst (0 to 1000000000000000)
  uint64_t iops_total_max = 0;

  /// how long such a burst can last (s, 1 to 4294967295)
  uint32_t iops_total_max_length = 1;

  /// reads in a second (0 to 1000000000000000)
  uint64_t iops_read = 0;

  /// the same in a burst (0 to 1000000000000000)
  uint64_t iops_read_max = 0;

  /// how long such a burst can last (s, 1 to 4294967295)
  uint32_t iops_read_max_length = 1;

  /// writes in a second (0 to 1000000000000000)
  uint64_t iops_write = 0;

  /// the same in a burst (0 to 1000000000000000)
  uint64_t iops_write_max = 0;

  /// how long such a burst can last (s, 1 to 4294967295)
  uint32_t iops_write_max_length = 1;

  /// bytes in a second (0 to 1000000000000000)
  uint64_t bps_total = 0;

  /// the same in a burst (0 to 1000000000000000)
  uint64_t bps_total_max = 0;

  /// how long such a burst can last (s, 1 to 4294967295)
  uint32_t bps_total_max_length = 1;

  /// bytes that are read in a second (0 to 1000000000000000)
  uint64_t bps_read = 0;

  /// the same in a burst (0 to 1000000000000000)
  uint64_t bps_read_max = 0;

  /// how long such a burst can last (s, 1 to 4294967295)
  uint32_t bps_read_max_length = 1;

  /// bytes that are written in a second (0 to 1000000000000000)
  uint64_t bps_write = 0;

  /// the same in a burst (0 to 1000000000000000)
  uint64_t bps_write_max = 0;

  /// how long such a burst can last (s, 1 to 4294967295)
  uint32_t bps_write_max_length = 1;

  /// a request counts as one for each so many bytes that it has, or has begun; 0: each is one
  /// (bytes, 0 to 1000000000000000)
  uint64_t iops_size = 0;

  bool operator==(const ThrottleLimits&) const = default;

  static const qapi::ObjectType kType;
};

/// What the definition of a node begins with.
struct BlockdevBase {
  /// refuse to write; off when not given
  std::optional<bool> read_only;

  /// become read-only where writing is not possible, instead of failing; off when not given
  std::optional<bool> auto_read_only;

  /// what discarding does; `ignore` when not given
  std::optional<BlockdevDiscardOptions> discard;

  /// how the host's cache is used
  std::optional<BlockdevCacheOptions> cache;

  /// its kind
  BlockdevDriver driver{};

  /// its name. Only a node that is defined inside of another one can do without.
  std::optional<std::string> node_name;

  bool operator==(const BlockdevBase&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `block_resize`.
struct BlockResizeArgs {
  /// name of the node
  std::string node_name;

  /// its new size (bytes)
  uint64_t size{};

  bool operator==(const BlockResizeArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// What a node holds.
struct ImageInfo {
  /// what it is connected to, in words
  std::string filename;

  /// its kind
  BlockdevDriver format{};

  /// what the guest sees, in bytes
  uint64_t virtual_size{};

  bool operator==(const ImageInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// A node below another one.
struct BlockdevChild {
  /// what it is to the upper one
  std::string child;

  /// its name
  std::string node_name;

  bool operator==(const BlockdevChild&) const = default;

  static const qapi::ObjectType kType;
};

/// How the host's cache is used.
struct BlockdevCacheInfo {
  /// true: what is written is on the medium when the guest has asked for that, not before
  bool writeback{};

  /// whether it goes past the host's cache
  bool direct{};

  /// whether the guest's wish is ignored
  bool no_flush{};

  bool operator==(const BlockdevCacheInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// A node.
struct BlockDeviceInfo {
  /// its name; the path of one that was defined inside of another one without a name
  std::string node_name;

  /// its kind
  BlockdevDriver drv{};

  /// what it is connected to, in words
  std::string file;

  /// whether it can only be read
  bool ro{};

  /// how the host's cache is used
  BlockdevCacheInfo cache;

  /// what it holds
  ImageInfo image;

  /// the nodes below it
  std::vector<BlockdevChild> children;

  /// paths of the devices and nodes that use it
  std::vector<std::string> users;

  bool operator==(const BlockDeviceInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// What a node was asked for since its creation, but not by the nodes above it.
struct BlockDeviceStats {
  /// reads
  uint64_t rd_operations{};

  /// bytes that were read
  uint64_t rd_bytes{};

  /// writes, of zeroes too
  uint64_t wr_operations{};

  /// bytes that were written
  uint64_t wr_bytes{};

  /// discards
  uint64_t unmap_operations{};

  /// bytes that were discarded
  uint64_t unmap_bytes{};

  /// flushes
  uint64_t flush_operations{};

  /// how many of all these failed
  uint64_t failed_operations{};

  bool operator==(const BlockDeviceStats&) const = default;

  static const qapi::ObjectType kType;
};

/// A node, and what it was asked for.
struct BlockStats {
  /// its name
  std::string node_name;

  /// what it was asked for
  BlockDeviceStats stats;

  bool operator==(const BlockStats&) const = default;

  static const qapi::ObjectType kType;
};

/// What comes with `BLOCK_IO_ERROR`.
struct BlockIoErrorEvent {
  /// path of the disk
  std::string qom_path;

  /// empty: a node has its name instead
  std::string device;

  /// the disk's node
  std::string node_name;

  /// what was asked for
  IoOperationType operation{};

  /// what follows. A STOP follows `stop` if the guest was running.
  BlockErrorAction action{};

  /// there is no room left
  bool nospace{};

  /// why, in words
  std::string reason;

  bool operator==(const BlockIoErrorEvent&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `blockdev-del`.
struct BlockdevDelArgs {
  /// its name
  std::string node_name;

  bool operator==(const BlockdevDelArgs&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
