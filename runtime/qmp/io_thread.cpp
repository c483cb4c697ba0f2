// SPDX-License-Identifier: Apache-2.0

#include "runtime/qmp/io_thread.h"

namespace qapi {

std::shared_ptr<EventLoop> IoThread::loop() {
  if (loop_ == nullptr) {
    loop_ = std::make_shared<EventLoop>();
    thread_ = std::thread([this] { loop_->run(); });
  }
  return loop_;
}

IoThread::~IoThread() {
  if (loop_ == nullptr) return;
  loop_->post([this] { loop_->stop(); });
  thread_.join();
}

}  // namespace qapi
