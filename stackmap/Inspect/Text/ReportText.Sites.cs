// Sites and frames as text.
namespace PopcornCC.Inspect;

public static partial class ReportText
{
    private static void Sites(SitesReport r, Output o)
    {
        o.Table([Column.Address("address"), Column.Number("sites"), Column.Number("calls"), Column.Number("polls"), Column.Number("values"), new("record"), Column.Name("function"), new("source")],
            r.List.Select(f => (IReadOnlyList<string>)[f.Address?.ToString() ?? "", $"{f.Sites}", $"{f.Calls}", $"{f.Polls}", $"{f.Values}", f.RecordInMemory ? "in memory" : "", f.Name, f.Source]));
        foreach (FunctionSites f in r.Functions)
        {
            string[] isas = [.. Order(f.Resume.Keys)];
            o.Heading($"{f.Name}{(f.Source.Length > 0 ? $" ({f.Source})" : "")}{(f.Address is { } a ? $" at {a}" : "")}");
            if (isas.Length > 0) o.Line($"resume entry {string.Join(", ", isas.Select(i => $"{f.Resume[i]} ({i})"))}");
            o.Line($"record: {f.Units.Count} units{(f.RecordInMemory ? ", kept in memory" : "")}");
            bool named = f.Units.Any(u => u.Name is not null);
            foreach (SiteRow s in f.Sites)
            {
                o.Heading($"site {s.Site}: {s.Kind}{(s.Callee is not null ? $" of {s.Callee}" : "")}{(s.Line > 0 ? $", line {s.Line}" : "")}");
                PrintReturns(o, isas, s.Returns, [.. s.Values.Select(v => (Value(v), v.Type, v.CType ?? ""))], named);
                if (s.Returns.Count == 0) o.Line(s.Values.Count == 0 ? "nothing is live" : $"live: {string.Join(", ", s.Values.Select(v => $"{Value(v)} {v.Type}"))}");
            }
            if (f.ResumeCalls.Count == 0) continue;
            o.Heading("the resume copy's call of the next frame");
            PrintReturns(o, isas, f.ResumeCalls, [("the site", "i64", ""), .. f.Units.Where(u => u.Type != "(vector)").Select(u => ($"%{u.Unit}{(u.Name is not null ? $" {u.Name}" : "")}", u.Type, u.CType ?? ""))], named);
        }
    }

    private static string Value(LiveValue v) => v.Name is null ? $"%{v.Unit}" : $"%{v.Unit} {v.Name}";

    /// <summary>Where it returns to, the frame and each value's place: a column an ISA. Duplicated code gives a site several return addresses in one place; they share their cells.</summary>
    private static void PrintReturns(Output o, string[] isas, IReadOnlyList<ReturnRow> returns, IReadOnlyList<(string Name, string Type, string CType)> values, bool named)
    {
        foreach (string place in new[] { "function", "resume copy" })
        {
            ReturnRow[][] own = [.. isas.Select(i => returns.Where(r => r.Isa == i && r.In == place).ToArray())];
            if (own.All(r => r.Length == 0)) continue;
            string[] Cells(Func<ReturnRow, string> text) => [.. own.Select(list => list.Length == 0 ? "none" : string.Join(" or ", list.Select(text).Distinct()))];
            List<IReadOnlyList<string>> rows =
            [
                Row("returns to", "", "", Cells(r => r.Address.ToString())),
                Row("frame", "", "", Cells(r => r.Frame)),
            ];
            bool inMemory = own.Any(list => list.Any(r => r.RecordInMemory));
            int count = own.Where(list => list.Length > 0).Min(list => list.Min(r => r.Places.Count));
            for (int v = 0; v < count; v++)
            {
                int index = v;
                (string name, string type, string ctype) = inMemory && v == count - 1 ? ("the record", "pointer", "") : v < values.Count ? values[v] : ("", "", "");
                rows.Add(Row(name, type, ctype, Cells(r => r.Places[index].ToString())));
            }
            o.Table([Column.Name($"in the {place}"), new("type"), .. named ? (Column[])[new("C type")] : [], .. isas.Select(i => new Column(i))], rows);
        }

        IReadOnlyList<string> Row(string what, string type, string ctype, string[] cells) => named ? [what, type, ctype, .. cells] : [what, type, .. cells];
    }

