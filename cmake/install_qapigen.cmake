# SPDX-License-Identifier: Apache-2.0
#
# Installs qapigen: the command, its Python package, the runtime library, and the CMake package that find_package(qapigen)
# finds. It is the component `qapigen`, which needs no more of the build than the target qapi_runtime:
#
#   cmake --build build/release --target qapi_runtime
#   cmake --install build/release --component qapigen --prefix PREFIX

include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(QAPIGEN_PACKAGE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/qapigen)

install(
  TARGETS qapi_runtime
  EXPORT qapigenTargets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT qapigen)
install(
  EXPORT qapigenTargets
  NAMESPACE qapigen::
  DESTINATION ${QAPIGEN_PACKAGE_DIR}
  COMPONENT qapigen)
install(
  DIRECTORY ${PROJECT_SOURCE_DIR}/runtime
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/qapigen
  COMPONENT qapigen
  FILES_MATCHING PATTERN "*.h")

install(
  DIRECTORY ${PROJECT_SOURCE_DIR}/codegen
  DESTINATION ${CMAKE_INSTALL_DATADIR}/qapigen
  COMPONENT qapigen
  PATTERN "__pycache__" EXCLUDE)
# Who uses it may not write there, and would compile it at each start. It is the launcher's Python that has to read it.
install(
  CODE
    "set(installed \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}/qapigen/codegen\")
    execute_process(
      COMMAND /usr/bin/python3 -m compileall -q -s \"\$ENV{DESTDIR}/\" -p / \"\$ENV{DESTDIR}\${installed}\"
      COMMAND_ERROR_IS_FATAL ANY)"
  COMPONENT qapigen)
# The launcher looks for the package in the folder above its own.
install(
  PROGRAMS ${PROJECT_SOURCE_DIR}/tools/qapigen
  DESTINATION ${CMAKE_INSTALL_DATADIR}/qapigen/bin
  COMPONENT qapigen)
install(
  CODE
    "set(bin \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}\")
    file(MAKE_DIRECTORY \"\${bin}\")
    file(CREATE_LINK \"../${CMAKE_INSTALL_DATADIR}/qapigen/bin/qapigen\" \"\${bin}/qapigen\" SYMBOLIC)"
  COMPONENT qapigen)

configure_package_config_file(
  ${PROJECT_SOURCE_DIR}/cmake/qapigenConfig.cmake.in
  ${CMAKE_CURRENT_BINARY_DIR}/qapigenConfig.cmake
  INSTALL_DESTINATION ${QAPIGEN_PACKAGE_DIR}
  PATH_VARS CMAKE_INSTALL_DATADIR)
write_basic_package_version_file(
  ${CMAKE_CURRENT_BINARY_DIR}/qapigenConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(
  FILES ${CMAKE_CURRENT_BINARY_DIR}/qapigenConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/qapigenConfigVersion.cmake
        ${PROJECT_SOURCE_DIR}/cmake/qapigen_add_schema.cmake
  DESTINATION ${QAPIGEN_PACKAGE_DIR}
  COMPONENT qapigen)
