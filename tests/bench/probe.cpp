// SPDX-License-Identifier: Apache-2.0
//
// Measures an emulator over QMP on its standard input and output, with as little of its own as
// there can be.
//
//   probe start RUNS COMMAND...     nanoseconds to the greeting and to the first answer, RSS in KiB
//   at the first answer probe trips SECONDS COMMAND...  nanoseconds of each round trip of
//   query-status, one after the other
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
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace {

using Clock = std::chrono::steady_clock;

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
      const size_t end = unread_.find('\n');
      if (end != std::string::npos) {
        const bool found = std::string_view(unread_).substr(0, end).find(text) != std::string::npos;
        unread_.erase(0, end + 1);
        if (found) return;
        continue;
      }
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

void measure_trips(int seconds, char** command) {
  Emulator emulator(command);
  emulator.wait_for("\"QMP\"");
  emulator.send("{\"execute\":\"qmp_capabilities\"}\n");
  emulator.wait_for("\"return\"");
  std::vector<int64_t> trips;
  const Clock::time_point begin = Clock::now();
  while (since(begin) < int64_t{seconds} * 1'000'000'000) {
    const Clock::time_point start = Clock::now();
    emulator.send("{\"execute\":\"query-status\"}\n");
    emulator.wait_for("\"return\"");
    trips.push_back(since(start));
  }
  std::printf("%ld %ld\n", percentile(trips, 50), percentile(trips, 99));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr, "probe start RUNS COMMAND... | probe trips SECONDS COMMAND...\n");
    return 1;
  }
  const int number = std::atoi(argv[2]);
  if (std::strcmp(argv[1], "start") == 0) {
    measure_start(number, argv + 3);
  } else {
    measure_trips(number, argv + 3);
  }
  return 0;
}
