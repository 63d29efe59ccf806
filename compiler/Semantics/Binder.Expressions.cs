// Expressions (C11 6.5): the dispatch and the primary expressions (6.5.1, 6.4.4, 6.4.5). BindExpression gives an lvalue where there is one; whoever wants a value calls Rvalue.
using System.Collections.Immutable;
using System.Diagnostics;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    private BoundExpression BindExpression(ExpressionSyntax syntax)
    {
        switch (syntax)
        {
            case ErrorExpressionSyntax: return Error(syntax.Span);
            case NameSyntax name: return BindName(name);
            case NumberSyntax number: return BindNumber(number);
            case CharacterSyntax character: return BindCharacter(character);
            case StringSyntax text: return BindString(text);
            case BoolSyntax boolean: return new BoundIntConstant(boolean.Value ? 1 : 0, BuiltinType.Bool, syntax.Span);
            case NullptrSyntax: return new BoundCast(CastKind.PointerCast, new BoundIntConstant(0, TypeFacts.VoidPointer, syntax.Span), BuiltinType.NullPointer, syntax.Span);
            case ParenthesizedSyntax parenthesized: return BindExpression(parenthesized.Expression);
            case ExtensionExpressionSyntax extension:
                _diagnostics.ExtensionsAllowed++;
                BoundExpression allowed = BindExpression(extension.Operand);
                _diagnostics.ExtensionsAllowed--;
                return allowed;
            case GenericSyntax generic: return BindGeneric(generic);
            case StatementExpressionSyntax statement: return BindStatementExpression(statement);
            case SubscriptSyntax subscript: return BindSubscript(subscript);
            case CallSyntax call: return BindCall(call);
            case MemberSyntax member: return BindMemberAccess(member);
            case PostfixSyntax postfix: return BindIncrement(postfix.Operand, postfix.Operator, isPostfix: true, postfix.Span);
            case CompoundLiteralSyntax literal: return BindCompoundLiteral(literal);
            case UnarySyntax unary: return BindUnary(unary);
            case SizeofExpressionSyntax size: return BindSizeofExpression(size);
            case SizeofTypeSyntax size: return BindSizeofType(size);
            case AlignofSyntax align: return BindAlignof(align);
            case LabelAddressSyntax label: return BindLabelAddress(label);
            case CastSyntax cast: return BindCast(cast);
            case BinarySyntax binary: return BindBinary(binary);
            case ConditionalSyntax conditional: return BindConditional(conditional);
            case AssignmentSyntax assignment: return BindAssignment(assignment);
            case CommaSyntax comma: return BindComma(comma);
            case OffsetofSyntax offset: return BindOffsetof(offset);
            case VaArgSyntax vaArg: return BindVaArg(vaArg);
            case TypesCompatibleSyntax types: return BindTypesCompatible(types);
            case ChooseExpressionSyntax choose: return BindChoose(choose);
            case ConvertVectorSyntax convert: return BindConvertVector(convert);
            case ComplexPartSyntax part: return BindComplexPart(part);
            default: throw new UnreachableException();
        }
    }

    /// <summary>An expression that has to be an integer constant expression (6.6p6); null after an error.</summary>
    private Int128? BindIntegerConstant(ExpressionSyntax syntax)
    {
        BoundExpression e = Rvalue(BindExpression(syntax));
        if (HasError(e)) return null;
        if (!e.Type.Type.IsInteger())
        {
            _diagnostics.NotIntegerConstant(e.Span, e.Type);
            return null;
        }
        if (ConstantEvaluator.EvaluateInteger(e) is Int128 value) return value;
        _diagnostics.NotConstant(e.Span, "expression");
        return null;
    }

    private BoundExpression BindName(NameSyntax syntax)
    {
        switch (_scope.Lookup(syntax.Name))
        {
            case VariableSymbol variable:
                MarkReferenced(variable);
                if (variable.Attributes.Deprecated) WarnDeprecated(syntax.Span, variable.Name, variable.Attributes.DeprecatedMessage, variable.Span);
                return new BoundVariable(variable, syntax.Span);
            case FunctionSymbol function:
                MarkReferenced(function);
                if (function.Attributes.Deprecated) WarnDeprecated(syntax.Span, function.Name, function.Attributes.DeprecatedMessage, function.Span);
                if (function.Attributes.Unavailable) _diagnostics.UnavailableUse(syntax.Span, function.Name, function.Span);
                return new BoundFunctionRef(function, syntax.Span);
            case EnumConstantSymbol constant:
                WarnDeprecatedPlace(syntax.Span, constant.Name, constant.Span);
                return new BoundIntConstant(constant.Value, constant.Type, syntax.Span);
            case TypedefSymbol:
                _diagnostics.TypeAsExpression(syntax.Span, syntax.Name);
                return Error(syntax.Span);
        }
        if (syntax.Name is "__func__" or "__FUNCTION__" or "__PRETTY_FUNCTION__") return BindFunctionName(syntax);
        if (BuiltinLibraryFunction(syntax.Name) is FunctionSymbol library)
        {
            MarkReferenced(library);
            return new BoundFunctionRef(library, syntax.Span);
        }
        if (IsBuiltinName(syntax.Name)) _diagnostics.BuiltinMustBeCalled(syntax.Span, syntax.Name);
        else
        {
            _diagnostics.Undeclared(syntax.Span, syntax.Name, Suggest(syntax.Name));
            // Report a name once: from now on it stands for an error.
            _scope.Set(syntax.Name, new VariableSymbol(syntax.Name, BuiltinType.Error, StorageDuration.Static, Linkage.None, SourceSpan.None));
        }
        return Error(syntax.Span);
    }

    private string? Suggest(string name) => SpellingSuggestion.Find(name, _scope.NamesInSight().Where(n => !n.StartsWith("__", StringComparison.Ordinal)));

    // 6.4.2.2: static const char __func__[] = "name".
    private BoundExpression BindFunctionName(NameSyntax syntax)
    {
        if (_function is null)
        {
            _diagnostics.FuncOutsideFunction(syntax.Span, syntax.Name);
            return Error(syntax.Span);
        }
        if (_function.FuncName is null)
        {
            ImmutableArray<byte> bytes = [.. System.Text.Encoding.UTF8.GetBytes(_function.Symbol.Name), 0];
            QualType type = new ArrayType(new QualType(BuiltinType.Char, Qualifiers.Const), bytes.Length);
            VariableSymbol variable = new(MakeName(_function.Symbol.Name + ".__func__"), type, StorageDuration.Static, Linkage.Internal, SourceSpan.None)
            {
                IsDefined = true,
                AddressTaken = true,
                Initializer = new BoundExpressionInitializer(new BoundStringLiteral(bytes, new ArrayType(BuiltinType.Char, bytes.Length), syntax.Span), syntax.Span),
            };
            _variables.Add(variable);
            _function.FuncName = variable;
        }
        MarkReferenced(_function.FuncName);
        return new BoundVariable(_function.FuncName, syntax.Span);
    }

    private BoundExpression BindNumber(NumberSyntax syntax)
    {
        NumberValue number = Literals.ParseNumber(syntax, _options.Language, _diagnostics);
        if (number.IsImaginary)
        {
            // GNU: 2.0i. An integer one is of a complex integer type there, which nobody misses: it is a double here.
            BuiltinType part = number.IsFloat && BasicTypeOf(number.Type) is BuiltinType { Kind: BuiltinKind.Float or BuiltinKind.Double or BuiltinKind.LongDouble } f ? f : BuiltinType.Double;
            return new BoundComplexConstant(0, number.IsFloat ? number.FloatValue : (double)number.IntegerValue, new ComplexType(part), syntax.Span);
        }
        if (BasicTypeOf(number.Type) is not BuiltinType type)
        {
            _diagnostics.TypeUnsupported(syntax.Span, number.Type.ToString());
            return Error(syntax.Span);
        }
        return number.IsFloat ? new BoundFloatConstant(number.FloatValue, type, syntax.Span) : new BoundIntConstant((Int128)number.IntegerValue, type, syntax.Span);
    }

    private BoundExpression BindCharacter(CharacterSyntax syntax)
    {
        CharacterValue value = Literals.ParseCharacter(syntax, _diagnostics);
        BuiltinType type = value.Encoding switch
        {
            LiteralEncoding.None => BuiltinType.Int,
            LiteralEncoding.Utf8 => BuiltinType.UChar,
            LiteralEncoding.Utf16 => BuiltinType.UShort,
            LiteralEncoding.Utf32 => BuiltinType.UInt,
            _ => BuiltinType.Int,
        };
        return IntConstant(value.Value, type, syntax.Span);
    }

    private BoundStringLiteral BindString(StringSyntax syntax)
    {
        StringValue value = Literals.ParseString(syntax, _diagnostics);
        return new BoundStringLiteral(value.Bytes, new ArrayType(ElementOf(value.Encoding), value.Length), syntax.Span);
    }

    private static BuiltinType ElementOf(LiteralEncoding encoding) => encoding switch
    {
        LiteralEncoding.Utf16 => BuiltinType.UShort,
        LiteralEncoding.Utf32 => BuiltinType.UInt,
        LiteralEncoding.Wide => BuiltinType.Int,
        _ => BuiltinType.Char,
    };

    /// <summary>The text of a string that is not an object: of asm, attributes, static_assert.</summary>
    private string TextOf(StringSyntax syntax) => Literals.ParseText(syntax, _diagnostics);

    // 6.5.1.1. The control is converted as an rvalue (C17), but is not evaluated.
    private BoundExpression BindGeneric(GenericSyntax syntax)
    {
        QualType control;
        if (syntax.ControlType is not null)
        {
            control = BindTypeName(syntax.ControlType);
        }
        else
        {
            _unevaluated++;
            control = Rvalue(BindExpression(syntax.Control!)).Type.Unqualified();
            _unevaluated--;
        }
        if (control.Type.IsError()) return Error(syntax.Span);
        GenericAssociationSyntax? chosen = null, byDefault = null;
        List<(QualType Type, SourceSpan Span)> seen = [];
        foreach (GenericAssociationSyntax association in syntax.Associations)
        {
            if (association.Type is null)
            {
                if (byDefault is not null) _diagnostics.DuplicateDefaultAssociation(association.Span);
                byDefault ??= association;
                continue;
            }
            QualType type = BindTypeName(association.Type);
            if (type.Type.IsError()) continue;
            (QualType Type, SourceSpan Span) previous = seen.FirstOrDefault(s => TypeCompatibility.AreCompatible(s.Type, type));
            if (previous.Type.Type is not null) _diagnostics.DuplicateAssociation(association.Span, type, previous.Span);
            seen.Add((type, association.Span));
            if (chosen is null && TypeCompatibility.AreCompatible(type, control)) chosen = association;
        }
        chosen ??= byDefault;
        if (chosen is null)
        {
            _diagnostics.NoAssociation(syntax.Control?.Span.FromStart() ?? syntax.ControlType!.Span, control);
            return Error(syntax.Span);
        }
        return BindExpression(chosen.Expression);
    }

    private BoundExpression BindChoose(ChooseExpressionSyntax syntax)
    {
        if (BindIntegerConstant(syntax.Condition) is not Int128 condition) return Error(syntax.Span);
        return BindExpression(condition != 0 ? syntax.Then : syntax.Else);
    }

    private BoundIntConstant BindTypesCompatible(TypesCompatibleSyntax syntax)
    {
        QualType a = BindTypeName(syntax.First), b = BindTypeName(syntax.Second);
        TakeSizes();
        return IntConstant(TypeCompatibility.AreCompatible(a.Type, b.Type) ? 1 : 0, BuiltinType.Int, syntax.Span);
    }

    private BoundExpression BindComma(CommaSyntax syntax)
    {
        BoundExpression left = Rvalue(BindExpression(syntax.Left));
        BoundExpression right = Rvalue(BindExpression(syntax.Right));
        if (HasError(left, right)) return Error(syntax.Span);
        if (!left.Type.Type.IsVoid())
        {
            WarnUnusedValue(left);
            WarnComma(syntax, left);
            left = new BoundCast(CastKind.ToVoid, left, BuiltinType.Void, left.Span);
        }
        return new BoundComma(left, right, right.Type, syntax.Span);
    }

    private BoundExpression BindLabelAddress(LabelAddressSyntax syntax)
    {
        if (_function is null)
        {
            _diagnostics.LabelOutsideFunction(syntax.Span);
            return Error(syntax.Span);
        }
        LabelSymbol label = UseLabel(syntax.Label);
        if (label.AddressNumber == 0)
        {
            _function.AddressLabels.Add(label);
            label.AddressNumber = _function.AddressLabels.Count;
        }
        return new BoundLabelAddress(label, TypeFacts.VoidPointer, syntax.Span);
    }
}
