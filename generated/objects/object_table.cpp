// Generated from schema/ by codegen/templates/object_table.cpp.j2.  Do not edit.

#include "generated/objects/object_table.h"

#include <algorithm>

#include "generated/objects/aclint_mswi.h"
#include "generated/objects/aclint_mtimer.h"
#include "generated/objects/aclint_sswi.h"
#include "generated/objects/acpi_sleep.h"
#include "generated/objects/address_space.h"
#include "generated/objects/aplic.h"
#include "generated/objects/at24c256.h"
#include "generated/objects/blockdev_blkdebug.h"
#include "generated/objects/blockdev_file.h"
#include "generated/objects/blockdev_nbd.h"
#include "generated/objects/blockdev_null_co.h"
#include "generated/objects/blockdev_qcow2.h"
#include "generated/objects/blockdev_raw.h"
#include "generated/objects/blockdev_throttle.h"
#include "generated/objects/chardev_file.h"
#include "generated/objects/chardev_null.h"
#include "generated/objects/chardev_pty.h"
#include "generated/objects/chardev_ringbuf.h"
#include "generated/objects/chardev_socket.h"
#include "generated/objects/chardev_stdio.h"
#include "generated/objects/chardev_udp.h"
#include "generated/objects/container.h"
#include "generated/objects/dw_wdt.h"
#include "generated/objects/filter_dump.h"
#include "generated/objects/fw_cfg.h"
#include "generated/objects/fw_cfg_item.h"
#include "generated/objects/goldfish_rtc.h"
#include "generated/objects/gpio_key.h"
#include "generated/objects/hotplug_slot.h"
#include "generated/objects/i2c_ocores.h"
#include "generated/objects/ibex_timer.h"
#include "generated/objects/ibex_uart.h"
#include "generated/objects/imsic.h"
#include "generated/objects/interp.h"
#include "generated/objects/loader.h"
#include "generated/objects/mailbox.h"
#include "generated/objects/netdev_dgram.h"
#include "generated/objects/netdev_null.h"
#include "generated/objects/netdev_stream.h"
#include "generated/objects/netdev_tap.h"
#include "generated/objects/netdev_user.h"
#include "generated/objects/netdev_vhost_user.h"
#include "generated/objects/objects.h"
#include "generated/objects/or_gate.h"
#include "generated/objects/pci.h"
#include "generated/objects/pcie_host.h"
#include "generated/objects/pcie_root_port.h"
#include "generated/objects/pflash.h"
#include "generated/objects/plic.h"
#include "generated/objects/pvpanic_mmio.h"
#include "generated/objects/ram.h"
#include "generated/objects/riscv_boot.h"
#include "generated/objects/riscv_cluster.h"
#include "generated/objects/riscv_hart.h"
#include "generated/objects/rom.h"
#include "generated/objects/sifive_ccache.h"
#include "generated/objects/sifive_e_aon.h"
#include "generated/objects/sifive_e_otp.h"
#include "generated/objects/sifive_e_prci.h"
#include "generated/objects/sifive_gpio.h"
#include "generated/objects/sifive_pwm.h"
#include "generated/objects/sifive_spi.h"
#include "generated/objects/sifive_test.h"
#include "generated/objects/sifive_u_otp.h"
#include "generated/objects/sifive_u_prci.h"
#include "generated/objects/sifive_uart.h"
#include "generated/objects/spi_nor.h"
#include "generated/objects/throttle_group.h"
#include "generated/objects/uart16550.h"
#include "generated/objects/virtio.h"
#include "generated/objects/virtio_balloon.h"
#include "generated/objects/virtio_blk.h"
#include "generated/objects/virtio_console.h"
#include "generated/objects/virtio_keyboard.h"
#include "generated/objects/virtio_mmio.h"
#include "generated/objects/virtio_net.h"
#include "generated/objects/virtio_pci.h"
#include "generated/objects/virtio_rng.h"

#include "vm/object/property.h"

namespace vm {
namespace {

constexpr PropertyType kDeviceProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::DeviceProps::hotplugged>,
        .get = encode_property<&api::DeviceProps::hotplugged>,
    },
};

constexpr PropertyType kBlockdevProperties[] = {
    {
        .name = "read-only",
        .type = "bool",
        .doc = "refuse to write; off when not given",
        .set = decode_property<&api::BlockdevProps::read_only>,
        .get = encode_property<&api::BlockdevProps::read_only>,
    },

    {
        .name = "auto-read-only",
        .type = "bool",
        .doc = "become read-only where writing is not possible, instead of failing; off when not "
               "given",
        .set = decode_property<&api::BlockdevProps::auto_read_only>,
        .get = encode_property<&api::BlockdevProps::auto_read_only>,
    },

    {
        .name = "discard",
        .type = "BlockdevDiscardOptions",
        .doc = "what discarding does; `ignore` when not given",
        .set = decode_property<&api::BlockdevProps::discard>,
        .get = encode_property<&api::BlockdevProps::discard>,
    },

    {
        .name = "cache",
        .type = "BlockdevCacheOptions",
        .doc = "how the host's cache is used",
        .set = decode_property<&api::BlockdevProps::cache>,
        .get = encode_property<&api::BlockdevProps::cache>,
    },
};

constexpr qapi::Range<uint64_t> kInterpSliceRange = {
    .low = 1,
    .high = 100000000,
    .unit = "instructions",
};
constexpr qapi::Range<uint64_t> kInterpIcountRange = {
    .low = 0,
    .high = 10,
    .unit = "log2 ns",
};

constexpr PropertyType kInterpProperties[] = {
    {
        .name = "slice",
        .type = "uint32",
        .default_json = "20000",
        .doc = "instructions that a hart executes before the next one has its turn",
        .set = decode_property<&api::InterpProps::slice, kInterpSliceRange>,
        .get = encode_property<&api::InterpProps::slice>,
    },

    {
        .name = "threads",
        .type = "bool",
        .default_json = "false",
        .doc = "each hart has a thread of the host, so that harts execute at the same time. Harts "
               "then meet as on real hardware: only what the\narchitecture orders is ordered, and "
               "no two runs are alike.",
        .set = decode_property<&api::InterpProps::threads>,
        .get = encode_property<&api::InterpProps::threads>,
    },

    {
        .name = "icount",
        .type = "uint8",
        .doc = "guest time is counted in instructions, of all harts together: each takes two to "
               "this power of nanoseconds, so that 0 is 1 ns and 10 about\n1 µs. Timers are due to "
               "the instruction, and while all harts wait for an interrupt time goes on to the "
               "next timer at once. Two runs of a guest that\nnothing from outside disturbs are "
               "the same. Absent: guest time is the host's. Needs @threads to be off.",
        .set = decode_property<&api::InterpProps::icount, kInterpIcountRange>,
        .get = encode_property<&api::InterpProps::icount>,
    },
};

constexpr qapi::Range<uint64_t> kFilterDumpMaxlenRange = {
    .low = 16,
    .high = 262144,
    .unit = "bytes",
};

constexpr PropertyType kFilterDumpProperties[] = {
    {
        .name = "netdev",
        .type = "link<netdev>",
        .mandatory = true,
        .doc = "the backend",
        .set = decode_property<&api::FilterDumpProps::netdev>,
        .get = encode_property<&api::FilterDumpProps::netdev>,
        .links = visit_links<&api::FilterDumpProps::netdev>,
    },

    {
        .name = "file",
        .type = "str",
        .mandatory = true,
        .doc = "path of the file; what is there is replaced",
        .set = decode_property<&api::FilterDumpProps::file>,
        .get = encode_property<&api::FilterDumpProps::file>,
    },

    {
        .name = "maxlen",
        .type = "uint32",
        .default_json = "65536",
        .doc = "how much of each frame is written at most",
        .set = decode_property<&api::FilterDumpProps::maxlen, kFilterDumpMaxlenRange>,
        .get = encode_property<&api::FilterDumpProps::maxlen>,
    },
};

constexpr PropertyType kThrottleGroupProperties[] = {
    {
        .name = "limits",
        .type = "ThrottleLimits",
        .use = PropertyUse::Control,
        .doc = "how much; can be changed at any time",
        .set = decode_property<&api::ThrottleGroupProps::limits>,
        .get = encode_property<&api::ThrottleGroupProps::limits>,
    },
};

constexpr PropertyType kAddressSpaceProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::AddressSpaceProps::hotplugged>,
        .get = encode_property<&api::AddressSpaceProps::hotplugged>,
    },

    {
        .name = "size",
        .type = "size",
        .default_json = "0",
        .doc = "how many addresses it has, from 0 on; with 0 it has all 2^64. Nothing can be "
               "mapped beyond, and where it is mapped as a\nwhole it takes that much.",
        .set = decode_size_property<&api::AddressSpaceProps::size>,
        .get = encode_property<&api::AddressSpaceProps::size>,
    },
};

constexpr qapi::Range<uint64_t> kRamSizeRange = {
    .low = 4096,
    .high = 70368744177664,
    .unit = "bytes",
};

constexpr PropertyType kRamProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::RamProps::hotplugged>,
        .get = encode_property<&api::RamProps::hotplugged>,
    },

    {
        .name = "size",
        .type = "size",
        .mandatory = true,
        .doc = "how much; a multiple of 4096",
        .set = decode_size_property<&api::RamProps::size, kRamSizeRange>,
        .get = encode_property<&api::RamProps::size>,
    },

    {
        .name = "in-device-tree",
        .type = "bool",
        .default_json = "true",
        .doc = "whether the guest's device tree tells of it as memory. Off for memories with a "
               "purpose of their own, which an\noperating system must not take for its own.",
        .set = decode_property<&api::RamProps::in_device_tree>,
        .get = encode_property<&api::RamProps::in_device_tree>,
    },
};

constexpr PortType kRamPorts[] = {
    {
        .name = "mem",
        .kind = PortKind::Mmio,
        .region_kind = RegionKind::Ram,
        .size = {.property = number_property<&api::RamProps::size>},
    },
};

constexpr Alias kRamAliases[] = {
    {
        .kind = AliasKind::Type,
        .name = "sysbus-memory",
        .stands_for = "ram",
        .of = "greensocs",
    },

    {
        .kind = AliasKind::Property,
        .name = "readonly",
        .stands_for = "",
        .of = "greensocs",
        .values_json = "[false]",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-mmio[0]",
        .stands_for = "mem",
        .of = "greensocs",
    },
};

constexpr qapi::Range<uint64_t> kRomSizeRange = {
    .low = 4096,
    .high = 4294967296,
    .unit = "bytes",
};

constexpr PropertyType kRomProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::RomProps::hotplugged>,
        .get = encode_property<&api::RomProps::hotplugged>,
    },

    {
        .name = "size",
        .type = "size",
        .mandatory = true,
        .doc = "how much; a multiple of 4096",
        .set = decode_size_property<&api::RomProps::size, kRomSizeRange>,
        .get = encode_property<&api::RomProps::size>,
    },
};

constexpr PortType kRomPorts[] = {
    {
        .name = "mem",
        .kind = PortKind::Mmio,
        .region_kind = RegionKind::Rom,
        .size = {.property = number_property<&api::RomProps::size>},
    },
};

constexpr qapi::Range<uint64_t> kLoaderXlenRange = {
    .low = 32,
    .high = 64,
    .unit = "",
};

constexpr PropertyType kLoaderProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::LoaderProps::hotplugged>,
        .get = encode_property<&api::LoaderProps::hotplugged>,
    },

    {
        .name = "file",
        .type = "str",
        .mandatory = true,
        .doc = "path of the file",
        .set = decode_property<&api::LoaderProps::file>,
        .get = encode_property<&api::LoaderProps::file>,
    },

    {
        .name = "space",
        .type = "link<address-space>",
        .mandatory = true,
        .doc = "where to",
        .set = decode_property<&api::LoaderProps::space>,
        .get = encode_property<&api::LoaderProps::space>,
        .links = visit_links<&api::LoaderProps::space>,
    },

    {
        .name = "addr",
        .type = "size",
        .doc = "address of the first byte, for files that do not say it themselves, as ELF "
               "executables do",
        .set = decode_size_property<&api::LoaderProps::addr>,
        .get = encode_property<&api::LoaderProps::addr>,
    },

    {
        .name = "elf-machine",
        .type = "uint16",
        .default_json = "243",
        .doc = "`e_machine` of the ELF files that can run here; 243 is RISC-V",
        .set = decode_property<&api::LoaderProps::elf_machine>,
        .get = encode_property<&api::LoaderProps::elf_machine>,
    },

    {
        .name = "xlen",
        .type = "uint8",
        .doc = "bits of the processor's registers, 32 or 64. ELF files of another width are "
               "refused; without it none are.",
        .set = decode_property<&api::LoaderProps::xlen, kLoaderXlenRange>,
        .get = encode_property<&api::LoaderProps::xlen>,
    },

    {
        .name = "chardev",
        .type = "link<chardev>",
        .doc = "where console output through HTIF goes; nowhere without it",
        .set = decode_property<&api::LoaderProps::chardev>,
        .get = encode_property<&api::LoaderProps::chardev>,
        .links = visit_links<&api::LoaderProps::chardev>,
    },

    {
        .name = "entry",
        .type = "uint64",
        .use = PropertyUse::Telemetry,
        .default_json = "0",
        .doc = "address of the first instruction",
        .set = decode_property<&api::LoaderProps::entry>,
        .get = encode_property<&api::LoaderProps::entry>,
    },

    {
        .name = "first",
        .type = "uint64",
        .use = PropertyUse::Telemetry,
        .default_json = "0",
        .doc = "lowest address that is written",
        .set = decode_property<&api::LoaderProps::first>,
        .get = encode_property<&api::LoaderProps::first>,
    },

    {
        .name = "last",
        .type = "uint64",
        .use = PropertyUse::Telemetry,
        .default_json = "0",
        .doc = "highest address that is written",
        .set = decode_property<&api::LoaderProps::last>,
        .get = encode_property<&api::LoaderProps::last>,
    },
};

constexpr PortType kLoaderPorts[] = {
    {
        .name = "htif",
        .kind = PortKind::Mmio,
        .size = {.number = 16},
    },
};

constexpr qapi::Range<uint64_t> kRiscvHartTimebaseFrequencyRange = {
    .low = 1,
    .high = 1000000000,
    .unit = "Hz",
};

constexpr PropertyType kRiscvHartProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::RiscvHartProps::hotplugged>,
        .get = encode_property<&api::RiscvHartProps::hotplugged>,
    },

    {
        .name = "isa",
        .type = "str",
        .default_json = "\"rv64gc\"",
        .doc = "what the hart implements, as a device tree's `riscv,isa` writes it: `rv32` or "
               "`rv64` and the names of `RiscvExtension`, `g` for `imafd`,\n`zicntr`, `zicsr` and "
               "`zifencei`, `b` for `zba`, `zbb` and `zbs`.  What the string leaves out raises an "
               "illegal-instruction exception.",
        .set = decode_property<&api::RiscvHartProps::isa>,
        .get = encode_property<&api::RiscvHartProps::isa>,
    },

    {
        .name = "hartid",
        .type = "uint64",
        .default_json = "0",
        .doc = "what the hart reads in mhartid",
        .set = decode_property<&api::RiscvHartProps::hartid>,
        .get = encode_property<&api::RiscvHartProps::hartid>,
    },

    {
        .name = "space",
        .type = "link<address-space>",
        .mandatory = true,
        .doc = "the address space that the hart sees",
        .set = decode_property<&api::RiscvHartProps::space>,
        .get = encode_property<&api::RiscvHartProps::space>,
        .links = visit_links<&api::RiscvHartProps::space>,
    },

    {
        .name = "reset-vector",
        .type = "uint64",
        .default_json = "4096",
        .doc = "where it starts after a reset",
        .set = decode_property<&api::RiscvHartProps::reset_vector>,
        .get = encode_property<&api::RiscvHartProps::reset_vector>,
    },

    {
        .name = "supervisor",
        .type = "bool",
        .default_json = "true",
        .doc = "whether there is supervisor mode",
        .set = decode_property<&api::RiscvHartProps::supervisor>,
        .get = encode_property<&api::RiscvHartProps::supervisor>,
    },

    {
        .name = "timebase-frequency",
        .type = "uint32",
        .default_json = "10000000",
        .doc = "of the time CSR",
        .set = decode_property<
            &api::RiscvHartProps::timebase_frequency,
            kRiscvHartTimebaseFrequencyRange>,
        .get = encode_property<&api::RiscvHartProps::timebase_frequency>,
    },

    {
        .name = "extensions",
        .type = "[RiscvExtension]",
        .use = PropertyUse::Telemetry,
        .doc = "what `isa` comes to",
        .set = decode_property<&api::RiscvHartProps::extensions>,
        .get = encode_property<&api::RiscvHartProps::extensions>,
    },

    {
        .name = "instructions",
        .type = "uint64",
        .use = PropertyUse::Telemetry,
        .doc = "how many it has executed since it was made, those that trapped among them; brought "
               "up to date from turn to turn",
        .set = decode_property<&api::RiscvHartProps::instructions>,
        .get = encode_property<&api::RiscvHartProps::instructions>,
    },
};

constexpr PortType kRiscvHartPorts[] = {
    {
        .name = "msip",
        .kind = PortKind::IrqIn,
        .fdt_cell = 3,
    },

    {
        .name = "mtip",
        .kind = PortKind::IrqIn,
        .fdt_cell = 7,
    },

    {
        .name = "meip",
        .kind = PortKind::IrqIn,
        .fdt_cell = 11,
    },

    {
        .name = "ssip",
        .kind = PortKind::IrqIn,
        .fdt_cell = 1,
    },

    {
        .name = "stip",
        .kind = PortKind::IrqIn,
        .fdt_cell = 5,
    },

    {
        .name = "seip",
        .kind = PortKind::IrqIn,
        .fdt_cell = 9,
    },
};

constexpr Alias kRiscvHartAliases[] = {
    {
        .kind = AliasKind::Port,
        .name = "unnamed-gpio-in[1]",
        .stands_for = "ssip",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "unnamed-gpio-in[3]",
        .stands_for = "msip",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "unnamed-gpio-in[5]",
        .stands_for = "stip",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "unnamed-gpio-in[7]",
        .stands_for = "mtip",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "unnamed-gpio-in[9]",
        .stands_for = "seip",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "unnamed-gpio-in[11]",
        .stands_for = "meip",
        .of = "qemu",
    },
};

constexpr qapi::Range<uint64_t> kRiscvClusterCountRange = {
    .low = 1,
    .high = 512,
    .unit = "",
};
constexpr qapi::Range<uint64_t> kRiscvClusterTimebaseFrequencyRange = {
    .low = 1,
    .high = 1000000000,
    .unit = "Hz",
};

constexpr PropertyType kRiscvClusterProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::RiscvClusterProps::hotplugged>,
        .get = encode_property<&api::RiscvClusterProps::hotplugged>,
    },

    {
        .name = "count",
        .type = "uint32",
        .default_json = "1",
        .doc = "number of harts",
        .set = decode_property<&api::RiscvClusterProps::count, kRiscvClusterCountRange>,
        .get = encode_property<&api::RiscvClusterProps::count>,
    },

    {
        .name = "isa",
        .type = "str",
        .default_json = "\"rv64gc\"",
        .doc = "what they implement, as a RISC-V ISA string (unprivileged specification 20240411, "
               "chapter 36); see `riscv-hart`",
        .set = decode_property<&api::RiscvClusterProps::isa>,
        .get = encode_property<&api::RiscvClusterProps::isa>,
    },

    {
        .name = "space",
        .type = "link<address-space>",
        .mandatory = true,
        .doc = "the address space they execute from",
        .set = decode_property<&api::RiscvClusterProps::space>,
        .get = encode_property<&api::RiscvClusterProps::space>,
        .links = visit_links<&api::RiscvClusterProps::space>,
    },

    {
        .name = "hartid-base",
        .type = "uint32",
        .default_json = "0",
        .doc = "mhartid of the first one; the others follow",
        .set = decode_property<&api::RiscvClusterProps::hartid_base>,
        .get = encode_property<&api::RiscvClusterProps::hartid_base>,
    },

    {
        .name = "reset-vector",
        .type = "uint64",
        .default_json = "4096",
        .doc = "where they start after a reset, unless a `riscv-boot` starts them elsewhere",
        .set = decode_property<&api::RiscvClusterProps::reset_vector>,
        .get = encode_property<&api::RiscvClusterProps::reset_vector>,
    },

    {
        .name = "supervisor",
        .type = "bool",
        .default_json = "true",
        .doc = "whether they have supervisor mode; a microcontroller's do not",
        .set = decode_property<&api::RiscvClusterProps::supervisor>,
        .get = encode_property<&api::RiscvClusterProps::supervisor>,
    },

    {
        .name = "timebase-frequency",
        .type = "uint32",
        .default_json = "10000000",
        .doc = "of the time CSR; that of the machine's timer",
        .set = decode_property<
            &api::RiscvClusterProps::timebase_frequency,
            kRiscvClusterTimebaseFrequencyRange>,
        .get = encode_property<&api::RiscvClusterProps::timebase_frequency>,
    },
};

constexpr PortType kRiscvClusterPorts[] = {
    {
        .name = "msi",
        .kind = PortKind::IrqIn,
        .count = {.property = number_property<&api::RiscvClusterProps::count>},
        .is_array = true,
        .fdt_cell = 3,
    },

    {
        .name = "mti",
        .kind = PortKind::IrqIn,
        .count = {.property = number_property<&api::RiscvClusterProps::count>},
        .is_array = true,
        .fdt_cell = 7,
    },

    {
        .name = "mei",
        .kind = PortKind::IrqIn,
        .count = {.property = number_property<&api::RiscvClusterProps::count>},
        .is_array = true,
        .fdt_cell = 11,
    },

    {
        .name = "sei",
        .kind = PortKind::IrqIn,
        .count = {.property = number_property<&api::RiscvClusterProps::count>},
        .is_array = true,
        .fdt_cell = 9,
    },

    {
        .name = "ssi",
        .kind = PortKind::IrqIn,
        .count = {.property = number_property<&api::RiscvClusterProps::count>},
        .is_array = true,
        .fdt_cell = 1,
    },
};

constexpr Alias kRiscvClusterAliases[] = {
    {
        .kind = AliasKind::Type,
        .name = "riscv.hart_array",
        .stands_for = "riscv-cluster",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "num-harts",
        .stands_for = "count",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "resetvec",
        .stands_for = "reset-vector",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "cpu-type",
        .stands_for = "isa",
        .of = "qemu",
        .values_json = "{\"sifive-e31-riscv-cpu\":\"rv32imac_zicntr_zicsr_zifencei\",\"sifive-e51-"
                       "riscv-cpu\":\"rv64imac_zicntr_zicsr_zifencei\",\"sifive-u54-riscv-cpu\":"
                       "\"rv64gc\",\"lowrisc-ibex-riscv-cpu\":\"rv32imc_zicntr_zicsr_zifencei\","
                       "\"rv64-riscv-cpu\":\"rv64gc\",\"rv32-riscv-cpu\":\"rv32gc\"}",
    },

    {
        .kind = AliasKind::Child,
        .name = "harts",
        .stands_for = "hart",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Given,
        .name = "space",
        .stands_for = "/machine/sysbus",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "num-cpus",
        .stands_for = "count",
        .of = "greensocs",
    },

    {
        .kind = AliasKind::Child,
        .name = "cpu",
        .stands_for = "hart",
        .of = "greensocs",
    },
};

