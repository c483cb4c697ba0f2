# Generated from golden/ by codegen/templates/sources.cmake.j2.  Do not edit.

# Made from the schema.
set(KILN_GENERATED_SOURCES
  cli/options.cpp
  commands/command_table.cpp
  events/everything.cpp
  introspect/introspection.cpp
  objects/heater.cpp
  objects/object_table.cpp
  objects/objects.cpp
  phases/phases.cpp
  types/everything.cpp
  types/objects.cpp
  types/phases.cpp
)
list(TRANSFORM KILN_GENERATED_SOURCES PREPEND "${CMAKE_CURRENT_LIST_DIR}/")

# Written by hand: command functions and object types.  Relative to the source tree.
set(KILN_HANDWRITTEN_SOURCES
  kiln/commands/everything.cpp
  kiln/devices/heater.cpp
  kiln/devices/objects.cpp
)
