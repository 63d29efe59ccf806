// Flattens a braced initialiser list (C11 6.7.9p16-38) into scalar stores: brace elision, designators (nested, GNU ranges and the old "m:" form), overriding, strings, unions, flexible array members.
//
// A cursor walks the items of one brace level. An aggregate without braces of its own takes items from its parent's cursor until it is full or an item has a designator, which belongs to the
// level with the braces. After "[2].b = x" the next item goes on behind b, inside element 2 (6.7.9p17): so a designator is followed by descending and then carrying on as if elided.
using System.Collections.Immutable;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    /// <summary>One initialiser being flattened.</summary>
    private sealed partial class InitializerList(Binder binder, bool isStatic)
    {
        /// <summary>An item's bits in the object, for overriding.</summary>
        private readonly record struct Slot(BoundInitializerElement Element, long Start, long End);

        /// <summary>Walks the items between one pair of braces.</summary>
        private sealed class Cursor(ImmutableArray<InitializerItemSyntax> items)
        {
            private int _index;

            /// <summary>The closing brace.</summary>
            public SourceSpan End { get; init; }

            /// <summary>An item had a designator: whoever writes those leaves out members on purpose.</summary>
            public bool HasDesignators { get; } = items.Any(i => !i.Designators.IsDefaultOrEmpty);

            public int Position => _index;
            public bool AtEnd => _index >= items.Length;
            public InitializerItemSyntax Current => items[_index];

            /// <summary>The current item's expression once bound: it is looked at again on the way down.</summary>
            public BoundExpression? Bound { get; set; }

            public void Next()
            {
                _index++;
                Bound = null;
            }
        }

        // {0} means "all of it": nothing is missing there.
        private bool _isZero;

        private readonly List<Slot> _slots = [];
        private readonly Dictionary<(long Offset, RecordType Union), FieldSymbol> _active = [];
        private long _end;

        /// <summary>An error was reported.</summary>
        public bool Failed { get; private set; }

        public ImmutableArray<BoundInitializerElement> Elements => [.. _slots.Select(s => s.Element)];

        /// <summary>Flattens a whole list; the result is the number of elements of an array of unknown length.</summary>
        public long? Fill(QualType type, ListInitializerSyntax list) => FillBraced(type, 0, list, null);

        private static bool IsZero(ListInitializerSyntax list) => list.Items is [{ Designators.IsDefaultOrEmpty: true, Initializer: ExpressionInitializerSyntax { Expression: NumberSyntax { Token.Text: "0" } } }];

        private long? FillBraced(QualType type, long offset, ListInitializerSyntax list, FieldSymbol? bitField)
        {
            Cursor cursor = new(list.Items) { End = list.Span with { Start = list.Span.Start + Math.Max(0, list.Span.Length - 1), Length = 1 } };
            bool wasZero = _isZero;
            _isZero = IsZero(list);
            try
            {
                return FillBraced(type, offset, list, bitField, cursor);
            }
            finally
            {
                _isZero = wasZero;
            }
        }

        private long? FillBraced(QualType type, long offset, ListInitializerSyntax list, FieldSymbol? bitField, Cursor cursor)
        {
            // Braces give the whole sub-object a new value, what they leave out zero (6.7.9p19, 21).
            if (type.Type is ArrayType or VectorType or RecordType && offset * 8 < _end) Forget(offset * 8, (offset + Math.Max(0, type.Type.Size)) * 8, list.Span);
            switch (type.Type)
            {
                case ArrayType array:
                    if (list.Items is [{ Designators: [], Initializer: ExpressionInitializerSyntax { Expression: var e } }] && binder.StringFor(array.Element.Type, e) is BoundStringLiteral text)
                    {
                        if (text.IsUnfit)
                        {
                            Failed = true;
                            return 0;
                        }
                        StoreString(type, array, offset, text);
                        return array.Length ?? ((ArrayType)text.Type.Type).Length;
                    }
                    return FillArray(type, array.Element, array.Length, offset, cursor, isBraced: true, default);
                case VectorType vector:
                    return FillArray(type, vector.Element, vector.Count, offset, cursor, isBraced: true, default);
                case RecordType record:
                    FillRecord(type, record, offset, cursor, isBraced: true, default);
                    return null;
                default:
                    FillBracedScalar(type, offset, list, bitField);
                    return null;
            }
        }

        private void FillBracedScalar(QualType type, long offset, ListInitializerSyntax list, FieldSymbol? bitField)
        {
            if (list.Items.IsEmpty)
            {
                // {} is zero (C23).
                Store(offset, type, bitField, type.Type.IsFloating() ? new BoundFloatConstant(0, type.Type, list.Span) : new BoundIntConstant(0, type.Type, list.Span));
                return;
            }
            InitializerItemSyntax first = list.Items[0];
            if (!first.Designators.IsDefaultOrEmpty)
            {
                Fail(() => binder._diagnostics.DesignatorInScalar(first.Span, type));
                return;
            }
            if (first.Initializer is ListInitializerSyntax nested)
            {
                binder._diagnostics.BracesAroundScalar(nested.Span, tooMany: true);
                FillBraced(type, offset, nested, bitField);
            }
            else StoreExpression(type, offset, bitField, binder.BindExpression(((ExpressionInitializerSyntax)first.Initializer).Expression));
            if (list.Items.Length > 1) binder._diagnostics.ExcessElements(list.Items[1].Span, "scalar");
        }

        private void FillRecord(QualType type, RecordType record, long offset, Cursor cursor, bool isBraced, ReadOnlySpan<DesignatorSyntax> pending)
        {
            ImmutableArray<FieldSymbol> fields = record.Fields;
            int index = 0;
            bool first = true;
            while (!cursor.AtEnd && !Failed)
            {
                ReadOnlySpan<DesignatorSyntax> designators = first && !pending.IsEmpty ? pending : isBraced ? cursor.Current.Designators.AsSpan() : default;
                if (!isBraced && !(first && !pending.IsEmpty) && !cursor.Current.Designators.IsDefaultOrEmpty) return;
                first = false;
                if (!designators.IsEmpty)
                {
                    if (FindDesignated(type, record, designators[0]) is not FieldSymbol member) return;
                    index = fields.IndexOf(member);
                    if (record.IsUnion) ForgetOtherMembers(record, member, offset);
                    FieldDesignatorSyntax named = (FieldDesignatorSyntax)designators[0];
                    // A name inside an anonymous member: the same designator, one level down.
                    FillDesignated(member, type, offset, cursor, member.Name == named.Field.Name ? designators[1..] : designators);
                }
                else
                {
                    if (index >= fields.Length || (record.IsUnion && index > 0))
                    {
                        if (!isBraced) return;
                        binder._diagnostics.ExcessElements(cursor.Current.Span, record.IsUnion ? "union" : "struct");
                        SkipExcess(cursor);
                        continue;
                    }
                    FieldSymbol field = fields[index];
                    if (record.IsUnion) ForgetOtherMembers(record, field, offset);
                    FillItem(field.Type.With(type.Qualifiers), offset + field.Offset, field.IsBitField ? field : null, cursor);
                }
                index = record.IsUnion ? fields.Length : index + 1;
                if (!isBraced && index >= fields.Length) return;
            }
            if (isBraced && index > 0 && index < fields.Length) WarnMissing(fields, index, cursor);
        }

        private void FillDesignated(FieldSymbol member, QualType type, long offset, Cursor cursor, ReadOnlySpan<DesignatorSyntax> rest)
        {
            QualType memberType = member.Type.With(type.Qualifiers);
            if (rest.IsEmpty) FillItem(memberType, offset + member.Offset, member.IsBitField ? member : null, cursor);
            else FillInside(memberType, offset + member.Offset, cursor, rest);
        }

        // Goes on with the rest of a designator inside a sub-object.
        private void FillInside(QualType type, long offset, Cursor cursor, ReadOnlySpan<DesignatorSyntax> rest)
        {
            switch (type.Type)
            {
                case ArrayType array:
                    FillArray(type, array.Element, array.Length, offset, cursor, isBraced: false, rest);
                    break;
                case VectorType vector:
                    FillArray(type, vector.Element, vector.Count, offset, cursor, isBraced: false, rest);
                    break;
                case RecordType record:
                    FillRecord(type, record, offset, cursor, isBraced: false, rest);
                    break;
                default:
                    DesignatorSyntax designator = rest[0];
                    Fail(() => binder._diagnostics.DesignatorInScalar(designator.Span, type));
                    break;
            }
        }

        private FieldSymbol? FindDesignated(QualType type, RecordType record, DesignatorSyntax designator)
        {
            if (designator is not FieldDesignatorSyntax { Field: var name })
            {
                Fail(() => binder._diagnostics.IndexDesignatorInRecord(designator.Span, type));
                return null;
            }
            ImmutableArray<FieldSymbol> path = FindMember(record, name.Name);
            if (!path.IsEmpty) return path[0];
            Fail(() => binder._diagnostics.NoSuchMember(name.Span, name.Name, record, SpellingSuggestion.Find(name.Name, AllNames(record).Select(f => f.Name!))));
            return null;
        }

        private long FillArray(QualType type, QualType element, long? length, long offset, Cursor cursor, bool isBraced, ReadOnlySpan<DesignatorSyntax> pending)
        {
            element = element.With(type.Qualifiers);
            long index = 0, count = 0, size = Math.Max(0, element.Type.Size);
            bool first = true;
            while (!cursor.AtEnd && !Failed)
            {
                ReadOnlySpan<DesignatorSyntax> designators = first && !pending.IsEmpty ? pending : isBraced ? cursor.Current.Designators.AsSpan() : default;
                if (!isBraced && !(first && !pending.IsEmpty) && !cursor.Current.Designators.IsDefaultOrEmpty) return count;
                first = false;
                long last = index;
                if (!designators.IsEmpty)
                {
                    if (!FindRange(type, designators[0], length, out index, out last)) return count;
                }
                else if (length is long n && index >= n)
                {
                    if (!isBraced) return count;
                    binder._diagnostics.ExcessElements(cursor.Current.Span, type.Type is VectorType ? "vector" : "array");
                    SkipExcess(cursor);
                    continue;
                }
                int mark = _slots.Count, position = cursor.Position;
                List<Slot>? overridden = last > index ? [.. _slots] : null;
                if (overridden is not null)
                {
                    // A range is filled apart, then copied: overriding must not disturb what lies between.
                    _slots.Clear();
                    mark = 0;
                }
                if (designators.Length > 1) FillInside(element, offset + (index * size), cursor, designators[1..]);
                else FillItem(element, offset + (index * size), null, cursor);
                if (overridden is not null) Repeat(overridden, mark, last - index, size);
                if (cursor.Position == position && !cursor.AtEnd && !Failed)
                {
                    // Elements without members take nothing.
                    if (!isBraced) return count;
                    SkipExcess(cursor);
                }
                index = last + 1;
                count = Math.Max(count, index);
                if (!isBraced && length is long full && index >= full) return count;
                if (!isBraced && length is null) return count;
            }
            return count;
        }

        // [low ... high] = x: x is evaluated once (GNU), the elements get copies of its value.
        private void Repeat(List<Slot> before, int mark, long times, long size)
        {
            List<Slot> made = _slots[mark..];
            _slots.Clear();
            _slots.AddRange(before);
            _end = before.Count == 0 ? 0 : before.Max(s => s.End);
            for (int i = 0; i < made.Count; i++)
            {
                BoundExpression value = made[i].Element.Value;
                BoundExpression repeated = value;
                if (!IsPure(value) && value is not BoundStringLiteral)
                {
                    VariableSymbol temporary = binder.MakeTemporary("repeated", value.Type, value.Span);
                    BoundVariable variable = new(temporary, value.Span);
                    value = new BoundAssignment(variable, value, value.Type, value.Span);
                    repeated = new BoundCast(CastKind.LvalueToRvalue, variable, value.Type, value.Span);
                }
                Put(made[i] with { Element = made[i].Element with { Value = value } });
                made[i] = made[i] with { Element = made[i].Element with { Value = repeated } };
            }
            for (long k = 1; k <= times; k++)
            {
                foreach (Slot slot in made)
                {
                    long shift = k * size;
                    Put(new Slot(slot.Element with { Offset = slot.Element.Offset + shift }, slot.Start + (shift * 8), slot.End + (shift * 8)));
                }
            }
        }

        private bool FindRange(QualType type, DesignatorSyntax designator, long? length, out long low, out long high)
        {
            low = high = 0;
            if (designator is not IndexDesignatorSyntax index)
            {
                Fail(() => binder._diagnostics.FieldDesignatorInArray(designator.Span, type));
                return false;
            }
            Int128? from = binder.BindIntegerConstant(index.Low);
            Int128? to = index.High is null ? from : binder.BindIntegerConstant(index.High);
            if (from is null || to is null)
            {
                Failed = true;
                return false;
            }
            if (from < 0 || to < from || to > int.MaxValue || (length is long n && to >= n))
            {
                SourceSpan at = index.Low.Span.FromStart(), last = (index.High ?? index.Low).Span.FromStart();
                if (from < 0) Fail(() => binder._diagnostics.DesignatorNegative(at, from.Value));
                else if (to < from) Fail(() => binder._diagnostics.DesignatorEmptyRange(at, from.Value, to.Value));
                else Fail(() => binder._diagnostics.DesignatorRange(last, to.Value, length ?? int.MaxValue));
                return false;
            }
            low = (long)from.Value;
            high = (long)to.Value;
            return true;
        }

        /// <summary>Gives one sub-object what it needs from the cursor.</summary>
        private void FillItem(QualType type, long offset, FieldSymbol? bitField, Cursor cursor)
        {
            InitializerItemSyntax item = cursor.Current;
            if (item.Initializer is ListInitializerSyntax list)
            {
                cursor.Next();
                if (type.Type is ArrayType { Length: null } && !isStatic) binder._diagnostics.FlexibleInitialized(list.Span);
                if (type.Type.IsScalar() && !list.Items.IsEmpty) binder._diagnostics.BracesAroundScalar(list.Span, tooMany: false);
                FillBraced(type, offset, list, bitField);
                return;
            }
            ExpressionSyntax syntax = ((ExpressionInitializerSyntax)item.Initializer).Expression;
            if (type.Type is ArrayType array && IsStringSyntax(syntax) && binder.StringFor(array.Element.Type, syntax) is BoundStringLiteral text)
            {
                cursor.Next();
                if (text.IsUnfit)
                {
                    Failed = true;
                    return;
                }
                StoreString(type, array, offset, text);
                return;
            }
            if (type.Type is ArrayType or RecordType or VectorType)
            {
                BoundExpression value = cursor.Bound ??= binder.BindExpression(syntax);
                if (HasError(value))
                {
                    Failed = true;
                    cursor.Next();
                    return;
                }
                if (type.Type is not ArrayType && TypeCompatibility.AreCompatible(type.Type, value.Type.Type))
                {
                    cursor.Next();
                    StoreExpression(type, offset, null, value);
                    return;
                }
                if (type.Type is RecordType { Fields.Length: 0 }) return;
                if (type.Type is ArrayType { Length: 0 }) return;
                if (!_isZero) binder._diagnostics.MissingBraces(syntax.Span);
                FillElided(type, offset, cursor);
                return;
            }
            BoundExpression scalar = cursor.Bound ?? binder.BindExpression(syntax);
            cursor.Next();
            StoreExpression(type, offset, bitField, scalar);
        }

        private void FillElided(QualType type, long offset, Cursor cursor)
        {
            switch (type.Type)
            {
                case ArrayType array:
                    FillElidedArray(type, array.Element, array.Length, offset, cursor);
                    break;
                case VectorType vector:
                    FillElidedArray(type, vector.Element, vector.Count, offset, cursor);
                    break;
                case RecordType record:
                    FillElidedRecord(type, record, offset, cursor);
                    break;
            }
        }

        // The first item's designator, if any, has been followed already to get here.
        private void FillElidedArray(QualType type, QualType element, long? length, long offset, Cursor cursor)
        {
            element = element.With(type.Qualifiers);
            long size = Math.Max(0, element.Type.Size);
            for (long i = 0; (length is null || i < length) && !cursor.AtEnd && !Failed; i++)
            {
                if (i > 0 && !cursor.Current.Designators.IsDefaultOrEmpty) return;
                FillItem(element, offset + (i * size), null, cursor);
            }
        }

        private void FillElidedRecord(QualType type, RecordType record, long offset, Cursor cursor)
        {
            int count = record.IsUnion ? Math.Min(1, record.Fields.Length) : record.Fields.Length;
            for (int i = 0; i < count && !cursor.AtEnd && !Failed; i++)
            {
                if (i > 0 && !cursor.Current.Designators.IsDefaultOrEmpty) return;
                FieldSymbol field = record.Fields[i];
                FillItem(field.Type.With(type.Qualifiers), offset + field.Offset, field.IsBitField ? field : null, cursor);
                if (cursor.AtEnd && i + 1 < count) WarnMissing(record.Fields, i + 1, cursor);
            }
        }

        private void WarnMissing(ImmutableArray<FieldSymbol> fields, int index, Cursor cursor)
        {
            if (_isZero || cursor.HasDesignators || Failed) return;
            while (index < fields.Length && fields[index].Name is null && fields[index].IsBitField) index++;
            if (index < fields.Length && fields[index].Type.Type is not ArrayType { Length: null } && fields[index].Name is { } name) binder._diagnostics.MissingField(cursor.End, name);
        }

        private static bool IsStringSyntax(ExpressionSyntax syntax)
        {
            while (syntax is ParenthesizedSyntax p) syntax = p.Expression;
            return syntax is StringSyntax or ExtensionExpressionSyntax or NameSyntax { Name: "__func__" or "__FUNCTION__" or "__PRETTY_FUNCTION__" };
        }

        private void SkipExcess(Cursor cursor)
        {
            binder.BindForErrorsOnly(cursor.Current.Initializer);
            cursor.Next();
        }

        private void Fail(Action report)
        {
            report();
            Failed = true;
        }
    }
}
