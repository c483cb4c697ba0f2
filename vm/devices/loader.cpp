// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/loader.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include <fmt/format.h>
#include <sys/stat.h>

#include "generated/objects/loader.h"

#include "vm/backends/chardev.h"
#include "vm/devices/address_space.h"
#include "vm/devices/htif.h"
#include "vm/devices/image.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

constexpr auto kHtif = static_cast<unsigned>(api::LoaderPort::kHtif);
constexpr int kHtifPriority = 1 << 20;  // above the memory that the words are in
constexpr uint64_t kFromhost = 8;       // offset in the region

constexpr std::array<uint8_t, 4096> kZeros{};

constexpr off_t kLargestFile = off_t{1} << 31;

// Of the RISC-V Linux ABI, as proxied by HTIF.
constexpr uint64_t kSysWrite = 64;
constexpr uint64_t kSysExit = 93;
constexpr uint64_t kNotImplemented = static_cast<uint64_t>(-ENOSYS);

Result<std::vector<uint8_t>> read_file(const std::string& path) {
  auto cannot_open = [&path](const char* why) {
    return fail(fmt::format("cannot open '{}': {}", path, why));
  };
  struct stat info {};
  if (stat(path.c_str(), &info) != 0) return cannot_open(std::strerror(errno));
  if (!S_ISREG(info.st_mode)) return cannot_open("not a regular file");
  if (info.st_size > kLargestFile) return cannot_open("larger than 2 GiB");

  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(
      std::fopen(path.c_str(), "rbe"),
      std::fclose
  );
  if (file == nullptr) return cannot_open(std::strerror(errno));
  std::vector<uint8_t> bytes(static_cast<size_t>(info.st_size));
  bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file.get()));
  if (std::ferror(file.get()) != 0) return fail(fmt::format("cannot read '{}'", path));
  return bytes;
}

