// Generated from schema/char.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "generated/types/sockets.h"

#include "runtime/json/variant.h"

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// What follows when what is sent cannot be written.
enum class ChardevErrorAction {
  Report,  ///< the log and CHARDEV_IO_ERROR tell of it, and what is sent from then on is lost
  Ignore,  ///< what is sent from then on is lost
  Enospc,  ///< as `stop` when there is no room left, as `report` otherwise
  Stop,    ///< the guest stops in io-error; when it goes on, writing is tried again
};

std::string_view to_string(ChardevErrorAction value);
extern const qapi::EnumType kChardevErrorActionType;
constexpr const qapi::EnumType& type_of(ChardevErrorAction) {
  return kChardevErrorActionType;
}

/// Kinds of character backends.
enum class ChardevBackendKind {
  Null,     ///< takes everything and gives nothing
  Stdio,    ///< standard input and output
  File,     ///< files
  Socket,   ///< a stream socket
  Pty,      ///< a pseudoterminal
  Udp,      ///< a datagram socket
  Ringbuf,  ///< memory, which holds the last of what was sent
};

std::string_view to_string(ChardevBackendKind value);
extern const qapi::EnumType kChardevBackendKindType;
constexpr const qapi::EnumType& type_of(ChardevBackendKind) {
  return kChardevBackendKindType;
}

/// How bytes are written in JSON.
enum class DataFormat {
  Utf8,    ///< as text. Bytes that are none are read as U+FFFD.
  Base64,  ///< as base64 (RFC 4648, section 4)
};

std::string_view to_string(DataFormat value);
extern const qapi::EnumType kDataFormatType;
constexpr const qapi::EnumType& type_of(DataFormat) {
  return kDataFormatType;
}

/// What can be said of each backend.
struct ChardevCommon {
  /// path of a file that keeps what is sent, whether anybody receives it or not; it ends where it
  /// cannot be written
  std::optional<std::string> logfile;

  /// keep what is in `logfile`
  bool logappend = false;

  /// several devices may use the backend, and monitors (monitor-add with `listen=chardev:ID`).
  /// What each of them sends goes out; what comes in is for one of them, at first that which was
  /// there first, and for the next one after Ctrl-A c. Ctrl-A h shows what else there is.
  bool mux = false;

  bool operator==(const ChardevCommon&) const = default;

  static const qapi::ObjectType kType;
};

/// Configuration of a backend that takes everything and gives nothing.
struct ChardevNull {
  /// path of a file that keeps what is sent, whether anybody receives it or not; it ends where it
  /// cannot be written
  std::optional<std::string> logfile;

  /// keep what is in `logfile`
  bool logappend = false;

  /// several devices may use the backend, and monitors (monitor-add with `listen=chardev:ID`).
  /// What each of them sends goes out; what comes in is for one of them, at first that which was
  /// there first, and for the next one after Ctrl-A c. Ctrl-A h shows what else there is.
  bool mux = false;

  bool operator==(const ChardevNull&) const = default;

  static const qapi::ObjectType kType;
};

/// Configuration of a backend on standard input and output.
struct ChardevStdio {
  /// path of a file that keeps what is sent, whether anybody receives it or not; it ends where it
  /// cannot be written
  std::optional<std::string> logfile;

  /// keep what is in `logfile`
  bool logappend = false;

  /// several devices may use the backend, and monitors (monitor-add with `listen=chardev:ID`).
  /// What each of them sends goes out; what comes in is for one of them, at first that which was
  /// there first, and for the next one after Ctrl-A c. Ctrl-A h shows what else there is.
  bool mux = false;

  /// let Ctrl-C and its like reach the emulator instead of the guest, when a terminal is used
  bool signal = false;

  bool operator==(const ChardevStdio&) const = default;

  static const qapi::ObjectType kType;
};

/// What comes with `CHARDEV_IO_ERROR`.
struct ChardevIoErrorEvent {
  /// path of the character backend
  std::string backend;

  /// what follows: `stop` or `report`
  ChardevErrorAction action{};

  /// there is no room left
  bool nospace{};