constexpr PropertyType kRiscvBootProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::RiscvBootProps::hotplugged>,
        .get = encode_property<&api::RiscvBootProps::hotplugged>,
    },

    {
        .name = "cpus",
        .type = "link<riscv-cluster>",
        .mandatory = true,
        .doc = "the harts",
        .set = decode_property<&api::RiscvBootProps::cpus>,
        .get = encode_property<&api::RiscvBootProps::cpus>,
        .links = visit_links<&api::RiscvBootProps::cpus>,
    },

    {
        .name = "monitor",
        .type = "link<riscv-cluster>",
        .doc = "harts of another kind that start at the same place, such as the monitor core "
               "beside a SoC's application cores",
        .set = decode_property<&api::RiscvBootProps::monitor>,
        .get = encode_property<&api::RiscvBootProps::monitor>,
        .links = visit_links<&api::RiscvBootProps::monitor>,
    },

    {
        .name = "space",
        .type = "link<address-space>",
        .mandatory = true,
        .doc = "where the images and the device tree are",
        .set = decode_property<&api::RiscvBootProps::space>,
        .get = encode_property<&api::RiscvBootProps::space>,
        .links = visit_links<&api::RiscvBootProps::space>,
    },

    {
        .name = "firmware",
        .type = "link<loader>",
        .doc = "runs first, in machine mode; without one the kernel does",
        .set = decode_property<&api::RiscvBootProps::firmware>,
        .get = encode_property<&api::RiscvBootProps::firmware>,
        .links = visit_links<&api::RiscvBootProps::firmware>,
    },

    {
        .name = "kernel",
        .type = "link<loader>",
        .doc = "what the firmware starts, in supervisor mode",
        .set = decode_property<&api::RiscvBootProps::kernel>,
        .get = encode_property<&api::RiscvBootProps::kernel>,
        .links = visit_links<&api::RiscvBootProps::kernel>,
    },

    {
        .name = "initrd",
        .type = "link<loader>",
        .doc = "the kernel's initial root file system",
        .set = decode_property<&api::RiscvBootProps::initrd>,
        .get = encode_property<&api::RiscvBootProps::initrd>,
        .links = visit_links<&api::RiscvBootProps::initrd>,
    },

    {
        .name = "start",
        .type = "uint64",
        .default_json = "0",
        .doc = "address of what takes the place of the kernel where there is none, such as "
               "firmware in flash; 0: nothing does",
        .set = decode_property<&api::RiscvBootProps::start>,
        .get = encode_property<&api::RiscvBootProps::start>,
    },

    {
        .name = "append",
        .type = "str",
        .default_json = "\"\"",
        .doc = "the kernel's command line",
        .set = decode_property<&api::RiscvBootProps::append>,
        .get = encode_property<&api::RiscvBootProps::append>,
    },

    {
        .name = "device-tree",
        .type = "bool",
        .default_json = "true",
        .doc = "whether the harts are told anything. Off: they only start at the entry of the "
               "firmware, as a microcontroller's do.",
        .set = decode_property<&api::RiscvBootProps::device_tree>,
        .get = encode_property<&api::RiscvBootProps::device_tree>,
    },

    {
        .name = "model",
        .type = "str",
        .default_json = "\"coldplug\"",
        .doc = "what the device tree calls the machine",
        .set = decode_property<&api::RiscvBootProps::model>,
        .get = encode_property<&api::RiscvBootProps::model>,
    },

    {
        .name = "compatible",
        .type = "[str]",
        .default_json = "[\"riscv-virtio\"]",
        .doc = "what it is compatible with, the closest first",
        .set = decode_property<&api::RiscvBootProps::compatible>,
        .get = encode_property<&api::RiscvBootProps::compatible>,
    },
};

constexpr qapi::Range<uint64_t> kAclintMswiCountRange = {
    .low = 1,
    .high = 4095,
    .unit = "",
};

constexpr PropertyType kAclintMswiProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::AclintMswiProps::hotplugged>,
        .get = encode_property<&api::AclintMswiProps::hotplugged>,
    },

    {
        .name = "count",
        .type = "uint32",
        .default_json = "1",
        .doc = "number of harts (1 to 4095)",
        .set = decode_property<&api::AclintMswiProps::count, kAclintMswiCountRange>,
        .get = encode_property<&api::AclintMswiProps::count>,
    },
};

constexpr PortType kAclintMswiPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 16384},
    },

    {
        .name = "msip",
        .kind = PortKind::IrqOut,
        .count = {.property = number_property<&api::AclintMswiProps::count>},
        .is_array = true,
    },
};

constexpr std::string_view kAclintMswiCompatible[] = {"riscv,aclint-mswi"};

constexpr Alias kAclintMswiAliases[] = {
    {
        .kind = AliasKind::Type,
        .name = "riscv.aclint.swi",
        .stands_for = "aclint-mswi",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "num-harts",
        .stands_for = "count",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "hartid-base",
        .stands_for = "",
        .of = "qemu",
        .values_json = "[0]",
    },

    {
        .kind = AliasKind::Property,
        .name = "sswi",
        .stands_for = "",
        .of = "qemu",
        .values_json = "[false]",
    },

    {
        .kind = AliasKind::Port,
        .name = "unnamed-gpio-out",
        .stands_for = "msip",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-mmio[0]",
        .stands_for = "regs",
        .of = "qemu",
    },
};

constexpr qapi::Range<uint64_t> kAclintSswiCountRange = {
    .low = 1,
    .high = 4095,
    .unit = "",
};

constexpr PropertyType kAclintSswiProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::AclintSswiProps::hotplugged>,
        .get = encode_property<&api::AclintSswiProps::hotplugged>,
    },

    {
        .name = "count",
        .type = "uint32",
        .default_json = "1",
        .doc = "number of harts (1 to 4095)",
        .set = decode_property<&api::AclintSswiProps::count, kAclintSswiCountRange>,
        .get = encode_property<&api::AclintSswiProps::count>,
    },
};

constexpr PortType kAclintSswiPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 16384},
    },

    {
        .name = "ssip",
        .kind = PortKind::IrqOut,
        .count = {.property = number_property<&api::AclintSswiProps::count>},
        .is_array = true,
    },
};

constexpr std::string_view kAclintSswiCompatible[] = {"riscv,aclint-sswi"};

constexpr qapi::Range<uint64_t> kAclintMtimerCountRange = {
    .low = 1,
    .high = 4095,
    .unit = "",
};
constexpr qapi::Range<uint64_t> kAclintMtimerTimebaseFrequencyRange = {
    .low = 1,
    .high = 1000000000,
    .unit = "Hz",
};

constexpr PropertyType kAclintMtimerProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::AclintMtimerProps::hotplugged>,
        .get = encode_property<&api::AclintMtimerProps::hotplugged>,
    },

    {
        .name = "count",
        .type = "uint32",
        .default_json = "1",
        .doc = "number of harts (1 to 4095)",
        .set = decode_property<&api::AclintMtimerProps::count, kAclintMtimerCountRange>,
        .get = encode_property<&api::AclintMtimerProps::count>,
    },

    {
        .name = "timebase-frequency",
        .type = "uint32",
        .default_json = "10000000",
        .doc = "how fast mtime counts",
        .set = decode_property<
            &api::AclintMtimerProps::timebase_frequency,
            kAclintMtimerTimebaseFrequencyRange>,
        .get = encode_property<&api::AclintMtimerProps::timebase_frequency>,
    },
};

constexpr PortType kAclintMtimerPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 32768},
    },

    {
        .name = "mtip",
        .kind = PortKind::IrqOut,
        .count = {.property = number_property<&api::AclintMtimerProps::count>},
        .is_array = true,
    },
};

constexpr std::string_view kAclintMtimerCompatible[] = {"riscv,aclint-mtimer"};

constexpr Alias kAclintMtimerAliases[] = {
    {
        .kind = AliasKind::Type,
        .name = "riscv.aclint.mtimer",
        .stands_for = "aclint-mtimer",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "num-harts",
        .stands_for = "count",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "timebase-freq",
        .stands_for = "timebase-frequency",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "hartid-base",
        .stands_for = "",
        .of = "qemu",
        .values_json = "[0]",
    },

    {
        .kind = AliasKind::Property,
        .name = "timecmp-base",
        .stands_for = "",
        .of = "qemu",
        .values_json = "[0]",
    },

    {
        .kind = AliasKind::Property,
        .name = "time-base",
        .stands_for = "",
        .of = "qemu",
        .values_json = "[32760]",
    },

    {
        .kind = AliasKind::Property,
        .name = "aperture-size",
        .stands_for = "",
        .of = "qemu",
        .values_json = "[32768]",
    },

    {
        .kind = AliasKind::Property,
        .name = "provide-rdtime",
        .stands_for = "",
        .of = "qemu",
        .values_json = "[false]",
    },

    {
        .kind = AliasKind::Port,
        .name = "unnamed-gpio-out",
        .stands_for = "mtip",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-mmio[0]",
        .stands_for = "regs",
        .of = "qemu",
    },
};

constexpr qapi::Range<uint64_t> kPlicNumSourcesRange = {
    .low = 1,
    .high = 1023,
    .unit = "",
};
constexpr qapi::Range<uint64_t> kPlicContextsRange = {
    .low = 1,
    .high = 15872,
    .unit = "",
};

constexpr PropertyType kPlicProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::PlicProps::hotplugged>,
        .get = encode_property<&api::PlicProps::hotplugged>,
    },

    {
        .name = "num-sources",
        .type = "uint32",
        .default_json = "96",
        .doc = "number of sources; they are numbered from 1 (1 to 1023)",
        .set = decode_property<&api::PlicProps::num_sources, kPlicNumSourcesRange>,
        .get = encode_property<&api::PlicProps::num_sources>,
    },

    {
        .name = "contexts",
        .type = "uint32",
        .default_json = "2",
        .doc =
            "number of those that can be interrupted: a privilege mode of a hart each (1 to 15872)",
        .set = decode_property<&api::PlicProps::contexts, kPlicContextsRange>,
        .get = encode_property<&api::PlicProps::contexts>,
    },
};

constexpr PortType kPlicPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 67108864},
    },

    {
        .name = "in",
        .kind = PortKind::IrqIn,
        .count = {.property = number_property<&api::PlicProps::num_sources>},
        .is_array = true,
    },

    {
        .name = "out",
        .kind = PortKind::IrqOut,
        .count = {.property = number_property<&api::PlicProps::contexts>},
        .is_array = true,
    },
};

constexpr std::string_view kPlicCompatible[] = {"sifive,plic-1.0.0", "riscv,plic0"};

constexpr Alias kPlicAliases[] = {
    {
        .kind = AliasKind::Type,
        .name = "riscv.sifive.plic",
        .stands_for = "plic",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "hart-config",
        .stands_for = "contexts",
        .of = "qemu",
        .values_json = "{\"M\":1,\"MS\":2}",
    },

    {
        .kind = AliasKind::Property,
        .name = "hartid-base",
        .stands_for = "",
        .of = "qemu",
        .values_json = "[0]",
    },

    {
        .kind = AliasKind::Property,
        .name = "num-priorities",
        .stands_for = "",
        .of = "qemu",
        .values_json = "[7]",
    },

    {
        .kind = AliasKind::Property,
        .name = "priority-base",
        .stands_for = "",
        .of = "qemu",
        .values_json = "[0]",
    },

    {
        .kind = AliasKind::Property,
        .name = "pending-base",
        .stands_for = "",
        .of = "qemu",
        .values_json = "[4096]",
    },

    {
        .kind = AliasKind::Property,
        .name = "enable-base",
        .stands_for = "",
        .of = "qemu",
        .values_json = "[8192]",
    },

    {
        .kind = AliasKind::Property,
        .name = "enable-stride",
        .stands_for = "",
        .of = "qemu",
        .values_json = "[128]",
    },

    {
        .kind = AliasKind::Property,
        .name = "context-base",
        .stands_for = "",
        .of = "qemu",
        .values_json = "[2097152]",
    },

    {
        .kind = AliasKind::Property,
        .name = "context-stride",
        .stands_for = "",
        .of = "qemu",
        .values_json = "[4096]",
    },

    {
        .kind = AliasKind::Property,
        .name = "aperture-size",
        .stands_for = "",
        .of = "qemu",
        .values_json = "[67108864]",
    },

    {
        .kind = AliasKind::Port,
        .name = "unnamed-gpio-in",
        .stands_for = "in",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "unnamed-gpio-out[0]",
        .stands_for = "out[1]",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "unnamed-gpio-out[1]",
        .stands_for = "out[0]",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-mmio[0]",
        .stands_for = "regs",
        .of = "qemu",
    },
};

constexpr FdtProperty kPlicFdt[] = {
    {.name = "interrupt-controller", .json = "true"},

    {.name = "#interrupt-cells", .json = "1"},

    {.name = "#address-cells", .json = "0"},

    {.name = "riscv,ndev", .property = "num-sources"},
};

constexpr qapi::Range<uint64_t> kImsicCountRange = {
    .low = 1,
    .high = 512,
    .unit = "",
};
constexpr qapi::Range<uint64_t> kImsicNumIdsRange = {
    .low = 63,
    .high = 2047,
    .unit = "",
};

constexpr PropertyType kImsicProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::ImsicProps::hotplugged>,
        .get = encode_property<&api::ImsicProps::hotplugged>,
    },

    {
        .name = "cpus",
        .type = "link<riscv-cluster>",
        .mandatory = true,
        .doc = "the harts",
        .set = decode_property<&api::ImsicProps::cpus>,
        .get = encode_property<&api::ImsicProps::cpus>,
        .links = visit_links<&api::ImsicProps::cpus>,
    },

    {
        .name = "level",
        .type = "RiscvLevel",
        .default_json = "\"supervisor\"",
        .doc = "the privilege level whose files these are",
        .set = decode_property<&api::ImsicProps::level>,
        .get = encode_property<&api::ImsicProps::level>,
    },

    {
        .name = "count",
        .type = "uint32",
        .default_json = "1",
        .doc = "number of harts; that of the cluster",
        .set = decode_property<&api::ImsicProps::count, kImsicCountRange>,
        .get = encode_property<&api::ImsicProps::count>,
    },

    {
        .name = "num-ids",
        .type = "uint32",
        .default_json = "255",
        .doc = "the highest number of an interrupt; one less than a multiple of 64",
        .set = decode_property<&api::ImsicProps::num_ids, kImsicNumIdsRange>,
        .get = encode_property<&api::ImsicProps::num_ids>,
    },
};

constexpr PortType kImsicPorts[] = {
    {
        .name = "file",
        .kind = PortKind::Mmio,
        .size = {.number = 4096},
        .count = {.property = number_property<&api::ImsicProps::count>},
        .is_array = true,
    },

    {
        .name = "out",
        .kind = PortKind::IrqOut,
        .count = {.property = number_property<&api::ImsicProps::count>},
        .is_array = true,
    },
};

constexpr std::string_view kImsicCompatible[] = {"riscv,imsics"};

constexpr FdtProperty kImsicFdt[] = {
    {.name = "interrupt-controller", .json = "true"},

    {.name = "#interrupt-cells", .json = "0"},

    {.name = "msi-controller", .json = "true"},

    {.name = "#msi-cells", .json = "0"},

    {.name = "riscv,num-ids", .property = "num-ids"},
};

constexpr qapi::Range<uint64_t> kAplicNumSourcesRange = {
    .low = 1,
    .high = 1023,
    .unit = "",
};
constexpr qapi::Range<uint64_t> kAplicDirectHartsRange = {
    .low = 0,
    .high = 512,
    .unit = "",
};

constexpr PropertyType kAplicProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::AplicProps::hotplugged>,
        .get = encode_property<&api::AplicProps::hotplugged>,
    },

    {
        .name = "level",
        .type = "RiscvLevel",
        .default_json = "\"machine\"",
        .doc = "the privilege level that it interrupts",
        .set = decode_property<&api::AplicProps::level>,
        .get = encode_property<&api::AplicProps::level>,
    },

    {
        .name = "above",
        .type = "link<aplic>",
        .doc = "the domain that delegates to this one; one of machine level has none",
        .set = decode_property<&api::AplicProps::above>,
        .get = encode_property<&api::AplicProps::above>,
        .links = visit_links<&api::AplicProps::above>,
    },

    {
        .name = "num-sources",
        .type = "uint32",
        .default_json = "96",
        .doc = "number of sources; they are numbered from 1",
        .set = decode_property<&api::AplicProps::num_sources, kAplicNumSourcesRange>,
        .get = encode_property<&api::AplicProps::num_sources>,
    },

    {
        .name = "direct-harts",
        .type = "uint32",
        .default_json = "1",
        .doc = "harts that it interrupts itself; 0: it sends messages instead",
        .set = decode_property<&api::AplicProps::direct_harts, kAplicDirectHartsRange>,
        .get = encode_property<&api::AplicProps::direct_harts>,
    },

    {
        .name = "space",
        .type = "link<address-space>",
        .doc = "where messages are written; only needed to send any",
        .set = decode_property<&api::AplicProps::space>,
        .get = encode_property<&api::AplicProps::space>,
        .links = visit_links<&api::AplicProps::space>,
    },
};

constexpr PortType kAplicPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 32768},
    },

    {
        .name = "in",
        .kind = PortKind::IrqIn,
        .count = {.property = number_property<&api::AplicProps::num_sources>},
        .is_array = true,
    },

    {
        .name = "out",
        .kind = PortKind::IrqOut,
        .count = {.property = number_property<&api::AplicProps::direct_harts>},
        .is_array = true,
    },
};

constexpr std::string_view kAplicCompatible[] = {"riscv,aplic"};

constexpr FdtProperty kAplicFdt[] = {
    {.name = "interrupt-controller", .json = "true"},

    {.name = "#interrupt-cells", .json = "2"},

    {.name = "#address-cells", .json = "0"},

    {.name = "riscv,num-sources", .property = "num-sources"},
};

constexpr qapi::Range<uint64_t> kOrGateNumInputsRange = {
    .low = 1,
    .high = 1024,
    .unit = "",
};

constexpr PropertyType kOrGateProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::OrGateProps::hotplugged>,
        .get = encode_property<&api::OrGateProps::hotplugged>,
    },

    {
        .name = "num-inputs",
        .type = "uint32",
        .default_json = "2",
        .doc = "how many there are (1 to 1024)",
        .set = decode_property<&api::OrGateProps::num_inputs, kOrGateNumInputsRange>,
        .get = encode_property<&api::OrGateProps::num_inputs>,
    },
};

constexpr PortType kOrGatePorts[] = {
    {
        .name = "in",
        .kind = PortKind::IrqIn,
        .count = {.property = number_property<&api::OrGateProps::num_inputs>},
        .is_array = true,
    },

    {
        .name = "out",
        .kind = PortKind::IrqOut,
    },
};

constexpr qapi::Range<uint64_t> kUart16550ClockFrequencyRange = {
    .low = 1,
    .high = 1000000000,
    .unit = "Hz",
};

constexpr PropertyType kUart16550Properties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::Uart16550Props::hotplugged>,
        .get = encode_property<&api::Uart16550Props::hotplugged>,
    },

    {
        .name = "chardev",
        .type = "link<chardev>",
        .doc = "the other end of the line; without one, what is sent is lost",
        .set = decode_property<&api::Uart16550Props::chardev>,
        .get = encode_property<&api::Uart16550Props::chardev>,
        .links = visit_links<&api::Uart16550Props::chardev>,
    },

    {
        .name = "clock-frequency",
        .type = "uint32",
        .default_json = "3686400",
        .doc = "of the input clock, 16 times the baud rate at divisor 1",
        .set =
            decode_property<&api::Uart16550Props::clock_frequency, kUart16550ClockFrequencyRange>,
        .get = encode_property<&api::Uart16550Props::clock_frequency>,
    },

    {
        .name = "overruns",
        .type = "uint64",
        .use = PropertyUse::Telemetry,
        .default_json = "0",
        .doc = "characters lost because the guest did not read in time",
        .set = decode_property<&api::Uart16550Props::overruns>,
        .get = encode_property<&api::Uart16550Props::overruns>,
    },
};

constexpr PortType kUart16550Ports[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 8},
    },

    {
        .name = "irq",
        .kind = PortKind::IrqOut,
    },
};

constexpr std::string_view kUart16550Compatible[] = {"ns16550a"};

constexpr Alias kUart16550Aliases[] = {
    {
        .kind = AliasKind::Type,
        .name = "serial-mm",
        .stands_for = "uart16550",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-irq[0]",
        .stands_for = "irq",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-mmio[0]",
        .stands_for = "regs",
        .of = "qemu",
    },
};

constexpr FdtProperty kUart16550Fdt[] = {
    {.name = "clock-frequency", .property = "clock-frequency"},
};

constexpr PropertyType kSifiveTestProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::SifiveTestProps::hotplugged>,
        .get = encode_property<&api::SifiveTestProps::hotplugged>,
    },
};

constexpr PortType kSifiveTestPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 4096},
    },
};

constexpr std::string_view kSifiveTestCompatible[] = {"sifive,test1", "sifive,test0", "syscon"};

constexpr Alias kSifiveTestAliases[] = {
    {
        .kind = AliasKind::Type,
        .name = "riscv.sifive.test",
        .stands_for = "sifive-test",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-mmio[0]",
        .stands_for = "regs",
        .of = "qemu",
    },
};

constexpr qapi::Range<uint64_t> kSifiveUartClockFrequencyRange = {
    .low = 1,
    .high = 2000000000,
    .unit = "Hz",
};

constexpr PropertyType kSifiveUartProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::SifiveUartProps::hotplugged>,
        .get = encode_property<&api::SifiveUartProps::hotplugged>,
    },

    {
        .name = "chardev",
        .type = "link<chardev>",
        .doc = "the other end of the line; without one, what is sent is lost",
        .set = decode_property<&api::SifiveUartProps::chardev>,
        .get = encode_property<&api::SifiveUartProps::chardev>,
        .links = visit_links<&api::SifiveUartProps::chardev>,
    },

    {
        .name = "clock-frequency",
        .type = "uint32",
        .default_json = "16000000",
        .doc = "of the bus clock, as the guest's device tree tells it",
        .set =
            decode_property<&api::SifiveUartProps::clock_frequency, kSifiveUartClockFrequencyRange>,
        .get = encode_property<&api::SifiveUartProps::clock_frequency>,
    },

    {
        .name = "div-init",
        .type = "uint16",
        .default_json = "138",
        .doc = "what the baud rate divisor is after a reset (0 to 65535)",
        .set = decode_property<&api::SifiveUartProps::div_init>,
        .get = encode_property<&api::SifiveUartProps::div_init>,
    },

    {
        .name = "overruns",
        .type = "uint64",
        .use = PropertyUse::Telemetry,
        .default_json = "0",
        .doc = "characters lost because the guest did not read in time",
        .set = decode_property<&api::SifiveUartProps::overruns>,
        .get = encode_property<&api::SifiveUartProps::overruns>,
    },
};

constexpr PortType kSifiveUartPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 4096},
    },

    {
        .name = "irq",
        .kind = PortKind::IrqOut,
    },
};

constexpr std::string_view kSifiveUartCompatible[] = {"sifive,uart0"};

constexpr Alias kSifiveUartAliases[] = {
    {
        .kind = AliasKind::Type,
        .name = "riscv.sifive.uart",
        .stands_for = "sifive-uart",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-irq[0]",
        .stands_for = "irq",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-mmio[0]",
        .stands_for = "regs",
        .of = "qemu",
    },
};

constexpr FdtProperty kSifiveUartFdt[] = {
    {.name = "clock-frequency", .property = "clock-frequency"},

    {.name = "clocks", .property = "clock-frequency"},
};

constexpr qapi::Range<uint64_t> kSifiveEPrciHfxoscFrequencyRange = {
    .low = 1,
    .high = 1000000000,
    .unit = "Hz",
};
constexpr qapi::Range<uint64_t> kSifiveEPrciHfroscFrequencyRange = {
    .low = 1,
    .high = 1000000000,
    .unit = "Hz",
};

constexpr PropertyType kSifiveEPrciProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::SifiveEPrciProps::hotplugged>,
        .get = encode_property<&api::SifiveEPrciProps::hotplugged>,
    },

    {
        .name = "hfxosc-frequency",
        .type = "uint32",
        .default_json = "16000000",
        .doc = "of the crystal",
        .set = decode_property<
            &api::SifiveEPrciProps::hfxosc_frequency,
            kSifiveEPrciHfxoscFrequencyRange>,
        .get = encode_property<&api::SifiveEPrciProps::hfxosc_frequency>,
    },

    {
        .name = "hfrosc-frequency",
        .type = "uint32",
        .default_json = "72000000",
        .doc = "of the ring oscillator before its divider, at the middle of its trim",
        .set = decode_property<
            &api::SifiveEPrciProps::hfrosc_frequency,
            kSifiveEPrciHfroscFrequencyRange>,
        .get = encode_property<&api::SifiveEPrciProps::hfrosc_frequency>,
    },

    {
        .name = "hfclk",
        .type = "uint64",
        .use = PropertyUse::Telemetry,
        .default_json = "0",
        .doc = "what the chip runs at, as the registers have it",
        .set = decode_property<&api::SifiveEPrciProps::hfclk>,
        .get = encode_property<&api::SifiveEPrciProps::hfclk>,
    },
};

constexpr PortType kSifiveEPrciPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 4096},
    },
};

constexpr std::string_view kSifiveEPrciCompatible[] = {"sifive,fe310-g000-prci"};

constexpr Alias kSifiveEPrciAliases[] = {
    {
        .kind = AliasKind::Type,
        .name = "riscv.sifive.e.prci",
        .stands_for = "sifive-e-prci",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-mmio[0]",
        .stands_for = "regs",
        .of = "qemu",
    },
};

constexpr qapi::Range<uint64_t> kSifiveEAonFrequencyRange = {
    .low = 1,
    .high = 1000000,
    .unit = "Hz",
};

constexpr PropertyType kSifiveEAonProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::SifiveEAonProps::hotplugged>,
        .get = encode_property<&api::SifiveEAonProps::hotplugged>,
    },

    {
        .name = "frequency",
        .type = "uint32",
        .default_json = "32768",
        .doc = "of the low-frequency clock, which both counters count",
        .set = decode_property<&api::SifiveEAonProps::frequency, kSifiveEAonFrequencyRange>,
        .get = encode_property<&api::SifiveEAonProps::frequency>,
    },
};

constexpr PortType kSifiveEAonPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 4096},
    },

    {
        .name = "wdog",
        .kind = PortKind::IrqOut,
    },

    {
        .name = "rtc",
        .kind = PortKind::IrqOut,
    },
};

constexpr std::string_view kSifiveEAonCompatible[] = {"sifive,aon0"};

