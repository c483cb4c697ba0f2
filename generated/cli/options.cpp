// Generated from schema/ by codegen/templates/cli_options.cpp.j2.  Do not edit.

#include "generated/cli/options.h"

namespace api {
namespace {

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

constexpr std::string_view kChardevBackendKindValues[] = {
    "null",
    "stdio",
    "file",
    "socket",
};

constexpr std::string_view kSocketAddressTypeValues[] = {
    "inet",
    "unix",
};

constexpr qapi::CliMember kChardevStdioObjectMembers[] = {
    {
        .name = "signal",
        .type = "bool",
        .default_json = "false",
        .doc = "let Ctrl-C and its like reach the emulator instead of the guest, when a terminal "
               "is used",
    },
};

constexpr qapi::CliMember kChardevFileObjectMembers[] = {
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
};

constexpr qapi::CliMember kChardevSocketObjectMembers[] = {
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
        .doc = "what the hart implements, as a device tree's `riscv,isa` writes it. What the "
               "string leaves out raises an illegal-instruction exception.",
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
               "chapter 36)",
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
        .name = "append",
        .type = "str",
        .default_json = "\"\"",
        .doc = "the kernel's command line",
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

constexpr std::string_view kMonitorAddAliases[] = {"monitor-add"};

constexpr qapi::CliMember kMonitorAddMembers[] = {
    {
        .name = "listen",
        .type = "str",
        .mandatory = true,
        .example_json = "\"unix:example.sock\"",
        .doc = "where: `unix:PATH`, `tcp:HOST:PORT` or `stdio`. A TCP address must be of the "
               "loopback interface.",
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
};

constexpr qapi::CliMember kUntilPhaseMembers[] = {
    {
        .name = "phase",
        .type = "str",
        .mandatory = true,
        .example_json = "\"no-machine\"",
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

constexpr std::string_view kAccelSetAliases[] = {"accel-set"};

constexpr qapi::CliMember kAccelSetMembers[] = {
    {
        .name = "accels",
        .type = "[str]",
        .default_json = "[\"interp\"]",
        .range = "1 to 16",
        .doc = "names of accelerators, the preferred one first. `interp` interprets, on any host.",
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
};

constexpr qapi::CliMember kChardevRemoveMembers[] = {
    {
        .name = "id",
        .type = "str",
        .mandatory = true,
        .doc = "its name",
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
    },
    {
        .value = "chardev-stdio",
        .doc = "The terminal or the pipe that the program was started on.",
        .members = kChardevStdioObjectMembers,
    },
    {
        .value = "chardev-file",
        .doc = "Writes what is sent to a file, and takes what is received from another.",
        .members = kChardevFileObjectMembers,
    },
    {
        .value = "chardev-socket",
        .doc = "A stream socket, to which one peer at a time is connected.",
        .members = kChardevSocketObjectMembers,
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
        .doc = "the object to begin with",
    },
    {
        .name = "depth",
        .type = "uint32",
        .doc = "how many levels of children; all when not given",
    },
};

constexpr std::string_view kDeviceAddAliases[] = {"device-add"};

constexpr qapi::CliMember kDeviceAddMembers[] = {
    {
        .name = "driver",
        .type = "str",
        .mandatory = true,
        .doc = "the object type, one derived from `device`",
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
        .doc = "A RISC-V hart: M, S and U mode, Sv39 and bare translation, 16 PMP entries.",
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
        .value = "pvpanic-mmio",
        .doc = "A register with which the guest reports that it cannot go on.",
    },
};

constexpr qapi::CliMember kDeviceDelMembers[] = {
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

constexpr qapi::CliCommand kCommands[] = {
    {
        .command = "query-version",
        .option = "query-version",
        .help = "Reports the version of the program.",
        .doc = "Reports the version of the program.",
    },
    {
        .command = "query-commands",
        .option = "query-commands",
        .help = "Lists all commands, whether or not they may run in the present phase: "
                "query-phases says which may.",
        .doc = "Lists all commands, whether or not they may run in the present phase: query-phases "
               "says which may.",
    },
    {
        .command = "query-machine-phase",
        .option = "query-machine-phase",
        .help = "Reports where the machine stands.",
        .doc = "Reports where the machine stands.",
    },
    {
        .command = "query-phases",
        .option = "query-phases",
        .help = "Reports the whole phase machine as data: what may run when, and where it leads.",
        .doc = "Reports the whole phase machine as data: what may run when, and where it leads.",
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
        .help = "Opens a monitor, on which QMP is spoken.",
        .doc = "Opens a monitor, on which QMP is spoken.",
        .members = kMonitorAddMembers,
    },
    {
        .command = "query-qmp-schema",
        .option = "query-qmp-schema",
        .help = "Describes all commands and events, and the types they use.",
        .doc = "Describes all commands and events, and the types they use.",
    },
    {
        .command = "query-status",
        .option = "query-status",
        .help = "Reports what the machine is doing.",
        .doc = "Reports what the machine is doing.",
    },
    {
        .command = "cont",
        .option = "cont",
        .group = "Startup",
        .help = "Starts or resumes the guest.",
        .doc =
            "Starts or resumes the guest. Resuming a running guest succeeds and changes nothing.",
    },
    {
        .command = "stop",
        .option = "stop",
        .group = "Startup",
        .help = "Stops the guest; its time stands still.",
        .doc = "Stops the guest; its time stands still.",
    },
    {
        .command = "system_reset",
        .option = "system-reset",
        .group = "Startup",
        .help = "Resets the machine, as its reset button would: devices and processors return to "
                "their state of power-on and images are loaded again.",
        .doc = "Resets the machine, as its reset button would: devices and processors return to "
               "their state of power-on and images are loaded again. A running guest keeps "
               "running; a guest that has ended is ready to be started.",
    },
    {
        .command = "set-action",
        .option = "action",
        .aliases = kSetActionAliases,
        .group = "Startup",
        .help = "Chooses what follows when the guest ends.",
        .doc = "Chooses what follows when the guest ends. Members that are not given stay as they "
               "are; at the start they are reset, poweroff and exit-failure.",
        .members = kSetActionMembers,
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
        .command = "x-exit-preconfig",
        .option = "x-exit-preconfig",
        .group = "Startup",
        .help = "Builds the machine and starts it, for clients that know the older two-step start.",
        .doc = "Builds the machine and starts it, for clients that know the older two-step start.",
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
               "at all.",
        .members = kConfigLoadMembers,
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
    },
    {
        .command = "machine-init",
        .option = "machine-init",
        .group = "Machine",
        .help = "Builds the machine that the description plans: all of its objects, or none.",
        .doc = "Builds the machine that the description plans: all of its objects, or none.",
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
        .command = "query-machines",
        .option = "query-machines",
        .help = "Lists the machines that come with the program.",
        .doc = "Lists the machines that come with the program.",
    },
    {
        .command = "query-machine-plan",
        .option = "query-machine-plan",
        .help = "Reports the commands that machine-init runs.",
        .doc = "Reports the commands that machine-init runs.",
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
    },
    {
        .command = "query-accel",
        .option = "query-accel",
        .help = "Reports the outcome of accel-set.",
        .doc = "Reports the outcome of accel-set.",
    },
    {
        .command = "chardev-add",
        .option = "chardev",
        .aliases = kChardevAddAliases,
        .group = "Backends",
        .help = "Creates a character backend, under /objects.",
        .doc = "Creates a character backend, under /objects.",
        .members = kChardevAddMembers,
    },
    {
        .command = "chardev-remove",
        .option = "chardev-remove",
        .implied_key = "id",
        .group = "Backends",
        .help = "Destroys a character backend.",
        .doc = "Destroys a character backend. No device may be using it.",
        .members = kChardevRemoveMembers,
    },
    {
        .command = "query-chardev",
        .option = "query-chardev",
        .help = "Lists the character backends.",
        .doc = "Lists the character backends.",
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
    },
    {
        .command = "object-del",
        .option = "object-del",
        .implied_key = "id",
        .group = "Backends",
        .help = "Destroys an object made by object-add.",
        .doc = "Destroys an object made by object-add. Nothing may be linked to it.",
        .members = kObjectDelMembers,
    },
    {
        .command = "qom-list",
        .option = "qom-list",
        .implied_key = "path",
        .group = "Objects",
        .help = "Lists the properties and the children of an object.",
        .doc = "Lists the properties and the children of an object.",
        .members = kQomListMembers,
    },
    {
        .command = "qom-get",
        .option = "qom-get",
        .implied_key = "path",
        .group = "Objects",
        .help = "Reports the value of a property.",
        .doc = "Reports the value of a property.",
        .members = kQomGetMembers,
    },
    {
        .command = "qom-set",
        .option = "qom-set",
        .implied_key = "path",
        .group = "Objects",
        .help = "Sets a property, if the object's life has come to where it may be set.",
        .doc = "Sets a property, if the object's life has come to where it may be set.",
        .members = kQomSetMembers,
    },
    {
        .command = "qom-list-types",
        .option = "qom-list-types",
        .group = "Objects",
        .help = "Lists object types.",
        .doc = "Lists object types.",
        .members = kQomListTypesMembers,
    },
    {
        .command = "qom-list-properties",
        .option = "qom-list-properties",
        .implied_key = "typename",
        .group = "Objects",
        .help = "Lists the properties of an object type.",
        .doc = "Lists the properties of an object type.",
        .members = kQomListPropertiesMembers,
    },
    {
        .command = "device-list-properties",
        .option = "device-list-properties",
        .implied_key = "typename",
        .group = "Objects",
        .help = "Lists the properties that device_add takes for an object type.",
        .doc = "Lists the properties that device_add takes for an object type.",
        .members = kDeviceListPropertiesMembers,
    },
    {
        .command = "query-tree",
        .option = "query-tree",
        .implied_key = "path",
        .group = "Objects",
        .help = "Reports the tree of objects in one go, with their properties, maps and wires.",
        .doc = "Reports the tree of objects in one go, with their properties, maps and wires.",
        .members = kQueryTreeMembers,
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
               "hot-plugged, which only some types can be.",
        .members = kDeviceAddMembers,
        .selector = "driver",
        .branches = kDeviceAddBranches,
    },
    {
        .command = "device_del",
        .option = "device-del",
        .implied_key = "id",
        .group = "Devices",
        .help = "Removes a device.",
        .doc = "Removes a device. It must not be mapped, wired or linked to by another.",
        .members = kDeviceDelMembers,
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
    },
    {
        .command = "unmap",
        .option = "unmap",
        .implied_key = "region",
        .group = "Devices",
        .help = "Takes a window out of an address space.",
        .doc = "Takes a window out of an address space.",
        .members = kUnmapMembers,
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
    },
    {
        .command = "disconnect",
        .option = "disconnect",
        .implied_key = "from",
        .group = "Devices",
        .help = "Takes a wire away.",
        .doc = "Takes a wire away.",
        .members = kDisconnectMembers,
    },
};

constexpr qapi::CliRun kNoShutdownRuns[] = {
    {.command = "set-action", .arguments = R"({"shutdown":"pause"})"},
};

constexpr qapi::CliRun kNoRebootRuns[] = {
    {.command = "set-action", .arguments = R"({"reboot":"shutdown"})"},
};

constexpr qapi::CliRun kUntilRuns[] = {
    {.command = "until-phase", .arguments = R"({"phase":"$value"})"},
};

constexpr qapi::CliRun kSRuns[] = {
    {.command = "until-phase", .arguments = R"({"phase":"prelaunch"})"},
};

constexpr qapi::CliRun kPreconfigRuns[] = {
    {.command = "until-phase", .arguments = R"({"phase":"accel-created"})"},
};

constexpr qapi::CliRun kScriptRuns[] = {
    {.command = "script-run", .arguments = R"({"file":"$value"})"},
};

constexpr qapi::CliOption kOptions[] = {
    {
        .name = "no-shutdown",
        .group = "Startup",
        .help = "Stays when the guest powers off, for monitors to look at it.",
        .doc = "Stays when the guest powers off, for monitors to look at it.",
        .runs = kNoShutdownRuns,
    },
    {
        .name = "no-reboot",
        .group = "Startup",
        .help = "Ends when the guest asks for a reset.",
        .doc = "Ends when the guest asks for a reset.",
        .runs = kNoRebootRuns,
    },
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
               "there. Without it a start goes on until the guest runs.",
        .runs = kUntilRuns,
    },
    {
        .name = "S",
        .group = "Startup",
        .when = qapi::CliWhen::End,
        .help = "Stops before the first guest instruction: `--until prelaunch`.",
        .doc = "Stops before the first guest instruction: `--until prelaunch`.",
        .runs = kSRuns,
    },
    {
        .name = "preconfig",
        .group = "Startup",
        .when = qapi::CliWhen::End,
        .help = "Stops before the machine is built: `--until accel-created`.",
        .doc = "Stops before the machine is built: `--until accel-created`.",
        .runs = kPreconfigRuns,
    },
    {
        .name = "script",
        .value = "FILE",
        .group = "Startup",
        .when = qapi::CliWhen::After,
        .help = "Runs a script when the command line is done.",
        .doc = "Runs a script when the command line is done.",
        .runs = kScriptRuns,
    },
};

}  // namespace

const qapi::CliTable& cli_table() {
  static constexpr qapi::CliTable table = {
      .program = "coldplug",
      .commands = kCommands,
      .options = kOptions,
  };
  return table;
}

}  // namespace api
