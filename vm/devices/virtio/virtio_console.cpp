// SPDX-License-Identifier: Apache-2.0
//
// The console device: VIRTIO 1.2, section 5.3. With more ports than the console, a pair of queues
// carries messages about them.

#include "generated/objects/virtio_console.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include <fmt/format.h>

#include "vm/backends/chardev.h"
#include "vm/devices/virtio/buffer_stream.h"
#include "vm/devices/virtio/config_fields.h"
#include "vm/devices/virtio/virtio_device.h"

namespace vm {
namespace {

constexpr uint16_t kDeviceId = 3;
constexpr uint16_t kQueueSize = 128;

// Feature bits (5.3.3).
constexpr unsigned kSize = 0;
constexpr unsigned kMultiport = 1;
constexpr unsigned kEmergencyWrite = 2;

constexpr uint64_t kEmergencyWriteAt = 8;  // of the configuration

// Queues (5.3.2).
constexpr unsigned kControlIn = 2;
constexpr unsigned kControlOut = 3;

/// A message about a port (5.3.6.2).
struct Message {
  uint32_t port;
  uint16_t event;
  uint16_t value;
};
static_assert(sizeof(Message) == 8);

enum Event : uint16_t {
  kDeviceReady = 0,
  kDeviceAdd = 1,
  kPortReady = 3,
  kConsolePort = 4,
  kResize = 5,
  kPortOpen = 6,
  kPortName = 7,
};

// More than a driver can be owed, unless it asks again and again without listening.
constexpr size_t kMostMessages = 1024;

constexpr size_t kPiece = 4096;

constexpr unsigned input_queue(unsigned port) {
  return port == 0 ? 0 : 2 * port + 2;
}
constexpr unsigned output_queue(unsigned port) {
  return input_queue(port) + 1;
}
constexpr unsigned port_of(unsigned queue) {
  return queue < 2 ? 0 : queue / 2 - 1;
}

class VirtioConsole final : public VirtioCard<api::VirtioConsoleProps, api::VirtioConsoleState> {
 public:
  explicit VirtioConsole(Platform& platform) : VirtioCard(platform) {}

  uint16_t device_id() const override { return kDeviceId; }

  /// The lengths of these are not declared: a file can hold any.
  void on_loaded() override {
    state_.opened.resize(port_count());
    state_.sent.resize(port_count());
    VirtioCard::on_loaded();
  }

 protected:
  std::vector<uint16_t> queue_sizes() const override {
    const unsigned queues = port_count() == 1 ? 2 : 2 * port_count() + 2;
    return std::vector<uint16_t>(queues, kQueueSize);
  }

  uint64_t own_features() const override {
    uint64_t features = virtio::bit(kSize) | virtio::bit(kEmergencyWrite);
    if (port_count() > 1) features |= virtio::bit(kMultiport);
    return features;
  }

  std::vector<uint8_t> config() const override {
    const TerminalSize now = size();
    return ConfigFields()
        .add(now.columns)
        .add(now.rows)
        .add(uint32_t{port_count()})
        .pad(4)  // where the driver writes when nothing else works
        .take();
  }

  void on_config_written(uint64_t offset, std::span<const uint8_t> bytes) override {
    Chardev* const chardev = console_line();
    // One character, whatever becomes of it (5.3.4).
    if (offset == kEmergencyWriteAt && chardev != nullptr) chardev->write(bytes.first(1));
  }

  void on_driver_reset() override {
    state_.messages.clear();
    state_.opened.assign(port_count(), false);
    state_.sent.assign(port_count(), 0);
  }

  void on_queue_reset(unsigned queue) override {
    const bool is_output = queue % 2 == 1 && queue != kControlOut;
    if (is_output) state_.sent[port_of(queue)] = 0;
  }

  void on_driver_ok() override { accept_input(); }
  void on_resumed() override { accept_input(); }

  void handle_queue(unsigned queue) override {
    if (port_count() > 1 && queue == kControlIn) return send_messages();
    if (port_count() > 1 && queue == kControlOut) return take_messages();
    if (queue % 2 == 1) return transmit(port_of(queue));
    if (Chardev* const chardev = lines_[port_of(queue)]->chardev) chardev->accept_input();
  }