constexpr Alias kSifiveEAonAliases[] = {
    {
        .kind = AliasKind::Type,
        .name = "riscv.sifive.e.aon",
        .stands_for = "sifive-e-aon",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-irq[0]",
        .stands_for = "wdog",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-mmio[0]",
        .stands_for = "regs",
        .of = "qemu",
    },
};

constexpr PropertyType kSifiveEOtpProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::SifiveEOtpProps::hotplugged>,
        .get = encode_property<&api::SifiveEOtpProps::hotplugged>,
    },
};

constexpr PortType kSifiveEOtpPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 4096},
    },

    {
        .name = "mem",
        .kind = PortKind::Mmio,
        .region_kind = RegionKind::Rom,
        .size = {.number = 8192},
    },
};

constexpr qapi::Range<uint64_t> kSifiveUPrciHfclkFrequencyRange = {
    .low = 1,
    .high = 1000000000,
    .unit = "Hz",
};

constexpr PropertyType kSifiveUPrciProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::SifiveUPrciProps::hotplugged>,
        .get = encode_property<&api::SifiveUPrciProps::hotplugged>,
    },

    {
        .name = "hfclk-frequency",
        .type = "uint32",
        .default_json = "33333333",
        .doc = "of the crystal",
        .set = decode_property<
            &api::SifiveUPrciProps::hfclk_frequency,
            kSifiveUPrciHfclkFrequencyRange>,
        .get = encode_property<&api::SifiveUPrciProps::hfclk_frequency>,
    },

    {
        .name = "coreclk",
        .type = "uint64",
        .use = PropertyUse::Telemetry,
        .default_json = "0",
        .doc = "what the cores run at, as the registers have it",
        .set = decode_property<&api::SifiveUPrciProps::coreclk>,
        .get = encode_property<&api::SifiveUPrciProps::coreclk>,
    },
};

constexpr PortType kSifiveUPrciPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 4096},
    },
};

constexpr std::string_view kSifiveUPrciCompatible[] = {"sifive,fu540-c000-prci"};

constexpr Alias kSifiveUPrciAliases[] = {
    {
        .kind = AliasKind::Type,
        .name = "riscv.sifive.u.prci",
        .stands_for = "sifive-u-prci",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-mmio[0]",
        .stands_for = "regs",
        .of = "qemu",
    },
};

constexpr FdtProperty kSifiveUPrciFdt[] = {
    {.name = "#clock-cells", .json = "1"},
};

constexpr PropertyType kSifiveUOtpProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::SifiveUOtpProps::hotplugged>,
        .get = encode_property<&api::SifiveUOtpProps::hotplugged>,
    },

    {
        .name = "serial",
        .type = "uint32",
        .default_json = "1",
        .doc = "the serial number of the board",
        .set = decode_property<&api::SifiveUOtpProps::serial>,
        .get = encode_property<&api::SifiveUOtpProps::serial>,
    },
};

constexpr PortType kSifiveUOtpPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 4096},
    },
};

constexpr std::string_view kSifiveUOtpCompatible[] = {"sifive,fu540-c000-otp"};

constexpr Alias kSifiveUOtpAliases[] = {
    {
        .kind = AliasKind::Type,
        .name = "riscv.sifive.u.otp",
        .stands_for = "sifive-u-otp",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-mmio[0]",
        .stands_for = "regs",
        .of = "qemu",
    },
};

constexpr qapi::Range<uint64_t> kSifiveCcacheBanksRange = {
    .low = 1,
    .high = 16,
    .unit = "",
};
constexpr qapi::Range<uint64_t> kSifiveCcacheWaysRange = {
    .low = 1,
    .high = 64,
    .unit = "",
};
constexpr qapi::Range<uint64_t> kSifiveCcacheSetsRange = {
    .low = 1,
    .high = 20,
    .unit = "",
};

constexpr PropertyType kSifiveCcacheProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::SifiveCcacheProps::hotplugged>,
        .get = encode_property<&api::SifiveCcacheProps::hotplugged>,
    },

    {
        .name = "banks",
        .type = "uint8",
        .default_json = "4",
        .doc = "number of banks",
        .set = decode_property<&api::SifiveCcacheProps::banks, kSifiveCcacheBanksRange>,
        .get = encode_property<&api::SifiveCcacheProps::banks>,
    },

    {
        .name = "ways",
        .type = "uint8",
        .default_json = "16",
        .doc = "number of ways",
        .set = decode_property<&api::SifiveCcacheProps::ways, kSifiveCcacheWaysRange>,
        .get = encode_property<&api::SifiveCcacheProps::ways>,
    },

    {
        .name = "sets",
        .type = "uint8",
        .default_json = "9",
        .doc = "log2 of the number of sets of a bank",
        .set = decode_property<&api::SifiveCcacheProps::sets, kSifiveCcacheSetsRange>,
        .get = encode_property<&api::SifiveCcacheProps::sets>,
    },
};

constexpr PortType kSifiveCcachePorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 4096},
    },

    {
        .name = "irq",
        .kind = PortKind::IrqOut,
        .count = {.number = 3},
        .is_array = true,
    },
};

constexpr std::string_view kSifiveCcacheCompatible[] = {"sifive,fu540-c000-ccache", "cache"};

constexpr FdtProperty kSifiveCcacheFdt[] = {
    {.name = "cache-block-size", .json = "64"},

    {.name = "cache-level", .json = "2"},

    {.name = "cache-sets", .json = "1024"},

    {.name = "cache-size", .json = "2097152"},

    {.name = "cache-unified", .json = "true"},
};

constexpr qapi::Range<uint64_t> kSifiveGpioPinsRange = {
    .low = 1,
    .high = 32,
    .unit = "",
};

constexpr PropertyType kSifiveGpioProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::SifiveGpioProps::hotplugged>,
        .get = encode_property<&api::SifiveGpioProps::hotplugged>,
    },

    {
        .name = "pins",
        .type = "uint32",
        .default_json = "32",
        .doc = "number of pins (1 to 32)",
        .set = decode_property<&api::SifiveGpioProps::pins, kSifiveGpioPinsRange>,
        .get = encode_property<&api::SifiveGpioProps::pins>,
    },
};

constexpr PortType kSifiveGpioPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 4096},
    },

    {
        .name = "in",
        .kind = PortKind::IrqIn,
        .count = {.property = number_property<&api::SifiveGpioProps::pins>},
        .is_array = true,
    },

    {
        .name = "out",
        .kind = PortKind::IrqOut,
        .count = {.property = number_property<&api::SifiveGpioProps::pins>},
        .is_array = true,
    },

    {
        .name = "irq",
        .kind = PortKind::IrqOut,
        .count = {.property = number_property<&api::SifiveGpioProps::pins>},
        .is_array = true,
    },
};

constexpr std::string_view kSifiveGpioCompatible[] = {"sifive,gpio0"};

constexpr Alias kSifiveGpioAliases[] = {
    {
        .kind = AliasKind::Type,
        .name = "sifive_soc.gpio",
        .stands_for = "sifive-gpio",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "ngpio",
        .stands_for = "pins",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "unnamed-gpio-in",
        .stands_for = "in",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "unnamed-gpio-out",
        .stands_for = "out",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-irq",
        .stands_for = "irq",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-mmio[0]",
        .stands_for = "regs",
        .of = "qemu",
    },
};

constexpr FdtProperty kSifiveGpioFdt[] = {
    {.name = "gpio-controller", .json = "true"},

    {.name = "#gpio-cells", .json = "2"},

    {.name = "ngpios", .property = "pins"},

    {.name = "interrupt-controller", .json = "true"},

    {.name = "#interrupt-cells", .json = "2"},

    {.name = "#address-cells", .json = "0"},
};

constexpr qapi::Range<uint64_t> kGpioKeyLinuxCodeRange = {
    .low = 1,
    .high = 767,
    .unit = "",
};
constexpr qapi::Range<uint64_t> kGpioKeyDebounceIntervalRange = {
    .low = 0,
    .high = 10000,
    .unit = "ms",
};

constexpr PropertyType kGpioKeyProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::GpioKeyProps::hotplugged>,
        .get = encode_property<&api::GpioKeyProps::hotplugged>,
    },

    {
        .name = "label",
        .type = "str",
        .default_json = "\"\"",
        .doc = "what is written on it",
        .set = decode_property<&api::GpioKeyProps::label>,
        .get = encode_property<&api::GpioKeyProps::label>,
    },

    {
        .name = "linux-code",
        .type = "uint16",
        .mandatory = true,
        .doc = "which key it is: a code of linux/input-event-codes.h (1 to 767)",
        .set = decode_property<&api::GpioKeyProps::linux_code, kGpioKeyLinuxCodeRange>,
        .get = encode_property<&api::GpioKeyProps::linux_code>,
    },

    {
        .name = "active-low",
        .type = "bool",
        .default_json = "false",
        .doc = "whether the line is low while it is pressed, and high otherwise",
        .set = decode_property<&api::GpioKeyProps::active_low>,
        .get = encode_property<&api::GpioKeyProps::active_low>,
    },

    {
        .name = "debounce-interval",
        .type = "uint32",
        .default_json = "5",
        .doc = "for how long the guest is to wait until the line is at rest",
        .set =
            decode_property<&api::GpioKeyProps::debounce_interval, kGpioKeyDebounceIntervalRange>,
        .get = encode_property<&api::GpioKeyProps::debounce_interval>,
    },
};

constexpr PortType kGpioKeyPorts[] = {
    {
        .name = "out",
        .kind = PortKind::IrqOut,
    },
};

constexpr qapi::Range<uint64_t> kSifiveSpiNumCsRange = {
    .low = 1,
    .high = 32,
    .unit = "",
};
constexpr qapi::Range<uint64_t> kSifiveSpiClockFrequencyRange = {
    .low = 1,
    .high = 2000000000,
    .unit = "Hz",
};

constexpr PropertyType kSifiveSpiProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::SifiveSpiProps::hotplugged>,
        .get = encode_property<&api::SifiveSpiProps::hotplugged>,
    },

    {
        .name = "num-cs",
        .type = "uint8",
        .default_json = "1",
        .doc = "number of chip selects",
        .set = decode_property<&api::SifiveSpiProps::num_cs, kSifiveSpiNumCsRange>,
        .get = encode_property<&api::SifiveSpiProps::num_cs>,
    },

    {
        .name = "clock-frequency",
        .type = "uint32",
        .default_json = "16000000",
        .doc = "of the bus clock, as the guest's device tree tells it",
        .set =
            decode_property<&api::SifiveSpiProps::clock_frequency, kSifiveSpiClockFrequencyRange>,
        .get = encode_property<&api::SifiveSpiProps::clock_frequency>,
    },
};

constexpr PortType kSifiveSpiPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 4096},
    },

    {
        .name = "irq",
        .kind = PortKind::IrqOut,
    },
};

constexpr std::string_view kSifiveSpiCompatible[] = {"sifive,spi0"};

constexpr Alias kSifiveSpiAliases[] = {
    {
        .kind = AliasKind::Type,
        .name = "sifive.spi",
        .stands_for = "sifive-spi",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-irq[0]",
        .stands_for = "irq",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-mmio[0]",
        .stands_for = "regs",
        .of = "qemu",
    },
};

constexpr FdtProperty kSifiveSpiFdt[] = {
    {.name = "#address-cells", .json = "1"},

    {.name = "#size-cells", .json = "0"},

    {.name = "clocks", .property = "clock-frequency"},
};

constexpr qapi::Range<uint64_t> kSifivePwmClockFrequencyRange = {
    .low = 1,
    .high = 2000000000,
    .unit = "Hz",
};
constexpr qapi::Range<uint64_t> kSifivePwmWidthRange = {
    .low = 8,
    .high = 16,
    .unit = "",
};

constexpr PropertyType kSifivePwmProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::SifivePwmProps::hotplugged>,
        .get = encode_property<&api::SifivePwmProps::hotplugged>,
    },

    {
        .name = "clock-frequency",
        .type = "uint32",
        .default_json = "16000000",
        .doc = "of the bus clock, which it counts",
        .set =
            decode_property<&api::SifivePwmProps::clock_frequency, kSifivePwmClockFrequencyRange>,
        .get = encode_property<&api::SifivePwmProps::clock_frequency>,
    },

    {
        .name = "width",
        .type = "uint8",
        .default_json = "16",
        .doc = "bits of the comparators (8 or 16)",
        .set = decode_property<&api::SifivePwmProps::width, kSifivePwmWidthRange>,
        .get = encode_property<&api::SifivePwmProps::width>,
    },
};

constexpr PortType kSifivePwmPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 4096},
    },

    {
        .name = "irq",
        .kind = PortKind::IrqOut,
        .count = {.number = 4},
        .is_array = true,
    },
};

constexpr std::string_view kSifivePwmCompatible[] = {"sifive,pwm0"};

constexpr Alias kSifivePwmAliases[] = {
    {
        .kind = AliasKind::Type,
        .name = "sifive-pwm0",
        .stands_for = "sifive-pwm",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-irq",
        .stands_for = "irq",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-mmio[0]",
        .stands_for = "regs",
        .of = "qemu",
    },
};

constexpr FdtProperty kSifivePwmFdt[] = {
    {.name = "#pwm-cells", .json = "3"},

    {.name = "clocks", .property = "clock-frequency"},
};

constexpr PropertyType kIbexUartProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::IbexUartProps::hotplugged>,
        .get = encode_property<&api::IbexUartProps::hotplugged>,
    },

    {
        .name = "chardev",
        .type = "link<chardev>",
        .doc = "the other end of the line; without one, what is sent is lost",
        .set = decode_property<&api::IbexUartProps::chardev>,
        .get = encode_property<&api::IbexUartProps::chardev>,
        .links = visit_links<&api::IbexUartProps::chardev>,
    },

    {
        .name = "overruns",
        .type = "uint64",
        .use = PropertyUse::Telemetry,
        .default_json = "0",
        .doc = "characters lost because the guest did not read in time",
        .set = decode_property<&api::IbexUartProps::overruns>,
        .get = encode_property<&api::IbexUartProps::overruns>,
    },
};

constexpr PortType kIbexUartPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 4096},
    },

    {
        .name = "tx-watermark",
        .kind = PortKind::IrqOut,
    },

    {
        .name = "rx-watermark",
        .kind = PortKind::IrqOut,
    },

    {
        .name = "tx-empty",
        .kind = PortKind::IrqOut,
    },

    {
        .name = "rx-overflow",
        .kind = PortKind::IrqOut,
    },
};

constexpr std::string_view kIbexUartCompatible[] = {"lowrisc,opentitan-uart"};

constexpr Alias kIbexUartAliases[] = {
    {
        .kind = AliasKind::Port,
        .name = "sysbus-irq[0]",
        .stands_for = "tx-watermark",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-irq[1]",
        .stands_for = "rx-watermark",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-irq[2]",
        .stands_for = "tx-empty",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-irq[3]",
        .stands_for = "rx-overflow",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-mmio[0]",
        .stands_for = "regs",
        .of = "qemu",
    },
};

constexpr qapi::Range<uint64_t> kIbexTimerClockFrequencyRange = {
    .low = 1,
    .high = 1000000000,
    .unit = "Hz",
};

constexpr PropertyType kIbexTimerProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::IbexTimerProps::hotplugged>,
        .get = encode_property<&api::IbexTimerProps::hotplugged>,
    },

    {
        .name = "clock-frequency",
        .type = "uint32",
        .default_json = "10000000",
        .doc = "of the clock that it counts",
        .set =
            decode_property<&api::IbexTimerProps::clock_frequency, kIbexTimerClockFrequencyRange>,
        .get = encode_property<&api::IbexTimerProps::clock_frequency>,
    },
};

constexpr PortType kIbexTimerPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 4096},
    },

    {
        .name = "mtip",
        .kind = PortKind::IrqOut,
    },
};

constexpr std::string_view kIbexTimerCompatible[] = {"lowrisc,rv-timer"};

constexpr Alias kIbexTimerAliases[] = {
    {
        .kind = AliasKind::Port,
        .name = "unnamed-gpio-out[0]",
        .stands_for = "mtip",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-mmio[0]",
        .stands_for = "regs",
        .of = "qemu",
    },
};

constexpr qapi::Range<uint64_t> kMailboxChannelsRange = {
    .low = 1,
    .high = 64,
    .unit = "",
};

constexpr PropertyType kMailboxProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::MailboxProps::hotplugged>,
        .get = encode_property<&api::MailboxProps::hotplugged>,
    },

    {
        .name = "channels",
        .type = "uint32",
        .default_json = "1",
        .doc = "number of channels (1 to 64)",
        .set = decode_property<&api::MailboxProps::channels, kMailboxChannelsRange>,
        .get = encode_property<&api::MailboxProps::channels>,
    },
};

constexpr PortType kMailboxPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 4096},
        .count = {.number = 2},
        .is_array = true,
    },

    {
        .name = "irq",
        .kind = PortKind::IrqOut,
        .count = {.number = 2},
        .is_array = true,
    },
};

constexpr std::string_view kMailboxCompatible[] = {"coldplug,mailbox"};

constexpr PropertyType kHotplugSlotProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::HotplugSlotProps::hotplugged>,
        .get = encode_property<&api::HotplugSlotProps::hotplugged>,
    },

    {
        .name = "power-fault",
        .type = "bool",
        .use = PropertyUse::Control,
        .default_json = "false",
        .doc = "whether something is wrong with the card's power. While it is, the power "
               "controller lets the card have none and tells the guest.",
        .set = decode_property<&api::HotplugSlotProps::power_fault>,
        .get = encode_property<&api::HotplugSlotProps::power_fault>,
    },
};

constexpr PortType kHotplugSlotPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 8},
    },

    {
        .name = "irq",
        .kind = PortKind::IrqOut,
    },
};

constexpr std::string_view kHotplugSlotCompatible[] = {"coldplug,hotplug-slot"};

constexpr PropertyType kPvpanicMmioProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::PvpanicMmioProps::hotplugged>,
        .get = encode_property<&api::PvpanicMmioProps::hotplugged>,
    },
};

constexpr PortType kPvpanicMmioPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 2},
    },
};

constexpr std::string_view kPvpanicMmioCompatible[] = {"qemu,pvpanic-mmio"};

constexpr Alias kPvpanicMmioAliases[] = {
    {
        .kind = AliasKind::Port,
        .name = "sysbus-mmio[0]",
        .stands_for = "regs",
        .of = "qemu",
    },
};

constexpr PropertyType kAcpiSleepProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::AcpiSleepProps::hotplugged>,
        .get = encode_property<&api::AcpiSleepProps::hotplugged>,
    },
};

constexpr PortType kAcpiSleepPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 2},
    },

    {
        .name = "wake",
        .kind = PortKind::IrqIn,
    },
};

constexpr qapi::Range<uint64_t> kDwWdtClockFrequencyRange = {
    .low = 1,
    .high = 1000000000,
    .unit = "Hz",
};

constexpr PropertyType kDwWdtProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::DwWdtProps::hotplugged>,
        .get = encode_property<&api::DwWdtProps::hotplugged>,
    },

    {
        .name = "clock-frequency",
        .type = "uint32",
        .default_json = "50000000",
        .doc = "of the counter",
        .set = decode_property<&api::DwWdtProps::clock_frequency, kDwWdtClockFrequencyRange>,
        .get = encode_property<&api::DwWdtProps::clock_frequency>,
    },
};

constexpr PortType kDwWdtPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 256},
    },

    {
        .name = "irq",
        .kind = PortKind::IrqOut,
    },
};

constexpr std::string_view kDwWdtCompatible[] = {"snps,dw-wdt", "snps,designware-watchdog"};

constexpr FdtProperty kDwWdtFdt[] = {
    {.name = "clock-frequency", .property = "clock-frequency"},
};

constexpr PropertyType kGoldfishRtcProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::GoldfishRtcProps::hotplugged>,
        .get = encode_property<&api::GoldfishRtcProps::hotplugged>,
    },

    {
        .name = "clock",
        .type = "RtcClock",
        .default_json = "\"host\"",
        .doc = "what it goes by",
        .set = decode_property<&api::GoldfishRtcProps::clock>,
        .get = encode_property<&api::GoldfishRtcProps::clock>,
    },

    {
        .name = "offset",
        .type = "int64",
        .default_json = "0",
        .doc = "what is added to that",
        .set = decode_property<&api::GoldfishRtcProps::offset>,
        .get = encode_property<&api::GoldfishRtcProps::offset>,
    },
};

constexpr PortType kGoldfishRtcPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 4096},
    },

    {
        .name = "irq",
        .kind = PortKind::IrqOut,
    },
};

constexpr std::string_view kGoldfishRtcCompatible[] = {"google,goldfish-rtc"};

constexpr Alias kGoldfishRtcAliases[] = {
    {
        .kind = AliasKind::Type,
        .name = "goldfish_rtc",
        .stands_for = "goldfish-rtc",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-irq[0]",
        .stands_for = "irq",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-mmio[0]",
        .stands_for = "regs",
        .of = "qemu",
    },
};

constexpr qapi::Range<uint64_t> kPflashSizeRange = {
    .low = 65536,
    .high = 268435456,
    .unit = "bytes",
};
constexpr qapi::Range<uint64_t> kPflashSectorSizeRange = {
    .low = 4096,
    .high = 4194304,
    .unit = "bytes",
};
constexpr qapi::Range<uint64_t> kPflashBankWidthRange = {
    .low = 1,
    .high = 8,
    .unit = "bytes",
};
constexpr qapi::Range<uint64_t> kPflashDeviceWidthRange = {
    .low = 1,
    .high = 4,
    .unit = "bytes",
};

constexpr PropertyType kPflashProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::PflashProps::hotplugged>,
        .get = encode_property<&api::PflashProps::hotplugged>,
    },

    {
        .name = "size",
        .type = "size",
        .default_json = "33554432",
        .doc = "how much, of all chips together: a power of two, and a multiple of @sector-size",
        .set = decode_size_property<&api::PflashProps::size, kPflashSizeRange>,
        .get = encode_property<&api::PflashProps::size>,
    },

    {
        .name = "sector-size",
        .type = "size",
        .default_json = "262144",
        .doc = "what is erased at once, of all chips together: a power of two",
        .set = decode_size_property<&api::PflashProps::sector_size, kPflashSectorSizeRange>,
        .get = encode_property<&api::PflashProps::sector_size>,
    },

    {
        .name = "bank-width",
        .type = "uint8",
        .default_json = "4",
        .doc = "data lines of all chips together, in bytes: 1, 2, 4 or 8",
        .set = decode_property<&api::PflashProps::bank_width, kPflashBankWidthRange>,
        .get = encode_property<&api::PflashProps::bank_width>,
    },

    {
        .name = "device-width",
        .type = "uint8",
        .default_json = "2",
        .doc = "data lines of one chip, in bytes: 1, 2 or 4",
        .set = decode_property<&api::PflashProps::device_width, kPflashDeviceWidthRange>,
        .get = encode_property<&api::PflashProps::device_width>,
    },

    {
        .name = "manufacturer-id",
        .type = "uint16",
        .default_json = "137",
        .doc = "what chips say who has made them; 0x89 is Intel",
        .set = decode_property<&api::PflashProps::manufacturer_id>,
        .get = encode_property<&api::PflashProps::manufacturer_id>,
    },

    {
        .name = "device-id",
        .type = "uint16",
        .default_json = "24",
        .doc = "what chips say they are",
        .set = decode_property<&api::PflashProps::device_id>,
        .get = encode_property<&api::PflashProps::device_id>,
    },

    {
        .name = "drive",
        .type = "link<blockdev>",
        .doc = "the node that holds the contents; it has that @size",
        .set = decode_property<&api::PflashProps::drive>,
        .get = encode_property<&api::PflashProps::drive>,
        .links = visit_links<&api::PflashProps::drive>,
    },
};

constexpr PortType kPflashPorts[] = {
    {
        .name = "mem",
        .kind = PortKind::Mmio,
        .region_kind = RegionKind::Rom,
        .size = {.property = number_property<&api::PflashProps::size>},
    },
};

constexpr std::string_view kPflashCompatible[] = {"cfi-flash"};

constexpr Alias kPflashAliases[] = {
    {
        .kind = AliasKind::Type,
        .name = "cfi.pflash01",
        .stands_for = "pflash",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "width",
        .stands_for = "bank-width",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "sector-length",
        .stands_for = "sector-size",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-mmio[0]",
        .stands_for = "mem",
        .of = "qemu",
    },
};

constexpr FdtProperty kPflashFdt[] = {
    {.name = "bank-width", .property = "bank-width"},
};

constexpr qapi::Range<uint64_t> kI2cOcoresClockFrequencyRange = {
    .low = 1,
    .high = 1000000000,
    .unit = "Hz",
};

constexpr PropertyType kI2cOcoresProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::I2cOcoresProps::hotplugged>,
        .get = encode_property<&api::I2cOcoresProps::hotplugged>,
    },

    {
        .name = "clock-frequency",
        .type = "uint32",
        .default_json = "50000000",
        .doc = "of the core",
        .set =
            decode_property<&api::I2cOcoresProps::clock_frequency, kI2cOcoresClockFrequencyRange>,
        .get = encode_property<&api::I2cOcoresProps::clock_frequency>,
    },
};

