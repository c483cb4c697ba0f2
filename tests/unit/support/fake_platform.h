// SPDX-License-Identifier: Apache-2.0
//
// FakePlatform is the program around an object under test: an event loop that the test turns, guest
// time, and notes of what the object asked for. It also holds a tree to put objects into.
//
//   FakePlatform platform;
//   auto& uart = platform.add<Device>("uart16550", "uart0", {{"chardev", "con"}});

#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "generated/objects/object_table.h"

#include "runtime/dispatch/descriptors.h"
#include "runtime/dispatch/undo.h"
#include "runtime/json/json.h"
#include "runtime/loop/event_loop.h"
#include "vm/base/clock.h"
#include "vm/object/object.h"
#include "vm/object/object_factory.h"
#include "vm/object/platform.h"
#include "vm/object/property_access.h"

namespace vm {

/// What went wrong, or nothing.
template <typename T>
std::string error_of(const Result<T>& result) {
  return result ? std::string() : result.error().desc;
}

/// For what a test relies on, but is not about.
inline void expect_ok(const Result<>& result) {
  ASSERT_TRUE(result) << error_of(result);
}

class FakePlatform final : public Platform {
 public:
  explicit FakePlatform(std::span<const ObjectType> types = object_table())
      : clock_(loop_, lock_),
        factory_(*this, types) {
    root_ = *factory_.create(factory_.find("container") != nullptr ? "container" : types[0].name);
    expect_ok(root_->configure());
    expect_ok(root_->realize());
  }

  ~FakePlatform() override { root_->unrealize(); }

  qapi::EventLoop& loop() override { return loop_; }
  qapi::Descriptors& descriptors() override { return descriptors_; }
  VirtualClock& clock() override { return clock_; }
  std::mutex& machine_lock() override { return lock_; }
  const ObjectFactory& factory() override { return factory_; }
  void request_shutdown(GuestEnd end, int status) override { shutdowns.emplace_back(end, status); }
  void request_reset() override { ++resets; }
  void request_suspend() override { ++suspends; }
  void request_wakeup() override { ++wakeups; }
  void report(Incident incident) override { incidents.push_back(std::move(incident)); }
  void request_quit() override { ++quits; }
  void log_guest(std::string_view path, std::string_view message) override {
    guest_log.push_back(std::string(path) + ": " + std::string(message));
  }

  Object& root() { return *root_; }

  /// Creates an object below the root and sets its properties.
  Result<Object*> create(std::string_view type, std::string name, const qapi::Json& properties) {
    std::unique_ptr<Object> object = TRY(factory_.create(type));
    Object* added = TRY(root_->add_child(std::move(name), std::move(object)));
    for (const auto& [property, value] : properties.items()) {
      TRY(set_property(*added, property, value, qapi::Spelling::Json));
    }
    return added;
  }

  /// Takes it through its life up to realized, or removes it again.
  Result<Object*> try_add(std::string_view type, std::string name, const qapi::Json& properties) {
    Object* object = TRY(create(type, std::move(name), properties));
    Result<> done = object->configure();
    if (done) done = object->realize();
    if (done) return object;
    root_->remove_child(*object);
    return tl::unexpected(std::move(done).error());
  }

  template <typename T>
  T& add(
      std::string_view type,
      std::string name,
      const qapi::Json& properties = qapi::Json::object()
  ) {
    Result<Object*> object = try_add(type, std::move(name), properties);
    if (!object) ADD_FAILURE() << object.error().desc;
    return *static_cast<T*>(object.value());
  }

  /// Turns the event loop until `done`, or for so long that something is wrong.
  template <typename Done>
  bool run_until(Done done) {
    auto end = std::chrono::steady_clock::now() + std::chrono::seconds(300);
    while (!done()) {
      if (std::chrono::steady_clock::now() > end) return false;
      loop_.poll();
      std::this_thread::sleep_for(std::chrono::microseconds(100));
    }
    return true;
  }

  std::vector<std::pair<GuestEnd, int>> shutdowns;
  int resets = 0;
  int suspends = 0;
  int wakeups = 0;
  std::vector<Incident> incidents;
  int quits = 0;
  std::vector<std::string> guest_log;

 private:
  qapi::EventLoop loop_;
  std::mutex lock_;
  qapi::UndoLog undo_;
  qapi::Descriptors descriptors_{undo_};
  VirtualClock clock_;
  ObjectFactory factory_;
  std::unique_ptr<Object> root_;
};

}  // namespace vm
