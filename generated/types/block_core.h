// Generated from schema/block-core.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/json/box.h"
#include "runtime/json/variant.h"

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

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

/// Kinds of nodes.
enum class BlockdevDriver {
  NullCo,  ///< no medium
  File,    ///< a file or a block device of the host
  Raw,     ///< a part of another node, or all of it
};

std::string_view to_string(BlockdevDriver value);
extern const qapi::EnumType kBlockdevDriverType;
constexpr const qapi::EnumType& type_of(BlockdevDriver) {
  return kBlockdevDriverType;
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
  qapi::Variant<BlockdevOptionsNull, BlockdevOptionsFile, qapi::Box<BlockdevOptionsRaw>> u;

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

/// Arguments of `blockdev-del`.
struct BlockdevDelArgs {
  /// its name
  std::string node_name;

  bool operator==(const BlockdevDelArgs&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
