// What attributes may be applied to and how many arguments they take, after clang's Attr.td, whose words the messages use. An attribute that is not here goes anywhere and takes anything.
using System.Collections.Frozen;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

/// <summary>What an attribute stands on.</summary>
[Flags]
internal enum AttributeSubject
{
    None = 0,
    Function = 1,
    GlobalVariable = 2,
    LocalVariable = 4,
    Parameter = 8,
    Member = 16,
    Typedef = 32,
    Struct = 64,
    Union = 128,
    Enum = 256,
    Statement = 512,
    Variable = GlobalVariable | LocalVariable | Parameter,
    Record = Struct | Union,
    Any = 1023,
}

/// <summary>The rules for one attribute. <paramref name="Named"/> is what <paramref name="Subjects"/> are called; <paramref name="IsError"/>: elsewhere it is an error, not ignored.</summary>
internal sealed record AttributeRule(AttributeSubject Subjects, string Named, int LeastArguments, int MostArguments, bool IsError = false);

/// <summary>The table of rules, and the check.</summary>
internal static class AttributeRules
{
    private const string SectionSubjects = "functions, global variables, Objective-C methods, and Objective-C properties";

    private static readonly FrozenDictionary<string, AttributeRule> s_rules = new Dictionary<string, AttributeRule>(StringComparer.Ordinal)
    {
        ["alias"] = new(AttributeSubject.Function | AttributeSubject.GlobalVariable, "functions and global variables", 1, 1, IsError: true),
        ["always_inline"] = new(AttributeSubject.Function | AttributeSubject.Statement, "functions and statements", 0, 0),
        ["artificial"] = new(AttributeSubject.Function, "inline functions", 0, 0),
        ["cleanup"] = new(AttributeSubject.LocalVariable, "local variables", 1, 1),
        ["cold"] = new(AttributeSubject.Function, "functions", 0, 0),
        ["const"] = new(AttributeSubject.Any, "", 0, 0),
        ["constructor"] = new(AttributeSubject.Function, "functions", 0, 1),
        ["destructor"] = new(AttributeSubject.Function, "functions", 0, 1),
        ["format"] = new(AttributeSubject.Function | AttributeSubject.Member | AttributeSubject.Variable | AttributeSubject.Typedef, "Objective-C methods, blocks, and non-K&R-style functions", 3, 3),
        ["gnu_inline"] = new(AttributeSubject.Function, "functions", 0, 0),
        ["hot"] = new(AttributeSubject.Function, "functions", 0, 0),
        ["malloc"] = new(AttributeSubject.Function, "functions", 0, 2),
        ["may_alias"] = new(AttributeSubject.Any, "", 0, 0),
        ["noinline"] = new(AttributeSubject.Function | AttributeSubject.Statement, "functions and statements", 0, 0),
        ["noreturn"] = new(AttributeSubject.Any, "", 0, 0),
        ["nothrow"] = new(AttributeSubject.Any, "", 0, 0),
        ["optnone"] = new(AttributeSubject.Function, "functions and Objective-C methods", 0, 0),
        ["packed"] = new(AttributeSubject.Any, "", 0, 0),
        ["popcorn_leaf"] = new(AttributeSubject.Function, "functions", 0, 0),
        ["pure"] = new(AttributeSubject.Any, "", 0, 0),
        ["returns_twice"] = new(AttributeSubject.Function, "functions", 0, 0),
        ["section"] = new(AttributeSubject.Function | AttributeSubject.GlobalVariable, SectionSubjects, 1, 1, IsError: true),
        ["transparent_union"] = new(AttributeSubject.Union | AttributeSubject.Typedef, "unions", 0, 0),
        ["unused"] = new(AttributeSubject.Any, "", 0, 0),
        ["used"] = new(AttributeSubject.Any, "", 0, 0),
        ["vector_size"] = new(AttributeSubject.Any, "", 1, 1),
        ["visibility"] = new(AttributeSubject.Any, "", 1, 1),
        ["warn_unused_result"] = new(AttributeSubject.Any, "", 0, 0),
        ["weak"] = new(AttributeSubject.Function | AttributeSubject.GlobalVariable | AttributeSubject.LocalVariable, "variables, functions, and classes", 0, 0),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every name there is, for suggestions.</summary>
    public static IEnumerable<string> Names => s_rules.Keys;

    /// <summary>Whether an attribute may be applied here; reports it when not.</summary>
    public static bool Check(AttributeSyntax attribute, AttributeSubject subject, DiagnosticBag diagnostics)
    {
        if (attribute.Prefix is not (null or "gnu") || (attribute.Style == AttributeStyle.Standard && attribute.Prefix is null) || !s_rules.TryGetValue(attribute.Name, out AttributeRule? rule)) return true;
        if (subject != AttributeSubject.None && (rule.Subjects & subject) == 0)
        {
            diagnostics.AttributeSubjects(attribute.Span, attribute.Name, rule.Named, rule.IsError);
            return false;
        }
        int count = attribute.Arguments.Length;
        if (count < rule.LeastArguments || count > rule.MostArguments)
        {
            diagnostics.AttributeArgumentCount(attribute.Span, attribute.Name, rule.LeastArguments, rule.MostArguments, tooFew: count < rule.LeastArguments);
            return false;
        }
        return true;
    }
}
