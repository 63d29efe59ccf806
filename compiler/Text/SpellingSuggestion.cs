// "Did you mean …?": the nearest known name by edit distance (insertions, deletions, changes and swaps of neighbours each count one; a change of case counts half).
namespace PopcornCC.Compiler.Text;

/// <summary>Finds likely intended names; the binder uses it too.</summary>
public static class SpellingSuggestion
{
    /// <summary>The nearest candidate within a third of the name's length, the first in ordinal order among equals; null without one.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        if (name.Length < 3) return null;
        int limit = 2 * ((name.Length + 2) / 3);
        string? best = null;
        int bestDistance = limit + 1;
        foreach (string candidate in candidates)
        {
            if (Math.Abs(candidate.Length - name.Length) * 2 > limit || candidate == name) continue;
            int distance = Distance(name, candidate);
            if (distance < bestDistance || (distance == bestDistance && best is not null && string.CompareOrdinal(candidate, best) < 0))
            {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best;
    }

    /// <summary>Twice the edit distance.</summary>
    private static int Distance(string a, string b)
    {
        int[] beforeLast = new int[b.Length + 1], last = new int[b.Length + 1], row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++) last[j] = 2 * j;
        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = 2 * i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = a[i - 1] == b[j - 1] ? 0 : char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 1 : 2;
                int distance = Math.Min(last[j - 1] + change, Math.Min(last[j], row[j - 1]) + 2);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) distance = Math.Min(distance, beforeLast[j - 2] + 2);
                row[j] = distance;
            }
            (beforeLast, last, row) = (last, row, beforeLast);
        }
        return last[b.Length];
    }
}
