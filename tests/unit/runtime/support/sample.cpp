// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/runtime/support/sample.h"

#include <cstddef>

#include "runtime/config/config.h"
#include "runtime/dispatch/invoke.h"
#include "runtime/json/json.h"
#include "runtime/json/object_type.h"
#include "runtime/script/script.h"

namespace sample {

namespace {

using qapi::fail;
using qapi::Phase;
using qapi::PhaseSet;
using qapi::Result;

struct FillArgs {
  std::string water = {};
  uint64_t amount = 1024;

  static const qapi::ObjectType kType;
};

constexpr qapi::Member kFillArgsMembers[] = {
    {"water", offsetof(FillArgs, water), &qapi::type<std::string>, qapi::Presence::Required},
    {"amount", offsetof(FillArgs, amount), &qapi::kSize},
};

constinit const qapi::ObjectType FillArgs::kType{qapi::kValue<FillArgs>, kFillArgsMembers};

struct SpiceArgs {
  std::string name = {};
  std::optional<int8_t> grams = {};
  std::vector<std::string> from = {};

  static const qapi::ObjectType kType;
};

constexpr qapi::Member kSpiceArgsMembers[] = {
    {"name", offsetof(SpiceArgs, name), &qapi::type<std::string>, qapi::Presence::Required},
    {"grams", offsetof(SpiceArgs, grams), &qapi::type<std::optional<int8_t>>},
    {"from", offsetof(SpiceArgs, from), &qapi::type<std::vector<std::string>>},
};

constinit const qapi::ObjectType SpiceArgs::kType{qapi::kValue<SpiceArgs>, kSpiceArgsMembers};

struct TextArgs {
  std::string text = {};

