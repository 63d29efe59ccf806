// Runs the front end on a piece of C for the tests of the binder.
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Semantics;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;
using Xunit;

namespace PopcornCC.Compiler.Tests.Semantics;

/// <summary>A bound translation unit with what was said about it.</summary>
internal sealed record Bound(BoundUnit Unit, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Binds a source text; errors are allowed.</summary>
    public static Bound From(string source, BinderOptions? options = null, WarningSettings? warnings = null)
    {
        SourceManager sources = new();
        // As under -Wall: what nobody asked for, such as unused parameters, stays out of the way of what a test is about.
        DiagnosticBag diagnostics = new() { Policy = new WarningPolicy(sources, warnings ?? new WarningSettings("all")) };
        Preprocessor preprocessor = new(sources, diagnostics, new PreprocessorOptions(), new FileCache());
        preprocessor.Enter("test.c", source);
        options ??= new BinderOptions();
        TranslationUnitSyntax syntax = Parser.Parse(preprocessor.Next, sources, options.Language, diagnostics);
        BoundUnit unit = Binder.Bind(syntax, options, diagnostics);
        return new Bound(unit, diagnostics.Items);
    }

    /// <summary>Binds a source text that has to be right.</summary>
    public static Bound Clean(string source, BinderOptions? options = null)
    {
        Bound bound = From(source, options);
        Assert.Empty(bound.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Message));
        return bound;
    }

    /// <summary>The ids of all errors and warnings, in order.</summary>
    public IEnumerable<string> Ids => Diagnostics.Select(d => d.Id);

    /// <summary>A variable by name.</summary>
    public VariableSymbol Variable(string name) => Unit.Variables.Single(v => v.Name == name);

    /// <summary>A function definition by name.</summary>
    public BoundFunction Function(string name) => Unit.Functions.Single(f => f.Symbol.Name == name);

    /// <summary>The value of a static integer variable.</summary>
    public Int128 IntegerOf(string name) => Variable(name).Initializer switch
    {
        BoundExpressionInitializer { Value: BoundIntConstant c } => c.Value,
        var other => throw new InvalidOperationException($"{name} is initialised with {other}"),
    };
}
