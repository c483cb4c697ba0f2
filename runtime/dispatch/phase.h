// SPDX-License-Identifier: Apache-2.0
//
// The phase machine at run time: where a program stands, and the tables that say where it may go.
// The tables are generated from the schema's `phases`, `phase` rules and transitions; nothing moves
// beside them.

#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace qapi {

/// Index of a leaf of the schema's `phases`; generated enums have the same values.
enum class Phase : uint8_t {
};

class PhaseSet {
 public:
  constexpr PhaseSet() = default;
  constexpr explicit PhaseSet(uint64_t bits) : bits_(bits) {}

  static constexpr PhaseSet of(Phase phase) {
    return PhaseSet(uint64_t{1} << static_cast<unsigned>(phase));
  }

  constexpr bool contains(Phase phase) const {
    return ((bits_ >> static_cast<unsigned>(phase)) & 1u) != 0;
  }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr uint64_t bits() const { return bits_; }
  constexpr PhaseSet operator|(PhaseSet other) const { return PhaseSet(bits_ | other.bits_); }
  constexpr PhaseSet operator&(PhaseSet other) const { return PhaseSet(bits_ & other.bits_); }
  constexpr PhaseSet minus(PhaseSet other) const { return PhaseSet(bits_ & ~other.bits_); }
  constexpr bool operator==(const PhaseSet&) const = default;

 private:
  uint64_t bits_ = 0;
};

/// From any phase of `from` to any phase of `to`; a handler chooses where `to` has several.
struct Move {
  PhaseSet from;
  PhaseSet to;
};

/// The move that starts in `from`; null when there is none.
const Move* find_move(std::span<const Move> moves, Phase from);

/// A named set of phases; a leaf at the top level is a set of its own.
struct PhaseGroup {
  std::string_view name;
  PhaseSet leaves;
  std::string_view view = {};        ///< type whose values are its leaves; empty: none
  std::optional<Phase> before = {};  ///< the leaf that stands in that view for phases outside
};

/// A move that no command triggers.
struct Transition {
  std::string_view name;
  std::span<const Move> moves;
  std::string_view emits = {};  ///< event that goes with it; empty: none
};

/// The schema's phase machine.
struct PhaseTable {
  std::string_view name;                    ///< of the schema's definition
  std::span<const std::string_view> names;  ///< of the leaves, by Phase
  std::span<const PhaseGroup> groups;       ///< top-level entries, in order
  std::span<const Transition> transitions;
  /// names.size() squared: the row of the command table that is the next step from a phase towards
  /// another; -1 where no way leads.
  std::span<const int16_t> next_step;
  std::optional<Phase> goal = {};  ///< where a start goes if it is not told otherwise

  std::string_view name_of(Phase phase) const { return names[static_cast<size_t>(phase)]; }
  std::string_view group_of(Phase phase) const;
  std::optional<Phase> find(std::string_view phase) const;
  std::optional<PhaseSet> find_set(std::string_view phase_or_group) const;
  std::vector<std::string_view> names_of(PhaseSet set) const;
  int next(Phase from, Phase to) const {
    return next_step[static_cast<size_t>(from) * names.size() + static_cast<size_t>(to)];
  }
  PhaseSet all() const {
    return PhaseSet(names.size() == 64 ? ~uint64_t{0} : (uint64_t{1} << names.size()) - 1);
  }

  /// "machine-initialized and machine-ready (except save-vm)": groups by their name where at least
  /// three quarters of their leaves are in. For who stands at `now`, without exceptions elsewhere.
  std::string describe(PhaseSet set, std::optional<Phase> now = {}) const;
};

/// Where the program stands.
class PhaseMachine {
 public:
  using Listener = std::function<void(Phase from, Phase to, std::string_view cause)>;

  explicit PhaseMachine(const PhaseTable& table) : table_(table) {}

  const PhaseTable& table() const { return table_; }

  /// Any thread may ask.
  Phase now() const { return now_.load(std::memory_order_relaxed); }

  /// Called after each move from one phase to another, in the order of subscription, also when one
  /// is taken back; must not subscribe further ones.
  void subscribe(Listener listener) { listeners_.push_back(std::move(listener)); }

  /// Asserts that `moves` allows it. Only generated code and the dispatcher call this.
  void move(std::span<const Move> moves, Phase to, std::string_view cause);

  /// Returns to where a failed or abandoned step began. Only the undo log calls this.
  void restore(Phase phase, std::string_view cause);

 private:
  void set(Phase to, std::string_view cause);

  const PhaseTable& table_;
  std::atomic<Phase> now_{};
  std::vector<Listener> listeners_;
};

}  // namespace qapi
