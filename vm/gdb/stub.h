// SPDX-License-Identifier: Apache-2.0
//
// Stub is what one gdb speaks to: it answers packets, and tells when the guest stops. Packets and
// their answers are those of "Debugging with GDB", appendix E, in all-stop mode.
//
// It is a client like those of monitors. What makes the guest go or stop are the commands cont and
// stop, and so the rules about phases hold; the rest looks at harts while they stand still, if need
// be for just that long. On the main thread, without the machine lock.

#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/dispatch/invocation.h"
#include "vm/gdb/breakpoints.h"
#include "vm/gdb/threads.h"

namespace vm {

class Vm;

namespace gdb {

/// The connection to gdb.
class Peer {
 public:
  virtual ~Peer() = default;

  /// Sends a packet.
  virtual void send(std::string payload) = 0;

  /// What is received from now on is not acknowledged.
  virtual void end_acknowledgements() = 0;
};

class Stub {
 public:
  Stub(Vm& vm, std::string name, Peer& peer);

  /// gdb has come: stops the guest, if there is one.
  void arrive();

  /// Each packet is answered; those that resume the guest when that has stopped.
  void handle(std::string_view packet);

  /// A packet that does not fit into our memory for it.
  void refuse_long_packet();

  /// gdb's Ctrl-C.
  void interrupt();

  /// gdb has gone, whether it said so or not: nothing of it is left, and a guest that it stopped
  /// goes on.
  void leave();

  void guest_stopped();
  void program_ends(int exit_status);

 private:
  struct Handler;
  class StandStill;

  /// What vCont says of threads.
  struct Order {
    char action = 0;
    ThreadId threads;
  };

  static const Handler* find_handler(std::string_view packet);

  void reply(std::string payload) { peer_.send(std::move(payload)); }
  void print(std::string_view text);

  // What there is to debug.
  std::vector<Thread> all_threads() const;
  std::vector<Thread> attached_threads() const;
  bool is_attached(int process) const { return attached_.contains(process); }
  std::optional<Thread> find_thread(const ThreadId& id) const;
  std::optional<Thread> general_thread() const;
  std::string name_of(const Thread& thread) const;

  // Session: stub.cpp.
  void extend(std::string_view);
  void attach(std::string_view arguments);
  void attach_to(int process);
  void detach(std::string_view arguments);
  void detach_from(int process);
  void kill(std::string_view);
  void kill_process(std::string_view);

  // Queries: stub_queries.cpp.
  void tell_supported(std::string_view features);
  void start_no_ack_mode(std::string_view);
  void tell_attached(std::string_view);
  void tell_current_thread(std::string_view);
  void list_threads(std::string_view);
  void list_more_threads(std::string_view);
  void tell_thread_info(std::string_view arguments);
  void transfer_description(std::string_view arguments);
  void run_command(std::string_view arguments);
  void tell_memory_mode(std::string_view);
  void set_memory_mode(std::string_view arguments);
  void look_for_no_symbols(std::string_view) { reply("OK"); }
  void tell_nothing(std::string_view) { reply(""); }

  // Registers and memory: stub_inspection.cpp.
  void select_thread(std::string_view arguments);
  void tell_alive(std::string_view arguments);
  void read_registers(std::string_view);
  void write_registers(std::string_view arguments);
  void read_one_register(std::string_view arguments);
  void write_one_register(std::string_view arguments);
  void read(std::string_view arguments);
  void read_binary(std::string_view arguments);
  void write(std::string_view arguments);
  void write_binary(std::string_view arguments);
  std::optional<std::string> read_range(std::string_view arguments);
  void write_bytes(uint64_t address, std::string_view bytes);
  void insert_point(std::string_view arguments);
  void remove_point(std::string_view arguments);
  std::optional<Point> parse_own_point(std::string_view arguments) const;

  // Going and stopping: stub_execution.cpp.
  void tell_why(std::string_view);
  void tell_actions(std::string_view);
  void resume_threads(std::string_view arguments);
  void resume_all(std::string_view arguments);
  void resume_with_signal(std::string_view arguments);
  void step_one(std::string_view arguments);
  void step_with_signal(std::string_view arguments);
  void resume_at(std::string_view address, char action);
  void resume(const std::vector<Order>& orders);
  bool give_orders(const std::vector<Order>& orders);
  void let_all_run();
  bool run(const char* command);
  void stop();
  std::string stop_reply();
  std::string stop_reason(const Thread& thread) const;

  Vm& vm_;
  Peer& peer_;
  const qapi::Origin origin_;
  Breakpoints breakpoints_;
  std::set<int> attached_;    // processes
  int general_ = 0;           // thread for registers and memory; 0: the first
  ThreadId resumed_;          // for `c` and `s`
  bool is_resumed_ = false;   // gdb waits for a stop
  bool has_stopped_ = false;  // the guest, which ran
  bool is_extended_ = false;
  bool has_processes_ = false;  // gdb understands them
  bool knows_software_breaks_ = false;
  bool knows_hardware_breaks_ = false;
  bool is_physical_ = false;  // what addresses mean
  size_t listed_ = 0;         // threads of the list that is being told
};

}  // namespace gdb
}  // namespace vm