class FileLoader final : public Typed<Loader, api::LoaderProps, api::LoaderState>,
                         public ChardevUser {
 public:
  explicit FileLoader(Platform& platform) : platform_(platform) {}

  uint64_t entry() const override { return props_.entry; }
  uint64_t first() const override { return props_.first; }
  uint64_t last() const override { return props_.last; }

  void reset() override {
    state_ = {};
    Result<> loaded = load();
    if (!loaded) platform_.log_guest(path(), loaded.error().desc);
  }

  /// The map is complete only now.
  Result<> on_machine_done() override {
    Result<> fits = check_fits();
    if (!fits)
      return fail(fmt::format("{}: '{}' does not fit: {}", name(), props_.file, fits.error().desc));
    return map_htif();
  }

  void on_machine_undone() override { unmap_htif(); }

  uint64_t mmio_read(unsigned, uint64_t offset, unsigned size) override {
    uint64_t word = offset < kFromhost ? state_.tohost : state_.fromhost;
    uint64_t value = 0;
    std::memcpy(&value, reinterpret_cast<const uint8_t*>(&word) + offset % 8, clip(offset, size));
    return value;
  }

  void mmio_write(unsigned, uint64_t offset, uint64_t value, unsigned size) override {
    uint64_t& word = offset < kFromhost ? state_.tohost : state_.fromhost;
    std::memcpy(reinterpret_cast<uint8_t*>(&word) + offset % 8, &value, clip(offset, size));
    if (offset < kFromhost && completes_htif(offset, value, size)) handle_request();
  }

  // The console of HTIF has no input here.
  size_t can_receive() override { return 0; }
  void receive(std::span<const uint8_t>) override {}
  void on_writable() override { handle_request(); }

 protected:
  Result<> on_realize() override {
    space_ = linked<devices::AddressSpaceDevice>(props_.space);
    if (space_ == nullptr) return fail(name() + ": 'space' must name an address space");
    std::vector<uint8_t> bytes = TRY(read_file(props_.file));
    ImageOptions options{.addr = props_.addr, .machine = props_.elf_machine, .xlen = props_.xlen};
    Result<Image> image = read_image(std::move(bytes), options);
    if (!image)
      return fail(fmt::format("{}: cannot load '{}': {}", name(), props_.file, image.error().desc));
    image_ = *std::move(image);
    props_.entry = image_.entry;
    props_.first = image_.first();
    props_.last = image_.last();
    chardev_ = linked<Chardev>(props_.chardev);
    return chardev_ != nullptr ? chardev_->attach(*this, path()) : Result<>();
  }

  void on_unrealize() override {
    unmap_htif();
    if (chardev_ != nullptr) chardev_->detach(*this);
    chardev_ = nullptr;
    space_ = nullptr;
  }

 private:
  /// Accesses do not cross from one word into the other.
  static size_t clip(uint64_t offset, unsigned size) {
    return std::min<size_t>(size, 8 - offset % 8);
  }

  Result<> check_fits() const {
    for (const Segment& segment : image_.segments) {
      TRY(space_->space().check_mapped(segment.at, segment.size()));
    }
    return space_->space().check_mapped(image_.first(), image_.reserved);
  }

  Result<> load() const {
    for (const Segment& segment : image_.segments) {
      TRY(space_->space().load(segment.at, segment.bytes.data(), segment.bytes.size()));
      TRY(load_zeros(segment.at + segment.bytes.size(), segment.zeros));
    }
    return {};
  }

  Result<> load_zeros(uint64_t at, uint64_t size) const {
    while (size > 0) {
      uint64_t piece = std::min<uint64_t>(size, kZeros.size());
      TRY(space_->space().load(at, kZeros.data(), piece));
      at += piece;
      size -= piece;
    }
    return {};
  }

  Result<> map_htif() {
    if (!image_.tohost || !image_.fromhost || !htif_mappings_.empty()) return {};
    TRY(map_word(*image_.tohost, 0));
    return map_word(*image_.fromhost, kFromhost);
  }

  void unmap_htif() {
    for (const Mapping& mapping : htif_mappings_) {
      space_->space().unmap(mapping);
    }
    htif_mappings_.clear();
  }

  Result<> map_word(uint64_t at, uint64_t offset) {
    Mapping mapping{
        .region = &region(kHtif),
        .space = nullptr,
        .at = at,
        .offset = offset,
        .size = sizeof(uint64_t),
        .priority = kHtifPriority,
    };
    TRY(space_->space().map(mapping));
    htif_mappings_.push_back(mapping);
    return {};
  }

  void handle_request() {
    HtifRequest request = decode_htif(state_.tohost);
    switch (request.kind) {
      case HtifRequest::Kind::None:
      case HtifRequest::Kind::Get: break;
      case HtifRequest::Kind::Exit: end(request.value); break;
      case HtifRequest::Kind::Syscall: handle_syscall(request.value); break;
      case HtifRequest::Kind::Put:
        if (!put(static_cast<uint8_t>(request.value)))
          return;  // the guest waits until the word is cleared
        break;
      case HtifRequest::Kind::Unknown:
        platform_.log_guest(path(), fmt::format("HTIF request {:#x} is unknown", request.value));
        break;
    }
    if (request.kind != HtifRequest::Kind::Get && request.answer != 0)
      state_.fromhost = request.answer;
    state_.tohost = 0;
  }

  void end(uint64_t status) {
    platform_.request_shutdown(GuestEnd::PowerOff, static_cast<int>(status));
  }

  bool put(uint8_t character) {
    return chardev_ == nullptr || chardev_->write({&character, 1}) == 1;
  }

  /// The number, three arguments; the result replaces the number.
  void handle_syscall(uint64_t at) {
    std::array<uint64_t, 4> words{};
    if (!space_->space().read(at, words.data(), sizeof(words))) {
      platform_.log_guest(
          path(),
          fmt::format("HTIF system call at {:#x}, where nothing is mapped", at)
      );
      return;
    }
    uint64_t result = kNotImplemented;
    if (words[0] == kSysExit) end(words[1]);
    if (words[0] == kSysWrite) result = write_console(words[2], words[3]);
    (void)space_->space().write(at, &result, sizeof(result));  // it could be read there
  }

  uint64_t write_console(uint64_t at, uint64_t size) {
    std::vector<uint8_t> text(std::min<uint64_t>(size, Chardev::kBufferSize));
    if (!space_->space().read(at, text.data(), text.size())) return static_cast<uint64_t>(-EFAULT);
    return chardev_ != nullptr ? chardev_->write(text) : text.size();
  }

  Platform& platform_;
  devices::AddressSpaceDevice* space_ = nullptr;
  Chardev* chardev_ = nullptr;
  Image image_;
  std::vector<Mapping> htif_mappings_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_loader(Platform& platform) {
  return std::make_unique<FileLoader>(platform);
}

}  // namespace vm
