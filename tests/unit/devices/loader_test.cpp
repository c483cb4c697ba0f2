// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/loader.h"

#include <cstring>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/support/elf_file.h"
#include "tests/unit/support/fake_chardev.h"
#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/temporary_folder.h"
#include "vm/devices/address_space.h"

namespace vm {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using Ends = std::vector<std::pair<GuestEnd, int>>;

constexpr uint64_t kBase = 0x8000'0000;
constexpr uint64_t kTohost = kBase + 0x1000;
constexpr uint64_t kFromhost = kBase + 0x1040;

class LoaderTest : public testing::Test {
 protected:
  LoaderTest() { EXPECT_TRUE(bus_.map({.region = &ram_.region(0), .at = kBase})); }

  Loader& load(const std::vector<uint8_t>& file, qapi::Json properties = qapi::Json::object()) {
    properties["file"] = folder_.write("image", file);
    properties["space"] = "bus";
    return platform_.add<Loader>("loader", "fw", properties);
  }

  Loader& start(
      const std::vector<uint8_t>& file,
      const qapi::Json& properties = qapi::Json::object()
  ) {
    Loader& loader = load(file, properties);
    expect_ok(loader.on_machine_done());
    loader.reset();
    return loader;
  }

  template <typename T = uint64_t>
  T read(uint64_t at) {
    T value{};
    expect_ok(bus_.read(at, &value, sizeof(value)));
    return value;
  }

  template <typename T>
  void write(uint64_t at, T value) {
    expect_ok(bus_.write(at, &value, sizeof(value)));
  }

  static ElfOptions with_htif() {
    ElfOptions options;
    options.memory_size = 0x2000;
    options.symbols = {{"tohost", kTohost}, {"fromhost", kFromhost}};
    return options;
  }

