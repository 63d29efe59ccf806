// Writes results so that a failure leaves no half-made file behind: into a neighbour first, then renamed over the old one (which also lets a running program be replaced).
namespace PopcornCC.Cli;

/// <summary>Writes output files.</summary>
public static class OutputFile
{
    /// <summary>Writes a file; <c>-</c> is standard output. False after an error, which has been reported.</summary>
    public static bool Write(string path, byte[] content, bool executable, ErrorOutput output)
    {
        try
        {
            if (path == "-")
            {
                using Stream standard = Console.OpenStandardOutput();
                standard.Write(content);
                return true;
            }
            // Devices and the like are written to as they are.
            if (File.Exists(path) && (File.GetAttributes(path) & FileAttributes.Device) != 0 || path == "/dev/null")
            {
                File.WriteAllBytes(path, content);
                return true;
            }
            string temporary = path + ".tmp" + Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);
            File.WriteAllBytes(temporary, content);
            if (executable)
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(temporary)
                    | ((UnixFileMode)0b001_001_001 & (UnixFileMode)((int)File.GetUnixFileMode(temporary) >> 2)));
            }
            File.Move(temporary, path, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            output.Error($"cannot write '{path}': {e.Message}", "PCC4104");
            return false;
        }
    }

    /// <summary>Adds text to a file. False after an error, which has been reported.</summary>
    public static bool Append(string path, string text, ErrorOutput output)
    {
        try
        {
            File.AppendAllText(path, text);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            output.Error($"cannot write '{path}': {e.Message}", "PCC4104");
            return false;
        }
    }
}
