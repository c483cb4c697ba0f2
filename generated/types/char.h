// Generated from schema/char.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "generated/types/sockets.h"

namespace qapi {
class ObjectReader;
class ObjectWriter;
class Reader;
class Writer;
}  // namespace qapi

namespace api {

/// Kinds of character backends.
enum class ChardevBackendKind {
  Null,    ///< takes everything and gives nothing
  Stdio,   ///< standard input and output
  File,    ///< files
  Socket,  ///< a stream socket
};

std::string_view to_string(ChardevBackendKind value);
bool decode(const qapi::Reader& in, ChardevBackendKind& value);
void encode(qapi::Writer& out, ChardevBackendKind value);

/// Configuration of a backend that takes everything and gives nothing.
struct ChardevNull {
  bool operator==(const ChardevNull&) const = default;
};

bool decode(const qapi::Reader& in, ChardevNull& value);
void encode(qapi::Writer& out, const ChardevNull& value);

/// Configuration of a backend on standard input and output.
struct ChardevStdio {
  /// let Ctrl-C and its like reach the emulator instead of the guest, when a terminal is used
  bool signal = false;

  bool operator==(const ChardevStdio&) const = default;
};

bool decode(const qapi::Reader& in, ChardevStdio& value);
void encode(qapi::Writer& out, const ChardevStdio& value);

/// Configuration of a backend on files.
struct ChardevFile {
  /// path of the file that is received; nothing is when not given
  std::optional<std::string> in;

  /// path of the file that what is sent is written to
  std::string out;

  /// keep what is in `out`
  bool append = false;

  bool operator==(const ChardevFile&) const = default;
};

bool decode(const qapi::Reader& in, ChardevFile& value);
void encode(qapi::Writer& out, const ChardevFile& value);

/// Configuration of a backend on a stream socket.
struct ChardevSocket {
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
};

bool decode(const qapi::Reader& in, ChardevSocket& value);
void encode(qapi::Writer& out, const ChardevSocket& value);

/// See `ChardevNullWrapper`.
struct ChardevNullWrapper {
  /// the configuration
  ChardevNull data;

  bool operator==(const ChardevNullWrapper&) const = default;
};

bool decode(const qapi::Reader& in, ChardevNullWrapper& value);
void encode(qapi::Writer& out, const ChardevNullWrapper& value);
void decode_members(qapi::ObjectReader& object, ChardevNullWrapper& value);
void encode_members(qapi::ObjectWriter& object, const ChardevNullWrapper& value);

/// See `ChardevStdioWrapper`.
struct ChardevStdioWrapper {
  /// the configuration
  ChardevStdio data;

  bool operator==(const ChardevStdioWrapper&) const = default;
};

bool decode(const qapi::Reader& in, ChardevStdioWrapper& value);
void encode(qapi::Writer& out, const ChardevStdioWrapper& value);
void decode_members(qapi::ObjectReader& object, ChardevStdioWrapper& value);
void encode_members(qapi::ObjectWriter& object, const ChardevStdioWrapper& value);

/// See `ChardevFileWrapper`.
struct ChardevFileWrapper {
  /// the configuration
  ChardevFile data;

  bool operator==(const ChardevFileWrapper&) const = default;
};

bool decode(const qapi::Reader& in, ChardevFileWrapper& value);
void encode(qapi::Writer& out, const ChardevFileWrapper& value);
void decode_members(qapi::ObjectReader& object, ChardevFileWrapper& value);
void encode_members(qapi::ObjectWriter& object, const ChardevFileWrapper& value);

/// See `ChardevSocketWrapper`.
struct ChardevSocketWrapper {
  /// the configuration
  ChardevSocket data;

  bool operator==(const ChardevSocketWrapper&) const = default;
};

bool decode(const qapi::Reader& in, ChardevSocketWrapper& value);
void encode(qapi::Writer& out, const ChardevSocketWrapper& value);
void decode_members(qapi::ObjectReader& object, ChardevSocketWrapper& value);
void encode_members(qapi::ObjectWriter& object, const ChardevSocketWrapper& value);

/// Configuration of a character backend.
struct ChardevBackend {
  /// The branches, in the order of `ChardevBackendKind`.
  std::variant<ChardevNullWrapper, ChardevStdioWrapper, ChardevFileWrapper, ChardevSocketWrapper> u;

  /// its kind
  ChardevBackendKind type() const { return static_cast<ChardevBackendKind>(u.index()); }

  bool operator==(const ChardevBackend&) const = default;
};

bool decode(const qapi::Reader& in, ChardevBackend& value);
void encode(qapi::Writer& out, const ChardevBackend& value);

/// What came of creating a character backend.
struct ChardevReturn {
  /// name of the pseudoterminal, for kinds that make one
  std::optional<std::string> pty;

  bool operator==(const ChardevReturn&) const = default;
};

bool decode(const qapi::Reader& in, ChardevReturn& value);
void encode(qapi::Writer& out, const ChardevReturn& value);

/// Arguments of `chardev-add`.
struct ChardevAddArgs {
  /// its name
  std::string id;

  /// what it is
  ChardevBackend backend;

  bool operator==(const ChardevAddArgs&) const = default;
};

bool decode(const qapi::Reader& in, ChardevAddArgs& value);
void encode(qapi::Writer& out, const ChardevAddArgs& value);

/// Arguments of `chardev-remove`.
struct ChardevRemoveArgs {
  /// its name
  std::string id;

  bool operator==(const ChardevRemoveArgs&) const = default;
};

bool decode(const qapi::Reader& in, ChardevRemoveArgs& value);
void encode(qapi::Writer& out, const ChardevRemoveArgs& value);

/// A character backend.
struct ChardevInfo {
  /// its name
  std::string label;

  /// what it is connected to, in words
  std::string filename;

  /// whether a device uses it
  bool frontend_open{};

  bool operator==(const ChardevInfo&) const = default;
};

bool decode(const qapi::Reader& in, ChardevInfo& value);
void encode(qapi::Writer& out, const ChardevInfo& value);

}  // namespace api
