// Which C is compiled: -std= and its relatives. All stages of the front end read the same record.
namespace PopcornCC.Compiler.Text;

/// <summary>A revision of the standard.</summary>
public enum LanguageStandard : byte
{
    C89,
    C99,
    C11,
    C17,
    C23,
}

/// <summary>The language: <paramref name="Gnu"/> is <c>-std=gnu…</c>, where <c>asm</c> and <c>typeof</c> are keywords and <c>unix</c> is a macro.</summary>
public sealed record LanguageOptions(LanguageStandard Standard = LanguageStandard.C17, bool Gnu = true)
{
    /// <summary><c>-std=gnu17</c>, which we take without an option.</summary>
    public static LanguageOptions Default { get; } = new();

    /// <summary>Whether the language is C23 or later: keywords such as bool and nullptr, <c>()</c> as a prototype, no implicit declarations.</summary>
    public bool IsC23 => Standard >= LanguageStandard.C23;
}
