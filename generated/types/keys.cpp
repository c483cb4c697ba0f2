// Generated from schema/keys.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/keys.h"

#include <cstddef>

#include "runtime/json/constraint.h"
#include "runtime/json/enum.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {
constexpr std::string_view kQKeyCodeNames[] = {
    "unmapped",
    "shift",
    "shift_r",
    "alt",
    "alt_r",
    "ctrl",
    "ctrl_r",
    "menu",
    "esc",
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "8",
    "9",
    "0",
    "minus",
    "equal",
    "backspace",
    "tab",
    "q",
    "w",
    "e",
    "r",
    "t",
    "y",
    "u",
    "i",
    "o",
    "p",
    "bracket_left",
    "bracket_right",
    "ret",
    "a",
    "s",
    "d",
    "f",
    "g",
    "h",
    "j",
    "k",
    "l",
    "semicolon",
    "apostrophe",
    "grave_accent",
    "backslash",
    "z",
    "x",
    "c",
    "v",
    "b",
    "n",
    "m",
    "comma",
    "dot",
    "slash",
    "asterisk",
    "spc",
    "caps_lock",
    "f1",
    "f2",
    "f3",
    "f4",
    "f5",
    "f6",
    "f7",
    "f8",
    "f9",
    "f10",
    "num_lock",
    "scroll_lock",
    "kp_divide",
    "kp_multiply",
    "kp_subtract",
    "kp_add",
    "kp_enter",
    "kp_decimal",
    "sysrq",
    "kp_0",
    "kp_1",
    "kp_2",
    "kp_3",
    "kp_4",
    "kp_5",
    "kp_6",
    "kp_7",
    "kp_8",
    "kp_9",
    "less",
    "f11",
    "f12",
    "print",
    "home",
    "pgup",
    "pgdn",
    "end",
    "left",
    "up",
    "down",
    "right",
    "insert",
    "delete",
    "stop",
    "again",
    "props",
    "undo",
    "front",
    "copy",
    "open",
    "paste",
    "find",
    "cut",
    "lf",
    "help",
    "meta_l",
    "meta_r",
    "compose",
    "pause",
    "ro",
    "hiragana",
    "henkan",
    "yen",
    "muhenkan",
    "katakanahiragana",
    "kp_comma",
    "kp_equals",
    "power",
    "sleep",
    "wake",
    "audionext",
    "audioprev",
    "audiostop",
    "audioplay",
    "audiomute",
    "volumeup",
    "volumedown",
    "mediaselect",
    "mail",
    "calculator",
    "computer",
    "ac_home",
    "ac_back",
    "ac_forward",
    "ac_refresh",
    "ac_bookmarks",
    "lang1",
    "lang2",
    "f13",
    "f14",
    "f15",
    "f16",
    "f17",
    "f18",
    "f19",
    "f20",
    "f21",
    "f22",
    "f23",
    "f24",
};
}  // namespace

std::string_view to_string(QKeyCode value) {
  return kQKeyCodeNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kQKeyCodeType{kQKeyCodeNames};

namespace {
constexpr std::string_view kKeyValueKindNames[] = {
    "qcode",
};
}  // namespace

std::string_view to_string(KeyValueKind value) {
  return kKeyValueKindNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kKeyValueKindType{kKeyValueKindNames};

namespace {

constexpr qapi::Member kQKeyCodeWrapperMembers[] = {
    {"data", offsetof(QKeyCodeWrapper, data), &qapi::type<QKeyCode>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType QKeyCodeWrapper::kType{
    qapi::kValue<QKeyCodeWrapper>,
    kQKeyCodeWrapperMembers};

namespace {

constexpr qapi::Choice kKeyValueChoice = {
    .tag = "type",
    .values = &kKeyValueKindType,
    .presence = qapi::Presence::Required,
    .default_index = 0,
    .offset = offsetof(KeyValue, u),
    .operations = decltype(KeyValue::u)::operations(),
};
}  // namespace

constinit const qapi::ObjectType KeyValue::kType{qapi::kValue<KeyValue>, {}, kKeyValueChoice};

namespace {
constexpr qapi::InRange<std::vector<KeyValue>> kSendKeyArgsKeysRange{{1, 16, ""}};
constexpr qapi::InRange<uint32_t> kSendKeyArgsHoldTimeRange{{1, 60000, "ms"}};

constexpr qapi::Member kSendKeyArgsMembers[] = {
    {"keys",
     offsetof(SendKeyArgs, keys),
     &qapi::type<std::vector<KeyValue>>,
     qapi::Presence::Required,
     &kSendKeyArgsKeysRange},
    {"hold-time",
     offsetof(SendKeyArgs, hold_time),
     &qapi::type<uint32_t>,
     qapi::Presence::Optional,
     &kSendKeyArgsHoldTimeRange},
    {"device", offsetof(SendKeyArgs, device), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType SendKeyArgs::kType{qapi::kValue<SendKeyArgs>, kSendKeyArgsMembers};

}  // namespace api
