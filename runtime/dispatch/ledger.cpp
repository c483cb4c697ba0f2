// SPDX-License-Identifier: Apache-2.0

#include "runtime/dispatch/ledger.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "runtime/dispatch/call.h"
#include "runtime/json/json.h"
#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace qapi {

namespace {

constexpr char kEnd = '\0';  // no name has it

std::string index_key(std::string_view section, const Ledger::Subject& subject) {
  std::string key(section);
  for (const std::string& part : subject) {
    key += kEnd;
    key += part;
  }
  return key;
}

bool is_below(std::string_view part, std::string_view path) {
  if (!part.starts_with(path)) return false;
  return part.size() == path.size() || part[path.size()] == '/' || part[path.size()] == ':';
}

bool is_path(const Ledger::Subject& subject) {
  return subject.size() == 1 && subject[0].starts_with('/');
}

/// What the arguments in the command's key say.
Ledger::Subject subject_of(const Command& command, const Json& arguments) {
  Ledger::Subject subject;
  for (const std::string_view name : command.key) {
    const auto found = arguments.find(std::string(name));
    const bool is_text = found != arguments.end() && found->is_string();
    subject.push_back(
        is_text                    ? found->get<std::string>()
        : found == arguments.end() ? std::string()
                                   : encoded(*found)
    );
  }
  return subject;
}

/// Without what was not given: its default says the same.
Any only_given(const Command& command, const Reader& arguments) {
  if (command.config.name.empty()) return Any(arguments.json());
  Any all = Any::parsed(normalized_arguments(command, arguments));
  Any given = Any::object();
  for (auto& [name, value] : all.json().items()) {
    if (arguments.json().contains(name)) given.json()[name] = std::move(value);
  }
  return given;
}

}  // namespace

void Ledger::note(Subject subject, std::optional<Any> arguments) {
  notes_.emplace_back(std::move(subject), std::move(arguments));
}

std::vector<Any> Ledger::Listener::own_arguments() const {
  std::vector<Any> own;
  if (!ledger_.has_other_names_) return own;
  for (const auto& [subject, arguments] : ledger_.notes_) {
    if (arguments) own.push_back(*arguments);
  }
  return own;
}

void Ledger::Listener::enter(
    const Command& command,
    const Reader& arguments,
    const std::string& origin
) {
  const bool counts = !command.config.name.empty() || !command.removes.empty();
  if (!counts || command.walks) return;
  std::vector<Note> notes = std::exchange(ledger_.notes_, {});
  if (notes.empty()) notes.emplace_back(subject_of(command, arguments.json()), std::nullopt);
  for (auto& [subject, given] : notes) {
    Any own = given ? *std::move(given) : only_given(command, arguments);
    ledger_.enter({&command, std::move(subject), std::move(own), origin});
  }
}

void Ledger::enter(Entry entry) {
  const Command& command = *entry.command;
  if (!command.removes.empty()) {
    // What this program did not build, as far as the ledger knows, is only gone if a file says so.
    if (strike_out(command, entry.subject) || command.config.name.empty()) return;
  }
  const bool is_one_of_a_kind = !command.config.list || !command.key.empty();
  const auto before = is_one_of_a_kind ? find(command.config.name, entry.subject) : std::nullopt;
  if (before) {
    if (command.config.merges) {
      Any merged = entries_.at(*before).arguments;
      merged.json().update(entry.arguments.json());
      entry.arguments = std::move(merged);
    }
    erase(*before);
  }
  insert(std::move(entry));
}

/// Whether there was just what the command removes.
bool Ledger::strike_out(const Command& command, const Subject& subject) {
  bool stood = false;
  for (const std::string_view section : command.removes) {
    const std::optional<uint64_t> exact = find(section, subject);
    if (!exact) continue;
    stood = true;
    erase(*exact);
  }
  if (!is_path(subject)) return stood;
  std::vector<uint64_t> inside;
  for (const auto& [number, entry] : entries_) {
    const auto& removed = command.removes;
    if (std::find(removed.begin(), removed.end(), entry.command->config.name) == removed.end())
      continue;
    const auto is_inside = [&](const std::string& part) { return is_below(part, subject[0]); };
    if (std::any_of(entry.subject.begin(), entry.subject.end(), is_inside))
      inside.push_back(number);
  }
  std::for_each(inside.begin(), inside.end(), [this](uint64_t number) { erase(number); });
  return stood;
}

void Ledger::insert(Entry entry) {
  const uint64_t number = next_++;
  by_subject_.emplace(index_key(entry.command->config.name, entry.subject), number);
  entries_.emplace(number, std::move(entry));
  undo_.add([this, number] { erase(number); });
}

void Ledger::erase(uint64_t number) {
  const auto found = entries_.find(number);
  const auto removed = std::make_shared<Entry>(std::move(found->second));
  entries_.erase(found);
  const std::string key = index_key(removed->command->config.name, removed->subject);
  auto [at, end] = by_subject_.equal_range(key);
  by_subject_.erase(std::find_if(at, end, [number](const auto& row) {
    return row.second == number;
  }));
  undo_.add([this, number, key, removed] {
    by_subject_.emplace(key, number);
    entries_.emplace(number, *removed);
  });
}

std::optional<uint64_t> Ledger::find(std::string_view section, const Subject& subject) const {
  const auto found = by_subject_.find(index_key(section, subject));
  if (found == by_subject_.end()) return std::nullopt;
  return found->second;
}

}  // namespace qapi
