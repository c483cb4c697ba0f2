// SPDX-License-Identifier: Apache-2.0
//
// Every command of the table, in every phase that it may run in, made to fail after all of its work
// is done: nothing of it may be left. It runs as the first of two commands that are one, and there
// is no such command as the second.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "generated/phases/phases.h"
#include "generated/program/program_tables.h"
#include "generated/types/char.h"
#include "generated/types/debug.h"
#include "generated/types/run_state.h"

#include "runtime/dispatch/dispatcher.h"
#include "runtime/json/json.h"
#include "runtime/loop/event_loop.h"
#include "runtime/program/program.h"
#include "tests/unit/support/temporary_folder.h"
#include "vm/devices/device.h"
#include "vm/machine/migration.h"
#include "vm/machine/vm.h"

namespace vm {
namespace {

using api::VmPhase;
using qapi::Command;
using qapi::Invocation;

// Arguments with which each command does something. `@` is the folder of the test.
const std::map<std::string_view, std::string_view> kArguments = {
    {"machine-set", R"({"type": "virt", "memory": "16M"})"},
    {"machine-plan", R"({"type": "virt"})"},
    {"config-diff", R"({"type": "none"})"},
    {"query-graph", R"({"kind": "memory"})"},
    {"dumpdtb", R"({"filename": "@/tree.dtb"})"},
    {"device_add", R"({"driver": "ram", "id": "more", "size": 4096})"},
    {"device_del", R"({"id": "spare-ram"})"},
    {"device-remove", R"({"id": "spare-ram"})"},
    {"map", R"({"region": "spare-ram", "at": "0x50000000", "into": "bus"})"},
    {"unmap", R"({"region": "mapped-ram", "at": "0x40000000", "into": "bus"})"},
    {"connect", R"({"from": "spare-uart:irq", "to": "plic:in[40]"})"},
    {"disconnect", R"({"from": "wired-uart:irq", "to": "plic:in[41]"})"},
    {"object-add", R"({"qom-type": "chardev-file", "id": "log", "out": "@/log"})"},
    {"object-del", R"({"id": "spare"})"},
    {"chardev-add", R"({"id": "more", "backend": {"type": "socket", "data":
        {"addr": {"type": "unix", "data": {"path": "@/chardev.sock"}}, "wait": false}}})"},
    {"chardev-remove", R"({"id": "open-file"})"},
    {"ringbuf-read", R"({"device": "ring", "size": 3})"},
    {"ringbuf-write", R"({"device": "ring", "data": "more"})"},
    {"netdev_add", R"({"type": "stream", "id": "more", "server": true,
        "addr": {"type": "unix", "path": "@/netdev.sock"}})"},
    {"netdev_del", R"({"id": "spare-net"})"},
    {"set_link", R"({"name": "spare-net", "up": false})"},
    {"blockdev-add", R"({"driver": "raw", "node-name": "more",
        "file": {"driver": "file", "filename": "@/config.json"}})"},
    {"blockdev-del", R"({"node-name": "spare-disk"})"},
    {"block_resize", R"({"node-name": "spare-disk", "size": 8192})"},
    {"monitor-add", R"({"listen": "unix:@/more.sock"})"},
    {"monitor-del", R"({"id": "second"})"},
    {"set-action",
     R"({"reboot": "shutdown", "shutdown": "pause", "panic": "pause", "watchdog": "none",
        "trap-loop": "pause"})"},
    {"set-compat", R"({"deprecated-input": "reject"})"},
    {"explain", R"({"path": "/objects"})"},
    {"qom-list", R"({"path": "/"})"},
    {"qom-get", R"({"path": "/objects/open-file", "property": "out"})"},
    {"qom-set", R"({"path": "/objects/open-file", "property": "out", "value": "@/other"})"},
    {"qom-list-properties", R"({"typename": "ram"})"},
    {"device-list-properties", R"({"typename": "ram"})"},
    {"migrate", R"({"uri": "file:@/guest"})"},
    {"migrate-set-capabilities", R"({"capabilities": [{"capability": "events", "state": true}]})"},
    {"migrate-set-parameters", R"({"max-bandwidth": 1000})"},
    {"migrate-continue", R"({"state": "pre-switchover"})"},
    {"snapshot-save", R"({"job-id": "new", "tag": "new", "vmstate": "@"})"},
    {"snapshot-load", R"({"job-id": "new", "tag": "old", "vmstate": "@"})"},
    {"snapshot-delete", R"({"job-id": "new", "tag": "old", "vmstate": "@"})"},
    {"query-snapshots", R"({"vmstate": "@"})"},
    {"job-cancel", R"({"id": "done"})"},
    {"job-dismiss", R"({"id": "done"})"},
    {"breakpoint-add", R"({"address": 4096})"},
    {"gdbserver-start", R"({"listen": "unix:@/gdb.sock"})"},
    {"gdbserver-stop", R"({"id": "debugger"})"},
    {"breakpoint-remove", R"({"address": 8192})"},
    {"watchdog-set-action", R"({"action": "pause"})"},
    {"migrate-incoming", R"({"uri": "file:@/saved"})"},
    {"journal-open", R"({"file": "@/journal"})"},
    {"balloon", R"({"value": 8388608})"},
    {"send-key", R"({"keys": [{"type": "qcode", "data": "power"}]})"},
    {"getfd", R"({"fdname": "handed-over"})"},
    {"closefd", R"({"fdname": "handed-over"})"},
    {"remove-fd", R"({"fdset-id": 7})"},
    {"script-run", R"({"file": "@/script.qmp"})"},
    {"config-load", R"({"file": "@/config.json"})"},
};

