// `.eh_frame` (LSB Core, "Exception Frames"; DWARF 5, section 6.4): splits the section into its entries and runs the call-frame program of one
// of them up to an address. Only what static C code of both ISAs uses can become an UnwindRule; anything else is reported, never guessed.
namespace PopcornCC.StackMap;

/// <summary>A common information entry.</summary>
public sealed record FrameCie(int Offset, int Length, ulong CodeAlign, long DataAlign, ulong ReturnRegister, byte PointerEncoding,
    byte LsdaEncoding, bool HasAugmentationData, ReadOnlyMemory<byte> Program);

/// <summary>A frame description entry; the function's address is the relocation at <paramref name="PcOffset"/>.</summary>
public sealed record FrameFde(int Offset, int Length, FrameCie Cie, int PcOffset, ulong Range, ReadOnlyMemory<byte> Program);

/// <summary>A parsed `.eh_frame` section.</summary>
public sealed record EhFrame(IReadOnlyList<FrameCie> Cies, IReadOnlyList<FrameFde> Fdes)
{
    private const byte DW_EH_PE_omit = 0xff;

    /// <summary>Reads a section; on damage returns null and says what is wrong.</summary>
    public static EhFrame? Read(ReadOnlyMemory<byte> section, out string? error)
    {
        List<FrameCie> cies = [];
        List<FrameFde> fdes = [];
        Dictionary<int, FrameCie> byOffset = [];
        ByteReader r = new(section.Span);
        while (r.Remaining >= 4)
        {
            int start = r.Position;
            uint length = r.U32();
            // A zero length ends the table; sections that were concatenated may go on behind it.
            if (length == 0) continue;
            error = $"the entry at offset {start} is malformed";
            if (length == uint.MaxValue || length < 4 || length > r.Remaining) return null;
            int end = r.Position + (int)length;
            int idOffset = r.Position;
            uint id = r.U32();
            if (id == 0)
            {
                if (ReadCie(section, start, end) is not { } cie) return null;
                byOffset[start] = cie;
                cies.Add(cie);
            }
            else
            {
                if (!byOffset.TryGetValue(idOffset - (int)Math.Min(id, int.MaxValue), out FrameCie? cie)) return null;
                if (ReadFde(section, start, end, cie) is not { } fde) return null;
                fdes.Add(fde);
            }
            r.Seek(end);
        }
        error = null;
        return new EhFrame(cies, fdes);
    }

    /// <summary>Bytes of an encoded pointer, or 0 for an encoding relocatable objects of ours do not have.</summary>
    private static int EncodedSize(byte encoding) => (encoding & 0x0f) switch
    {
        0x00 or 0x04 or 0x0c => 8,
        0x03 or 0x0b => 4,
        _ => 0,
    };

    private static FrameCie? ReadCie(ReadOnlyMemory<byte> section, int start, int end)
    {
        ByteReader r = new(section.Span[..end]);
        r.Seek(start + 8);
        byte version = r.U8();
        string augmentation = r.CString();
        if (version is not (1 or 3)) return null;
        ulong code = r.Uleb();
        long data = r.Sleb();
        ulong returnRegister = version == 1 ? r.U8() : r.Uleb();
        byte pointer = 0, lsda = DW_EH_PE_omit;
        bool sized = augmentation.StartsWith('z');
        if (!sized && augmentation.Length > 0) return null;
        if (sized)
        {
            ulong size = r.Uleb();
            if (size > (ulong)r.Remaining) return null;
            int after = r.Position + (int)size;
            foreach (char c in augmentation.AsSpan(1))
            {
                switch (c)
                {
                    case 'R': pointer = r.U8(); break;
                    case 'L': lsda = r.U8(); break;
                    case 'P': r.Skip(EncodedSize(r.U8())); break;
                    case 'S' or 'B': break;
                    default: return null;
                }
            }
            r.Seek(after);
        }
        if (r.Failed || EncodedSize(pointer) == 0) return null;
        return new FrameCie(start, end - start, code, data, returnRegister, pointer, lsda, sized, section[r.Position..end]);
    }

    private static FrameFde? ReadFde(ReadOnlyMemory<byte> section, int start, int end, FrameCie cie)
    {
        ByteReader r = new(section.Span[..end]);
        r.Seek(start + 8);
        int pc = r.Position;
        int size = EncodedSize(cie.PointerEncoding);
        r.Skip(size);
        ulong range = size == 8 ? r.U64() : r.U32();
        if (cie.HasAugmentationData)
        {
            ulong augmentation = r.Uleb();
            if (augmentation > (ulong)r.Remaining) return null;
            r.Skip((int)augmentation);
        }
        return r.Failed ? null : new FrameFde(start, end - start, cie, pc, range, section[r.Position..end]);
    }
}
