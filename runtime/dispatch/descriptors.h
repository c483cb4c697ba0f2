// SPDX-License-Identifier: Apache-2.0
//
// Descriptors are open files that others hand to the program: clients over their monitor
// (SCM_RIGHTS), and whoever started it, as inherited ones. Commands refer to them by name.
//
// What a client sends waits until its next getfd or add-fd takes it. getfd gives it a name, which
// only that client knows; add-fd makes it part of a set, which all know. Changes are taken back
// when the command fails in the end.
//
//   Fd socket = TRY(context.descriptors().take("console"));
//   Fd log = TRY(context.descriptors().open("/dev/fdset/2", O_WRONLY));

#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/fd.h"
#include "runtime/base/result.h"

namespace qapi {

class UndoLog;

/// Shared with what can bring it back.
using SharedFd = std::shared_ptr<const Fd>;

/// What one client has sent. Main thread.
struct ClientDescriptors {
  std::vector<SharedFd> received;  ///< not taken yet
  std::map<std::string, SharedFd, std::less<>> named;

  /// Replaces what was received before and nobody took.
  void receive(std::vector<SharedFd> descriptors);

  /// The client is gone.
  void clear();
};

/// A descriptor of a set.
struct FdsetEntry {
  SharedFd fd;
  std::optional<std::string> opaque;  ///< what the client said of it
};

class Descriptors {
 public:
  using Sets = std::map<int64_t, std::vector<FdsetEntry>>;

  explicit Descriptors(UndoLog& undo) : undo_(undo) {}
  Descriptors(const Descriptors&) = delete;
  Descriptors& operator=(const Descriptors&) = delete;

  /// Who sent the command that runs; null: the command line, a file, ourselves.
  void set_client(std::shared_ptr<ClientDescriptors> client) { client_ = std::move(client); }

  /// Names what was received last; what had the name is closed.
  Result<> name(std::string_view name);

  /// Closes what has this name.
  Result<> close(std::string_view name);

  /// What has this name, which is then free again. Without a client: an inherited descriptor by its
  /// number.
  Result<Fd> take(std::string_view name);

  struct Place {
    int64_t set;
    int fd;
  };

  /// Adds what was received last, or is inherited, to a set; without `set`, to a new one.
  Result<Place> add(
      std::optional<int64_t> set,
      std::optional<std::string> opaque,
      std::optional<int> inherited
  );

  /// Closes one descriptor of a set, or all. What was opened through it stays open.
  Result<> remove(int64_t set, std::optional<int64_t> fd);

  const Sets& sets() const { return sets_; }

  /// Whether a path means a set: `/dev/fdset/N`.
  static bool is_set_path(std::string_view path);

  /// A descriptor for that of a set which can be used as open() flags say.
  Result<Fd> open(std::string_view path, int flags) const;

 private:
  Result<SharedFd> take_received();
  Result<SharedFd> take_inherited(int number);
  void remember_client();
  void remember_sets();

  UndoLog& undo_;
  std::shared_ptr<ClientDescriptors> client_;  // shared with its session
  Sets sets_;
};

}  // namespace qapi
