// Prints types the way C declares them (6.7.7 type names), for diagnostics.
namespace PopcornCC.Compiler.Semantics;

/// <summary>Writes a type as a C type name.</summary>
public static class TypePrinter
{
    /// <summary>The type with its qualifiers, e.g. <c>const char *(*)(int)</c>.</summary>
    public static string Print(QualType type) => Print(type.Type, type.Qualifiers, "");

    /// <summary>The type without qualifiers.</summary>
    public static string Print(CType type) => Print(type, Qualifiers.None, "");

    private static string Print(CType type, Qualifiers q, string inner)
    {
        switch (type)
        {
            case PointerType p:
                string star = "*" + Words(q, after: true) + inner;
                return Print(p.Pointee.Type, p.Pointee.Qualifiers, p.Pointee.Type is ArrayType or FunctionType ? "(" + star + ")" : star);
            case ArrayType a:
                string length = a.Length is long n ? n.ToString(System.Globalization.CultureInfo.InvariantCulture) : a.IsVariable ? "*" : "";
                return Print(a.Element.Type, a.Element.Qualifiers | q, inner + "[" + length + "]");
            case FunctionType f:
                IEnumerable<string> parameters = f.Parameters.Select(p => Print(p));
                if (f.IsVariadic) parameters = parameters.Append("...");
                string list = string.Join(", ", parameters);
                if (list.Length == 0 && f.HasPrototype) list = "void";
                return Print(f.ReturnType.Type, f.ReturnType.Qualifiers, inner + "(" + list + ")");
            default:
                string name = Words(q, after: false) + Name(type);
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

    private static string Name(CType type) => type switch
    {
        BuiltinType b => b.Kind switch
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
        },
        RecordType r => (r.IsUnion ? "union " : "struct ") + (r.Tag ?? "(unnamed)"),
        EnumType e => "enum " + (e.Tag ?? "(unnamed)"),
        VectorType v => Print(v.Element) + " __attribute__((vector_size(" + v.Size.ToString(System.Globalization.CultureInfo.InvariantCulture) + ")))",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
