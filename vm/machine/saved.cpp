// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/saved.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <utility>

#include <fmt/format.h>

#include "runtime/json/decode.h"
#include "runtime/json/json.h"
#include "runtime/json/writer.h"
#include "vm/machine/saved_memory.h"
#include "vm/object/find.h"
#include "vm/object/gather.h"

namespace vm::machine {
namespace {

// What a stream may hold beside memory, and what each piece adds to it.
constexpr uint64_t kMostState = uint64_t{64} << 20;

qapi::Any state_of(const Object& object) {
  std::string json;
  qapi::Writer out(json);
  object.type().save(object, out);
  return qapi::Any(qapi::parse_json(json).value());
}

/// Takes words and bytes off the front.
class Pieces {
 public:
  explicit Pieces(std::string_view bytes) : rest_(bytes) {}

  bool is_empty() const { return rest_.empty(); }

  bool take(uint64_t& word) {
    std::string_view bytes;
    if (!take(kSavedWord, bytes)) return false;
    std::memcpy(&word, bytes.data(), kSavedWord);
    return true;
  }

  bool take(uint64_t size, std::string_view& bytes) {
    if (rest_.size() < size) return false;
    bytes = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return true;
  }

 private:
  std::string_view rest_;
};

/// The pieces of one memory, each within its size; false when they are not.
bool for_each_piece(
    Pieces& pieces,
    uint64_t size,
    const std::function<void(uint64_t at, std::string_view bytes)>& visit
) {
  for (;;) {
    uint64_t at = 0;
    uint64_t length = 0;
    std::string_view bytes;
    if (!pieces.take(at) || !pieces.take(length)) return false;
    if (length == 0) return true;
    if (at > size || length > size - at || !pieces.take(length, bytes)) return false;
    visit(at, bytes);
  }
}

/// What is not zero becomes zero; pages that were never touched stay so.
void clear(const Region& region) {
  for (uint64_t at = 0; at < region.size; at += kSavedPiece) {
    const uint64_t size = std::min(kSavedPiece, region.size - at);
    if (!is_zero(region.host + at, size)) std::memset(region.host + at, 0, size);
  }
}

Result<size_t> header_size(std::string_view bytes) {
  const size_t line = bytes.find('\n');
  if (line == std::string_view::npos || bytes.size() < line + 1 + kSavedWord) {
    return fail("is not a guest that was saved");
  }
  return line + 1;
}

/// In the pieces in which it was added: words are counted from the start of each.
Result<> check_sum(std::string_view bytes, size_t header) {
  uint64_t expected = 0;
  const std::string_view summed = bytes.substr(0, bytes.size() - kSavedWord);
  std::memcpy(&expected, bytes.data() + summed.size(), kSavedWord);
  Sum sum;
  sum.add(summed.substr(0, header));
  sum.add(summed.substr(header));
  if (sum.value() != expected) return fail("is damaged or not complete");
  return {};
}

Result<> check_objects(Object& machine, const api::SavedMachine& header) {
  const size_t count = gather<Object>(machine).size();
  for (const api::SavedObject& saved : header.objects) {
    const Object* object = TRY(find_object(machine.root(), saved.path));
    if (object->type().name != saved.type) {
      return fail(
          fmt::format("{} is of type {}, not {}", saved.path, object->type().name, saved.type)
      );
    }
  }
  if (count == header.objects.size()) return {};
  return fail(fmt::format("it holds {} objects, and there are {}", header.objects.size(), count));
}

Result<> check_memory(Object& machine, const api::SavedMachine& header, std::string_view memory) {
  const std::vector<SavedRegion> present = memory_of(machine);
  const bool fits = std::equal(
      present.begin(),
      present.end(),
      header.memory.begin(),
      header.memory.end(),
      [](const SavedRegion& ours, const api::SavedMemory& saved) {
        return ours.name == saved.region && ours.region->size == saved.size;
      }
  );
  if (!fits) return fail("its memory is not that of this machine");
  Pieces pieces(memory);
  for (const api::SavedMemory& saved : header.memory) {
    if (!for_each_piece(pieces, saved.size, [](uint64_t, std::string_view) {})) {
      return fail("its memory lies outside of this machine's");
    }
  }
  return pieces.is_empty() ? Result<>() : fail("there is more in it than memory");
}

Result<> load_state(Object& object, const qapi::Any& state) {
  std::vector<Error> errors;
  const qapi::Reader in(state.json(), qapi::Spelling::Json, errors);
  if (object.type().load(object, in)) return {};
  Error error = qapi::combine(std::move(errors));
  error.desc = fmt::format("{}: {}", object.path(), error.desc);
  return tl::unexpected(std::move(error));
}

Result<> load_states(Object& machine, const std::vector<api::SavedObject>& objects) {
  for (const api::SavedObject& saved : objects) {
    Object* const object = TRY(find_object(machine.root(), saved.path));
    TRY(load_state(*object, saved.state));
  }
  return {};
}

}  // namespace

std::vector<api::SavedObject> saved_objects(Object& machine) {
  std::vector<api::SavedObject> list;
  for (Object* object : gather<Object>(machine)) {
    list.push_back(
        {.path = object->path(),
         .type = std::string(object->type().name),
         .state = state_of(*object)}
    );
  }
  return list;
}

uint64_t most_bytes(Object& machine) {
  uint64_t most = kMostState;
  for (const SavedRegion& memory : memory_of(machine)) {
    const uint64_t pieces = memory.region->size / kSavedPiece + 2;
    most += memory.region->size + pieces * 2 * kSavedWord;
  }
  return most;
}

Result<Saved> Saved::parse(Object& machine, std::string bytes) {
  Saved saved;
  saved.memory_at_ = TRY(header_size(bytes));
  TRY(check_sum(bytes, saved.memory_at_));
  const std::string_view line = std::string_view(bytes).substr(0, saved.memory_at_ - 1);
  const qapi::Json json = TRY(qapi::parse_json(line));
  saved.header_ = TRY(qapi::decode_all<api::SavedMachine>(json, qapi::Spelling::Json));
  if (saved.header_.format != kSavedFormat) {
    return fail(fmt::format("its format is {}, not {}", saved.header_.format, kSavedFormat));
  }
  TRY(check_objects(machine, saved.header_));
  bytes.resize(bytes.size() - kSavedWord);
  TRY(check_memory(machine, saved.header_, std::string_view(bytes).substr(saved.memory_at_)));
  saved.bytes_ = std::move(bytes);
  return saved;
}

Result<> Saved::load(Object& machine, VirtualClock& clock) const {
  const std::vector<api::SavedObject> before = saved_objects(machine);
  const uint64_t before_ns = clock.now_ns();
  clock.set_now_ns(header_.clock_ns);  // first: loading sets timers
  Result<> done = load_states(machine, header_.objects);
  if (!done) {
    clock.set_now_ns(before_ns);
    (void)load_states(machine, before);  // they were in it just now
    return done;
  }
  Pieces pieces(std::string_view(bytes_).substr(memory_at_));
  for (const SavedRegion& memory : memory_of(machine)) {
    const Region& region = *memory.region;
    clear(region);
    for_each_piece(pieces, region.size, [&region](uint64_t at, std::string_view bytes) {
      std::memcpy(region.host + at, bytes.data(), bytes.size());
    });
  }
  return {};
}

}  // namespace vm::machine
