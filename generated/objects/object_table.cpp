// Generated from schema/ by codegen/templates/object_table.cpp.j2.  Do not edit.

#include "generated/objects/object_table.h"

#include <algorithm>

#include "generated/objects/aclint_mswi.h"
#include "generated/objects/aclint_mtimer.h"
#include "generated/objects/acpi_sleep.h"
#include "generated/objects/address_space.h"
#include "generated/objects/blockdev_file.h"
#include "generated/objects/blockdev_null_co.h"
#include "generated/objects/blockdev_raw.h"
#include "generated/objects/chardev_file.h"
#include "generated/objects/chardev_null.h"
#include "generated/objects/chardev_socket.h"
#include "generated/objects/chardev_stdio.h"
#include "generated/objects/container.h"
#include "generated/objects/dw_wdt.h"
#include "generated/objects/filter_dump.h"
#include "generated/objects/hotplug_slot.h"
#include "generated/objects/ibex_timer.h"
#include "generated/objects/ibex_uart.h"
#include "generated/objects/interp.h"
#include "generated/objects/loader.h"
#include "generated/objects/mailbox.h"
#include "generated/objects/netdev_dgram.h"
#include "generated/objects/netdev_null.h"
#include "generated/objects/netdev_stream.h"
#include "generated/objects/netdev_tap.h"
#include "generated/objects/netdev_user.h"
#include "generated/objects/objects.h"
#include "generated/objects/or_gate.h"
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
#include "generated/objects/uart16550.h"

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

constexpr PropertyType kInterpProperties[] = {
    {
        .name = "slice",
        .type = "uint32",
        .default_json = "20000",
        .doc = "instructions that a hart executes before the next one has its turn",
        .set = decode_property<&api::InterpProps::slice, kInterpSliceRange>,
        .get = encode_property<&api::InterpProps::slice>,
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
        .doc = "what the hart implements, as a device tree's `riscv,isa` writes it.  What the "
               "string\nleaves out raises an illegal-instruction exception.",
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
        .name = "instructions",
        .type = "uint64",
        .use = PropertyUse::Telemetry,
        .doc = "instructions retired since the start",
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
               "chapter 36)",
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

constexpr PropertyType kChardevStdioProperties[] = {
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

constexpr PropertyType kChardevFileProperties[] = {
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

constexpr qapi::Range<int64_t> kChardevSocketReconnectRange = {
    .low = 0,
    .high = 86400,
    .unit = "s",
};

constexpr PropertyType kChardevSocketProperties[] = {
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

constexpr ObjectType kTypes[52] = {
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
        .doc = "Interprets guest code, on any host. All harts share one thread and take turns.",
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
               "byte. When an ELF file has the symbols `tohost` and `fromhost`, the guest's use of "
               "them\n(HTIF: exit code, console output) is understood.",
        .properties = kLoaderProperties,
        .ports = kLoaderPorts,
        .create = create_loader,
        .save = save_state<api::LoaderState>,
        .load = load_state<api::LoaderState>,
    },
    {
        .name = "riscv-hart",
        .base = &kTypes[1],
        .doc = "A RISC-V hart: M and U mode, S mode if `supervisor` is set; Sv39 and bare "
               "translation, 16 PMP entries.\n\nUnaligned loads and stores work everywhere in "
               "memory; accessed and dirty bits are set by the\nhart.",
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
        .name = "sifive-spi",
        .base = &kTypes[1],
        .doc = "SiFive's serial peripheral interface, without anything at its other end: what is "
               "received are ones. SiFive FE310-G002 Manual v1p0,\nchapter 19; FU540-C000 Manual "
               "v1p0, chapter 16. The window that shows a serial flash as memory is a `rom` of its "
               "own.",
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
        .name = "chardev-null",
        .base = &kTypes[5],
        .doc = "Takes everything and gives nothing.",
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
        .name = "chardev-file",
        .base = &kTypes[5],
        .doc = "Writes what is sent to a file, and takes what is received from another.",
        .properties = kChardevFileProperties,
        .create = create_chardev_file,
        .save = save_state<api::ChardevFileState>,
        .load = load_state<api::ChardevFileState>,
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
};

// The rows in the order of their names.
constexpr const ObjectType* kByName[] = {
    &kTypes[3],  &kTypes[17], &kTypes[18], &kTypes[38], &kTypes[10], &kTypes[2],  &kTypes[7],
    &kTypes[50], &kTypes[49], &kTypes[51], &kTypes[5],  &kTypes[42], &kTypes[40], &kTypes[43],
    &kTypes[41], &kTypes[4],  &kTypes[1],  &kTypes[39], &kTypes[9],  &kTypes[36], &kTypes[34],
    &kTypes[33], &kTypes[8],  &kTypes[13], &kTypes[35], &kTypes[6],  &kTypes[48], &kTypes[44],
    &kTypes[47], &kTypes[46], &kTypes[45], &kTypes[0],  &kTypes[20], &kTypes[19], &kTypes[37],
    &kTypes[11], &kTypes[16], &kTypes[15], &kTypes[14], &kTypes[12], &kTypes[29], &kTypes[25],
    &kTypes[26], &kTypes[24], &kTypes[30], &kTypes[32], &kTypes[31], &kTypes[22], &kTypes[28],
    &kTypes[27], &kTypes[23], &kTypes[21],
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