/// What until-phase walks to: ahead where a way leads, and nowhere elsewhere.
std::string_view goal_from(VmPhase phase) {
  const auto nowhere = api::in(
      VmPhase::NoMachine,
      VmPhase::Inmigrate,
      VmPhase::InternalError,
      VmPhase::GuestPanicked,
      VmPhase::Shutdown,
      VmPhase::FinishMigrate,
      VmPhase::SaveVm,
      VmPhase::RestoreVm
  );
  return nowhere.contains(api::to_phase(phase)) ? to_string(phase) : "running";
}

/// What a command says that has done all it was asked, or cannot do anything here.
std::string_view expected_error(std::string_view command) {
  if (command == "qmp_capabilities") return "Capabilities negotiation is already complete";
  // A descriptor has to come with them.
  if (command == "getfd" || command == "add-fd") return "No file descriptor supplied";
  if (command == "closefd" || command == "remove-fd") return "not found";
  if (command == "config-commit" || command == "config-abort") return "there is no transaction";
  // There is no property yet that can be set once its object is realized.
  if (command == "qom-set") return "cannot be set";
  return "The command no-such-command has not been found";
}

class UndoneCommands : public testing::TestWithParam<VmPhase> {
 protected:
  UndoneCommands() {
    std::ofstream(folder_.path("script.qmp")) << "object-add qom-type=chardev-null id=scripted\n";
    std::ofstream(folder_.path("config.json"))
        << R"({"objects": [{"qom-type": "chardev-null", "id": "configured"}]})";
    run("object-add", R"({"qom-type": "chardev-null", "id": "spare"})");
    run("object-add", R"({"qom-type": "chardev-file", "id": "open-file", "out": "@/open"})");
    run("object-add", R"({"qom-type": "chardev-ringbuf", "id": "ring"})");
    run("ringbuf-write", R"({"device": "ring", "data": "held"})");
    run("netdev_add", R"({"type": "user", "id": "spare-net"})");
    std::ofstream(folder_.path("disk.img")) << std::string(4096, '.');
    run("blockdev-add", R"({"driver": "raw", "node-name": "spare-disk",
        "file": {"driver": "file", "filename": "@/disk.img"}})");
    run("monitor-add", R"({"listen": "unix:@/second.sock", "id": "second"})");
    run("gdbserver-start", R"({"listen": "unix:@/debugger.sock", "id": "debugger"})");
    for (const char* tag : {"old", "older"}) {
      std::ofstream(folder_.path(fmt::format("{}.state", tag))) << "nothing that was saved";
    }
    run("snapshot-delete", R"({"job-id": "done", "tag": "older", "vmstate": "@"})");
    vm_.events().subscribe([this](const qapi::Event& event) { heard_ += event.name; });
  }

  Invocation invocation(std::string_view command, std::string_view arguments) const {
    std::string text(arguments);
    const size_t first = text.find('@');
    if (first != std::string::npos) text.replace(first, 1, folder_.path(""));
    return {std::string(command), qapi::parse_json(text).value(), {}};
  }

  void run(std::string_view command, std::string_view arguments = "{}") {
    const auto answer = vm_.dispatcher().dispatch(invocation(command, arguments));
    ASSERT_TRUE(answer) << command << ": " << answer.error().desc;
  }

  void go_to(VmPhase phase) {
    if (phase == VmPhase::NoMachine) return;
    run("machine-set", kArguments.at("machine-set"));
    if (phase >= VmPhase::MachineInitialized) add_spare_parts();
    switch (phase) {
      case VmPhase::NoMachine:
      case VmPhase::MachineCreated: return;
      case VmPhase::AccelCreated:
      case VmPhase::MachineInitialized:
      case VmPhase::Prelaunch:
      case VmPhase::Running: return walk(phase);
      case VmPhase::Inmigrate:
        save_guest();
        run("system_reset");
        return run("migrate-await");
      case VmPhase::Postmigrate: return save_guest();
      case VmPhase::Paused: walk(VmPhase::Running); return run("stop");
      case VmPhase::Suspended:
        stop_running_guest();
        vm_.clock().start();
        return api::guest_suspend(vm_);
      case VmPhase::Debug: stop_running_guest(); return api::breakpoint_hit(vm_, {});
      case VmPhase::IoError: stop_running_guest(); return api::io_error_stop(vm_, {});
      case VmPhase::InternalError: stop_running_guest(); return api::trap_loop(vm_, {});
      case VmPhase::Watchdog: stop_running_guest(); return api::watchdog_expire(vm_, {});
      case VmPhase::FinishMigrate: return wait_for_switchover();
      case VmPhase::SaveVm:
        walk(VmPhase::Running);
        return run("snapshot-save", R"({"job-id": "save", "tag": "other", "vmstate": "@"})");
      case VmPhase::RestoreVm:
        walk(VmPhase::Running);
        return run("snapshot-load", R"({"job-id": "load", "tag": "old", "vmstate": "@"})");
      case VmPhase::GuestPanicked:
        stop_running_guest();
        return api::guest_panic(vm_, {.action = api::GuestPanicAction::Pause});
      case VmPhase::Shutdown:
        stop_running_guest();
        return api::guest_shutdown(vm_, {.guest = true, .reason = {}});
    }
  }

  void save_guest() {
    walk(VmPhase::Prelaunch);
    run("migrate", R"({"uri": "file:@/saved"})");
    poll_until([this] { return api::is_postmigrate(api::vm_phase(vm_)); });
  }

  void wait_for_switchover() {
    walk(VmPhase::Prelaunch);
    run("migrate-set-capabilities",
        R"({"capabilities": [{"capability": "pause-before-switchover", "state": true}]})");
    run("migrate", R"({"uri": "file:@/saved"})");
    poll_until([this] {
      return vm_.migration().info().status == api::MigrationStatus::PreSwitchover;
    });
  }

  template <typename Done>
  void poll_until(Done done) {
    for (int i = 0; i < 100000 && !done(); ++i) {
      loop_.poll();
    }
    ASSERT_TRUE(done());
  }

  /// As it is when its request is carried out.
  void stop_running_guest() {
    walk(VmPhase::Running);
    const auto lock = vm_.exclusive();
    vm_.stop_guest();
  }

  void walk(VmPhase phase) {
    run("until-phase", fmt::format(R"({{"phase": "{}"}})", to_string(phase)));
  }

  void add_spare_parts() {
    walk(VmPhase::MachineInitialized);
    run("device_add", R"({"driver": "ram", "id": "spare-ram", "size": 4096})");
    run("device_add", R"({"driver": "ram", "id": "mapped-ram", "size": 4096})");
    run("device_add", R"({"driver": "uart16550", "id": "spare-uart"})");
    run("device_add", R"({"driver": "uart16550", "id": "wired-uart"})");
    run("device_add", R"({"driver": "virtio-balloon", "id": "balloon", "bus": "virtio[0]"})");
    run("map", R"({"region": "mapped-ram", "at": "0x40000000", "into": "bus"})");
    run("connect", R"({"from": "wired-uart:irq", "to": "plic:in[41]"})");
    run("breakpoint-add", R"({"address": 8192})");
  }

  /// What can be asked of the program without naming anything, and what it has open.
  std::string observe() {
    std::string seen;
    for (const Command& command : vm_.dispatcher().commands()) {
      if (!command.name.starts_with("query-") || !command.mandatory.empty()) continue;
      const auto answer = vm_.dispatcher().dispatch(invocation(command.name, "{}"));
      seen += fmt::format("{}: {}\n", command.name, answer ? *answer : answer.error().desc);
    }
    return seen + wires() + descriptors();
  }

  /// Who drives the inputs that the commands above are about: no query tells.
  std::string wires() {
    Object* plic = vm_.machine().child("plic");
    if (plic == nullptr) return {};
    std::string seen;
    for (unsigned input : {40u, 41u}) {
      const auto driver =
          vm_.builder().wires().driver({dynamic_cast<Device*>(plic), {PortKind::IrqIn, 0, input}});
      seen += fmt::format("in[{}]: {}\n", input, driver ? to_string(*driver) : "-");
    }
    return seen;
  }

  static std::string descriptors() {
    std::vector<std::string> open;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
      std::error_code gone;
      const std::string target = std::filesystem::read_symlink(entry.path(), gone).string();
      // The one that reads this folder is not the program's.
      if (!target.ends_with("/fd")) open.push_back(entry.path().filename().string() + " " + target);
    }
    std::sort(open.begin(), open.end());
    return fmt::format("{}\n", fmt::join(open, "\n"));
  }

  static std::string arguments_of(const Command& command) {
    if (command.name == "until-phase") {
      return fmt::format(R"({{"phase": "{}"}})", goal_from(GetParam()));
    }
    const auto given = kArguments.find(command.name);
    return std::string(given != kArguments.end() ? given->second : "{}");
  }

  void expect_undone(const Command& command) {
    SCOPED_TRACE(command.name);
    const std::string arguments = arguments_of(command);
    ASSERT_TRUE(arguments != "{}" || command.mandatory.empty()) << "which arguments?";
    const std::string before = observe();
    heard_.clear();
    const auto done = vm_.dispatcher().dispatch_all(
        {invocation(command.name, arguments), invocation("no-such-command", "{}")}
    );
    ASSERT_FALSE(done);
    const std::string_view expected = expected_error(command.name);
    EXPECT_NE(done.error().desc.find(expected), std::string::npos) << done.error().desc;
    EXPECT_EQ(observe(), before);
    EXPECT_EQ(heard_, "");
  }

  TemporaryFolder folder_;
  qapi::EventLoop loop_;
  Vm vm_{loop_, api::program_tables({.major = 1, .package = "test"})};
  qapi::Program program_{loop_, vm_};
  std::string heard_;
};

TEST_P(UndoneCommands, LeaveNothingBehind) {
  go_to(GetParam());
  ASSERT_EQ(api::vm_phase(vm_), GetParam());
  for (const Command& command : vm_.dispatcher().commands()) {
    if (command.in.contains(to_phase(GetParam()))) expect_undone(command);
  }
}

std::vector<VmPhase> all_phases() {
  std::vector<VmPhase> phases;
  for (size_t i = 0; i < api::phase_table().names.size(); ++i) {
    phases.push_back(static_cast<VmPhase>(i));
  }
  return phases;
}

std::string test_name(const testing::TestParamInfo<VmPhase>& info) {
  std::string name(to_string(info.param));
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(InEachPhase, UndoneCommands, testing::ValuesIn(all_phases()), test_name);

}  // namespace
}  // namespace vm
