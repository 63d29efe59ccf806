// Types from specifiers (C11 6.7.2, 6.7.3, 6.7.7): basic types, typedef names, typeof, _Atomic, and GNU's attributes that make another type of what was declared
// (vector_size, mode, may_alias). Structs, unions and enums are in Binder.Records.cs.
using System.Collections.Immutable;
using System.Diagnostics;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    /// <summary>What the specifiers say; <paramref name="Alignment"/> is a typedef's own (0: the type's).</summary>
    private readonly record struct SpecifiedType(QualType Type, int Alignment);

    private SpecifiedType BindSpecifiers(SpecifiersSyntax specifiers, bool isBare = false)
    {
        int alignment = 0;
        QualType type = BindTypeSpecifier(specifiers.Type, isBare, ref alignment);
        type = ApplyTypeAttributes(type, specifiers.Attributes);
        return new SpecifiedType(AddQualifiers(type, specifiers.Qualifiers, specifiers.Span), alignment);
    }

    private QualType AddQualifiers(QualType type, QualifierSpecifiers written, SourceSpan span)
    {
        Qualifiers q = (Qualifiers)written;
        if (q == Qualifiers.None || type.Type.IsError()) return type;
        if ((q & Qualifiers.Restrict) != 0 && type.Type is not PointerType { Pointee.Type: not FunctionType } && type.Type is not ArrayType)
        {
            _diagnostics.RestrictNeedsPointer(span, type);
            q &= ~Qualifiers.Restrict;
        }
        if ((q & Qualifiers.Atomic) != 0 && type.Type is ArrayType or FunctionType)
        {
            _diagnostics.AtomicOf(span, type);
            q &= ~Qualifiers.Atomic;
        }
        return type.With(q);
    }

    private QualType BindTypeSpecifier(TypeSpecifierSyntax syntax, bool isBare, ref int alignment)
    {
        switch (syntax)
        {
            case BasicTypeSyntax { IsComplex: true } complex:
                if (BasicTypeOf(complex.Type) is BuiltinType part && part.IsFloating()) return new ComplexType(part);
                _diagnostics.ComplexUnsupported(syntax.Span);
                return BuiltinType.Error;
            case BasicTypeSyntax basic:
                if (BasicTypeOf(basic.Type) is BuiltinType type) return type;
                _diagnostics.TypeUnsupported(syntax.Span, basic.Type.ToString());
                return BuiltinType.Error;
            case ImplicitIntSyntax:
                return BuiltinType.Int;
            case TypedefNameSyntax name:
                return BindTypedefName(name, ref alignment);
            case RecordSyntax record:
                return BindRecord(record, isBare);
            case EnumSyntax @enum:
                return BindEnum(@enum, isBare);
            case TypeofSyntax @typeof:
                return BindTypeof(@typeof);
            case AtomicTypeSyntax atomic:
                QualType inner = BindTypeName(atomic.Type);
                return AddQualifiers(inner.Unqualified(), QualifierSpecifiers.Atomic, syntax.Span);
            case AutoTypeSyntax:
                _diagnostics.AutoTypeMisplaced(syntax.Span);
                return BuiltinType.Error;
            case ErrorTypeSyntax:
                return BuiltinType.Error;
            default:
                throw new UnreachableException();
        }
    }

    private static BuiltinType? BasicTypeOf(BasicType type) => type switch
    {
        BasicType.Void => BuiltinType.Void,
        BasicType.Bool => BuiltinType.Bool,
        BasicType.Char => BuiltinType.Char,
        BasicType.SChar => BuiltinType.SChar,
        BasicType.UChar => BuiltinType.UChar,
        BasicType.Short => BuiltinType.Short,
        BasicType.UShort => BuiltinType.UShort,
        BasicType.Int => BuiltinType.Int,
        BasicType.UInt => BuiltinType.UInt,
        BasicType.Long => BuiltinType.Long,
        BasicType.ULong => BuiltinType.ULong,
        BasicType.LongLong => BuiltinType.LongLong,
        BasicType.ULongLong => BuiltinType.ULongLong,
        BasicType.Int128 => BuiltinType.Int128,
        BasicType.UInt128 => BuiltinType.UInt128,
        BasicType.Float => BuiltinType.Float,
        BasicType.Double => BuiltinType.Double,
        BasicType.LongDouble => BuiltinType.LongDouble,
        _ => null,
    };

    private QualType BindTypedefName(TypedefNameSyntax name, ref int alignment)
    {
        if (_scope.Lookup(name.Name) is not TypedefSymbol symbol)
        {
            _diagnostics.UnknownType(name.Span, name.Name);
            return BuiltinType.Error;
        }
        symbol.IsReferenced = true;
        if (symbol.Deprecated is not null) WarnDeprecated(name.Span, symbol.Name, symbol.Deprecated, symbol.Span);
        alignment = symbol.Alignment;
        return symbol.Type with { Typedef = symbol };
    }

    private QualType BindTypeof(TypeofSyntax syntax)
    {
        QualType type;
        if (syntax.Type is not null)
        {
            type = BindTypeName(syntax.Type);
        }
        else
        {
            _unevaluated++;
            BoundExpression e = BindExpression(syntax.Expression!);
            _unevaluated--;
            if (e is BoundMember { Field.IsBitField: true }) _diagnostics.TypeofBitField(e.Span);
            type = e.Type;
        }
        return syntax.IsUnqualified ? type.Unqualified() : type;
    }

    /// <summary>6.7.7. Lengths of variable arrays in it are computed by what <see cref="TakeSizes"/> gives afterwards.</summary>
    private QualType BindTypeName(TypeNameSyntax syntax)
    {
        SpecifiedType specified = BindSpecifiers(syntax.Specifiers);
        return BindDeclarator(specified, syntax.Declarator).Type;
    }

    /// <summary>GNU attributes that change the declared type itself.</summary>
    private QualType ApplyTypeAttributes(QualType type, ImmutableArray<AttributeSyntax> attributes)
    {
        if (attributes.IsDefaultOrEmpty) return type;
        foreach (AttributeSyntax attribute in attributes)
        {
            switch (attribute.Name)
            {
                case "vector_size":
                    type = ApplyVectorSize(type, attribute);
                    break;
                case "mode" when attribute.Arguments is [NameSyntax { Name: var mode }, ..]:
                    type = ApplyMode(type, mode, attribute.Span);
                    break;
                case "may_alias" when type.Type is not RecordType:
                    type = new QualType(type.Type, type.Qualifiers | Qualifiers.MayAlias);
                    break;
                case "transparent_union" when type.Type is RecordType { IsUnion: true } union:
                    union.IsTransparentUnion = true;
                    break;
            }
        }
        return type;
    }

    private QualType ApplyVectorSize(QualType type, AttributeSyntax attribute)
    {
        if (type.Type.IsError()) return type;
        // In "int *p __attribute__((vector_size(16)))" it is the int that becomes a vector.
        if (type.Type is PointerType p) return new QualType(new PointerType(ApplyVectorSize(p.Pointee, attribute)), type.Qualifiers);
        if (type.Type is ArrayType a) return new QualType(a with { Element = ApplyVectorSize(a.Element, attribute) }, type.Qualifiers);
        if (type.Type is FunctionType f) return new QualType(f with { ReturnType = ApplyVectorSize(f.ReturnType, attribute) }, type.Qualifiers);
        Int128? size = attribute.Arguments is [ExpressionSyntax e] ? BindIntegerConstant(e) : null;
        if (size is null) return type;
        CType element = type.Type.Underlying();
        if (!element.IsArithmetic() || element is ComplexType || element.IsBool() || size <= 0 || size > 1 << 20 || size % element.Size != 0 || !Int128.IsPow2(size.Value / element.Size))
        {
            _diagnostics.BadVectorSize(attribute.Span, type);
            return type;
        }
        return new QualType(new VectorType(element, (int)(size.Value / element.Size)), type.Qualifiers);
    }

    private QualType ApplyMode(QualType type, string mode, SourceSpan span)
    {
        bool signed = type.Type.IsSigned();
        BuiltinType? changed = mode.Trim('_') switch
        {
            "QI" or "byte" => signed ? BuiltinType.SChar : BuiltinType.UChar,
            "HI" => signed ? BuiltinType.Short : BuiltinType.UShort,
            "SI" => signed ? BuiltinType.Int : BuiltinType.UInt,
            "DI" or "word" or "pointer" => signed ? BuiltinType.Long : BuiltinType.ULong,
            "TI" => signed ? BuiltinType.Int128 : BuiltinType.UInt128,
            "SF" => BuiltinType.Float,
            "DF" => BuiltinType.Double,
            _ => null,
        };
        if (changed is null)
        {
            _diagnostics.UnknownMode(span, mode);
            return type;
        }
        return new QualType(changed, type.Qualifiers);
    }

    /// <summary>The alignment asked for by _Alignas and <c>aligned</c> (0: none).</summary>
    private int BindAlignment(ImmutableArray<AlignasSyntax> alignas, params ReadOnlySpan<ImmutableArray<AttributeSyntax>> attributeLists)
    {
        int alignment = 0;
        foreach (AlignasSyntax a in alignas.IsDefault ? [] : alignas)
        {
            alignment = Math.Max(alignment, a.Type is not null ? BindAlignmentOfType(a.Type) : CheckAlignment(BindIntegerConstant(a.Value!), a.Span, allowZero: true));
        }
        foreach (ImmutableArray<AttributeSyntax> attributes in attributeLists)
        {
            foreach (AttributeSyntax attribute in attributes.IsDefault ? [] : attributes)
            {
                if (attribute.Name != "aligned") continue;
                int asked = attribute.Arguments switch
                {
                    [] => 16,
                    [TypeNameSyntax t] => BindAlignmentOfType(t),
                    [ExpressionSyntax e, ..] => CheckAlignment(BindIntegerConstant(e), attribute.Span, allowZero: false),
                    _ => 0,
                };
                alignment = Math.Max(alignment, asked);
            }
        }
        return alignment;
    }

    private int BindAlignmentOfType(TypeNameSyntax syntax)
    {
        SpecifiedType specified = BindSpecifiers(syntax.Specifiers);
        Declared declared = BindDeclarator(specified, syntax.Declarator);
        int asked = BindAlignment(syntax.Specifiers.Alignments, syntax.Specifiers.Attributes, declared.Attributes);
        return asked != 0 ? asked : declared.Alignment != 0 ? declared.Alignment : TypeFacts.AlignmentOf(declared.Type.Type);
    }

    private int CheckAlignment(Int128? value, SourceSpan span, bool allowZero)
    {
        if (value is null || (allowZero && value == 0)) return 0;
        if (value <= 0 || value > 1 << 28 || !Int128.IsPow2(value.Value))
        {
            _diagnostics.BadAlignment(span);
            return 0;
        }
        return (int)value.Value;
    }

    private static bool HasAttribute(ImmutableArray<AttributeSyntax> attributes, string name) =>
        !attributes.IsDefault && attributes.Any(a => a.Name == name);
}
