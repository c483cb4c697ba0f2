// SPDX-License-Identifier: Apache-2.0
//
// IoThread runs an event loop on a thread of its own, for monitors whose clients may send commands
// out of band: it reads and writes for them while the main thread is in the middle of a command. It
// begins when it is first needed.

#pragma once

#include <memory>
#include <thread>

#include "runtime/loop/event_loop.h"

namespace qapi {

class IoThread {
 public:
  IoThread() = default;

  /// Lets all that was posted be done, then ends.
  ~IoThread();
  IoThread(const IoThread&) = delete;
  IoThread& operator=(const IoThread&) = delete;

  /// Shared with the sessions that moved to it: what the main thread still has to do for one may be
  /// dropped after the thread has ended, and its connection needs the loop until then.
  std::shared_ptr<EventLoop> loop();

 private:
  std::shared_ptr<EventLoop> loop_;
  std::thread thread_;
};

}  // namespace qapi