constexpr PortType kI2cOcoresPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 8},
    },

    {
        .name = "irq",
        .kind = PortKind::IrqOut,
    },
};

constexpr std::string_view kI2cOcoresCompatible[] = {"opencores,i2c-ocores"};

constexpr FdtProperty kI2cOcoresFdt[] = {
    {.name = "#address-cells", .json = "1"},

    {.name = "#size-cells", .json = "0"},

    {.name = "opencores,ip-clock-frequency", .property = "clock-frequency"},

    {.name = "clock-frequency", .json = "100000"},
};

constexpr qapi::Range<uint64_t> kAt24c256AddressRange = {
    .low = 8,
    .high = 119,
    .unit = "",
};

constexpr PropertyType kAt24c256Properties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::At24c256Props::hotplugged>,
        .get = encode_property<&api::At24c256Props::hotplugged>,
    },

    {
        .name = "bus",
        .type = "link<i2c-ocores>",
        .mandatory = true,
        .doc = "the master of its bus",
        .set = decode_property<&api::At24c256Props::bus>,
        .get = encode_property<&api::At24c256Props::bus>,
        .links = visit_links<&api::At24c256Props::bus>,
    },

    {
        .name = "address",
        .type = "uint8",
        .default_json = "80",
        .doc = "its address there, of 7 bits",
        .set = decode_property<&api::At24c256Props::address, kAt24c256AddressRange>,
        .get = encode_property<&api::At24c256Props::address>,
    },

    {
        .name = "drive",
        .type = "link<blockdev>",
        .doc = "the node that holds the contents, of 32768 bytes",
        .set = decode_property<&api::At24c256Props::drive>,
        .get = encode_property<&api::At24c256Props::drive>,
        .links = visit_links<&api::At24c256Props::drive>,
    },
};

constexpr std::string_view kAt24c256Compatible[] = {"atmel,24c256"};

constexpr FdtProperty kAt24c256Fdt[] = {
    {.name = "pagesize", .json = "64"},
};

constexpr qapi::Range<uint64_t> kSpiNorSelectRange = {
    .low = 0,
    .high = 31,
    .unit = "",
};

constexpr PropertyType kSpiNorProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::SpiNorProps::hotplugged>,
        .get = encode_property<&api::SpiNorProps::hotplugged>,
    },

    {
        .name = "bus",
        .type = "link<sifive-spi>",
        .mandatory = true,
        .doc = "the master of its bus",
        .set = decode_property<&api::SpiNorProps::bus>,
        .get = encode_property<&api::SpiNorProps::bus>,
        .links = visit_links<&api::SpiNorProps::bus>,
    },

    {
        .name = "select",
        .type = "uint8",
        .default_json = "0",
        .doc = "its chip select there",
        .set = decode_property<&api::SpiNorProps::select, kSpiNorSelectRange>,
        .get = encode_property<&api::SpiNorProps::select>,
    },

    {
        .name = "drive",
        .type = "link<blockdev>",
        .doc = "the node that holds the contents, of 16 MiB",
        .set = decode_property<&api::SpiNorProps::drive>,
        .get = encode_property<&api::SpiNorProps::drive>,
        .links = visit_links<&api::SpiNorProps::drive>,
    },
};

constexpr PortType kSpiNorPorts[] = {
    {
        .name = "mem",
        .kind = PortKind::Mmio,
        .region_kind = RegionKind::Rom,
        .size = {.number = 16777216},
    },
};

constexpr std::string_view kSpiNorCompatible[] = {"jedec,spi-nor"};

constexpr FdtProperty kSpiNorFdt[] = {
    {.name = "spi-max-frequency", .json = "50000000"},
};

constexpr PropertyType kFwCfgProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::FwCfgProps::hotplugged>,
        .get = encode_property<&api::FwCfgProps::hotplugged>,
    },

    {
        .name = "space",
        .type = "link<address-space>",
        .mandatory = true,
        .doc = "where DMA goes to",
        .set = decode_property<&api::FwCfgProps::space>,
        .get = encode_property<&api::FwCfgProps::space>,
        .links = visit_links<&api::FwCfgProps::space>,
    },
};

constexpr PortType kFwCfgPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 24},
    },
};

constexpr std::string_view kFwCfgCompatible[] = {"qemu,fw-cfg-mmio"};

constexpr FdtProperty kFwCfgFdt[] = {
    {.name = "dma-coherent", .json = "true"},
};

constexpr qapi::Range<uint64_t> kFwCfgItemItemNameRange = {
    .low = 1,
    .high = 55,
    .unit = "",
};

constexpr PropertyType kFwCfgItemProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::FwCfgItemProps::hotplugged>,
        .get = encode_property<&api::FwCfgItemProps::hotplugged>,
    },

    {
        .name = "fw-cfg",
        .type = "link<fw-cfg>",
        .mandatory = true,
        .doc = "the device that has it",
        .set = decode_property<&api::FwCfgItemProps::fw_cfg>,
        .get = encode_property<&api::FwCfgItemProps::fw_cfg>,
        .links = visit_links<&api::FwCfgItemProps::fw_cfg>,
    },

    {
        .name = "item-name",
        .type = "str",
        .mandatory = true,
        .doc = "what the guest knows it by, such as `opt/org.example/key`: up to 55 bytes",
        .set = decode_property<&api::FwCfgItemProps::item_name, kFwCfgItemItemNameRange>,
        .get = encode_property<&api::FwCfgItemProps::item_name>,
    },

    {
        .name = "file",
        .type = "str",
        .doc = "path of the file that holds what is in it",
        .set = decode_property<&api::FwCfgItemProps::file>,
        .get = encode_property<&api::FwCfgItemProps::file>,
    },

    {
        .name = "string",
        .type = "str",
        .doc = "what is in it, without a zero at its end",
        .set = decode_property<&api::FwCfgItemProps::string>,
        .get = encode_property<&api::FwCfgItemProps::string>,
    },
};

constexpr PropertyType kVirtioBusProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::VirtioBusProps::hotplugged>,
        .get = encode_property<&api::VirtioBusProps::hotplugged>,
    },
};

constexpr PropertyType kVirtioDeviceProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::VirtioDeviceProps::hotplugged>,
        .get = encode_property<&api::VirtioDeviceProps::hotplugged>,
    },

    {
        .name = "bus",
        .type = "link<virtio-bus>",
        .mandatory = true,
        .doc = "the transport that offers it to the guest; each has one device",
        .set = decode_property<&api::VirtioDeviceProps::bus>,
        .get = encode_property<&api::VirtioDeviceProps::bus>,
        .links = visit_links<&api::VirtioDeviceProps::bus>,
    },

    {
        .name = "packed",
        .type = "bool",
        .default_json = "false",
        .doc = "offer packed virtqueues, which a driver may use instead of split ones",
        .set = decode_property<&api::VirtioDeviceProps::packed>,
        .get = encode_property<&api::VirtioDeviceProps::packed>,
    },

    {
        .name = "event-idx",
        .type = "bool",
        .default_json = "true",
        .doc = "offer to say exactly when to interrupt and notify",
        .set = decode_property<&api::VirtioDeviceProps::event_idx>,
        .get = encode_property<&api::VirtioDeviceProps::event_idx>,
    },

    {
        .name = "indirect-desc",
        .type = "bool",
        .default_json = "true",
        .doc = "offer descriptors that lie outside of the queue",
        .set = decode_property<&api::VirtioDeviceProps::indirect_desc>,
        .get = encode_property<&api::VirtioDeviceProps::indirect_desc>,
    },

    {
        .name = "access-platform",
        .type = "bool",
        .default_json = "false",
        .doc = "insist on a driver that asks the platform how addresses are translated; here they "
               "are not",
        .set = decode_property<&api::VirtioDeviceProps::access_platform>,
        .get = encode_property<&api::VirtioDeviceProps::access_platform>,
    },
};

constexpr Alias kVirtioDeviceAliases[] = {
    {
        .kind = AliasKind::Property,
        .name = "event_idx",
        .stands_for = "event-idx",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "indirect_desc",
        .stands_for = "indirect-desc",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "iommu_platform",
        .stands_for = "access-platform",
        .of = "qemu",
    },
};

constexpr PropertyType kPciBusProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::PciBusProps::hotplugged>,
        .get = encode_property<&api::PciBusProps::hotplugged>,
    },
};

constexpr PropertyType kChardevNullProperties[] = {
    {
        .name = "logfile",
        .type = "str",
        .doc = "path of a file that keeps what is sent, whether anybody receives it or not; it "
               "ends where it cannot be written",
        .set = decode_property<&api::ChardevNullProps::logfile>,
        .get = encode_property<&api::ChardevNullProps::logfile>,
    },

    {
        .name = "logappend",
        .type = "bool",
        .default_json = "false",
        .doc = "keep what is in @logfile",
        .set = decode_property<&api::ChardevNullProps::logappend>,
        .get = encode_property<&api::ChardevNullProps::logappend>,
    },

    {
        .name = "mux",
        .type = "bool",
        .default_json = "false",
        .doc = "several devices may use the backend, and monitors (monitor-add with "
               "`listen=chardev:ID`). What each of them sends goes out; what comes in is for one "
               "of them, at first that which was\nthere first, and for the next one after Ctrl-A "
               "c. Ctrl-A h shows what else there is.",
        .set = decode_property<&api::ChardevNullProps::mux>,
        .get = encode_property<&api::ChardevNullProps::mux>,
    },
};

constexpr PropertyType kChardevStdioProperties[] = {
    {
        .name = "logfile",
        .type = "str",
        .doc = "path of a file that keeps what is sent, whether anybody receives it or not; it "
               "ends where it cannot be written",
        .set = decode_property<&api::ChardevStdioProps::logfile>,
        .get = encode_property<&api::ChardevStdioProps::logfile>,
    },

    {
        .name = "logappend",
        .type = "bool",
        .default_json = "false",
        .doc = "keep what is in @logfile",
        .set = decode_property<&api::ChardevStdioProps::logappend>,
        .get = encode_property<&api::ChardevStdioProps::logappend>,
    },

    {
        .name = "mux",
        .type = "bool",
        .default_json = "false",
        .doc = "several devices may use the backend, and monitors (monitor-add with "
               "`listen=chardev:ID`). What each of them sends goes out; what comes in is for one "
               "of them, at first that which was\nthere first, and for the next one after Ctrl-A "
               "c. Ctrl-A h shows what else there is.",
        .set = decode_property<&api::ChardevStdioProps::mux>,
        .get = encode_property<&api::ChardevStdioProps::mux>,
    },

    {
        .name = "signal",
        .type = "bool",
        .default_json = "false",
        .doc = "let Ctrl-C and its like reach the emulator instead of the guest, when a terminal "
               "is used",
        .set = decode_property<&api::ChardevStdioProps::signal>,
        .get = encode_property<&api::ChardevStdioProps::signal>,
    },
};

constexpr PropertyType kChardevUdpProperties[] = {
    {
        .name = "logfile",
        .type = "str",
        .doc = "path of a file that keeps what is sent, whether anybody receives it or not; it "
               "ends where it cannot be written",
        .set = decode_property<&api::ChardevUdpProps::logfile>,
        .get = encode_property<&api::ChardevUdpProps::logfile>,
    },

    {
        .name = "logappend",
        .type = "bool",
        .default_json = "false",
        .doc = "keep what is in @logfile",
        .set = decode_property<&api::ChardevUdpProps::logappend>,
        .get = encode_property<&api::ChardevUdpProps::logappend>,
    },

    {
        .name = "mux",
        .type = "bool",
        .default_json = "false",
        .doc = "several devices may use the backend, and monitors (monitor-add with "
               "`listen=chardev:ID`). What each of them sends goes out; what comes in is for one "
               "of them, at first that which was\nthere first, and for the next one after Ctrl-A "
               "c. Ctrl-A h shows what else there is.",
        .set = decode_property<&api::ChardevUdpProps::mux>,
        .get = encode_property<&api::ChardevUdpProps::mux>,
    },

    {
        .name = "remote",
        .type = "SocketAddressLegacy",
        .mandatory = true,
        .doc = "the address that what is sent goes to",
        .set = decode_property<&api::ChardevUdpProps::remote>,
        .get = encode_property<&api::ChardevUdpProps::remote>,
    },

    {
        .name = "local",
        .type = "SocketAddressLegacy",
        .doc = "the address that what is received comes to; any free one when not given",
        .set = decode_property<&api::ChardevUdpProps::local>,
        .get = encode_property<&api::ChardevUdpProps::local>,
    },
};

constexpr PropertyType kChardevFileProperties[] = {
    {
        .name = "logfile",
        .type = "str",
        .doc = "path of a file that keeps what is sent, whether anybody receives it or not; it "
               "ends where it cannot be written",
        .set = decode_property<&api::ChardevFileProps::logfile>,
        .get = encode_property<&api::ChardevFileProps::logfile>,
    },

    {
        .name = "logappend",
        .type = "bool",
        .default_json = "false",
        .doc = "keep what is in @logfile",
        .set = decode_property<&api::ChardevFileProps::logappend>,
        .get = encode_property<&api::ChardevFileProps::logappend>,
    },

    {
        .name = "mux",
        .type = "bool",
        .default_json = "false",
        .doc = "several devices may use the backend, and monitors (monitor-add with "
               "`listen=chardev:ID`). What each of them sends goes out; what comes in is for one "
               "of them, at first that which was\nthere first, and for the next one after Ctrl-A "
               "c. Ctrl-A h shows what else there is.",
        .set = decode_property<&api::ChardevFileProps::mux>,
        .get = encode_property<&api::ChardevFileProps::mux>,
    },

    {
        .name = "in",
        .type = "str",
        .doc = "path of the file that is received; nothing is when not given",
        .set = decode_property<&api::ChardevFileProps::in>,
        .get = encode_property<&api::ChardevFileProps::in>,
    },

    {
        .name = "out",
        .type = "str",
        .mandatory = true,
        .doc = "path of the file that what is sent is written to",
        .set = decode_property<&api::ChardevFileProps::out>,
        .get = encode_property<&api::ChardevFileProps::out>,
    },

    {
        .name = "append",
        .type = "bool",
        .default_json = "false",
        .doc = "keep what is in @out",
        .set = decode_property<&api::ChardevFileProps::append>,
        .get = encode_property<&api::ChardevFileProps::append>,
    },

    {
        .name = "werror",
        .type = "ChardevErrorAction",
        .default_json = "\"report\"",
        .doc = "what follows when @out cannot be written",
        .set = decode_property<&api::ChardevFileProps::werror>,
        .get = encode_property<&api::ChardevFileProps::werror>,
    },
};

constexpr PropertyType kChardevPtyProperties[] = {
    {
        .name = "logfile",
        .type = "str",
        .doc = "path of a file that keeps what is sent, whether anybody receives it or not; it "
               "ends where it cannot be written",
        .set = decode_property<&api::ChardevPtyProps::logfile>,
        .get = encode_property<&api::ChardevPtyProps::logfile>,
    },

    {
        .name = "logappend",
        .type = "bool",
        .default_json = "false",
        .doc = "keep what is in @logfile",
        .set = decode_property<&api::ChardevPtyProps::logappend>,
        .get = encode_property<&api::ChardevPtyProps::logappend>,
    },

    {
        .name = "mux",
        .type = "bool",
        .default_json = "false",
        .doc = "several devices may use the backend, and monitors (monitor-add with "
               "`listen=chardev:ID`). What each of them sends goes out; what comes in is for one "
               "of them, at first that which was\nthere first, and for the next one after Ctrl-A "
               "c. Ctrl-A h shows what else there is.",
        .set = decode_property<&api::ChardevPtyProps::mux>,
        .get = encode_property<&api::ChardevPtyProps::mux>,
    },
};

constexpr qapi::Range<uint64_t> kChardevRingbufSizeRange = {
    .low = 1,
    .high = 67108864,
    .unit = "bytes",
};

constexpr PropertyType kChardevRingbufProperties[] = {
    {
        .name = "logfile",
        .type = "str",
        .doc = "path of a file that keeps what is sent, whether anybody receives it or not; it "
               "ends where it cannot be written",
        .set = decode_property<&api::ChardevRingbufProps::logfile>,
        .get = encode_property<&api::ChardevRingbufProps::logfile>,
    },

    {
        .name = "logappend",
        .type = "bool",
        .default_json = "false",
        .doc = "keep what is in @logfile",
        .set = decode_property<&api::ChardevRingbufProps::logappend>,
        .get = encode_property<&api::ChardevRingbufProps::logappend>,
    },

    {
        .name = "mux",
        .type = "bool",
        .default_json = "false",
        .doc = "several devices may use the backend, and monitors (monitor-add with "
               "`listen=chardev:ID`). What each of them sends goes out; what comes in is for one "
               "of them, at first that which was\nthere first, and for the next one after Ctrl-A "
               "c. Ctrl-A h shows what else there is.",
        .set = decode_property<&api::ChardevRingbufProps::mux>,
        .get = encode_property<&api::ChardevRingbufProps::mux>,
    },

    {
        .name = "size",
        .type = "size",
        .default_json = "65536",
        .doc = "how much it keeps",
        .set = decode_size_property<&api::ChardevRingbufProps::size, kChardevRingbufSizeRange>,
        .get = encode_property<&api::ChardevRingbufProps::size>,
    },
};

constexpr qapi::Range<int64_t> kChardevSocketReconnectRange = {
    .low = 0,
    .high = 86400,
    .unit = "s",
};

constexpr PropertyType kChardevSocketProperties[] = {
    {
        .name = "logfile",
        .type = "str",
        .doc = "path of a file that keeps what is sent, whether anybody receives it or not; it "
               "ends where it cannot be written",
        .set = decode_property<&api::ChardevSocketProps::logfile>,
        .get = encode_property<&api::ChardevSocketProps::logfile>,
    },

    {
        .name = "logappend",
        .type = "bool",
        .default_json = "false",
        .doc = "keep what is in @logfile",
        .set = decode_property<&api::ChardevSocketProps::logappend>,
        .get = encode_property<&api::ChardevSocketProps::logappend>,
    },

    {
        .name = "mux",
        .type = "bool",
        .default_json = "false",
        .doc = "several devices may use the backend, and monitors (monitor-add with "
               "`listen=chardev:ID`). What each of them sends goes out; what comes in is for one "
               "of them, at first that which was\nthere first, and for the next one after Ctrl-A "
               "c. Ctrl-A h shows what else there is.",
        .set = decode_property<&api::ChardevSocketProps::mux>,
        .get = encode_property<&api::ChardevSocketProps::mux>,
    },

    {
        .name = "addr",
        .type = "SocketAddressLegacy",
        .mandatory = true,
        .doc = "the address to listen at or to connect to",
        .set = decode_property<&api::ChardevSocketProps::addr>,
        .get = encode_property<&api::ChardevSocketProps::addr>,
    },

    {
        .name = "server",
        .type = "bool",
        .default_json = "true",
        .doc = "listen instead of connecting",
        .set = decode_property<&api::ChardevSocketProps::server>,
        .get = encode_property<&api::ChardevSocketProps::server>,
    },

    {
        .name = "wait",
        .type = "bool",
        .default_json = "false",
        .doc = "begin only when a peer has connected. Not available: the program would answer "
               "nobody meanwhile.",
        .set = decode_property<&api::ChardevSocketProps::wait>,
        .get = encode_property<&api::ChardevSocketProps::wait>,
    },

    {
        .name = "nodelay",
        .type = "bool",
        .default_json = "false",
        .doc = "send small amounts at once, without waiting for more (TCP only)",
        .set = decode_property<&api::ChardevSocketProps::nodelay>,
        .get = encode_property<&api::ChardevSocketProps::nodelay>,
    },

    {
        .name = "reconnect",
        .type = "int",
        .default_json = "0",
        .doc = "after so many seconds, try again to connect; 0: never. Not for servers, which take "
               "the next peer that connects.",
        .set = decode_property<&api::ChardevSocketProps::reconnect, kChardevSocketReconnectRange>,
        .get = encode_property<&api::ChardevSocketProps::reconnect>,
    },
};

constexpr qapi::Range<int64_t> kNetdevUserIpv6PrefixlenRange = {
    .low = 1,
    .high = 126,
    .unit = "bits",
};

constexpr PropertyType kNetdevUserProperties[] = {
    {
        .name = "hostname",
        .type = "str",
        .doc = "name that the DHCP server gives the guest",
        .set = decode_property<&api::NetdevUserProps::hostname>,
        .get = encode_property<&api::NetdevUserProps::hostname>,
    },

    {
        .name = "restrict",
        .type = "bool",
        .default_json = "false",
        .doc =
            "keep the guest from the host and from everything beyond; only @hostfwd gets through",
        .set = decode_property<&api::NetdevUserProps::restrict>,
        .get = encode_property<&api::NetdevUserProps::restrict>,
    },

    {
        .name = "ipv4",
        .type = "bool",
        .default_json = "true",
        .doc = "whether there is IPv4",
        .set = decode_property<&api::NetdevUserProps::ipv4>,
        .get = encode_property<&api::NetdevUserProps::ipv4>,
    },

    {
        .name = "ipv6",
        .type = "bool",
        .default_json = "true",
        .doc = "whether there is IPv6",
        .set = decode_property<&api::NetdevUserProps::ipv6>,
        .get = encode_property<&api::NetdevUserProps::ipv6>,
    },

    {
        .name = "net",
        .type = "str",
        .default_json = "\"10.0.2.0/24\"",
        .doc = "the network, as ADDRESS/BITS",
        .set = decode_property<&api::NetdevUserProps::net>,
        .get = encode_property<&api::NetdevUserProps::net>,
    },

    {
        .name = "host",
        .type = "str",
        .doc = "address of the router; without it the second one of @net",
        .set = decode_property<&api::NetdevUserProps::host>,
        .get = encode_property<&api::NetdevUserProps::host>,
    },

    {
        .name = "dhcpstart",
        .type = "str",
        .doc = "the first of 16 addresses that are given out; without it the 15th of @net",
        .set = decode_property<&api::NetdevUserProps::dhcpstart>,
        .get = encode_property<&api::NetdevUserProps::dhcpstart>,
    },

    {
        .name = "dns",
        .type = "str",
        .doc = "address at which the host's name server is found; without it the third of @net",
        .set = decode_property<&api::NetdevUserProps::dns>,
        .get = encode_property<&api::NetdevUserProps::dns>,
    },

    {
        .name = "dnssearch",
        .type = "[String]",
        .doc = "domains that the DHCP server tells the guest to search",
        .set = decode_property<&api::NetdevUserProps::dnssearch>,
        .get = encode_property<&api::NetdevUserProps::dnssearch>,
    },

    {
        .name = "domainname",
        .type = "str",
        .doc = "domain that the DHCP server tells the guest",
        .set = decode_property<&api::NetdevUserProps::domainname>,
        .get = encode_property<&api::NetdevUserProps::domainname>,
    },

    {
        .name = "ipv6-prefix",
        .type = "str",
        .default_json = "\"fec0::\"",
        .doc = "the IPv6 network",
        .set = decode_property<&api::NetdevUserProps::ipv6_prefix>,
        .get = encode_property<&api::NetdevUserProps::ipv6_prefix>,
    },

    {
        .name = "ipv6-prefixlen",
        .type = "int",
        .default_json = "64",
        .doc = "its number of bits",
        .set =
            decode_property<&api::NetdevUserProps::ipv6_prefixlen, kNetdevUserIpv6PrefixlenRange>,
        .get = encode_property<&api::NetdevUserProps::ipv6_prefixlen>,
    },

    {
        .name = "ipv6-host",
        .type = "str",
        .doc = "IPv6 address of the router; without it ::2 of @ipv6-prefix",
        .set = decode_property<&api::NetdevUserProps::ipv6_host>,
        .get = encode_property<&api::NetdevUserProps::ipv6_host>,
    },

    {
        .name = "ipv6-dns",
        .type = "str",
        .doc =
            "IPv6 address at which the host's name server is found; without it ::3 of @ipv6-prefix",
        .set = decode_property<&api::NetdevUserProps::ipv6_dns>,
        .get = encode_property<&api::NetdevUserProps::ipv6_dns>,
    },

    {
        .name = "tftp",
        .type = "str",
        .doc = "folder whose files the router gives out over TFTP",
        .set = decode_property<&api::NetdevUserProps::tftp>,
        .get = encode_property<&api::NetdevUserProps::tftp>,
    },

    {
        .name = "bootfile",
        .type = "str",
        .doc = "name of the file that DHCP tells the guest to boot",
        .set = decode_property<&api::NetdevUserProps::bootfile>,
        .get = encode_property<&api::NetdevUserProps::bootfile>,
    },

    {
        .name = "tftp-server-name",
        .type = "str",
        .doc = "name of the TFTP server that DHCP tells the guest",
        .set = decode_property<&api::NetdevUserProps::tftp_server_name>,
        .get = encode_property<&api::NetdevUserProps::tftp_server_name>,
    },

    {
        .name = "hostfwd",
        .type = "[String]",
        .doc = "ports of the host that lead to ports of the guest, each as "
               "`tcp|udp:[HOST]:PORT-[GUEST]:PORT`. Without GUEST it is\nthe first address that is "
               "given out; without HOST every address of the host.",
        .set = decode_property<&api::NetdevUserProps::hostfwd>,
        .get = encode_property<&api::NetdevUserProps::hostfwd>,
    },
};

