# Included by CMake after its own rules for Linux and for the compiler, to correct two of them: that there are shared libraries, and what a compiler that calls itself GNU 4.2 (as
# clang does too) can do. CMake would know no flag for C11 there.
set_property(GLOBAL PROPERTY TARGET_SUPPORTS_SHARED_LIBS FALSE)

set(CMAKE_C_STANDARD_COMPUTED_DEFAULT 17)
set(CMAKE_C_EXTENSIONS_COMPUTED_DEFAULT ON)
set(CMAKE_C_STANDARD_LATEST 23)
foreach(standard 90 99 11 17 23)
  set(CMAKE_C${standard}_STANDARD_COMPILE_OPTION "-std=c${standard}")
  set(CMAKE_C${standard}_EXTENSION_COMPILE_OPTION "-std=gnu${standard}")
  set(CMAKE_C${standard}_STANDARD__HAS_FULL_SUPPORT ON)
endforeach()

macro(cmake_record_c_compile_features)
  set(_result 0)
  set(CMAKE_C90_COMPILE_FEATURES c_std_90 c_function_prototypes)
  set(CMAKE_C99_COMPILE_FEATURES c_std_99 c_restrict c_variadic_macros)
  set(CMAKE_C11_COMPILE_FEATURES c_std_11 c_static_assert)
  set(CMAKE_C17_COMPILE_FEATURES c_std_17)
  set(CMAKE_C23_COMPILE_FEATURES c_std_23)
endmacro()
