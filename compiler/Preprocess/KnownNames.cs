// What __has_attribute and __has_builtin answer yes to: what the parser, the binder and code generation really support, so that programs that ask take the right way. The builtins' table is the binder's own.
using System.Collections.Frozen;
using PopcornCC.Compiler.Semantics;

namespace PopcornCC.Compiler.Preprocess;

/// <summary>Names of attributes and builtins this compiler has.</summary>
public static class KnownNames
{
    private static readonly FrozenSet<string> s_attributes = Set("""
        alias aligned always_inline cold const constructor deprecated destructor fallthrough format gnu_inline hot malloc may_alias mode
        noinline no_builtin nonnull nonstring noreturn nothrow optnone packed pure returns_twice section transparent_union unavailable unused used vector_size
        visibility warn_unused_result weak cleanup
        """);

    private static readonly FrozenSet<string> s_standardAttributes = Set("deprecated fallthrough maybe_unused nodiscard noreturn");

    // Builtins the binder treats one by one; all others are in its table.
    private static readonly FrozenSet<string> s_specialBuiltins = Set("""
        va_start va_end va_copy va_arg c23_va_start prefetch assume_aligned constant_p choose_expr types_compatible_p offsetof object_size dynamic_object_size classify_type
        extract_return_addr frob_return_addr huge_val huge_valf huge_vall inf inff infl nan nanf nanl nans nansf nansl
        isnan isinf isfinite isnormal signbit isinf_sign finite isnanf isinff isnanl isinfl signbitf signbitl fpclassify
        isgreater isgreaterequal isless islessequal islessgreater isunordered shufflevector shuffle convertvector
        finitef finitel issubnormal iszero issignaling clzg ctzg popcountg assoc_barrier speculation_safe_value LINE COLUMN FILE FILE_NAME FUNCTION
        add_overflow_p sub_overflow_p mul_overflow_p __memcpy_chk __memmove_chk __memset_chk __mempcpy_chk __strcpy_chk __strcat_chk __strncpy_chk __strncat_chk __stpcpy_chk
        __printf_chk __vprintf_chk __fprintf_chk __vfprintf_chk __sprintf_chk __vsprintf_chk __snprintf_chk __vsnprintf_chk
        add_overflow sub_overflow mul_overflow sadd_overflow saddl_overflow saddll_overflow ssub_overflow ssubl_overflow ssubll_overflow smul_overflow smull_overflow smulll_overflow
        uadd_overflow uaddl_overflow uaddll_overflow usub_overflow usubl_overflow usubll_overflow umul_overflow umull_overflow umulll_overflow
        """);

    /// <summary>A GNU attribute, without underscores around it.</summary>
    public static bool IsAttribute(string name) => s_attributes.Contains(name);

    /// <summary>A standard attribute of C23.</summary>
    public static bool IsStandardAttribute(string name) => s_standardAttributes.Contains(name);

    /// <summary>A builtin function, with its prefix.</summary>
    public static bool IsBuiltin(string name) =>
        name.StartsWith("__builtin_", StringComparison.Ordinal) ? IsBuiltinWord(name["__builtin_".Length..])
            : name.StartsWith("__atomic_", StringComparison.Ordinal) || name.StartsWith("__sync_", StringComparison.Ordinal);

    private static bool IsBuiltinWord(string word) => s_specialBuiltins.Contains(word) || BuiltinTable.Prefixed.ContainsKey(word) || BuiltinTable.Library.ContainsKey(word);

    private static FrozenSet<string> Set(string words) => words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
