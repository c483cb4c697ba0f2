# SPDX-License-Identifier: Apache-2.0
#
# Puts the machine descriptions of machines/ into the program, as the table that vm/machine/spec_library.h declares.
#
#   include(embed_machines)
#   target_embed_machines(coldplug_vm ${CMAKE_SOURCE_DIR}/machines)
#
# Run as a script (-P) it writes the table: OUTPUT is the .cpp, FILES the descriptions.

if(NOT CMAKE_SCRIPT_MODE_FILE)
  set(EMBED_MACHINES_SCRIPT ${CMAKE_CURRENT_LIST_FILE})

  function(target_embed_machines TARGET DIRECTORY)
    file(GLOB FILES CONFIGURE_DEPENDS ${DIRECTORY}/*.json)
    set(OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/shipped_specs.cpp)
    string(REPLACE ";" "," LISTED "${FILES}")
    add_custom_command(
      OUTPUT ${OUTPUT}
      COMMAND ${CMAKE_COMMAND} -DOUTPUT=${OUTPUT} -DFILES=${LISTED} -P ${EMBED_MACHINES_SCRIPT}
      DEPENDS ${FILES} ${EMBED_MACHINES_SCRIPT}
      VERBATIM)
    target_sources(${TARGET} PRIVATE ${OUTPUT})
  endfunction()
  return()
endif()

string(REPLACE "," ";" FILES "${FILES}")
set(ROWS "")
foreach(FILE IN LISTS FILES)
  get_filename_component(NAME ${FILE} NAME_WE)
  file(READ ${FILE} TEXT)
  string(APPEND ROWS "    {\"${NAME}\", \"machines/${NAME}.json\", R\"json(${TEXT})json\"},\n")
endforeach()

file(WRITE ${OUTPUT}.new
"// Generated from machines/ by cmake/embed_machines.cmake.  Do not edit.

#include \"vm/machine/spec_library.h\"

namespace vm::machine {
namespace {

constexpr ShippedSpec kShipped[] = {
${ROWS}};

}  // namespace

std::span<const ShippedSpec> embedded_specs() {
  return kShipped;
}

}  // namespace vm::machine
")
file(COPY_FILE ${OUTPUT}.new ${OUTPUT} ONLY_IF_DIFFERENT)
file(REMOVE ${OUTPUT}.new)
