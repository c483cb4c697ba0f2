// SPDX-License-Identifier: Apache-2.0

#include "runtime/config/document.h"

#include <algorithm>
#include <filesystem>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "runtime/base/file.h"
#include "runtime/config/environment.h"
#include "runtime/json/decode.h"
#include "runtime/json/json.h"
#include "runtime/json/source_map.h"

namespace qapi {

namespace {

constexpr size_t kMaxChain = 64;  // so deep a nest is a mistake

std::string name_of(std::string_view file, const Position& position) {
  return fmt::format("{}:{}", file, to_string(position));
}

}  // namespace

struct ConfigDocument::Places {
  struct Place {
    std::string key;    // "board.json:3:5"
    std::string value;  // "board.json:3:12"
  };

  Place nearest(std::string_view pointer) const {
    for (;;) {
      const auto found = by_pointer.find(std::string(pointer));
      if (found != by_pointer.end()) return found->second;
      const size_t slash = pointer.rfind('/');
      if (slash == pointer.npos) return {};
      pointer = pointer.substr(0, slash);
    }
  }

  std::unordered_map<std::string, Place> by_pointer;
};

/// Reads a file and, before it, those that it extends; goes on after a fault, to find all.
class ConfigDocument::Loader {
 public:
  explicit Loader(ConfigDocument& document) : json_(*document.json_), places_(*document.places_) {}

  Result<> load(const std::string& path) {
    load_file(path, {});
    if (errors_.empty()) return {};
    return tl::unexpected(combine(std::move(errors_)));
  }

 private:
  struct Source {
    const std::string& file;
    const SourceMap& map;
  };

  void report(const std::string& place, Error error) {
    errors_.push_back(located(std::move(error), place));
  }

  void report(const std::string& place, std::string desc) {
    report(place, Error{.desc = std::move(desc)});
  }

  /// `place` is that of the name, where a file gave it.
  void load_file(const std::filesystem::path& path, const std::string& place) {
    const std::string file = path.string();
    std::error_code ignored;
    const std::filesystem::path canonical = std::filesystem::weakly_canonical(path, ignored);
    if (const std::string cycle = cycle_to(canonical, file); !cycle.empty()) {
      return report(place, fmt::format("a cycle: {}", cycle));
    }
    // What two files extend counts once.
    if (!seen_.insert(canonical.string()).second) return;
    if (chain_.size() == kMaxChain) {
      return report(place, fmt::format("more than {} files extend one another", kMaxChain));
    }
    Result<std::string> text = read_file(file);
    if (!text) return report(place, std::move(text).error());
    SourceMap map;
    tl::expected<Json, JsonError> json = parse_json_at(*text, {.comments = true}, &map);
    if (!json) return report(name_of(file, json.error().position), json.error().desc);
    const Source source{file, map};
    if (!json->is_object()) return report(name_of(file, map.value("")), "expected an object");
    expand_variables(*json, source, "");
    chain_.push_back({canonical, file});
    load_bases(*json, source);
    chain_.pop_back();
    merge(json_, *json, source, "", "");
  }

  /// "a.json -> b.json -> a.json", if the file is one of those that lead to it.
  std::string cycle_to(const std::filesystem::path& canonical, const std::string& file) const {
    const auto is_same = [&](const Link& link) { return link.canonical == canonical; };
    const auto first = std::find_if(chain_.begin(), chain_.end(), is_same);
    if (first == chain_.end()) return {};
    std::string names;
    std::for_each(first, chain_.end(), [&](const Link& link) { names += link.file + " -> "; });
    return names + file;
  }

  /// Takes `extends` out of the document.
  void load_bases(Json& json, const Source& source) {
    const auto found = json.find(kExtends);
    if (found == json.end()) return;
    const Json extends = std::move(*found);
    json.erase(std::string(kExtends));
    if (!extends.is_array()) return load_base(extends, source, "/extends");
    for (size_t i = 0; i < extends.size(); ++i) {
      load_base(extends[i], source, fmt::format("/extends/{}", i));
    }
  }

  void load_base(const Json& name, const Source& source, const std::string& pointer) {
    const std::string place =
        fmt::format("{}: {}", name_of(source.file, source.map.value(pointer)), pointer);
    if (!name.is_string()) return report(place, "expected the path of a file");
    const std::filesystem::path base = name.get_ref<const std::string&>();
    load_file(std::filesystem::path(source.file).parent_path() / base, place);
  }

  void expand_variables(Json& json, const Source& source, const std::string& pointer) {
    if (json.is_string()) {
      Result<std::string> text = expand_environment(json.get_ref<const std::string&>());
      if (text) {
        json = *std::move(text);
      } else {
        const std::string place = name_of(source.file, source.map.value(pointer));
        report(fmt::format("{}: {}", place, pointer), std::move(text).error());
      }
    } else if (json.is_array()) {
      for (size_t i = 0; i < json.size(); ++i) {
        expand_variables(json[i], source, fmt::format("{}/{}", pointer, i));
      }
    } else if (json.is_object()) {
      for (auto& [name, value] : json.get_ref<Json::object_t&>()) {
        expand_variables(value, source, pointer + pointer_step(name));
      }
    }
  }

  /// Notes where `json` and all within it came from: at `from` in its file, at `to` in the
  /// document.
  void note(
      const Json& json,
      const Source& source,
      const std::string& from,
      const std::string& to
  ) {
    places_.by_pointer[to] = {
        name_of(source.file, source.map.key(from)),
        name_of(source.file, source.map.value(from))};
    size_t index = 0;
    for (const auto& item : json.items()) {
      if (!json.is_structured()) break;
      const std::string step =
          json.is_array() ? fmt::format("/{}", index++) : pointer_step(item.key());
      note(item.value(), source, from + step, to + step);
    }
  }

  void merge(
      Json& into,
      Json& json,
      const Source& source,
      const std::string& from,
      const std::string& to
  ) {
    if (into.is_object() && json.is_object()) {
      note(Json::object(), source, from, to);
      for (auto& [name, value] : json.get_ref<Json::object_t&>()) {
        merge(into[name], value, source, from + pointer_step(name), to + pointer_step(name));
      }
    } else if (into.is_array() && json.is_array()) {
      for (size_t i = 0; i < json.size(); ++i) {
        note(json[i], source, fmt::format("{}/{}", from, i), fmt::format("{}/{}", to, into.size()));
        into.push_back(std::move(json[i]));
      }
    } else {
      note(json, source, from, to);
      into = std::move(json);
    }
  }

  /// One of the files that extend the one being read.
  struct Link {
    std::filesystem::path canonical;
    std::string file;
  };

  Json& json_;
  Places& places_;
  std::vector<Error> errors_;
  std::vector<Link> chain_;
  std::unordered_set<std::string> seen_;
};

ConfigDocument::ConfigDocument()
    : json_(std::make_unique<Json>()),
      places_(std::make_unique<Places>()) {}

ConfigDocument::ConfigDocument(ConfigDocument&&) noexcept = default;
ConfigDocument::~ConfigDocument() = default;

Result<ConfigDocument> ConfigDocument::load(const std::string& path) {
  ConfigDocument document;
  TRY(Loader(document).load(path));
  return document;
}

std::string ConfigDocument::place_of(std::string_view pointer) const {
  return fmt::format("{}: {}", places_->nearest(pointer).value, pointer.empty() ? "/" : pointer);
}

std::string ConfigDocument::place_of_key(std::string_view pointer) const {
  return fmt::format("{}: {}", places_->nearest(pointer).key, pointer.empty() ? "/" : pointer);
}

}  // namespace qapi