    private static void Frames(FramesReport r, Output o)
    {
        foreach (FunctionFrames f in r.Functions)
        {
            foreach (var group in f.Frames.GroupBy(x => x.In))
            {
                // Frames of the two ISAs stand side by side as long as both have one.
                string[] isas = [.. Order(group.Select(x => x.Isa))];
                FrameRow[][] byIsa = [.. isas.Select(i => group.Where(x => x.Isa == i).ToArray())];
                for (int n = 0; n < byIsa.Max(l => l.Length); n++)
                {
                    int number = n;
                    FrameRow[] side = [.. byIsa.Where(l => number < l.Length).Select(l => l[number])];
                    o.Heading($"{f.Name}, {(group.Key == "function" ? "" : "resume copy, ")}sites {string.Join(" / ", side.Select(x => Numbers(x.Sites)).Distinct())}");
                    Pictures(o, side);
                }
            }
        }
    }

    /// <summary>From the caller's frame down to the stack pointer, a line each eight bytes that something is in; empty stretches are one line.</summary>
    private static void Pictures(Output o, FrameRow[] frames)
    {
        string[][] lines = [.. frames.Select(Picture)];
        int height = lines.Max(l => l.Length);
        o.Table([.. frames.Select(f => new Column(f.Isa))], Enumerable.Range(0, height).Select(i => (IReadOnlyList<string>)[.. lines.Select(l => i < l.Length ? l[i] : "")]));
    }

    private static string[] Picture(FrameRow f)
    {
        List<(string Where, string What)> body = [];
        long bottom = -f.Size, at = 0;
        foreach (var slot in f.Slots.GroupBy(s => s.Offset).OrderByDescending(g => g.Key))
        {
            int size = slot.Max(s => s.Size);
            long top = slot.Key + size;
            if (at > top) body.Add(("", $"({at - top} bytes)"));
            foreach (SlotRow s in slot) body.Add(($"cfa{s.Offset:+0;-0;+0}", s.Kind == "value" ? $"{s.What} at {Numbers(s.Sites)}" : s.Kind == "return address" ? "return address" : $"caller's {s.What}"));
            at = Math.Min(at, slot.Key);
        }
        if (at > bottom) body.Add(("", $"({at - bottom} bytes)"));
        body.AddRange(f.Held.Select(h => (h.Where, $"{h.What} at {Numbers(h.Sites)}")));
        int left = body.Count == 0 ? 0 : body.Max(b => b.Where.Length), width = Math.Max(24, body.Count == 0 ? 0 : body.Max(b => b.What.Length));
        List<string> lines = [$"{new string(' ', left)} caller's frame", $"{new string(' ', left)} ┌{new string('─', width + 2)}┐ cfa = {f.CfaRegister}+{f.Size}"];
        int slots = body.Count - f.Held.Count;
        for (int i = 0; i < body.Count; i++)
        {
            if (i == slots) lines.Add($"{new string(' ', left)} └{new string('─', width + 2)}┘ {f.CfaRegister}");
            lines.Add(i < slots ? $"{body[i].Where.PadLeft(left)} │ {body[i].What.PadRight(width)} │" : $"{body[i].Where.PadLeft(left)}   {body[i].What}");
        }
        if (slots == body.Count) lines.Add($"{new string(' ', left)} └{new string('─', width + 2)}┘ {f.CfaRegister}");
        return [.. lines];
    }

    /// <summary>Numbers as ranges: 0-3 5.</summary>
    private static string Numbers(IReadOnlyList<int> numbers)
    {
        List<string> parts = [];
        for (int i = 0; i < numbers.Count;)
        {
            int end = i;
            while (end + 1 < numbers.Count && numbers[end + 1] == numbers[end] + 1) end++;
            parts.Add(end == i ? $"{numbers[i]}" : $"{numbers[i]}-{numbers[end]}");
            i = end + 1;
        }
        return string.Join(' ', parts);
    }
}
