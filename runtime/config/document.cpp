// SPDX-License-Identifier: Apache-2.0

#include "runtime/config/document.h"

#include <algorithm>
#include <filesystem>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "runtime/base/file.h"
#include "runtime/json/json.h"
#include "runtime/json/source_map.h"

namespace qapi {

namespace {

constexpr std::string_view kExtends = "extends";

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

/// Reads a file and, before it, those that it extends.
class ConfigDocument::Loader {
 public:
  explicit Loader(ConfigDocument& document) : json_(*document.json_), places_(*document.places_) {}

  Result<> load(const std::filesystem::path& path) {
    const std::string file = path.string();
    const std::string text = TRY(read_file(file));
    SourceMap map;
    tl::expected<Json, JsonError> json = parse_json_at(text, {.comments = true}, &map);
    if (!json) {
      return fail_at(name_of(file, json.error().position), json.error().desc);
    }
    if (!json->is_object()) return fail_at(name_of(file, map.value("")), "expected an object");
    TRY(load_base(path, *json, map));
    const Source source{file, map};
    merge(json_, *json, source, "", "");
    return {};
  }

 private:
  struct Source {
    const std::string& file;
    const SourceMap& map;
  };

  static tl::unexpected<Error> fail_at(const std::string& place, std::string desc) {
    return tl::unexpected(located({.desc = std::move(desc)}, place));
  }

  Result<> load_base(const std::filesystem::path& path, Json& json, const SourceMap& map) {
    const auto extends = json.find(kExtends);
    if (extends == json.end()) return {};
    const std::string place = name_of(path.string(), map.value("/extends")) + ": /extends";
    if (!extends->is_string()) return fail_at(place, "expected the path of a file");
    const std::filesystem::path base = path.parent_path() / extends->get_ref<const std::string&>();
    std::error_code ignored;
    chain_.push_back(std::filesystem::weakly_canonical(path, ignored));
    const std::filesystem::path canonical = std::filesystem::weakly_canonical(base, ignored);
    if (std::find(chain_.begin(), chain_.end(), canonical) != chain_.end()) {
      return fail_at(place, fmt::format("{} extends itself", base.string()));
    }
    Result<> loaded = load(base);
    // A file that cannot be opened is the fault of this line; one that is wrong names its own.
    if (!loaded) return tl::unexpected(located(std::move(loaded).error(), place));
    json.erase(std::string(kExtends));
    return {};
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

  Json& json_;
  Places& places_;
  std::vector<std::filesystem::path> chain_;  // of the files that extend the one being read
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
