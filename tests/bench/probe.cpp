// SPDX-License-Identifier: Apache-2.0
//
// Measures an emulator over QMP on its standard input and output, with as little of its own as
// there can be.
//
//   probe start RUNS COMMAND...      ns to the greeting and to the first answer; RSS in KiB then
//   probe trips SECONDS COMMAND...   ns of round trips of query-status, one after the other
//   probe stream SECONDS COMMAND...  commands per second, when many are under way
//   probe crowd SECONDS COMMAND...   the same from all clients of the Unix sockets that COMMAND
//                                    names (`unix:PATH`), each of which has one under way
//   probe tree RUNS COMMAND...       ns that query-tree takes
//
// Prints medians, space-separated; after `trips` also the 99th percentile.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int64_t kSecond = 1'000'000'000;
constexpr std::string_view kRequest = "{\"execute\":\"query-status\"}\n";

int64_t since(Clock::time_point start) {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - start).count();
}

[[noreturn]] void give_up(const char* what) {
  std::perror(what);
  std::exit(1);
}

int64_t percentile(std::vector<int64_t> values, size_t percent) {
  std::sort(values.begin(), values.end());
  return values[(values.size() - 1) * percent / 100];
}

/// An emulator that speaks QMP on the other end of two pipes.
class Emulator {
 public:
  explicit Emulator(char** command) {
    int to[2];
    int from[2];
    if (pipe2(to, O_CLOEXEC) != 0 || pipe2(from, O_CLOEXEC) != 0) give_up("pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, to[0], 0);
    posix_spawn_file_actions_adddup2(&actions, from[1], 1);
    if (posix_spawnp(&pid_, command[0], &actions, nullptr, command, environ) != 0) give_up("spawn");
    posix_spawn_file_actions_destroy(&actions);
    close(to[0]);
    close(from[1]);
    input_ = to[1];
    output_ = from[0];
  }
  Emulator(const Emulator&) = delete;
  Emulator& operator=(const Emulator&) = delete;

  ~Emulator() {
    send("{\"execute\":\"quit\"}\n");
    close(input_);
    close(output_);
    waitpid(pid_, nullptr, 0);
  }

  void send(std::string_view text) {
    if (write(input_, text.data(), text.size()) != static_cast<ssize_t>(text.size()))
      give_up("write");
  }

  /// Reads on until a line with `text` in it is complete.
  void wait_for(std::string_view text) {
    for (;;) {
      const std::string_view rest = std::string_view(unread_).substr(taken_);
      const size_t end = rest.find('\n', searched_);
      if (end != std::string_view::npos) {
        taken_ += end + 1;
        searched_ = 0;
        if (rest.substr(0, end).find(text) != std::string_view::npos) return;
        continue;
      }
      unread_.erase(0, taken_);
      taken_ = 0;
      searched_ = unread_.size();
      char buffer[65536];
      const ssize_t size = read(output_, buffer, sizeof(buffer));
      if (size <= 0) give_up("the emulator hung up");
      unread_.append(buffer, static_cast<size_t>(size));
    }
  }

  int64_t resident_kib() const {
    std::ifstream status("/proc/" + std::to_string(pid_) + "/status");
    std::string word;
    while (status >> word && word != "VmRSS:") {
    }
    int64_t kib = 0;
    status >> kib;
    return kib;
  }

 private:
  pid_t pid_ = 0;
  int input_ = -1;
  int output_ = -1;
  std::string unread_;
  size_t taken_ = 0;     // of unread_
  size_t searched_ = 0;  // so much of the rest has no line end
};

void measure_start(int runs, char** command) {
  std::vector<int64_t> greeting;
  std::vector<int64_t> answer;
  std::vector<int64_t> memory;
  for (int run = 0; run < runs; ++run) {
    const Clock::time_point start = Clock::now();
    Emulator emulator(command);
    emulator.wait_for("\"QMP\"");
    greeting.push_back(since(start));
    emulator.send("{\"execute\":\"qmp_capabilities\"}\n");
    emulator.wait_for("\"return\"");
    answer.push_back(since(start));
    memory.push_back(emulator.resident_kib());
  }
  std::printf(
      "%ld %ld %ld\n",
      percentile(greeting, 50),
      percentile(answer, 50),
      percentile(memory, 50)
  );
}

void negotiate(Emulator& emulator) {
  emulator.wait_for("\"QMP\"");
  emulator.send("{\"execute\":\"qmp_capabilities\"}\n");
  emulator.wait_for("\"return\"");
}

void measure_trips(int seconds, char** command) {
  Emulator emulator(command);
  negotiate(emulator);
  std::vector<int64_t> trips;
  const Clock::time_point begin = Clock::now();
  while (since(begin) < int64_t{seconds} * kSecond) {
    const Clock::time_point start = Clock::now();
    emulator.send(kRequest);
    emulator.wait_for("\"return\"");
    trips.push_back(since(start));
  }
  std::printf("%ld %ld\n", percentile(trips, 50), percentile(trips, 99));
}

void measure_stream(int seconds, char** command) {
  // A pipe holds them and their answers, so that neither side waits for the other to read.
  constexpr int kUnderWay = 256;
  Emulator emulator(command);
  negotiate(emulator);
  std::string batch;
  for (int i = 0; i < kUnderWay / 2; ++i) {
    batch += kRequest;
  }
  emulator.send(batch);
  int64_t answered = 0;
  const Clock::time_point begin = Clock::now();
  while (since(begin) < int64_t{seconds} * kSecond) {
    emulator.send(batch);
    for (int i = 0; i < kUnderWay / 2; ++i) {
      emulator.wait_for("\"return\"");
    }
    answered += kUnderWay / 2;
  }
  std::printf("%ld\n", answered * kSecond / since(begin));
}

void measure_tree(int runs, char** command) {
  Emulator emulator(command);
  negotiate(emulator);
  std::vector<int64_t> times;
  for (int run = 0; run < runs; ++run) {
    const Clock::time_point start = Clock::now();
    emulator.send("{\"execute\":\"query-tree\"}\n");
    emulator.wait_for("\"return\"");
    times.push_back(since(start));
  }
  std::printf("%ld\n", percentile(times, 50));
}

/// A client that has one command under way, on a Unix socket that is not watched by others.
class SocketClient {
 public:
  explicit SocketClient(std::string_view path) : socket_(::socket(AF_UNIX, SOCK_STREAM, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof(address.sun_path) - 1);
    if (connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0)
      give_up("connect");
    take_line();
    send("{\"execute\":\"qmp_capabilities\"}\n");
    take_line();
  }

