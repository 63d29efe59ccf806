// What attributes mean: GNU's __attribute__((x)), the same as [[gnu::x]], and C23's [[x]] (6.7.12), from syntax to SymbolAttributes. Attributes about types (packed, aligned, vector_size, mode …) are known here
// but applied where types are built; cleanup needs a scope and is the binder's. What would change the meaning of a program and is not supported is an error, what only advises an optimiser is
// ignored in silence, what nobody knows is warned about and ignored, as gcc does.
using System.Collections.Immutable;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

/// <summary>Which language a format string is written in.</summary>
public enum FormatKind : byte
{
    Printf,
    Scanf,
    Strftime,
    Strfmon,
}

/// <summary><c>format(kind, string, first)</c>: parameter numbers from 1; <paramref name="FirstArgument"/> is 0 when the arguments are in a va_list.</summary>
public sealed record FormatAttribute(FormatKind Kind, int FormatParameter, int FirstArgument);

/// <summary>Decodes attributes of declared names.</summary>
internal static class Attributes
{
    // Known, and of no consequence here: advice to optimisers and analysers, instrumentation we do not do, and what other code applies (types, statements, cleanup).
    private static readonly HashSet<string> s_silent = new(
        ["access", "aligned", "alloc_align", "alloc_size", "annotate", "artificial", "assume", "assume_aligned", "cleanup", "common", "copy", "counted_by", "designated_init", "diagnose_if", "disable_tail_calls", "error",
            "externally_visible", "fallthrough", "fd_arg", "fd_arg_read", "fd_arg_write", "flag_enum", "flatten", "format_arg", "gcc_struct", "leaf", "likely", "unlikely", "may_alias", "mode",
            "minsize", "musttail", "no_icf", "no_instrument_function", "no_profile_instrument_function", "no_reorder", "no_sanitize", "no_sanitize_address", "no_sanitize_thread", "no_sanitize_undefined",
            "no_address_safety_analysis", "no_split_stack", "no_stack_limit", "no_stack_protector", "nocf_check", "nocommon", "nodebug", "noclone", "noescape", "noipa", "nomerge", "nonstring", "noplt",
            "not_tail_called", "null_terminated_string_arg", "objc_boxable", "overloadable", "packed", "patchable_function_entry", "randomize_layout", "no_randomize_layout", "reproducible", "retain",
            "returns_nonnull", "sentinel", "simd", "stack_protect", "strict_flex_array", "tls_model", "transparent_union", "type_visibility", "unsequenced", "uninitialized", "unroll", "vector_size", "warn_if_not_aligned",
            "warning", "zero_call_used_regs", "no_unique_address", "nullable", "nonblocking", "enum_extensibility", "guarded_by", "capability", "fentry_name", "fentry_section", "record_layout",
            "noduplicate", "convergent", "pt_guarded_by", "availability", "swift_name", "device_malloc", "unavailable"],
        StringComparer.Ordinal);

