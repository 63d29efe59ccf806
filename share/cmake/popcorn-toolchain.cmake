# Builds a CMake project with popcorn-cc:  cmake -DCMAKE_TOOLCHAIN_FILE=<PopcornCC>/share/cmake/popcorn-toolchain.cmake ...
#
# On x86-64 this is no cross build: fat programs run as they are, so checks that run a program work, and CTest does. Elsewhere programs are run by `popcorn run`.
# POPCORN_SYSROOT in the environment names another C library, as for popcorn-cc itself.
get_filename_component(POPCORN_ROOT "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)

set(CMAKE_C_COMPILER "${POPCORN_ROOT}/bin/popcorn-cc")
if(NOT CMAKE_HOST_SYSTEM_PROCESSOR STREQUAL "x86_64")
  set(CMAKE_SYSTEM_NAME Linux)
  set(CMAKE_SYSTEM_PROCESSOR popcorn)
  set(CMAKE_CROSSCOMPILING_EMULATOR "${POPCORN_ROOT}/bin/popcorn;run")
endif()

# GNU's ar and ranlib serve: a fat object is an ELF object to them. strip does not: it drops the AArch64 half, so `install/strip` uses ours.
set(CMAKE_STRIP "${POPCORN_ROOT}/bin/popcorn-strip")

# Headers and libraries are those of our C library and of CMAKE_PREFIX_PATH, never the machine's own, which are for one ISA and another C library.
execute_process(COMMAND "${CMAKE_C_COMPILER}" -print-sysroot OUTPUT_VARIABLE POPCORN_LIBRARY OUTPUT_STRIP_TRAILING_WHITESPACE)
list(APPEND CMAKE_FIND_ROOT_PATH "${POPCORN_LIBRARY}")
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY BOTH)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE BOTH)
set(CMAKE_FIND_USE_CMAKE_SYSTEM_PATH OFF)
list(APPEND CMAKE_PREFIX_PATH "${POPCORN_LIBRARY}")

# find_package(PopcornCC) finds what this file belongs to.
set(PopcornCC_DIR "${CMAKE_CURRENT_LIST_DIR}/PopcornCC")

# There are no shared libraries: add_library(... SHARED) makes a static one.
set(BUILD_SHARED_LIBS OFF CACHE BOOL "shared libraries cannot be made")
set(CMAKE_USER_MAKE_RULES_OVERRIDE_C "${CMAKE_CURRENT_LIST_DIR}/popcorn-rules.cmake")
