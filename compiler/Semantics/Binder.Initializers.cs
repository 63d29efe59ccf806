// Initialisers (C11 6.7.9): entry, single expressions, strings, and the check that static ones are constant. Braced lists are flattened in InitializerList.cs.
using System.Collections.Immutable;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    /// <summary>Binds the initialiser of an object; an array of unknown length gets its length in <paramref name="type"/>. Null after an error.</summary>
    private BoundInitializer? BindInitializer(ref QualType type, InitializerSyntax syntax, bool isStatic, VariableSymbol variable)
    {
        if (isStatic) _staticInitializers++;
        BoundInitializer? bound = BindInitializerOf(ref type, syntax, isStatic, variable);
        if (isStatic) _staticInitializers--;
        return bound;
    }

    // Above zero inside a static object's initialiser: a compound literal there is static too (GNU, for static locals).
    private int _staticInitializers;

    private BoundInitializer? BindInitializerOf(ref QualType type, InitializerSyntax syntax, bool isStatic, VariableSymbol variable)
    {
        if (type.Type.IsError())
        {
            BindForErrorsOnly(syntax);
            return null;
        }
        if (type.Type is FunctionType || (!type.Type.IsComplete() && type.Type is not ArrayType { Length: null }))
        {
            BindForErrorsOnly(syntax);
            if (variable.Storage is StorageDuration.Static or StorageDuration.Thread) _diagnostics.IncompleteVariable(variable.Span, variable.Name, type);
            return null;
        }
        if (syntax is ListInitializerSyntax list) return BindList(ref type, list, isStatic);
        ExpressionSyntax expression = ((ExpressionInitializerSyntax)syntax).Expression;
        if (type.Type is ArrayType array)
        {
            if (StringFor(array.Element.Type, expression, variable.Span) is BoundStringLiteral text)
            {
                if (text.IsUnfit) return null;
                type = CompleteFromString(type, array, text);
                WarnStringTooLong((ArrayType)type.Type, text);
                return new BoundExpressionInitializer(text, syntax.Span);
            }
            BoundExpression value = BindExpression(expression);
            if (HasError(value)) return null;
            // GNU: an array from a compound literal of its type.
            if (value is BoundCompoundLiteral literal && literal.Type.Type is ArrayType from && TypeCompatibility.AreCompatible(from.Element.Type, array.Element.Type) && (array.Length is null || array.Length == from.Length))
            {
                type = new QualType(array with { Length = from.Length }, type.Qualifiers);
                return literal.Initializer;
            }
            _diagnostics.ArrayInitializer(variable.Span, expression.Span, array.Element.Type);
            return null;
        }
        BoundExpression bound = ConvertAssigned(BindExpression(expression), type.Unqualified(), ConversionContext.Initialization, variable.Span);
        if (HasError(bound)) return null;
        if (!isStatic) return new BoundExpressionInitializer(bound, syntax.Span);
        if (type.Type is RecordType)
        {
            if (ConstantAggregate(bound) is BoundInitializer constant) return constant;
            if (bound is BoundCast { Kind: CastKind.LvalueToRvalue, Operand: BoundVariable { Symbol: var other } } && IsKnown(other)) return other.Initializer;
            _diagnostics.NotConstant(bound.Span, "initializer element");
            return null;
        }
        return ToConstant(bound) is BoundExpression c ? new BoundExpressionInitializer(c, syntax.Span) : null;
    }

    private void BindForErrorsOnly(InitializerSyntax syntax)
    {
        if (syntax is ExpressionInitializerSyntax e) BindExpression(e.Expression);
        else if (syntax is ListInitializerSyntax list)
        {
            foreach (InitializerItemSyntax item in list.Items) BindForErrorsOnly(item.Initializer);
        }
        TakeSizes();
    }

    private BoundInitializer? BindList(ref QualType type, ListInitializerSyntax list, bool isStatic)
    {
        if (type.Type.IsScalar() && list.Items is [{ Designators: [], Initializer: ExpressionInitializerSyntax single }])
        {
            // int x = { 5 };
            BoundExpression value = ConvertAssigned(BindExpression(single.Expression), type.Unqualified(), ConversionContext.Initialization);
            if (HasError(value)) return null;
            if (!isStatic) return new BoundExpressionInitializer(value, list.Span);
            return ToConstant(value) is BoundExpression constant ? new BoundExpressionInitializer(constant, list.Span) : null;
        }
        if (type.Type is ComplexType complex && list.Items is [{ Designators: [], Initializer: ExpressionInitializerSyntax real }, { Designators: [], Initializer: ExpressionInitializerSyntax imaginary }])
        {
            // clang's double _Complex z = { x, y };
            BoundExpression x = ConvertAssigned(BindExpression(real.Expression), complex.Element, ConversionContext.Initialization);
            BoundExpression y = ConvertAssigned(BindExpression(imaginary.Expression), complex.Element, ConversionContext.Initialization);
            if (HasError(x, y)) return null;
            BoundExpression both = MakeComplex(x, y, complex, list.Span);
            if (!isStatic) return new BoundExpressionInitializer(both, list.Span);
            return ToConstant(both) is BoundExpression constant ? new BoundExpressionInitializer(constant, list.Span) : null;
        }
        if (type.Type is ArrayType) WarnConcatenated(list);
        InitializerList flattener = new(this, isStatic);
        long? length = flattener.Fill(type, list);
        if (type.Type is ArrayType { Length: null } array) type = new QualType(array with { Length = length ?? 0 }, type.Qualifiers);
        return flattener.Failed ? null : new BoundListInitializer(flattener.Elements, list.Span);
    }

    /// <summary>One of several strings in a list is made of two: a comma may be missing.</summary>
    private void WarnConcatenated(ListInitializerSyntax list)
    {
        if (list.Items.Length <= 2) return;
        StringSyntax? found = null;
        foreach (InitializerItemSyntax item in list.Items)
        {
            if (item.Initializer is not ExpressionInitializerSyntax { Expression: StringSyntax { Span.File: > 0 } s } || !item.Designators.IsDefaultOrEmpty) return;
            if (s.Pieces.Length < 2) continue;
            if (found is not null) return;
            found = s;
        }
        if (found is null || found.Pieces.Any(p => p.Span.File != found.Span.File)) return;
        SourceSpan first = found.Pieces[0].Span;
        _diagnostics.ConcatenatedInList(found.Pieces[1].Span, first with { Start = first.Start + first.Length, Length = 0 }, found.Span);
    }

    /// <summary>The string literal, perhaps in parentheses, with which an array of this element may be initialised (6.7.9p14-15).</summary>
    private BoundStringLiteral? StringFor(CType element, ExpressionSyntax syntax, SourceSpan at = default)
    {
        while (syntax is ParenthesizedSyntax p) syntax = p.Expression;
        while (syntax is ExtensionExpressionSyntax e) syntax = e.Operand;
        if (syntax is NameSyntax { Name: "__func__" or "__FUNCTION__" or "__PRETTY_FUNCTION__" } && _function is not null && element.IsCharacter())
        {
            byte[] name = [.. System.Text.Encoding.UTF8.GetBytes(_function.Symbol.Name), 0];
            return new BoundStringLiteral([.. name], new ArrayType(BuiltinType.Char, name.Length), syntax.Span);
        }
        if (syntax is not StringSyntax text || !element.IsInteger()) return null;
        BoundStringLiteral literal = BindString(text);
        CType of = ((ArrayType)literal.Type.Type).Element.Type;
        CType target = element.Underlying();
        if (of.IsCharacter() ? target.IsCharacter() : target.Size == of.Size && !target.IsBool()) return literal;
        _diagnostics.StringElement(at == default ? syntax.Span : at, syntax.Span, !of.IsCharacter(), !target.IsCharacter());
        return new BoundStringLiteral(literal.Bytes, literal.Type, literal.Span) { IsUnfit = true };
    }

    private static QualType CompleteFromString(QualType type, ArrayType array, BoundStringLiteral text) =>
        array.Length is not null ? type : new QualType(array with { Length = ((ArrayType)text.Type.Type).Length }, type.Qualifiers);

    private void WarnStringTooLong(ArrayType array, BoundStringLiteral text)
    {
        // The terminator may be cut off (6.7.9p14), no more.
        if (array.Length is long n && ((ArrayType)text.Type.Type).Length - 1 > n) _diagnostics.StringTooLong(text.Span);
    }

    /// <summary>A static initialiser's value in canonical form: a constant, or an address plus an offset; null after reporting that it is not constant.</summary>
    private BoundExpression? ToConstant(BoundExpression value)
    {
        switch (ConstantEvaluator.Evaluate(value))
        {
            case IntegerValue i:
                return new BoundIntConstant(i.Value, value.Type.Type, value.Span);
            case FloatValue f:
                return new BoundFloatConstant(f.Value, value.Type.Type, value.Span);
            case ComplexValue c:
                return new BoundComplexConstant(c.Real, c.Imaginary, value.Type.Type, value.Span);
            case AddressValue a:
                return AddressConstant(a, value.Type.Type, value.Span);
        }
        if (value.Type.Type is VectorType && IsConstantVector(value)) return value;
        _diagnostics.NotConstant(value.Span, "initializer element");
        return null;
    }

    private static bool IsConstantVector(BoundExpression value) => value is BoundCast { Kind: CastKind.BitCast or CastKind.VectorSplat or CastKind.NoOp } c && ConstantEvaluator.Evaluate(c.Operand) is not null;

    // &base; (T)((char *)&base + offset); (long)(…): what code generation turns into a relocation.
    private static BoundExpression AddressConstant(AddressValue address, CType type, SourceSpan span)
    {
        if (address.Base is BoundLabelAddress label) return Convert(label, type);
        BoundExpression e = address.Base is BoundFunctionRef f
            ? new BoundCast(CastKind.FunctionToPointer, f, new PointerType(f.Type), span)
            : new BoundAddressOf(address.Base, new PointerType(address.Base.Type), span);
        if (address.Offset != 0)
        {
            PointerType bytes = new(BuiltinType.Char);
            e = new BoundBinary(BinaryOperator.PointerAdd, new BoundCast(CastKind.PointerCast, e, bytes, span), new BoundIntConstant(address.Offset, BuiltinType.Long, span), bytes, span);
        }
        return e.Type.Type == type ? e : new BoundCast(type is PointerType ? CastKind.PointerCast : CastKind.PointerToInteger, e, type, span);
    }

    /// <summary>GNU: a static struct may be initialised by a compound literal; its elements are taken over.</summary>
    private static BoundInitializer? ConstantAggregate(BoundExpression value)
    {
        while (value is BoundCast { Kind: CastKind.LvalueToRvalue or CastKind.NoOp } c) value = c.Operand;
        return value is BoundCompoundLiteral { Object.Storage: StorageDuration.Static } literal ? literal.Initializer ?? new BoundListInitializer([], literal.Span) : null;
    }
}