  Result<> on_property_changed(std::string_view) override {
    size_changed();
    return {};
  }

  Result<> on_configure() override {
    TRY(VirtioCard::on_configure());
    on_driver_reset();
    return {};
  }

  Result<> on_realize() override {
    TRY(VirtioCard::on_realize());
    Result<> attached = attach_lines();
    if (!attached) on_unrealize();
    return attached;
  }

  void on_unrealize() override {
    for (const std::unique_ptr<Line>& line : lines_) {
      if (line->chardev != nullptr) line->chardev->detach(*line);
    }
    lines_.clear();
    VirtioCard::on_unrealize();
  }

 private:
  /// A port, seen from its other end.
  struct Line final : ChardevUser {
    Line(VirtioConsole& owner, unsigned number, Chardev* other_end)
        : console(owner),
          port(number),
          chardev(other_end) {}

    size_t can_receive() override { return console.room(port); }
    void receive(std::span<const uint8_t> bytes) override { console.receive(port, bytes); }
    void on_writable() override { console.handle_queue(output_queue(port)); }
    void on_resized() override {
      if (port == 0) console.size_changed();
    }

    VirtioConsole& console;
    unsigned port;
    Chardev* chardev;
  };

  unsigned port_count() const {
    return 1 + static_cast<unsigned>(props_.ports ? props_.ports->size() : 0);
  }

  Chardev* console_line() const { return lines_.empty() ? nullptr : lines_[0]->chardev; }

  /// As it is set; what is not is that of the terminal at the other end.
  TerminalSize size() const {
    TerminalSize found;
    if (const Chardev* const chardev = console_line())
      found = chardev->terminal_size().value_or(found);
    if (props_.columns != 0) found.columns = props_.columns;
    if (props_.rows != 0) found.rows = props_.rows;
    return found;
  }

  void size_changed() {
    config_changed();
    if (has(kMultiport)) tell({.port = 0, .event = kResize, .value = 0});
  }

  Result<> attach_lines() {
    for (unsigned port = 0; port < port_count(); ++port) {
      auto* const chardev =
          port == 0 ? linked<Chardev>(props_.chardev) : linked<Chardev>((*props_.ports)[port - 1]);
      auto line = std::make_unique<Line>(*this, port, chardev);
      if (chardev != nullptr) TRY(chardev->attach(*line, path()));
      lines_.push_back(std::move(line));
    }
    return {};
  }

  void accept_input() {
    for (const std::unique_ptr<Line>& line : lines_) {
      if (line->chardev != nullptr) line->chardev->accept_input();
    }
  }

  // Data.

  bool is_open(unsigned port) const { return !has(kMultiport) || state_.opened[port]; }

  /// What fits into the next buffer.
  size_t room(unsigned port) {
    if (!can_change_memory() || !is_open(port)) return 0;
    const std::optional<VirtioBuffer> buffer = take(input_queue(port));
    if (!buffer) return 0;
    put_back(input_queue(port), *buffer);
    return size_of(buffer->writable);
  }

  void receive(unsigned port, std::span<const uint8_t> bytes) {
    const unsigned queue = input_queue(port);
    while (!bytes.empty()) {
      const std::optional<VirtioBuffer> buffer =
          is_working() && is_open(port) ? take(queue) : std::nullopt;
      if (!buffer) {
        props_.overruns += bytes.size();
        break;
      }
      BufferWriter writer(memory(), buffer->writable);
      const size_t size = std::min<uint64_t>(writer.left(), bytes.size());
      if (!writer.write(bytes.first(size))) return fault("a buffer lies outside of memory");
      use(queue, *buffer, size);
      bytes = bytes.subspan(size);
    }
    interrupt(queue);
  }

