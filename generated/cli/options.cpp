// Generated from schema/ by codegen/templates/cli_options.cpp.j2.  Do not edit.

#include "generated/cli/options.h"

namespace api {
namespace {

constexpr std::string_view kConfigFormValues[] = {
    "config",
    "cli",
    "qmp",
    "script",
};

constexpr std::string_view kCompatPolicyInputValues[] = {
    "accept",
    "reject",
};

constexpr std::string_view kCompatPolicyOutputValues[] = {
    "accept",
    "hide",
};

constexpr std::string_view kRebootActionValues[] = {
    "reset",
    "shutdown",
};

constexpr std::string_view kShutdownActionValues[] = {
    "poweroff",
    "pause",
};

constexpr std::string_view kPanicActionValues[] = {
    "pause",
    "exit-failure",
};

constexpr std::string_view kWatchdogActionValues[] = {
    "reset",
    "poweroff",
    "pause",
    "debug",
    "none",
};

constexpr std::string_view kTrapLoopActionValues[] = {
    "none",
    "pause",
};

constexpr std::string_view kMigrationStatusValues[] = {
    "none",
    "setup",
    "cancelled",
    "active",
    "pre-switchover",
    "device",
    "completed",
    "failed",
};

constexpr std::string_view kChardevBackendKindValues[] = {
    "null",
    "stdio",
    "file",
    "socket",
    "pty",
    "udp",
    "ringbuf",
};

constexpr std::string_view kChardevErrorActionValues[] = {
    "report",
    "ignore",
    "enospc",
    "stop",
};

constexpr std::string_view kDataFormatValues[] = {
    "utf8",
    "base64",
};

constexpr std::string_view kNetClientDriverValues[] = {
    "null",
    "user",
    "tap",
    "stream",
    "dgram",
    "vhost-user",
};

constexpr std::string_view kBlockdevDiscardOptionsValues[] = {
    "ignore",
    "unmap",
};

constexpr std::string_view kBlockdevDriverValues[] = {
    "null-co",
    "file",
    "raw",
    "qcow2",
    "nbd",
    "throttle",
    "blkdebug",
};

constexpr std::string_view kGraphFormatValues[] = {
    "dot",
    "mermaid",
    "svg",
};

constexpr std::string_view kGraphKindValues[] = {
    "composition",
    "memory",
    "bus",
    "irq",
    "reset",
    "clock",
    "cpu-topology",
    "block",
};

constexpr std::string_view kSocketAddressTypeValues[] = {
    "inet",
    "unix",
    "fd",
};

constexpr std::string_view kOnOffAutoValues[] = {
    "auto",
    "on",
    "off",
};

constexpr std::string_view kBlockdevAioOptionsValues[] = {
    "threads",
    "io_uring",
};

constexpr std::string_view kRiscvLevelValues[] = {
    "machine",
    "supervisor",
};

constexpr std::string_view kRtcClockValues[] = {
    "host",
    "guest",
};

constexpr std::string_view kBlockdevOnErrorValues[] = {
    "report",
    "ignore",
    "enospc",
    "stop",
};

constexpr qapi::CliMember kChardevNullObjectMembers[] = {
    {
        .name = "logfile",
        .type = "str",
        .doc = "path of a file that keeps what is sent, whether anybody receives it or not; it "
               "ends where it cannot be written",
    },
    {
        .name = "logappend",
        .type = "bool",
        .default_json = "false",
        .doc = "keep what is in logfile",
    },
    {
        .name = "mux",
        .type = "bool",
        .default_json = "false",
        .doc = "several devices may use the backend, and monitors (monitor-add with "
               "`listen=chardev:ID`). What each of them sends goes out; what comes in is for one "
               "of them, at first that which was there first, and for the next one after Ctrl-A c. "
               "Ctrl-A h shows what else there is.",
    },
};

constexpr qapi::CliMember kChardevStdioObjectMembers[] = {
    {
        .name = "logfile",
        .type = "str",
        .doc = "path of a file that keeps what is sent, whether anybody receives it or not; it "
               "ends where it cannot be written",
    },
    {
        .name = "logappend",
        .type = "bool",
        .default_json = "false",
        .doc = "keep what is in logfile",
    },
    {
        .name = "mux",
        .type = "bool",
        .default_json = "false",
        .doc = "several devices may use the backend, and monitors (monitor-add with "
               "`listen=chardev:ID`). What each of them sends goes out; what comes in is for one "
               "of them, at first that which was there first, and for the next one after Ctrl-A c. "
               "Ctrl-A h shows what else there is.",
    },
    {
        .name = "signal",
        .type = "bool",
        .default_json = "false",
        .doc = "let Ctrl-C and its like reach the emulator instead of the guest, when a terminal "
               "is used",
    },
};

constexpr qapi::CliMember kChardevUdpObjectMembers[] = {
    {
        .name = "logfile",
        .type = "str",
        .doc = "path of a file that keeps what is sent, whether anybody receives it or not; it "
               "ends where it cannot be written",
    },
    {
        .name = "logappend",
        .type = "bool",
        .default_json = "false",
        .doc = "keep what is in logfile",
    },
    {
        .name = "mux",
        .type = "bool",
        .default_json = "false",
        .doc = "several devices may use the backend, and monitors (monitor-add with "
               "`listen=chardev:ID`). What each of them sends goes out; what comes in is for one "
               "of them, at first that which was there first, and for the next one after Ctrl-A c. "
               "Ctrl-A h shows what else there is.",
    },
    {
        .name = "remote",
        .type = "SocketAddressLegacy",
        .mandatory = true,
        .example_json = "{\"type\":\"inet\",\"data\":{\"host\":\"127.0.0.1\",\"port\":\"9\"}}",
        .doc = "the address that what is sent goes to",
    },
    {
        .name = "remote.type",
        .type = "SocketAddressType",
        .mandatory = true,
        .values = kSocketAddressTypeValues,
        .doc = "its family",
    },
    {
        .name = "remote.data",
        .type = "InetSocketAddress",
        .doc = "the address (for remote.type=inet)",
    },
    {
        .name = "remote.data.host",
        .type = "str",
        .doc = "host name or IP address (for remote.type=inet)",
    },
    {
        .name = "remote.data.port",
        .type = "str",
        .doc = "port number or service name; 0 when listening: any free one (for remote.type=inet)",
    },
    {
        .name = "remote.data.path",
        .type = "str",
        .doc = "path in the file system (for remote.type=unix)",
    },
    {
        .name = "remote.data.str",
        .type = "str",
        .doc = "the name that getfd gave it, or on the command line the number under which it was "
               "inherited (for remote.type=fd)",
    },
    {
        .name = "local",
        .type = "SocketAddressLegacy",
        .doc = "the address that what is received comes to; any free one when not given",
    },
    {
        .name = "local.type",
        .type = "SocketAddressType",
        .values = kSocketAddressTypeValues,
        .doc = "its family",
    },
    {
        .name = "local.data",
        .type = "InetSocketAddress",
        .doc = "the address (for local.type=inet)",
    },
    {
        .name = "local.data.host",
        .type = "str",
        .doc = "host name or IP address (for local.type=inet)",
    },
    {
        .name = "local.data.port",
        .type = "str",
        .doc = "port number or service name; 0 when listening: any free one (for local.type=inet)",
    },
    {
        .name = "local.data.path",
        .type = "str",
        .doc = "path in the file system (for local.type=unix)",
    },
    {
        .name = "local.data.str",
        .type = "str",
        .doc = "the name that getfd gave it, or on the command line the number under which it was "
               "inherited (for local.type=fd)",
    },
};

constexpr qapi::CliMember kChardevFileObjectMembers[] = {
    {
        .name = "logfile",
        .type = "str",
        .doc = "path of a file that keeps what is sent, whether anybody receives it or not; it "
               "ends where it cannot be written",
    },
    {
        .name = "logappend",
        .type = "bool",
        .default_json = "false",
        .doc = "keep what is in logfile",
    },
    {
        .name = "mux",
        .type = "bool",
        .default_json = "false",
        .doc = "several devices may use the backend, and monitors (monitor-add with "
               "`listen=chardev:ID`). What each of them sends goes out; what comes in is for one "
               "of them, at first that which was there first, and for the next one after Ctrl-A c. "
               "Ctrl-A h shows what else there is.",
    },
    {
        .name = "in",
        .type = "str",
        .doc = "path of the file that is received; nothing is when not given",
    },
    {
        .name = "out",
        .type = "str",
        .mandatory = true,
        .example_json = "\"/dev/null\"",
        .doc = "path of the file that what is sent is written to",
    },
    {
        .name = "append",
        .type = "bool",
        .default_json = "false",
        .doc = "keep what is in out",
    },
    {
        .name = "werror",
        .type = "ChardevErrorAction",
        .default_json = "\"report\"",
        .values = kChardevErrorActionValues,
        .doc = "what follows when out cannot be written",
    },
};

constexpr qapi::CliMember kChardevPtyObjectMembers[] = {
    {
        .name = "logfile",
        .type = "str",
        .doc = "path of a file that keeps what is sent, whether anybody receives it or not; it "
               "ends where it cannot be written",
    },
    {
        .name = "logappend",
        .type = "bool",
        .default_json = "false",
        .doc = "keep what is in logfile",
    },
    {
        .name = "mux",
        .type = "bool",
        .default_json = "false",
        .doc = "several devices may use the backend, and monitors (monitor-add with "
               "`listen=chardev:ID`). What each of them sends goes out; what comes in is for one "
               "of them, at first that which was there first, and for the next one after Ctrl-A c. "
               "Ctrl-A h shows what else there is.",
    },
};

constexpr qapi::CliMember kChardevRingbufObjectMembers[] = {
    {
        .name = "logfile",
        .type = "str",
        .doc = "path of a file that keeps what is sent, whether anybody receives it or not; it "
               "ends where it cannot be written",
    },
    {
        .name = "logappend",
        .type = "bool",
        .default_json = "false",
        .doc = "keep what is in logfile",
    },
    {
        .name = "mux",
        .type = "bool",
        .default_json = "false",
        .doc = "several devices may use the backend, and monitors (monitor-add with "
               "`listen=chardev:ID`). What each of them sends goes out; what comes in is for one "
               "of them, at first that which was there first, and for the next one after Ctrl-A c. "
               "Ctrl-A h shows what else there is.",
    },
    {
        .name = "size",
        .type = "size",
        .default_json = "65536",
        .range = "1 to 67108864",
        .unit = "bytes",
        .doc = "how much it keeps",
    },
};

constexpr qapi::CliMember kChardevSocketObjectMembers[] = {
    {
        .name = "logfile",
        .type = "str",
        .doc = "path of a file that keeps what is sent, whether anybody receives it or not; it "
               "ends where it cannot be written",
    },
    {
        .name = "logappend",
        .type = "bool",
        .default_json = "false",
        .doc = "keep what is in logfile",
    },
    {
        .name = "mux",
        .type = "bool",
        .default_json = "false",
        .doc = "several devices may use the backend, and monitors (monitor-add with "
               "`listen=chardev:ID`). What each of them sends goes out; what comes in is for one "
               "of them, at first that which was there first, and for the next one after Ctrl-A c. "
               "Ctrl-A h shows what else there is.",
    },
    {
        .name = "addr",
        .type = "SocketAddressLegacy",
        .mandatory = true,
        .example_json = "{\"type\":\"inet\",\"data\":{\"host\":\"127.0.0.1\",\"port\":\"0\"}}",
        .doc = "the address to listen at or to connect to",
    },
    {
        .name = "addr.type",
        .type = "SocketAddressType",
        .mandatory = true,
        .values = kSocketAddressTypeValues,
        .doc = "its family",
    },
    {
        .name = "addr.data",
        .type = "InetSocketAddress",
        .doc = "the address (for addr.type=inet)",
    },
    {
        .name = "addr.data.host",
        .type = "str",
        .doc = "host name or IP address (for addr.type=inet)",
    },
    {
        .name = "addr.data.port",
        .type = "str",
        .doc = "port number or service name; 0 when listening: any free one (for addr.type=inet)",
    },
    {
        .name = "addr.data.path",
        .type = "str",
        .doc = "path in the file system (for addr.type=unix)",
    },
    {
        .name = "addr.data.str",
        .type = "str",
        .doc = "the name that getfd gave it, or on the command line the number under which it was "
               "inherited (for addr.type=fd)",
    },
    {
        .name = "server",
        .type = "bool",
        .default_json = "true",
        .doc = "listen instead of connecting",
    },
    {
        .name = "wait",
        .type = "bool",
        .default_json = "false",
        .doc = "begin only when a peer has connected. Not available: the program would answer "
               "nobody meanwhile.",
    },
    {
        .name = "nodelay",
        .type = "bool",
        .default_json = "false",
        .doc = "send small amounts at once, without waiting for more (TCP only)",
    },
    {
        .name = "reconnect",
        .type = "int",
        .default_json = "0",
        .range = "0 to 86400",
        .unit = "s",
        .doc = "after so many seconds, try again to connect; 0: never. Not for servers, which take "
               "the next peer that connects.",
    },
};

constexpr qapi::CliMember kNetdevUserObjectMembers[] = {
    {
        .name = "hostname",
        .type = "str",
        .doc = "name that the DHCP server gives the guest",
    },
    {
        .name = "restrict",
        .type = "bool",
        .default_json = "false",
        .doc = "keep the guest from the host and from everything beyond; only hostfwd gets through",
    },
    {
        .name = "ipv4",
        .type = "bool",
        .default_json = "true",
        .doc = "whether there is IPv4",
    },
    {
        .name = "ipv6",
        .type = "bool",
        .default_json = "true",
        .doc = "whether there is IPv6",
    },
    {
        .name = "net",
        .type = "str",
        .default_json = "\"10.0.2.0/24\"",
        .doc = "the network, as ADDRESS/BITS",
    },
    {
        .name = "host",
        .type = "str",
        .doc = "address of the router; without it the second one of net",
    },
    {
        .name = "dhcpstart",
        .type = "str",
        .doc = "the first of 16 addresses that are given out; without it the 15th of net",
    },
    {
        .name = "dns",
        .type = "str",
        .doc = "address at which the host's name server is found; without it the third of net",
    },
    {
        .name = "dnssearch",
        .type = "[String]",
        .doc = "domains that the DHCP server tells the guest to search",
    },
    {
        .name = "domainname",
        .type = "str",
        .doc = "domain that the DHCP server tells the guest",
    },
    {
        .name = "ipv6-prefix",
        .type = "str",
        .default_json = "\"fec0::\"",
        .doc = "the IPv6 network",
    },
    {
        .name = "ipv6-prefixlen",
        .type = "int",
        .default_json = "64",
        .range = "1 to 126",
        .unit = "bits",
        .doc = "its number of bits",
    },
    {
        .name = "ipv6-host",
        .type = "str",
        .doc = "IPv6 address of the router; without it ::2 of ipv6-prefix",
    },
    {
        .name = "ipv6-dns",
        .type = "str",
        .doc =
            "IPv6 address at which the host's name server is found; without it ::3 of ipv6-prefix",
    },
    {
        .name = "tftp",
        .type = "str",
        .doc = "folder whose files the router gives out over TFTP",
    },
    {
        .name = "bootfile",
        .type = "str",
        .doc = "name of the file that DHCP tells the guest to boot",
    },
    {
        .name = "tftp-server-name",
        .type = "str",
        .doc = "name of the TFTP server that DHCP tells the guest",
    },
    {
        .name = "hostfwd",
        .type = "[String]",
        .doc = "ports of the host that lead to ports of the guest, each as "
               "`tcp|udp:[HOST]:PORT-[GUEST]:PORT`. Without GUEST it is the first address that is "
               "given out; without HOST every address of the host.",
    },
};

constexpr qapi::CliMember kNetdevTapObjectMembers[] = {
    {
        .name = "ifname",
        .type = "str",
        .doc = "name of the interface, which is created if there is none and we may; without it "
               "the host chooses one",
    },
    {
        .name = "fd",
        .type = "str",
        .doc = "instead of ifname, a TAP interface that is open with IFF_NO_PI: the name that "
               "getfd gave it, or on the command line the number under which it was inherited",
    },
};

constexpr qapi::CliMember kNetdevStreamObjectMembers[] = {
    {
        .name = "addr",
        .type = "SocketAddress",
        .mandatory = true,
        .example_json = "{\"type\":\"inet\",\"host\":\"127.0.0.1\",\"port\":\"0\"}",
        .doc = "the address to listen at or to connect to",
    },
    {
        .name = "addr.type",
        .type = "SocketAddressType",
        .mandatory = true,
        .values = kSocketAddressTypeValues,
        .doc = "its family",
    },
    {
        .name = "addr.host",
        .type = "str",
        .doc = "host name or IP address (for addr.type=inet)",
    },
    {
        .name = "addr.port",
        .type = "str",
        .doc = "port number or service name; 0 when listening: any free one (for addr.type=inet)",
    },
    {
        .name = "addr.path",
        .type = "str",
        .doc = "path in the file system (for addr.type=unix)",
    },
    {
        .name = "addr.str",
        .type = "str",
        .doc = "the name that getfd gave it, or on the command line the number under which it was "
               "inherited (for addr.type=fd)",
    },
    {
        .name = "server",
        .type = "bool",
        .default_json = "false",
        .doc = "listen instead of connecting",
    },
    {
        .name = "reconnect",
        .type = "int",
        .default_json = "0",
        .range = "0 to 86400",
        .unit = "s",
        .doc = "after so many seconds, try again to connect; 0: never. Not for servers, which take "
               "the next peer that connects.",
    },
};

constexpr qapi::CliMember kNetdevDgramObjectMembers[] = {
    {
        .name = "local",
        .type = "SocketAddress",
        .example_json = "{\"type\":\"inet\",\"host\":\"127.0.0.1\",\"port\":\"0\"}",
        .doc = "the address to receive at. Not needed for a Unix socket that only sends; a "
               "descriptor that was handed over is given here, alone.",
    },
    {
        .name = "local.type",
        .type = "SocketAddressType",
        .values = kSocketAddressTypeValues,
        .doc = "its family",
    },
    {
        .name = "local.host",
        .type = "str",
        .doc = "host name or IP address (for local.type=inet)",
    },
    {
        .name = "local.port",
        .type = "str",
        .doc = "port number or service name; 0 when listening: any free one (for local.type=inet)",
    },
    {
        .name = "local.path",
        .type = "str",
        .doc = "path in the file system (for local.type=unix)",
    },
    {
        .name = "local.str",
        .type = "str",
        .doc = "the name that getfd gave it, or on the command line the number under which it was "
               "inherited (for local.type=fd)",
    },
    {
        .name = "remote",
        .type = "SocketAddress",
        .example_json = "{\"type\":\"inet\",\"host\":\"127.0.0.1\",\"port\":\"9\"}",
        .doc = "the address to send to",
    },
    {
        .name = "remote.type",
        .type = "SocketAddressType",
        .values = kSocketAddressTypeValues,
        .doc = "its family",
    },
    {
        .name = "remote.host",
        .type = "str",
        .doc = "host name or IP address (for remote.type=inet)",
    },
    {
        .name = "remote.port",
        .type = "str",
        .doc = "port number or service name; 0 when listening: any free one (for remote.type=inet)",
    },
    {
        .name = "remote.path",
        .type = "str",
        .doc = "path in the file system (for remote.type=unix)",
    },
    {
        .name = "remote.str",
        .type = "str",
        .doc = "the name that getfd gave it, or on the command line the number under which it was "
               "inherited (for remote.type=fd)",
    },
};

constexpr qapi::CliMember kNetdevVhostUserObjectMembers[] = {
    {
        .name = "addr",
        .type = "SocketAddress",
        .mandatory = true,
        .example_json = "{\"type\":\"unix\",\"path\":\"/tmp/vhost-user.sock\"}",
        .doc = "the address to listen at or to connect to. Only Unix sockets will do, as memory is "
               "handed over.",
    },
    {
        .name = "addr.type",
        .type = "SocketAddressType",
        .mandatory = true,
        .values = kSocketAddressTypeValues,
        .doc = "its family",
    },
    {
        .name = "addr.host",
        .type = "str",
        .doc = "host name or IP address (for addr.type=inet)",
    },
    {
        .name = "addr.port",
        .type = "str",
        .doc = "port number or service name; 0 when listening: any free one (for addr.type=inet)",
    },
    {
        .name = "addr.path",
        .type = "str",
        .doc = "path in the file system (for addr.type=unix)",
    },
    {
        .name = "addr.str",
        .type = "str",
        .doc = "the name that getfd gave it, or on the command line the number under which it was "
               "inherited (for addr.type=fd)",
    },
    {
        .name = "server",
        .type = "bool",
        .default_json = "false",
        .doc = "listen instead of connecting",
    },
    {
        .name = "reconnect",
        .type = "int",
        .default_json = "0",
        .range = "0 to 86400",
        .unit = "s",
        .doc = "after so many seconds, try again to connect; 0: never. Not for servers, which take "
               "the next back end that connects.",
    },
};

constexpr qapi::CliMember kFilterDumpObjectMembers[] = {
    {
        .name = "netdev",
        .type = "link<netdev>",
        .mandatory = true,
        .doc = "the backend",
    },
    {
        .name = "file",
        .type = "str",
        .mandatory = true,
        .example_json = "\"/dev/null\"",
        .doc = "path of the file; what is there is replaced",
    },
    {
        .name = "maxlen",
        .type = "uint32",
        .default_json = "65536",
        .range = "16 to 262144",
        .unit = "bytes",
        .doc = "how much of each frame is written at most",
    },
};

constexpr qapi::CliMember kBlockdevNullCoObjectMembers[] = {
    {
        .name = "read-only",
        .type = "bool",
        .doc = "refuse to write; off when not given",
    },
    {
        .name = "auto-read-only",
        .type = "bool",
        .doc = "become read-only where writing is not possible, instead of failing; off when not "
               "given",
    },
    {
        .name = "discard",
        .type = "BlockdevDiscardOptions",
        .values = kBlockdevDiscardOptionsValues,
        .doc = "what discarding does; `ignore` when not given",
    },
    {
        .name = "cache",
        .type = "BlockdevCacheOptions",
        .doc = "how the host's cache is used",
    },
    {
        .name = "cache.direct",
        .type = "bool",
        .default_json = "false",
        .doc = "go past the host's cache (O_DIRECT)",
    },
    {
        .name = "cache.no-flush",
        .type = "bool",
        .default_json = "false",
        .doc = "ignore it when the guest asks for what it wrote to be on the medium. A crash of "
               "the host may then destroy what is on the disk.",
    },
    {
        .name = "size",
        .type = "size",
        .default_json = "1073741824",
        .unit = "bytes",
        .doc = "what it pretends to hold",
    },
    {
        .name = "read-zeroes",
        .type = "bool",
        .default_json = "false",
        .doc = "reads give zeroes; else they leave the guest's memory as it is",
    },
};

constexpr qapi::CliMember kBlockdevFileObjectMembers[] = {
    {
        .name = "read-only",
        .type = "bool",
        .doc = "refuse to write; off when not given",
    },
    {
        .name = "auto-read-only",
        .type = "bool",
        .doc = "become read-only where writing is not possible, instead of failing; off when not "
               "given",
    },
    {
        .name = "discard",
        .type = "BlockdevDiscardOptions",
        .values = kBlockdevDiscardOptionsValues,
        .doc = "what discarding does; `ignore` when not given",
    },
    {
        .name = "cache",
        .type = "BlockdevCacheOptions",
        .doc = "how the host's cache is used",
    },
    {
        .name = "cache.direct",
        .type = "bool",
        .default_json = "false",
        .doc = "go past the host's cache (O_DIRECT)",
    },
    {
        .name = "cache.no-flush",
        .type = "bool",
        .default_json = "false",
        .doc = "ignore it when the guest asks for what it wrote to be on the medium. A crash of "
               "the host may then destroy what is on the disk.",
    },
    {
        .name = "filename",
        .type = "str",
        .mandatory = true,
        .example_json = "\"/srv/disk.img\"",
        .doc =
            "its path; `/dev/fdset/N` is one that was handed over with add-fd, `fd:NAME` one that "
            "getfd gave this name, or on the command line the number under which it was inherited",
    },
    {
        .name = "locking",
        .type = "OnOffAuto",
        .default_json = "\"auto\"",
        .values = kOnOffAutoValues,
        .doc = "keep other programs, QEMU among them, from using the file in a way that does not "
               "go together with ours",
    },
    {
        .name = "aio",
        .type = "BlockdevAioOptions",
        .default_json = "\"threads\"",
        .values = kBlockdevAioOptionsValues,
        .doc = "who waits for the host to read and write what devices ask for; nodes above that "
               "have threads of their own wait there",
    },
};

constexpr qapi::CliMember kBlockdevRawObjectMembers[] = {
    {
        .name = "read-only",
        .type = "bool",
        .doc = "refuse to write; off when not given",
    },
    {
        .name = "auto-read-only",
        .type = "bool",
        .doc = "become read-only where writing is not possible, instead of failing; off when not "
               "given",
    },
    {
        .name = "discard",
        .type = "BlockdevDiscardOptions",
        .values = kBlockdevDiscardOptionsValues,
        .doc = "what discarding does; `ignore` when not given",
    },
    {
        .name = "cache",
        .type = "BlockdevCacheOptions",
        .doc = "how the host's cache is used",
    },
    {
        .name = "cache.direct",
        .type = "bool",
        .default_json = "false",
        .doc = "go past the host's cache (O_DIRECT)",
    },
    {
        .name = "cache.no-flush",
        .type = "bool",
        .default_json = "false",
        .doc = "ignore it when the guest asks for what it wrote to be on the medium. A crash of "
               "the host may then destroy what is on the disk.",
    },
    {
        .name = "file",
        .type = "link<blockdev>",
        .mandatory = true,
        .doc = "the node below",
    },
    {
        .name = "offset",
        .type = "size",
        .default_json = "0",
        .unit = "bytes",
        .doc = "where in it the part begins",
    },
    {
        .name = "size",
        .type = "size",
        .unit = "bytes",
        .doc = "of the part; without it all that follows offset",
    },
};

constexpr qapi::CliMember kBlockdevQcow2ObjectMembers[] = {
    {
        .name = "read-only",
        .type = "bool",
        .doc = "refuse to write; off when not given",
    },
    {
        .name = "auto-read-only",
        .type = "bool",
        .doc = "become read-only where writing is not possible, instead of failing; off when not "
               "given",
    },
    {
        .name = "discard",
        .type = "BlockdevDiscardOptions",
        .values = kBlockdevDiscardOptionsValues,
        .doc = "what discarding does; `ignore` when not given",
    },
    {
        .name = "cache",
        .type = "BlockdevCacheOptions",
        .doc = "how the host's cache is used",
    },
    {
        .name = "cache.direct",
        .type = "bool",
        .default_json = "false",
        .doc = "go past the host's cache (O_DIRECT)",
    },
    {
        .name = "cache.no-flush",
        .type = "bool",
        .default_json = "false",
        .doc = "ignore it when the guest asks for what it wrote to be on the medium. A crash of "
               "the host may then destroy what is on the disk.",
    },
    {
        .name = "file",
        .type = "link<blockdev>",
        .mandatory = true,
        .doc = "the node that it lies in",
    },
    {
        .name = "backing",
        .type = "link<blockdev>",
        .doc = "the node that is seen where the image holds nothing; without it the one that the "
               "image names",
    },
    {
        .name = "no-backing",
        .type = "bool",
        .default_json = "false",
        .doc = "do not open the one that the image names",
    },
    {
        .name = "cache-size",
        .type = "size",
        .default_json = "33554432",
        .range = "0 to 4294967296",
        .unit = "bytes",
        .doc = "how much of the image's tables is kept in memory",
    },
};

constexpr qapi::CliMember kBlockdevNbdObjectMembers[] = {
    {
        .name = "read-only",
        .type = "bool",
        .doc = "refuse to write; off when not given",
    },
    {
        .name = "auto-read-only",
        .type = "bool",
        .doc = "become read-only where writing is not possible, instead of failing; off when not "
               "given",
    },
    {
        .name = "discard",
        .type = "BlockdevDiscardOptions",
        .values = kBlockdevDiscardOptionsValues,
        .doc = "what discarding does; `ignore` when not given",
    },
    {
        .name = "cache",
        .type = "BlockdevCacheOptions",
        .doc = "how the host's cache is used",
    },
    {
        .name = "cache.direct",
        .type = "bool",
        .default_json = "false",
        .doc = "go past the host's cache (O_DIRECT)",
    },
    {
        .name = "cache.no-flush",
        .type = "bool",
        .default_json = "false",
        .doc = "ignore it when the guest asks for what it wrote to be on the medium. A crash of "
               "the host may then destroy what is on the disk.",
    },
    {
        .name = "server",
        .type = "SocketAddress",
        .mandatory = true,
        .example_json = "{\"type\":\"unix\",\"path\":\"/run/nbd.sock\"}",
        .doc = "its address",
    },
    {
        .name = "server.type",
        .type = "SocketAddressType",
        .mandatory = true,
        .values = kSocketAddressTypeValues,
        .doc = "its family",
    },
    {
        .name = "server.host",
        .type = "str",
        .doc = "host name or IP address (for server.type=inet)",
    },
    {
        .name = "server.port",
        .type = "str",
        .doc = "port number or service name; 0 when listening: any free one (for server.type=inet)",
    },
    {
        .name = "server.path",
        .type = "str",
        .doc = "path in the file system (for server.type=unix)",
    },
    {
        .name = "server.str",
        .type = "str",
        .doc = "the name that getfd gave it, or on the command line the number under which it was "
               "inherited (for server.type=fd)",
    },
    {
        .name = "export",
        .type = "str",
        .doc = "which export; without it the server's default one",
    },
    {
        .name = "reconnect-delay",
        .type = "uint32",
        .default_json = "0",
        .unit = "s",
        .doc = "how long requests wait for a server that has gone to come back. After that they "
               "fail, until it does.",
    },
    {
        .name = "open-timeout",
        .type = "uint32",
        .default_json = "0",
        .range = "0 to 3600",
        .unit = "s",
        .doc = "for how long it is tried to reach the server at first; 0 is once, and up to 10 "
               "seconds for its answers",
    },
};

constexpr qapi::CliMember kBlockdevThrottleObjectMembers[] = {
    {
        .name = "read-only",
        .type = "bool",
        .doc = "refuse to write; off when not given",
    },
    {
        .name = "auto-read-only",
        .type = "bool",
        .doc = "become read-only where writing is not possible, instead of failing; off when not "
               "given",
    },
    {
        .name = "discard",
        .type = "BlockdevDiscardOptions",
        .values = kBlockdevDiscardOptionsValues,
        .doc = "what discarding does; `ignore` when not given",
    },
    {
        .name = "cache",
        .type = "BlockdevCacheOptions",
        .doc = "how the host's cache is used",
    },
    {
        .name = "cache.direct",
        .type = "bool",
        .default_json = "false",
        .doc = "go past the host's cache (O_DIRECT)",
    },
    {
        .name = "cache.no-flush",
        .type = "bool",
        .default_json = "false",
        .doc = "ignore it when the guest asks for what it wrote to be on the medium. A crash of "
               "the host may then destroy what is on the disk.",
    },
    {
        .name = "throttle-group",
        .type = "link<throttle-group>",
        .mandatory = true,
        .doc = "whose limits; all nodes of a group share them",
    },
    {
        .name = "file",
        .type = "link<blockdev>",
        .mandatory = true,
        .doc = "the node below",
    },
};

constexpr qapi::CliMember kBlockdevBlkdebugObjectMembers[] = {
    {
        .name = "read-only",
        .type = "bool",
        .doc = "refuse to write; off when not given",
    },
    {
        .name = "auto-read-only",
        .type = "bool",
        .doc = "become read-only where writing is not possible, instead of failing; off when not "
               "given",
    },
    {
        .name = "discard",
        .type = "BlockdevDiscardOptions",
        .values = kBlockdevDiscardOptionsValues,
        .doc = "what discarding does; `ignore` when not given",
    },
    {
        .name = "cache",
        .type = "BlockdevCacheOptions",
        .doc = "how the host's cache is used",
    },
    {
        .name = "cache.direct",
        .type = "bool",
        .default_json = "false",
        .doc = "go past the host's cache (O_DIRECT)",
    },
    {
        .name = "cache.no-flush",
        .type = "bool",
        .default_json = "false",
        .doc = "ignore it when the guest asks for what it wrote to be on the medium. A crash of "
               "the host may then destroy what is on the disk.",
    },
    {
        .name = "image",
        .type = "link<blockdev>",
        .mandatory = true,
        .doc = "the node below",
    },
    {
        .name = "inject-error",
        .type = "[BlkdebugInjectError]",
        .doc = "what fails; can be changed at any time. The first that a request matches counts.",
    },
};

constexpr qapi::CliMember kThrottleGroupObjectMembers[] = {
    {
        .name = "limits",
        .type = "ThrottleLimits",
        .doc = "how much; can be changed at any time",
    },
    {
        .name = "limits.iops-total",
        .type = "uint64",
        .default_json = "0",
        .range = "0 to 1000000000000000",
        .doc = "requests in a second",
    },
    {
        .name = "limits.iops-total-max",
        .type = "uint64",
        .default_json = "0",
        .range = "0 to 1000000000000000",
        .doc = "the same in a burst",
    },
    {
        .name = "limits.iops-total-max-length",
        .type = "uint32",
        .default_json = "1",
        .range = "1 to 4294967295",
        .unit = "s",
        .doc = "how long such a burst can last",
    },
    {
        .name = "limits.iops-read",
        .type = "uint64",
        .default_json = "0",
        .range = "0 to 1000000000000000",
        .doc = "reads in a second",
    },
    {
        .name = "limits.iops-read-max",
        .type = "uint64",
        .default_json = "0",
        .range = "0 to 1000000000000000",
        .doc = "the same in a burst",
    },
    {
        .name = "limits.iops-read-max-length",
        .type = "uint32",
        .default_json = "1",
        .range = "1 to 4294967295",
        .unit = "s",
        .doc = "how long such a burst can last",
    },
    {
        .name = "limits.iops-write",
        .type = "uint64",
        .default_json = "0",
        .range = "0 to 1000000000000000",
        .doc = "writes in a second",
    },
    {
        .name = "limits.iops-write-max",
        .type = "uint64",
        .default_json = "0",
        .range = "0 to 1000000000000000",
        .doc = "the same in a burst",
    },
    {
        .name = "limits.iops-write-max-length",
        .type = "uint32",
        .default_json = "1",
        .range = "1 to 4294967295",
        .unit = "s",
        .doc = "how long such a burst can last",
    },
    {
        .name = "limits.bps-total",
        .type = "uint64",
        .default_json = "0",
        .range = "0 to 1000000000000000",
        .doc = "bytes in a second",
    },
    {
        .name = "limits.bps-total-max",
        .type = "uint64",
        .default_json = "0",
        .range = "0 to 1000000000000000",
        .doc = "the same in a burst",
    },
    {
        .name = "limits.bps-total-max-length",
        .type = "uint32",
        .default_json = "1",
        .range = "1 to 4294967295",
        .unit = "s",
        .doc = "how long such a burst can last",
    },
    {
        .name = "limits.bps-read",
        .type = "uint64",
        .default_json = "0",
        .range = "0 to 1000000000000000",
        .doc = "bytes that are read in a second",
    },
    {
        .name = "limits.bps-read-max",
        .type = "uint64",
        .default_json = "0",
        .range = "0 to 1000000000000000",
        .doc = "the same in a burst",
    },
    {
        .name = "limits.bps-read-max-length",
        .type = "uint32",
        .default_json = "1",
        .range = "1 to 4294967295",
        .unit = "s",
        .doc = "how long such a burst can last",
    },
    {
        .name = "limits.bps-write",
        .type = "uint64",
        .default_json = "0",
        .range = "0 to 1000000000000000",
        .doc = "bytes that are written in a second",
    },
    {
        .name = "limits.bps-write-max",
        .type = "uint64",
        .default_json = "0",
        .range = "0 to 1000000000000000",
        .doc = "the same in a burst",
    },
    {
        .name = "limits.bps-write-max-length",
        .type = "uint32",
        .default_json = "1",
        .range = "1 to 4294967295",
        .unit = "s",
        .doc = "how long such a burst can last",
    },
    {
        .name = "limits.iops-size",
        .type = "uint64",
        .default_json = "0",
        .range = "0 to 1000000000000000",
        .unit = "bytes",
        .doc = "a request counts as one for each so many bytes that it has, or has begun; 0: each "
               "is one",
    },
};

constexpr qapi::CliMember kAddressSpaceObjectMembers[] = {
    {
        .name = "size",
        .type = "size",
        .default_json = "0",
        .unit = "bytes",
        .doc = "how many addresses it has, from 0 on; with 0 it has all 2^64. Nothing can be "
               "mapped beyond, and where it is mapped as a whole it takes that much.",
    },
};

constexpr qapi::CliMember kRamObjectMembers[] = {
    {
        .name = "size",
        .type = "size",
        .mandatory = true,
        .range = "4096 to 70368744177664",
        .unit = "bytes",
        .example_json = "4194304",
        .doc = "how much; a multiple of 4096",
    },
    {
        .name = "in-device-tree",
        .type = "bool",
        .default_json = "true",
        .doc = "whether the guest's device tree tells of it as memory. Off for memories with a "
               "purpose of their own, which an operating system must not take for its own.",
    },
};

constexpr qapi::CliMember kRomObjectMembers[] = {
    {
        .name = "size",
        .type = "size",
        .mandatory = true,
        .range = "4096 to 4294967296",
        .unit = "bytes",
        .example_json = "65536",
        .doc = "how much; a multiple of 4096",
    },
};

constexpr qapi::CliMember kLoaderObjectMembers[] = {
    {
        .name = "file",
        .type = "str",
        .mandatory = true,
        .example_json = "\"firmware.elf\"",
        .doc = "path of the file",
    },
    {
        .name = "space",
        .type = "link<address-space>",
        .mandatory = true,
        .doc = "where to",
    },
    {
        .name = "addr",
        .type = "size",
        .unit = "address",
        .doc = "address of the first byte, for files that do not say it themselves, as ELF "
               "executables do",
    },
    {
        .name = "elf-machine",
        .type = "uint16",
        .default_json = "243",
        .doc = "`e_machine` of the ELF files that can run here; 243 is RISC-V",
    },
    {
        .name = "xlen",
        .type = "uint8",
        .range = "32 to 64",
        .doc = "bits of the processor's registers, 32 or 64. ELF files of another width are "
               "refused; without it none are.",
    },
    {
        .name = "chardev",
        .type = "link<chardev>",
        .doc = "where console output through HTIF goes; nowhere without it",
    },
};

constexpr qapi::CliMember kRiscvHartObjectMembers[] = {
    {
        .name = "isa",
        .type = "str",
        .default_json = "\"rv64gc\"",
        .example_json = "\"rv64gc_zba_zbb\"",
        .doc = "what the hart implements, as a device tree's `riscv,isa` writes it: `rv32` or "
               "`rv64` and the names of `RiscvExtension`, `g` for `imafd`, `zicntr`, `zicsr` and "
               "`zifencei`, `b` for `zba`, `zbb` and `zbs`. What the string leaves out raises an "
               "illegal-instruction exception.",
    },
    {
        .name = "hartid",
        .type = "uint64",
        .default_json = "0",
        .doc = "what the hart reads in mhartid",
    },
    {
        .name = "space",
        .type = "link<address-space>",
        .mandatory = true,
        .doc = "the address space that the hart sees",
    },
    {
        .name = "reset-vector",
        .type = "uint64",
        .default_json = "4096",
        .doc = "where it starts after a reset",
    },
    {
        .name = "supervisor",
        .type = "bool",
        .default_json = "true",
        .doc = "whether there is supervisor mode",
    },
    {
        .name = "timebase-frequency",
        .type = "uint32",
        .default_json = "10000000",
        .range = "1 to 1000000000",
        .unit = "Hz",
        .doc = "of the time CSR",
    },
};

constexpr qapi::CliMember kRiscvClusterObjectMembers[] = {
    {
        .name = "count",
        .type = "uint32",
        .default_json = "1",
        .range = "1 to 512",
        .doc = "number of harts",
    },
    {
        .name = "isa",
        .type = "str",
        .default_json = "\"rv64gc\"",
        .doc = "what they implement, as a RISC-V ISA string (unprivileged specification 20240411, "
               "chapter 36); see `riscv-hart`",
    },
    {
        .name = "space",
        .type = "link<address-space>",
        .mandatory = true,
        .doc = "the address space they execute from",
    },
    {
        .name = "hartid-base",
        .type = "uint32",
        .default_json = "0",
        .doc = "mhartid of the first one; the others follow",
    },
    {
        .name = "reset-vector",
        .type = "uint64",
        .default_json = "4096",
        .doc = "where they start after a reset, unless a `riscv-boot` starts them elsewhere",
    },
    {
        .name = "supervisor",
        .type = "bool",
        .default_json = "true",
        .doc = "whether they have supervisor mode; a microcontroller's do not",
    },
    {
        .name = "timebase-frequency",
        .type = "uint32",
        .default_json = "10000000",
        .range = "1 to 1000000000",
        .unit = "Hz",
        .doc = "of the time CSR; that of the machine's timer",
    },
};

constexpr qapi::CliMember kRiscvBootObjectMembers[] = {
    {
        .name = "cpus",
        .type = "link<riscv-cluster>",
        .mandatory = true,
        .doc = "the harts",
    },
    {
        .name = "monitor",
        .type = "link<riscv-cluster>",
        .doc = "harts of another kind that start at the same place, such as the monitor core "
               "beside a SoC's application cores",
    },
    {
        .name = "space",
        .type = "link<address-space>",
        .mandatory = true,
        .doc = "where the images and the device tree are",
    },
    {
        .name = "firmware",
        .type = "link<loader>",
        .doc = "runs first, in machine mode; without one the kernel does",
    },
    {
        .name = "kernel",
        .type = "link<loader>",
        .doc = "what the firmware starts, in supervisor mode",
    },
    {
        .name = "initrd",
        .type = "link<loader>",
        .doc = "the kernel's initial root file system",
    },
    {
        .name = "start",
        .type = "uint64",
        .default_json = "0",
        .doc = "address of what takes the place of the kernel where there is none, such as "
               "firmware in flash; 0: nothing does",
    },
    {
        .name = "append",
        .type = "str",
        .default_json = "\"\"",
        .doc = "the kernel's command line",
    },
    {
        .name = "device-tree",
        .type = "bool",
        .default_json = "true",
        .doc = "whether the harts are told anything. Off: they only start at the entry of the "
               "firmware, as a microcontroller's do.",
    },
    {
        .name = "model",
        .type = "str",
        .default_json = "\"coldplug\"",
        .doc = "what the device tree calls the machine",
    },
    {
        .name = "compatible",
        .type = "[str]",
        .default_json = "[\"riscv-virtio\"]",
        .doc = "what it is compatible with, the closest first",
    },
};

constexpr qapi::CliMember kAclintMswiObjectMembers[] = {
    {
        .name = "count",
        .type = "uint32",
        .default_json = "1",
        .range = "1 to 4095",
        .doc = "number of harts (1 to 4095)",
    },
};

constexpr qapi::CliMember kAclintSswiObjectMembers[] = {
    {
        .name = "count",
        .type = "uint32",
        .default_json = "1",
        .range = "1 to 4095",
        .doc = "number of harts (1 to 4095)",
    },
};

constexpr qapi::CliMember kAclintMtimerObjectMembers[] = {
    {
        .name = "count",
        .type = "uint32",
        .default_json = "1",
        .range = "1 to 4095",
        .doc = "number of harts (1 to 4095)",
    },
    {
        .name = "timebase-frequency",
        .type = "uint32",
        .default_json = "10000000",
        .range = "1 to 1000000000",
        .unit = "Hz",
        .doc = "how fast mtime counts",
    },
};

constexpr qapi::CliMember kPlicObjectMembers[] = {
    {
        .name = "num-sources",
        .type = "uint32",
        .default_json = "96",
        .range = "1 to 1023",
        .doc = "number of sources; they are numbered from 1 (1 to 1023)",
    },
    {
        .name = "contexts",
        .type = "uint32",
        .default_json = "2",
        .range = "1 to 15872",
        .doc =
            "number of those that can be interrupted: a privilege mode of a hart each (1 to 15872)",
    },
};

constexpr qapi::CliMember kImsicObjectMembers[] = {
    {
        .name = "cpus",
        .type = "link<riscv-cluster>",
        .mandatory = true,
        .doc = "the harts",
    },
    {
        .name = "level",
        .type = "RiscvLevel",
        .default_json = "\"supervisor\"",
        .values = kRiscvLevelValues,
        .doc = "the privilege level whose files these are",
    },
    {
        .name = "count",
        .type = "uint32",
        .default_json = "1",
        .range = "1 to 512",
        .doc = "number of harts; that of the cluster",
    },
    {
        .name = "num-ids",
        .type = "uint32",
        .default_json = "255",
        .range = "63 to 2047",
        .doc = "the highest number of an interrupt; one less than a multiple of 64",
    },
};

constexpr qapi::CliMember kAplicObjectMembers[] = {
    {
        .name = "level",
        .type = "RiscvLevel",
        .default_json = "\"machine\"",
        .values = kRiscvLevelValues,
        .doc = "the privilege level that it interrupts",
    },
    {
        .name = "above",
        .type = "link<aplic>",
        .doc = "the domain that delegates to this one; one of machine level has none",
    },
    {
        .name = "num-sources",
        .type = "uint32",
        .default_json = "96",
        .range = "1 to 1023",
        .doc = "number of sources; they are numbered from 1",
    },
    {
        .name = "direct-harts",
        .type = "uint32",
        .default_json = "1",
        .range = "0 to 512",
        .doc = "harts that it interrupts itself; 0: it sends messages instead",
    },
    {
        .name = "space",
        .type = "link<address-space>",
        .doc = "where messages are written; only needed to send any",
    },
};

constexpr qapi::CliMember kOrGateObjectMembers[] = {
    {
        .name = "num-inputs",
        .type = "uint32",
        .default_json = "2",
        .range = "1 to 1024",
        .doc = "how many there are (1 to 1024)",
    },
};

constexpr qapi::CliMember kUart16550ObjectMembers[] = {
    {
        .name = "chardev",
        .type = "link<chardev>",
        .doc = "the other end of the line; without one, what is sent is lost",
    },
    {
        .name = "clock-frequency",
        .type = "uint32",
        .default_json = "3686400",
        .range = "1 to 1000000000",
        .unit = "Hz",
        .doc = "of the input clock, 16 times the baud rate at divisor 1",
    },
};

constexpr qapi::CliMember kSifiveUartObjectMembers[] = {
    {
        .name = "chardev",
        .type = "link<chardev>",
        .doc = "the other end of the line; without one, what is sent is lost",
    },
    {
        .name = "clock-frequency",
        .type = "uint32",
        .default_json = "16000000",
        .range = "1 to 2000000000",
        .unit = "Hz",
        .doc = "of the bus clock, as the guest's device tree tells it",
    },
    {
        .name = "div-init",
        .type = "uint16",
        .default_json = "138",
        .doc = "what the baud rate divisor is after a reset (0 to 65535)",
    },
};

constexpr qapi::CliMember kSifiveEPrciObjectMembers[] = {
    {
        .name = "hfxosc-frequency",
        .type = "uint32",
        .default_json = "16000000",
        .range = "1 to 1000000000",
        .unit = "Hz",
        .doc = "of the crystal",
    },
    {
        .name = "hfrosc-frequency",
        .type = "uint32",
        .default_json = "72000000",
        .range = "1 to 1000000000",
        .unit = "Hz",
        .doc = "of the ring oscillator before its divider, at the middle of its trim",
    },
};

constexpr qapi::CliMember kSifiveEAonObjectMembers[] = {
    {
        .name = "frequency",
        .type = "uint32",
        .default_json = "32768",
        .range = "1 to 1000000",
        .unit = "Hz",
        .doc = "of the low-frequency clock, which both counters count",
    },
};

constexpr qapi::CliMember kSifiveUPrciObjectMembers[] = {
    {
        .name = "hfclk-frequency",
        .type = "uint32",
        .default_json = "33333333",
        .range = "1 to 1000000000",
        .unit = "Hz",
        .doc = "of the crystal",
    },
};

constexpr qapi::CliMember kSifiveUOtpObjectMembers[] = {
    {
        .name = "serial",
        .type = "uint32",
        .default_json = "1",
        .doc = "the serial number of the board",
    },
};

constexpr qapi::CliMember kSifiveCcacheObjectMembers[] = {
    {
        .name = "banks",
        .type = "uint8",
        .default_json = "4",
        .range = "1 to 16",
        .doc = "number of banks",
    },
    {
        .name = "ways",
        .type = "uint8",
        .default_json = "16",
        .range = "1 to 64",
        .doc = "number of ways",
    },
    {
        .name = "sets",
        .type = "uint8",
        .default_json = "9",
        .range = "1 to 20",
        .doc = "log2 of the number of sets of a bank",
    },
};

constexpr qapi::CliMember kSifiveGpioObjectMembers[] = {
    {
        .name = "pins",
        .type = "uint32",
        .default_json = "32",
        .range = "1 to 32",
        .doc = "number of pins (1 to 32)",
    },
};

constexpr qapi::CliMember kGpioKeyObjectMembers[] = {
    {
        .name = "label",
        .type = "str",
        .default_json = "\"\"",
        .doc = "what is written on it",
    },
    {
        .name = "linux-code",
        .type = "uint16",
        .mandatory = true,
        .range = "1 to 767",
        .example_json = "116",
        .doc = "which key it is: a code of linux/input-event-codes.h (1 to 767)",
    },
    {
        .name = "active-low",
        .type = "bool",
        .default_json = "false",
        .doc = "whether the line is low while it is pressed, and high otherwise",
    },
    {
        .name = "debounce-interval",
        .type = "uint32",
        .default_json = "5",
        .range = "0 to 10000",
        .unit = "ms",
        .doc = "for how long the guest is to wait until the line is at rest",
    },
};

constexpr qapi::CliMember kSifiveSpiObjectMembers[] = {
    {
        .name = "num-cs",
        .type = "uint8",
        .default_json = "1",
        .range = "1 to 32",
        .doc = "number of chip selects",
    },
    {
        .name = "clock-frequency",
        .type = "uint32",
        .default_json = "16000000",
        .range = "1 to 2000000000",
        .unit = "Hz",
        .doc = "of the bus clock, as the guest's device tree tells it",
    },
};

constexpr qapi::CliMember kSifivePwmObjectMembers[] = {
    {
        .name = "clock-frequency",
        .type = "uint32",
        .default_json = "16000000",
        .range = "1 to 2000000000",
        .unit = "Hz",
        .doc = "of the bus clock, which it counts",
    },
    {
        .name = "width",
        .type = "uint8",
        .default_json = "16",
        .range = "8 to 16",
        .doc = "bits of the comparators (8 or 16)",
    },
};

constexpr qapi::CliMember kIbexUartObjectMembers[] = {
    {
        .name = "chardev",
        .type = "link<chardev>",
        .doc = "the other end of the line; without one, what is sent is lost",
    },
};

constexpr qapi::CliMember kIbexTimerObjectMembers[] = {
    {
        .name = "clock-frequency",
        .type = "uint32",
        .default_json = "10000000",
        .range = "1 to 1000000000",
        .unit = "Hz",
        .doc = "of the clock that it counts",
    },
};

constexpr qapi::CliMember kMailboxObjectMembers[] = {
    {
        .name = "channels",
        .type = "uint32",
        .default_json = "1",
        .range = "1 to 64",
        .doc = "number of channels (1 to 64)",
    },
};

constexpr qapi::CliMember kHotplugSlotObjectMembers[] = {
    {
        .name = "power-fault",
        .type = "bool",
        .default_json = "false",
        .doc = "whether something is wrong with the card's power. While it is, the power "
               "controller lets the card have none and tells the guest.",
    },
};

constexpr qapi::CliMember kDwWdtObjectMembers[] = {
    {
        .name = "clock-frequency",
        .type = "uint32",
        .default_json = "50000000",
        .range = "1 to 1000000000",
        .unit = "Hz",
        .doc = "of the counter",
    },
};

constexpr qapi::CliMember kGoldfishRtcObjectMembers[] = {
    {
        .name = "clock",
        .type = "RtcClock",
        .default_json = "\"host\"",
        .values = kRtcClockValues,
        .doc = "what it goes by",
    },
    {
        .name = "offset",
        .type = "int64",
        .default_json = "0",
        .unit = "ns",
        .doc = "what is added to that",
    },
};

constexpr qapi::CliMember kPflashObjectMembers[] = {
    {
        .name = "size",
        .type = "size",
        .default_json = "33554432",
        .range = "65536 to 268435456",
        .unit = "bytes",
        .doc = "how much, of all chips together: a power of two, and a multiple of sector-size",
    },
    {
        .name = "sector-size",
        .type = "size",
        .default_json = "262144",
        .range = "4096 to 4194304",
        .unit = "bytes",
        .doc = "what is erased at once, of all chips together: a power of two",
    },
    {
        .name = "bank-width",
        .type = "uint8",
        .default_json = "4",
        .range = "1 to 8",
        .unit = "bytes",
        .doc = "data lines of all chips together, in bytes: 1, 2, 4 or 8",
    },
    {
        .name = "device-width",
        .type = "uint8",
        .default_json = "2",
        .range = "1 to 4",
        .unit = "bytes",
        .doc = "data lines of one chip, in bytes: 1, 2 or 4",
    },
    {
        .name = "manufacturer-id",
        .type = "uint16",
        .default_json = "137",
        .doc = "what chips say who has made them; 0x89 is Intel",
    },
    {
        .name = "device-id",
        .type = "uint16",
        .default_json = "24",
        .doc = "what chips say they are",
    },
    {
        .name = "drive",
        .type = "link<blockdev>",
        .doc = "the node that holds the contents; it has that size",
    },
};

constexpr qapi::CliMember kI2cOcoresObjectMembers[] = {
    {
        .name = "clock-frequency",
        .type = "uint32",
        .default_json = "50000000",
        .range = "1 to 1000000000",
        .unit = "Hz",
        .doc = "of the core",
    },
};

constexpr qapi::CliMember kAt24c256ObjectMembers[] = {
    {
        .name = "bus",
        .type = "link<i2c-ocores>",
        .mandatory = true,
        .doc = "the master of its bus",
    },
    {
        .name = "address",
        .type = "uint8",
        .default_json = "80",
        .range = "8 to 119",
        .doc = "its address there, of 7 bits",
    },
    {
        .name = "drive",
        .type = "link<blockdev>",
        .doc = "the node that holds the contents, of 32768 bytes",
    },
};

constexpr qapi::CliMember kSpiNorObjectMembers[] = {
    {
        .name = "bus",
        .type = "link<sifive-spi>",
        .mandatory = true,
        .doc = "the master of its bus",
    },
    {
        .name = "select",
        .type = "uint8",
        .default_json = "0",
        .range = "0 to 31",
        .doc = "its chip select there",
    },
    {
        .name = "drive",
        .type = "link<blockdev>",
        .doc = "the node that holds the contents, of 16 MiB",
    },
};

constexpr qapi::CliMember kFwCfgObjectMembers[] = {
    {
        .name = "space",
        .type = "link<address-space>",
        .mandatory = true,
        .doc = "where DMA goes to",
    },
};

constexpr qapi::CliMember kFwCfgItemObjectMembers[] = {
    {
        .name = "fw-cfg",
        .type = "link<fw-cfg>",
        .mandatory = true,
        .doc = "the device that has it",
    },
    {
        .name = "item-name",
        .type = "str",
        .mandatory = true,
        .range = "1 to 55",
        .example_json = "\"opt/org.example/key\"",
        .doc = "what the guest knows it by, such as `opt/org.example/key`: up to 55 bytes",
    },
    {
        .name = "file",
        .type = "str",
        .doc = "path of the file that holds what is in it",
    },
    {
        .name = "string",
        .type = "str",
        .doc = "what is in it, without a zero at its end",
    },
};

constexpr qapi::CliMember kVirtioMmioObjectMembers[] = {
    {
        .name = "space",
        .type = "link<address-space>",
        .mandatory = true,
        .doc = "the address space that rings and buffers are in",
    },
};

constexpr qapi::CliMember kPcieHostObjectMembers[] = {
    {
        .name = "memory",
        .type = "link<address-space>",
        .mandatory = true,
        .doc = "the memory space of the hierarchy: where the guest places registers",
    },
    {
        .name = "io",
        .type = "link<address-space>",
        .doc = "its I/O space; without one functions have no registers there",
    },
    {
        .name = "space",
        .type = "link<address-space>",
        .mandatory = true,
        .doc = "what functions read and write on their own: where the guest's memory is",
    },
};

constexpr qapi::CliMember kPcieRootPortObjectMembers[] = {
    {
        .name = "bus",
        .type = "link<pcie-host>",
        .mandatory = true,
        .doc = "the root of the hierarchy",
    },
    {
        .name = "addr",
        .type = "str",
        .default_json = "\"\"",
        .example_json = "\"3.0\"",
        .doc = "device and function on bus 0, as in `3` or `3.1`; empty: the first device that is "
               "free. What it came to shows once it is realized",
    },
    {
        .name = "multifunction",
        .type = "bool",
        .default_json = "false",
        .doc = "whether the device has more functions than number 0, which is the one that says so",
    },
    {
        .name = "slot",
        .type = "uint16",
        .default_json = "0",
        .range = "0 to 8191",
        .doc = "the number by which the guest calls the slot; unique in a machine if guests are to "
               "tell slots apart",
    },
    {
        .name = "power-fault",
        .type = "bool",
        .default_json = "false",
        .doc = "whether something is wrong with the card's power. While it is, the power "
               "controller lets the card have none and tells the guest.",
    },
};

constexpr qapi::CliMember kVirtioPciObjectMembers[] = {
    {
        .name = "bus",
        .type = "link<pci-bus>",
        .mandatory = true,
        .doc = "the PCI bus that it is on",
    },
    {
        .name = "addr",
        .type = "str",
        .default_json = "\"\"",
        .example_json = "\"3.0\"",
        .doc = "device and function on the bus, as in `3` or `3.1`; empty: the first device that "
               "is free. What it came to shows once it is realized",
    },
    {
        .name = "multifunction",
        .type = "bool",
        .default_json = "false",
        .doc = "whether the device has more functions than number 0, which is the one that says so",
    },
};

constexpr qapi::CliMember kVirtioRngObjectMembers[] = {
    {
        .name = "bus",
        .type = "link<virtio-bus>",
        .mandatory = true,
        .doc = "the transport that offers it to the guest; each has one device",
    },
    {
        .name = "packed",
        .type = "bool",
        .default_json = "false",
        .doc = "offer packed virtqueues, which a driver may use instead of split ones",
    },
    {
        .name = "event-idx",
        .type = "bool",
        .default_json = "true",
        .doc = "offer to say exactly when to interrupt and notify",
    },
    {
        .name = "indirect-desc",
        .type = "bool",
        .default_json = "true",
        .doc = "offer descriptors that lie outside of the queue",
    },
    {
        .name = "access-platform",
        .type = "bool",
        .default_json = "false",
        .doc = "insist on a driver that asks the platform how addresses are translated; here they "
               "are not",
    },
    {
        .name = "max-bytes",
        .type = "uint64",
        .default_json = "9223372036854775807",
        .range = "1 to 9223372036854775807",
        .unit = "bytes",
        .doc = "at most so many in each period",
    },
    {
        .name = "period",
        .type = "uint32",
        .default_json = "65536",
        .range = "1 to 4294967295",
        .unit = "ms",
        .doc = "how long a period is",
    },
};

constexpr qapi::CliMember kVirtioBlkObjectMembers[] = {
    {
        .name = "bus",
        .type = "link<virtio-bus>",
        .mandatory = true,
        .doc = "the transport that offers it to the guest; each has one device",
    },
    {
        .name = "packed",
        .type = "bool",
        .default_json = "false",
        .doc = "offer packed virtqueues, which a driver may use instead of split ones",
    },
    {
        .name = "event-idx",
        .type = "bool",
        .default_json = "true",
        .doc = "offer to say exactly when to interrupt and notify",
    },
    {
        .name = "indirect-desc",
        .type = "bool",
        .default_json = "true",
        .doc = "offer descriptors that lie outside of the queue",
    },
    {
        .name = "access-platform",
        .type = "bool",
        .default_json = "false",
        .doc = "insist on a driver that asks the platform how addresses are translated; here they "
               "are not",
    },
    {
        .name = "drive",
        .type = "link<blockdev>",
        .mandatory = true,
        .doc = "the node that holds its bytes",
    },
    {
        .name = "serial",
        .type = "str",
        .default_json = "\"\"",
        .range = "0 to 20",
        .doc = "serial number, which the guest can ask for (20 characters at most)",
    },
    {
        .name = "num-queues",
        .type = "uint16",
        .default_json = "1",
        .range = "1 to 8",
        .doc = "number of request queues",
    },
    {
        .name = "queue-size",
        .type = "uint16",
        .default_json = "256",
        .range = "4 to 1024",
        .doc = "descriptors of each; a power of two",
    },
    {
        .name = "logical-block-size",
        .type = "uint32",
        .default_json = "512",
        .range = "512 to 65536",
        .unit = "bytes",
        .doc = "what requests are multiples of; a power of two",
    },
    {
        .name = "physical-block-size",
        .type = "uint32",
        .default_json = "512",
        .range = "512 to 65536",
        .unit = "bytes",
        .doc = "what the guest had better write as a whole; a power of two",
    },
    {
        .name = "opt-io-size",
        .type = "uint32",
        .default_json = "0",
        .unit = "bytes",
        .doc = "of large requests, what the guest had better ask for; 0: it does not matter",
    },
    {
        .name = "write-cache",
        .type = "bool",
        .default_json = "true",
        .doc = "whether what is written may wait in the host's cache until the guest flushes it. "
               "The guest can change it.",
    },
    {
        .name = "discard",
        .type = "bool",
        .default_json = "true",
        .doc = "offer to discard what is not needed any more",
    },
    {
        .name = "write-zeroes",
        .type = "bool",
        .default_json = "true",
        .doc = "offer to write zeroes without moving them",
    },
    {
        .name = "rerror",
        .type = "BlockdevOnError",
        .default_json = "\"report\"",
        .values = kBlockdevOnErrorValues,
        .doc = "what follows when the host cannot read; `enospc` is for writing",
    },
    {
        .name = "werror",
        .type = "BlockdevOnError",
        .default_json = "\"enospc\"",
        .values = kBlockdevOnErrorValues,
        .doc = "what follows when the host cannot write, flush or discard",
    },
};

constexpr qapi::CliMember kVirtioNetObjectMembers[] = {
    {
        .name = "bus",
        .type = "link<virtio-bus>",
        .mandatory = true,
        .doc = "the transport that offers it to the guest; each has one device",
    },
    {
        .name = "packed",
        .type = "bool",
        .default_json = "false",
        .doc = "offer packed virtqueues, which a driver may use instead of split ones",
    },
    {
        .name = "event-idx",
        .type = "bool",
        .default_json = "true",
        .doc = "offer to say exactly when to interrupt and notify",
    },
    {
        .name = "indirect-desc",
        .type = "bool",
        .default_json = "true",
        .doc = "offer descriptors that lie outside of the queue",
    },
    {
        .name = "access-platform",
        .type = "bool",
        .default_json = "false",
        .doc = "insist on a driver that asks the platform how addresses are translated; here they "
               "are not",
    },
    {
        .name = "netdev",
        .type = "link<netdev>",
        .doc = "the other end of the cable; without one the link is down",
    },
    {
        .name = "mac",
        .type = "str",
        .example_json = "\"52:54:00:12:34:56\"",
        .doc = "its MAC address, as `52:54:00:12:34:56`; made of its path when not given, so that "
               "it stays the same",
    },
    {
        .name = "queue-pairs",
        .type = "uint16",
        .default_json = "1",
        .range = "1 to 8",
        .doc = "number of pairs of a receive and a transmit queue",
    },
    {
        .name = "rx-queue-size",
        .type = "uint16",
        .default_json = "256",
        .range = "4 to 1024",
        .doc = "descriptors of each receive queue; a power of two",
    },
    {
        .name = "tx-queue-size",
        .type = "uint16",
        .default_json = "256",
        .range = "4 to 1024",
        .doc = "descriptors of each transmit queue; a power of two",
    },
    {
        .name = "host-mtu",
        .type = "uint16",
        .range = "68 to 65535",
        .unit = "bytes",
        .example_json = "1500",
        .doc = "the largest packet of the network, which the guest is told; nothing when not given",
    },
    {
        .name = "csum",
        .type = "bool",
        .default_json = "true",
        .doc = "offer to complete checksums of what is sent",
    },
    {
        .name = "guest-csum",
        .type = "bool",
        .default_json = "true",
        .doc = "offer to say of what is received that its checksum is right",
    },
    {
        .name = "host-tso4",
        .type = "bool",
        .default_json = "true",
        .doc = "offer to cut what is sent over IPv4 into TCP segments",
    },
    {
        .name = "host-tso6",
        .type = "bool",
        .default_json = "true",
        .doc = "the same over IPv6",
    },
    {
        .name = "mrg-rxbuf",
        .type = "bool",
        .default_json = "true",
        .doc = "offer to spread what is received over several buffers",
    },
    {
        .name = "ctrl-vq",
        .type = "bool",
        .default_json = "true",
        .doc = "offer a queue for commands: which frames to receive, how many queues to use, "
               "another MAC address",
    },
};

constexpr qapi::CliMember kVirtioConsoleObjectMembers[] = {
    {
        .name = "bus",
        .type = "link<virtio-bus>",
        .mandatory = true,
        .doc = "the transport that offers it to the guest; each has one device",
    },
    {
        .name = "packed",
        .type = "bool",
        .default_json = "false",
        .doc = "offer packed virtqueues, which a driver may use instead of split ones",
    },
    {
        .name = "event-idx",
        .type = "bool",
        .default_json = "true",
        .doc = "offer to say exactly when to interrupt and notify",
    },
    {
        .name = "indirect-desc",
        .type = "bool",
        .default_json = "true",
        .doc = "offer descriptors that lie outside of the queue",
    },
    {
        .name = "access-platform",
        .type = "bool",
        .default_json = "false",
        .doc = "insist on a driver that asks the platform how addresses are translated; here they "
               "are not",
    },
    {
        .name = "chardev",
        .type = "link<chardev>",
        .doc = "the other end of the console; without one, what is sent is lost",
    },
    {
        .name = "ports",
        .type = "[link<chardev>]",
        .range = "0 to 30",
        .doc = "the other ends of more lines, from port 1 on (30 at most)",
    },
    {
        .name = "port-names",
        .type = "[str]",
        .range = "0 to 30",
        .doc = "how the guest calls these, the first is that of port 1; Linux makes "
               "`/dev/virtio-ports/NAME` of it",
    },
    {
        .name = "columns",
        .type = "uint16",
        .default_json = "0",
        .doc = "width of the console in characters; 0: that of the terminal that chardev is, "
               "followed as it changes, or else not known",
    },
    {
        .name = "rows",
        .type = "uint16",
        .default_json = "0",
        .doc = "its height; likewise",
    },
};

constexpr qapi::CliMember kVirtioBalloonObjectMembers[] = {
    {
        .name = "bus",
        .type = "link<virtio-bus>",
        .mandatory = true,
        .doc = "the transport that offers it to the guest; each has one device",
    },
    {
        .name = "packed",
        .type = "bool",
        .default_json = "false",
        .doc = "offer packed virtqueues, which a driver may use instead of split ones",
    },
    {
        .name = "event-idx",
        .type = "bool",
        .default_json = "true",
        .doc = "offer to say exactly when to interrupt and notify",
    },
    {
        .name = "indirect-desc",
        .type = "bool",
        .default_json = "true",
        .doc = "offer descriptors that lie outside of the queue",
    },
    {
        .name = "access-platform",
        .type = "bool",
        .default_json = "false",
        .doc = "insist on a driver that asks the platform how addresses are translated; here they "
               "are not",
    },
    {
        .name = "deflate-on-oom",
        .type = "bool",
        .default_json = "false",
        .doc = "offer to let the guest take memory back before it runs out of it",
    },
    {
        .name = "free-page-reporting",
        .type = "bool",
        .default_json = "false",
        .doc = "offer to be told of memory that is free, which then needs no room on the host",
    },
    {
        .name = "guest-stats-polling-interval",
        .type = "uint32",
        .default_json = "0",
        .unit = "s",
        .doc = "ask the guest for its statistics that often; 0: never",
    },
};

constexpr qapi::CliMember kVirtioKeyboardObjectMembers[] = {
    {
        .name = "bus",
        .type = "link<virtio-bus>",
        .mandatory = true,
        .doc = "the transport that offers it to the guest; each has one device",
    },
    {
        .name = "packed",
        .type = "bool",
        .default_json = "false",
        .doc = "offer packed virtqueues, which a driver may use instead of split ones",
    },
    {
        .name = "event-idx",
        .type = "bool",
        .default_json = "true",
        .doc = "offer to say exactly when to interrupt and notify",
    },
    {
        .name = "indirect-desc",
        .type = "bool",
        .default_json = "true",
        .doc = "offer descriptors that lie outside of the queue",
    },
    {
        .name = "access-platform",
        .type = "bool",
        .default_json = "false",
        .doc = "insist on a driver that asks the platform how addresses are translated; here they "
               "are not",
    },
};

constexpr qapi::CliMember kNetdevUserOptionsBranchMembers[] = {
    {
        .name = "hostname",
        .type = "str",
        .doc = "name that the DHCP server gives the guest",
    },
    {
        .name = "restrict",
        .type = "bool",
        .default_json = "false",
        .doc = "keep the guest from the host and from everything beyond; only hostfwd gets through",
    },
    {
        .name = "ipv4",
        .type = "bool",
        .default_json = "true",
        .doc = "whether there is IPv4",
    },
    {
        .name = "ipv6",
        .type = "bool",
        .default_json = "true",
        .doc = "whether there is IPv6",
    },
    {
        .name = "net",
        .type = "str",
        .default_json = "\"10.0.2.0/24\"",
        .doc = "the network, as ADDRESS/BITS",
    },
    {
        .name = "host",
        .type = "str",
        .doc = "address of the router; without it the second one of net",
    },
    {
        .name = "dhcpstart",
        .type = "str",
        .doc = "the first of 16 addresses that are given out; without it the 15th of net",
    },
    {
        .name = "dns",
        .type = "str",
        .doc = "address at which the host's name server is found; without it the third of net",
    },
    {
        .name = "dnssearch",
        .type = "[String]",
        .doc = "domains that the DHCP server tells the guest to search",
    },
    {
        .name = "domainname",
        .type = "str",
        .doc = "domain that the DHCP server tells the guest",
    },
    {
        .name = "ipv6-prefix",
        .type = "str",
        .default_json = "\"fec0::\"",
        .doc = "the IPv6 network",
    },
    {
        .name = "ipv6-prefixlen",
        .type = "int",
        .default_json = "64",
        .range = "1 to 126",
        .unit = "bits",
        .doc = "its number of bits",
    },
    {
        .name = "ipv6-host",
        .type = "str",
        .doc = "IPv6 address of the router; without it ::2 of ipv6-prefix",
    },
    {
        .name = "ipv6-dns",
        .type = "str",
        .doc =
            "IPv6 address at which the host's name server is found; without it ::3 of ipv6-prefix",
    },
    {
        .name = "tftp",
        .type = "str",
        .doc = "folder whose files the router gives out over TFTP",
    },
    {
        .name = "bootfile",
        .type = "str",
        .doc = "name of the file that DHCP tells the guest to boot",
    },
    {
        .name = "tftp-server-name",
        .type = "str",
        .doc = "name of the TFTP server that DHCP tells the guest",
    },
    {
        .name = "hostfwd",
        .type = "[String]",
        .doc = "ports of the host that lead to ports of the guest, each as "
               "`tcp|udp:[HOST]:PORT-[GUEST]:PORT`. Without GUEST it is the first address that is "
               "given out; without HOST every address of the host.",
    },
};

constexpr qapi::CliMember kNetdevTapOptionsBranchMembers[] = {
    {
        .name = "ifname",
        .type = "str",
        .doc = "name of the interface, which is created if there is none and we may; without it "
               "the host chooses one",
    },
    {
        .name = "fd",
        .type = "str",
        .doc = "instead of ifname, a TAP interface that is open with IFF_NO_PI: the name that "
               "getfd gave it, or on the command line the number under which it was inherited",
    },
};

constexpr qapi::CliMember kNetdevStreamOptionsBranchMembers[] = {
    {
        .name = "addr",
        .type = "SocketAddress",
        .mandatory = true,
        .example_json = "{\"type\":\"inet\",\"host\":\"127.0.0.1\",\"port\":\"0\"}",
        .doc = "the address to listen at or to connect to",
    },
    {
        .name = "addr.type",
        .type = "SocketAddressType",
        .mandatory = true,
        .values = kSocketAddressTypeValues,
        .doc = "its family",
    },
    {
        .name = "addr.host",
        .type = "str",
        .doc = "host name or IP address (for addr.type=inet)",
    },
    {
        .name = "addr.port",
        .type = "str",
        .doc = "port number or service name; 0 when listening: any free one (for addr.type=inet)",
    },
    {
        .name = "addr.path",
        .type = "str",
        .doc = "path in the file system (for addr.type=unix)",
    },
    {
        .name = "addr.str",
        .type = "str",
        .doc = "the name that getfd gave it, or on the command line the number under which it was "
               "inherited (for addr.type=fd)",
    },
    {
        .name = "server",
        .type = "bool",
        .default_json = "false",
        .doc = "listen instead of connecting",
    },
    {
        .name = "reconnect",
        .type = "int",
        .default_json = "0",
        .range = "0 to 86400",
        .unit = "s",
        .doc = "after so many seconds, try again to connect; 0: never. Not for servers, which take "
               "the next peer that connects.",
    },
};

constexpr qapi::CliMember kNetdevDgramOptionsBranchMembers[] = {
    {
        .name = "local",
        .type = "SocketAddress",
        .example_json = "{\"type\":\"inet\",\"host\":\"127.0.0.1\",\"port\":\"0\"}",
        .doc = "the address to receive at. Not needed for a Unix socket that only sends; a "
               "descriptor that was handed over is given here, alone.",
    },
    {
        .name = "local.type",
        .type = "SocketAddressType",
        .values = kSocketAddressTypeValues,
        .doc = "its family",
    },
    {
        .name = "local.host",
        .type = "str",
        .doc = "host name or IP address (for local.type=inet)",
    },
    {
        .name = "local.port",
        .type = "str",
        .doc = "port number or service name; 0 when listening: any free one (for local.type=inet)",
    },
    {
        .name = "local.path",
        .type = "str",
        .doc = "path in the file system (for local.type=unix)",
    },
    {
        .name = "local.str",
        .type = "str",
        .doc = "the name that getfd gave it, or on the command line the number under which it was "
               "inherited (for local.type=fd)",
    },
    {
        .name = "remote",
        .type = "SocketAddress",
        .example_json = "{\"type\":\"inet\",\"host\":\"127.0.0.1\",\"port\":\"9\"}",
        .doc = "the address to send to",
    },
    {
        .name = "remote.type",
        .type = "SocketAddressType",
        .values = kSocketAddressTypeValues,
        .doc = "its family",
    },
    {
        .name = "remote.host",
        .type = "str",
        .doc = "host name or IP address (for remote.type=inet)",
    },
    {
        .name = "remote.port",
        .type = "str",
        .doc = "port number or service name; 0 when listening: any free one (for remote.type=inet)",
    },
    {
        .name = "remote.path",
        .type = "str",
        .doc = "path in the file system (for remote.type=unix)",
    },
    {
        .name = "remote.str",
        .type = "str",
        .doc = "the name that getfd gave it, or on the command line the number under which it was "
               "inherited (for remote.type=fd)",
    },
};

constexpr qapi::CliMember kNetdevVhostUserOptionsBranchMembers[] = {
    {
        .name = "addr",
        .type = "SocketAddress",
        .mandatory = true,
        .example_json = "{\"type\":\"unix\",\"path\":\"/tmp/vhost-user.sock\"}",
        .doc = "the address to listen at or to connect to. Only Unix sockets will do, as memory is "
               "handed over.",
    },
    {
        .name = "addr.type",
        .type = "SocketAddressType",
        .mandatory = true,
        .values = kSocketAddressTypeValues,
        .doc = "its family",
    },
    {
        .name = "addr.host",
        .type = "str",
        .doc = "host name or IP address (for addr.type=inet)",
    },
    {
        .name = "addr.port",
        .type = "str",
        .doc = "port number or service name; 0 when listening: any free one (for addr.type=inet)",
    },
    {
        .name = "addr.path",
        .type = "str",
        .doc = "path in the file system (for addr.type=unix)",
    },
    {
        .name = "addr.str",
        .type = "str",
        .doc = "the name that getfd gave it, or on the command line the number under which it was "
               "inherited (for addr.type=fd)",
    },
    {
        .name = "server",
        .type = "bool",
        .default_json = "false",
        .doc = "listen instead of connecting",
    },
    {
        .name = "reconnect",
        .type = "int",
        .default_json = "0",
        .range = "0 to 86400",
        .unit = "s",
        .doc = "after so many seconds, try again to connect; 0: never. Not for servers, which take "
               "the next back end that connects.",
    },
};

constexpr qapi::CliMember kBlockdevOptionsFileBranchMembers[] = {
    {
        .name = "filename",
        .type = "str",
        .mandatory = true,
        .example_json = "\"/srv/disk.img\"",
        .doc =
            "its path; `/dev/fdset/N` is one that was handed over with add-fd, `fd:NAME` one that "
            "getfd gave this name, or on the command line the number under which it was inherited",
    },
    {
        .name = "locking",
        .type = "OnOffAuto",
        .default_json = "\"auto\"",
        .values = kOnOffAutoValues,
        .doc = "keep other programs, QEMU among them, from using the file in a way that does not "
               "go together with ours",
    },
    {
        .name = "aio",
        .type = "BlockdevAioOptions",
        .default_json = "\"threads\"",
        .values = kBlockdevAioOptionsValues,
        .doc = "who waits for the host to read and write what devices ask for; nodes above that "
               "have threads of their own wait there",
    },
};

constexpr qapi::CliMember kBlockdevOptionsNullBranchMembers[] = {
    {
        .name = "size",
        .type = "size",
        .default_json = "1073741824",
        .unit = "bytes",
        .doc = "what it pretends to hold",
    },
    {
        .name = "read-zeroes",
        .type = "bool",
        .default_json = "false",
        .doc = "reads give zeroes; else they leave the guest's memory as it is",
    },
};

constexpr qapi::CliMember kBlockdevOptionsRawBranchMembers[] = {
    {
        .name = "file",
        .type = "BlockdevRef",
        .mandatory = true,
        .doc = "the node below: its name, or what to create",
    },
    {
        .name = "offset",
        .type = "size",
        .default_json = "0",
        .unit = "bytes",
        .doc = "where in it the part begins",
    },
    {
        .name = "size",
        .type = "size",
        .unit = "bytes",
        .doc = "of the part; without it all that follows offset",
    },
};

constexpr qapi::CliMember kBlockdevOptionsQcow2BranchMembers[] = {
    {
        .name = "file",
        .type = "BlockdevRef",
        .mandatory = true,
        .doc = "the node that it lies in: its name, or what to create",
    },
    {
        .name = "backing",
        .type = "BlockdevRefOrNull",
        .doc = "the node that is seen where the image holds nothing: its name, what to create, or "
               "null for none. Without it the file that the image names is opened, relative to the "
               "image's own, if the image says which format it has.",
    },
    {
        .name = "cache-size",
        .type = "size",
        .default_json = "33554432",
        .range = "0 to 4294967296",
        .unit = "bytes",
        .doc = "how much of the image's tables is kept in memory. Each 8 bytes lead to a cluster, "
               "which has 64 KiB as a rule: the default is enough for a disk of 256 GiB.",
    },
};

constexpr qapi::CliMember kBlockdevOptionsNbdBranchMembers[] = {
    {
        .name = "server",
        .type = "SocketAddress",
        .mandatory = true,
        .example_json = "{\"type\":\"unix\",\"path\":\"/run/nbd.sock\"}",
        .doc = "its address",
    },
    {
        .name = "server.type",
        .type = "SocketAddressType",
        .mandatory = true,
        .values = kSocketAddressTypeValues,
        .doc = "its family",
    },
    {
        .name = "server.host",
        .type = "str",
        .doc = "host name or IP address (for server.type=inet)",
    },
    {
        .name = "server.port",
        .type = "str",
        .doc = "port number or service name; 0 when listening: any free one (for server.type=inet)",
    },
    {
        .name = "server.path",
        .type = "str",
        .doc = "path in the file system (for server.type=unix)",
    },
    {
        .name = "server.str",
        .type = "str",
        .doc = "the name that getfd gave it, or on the command line the number under which it was "
               "inherited (for server.type=fd)",
    },
    {
        .name = "export",
        .type = "str",
        .doc = "which export; without it the server's default one",
    },
    {
        .name = "reconnect-delay",
        .type = "uint32",
        .default_json = "0",
        .unit = "s",
        .doc = "how long requests wait for a server that has gone to come back. After that they "
               "fail, until it does.",
    },
    {
        .name = "open-timeout",
        .type = "uint32",
        .default_json = "0",
        .range = "0 to 3600",
        .unit = "s",
        .doc = "for how long it is tried to reach the server at first; 0 is once, and up to 10 "
               "seconds for its answers",
    },
};

constexpr qapi::CliMember kBlockdevOptionsThrottleBranchMembers[] = {
    {
        .name = "throttle-group",
        .type = "str",
        .mandatory = true,
        .doc = "the group: a `throttle-group` object",
    },
    {
        .name = "file",
        .type = "BlockdevRef",
        .mandatory = true,
        .doc = "the node below: its name, or what to create",
    },
};

constexpr qapi::CliMember kBlockdevOptionsBlkdebugBranchMembers[] = {
    {
        .name = "image",
        .type = "BlockdevRef",
        .mandatory = true,
        .doc = "the node below: its name, or what to create",
    },
    {
        .name = "inject-error",
        .type = "[BlkdebugInjectError]",
        .doc = "what fails. The first that a request matches counts.",
    },
};

constexpr qapi::CliMember kQueryCommandsMembers[] = {
    {
        .name = "callable-in",
        .type = "str",
        .doc = "only those that may run in this phase; for a set of phases, in each of them",
    },
    {
        .name = "now",
        .type = "bool",
        .default_json = "false",
        .doc = "only those that may run in the present phase",
    },
};

constexpr std::string_view kMonitorAddAliases[] = {"monitor-add"};

constexpr qapi::CliMember kMonitorAddMembers[] = {
    {
        .name = "listen",
        .type = "str",
        .mandatory = true,
        .example_json = "\"unix:example.sock\"",
        .doc = "where: `unix:PATH`, `tcp:HOST:PORT`, `fd:NAME` or `stdio`. A Unix socket is made "
               "for its owner alone (mode 0600). A TCP address must be of the loopback interface, "
               "unless there is tls or insecure is on; with port 0 a free one is chosen. NAME is "
               "that of a socket that getfd received, or on the command line the number of one "
               "that was inherited; it listens, or is connected to the only client. A program may "
               "have more places of its own: a serial line of an emulator.",
    },
    {
        .name = "id",
        .type = "str",
        .doc = "its name; absent: `monitor0`, or the next number that is free",
    },
    {
        .name = "read-only",
        .type = "bool",
        .default_json = "false",
        .doc = "its clients can run only commands that change nothing",
    },
    {
        .name = "groups",
        .type = "[str]",
        .doc = "its clients can run commands of these groups, and those that change nothing; "
               "absent: all commands",
    },
    {
        .name = "pretty",
        .type = "bool",
        .default_json = "false",
        .doc = "answers and events take several lines, indented, for people to read",
    },
    {
        .name = "tls",
        .type = "str",
        .doc = "the TCP address speaks TLS, and may be one that other machines can reach: path of "
               "a folder with `server-cert.pem`, `server-key.pem` and, if clients are to prove who "
               "they are, `ca-cert.pem` of those who vouch for them",
    },
    {
        .name = "insecure",
        .type = "bool",
        .default_json = "false",
        .doc = "the TCP address may be one that other machines can reach; whoever can connect to "
               "it controls the program",
    },
};

constexpr qapi::CliMember kMonitorDelMembers[] = {
    {
        .name = "id",
        .type = "str",
        .mandatory = true,
        .example_json = "\"second\"",
        .doc = "its name",
    },
};

constexpr qapi::CliMember kAddFdMembers[] = {
    {
        .name = "fdset-id",
        .type = "int",
        .doc = "the set; absent: a new one",
    },
    {
        .name = "opaque",
        .type = "str",
        .doc = "what the client wants to remember of it",
    },
    {
        .name = "inherited",
        .type = "int32",
        .doc = "not what was handed over but what the process inherited under this number; on the "
               "command line only",
    },
};

constexpr qapi::CliMember kRemoveFdMembers[] = {
    {
        .name = "fdset-id",
        .type = "int",
        .mandatory = true,
        .doc = "the set; it goes with its last descriptor",
    },
    {
        .name = "fd",
        .type = "int",
        .doc = "the descriptor's number; absent: all of the set",
    },
};

constexpr qapi::CliMember kUntilPhaseMembers[] = {
    {
        .name = "phase",
        .type = "str",
        .mandatory = true,
        .doc = "where to; a phase that lies behind is refused",
    },
};

constexpr qapi::CliMember kScriptRunMembers[] = {
    {
        .name = "file",
        .type = "str",
        .mandatory = true,
        .doc = "path of the script",
    },
};

constexpr std::string_view kConfigLoadAliases[] = {"config-load"};

constexpr qapi::CliMember kConfigLoadMembers[] = {
    {
        .name = "file",
        .type = "str",
        .mandatory = true,
        .doc = "path of the file",
    },
};

constexpr qapi::CliMember kQueryConfigMembers[] = {
    {
        .name = "as",
        .type = "ConfigForm",
        .default_json = "\"config\"",
        .values = kConfigFormValues,
        .doc = "the form it takes",
    },
};

constexpr std::string_view kJournalOpenAliases[] = {"journal-open"};

constexpr qapi::CliMember kJournalOpenMembers[] = {
    {
        .name = "file",
        .type = "str",
        .mandatory = true,
        .doc = "path of a file that does not exist yet, or is empty",
    },
};

constexpr std::string_view kSetCompatAliases[] = {"set-compat"};

constexpr qapi::CliMember kSetCompatMembers[] = {
    {
        .name = "deprecated-input",
        .type = "CompatPolicyInput",
        .default_json = "\"accept\"",
        .values = kCompatPolicyInputValues,
        .doc = "what happens to deprecated input",
    },
    {
        .name = "deprecated-output",
        .type = "CompatPolicyOutput",
        .default_json = "\"accept\"",
        .values = kCompatPolicyOutputValues,
        .doc = "what happens to deprecated events, and members of answers and of events",
    },
    {
        .name = "unstable-input",
        .type = "CompatPolicyInput",
        .default_json = "\"accept\"",
        .values = kCompatPolicyInputValues,
        .doc = "what happens to unstable input",
    },
    {
        .name = "unstable-output",
        .type = "CompatPolicyOutput",
        .default_json = "\"accept\"",
        .values = kCompatPolicyOutputValues,
        .doc = "what happens to unstable events, and members of answers and of events",
    },
};

constexpr std::string_view kSetActionAliases[] = {"set-action"};

constexpr qapi::CliMember kSetActionMembers[] = {
    {
        .name = "reboot",
        .type = "RebootAction",
        .values = kRebootActionValues,
        .doc = "when the guest asks for a reset",
    },
    {
        .name = "shutdown",
        .type = "ShutdownAction",
        .values = kShutdownActionValues,
        .doc = "when the guest powers off",
    },
    {
        .name = "panic",
        .type = "PanicAction",
        .values = kPanicActionValues,
        .doc = "when the guest panics",
    },
    {
        .name = "watchdog",
        .type = "WatchdogAction",
        .values = kWatchdogActionValues,
        .doc = "when the guest lets a watchdog expire",
    },
    {
        .name = "trap-loop",
        .type = "TrapLoopAction",
        .values = kTrapLoopActionValues,
        .doc = "when a hart can execute nothing any more",
    },
};

constexpr std::string_view kWatchdogSetActionAliases[] = {"watchdog-set-action"};

constexpr qapi::CliMember kWatchdogSetActionMembers[] = {
    {
        .name = "action",
        .type = "WatchdogAction",
        .mandatory = true,
        .values = kWatchdogActionValues,
        .doc = "what follows",
    },
};

constexpr qapi::CliMember kBreakpointAddMembers[] = {
    {
        .name = "address",
        .type = "uint64",
        .mandatory = true,
        .unit = "address",
        .doc = "virtual address of the instruction, in whatever address space the hart is in",
    },
    {
        .name = "hart",
        .type = "str",
        .doc = "id or path of the hart; all when not given",
    },
};

constexpr qapi::CliMember kBreakpointRemoveMembers[] = {
    {
        .name = "address",
        .type = "uint64",
        .mandatory = true,
        .unit = "address",
        .doc = "virtual address of the instruction",
    },
    {
        .name = "hart",
        .type = "str",
        .doc = "id or path of the hart; all that have it when not given",
    },
};

constexpr std::string_view kGdbserverStartAliases[] = {"gdbserver-start"};

constexpr qapi::CliMember kGdbserverStartMembers[] = {
    {
        .name = "listen",
        .type = "str",
        .mandatory = true,
        .example_json = "\"unix:gdb.sock\"",
        .doc = "where: `unix:PATH`, `tcp:HOST:PORT`, `fd:NAME` or `stdio`, as for monitor-add. A "
               "TCP address must be of the loopback interface, unless insecure is on; with port 0 "
               "a free one is chosen.",
    },
    {
        .name = "id",
        .type = "str",
        .doc = "its name; absent: `gdb0`, or the next number that is free",
    },
    {
        .name = "insecure",
        .type = "bool",
        .default_json = "false",
        .doc = "the TCP address may be one that other machines can reach; whoever can connect to "
               "it controls the program",
    },
};

constexpr qapi::CliMember kGdbserverStopMembers[] = {
    {
        .name = "id",
        .type = "str",
        .mandatory = true,
        .example_json = "\"debugger\"",
        .doc = "its name",
    },
};

constexpr qapi::CliMember kMigrateSetCapabilitiesMembers[] = {
    {
        .name = "capabilities",
        .type = "[MigrationCapabilityStatus]",
        .mandatory = true,
        .doc = "those to change",
    },
};

constexpr qapi::CliMember kMigrateSetParametersMembers[] = {
    {
        .name = "max-bandwidth",
        .type = "size",
        .unit = "bytes per second",
        .doc = "most that goes over in a second; 0, as at the start: as fast as it goes",
    },
};

constexpr qapi::CliMember kMigrateMembers[] = {
    {
        .name = "uri",
        .type = "str",
        .mandatory = true,
        .example_json = "\"file:guest.state\"",
        .doc = "where to: `file:PATH`, a file of that name is replaced when the new one is "
               "complete; `unix:PATH` or `tcp:HOST:PORT`, where migrate-incoming listens; or "
               "`fd:NAME`, what getfd gave that name",
    },
};

constexpr qapi::CliMember kMigrateContinueMembers[] = {
    {
        .name = "state",
        .type = "MigrationStatus",
        .mandatory = true,
        .example_json = "\"pre-switchover\"",
        .values = kMigrationStatusValues,
        .doc = "the state that it waits in",
    },
};

constexpr qapi::CliMember kMigrateIncomingMembers[] = {
    {
        .name = "uri",
        .type = "str",
        .mandatory = true,
        .example_json = "\"file:guest.state\"",
        .doc = "where from: `file:PATH`, what migrate has written; `unix:PATH` or `tcp:HOST:PORT`, "
               "to be listened at; or `fd:NAME`, what getfd gave that name",
    },
    {
        .name = "exit-on-error",
        .type = "bool",
        .default_json = "false",
        .doc = "if it cannot be taken, say why and end with exit status 1",
    },
};

constexpr qapi::CliMember kJobCancelMembers[] = {
    {
        .name = "id",
        .type = "str",
        .mandatory = true,
        .doc = "its name",
    },
};

constexpr qapi::CliMember kJobDismissMembers[] = {
    {
        .name = "id",
        .type = "str",
        .mandatory = true,
        .doc = "its name",
    },
};

constexpr qapi::CliMember kSnapshotSaveMembers[] = {
    {
        .name = "job-id",
        .type = "str",
        .mandatory = true,
        .example_json = "\"save0\"",
        .doc = "name of the job",
    },
    {
        .name = "tag",
        .type = "str",
        .mandatory = true,
        .example_json = "\"booted\"",
        .doc = "name of the snapshot; one of that name is replaced",
    },
    {
        .name = "vmstate",
        .type = "str",
        .mandatory = true,
        .example_json = "\".\"",
        .doc = "the folder that holds the snapshots",
    },
};

constexpr qapi::CliMember kSnapshotLoadMembers[] = {
    {
        .name = "job-id",
        .type = "str",
        .mandatory = true,
        .example_json = "\"load0\"",
        .doc = "name of the job",
    },
    {
        .name = "tag",
        .type = "str",
        .mandatory = true,
        .example_json = "\"booted\"",
        .doc = "name of the snapshot",
    },
    {
        .name = "vmstate",
        .type = "str",
        .mandatory = true,
        .example_json = "\".\"",
        .doc = "the folder that holds the snapshots",
    },
};

constexpr qapi::CliMember kSnapshotDeleteMembers[] = {
    {
        .name = "job-id",
        .type = "str",
        .mandatory = true,
        .example_json = "\"delete0\"",
        .doc = "name of the job",
    },
    {
        .name = "tag",
        .type = "str",
        .mandatory = true,
        .example_json = "\"booted\"",
        .doc = "name of the snapshot",
    },
    {
        .name = "vmstate",
        .type = "str",
        .mandatory = true,
        .example_json = "\".\"",
        .doc = "the folder that holds the snapshots",
    },
};

constexpr qapi::CliMember kQuerySnapshotsMembers[] = {
    {
        .name = "vmstate",
        .type = "str",
        .mandatory = true,
        .example_json = "\".\"",
        .doc = "the folder",
    },
};

constexpr std::string_view kMachineSetAliases[] = {"machine-set"};

constexpr qapi::CliMember kMachineSetMembers[] = {
    {
        .name = "type",
        .type = "str",
        .mandatory = true,
        .example_json = "\"virt\"",
        .doc = "name of a machine that comes with the program (`virt`), or path of a machine "
               "description (`board.json`)",
    },
};

constexpr qapi::CliMember kDumpdtbMembers[] = {
    {
        .name = "filename",
        .type = "str",
        .mandatory = true,
        .example_json = "\"virt.dtb\"",
        .doc = "path of the file",
    },
    {
        .name = "boot",
        .type = "str",
        .doc = "path of the `riscv-boot` whose tree it is, for machines that have several",
    },
};

constexpr std::string_view kMachinePlanAliases[] = {"machine-plan"};

constexpr qapi::CliMember kMachinePlanMembers[] = {
    {
        .name = "type",
        .type = "str",
        .example_json = "\"virt\"",
        .doc = "name or path of a machine, as machine-set takes it",
    },
    {
        .name = "spec",
        .type = "any",
        .doc = "the description itself, instead of type; parts are then those that come with the "
               "program",
    },
};

constexpr std::string_view kAccelSetAliases[] = {"accel-set"};

constexpr qapi::CliMember kAccelSetMembers[] = {
    {
        .name = "accels",
        .type = "[str]",
        .default_json = "[\"interp\"]",
        .range = "1 to 16",
        .doc = "names of accelerators, the preferred one first. `interp` interprets, on any host.",
    },
    {
        .name = "threads",
        .type = "bool",
        .doc = "its property of that name; one that has none does not take the machine",
    },
    {
        .name = "icount",
        .type = "uint8",
        .range = "0 to 10",
        .unit = "log2 ns",
        .doc = "its property of that name; one that has none does not take the machine",
    },
};

constexpr std::string_view kChardevAddAliases[] = {"chardev-add"};

constexpr qapi::CliMember kChardevAddMembers[] = {
    {
        .name = "id",
        .type = "str",
        .mandatory = true,
        .example_json = "\"con\"",
        .doc = "its name",
    },
    {
        .name = "backend",
        .type = "ChardevBackend",
        .mandatory = true,
        .example_json = "{\"type\":\"null\",\"data\":{}}",
        .doc = "what it is",
    },
    {
        .name = "backend.type",
        .type = "ChardevBackendKind",
        .mandatory = true,
        .values = kChardevBackendKindValues,
        .doc = "its kind",
    },
    {
        .name = "backend.data",
        .type = "ChardevNull",
        .doc = "the configuration (for backend.type=null)",
    },
    {
        .name = "backend.data.logfile",
        .type = "str",
        .doc = "path of a file that keeps what is sent, whether anybody receives it or not; it "
               "ends where it cannot be written (for backend.type=null)",
    },
    {
        .name = "backend.data.logappend",
        .type = "bool",
        .default_json = "false",
        .doc = "keep what is in logfile (for backend.type=null)",
    },
    {
        .name = "backend.data.mux",
        .type = "bool",
        .default_json = "false",
        .doc = "several devices may use the backend, and monitors (monitor-add with "
               "`listen=chardev:ID`). What each of them sends goes out; what comes in is for one "
               "of them, at first that which was there first, and for the next one after Ctrl-A c. "
               "Ctrl-A h shows what else there is. (for backend.type=null)",
    },
    {
        .name = "backend.data.signal",
        .type = "bool",
        .default_json = "false",
        .doc = "let Ctrl-C and its like reach the emulator instead of the guest, when a terminal "
               "is used (for backend.type=stdio)",
    },
    {
        .name = "backend.data.in",
        .type = "str",
        .doc =
            "path of the file that is received; nothing is when not given (for backend.type=file)",
    },
    {
        .name = "backend.data.out",
        .type = "str",
        .example_json = "\"/dev/null\"",
        .doc = "path of the file that what is sent is written to (for backend.type=file)",
    },
    {
        .name = "backend.data.append",
        .type = "bool",
        .default_json = "false",
        .doc = "keep what is in out (for backend.type=file)",
    },
    {
        .name = "backend.data.werror",
        .type = "ChardevErrorAction",
        .default_json = "\"report\"",
        .values = kChardevErrorActionValues,
        .doc = "what follows when out cannot be written (for backend.type=file)",
    },
    {
        .name = "backend.data.addr",
        .type = "SocketAddressLegacy",
        .example_json = "{\"type\":\"inet\",\"data\":{\"host\":\"127.0.0.1\",\"port\":\"0\"}}",
        .doc = "the address to listen at or to connect to (for backend.type=socket)",
    },
    {
        .name = "backend.data.server",
        .type = "bool",
        .default_json = "true",
        .doc = "listen instead of connecting (for backend.type=socket)",
    },
    {
        .name = "backend.data.wait",
        .type = "bool",
        .default_json = "false",
        .doc = "begin only when a peer has connected. Not available: the program would answer "
               "nobody meanwhile. (for backend.type=socket)",
    },
    {
        .name = "backend.data.nodelay",
        .type = "bool",
        .default_json = "false",
        .doc = "send small amounts at once, without waiting for more (TCP only) (for "
               "backend.type=socket)",
    },
    {
        .name = "backend.data.reconnect",
        .type = "int",
        .default_json = "0",
        .range = "0 to 86400",
        .unit = "s",
        .doc = "after so many seconds, try again to connect; 0: never. Not for servers, which take "
               "the next peer that connects. (for backend.type=socket)",
    },
    {
        .name = "backend.data.remote",
        .type = "SocketAddressLegacy",
        .example_json = "{\"type\":\"inet\",\"data\":{\"host\":\"127.0.0.1\",\"port\":\"9\"}}",
        .doc = "the address that what is sent goes to (for backend.type=udp)",
    },
    {
        .name = "backend.data.local",
        .type = "SocketAddressLegacy",
        .doc = "the address that what is received comes to; any free one when not given (for "
               "backend.type=udp)",
    },
    {
        .name = "backend.data.size",
        .type = "size",
        .default_json = "65536",
        .range = "1 to 67108864",
        .unit = "bytes",
        .doc = "how much it keeps (for backend.type=ringbuf)",
    },
};

constexpr qapi::CliMember kChardevRemoveMembers[] = {
    {
        .name = "id",
        .type = "str",
        .mandatory = true,
        .doc = "its name",
    },
};

constexpr qapi::CliMember kRingbufWriteMembers[] = {
    {
        .name = "device",
        .type = "str",
        .mandatory = true,
        .doc = "name of a character backend of the kind ringbuf",
    },
    {
        .name = "data",
        .type = "str",
        .mandatory = true,
        .doc = "the bytes",
    },
    {
        .name = "format",
        .type = "DataFormat",
        .default_json = "\"utf8\"",
        .values = kDataFormatValues,
        .doc = "how data is written",
    },
};

constexpr qapi::CliMember kRingbufReadMembers[] = {
    {
        .name = "device",
        .type = "str",
        .mandatory = true,
        .doc = "name of a character backend of the kind ringbuf",
    },
    {
        .name = "size",
        .type = "int",
        .mandatory = true,
        .range = "1 to 67108864",
        .unit = "bytes",
        .example_json = "1000",
        .doc = "how many at most",
    },
    {
        .name = "format",
        .type = "DataFormat",
        .default_json = "\"utf8\"",
        .values = kDataFormatValues,
        .doc = "how they are written",
    },
};

constexpr std::string_view kNetdevAddAliases[] = {"netdev-add"};

constexpr qapi::CliMember kNetdevAddMembers[] = {
    {
        .name = "id",
        .type = "str",
        .mandatory = true,
        .example_json = "\"net0\"",
        .doc = "its name",
    },
    {
        .name = "type",
        .type = "NetClientDriver",
        .mandatory = true,
        .values = kNetClientDriverValues,
        .doc = "its kind",
    },
};

constexpr qapi::CliBranch kNetdevAddBranches[] = {
    {
        .value = "null",
        .doc = "takes everything and gives nothing",
    },
    {
        .value = "user",
        .doc = "a network with a router to the host's",
        .members = kNetdevUserOptionsBranchMembers,
    },
    {
        .value = "tap",
        .doc = "a TAP interface of the host",
        .members = kNetdevTapOptionsBranchMembers,
    },
    {
        .value = "stream",
        .doc = "a stream socket",
        .members = kNetdevStreamOptionsBranchMembers,
    },
    {
        .value = "dgram",
        .doc = "a datagram socket",
        .members = kNetdevDgramOptionsBranchMembers,
    },
    {
        .value = "vhost-user",
        .doc = "a back end of vhost-user",
        .members = kNetdevVhostUserOptionsBranchMembers,
    },
};

constexpr qapi::CliMember kSetLinkMembers[] = {
    {
        .name = "name",
        .type = "str",
        .mandatory = true,
        .doc = "name of the backend",
    },
    {
        .name = "up",
        .type = "bool",
        .mandatory = true,
        .doc = "plug it",
    },
};

constexpr qapi::CliMember kNetdevDelMembers[] = {
    {
        .name = "id",
        .type = "str",
        .mandatory = true,
        .doc = "its name",
    },
};

constexpr std::string_view kBlockdevAddAliases[] = {"blockdev-add"};

constexpr qapi::CliMember kBlockdevAddMembers[] = {
    {
        .name = "read-only",
        .type = "bool",
        .doc = "refuse to write; off when not given",
    },
    {
        .name = "auto-read-only",
        .type = "bool",
        .doc = "become read-only where writing is not possible, instead of failing; off when not "
               "given",
    },
    {
        .name = "discard",
        .type = "BlockdevDiscardOptions",
        .values = kBlockdevDiscardOptionsValues,
        .doc = "what discarding does; `ignore` when not given",
    },
    {
        .name = "cache",
        .type = "BlockdevCacheOptions",
        .doc = "how the host's cache is used",
    },
    {
        .name = "cache.direct",
        .type = "bool",
        .default_json = "false",
        .doc = "go past the host's cache (O_DIRECT)",
    },
    {
        .name = "cache.no-flush",
        .type = "bool",
        .default_json = "false",
        .doc = "ignore it when the guest asks for what it wrote to be on the medium. A crash of "
               "the host may then destroy what is on the disk.",
    },
    {
        .name = "driver",
        .type = "BlockdevDriver",
        .mandatory = true,
        .values = kBlockdevDriverValues,
        .doc = "its kind",
    },
    {
        .name = "node-name",
        .type = "str",
        .example_json = "\"disk0\"",
        .doc = "its name. Only a node that is defined inside of another one can do without.",
    },
};

constexpr qapi::CliBranch kBlockdevAddBranches[] = {
    {
        .value = "null-co",
        .doc = "no medium",
        .members = kBlockdevOptionsNullBranchMembers,
    },
    {
        .value = "file",
        .doc = "a file or a block device of the host",
        .members = kBlockdevOptionsFileBranchMembers,
    },
    {
        .value = "raw",
        .doc = "a part of another node, or all of it",
        .members = kBlockdevOptionsRawBranchMembers,
    },
    {
        .value = "qcow2",
        .doc = "a disk image in the format qcow2",
        .members = kBlockdevOptionsQcow2BranchMembers,
    },
    {
        .value = "nbd",
        .doc = "an export of an NBD server",
        .members = kBlockdevOptionsNbdBranchMembers,
    },
    {
        .value = "throttle",
        .doc = "another node, with limits to what is asked of it",
        .members = kBlockdevOptionsThrottleBranchMembers,
    },
    {
        .value = "blkdebug",
        .doc = "another node, whose requests fail as told",
        .members = kBlockdevOptionsBlkdebugBranchMembers,
    },
};

constexpr qapi::CliMember kBlockResizeMembers[] = {
    {
        .name = "node-name",
        .type = "str",
        .mandatory = true,
        .doc = "name of the node",
    },
    {
        .name = "size",
        .type = "size",
        .mandatory = true,
        .unit = "bytes",
        .doc = "its new size",
    },
};

constexpr qapi::CliMember kBlockdevDelMembers[] = {
    {
        .name = "node-name",
        .type = "str",
        .mandatory = true,
        .doc = "its name",
    },
};

constexpr qapi::CliMember kBalloonMembers[] = {
    {
        .name = "value",
        .type = "int",
        .mandatory = true,
        .range = "1 to 9223372036854775807",
        .unit = "bytes",
        .example_json = "67108864",
        .doc = "how much; at most all memory that it sees",
    },
};

constexpr qapi::CliMember kSendKeyMembers[] = {
    {
        .name = "keys",
        .type = "[KeyValue]",
        .mandatory = true,
        .range = "1 to 16",
        .example_json = "[{\"type\":\"qcode\",\"data\":\"power\"}]",
        .doc = "which ones",
    },
    {
        .name = "hold-time",
        .type = "uint32",
        .default_json = "100",
        .range = "1 to 60000",
        .unit = "ms",
        .doc = "for how long, in guest time: a guest that stands still finds them pressed when it "
               "goes on",
    },
    {
        .name = "device",
        .type = "str",
        .doc = "id or path of the device that they are on; the first one that has them all if not "
               "given",
    },
};

constexpr std::string_view kObjectAddAliases[] = {"object-add"};

constexpr qapi::CliMember kObjectAddMembers[] = {
    {
        .name = "qom-type",
        .type = "str",
        .mandatory = true,
        .doc = "the object type, one derived from `backend`",
    },
    {
        .name = "id",
        .type = "str",
        .mandatory = true,
        .doc = "its name",
    },
};

constexpr qapi::CliBranch kObjectAddBranches[] = {
    {
        .value = "chardev-null",
        .doc = "Takes everything and gives nothing.",
        .members = kChardevNullObjectMembers,
    },
    {
        .value = "chardev-stdio",
        .doc = "The terminal or the pipe that the program was started on.",
        .members = kChardevStdioObjectMembers,
    },
    {
        .value = "chardev-udp",
        .doc = "A datagram socket.",
        .members = kChardevUdpObjectMembers,
    },
    {
        .value = "chardev-file",
        .doc = "Writes what is sent to a file, and takes what is received from another.",
        .members = kChardevFileObjectMembers,
    },
    {
        .value = "chardev-pty",
        .doc = "A pseudoterminal, as a terminal program opens it: query-chardev tells its name.",
        .members = kChardevPtyObjectMembers,
    },
    {
        .value = "chardev-ringbuf",
        .doc = "Memory that keeps the last of what was sent, until ringbuf-read takes it.",
        .members = kChardevRingbufObjectMembers,
    },
    {
        .value = "chardev-socket",
        .doc = "A stream socket, to which one peer at a time is connected.",
        .members = kChardevSocketObjectMembers,
    },
    {
        .value = "netdev-null",
        .doc = "Takes everything and gives nothing.",
    },
    {
        .value = "netdev-user",
        .doc =
            "A network of its own, whose router leads to the host's network without any privilege: "
            "TCP, UDP and pings go out as the host's own, DHCP, DNS and TFTP are answered.",
        .members = kNetdevUserObjectMembers,
    },
    {
        .value = "netdev-tap",
        .doc = "A TAP interface of the host: what the guest sends arrives there, and the other way "
               "round.",
        .members = kNetdevTapObjectMembers,
    },
    {
        .value = "netdev-stream",
        .doc = "A stream socket, to which one peer at a time is connected.",
        .members = kNetdevStreamObjectMembers,
    },
    {
        .value = "netdev-dgram",
        .doc = "A datagram socket: each frame is a datagram.",
        .members = kNetdevDgramObjectMembers,
    },
    {
        .value = "netdev-vhost-user",
        .doc = "The front end of vhost-user, for any card of any machine.",
        .members = kNetdevVhostUserObjectMembers,
    },
    {
        .value = "filter-dump",
        .doc = "Writes the frames that pass a network backend, in both directions, to a file that "
               "network analyzers read (pcap).",
        .members = kFilterDumpObjectMembers,
    },
    {
        .value = "blockdev-null-co",
        .doc = "A node without a medium: what is written is lost.",
        .members = kBlockdevNullCoObjectMembers,
    },
    {
        .value = "blockdev-file",
        .doc = "A file or a block device of the host.",
        .members = kBlockdevFileObjectMembers,
    },
    {
        .value = "blockdev-raw",
        .doc = "A part of another node, or all of it, as it is.",
        .members = kBlockdevRawObjectMembers,
    },
    {
        .value = "blockdev-qcow2",
        .doc = "A disk image in the format qcow2, in another node.",
        .members = kBlockdevQcow2ObjectMembers,
    },
    {
        .value = "blockdev-nbd",
        .doc = "An export of an NBD server.",
        .members = kBlockdevNbdObjectMembers,
    },
    {
        .value = "blockdev-throttle",
        .doc = "Another node, with limits to what is asked of it.",
        .members = kBlockdevThrottleObjectMembers,
    },
    {
        .value = "blockdev-blkdebug",
        .doc = "Another node, whose requests fail as told: for tests of what a guest, and who "
               "manages it, makes of a disk's errors.",
        .members = kBlockdevBlkdebugObjectMembers,
    },
    {
        .value = "throttle-group",
        .doc = "What all nodes of a group may ask for together.",
        .members = kThrottleGroupObjectMembers,
    },
};

constexpr qapi::CliMember kObjectDelMembers[] = {
    {
        .name = "id",
        .type = "str",
        .mandatory = true,
        .doc = "its name",
    },
};

constexpr qapi::CliMember kQomListMembers[] = {
    {
        .name = "path",
        .type = "str",
        .mandatory = true,
        .example_json = "\"/\"",
        .doc = "its path, or an id that is unambiguous",
    },
};

constexpr qapi::CliMember kQomGetMembers[] = {
    {
        .name = "path",
        .type = "str",
        .mandatory = true,
        .doc = "path of the object, or an id that is unambiguous",
    },
    {
        .name = "property",
        .type = "str",
        .mandatory = true,
        .doc = "name of the property",
    },
};

constexpr qapi::CliMember kQomSetMembers[] = {
    {
        .name = "path",
        .type = "str",
        .mandatory = true,
        .doc = "path of the object, or an id that is unambiguous",
    },
    {
        .name = "property",
        .type = "str",
        .mandatory = true,
        .doc = "name of the property",
    },
    {
        .name = "value",
        .type = "any",
        .mandatory = true,
        .doc = "its new value",
    },
};

constexpr qapi::CliMember kQomListTypesMembers[] = {
    {
        .name = "implements",
        .type = "str",
        .doc = "only those derived from this one",
    },
    {
        .name = "abstract",
        .type = "bool",
        .default_json = "false",
        .doc = "abstract ones too",
    },
};

constexpr qapi::CliMember kQomListPropertiesMembers[] = {
    {
        .name = "typename",
        .type = "str",
        .mandatory = true,
        .doc = "name of the type",
    },
};

constexpr qapi::CliMember kDeviceListPropertiesMembers[] = {
    {
        .name = "typename",
        .type = "str",
        .mandatory = true,
        .doc = "name of the type, one derived from `device`",
    },
};

constexpr qapi::CliMember kQueryTreeMembers[] = {
    {
        .name = "path",
        .type = "str",
        .default_json = "\"/\"",
        .doc = "the object to begin with, which is always there",
    },
    {
        .name = "depth",
        .type = "uint32",
        .doc = "how many levels of children; all when not given",
    },
    {
        .name = "type",
        .type = "str",
        .doc = "only objects of this type, or of one that is derived from it",
    },
    {
        .name = "name",
        .type = "str",
        .doc = "only objects whose name is like this; `*` stands for any number of letters, and "
               "`?` for one",
    },
    {
        .name = "format",
        .type = "GraphFormat",
        .values = kGraphFormatValues,
        .doc = "have it in this language too",
    },
};

constexpr std::string_view kDeviceAddAliases[] = {"device-add"};

constexpr qapi::CliMember kDeviceAddMembers[] = {
    {
        .name = "driver",
        .type = "str",
        .mandatory = true,
        .doc = "the object type, one derived from `device`; or a part: one that comes with the "
               "program, or the path of a description",
    },
    {
        .name = "id",
        .type = "str",
        .mandatory = true,
        .doc = "its name among the parent's children",
    },
    {
        .name = "parent",
        .type = "str",
        .default_json = "\"/machine\"",
        .doc = "path of the object that holds it",
    },
};

constexpr qapi::CliBranch kDeviceAddBranches[] = {
    {
        .value = "address-space",
        .doc = "What a processor or another bus master sees: regions and other address spaces, "
               "mapped at addresses.",
        .members = kAddressSpaceObjectMembers,
    },
    {
        .value = "ram",
        .doc = "Memory that can be read, written and executed.",
        .members = kRamObjectMembers,
    },
    {
        .value = "rom",
        .doc = "Memory that can be read and executed; what the guest writes is dropped.",
        .members = kRomObjectMembers,
    },
    {
        .value = "loader",
        .doc =
            "Puts a file into an address space at each reset: an ELF executable (32 or 64 bits, "
            "little-endian), a RISC-V kernel in the Image format, or anything else byte by byte.",
        .members = kLoaderObjectMembers,
    },
    {
        .value = "riscv-hart",
        .doc = "A RISC-V hart: M and U mode, S mode if `supervisor` is set; bare translation and "
               "Sv39, or Sv32 if it has 32 bits, deeper ones if `isa` names them; 16 PMP entries.",
        .members = kRiscvHartObjectMembers,
    },
    {
        .value = "riscv-cluster",
        .doc = "RISC-V harts of one kind that see one address space.",
        .members = kRiscvClusterObjectMembers,
    },
    {
        .value = "riscv-boot",
        .doc = "Where the harts of a cluster start, and what they are told: the hart's number in "
               "a0 and the address of the device tree in a1, as the SBI and the Linux boot "
               "protocol have it; in a2 the address of a `fw_dynamic_info`, as OpenSBI's "
               "fw_dynamic firmware expects it (OpenSBI, docs/firmware/fw_dynamic.md).",
        .members = kRiscvBootObjectMembers,
    },
    {
        .value = "aclint-mswi",
        .doc = "Machine-level software interrupts: a register for each hart, with which harts "
               "interrupt one another.",
        .members = kAclintMswiObjectMembers,
    },
    {
        .value = "aclint-sswi",
        .doc = "Supervisor-level software interrupts: a register for each hart, with which "
               "supervisors of harts interrupt one another without their firmware.",
        .members = kAclintSswiObjectMembers,
    },
    {
        .value = "aclint-mtimer",
        .doc = "The machine-level timer: one time for all harts, and a time for each at which it "
               "is interrupted.",
        .members = kAclintMtimerObjectMembers,
    },
    {
        .value = "plic",
        .doc = "Platform-level interrupt controller: hands the interrupts of devices to harts, by "
               "priority.",
        .members = kPlicObjectMembers,
    },
    {
        .value = "imsic",
        .doc = "Incoming message-signalled interrupt controllers of the harts of a cluster, at one "
               "privilege level: RISC-V Advanced Interrupt Architecture 1.0, chapter 3. Whoever "
               "writes the number of an interrupt to a file makes it pending there.",
        .members = kImsicObjectMembers,
    },
    {
        .value = "aplic",
        .doc =
            "A domain of an advanced platform-level interrupt controller: it hands the interrupts "
            "of devices to harts by priority, or sends messages to their IMSICs. RISC-V Advanced "
            "Interrupt Architecture 1.0, chapter 4. Devices are wired to the domain of machine "
            "level, which can delegate sources to its child, the domain of supervisor level.",
        .members = kAplicObjectMembers,
    },
    {
        .value = "or-gate",
        .doc = "Joins several outputs into one: its output is high while any of its inputs is.",
        .members = kOrGateObjectMembers,
    },
    {
        .value = "uart16550",
        .doc = "A serial port with FIFOs of 16 bytes.",
        .members = kUart16550ObjectMembers,
    },
    {
        .value = "sifive-test",
        .doc = "A register with which the guest ends: writing 0x5555 powers off, 0x7777 resets, "
               "and 0x3333 reports a failure, whose code is in the upper 16 bits.",
    },
    {
        .value = "sifive-uart",
        .doc = "SiFive's serial port, with FIFOs of 8 characters.",
        .members = kSifiveUartObjectMembers,
    },
    {
        .value = "sifive-e-prci",
        .doc =
            "The clocks of the FE310: two oscillators, a PLL, and which of them drives the chip.",
        .members = kSifiveEPrciObjectMembers,
    },
    {
        .value = "sifive-e-aon",
        .doc = "The always-on domain of the FE310: watchdog, real-time counter, and the registers "
               "that keep their contents while the rest sleeps.",
        .members = kSifiveEAonObjectMembers,
    },
    {
        .value = "sifive-e-otp",
        .doc = "One-time programmable memory of the FE310, with the registers that program it.",
    },
    {
        .value = "sifive-u-prci",
        .doc =
            "Clocks and resets of the FU540: the crystal, three PLLs, and the clock of the cores.",
        .members = kSifiveUPrciObjectMembers,
    },
    {
        .value = "sifive-u-otp",
        .doc = "One-time programmable memory of the FU540: 4096 words of 32 bits behind the pins "
               "of the memory macro.",
        .members = kSifiveUOtpObjectMembers,
    },
    {
        .value = "sifive-ccache",
        .doc = "Registers of the FU540's level 2 cache controller.",
        .members = kSifiveCcacheObjectMembers,
    },
    {
        .value = "sifive-gpio",
        .doc = "SiFive's general-purpose input and output pins.",
        .members = kSifiveGpioObjectMembers,
    },
    {
        .value = "gpio-key",
        .doc = "A key that drives a line, which belongs on a pin of a GPIO controller.",
        .members = kGpioKeyObjectMembers,
    },
    {
        .value = "sifive-spi",
        .doc = "SiFive's serial peripheral interface; what is at its other end are the devices "
               "that name it.",
        .members = kSifiveSpiObjectMembers,
    },
    {
        .value = "sifive-pwm",
        .doc = "SiFive's pulse-width modulator: a counter and four comparators.",
        .members = kSifivePwmObjectMembers,
    },
    {
        .value = "ibex-uart",
        .doc = "OpenTitan's serial port, with FIFOs of 32 characters.",
        .members = kIbexUartObjectMembers,
    },
    {
        .value = "ibex-timer",
        .doc = "OpenTitan's timer of the RISC-V hart: a counter of 64 bits with prescaler and "
               "step, and a comparator.",
        .members = kIbexTimerObjectMembers,
    },
    {
        .value = "mailbox",
        .doc =
            "Two processors that share no interrupt controller hand each other words through it.",
        .members = kMailboxObjectMembers,
    },
    {
        .value = "hotplug-slot",
        .doc = "A slot for one card, which can come and go while the guest runs: a device or a "
               "part that is added with the slot as its parent.",
        .members = kHotplugSlotObjectMembers,
    },
    {
        .value = "pvpanic-mmio",
        .doc = "A register with which the guest reports that it cannot go on.",
    },
    {
        .value = "acpi-sleep",
        .doc = "The sleep registers of hardware-reduced ACPI (ACPI 6.5, 4.8.3.7).",
    },
    {
        .value = "dw-wdt",
        .doc =
            "The DesignWare watchdog of Synopsys (DW_apb_wdt), found on many RISC-V and Arm chips.",
        .members = kDwWdtObjectMembers,
    },
    {
        .value = "goldfish-rtc",
        .doc = "The real-time clock of the Goldfish virtual platform: nanoseconds since 1970, with "
               "an alarm.",
        .members = kGoldfishRtcObjectMembers,
    },
    {
        .value = "pflash",
        .doc = "NOR flash that is mapped as a memory, with the Intel command set: Common Flash "
               "Memory Interface (JEDEC JESD68.01), primary command set 0001 (Intel AP-646).",
        .members = kPflashObjectMembers,
    },
    {
        .value = "i2c-ocores",
        .doc = "The I2C master of OpenCores: \"I2C-Master Core Specification\" 0.9. What is on its "
               "bus are the devices that name it.",
        .members = kI2cOcoresObjectMembers,
    },
    {
        .value = "at24c256",
        .doc = "A serial EEPROM of 32 KiB on an I2C bus: Atmel AT24C256 data sheet (0670).",
        .members = kAt24c256ObjectMembers,
    },
    {
        .value = "spi-nor",
        .doc = "A serial NOR flash of 16 MiB on an SPI bus: Winbond W25Q128JV data sheet, revision "
               "F, with one data line.",
        .members = kSpiNorObjectMembers,
    },
    {
        .value = "fw-cfg",
        .doc = "QEMU's firmware configuration device: items that firmware and kernels read by "
               "number, and files that a directory names, through a stream of bytes or by DMA. "
               "QEMU, \"QEMU Firmware Configuration (fw_cfg) Device\", version 3 of the interface "
               "(bits 0 and 1 of its ID). What there is in it are the `fw-cfg-item`s that name it.",
        .members = kFwCfgObjectMembers,
    },
    {
        .value = "fw-cfg-item",
        .doc = "A file that a `fw-cfg` has for the guest, either a file of the host's or a text.",
        .members = kFwCfgItemObjectMembers,
    },
    {
        .value = "virtio-mmio",
        .doc = "A transport whose registers are in memory: VIRTIO 1.2, section 4.2, of version 2.",
        .members = kVirtioMmioObjectMembers,
    },
    {
        .value = "pcie-host",
        .doc = "The root of a PCI Express hierarchy, with bus 0, and its configuration space in "
               "memory (ECAM: PCI Express Base Specification 5.0, 7.2.2), as the Linux binding "
               "`pci-host-ecam-generic` describes it.",
        .members = kPcieHostObjectMembers,
    },
    {
        .value = "pcie-root-port",
        .doc = "A root port of PCI Express: a bridge from bus 0 to a bus of its own, which is a "
               "slot for one card (device 0, with up to eight functions) that can come and go "
               "while the guest runs.",
        .members = kPcieRootPortObjectMembers,
    },
    {
        .value = "virtio-pci",
        .doc = "A transport that is a function of PCI Express: VIRTIO 1.2, section 4.1, without "
               "the legacy interface.",
        .members = kVirtioPciObjectMembers,
    },
    {
        .value = "virtio-rng",
        .doc = "Random numbers for the guest, those of the host: VIRTIO 1.2, section 5.4.",
        .members = kVirtioRngObjectMembers,
    },
    {
        .value = "virtio-blk",
        .doc = "A disk: VIRTIO 1.2, section 5.2. Without write access to drive it is read-only.",
        .members = kVirtioBlkObjectMembers,
    },
    {
        .value = "virtio-net",
        .doc = "A network card: VIRTIO 1.2, section 5.1. What the driver leaves to it, checksums "
               "and cutting into TCP segments, is done before a frame leaves the card, so that it "
               "goes over any cable.",
        .members = kVirtioNetObjectMembers,
    },
    {
        .value = "virtio-console",
        .doc = "A console, and more serial lines if wanted: VIRTIO 1.2, section 5.3. Linux calls "
               "the console `hvc0`, and the others `vportNpM`.",
        .members = kVirtioConsoleObjectMembers,
    },
    {
        .value = "virtio-balloon",
        .doc =
            "Memory that the guest gives back while it does not need it: VIRTIO 1.2, section 5.5. "
            "The commands `balloon` and `query-balloon` say and tell how much it is to keep.",
        .members = kVirtioBalloonObjectMembers,
    },
    {
        .value = "virtio-keyboard",
        .doc = "A keyboard with all keys that have a name: VIRTIO 1.2, section 5.8. `send-key` "
               "presses them, and `system_powerdown` its power key.",
        .members = kVirtioKeyboardObjectMembers,
    },
};

constexpr qapi::CliMember kDeviceDelMembers[] = {
    {
        .name = "id",
        .type = "str",
        .mandatory = true,
        .doc = "its id or path",
    },
    {
        .name = "timeout",
        .type = "uint32",
        .range = "1 to 3600000",
        .unit = "ms",
        .doc = "how long to wait for the guest's answer; for ever when not given",
    },
};

constexpr qapi::CliMember kDeviceRemoveMembers[] = {
    {
        .name = "id",
        .type = "str",
        .mandatory = true,
        .doc = "its id or path",
    },
};

constexpr qapi::CliMember kMapMembers[] = {
    {
        .name = "region",
        .type = "str",
        .mandatory = true,
        .doc = "what is mapped: `DEVICE:REGION`, `DEVICE:REGION[INDEX]`, `DEVICE` when it has one "
               "region, or an address space",
    },
    {
        .name = "at",
        .type = "size",
        .mandatory = true,
        .unit = "address",
        .doc = "the first address of the window",
    },
    {
        .name = "into",
        .type = "str",
        .mandatory = true,
        .doc = "the address space",
    },
    {
        .name = "offset",
        .type = "size",
        .default_json = "0",
        .unit = "bytes",
        .doc = "of the window within what is mapped",
    },
    {
        .name = "size",
        .type = "size",
        .unit = "bytes",
        .doc = "of the window; all that follows offset when not given",
    },
    {
        .name = "priority",
        .type = "int32",
        .default_json = "0",
        .doc = "where windows overlap, the higher one is seen",
    },
};

constexpr qapi::CliMember kUnmapMembers[] = {
    {
        .name = "region",
        .type = "str",
        .mandatory = true,
        .doc = "what is mapped, as it was given to map",
    },
    {
        .name = "at",
        .type = "size",
        .mandatory = true,
        .unit = "address",
        .doc = "the first address of the window",
    },
    {
        .name = "into",
        .type = "str",
        .mandatory = true,
        .doc = "the address space",
    },
};

constexpr qapi::CliMember kConnectMembers[] = {
    {
        .name = "from",
        .type = "str",
        .mandatory = true,
        .doc = "the output: `DEVICE:PORT` or `DEVICE:PORT[INDEX]`",
    },
    {
        .name = "to",
        .type = "str",
        .mandatory = true,
        .doc = "the input, likewise",
    },
};

constexpr qapi::CliMember kDisconnectMembers[] = {
    {
        .name = "from",
        .type = "str",
        .mandatory = true,
        .doc = "the output",
    },
    {
        .name = "to",
        .type = "str",
        .mandatory = true,
        .doc = "the input",
    },
};

constexpr qapi::CliMember kQueryGraphMembers[] = {
    {
        .name = "kind",
        .type = "GraphKind",
        .mandatory = true,
        .values = kGraphKindValues,
        .doc = "which",
    },
    {
        .name = "format",
        .type = "GraphFormat",
        .values = kGraphFormatValues,
        .doc = "have it in this language too",
    },
};

constexpr qapi::CliMember kExplainMembers[] = {
    {
        .name = "path",
        .type = "str",
        .mandatory = true,
        .doc = "the object; with `.NAME` behind it, that property alone",
    },
};

constexpr qapi::CliMember kConfigDiffMembers[] = {
    {
        .name = "file",
        .type = "str",
        .doc = "path of a configuration, as config-load takes it",
    },
    {
        .name = "type",
        .type = "str",
        .example_json = "\"none\"",
        .doc = "instead of it, name or path of a machine, as machine-set takes it",
    },
};

constexpr qapi::CliCommand kCliCommands[] = {
    {
        .command = "query-version",
        .option = "query-version",
        .help = "Reports the version of the program.",
        .doc = "Reports the version of the program.",
        .read_only = true,
    },
    {
        .command = "query-commands",
        .option = "query-commands",
        .help = "Lists commands: all, or those that may run in a phase.",
        .doc = "Lists commands: all, or those that may run in a phase.",
        .members = kQueryCommandsMembers,
        .read_only = true,
    },
    {
        .command = "query-phases",
        .option = "query-phases",
        .help = "Reports the whole phase machine as data: what may run when, and where it leads.",
        .doc = "Reports the whole phase machine as data: what may run when, and where it leads.",
        .read_only = true,
    },
    {
        .command = "quit",
        .option = "quit",
        .group = "Startup",
        .help = "Ends the process.",
        .doc = "Ends the process. The answer is sent before it does.",
    },
    {
        .command = "monitor-add",
        .option = "qmp",
        .aliases = kMonitorAddAliases,
        .implied_key = "listen",
        .group = "Monitors",
        .help = "Opens a monitor, on which QMP is spoken. query-monitors tells the name and the "
                "port that were chosen.",
        .doc = "Opens a monitor, on which QMP is spoken. query-monitors tells the name and the "
               "port that were chosen.\n\nErrors: - If a monitor has the name already, or the "
               "address cannot be listened on, GenericError",
        .members = kMonitorAddMembers,
    },
    {
        .command = "monitor-del",
        .option = "monitor-del",
        .implied_key = "id",
        .group = "Monitors",
        .help = "Closes a monitor and hangs up on its clients, after the answers that are due.",
        .doc = "Closes a monitor and hangs up on its clients, after the answers that are "
               "due.\n\nErrors: - If there is no such monitor, GenericError",
        .members = kMonitorDelMembers,
    },
    {
        .command = "query-monitors",
        .option = "query-monitors",
        .help = "Lists the monitors.",
        .doc = "Lists the monitors.",
        .read_only = true,
    },
    {
        .command = "add-fd",
        .option = "add-fd",
        .group = "Descriptors",
        .help = "Adds the descriptor that was handed over to a set.",
        .doc = "Adds the descriptor that was handed over to a set. Wherever a file is opened, the "
               "path `/dev/fdset/N` stands for that of set N which is open for what is wanted. "
               "Sets belong to all clients, and stay until they are removed.\n\nErrors: - If no "
               "descriptor was handed over, GenericError - If fdset-id is negative, GenericError",
        .members = kAddFdMembers,
    },
    {
        .command = "remove-fd",
        .option = "remove-fd",
        .group = "Descriptors",
        .help = "Removes a descriptor from a set, and closes it.",
        .doc =
            "Removes a descriptor from a set, and closes it. What was opened through it stays "
            "open.\n\nErrors: - If there is no such set, or no such descriptor in it, GenericError",
        .members = kRemoveFdMembers,
    },
    {
        .command = "query-fdsets",
        .option = "query-fdsets",
        .help = "Lists the sets of descriptors.",
        .doc = "Lists the sets of descriptors.",
        .read_only = true,
    },
    {
        .command = "query-qmp-schema",
        .option = "query-qmp-schema",
        .help = "Describes all commands and events, and the types they use.",
        .doc = "Describes all commands and events, and the types they use.",
        .read_only = true,
    },
    {
        .command = "until-phase",
        .option = "until-phase",
        .implied_key = "phase",
        .group = "Startup",
        .help = "Walks towards a phase: takes, one by one, the steps that lead there and need no "
                "arguments.",
        .doc = "Walks towards a phase: takes, one by one, the steps that lead there and need no "
               "arguments. Stops where one does, and says what is missing. The steps taken before "
               "it stay taken.",
        .members = kUntilPhaseMembers,
    },
    {
        .command = "script-run",
        .option = "script-run",
        .implied_key = "file",
        .group = "Startup",
        .help = "Runs the commands of a script, a line each, in the form that qmp-shell takes.",
        .doc = "Runs the commands of a script, a line each, in the form that qmp-shell takes. "
               "Stops at the first that fails.",
        .members = kScriptRunMembers,
    },
    {
        .command = "config-load",
        .option = "config",
        .aliases = kConfigLoadAliases,
        .implied_key = "file",
        .group = "Startup",
        .help = "Applies a configuration file: JSON, comments allowed, a section for each kind of "
                "thing.",
        .doc = "Applies a configuration file: JSON, comments allowed, a section for each kind of "
               "thing. The sections are applied in the order of the phases they need, whole or not "
               "at all. `extends` names files to start from, and `${env:NAME}` in a string stands "
               "for what the environment says.",
        .members = kConfigLoadMembers,
    },
    {
        .command = "query-config",
        .option = "query-config",
        .help = "Gives what has been built so far as a configuration: whoever loads it has the "
                "same, down to the phase.",
        .doc = "Gives what has been built so far as a configuration: whoever loads it has the "
               "same, down to the phase. What was removed again is not in it; what has been added "
               "while the guest runs is there from the start, for the guest that finds it. A phase "
               "that a start does not lead to (a guest that is paused, or has ended) becomes the "
               "last one before the guest runs.",
        .members = kQueryConfigMembers,
        .read_only = true,
    },
    {
        .command = "query-journal",
        .option = "query-journal",
        .help = "Lists the commands that were accepted and changed something, whoever gave them.",
        .doc = "Lists the commands that were accepted and changed something, whoever gave them. "
               "What ran other commands (a script, a configuration file, until-phase) is there as "
               "those commands.",
        .read_only = true,
    },
    {
        .command = "journal-open",
        .option = "journal",
        .aliases = kJournalOpenAliases,
        .implied_key = "file",
        .group = "Startup",
        .help = "Writes the journal to a file: what it holds already, and from then on each "
                "command when it is done.",
        .doc = "Writes the journal to a file: what it holds already, and from then on each command "
               "when it is done. The file is a script; to run it gives the same again.\n\nErrors: "
               "- If the file holds something, or cannot be written, GenericError",
        .members = kJournalOpenMembers,
    },
    {
        .command = "set-compat",
        .option = "compat",
        .aliases = kSetCompatAliases,
        .group = "Startup",
        .help = "Chooses what happens to what will go one day, and to what may change any day.",
        .doc = "Chooses what happens to what will go one day, and to what may change any day. "
               "These are commands, arguments, values of enums, properties, members of answers, "
               "and events with the feature `deprecated` or `unstable`. A name that another "
               "emulator has for one of ours, of an object type, a property, a port or a path, is "
               "deprecated input too. What is not given is as it was at the start, where all is "
               "accepted. `query-qmp-schema` always shows all.",
        .members = kSetCompatMembers,
        .in_dry_run = true,
    },
    {
        .command = "query-status",
        .option = "query-status",
        .help = "Reports what the machine is doing.",
        .doc = "Reports what the machine is doing.",
        .read_only = true,
    },
    {
        .command = "query-machine-phase",
        .option = "query-machine-phase",
        .help = "Reports where the machine stands.",
        .doc = "Reports where the machine stands.",
        .read_only = true,
    },
    {
        .command = "cont",
        .option = "cont",
        .group = "Startup",
        .help = "Starts or resumes the guest.",
        .doc = "Starts or resumes the guest. Resuming a running guest succeeds and changes "
               "nothing. A hart that stands at a breakpoint goes past it; a backend that could not "
               "write tries again.",
    },
    {
        .command = "stop",
        .option = "stop",
        .group = "Startup",
        .help = "Stops the guest; its time stands still.",
        .doc = "Stops the guest; its time stands still.",
    },
    {
        .command = "system_wakeup",
        .option = "system-wakeup",
        .group = "Startup",
        .help = "Wakes a guest that sleeps, as its power button would.",
        .doc = "Wakes a guest that sleeps, as its power button would.",
    },
    {
        .command = "system_reset",
        .option = "system-reset",
        .group = "Startup",
        .help = "Resets the machine, as its reset button would: devices and processors return to "
                "their state of power-on and images are loaded again.",
        .doc = "Resets the machine, as its reset button would: devices and processors return to "
               "their state of power-on and images are loaded again. A running guest keeps "
               "running; one that has ended, sleeps or was stopped by something other than a "
               "command is ready to be started.",
    },
    {
        .command = "system_powerdown",
        .option = "system-powerdown",
        .group = "Startup",
        .help = "Presses the power key, which asks the guest to power off: it decides whether it "
                "does, and when.",
        .doc = "Presses the power key, which asks the guest to power off: it decides whether it "
               "does, and when. Of several devices with a power key each is pressed, because a "
               "guest need not have a driver for all of them. A guest that stands still finds the "
               "key pressed when it goes on.\n\nErrors: if the machine has no power key",
    },
    {
        .command = "set-action",
        .option = "action",
        .aliases = kSetActionAliases,
        .group = "Startup",
        .help = "Chooses what follows when the guest ends, or comes to nothing.",
        .doc = "Chooses what follows when the guest ends, or comes to nothing. Members that are "
               "not given stay as they are; at the start they are reset, poweroff, exit-failure, "
               "reset and none.",
        .members = kSetActionMembers,
        .in_dry_run = true,
    },
    {
        .command = "watchdog-set-action",
        .option = "watchdog-action",
        .aliases = kWatchdogSetActionAliases,
        .implied_key = "action",
        .group = "Startup",
        .help =
            "Chooses what follows when the guest lets a watchdog expire; set-action says the same.",
        .doc =
            "Chooses what follows when the guest lets a watchdog expire; set-action says the same.",
        .members = kWatchdogSetActionMembers,
    },
    {
        .command = "breakpoint-add",
        .option = "breakpoint-add",
        .implied_key = "address",
        .group = "Debugging",
        .help = "Makes harts stop before they execute the instruction at an address: the machine "
                "stands in debug then, with the hart's pc there, and cont goes on past it.",
        .doc = "Makes harts stop before they execute the instruction at an address: the machine "
               "stands in debug then, with the hart's pc there, and cont goes on past it. A hart "
               "that has the breakpoint already keeps it.",
        .members = kBreakpointAddMembers,
    },
    {
        .command = "breakpoint-remove",
        .option = "breakpoint-remove",
        .implied_key = "address",
        .group = "Debugging",
        .help = "Takes breakpoints away.",
        .doc = "Takes breakpoints away.",
        .members = kBreakpointRemoveMembers,
    },
    {
        .command = "query-breakpoints",
        .option = "query-breakpoints",
        .group = "Debugging",
        .help = "Lists the breakpoints.",
        .doc = "Lists the breakpoints.",
        .read_only = true,
    },
    {
        .command = "gdbserver-start",
        .option = "gdbserver",
        .aliases = kGdbserverStartAliases,
        .implied_key = "listen",
        .group = "Debugging",
        .help = "Listens for gdb, of which one at a time can be connected.",
        .doc = "Listens for gdb, of which one at a time can be connected. The guest stops when gdb "
               "connects, and goes on when it leaves. Of several clusters the harts of the first "
               "are its process 1, and others can be attached. query-gdbservers tells the name and "
               "the port that were chosen.\n\nErrors: - If a server has the name already, or the "
               "address cannot be listened on, GenericError",
        .members = kGdbserverStartMembers,
    },
    {
        .command = "gdbserver-stop",
        .option = "gdbserver-stop",
        .implied_key = "id",
        .group = "Debugging",
        .help = "Stops listening for gdb.",
        .doc = "Stops listening for gdb. One that is connected is left as if it had detached: its "
               "breakpoints go, and the guest goes on if it was gdb that stopped it.\n\nErrors: - "
               "If there is no such server, GenericError",
        .members = kGdbserverStopMembers,
    },
    {
        .command = "query-gdbservers",
        .option = "query-gdbservers",
        .group = "Debugging",
        .help = "Lists the servers for gdb.",
        .doc = "Lists the servers for gdb.",
        .read_only = true,
    },
    {
        .command = "query-migrate",
        .option = "query-migrate",
        .group = "Migration",
        .help = "Tells how far the present migration is, outgoing or incoming, or what became of "
                "the last one.",
        .doc = "Tells how far the present migration is, outgoing or incoming, or what became of "
               "the last one.",
        .read_only = true,
    },
    {
        .command = "migrate-set-capabilities",
        .option = "migrate-set-capabilities",
        .group = "Migration",
        .help = "Turns capabilities on and off, for the migrations that follow.",
        .doc = "Turns capabilities on and off, for the migrations that follow. All are off at the "
               "start; those that are not named stay as they are.",
        .members = kMigrateSetCapabilitiesMembers,
    },
    {
        .command = "query-migrate-capabilities",
        .option = "query-migrate-capabilities",
        .group = "Migration",
        .help = "Lists the capabilities.",
        .doc = "Lists the capabilities.",
        .read_only = true,
    },
    {
        .command = "migrate-set-parameters",
        .option = "migrate-set-parameters",
        .group = "Migration",
        .help = "Chooses what migrations go by; one that is under way too.",
        .doc = "Chooses what migrations go by; one that is under way too. What is not given stays "
               "as it is.",
        .members = kMigrateSetParametersMembers,
    },
    {
        .command = "query-migrate-parameters",
        .option = "query-migrate-parameters",
        .group = "Migration",
        .help = "Tells what migrations go by.",
        .doc = "Tells what migrations go by.",
        .read_only = true,
    },
    {
        .command = "migrate",
        .option = "migrate",
        .implied_key = "uri",
        .group = "Migration",
        .help = "Begins to send the guest to where it is to go on, and answers at once; "
                "query-migrate and MIGRATION tell how far it is.",
        .doc = "Begins to send the guest to where it is to go on, and answers at once; "
               "query-migrate and MIGRATION tell how far it is. When the other side is there the "
               "guest stops, and stands in finish-migrate while it goes over; in postmigrate when "
               "it has, from where it can still go on here. If it cannot go over, it goes on here "
               "as if nothing had been.",
        .members = kMigrateMembers,
    },
    {
        .command = "migrate_cancel",
        .option = "migrate-cancel",
        .group = "Migration",
        .help = "Gives an outgoing migration up: the guest goes on here.",
        .doc =
            "Gives an outgoing migration up: the guest goes on here. Without one it does nothing.",
    },
    {
        .command = "migrate-continue",
        .option = "migrate-continue",
        .implied_key = "state",
        .group = "Migration",
        .help = "Lets a migration go on that waits in pre-switchover.",
        .doc = "Lets a migration go on that waits in pre-switchover.",
        .members = kMigrateContinueMembers,
    },
    {
        .command = "migrate-await",
        .option = "migrate-await",
        .group = "Migration",
        .help = "Keeps a machine that has not run from being started: a guest that was saved is to "
                "go on in it, see migrate-incoming.",
        .doc = "Keeps a machine that has not run from being started: a guest that was saved is to "
               "go on in it, see migrate-incoming.",
    },
    {
        .command = "migrate-incoming",
        .option = "migrate-incoming",
        .implied_key = "uri",
        .group = "Migration",
        .help = "Begins to take a guest over from the same machine elsewhere, and answers at once; "
                "query-migrate and MIGRATION tell how far it is.",
        .doc = "Begins to take a guest over from the same machine elsewhere, and answers at once; "
               "query-migrate and MIGRATION tell how far it is. When all of it has come the guest "
               "goes on as it was: running, paused or suspended. A guest that does not fit is "
               "refused as a whole, and the machine waits for another.",
        .members = kMigrateIncomingMembers,
    },
    {
        .command = "query-jobs",
        .option = "query-jobs",
        .group = "Snapshots",
        .help = "Lists the jobs that have not been dismissed.",
        .doc = "Lists the jobs that have not been dismissed.",
        .read_only = true,
    },
    {
        .command = "job-cancel",
        .option = "job-cancel",
        .implied_key = "id",
        .group = "Snapshots",
        .help = "Makes a job stop soon and take back what it did.",
        .doc = "Makes a job stop soon and take back what it did. One that is over already stays as "
               "it is.",
        .members = kJobCancelMembers,
    },
    {
        .command = "job-dismiss",
        .option = "job-dismiss",
        .implied_key = "id",
        .group = "Snapshots",
        .help = "Forgets a job that is over.",
        .doc = "Forgets a job that is over.",
        .members = kJobDismissMembers,
    },
    {
        .command = "snapshot-save",
        .option = "snapshot-save",
        .group = "Snapshots",
        .help = "Begins to write a snapshot, as a job.",
        .doc = "Begins to write a snapshot, as a job. The guest stands still in save-vm meanwhile "
               "and goes on as it was.",
        .members = kSnapshotSaveMembers,
    },
    {
        .command = "snapshot-load",
        .option = "snapshot-load",
        .group = "Snapshots",
        .help = "Begins to go back to a snapshot, as a job.",
        .doc = "Begins to go back to a snapshot, as a job. The guest stands still in restore-vm "
               "meanwhile. It runs then if the machine ran when it was told to go back, and is "
               "paused otherwise. If the snapshot cannot be read, all stays as it was. A guest "
               "that has ended must be reset first: there is nothing else to lose then.",
        .members = kSnapshotLoadMembers,
    },
    {
        .command = "snapshot-delete",
        .option = "snapshot-delete",
        .group = "Snapshots",
        .help = "Deletes a snapshot, as a job.",
        .doc = "Deletes a snapshot, as a job.",
        .members = kSnapshotDeleteMembers,
    },
    {
        .command = "query-snapshots",
        .option = "query-snapshots",
        .implied_key = "vmstate",
        .group = "Snapshots",
        .help = "Lists the snapshots in a folder.",
        .doc = "Lists the snapshots in a folder.",
        .members = kQuerySnapshotsMembers,
        .read_only = true,
    },
    {
        .command = "x-exit-preconfig",
        .option = "x-exit-preconfig",
        .group = "Startup",
        .help = "Builds the machine and starts it, for clients that know the older two-step start.",
        .doc = "Builds the machine and starts it, for clients that know the older two-step start. "
               "The machine may be built already: scripts that put one together say this when they "
               "are done.",
    },
    {
        .command = "config-begin",
        .option = "config-begin",
        .group = "Startup",
        .help = "Begins a transaction.",
        .doc = "Begins a transaction. Until its end only the client that began it can change "
               "anything; others can look, and see what is there so far. It ends by config-commit, "
               "by config-abort, or when the client is gone, which is an abort. No command in it "
               "leads to a machine that is ready, and none that changes something runs out of band "
               "meanwhile, since that could not be taken back.\n\nErrors: - If there is a "
               "transaction already, GenericError",
    },
    {
        .command = "config-commit",
        .option = "config-commit",
        .group = "Startup",
        .help = "Ends the transaction; what was done in it stays.",
        .doc = "Ends the transaction; what was done in it stays.\n\nErrors: - If the client has "
               "not begun one, GenericError",
    },
    {
        .command = "config-abort",
        .option = "config-abort",
        .group = "Startup",
        .help = "Ends the transaction and takes back all that was done in it: objects, wires, "
                "monitors and the phase are as they were when it began.",
        .doc = "Ends the transaction and takes back all that was done in it: objects, wires, "
               "monitors and the phase are as they were when it began.\n\nErrors: - If the client "
               "has not begun one, GenericError",
    },
    {
        .command = "machine-set",
        .option = "machine",
        .aliases = kMachineSetAliases,
        .short_name = "M",
        .implied_key = "type",
        .group = "Machine",
        .help = "Chooses the machine: reads its description and checks the parameters.",
        .doc = "Chooses the machine: reads its description and checks the parameters. Nothing is "
               "created yet.",
        .members = kMachineSetMembers,
        .is_open = true,
        .plan = "query-machine-plan",
        .choices = "query-machines",
    },
    {
        .command = "machine-init",
        .option = "machine-init",
        .group = "Machine",
        .help = "Builds the machine that the description plans: all of its objects, or none.",
        .doc = "Builds the machine that the description plans: all of its objects, or none.",
        .in_dry_run = true,
    },
    {
        .command = "machine-done",
        .option = "machine-done",
        .group = "Machine",
        .help = "Completes the machine: generates the guest's device tree from it and resets it.",
        .doc = "Completes the machine: generates the guest's device tree from it and resets it. "
               "Devices added from here on are hot-plugged.",
    },
    {
        .command = "dumpdtb",
        .option = "dumpdtb",
        .implied_key = "filename",
        .group = "Machine",
        .help = "Writes the guest's device tree to a file, as a flattened device tree (Devicetree "
                "Specification v0.4, chapter 5).",
        .doc = "Writes the guest's device tree to a file, as a flattened device tree (Devicetree "
               "Specification v0.4, chapter 5). It is generated from the machine as it stands; a "
               "file that is there already is replaced.",
        .members = kDumpdtbMembers,
    },
    {
        .command = "query-machines",
        .option = "query-machines",
        .help = "Lists the machines that come with the program.",
        .doc = "Lists the machines that come with the program.",
        .read_only = true,
    },
    {
        .command = "query-parts",
        .option = "query-parts",
        .help = "Lists the parts that come with the program.",
        .doc = "Lists the parts that come with the program.",
        .read_only = true,
    },
    {
        .command = "query-machine-plan",
        .option = "query-machine-plan",
        .help = "Reports the commands that machine-init runs.",
        .doc = "Reports the commands that machine-init runs.",
        .read_only = true,
    },
    {
        .command = "machine-plan",
        .option = "plan",
        .aliases = kMachinePlanAliases,
        .implied_key = "type",
        .group = "Machine",
        .help = "Reports what a machine would be made of, and all that is wrong with it, without "
                "making anything: as a whole, and whatever machine there is.",
        .doc = "Reports what a machine would be made of, and all that is wrong with it, without "
               "making anything: as a whole, and whatever machine there is. Backends that it needs "
               "need not be there yet.",
        .members = kMachinePlanMembers,
        .is_open = true,
        .read_only = true,
        .choices = "query-machines",
    },
    {
        .command = "accel-set",
        .option = "accel",
        .aliases = kAccelSetAliases,
        .implied_key = "accels",
        .group = "Machine",
        .help =
            "Chooses what will execute guest code: the first of the list that takes the machine.",
        .doc =
            "Chooses what will execute guest code: the first of the list that takes the machine.",
        .members = kAccelSetMembers,
        .in_dry_run = true,
    },
    {
        .command = "query-accel",
        .option = "query-accel",
        .help = "Reports the outcome of accel-set.",
        .doc = "Reports the outcome of accel-set.",
        .read_only = true,
    },
    {
        .command = "chardev-add",
        .option = "chardev",
        .aliases = kChardevAddAliases,
        .group = "Backends",
        .help = "Creates a character backend, under /objects.",
        .doc = "Creates a character backend, under /objects.",
        .members = kChardevAddMembers,
        .in_dry_run = true,
    },
    {
        .command = "chardev-remove",
        .option = "chardev-remove",
        .implied_key = "id",
        .group = "Backends",
        .help = "Destroys a character backend.",
        .doc = "Destroys a character backend. No device may be using it.",
        .members = kChardevRemoveMembers,
        .in_dry_run = true,
    },
    {
        .command = "query-chardev",
        .option = "query-chardev",
        .help = "Lists the character backends.",
        .doc = "Lists the character backends.",
        .read_only = true,
    },
    {
        .command = "ringbuf-write",
        .option = "ringbuf-write",
        .implied_key = "device",
        .group = "Backends",
        .help = "Adds bytes to what a ring buffer holds, as if they had been sent.",
        .doc = "Adds bytes to what a ring buffer holds, as if they had been sent. The oldest go "
               "when there is no room.",
        .members = kRingbufWriteMembers,
    },
    {
        .command = "ringbuf-read",
        .option = "ringbuf-read",
        .implied_key = "device",
        .group = "Backends",
        .help = "Takes bytes out of a ring buffer, the oldest first.",
        .doc = "Takes bytes out of a ring buffer, the oldest first.",
        .members = kRingbufReadMembers,
    },
    {
        .command = "netdev_add",
        .option = "netdev",
        .aliases = kNetdevAddAliases,
        .implied_key = "type",
        .group = "Backends",
        .help = "Creates a network backend, under /objects.",
        .doc = "Creates a network backend, under /objects.",
        .members = kNetdevAddMembers,
        .selector = "type",
        .branches = kNetdevAddBranches,
        .in_dry_run = true,
    },
    {
        .command = "set_link",
        .option = "set-link",
        .implied_key = "name",
        .group = "Backends",
        .help = "Plugs or unplugs the cable between a network backend and its card.",
        .doc = "Plugs or unplugs the cable between a network backend and its card.",
        .members = kSetLinkMembers,
    },
    {
        .command = "query-netdevs",
        .option = "query-netdevs",
        .group = "Backends",
        .help = "Lists the network backends.",
        .doc = "Lists the network backends.",
        .read_only = true,
    },
    {
        .command = "netdev_del",
        .option = "netdev-del",
        .implied_key = "id",
        .group = "Backends",
        .help = "Destroys a network backend.",
        .doc = "Destroys a network backend. Nothing may be using it.",
        .members = kNetdevDelMembers,
        .in_dry_run = true,
    },
    {
        .command = "blockdev-add",
        .option = "blockdev",
        .aliases = kBlockdevAddAliases,
        .implied_key = "driver",
        .group = "Backends",
        .help = "Creates a node, under /objects, with those that are defined inside of it.",
        .doc = "Creates a node, under /objects, with those that are defined inside of it.",
        .members = kBlockdevAddMembers,
        .selector = "driver",
        .branches = kBlockdevAddBranches,
        .in_dry_run = true,
    },
    {
        .command = "block_resize",
        .option = "block-resize",
        .implied_key = "node-name",
        .group = "Backends",
        .help = "Lets a node grow, and the file under it.",
        .doc = "Lets a node grow, and the file under it. It cannot shrink.",
        .members = kBlockResizeMembers,
    },
    {
        .command = "query-named-block-nodes",
        .option = "query-named-block-nodes",
        .group = "Backends",
        .help = "Lists the nodes.",
        .doc = "Lists the nodes.",
        .read_only = true,
    },
    {
        .command = "query-blockstats",
        .option = "query-blockstats",
        .group = "Backends",
        .help = "Reports what the nodes were asked for.",
        .doc = "Reports what the nodes were asked for.",
        .read_only = true,
    },
    {
        .command = "blockdev-del",
        .option = "blockdev-del",
        .implied_key = "node-name",
        .group = "Backends",
        .help = "Destroys a node, with those that were defined inside of it.",
        .doc =
            "Destroys a node, with those that were defined inside of it. Nothing may be using it.",
        .members = kBlockdevDelMembers,
        .in_dry_run = true,
    },
    {
        .command = "balloon",
        .option = "balloon",
        .implied_key = "value",
        .group = "Machine",
        .help = "Says how much memory the guest is to keep.",
        .doc = "Says how much memory the guest is to keep. It gives the rest back as it can, which "
               "takes its time and may not be all: BALLOON_CHANGE tells how far it got.\n\nErrors: "
               "without a balloon DeviceNotActive",
        .members = kBalloonMembers,
    },
    {
        .command = "query-balloon",
        .option = "query-balloon",
        .group = "Machine",
        .help = "Reports how much memory the guest has.",
        .doc = "Reports how much memory the guest has.",
        .read_only = true,
    },
    {
        .command = "send-key",
        .option = "send-key",
        .group = "Machine",
        .help = "Presses keys together, and lets them go after a while.",
        .doc = "Presses keys together, and lets them go after a while. It answers when they are "
               "down. A key that is down already stays so for that while. The guest hears of them "
               "if it has a driver for the device that they are on.\n\nErrors: if no device of the "
               "machine has all of them",
        .members = kSendKeyMembers,
    },
    {
        .command = "object-add",
        .option = "object",
        .aliases = kObjectAddAliases,
        .implied_key = "qom-type",
        .group = "Backends",
        .help = "Creates an object that is not part of the machine, under /objects.",
        .doc = "Creates an object that is not part of the machine, under /objects.",
        .members = kObjectAddMembers,
        .selector = "qom-type",
        .branches = kObjectAddBranches,
        .in_dry_run = true,
    },
    {
        .command = "object-del",
        .option = "object-del",
        .implied_key = "id",
        .group = "Backends",
        .help = "Destroys an object made by object-add.",
        .doc = "Destroys an object made by object-add. Nothing may be linked to it.",
        .members = kObjectDelMembers,
        .in_dry_run = true,
    },
    {
        .command = "qom-list",
        .option = "qom-list",
        .implied_key = "path",
        .group = "Objects",
        .help = "Lists the properties and the children of an object.",
        .doc = "Lists the properties and the children of an object.",
        .members = kQomListMembers,
        .read_only = true,
    },
    {
        .command = "qom-get",
        .option = "qom-get",
        .implied_key = "path",
        .group = "Objects",
        .help = "Reports the value of a property.",
        .doc = "Reports the value of a property.",
        .members = kQomGetMembers,
        .read_only = true,
    },
    {
        .command = "qom-set",
        .option = "qom-set",
        .implied_key = "path",
        .group = "Objects",
        .help = "Sets a property, if the object's life has come to where it may be set.",
        .doc = "Sets a property, if the object's life has come to where it may be set.",
        .members = kQomSetMembers,
        .in_dry_run = true,
    },
    {
        .command = "qom-list-types",
        .option = "qom-list-types",
        .group = "Objects",
        .help = "Lists object types.",
        .doc = "Lists object types.",
        .members = kQomListTypesMembers,
        .read_only = true,
    },
    {
        .command = "qom-list-properties",
        .option = "qom-list-properties",
        .implied_key = "typename",
        .group = "Objects",
        .help = "Lists the properties of an object type.",
        .doc = "Lists the properties of an object type.",
        .members = kQomListPropertiesMembers,
        .read_only = true,
    },
    {
        .command = "device-list-properties",
        .option = "device-list-properties",
        .implied_key = "typename",
        .group = "Objects",
        .help = "Lists the properties that device_add takes for an object type.",
        .doc = "Lists the properties that device_add takes for an object type.",
        .members = kDeviceListPropertiesMembers,
        .read_only = true,
    },
    {
        .command = "query-tree",
        .option = "query-tree",
        .implied_key = "path",
        .group = "Objects",
        .help = "Reports the tree of objects in one go, with their properties, maps and wires.",
        .doc = "Reports the tree of objects in one go, with their properties, maps and wires. With "
               "type or name only the objects that both are true of, and those that they are in, "
               "so that it stays one tree.",
        .members = kQueryTreeMembers,
        .read_only = true,
    },
    {
        .command = "device_add",
        .option = "device",
        .aliases = kDeviceAddAliases,
        .short_name = "d",
        .implied_key = "driver",
        .group = "Devices",
        .help = "Adds a device to the machine.",
        .doc = "Adds a device to the machine. Before the machine is ready the device is "
               "cold-plugged: to the guest it has always been there. From then on it is "
               "hot-plugged, which only some types can be.\n\nA part of a machine is added as a "
               "whole: all that its description holds, or nothing. What is in it are children of "
               "an object with the given id, and it can be removed as a whole again.",
        .members = kDeviceAddMembers,
        .selector = "driver",
        .branches = kDeviceAddBranches,
        .in_dry_run = true,
    },
    {
        .command = "device_del",
        .option = "device-del",
        .implied_key = "id",
        .group = "Devices",
        .help = "Takes a device away, or a part with all that is in it.",
        .doc = "Takes a device away, or a part with all that is in it. While the guest uses the "
               "slot that it is in, the guest is asked to let go of it first: the device is gone "
               "when DEVICE_DELETED says so, and stays when DEVICE_UNPLUG_GUEST_ERROR does. Until "
               "then it is among those that query-hotplug lists; asking once more asks the guest "
               "once more. All functions of a card go together. What is in no slot is removed at "
               "once, as by device-remove.",
        .members = kDeviceDelMembers,
        .in_dry_run = true,
    },
    {
        .command = "device-remove",
        .option = "device-remove",
        .implied_key = "id",
        .group = "Devices",
        .help = "Removes a device, or a part with all that is in it, without asking the guest.",
        .doc =
            "Removes a device, or a part with all that is in it, without asking the guest. It must "
            "not be mapped, wired or linked to by another; what is in a slot goes with its windows "
            "and wires. Of a card in a root port all functions go, once the guest knows of it.",
        .members = kDeviceRemoveMembers,
        .in_dry_run = true,
    },
    {
        .command = "query-hotplug",
        .option = "query-hotplug",
        .help =
            "Lists the devices that the guest was asked to let go of, and has not answered for.",
        .doc = "Lists the devices that the guest was asked to let go of, and has not answered for.",
        .read_only = true,
    },
    {
        .command = "map",
        .option = "map",
        .implied_key = "region",
        .group = "Devices",
        .help =
            "Makes a region, or a whole address space, appear at an address of an address space.",
        .doc = "Makes a region, or a whole address space, appear at an address of an address "
               "space. Two windows may overlap only at different priorities.",
        .members = kMapMembers,
        .in_dry_run = true,
    },
    {
        .command = "unmap",
        .option = "unmap",
        .implied_key = "region",
        .group = "Devices",
        .help = "Takes a window out of an address space.",
        .doc = "Takes a window out of an address space.",
        .members = kUnmapMembers,
        .in_dry_run = true,
    },
    {
        .command = "connect",
        .option = "connect",
        .implied_key = "from",
        .group = "Devices",
        .help = "Wires an output to an input.",
        .doc = "Wires an output to an input. An output can drive several inputs; an input has one "
               "driver.",
        .members = kConnectMembers,
        .in_dry_run = true,
    },
    {
        .command = "disconnect",
        .option = "disconnect",
        .implied_key = "from",
        .group = "Devices",
        .help = "Takes a wire away.",
        .doc = "Takes a wire away.",
        .members = kDisconnectMembers,
        .in_dry_run = true,
    },
    {
        .command = "query-graph",
        .option = "query-graph",
        .implied_key = "kind",
        .group = "Machine",
        .help = "Reports one side of the machine.",
        .doc = "Reports one side of the machine.",
        .members = kQueryGraphMembers,
        .read_only = true,
    },
    {
        .command = "explain",
        .option = "explain-path",
        .implied_key = "path",
        .group = "Objects",
        .help = "Tells why an object is there, and where each of its values comes from: from the "
                "type, from which line of which description, by way of which parameters, or from "
                "which command.",
        .doc = "Tells why an object is there, and where each of its values comes from: from the "
               "type, from which line of which description, by way of which parameters, or from "
               "which command.",
        .members = kExplainMembers,
        .read_only = true,
    },
    {
        .command = "config-diff",
        .option = "config-diff",
        .implied_key = "file",
        .group = "Machine",
        .help = "Compares the machine and its backends, as they are, with those that a "
                "configuration or a description would make.",
        .doc = "Compares the machine and its backends, as they are, with those that a "
               "configuration or a description would make. Nothing is changed, and nothing that "
               "the configuration names outside of the program is opened.",
        .members = kConfigDiffMembers,
        .is_open = true,
        .read_only = true,
        .choices = "query-machines",
    },
};

constexpr qapi::CliRun kUntilOptionRuns[] = {
    {
        .command = "until-phase",
        .arguments = R"({"phase":"$value"})",
    },
};

constexpr qapi::CliCase kUntilOptionCases[] = {
    {
        .runs = kUntilOptionRuns,
    },
};

constexpr qapi::CliRun kScriptOptionRuns[] = {
    {
        .command = "script-run",
        .arguments = R"({"file":"$value"})",
    },
};

constexpr qapi::CliCase kScriptOptionCases[] = {
    {
        .runs = kScriptOptionRuns,
    },
};

constexpr qapi::CliRun kStrictOptionRuns[] = {
    {
        .command = "set-compat",
        .arguments = R"({"deprecated-input":"reject"})",
        .merge = true,
    },
};

constexpr qapi::CliCase kStrictOptionCases[] = {
    {
        .runs = kStrictOptionRuns,
    },
};

constexpr qapi::CliRun kNoShutdownOptionRuns[] = {
    {
        .command = "set-action",
        .arguments = R"({"shutdown":"pause"})",
    },
};

constexpr qapi::CliCase kNoShutdownOptionCases[] = {
    {
        .runs = kNoShutdownOptionRuns,
    },
};

constexpr qapi::CliRun kNoRebootOptionRuns[] = {
    {
        .command = "set-action",
        .arguments = R"({"reboot":"shutdown"})",
    },
};

constexpr qapi::CliCase kNoRebootOptionCases[] = {
    {
        .runs = kNoRebootOptionRuns,
    },
};

constexpr qapi::CliRun kIncomingOptionRuns[] = {
    {
        .command = "until-phase",
        .arguments = R"({"phase":"prelaunch"})",
    },
    {
        .command = "migrate-await",
        .arguments = R"({})",
    },
};

constexpr qapi::CliRun kIncomingOption1Runs[] = {
    {
        .command = "until-phase",
        .arguments = R"({"phase":"prelaunch"})",
    },
    {
        .command = "migrate-await",
        .arguments = R"({})",
    },
    {
        .command = "migrate-incoming",
        .arguments = R"({"uri":"$value","exit-on-error":true})",
    },
};

constexpr qapi::CliCase kIncomingOptionCases[] = {
    {
        .start = "defer",
        .runs = kIncomingOptionRuns,
    },
    {
        .runs = kIncomingOption1Runs,
    },
};

constexpr qapi::CliRun kSUpperOptionRuns[] = {
    {
        .command = "until-phase",
        .arguments = R"({"phase":"prelaunch"})",
    },
};

constexpr qapi::CliCase kSUpperOptionCases[] = {
    {
        .runs = kSUpperOptionRuns,
    },
};

constexpr qapi::CliRun kPreconfigOptionRuns[] = {
    {
        .command = "until-phase",
        .arguments = R"({"phase":"accel-created"})",
    },
};

constexpr qapi::CliCase kPreconfigOptionCases[] = {
    {
        .runs = kPreconfigOptionRuns,
    },
};

constexpr qapi::CliKey kMOptionKeys[] = {
    {
        .name = "size",
        .unit = "M",
    },
    {
        .name = "slots",
        .optional = true,
        .refuse = "memory is there from the start, or not at all",
    },
    {
        .name = "maxmem",
        .optional = true,
        .refuse = "memory is there from the start, or not at all",
    },
};

constexpr qapi::CliRun kMOptionRuns[] = {
    {
        .command = "machine-set",
        .arguments = R"({"memory":"$size"})",
        .merge = true,
    },
};

constexpr qapi::CliCase kMOptionCases[] = {
    {
        .keys = kMOptionKeys,
        .runs = kMOptionRuns,
    },
};

constexpr qapi::CliKey kSmpOptionKeys[] = {
    {
        .name = "cpus",
    },
    {
        .name = "maxcpus",
        .optional = true,
        .refuse = "CPUs are there from the start, or not at all",
    },
    {
        .name = "sockets",
        .optional = true,
        .refuse =
            "the machine description has the topology: describe a machine with several clusters",
    },
    {
        .name = "clusters",
        .optional = true,
        .refuse =
            "the machine description has the topology: describe a machine with several clusters",
    },
    {
        .name = "cores",
        .optional = true,
        .refuse = "the machine description has the topology: give cpus=N alone",
    },
    {
        .name = "threads",
        .optional = true,
        .refuse = "a hart has no threads: give cpus=N alone",
    },
};

constexpr qapi::CliRun kSmpOptionRuns[] = {
    {
        .command = "machine-set",
        .arguments = R"({"cpus":"$cpus"})",
        .merge = true,
    },
};

constexpr qapi::CliCase kSmpOptionCases[] = {
    {
        .keys = kSmpOptionKeys,
        .runs = kSmpOptionRuns,
    },
};

constexpr qapi::CliRun kBiosOption2Runs[] = {
    {
        .command = "machine-set",
        .arguments = R"({"firmware":"$value"})",
        .merge = true,
    },
};

constexpr qapi::CliCase kBiosOptionCases[] = {
    {
        .start = "none",
    },
    {
        .start = "default",
        .refuse = "no firmware comes with the program: give the path of one, such as "
                  "fw_dynamic.bin of opensbi",
    },
    {
        .runs = kBiosOption2Runs,
    },
};

constexpr qapi::CliRun kKernelOptionRuns[] = {
    {
        .command = "machine-set",
        .arguments = R"({"kernel":"$value"})",
        .merge = true,
    },
};

constexpr qapi::CliCase kKernelOptionCases[] = {
    {
        .runs = kKernelOptionRuns,
    },
};

constexpr qapi::CliRun kInitrdOptionRuns[] = {
    {
        .command = "machine-set",
        .arguments = R"({"initrd":"$value"})",
        .merge = true,
    },
};

constexpr qapi::CliCase kInitrdOptionCases[] = {
    {
        .runs = kInitrdOptionRuns,
    },
};

constexpr qapi::CliRun kAppendOptionRuns[] = {
    {
        .command = "machine-set",
        .arguments = R"({"append":"$value"})",
        .merge = true,
    },
};

constexpr qapi::CliCase kAppendOptionCases[] = {
    {
        .runs = kAppendOptionRuns,
    },
};

constexpr qapi::CliRun kNographicOptionRuns[] = {
    {
        .command = "object-add",
        .arguments = R"({"qom-type":"chardev-stdio","id":"serial0"})",
    },
    {
        .command = "machine-set",
        .arguments = R"({"serial":"serial0"})",
        .merge = true,
    },
};

constexpr qapi::CliCase kNographicOptionCases[] = {
    {
        .runs = kNographicOptionRuns,
    },
};

constexpr qapi::CliRun kSerialOptionRuns[] = {
    {
        .command = "machine-set",
        .arguments = R"({"serial":""})",
        .merge = true,
    },
};

constexpr qapi::CliRun kSerialOption1Runs[] = {
    {
        .command = "object-add",
        .arguments = R"({"qom-type":"chardev-null","id":"serial0"})",
    },
    {
        .command = "machine-set",
        .arguments = R"({"serial":"serial0"})",
        .merge = true,
    },
};

constexpr qapi::CliRun kSerialOption2Runs[] = {
    {
        .command = "object-add",
        .arguments = R"({"qom-type":"chardev-stdio","id":"serial0"})",
    },
    {
        .command = "machine-set",
        .arguments = R"({"serial":"serial0"})",
        .merge = true,
    },
};

constexpr qapi::CliRun kSerialOption3Runs[] = {
    {
        .command = "object-add",
        .arguments = R"({"qom-type":"chardev-pty","id":"serial0"})",
    },
    {
        .command = "machine-set",
        .arguments = R"({"serial":"serial0"})",
        .merge = true,
    },
};

constexpr qapi::CliRun kSerialOption4Runs[] = {
    {
        .command = "object-add",
        .arguments = R"({"qom-type":"chardev-file","id":"serial0","out":"$value"})",
    },
    {
        .command = "machine-set",
        .arguments = R"({"serial":"serial0"})",
        .merge = true,
    },
};

constexpr std::string_view kSerialOption5ServerValues[] = {
    "on",
};

constexpr std::string_view kSerialOption5WaitValues[] = {
    "off",
};

constexpr qapi::CliKey kSerialOption5Keys[] = {
    {
        .name = "path",
    },
    {
        .name = "server",
        .values = kSerialOption5ServerValues,
    },
    {
        .name = "wait",
        .values = kSerialOption5WaitValues,
    },
};

constexpr qapi::CliRun kSerialOption5Runs[] = {
    {
        .command = "object-add",
        .arguments =
            R"({"qom-type":"chardev-socket","id":"serial0","server":"on","addr":{"type":"unix","data":{"path":"$path"}}})",
    },
    {
        .command = "machine-set",
        .arguments = R"({"serial":"serial0"})",
        .merge = true,
    },
};

constexpr qapi::CliKey kSerialOption6Keys[] = {
    {
        .name = "path",
    },
    {
        .name = "reconnect",
        .optional = true,
    },
};

constexpr qapi::CliRun kSerialOption6Runs[] = {
    {
        .command = "object-add",
        .arguments =
            R"({"qom-type":"chardev-socket","id":"serial0","server":"off","reconnect":"$reconnect","addr":{"type":"unix","data":{"path":"$path"}}})",
    },
    {
        .command = "machine-set",
        .arguments = R"({"serial":"serial0"})",
        .merge = true,
    },
};

constexpr qapi::CliRun kSerialOption7Runs[] = {
    {
        .command = "machine-set",
        .arguments = R"({"serial":"$value"})",
        .merge = true,
    },
};

constexpr qapi::CliCase kSerialOptionCases[] = {
    {
        .start = "none",
        .runs = kSerialOptionRuns,
    },
    {
        .start = "null",
        .runs = kSerialOption1Runs,
    },
    {
        .start = "stdio",
        .runs = kSerialOption2Runs,
    },
    {
        .start = "pty",
        .runs = kSerialOption3Runs,
    },
    {
        .start = "file:",
        .runs = kSerialOption4Runs,
    },
    {
        .start = "unix:",
        .keys = kSerialOption5Keys,
        .runs = kSerialOption5Runs,
    },
    {
        .start = "unix:",
        .keys = kSerialOption6Keys,
        .runs = kSerialOption6Runs,
    },
    {
        .start = "chardev:",
        .runs = kSerialOption7Runs,
    },
    {
        .start = "mon:",
        .refuse = "there is no monitor with a language of its own; give -serial stdio, and --qmp "
                  "unix:PATH for a monitor beside it, or --chardev stdio,id=ID,mux=on with -serial "
                  "chardev:ID and --qmp chardev:ID for one on the same line",
    },
    {
        .refuse =
            "no serial line is connected to $value; there are none, null, stdio, pty, file:PATH, "
            "unix:PATH,server=on,wait=off and chardev:ID, and --object chardev-socket for TCP",
    },
};

constexpr qapi::CliKey kChardevOptionKeys[] = {
    {
        .name = "id",
    },
};

constexpr qapi::CliRun kChardevOptionRuns[] = {
    {
        .command = "object-add",
        .arguments = R"({"qom-type":"chardev-null","id":"$id"})",
    },
};

constexpr qapi::CliKey kChardevOption1Keys[] = {
    {
        .name = "id",
    },
    {
        .name = "signal",
        .optional = true,
        .default_value = "on",
    },
    {
        .name = "mux",
        .optional = true,
    },
    {
        .name = "logfile",
        .optional = true,
    },
    {
        .name = "logappend",
        .optional = true,
    },
};

constexpr qapi::CliRun kChardevOption1Runs[] = {
    {
        .command = "object-add",
        .arguments =
            R"({"qom-type":"chardev-stdio","id":"$id","signal":"$signal","mux":"$mux","logfile":"$logfile","logappend":"$logappend"})",
    },
};

constexpr qapi::CliKey kChardevOption2Keys[] = {
    {
        .name = "id",
    },
    {
        .name = "logfile",
        .optional = true,
    },
    {
        .name = "logappend",
        .optional = true,
    },
};

constexpr qapi::CliRun kChardevOption2Runs[] = {
    {
        .command = "object-add",
        .arguments =
            R"({"qom-type":"chardev-pty","id":"$id","logfile":"$logfile","logappend":"$logappend"})",
    },
};

constexpr qapi::CliKey kChardevOption3Keys[] = {
    {
        .name = "id",
    },
    {
        .name = "size",
        .optional = true,
    },
};

constexpr qapi::CliRun kChardevOption3Runs[] = {
    {
        .command = "object-add",
        .arguments = R"({"qom-type":"chardev-ringbuf","id":"$id","size":"$size"})",
    },
};

constexpr qapi::CliKey kChardevOption4Keys[] = {
    {
        .name = "id",
    },
    {
        .name = "host",
        .optional = true,
        .default_value = "localhost",
    },
    {
        .name = "port",
    },
};

constexpr qapi::CliRun kChardevOption4Runs[] = {
    {
        .command = "object-add",
        .arguments =
            R"({"qom-type":"chardev-udp","id":"$id","remote":{"type":"inet","data":{"host":"$host","port":"$port"}}})",
    },
};

constexpr qapi::CliKey kChardevOption5Keys[] = {
    {
        .name = "id",
    },
    {
        .name = "host",
        .optional = true,
        .default_value = "localhost",
    },
    {
        .name = "port",
    },
    {
        .name = "localaddr",
        .optional = true,
        .default_value = "0.0.0.0",
    },
    {
        .name = "localport",
    },
};

constexpr qapi::CliRun kChardevOption5Runs[] = {
    {
        .command = "object-add",
        .arguments =
            R"({"qom-type":"chardev-udp","id":"$id","remote":{"type":"inet","data":{"host":"$host","port":"$port"}},"local":{"type":"inet","data":{"host":"$localaddr","port":"$localport"}}})",
    },
};

constexpr qapi::CliKey kChardevOption6Keys[] = {
    {
        .name = "id",
    },
    {
        .name = "path",
    },
    {
        .name = "input-path",
        .optional = true,
    },
    {
        .name = "append",
        .optional = true,
    },
};

constexpr qapi::CliRun kChardevOption6Runs[] = {
    {
        .command = "object-add",
        .arguments =
            R"({"qom-type":"chardev-file","id":"$id","out":"$path","in":"$input-path","append":"$append"})",
    },
};

constexpr std::string_view kChardevOption7ServerValues[] = {
    "on",
};

constexpr std::string_view kChardevOption7WaitValues[] = {
    "off",
};

constexpr qapi::CliKey kChardevOption7Keys[] = {
    {
        .name = "id",
    },
    {
        .name = "path",
    },
    {
        .name = "server",
        .values = kChardevOption7ServerValues,
    },
    {
        .name = "wait",
        .values = kChardevOption7WaitValues,
    },
};

constexpr qapi::CliRun kChardevOption7Runs[] = {
    {
        .command = "object-add",
        .arguments =
            R"({"qom-type":"chardev-socket","id":"$id","server":"on","addr":{"type":"unix","data":{"path":"$path"}}})",
    },
};

constexpr std::string_view kChardevOption8ServerValues[] = {
    "off",
};

constexpr qapi::CliKey kChardevOption8Keys[] = {
    {
        .name = "id",
    },
    {
        .name = "path",
    },
    {
        .name = "server",
        .optional = true,
        .values = kChardevOption8ServerValues,
    },
    {
        .name = "reconnect",
        .optional = true,
    },
};

constexpr qapi::CliRun kChardevOption8Runs[] = {
    {
        .command = "object-add",
        .arguments =
            R"({"qom-type":"chardev-socket","id":"$id","server":"off","reconnect":"$reconnect","addr":{"type":"unix","data":{"path":"$path"}}})",
    },
};

constexpr std::string_view kChardevOption9ServerValues[] = {
    "on",
};

constexpr std::string_view kChardevOption9WaitValues[] = {
    "off",
};

constexpr qapi::CliKey kChardevOption9Keys[] = {
    {
        .name = "id",
    },
    {
        .name = "host",
    },
    {
        .name = "port",
    },
    {
        .name = "server",
        .values = kChardevOption9ServerValues,
    },
    {
        .name = "wait",
        .values = kChardevOption9WaitValues,
    },
    {
        .name = "nodelay",
        .optional = true,
    },
};

constexpr qapi::CliRun kChardevOption9Runs[] = {
    {
        .command = "object-add",
        .arguments =
            R"({"qom-type":"chardev-socket","id":"$id","server":"on","nodelay":"$nodelay","addr":{"type":"inet","data":{"host":"$host","port":"$port"}}})",
    },
};

constexpr std::string_view kChardevOption10ServerValues[] = {
    "off",
};

constexpr qapi::CliKey kChardevOption10Keys[] = {
    {
        .name = "id",
    },
    {
        .name = "host",
    },
    {
        .name = "port",
    },
    {
        .name = "server",
        .optional = true,
        .values = kChardevOption10ServerValues,
    },
    {
        .name = "nodelay",
        .optional = true,
    },
    {
        .name = "reconnect",
        .optional = true,
    },
};

constexpr qapi::CliRun kChardevOption10Runs[] = {
    {
        .command = "object-add",
        .arguments =
            R"({"qom-type":"chardev-socket","id":"$id","server":"off","nodelay":"$nodelay","reconnect":"$reconnect","addr":{"type":"inet","data":{"host":"$host","port":"$port"}}})",
    },
};

constexpr qapi::CliCase kChardevOptionCases[] = {
    {
        .start = "null,",
        .keys = kChardevOptionKeys,
        .runs = kChardevOptionRuns,
    },
    {
        .start = "stdio,",
        .keys = kChardevOption1Keys,
        .runs = kChardevOption1Runs,
    },
    {
        .start = "pty,",
        .keys = kChardevOption2Keys,
        .runs = kChardevOption2Runs,
    },
    {
        .start = "ringbuf,",
        .keys = kChardevOption3Keys,
        .runs = kChardevOption3Runs,
    },
    {
        .start = "udp,",
        .keys = kChardevOption4Keys,
        .runs = kChardevOption4Runs,
    },
    {
        .start = "udp,",
        .keys = kChardevOption5Keys,
        .runs = kChardevOption5Runs,
    },
    {
        .start = "file,",
        .keys = kChardevOption6Keys,
        .runs = kChardevOption6Runs,
    },
    {
        .start = "socket,",
        .keys = kChardevOption7Keys,
        .runs = kChardevOption7Runs,
    },
    {
        .start = "socket,",
        .keys = kChardevOption8Keys,
        .runs = kChardevOption8Runs,
    },
    {
        .start = "socket,",
        .keys = kChardevOption9Keys,
        .runs = kChardevOption9Runs,
    },
    {
        .start = "socket,",
        .keys = kChardevOption10Keys,
        .runs = kChardevOption10Runs,
    },
    {
        .refuse = "no backend is $value; there are null, stdio, file, pty, udp, ringbuf and "
                  "socket, as in -chardev socket,id=ID,path=PATH,server=on,wait=off",
    },
};

constexpr qapi::CliRun kQmpOption1Runs[] = {
    {
        .command = "monitor-add",
        .arguments = R"({"listen":"stdio"})",
    },
};

constexpr std::string_view kQmpOption2ServerValues[] = {
    "on",
};

constexpr std::string_view kQmpOption2WaitValues[] = {
    "off",
};

constexpr qapi::CliKey kQmpOption2Keys[] = {
    {
        .name = "path",
    },
    {
        .name = "server",
        .values = kQmpOption2ServerValues,
    },
    {
        .name = "wait",
        .values = kQmpOption2WaitValues,
    },
};

constexpr qapi::CliRun kQmpOption2Runs[] = {
    {
        .command = "monitor-add",
        .arguments = R"({"listen":"unix:$path"})",
    },
};

constexpr std::string_view kQmpOption3ServerValues[] = {
    "on",
};

constexpr std::string_view kQmpOption3WaitValues[] = {
    "off",
};

constexpr qapi::CliKey kQmpOption3Keys[] = {
    {
        .name = "address",
    },
    {
        .name = "server",
        .values = kQmpOption3ServerValues,
    },
    {
        .name = "wait",
        .values = kQmpOption3WaitValues,
    },
};

constexpr qapi::CliRun kQmpOption3Runs[] = {
    {
        .command = "monitor-add",
        .arguments = R"({"listen":"tcp:$address"})",
    },
};

constexpr qapi::CliRun kQmpOption4Runs[] = {
    {
        .command = "monitor-add",
        .arguments = R"({"listen":"chardev:$value"})",
    },
};

constexpr qapi::CliCase kQmpOptionCases[] = {
    {
        .start = "none",
    },
    {
        .start = "stdio",
        .runs = kQmpOption1Runs,
    },
    {
        .start = "unix:",
        .keys = kQmpOption2Keys,
        .runs = kQmpOption2Runs,
    },
    {
        .start = "tcp:",
        .keys = kQmpOption3Keys,
        .runs = kQmpOption3Runs,
    },
    {
        .start = "chardev:",
        .runs = kQmpOption4Runs,
    },
    {
        .refuse = "no monitor can be at $value; there are stdio, chardev:ID, "
                  "unix:PATH,server=on,wait=off and tcp:HOST:PORT,server=on,wait=off",
    },
};

constexpr std::string_view kMonOptionModeValues[] = {
    "control",
};

constexpr qapi::CliKey kMonOptionKeys[] = {
    {
        .name = "chardev",
    },
    {
        .name = "mode",
        .values = kMonOptionModeValues,
    },
    {
        .name = "id",
        .optional = true,
    },
    {
        .name = "pretty",
        .optional = true,
    },
};

constexpr qapi::CliRun kMonOptionRuns[] = {
    {
        .command = "monitor-add",
        .arguments = R"({"listen":"chardev:$chardev","id":"$id","pretty":"$pretty"})",
    },
};

constexpr qapi::CliCase kMonOptionCases[] = {
    {
        .keys = kMonOptionKeys,
        .runs = kMonOptionRuns,
    },
    {
        .refuse = "there is no monitor with a language of its own: give chardev=ID,mode=control",
    },
};

constexpr qapi::CliCase kMonitorOptionCases[] = {
    {
        .start = "none",
    },
    {
        .refuse = "there is no monitor with a language of its own: give --qmp unix:PATH, and talk "
                  "to it with tools/qmp-shell PATH",
    },
};

constexpr qapi::CliCase kDisplayOptionCases[] = {
    {
        .start = "none",
    },
    {
        .refuse = "there is no display; -serial stdio brings the serial line to the terminal",
    },
};

constexpr std::string_view kDriveOptionFormatValues[] = {
    "raw",
};

constexpr std::string_view kDriveOptionIfValues[] = {
    "none",
};

constexpr qapi::CliKey kDriveOptionKeys[] = {
    {
        .name = "file",
    },
    {
        .name = "format",
        .values = kDriveOptionFormatValues,
    },
    {
        .name = "if",
        .values = kDriveOptionIfValues,
    },
    {
        .name = "id",
    },
    {
        .name = "readonly",
        .optional = true,
    },
    {
        .name = "discard",
        .optional = true,
    },
    {
        .name = "cache",
        .optional = true,
        .refuse = "give --blockdev with file.cache.direct=on or file.cache.no-flush=on",
    },
    {
        .name = "snapshot",
        .optional = true,
        .refuse = "writes go to the file; give a copy of it",
    },
    {
        .name = "media",
        .optional = true,
        .refuse = "the device says what it is",
    },
};

constexpr qapi::CliRun kDriveOptionRuns[] = {
    {
        .command = "blockdev-add",
        .arguments =
            R"({"driver":"raw","node-name":"$id","read-only":"$readonly","discard":"$discard","file":{"driver":"file","filename":"$file"}})",
    },
};

constexpr qapi::CliCase kDriveOptionCases[] = {
    {
        .keys = kDriveOptionKeys,
        .runs = kDriveOptionRuns,
    },
};

constexpr qapi::CliKey kNetdevOptionKeys[] = {
    {
        .name = "id",
    },
    {
        .name = "net",
        .optional = true,
    },
    {
        .name = "host",
        .optional = true,
    },
    {
        .name = "dns",
        .optional = true,
    },
    {
        .name = "dhcpstart",
        .optional = true,
    },
    {
        .name = "hostname",
        .optional = true,
    },
    {
        .name = "domainname",
        .optional = true,
    },
    {
        .name = "restrict",
        .optional = true,
    },
    {
        .name = "ipv4",
        .optional = true,
    },
    {
        .name = "ipv6",
        .optional = true,
    },
    {
        .name = "tftp",
        .optional = true,
    },
    {
        .name = "bootfile",
        .optional = true,
    },
    {
        .name = "hostfwd",
        .optional = true,
        .repeats = true,
    },
    {
        .name = "dnssearch",
        .optional = true,
        .repeats = true,
    },
    {
        .name = "guestfwd",
        .optional = true,
        .refuse = "a server of the host is reached at the router: by the address of `host`",
    },
    {
        .name = "smb",
        .optional = true,
        .refuse = "no files are shared; give tftp=FOLDER",
    },
};

constexpr qapi::CliRun kNetdevOptionRuns[] = {
    {
        .command = "netdev_add",
        .arguments =
            R"({"type":"user","id":"$id","net":"$net","host":"$host","dns":"$dns","dhcpstart":"$dhcpstart","hostname":"$hostname","domainname":"$domainname","restrict":"$restrict","ipv4":"$ipv4","ipv6":"$ipv6","tftp":"$tftp","bootfile":"$bootfile","hostfwd":[{"str":"$hostfwd"}],"dnssearch":[{"str":"$dnssearch"}]})",
    },
};

constexpr std::string_view kNetdevOption1ScriptValues[] = {
    "no",
};

constexpr std::string_view kNetdevOption1DownscriptValues[] = {
    "no",
};

constexpr std::string_view kNetdevOption1VhostValues[] = {
    "off",
};

constexpr qapi::CliKey kNetdevOption1Keys[] = {
    {
        .name = "id",
    },
    {
        .name = "ifname",
        .optional = true,
    },
    {
        .name = "fd",
        .optional = true,
    },
    {
        .name = "script",
        .optional = true,
        .values = kNetdevOption1ScriptValues,
    },
    {
        .name = "downscript",
        .optional = true,
        .values = kNetdevOption1DownscriptValues,
    },
    {
        .name = "vhost",
        .optional = true,
        .values = kNetdevOption1VhostValues,
    },
};

constexpr qapi::CliRun kNetdevOption1Runs[] = {
    {
        .command = "netdev_add",
        .arguments = R"({"type":"tap","id":"$id","ifname":"$ifname","fd":"$fd"})",
    },
};

constexpr qapi::CliCase kNetdevOptionCases[] = {
    {
        .start = "user,",
        .keys = kNetdevOptionKeys,
        .runs = kNetdevOptionRuns,
    },
    {
        .start = "tap,",
        .keys = kNetdevOption1Keys,
        .runs = kNetdevOption1Runs,
    },
    {
        .start = "stream,",
        .refuse = "with two dashes: --netdev stream,$value",
    },
    {
        .start = "dgram,",
        .refuse = "with two dashes: --netdev dgram,$value",
    },
    {
        .start = "vhost-user,",
        .refuse = "with two dashes, and the address of the back end: --netdev "
                  "vhost-user,id=ID,addr.type=unix,addr.path=FILE",
    },
    {
        .start = "socket,",
        .refuse =
            "give --netdev stream,id=ID,server=on,addr.type=inet,addr.host=HOST,addr.port=PORT, or "
            "--netdev dgram",
    },
    {
        .start = "bridge,",
        .refuse = "no helper is run; make a TAP interface of the bridge and give -netdev "
                  "tap,id=ID,ifname=NAME",
    },
    {
        .refuse = "no network backend is $value; there are user and tap, and with two dashes "
                  "stream, dgram, vhost-user and null",
    },
};

constexpr qapi::CliKey kFwCfgOptionKeys[] = {
    {
        .name = "id",
    },
    {
        .name = "name",
    },
    {
        .name = "file",
        .optional = true,
    },
    {
        .name = "string",
        .optional = true,
    },
};

constexpr qapi::CliRun kFwCfgOptionRuns[] = {
    {
        .command = "device_add",
        .arguments =
            R"({"driver":"fw-cfg-item","id":"$id","fw-cfg":"fw-cfg","item-name":"$name","file":"$file","string":"$string"})",
    },
};

constexpr qapi::CliCase kFwCfgOptionCases[] = {
    {
        .keys = kFwCfgOptionKeys,
        .runs = kFwCfgOptionRuns,
    },
};

constexpr qapi::CliRun kGdbOption1Runs[] = {
    {
        .command = "gdbserver-start",
        .arguments = R"({"listen":"stdio"})",
    },
};

constexpr std::string_view kGdbOption2ServerValues[] = {
    "on",
};

constexpr std::string_view kGdbOption2WaitValues[] = {
    "off",
};

constexpr qapi::CliKey kGdbOption2Keys[] = {
    {
        .name = "path",
    },
    {
        .name = "server",
        .optional = true,
        .values = kGdbOption2ServerValues,
    },
    {
        .name = "wait",
        .optional = true,
        .values = kGdbOption2WaitValues,
    },
};

constexpr qapi::CliRun kGdbOption2Runs[] = {
    {
        .command = "gdbserver-start",
        .arguments = R"({"listen":"unix:$path"})",
    },
};

constexpr std::string_view kGdbOption3ServerValues[] = {
    "on",
};

constexpr std::string_view kGdbOption3WaitValues[] = {
    "off",
};

constexpr qapi::CliKey kGdbOption3Keys[] = {
    {
        .name = "port",
    },
    {
        .name = "server",
        .optional = true,
        .values = kGdbOption3ServerValues,
    },
    {
        .name = "wait",
        .optional = true,
        .values = kGdbOption3WaitValues,
    },
};

constexpr qapi::CliRun kGdbOption3Runs[] = {
    {
        .command = "gdbserver-start",
        .arguments = R"({"listen":"tcp:127.0.0.1:$port"})",
    },
};

constexpr std::string_view kGdbOption4ServerValues[] = {
    "on",
};

constexpr std::string_view kGdbOption4WaitValues[] = {
    "off",
};

constexpr qapi::CliKey kGdbOption4Keys[] = {
    {
        .name = "address",
    },
    {
        .name = "server",
        .optional = true,
        .values = kGdbOption4ServerValues,
    },
    {
        .name = "wait",
        .optional = true,
        .values = kGdbOption4WaitValues,
    },
};

constexpr qapi::CliRun kGdbOption4Runs[] = {
    {
        .command = "gdbserver-start",
        .arguments = R"({"listen":"tcp:$address"})",
    },
};

constexpr qapi::CliCase kGdbOptionCases[] = {
    {
        .start = "none",
    },
    {
        .start = "stdio",
        .runs = kGdbOption1Runs,
    },
    {
        .start = "unix:",
        .keys = kGdbOption2Keys,
        .runs = kGdbOption2Runs,
    },
    {
        .start = "tcp::",
        .keys = kGdbOption3Keys,
        .runs = kGdbOption3Runs,
    },
    {
        .start = "tcp:",
        .keys = kGdbOption4Keys,
        .runs = kGdbOption4Runs,
    },
    {
        .refuse = "gdb cannot be served at $value; there are tcp::PORT, tcp:HOST:PORT, unix:PATH "
                  "and stdio",
    },
};

constexpr qapi::CliRun kSOptionRuns[] = {
    {
        .command = "gdbserver-start",
        .arguments = R"({"listen":"tcp:127.0.0.1:1234"})",
    },
};

constexpr qapi::CliCase kSOptionCases[] = {
    {
        .runs = kSOptionRuns,
    },
};

constexpr qapi::CliOption kOptions[] = {
    {
        .name = "until",
        .value = "PHASE",
        .group = "Startup",
        .when = qapi::CliWhen::End,
        .has_default = true,
        .default_value = "running",
        .help =
            "Walks to this phase when the command line and the scripts are done, and stays there.",
        .doc = "Walks to this phase when the command line and the scripts are done, and stays "
               "there. Without it a start goes on to the phase that the program has for its goal, "
               "if it has one.",
        .cases = kUntilOptionCases,
    },
    {
        .name = "script",
        .value = "FILE",
        .group = "Startup",
        .when = qapi::CliWhen::After,
        .help = "Runs a script when the command line is done.",
        .doc = "Runs a script when the command line is done.",
        .cases = kScriptOptionCases,
    },
    {
        .name = "strict",
        .group = "Startup",
        .help = "Takes nothing that will go one day, the names of other emulators among it: "
                "`--compat deprecated-input=reject`.",
        .doc = "Takes nothing that will go one day, the names of other emulators among it: "
               "`--compat deprecated-input=reject`. Who refuses says the name of ours.",
        .cases = kStrictOptionCases,
    },
    {
        .name = "no-shutdown",
        .group = "Startup",
        .help = "Stays when the guest powers off, for monitors to look at it.",
        .doc = "Stays when the guest powers off, for monitors to look at it.",
        .cases = kNoShutdownOptionCases,
    },
    {
        .name = "no-reboot",
        .group = "Startup",
        .help = "Ends when the guest asks for a reset.",
        .doc = "Ends when the guest asks for a reset.",
        .cases = kNoRebootOptionCases,
    },
    {
        .name = "incoming",
        .value = "URI",
        .group = "Migration",
        .when = qapi::CliWhen::End,
        .help = "Starts with a guest that migrate sends or has saved: `defer` only waits for "
                "migrate-incoming.",
        .doc = "Starts with a guest that migrate sends or has saved: `defer` only waits for "
               "migrate-incoming.",
        .cases = kIncomingOptionCases,
    },
    {
        .name = "S",
        .group = "Startup",
        .when = qapi::CliWhen::End,
        .help = "Stops before the first guest instruction: `--until prelaunch`.",
        .doc = "Stops before the first guest instruction: `--until prelaunch`.",
        .cases = kSUpperOptionCases,
    },
    {
        .name = "preconfig",
        .group = "Startup",
        .when = qapi::CliWhen::End,
        .help = "Stops before the machine is built: `--until accel-created`.",
        .doc = "Stops before the machine is built: `--until accel-created`.",
        .cases = kPreconfigOptionCases,
    },
    {
        .name = "m",
        .value = "[size=]SIZE",
        .group = "Options of QEMU",
        .help =
            "Memory of the machine: `-M TYPE,memory=SIZE`. A number alone counts MiB, as in QEMU.",
        .doc =
            "Memory of the machine: `-M TYPE,memory=SIZE`. A number alone counts MiB, as in QEMU.",
        .cases = kMOptionCases,
    },
    {
        .name = "smp",
        .value = "[cpus=]N",
        .group = "Options of QEMU",
        .help = "Number of CPUs: `-M TYPE,cpus=N`.",
        .doc = "Number of CPUs: `-M TYPE,cpus=N`.",
        .cases = kSmpOptionCases,
    },
    {
        .name = "bios",
        .value = "FILE",
        .group = "Options of QEMU",
        .help = "Image that runs first: `-M TYPE,firmware=FILE`; `none` for no firmware.",
        .doc = "Image that runs first: `-M TYPE,firmware=FILE`; `none` for no firmware.",
        .cases = kBiosOptionCases,
    },
    {
        .name = "kernel",
        .value = "FILE",
        .group = "Options of QEMU",
        .help = "Image of the kernel: `-M TYPE,kernel=FILE`.",
        .doc = "Image of the kernel: `-M TYPE,kernel=FILE`.",
        .cases = kKernelOptionCases,
    },
    {
        .name = "initrd",
        .value = "FILE",
        .group = "Options of QEMU",
        .help = "Initial root file system of the kernel: `-M TYPE,initrd=FILE`.",
        .doc = "Initial root file system of the kernel: `-M TYPE,initrd=FILE`.",
        .cases = kInitrdOptionCases,
    },
    {
        .name = "append",
        .value = "TEXT",
        .group = "Options of QEMU",
        .help = "Command line of the kernel: `-M TYPE,append=TEXT`. Commas are not doubled here.",
        .doc = "Command line of the kernel: `-M TYPE,append=TEXT`. Commas are not doubled here.",
        .cases = kAppendOptionCases,
    },
    {
        .name = "nographic",
        .group = "Options of QEMU",
        .help = "The serial line on standard input and output, as `-serial stdio`: there are no "
                "graphics to be without.",
        .doc = "The serial line on standard input and output, as `-serial stdio`: there are no "
               "graphics to be without. QEMU's monitor does not share the terminal; Ctrl-A x ends "
               "the program all the same.",
        .cases = kNographicOptionCases,
    },
    {
        .name = "serial",
        .value = "DEV",
        .group = "Options of QEMU",
        .help = "What the serial line is connected to: a character backend `serial0`, made by "
                "`--object`, and `-M TYPE,serial=serial0`.",
        .doc = "What the serial line is connected to: a character backend `serial0`, made by "
               "`--object`, and `-M TYPE,serial=serial0`.",
        .cases = kSerialOptionCases,
    },
    {
        .name = "chardev",
        .single_dash = true,
        .value = "KIND,id=ID",
        .group = "Options of QEMU",
        .help = "A character backend, with one dash and in QEMU's flat form; `--chardev`, with "
                "two, is chardev-add.",
        .doc = "A character backend, with one dash and in QEMU's flat form; `--chardev`, with two, "
               "is chardev-add. It is short for `--object`.",
        .cases = kChardevOptionCases,
    },
    {
        .name = "qmp",
        .single_dash = true,
        .value = "DEV",
        .group = "Options of QEMU",
        .help = "A monitor, with one dash and in QEMU's form: `--qmp unix:PATH`, with two, says "
                "the same without `server=on,wait=off`, which is always so.",
        .doc = "A monitor, with one dash and in QEMU's form: `--qmp unix:PATH`, with two, says the "
               "same without `server=on,wait=off`, which is always so.",
        .cases = kQmpOptionCases,
    },
    {
        .name = "mon",
        .value = "chardev=ID,mode=control",
        .group = "Options of QEMU",
        .help = "A monitor on a character backend, which it may share with a serial line.",
        .doc = "A monitor on a character backend, which it may share with a serial line. `--qmp "
               "chardev:ID` says the same.",
        .cases = kMonOptionCases,
    },
    {
        .name = "monitor",
        .value = "DEV",
        .group = "Options of QEMU",
        .help = "QEMU's monitor for people does not exist; `none` is what there is anyway.",
        .doc = "QEMU's monitor for people does not exist; `none` is what there is anyway.",
        .cases = kMonitorOptionCases,
    },
    {
        .name = "display",
        .value = "DEV",
        .group = "Options of QEMU",
        .help = "There is no display; `none` is what there is anyway.",
        .doc = "There is no display; `none` is what there is anyway.",
        .cases = kDisplayOptionCases,
    },
    {
        .name = "drive",
        .value = "file=FILE,format=raw,if=none,id=ID",
        .group = "Options of QEMU",
        .help = "A disk image without a device: a `--blockdev` of driver raw, whose `file` is one "
                "of driver file.",
        .doc = "A disk image without a device: a `--blockdev` of driver raw, whose `file` is one "
               "of driver file. What it holds is told, never guessed.",
        .cases = kDriveOptionCases,
    },
    {
        .name = "netdev",
        .single_dash = true,
        .value = "KIND,id=ID",
        .group = "Options of QEMU",
        .help = "A network backend, with one dash and in QEMU's flat form; `--netdev`, with two, "
                "is netdev_add, which also has what is not here.",
        .doc = "A network backend, with one dash and in QEMU's flat form; `--netdev`, with two, is "
               "netdev_add, which also has what is not here.",
        .cases = kNetdevOptionCases,
    },
    {
        .name = "fw-cfg",
        .value = "id=ID,name=NAME,string=TEXT",
        .group = "Options of QEMU",
        .help = "A file that the guest finds in the `fw-cfg` of `virt`: short for `--device "
                "fw-cfg-item,fw-cfg=fw-cfg`.",
        .doc = "A file that the guest finds in the `fw-cfg` of `virt`: short for `--device "
               "fw-cfg-item,fw-cfg=fw-cfg`. Beside what it has there it takes an `id`.",
        .cases = kFwCfgOptionCases,
    },
    {
        .name = "gdb",
        .value = "DEV",
        .group = "Options of QEMU",
        .help = "A server for gdb, in QEMU's form.",
        .doc = "A server for gdb, in QEMU's form. `tcp::PORT` is on the loopback interface alone: "
               "`--gdbserver tcp:HOST:PORT,insecure=on` lets others connect.",
        .cases = kGdbOptionCases,
    },
    {
        .name = "s",
        .group = "Options of QEMU",
        .help = "A server for gdb on TCP port 1234 of the loopback interface.",
        .doc = "A server for gdb on TCP port 1234 of the loopback interface.",
        .cases = kSOptionCases,
    },
};

}  // namespace

const qapi::CliTable& cli_table() {
  static constexpr qapi::CliTable table = {
      .program = "coldplug",
      .commands = kCliCommands,
      .options = kOptions,
  };
  return table;
}

}  // namespace api
