// LLVM's `.llvm_stackmaps` section, version 3 (llvm.org/docs/StackMaps.html, "Stack Map Format"), as a relocatable object holds it: the
// function addresses are still to be relocated, so each function tells where its address field is and the linker looks the relocation up.
// A section may hold several maps one after another (ld -r concatenates); constant-pool references are resolved while reading.
namespace PopcornCC.StackMap;

/// <summary>Where LLVM says a value is.</summary>
public enum StackMapLocationKind
{
    Register = 1,
    Direct = 2,
    Indirect = 3,
    Constant = 4,
}

/// <summary>One location. <paramref name="Value"/> is the offset from the register, or the constant itself.</summary>
public readonly record struct StackMapLocation(StackMapLocationKind Kind, ushort Size, ushort Register, long Value);

/// <summary>One record: a statepoint's return address (as an offset into the function) and its locations.</summary>
public sealed record StackMapRecord(ulong Id, uint InstructionOffset, IReadOnlyList<StackMapLocation> Locations)
{
    /// <summary>
    /// The deopt operands of a statepoint: behind the calling convention, the flags and their own count (llvm.org/docs/Statepoints.html,
    /// "Stack Map Format"). Null when the record does not have that form.
    /// </summary>
    public IReadOnlyList<StackMapLocation>? DeoptOperands()
    {
        if (Locations.Count < 3 || Locations.Take(3).Any(l => l.Kind != StackMapLocationKind.Constant)) return null;
        long count = Locations[2].Value;
        if (count < 0 || count > Locations.Count - 3) return null;
        return [.. Locations.Skip(3).Take((int)count)];
    }
}

/// <summary>One function's records. <paramref name="AddressOffset"/> is where in the section the relocated address stands.</summary>
public sealed record StackMapFunction(int AddressOffset, ulong Address, ulong StackSize, IReadOnlyList<StackMapRecord> Records)
{
    /// <summary>The stack size of a function whose frame is not of fixed size.</summary>
    public const ulong DynamicStackSize = ulong.MaxValue;
}

/// <summary>A parsed `.llvm_stackmaps` section.</summary>
public sealed record LlvmStackMap(IReadOnlyList<StackMapFunction> Functions)
{
    private const byte Version = 3;

    /// <summary>Reads a section; on damage returns null and says what is wrong.</summary>
    public static LlvmStackMap? Read(ReadOnlySpan<byte> section, out string? error)
    {
        List<StackMapFunction> functions = [];
        ByteReader r = new(section);
        while (r.Remaining >= 16)
        {
            if (!ReadOne(ref r, functions, out error)) return null;
            r.Align(8);
        }
        error = r.AtEnd ? null : "stray bytes behind the last map";
        return error is null ? new LlvmStackMap(functions) : null;
    }

    private static bool ReadOne(ref ByteReader r, List<StackMapFunction> functions, out string? error)
    {
        byte version = r.U8();
        r.Skip(3);
        uint functionCount = r.U32(), constantCount = r.U32(), recordCount = r.U32();
        if (version != Version)
        {
            error = $"stack map version {version}, expected {Version}";
            return false;
        }
        error = "the section is cut short or its counts are wrong";
        // A function takes 24 bytes, a constant 8, a record at least 24: counts beyond the data would only make us allocate.
        if (functionCount * 24L + constantCount * 8L + recordCount * 24L > r.Remaining) return false;
        var heads = new (int Offset, ulong Address, ulong Size, ulong Records)[functionCount];
        for (int i = 0; i < heads.Length; i++) heads[i] = (r.Position, r.U64(), r.U64(), r.U64());
        ulong[] constants = new ulong[constantCount];
        for (int i = 0; i < constants.Length; i++) constants[i] = r.U64();
        ulong left = recordCount;
        foreach ((int offset, ulong address, ulong size, ulong records) in heads)
        {
            if (records > left) return false;
            left -= records;
            StackMapRecord[] list = new StackMapRecord[records];
            for (int i = 0; i < list.Length; i++)
            {
                if (ReadRecord(ref r, constants) is not { } record) return false;
                list[i] = record;
            }
            functions.Add(new StackMapFunction(offset, address, size, list));
        }
        if (left != 0 || r.Failed) return false;
        error = null;
        return true;
    }

    private static StackMapRecord? ReadRecord(ref ByteReader r, ulong[] constants)
    {
        ulong id = r.U64();
        uint instruction = r.U32();
        r.Skip(2);
        int count = r.U16();
        if (count * 12L > r.Remaining) return null;
        StackMapLocation[] locations = new StackMapLocation[count];
        for (int i = 0; i < count; i++)
        {
            byte kind = r.U8();
            r.Skip(1);
            ushort size = r.U16(), register = r.U16();
            r.Skip(2);
            int value = r.I32();
            switch (kind)
            {
                case >= 1 and <= 4:
                    locations[i] = new StackMapLocation((StackMapLocationKind)kind, size, register, value);
                    break;
                case 5 when value >= 0 && value < constants.Length:
                    locations[i] = new StackMapLocation(StackMapLocationKind.Constant, size, register, (long)constants[value]);
                    break;
                default:
                    return null;
            }
        }
        r.Align(8);
        r.Skip(2);
        int liveOuts = r.U16();
        r.Skip(liveOuts * 4);
        r.Align(8);
        return r.Failed ? null : new StackMapRecord(id, instruction, locations);
    }
}
