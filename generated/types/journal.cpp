// Generated from qapigen/journal.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/journal.h"

#include <cstddef>

#include "runtime/json/enum.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {
constexpr std::string_view kConfigFormNames[] = {
    "config",
    "cli",
    "qmp",
    "script",
};
}  // namespace

std::string_view to_string(ConfigForm value) {
  return kConfigFormNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kConfigFormType{kConfigFormNames};

namespace {

constexpr qapi::Member kConfigExportMembers[] = {
    {"config", offsetof(ConfigExport, config), &qapi::type<std::optional<qapi::Any>>},
    {"text", offsetof(ConfigExport, text), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType ConfigExport::kType{
    qapi::kValue<ConfigExport>,
    kConfigExportMembers};

namespace {

constexpr qapi::Member kQueryConfigArgsMembers[] = {
    {"as", offsetof(QueryConfigArgs, as), &qapi::type<ConfigForm>},
};

}  // namespace

constinit const qapi::ObjectType QueryConfigArgs::kType{
    qapi::kValue<QueryConfigArgs>,
    kQueryConfigArgsMembers};

namespace {

constexpr qapi::Member kJournalEntryMembers[] = {
    {"number", offsetof(JournalEntry, number), &qapi::type<int64_t>, qapi::Presence::Required},
    {"execute",
     offsetof(JournalEntry, execute),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"arguments",
     offsetof(JournalEntry, arguments),
     &qapi::type<qapi::Any>,
     qapi::Presence::Required},
    {"origin", offsetof(JournalEntry, origin), &qapi::type<std::string>, qapi::Presence::Required},
    {"client", offsetof(JournalEntry, client), &qapi::type<std::optional<std::string>>},
    {"peer", offsetof(JournalEntry, peer), &qapi::type<std::optional<std::string>>},
    {"from", offsetof(JournalEntry, from), &qapi::type<std::string>, qapi::Presence::Required},
    {"to", offsetof(JournalEntry, to), &qapi::type<std::string>, qapi::Presence::Required},
    {"seconds", offsetof(JournalEntry, seconds), &qapi::type<int64_t>, qapi::Presence::Required},
    {"microseconds",
     offsetof(JournalEntry, microseconds),
     &qapi::type<int64_t>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType JournalEntry::kType{
    qapi::kValue<JournalEntry>,
    kJournalEntryMembers};

namespace {

constexpr qapi::Member kJournalInfoMembers[] = {
    {"entries",
     offsetof(JournalInfo, entries),
     &qapi::type<std::vector<JournalEntry>>,
     qapi::Presence::Required},
    {"dropped", offsetof(JournalInfo, dropped), &qapi::type<int64_t>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType JournalInfo::kType{qapi::kValue<JournalInfo>, kJournalInfoMembers};

namespace {

constexpr qapi::Member kJournalOpenArgsMembers[] = {
    {"file", offsetof(JournalOpenArgs, file), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType JournalOpenArgs::kType{
    qapi::kValue<JournalOpenArgs>,
    kJournalOpenArgsMembers};

}  // namespace api
