// What __has_attribute and __has_builtin answer yes to: what the parser, the binder and code generation really support, so that programs that ask take the right way.
using System.Collections.Frozen;

namespace PopcornCC.Compiler.Preprocess;

/// <summary>Names of attributes and builtins this compiler has.</summary>
public static class KnownNames
{
    private static readonly FrozenSet<string> s_attributes = Set("""
        alias aligned alloc_size always_inline assume_aligned cold const constructor deprecated destructor fallthrough format format_arg gnu_inline hot leaf malloc may_alias mode
        noclone noinline nonnull nonstring noreturn nothrow optnone packed pure returns_nonnull returns_twice section sentinel transparent_union unavailable unused used vector_size
        visibility warn_unused_result weak tls_model alloc_align cleanup
        """);

    private static readonly FrozenSet<string> s_standardAttributes = Set("deprecated fallthrough maybe_unused nodiscard noreturn");

    private static readonly FrozenSet<string> s_builtins = Set("""
        alloca alloca_with_align memcpy memmove memset memcmp strlen va_start va_end va_copy va_arg expect expect_with_probability unreachable trap prefetch assume_aligned frame_address
        return_address clz clzl clzll ctz ctzl ctzll clrsb clrsbl clrsbll ffs ffsl ffsll parity parityl parityll popcount popcountl popcountll bswap16 bswap32 bswap64
        add_overflow sub_overflow mul_overflow sadd_overflow saddl_overflow saddll_overflow ssub_overflow ssubl_overflow ssubll_overflow smul_overflow smull_overflow smulll_overflow
        uadd_overflow uaddl_overflow uaddll_overflow usub_overflow usubl_overflow usubll_overflow umul_overflow umull_overflow umulll_overflow
        fabs fabsf fabsl copysign copysignf copysignl huge_val huge_valf huge_vall inf inff infl nan nanf nanl isnan isinf isfinite isnormal signbit signbitf signbitl isinf_sign fpclassify
        isgreater isgreaterequal isless islessequal islessgreater isunordered constant_p choose_expr types_compatible_p offsetof object_size shufflevector convertvector
        """);

    /// <summary>A GNU attribute, without underscores around it.</summary>
    public static bool IsAttribute(string name) => s_attributes.Contains(name);

    /// <summary>A standard attribute of C23.</summary>
    public static bool IsStandardAttribute(string name) => s_standardAttributes.Contains(name);

    /// <summary>A builtin function, with its prefix.</summary>
    public static bool IsBuiltin(string name) =>
        name.StartsWith("__builtin_", StringComparison.Ordinal) ? s_builtins.Contains(name["__builtin_".Length..])
            : name.StartsWith("__atomic_", StringComparison.Ordinal) || name.StartsWith("__sync_", StringComparison.Ordinal);

    private static FrozenSet<string> Set(string words) => words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