  /// why, in words
  std::string reason;

  bool operator==(const ChardevIoErrorEvent&) const = default;

  static const qapi::ObjectType kType;
};

/// Configuration of a backend on files.
struct ChardevFile {
  /// path of a file that keeps what is sent, whether anybody receives it or not; it ends where it
  /// cannot be written
  std::optional<std::string> logfile;

  /// keep what is in `logfile`
  bool logappend = false;

  /// several devices may use the backend, and monitors (monitor-add with `listen=chardev:ID`).
  /// What each of them sends goes out; what comes in is for one of them, at first that which was
  /// there first, and for the next one after Ctrl-A c. Ctrl-A h shows what else there is.
  bool mux = false;

  /// path of the file that is received; nothing is when not given
  std::optional<std::string> in;

  /// path of the file that what is sent is written to
  std::string out;

  /// keep what is in `out`
  bool append = false;

  /// what follows when `out` cannot be written
  ChardevErrorAction werror = ChardevErrorAction::Report;

  bool operator==(const ChardevFile&) const = default;

  static const qapi::ObjectType kType;
};

/// Configuration of a backend on a stream socket.
struct ChardevSocket {
  /// path of a file that keeps what is sent, whether anybody receives it or not; it ends where it
  /// cannot be written
  std::optional<std::string> logfile;

  /// keep what is in `logfile`
  bool logappend = false;

  /// several devices may use the backend, and monitors (monitor-add with `listen=chardev:ID`).
  /// What each of them sends goes out; what comes in is for one of them, at first that which was
  /// there first, and for the next one after Ctrl-A c. Ctrl-A h shows what else there is.
  bool mux = false;

  /// the address to listen at or to connect to
  SocketAddressLegacy addr;

  /// listen instead of connecting
  bool server = true;

  /// begin only when a peer has connected. Not available: the program would answer nobody
  /// meanwhile.
  bool wait = false;

  /// send small amounts at once, without waiting for more (TCP only)
  bool nodelay = false;

  /// after so many seconds, try again to connect; 0: never. Not for servers, which take the next
  /// peer that connects. (s, 0 to 86400)
  int64_t reconnect = 0;

  bool operator==(const ChardevSocket&) const = default;

  static const qapi::ObjectType kType;
};

/// Configuration of a backend on a pseudoterminal.
struct ChardevPty {
  /// path of a file that keeps what is sent, whether anybody receives it or not; it ends where it
  /// cannot be written
  std::optional<std::string> logfile;

  /// keep what is in `logfile`
  bool logappend = false;

  /// several devices may use the backend, and monitors (monitor-add with `listen=chardev:ID`).
  /// What each of them sends goes out; what comes in is for one of them, at first that which was
  /// there first, and for the next one after Ctrl-A c. Ctrl-A h shows what else there is.
  bool mux = false;

  bool operator==(const ChardevPty&) const = default;

  static const qapi::ObjectType kType;
};

/// Configuration of a backend on a datagram socket.
struct ChardevUdp {
  /// path of a file that keeps what is sent, whether anybody receives it or not; it ends where it
  /// cannot be written
  std::optional<std::string> logfile;

  /// keep what is in `logfile`
  bool logappend = false;

  /// several devices may use the backend, and monitors (monitor-add with `listen=chardev:ID`).
  /// What each of them sends goes out; what comes in is for one of them, at first that which was
  /// there first, and for the next one after Ctrl-A c. Ctrl-A h shows what else there is.
  bool mux = false;

  /// the address that what is sent goes to
  SocketAddressLegacy remote;

  /// the address that what is received comes to; any free one when not given
  std::optional<SocketAddressLegacy> local;

  bool operator==(const ChardevUdp&) const = default;

  static const qapi::ObjectType kType;
};

/// Configuration of a backend that keeps the last of what was sent, for ringbuf-read.
struct ChardevRingbuf {
  /// path of a file that keeps what is sent, whether anybody receives it or not; it ends where it
  /// cannot be written
  std::optional<std::string> logfile;

  /// keep what is in `logfile`
  bool logappend = false;