    // Calling conventions and instruction sets of one ISA: the neutral machine has neither.
    private static readonly HashSet<string> s_machine = new(
        ["cdecl", "fastcall", "stdcall", "thiscall", "regparm", "sysv_abi", "ms_abi", "vectorcall", "target", "target_clones", "force_align_arg_pointer", "ms_hook_prologue", "ms_struct", "pcs",
            "aarch64_vector_pcs", "long_call", "short_call", "near", "far", "dllimport", "dllexport", "shared", "model", "sseregparm"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> s_unsupported = new(["ifunc", "naked", "interrupt", "interrupt_handler", "signal", "weakref", "scalar_storage_order", "symver", "no_caller_saved_registers", "ext_vector_type"], StringComparer.Ordinal);

    private static readonly string[] s_standard = ["deprecated", "fallthrough", "maybe_unused", "nodiscard", "noreturn", "reproducible", "unsequenced"];

    /// <summary>Whether the attribute has a meaning that is ours to apply or may be ignored in silence.</summary>
    public static bool IsKnown(AttributeSyntax attribute) => s_silent.Contains(attribute.Name);

    /// <summary>The attributes with one more. <paramref name="constant"/> evaluates an integer constant expression, null when it is none (reported).</summary>
    public static SymbolAttributes Apply(SymbolAttributes attributes, AttributeSyntax attribute, Func<ExpressionSyntax, Int128?> constant, DiagnosticBag diagnostics)
    {
        if (attribute.Style == AttributeStyle.Standard && attribute.Prefix is null) return ApplyStandard(attributes, attribute, diagnostics);
        if (attribute.Prefix is not (null or "gnu" or "clang" or "popcorn"))
        {
            diagnostics.UnknownAttribute(attribute.Span, attribute.Prefix + "::" + attribute.Name);
            return attributes;
        }
        switch (attribute.Name)
        {
            case "weak":
                return attributes with { Weak = true };
            case "alias":
                return Text(attribute, diagnostics) is { } alias ? attributes with { Alias = alias } : attributes;
            case "section":
                return Text(attribute, diagnostics) is { } section ? attributes with { Section = section } : attributes;
            case "visibility":
                return ApplyVisibility(attributes, attribute, diagnostics);
            case "used":
                return attributes with { Used = true };
            case "noreturn" or "_Noreturn":
                return attributes with { NoReturn = true };
            case "noinline":
                return attributes with { NoInline = true };
            case "always_inline":
                return attributes with { AlwaysInline = true };
            case "const" or "__const":
                return attributes with { Const = true };
            case "pure":
                return attributes with { Pure = true };
            case "nothrow":
                return attributes with { NoThrow = true };
            case "malloc":
                // With arguments it names the deallocator and says nothing about the result.
                return attribute.Arguments.IsEmpty ? attributes with { Malloc = true } : attributes;
            case "cold":
                return attributes with { Cold = true };
            case "hot":
                return attributes with { Hot = true };
            case "returns_twice":
                return attributes with { ReturnsTwice = true };
            case "no_builtin":
                return attributes with { NoBuiltin = true };
            case "deprecated":
                return ApplyDeprecated(attributes, attribute, diagnostics);
            case "unavailable":
                return attributes with { Unavailable = true };
            case "unused" or "maybe_unused":
                return attributes with { Unused = true };
            case "warn_unused_result":
                return attributes with { WarnUnusedResult = true };
            case "gnu_inline":
                return attributes with { GnuInline = true };
            case "optnone":
                return attributes with { OptNone = true, NoInline = true };
            case "optimize":
                return attribute.Arguments is [StringSyntax level, ..] && Literals.ParseText(level, diagnostics) is "O0" or "-O0" or "0" ? attributes with { OptNone = true, NoInline = true } : attributes;
            case "popcorn_leaf":
                return attributes with { PopcornLeaf = true };
            case "constructor":
                return attributes with { Constructor = Priority(attribute, constant, diagnostics) };
            case "destructor":
                return attributes with { Destructor = Priority(attribute, constant, diagnostics) };
            case "nonnull":
                return ApplyNonNull(attributes, attribute, constant);
            case "format":
                return ApplyFormat(attributes, attribute, constant, diagnostics);
        }
        if (s_silent.Contains(attribute.Name)) return attributes;
        if (s_unsupported.Contains(attribute.Name)) diagnostics.UnsupportedAttribute(attribute.Span, attribute.Name);
        else if (s_machine.Contains(attribute.Name)) diagnostics.MachineAttribute(attribute.Span, attribute.Name);
        else diagnostics.UnknownAttribute(attribute.Span, attribute.Name, Suggest(attribute.Name));
        return attributes;
    }

    /// <summary>The attribute that a misspelt name was probably meant to be.</summary>
    public static string? Suggest(string name) => SpellingSuggestion.Find(name, AttributeRules.Names.Concat(s_silent).Append("deprecated").Append("nonnull"));

    /// <summary>The language of a format attribute; null for one nobody checks.</summary>
    public static FormatKind? FormatKindOf(string name) => name.Trim('_') switch
    {
        "printf" or "gnu_printf" or "syslog" or "printf0" => FormatKind.Printf,
        "scanf" or "gnu_scanf" => FormatKind.Scanf,
        "strftime" or "gnu_strftime" => FormatKind.Strftime,
        "strfmon" or "gnu_strfmon" => FormatKind.Strfmon,
        _ => null,
    };

    /// <summary>Formats of other systems: known, not looked at.</summary>
    public static bool IsForeignFormat(string name) => name.Trim('_') is "NSString" or "CFString" or "kprintf" or "freebsd_kprintf" or "os_trace" or "os_log" or "zcmn_err" or "cmn_err" or "vcmn_err" or "gcc_diag" or "gcc_cdiag" or "gcc_tdiag";

    /// <summary>C23 6.7.12.2 to 6.7.12.7.</summary>
    private static SymbolAttributes ApplyStandard(SymbolAttributes attributes, AttributeSyntax attribute, DiagnosticBag diagnostics)
    {
        switch (attribute.Name)
        {
            case "deprecated":
                return ApplyDeprecated(attributes, attribute, diagnostics);
            case "nodiscard":
                return attributes with { WarnUnusedResult = true };
            case "maybe_unused":
                return attributes with { Unused = true };
            case "noreturn" or "_Noreturn":
                return attributes with { NoReturn = true };
            case "fallthrough" or "unsequenced" or "reproducible":
                return attributes;
            default:
                diagnostics.UnknownAttribute(attribute.Span, attribute.Name, SpellingSuggestion.Find(attribute.Name, s_standard));
                return attributes;
        }
    }

    private static SymbolAttributes ApplyDeprecated(SymbolAttributes attributes, AttributeSyntax attribute, DiagnosticBag diagnostics) =>
        attributes with { Deprecated = true, DeprecatedMessage = attribute.Arguments is [StringSyntax text] ? Literals.ParseText(text, diagnostics) : attributes.DeprecatedMessage };

    private static string? Text(AttributeSyntax attribute, DiagnosticBag diagnostics)
    {
        if (attribute.Arguments is [StringSyntax text]) return Literals.ParseText(text, diagnostics);
        diagnostics.AttributeNeedsString(attribute.Arguments.IsEmpty ? attribute.Span : attribute.Arguments[0].Span, attribute.Name);
        return null;
    }

    private static SymbolAttributes ApplyVisibility(SymbolAttributes attributes, AttributeSyntax attribute, DiagnosticBag diagnostics)
    {
        switch (Text(attribute, diagnostics))
        {
            case "default":
                return attributes with { Visibility = Visibility.Default };
            case "hidden":
                return attributes with { Visibility = Visibility.Hidden };
            case "protected":
                return attributes with { Visibility = Visibility.Protected };
            case "internal":
                return attributes with { Visibility = Visibility.Internal };
            case null:
                return attributes;
            default:
                diagnostics.AttributeArgumentUnknown(attribute.Arguments[0].Span, attribute.Name, Literals.ParseText((StringSyntax)attribute.Arguments[0], diagnostics));
                return attributes;
        }
    }

    private static int Priority(AttributeSyntax attribute, Func<ExpressionSyntax, Int128?> constant, DiagnosticBag diagnostics)
    {
        if (attribute.Arguments is not [ExpressionSyntax e]) return 65535;
        if (e is StringSyntax)
        {
            diagnostics.AttributeArguments(attribute.Span, attribute.Name, "an integer constant");
            return 65535;
        }
        if (constant(e) is not { } value) return 65535;
        if (value >= 0 && value <= 65535) return (int)value;
        diagnostics.AttributeArguments(attribute.Span, attribute.Name, "a priority from 0 to 65535");
        return 65535;
    }

    private static SymbolAttributes ApplyNonNull(SymbolAttributes attributes, AttributeSyntax attribute, Func<ExpressionSyntax, Int128?> constant)
    {
        ImmutableArray<int> numbers = [.. attribute.Arguments.OfType<ExpressionSyntax>().Select(constant).Where(v => v is not null && v > 0 && v < 1000).Select(v => (int)v!.Value)];
        bool all = attribute.Arguments.IsEmpty || attributes.NonNull is { IsEmpty: true };
        return attributes with { NonNull = all ? [] : attributes.NonNull is { } before ? before.AddRange(numbers) : numbers };
    }

    private static SymbolAttributes ApplyFormat(SymbolAttributes attributes, AttributeSyntax attribute, Func<ExpressionSyntax, Int128?> constant, DiagnosticBag diagnostics)
    {
        if (attribute.Arguments is not [NameSyntax name, ExpressionSyntax format, ExpressionSyntax first])
        {
            diagnostics.AttributeArguments(attribute.Span, attribute.Name, "a kind and two numbers");
            return attributes;
        }
        FormatKind? kind = FormatKindOf(name.Name);
        if (kind is null || constant(format) is not { } f || constant(first) is not { } a || f < 1 || f > 1000 || a < 0 || a > 1000) return attributes;
        return attributes with { Format = new FormatAttribute(kind.Value, (int)f, (int)a) };
    }
}
