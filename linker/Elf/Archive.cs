// Static libraries in the System V/GNU `ar` form (the ar(5) manual page; GNU's long names in `//`, symbol index `/` with 32-bit and `/SYM64/`
// with 64-bit big-endian offsets), and BSD's `#1/` long names. Members are located on reading and their bytes are slices of the file.
using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace PopcornCC.Linker.Elf;

/// <summary>A member: its name and bytes, and where its header stands (what the symbol index refers to).</summary>
public sealed record ArchiveMember(string Name, long HeaderOffset, ReadOnlyMemory<byte> Content);

/// <summary>An archive. The index is null when it has none.</summary>
public sealed record Archive(IReadOnlyList<ArchiveMember> Members, IReadOnlyList<(string Symbol, ArchiveMember Member)>? Index)
{
    private const int HeaderSize = 60;

    private static ReadOnlySpan<byte> Magic => "!<arch>\n"u8;

    private static ReadOnlySpan<byte> ThinMagic => "!<thin>\n"u8;

    public static bool IsArchive(ReadOnlySpan<byte> b) => b.StartsWith(Magic) || b.StartsWith(ThinMagic);

    /// <summary>Reads an archive; on damage returns null and says what is wrong.</summary>
    public static Archive? Read(ReadOnlyMemory<byte> bytes, out string? error)
    {
        ReadOnlySpan<byte> b = bytes.Span;
        if (b.StartsWith(ThinMagic))
        {
            error = "a thin archive, which names its members' files instead of holding them; make it without 'T' (--thin)";
            return null;
        }
        List<ArchiveMember> members = [];
        ReadOnlySpan<byte> longNames = default;
        (ReadOnlyMemory<byte> Content, int Width)? index = null;
        long at = Magic.Length;
        while (at < b.Length)
        {
            error = $"the member header at offset {at} is damaged";
            if (b.Length - at < HeaderSize || b[(int)at + 58] != '`' || b[(int)at + 59] != '\n') return null;
            ReadOnlySpan<byte> header = b.Slice((int)at, HeaderSize);
            if (!long.TryParse(Encoding.ASCII.GetString(header.Slice(48, 10)).TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out long size)
                || size > b.Length - at - HeaderSize)
            {
                return null;
            }
            ReadOnlyMemory<byte> content = bytes.Slice((int)at + HeaderSize, (int)size);
            string name = Encoding.UTF8.GetString(header[..16]).TrimEnd(' ');
            switch (name)
            {
                case "/":
                    index = (content, 4);
                    break;
                case "/SYM64/":
                    index = (content, 8);
                    break;
                case "//":
                    longNames = content.Span;
                    break;
                default:
                    if (MemberName(name, longNames, ref content) is not { } member) return null;
                    if (!member.StartsWith("__.SYMDEF", StringComparison.Ordinal)) members.Add(new ArchiveMember(member, at, content));
                    break;
            }
            at += HeaderSize + size + (size & 1);
        }
        error = null;
        if (index is not { } found) return new Archive(members, null);
        if (ReadIndex(found.Content.Span, found.Width, members) is { } symbols) return new Archive(members, symbols);
        error = "the symbol index is damaged; run ranlib";
        return null;
    }

    /// <summary>Writes an archive without a symbol index, as `ar rcS` does with zeroed dates and owners.</summary>
    public static byte[] Write(IEnumerable<(string Name, byte[] Content)> members)
    {
        using MemoryStream names = new(), body = new();
        foreach ((string name, byte[] content) in members)
        {
            string field = name + "/";
            if (Encoding.UTF8.GetByteCount(field) > 16)
            {
                field = $"/{names.Length}";
                names.Write(Encoding.UTF8.GetBytes(name + "/\n"));
            }
            WriteMember(body, field, content);
        }
        using MemoryStream all = new();
        all.Write(Magic);
        if (names.Length > 0) WriteMember(all, "//", names.ToArray());
        all.Write(body.ToArray());
        return all.ToArray();
    }

    private static void WriteMember(MemoryStream s, string field, byte[] content)
    {
        s.Write(Encoding.UTF8.GetBytes($"{field,-16}{0,-12}{0,-6}{0,-6}{644,-8}{content.Length,-10}`\n"));
        s.Write(content);
        if ((content.Length & 1) != 0) s.WriteByte((byte)'\n');
    }

    private static string? MemberName(string field, ReadOnlySpan<byte> longNames, ref ReadOnlyMemory<byte> content)
    {
        if (field.StartsWith("#1/", StringComparison.Ordinal))
        {
            if (!int.TryParse(field.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out int length) || length > content.Length) return null;
            string name = Encoding.UTF8.GetString(content.Span[..length]).TrimEnd('\0');
            content = content[length..];
            return name;
        }
        if (!field.StartsWith('/')) return field.TrimEnd('/');
        if (!int.TryParse(field.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int offset) || offset >= longNames.Length) return null;
        ReadOnlySpan<byte> rest = longNames[offset..];
        int end = rest.IndexOf((byte)'\n');
        return Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]).TrimEnd('/');
    }

    private static List<(string, ArchiveMember)>? ReadIndex(ReadOnlySpan<byte> b, int width, List<ArchiveMember> members)
    {
        Dictionary<long, ArchiveMember> byOffset = members.ToDictionary(m => m.HeaderOffset);
        if (b.Length < width) return null;
        ulong count = Number(b, width);
        if (count > (ulong)(b.Length / width) - 1) return null;
        ReadOnlySpan<byte> names = b[(((int)count + 1) * width)..];
        List<(string, ArchiveMember)> symbols = new((int)count);
        for (int i = 1; i <= (int)count; i++)
        {
            int end = names.IndexOf((byte)0);
            if (end < 0 || !byOffset.TryGetValue((long)Number(b[(i * width)..], width), out ArchiveMember? member)) return null;
            symbols.Add((Encoding.UTF8.GetString(names[..end]), member));
            names = names[(end + 1)..];
        }
        return symbols;
    }

    private static ulong Number(ReadOnlySpan<byte> b, int width) =>
        width == 4 ? BinaryPrimitives.ReadUInt32BigEndian(b) : BinaryPrimitives.ReadUInt64BigEndian(b);
}
