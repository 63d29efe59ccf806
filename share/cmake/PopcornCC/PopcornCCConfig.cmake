# find_package(PopcornCC): popcorn-cc and popcorn for a CMake project (3.20 or newer). Two kinds of projects use it:
#
# - one that is compiled by popcorn-cc as a whole (CMAKE_TOOLCHAIN_FILE is popcorn-toolchain.cmake): every target is a fat program then, and
#     popcorn_add_test(NAME n COMMAND target ARG... [MOVING N])
#   makes three tests of one: n.x86-64, n.aarch64, and n.moving, which is moved at every Nth migration point (7 if not said);
# - one of another compiler that has programs of ours among its own:
#     popcorn_add_executable(name SOURCES FILE... [OPTIONS FLAG...] [LIBRARIES NAME...] [DEPENDS TARGET...])
#   compiles and links a fat program `name` (whose path is the property POPCORN_OUTPUT of the target `name`) with popcorn-cc, with dependencies on headers.
# In both,
#     popcorn_thin(target ISA output)
#   writes the half of one ISA (x86-64 or aarch64) as an ordinary executable.
#
# Variables: PopcornCC_COMPILER, PopcornCC_TOOL (the commands), PopcornCC_STRIP, PopcornCC_TOOLCHAIN_FILE, PopcornCC_VERSION.
get_filename_component(PopcornCC_ROOT "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
set(PopcornCC_COMPILER "${PopcornCC_ROOT}/bin/popcorn-cc")
set(PopcornCC_TOOL "${PopcornCC_ROOT}/bin/popcorn")
set(PopcornCC_STRIP "${PopcornCC_ROOT}/bin/popcorn-strip")
set(PopcornCC_TOOLCHAIN_FILE "${PopcornCC_ROOT}/share/cmake/popcorn-toolchain.cmake")
foreach(_popcorn_file COMPILER TOOL STRIP TOOLCHAIN_FILE)
  if(NOT EXISTS "${PopcornCC_${_popcorn_file}}")
    set(PopcornCC_FOUND FALSE)
    set(PopcornCC_NOT_FOUND_MESSAGE "${PopcornCC_${_popcorn_file}} is missing")
    return()
  endif()
endforeach()

# The file that a target makes, whichever kind it is.
function(_popcorn_output target result)
  get_target_property(output "${target}" POPCORN_OUTPUT)
  if(output)
    set(${result} "${output}" PARENT_SCOPE)
  else()
    set(${result} "$<TARGET_FILE:${target}>" PARENT_SCOPE)
  endif()
endfunction()

function(popcorn_add_executable name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;OPTIONS;LIBRARIES;DEPENDS")
  if(NOT arg_SOURCES)
    message(FATAL_ERROR "popcorn_add_executable(${name}): SOURCES is missing")
  endif()
  set(objects)
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/${name}.popcorn")
  file(MAKE_DIRECTORY "${folder}")
  set(number 0)
  foreach(source IN LISTS arg_SOURCES)
    get_filename_component(path "${source}" ABSOLUTE)
    get_filename_component(stem "${source}" NAME_WE)
    # Sources of one name in two folders are told apart by their place in the list.
    math(EXPR number "${number} + 1")
    set(object "${folder}/${number}-${stem}.o")
    file(RELATIVE_PATH shown "${CMAKE_BINARY_DIR}" "${object}")
    add_custom_command(OUTPUT "${object}"
      COMMAND "${PopcornCC_COMPILER}" ${arg_OPTIONS} -MD -MF "${object}.d" -MT "${shown}" -c "${path}" -o "${object}"
      DEPENDS "${path}" ${arg_DEPENDS}
      DEPFILE "${object}.d"
      COMMENT "Building fat object ${shown}" VERBATIM)
    list(APPEND objects "${object}")
  endforeach()
  set(libraries)
  foreach(library IN LISTS arg_LIBRARIES)
    list(APPEND libraries "-l${library}")
  endforeach()
  # Not beside the folder: make knows targets by their paths, and would take the program for the target.
  set(output "${folder}/${name}")
  add_custom_command(OUTPUT "${output}"
    COMMAND "${PopcornCC_COMPILER}" ${arg_OPTIONS} ${objects} ${libraries} -o "${output}"
    DEPENDS ${objects}
    COMMENT "Linking fat executable ${name}" VERBATIM)
  add_custom_target(${name} ALL DEPENDS "${output}")
  set_target_properties(${name} PROPERTIES POPCORN_OUTPUT "${output}")
endfunction()

function(popcorn_thin target isa output)
  _popcorn_output(${target} program)
  get_filename_component(path "${output}" ABSOLUTE BASE_DIR "${CMAKE_CURRENT_BINARY_DIR}")
  add_custom_command(OUTPUT "${path}"
    COMMAND "${PopcornCC_TOOL}" thin --arch ${isa} "${program}" -o "${path}"
    DEPENDS ${target} "${program}"
    COMMENT "Writing the ${isa} half of ${target}" VERBATIM)
  add_custom_target(${target}_${isa}_half ALL DEPENDS "${path}")
endfunction()

function(popcorn_add_test)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME;MOVING;WORKING_DIRECTORY" "COMMAND")
  if(NOT arg_NAME OR NOT arg_COMMAND)
    message(FATAL_ERROR "popcorn_add_test needs NAME and COMMAND")
  endif()
  if(NOT arg_MOVING)
    set(arg_MOVING 7)
  endif()
  if(NOT arg_WORKING_DIRECTORY)
    set(arg_WORKING_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}")
  endif()
  list(POP_FRONT arg_COMMAND program)
  if(TARGET "${program}")
    _popcorn_output(${program} program)
  endif()
  foreach(isa x86-64 aarch64)
    add_test(NAME ${arg_NAME}.${isa} COMMAND "${PopcornCC_TOOL}" run --nodes ${isa} "${program}" ${arg_COMMAND} WORKING_DIRECTORY "${arg_WORKING_DIRECTORY}")
  endforeach()
  add_test(NAME ${arg_NAME}.moving COMMAND "${PopcornCC_TOOL}" run "${program}" ${arg_COMMAND} WORKING_DIRECTORY "${arg_WORKING_DIRECTORY}")
  set_tests_properties(${arg_NAME}.moving PROPERTIES ENVIRONMENT "POPCORN_MIGRATE_EVERY=${arg_MOVING}")
endfunction()
