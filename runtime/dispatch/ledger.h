// SPDX-License-Identifier: Apache-2.0
//
// Ledger holds the invocations that still stand: what was built, without what was removed or
// replaced since. Which command stands in which section of config files, and takes away from which,
// is in the command table; what an invocation is about are the arguments in its `key`, unless the
// command function knows it better and says so:
//
//   Result<> add_lamp(House& house, const AddLampArgs& args) {
//     ...
//     house.ledger().note({lamp.path()});   // `lamp` and `/hall/lamp` are the same one

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "runtime/dispatch/command.h"
#include "runtime/dispatch/undo.h"
#include "runtime/json/any.h"

namespace qapi {

class Ledger {
 public:
  /// The names of what an invocation is about. Those that begin with a slash are paths: who is
  /// removed takes all with it that has a part below its path (`/a/b`, `/a:port`).
  using Subject = std::vector<std::string>;

  struct Entry {
    const Command* command;
    Subject subject;
    Any arguments;            ///< spelled as JSON
    std::string origin = {};  ///< where the command came from, as in Origin::where
  };

  explicit Ledger(UndoLog& undo) : undo_(undo) {}

  /// By a command function: what it has done, and arguments that do just that; without them, those
  /// that it was given. May be told more than once in a function.
  void note(Subject subject, std::optional<Any> arguments = {});

  /// By whoever takes names: one was another program's, so that what was given is not how we say
  /// it.
  void note_other_name() { has_other_names_ = true; }

  /// What a command function notes, from its start to its end.
  class Listener {
   public:
    explicit Listener(Ledger& ledger)
        : ledger_(ledger),
          outer_(std::move(ledger.notes_)),
          outer_has_other_names_(std::exchange(ledger.has_other_names_, false)) {
      ledger_.notes_.clear();
    }
    ~Listener() {
      ledger_.notes_ = std::move(outer_);
      ledger_.has_other_names_ = outer_has_other_names_;
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    /// Arguments in our words that do what the command has done, one after the other; none when
    /// those that were given are in our words, or nothing was noted.
    std::vector<Any> own_arguments() const;

    /// The command has succeeded: enters it, and strikes out what it removes or replaces.
    void enter(const Command& command, const Reader& arguments, const std::string& origin = {});

   private:
    friend class Ledger;

    Ledger& ledger_;
    std::vector<std::pair<Subject, std::optional<Any>>> outer_;
    bool outer_has_other_names_;
  };

  /// In the order in which they came.
  const std::map<uint64_t, Entry>& entries() const { return entries_; }

 private:
  using Note = std::pair<Subject, std::optional<Any>>;

  void enter(Entry entry);
  bool strike_out(const Command& command, const Subject& subject);
  void insert(Entry entry);
  void erase(uint64_t number);
  std::optional<uint64_t> find(std::string_view section, const Subject& subject) const;

  UndoLog& undo_;
  std::vector<Note> notes_;
  bool has_other_names_ = false;
  std::map<uint64_t, Entry> entries_;
  std::unordered_multimap<std::string, uint64_t> by_subject_;
  uint64_t next_ = 1;
};

}  // namespace qapi
