# SPDX-License-Identifier: Apache-2.0
#
# unite_sources(TARGET FILE...) compiles files of a folder whose names begin alike as one: what they include takes longer
# than they do. One more, or one less, changes only its group.

function(unite_sources target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  foreach(file IN LISTS ARGN)
    string(REGEX MATCH "([^/]+)/([a-z])[^/]*$" name ${file})
    set_source_files_properties(${file} PROPERTIES UNITY_GROUP ${CMAKE_MATCH_1}_${CMAKE_MATCH_2})
  endforeach()
endfunction()