  static const qapi::ObjectType kType;
};

constexpr qapi::Member kTextArgsMembers[] = {
    {"text", offsetof(TextArgs, text), &qapi::type<std::string>, qapi::Presence::Required},
};

constinit const qapi::ObjectType TextArgs::kType{qapi::kValue<TextArgs>, kTextArgsMembers};

enum class BoilTo {
  Boiling,
  Done
};

Phase to_phase(BoilTo to) {
  return phase(to == BoilTo::Boiling ? KettlePhase::Boiling : KettlePhase::Done);
}

struct Status {
  std::string water = {};
  size_t spices = 0;
};

void encode(qapi::Writer& out, const Status& value) {
  qapi::ObjectWriter object(out);
  object.member("water", value.water);
  object.member("spices", uint64_t{value.spices});
  object.finish();
}

Result<> fill(Kettle& kettle, const FillArgs& args) {
  kettle.calls.push_back("fill " + args.water);
  kettle.undo().add([&kettle, before = kettle.water] { kettle.water = before; });
  kettle.water = args.water;
  if (args.water == "acid") return fail("acid would eat the kettle");
  return {};
}

Result<> light(Kettle& kettle) {
  kettle.calls.push_back("light");
  kettle.is_locked_in_command = !kettle.mutex.try_lock();
  if (kettle.matches_are_wet) return fail("the matches are wet");
  return {};
}

Result<> place(Kettle& kettle) {
  kettle.calls.push_back("place");
  return {};
}

Result<qapi::Going<BoilTo>> boil(Kettle& kettle) {
  kettle.calls.push_back("boil");
  return qapi::Going<BoilTo>{kettle.water == "little" ? BoilTo::Done : BoilTo::Boiling};
}

Result<> cool(Kettle& kettle) {
  kettle.calls.push_back("cool");
  return {};
}

Result<> add_spice(Kettle& kettle, const SpiceArgs& args) {
  kettle.calls.push_back("add-spice " + args.name);
  kettle.undo().add([&kettle] { kettle.spices.pop_back(); });
  kettle.spices.push_back(args.name);
  if (args.name == "salt") return fail("salt in tea");
  return {};
}

// Takes as long as it takes until somebody blows.
Result<> clean_whistle(Kettle& kettle) {
  kettle.whistle_is_clean.acquire();
  return {};
}

Result<> blow(Kettle& kettle) {
  kettle.whistle_is_clean.release();
  return {};
}

Result<Status> query_status(Kettle& kettle) {
  return Status{kettle.water, kettle.spices.size()};
}

Result<std::string> echo(Kettle&, const TextArgs& args) {
  return args.text;
}

Result<> whistle(Kettle& kettle) {
  kettle.events().emit("WHISTLE", R"({"loud":true})");
  return {};
}

Result<> hush(Kettle&) {
  return {};
}

Result<> begin(Kettle& kettle) {
  return kettle.dispatcher().begin_transaction();
}

Result<> commit(Kettle& kettle) {
  return kettle.dispatcher().commit_transaction();
}

Result<> abort(Kettle& kettle) {
  return kettle.dispatcher().abort_transaction();
}

Result<> until(Kettle& kettle, const TextArgs& args) {
  const std::optional<PhaseSet> target = phase_table().find_set(args.text);
  if (!target) return fail("no phase '" + args.text + "'");
  return kettle.dispatcher().walk(*target, {});
}

Result<> load(Kettle& kettle, const TextArgs& args) {
  return qapi::apply_config(kettle.dispatcher(), args.text);
}

Result<> script(Kettle& kettle, const TextArgs& args) {
  return qapi::run_script(kettle.dispatcher(), args.text);
}

Result<> negotiate(Kettle&) {
  return fail(
      "Capabilities negotiation is already complete, command ignored",
      qapi::ErrorClass::CommandNotFound
  );
}

constexpr PhaseSet in(KettlePhase p) {
  return PhaseSet::of(phase(p));
}

constexpr PhaseSet kReady =
    in(KettlePhase::Cold) | in(KettlePhase::Boiling) | in(KettlePhase::Done);
constexpr PhaseSet kAll =
    kReady | in(KettlePhase::Empty) | in(KettlePhase::Filled) | in(KettlePhase::Lit);

constexpr std::string_view kNames[] = {"empty", "filled", "lit", "cold", "boiling", "done"};
constexpr qapi::PhaseGroup kGroups[] = {
    {"empty", in(KettlePhase::Empty)},
    {"filled", in(KettlePhase::Filled)},
    {"lit", in(KettlePhase::Lit)},
    {"ready", kReady},
};

constexpr qapi::Move kFillMoves[] = {{in(KettlePhase::Empty), in(KettlePhase::Filled)}};
constexpr qapi::Move kLightMoves[] = {{in(KettlePhase::Filled), in(KettlePhase::Lit)}};
constexpr qapi::Move kPlaceMoves[] = {{in(KettlePhase::Lit), in(KettlePhase::Cold)}};
constexpr qapi::Move kBoilMoves[] = {
    {in(KettlePhase::Cold), in(KettlePhase::Boiling) | in(KettlePhase::Done)}};
constexpr qapi::Move kCoolMoves[] = {{in(KettlePhase::Boiling), in(KettlePhase::Cold)}};

constexpr std::string_view kWater[] = {"water"};
constexpr std::string_view kName[] = {"name"};
constexpr std::string_view kText[] = {"text"};

// The rows of the steps, as the generator counts them.
enum Row : int16_t {
  kNone = -1,
  kFill,
  kLight,
  kPlace,
  kBoil
};

constexpr int16_t kNextStep[] = {
    // to: empty filled lit cold boiling done
    kNone, kFill, kFill,  kFill,  kFill,  kFill,   // from empty
    kNone, kNone, kLight, kLight, kLight, kLight,  // from filled
    kNone, kNone, kNone,  kPlace, kPlace, kPlace,  // from lit
    kNone, kNone, kNone,  kNone,  kBoil,  kBoil,   // from cold
    kNone, kNone, kNone,  kNone,  kNone,  kNone,   // from boiling
    kNone, kNone, kNone,  kNone,  kNone,  kNone,   // from done
};

constexpr qapi::PhaseTable kPhases = {
    .name = "KettlePhase",
    .names = kNames,
    .groups = kGroups,
    .transitions = {},
    .next_step = kNextStep};

template <auto F>
constexpr qapi::Command row(std::string_view name) {
  return {
      .name = name,
      .in = kAll,
      .moves = {},
      .mandatory = {},
      .implied_key = {},
      .config = {},
      .arguments = qapi::arguments<F>,
      .run = qapi::invoke<F>,
  };
}

template <auto F>
constexpr qapi::Command step(
    std::string_view name,
    PhaseSet phases,
    std::span<const qapi::Move> moves
) {
  qapi::Command command = row<F>(name);
  command.in = phases;
  command.moves = moves;
  return command;
}

template <auto F>
constexpr qapi::Command fill_row() {
  qapi::Command command = step<F>("fill", in(KettlePhase::Empty), kFillMoves);
  command.mandatory = kWater;
  command.implied_key = "water";
  command.config = {.name = "water"};
  return command;
}

template <auto F>
constexpr qapi::Command cool_row() {
  qapi::Command command = step<F>("cool", in(KettlePhase::Boiling), kCoolMoves);
  command.step = false;
  return command;
}

template <auto F>
constexpr qapi::Command spice_row() {
  qapi::Command command = row<F>("add-spice");
  command.in = in(KettlePhase::Lit) | kReady;
  command.mandatory = kName;
  command.group = "Spices";
  command.implied_key = "name";
  command.config = {.name = "spices", .list = true};
  return command;
}

template <auto F>
constexpr qapi::Command text_row(std::string_view name) {
  qapi::Command command = row<F>(name);
  command.mandatory = kText;
  command.implied_key = "text";
  return command;
}

template <auto F>
constexpr qapi::Command script_row() {
  qapi::Command command = text_row<F>("script-run");
  command.group = "Scripts";
  return command;
}

template <auto F>
constexpr qapi::Command overtaking_row(std::string_view name) {
  qapi::Command command = row<F>(name);
  command.allow_oob = true;
  return command;
}

template <auto F>
constexpr qapi::Command silent_row() {
  qapi::Command command = row<F>("hush");
  command.success_response = false;
  return command;
}

template <auto F>
constexpr qapi::Command query_row(std::string_view name) {
  qapi::Command command = row<F>(name);
  command.read_only = true;
  return command;
}

/// Before the kettle is ready, as config-begin before the machine is.
template <auto F>
constexpr qapi::Command transaction_row(std::string_view name) {
  qapi::Command command = row<F>(name);
  command.in = kAll.minus(kReady);
  command.transient = true;
  return command;
}

constexpr qapi::Command kCommands[] = {
    fill_row<&fill>(),
    step<&light>("light", in(KettlePhase::Filled), kLightMoves),
    step<&place>("place", in(KettlePhase::Lit), kPlaceMoves),
    step<&boil>("boil", in(KettlePhase::Cold), kBoilMoves),
    cool_row<&cool>(),
    spice_row<&add_spice>(),
    query_row<&query_status>("query-status"),
    text_row<&echo>("echo"),
    row<&whistle>("whistle"),
    row<&clean_whistle>("clean-whistle"),
    overtaking_row<&blow>("blow"),
    silent_row<&hush>(),
    transaction_row<&begin>("begin"),
    transaction_row<&commit>("commit"),
    transaction_row<&abort>("abort"),
    text_row<&until>("until-phase"),
    text_row<&load>("config-load"),
    script_row<&script>(),
    row<&negotiate>("qmp_capabilities"),
};

constexpr qapi::CliMember kFillMembers[] = {
    {.name = "water", .type = "str", .mandatory = true, .doc = "which water"},
    {.name = "amount",
     .type = "size",
     .default_json = "1024",
     .range = "1 to 4096",
     .unit = "ml",
     .doc = "how much"},
};
constexpr qapi::CliMember kSpiceMembers[] = {
    {.name = "name", .type = "str", .mandatory = true},
    {.name = "grams", .type = "int8"},
    {.name = "from", .type = "[str]"},
};
constexpr qapi::CliMember kTextMembers[] = {{.name = "text", .type = "str", .mandatory = true}};
constexpr qapi::CliMember kGingerMembers[] = {
    {.name = "fresh", .type = "bool", .default_json = "true"}};
constexpr qapi::CliBranch kSpiceBranches[] = {
    {.value = "ginger", .doc = "a root", .members = kGingerMembers}};
constexpr std::string_view kSpiceAliases[] = {"add-spice"};

constexpr qapi::CliCommand kCliCommands[] = {
    {.command = "fill",
     .option = "fill",
     .short_name = "F",
     .implied_key = "water",
     .group = "Tea",
     .help = "Fills it.",
     .members = kFillMembers},
    {.command = "light", .option = "light", .group = "Tea", .help = "Lights the stove."},
    {.command = "add-spice",
     .option = "spice",
     .aliases = kSpiceAliases,
     .implied_key = "name",
     .group = "Spices",
     .help = "Adds a spice.",
     .members = kSpiceMembers,
     .selector = "name",
     .branches = kSpiceBranches},
    {.command = "query-status", .option = "query-status", .help = "Tells.", .read_only = true},
    {.command = "echo",
     .option = "echo",
     .implied_key = "text",
     .positional = true,
     .members = kTextMembers},
};

constexpr qapi::CliRun kUntilRuns[] = {
    {.command = "until-phase", .arguments = R"({"text": "$value"})"}};
constexpr qapi::CliRun kCupRuns[] = {
    {.command = "until-phase", .arguments = R"({"text": "cold"})"}};
constexpr qapi::CliRun kScriptRuns[] = {
    {.command = "script-run", .arguments = R"({"text": "$value"})"}};

constexpr qapi::CliCase kUntilCases[] = {{.runs = kUntilRuns}};
constexpr qapi::CliCase kCupCases[] = {{.runs = kCupRuns}};
constexpr qapi::CliCase kScriptCases[] = {{.runs = kScriptRuns}};

// -pour: water from a tap or from a can, into the kettle that --fill fills.
constexpr std::string_view kHeats[] = {"cold"};
constexpr qapi::CliKey kTapKeys[] = {
    {.name = "amount", .unit = "K"},
    {.name = "heat", .optional = true, .values = kHeats},
    {.name = "spice", .optional = true, .default_value = "lemon"},
    {.name = "rust", .optional = true, .refuse = "the tap is new; --spice iron"}};
constexpr qapi::CliRun kTapRuns[] = {
    {.command = "echo", .arguments = R"({"text": "with $spice"})"},
    {.command = "fill", .arguments = R"({"amount": "$amount"})", .merge = true}};
constexpr qapi::CliRun kCanRuns[] = {
    {.command = "fill", .arguments = R"({"water": "$value", "amount": "1"})", .merge = true}};
constexpr qapi::CliKey kBagKeys[] = {
    {.name = "name"},
    {.name = "from", .optional = true, .repeats = true}};
constexpr qapi::CliRun kBagRuns[] = {
    {.command = "add-spice", .arguments = R"({"name": "$name", "from": ["all over", "$from!"]})"}};
constexpr qapi::CliCase kPourCases[] = {
    {.start = "bag:", .keys = kBagKeys, .runs = kBagRuns},
    {.start = "tap:", .keys = kTapKeys, .runs = kTapRuns},
    {.start = "can:", .runs = kCanRuns},
    {.start = "nothing"},
    {.refuse = "pours from tap: or can:, not from '$value'"}};
constexpr qapi::CliRun kLightRuns[] = {{.command = "light"}};
constexpr qapi::CliCase kLightCases[] = {{.runs = kLightRuns}};

constexpr qapi::CliOption kCliOptions[] = {
    {.name = "until",
     .value = "PHASE",
     .when = qapi::CliWhen::End,
     .has_default = true,
     .default_value = "boiling",
     .cases = kUntilCases},
    {.name = "C", .when = qapi::CliWhen::End, .cases = kCupCases},
    {.name = "script", .value = "FILE", .when = qapi::CliWhen::After, .cases = kScriptCases},
    {.name = "pour", .value = "FROM", .cases = kPourCases},
    {.name = "fill", .single_dash = true, .cases = kLightCases},
};

constexpr qapi::CliTable kCli = {
    .program = "kettle",
    .commands = kCliCommands,
    .options = kCliOptions};

}  // namespace

const qapi::PhaseTable& phase_table() {
  return kPhases;
}

std::span<const qapi::Command> command_table() {
  return kCommands;
}

const qapi::CliTable& cli_table() {
  return kCli;
}

Result<std::string> Program::run(
    std::string command,
    std::string_view arguments,
    qapi::Origin::Kind kind
) {
  qapi::Result<qapi::Json> json = qapi::parse_json(arguments);
  return dispatcher.dispatch(qapi::Invocation(std::move(command), *std::move(json), {kind, {}}));
}

}  // namespace sample