  int socket() const { return socket_; }

  void send(std::string_view text) const {
    if (write(socket_, text.data(), text.size()) < 0) give_up("write");
  }

  void take_line() const {
    char buffer[65536];
    for (ssize_t size = 0; size == 0 || buffer[size - 1] != '\n';) {
      size = read(socket_, buffer, sizeof(buffer));
      if (size <= 0) give_up("the emulator hung up");
    }
  }

 private:
  int socket_;
};

void measure_crowd(int seconds, char** command) {
  Emulator emulator(command);
  negotiate(emulator);
  std::vector<SocketClient> clients;
  std::vector<pollfd> ready;
  for (char** word = command; *word != nullptr; ++word) {
    const std::string_view address(*word);
    if (!address.starts_with("unix:")) continue;
    clients.emplace_back(address.substr(5, address.find(',') - 5));
    ready.push_back({.fd = clients.back().socket(), .events = POLLIN, .revents = 0});
    clients.back().send(kRequest);
  }
  int64_t answered = 0;
  const Clock::time_point begin = Clock::now();
  while (since(begin) < int64_t{seconds} * kSecond) {
    if (poll(ready.data(), ready.size(), -1) < 0) give_up("poll");
    for (size_t i = 0; i < clients.size(); ++i) {
      if (ready[i].revents == 0) continue;
      clients[i].take_line();
      clients[i].send(kRequest);
      ++answered;
    }
  }
  std::printf("%ld\n", answered * kSecond / since(begin));
}

struct Measurement {
  const char* name;
  void (*run)(int number, char** command);
};

constexpr Measurement kMeasurements[] = {
    {"start", measure_start},
    {"trips", measure_trips},
    {"stream", measure_stream},
    {"crowd", measure_crowd},
    {"tree", measure_tree},
};

}  // namespace

int main(int argc, char** argv) {
  for (const Measurement& measurement : kMeasurements) {
    if (argc < 4 || std::strcmp(argv[1], measurement.name) != 0) continue;
    measurement.run(std::atoi(argv[2]), argv + 3);
    return 0;
  }
  std::fprintf(stderr, "probe start|trips|stream|crowd|tree NUMBER COMMAND...\n");
  return 1;
}
