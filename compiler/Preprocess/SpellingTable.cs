// Each distinct spelling is one string object, however often it occurs: nine megabytes of headers and source have some twenty thousand of them. A table of our own, because it is asked with
// a slice of the source text and because its hash need not resist an attacker.
namespace PopcornCC.Compiler.Preprocess;

/// <summary>The spellings of one compilation.</summary>
internal sealed class SpellingTable
{
    private string?[] _slots = new string?[4096];
    private int _count;

    /// <summary>The string with these characters.</summary>
    public string Intern(ReadOnlySpan<char> characters)
    {
        uint hash = (uint)characters.Length * 0x9E3779B1;
        foreach (char c in characters) hash = (hash ^ c) * 0x01000193;
        return Find(characters, hash ^ (hash >> 15));
    }

    private string Find(ReadOnlySpan<char> characters, uint hash)
    {
        string?[] slots = _slots;
        uint mask = (uint)slots.Length - 1;
        for (uint i = hash & mask; ; i = (i + 1) & mask)
        {
            string? s = slots[i];
            if (s is null)
            {
                s = characters.ToString();
                slots[i] = s;
                if (++_count * 2 > slots.Length) Grow();
                return s;
            }
            if (characters.SequenceEqual(s)) return s;
        }
    }

    private void Grow()
    {
        string?[] old = _slots;
        _slots = new string?[old.Length * 2];
        _count = 0;
        foreach (string? s in old)
        {
            if (s is not null) Reinsert(s);
        }
    }

    private void Reinsert(string s)
    {
        uint hash = (uint)s.Length * 0x9E3779B1;
        foreach (char c in s) hash = (hash ^ c) * 0x01000193;
        uint mask = (uint)_slots.Length - 1;
        uint i = (hash ^ (hash >> 15)) & mask;
        while (_slots[i] is not null) i = (i + 1) & mask;
        _slots[i] = s;
        _count++;
    }
}
