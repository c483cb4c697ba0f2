# SPDX-License-Identifier: Apache-2.0
#
# Generates code from a schema and makes it part of a target:
#
#   find_package(qapigen REQUIRED)
#   add_executable(thermostat main.cpp)
#   qapigen_add_schema(thermostat SCHEMA schema/thermostat.json)
#
# qapigen_add_schema(TARGET SCHEMA FILE [BACKENDS NAME...] [OUTPUT DIRECTORY])
#
# BACKENDS are those of `qapigen generate --backend`, MODULE:CLASS for one from PYTHONPATH; when none is named, those that
# are on by default. OUTPUT is `generated` in the target's binary directory; it must be called so, because generated files
# include each other as "generated/...". The handwritten files that the generated ones call for become part of the target
# too, so that CMake names one that is missing.
#
# Which files there are depends on what the schema says. So it is generated while CMake configures, which happens again when
# the schema, a file that it includes, or the generator has changed; only files whose text changes are written.

function(qapigen_add_schema TARGET)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "SCHEMA;OUTPUT" "BACKENDS")
  if(NOT arg_SCHEMA OR arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "qapigen_add_schema(TARGET SCHEMA FILE [BACKENDS NAME...] [OUTPUT DIRECTORY])")
  endif()
  if(NOT arg_OUTPUT)
    set(arg_OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${TARGET}.qapi/generated)
  endif()
  get_filename_component(output ${arg_OUTPUT} ABSOLUTE BASE_DIR ${CMAKE_CURRENT_BINARY_DIR})
  get_filename_component(include_directory ${output} DIRECTORY)
  get_filename_component(schema ${arg_SCHEMA} ABSOLUTE)
  _qapigen_generate(${schema} ${output} "${arg_BACKENDS}")

  target_sources(${TARGET} PRIVATE ${QAPIGEN_GENERATED} ${QAPIGEN_HANDWRITTEN})
  _qapigen_unite(${TARGET} ${QAPIGEN_GENERATED})
  target_include_directories(${TARGET} PRIVATE ${include_directory} ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(${TARGET} PRIVATE qapigen::qapi_runtime)
endfunction()

# Compiles the generated types and events 64 files at a time: most of these files are small, and what they include is not.
# Other files are compiled by themselves: nobody knows whether those of plugins go together.
function(_qapigen_unite target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  set(count 0)
  set(files ${ARGN})
  list(FILTER files INCLUDE REGEX "/generated/(types|events)/[^/]+$")
  foreach(file IN LISTS files)
    math(EXPR unit "${count} / 64")
    math(EXPR count "${count} + 1")
    set_source_files_properties(${file} PROPERTIES UNITY_GROUP types_${unit})
  endforeach()
endfunction()

# Sets QAPIGEN_GENERATED and QAPIGEN_HANDWRITTEN, lists of .cpp files.
function(_qapigen_generate schema output backends)
  # A schema that is refused must be read again when it has been mended, though what it includes is not known.
  _qapigen_depend_on(${schema})
  set(manifest ${output}.manifest.json)
  set(choice)
  if(backends)
    set(choice --backend ${backends})
  endif()
  execute_process(
    COMMAND ${QAPIGEN_COMMAND} generate ${schema} --output ${output} --manifest ${manifest} ${choice}
    RESULT_VARIABLE status)
  if(EXISTS ${manifest})
    file(READ ${manifest} text)
    _qapigen_list(schema_files "${text}" schema "")
    _qapigen_list(plugins "${text}" plugins "")
    _qapigen_depend_on(${schema_files} ${plugins})
  endif()
  if(NOT status EQUAL 0 OR NOT EXISTS ${manifest})
    message(FATAL_ERROR "qapigen: nothing is generated from ${schema}")
  endif()
  file(GLOB_RECURSE generator ${QAPIGEN_DIRECTORY}/codegen/*.py ${QAPIGEN_DIRECTORY}/codegen/*.j2)
  _qapigen_depend_on(${generator})

  _qapigen_list(generated "${text}" generated ${output}/)
  list(FILTER generated INCLUDE REGEX "\\.cpp$")
  _qapigen_list(handwritten "${text}" handwritten ${CMAKE_CURRENT_SOURCE_DIR}/)
  set(QAPIGEN_GENERATED ${generated} PARENT_SCOPE)
  set(QAPIGEN_HANDWRITTEN ${handwritten} PARENT_SCOPE)
endfunction()

function(_qapigen_depend_on)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${ARGV})
endfunction()

# A list of strings from a member of the manifest.
function(_qapigen_list variable text member prefix)
  set(list)
  string(JSON length LENGTH "${text}" ${member})
  if(length GREATER 0)
    math(EXPR last "${length} - 1")
    foreach(i RANGE ${last})
      string(JSON item GET "${text}" ${member} ${i})
      list(APPEND list "${prefix}${item}")
    endforeach()
  endif()
  set(${variable} ${list} PARENT_SCOPE)
endfunction()
