// What an unwinder needs at one return address: how to find the CFA and where the caller's registers were saved. The compact map holds one
// such rule in 72 bytes (docs/stackmap-format.md, section 3).
namespace PopcornCC.StackMap;

/// <summary>A register (DWARF number) saved at CFA + <paramref name="Offset"/>.</summary>
public readonly record struct SavedRegister(byte Register, int Offset);

/// <summary>CFA = register + offset, and the saved registers in ascending order. Two rules are equal when their bytes are.</summary>
public sealed record UnwindRule(byte CfaRegister, int CfaOffset, IReadOnlyList<SavedRegister> Saved) : IEquatable<UnwindRule>
{
    /// <summary>Bytes of a rule in the map.</summary>
    public const int Size = 72;

    /// <summary>The most registers a rule can hold.</summary>
    public const int MaxSaved = 20;

    public bool Equals(UnwindRule? other) =>
        other is not null && CfaRegister == other.CfaRegister && CfaOffset == other.CfaOffset && Saved.SequenceEqual(other.Saved);

    public override int GetHashCode()
    {
        HashCode h = default;
        h.Add(CfaRegister);
        h.Add(CfaOffset);
        foreach (SavedRegister s in Saved) h.Add(s);
        return h.ToHashCode();
    }

    /// <summary>Why the rule cannot be written, or null.</summary>
    public string? WhyItDoesNotFit()
    {
        if (Saved.Count > MaxSaved) return $"{Saved.Count} registers are saved, at most {MaxSaved} fit";
        foreach (SavedRegister s in Saved)
        {
            if (s.Offset % 4 != 0) return $"register {s.Register} is saved at offset {s.Offset}, which is no multiple of 4";
            if (s.Offset / 4 is < short.MinValue or > short.MaxValue) return $"register {s.Register} is saved too far from the CFA ({s.Offset})";
        }
        return null;
    }

    public void Write(ByteWriter w)
    {
        w.U8(CfaRegister);
        w.U8((byte)Saved.Count);
        w.U16(0);
        w.U32((uint)CfaOffset);
        foreach (SavedRegister s in Saved) w.U8(s.Register);
        w.Zero(MaxSaved - Saved.Count);
        foreach (SavedRegister s in Saved) w.U16((ushort)(short)(s.Offset / 4));
        w.Zero(2 * (MaxSaved - Saved.Count) + 4);
    }

    public static UnwindRule? Read(ReadOnlySpan<byte> bytes)
    {
        ByteReader r = new(bytes);
        byte register = r.U8();
        int count = r.U8();
        r.Skip(2);
        int offset = r.I32();
        ReadOnlySpan<byte> registers = r.Bytes(MaxSaved);
        if (count > MaxSaved || r.Failed) return null;
        SavedRegister[] saved = new SavedRegister[count];
        for (int i = 0; i < count; i++) saved[i] = new SavedRegister(registers[i], (short)r.U16() * 4);
        // Room that is not used is zero.
        return r.Failed || registers[count..].ContainsAnyExcept((byte)0) || r.Bytes(r.Remaining).ContainsAnyExcept((byte)0) ? null : new UnwindRule(register, offset, saved);
    }
}