constexpr PropertyType kNetdevTapProperties[] = {
    {
        .name = "ifname",
        .type = "str",
        .doc = "name of the interface, which is created if there is none and we may; without it "
               "the host chooses one",
        .set = decode_property<&api::NetdevTapProps::ifname>,
        .get = encode_property<&api::NetdevTapProps::ifname>,
    },

    {
        .name = "fd",
        .type = "str",
        .doc = "instead of @ifname, a TAP interface that is open with IFF_NO_PI: the name that "
               "getfd gave it, or on the command line the number under which it was\ninherited",
        .set = decode_property<&api::NetdevTapProps::fd>,
        .get = encode_property<&api::NetdevTapProps::fd>,
    },
};

constexpr qapi::Range<int64_t> kNetdevStreamReconnectRange = {
    .low = 0,
    .high = 86400,
    .unit = "s",
};

constexpr PropertyType kNetdevStreamProperties[] = {
    {
        .name = "addr",
        .type = "SocketAddress",
        .mandatory = true,
        .doc = "the address to listen at or to connect to",
        .set = decode_property<&api::NetdevStreamProps::addr>,
        .get = encode_property<&api::NetdevStreamProps::addr>,
    },

    {
        .name = "server",
        .type = "bool",
        .default_json = "false",
        .doc = "listen instead of connecting",
        .set = decode_property<&api::NetdevStreamProps::server>,
        .get = encode_property<&api::NetdevStreamProps::server>,
    },

    {
        .name = "reconnect",
        .type = "int",
        .default_json = "0",
        .doc = "after so many seconds, try again to connect; 0: never. Not for servers, which take "
               "the next peer that connects.",
        .set = decode_property<&api::NetdevStreamProps::reconnect, kNetdevStreamReconnectRange>,
        .get = encode_property<&api::NetdevStreamProps::reconnect>,
    },
};

constexpr PropertyType kNetdevDgramProperties[] = {
    {
        .name = "local",
        .type = "SocketAddress",
        .doc = "the address to receive at. Not needed for a Unix socket that only sends; a "
               "descriptor that was handed over is given here, alone.",
        .set = decode_property<&api::NetdevDgramProps::local>,
        .get = encode_property<&api::NetdevDgramProps::local>,
    },

    {
        .name = "remote",
        .type = "SocketAddress",
        .doc = "the address to send to",
        .set = decode_property<&api::NetdevDgramProps::remote>,
        .get = encode_property<&api::NetdevDgramProps::remote>,
    },
};

constexpr qapi::Range<int64_t> kNetdevVhostUserReconnectRange = {
    .low = 0,
    .high = 86400,
    .unit = "s",
};

constexpr PropertyType kNetdevVhostUserProperties[] = {
    {
        .name = "addr",
        .type = "SocketAddress",
        .mandatory = true,
        .doc = "the address to listen at or to connect to. Only Unix sockets will do, as memory is "
               "handed over.",
        .set = decode_property<&api::NetdevVhostUserProps::addr>,
        .get = encode_property<&api::NetdevVhostUserProps::addr>,
    },

    {
        .name = "server",
        .type = "bool",
        .default_json = "false",
        .doc = "listen instead of connecting",
        .set = decode_property<&api::NetdevVhostUserProps::server>,
        .get = encode_property<&api::NetdevVhostUserProps::server>,
    },

    {
        .name = "reconnect",
        .type = "int",
        .default_json = "0",
        .doc = "after so many seconds, try again to connect; 0: never. Not for servers, which take "
               "the next back end that connects.",
        .set =
            decode_property<&api::NetdevVhostUserProps::reconnect, kNetdevVhostUserReconnectRange>,
        .get = encode_property<&api::NetdevVhostUserProps::reconnect>,
    },
};

constexpr PropertyType kBlockdevNullCoProperties[] = {
    {
        .name = "read-only",
        .type = "bool",
        .doc = "refuse to write; off when not given",
        .set = decode_property<&api::BlockdevNullCoProps::read_only>,
        .get = encode_property<&api::BlockdevNullCoProps::read_only>,
    },

    {
        .name = "auto-read-only",
        .type = "bool",
        .doc = "become read-only where writing is not possible, instead of failing; off when not "
               "given",
        .set = decode_property<&api::BlockdevNullCoProps::auto_read_only>,
        .get = encode_property<&api::BlockdevNullCoProps::auto_read_only>,
    },

    {
        .name = "discard",
        .type = "BlockdevDiscardOptions",
        .doc = "what discarding does; `ignore` when not given",
        .set = decode_property<&api::BlockdevNullCoProps::discard>,
        .get = encode_property<&api::BlockdevNullCoProps::discard>,
    },

    {
        .name = "cache",
        .type = "BlockdevCacheOptions",
        .doc = "how the host's cache is used",
        .set = decode_property<&api::BlockdevNullCoProps::cache>,
        .get = encode_property<&api::BlockdevNullCoProps::cache>,
    },

    {
        .name = "size",
        .type = "size",
        .default_json = "1073741824",
        .doc = "what it pretends to hold",
        .set = decode_size_property<&api::BlockdevNullCoProps::size>,
        .get = encode_property<&api::BlockdevNullCoProps::size>,
    },

    {
        .name = "read-zeroes",
        .type = "bool",
        .default_json = "false",
        .doc = "reads give zeroes; else they leave the guest's memory as it is",
        .set = decode_property<&api::BlockdevNullCoProps::read_zeroes>,
        .get = encode_property<&api::BlockdevNullCoProps::read_zeroes>,
    },
};

constexpr PropertyType kBlockdevFileProperties[] = {
    {
        .name = "read-only",
        .type = "bool",
        .doc = "refuse to write; off when not given",
        .set = decode_property<&api::BlockdevFileProps::read_only>,
        .get = encode_property<&api::BlockdevFileProps::read_only>,
    },

    {
        .name = "auto-read-only",
        .type = "bool",
        .doc = "become read-only where writing is not possible, instead of failing; off when not "
               "given",
        .set = decode_property<&api::BlockdevFileProps::auto_read_only>,
        .get = encode_property<&api::BlockdevFileProps::auto_read_only>,
    },

    {
        .name = "discard",
        .type = "BlockdevDiscardOptions",
        .doc = "what discarding does; `ignore` when not given",
        .set = decode_property<&api::BlockdevFileProps::discard>,
        .get = encode_property<&api::BlockdevFileProps::discard>,
    },

    {
        .name = "cache",
        .type = "BlockdevCacheOptions",
        .doc = "how the host's cache is used",
        .set = decode_property<&api::BlockdevFileProps::cache>,
        .get = encode_property<&api::BlockdevFileProps::cache>,
    },

    {
        .name = "filename",
        .type = "str",
        .mandatory = true,
        .doc =
            "its path; `/dev/fdset/N` is one that was handed over with add-fd, `fd:NAME` one that "
            "getfd gave this\nname, or on the command line the number under which it was inherited",
        .set = decode_property<&api::BlockdevFileProps::filename>,
        .get = encode_property<&api::BlockdevFileProps::filename>,
    },

    {
        .name = "locking",
        .type = "OnOffAuto",
        .default_json = "\"auto\"",
        .doc = "keep other programs, QEMU among them, from using the file in a way that does not "
               "go together with ours",
        .set = decode_property<&api::BlockdevFileProps::locking>,
        .get = encode_property<&api::BlockdevFileProps::locking>,
    },

    {
        .name = "aio",
        .type = "BlockdevAioOptions",
        .default_json = "\"threads\"",
        .doc = "who waits for the host to read and write what devices ask for; nodes above that "
               "have threads of their own wait there",
        .set = decode_property<&api::BlockdevFileProps::aio>,
        .get = encode_property<&api::BlockdevFileProps::aio>,
    },
};

constexpr PropertyType kBlockdevRawProperties[] = {
    {
        .name = "read-only",
        .type = "bool",
        .doc = "refuse to write; off when not given",
        .set = decode_property<&api::BlockdevRawProps::read_only>,
        .get = encode_property<&api::BlockdevRawProps::read_only>,
    },

    {
        .name = "auto-read-only",
        .type = "bool",
        .doc = "become read-only where writing is not possible, instead of failing; off when not "
               "given",
        .set = decode_property<&api::BlockdevRawProps::auto_read_only>,
        .get = encode_property<&api::BlockdevRawProps::auto_read_only>,
    },

    {
        .name = "discard",
        .type = "BlockdevDiscardOptions",
        .doc = "what discarding does; `ignore` when not given",
        .set = decode_property<&api::BlockdevRawProps::discard>,
        .get = encode_property<&api::BlockdevRawProps::discard>,
    },

    {
        .name = "cache",
        .type = "BlockdevCacheOptions",
        .doc = "how the host's cache is used",
        .set = decode_property<&api::BlockdevRawProps::cache>,
        .get = encode_property<&api::BlockdevRawProps::cache>,
    },

    {
        .name = "file",
        .type = "link<blockdev>",
        .mandatory = true,
        .doc = "the node below",
        .set = decode_property<&api::BlockdevRawProps::file>,
        .get = encode_property<&api::BlockdevRawProps::file>,
        .links = visit_links<&api::BlockdevRawProps::file>,
    },

    {
        .name = "offset",
        .type = "size",
        .default_json = "0",
        .doc = "where in it the part begins",
        .set = decode_size_property<&api::BlockdevRawProps::offset>,
        .get = encode_property<&api::BlockdevRawProps::offset>,
    },

    {
        .name = "size",
        .type = "size",
        .doc = "of the part; without it all that follows @offset",
        .set = decode_size_property<&api::BlockdevRawProps::size>,
        .get = encode_property<&api::BlockdevRawProps::size>,
    },
};

constexpr qapi::Range<uint64_t> kBlockdevQcow2CacheSizeRange = {
    .low = 0,
    .high = 4294967296,
    .unit = "bytes",
};

constexpr PropertyType kBlockdevQcow2Properties[] = {
    {
        .name = "read-only",
        .type = "bool",
        .doc = "refuse to write; off when not given",
        .set = decode_property<&api::BlockdevQcow2Props::read_only>,
        .get = encode_property<&api::BlockdevQcow2Props::read_only>,
    },

    {
        .name = "auto-read-only",
        .type = "bool",
        .doc = "become read-only where writing is not possible, instead of failing; off when not "
               "given",
        .set = decode_property<&api::BlockdevQcow2Props::auto_read_only>,
        .get = encode_property<&api::BlockdevQcow2Props::auto_read_only>,
    },

    {
        .name = "discard",
        .type = "BlockdevDiscardOptions",
        .doc = "what discarding does; `ignore` when not given",
        .set = decode_property<&api::BlockdevQcow2Props::discard>,
        .get = encode_property<&api::BlockdevQcow2Props::discard>,
    },

    {
        .name = "cache",
        .type = "BlockdevCacheOptions",
        .doc = "how the host's cache is used",
        .set = decode_property<&api::BlockdevQcow2Props::cache>,
        .get = encode_property<&api::BlockdevQcow2Props::cache>,
    },

    {
        .name = "file",
        .type = "link<blockdev>",
        .mandatory = true,
        .doc = "the node that it lies in",
        .set = decode_property<&api::BlockdevQcow2Props::file>,
        .get = encode_property<&api::BlockdevQcow2Props::file>,
        .links = visit_links<&api::BlockdevQcow2Props::file>,
    },

    {
        .name = "backing",
        .type = "link<blockdev>",
        .doc = "the node that is seen where the image holds nothing; without it the one that the "
               "image names",
        .set = decode_property<&api::BlockdevQcow2Props::backing>,
        .get = encode_property<&api::BlockdevQcow2Props::backing>,
        .links = visit_links<&api::BlockdevQcow2Props::backing>,
    },

    {
        .name = "no-backing",
        .type = "bool",
        .default_json = "false",
        .doc = "do not open the one that the image names",
        .set = decode_property<&api::BlockdevQcow2Props::no_backing>,
        .get = encode_property<&api::BlockdevQcow2Props::no_backing>,
    },

    {
        .name = "cache-size",
        .type = "size",
        .default_json = "33554432",
        .doc = "how much of the image's tables is kept in memory",
        .set = decode_size_property<
            &api::BlockdevQcow2Props::cache_size,
            kBlockdevQcow2CacheSizeRange>,
        .get = encode_property<&api::BlockdevQcow2Props::cache_size>,
    },
};

constexpr qapi::Range<uint64_t> kBlockdevNbdOpenTimeoutRange = {
    .low = 0,
    .high = 3600,
    .unit = "s",
};

constexpr PropertyType kBlockdevNbdProperties[] = {
    {
        .name = "read-only",
        .type = "bool",
        .doc = "refuse to write; off when not given",
        .set = decode_property<&api::BlockdevNbdProps::read_only>,
        .get = encode_property<&api::BlockdevNbdProps::read_only>,
    },

    {
        .name = "auto-read-only",
        .type = "bool",
        .doc = "become read-only where writing is not possible, instead of failing; off when not "
               "given",
        .set = decode_property<&api::BlockdevNbdProps::auto_read_only>,
        .get = encode_property<&api::BlockdevNbdProps::auto_read_only>,
    },

    {
        .name = "discard",
        .type = "BlockdevDiscardOptions",
        .doc = "what discarding does; `ignore` when not given",
        .set = decode_property<&api::BlockdevNbdProps::discard>,
        .get = encode_property<&api::BlockdevNbdProps::discard>,
    },

    {
        .name = "cache",
        .type = "BlockdevCacheOptions",
        .doc = "how the host's cache is used",
        .set = decode_property<&api::BlockdevNbdProps::cache>,
        .get = encode_property<&api::BlockdevNbdProps::cache>,
    },

    {
        .name = "server",
        .type = "SocketAddress",
        .mandatory = true,
        .doc = "its address",
        .set = decode_property<&api::BlockdevNbdProps::server>,
        .get = encode_property<&api::BlockdevNbdProps::server>,
    },

    {
        .name = "export",
        .type = "str",
        .doc = "which export; without it the server's default one",
        .set = decode_property<&api::BlockdevNbdProps::export_>,
        .get = encode_property<&api::BlockdevNbdProps::export_>,
    },

    {
        .name = "reconnect-delay",
        .type = "uint32",
        .default_json = "0",
        .doc = "how long requests wait for a server that has gone to come back. After that they "
               "fail, until it does.",
        .set = decode_property<&api::BlockdevNbdProps::reconnect_delay>,
        .get = encode_property<&api::BlockdevNbdProps::reconnect_delay>,
    },

    {
        .name = "open-timeout",
        .type = "uint32",
        .default_json = "0",
        .doc = "for how long it is tried to reach the server at first; 0 is once, and up to 10 "
               "seconds for its answers",
        .set = decode_property<&api::BlockdevNbdProps::open_timeout, kBlockdevNbdOpenTimeoutRange>,
        .get = encode_property<&api::BlockdevNbdProps::open_timeout>,
    },
};

constexpr PropertyType kBlockdevThrottleProperties[] = {
    {
        .name = "read-only",
        .type = "bool",
        .doc = "refuse to write; off when not given",
        .set = decode_property<&api::BlockdevThrottleProps::read_only>,
        .get = encode_property<&api::BlockdevThrottleProps::read_only>,
    },

    {
        .name = "auto-read-only",
        .type = "bool",
        .doc = "become read-only where writing is not possible, instead of failing; off when not "
               "given",
        .set = decode_property<&api::BlockdevThrottleProps::auto_read_only>,
        .get = encode_property<&api::BlockdevThrottleProps::auto_read_only>,
    },

    {
        .name = "discard",
        .type = "BlockdevDiscardOptions",
        .doc = "what discarding does; `ignore` when not given",
        .set = decode_property<&api::BlockdevThrottleProps::discard>,
        .get = encode_property<&api::BlockdevThrottleProps::discard>,
    },

    {
        .name = "cache",
        .type = "BlockdevCacheOptions",
        .doc = "how the host's cache is used",
        .set = decode_property<&api::BlockdevThrottleProps::cache>,
        .get = encode_property<&api::BlockdevThrottleProps::cache>,
    },

    {
        .name = "throttle-group",
        .type = "link<throttle-group>",
        .mandatory = true,
        .doc = "whose limits; all nodes of a group share them",
        .set = decode_property<&api::BlockdevThrottleProps::throttle_group>,
        .get = encode_property<&api::BlockdevThrottleProps::throttle_group>,
        .links = visit_links<&api::BlockdevThrottleProps::throttle_group>,
    },

    {
        .name = "file",
        .type = "link<blockdev>",
        .mandatory = true,
        .doc = "the node below",
        .set = decode_property<&api::BlockdevThrottleProps::file>,
        .get = encode_property<&api::BlockdevThrottleProps::file>,
        .links = visit_links<&api::BlockdevThrottleProps::file>,
    },
};

constexpr PropertyType kBlockdevBlkdebugProperties[] = {
    {
        .name = "read-only",
        .type = "bool",
        .doc = "refuse to write; off when not given",
        .set = decode_property<&api::BlockdevBlkdebugProps::read_only>,
        .get = encode_property<&api::BlockdevBlkdebugProps::read_only>,
    },

    {
        .name = "auto-read-only",
        .type = "bool",
        .doc = "become read-only where writing is not possible, instead of failing; off when not "
               "given",
        .set = decode_property<&api::BlockdevBlkdebugProps::auto_read_only>,
        .get = encode_property<&api::BlockdevBlkdebugProps::auto_read_only>,
    },

    {
        .name = "discard",
        .type = "BlockdevDiscardOptions",
        .doc = "what discarding does; `ignore` when not given",
        .set = decode_property<&api::BlockdevBlkdebugProps::discard>,
        .get = encode_property<&api::BlockdevBlkdebugProps::discard>,
    },

    {
        .name = "cache",
        .type = "BlockdevCacheOptions",
        .doc = "how the host's cache is used",
        .set = decode_property<&api::BlockdevBlkdebugProps::cache>,
        .get = encode_property<&api::BlockdevBlkdebugProps::cache>,
    },

    {
        .name = "image",
        .type = "link<blockdev>",
        .mandatory = true,
        .doc = "the node below",
        .set = decode_property<&api::BlockdevBlkdebugProps::image>,
        .get = encode_property<&api::BlockdevBlkdebugProps::image>,
        .links = visit_links<&api::BlockdevBlkdebugProps::image>,
    },

    {
        .name = "inject-error",
        .type = "[BlkdebugInjectError]",
        .use = PropertyUse::Control,
        .doc = "what fails; can be changed at any time. The first that a request matches counts.",
        .set = decode_property<&api::BlockdevBlkdebugProps::inject_error>,
        .get = encode_property<&api::BlockdevBlkdebugProps::inject_error>,
    },
};

constexpr PropertyType kVirtioMmioProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::VirtioMmioProps::hotplugged>,
        .get = encode_property<&api::VirtioMmioProps::hotplugged>,
    },

    {
        .name = "space",
        .type = "link<address-space>",
        .mandatory = true,
        .doc = "the address space that rings and buffers are in",
        .set = decode_property<&api::VirtioMmioProps::space>,
        .get = encode_property<&api::VirtioMmioProps::space>,
        .links = visit_links<&api::VirtioMmioProps::space>,
    },
};

constexpr PortType kVirtioMmioPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 512},
    },

    {
        .name = "irq",
        .kind = PortKind::IrqOut,
    },
};

constexpr std::string_view kVirtioMmioCompatible[] = {"virtio,mmio"};

constexpr Alias kVirtioMmioAliases[] = {
    {
        .kind = AliasKind::Port,
        .name = "sysbus-irq[0]",
        .stands_for = "irq",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Port,
        .name = "sysbus-mmio[0]",
        .stands_for = "regs",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Given,
        .name = "space",
        .stands_for = "/machine/sysbus",
        .of = "qemu",
    },
};

constexpr PropertyType kPcieHostProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::PcieHostProps::hotplugged>,
        .get = encode_property<&api::PcieHostProps::hotplugged>,
    },

    {
        .name = "memory",
        .type = "link<address-space>",
        .mandatory = true,
        .doc = "the memory space of the hierarchy: where the guest places registers",
        .set = decode_property<&api::PcieHostProps::memory>,
        .get = encode_property<&api::PcieHostProps::memory>,
        .links = visit_links<&api::PcieHostProps::memory>,
    },

    {
        .name = "io",
        .type = "link<address-space>",
        .doc = "its I/O space; without one functions have no registers there",
        .set = decode_property<&api::PcieHostProps::io>,
        .get = encode_property<&api::PcieHostProps::io>,
        .links = visit_links<&api::PcieHostProps::io>,
    },

    {
        .name = "space",
        .type = "link<address-space>",
        .mandatory = true,
        .doc = "what functions read and write on their own: where the guest's memory is",
        .set = decode_property<&api::PcieHostProps::space>,
        .get = encode_property<&api::PcieHostProps::space>,
        .links = visit_links<&api::PcieHostProps::space>,
    },
};

constexpr PortType kPcieHostPorts[] = {
    {
        .name = "ecam",
        .kind = PortKind::Mmio,
        .size = {.number = 268435456},
    },

    {
        .name = "intx",
        .kind = PortKind::IrqOut,
        .count = {.number = 4},
        .is_array = true,
    },
};

constexpr std::string_view kPcieHostCompatible[] = {"pci-host-ecam-generic"};

constexpr qapi::Range<uint64_t> kPcieRootPortSlotRange = {
    .low = 0,
    .high = 8191,
    .unit = "",
};

constexpr PropertyType kPcieRootPortProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::PcieRootPortProps::hotplugged>,
        .get = encode_property<&api::PcieRootPortProps::hotplugged>,
    },

    {
        .name = "bus",
        .type = "link<pcie-host>",
        .mandatory = true,
        .doc = "the root of the hierarchy",
        .set = decode_property<&api::PcieRootPortProps::bus>,
        .get = encode_property<&api::PcieRootPortProps::bus>,
        .links = visit_links<&api::PcieRootPortProps::bus>,
    },

    {
        .name = "addr",
        .type = "str",
        .default_json = "\"\"",
        .doc = "device and function on bus 0, as in `3` or `3.1`; empty: the first device that is "
               "free. What it came to shows once it is realized",
        .set = decode_property<&api::PcieRootPortProps::addr>,
        .get = encode_property<&api::PcieRootPortProps::addr>,
    },

    {
        .name = "multifunction",
        .type = "bool",
        .default_json = "false",
        .doc = "whether the device has more functions than number 0, which is the one that says so",
        .set = decode_property<&api::PcieRootPortProps::multifunction>,
        .get = encode_property<&api::PcieRootPortProps::multifunction>,
    },

    {
        .name = "slot",
        .type = "uint16",
        .default_json = "0",
        .doc = "the number by which the guest calls the slot; unique in a machine if guests are to "
               "tell slots apart",
        .set = decode_property<&api::PcieRootPortProps::slot, kPcieRootPortSlotRange>,
        .get = encode_property<&api::PcieRootPortProps::slot>,
    },

    {
        .name = "power-fault",
        .type = "bool",
        .use = PropertyUse::Control,
        .default_json = "false",
        .doc = "whether something is wrong with the card's power. While it is, the power "
               "controller lets the card have none and tells the guest.",
        .set = decode_property<&api::PcieRootPortProps::power_fault>,
        .get = encode_property<&api::PcieRootPortProps::power_fault>,
    },
};

constexpr PropertyType kVirtioPciProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::VirtioPciProps::hotplugged>,
        .get = encode_property<&api::VirtioPciProps::hotplugged>,
    },

    {
        .name = "bus",
        .type = "link<pci-bus>",
        .mandatory = true,
        .doc = "the PCI bus that it is on",
        .set = decode_property<&api::VirtioPciProps::bus>,
        .get = encode_property<&api::VirtioPciProps::bus>,
        .links = visit_links<&api::VirtioPciProps::bus>,
    },

    {
        .name = "addr",
        .type = "str",
        .default_json = "\"\"",
        .doc = "device and function on the bus, as in `3` or `3.1`; empty: the first device that "
               "is free. What it came to shows once it is realized",
        .set = decode_property<&api::VirtioPciProps::addr>,
        .get = encode_property<&api::VirtioPciProps::addr>,
    },

    {
        .name = "multifunction",
        .type = "bool",
        .default_json = "false",
        .doc = "whether the device has more functions than number 0, which is the one that says so",
        .set = decode_property<&api::VirtioPciProps::multifunction>,
        .get = encode_property<&api::VirtioPciProps::multifunction>,
    },
};

constexpr PortType kVirtioPciPorts[] = {
    {
        .name = "msix",
        .kind = PortKind::Mmio,
        .size = {.number = 4096},
    },

    {
        .name = "modern",
        .kind = PortKind::Mmio,
        .size = {.number = 16384},
    },
};

constexpr qapi::Range<uint64_t> kVirtioRngMaxBytesRange = {
    .low = 1,
    .high = 9223372036854775807,
    .unit = "bytes",
};
constexpr qapi::Range<uint64_t> kVirtioRngPeriodRange = {
    .low = 1,
    .high = 4294967295,
    .unit = "ms",
};

