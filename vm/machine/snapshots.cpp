// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/snapshots.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <mutex>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>

#include "generated/phases/phases.h"

#include "vm/machine/draft.h"
#include "vm/machine/incoming.h"
#include "vm/machine/jobs.h"
#include "vm/machine/outgoing.h"
#include "vm/machine/saved.h"
#include "vm/machine/vm.h"

namespace vm {
namespace {

constexpr std::string_view kSuffix = ".state";

Result<std::string> path_of(const std::string& folder, const std::string& tag) {
  const bool is_name = !tag.empty() && tag.front() != '.' && tag.find('/') == std::string::npos;
  if (is_name) return fmt::format("{}/{}{}", folder, tag, kSuffix);
  return fail(fmt::format("'{}' is no tag: it is a file's name, and does not begin with a dot", tag)
  );
}

api::SnapshotInfo describe(const std::filesystem::directory_entry& file) {
  using std::chrono::duration_cast;
  using std::chrono::file_clock;
  using std::chrono::seconds;
  std::error_code ignored;  // it may be gone by now
  const auto written = file_clock::to_sys(file.last_write_time(ignored));
  return {
      .tag = file.path().stem().string(),
      .vm_state_size = file.file_size(ignored),
      .date_sec = duration_cast<seconds>(written.time_since_epoch()).count(),
  };
}

}  // namespace

Snapshots::Snapshots(Vm& vm) : vm_(vm) {}

Snapshots::~Snapshots() {
  if (outgoing_ != nullptr) outgoing_->close();
  if (incoming_ != nullptr) incoming_->close();
}

Result<> Snapshots::create_job(api::JobType type, const std::string& id) {
  JobControl control;
  control.cancel = [this] { cancel(); };
  control.measure = [this](api::JobInfo& info) {
    if (outgoing_ == nullptr) return;
    info.total_progress = outgoing_->total();
    info.current_progress = outgoing_->total() - outgoing_->remaining();
  };
  return vm_.jobs().create(id, type, std::move(control));
}

void Snapshots::hold_guest() {
  before_ = vm_.hold_guest();
  vm_.undo().add([this] {
    outgoing_.reset();
    incoming_.reset();
    draft_.reset();
    vm_.let_guest_go_on(*std::exchange(before_, std::nullopt));
  });
}

Result<> Snapshots::save(const api::SnapshotSaveArgs& args) {
  const std::string path = TRY(path_of(args.vmstate, args.tag));
  auto [draft, stream] = TRY(Draft::create(vm_, path));
  TRY(create_job(api::JobType::SnapshotSave, args.job_id));
  hold_guest();
  job_ = args.job_id;
  draft_ = std::move(draft);
  const machine::SavedTime time{
      .running = api::is_running(*before_),
      .clock_ns = vm_.clock().now_ns(),
  };
  Outgoing::Ends ends{
      .sent = [this] { outgoing_->finish(); },
      .ended = [this](const Result<>& result) { saved(result); },
  };
  outgoing_ = std::make_shared<Outgoing>(
      vm_,
      std::move(stream),
      machine::SaveStream(vm_.machine(), time),
      std::move(ends)
  );
  vm_.undo().on_commit([this] {
    vm_.jobs().start(job_);
    outgoing_->run();
  });
  return {};
}

Result<> Snapshots::load(const api::SnapshotLoadArgs& args) {
  const std::string path = TRY(path_of(args.vmstate, args.tag));
  auto stream = TRY(open_descriptor(vm_, path, O_RDONLY));
  TRY(create_job(api::JobType::SnapshotLoad, args.job_id));
  hold_guest();
  job_ = args.job_id;
  incoming_ = std::make_shared<Incoming>(
      vm_.loop(),
      std::move(stream),
      machine::most_bytes(vm_.machine()),
      [this](Result<std::string> bytes) { read(std::move(bytes)); }
  );
  vm_.undo().on_commit([this] {
    vm_.jobs().start(job_);
    incoming_->run();
  });
  return {};
}

void Snapshots::drop() {
  if (outgoing_ != nullptr) outgoing_->close();
  if (incoming_ != nullptr) incoming_->close();
  outgoing_.reset();
  incoming_.reset();
  draft_.reset();
}

void Snapshots::saved(const Result<>& result) {
  std::lock_guard hold(vm_.machine_lock());
  const Result<> done = result ? draft_->complete() : result;
  vm_.jobs().measure(job_);
  drop();
  return_guest();
  vm_.jobs().conclude(job_, done);
}

/// As it was before.
void Snapshots::return_guest() {
  const api::VmPhase before = *std::exchange(before_, std::nullopt);
  if (api::can_snapshot_save_end(vm_)) {
    api::snapshot_save_end(vm_, before);
  } else {
    api::snapshot_load_fail(vm_, before);
  }
  vm_.let_guest_go_on(before);
}

void Snapshots::read(Result<std::string> bytes) {
  std::lock_guard hold(vm_.machine_lock());
  const Result<> taken = bytes ? take(*std::move(bytes)) : tl::unexpected(bytes.error());
  drop();
  if (taken) {
    const bool ran = api::is_running(*std::exchange(before_, std::nullopt));
    vm_.guest_arrived({.running = ran});
  } else {
    return_guest();
  }
  vm_.jobs().conclude(job_, taken);
}

Result<> Snapshots::take(std::string bytes) {
  const machine::Saved saved = TRY(machine::Saved::parse(vm_.machine(), std::move(bytes)));
  return saved.load(vm_.machine(), vm_.clock());
}

void Snapshots::cancel() {
  if (!before_) return;
  drop();
  return_guest();
  vm_.jobs().conclude(job_, fail("cancelled"));
}

Result<> Snapshots::remove(const api::SnapshotDeleteArgs& args) {
  const std::string path = TRY(path_of(args.vmstate, args.tag));
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) {
    return fail(fmt::format("there is no snapshot '{}' in '{}'", args.tag, args.vmstate));
  }
  TRY(vm_.jobs().create(args.job_id, api::JobType::SnapshotDelete, {}));
  vm_.undo().on_commit([this, path, job = args.job_id] {
    vm_.jobs().start(job);
    std::error_code failure;
    std::filesystem::remove(path, failure);
    vm_.jobs().conclude(
        job,
        failure ? fail(fmt::format("{}: {}", path, failure.message())) : Result<>()
    );
  });
  return {};
}

Result<std::vector<api::SnapshotInfo>> Snapshots::list(const std::string& folder) {
  std::error_code error;
  std::filesystem::directory_iterator files(folder, error);
  if (error) return fail(fmt::format("cannot read folder '{}': {}", folder, error.message()));
  std::vector<api::SnapshotInfo> list;
  for (const auto& file : files) {
    if (file.path().extension() == kSuffix) list.push_back(describe(file));
  }
  std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.tag < b.tag; });
  return list;
}

}  // namespace vm