  /// several devices may use the backend, and monitors (monitor-add with `listen=chardev:ID`).
  /// What each of them sends goes out; what comes in is for one of them, at first that which was
  /// there first, and for the next one after Ctrl-A c. Ctrl-A h shows what else there is.
  bool mux = false;

  /// how much it keeps (bytes, 1 to 67108864)
  uint64_t size = 65536;

  bool operator==(const ChardevRingbuf&) const = default;

  static const qapi::ObjectType kType;
};

/// See `ChardevNullWrapper`.
struct ChardevNullWrapper {
  /// the configuration
  ChardevNull data;

  bool operator==(const ChardevNullWrapper&) const = default;

  static const qapi::ObjectType kType;
};

/// See `ChardevStdioWrapper`.
struct ChardevStdioWrapper {
  /// the configuration
  ChardevStdio data;

  bool operator==(const ChardevStdioWrapper&) const = default;

  static const qapi::ObjectType kType;
};

/// See `ChardevFileWrapper`.
struct ChardevFileWrapper {
  /// the configuration
  ChardevFile data;

  bool operator==(const ChardevFileWrapper&) const = default;

  static const qapi::ObjectType kType;
};

/// See `ChardevSocketWrapper`.
struct ChardevSocketWrapper {
  /// the configuration
  ChardevSocket data;

  bool operator==(const ChardevSocketWrapper&) const = default;

  static const qapi::ObjectType kType;
};

/// See `ChardevPtyWrapper`.
struct ChardevPtyWrapper {
  /// the configuration
  ChardevPty data;

  bool operator==(const ChardevPtyWrapper&) const = default;

  static const qapi::ObjectType kType;
};

/// See `ChardevUdpWrapper`.
struct ChardevUdpWrapper {
  /// the configuration
  ChardevUdp data;

  bool operator==(const ChardevUdpWrapper&) const = default;

  static const qapi::ObjectType kType;
};

/// See `ChardevRingbufWrapper`.
struct ChardevRingbufWrapper {
  /// the configuration
  ChardevRingbuf data;

  bool operator==(const ChardevRingbufWrapper&) const = default;

  static const qapi::ObjectType kType;
};

/// Configuration of a character backend.
struct ChardevBackend {
  /// The branches, in the order of `ChardevBackendKind`.
  qapi::Variant<
      ChardevNullWrapper,
      ChardevStdioWrapper,
      ChardevFileWrapper,
      ChardevSocketWrapper,
      ChardevPtyWrapper,
      ChardevUdpWrapper,
      ChardevRingbufWrapper>
      u;

  /// its kind
  ChardevBackendKind type() const { return static_cast<ChardevBackendKind>(u.index()); }

  bool operator==(const ChardevBackend&) const = default;

  static const qapi::ObjectType kType;
};

/// What came of creating a character backend.
struct ChardevReturn {
  /// name of the pseudoterminal, for kinds that make one
  std::optional<std::string> pty;

  bool operator==(const ChardevReturn&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `chardev-add`.
struct ChardevAddArgs {
  /// its name
  std::string id;

  /// what it is
  ChardevBackend backend;

  bool operator==(const ChardevAddArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `chardev-remove`.
struct ChardevRemoveArgs {
  /// its name
  std::string id;

  bool operator==(const ChardevRemoveArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// A character backend.
struct ChardevInfo {
  /// its name
  std::string label;

  /// what it is connected to, in words
  std::string filename;

  /// whether a device uses it
  bool frontend_open{};

  bool operator==(const ChardevInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `ringbuf-write`.
struct RingbufWriteArgs {
  /// name of a character backend of the kind ringbuf
  std::string device;

  /// the bytes
  std::string data;

  /// how `data` is written
  DataFormat format = DataFormat::Utf8;

  bool operator==(const RingbufWriteArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `ringbuf-read`.
struct RingbufReadArgs {
  /// name of a character backend of the kind ringbuf
  std::string device;

  /// how many at most (bytes, 1 to 67108864)
  int64_t size{};

  /// how they are written
  DataFormat format = DataFormat::Utf8;

  bool operator==(const RingbufReadArgs&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