constexpr PropertyType kVirtioRngProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::VirtioRngProps::hotplugged>,
        .get = encode_property<&api::VirtioRngProps::hotplugged>,
    },

    {
        .name = "bus",
        .type = "link<virtio-bus>",
        .mandatory = true,
        .doc = "the transport that offers it to the guest; each has one device",
        .set = decode_property<&api::VirtioRngProps::bus>,
        .get = encode_property<&api::VirtioRngProps::bus>,
        .links = visit_links<&api::VirtioRngProps::bus>,
    },

    {
        .name = "packed",
        .type = "bool",
        .default_json = "false",
        .doc = "offer packed virtqueues, which a driver may use instead of split ones",
        .set = decode_property<&api::VirtioRngProps::packed>,
        .get = encode_property<&api::VirtioRngProps::packed>,
    },

    {
        .name = "event-idx",
        .type = "bool",
        .default_json = "true",
        .doc = "offer to say exactly when to interrupt and notify",
        .set = decode_property<&api::VirtioRngProps::event_idx>,
        .get = encode_property<&api::VirtioRngProps::event_idx>,
    },

    {
        .name = "indirect-desc",
        .type = "bool",
        .default_json = "true",
        .doc = "offer descriptors that lie outside of the queue",
        .set = decode_property<&api::VirtioRngProps::indirect_desc>,
        .get = encode_property<&api::VirtioRngProps::indirect_desc>,
    },

    {
        .name = "access-platform",
        .type = "bool",
        .default_json = "false",
        .doc = "insist on a driver that asks the platform how addresses are translated; here they "
               "are not",
        .set = decode_property<&api::VirtioRngProps::access_platform>,
        .get = encode_property<&api::VirtioRngProps::access_platform>,
    },

    {
        .name = "max-bytes",
        .type = "uint64",
        .default_json = "9223372036854775807",
        .doc = "at most so many in each period",
        .set = decode_property<&api::VirtioRngProps::max_bytes, kVirtioRngMaxBytesRange>,
        .get = encode_property<&api::VirtioRngProps::max_bytes>,
    },

    {
        .name = "period",
        .type = "uint32",
        .default_json = "65536",
        .doc = "how long a period is",
        .set = decode_property<&api::VirtioRngProps::period, kVirtioRngPeriodRange>,
        .get = encode_property<&api::VirtioRngProps::period>,
    },
};

constexpr Alias kVirtioRngAliases[] = {
    {
        .kind = AliasKind::Property,
        .name = "event_idx",
        .stands_for = "event-idx",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "indirect_desc",
        .stands_for = "indirect-desc",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "iommu_platform",
        .stands_for = "access-platform",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Type,
        .name = "virtio-rng-device",
        .stands_for = "virtio-rng",
        .of = "qemu",
    },
};

constexpr qapi::Range<uint64_t> kVirtioBlkSerialRange = {
    .low = 0,
    .high = 20,
    .unit = "",
};
constexpr qapi::Range<uint64_t> kVirtioBlkNumQueuesRange = {
    .low = 1,
    .high = 8,
    .unit = "",
};
constexpr qapi::Range<uint64_t> kVirtioBlkQueueSizeRange = {
    .low = 4,
    .high = 1024,
    .unit = "",
};
constexpr qapi::Range<uint64_t> kVirtioBlkLogicalBlockSizeRange = {
    .low = 512,
    .high = 65536,
    .unit = "bytes",
};
constexpr qapi::Range<uint64_t> kVirtioBlkPhysicalBlockSizeRange = {
    .low = 512,
    .high = 65536,
    .unit = "bytes",
};

constexpr PropertyType kVirtioBlkProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::VirtioBlkProps::hotplugged>,
        .get = encode_property<&api::VirtioBlkProps::hotplugged>,
    },

    {
        .name = "bus",
        .type = "link<virtio-bus>",
        .mandatory = true,
        .doc = "the transport that offers it to the guest; each has one device",
        .set = decode_property<&api::VirtioBlkProps::bus>,
        .get = encode_property<&api::VirtioBlkProps::bus>,
        .links = visit_links<&api::VirtioBlkProps::bus>,
    },

    {
        .name = "packed",
        .type = "bool",
        .default_json = "false",
        .doc = "offer packed virtqueues, which a driver may use instead of split ones",
        .set = decode_property<&api::VirtioBlkProps::packed>,
        .get = encode_property<&api::VirtioBlkProps::packed>,
    },

    {
        .name = "event-idx",
        .type = "bool",
        .default_json = "true",
        .doc = "offer to say exactly when to interrupt and notify",
        .set = decode_property<&api::VirtioBlkProps::event_idx>,
        .get = encode_property<&api::VirtioBlkProps::event_idx>,
    },

    {
        .name = "indirect-desc",
        .type = "bool",
        .default_json = "true",
        .doc = "offer descriptors that lie outside of the queue",
        .set = decode_property<&api::VirtioBlkProps::indirect_desc>,
        .get = encode_property<&api::VirtioBlkProps::indirect_desc>,
    },

    {
        .name = "access-platform",
        .type = "bool",
        .default_json = "false",
        .doc = "insist on a driver that asks the platform how addresses are translated; here they "
               "are not",
        .set = decode_property<&api::VirtioBlkProps::access_platform>,
        .get = encode_property<&api::VirtioBlkProps::access_platform>,
    },

    {
        .name = "drive",
        .type = "link<blockdev>",
        .mandatory = true,
        .doc = "the node that holds its bytes",
        .set = decode_property<&api::VirtioBlkProps::drive>,
        .get = encode_property<&api::VirtioBlkProps::drive>,
        .links = visit_links<&api::VirtioBlkProps::drive>,
    },

    {
        .name = "serial",
        .type = "str",
        .default_json = "\"\"",
        .doc = "serial number, which the guest can ask for (20 characters at most)",
        .set = decode_property<&api::VirtioBlkProps::serial, kVirtioBlkSerialRange>,
        .get = encode_property<&api::VirtioBlkProps::serial>,
    },

    {
        .name = "num-queues",
        .type = "uint16",
        .default_json = "1",
        .doc = "number of request queues",
        .set = decode_property<&api::VirtioBlkProps::num_queues, kVirtioBlkNumQueuesRange>,
        .get = encode_property<&api::VirtioBlkProps::num_queues>,
    },

    {
        .name = "queue-size",
        .type = "uint16",
        .default_json = "256",
        .doc = "descriptors of each; a power of two",
        .set = decode_property<&api::VirtioBlkProps::queue_size, kVirtioBlkQueueSizeRange>,
        .get = encode_property<&api::VirtioBlkProps::queue_size>,
    },

    {
        .name = "logical-block-size",
        .type = "uint32",
        .default_json = "512",
        .doc = "what requests are multiples of; a power of two",
        .set = decode_property<
            &api::VirtioBlkProps::logical_block_size,
            kVirtioBlkLogicalBlockSizeRange>,
        .get = encode_property<&api::VirtioBlkProps::logical_block_size>,
    },

    {
        .name = "physical-block-size",
        .type = "uint32",
        .default_json = "512",
        .doc = "what the guest had better write as a whole; a power of two",
        .set = decode_property<
            &api::VirtioBlkProps::physical_block_size,
            kVirtioBlkPhysicalBlockSizeRange>,
        .get = encode_property<&api::VirtioBlkProps::physical_block_size>,
    },

    {
        .name = "opt-io-size",
        .type = "uint32",
        .default_json = "0",
        .doc = "of large requests, what the guest had better ask for; 0: it does not matter",
        .set = decode_property<&api::VirtioBlkProps::opt_io_size>,
        .get = encode_property<&api::VirtioBlkProps::opt_io_size>,
    },

    {
        .name = "write-cache",
        .type = "bool",
        .default_json = "true",
        .doc = "whether what is written may wait in the host's cache until the guest flushes it. "
               "The guest can change it.",
        .set = decode_property<&api::VirtioBlkProps::write_cache>,
        .get = encode_property<&api::VirtioBlkProps::write_cache>,
    },

    {
        .name = "discard",
        .type = "bool",
        .default_json = "true",
        .doc = "offer to discard what is not needed any more",
        .set = decode_property<&api::VirtioBlkProps::discard>,
        .get = encode_property<&api::VirtioBlkProps::discard>,
    },

    {
        .name = "write-zeroes",
        .type = "bool",
        .default_json = "true",
        .doc = "offer to write zeroes without moving them",
        .set = decode_property<&api::VirtioBlkProps::write_zeroes>,
        .get = encode_property<&api::VirtioBlkProps::write_zeroes>,
    },

    {
        .name = "rerror",
        .type = "BlockdevOnError",
        .default_json = "\"report\"",
        .doc = "what follows when the host cannot read; `enospc` is for writing",
        .set = decode_property<&api::VirtioBlkProps::rerror>,
        .get = encode_property<&api::VirtioBlkProps::rerror>,
    },

    {
        .name = "werror",
        .type = "BlockdevOnError",
        .default_json = "\"enospc\"",
        .doc = "what follows when the host cannot write, flush or discard",
        .set = decode_property<&api::VirtioBlkProps::werror>,
        .get = encode_property<&api::VirtioBlkProps::werror>,
    },
};

constexpr Alias kVirtioBlkAliases[] = {
    {
        .kind = AliasKind::Property,
        .name = "event_idx",
        .stands_for = "event-idx",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "indirect_desc",
        .stands_for = "indirect-desc",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "iommu_platform",
        .stands_for = "access-platform",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Type,
        .name = "virtio-blk-device",
        .stands_for = "virtio-blk",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "logical_block_size",
        .stands_for = "logical-block-size",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "physical_block_size",
        .stands_for = "physical-block-size",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "opt_io_size",
        .stands_for = "opt-io-size",
        .of = "qemu",
    },
};

constexpr qapi::Range<uint64_t> kVirtioNetQueuePairsRange = {
    .low = 1,
    .high = 8,
    .unit = "",
};
constexpr qapi::Range<uint64_t> kVirtioNetRxQueueSizeRange = {
    .low = 4,
    .high = 1024,
    .unit = "",
};
constexpr qapi::Range<uint64_t> kVirtioNetTxQueueSizeRange = {
    .low = 4,
    .high = 1024,
    .unit = "",
};
constexpr qapi::Range<uint64_t> kVirtioNetHostMtuRange = {
    .low = 68,
    .high = 65535,
    .unit = "bytes",
};

constexpr PropertyType kVirtioNetProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::VirtioNetProps::hotplugged>,
        .get = encode_property<&api::VirtioNetProps::hotplugged>,
    },

    {
        .name = "bus",
        .type = "link<virtio-bus>",
        .mandatory = true,
        .doc = "the transport that offers it to the guest; each has one device",
        .set = decode_property<&api::VirtioNetProps::bus>,
        .get = encode_property<&api::VirtioNetProps::bus>,
        .links = visit_links<&api::VirtioNetProps::bus>,
    },

    {
        .name = "packed",
        .type = "bool",
        .default_json = "false",
        .doc = "offer packed virtqueues, which a driver may use instead of split ones",
        .set = decode_property<&api::VirtioNetProps::packed>,
        .get = encode_property<&api::VirtioNetProps::packed>,
    },

    {
        .name = "event-idx",
        .type = "bool",
        .default_json = "true",
        .doc = "offer to say exactly when to interrupt and notify",
        .set = decode_property<&api::VirtioNetProps::event_idx>,
        .get = encode_property<&api::VirtioNetProps::event_idx>,
    },

    {
        .name = "indirect-desc",
        .type = "bool",
        .default_json = "true",
        .doc = "offer descriptors that lie outside of the queue",
        .set = decode_property<&api::VirtioNetProps::indirect_desc>,
        .get = encode_property<&api::VirtioNetProps::indirect_desc>,
    },

    {
        .name = "access-platform",
        .type = "bool",
        .default_json = "false",
        .doc = "insist on a driver that asks the platform how addresses are translated; here they "
               "are not",
        .set = decode_property<&api::VirtioNetProps::access_platform>,
        .get = encode_property<&api::VirtioNetProps::access_platform>,
    },

    {
        .name = "netdev",
        .type = "link<netdev>",
        .doc = "the other end of the cable; without one the link is down",
        .set = decode_property<&api::VirtioNetProps::netdev>,
        .get = encode_property<&api::VirtioNetProps::netdev>,
        .links = visit_links<&api::VirtioNetProps::netdev>,
    },

    {
        .name = "mac",
        .type = "str",
        .doc = "its MAC address, as `52:54:00:12:34:56`; made of its path when not given, so that "
               "it stays the same",
        .set = decode_property<&api::VirtioNetProps::mac>,
        .get = encode_property<&api::VirtioNetProps::mac>,
    },

    {
        .name = "queue-pairs",
        .type = "uint16",
        .default_json = "1",
        .doc = "number of pairs of a receive and a transmit queue",
        .set = decode_property<&api::VirtioNetProps::queue_pairs, kVirtioNetQueuePairsRange>,
        .get = encode_property<&api::VirtioNetProps::queue_pairs>,
    },

    {
        .name = "rx-queue-size",
        .type = "uint16",
        .default_json = "256",
        .doc = "descriptors of each receive queue; a power of two",
        .set = decode_property<&api::VirtioNetProps::rx_queue_size, kVirtioNetRxQueueSizeRange>,
        .get = encode_property<&api::VirtioNetProps::rx_queue_size>,
    },

    {
        .name = "tx-queue-size",
        .type = "uint16",
        .default_json = "256",
        .doc = "descriptors of each transmit queue; a power of two",
        .set = decode_property<&api::VirtioNetProps::tx_queue_size, kVirtioNetTxQueueSizeRange>,
        .get = encode_property<&api::VirtioNetProps::tx_queue_size>,
    },

    {
        .name = "host-mtu",
        .type = "uint16",
        .doc = "the largest packet of the network, which the guest is told; nothing when not given",
        .set = decode_property<&api::VirtioNetProps::host_mtu, kVirtioNetHostMtuRange>,
        .get = encode_property<&api::VirtioNetProps::host_mtu>,
    },

    {
        .name = "csum",
        .type = "bool",
        .default_json = "true",
        .doc = "offer to complete checksums of what is sent",
        .set = decode_property<&api::VirtioNetProps::csum>,
        .get = encode_property<&api::VirtioNetProps::csum>,
    },

    {
        .name = "guest-csum",
        .type = "bool",
        .default_json = "true",
        .doc = "offer to say of what is received that its checksum is right",
        .set = decode_property<&api::VirtioNetProps::guest_csum>,
        .get = encode_property<&api::VirtioNetProps::guest_csum>,
    },

    {
        .name = "host-tso4",
        .type = "bool",
        .default_json = "true",
        .doc = "offer to cut what is sent over IPv4 into TCP segments",
        .set = decode_property<&api::VirtioNetProps::host_tso4>,
        .get = encode_property<&api::VirtioNetProps::host_tso4>,
    },

    {
        .name = "host-tso6",
        .type = "bool",
        .default_json = "true",
        .doc = "the same over IPv6",
        .set = decode_property<&api::VirtioNetProps::host_tso6>,
        .get = encode_property<&api::VirtioNetProps::host_tso6>,
    },

    {
        .name = "mrg-rxbuf",
        .type = "bool",
        .default_json = "true",
        .doc = "offer to spread what is received over several buffers",
        .set = decode_property<&api::VirtioNetProps::mrg_rxbuf>,
        .get = encode_property<&api::VirtioNetProps::mrg_rxbuf>,
    },

    {
        .name = "ctrl-vq",
        .type = "bool",
        .default_json = "true",
        .doc = "offer a queue for commands: which frames to receive, how many queues to use, "
               "another MAC address",
        .set = decode_property<&api::VirtioNetProps::ctrl_vq>,
        .get = encode_property<&api::VirtioNetProps::ctrl_vq>,
    },

    {
        .name = "dropped",
        .type = "uint64",
        .use = PropertyUse::Telemetry,
        .default_json = "0",
        .doc = "frames that had no room where they were to go, or made no sense",
        .set = decode_property<&api::VirtioNetProps::dropped>,
        .get = encode_property<&api::VirtioNetProps::dropped>,
    },
};

constexpr Alias kVirtioNetAliases[] = {
    {
        .kind = AliasKind::Property,
        .name = "event_idx",
        .stands_for = "event-idx",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "indirect_desc",
        .stands_for = "indirect-desc",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "iommu_platform",
        .stands_for = "access-platform",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Type,
        .name = "virtio-net-device",
        .stands_for = "virtio-net",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "rx_queue_size",
        .stands_for = "rx-queue-size",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "tx_queue_size",
        .stands_for = "tx-queue-size",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "guest_csum",
        .stands_for = "guest-csum",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "host_tso4",
        .stands_for = "host-tso4",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "host_tso6",
        .stands_for = "host-tso6",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "mrg_rxbuf",
        .stands_for = "mrg-rxbuf",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "ctrl_vq",
        .stands_for = "ctrl-vq",
        .of = "qemu",
    },
};

constexpr qapi::Range<uint64_t> kVirtioConsolePortsRange = {
    .low = 0,
    .high = 30,
    .unit = "",
};
constexpr qapi::Range<uint64_t> kVirtioConsolePortNamesRange = {
    .low = 0,
    .high = 30,
    .unit = "",
};

constexpr PropertyType kVirtioConsoleProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::VirtioConsoleProps::hotplugged>,
        .get = encode_property<&api::VirtioConsoleProps::hotplugged>,
    },

    {
        .name = "bus",
        .type = "link<virtio-bus>",
        .mandatory = true,
        .doc = "the transport that offers it to the guest; each has one device",
        .set = decode_property<&api::VirtioConsoleProps::bus>,
        .get = encode_property<&api::VirtioConsoleProps::bus>,
        .links = visit_links<&api::VirtioConsoleProps::bus>,
    },

    {
        .name = "packed",
        .type = "bool",
        .default_json = "false",
        .doc = "offer packed virtqueues, which a driver may use instead of split ones",
        .set = decode_property<&api::VirtioConsoleProps::packed>,
        .get = encode_property<&api::VirtioConsoleProps::packed>,
    },

    {
        .name = "event-idx",
        .type = "bool",
        .default_json = "true",
        .doc = "offer to say exactly when to interrupt and notify",
        .set = decode_property<&api::VirtioConsoleProps::event_idx>,
        .get = encode_property<&api::VirtioConsoleProps::event_idx>,
    },

    {
        .name = "indirect-desc",
        .type = "bool",
        .default_json = "true",
        .doc = "offer descriptors that lie outside of the queue",
        .set = decode_property<&api::VirtioConsoleProps::indirect_desc>,
        .get = encode_property<&api::VirtioConsoleProps::indirect_desc>,
    },

    {
        .name = "access-platform",
        .type = "bool",
        .default_json = "false",
        .doc = "insist on a driver that asks the platform how addresses are translated; here they "
               "are not",
        .set = decode_property<&api::VirtioConsoleProps::access_platform>,
        .get = encode_property<&api::VirtioConsoleProps::access_platform>,
    },

    {
        .name = "chardev",
        .type = "link<chardev>",
        .doc = "the other end of the console; without one, what is sent is lost",
        .set = decode_property<&api::VirtioConsoleProps::chardev>,
        .get = encode_property<&api::VirtioConsoleProps::chardev>,
        .links = visit_links<&api::VirtioConsoleProps::chardev>,
    },

    {
        .name = "ports",
        .type = "[link<chardev>]",
        .doc = "the other ends of more lines, from port 1 on (30 at most)",
        .set = decode_property<&api::VirtioConsoleProps::ports, kVirtioConsolePortsRange>,
        .get = encode_property<&api::VirtioConsoleProps::ports>,
        .links = visit_links<&api::VirtioConsoleProps::ports>,
    },

    {
        .name = "port-names",
        .type = "[str]",
        .doc = "how the guest calls these, the first is that of port 1; Linux makes "
               "`/dev/virtio-ports/NAME` of it",
        .set = decode_property<&api::VirtioConsoleProps::port_names, kVirtioConsolePortNamesRange>,
        .get = encode_property<&api::VirtioConsoleProps::port_names>,
    },

    {
        .name = "columns",
        .type = "uint16",
        .use = PropertyUse::Control,
        .default_json = "0",
        .doc = "width of the console in characters; 0: that of the terminal that @chardev is, "
               "followed as it changes, or else not known",
        .set = decode_property<&api::VirtioConsoleProps::columns>,
        .get = encode_property<&api::VirtioConsoleProps::columns>,
    },

    {
        .name = "rows",
        .type = "uint16",
        .use = PropertyUse::Control,
        .default_json = "0",
        .doc = "its height; likewise",
        .set = decode_property<&api::VirtioConsoleProps::rows>,
        .get = encode_property<&api::VirtioConsoleProps::rows>,
    },

    {
        .name = "overruns",
        .type = "uint64",
        .use = PropertyUse::Telemetry,
        .default_json = "0",
        .doc = "characters lost because the guest did not take them",
        .set = decode_property<&api::VirtioConsoleProps::overruns>,
        .get = encode_property<&api::VirtioConsoleProps::overruns>,
    },
};

constexpr Alias kVirtioConsoleAliases[] = {
    {
        .kind = AliasKind::Property,
        .name = "event_idx",
        .stands_for = "event-idx",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "indirect_desc",
        .stands_for = "indirect-desc",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "iommu_platform",
        .stands_for = "access-platform",
        .of = "qemu",
    },
};

constexpr PropertyType kVirtioBalloonProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::VirtioBalloonProps::hotplugged>,
        .get = encode_property<&api::VirtioBalloonProps::hotplugged>,
    },

    {
        .name = "bus",
        .type = "link<virtio-bus>",
        .mandatory = true,
        .doc = "the transport that offers it to the guest; each has one device",
        .set = decode_property<&api::VirtioBalloonProps::bus>,
        .get = encode_property<&api::VirtioBalloonProps::bus>,
        .links = visit_links<&api::VirtioBalloonProps::bus>,
    },

    {
        .name = "packed",
        .type = "bool",
        .default_json = "false",
        .doc = "offer packed virtqueues, which a driver may use instead of split ones",
        .set = decode_property<&api::VirtioBalloonProps::packed>,
        .get = encode_property<&api::VirtioBalloonProps::packed>,
    },

    {
        .name = "event-idx",
        .type = "bool",
        .default_json = "true",
        .doc = "offer to say exactly when to interrupt and notify",
        .set = decode_property<&api::VirtioBalloonProps::event_idx>,
        .get = encode_property<&api::VirtioBalloonProps::event_idx>,
    },

    {
        .name = "indirect-desc",
        .type = "bool",
        .default_json = "true",
        .doc = "offer descriptors that lie outside of the queue",
        .set = decode_property<&api::VirtioBalloonProps::indirect_desc>,
        .get = encode_property<&api::VirtioBalloonProps::indirect_desc>,
    },

    {
        .name = "access-platform",
        .type = "bool",
        .default_json = "false",
        .doc = "insist on a driver that asks the platform how addresses are translated; here they "
               "are not",
        .set = decode_property<&api::VirtioBalloonProps::access_platform>,
        .get = encode_property<&api::VirtioBalloonProps::access_platform>,
    },

    {
        .name = "deflate-on-oom",
        .type = "bool",
        .default_json = "false",
        .doc = "offer to let the guest take memory back before it runs out of it",
        .set = decode_property<&api::VirtioBalloonProps::deflate_on_oom>,
        .get = encode_property<&api::VirtioBalloonProps::deflate_on_oom>,
    },

    {
        .name = "free-page-reporting",
        .type = "bool",
        .default_json = "false",
        .doc = "offer to be told of memory that is free, which then needs no room on the host",
        .set = decode_property<&api::VirtioBalloonProps::free_page_reporting>,
        .get = encode_property<&api::VirtioBalloonProps::free_page_reporting>,
    },

    {
        .name = "guest-stats-polling-interval",
        .type = "uint32",
        .use = PropertyUse::Control,
        .default_json = "0",
        .doc = "ask the guest for its statistics that often; 0: never",
        .set = decode_property<&api::VirtioBalloonProps::guest_stats_polling_interval>,
        .get = encode_property<&api::VirtioBalloonProps::guest_stats_polling_interval>,
    },

    {
        .name = "guest-stats",
        .type = "BalloonGuestStats",
        .use = PropertyUse::Telemetry,
        .doc = "its last statistics",
        .set = decode_property<&api::VirtioBalloonProps::guest_stats>,
        .get = encode_property<&api::VirtioBalloonProps::guest_stats>,
    },
};

constexpr Alias kVirtioBalloonAliases[] = {
    {
        .kind = AliasKind::Property,
        .name = "event_idx",
        .stands_for = "event-idx",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "indirect_desc",
        .stands_for = "indirect-desc",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "iommu_platform",
        .stands_for = "access-platform",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Type,
        .name = "virtio-balloon-device",
        .stands_for = "virtio-balloon",
        .of = "qemu",
    },
};

