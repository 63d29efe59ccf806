// The `-Map` text: where everything went, for each section of the executable.
using System.Text;
using PopcornCC.Linker.Relocations;
using PopcornCC.Linker.Symbols;

namespace PopcornCC.Linker.Layout;

/// <summary>Prints the layout.</summary>
internal static class MapFile
{
    public static string Print(ProgramLayout layout)
    {
        StringBuilder text = new();
        text.Append("address      size     file     align  section / input\n");
        foreach (OutputSection o in layout.Sections)
        {
            string isa = o.Isa is null ? "" : $" ({o.Isa.Name})";
            text.Append($"0x{o.Address:x8} {o.Size,8:x} {o.Offset,8:x} {o.Align,6}  {o.Name}{isa}\n");
            foreach (SectionPair pair in o.Pairs)
            {
                InputSection s = o.Isa is { } t ? pair.Halves[t.Index]! : pair.Any;
                ulong address = s.IsTls ? o.Address + s.Address : s.Address;
                text.Append($"0x{address:x8} {(o.Isa is null ? pair.Size : s.Size),8:x} {"",8} {s.Align,6}    {pair.Owner.Name}:{s.Name}\n");
            }
        }
        return text.ToString();
    }
}
