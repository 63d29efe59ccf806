// Prints types the way C declares them (6.7.7 type names), for diagnostics.
namespace PopcornCC.Compiler.Semantics;

/// <summary>Writes a type as a C type name.</summary>
public static class TypePrinter
{
    /// <summary>The type with its qualifiers, e.g. <c>const char *(*)(int)</c>; typedef names are followed.</summary>
    public static string Print(QualType type) => Print(type, "", named: false);

    /// <summary>The type without qualifiers.</summary>
    public static string Print(CType type) => Print(new QualType(type), "", named: false);

    /// <summary>The type in quotes as it was written, and what it stands for when that says more: <c>'size_t' (aka 'unsigned long')</c>.</summary>
    public static string Quote(QualType type)
    {
        string written = Print(type, "", named: true), meant = Print(type, "", named: false);
        return written == meant || meant.Contains("(unnamed)", StringComparison.Ordinal) ? $"'{written}'" : $"'{written}' (aka '{meant}')";
    }

    private static string Print(QualType type, string inner, bool named)
    {
        Qualifiers q = type.Qualifiers;
        if (named && type.Typedef is { } alias)
        {
            string words = Words(q & ~alias.Type.Qualifiers, after: false) + alias.Name;
            return inner.Length == 0 ? words : words + (inner[0] == '[' ? "" : " ") + inner;
        }
        switch (type.Type)
        {
            case PointerType p:
                string star = "*" + Words(q, after: true) + inner;
                bool grouped = p.Pointee.Type is ArrayType or FunctionType && !(named && p.Pointee.Typedef is not null);
                return Print(p.Pointee, grouped ? "(" + star + ")" : star, named);
            case ArrayType a:
                string length = a.Length is long n ? n.ToString(System.Globalization.CultureInfo.InvariantCulture) : a.IsVariable ? "*" : "";
                return Print(a.Element with { Qualifiers = a.Element.Qualifiers | q }, inner + "[" + length + "]", named);
            case FunctionType f:
                IEnumerable<string> parameters = f.Parameters.Select(p => Print(p, "", named));
                if (f.IsVariadic) parameters = parameters.Append("...");
                string list = string.Join(", ", parameters);
                if (list.Length == 0 && f.HasPrototype) list = "void";
                return Print(f.ReturnType, inner + "(" + list + ")", named);
            default:
                string name = Words(q, after: false) + Name(type.Type);
                return inner.Length == 0 ? name : name + (inner[0] == '[' ? "" : " ") + inner;
        }
    }

    private static string Words(Qualifiers q, bool after)
    {
        string words = "";
        if ((q & Qualifiers.Const) != 0) words += "const ";
        if ((q & Qualifiers.Volatile) != 0) words += "volatile ";
        if ((q & Qualifiers.Restrict) != 0) words += "restrict ";
        if ((q & Qualifiers.Atomic) != 0) words += "_Atomic ";
        return after ? words.TrimEnd() is { Length: > 0 } w ? w : "" : words;
    }

    /// <summary>A basic type as the standard writes it, which is also the name that debuggers know.</summary>
    internal static string Name(BuiltinKind kind) => kind switch
    {
        BuiltinKind.Void => "void",
        BuiltinKind.Bool => "_Bool",
        BuiltinKind.Char => "char",
        BuiltinKind.SChar => "signed char",
        BuiltinKind.UChar => "unsigned char",
        BuiltinKind.Short => "short",
        BuiltinKind.UShort => "unsigned short",
        BuiltinKind.Int => "int",
        BuiltinKind.UInt => "unsigned int",
        BuiltinKind.Long => "long",
        BuiltinKind.ULong => "unsigned long",
        BuiltinKind.LongLong => "long long",
        BuiltinKind.ULongLong => "unsigned long long",
        BuiltinKind.Int128 => "__int128",
        BuiltinKind.UInt128 => "unsigned __int128",
        BuiltinKind.Float => "float",
        BuiltinKind.Double => "double",
        BuiltinKind.LongDouble => "long double",
        BuiltinKind.NullPointer => "nullptr_t",
        _ => "<error>",
    };

    private static string Name(CType type) => type switch
    {
        BuiltinType b => Name(b.Kind),
        ComplexType c => "_Complex " + Name(c.Element),
        RecordType r => (r.IsUnion ? "union " : "struct ") + (r.Tag ?? "(unnamed)"),
        EnumType e => "enum " + (e.Tag ?? "(unnamed)"),
        VectorType v => Print(v.Element) + " __attribute__((vector_size(" + v.Size.ToString(System.Globalization.CultureInfo.InvariantCulture) + ")))",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
