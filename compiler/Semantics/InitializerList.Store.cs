// The second half of flattening an initialiser: what is stored where, in slots of bits, and what a later store takes away (C11 6.7.9p19).
using System.Collections.Immutable;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    private sealed partial class InitializerList
    {
        private void StoreString(QualType type, ArrayType array, long offset, BoundStringLiteral text)
        {
            if (array.Length is null) type = new QualType(array with { Length = ((ArrayType)text.Type.Type).Length }, type.Qualifiers);
            binder.WarnStringTooLong((ArrayType)type.Type, text);
            Store(offset, type, null, text);
        }

        private void StoreExpression(QualType type, long offset, FieldSymbol? bitField, BoundExpression value)
        {
            value = binder.Rvalue(value);
            QualType written = value.Type;
            value = binder.ConvertAssigned(value, type.Unqualified(), ConversionContext.Initialization);
            if (HasError(value))
            {
                Failed = true;
                return;
            }
            if (isStatic)
            {
                if (type.Type is RecordType)
                {
                    StoreConstantAggregate(offset, value, type);
                    return;
                }
                if (binder.ToConstant(value) is not BoundExpression constant)
                {
                    Failed = true;
                    return;
                }
                value = constant;
            }
            if (bitField is not null) binder.CheckBitFieldValue(bitField, value, written, value.Span);
            Store(offset, type, bitField, value);
        }

        private void StoreConstantAggregate(long offset, BoundExpression value, QualType type)
        {
            switch (ConstantAggregate(value))
            {
                case BoundListInitializer list:
                    Forget(offset * 8, (offset + type.Type.Size) * 8, value.Span);
                    foreach (BoundInitializerElement e in list.Elements) Store(offset + e.Offset, e.Type, e.BitField, e.Value);
                    break;
                case BoundExpressionInitializer single:
                    Store(offset, type, null, single.Value);
                    break;
                default:
                    Fail(() => binder._diagnostics.NotConstant(value.Span, "initializer element"));
                    break;
            }
        }

        private void Store(long offset, QualType type, FieldSymbol? bitField, BoundExpression value)
        {
            long start = (offset * 8) + (bitField?.BitOffset ?? 0);
            long end = start + (bitField?.BitWidth ?? Math.Max(0, type.Type.Size) * 8);
            Put(new Slot(new BoundInitializerElement(offset, type, bitField, value), start, end));
        }

        private void Put(Slot slot)
        {
            if (slot.Start < _end) Forget(slot.Start, slot.End, slot.Element.Value.Span);
            _end = Math.Max(_end, slot.End);
            _slots.Add(slot);
        }

        // 6.7.9p19: what is wholly overwritten is left out; a struct value of which a part is overwritten is stored before it.
        private void Forget(long start, long end, SourceSpan by)
        {
            int first = _slots.FindIndex(s => s.Start >= start && s.End <= end && s.End > s.Start);
            if (first < 0) return;
            binder._diagnostics.InitializerOverrides(by, _slots[first].Element.Value.Span);
            _slots.RemoveAll(s => s.Start >= start && s.End <= end && s.End > s.Start);
        }

        // Naming another member of a union drops what an earlier one was given.
        private void ForgetOtherMembers(RecordType union, FieldSymbol member, long offset)
        {
            if (_active.TryGetValue((offset, union), out FieldSymbol? previous) && previous != member) Forget(offset * 8, (offset + union.Size) * 8, member.Span);
            _active[(offset, union)] = member;
        }
    }
}