  TemporaryFolder folder_;
  FakePlatform platform_{types_with_fake_chardev()};
  AddressSpace& bus_ = platform_.add<devices::AddressSpaceDevice>("address-space", "bus").space();
  Device& ram_ = platform_.add<Device>("ram", "ram", {{"size", "64K"}});
  FakeChardev& console_ = platform_.add<FakeChardev>("fake-chardev", "console");
};

TEST_F(LoaderTest, LoadsAtEachReset) {
  ram_.region(0).host[12] = 0x77;
  Loader& loader = start(make_elf64());
  EXPECT_EQ(loader.entry(), kBase + 4);
  EXPECT_EQ(loader.first(), kBase);
  EXPECT_EQ(loader.last(), kBase + 15);
  EXPECT_EQ(std::memcmp(ram_.region(0).host, "abcdefgh\0\0\0\0\0", 13), 0)
      << "zeros are loaded, too";

  ram_.region(0).host[0] = 'X';
  ram_.region(0).host[9] = 'Y';
  loader.reset();
  EXPECT_EQ(std::memcmp(ram_.region(0).host, "abcdefgh\0\0\0\0\0", 13), 0);
  EXPECT_EQ(get_property(loader, "entry").value(), std::to_string(kBase + 4));
}

TEST_F(LoaderTest, TheFileMayChangeOnceItIsLoaded) {
  Loader& loader = start(make_elf64());
  folder_.write("image", std::string("x"));
  loader.reset();
  EXPECT_EQ(ram_.region(0).host[0], 'a');
}

TEST_F(LoaderTest, SaysWhatIsWrongWithTheFile) {
  auto error = [this](const std::string& file) {
    return error_of(platform_.try_add("loader", "fw", {{"file", file}, {"space", "bus"}}));
  };
  EXPECT_EQ(error("/nowhere/x"), "cannot open '/nowhere/x': No such file or directory");
  EXPECT_EQ(error("/dev/zero"), "cannot open '/dev/zero': not a regular file");
  std::vector<uint8_t> elf = make_elf64();
  elf.resize(70);
  EXPECT_THAT(
      error(folder_.write("short", elf)),
      EndsWith("/short': the program headers are truncated")
  );
  EXPECT_THAT(
      error(folder_.write("raw", std::string("x"))),
      HasSubstr("'addr' must say where to put it")
  );
  EXPECT_EQ(platform_.root().child("fw"), nullptr);
}

TEST_F(LoaderTest, NeedsAnAddressSpace) {
  EXPECT_EQ(
      error_of(platform_.try_add("loader", "fw", {{"file", "x"}})),
      "fw: 'space' must name an address space"
  );
  EXPECT_EQ(
      error_of(platform_.try_add("loader", "fw", {{"file", "x"}, {"space", "ram"}})),
      "fw.space: /ram is a ram, not an address-space"
  );
}

TEST_F(LoaderTest, WhatDoesNotFitIsFoundWhenTheMachineIsComplete) {
  Loader& loader = load(std::vector<uint8_t>(0x10001, 1), {{"addr", kBase}});
  EXPECT_THAT(
      error_of(loader.on_machine_done()),
      EndsWith("/image' does not fit: nothing is mapped at 0x80010000 of bus")
  );
}

TEST_F(LoaderTest, ZerosWithoutEndDoNotTakeForever) {
  ElfOptions options;
  options.memory_size = uint64_t{1} << 60;
  Loader& loader = load(make_elf64(options));
  EXPECT_THAT(error_of(loader.on_machine_done()), HasSubstr("does not fit"));
}

TEST_F(LoaderTest, HtifEndsTheGuestWithItsCode) {
  start(make_elf64(with_htif()));
  write<uint64_t>(kTohost, 1);
  write<uint64_t>(kTohost, (42 << 1) | 1);
  EXPECT_EQ(platform_.shutdowns, (Ends{{GuestEnd::PowerOff, 0}, {GuestEnd::PowerOff, 42}}));
  EXPECT_EQ(read(kTohost), 0u);
}

TEST_F(LoaderTest, HtifWorksByHalves) {
  start(make_elf32(with_htif()));
  write<uint32_t>(kTohost, 7);
  EXPECT_EQ(platform_.shutdowns, (Ends{{GuestEnd::PowerOff, 3}}))
      << "some guests leave out the upper half";
  write<uint32_t>(kTohost + 4, 0);
  EXPECT_EQ(platform_.shutdowns.size(), 1u);
}

TEST_F(LoaderTest, HtifPrints) {
  start(make_elf64(with_htif()), {{"chardev", "console"}});
  for (char c : std::string("hi")) {
    write<uint64_t>(kTohost, 0x0101'0000'0000'0000 | static_cast<uint8_t>(c));
    EXPECT_EQ(read(kTohost), 0u);
    EXPECT_EQ(read(kFromhost), 0x0101'0000'0000'0000u);
    write<uint64_t>(kFromhost, 0);
  }
  EXPECT_EQ(console_.take(), "hi");
}

TEST_F(LoaderTest, HtifWaitsForAFullConsole) {
  start(make_elf64(with_htif()), {{"chardev", "console"}});
  console_.fill_but(0);
  write<uint64_t>(kTohost, 0x0101'0000'0000'0000 | 'x');
  EXPECT_NE(read(kTohost), 0u);
  console_.take();
  EXPECT_EQ(read(kTohost), 0u);
  EXPECT_EQ(console_.take(), "x");
}

TEST_F(LoaderTest, HtifCallsTheSystem) {
  start(make_elf64(with_htif()), {{"chardev", "console"}});
  const uint64_t call[4] = {64, 1, kBase, 3};  // write(1, "abc", 3)
  expect_ok(bus_.write(kBase + 0x800, call, sizeof(call)));
  write<uint64_t>(kTohost, kBase + 0x800);
  EXPECT_EQ(console_.take(), "abc");
  EXPECT_EQ(read(kBase + 0x800), 3u);
  EXPECT_EQ(read(kFromhost), 1u);

  write<uint64_t>(kBase + 0x800, 9999);
  write<uint64_t>(kTohost, kBase + 0x800);
  EXPECT_EQ(read(kBase + 0x800), static_cast<uint64_t>(-38));

  write<uint64_t>(kTohost, 0x1000);
  EXPECT_EQ(platform_.guest_log.size(), 1u) << "nothing is mapped there";
  write<uint64_t>(kTohost, 0x0200'0000'0000'0000);
  EXPECT_EQ(platform_.guest_log.back(), "/fw: HTIF request 0x200000000000000 is unknown");
}

TEST_F(LoaderTest, TheWordsOfHtifGoWithTheLoader) {
  Loader& loader = start(make_elf64(with_htif()));
  EXPECT_EQ(bus_.mappings().size(), 3u);
  platform_.root().remove_child(loader);
  EXPECT_EQ(bus_.mappings().size(), 1u);
}

}  // namespace
}  // namespace vm
