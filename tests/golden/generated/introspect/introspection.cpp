// Generated from golden/ by codegen/templates/introspection.cpp.j2.  Do not edit.

#include "generated/introspect/introspection.h"

#include <string>

namespace api {
namespace {

// In parts, because compilers need not take a longer literal than 65,536 characters.
// clang-format off
constexpr std::string_view kParts[] = {
    "[",
    R"json({"name":"load","meta-type":"command","arg-type":"0","ret-type":"1","phases":["empty","loaded"]},)json",
    R"json({"name":"fire","meta-type":"command","arg-type":"2","ret-type":"3","phases":["loaded"],"features":["remote"]},)json",
    R"json({"name":"pause","meta-type":"command","arg-type":"3","ret-type":"3","phases":["heating","holding"]},)json",
    R"json({"name":"unload","meta-type":"command","arg-type":"3","ret-type":"3","phases":["loaded","cooled"]},)json",
    R"json({"name":"until-phase","meta-type":"command","arg-type":"4","ret-type":"3","phases":["empty","loaded","heating","holding","cooled"]},)json",
    R"json({"name":"set-fuel","meta-type":"command","arg-type":"5","ret-type":"3","phases":["empty","loaded"]},)json",
    R"json({"name":"set-curve","meta-type":"command","arg-type":"6","ret-type":"3","phases":["empty","loaded","heating","holding","cooled"]},)json",
    R"json({"name":"tune","meta-type":"command","arg-type":"7","ret-type":"3","allow-oob":true,"phases":["empty","loaded","heating","holding","cooled"]},)json",
    R"json({"name":"device_add","meta-type":"command","arg-type":"8","ret-type":"3","phases":["empty","loaded","heating","holding","cooled"]},)json",
    R"json({"name":"remove-part","meta-type":"command","arg-type":"9","ret-type":"3","phases":["empty","loaded","heating","holding","cooled"]},)json",
    R"json({"name":"query-status","meta-type":"command","arg-type":"3","ret-type":"10","phases":["empty","loaded","heating","holding","cooled"]},)json",
    R"json({"name":"query-uptime","meta-type":"command","arg-type":"3","ret-type":"int","phases":["empty","loaded","heating","holding","cooled"]},)json",
    R"json({"name":"query-names","meta-type":"command","arg-type":"3","ret-type":"[str]","phases":["empty","loaded","heating","holding","cooled"]},)json",
    R"json({"name":"query-legacy","meta-type":"command","arg-type":"3","ret-type":"[11]","phases":["empty","loaded","heating","holding","cooled"],"features":["deprecated"]},)json",
    R"json({"name":"x-crash","meta-type":"command","arg-type":"3","ret-type":"3","phases":["empty","loaded","heating","holding","cooled"],"features":["deprecated"]},)json",
    R"json({"name":"READY","meta-type":"event","arg-type":"12"},)json",
    R"json({"name":"ZONE_CHANGED","meta-type":"event","arg-type":"13"},)json",
    R"json({"name":"SMOKE","meta-type":"event","arg-type":"3","features":["unstable"]},)json",
    R"json({"name":"FUEL_CHANGED","meta-type":"event","arg-type":"5"},)json",
    R"json({"name":"DOOR_OPENED","meta-type":"event","arg-type":"3"},)json",
    R"json({"name":"burn","meta-type":"command","arg-type":"14","ret-type":"3","phases":["loaded"],"features":["deprecated"]},)json",
    R"json({"name":"0","meta-type":"object","members":[{"name":"material","type":"15"},{"name":"pieces","type":"int"},{"name":"labels","type":"[str]","default":[]},{"name":"weights","type":"[number]","default":null}]},)json",
    R"json({"name":"1","meta-type":"object","members":[{"name":"pieces","type":"int"}]},)json",
    R"json({"name":"2","meta-type":"object","members":[{"name":"curve","type":"16"},{"name":"fan","type":"17","default":"auto"}]},)json",
    R"json({"name":"3","meta-type":"object","members":[]},)json",
    R"json({"name":"4","meta-type":"object","members":[{"name":"phase","type":"str"}]},)json",
    R"json({"name":"5","meta-type":"object","members":[{"name":"kind","type":"18"},{"name":"price","type":"int","default":null}],"tag":"kind","variants":[{"case":"gas","type":"19"},{"case":"wood","type":"20"},{"case":"sun","type":"3"}]},)json",
    R"json({"name":"6","meta-type":"object","members":[{"name":"name","type":"str"},{"name":"points","type":"[21]"},{"name":"next","type":"22","default":null},{"name":"notes","type":"any","default":null},{"name":"author","type":"str"},{"name":"revision","type":"int","default":1},{"name":"checked","type":"bool","default":null,"features":["unstable"]},{"name":"margin","type":"number","default":2.5},{"name":"size","type":"int","default":4096},{"name":"nothing","type":"null","default":null}],"features":["reviewable"]},)json",
    R"json({"name":"7","meta-type":"object","members":[{"name":"what","type":"str"}]},)json",
    R"json({"name":"8","meta-type":"object","members":[{"name":"driver","type":"23"},{"name":"id","type":"str","default":null}],"tag":"driver","variants":[{"case":"sensor","type":"24"},{"case":"heater","type":"25"},{"case":"heat.element","type":"25"},{"case":"Element_2","type":"25"}]},)json",
    R"json({"name":"9","meta-type":"object","members":[{"name":"id","type":"str"}]},)json",
    R"json({"name":"10","meta-type":"object","members":[{"name":"state","type":"26"},{"name":"phase","type":"27"},{"name":"group","type":"28"},{"name":"switch","type":"17"},{"name":"choice","type":"29","default":null}]},)json",
    R"json({"name":"int","meta-type":"builtin","json-type":"int"},)json",
    R"json({"name":"[str]","meta-type":"array","element-type":"str"},)json",
    R"json({"name":"[11]","meta-type":"array","element-type":"11"},)json",
    R"json({"name":"12","meta-type":"object","members":[{"name":"celsius","type":"number"},{"name":"material","type":"15","default":null}]},)json",
    R"json({"name":"13","meta-type":"object","members":[{"name":"zone","type":"int"},{"name":"celsius","type":"number"}]},)json",
    R"json({"name":"14","meta-type":"object","members":[{"name":"program","type":"str"},{"name":"turns","type":"int","default":1},{"name":"blower","type":"str","default":null}]},)json",
    R"json({"name":"15","meta-type":"enum","members":[{"name":"clay"},{"name":"glass"},{"name":"2nd-firing"},{"name":"lead","features":["deprecated"]},{"name":"default"}],"values":["clay","glass","2nd-firing","lead","default"]},)json",
    R"json({"name":"[number]","meta-type":"array","element-type":"number"},)json",
    R"json({"name":"16","meta-type":"alternate","members":[{"type":"22"},{"type":"str"},{"type":"[str]"},{"type":"null"}]},)json",
    R"json({"name":"17","meta-type":"enum","members":[{"name":"auto"},{"name":"on"},{"name":"off"}],"values":["auto","on","off"]},)json",
    R"json({"name":"str","meta-type":"builtin","json-type":"string"},)json",
    R"json({"name":"18","meta-type":"enum","members":[{"name":"gas"},{"name":"wood"},{"name":"sun"}],"values":["gas","wood","sun"]},)json",
    R"json({"name":"19","meta-type":"object","members":[{"name":"pressure","type":"int","default":20}]},)json",
    R"json({"name":"20","meta-type":"object","members":[{"name":"logs","type":"int"},{"name":"material","type":"15","default":null}]},)json",
    R"json({"name":"[21]","meta-type":"array","element-type":"21"},)json",
    R"json({"name":"22","meta-type":"object","members":[{"name":"name","type":"str"},{"name":"points","type":"[21]"},{"name":"next","type":"22","default":null},{"name":"notes","type":"any","default":null}]},)json",
    R"json({"name":"any","meta-type":"builtin","json-type":"value"},)json",
    R"json({"name":"bool","meta-type":"builtin","json-type":"boolean"},)json",
    R"json({"name":"number","meta-type":"builtin","json-type":"number"},)json",
    R"json({"name":"null","meta-type":"builtin","json-type":"null"},)json",
    R"json({"name":"23","meta-type":"enum","members":[{"name":"sensor"},{"name":"heater"},{"name":"heat.element","features":["deprecated"]},{"name":"Element_2","features":["deprecated"]}],"values":["sensor","heater","heat.element","Element_2"]},)json",
    R"json({"name":"24","meta-type":"object","members":[{"name":"rate","type":"int","default":10},{"name":"label","type":"str","default":null}]},)json",
    R"json({"name":"25","meta-type":"object","members":[{"name":"zones","type":"int","default":2},{"name":"sensor","type":"str","default":null},{"name":"others","type":"[str]","default":[]},{"name":"limit","type":"int","default":1300},{"name":"power","type":"int","default":100},{"name":"curve","type":"[int]","default":[]},{"name":"memory","type":"int","default":65536},{"name":"max_temp","type":"int","default":null,"features":["deprecated"]},{"name":"memory_size","type":"int","default":null,"features":["deprecated"]},{"name":"mode","type":"str","default":null,"features":["deprecated"]},{"name":"poles","type":"int","default":null,"features":["deprecated"]}]},)json",
    R"json({"name":"26","meta-type":"enum","members":[{"name":"heating"},{"name":"holding"}],"values":["heating","holding"]},)json",
    R"json({"name":"27","meta-type":"enum","members":[{"name":"empty"},{"name":"loaded"},{"name":"heating"},{"name":"holding"},{"name":"cooled"}],"values":["empty","loaded","heating","holding","cooled"]},)json",
    R"json({"name":"28","meta-type":"enum","members":[{"name":"empty"},{"name":"loaded"},{"name":"hot"},{"name":"cooled"}],"values":["empty","loaded","hot","cooled"]},)json",
    R"json({"name":"29","meta-type":"alternate","members":[{"type":"18"},{"type":"int"}]},)json",
    R"json({"name":"11","meta-type":"object","members":[{"name":"MixedCase","type":"str"},{"name":"with_underscore","type":"int","default":null}]},)json",
    R"json({"name":"21","meta-type":"object","members":[{"name":"celsius","type":"number"},{"name":"minute","type":"int"}]},)json",
    R"json({"name":"[int]","meta-type":"array","element-type":"int"})json",
    "]",
};
// clang-format on

std::string joined() {
  std::string text;
  for (const std::string_view part : kParts) {
    text += part;
  }
  return text;
}

}  // namespace

std::string_view introspection_json() {
  static const std::string text = joined();
  return text;
}

}  // namespace api
