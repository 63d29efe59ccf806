// Writes a function's entry in `.popcorn.sites`, what the linker needs to know of it beside LLVM's stack map (docs/stackmap-format.md,
// section 1): one internal constant, the same for every target but for its two relocations.
using System.Buffers.Binary;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

internal static class SiteTable
{
    private const string Section = ".popcorn.sites";

    /// <summary>Flag bit 0: the record is kept in memory.</summary>
    private const uint InMemory = 1;

    public static void Write(LLVMModuleRef module, LLVMValueRef resume, int ordinal, FunctionRecord record)
    {
        var context = module.Context;
        var bytes = Bytes(ordinal, record);
        var value = context.GetConstStruct([record.Function, resume, context.GetConstString(bytes, dontNullTerminate: true)], packed: true);
        var entry = module.AddGlobal(value.TypeOf, "__popcorn_sites." + record.Function.Name);
        entry.Initializer = value;
        entry.IsGlobalConstant = true;
        entry.Linkage = LLVMLinkage.LLVMInternalLinkage;
        entry.Section = Section;
        entry.Alignment = 8;
    }

    private static byte[] Bytes(int ordinal, FunctionRecord record)
    {
        var bytes = new List<byte>();
        U32((uint)ordinal);
        U32((uint)record.Units);
        U32((uint)record.Sites.Count);
        U32(record.Memory == null ? 0 : InMemory);
        bytes.AddRange(record.TypeCodes);
        Pad();
        foreach (var site in record.Sites)
        {
            U32(site.Line);
            bytes.Add((byte)site.Kind);
            bytes.Add(0);
            U16(site.Kept.Length);
            foreach (var index in site.Kept)
                U16(record.UnitOf[index]);
            Pad();
        }
        return [.. bytes];

        void U32(uint value)
        {
            Span<byte> four = stackalloc byte[4];
            BinaryPrimitives.WriteUInt32LittleEndian(four, value);
            bytes.AddRange(four);
        }

        void U16(int value)
        {
            Span<byte> two = stackalloc byte[2];
            BinaryPrimitives.WriteUInt16LittleEndian(two, checked((ushort)value));
            bytes.AddRange(two);
        }

        void Pad()
        {
            while (bytes.Count % 8 != 0)
                bytes.Add(0);
        }
    }
}