  void transmit(unsigned port) {
    const unsigned queue = output_queue(port);
    while (const std::optional<VirtioBuffer> buffer = take(queue)) {
      BufferReader reader(memory(), buffer->readable);
      const std::optional<bool> all = send(port, reader);
      if (!all) return fault("a buffer lies outside of memory");
      if (!*all) {
        put_back(queue, *buffer);  // until there is room again
        break;
      }
      state_.sent[port] = 0;
      use(queue, *buffer, 0);
    }
    interrupt(queue);
  }

  /// Whether all of it is sent; nothing when it is not there.
  std::optional<bool> send(unsigned port, BufferReader& reader) {
    std::array<uint8_t, kPiece> bytes{};
    if (!reader.skip(std::min<uint64_t>(state_.sent[port], reader.left()))) return {};
    while (reader.left() > 0) {
      const std::span<uint8_t> piece(bytes.data(), std::min<uint64_t>(kPiece, reader.left()));
      if (!reader.read(piece)) return {};
      Chardev* const chardev = lines_[port]->chardev;
      const size_t accepted = chardev != nullptr ? chardev->write(piece) : piece.size();
      state_.sent[port] += static_cast<uint32_t>(accepted);
      if (accepted < piece.size()) return false;
    }
    return true;
  }

  // Messages.

  void tell(const Message& message) {
    if (state_.messages.size() >= kMostMessages) return fault("it asks and does not listen");
    state_.messages.push_back(
        uint64_t{message.port} << 32 | uint64_t{message.event} << 16 | message.value
    );
    send_messages();
  }

  void send_messages() {
    while (!state_.messages.empty()) {
      const std::optional<VirtioBuffer> buffer = take(kControlIn);
      if (!buffer) break;
      const uint64_t word = state_.messages.front();
      const Message message{
          .port = static_cast<uint32_t>(word >> 32),
          .event = static_cast<uint16_t>(word >> 16),
          .value = static_cast<uint16_t>(word),
      };
      const std::vector<uint8_t> more = what_follows(message);
      BufferWriter writer(memory(), buffer->writable);
      if (!writer.write_value(message) || !writer.write(more)) {
        return fault("a message does not fit into its buffer");
      }
      state_.messages.erase(state_.messages.begin());
      use(kControlIn, *buffer, sizeof(message) + more.size());
    }
    interrupt(kControlIn);
  }

  std::vector<uint8_t> what_follows(const Message& message) const {
    if (message.event == kResize) return ConfigFields().add(size().columns).add(size().rows).take();
    if (message.event != kPortName) return {};
    const std::string name = port_name(message.port);
    return {name.begin(), name.end()};
  }

  void take_messages() {
    while (const std::optional<VirtioBuffer> buffer = take(kControlOut)) {
      BufferReader reader(memory(), buffer->readable);
      Message message{};
      if (!reader.read_value(message)) return fault("a message is not whole");
      use(kControlOut, *buffer, 0);
      heard(message);
    }
    interrupt(kControlOut);
  }

  void heard(const Message& message) {
    if (message.event == kDeviceReady && message.value == 1) {
      for (unsigned port = 0; port < port_count(); ++port) {
        tell({.port = port, .event = kDeviceAdd, .value = 1});
      }
    }
    if (message.port >= port_count()) return;
    if (message.event == kPortReady && message.value == 1) introduce(message.port);
    if (message.event != kPortOpen) return;
    state_.opened[message.port] = message.value != 0;
    accept_input();
  }

  void introduce(uint32_t port) {
    if (port == 0) {
      tell({.port = port, .event = kConsolePort, .value = 1});
      // Linux does not look for it in the configuration.
      if (size().columns != 0) tell({.port = port, .event = kResize, .value = 0});
    }
    if (!port_name(port).empty()) tell({.port = port, .event = kPortName, .value = 1});
    tell({.port = port, .event = kPortOpen, .value = 1});
  }

  std::string port_name(uint32_t port) const {
    const bool has_name = port > 0 && props_.port_names && port <= props_.port_names->size();
    return has_name ? (*props_.port_names)[port - 1] : "";
  }

  std::vector<std::unique_ptr<Line>> lines_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_virtio_console(Platform& platform) {
  return std::make_unique<VirtioConsole>(platform);
}

}  // namespace vm
