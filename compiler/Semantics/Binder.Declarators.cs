// Declarators (C11 6.7.6): pointers, arrays, functions and their parameters. A length that is not constant becomes a local symbol; the assignment that computes it waits in _sizes until
// whoever asked for the type puts it where it has to run (6.7.6.2p5: when the declarator is reached).
using System.Collections.Immutable;
using System.Diagnostics;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    /// <summary>What a declarator declares; <paramref name="Alignment"/> is a typedef's own (0: the type's), <paramref name="Function"/> the parameters if it is a function.</summary>
    private readonly record struct Declared(
        QualType Type, IdentifierSyntax? Name, int Alignment, FunctionHeader? Function, ImmutableArray<AttributeSyntax> Attributes, Qualifiers ArrayQualifiers);

    /// <summary>A function declarator's parameters as symbols, the scope they are in, and what computes their array lengths.</summary>
    private sealed record FunctionHeader(ImmutableArray<VariableSymbol> Parameters, ImmutableArray<IdentifierSyntax> IdentifierList, Scope Scope, ImmutableArray<BoundExpression> Sizes,
        ImmutableArray<VariableSymbol> SizeSymbols);

    private List<BoundExpression> _sizes = [];
    private List<VariableSymbol> _sizeSymbols = [];
    private int _prototypeDepth;

    /// <summary>The assignments that compute the array lengths met since the last call, in order.</summary>
    private ImmutableArray<BoundExpression> TakeSizes()
    {
        if (_sizes.Count == 0) return [];
        ImmutableArray<BoundExpression> sizes = [.. _sizes];
        _sizes.Clear();
        _function?.Hoisted.AddRange(_sizeSymbols);
        _sizeSymbols.Clear();
        return sizes;
    }

    /// <summary>Puts pending length computations before an expression.</summary>
    private BoundExpression WithSizes(BoundExpression e)
    {
        ImmutableArray<BoundExpression> sizes = TakeSizes();
        for (int i = sizes.Length - 1; i >= 0; i--) e = new BoundComma(sizes[i], e, e.Type, e.Span);
        return e;
    }

    private Declared BindDeclarator(SpecifiedType specified, DeclaratorSyntax declarator)
    {
        QualType type = specified.Type;
        int alignment = specified.Alignment;
        FunctionHeader? header = null;
        Qualifiers arrayQualifiers = Qualifiers.None;
        ImmutableArray<AttributeSyntax> attributes = [];
        while (true)
        {
            switch (declarator)
            {
                case NameDeclaratorSyntax name:
                    if (!name.Attributes.IsDefaultOrEmpty) attributes = attributes.AddRange(name.Attributes);
                    return new Declared(ApplyTypeAttributes(type, attributes), name.Identifier, alignment, header, attributes, arrayQualifiers);
                case NamelessDeclaratorSyntax:
                    return new Declared(ApplyTypeAttributes(type, attributes), null, alignment, header, attributes, arrayQualifiers);
                case AttributedDeclaratorSyntax attributed:
                    attributes = attributes.AddRange(attributed.Attributes);
                    declarator = attributed.Inner;
                    continue;
                case PointerDeclaratorSyntax pointer:
                    // A typedef that lowered the alignment is remembered in the accesses through the pointer.
                    if (alignment != 0 && alignment < type.Type.Alignment) type = new QualType(type.Type, type.Qualifiers | Qualifiers.Unaligned);
                    type = new PointerType(type);
                    type = AddQualifiers(type, pointer.Qualifiers, pointer.Span);
                    // GNU's attributes behind a star are the declared name's, as in "void *__attribute__((malloc)) f(void)"; C23's are the pointer's, and none of those means anything.
                    attributes = attributes.AddRange(pointer.Attributes.Where(a => a.Style == AttributeStyle.Gnu));
                    alignment = 0;
                    header = null;
                    declarator = pointer.Inner;
                    continue;
                case ArrayDeclaratorSyntax array:
                    type = BindArray(type, array);
                    arrayQualifiers = (Qualifiers)array.Qualifiers;
                    header = null;
                    declarator = array.Inner;
                    continue;
                case FunctionDeclaratorSyntax function:
                    type = BindFunctionDeclarator(type, function, out header);
                    alignment = 0;
                    declarator = function.Inner;
                    continue;
                default:
                    throw new UnreachableException();
            }
        }
    }

    private QualType BindArray(QualType element, ArrayDeclaratorSyntax syntax)
    {
        if (element.Type is FunctionType)
        {
            _diagnostics.ArrayOfFunctions(syntax.Name?.Span ?? syntax.Span, element);
            element = BuiltinType.Error;
        }
        else if (!element.Type.IsComplete() && !element.Type.IsError())
        {
            _diagnostics.IncompleteElement(syntax.Span, element);
            element = BuiltinType.Error;
        }
        if (syntax.IsStar) _diagnostics.VariableLength(syntax.Span, _options.Language.Standard == LanguageStandard.C89);
        if (syntax.IsStar) return new ArrayType(element, null, IsVariable: true);
        if (syntax.Size is null) return new ArrayType(element, null);
        BoundExpression size = Rvalue(BindExpression(syntax.Size));
        if (HasError(size)) return new ArrayType(element, 1);
        if (!size.Type.Type.IsInteger())
        {
            _diagnostics.ArraySizeType(size.Span, size.Type);
            return new ArrayType(element, 1);
        }
        if (ConstantEvaluator.EvaluateInteger(size) is Int128 length)
        {
            if (length < 0)
            {
                _diagnostics.NegativeArraySize(size.Span);
                length = 1;
            }
            if (length > long.MaxValue || (element.Type.Size > 0 && length > long.MaxValue / element.Type.Size))
            {
                _diagnostics.ArrayTooLarge(size.Span);
                length = 1;
            }
            if (length == 0) _diagnostics.ZeroLengthArray(size.Span);
            return new ArrayType(element, (long)length);
        }
        if (_function is null && _prototypeDepth == 0)
        {
            _diagnostics.VariableLengthAtFileScope(syntax.Name?.Span ?? syntax.Span);
            return new ArrayType(element, 1);
        }
        _diagnostics.VariableLength(size.Span, _options.Language.Standard == LanguageStandard.C89);
        VariableSymbol symbol = new(MakeName(".length"), TypeFacts.SizeT, StorageDuration.Automatic, Linkage.None, syntax.Span) { IsReferenced = true };
        _sizeSymbols.Add(symbol);
        _sizes.Add(new BoundAssignment(new BoundVariable(symbol, size.Span), Convert(size, TypeFacts.SizeT), TypeFacts.SizeT, size.Span));
        return new ArrayType(element, null, symbol, IsVariable: true);
    }

    private QualType BindFunctionDeclarator(QualType result, FunctionDeclaratorSyntax syntax, out FunctionHeader header)
    {
        if (result.Type is FunctionType or ArrayType)
        {
            _diagnostics.FunctionReturns(syntax.Span, result);
            result = BuiltinType.Error;
        }
        Qualifiers ignored = result.Qualifiers & ~(result.Typedef?.Type.Qualifiers ?? Qualifiers.None);
        if ((ignored & (Qualifiers.Const | Qualifiers.Volatile)) != 0 && !result.Type.IsVoid()) _diagnostics.IgnoredQualifier(syntax.Span.FromStart(), (ignored & Qualifiers.Const) != 0 ? "const" : "volatile");
        Scope saved = PushScope(ScopeKind.Prototype);
        Scope own = _scope;
        (List<BoundExpression> outerSizes, _sizes) = (_sizes, []);
        (List<VariableSymbol> outerSymbols, _sizeSymbols) = (_sizeSymbols, []);
        _prototypeDepth++;
        ImmutableArray<VariableSymbol>.Builder parameters = ImmutableArray.CreateBuilder<VariableSymbol>();
        bool isVoid = syntax.Parameters is [{ Declarator: NamelessDeclaratorSyntax, Specifiers: { Type: BasicTypeSyntax { Type: BasicType.Void } or TypedefNameSyntax, Qualifiers: QualifierSpecifiers.None } } only]
            && !syntax.IsVariadic && BindSpecifiers(only.Specifiers).Type.Type.IsVoid();
        if (!isVoid)
        {
            foreach (ParameterSyntax parameter in syntax.Parameters.IsDefault ? [] : syntax.Parameters) parameters.Add(BindParameter(parameter));
        }
        _prototypeDepth--;
        _scope = saved;
        header = new FunctionHeader(parameters.ToImmutable(), syntax.IdentifierList.IsDefault ? [] : syntax.IdentifierList, own, [.. _sizes], [.. _sizeSymbols]);
        (_sizes, _sizeSymbols) = (outerSizes, outerSymbols);
        if (syntax.IsEmpty && _options.Language.Standard < LanguageStandard.C23) _diagnostics.WithoutPrototype(syntax.Span);
        bool hasPrototype = !syntax.Parameters.IsDefaultOrEmpty || syntax.IsVariadic || (syntax.IdentifierList.IsDefaultOrEmpty && _options.Language.Standard >= LanguageStandard.C23);
        ImmutableArray<QualType> types = [.. header.Parameters.Select(p => KeepInParameter(p.Type))];
        return new FunctionType(result.Unqualified(), types, syntax.IsVariadic, hasPrototype);
    }

    // A function's type does not tell its parameters' qualifiers (6.7.6.3p15).
    private static QualType KeepInParameter(QualType type) => new(type.Type);

    private VariableSymbol BindParameter(ParameterSyntax syntax)
    {
        SpecifiedType specified = BindSpecifiers(syntax.Specifiers);
        if (!syntax.Specifiers.Alignments.IsDefaultOrEmpty) _diagnostics.AlignasMisplaced(syntax.Specifiers.Alignments[0].Span, "a function parameter");
        if ((syntax.Specifiers.Storage & ~StorageSpecifiers.Register) != 0) _diagnostics.ParameterStorage(syntax.Span);
        Declared declared = BindDeclarator(specified, syntax.Declarator);
        QualType type = ApplyTypeAttributes(declared.Type, syntax.Attributes);
        SourceSpan span = declared.Name?.Span ?? syntax.Span;
        if (type.Type.IsVoid())
        {
            _diagnostics.VoidParameter(span);
            type = BuiltinType.Error;
        }
        QualType? written = type.Type is ArrayType { Length: not null } ? type : default(QualType?);
        type = AdjustParameter(type, declared.ArrayQualifiers);
        VariableSymbol symbol = new(declared.Name?.Name ?? "", type, StorageDuration.Parameter, Linkage.None, span)
        {
            AddressTaken = type.Type is RecordType,
            WrittenType = written,
            Attributes = BindAttributes(SymbolAttributes.None, AttributeSubject.Parameter, type, syntax.Specifiers.Attributes, declared.Attributes, syntax.Attributes),
        };
        if (declared.Name is not null && CanDeclare(declared.Name)) _scope.Set(declared.Name.Name, symbol);
        return symbol;
    }

    /// <summary>6.7.6.3p7-8: arrays become pointers to their element, functions pointers to themselves.</summary>
    private static QualType AdjustParameter(QualType type, Qualifiers arrayQualifiers) => type.Type switch
    {
        ArrayType array => new QualType(new PointerType(array.Element.With(type.Qualifiers)), arrayQualifiers),
        FunctionType function => new PointerType(function),
        _ => type,
    };
}
