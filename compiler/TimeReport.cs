// What each stage of a compilation took (-ftime-report, as gcc and clang have it). The stages name themselves, in the order they end; the
// code generators run side by side, so that their lines may add up to more than the whole.
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PopcornCC.Compiler;

/// <summary>A stopwatch that is read at the end of each stage.</summary>
public sealed class TimeReport
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private readonly List<(string Name, TimeSpan Wall)> _stages = [];
    private TimeSpan _last;

    /// <summary>The stage that has just ended: it took all the time since the one before.</summary>
    public void Ended(string stage)
    {
        lock (_lock)
        {
            Add(stage, _watch.Elapsed - _last);
            _last = _watch.Elapsed;
        }
    }

    /// <summary>Measures a stage that runs beside others.</summary>
    public T Measure<T>(string stage, Func<T> run)
    {
        TimeSpan start = _watch.Elapsed;
        T result = run();
        lock (_lock)
        {
            Add(stage, _watch.Elapsed - start);
            _last = _watch.Elapsed;
        }
        return result;
    }

    /// <summary>The table.</summary>
    public string Format(string file)
    {
        StringBuilder text = new();
        double total = Math.Max(_watch.Elapsed.TotalSeconds, 1e-9);
        text.Append(CultureInfo.InvariantCulture, $"Time report of {file}\n");
        foreach ((string name, TimeSpan wall) in _stages)
            text.Append(CultureInfo.InvariantCulture, $"  {name,-36}{wall.TotalSeconds,9:F3} s {wall.TotalSeconds * 100 / total,4:F0} %\n");
        text.Append(CultureInfo.InvariantCulture, $"  {"total (wall clock)",-36}{total,9:F3} s\n");
        using Process process = Process.GetCurrentProcess();
        text.Append(CultureInfo.InvariantCulture, $"  {"processor time of all threads",-36}{process.TotalProcessorTime.TotalSeconds,9:F3} s\n");
        text.Append(CultureInfo.InvariantCulture, $"  {"most memory in use",-36}{process.PeakWorkingSet64 / 1048576.0,9:F0} MiB\n");
        return text.ToString();
    }

    private void Add(string stage, TimeSpan wall)
    {
        int known = _stages.FindIndex(s => s.Name == stage);
        if (known >= 0) _stages[known] = (stage, _stages[known].Wall + wall);
        else _stages.Add((stage, wall));
    }
}
