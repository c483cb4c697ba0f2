# SPDX-License-Identifier: Apache-2.0
"""Names for random schemas: ordinary ones, and those that some back end may stumble over.

Among them are words that C++, Python, shells or the generated code itself use, names that differ
only in how they are spelled, and names with prefixes of vendors.
"""

MEMBERS = """
    id name size count path speed index label
    class default int bool operator new delete template this namespace not or double register
    value object in out kind type data json result error self errors data-1 data1 begin end
    std api qapi vm list string optional variant any none true false null
    linux unix errno assert stdin major import from lambda async def len dict str print
    x-new a-b ab a-1 a1 b- b--c __com.example_extra __com.example_x-extra __org.a-b.c_d
    com-example-extra help version arguments execute return event timeout fields format
""".split()

VALUES = """
    on off auto none true false null default max 0 1 2nd 64-bit 64bit a-1 a1
    class int new x-raw raw __com.example_fast fast value kind mro name self
""".split()

TYPES = """
    Shape Color Speed Status Empty Result String Vector Kind Box Any Link Base Error Reader
    Writer Object Optional None True False Exception Event Client Args Shape1 Shape2 ShapeKind
    ShapeBase Json Std Api Qapi Vm Phase CommandRow Enum Dict IOError IoError QType2
    SetSpeedArgs Command __com.example_Shape ComExampleShape __org.a-b_Item Monitor Literal
    TypedDict Timeout X1y PartPort WheelPort ClassState PartProps StartTo QuitEvent StopEvent
""".split()

COMMANDS = """
    start quit delete class import query-x set-speed execute main connect close events row in
    group x-try __com.example_do-it com-example-do-it help version return to-string decode
    encode with phase phases wait-for next
""".split()

EVENTS = "STOP READY X_TRIED CLASS __com.example_DONE A1 DATA EVENT NONE ROW STOP_2 IN".split()

TRANSITIONS = "give-up class expire2 in row group to-phase phase-table".split()

FEATURES = "fast x-slow deprecated2 class __com.example_odd a-1".split()
SPECIAL_FEATURES = "deprecated unstable".split()

SYMBOLS = "CONFIG_A CONFIG_B CONFIG_C NDEBUG2".split()

OBJECTS = "part wheel engine class std api double vm props state x1 a-1 object list none".split()

PHASES = "off idle ready busy done running class x-held 2nd default failed none".split()
SETS = "up down live union".split()

OPTIONS = "fast all-of-it class go until A b 7".split()
SECTIONS = "first second class wheels".split()

TEXTS = ["", "x", "on", "4K", "two words", "a,b=c", "-1", "$HOME", "%d", "<b>&amp;", "*/", "`@x`"]
# Double-quoted in a schema: what single quotes cannot hold.
QUOTED_TEXTS = [
    "it's",
    'a "b"',
    "tab\there",
    "line\nbreak",
    "back\\slash",
    "\u00fc\u20ac",
    "??/",
    "\U0001f600",
]
