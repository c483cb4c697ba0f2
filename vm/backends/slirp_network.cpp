// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/slirp_network.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <limits>
#include <utility>

#include <fmt/format.h>
#include <sys/epoll.h>

#include "runtime/loop/event_loop.h"

namespace vm {
namespace {

constexpr std::pair<int, uint32_t> kEvents[] = {
    {SLIRP_POLL_IN, EPOLLIN},
    {SLIRP_POLL_OUT, EPOLLOUT},
    {SLIRP_POLL_PRI, EPOLLPRI},
    {SLIRP_POLL_ERR, EPOLLERR},
    {SLIRP_POLL_HUP, EPOLLHUP},
};

uint32_t to_epoll(int wanted) {
  uint32_t events = 0;
  for (const auto& [ours, theirs] : kEvents) {
    if ((wanted & ours) != 0) events |= theirs;
  }
  return events;
}

int from_epoll(uint32_t present) {
  int events = 0;
  for (const auto& [ours, theirs] : kEvents) {
    if ((present & theirs) != 0) events |= ours;
  }
  return events;
}

std::chrono::nanoseconds now() {
  return std::chrono::steady_clock::now().time_since_epoch();
}

const char* text_or_null(const std::optional<std::string>& text) {
  return text ? text->c_str() : nullptr;
}

SlirpConfig config_of(const api::NetdevUserProps& options, const UserNetwork& network) {
  SlirpConfig config{};
  config.version = 4;
  config.restricted = options.restrict ? 1 : 0;
  config.in_enabled = options.ipv4;
  config.vnetwork = network.net;
  config.vnetmask = network.mask;
  config.vhost = network.host;
  config.vdhcp_start = network.dhcp_start;
  config.vnameserver = network.dns;
  config.in6_enabled = options.ipv6;
  config.vprefix_addr6 = network.prefix6;
  config.vprefix_len = static_cast<uint8_t>(options.ipv6_prefixlen);
  config.vhost6 = network.host6;
  config.vnameserver6 = network.dns6;
  config.vhostname = text_or_null(options.hostname);
  config.tftp_server_name = text_or_null(options.tftp_server_name);
  config.tftp_path = text_or_null(options.tftp);
  config.bootfile = text_or_null(options.bootfile);
  config.vdomainname = text_or_null(options.domainname);
  return config;
}

}  // namespace

SlirpNetwork::SlirpNetwork(qapi::EventLoop& loop, SlirpLibrary library, Ends ends)
    : loop_(loop),
      slirp_library_(library),
      ends_(std::move(ends)),
      epoll_(loop.io()),
      timeout_(loop.io()) {}

SlirpNetwork::~SlirpNetwork() {
  *self_ = nullptr;
  if (slirp_ != nullptr) slirp_library_.destroy(slirp_);
}

Result<std::unique_ptr<SlirpNetwork>> SlirpNetwork::create(
    qapi::EventLoop& loop,
    const api::NetdevUserProps& options,
    const UserNetwork& network,
    Ends ends
) {
  const SlirpLibrary library = TRY(SlirpLibrary::load());
  std::unique_ptr<SlirpNetwork> made(new SlirpNetwork(loop, library, std::move(ends)));
  TRY(made->open_epoll());
  made->start(options, network);
  if (made->slirp_ == nullptr) return fail("the library does not take these options");
  for (const PortForward& port : network.forwards) {
    TRY(made->forward(port));
  }
  made->watch();
  return made;
}

Result<> SlirpNetwork::open_epoll() {
  std::error_code error;
  const int fd = epoll_create1(EPOLL_CLOEXEC);
  if (fd >= 0) epoll_.assign(fd, error);
  if (fd < 0 || error) return fail(fmt::format("no epoll: {}", std::strerror(errno)));
  return {};
}

void SlirpNetwork::start(const api::NetdevUserProps& options, const UserNetwork& network) {
  SlirpConfig config = config_of(options, network);
  std::vector<const char*> domains;
  if (options.dnssearch) {
    for (const api::String& domain : *options.dnssearch) {
      domains.push_back(domain.str.c_str());
    }
    domains.push_back(nullptr);
    config.vdnssearch = domains.data();
  }
  // It keeps copies of all texts.
  slirp_ = slirp_library_.create(&config, &callbacks(), this);
}

Result<> SlirpNetwork::forward(const PortForward& port) {
  const int failed = slirp_library_.add_hostfwd(
      slirp_,
      port.is_udp ? 1 : 0,
      port.host,
      port.host_port,
      port.guest,
      port.guest_port
  );
  if (failed == 0) return {};
  return fail(fmt::format("hostfwd: cannot listen for '{}': {}", port.text, std::strerror(errno)));
}

void SlirpNetwork::input(FrameView frame) {
  slirp_library_.input(slirp_, frame.data(), static_cast<int>(frame.size()));
}

void SlirpNetwork::watch() {
  const std::vector<Socket> before = std::exchange(sockets_, {});
  uint32_t timeout_ms = std::numeric_limits<uint32_t>::max();
  const auto add = [](int fd, int events, void* self) {
    auto& sockets = static_cast<SlirpNetwork*>(self)->sockets_;
    sockets.push_back({.fd = fd, .wanted = events, .present = 0});
    return static_cast<int>(sockets.size() - 1);
  };
  slirp_library_.fill(slirp_, &timeout_ms, add, this);
  for (const Socket& old : before) {
    const bool stays = std::any_of(sockets_.begin(), sockets_.end(), [&](const Socket& socket) {
      return socket.fd == old.fd;
    });
    // One that was closed since is gone from there by itself.
    if (!stays) epoll_ctl(epoll_.native_handle(), EPOLL_CTL_DEL, old.fd, nullptr);
  }
  for (const Socket& socket : sockets_) {
    watch_socket(socket);
  }
  wait(timeout_ms);
}

void SlirpNetwork::watch_socket(const Socket& socket) {
  epoll_event event{.events = to_epoll(socket.wanted), .data = {.fd = socket.fd}};
  const int epoll = epoll_.native_handle();
  // A descriptor's number may be a new one's by now, which is not there yet.
  if (epoll_ctl(epoll, EPOLL_CTL_MOD, socket.fd, &event) != 0 && errno == ENOENT) {
    epoll_ctl(epoll, EPOLL_CTL_ADD, socket.fd, &event);
  }
}

void SlirpNetwork::wait(uint32_t timeout_ms) {
  if (timeout_ms != std::numeric_limits<uint32_t>::max()) {
    timeout_.expires_after(std::chrono::milliseconds(timeout_ms));
    timeout_.async_wait([self = self_](const std::error_code& error) {
      if (!error && *self != nullptr) (*self)->awake();
    });
  }
  if (std::exchange(is_waiting_, true)) return;
  const auto ready = [self = self_](const std::error_code& error) {
    if (*self == nullptr) return;
    (*self)->is_waiting_ = false;
    if (!error) (*self)->awake();
  };
  epoll_.async_wait(asio::posix::stream_descriptor::wait_read, ready);
}

void SlirpNetwork::awake() {
  collect_events();
  const auto events_of = [](int index, void* self) {
    const auto& sockets = static_cast<SlirpNetwork*>(self)->sockets_;
    const auto place = static_cast<size_t>(index);
    return place < sockets.size() ? sockets[place].present : 0;
  };
  slirp_library_.poll(slirp_, 0, events_of, this);
  watch();
}

void SlirpNetwork::collect_events() {
  std::vector<epoll_event> events(sockets_.size() + 1);
  const int most = static_cast<int>(events.size());
  const int count = epoll_wait(epoll_.native_handle(), events.data(), most, 0);
  for (int i = 0; i < count; ++i) {
    const epoll_event& event = events[static_cast<size_t>(i)];
    for (Socket& socket : sockets_) {
      if (socket.fd == event.data.fd) socket.present = from_epoll(event.events);
    }
  }
}

const SlirpCb& SlirpNetwork::callbacks() {
  // What it calls is told which network it is for by the last argument.
  static const SlirpCb functions = {
      .send_packet = [](const void* bytes, size_t size, void* self) -> ssize_t {
        static_cast<SlirpNetwork*>(self)->ends_.to_guest({static_cast<const uint8_t*>(bytes), size}
        );
        return static_cast<ssize_t>(size);
      },
      .guest_error = [](const char* message, void* self
                     ) { static_cast<SlirpNetwork*>(self)->ends_.guest_error(message); },
      .clock_get_ns = [](void*) -> int64_t { return now().count(); },
      .timer_new = nullptr,
      .timer_free = free_timer,
      .timer_mod = set_timer,
      // watch() asks for all of them.
      .register_poll_fd = [](int, void*) {},
      .unregister_poll_fd = [](int, void*) {},
      // Only other threads would need it.
      .notify = [](void*) {},
      .init_completed = [](Slirp*, void*) {},
      .timer_new_opaque = new_timer,
  };
  return functions;
}

void* SlirpNetwork::new_timer(SlirpTimerId id, void* subject, void* self) {
  auto& network = *static_cast<SlirpNetwork*>(self);
  auto timer = std::make_shared<Timer>(Timer{id, subject, asio::steady_timer(network.loop_.io())});
  network.timers_.emplace(timer.get(), timer);
  return timer.get();
}

void SlirpNetwork::set_timer(void* timer, int64_t expires_ms, void* self) {
  auto& network = *static_cast<SlirpNetwork*>(self);
  const std::shared_ptr<Timer>& set = network.timers_.at(timer);
  set->timer.expires_at(std::chrono::steady_clock::time_point(std::chrono::milliseconds(expires_ms))
  );
  set->timer.async_wait([alive = network.self_,
                         weak = std::weak_ptr(set)](const std::error_code& error) {
    const std::shared_ptr<Timer> due = weak.lock();
    if (error || due == nullptr || *alive == nullptr) return;
    SlirpNetwork& owner = **alive;
    owner.slirp_library_.handle_timer(owner.slirp_, due->id, due->subject);
    owner.watch();
  });
}

void SlirpNetwork::free_timer(void* timer, void* self) {
  static_cast<SlirpNetwork*>(self)->timers_.erase(timer);
}

}  // namespace vm
