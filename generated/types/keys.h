// Generated from schema/keys.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/json/variant.h"

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// A key, by where it is on a keyboard of the United States, or by what is on it.
enum class QKeyCode {
  Unmapped,          ///< a key that there is not
  Shift,             ///< left Shift
  ShiftR,            ///< right Shift
  Alt,               ///< left Alt
  AltR,              ///< right Alt
  Ctrl,              ///< left Control
  CtrlR,             ///< right Control
  Menu,              ///< Menu
  Esc,               ///< Escape
  N1,                ///< 1
  N2,                ///< 2
  N3,                ///< 3
  N4,                ///< 4
  N5,                ///< 5
  N6,                ///< 6
  N7,                ///< 7
  N8,                ///< 8
  N9,                ///< 9
  N0,                ///< 0
  Minus,             ///< -
  Equal,             ///< =
  Backspace,         ///< Backspace
  Tab,               ///< Tab
  Q,                 ///< Q
  W,                 ///< W
  E,                 ///< E
  R,                 ///< R
  T,                 ///< T
  Y,                 ///< Y
  U,                 ///< U
  I,                 ///< I
  O,                 ///< O
  P,                 ///< P
  BracketLeft,       ///< [
  BracketRight,      ///< ]
  Ret,               ///< Return
  A,                 ///< A
  S,                 ///< S
  D,                 ///< D
  F,                 ///< F
  G,                 ///< G
  H,                 ///< H
  J,                 ///< J
  K,                 ///< K
  L,                 ///< L
  Semicolon,         ///< ;
  Apostrophe,        ///< apostrophe
  GraveAccent,       ///< grave accent
  Backslash,         ///< backslash
  Z,                 ///< Z
  X,                 ///< X
  C,                 ///< C
  V,                 ///< V
  B,                 ///< B
  N,                 ///< N
  M,                 ///< M
  Comma,             ///< ,
  Dot,               ///< .
  Slash,             ///< /
  Asterisk,          ///< * of the keypad
  Spc,               ///< Space
  CapsLock,          ///< Caps Lock
  F1,                ///< F1
  F2,                ///< F2
  F3,                ///< F3
  F4,                ///< F4
  F5,                ///< F5
  F6,                ///< F6
  F7,                ///< F7
  F8,                ///< F8
  F9,                ///< F9
  F10,               ///< F10
  NumLock,           ///< Num Lock
  ScrollLock,        ///< Scroll Lock
  KpDivide,          ///< / of the keypad
  KpMultiply,        ///< * of the keypad
  KpSubtract,        ///< - of the keypad
  KpAdd,             ///< + of the keypad
  KpEnter,           ///< Enter of the keypad
  KpDecimal,         ///< . of the keypad
  Sysrq,             ///< as print
  Kp0,               ///< 0 of the keypad
  Kp1,               ///< 1 of the keypad
  Kp2,               ///< 2 of the keypad
  Kp3,               ///< 3 of the keypad
  Kp4,               ///< 4 of the keypad
  Kp5,               ///< 5 of the keypad
  Kp6,               ///< 6 of the keypad
  Kp7,               ///< 7 of the keypad
  Kp8,               ///< 8 of the keypad
  Kp9,               ///< 9 of the keypad
  Less,              ///< the key beside left Shift that keyboards of 102 keys have
  F11,               ///< F11
  F12,               ///< F12
  Print,             ///< Print Screen, System Request
  Home,              ///< Home
  Pgup,              ///< Page Up
  Pgdn,              ///< Page Down
  End,               ///< End
  Left,              ///< arrow to the left
  Up,                ///< arrow up
  Down,              ///< arrow down
  Right,             ///< arrow to the right
  Insert,            ///< Insert
  Delete,            ///< Delete
  Stop,              ///< Stop
  Again,             ///< Again
  Props,             ///< Props
  Undo,              ///< Undo
  Front,             ///< Front
  Copy,              ///< Copy
  Open,              ///< Open
  Paste,             ///< Paste
  Find,              ///< Find
  Cut,               ///< Cut
  Lf,                ///< Line Feed
  Help,              ///< Help
  MetaL,             ///< left Meta
  MetaR,             ///< right Meta
  Compose,           ///< Compose
  Pause,             ///< Pause
  Ro,                ///< Ro, of Japanese keyboards
  Hiragana,          ///< Hiragana
  Henkan,            ///< Henkan
  Yen,               ///< Yen
  Muhenkan,          ///< Muhenkan
  Katakanahiragana,  ///< Katakana and Hiragana
  KpComma,           ///< , of the keypad
  KpEquals,          ///< = of the keypad
  Power,             ///< power, see system_powerdown
  Sleep,             ///< sleep
  Wake,              ///< wake up
  Audionext,         ///< next title
  Audioprev,         ///< previous title
  Audiostop,         ///< stop playing
  Audioplay,         ///< play or pause
  Audiomute,         ///< no sound
  Volumeup,          ///< louder
  Volumedown,        ///< less loud
  Mediaselect,       ///< the media player
  Mail,              ///< the mail program
  Calculator,        ///< the calculator
  Computer,          ///< the files
  AcHome,            ///< home page
  AcBack,            ///< page before
  AcForward,         ///< page after
  AcRefresh,         ///< page again
  AcBookmarks,       ///< bookmarks
  Lang1,             ///< Hangul or English
  Lang2,             ///< Hanja
  F13,               ///< F13
  F14,               ///< F14
  F15,               ///< F15
  F16,               ///< F16
  F17,               ///< F17
  F18,               ///< F18
  F19,               ///< F19
  F20,               ///< F20
  F21,               ///< F21
  F22,               ///< F22
  F23,               ///< F23
  F24,               ///< F24
};

std::string_view to_string(QKeyCode value);
extern const qapi::EnumType kQKeyCodeType;
constexpr const qapi::EnumType& type_of(QKeyCode) {
  return kQKeyCodeType;
}

/// How a key is said.
enum class KeyValueKind {
  Qcode,  ///< by its name
};

std::string_view to_string(KeyValueKind value);
extern const qapi::EnumType kKeyValueKindType;
constexpr const qapi::EnumType& type_of(KeyValueKind) {
  return kKeyValueKindType;
}

/// A key by its name.
struct QKeyCodeWrapper {
  /// the name
  QKeyCode data{};

  bool operator==(const QKeyCodeWrapper&) const = default;

  static const qapi::ObjectType kType;
};

/// A key.
struct KeyValue {
  /// The branches, in the order of `KeyValueKind`.
  qapi::Variant<QKeyCodeWrapper> u;

  /// how it is said
  KeyValueKind type() const { return static_cast<KeyValueKind>(u.index()); }

  bool operator==(const KeyValue&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `send-key`.
struct SendKeyArgs {
  /// which ones (1 to 16)
  std::vector<KeyValue> keys;

  /// for how long, in guest time: a guest that stands still finds them pressed when it goes on
  /// (ms, 1 to 60000)
  uint32_t hold_time = 100;

  /// id or path of the device that they are on; the first one that has them all if not given
  std::optional<std::string> device;

  bool operator==(const SendKeyArgs&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