constexpr PropertyType kVirtioKeyboardProperties[] = {
    {
        .name = "hotplugged",
        .type = "bool",
        .use = PropertyUse::Telemetry,
        .default_json = "false",
        .doc = "whether it was added after the machine was ready. False: to the guest it has "
               "always been there.",
        .set = decode_property<&api::VirtioKeyboardProps::hotplugged>,
        .get = encode_property<&api::VirtioKeyboardProps::hotplugged>,
    },

    {
        .name = "bus",
        .type = "link<virtio-bus>",
        .mandatory = true,
        .doc = "the transport that offers it to the guest; each has one device",
        .set = decode_property<&api::VirtioKeyboardProps::bus>,
        .get = encode_property<&api::VirtioKeyboardProps::bus>,
        .links = visit_links<&api::VirtioKeyboardProps::bus>,
    },

    {
        .name = "packed",
        .type = "bool",
        .default_json = "false",
        .doc = "offer packed virtqueues, which a driver may use instead of split ones",
        .set = decode_property<&api::VirtioKeyboardProps::packed>,
        .get = encode_property<&api::VirtioKeyboardProps::packed>,
    },

    {
        .name = "event-idx",
        .type = "bool",
        .default_json = "true",
        .doc = "offer to say exactly when to interrupt and notify",
        .set = decode_property<&api::VirtioKeyboardProps::event_idx>,
        .get = encode_property<&api::VirtioKeyboardProps::event_idx>,
    },

    {
        .name = "indirect-desc",
        .type = "bool",
        .default_json = "true",
        .doc = "offer descriptors that lie outside of the queue",
        .set = decode_property<&api::VirtioKeyboardProps::indirect_desc>,
        .get = encode_property<&api::VirtioKeyboardProps::indirect_desc>,
    },

    {
        .name = "access-platform",
        .type = "bool",
        .default_json = "false",
        .doc = "insist on a driver that asks the platform how addresses are translated; here they "
               "are not",
        .set = decode_property<&api::VirtioKeyboardProps::access_platform>,
        .get = encode_property<&api::VirtioKeyboardProps::access_platform>,
    },
};

constexpr Alias kVirtioKeyboardAliases[] = {
    {
        .kind = AliasKind::Property,
        .name = "event_idx",
        .stands_for = "event-idx",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "indirect_desc",
        .stands_for = "indirect-desc",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Property,
        .name = "iommu_platform",
        .stands_for = "access-platform",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Type,
        .name = "virtio-keyboard-device",
        .stands_for = "virtio-keyboard",
        .of = "qemu",
    },
};

constexpr ObjectType kTypes[85] = {
    {
        .name = "object",
        .is_abstract = true,
        .doc = "Anything that has a place in the tree.",
    },
    {
        .name = "device",
        .base = &kTypes[0],
        .is_abstract = true,
        .doc = "What can be mapped into address spaces, wired, and reset.",
        .properties = kDeviceProperties,
    },
    {
        .name = "backend",
        .base = &kTypes[0],
        .is_abstract = true,
        .doc = "What devices need from the host, and what exists without a machine.",
    },
    {
        .name = "accel",
        .base = &kTypes[0],
        .is_abstract = true,
        .doc = "What executes guest code.",
    },
    {
        .name = "container",
        .base = &kTypes[0],
        .hotplug = true,
        .doc = "An object that only holds others, as a folder does.",
        .create = create_container,
        .save = save_state<api::ContainerState>,
        .load = load_state<api::ContainerState>,
    },
    {
        .name = "chardev",
        .base = &kTypes[2],
        .is_abstract = true,
        .doc = "Where the bytes of a serial line come from and go to. It has one user at a time.",
    },
    {
        .name = "netdev",
        .base = &kTypes[2],
        .is_abstract = true,
        .doc = "Where the frames of a network card come from and go to. It has one user at a time.",
    },
    {
        .name = "blockdev",
        .base = &kTypes[2],
        .is_abstract = true,
        .doc = "Where the bytes of a disk are. It has either one user that writes, or any number "
               "that only read.",
        .properties = kBlockdevProperties,
    },
    {
        .name = "interp",
        .base = &kTypes[3],
        .doc = "Interprets guest code, on any host. All harts share one thread and take turns, "
               "unless each has its own.",
        .properties = kInterpProperties,
        .create = create_interp,
        .save = save_state<api::InterpState>,
        .load = load_state<api::InterpState>,
    },
    {
        .name = "filter-dump",
        .base = &kTypes[2],
        .doc = "Writes the frames that pass a network backend, in both directions, to a file that "
               "network analyzers read (pcap).",
        .properties = kFilterDumpProperties,
        .create = create_filter_dump,
        .save = save_state<api::FilterDumpState>,
        .load = load_state<api::FilterDumpState>,
    },
    {
        .name = "throttle-group",
        .base = &kTypes[2],
        .doc = "What all nodes of a group may ask for together.",
        .properties = kThrottleGroupProperties,
        .create = create_throttle_group,
        .save = save_state<api::ThrottleGroupState>,
        .load = load_state<api::ThrottleGroupState>,
    },
    {
        .name = "address-space",
        .base = &kTypes[1],
        .hotplug = true,
        .doc = "What a processor or another bus master sees: regions and other address spaces, "
               "mapped at addresses. Where nothing is mapped, an access\nfails.",
        .properties = kAddressSpaceProperties,
        .create = create_address_space,
        .save = save_state<api::AddressSpaceState>,
        .load = load_state<api::AddressSpaceState>,
    },
    {
        .name = "ram",
        .base = &kTypes[1],
        .hotplug = true,
        .doc = "Memory that can be read, written and executed. It is zero at power-on and keeps "
               "its contents over a reset. The host gives it\npages as they are first written.",
        .properties = kRamProperties,
        .ports = kRamPorts,
        .aliases = kRamAliases,
        .create = create_ram,
        .save = save_state<api::RamState>,
        .load = load_state<api::RamState>,
    },
    {
        .name = "rom",
        .base = &kTypes[1],
        .hotplug = true,
        .doc = "Memory that can be read and executed; what the guest writes is dropped. A loader "
               "fills it, before each reset.",
        .properties = kRomProperties,
        .ports = kRomPorts,
        .create = create_rom,
        .save = save_state<api::RomState>,
        .load = load_state<api::RomState>,
    },
    {
        .name = "loader",
        .base = &kTypes[1],
        .doc = "Puts a file into an address space at each reset: an ELF executable (32 or 64 bits, "
               "little-endian), a RISC-V kernel in the Image format,\nor anything else byte by "
               "byte. A kernel may be compressed by gzip or zstd, alone (Image.gz) or in a program "
               "of EFI that unpacks itself\n(vmlinuz.efi, of CONFIG_EFI_ZBOOT): what is loaded is "
               "the kernel in it. Other compressed files are loaded as they are.\nWhen an ELF file "
               "has the symbols `tohost` and `fromhost`, the guest's use of them (HTIF: exit code, "
               "console output) is understood.",
        .properties = kLoaderProperties,
        .ports = kLoaderPorts,
        .create = create_loader,
        .save = save_state<api::LoaderState>,
        .load = load_state<api::LoaderState>,
    },
    {
        .name = "riscv-hart",
        .base = &kTypes[1],
        .doc = "A RISC-V hart: M and U mode, S mode if `supervisor` is set; bare translation and "
               "Sv39, or Sv32 if it has 32 bits, deeper ones if `isa` names them; 16\nPMP "
               "entries.\n\nUnaligned loads and stores work everywhere in memory.  Accessed and "
               "dirty bits are set by the hart unless `isa` names `svade` or `svadu`.",
        .properties = kRiscvHartProperties,
        .ports = kRiscvHartPorts,
        .aliases = kRiscvHartAliases,
        .create = create_riscv_hart,
        .save = save_state<api::RiscvHartState>,
        .load = load_state<api::RiscvHartState>,
    },
    {
        .name = "riscv-cluster",
        .base = &kTypes[1],
        .doc = "RISC-V harts of one kind that see one address space. Each is a child `hart[i]`.",
        .properties = kRiscvClusterProperties,
        .ports = kRiscvClusterPorts,
        .aliases = kRiscvClusterAliases,
        .create = create_riscv_cluster,
        .save = save_state<api::RiscvClusterState>,
        .load = load_state<api::RiscvClusterState>,
    },
    {
        .name = "riscv-boot",
        .base = &kTypes[1],
        .doc = "Where the harts of a cluster start, and what they are told: the hart's number in "
               "a0 and the address of the device tree in a1, as the\nSBI and the Linux boot "
               "protocol have it; in a2 the address of a `fw_dynamic_info`, as OpenSBI's "
               "fw_dynamic\nfirmware expects it (OpenSBI, docs/firmware/fw_dynamic.md). The device "
               "tree, generated from the machine, is put at the end of memory.",
        .properties = kRiscvBootProperties,
        .create = create_riscv_boot,
        .save = save_state<api::RiscvBootState>,
        .load = load_state<api::RiscvBootState>,
    },
    {
        .name = "aclint-mswi",
        .base = &kTypes[1],
        .doc = "Machine-level software interrupts: a register for each hart, with which harts "
               "interrupt one another. RISC-V Advanced Core Local\nInterruptor specification "
               "1.0-rc4, chapter 3. The first 0x4000 bytes of a SiFive CLINT.",
        .properties = kAclintMswiProperties,
        .ports = kAclintMswiPorts,
        .compatible = kAclintMswiCompatible,
        .aliases = kAclintMswiAliases,
        .create = create_aclint_mswi,
        .save = save_state<api::AclintMswiState>,
        .load = load_state<api::AclintMswiState, &api::AclintMswiState::pending>,
    },
    {
        .name = "aclint-sswi",
        .base = &kTypes[1],
        .doc = "Supervisor-level software interrupts: a register for each hart, with which "
               "supervisors of harts interrupt one another without their firmware. "
               "RISC-V\nAdvanced Core Local Interruptor specification 1.0-rc4, chapter 4. A hart "
               "that was interrupted clears the bit SSIP of its CSR sip itself.",
        .properties = kAclintSswiProperties,
        .ports = kAclintSswiPorts,
        .compatible = kAclintSswiCompatible,
        .create = create_aclint_sswi,
        .save = save_state<api::AclintSswiState>,
        .load = load_state<api::AclintSswiState>,
    },
    {
        .name = "aclint-mtimer",
        .base = &kTypes[1],
        .doc = "The machine-level timer: one time for all harts, and a time for each at which it "
               "is interrupted. RISC-V Advanced Core Local\nInterruptor specification 1.0-rc4, "
               "chapter 2. Bytes 0x4000 to 0xbfff of a SiFive CLINT.",
        .properties = kAclintMtimerProperties,
        .ports = kAclintMtimerPorts,
        .compatible = kAclintMtimerCompatible,
        .aliases = kAclintMtimerAliases,
        .create = create_aclint_mtimer,
        .save = save_state<api::AclintMtimerState>,
        .load = load_state<api::AclintMtimerState, &api::AclintMtimerState::mtimecmp>,
    },
    {
        .name = "plic",
        .base = &kTypes[1],
        .doc = "Platform-level interrupt controller: hands the interrupts of devices to harts, by "
               "priority. RISC-V Platform-Level Interrupt\nController specification 1.0.0. Sources "
               "are level-triggered.",
        .properties = kPlicProperties,
        .ports = kPlicPorts,
        .compatible = kPlicCompatible,
        .aliases = kPlicAliases,
        .fdt_node = "plic",
        .fdt_properties = kPlicFdt,
        .create = create_plic,
        .save = save_state<api::PlicState>,
        .load = load_state<api::PlicState, &api::PlicState::priority, &api::PlicState::threshold>,
    },
    {
        .name = "imsic",
        .base = &kTypes[1],
        .doc = "Incoming message-signalled interrupt controllers of the harts of a cluster, at one "
               "privilege level: RISC-V Advanced Interrupt\nArchitecture 1.0, chapter 3. Whoever "
               "writes the number of an interrupt to a file makes it pending there. Harts see "
               "their file through mireg and mtopei, or\nsireg and stopei; their `isa` has to name "
               "`smaia` and `ssaia` for that. There are no files of guests of a hypervisor.",
        .properties = kImsicProperties,
        .ports = kImsicPorts,
        .compatible = kImsicCompatible,
        .fdt_node = "imsics",
        .fdt_properties = kImsicFdt,
        .create = create_imsic,
        .save = save_state<api::ImsicState>,
        .load =
            load_state<api::ImsicState, &api::ImsicState::delivery, &api::ImsicState::threshold>,
    },
    {
        .name = "aplic",
        .base = &kTypes[1],
        .doc =
            "A domain of an advanced platform-level interrupt controller: it hands the interrupts "
            "of devices to harts by priority, or sends\nmessages to their IMSICs. RISC-V Advanced "
            "Interrupt Architecture 1.0, chapter 4. Devices are wired to the domain of machine "
            "level, which\ncan delegate sources to its child, the domain of supervisor level.",
        .properties = kAplicProperties,
        .ports = kAplicPorts,
        .compatible = kAplicCompatible,
        .fdt_node = "aplic",
        .fdt_properties = kAplicFdt,
        .create = create_aplic,
        .save = save_state<api::AplicState>,
        .load = load_state<
            api::AplicState,
            &api::AplicState::sourcecfg,
            &api::AplicState::target,
            &api::AplicState::pending,
            &api::AplicState::enabled,
            &api::AplicState::inputs,
            &api::AplicState::idelivery,
            &api::AplicState::iforce,
            &api::AplicState::ithreshold>,
    },
    {
        .name = "or-gate",
        .base = &kTypes[1],
        .hotplug = true,
        .doc = "Joins several outputs into one: its output is high while any of its inputs is. An "
               "input has one driver, so this is how\ndevices share one.",
        .properties = kOrGateProperties,
        .ports = kOrGatePorts,
        .create = create_or_gate,
        .save = save_state<api::OrGateState>,
        .load = load_state<api::OrGateState, &api::OrGateState::level>,
    },
    {
        .name = "uart16550",
        .base = &kTypes[1],
        .doc = "A serial port with FIFOs of 16 bytes. National Semiconductor PC16550D data sheet "
               "(June 1995); section numbers in the source are\nits. Characters are sent and "
               "received at once, whatever the divisor; only the receive timeout keeps its pace.",
        .properties = kUart16550Properties,
        .ports = kUart16550Ports,
        .compatible = kUart16550Compatible,
        .aliases = kUart16550Aliases,
        .fdt_node = "serial",
        .fdt_properties = kUart16550Fdt,
        .create = create_uart16550,
        .save = save_state<api::Uart16550State>,
        .load = load_state<api::Uart16550State>,
    },
    {
        .name = "sifive-test",
        .base = &kTypes[1],
        .doc =
            "A register with which the guest ends: writing 0x5555 powers off, 0x7777 resets, and "
            "0x3333 reports a failure, whose code is in the\nupper 16 bits. The program's exit "
            "status is that code; 1 if it is 0, so that a failure never looks like a success.",
        .properties = kSifiveTestProperties,
        .ports = kSifiveTestPorts,
        .compatible = kSifiveTestCompatible,
        .aliases = kSifiveTestAliases,
        .fdt_node = "test",
        .create = create_sifive_test,
        .save = save_state<api::SifiveTestState>,
        .load = load_state<api::SifiveTestState>,
    },
    {
        .name = "sifive-uart",
        .base = &kTypes[1],
        .doc = "SiFive's serial port, with FIFOs of 8 characters. SiFive FE310-G002 Manual v1p0, "
               "chapter 18; the FU540-C000 has the same one\n(manual v1p0, chapter 13). Characters "
               "are sent and received at once, whatever the divisor.",
        .properties = kSifiveUartProperties,
        .ports = kSifiveUartPorts,
        .compatible = kSifiveUartCompatible,
        .aliases = kSifiveUartAliases,
        .fdt_node = "serial",
        .fdt_properties = kSifiveUartFdt,
        .create = create_sifive_uart,
        .save = save_state<api::SifiveUartState>,
        .load = load_state<api::SifiveUartState>,
    },
    {
        .name = "sifive-e-prci",
        .base = &kTypes[1],
        .doc =
            "The clocks of the FE310: two oscillators, a PLL, and which of them drives the chip. "
            "SiFive FE310-G002 Manual v1p0, chapter 6.\nOscillators and PLL are ready at once. The "
            "registers change nothing but what the guest, and `hfclk`, say of the clock.",
        .properties = kSifiveEPrciProperties,
        .ports = kSifiveEPrciPorts,
        .compatible = kSifiveEPrciCompatible,
        .aliases = kSifiveEPrciAliases,
        .fdt_node = "prci",
        .create = create_sifive_e_prci,
        .save = save_state<api::SifiveEPrciState>,
        .load = load_state<api::SifiveEPrciState>,
    },
    {
        .name = "sifive-e-aon",
        .base = &kTypes[1],
        .doc = "The always-on domain of the FE310: watchdog, real-time counter, and the registers "
               "that keep their contents while the rest sleeps.\nSiFive FE310-G002 Manual v1p0, "
               "chapters 13 to 16. The power management unit's registers are there, but nothing "
               "ever sleeps.",
        .properties = kSifiveEAonProperties,
        .ports = kSifiveEAonPorts,
        .compatible = kSifiveEAonCompatible,
        .aliases = kSifiveEAonAliases,
        .fdt_node = "aon",
        .create = create_sifive_e_aon,
        .save = save_state<api::SifiveEAonState>,
        .load = load_state<api::SifiveEAonState>,
    },
    {
        .name = "sifive-e-otp",
        .base = &kTypes[1],
        .doc = "One-time programmable memory of the FE310, with the registers that program it. "
               "SiFive FE310-G002 Manual v1p0, chapter 12.\nA bit can be programmed from 1 to 0 "
               "while `otp_vppen` and `otp_we` are set; what a loader puts there can be read.",
        .properties = kSifiveEOtpProperties,
        .ports = kSifiveEOtpPorts,
        .create = create_sifive_e_otp,
        .save = save_state<api::SifiveEOtpState>,
        .load = load_state<api::SifiveEOtpState>,
    },
    {
        .name = "sifive-u-prci",
        .base = &kTypes[1],
        .doc = "Clocks and resets of the FU540: the crystal, three PLLs, and the clock of the "
               "cores. SiFive FU540-C000 Manual v1p0, chapter 7.\nPLLs lock at once.",
        .properties = kSifiveUPrciProperties,
        .ports = kSifiveUPrciPorts,
        .compatible = kSifiveUPrciCompatible,
        .aliases = kSifiveUPrciAliases,
        .fdt_node = "clock-controller",
        .fdt_properties = kSifiveUPrciFdt,
        .create = create_sifive_u_prci,
        .save = save_state<api::SifiveUPrciState>,
        .load = load_state<api::SifiveUPrciState>,
    },
    {
        .name = "sifive-u-otp",
        .base = &kTypes[1],
        .doc =
            "One-time programmable memory of the FU540: 4096 words of 32 bits behind the pins of "
            "the memory macro. SiFive FU540-C000 Manual\nv1p0, chapter 18. It holds the board's "
            "serial number where the vendor's boot loaders look for it, the rest is blank.",
        .properties = kSifiveUOtpProperties,
        .ports = kSifiveUOtpPorts,
        .compatible = kSifiveUOtpCompatible,
        .aliases = kSifiveUOtpAliases,
        .fdt_node = "otp",
        .create = create_sifive_u_otp,
        .save = save_state<api::SifiveUOtpState>,
        .load = load_state<api::SifiveUOtpState>,
    },
    {
        .name = "sifive-ccache",
        .base = &kTypes[1],
        .doc = "Registers of the FU540's level 2 cache controller. SiFive FU540-C000 Manual v1p0, "
               "chapter 11. There is no cache behind them: ways\ncan be enabled, and lines "
               "flushed, without effect; no error ever happens.",
        .properties = kSifiveCcacheProperties,
        .ports = kSifiveCcachePorts,
        .compatible = kSifiveCcacheCompatible,
        .fdt_node = "cache-controller",
        .fdt_properties = kSifiveCcacheFdt,
        .create = create_sifive_ccache,
        .save = save_state<api::SifiveCcacheState>,
        .load = load_state<api::SifiveCcacheState>,
    },
    {
        .name = "sifive-gpio",
        .base = &kTypes[1],
        .doc = "SiFive's general-purpose input and output pins. SiFive FE310-G002 Manual v1p0, "
               "chapter 17; FU540-C000 Manual v1p0, chapter 17.\nAn input that nothing drives is "
               "low; pull-ups and drive strength are kept in the registers and change nothing. The "
               "functions\nthat hardware drives (`iof_en`) are not connected: their pins stay low.",
        .properties = kSifiveGpioProperties,
        .ports = kSifiveGpioPorts,
        .compatible = kSifiveGpioCompatible,
        .aliases = kSifiveGpioAliases,
        .fdt_node = "gpio",
        .fdt_properties = kSifiveGpioFdt,
        .create = create_sifive_gpio,
        .save = save_state<api::SifiveGpioState>,
        .load = load_state<api::SifiveGpioState>,
    },
    {
        .name = "gpio-key",
        .base = &kTypes[1],
        .doc = "A key that drives a line, which belongs on a pin of a GPIO controller. The guest's "
               "device tree has one node `gpio-keys` with all those that are "
               "(binding\ninput/gpio-keys). `send-key` presses it, and `system_powerdown` if its "
               "code is 116, KEY_POWER.",
        .properties = kGpioKeyProperties,
        .ports = kGpioKeyPorts,
        .create = create_gpio_key,
        .save = save_state<api::GpioKeyState>,
        .load = load_state<api::GpioKeyState>,
    },
    {
        .name = "sifive-spi",
        .base = &kTypes[1],
        .doc = "SiFive's serial peripheral interface; what is at its other end are the devices "
               "that name it. SiFive FE310-G002 Manual v1p0,\nchapter 19; FU540-C000 Manual v1p0, "
               "chapter 16. The window that shows a serial flash as memory is a `rom` of its own.",
        .properties = kSifiveSpiProperties,
        .ports = kSifiveSpiPorts,
        .compatible = kSifiveSpiCompatible,
        .aliases = kSifiveSpiAliases,
        .fdt_node = "spi",
        .fdt_properties = kSifiveSpiFdt,
        .create = create_sifive_spi,
        .save = save_state<api::SifiveSpiState>,
        .load = load_state<api::SifiveSpiState>,
    },
    {
        .name = "sifive-pwm",
        .base = &kTypes[1],
        .doc = "SiFive's pulse-width modulator: a counter and four comparators. SiFive FE310-G002 "
               "Manual v1p0, chapter 20.\nOutputs are levels of the comparators; gangs, centring "
               "and deglitching are kept in the registers and change nothing.",
        .properties = kSifivePwmProperties,
        .ports = kSifivePwmPorts,
        .compatible = kSifivePwmCompatible,
        .aliases = kSifivePwmAliases,
        .fdt_node = "pwm",
        .fdt_properties = kSifivePwmFdt,
        .create = create_sifive_pwm,
        .save = save_state<api::SifivePwmState>,
        .load = load_state<api::SifivePwmState>,
    },
    {
        .name = "ibex-uart",
        .base = &kTypes[1],
        .doc = "OpenTitan's serial port, with FIFOs of 32 characters. OpenTitan, uart Technical "
               "Specification; names of registers and fields\nare those of its data/uart.hjson. "
               "Characters are sent and received at once, whatever the baud rate; parity, noise "
               "filter\nand the line's override are kept in the registers and change nothing.",
        .properties = kIbexUartProperties,
        .ports = kIbexUartPorts,
        .compatible = kIbexUartCompatible,
        .aliases = kIbexUartAliases,
        .fdt_node = "serial",
        .create = create_ibex_uart,
        .save = save_state<api::IbexUartState>,
        .load = load_state<api::IbexUartState>,
    },
    {
        .name = "ibex-timer",
        .base = &kTypes[1],
        .doc =
            "OpenTitan's timer of the RISC-V hart: a counter of 64 bits with prescaler and step, "
            "and a comparator. OpenTitan, rv_timer\nTechnical Specification; names of registers "
            "and fields are those of its data/rv_timer.hjson, for one hart and one timer.",
        .properties = kIbexTimerProperties,
        .ports = kIbexTimerPorts,
        .compatible = kIbexTimerCompatible,
        .aliases = kIbexTimerAliases,
        .fdt_node = "timer",
        .create = create_ibex_timer,
        .save = save_state<api::IbexTimerState>,
        .load = load_state<api::IbexTimerState>,
    },
    {
        .name = "mailbox",
        .base = &kTypes[1],
        .hotplug = true,
        .doc = "Two processors that share no interrupt controller hand each other words through "
               "it. There are two sides, 0 and 1, with the same\nregisters; what one sends the "
               "other receives, and is interrupted. Channels hold a word in each direction and do "
               "not\ntouch one another. A channel takes 16 bytes: SEND at 0, RECEIVE at 4, STATUS "
               "at 8, ENABLE at 12. A write to SEND\nwhile the last word has not been received is "
               "dropped. STATUS bit 0: a word waits to be received; bit 1: one can\nbe sent. "
               "ENABLE: which of the two interrupt. Reading RECEIVE takes the word away.",
        .properties = kMailboxProperties,
        .ports = kMailboxPorts,
        .compatible = kMailboxCompatible,
        .fdt_node = "mailbox",
        .create = create_mailbox,
        .save = save_state<api::MailboxState>,
        .load = load_state<api::MailboxState>,
    },
    {
        .name = "hotplug-slot",
        .base = &kTypes[1],
        .doc = "A slot for one card, which can come and go while the guest runs: a device or a "
               "part that is added with the slot as its parent. The\nregisters are those of a slot "
               "of PCI Express (PCI Express Base Specification 5.0, 7.5.3.9 to 7.5.3.11) on plain "
               "addresses: SLTCAP\nat 0 (32 bits), SLTCTL at 4 and SLTSTA at 6 (16 bits each). "
               "There are an attention button, a power controller, a power and an "
               "attention\nindicator.\n\nWhen a card is plugged in, the presence changes and the "
               "button is pressed. When it is to go (device_del), the button is pressed; "
               "the\nguest lets go of it by turning power and power indicator off, or refuses by "
               "letting the indicator that it made\nblink shine again.",
        .properties = kHotplugSlotProperties,
        .ports = kHotplugSlotPorts,
        .compatible = kHotplugSlotCompatible,
        .fdt_node = "hotplug-slot",
        .create = create_hotplug_slot,
        .save = save_state<api::HotplugSlotState>,
        .load = load_state<api::HotplugSlotState>,
    },
    {
        .name = "pvpanic-mmio",
        .base = &kTypes[1],
        .doc = "A register with which the guest reports that it cannot go on. A Linux kernel finds "
               "it in the device tree, and writes to it when it panics.",
        .properties = kPvpanicMmioProperties,
        .ports = kPvpanicMmioPorts,
        .compatible = kPvpanicMmioCompatible,
        .aliases = kPvpanicMmioAliases,
        .fdt_node = "pvpanic",
        .create = create_pvpanic_mmio,
        .save = save_state<api::PvpanicMmioState>,
        .load = load_state<api::PvpanicMmioState>,
    },
    {
        .name = "acpi-sleep",
        .base = &kTypes[1],
        .doc = "The sleep registers of hardware-reduced ACPI (ACPI 6.5, 4.8.3.7). Writing to the "
               "control register with bit 5 (SLP_EN) set makes the machine go to\nwhere bits 2 to "
               "4 (SLP_TYP) say: 1 is S1, in which harts stand still with all they hold, until "
               "@wake or system_wakeup lets them go on; 5 is S5, off.",
        .properties = kAcpiSleepProperties,
        .ports = kAcpiSleepPorts,
        .create = create_acpi_sleep,
        .save = save_state<api::AcpiSleepState>,
        .load = load_state<api::AcpiSleepState>,
    },
    {
        .name = "dw-wdt",
        .base = &kTypes[1],
        .doc = "The DesignWare watchdog of Synopsys (DW_apb_wdt), found on many RISC-V and Arm "
               "chips. Once enabled it counts down from\n2^(16 + TOP) clocks; what follows when "
               "the guest does not restart it in time is set-action's `watchdog`.",
        .properties = kDwWdtProperties,
        .ports = kDwWdtPorts,
        .compatible = kDwWdtCompatible,
        .fdt_node = "watchdog",
        .fdt_properties = kDwWdtFdt,
        .create = create_dw_wdt,
        .save = save_state<api::DwWdtState>,
        .load = load_state<api::DwWdtState>,
    },
    {
        .name = "goldfish-rtc",
        .base = &kTypes[1],
        .doc =
            "The real-time clock of the Goldfish virtual platform: nanoseconds since 1970, with an "
            "alarm. Goldfish Virtual Hardware, \"RTC\"\n(platform/external/qemu, "
            "docs/GOLDFISH-VIRTUAL-HARDWARE.TXT, section IX). A half of the time, or of the alarm, "
            "that is not\nwritten stays as it is. While the guest is stopped, so is its alarm.",
        .properties = kGoldfishRtcProperties,
        .ports = kGoldfishRtcPorts,
        .compatible = kGoldfishRtcCompatible,
        .aliases = kGoldfishRtcAliases,
        .fdt_node = "rtc",
        .create = create_goldfish_rtc,
        .save = save_state<api::GoldfishRtcState>,
        .load = load_state<api::GoldfishRtcState>,
    },
    {
        .name = "pflash",
        .base = &kTypes[1],
        .doc =
            "NOR flash that is mapped as a memory, with the Intel command set: Common Flash Memory "
            "Interface (JEDEC JESD68.01), primary command\nset 0001 (Intel AP-646). It is a row of "
            "equal chips, beside each other on the bus, which all take the same commands. "
            "Its\ncontents can be read and executed as those of any memory until a command is "
            "written to it. Without @drive it is erased at\nfirst, and what is written is kept as "
            "long as the guest is, and in its snapshots. With one that cannot be written to, its "
            "blocks are locked.\n\nA block node that takes long to write is waited for: the flash "
            "is busy until what it was told is on the node. The node is flushed when\nnothing more "
            "has been written for a tenth of a second, and at the end.",
        .properties = kPflashProperties,
        .ports = kPflashPorts,
        .compatible = kPflashCompatible,
        .aliases = kPflashAliases,
        .fdt_node = "flash",
        .fdt_properties = kPflashFdt,
        .create = create_pflash,
        .save = save_state<api::PflashState>,
        .load = load_state<api::PflashState>,
    },
    {
        .name = "i2c-ocores",
        .base = &kTypes[1],
        .doc = "The I2C master of OpenCores: \"I2C-Master Core Specification\" 0.9. What is on its "
               "bus are the devices that name it. A byte takes no time.",
        .properties = kI2cOcoresProperties,
        .ports = kI2cOcoresPorts,
        .compatible = kI2cOcoresCompatible,
        .fdt_node = "i2c",
        .fdt_properties = kI2cOcoresFdt,
        .create = create_i2c_ocores,
        .save = save_state<api::I2cOcoresState>,
        .load = load_state<api::I2cOcoresState>,
    },
    {
        .name = "at24c256",
        .base = &kTypes[1],
        .doc = "A serial EEPROM of 32 KiB on an I2C bus: Atmel AT24C256 data sheet (0670). It is "
               "erased at first, all ones. Without @drive it keeps\nwhat is written as long as the "
               "guest is, and in its snapshots. Writing takes no time.",
        .properties = kAt24c256Properties,
        .compatible = kAt24c256Compatible,
        .fdt_node = "eeprom",
        .fdt_properties = kAt24c256Fdt,
        .create = create_at24c256,
        .save = save_state<api::At24c256State>,
        .load = load_state<api::At24c256State>,
    },
    {
        .name = "spi-nor",
        .base = &kTypes[1],
        .doc =
            "A serial NOR flash of 16 MiB on an SPI bus: Winbond W25Q128JV data sheet, revision F, "
            "with one data line. It is erased at first, all ones.\nWithout @drive it keeps what is "
            "written as long as the guest is, and in its snapshots; with one that cannot be "
            "written to it is locked. While the node\ntakes what was written, the flash is busy.",
        .properties = kSpiNorProperties,
        .ports = kSpiNorPorts,
        .compatible = kSpiNorCompatible,
        .fdt_node = "flash",
        .fdt_properties = kSpiNorFdt,
        .create = create_spi_nor,
        .save = save_state<api::SpiNorState>,
        .load = load_state<api::SpiNorState>,
    },
    {
        .name = "fw-cfg",
        .base = &kTypes[1],
        .doc = "QEMU's firmware configuration device: items that firmware and kernels read by "
               "number, and files that a directory names, through\na stream of bytes or by DMA. "
               "QEMU, \"QEMU Firmware Configuration (fw_cfg) Device\", version 3 of the interface "
               "(bits 0 and 1 of its ID). What there is in it are\nthe `fw-cfg-item`s that name "
               "it. Nothing can be written.",
        .properties = kFwCfgProperties,
        .ports = kFwCfgPorts,
        .compatible = kFwCfgCompatible,
        .fdt_node = "fw-cfg",
        .fdt_properties = kFwCfgFdt,
        .create = create_fw_cfg,
        .save = save_state<api::FwCfgState>,
        .load = load_state<api::FwCfgState>,
    },
    {
        .name = "fw-cfg-item",
        .base = &kTypes[1],
        .doc = "A file that a `fw-cfg` has for the guest, either a file of the host's or a text. "
               "It is read when the machine is made.",
        .properties = kFwCfgItemProperties,
        .create = create_fw_cfg_item,
        .save = save_state<api::FwCfgItemState>,
        .load = load_state<api::FwCfgItemState>,
    },
    {
        .name = "virtio-bus",
        .base = &kTypes[1],
        .is_abstract = true,
        .doc = "A transport: it offers one virtio device to the guest. Without a device it is "
               "there, and empty.",
        .properties = kVirtioBusProperties,
    },
    {
        .name = "virtio-device",
        .base = &kTypes[1],
        .is_abstract = true,
        .doc = "What all virtio devices have. They have no legacy interface.",
        .properties = kVirtioDeviceProperties,
        .aliases = kVirtioDeviceAliases,
    },
    {
        .name = "pci-bus",
        .base = &kTypes[1],
        .is_abstract = true,
        .doc = "What has PCI functions below itself.",
        .properties = kPciBusProperties,
    },
    {
        .name = "chardev-null",
        .base = &kTypes[5],
        .doc = "Takes everything and gives nothing.",
        .properties = kChardevNullProperties,
        .create = create_chardev_null,
        .save = save_state<api::ChardevNullState>,
        .load = load_state<api::ChardevNullState>,
    },
    {
        .name = "chardev-stdio",
        .base = &kTypes[5],
        .doc = "The terminal or the pipe that the program was started on. A terminal is put into "
               "raw mode as long as a device uses it. On a terminal Ctrl-A\nbegins a command: x "
               "leaves the emulator, h shows the others.",
        .properties = kChardevStdioProperties,
        .create = create_chardev_stdio,
        .save = save_state<api::ChardevStdioState>,
        .load = load_state<api::ChardevStdioState>,
    },
    {
        .name = "chardev-udp",
        .base = &kTypes[5],
        .doc = "A datagram socket. What is sent goes out in datagrams of up to 4096 bytes, and is "
               "lost where nobody takes it.",
        .properties = kChardevUdpProperties,
        .create = create_chardev_udp,
        .save = save_state<api::ChardevUdpState>,
        .load = load_state<api::ChardevUdpState>,
    },
    {
        .name = "chardev-file",
        .base = &kTypes[5],
        .doc = "Writes what is sent to a file, and takes what is received from another.",
        .properties = kChardevFileProperties,
        .create = create_chardev_file,
        .save = save_state<api::ChardevFileState>,
        .load = load_state<api::ChardevFileState>,
    },
    {
        .name = "chardev-pty",
        .base = &kTypes[5],
        .doc = "A pseudoterminal, as a terminal program opens it: query-chardev tells its name. "
               "While nobody has it open, what is sent is lost.",
        .properties = kChardevPtyProperties,
        .create = create_chardev_pty,
        .save = save_state<api::ChardevPtyState>,
        .load = load_state<api::ChardevPtyState>,
    },
    {
        .name = "chardev-ringbuf",
        .base = &kTypes[5],
        .doc = "Memory that keeps the last of what was sent, until ringbuf-read takes it. It gives "
               "nothing to the guest.",
        .properties = kChardevRingbufProperties,
        .create = create_chardev_ringbuf,
        .save = save_state<api::ChardevRingbufState>,
        .load = load_state<api::ChardevRingbufState>,
    },
    {
        .name = "chardev-socket",
        .base = &kTypes[5],
        .doc = "A stream socket, to which one peer at a time is connected. While there is none, "
               "what is sent is lost, as it is on a serial line without\na cable.",
        .properties = kChardevSocketProperties,
        .create = create_chardev_socket,
        .save = save_state<api::ChardevSocketState>,
        .load = load_state<api::ChardevSocketState>,
    },
    {
        .name = "netdev-null",
        .base = &kTypes[6],
        .doc = "Takes everything and gives nothing.",
        .create = create_netdev_null,
        .save = save_state<api::NetdevNullState>,
        .load = load_state<api::NetdevNullState>,
    },
    {
        .name = "netdev-user",
        .base = &kTypes[6],
        .doc =
            "A network of its own, whose router leads to the host's network without any privilege: "
            "TCP, UDP and pings go out as the\nhost's own, DHCP, DNS and TFTP are answered.",
        .properties = kNetdevUserProperties,
        .create = create_netdev_user,
        .save = save_state<api::NetdevUserState>,
        .load = load_state<api::NetdevUserState>,
    },
    {
        .name = "netdev-tap",
        .base = &kTypes[6],
        .doc = "A TAP interface of the host: what the guest sends arrives there, and the other way "
               "round.",
        .properties = kNetdevTapProperties,
        .create = create_netdev_tap,
        .save = save_state<api::NetdevTapState>,
        .load = load_state<api::NetdevTapState>,
    },
    {
        .name = "netdev-stream",
        .base = &kTypes[6],
        .doc = "A stream socket, to which one peer at a time is connected. While there is none, "
               "what is sent is lost, as it is on a cable that ends\nnowhere.",
        .properties = kNetdevStreamProperties,
        .create = create_netdev_stream,
        .save = save_state<api::NetdevStreamState>,
        .load = load_state<api::NetdevStreamState>,
    },
    {
        .name = "netdev-dgram",
        .base = &kTypes[6],
        .doc = "A datagram socket: each frame is a datagram.",
        .properties = kNetdevDgramProperties,
        .create = create_netdev_dgram,
        .save = save_state<api::NetdevDgramState>,
        .load = load_state<api::NetdevDgramState>,
    },
    {
        .name = "netdev-vhost-user",
        .base = &kTypes[6],
        .doc = "The front end of vhost-user, for any card of any machine. One back end at a time "
               "is connected, such as a switch in user space. While there is none, or it is\nnot "
               "ready yet, what is sent is lost, as it is on a cable that ends nowhere.\n\nTwo "
               "queues of 256 frames each and the frames in them are in memory of their own, which "
               "is made for each back end anew: it never sees the guest's. Each frame is\ncopied "
               "once more for that; in exchange it does not matter what the card is, and snapshots "
               "and migration have nothing to do with the back end.\n\nThe back end must offer "
               "VIRTIO_F_VERSION_1. Of what else it may offer only VHOST_USER_F_PROTOCOL_FEATURES "
               "and VHOST_USER_PROTOCOL_F_REPLY_ACK are taken. One that\nrefuses something, or "
               "breaks the rules, is logged and disconnected.",
        .properties = kNetdevVhostUserProperties,
        .create = create_netdev_vhost_user,
        .save = save_state<api::NetdevVhostUserState>,
        .load = load_state<api::NetdevVhostUserState>,
    },
    {
        .name = "blockdev-null-co",
        .base = &kTypes[7],
        .doc = "A node without a medium: what is written is lost.",
        .properties = kBlockdevNullCoProperties,
        .create = create_blockdev_null_co,
        .save = save_state<api::BlockdevNullCoState>,
        .load = load_state<api::BlockdevNullCoState>,
    },
    {
        .name = "blockdev-file",
        .base = &kTypes[7],
        .doc = "A file or a block device of the host.",
        .properties = kBlockdevFileProperties,
        .create = create_blockdev_file,
        .save = save_state<api::BlockdevFileState>,
        .load = load_state<api::BlockdevFileState>,
    },
    {
        .name = "blockdev-raw",
        .base = &kTypes[7],
        .doc = "A part of another node, or all of it, as it is.",
        .properties = kBlockdevRawProperties,
        .create = create_blockdev_raw,
        .save = save_state<api::BlockdevRawState>,
        .load = load_state<api::BlockdevRawState>,
    },
    {
        .name = "blockdev-qcow2",
        .base = &kTypes[7],
        .doc = "A disk image in the format qcow2, in another node.",
        .properties = kBlockdevQcow2Properties,
        .create = create_blockdev_qcow2,
        .save = save_state<api::BlockdevQcow2State>,
        .load = load_state<api::BlockdevQcow2State>,
    },
    {
        .name = "blockdev-nbd",
        .base = &kTypes[7],
        .doc = "An export of an NBD server.",
        .properties = kBlockdevNbdProperties,
        .create = create_blockdev_nbd,
        .save = save_state<api::BlockdevNbdState>,
        .load = load_state<api::BlockdevNbdState>,
    },
    {
        .name = "blockdev-throttle",
        .base = &kTypes[7],
        .doc = "Another node, with limits to what is asked of it.",
        .properties = kBlockdevThrottleProperties,
        .create = create_blockdev_throttle,
        .save = save_state<api::BlockdevThrottleState>,
        .load = load_state<api::BlockdevThrottleState>,
    },
    {
        .name = "blockdev-blkdebug",
        .base = &kTypes[7],
        .doc = "Another node, whose requests fail as told: for tests of what a guest, and who "
               "manages it, makes of a disk's errors.",
        .properties = kBlockdevBlkdebugProperties,
        .create = create_blockdev_blkdebug,
        .save = save_state<api::BlockdevBlkdebugState>,
        .load = load_state<api::BlockdevBlkdebugState>,
    },
    {
        .name = "virtio-mmio",
        .base = &kTypes[52],
        .doc = "A transport whose registers are in memory: VIRTIO 1.2, section 4.2, of version 2.",
        .properties = kVirtioMmioProperties,
        .ports = kVirtioMmioPorts,
        .compatible = kVirtioMmioCompatible,
        .aliases = kVirtioMmioAliases,
        .fdt_node = "virtio_mmio",
        .create = create_virtio_mmio,
        .save = save_state<api::VirtioMmioState>,
        .load = load_state<api::VirtioMmioState>,
    },
    {
        .name = "pcie-host",
        .base = &kTypes[54],
        .doc = "The root of a PCI Express hierarchy, with bus 0, and its configuration space in "
               "memory (ECAM: PCI Express Base Specification 5.0, 7.2.2),\nas the Linux binding "
               "`pci-host-ecam-generic` describes it. Where the functions' registers show in the "
               "machine are windows of the two\naddress spaces, which are mapped like others.",
        .properties = kPcieHostProperties,
        .ports = kPcieHostPorts,
        .compatible = kPcieHostCompatible,
        .fdt_node = "pci",
        .create = create_pcie_host,
        .save = save_state<api::PcieHostState>,
        .load = load_state<api::PcieHostState>,
    },
    {
        .name = "pcie-root-port",
        .base = &kTypes[54],
        .doc =
            "A root port of PCI Express: a bridge from bus 0 to a bus of its own, which is a slot "
            "for one card (device 0, with up to eight functions) that can\ncome and go while the "
            "guest runs. It has an attention button, a power controller, a power and an attention "
            "indicator, and tells the guest of\nall that happens by one message (MSI) or by pin "
            "INTA.\n\nBefore the machine is ready the functions of a card come in any order. From "
            "then on number 0 comes last: with it the guest is told that\nthere is a card. "
            "device_del presses the button, and all functions go together.",
        .properties = kPcieRootPortProperties,
        .create = create_pcie_root_port,
        .save = save_state<api::PcieRootPortState>,
        .load = load_state<api::PcieRootPortState>,
    },
    {
        .name = "virtio-pci",
        .base = &kTypes[52],
        .hotplug = true,
        .doc = "A transport that is a function of PCI Express: VIRTIO 1.2, section 4.1, without "
               "the legacy interface. What the guest sees is the device that\nnames it as its bus; "
               "without one the function is not there.",
        .properties = kVirtioPciProperties,
        .ports = kVirtioPciPorts,
        .create = create_virtio_pci,
        .save = save_state<api::VirtioPciState>,
        .load = load_state<api::VirtioPciState>,
    },
    {
        .name = "virtio-rng",
        .base = &kTypes[53],
        .hotplug = true,
        .doc = "Random numbers for the guest, those of the host: VIRTIO 1.2, section 5.4.",
        .properties = kVirtioRngProperties,
        .aliases = kVirtioRngAliases,
        .create = create_virtio_rng,
        .save = save_state<api::VirtioRngState>,
        .load = load_state<api::VirtioRngState>,
    },
    {
        .name = "virtio-blk",
        .base = &kTypes[53],
        .hotplug = true,
        .doc = "A disk: VIRTIO 1.2, section 5.2. Without write access to @drive it is read-only.",
        .properties = kVirtioBlkProperties,
        .aliases = kVirtioBlkAliases,
        .create = create_virtio_blk,
        .save = save_state<api::VirtioBlkState>,
        .load = load_state<api::VirtioBlkState>,
    },
    {
        .name = "virtio-net",
        .base = &kTypes[53],
        .hotplug = true,
        .doc = "A network card: VIRTIO 1.2, section 5.1. What the driver leaves to it, checksums "
               "and cutting into TCP segments, is done before a frame leaves the\ncard, so that it "
               "goes over any cable.",
        .properties = kVirtioNetProperties,
        .aliases = kVirtioNetAliases,
        .create = create_virtio_net,
        .save = save_state<api::VirtioNetState>,
        .load = load_state<api::VirtioNetState>,
    },
    {
        .name = "virtio-console",
        .base = &kTypes[53],
        .hotplug = true,
        .doc = "A console, and more serial lines if wanted: VIRTIO 1.2, section 5.3. Linux calls "
               "the console `hvc0`, and the others `vportNpM`.",
        .properties = kVirtioConsoleProperties,
        .aliases = kVirtioConsoleAliases,
        .create = create_virtio_console,
        .save = save_state<api::VirtioConsoleState>,
        .load = load_state<api::VirtioConsoleState>,
    },
    {
        .name = "virtio-balloon",
        .base = &kTypes[53],
        .hotplug = true,
        .doc =
            "Memory that the guest gives back while it does not need it: VIRTIO 1.2, section 5.5. "
            "The commands `balloon` and `query-balloon` say and tell\nhow much it is to keep.",
        .properties = kVirtioBalloonProperties,
        .aliases = kVirtioBalloonAliases,
        .create = create_virtio_balloon,
        .save = save_state<api::VirtioBalloonState>,
        .load = load_state<api::VirtioBalloonState>,
    },
    {
        .name = "virtio-keyboard",
        .base = &kTypes[53],
        .hotplug = true,
        .doc = "A keyboard with all keys that have a name: VIRTIO 1.2, section 5.8. `send-key` "
               "presses them, and `system_powerdown` its power key.",
        .properties = kVirtioKeyboardProperties,
        .aliases = kVirtioKeyboardAliases,
        .create = create_virtio_keyboard,
        .save = save_state<api::VirtioKeyboardState>,
        .load = load_state<api::VirtioKeyboardState>,
    },
};

