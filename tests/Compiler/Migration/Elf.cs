// As much of ELF as these tests read: sections by name.
using System.Buffers.Binary;
using System.Text;
using Xunit;

namespace PopcornCC.Compiler.Tests.Migration;

internal static class Elf
{
    public static bool HasSection(byte[] file, string name) => Sections(file).Any(s => s.Name == name);

    public static byte[] Section(byte[] file, string name)
    {
        var section = Sections(file).FirstOrDefault(s => s.Name == name);
        Assert.True(section.Name == name, $"no section {name}");
        return file[section.Offset..(section.Offset + section.Size)];
    }

    private static List<(string Name, int Offset, int Size)> Sections(byte[] file)
    {
        var table = (int)BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(0x28));
        int count = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(0x3C)), names = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(0x3E));
        var strings = Field(names, 0x18);
        return [.. Enumerable.Range(0, count).Select(i => (Name(strings + U32(i, 0)), Field(i, 0x18), Field(i, 0x20)))];

        int Field(int section, int offset) => (int)BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(table + 64 * section + offset));
        int U32(int section, int offset) => (int)BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(table + 64 * section + offset));
        string Name(int at) => Encoding.ASCII.GetString(file, at, Array.IndexOf(file, (byte)0, at) - at);
    }
}
