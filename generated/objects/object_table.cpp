// Generated from schema/ by codegen/templates/object_table.cpp.j2.  Do not edit.

#include "generated/objects/object_table.h"

#include <algorithm>

#include "generated/objects/aclint_mswi.h"
#include "generated/objects/aclint_mtimer.h"
#include "generated/objects/address_space.h"
#include "generated/objects/chardev_file.h"
#include "generated/objects/chardev_null.h"
#include "generated/objects/chardev_socket.h"
#include "generated/objects/chardev_stdio.h"
#include "generated/objects/container.h"
#include "generated/objects/interp.h"
#include "generated/objects/loader.h"
#include "generated/objects/objects.h"
#include "generated/objects/plic.h"
#include "generated/objects/pvpanic_mmio.h"
#include "generated/objects/ram.h"
#include "generated/objects/riscv_boot.h"
#include "generated/objects/riscv_cluster.h"
#include "generated/objects/riscv_hart.h"
#include "generated/objects/rom.h"
#include "generated/objects/sifive_test.h"
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

};

constexpr PortType kRamPorts[] = {
    {
        .name = "mem",
        .kind = PortKind::Mmio,
        .region_kind = RegionKind::Ram,
        .size = {.property = number_property<&api::RamProps::size>},
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

constexpr FdtProperty kPlicFdt[] = {
    {.name = "interrupt-controller", .json = "true"},

    {.name = "#interrupt-cells", .json = "1"},

    {.name = "#address-cells", .json = "0"},

    {.name = "riscv,ndev", .property = "num-sources"},

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

constexpr ObjectType kTypes[24] = {
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
        .name = "interp",
        .base = &kTypes[3],
        .doc = "Interprets guest code, on any host. All harts share one thread and take turns.",
        .properties = kInterpProperties,
        .create = create_interp,
        .save = save_state<api::InterpState>,
        .load = load_state<api::InterpState>,
    },
    {
        .name = "address-space",
        .base = &kTypes[1],
        .doc =
            "What a processor or another bus master sees: regions and other address spaces, mapped "
            "at addresses. It spans all 2^64\naddresses; where nothing is mapped, an access fails.",
        .properties = kAddressSpaceProperties,
        .create = create_address_space,
        .save = save_state<api::AddressSpaceState>,
        .load = load_state<api::AddressSpaceState>,
    },
    {
        .name = "ram",
        .base = &kTypes[1],
        .doc = "Memory that can be read, written and executed. It is zero at power-on and keeps "
               "its contents over a reset. The host gives it\npages as they are first written.",
        .properties = kRamProperties,
        .ports = kRamPorts,
        .create = create_ram,
        .save = save_state<api::RamState>,
        .load = load_state<api::RamState>,
    },
    {
        .name = "rom",
        .base = &kTypes[1],
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
        .doc = "A RISC-V hart: M, S and U mode, Sv39 and bare translation, 16 PMP "
               "entries.\n\nUnaligned loads and stores work everywhere in memory; accessed and "
               "dirty bits are set by the\nhart.",
        .properties = kRiscvHartProperties,
        .ports = kRiscvHartPorts,
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
        .fdt_node = "plic",
        .fdt_properties = kPlicFdt,
        .create = create_plic,
        .save = save_state<api::PlicState>,
        .load = load_state<api::PlicState, &api::PlicState::priority, &api::PlicState::threshold>,
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
        .fdt_node = "test",
        .create = create_sifive_test,
        .save = save_state<api::SifiveTestState>,
        .load = load_state<api::SifiveTestState>,
    },
    {
        .name = "pvpanic-mmio",
        .base = &kTypes[1],
        .doc = "A register with which the guest reports that it cannot go on. A Linux kernel finds "
               "it in the device tree, and writes to it when it panics.",
        .properties = kPvpanicMmioProperties,
        .ports = kPvpanicMmioPorts,
        .compatible = kPvpanicMmioCompatible,
        .fdt_node = "pvpanic",
        .create = create_pvpanic_mmio,
        .save = save_state<api::PvpanicMmioState>,
        .load = load_state<api::PvpanicMmioState>,
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
};

// The rows in the order of their names.
constexpr const ObjectType* kByName[] = {
    &kTypes[3],  &kTypes[14], &kTypes[15], &kTypes[7],  &kTypes[2],  &kTypes[5],
    &kTypes[22], &kTypes[20], &kTypes[23], &kTypes[21], &kTypes[4],  &kTypes[1],
    &kTypes[6],  &kTypes[10], &kTypes[0],  &kTypes[16], &kTypes[19], &kTypes[8],
    &kTypes[13], &kTypes[12], &kTypes[11], &kTypes[9],  &kTypes[18], &kTypes[17],
};

}  // namespace

std::span<const ObjectType> object_table() {
  return kTypes;
}

const ObjectType* find_object_type(std::string_view name) {
  const auto* found = std::ranges::lower_bound(kByName, name, {}, &ObjectType::name);
  return found != std::end(kByName) && (*found)->name == name ? *found : nullptr;
}

}  // namespace vm