// The rows in the order of their names.
constexpr const ObjectType* kByName[] = {
    &kTypes[3],  &kTypes[18], &kTypes[20], &kTypes[19], &kTypes[43], &kTypes[11], &kTypes[23],
    &kTypes[48], &kTypes[2],  &kTypes[7],  &kTypes[74], &kTypes[69], &kTypes[72], &kTypes[68],
    &kTypes[71], &kTypes[70], &kTypes[73], &kTypes[5],  &kTypes[58], &kTypes[55], &kTypes[59],
    &kTypes[60], &kTypes[61], &kTypes[56], &kTypes[57], &kTypes[4],  &kTypes[1],  &kTypes[44],
    &kTypes[9],  &kTypes[50], &kTypes[51], &kTypes[45], &kTypes[35], &kTypes[41], &kTypes[47],
    &kTypes[39], &kTypes[38], &kTypes[22], &kTypes[8],  &kTypes[14], &kTypes[40], &kTypes[6],
    &kTypes[66], &kTypes[62], &kTypes[65], &kTypes[64], &kTypes[63], &kTypes[67], &kTypes[0],
    &kTypes[24], &kTypes[54], &kTypes[76], &kTypes[77], &kTypes[46], &kTypes[21], &kTypes[42],
    &kTypes[12], &kTypes[17], &kTypes[16], &kTypes[15], &kTypes[13], &kTypes[33], &kTypes[29],
    &kTypes[30], &kTypes[28], &kTypes[34], &kTypes[37], &kTypes[36], &kTypes[26], &kTypes[32],
    &kTypes[31], &kTypes[27], &kTypes[49], &kTypes[10], &kTypes[25], &kTypes[83], &kTypes[80],
    &kTypes[52], &kTypes[82], &kTypes[53], &kTypes[84], &kTypes[75], &kTypes[81], &kTypes[78],
    &kTypes[79],
};

constexpr Alias kPaths[] = {
    {
        .kind = AliasKind::Path,
        .name = "/machine/peripheral",
        .stands_for = "/machine",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Path,
        .name = "/machine/unattached",
        .stands_for = "/machine",
        .of = "qemu",
    },

    {
        .kind = AliasKind::Path,
        .name = "/chardevs",
        .stands_for = "/objects",
        .of = "qemu",
    },
};

constexpr Alias kAssumed[] = {
    {
        .kind = AliasKind::Assumed,
        .name = "/machine/sysbus",
        .stands_for = "address-space",
        .of = "qemu",
    },
};

}  // namespace

std::span<const ObjectType> object_table() {
  return kTypes;
}

std::span<const Alias> path_aliases() {
  return kPaths;
}

std::span<const Alias> assumed_objects() {
  return kAssumed;
}

const ObjectType* find_object_type(std::string_view name) {
  const auto* found = std::ranges::lower_bound(kByName, name, {}, &ObjectType::name);
  return found != std::end(kByName) && (*found)->name == name ? *found : nullptr;
}

}  // namespace vm
