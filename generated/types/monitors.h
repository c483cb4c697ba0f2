// Generated from qapigen/monitors.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <optional>
#include <string>
#include <vector>

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// What a monitor is made with.
struct MonitorOptions {
  /// where: `unix:PATH`, `tcp:HOST:PORT`, `fd:NAME` or `stdio`. A Unix socket is made for its
  /// owner alone (mode 0600). A TCP address must be of the loopback interface, unless there is
  /// `tls` or `insecure` is on; with port 0 a free one is chosen. NAME is that of a socket that
  /// getfd received, or on the command line the number of one that was inherited; it listens, or
  /// is connected to the only client. A program may have more places of its own: a serial line of
  /// an emulator.
  std::string listen;

  /// its name; absent: `monitor0`, or the next number that is free
  std::optional<std::string> id;

  /// its clients can run only commands that change nothing
  bool read_only = false;

  /// its clients can run commands of these groups, and those that change nothing; absent: all
  /// commands
  std::optional<std::vector<std::string>> groups;

  /// answers and events take several lines, indented, for people to read
  bool pretty = false;

  /// the TCP address speaks TLS, and may be one that other machines can reach: path of a folder
  /// with `server-cert.pem`, `server-key.pem` and, if clients are to prove who they are,
  /// `ca-cert.pem` of those who vouch for them
  std::optional<std::string> tls;

  /// the TCP address may be one that other machines can reach; whoever can connect to it controls
  /// the program
  bool insecure = false;

  bool operator==(const MonitorOptions&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `monitor-del`.
struct MonitorDelArgs {
  /// its name
  std::string id;

  bool operator==(const MonitorDelArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// A client that is connected.
struct MonitorClientInfo {
  /// how origins of commands name it: `monitor0.1`
  std::string name;

  /// who it is: `pid 4711, uid 1000, gid 1000` on a Unix socket, `127.0.0.1:4711` on a TCP one,
  /// `stdio`
  std::string peer;

  /// it has ended its negotiation
  bool negotiated{};

  /// its commands can be executed out of band
  bool oob{};

  bool operator==(const MonitorClientInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// A monitor as it came to be.
struct MonitorInfo {
  /// its name
  std::string id;

  /// its address, with the port that was chosen
  std::string listen;

  /// its clients can run only commands that change nothing
  bool read_only{};

  /// its clients can run commands of these groups, and those that change nothing; absent: all
  /// commands
  std::optional<std::vector<std::string>> groups;

  /// answers and events take several lines
  bool pretty{};

  /// the folder whose certificate it shows; absent: it does not speak TLS
  std::optional<std::string> tls;

  /// who is connected
  std::vector<MonitorClientInfo> clients;

  bool operator==(const MonitorInfo&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
