// Layout of structs and unions: the System V x86-64 psABI, section 3.1.2 ("Aggregates and Unions", "Bit-Fields"), with what gcc adds for packed, aligned and
// #pragma pack. All arithmetic is in bits, because a bit-field starts at the next free bit unless it would then cross a boundary of its declared type.
//
// gcc's rules where the psABI is silent, checked by differential test:
// - a bit-field of width 0 moves on to the next boundary of its type and, being unnamed, does not raise the struct's alignment;
// - an unnamed bit-field of any width does not raise the alignment either;
// - packed lets a bit-field start at the next bit whatever it crosses, and puts other members at the next byte; #pragma pack with any limit does the former too;
// - an `aligned` on a member overrides packed, but #pragma pack limits it; on a bit-field it makes the field start at such a boundary.
using System.Collections.Immutable;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

/// <summary>A member as declared. <paramref name="Alignment"/> is what <c>aligned</c> or <c>_Alignas</c> on the member asks for (0: nothing);
/// <paramref name="TypeAlignment"/> replaces the type's own where a typedef changed it (0: the type's own).</summary>
public sealed record MemberDeclaration(
    string? Name, QualType Type, int? BitWidth, int Alignment = 0, int TypeAlignment = 0, bool IsPacked = false, SourceSpan Span = default);

/// <summary>Lays out records.</summary>
public static class RecordLayout
{
    /// <summary>Computes offsets, size and alignment and completes <paramref name="record"/>. <paramref name="packLimit"/> is that of <c>#pragma pack</c> (0: none),
    /// <paramref name="minimumAlignment"/> that of an <c>aligned</c> on the type (0: none).</summary>
    public static void Complete(RecordType record, IReadOnlyList<MemberDeclaration> members, bool isPacked, int packLimit, int minimumAlignment)
    {
        ImmutableArray<FieldSymbol>.Builder fields = ImmutableArray.CreateBuilder<FieldSymbol>();
        long bits = 0, unionBits = 0;
        int alignment = 1;
        bool flexible = false;
        foreach (MemberDeclaration member in members)
        {
            if (record.IsUnion) bits = 0;
            CType type = member.Type.Type;
            int natural = member.TypeAlignment != 0 ? member.TypeAlignment : TypeFacts.AlignmentOf(member.Type);
            bool packed = isPacked || member.IsPacked;
            int own = Math.Max(packed ? 1 : natural, member.Alignment);
            if (packLimit != 0) own = Math.Min(own, packLimit);
            if (member.BitWidth is int width)
            {
                long start = PlaceBitField(ref bits, type, width, natural, member, packed, packLimit);
                if (member.Name is not null)
                {
                    // Under #pragma pack a bit-field raises the alignment up to the limit, packed or not.
                    if (packLimit != 0) own = Math.Min(Math.Max(natural, member.Alignment), packLimit);
                    alignment = Math.Max(alignment, own);
                    fields.Add(MakeBitField(member, type, width, start, packed || packLimit != 0 || natural < type.Size));
                }
            }
            else
            {
                bits = RoundUp(RoundUp(bits, 8), own * 8L);
                alignment = Math.Max(alignment, own);
                fields.Add(new FieldSymbol(member.Name, member.Type, bits / 8, Span: member.Span));
                flexible = type is ArrayType { Length: null } || (type is RecordType { HasFlexibleArray: true } && member == members[^1]);
                bits += Math.Max(0, type.Size) * 8;
            }
            unionBits = Math.Max(unionBits, bits);
        }
        alignment = Math.Max(alignment, minimumAlignment);
        long size = RoundUp(RoundUp(record.IsUnion ? unionBits : bits, 8) / 8, alignment);
        record.Complete(fields.ToImmutable(), size, alignment, flexible);
    }

    /// <summary>Finds the first bit of a bit-field and moves <paramref name="bits"/> behind it.</summary>
    private static long PlaceBitField(ref long bits, CType type, int width, int natural, MemberDeclaration member, bool packed, int packLimit)
    {
        long unit = type.Size * 8;
        if (width == 0)
        {
            // The boundary is that of the declared type even in a packed struct; an aligned attribute may raise it.
            bits = RoundUp(bits, Math.Max(natural, member.Alignment) * 8L);
            return bits;
        }
        int asked = packLimit != 0 ? Math.Min(member.Alignment, packLimit) : member.Alignment;
        if (asked > 0) bits = RoundUp(bits, asked * 8L);
        if (!packed && packLimit == 0)
        {
            // It may not span more boundaries than one unit of its type does.
            long boundary = natural * 8L;
            if (RoundUp((bits % boundary) + width, boundary) / boundary > unit / boundary) bits = RoundUp(bits, boundary);
        }
        long start = bits;
        bits += width;
        return start;
    }

    private static FieldSymbol MakeBitField(MemberDeclaration member, CType type, int width, long start, bool packed)
    {
        long unit = type.Size * 8;
        // An ordinary bit-field lies inside one unit of its type at a multiple of the type's size; a packed one is given from the byte it starts in.
        long offset = packed || start / unit != (start + width - 1) / unit ? start / 8 * 8 : start / unit * unit;
        return new FieldSymbol(member.Name, member.Type, offset / 8, width, (int)(start - offset), member.Span);
    }

    private static long RoundUp(long value, long multiple) => (value + multiple - 1) / multiple * multiple;
}
