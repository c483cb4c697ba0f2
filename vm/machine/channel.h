// SPDX-License-Identifier: Apache-2.0
//
// A Channel is the way to where a guest goes, or comes from, by its address: `file:PATH`,
// `unix:PATH`, `tcp:HOST:PORT` or `fd:NAME`. It is there when the other side is, and gives a
// stream.
//
//   channel_ = TRY(open_channel_to(platform, uri, [this](auto stream) { opened(std::move(stream));
//   }));
//
// Only .cpp files include this.

#pragma once

#include <functional>
#include <memory>
#include <string>

#include "vm/backends/descriptor.h"
#include "vm/base/result.h"

namespace vm {

class Channel {
 public:
  using Stream = std::shared_ptr<Descriptor>;

  /// Called once, on the main thread, without the machine lock; not when the channel is gone.
  using OnOpen = std::function<void(Result<Stream>)>;

  Channel(qapi::EventLoop& loop, OnOpen on_open) : loop_(loop), on_open_(std::move(on_open)) {}
  virtual ~Channel();
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;

  /// All has gone over. Fails when it is not where it should be.
  virtual Result<> complete() { return {}; }

 protected:
  qapi::EventLoop& loop() { return loop_; }

  /// In a turn of the loop to come.
  void give(Result<Stream> stream);

  std::shared_ptr<bool> is_wanted() const { return is_wanted_; }

 private:
  qapi::EventLoop& loop_;
  OnOpen on_open_;
  // What is under way in the loop finds out through it that we are gone.
  std::shared_ptr<bool> is_wanted_ = std::make_shared<bool>(true);
  std::shared_ptr<Result<Stream>> given_;  // until it is taken; shared with the loop, too
};

/// Where a guest goes to. What can be known to be wrong at once is.
Result<std::unique_ptr<Channel>> open_channel_to(
    Platform& platform,
    const std::string& uri,
    Channel::OnOpen on_open
);

/// Where a guest comes from: listens for a peer.
Result<std::unique_ptr<Channel>> open_channel_from(
    Platform& platform,
    const std::string& uri,
    Channel::OnOpen on_open
);

}  // namespace vm
