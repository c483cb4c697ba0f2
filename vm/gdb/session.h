// SPDX-License-Identifier: Apache-2.0
//
// Session is a connection to one gdb: it turns bytes into packets and back.

#pragma once

#include <functional>
#include <memory>
#include <string>

#include "runtime/loop/event_loop.h"
#include "runtime/qmp/stream.h"
#include "vm/gdb/packet.h"
#include "vm/gdb/stub.h"

namespace vm::gdb {

/// Shared by its server and by what the loop still has to call: a packet may end the server.
class Session final : public Peer, public std::enable_shared_from_this<Session> {
 public:
  Session(Vm& vm, std::string name, std::unique_ptr<qapi::Stream> stream);
  ~Session() override;
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// `on_end` is called when gdb has gone.
  void start(std::function<void()> on_end);

  /// Hangs up; what is left of gdb in the guest is taken away soon after.
  void close();

  std::string client() const { return stream_->peer(); }
  Stub& stub() { return stub_; }

  void send(std::string payload) override;
  void end_acknowledgements() override;

 private:
  void read();
  void take(const Input& input);
  void write(std::string_view bytes);
  void flush();

  Vm& vm_;
  std::unique_ptr<qapi::Stream> stream_;
  Stub stub_;
  PacketReader reader_;
  std::function<void()> on_end_ = [] {};
  std::string out_;
  std::string last_sent_;  // to be sent again if it is refused
  bool acknowledges_ = true;
  bool awaits_writable_ = false;
  bool is_closed_ = false;
};

}  // namespace vm::gdb
