// Keywords (C11 6.4.1, C23 6.4.1) with GNU's alternate spellings. To the preprocessor they are identifiers; which of them are reserved depends on the language's revision.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Syntax;

/// <summary>A keyword, whichever way it is spelled.</summary>
internal enum Keyword : byte
{
    None,

    // Statements.
    Break, Case, Continue, Default, Do, Else, For, Goto, If, Return, Switch, While, Asm, LocalLabel,

    // Storage classes and function specifiers.
    Auto, Constexpr, Extern, Register, Static, ThreadLocal, Typedef, Inline, Noreturn,

    // Types and qualifiers.
    Bool, Char, Complex, Double, Enum, Float, Int, Long, Short, Signed, Struct, Union, Unsigned, Void, Int128, Float16, Float128, Decimal32, Decimal64, Decimal128,
    AutoType, Typeof, TypeofUnqual, Atomic, Const, Restrict, Volatile, Alignas, Attribute, Extension,

    // Expressions.
    Alignof, GnuAlignof, Sizeof, Generic, Imag, Real, True, False, Nullptr, StaticAssert,
    Offsetof, VaArg, TypesCompatible, ChooseExpression, ConvertVector,
}

/// <summary>The table of keywords of one language.</summary>
internal static class Keywords
{
    private static readonly (string Name, Keyword Keyword)[] Always =
    [
        ("break", Keyword.Break), ("case", Keyword.Case), ("continue", Keyword.Continue), ("default", Keyword.Default), ("do", Keyword.Do), ("else", Keyword.Else), ("for", Keyword.For),
        ("goto", Keyword.Goto), ("if", Keyword.If), ("return", Keyword.Return), ("switch", Keyword.Switch), ("while", Keyword.While), ("auto", Keyword.Auto), ("extern", Keyword.Extern),
        ("register", Keyword.Register), ("static", Keyword.Static), ("typedef", Keyword.Typedef), ("char", Keyword.Char), ("double", Keyword.Double), ("enum", Keyword.Enum),
        ("float", Keyword.Float), ("int", Keyword.Int), ("long", Keyword.Long), ("short", Keyword.Short), ("signed", Keyword.Signed), ("struct", Keyword.Struct), ("union", Keyword.Union),
        ("unsigned", Keyword.Unsigned), ("void", Keyword.Void), ("const", Keyword.Const), ("volatile", Keyword.Volatile), ("sizeof", Keyword.Sizeof),

        // Reserved names of later revisions are taken in all of them, as other compilers do.
        ("_Alignas", Keyword.Alignas), ("_Alignof", Keyword.Alignof), ("_Atomic", Keyword.Atomic), ("_Bool", Keyword.Bool), ("_Complex", Keyword.Complex), ("_Generic", Keyword.Generic),
        ("_Noreturn", Keyword.Noreturn), ("_Static_assert", Keyword.StaticAssert), ("_Thread_local", Keyword.ThreadLocal),
        ("_Float16", Keyword.Float16), ("_Float128", Keyword.Float128), ("_Decimal32", Keyword.Decimal32), ("_Decimal64", Keyword.Decimal64), ("_Decimal128", Keyword.Decimal128),

        ("__alignof", Keyword.GnuAlignof), ("__alignof__", Keyword.GnuAlignof), ("__asm", Keyword.Asm), ("__asm__", Keyword.Asm), ("__attribute", Keyword.Attribute),
        ("__attribute__", Keyword.Attribute), ("__auto_type", Keyword.AutoType), ("__complex", Keyword.Complex), ("__complex__", Keyword.Complex), ("__const", Keyword.Const),
        ("__const__", Keyword.Const), ("__extension__", Keyword.Extension), ("__float128", Keyword.Float128), ("__imag", Keyword.Imag), ("__imag__", Keyword.Imag), ("__inline", Keyword.Inline),
        ("__inline__", Keyword.Inline), ("__int128", Keyword.Int128), ("__label__", Keyword.LocalLabel), ("__real", Keyword.Real), ("__real__", Keyword.Real), ("__restrict", Keyword.Restrict),
        ("__restrict__", Keyword.Restrict), ("__signed", Keyword.Signed), ("__signed__", Keyword.Signed), ("__thread", Keyword.ThreadLocal), ("__typeof", Keyword.Typeof),
        ("__typeof__", Keyword.Typeof), ("__typeof_unqual", Keyword.TypeofUnqual), ("__typeof_unqual__", Keyword.TypeofUnqual), ("__volatile", Keyword.Volatile),
        ("__volatile__", Keyword.Volatile), ("__builtin_offsetof", Keyword.Offsetof), ("__builtin_va_arg", Keyword.VaArg), ("__builtin_types_compatible_p", Keyword.TypesCompatible),
        ("__builtin_choose_expr", Keyword.ChooseExpression), ("__builtin_convertvector", Keyword.ConvertVector),
    ];

    private static readonly (string Name, Keyword Keyword)[] InC23 =
    [
        ("alignas", Keyword.Alignas), ("alignof", Keyword.Alignof), ("bool", Keyword.Bool), ("constexpr", Keyword.Constexpr), ("false", Keyword.False), ("nullptr", Keyword.Nullptr),
        ("static_assert", Keyword.StaticAssert), ("thread_local", Keyword.ThreadLocal), ("true", Keyword.True), ("typeof", Keyword.Typeof), ("typeof_unqual", Keyword.TypeofUnqual),
    ];

    /// <summary>The keywords of a language by spelling.</summary>
    public static Dictionary<string, Keyword> For(LanguageOptions language)
    {
        Dictionary<string, Keyword> table = new(StringComparer.Ordinal);
        foreach ((string name, Keyword keyword) in Always) table.Add(name, keyword);
        if (language.IsC23)
        {
            foreach ((string name, Keyword keyword) in InC23) table.Add(name, keyword);
        }
        if (language.Gnu)
        {
            table["typeof"] = Keyword.Typeof;
            table["asm"] = Keyword.Asm;
        }
        if (language.Gnu || language.Standard >= LanguageStandard.C99) table.Add("inline", Keyword.Inline);
        if (language.Standard >= LanguageStandard.C99) table.Add("restrict", Keyword.Restrict);
        return table;
    }

    /// <summary>Whether a line that begins with the keyword surely begins a statement or declaration: error recovery stops there.</summary>
    public static bool BeginsStatementOrDeclaration(Keyword keyword) => keyword is >= Keyword.Break and <= Keyword.Asm or >= Keyword.Auto and <= Keyword.Volatile or Keyword.StaticAssert;
}
