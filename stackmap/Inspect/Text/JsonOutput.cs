// Reports as JSON. The serialiser is made at compile time (System.Text.Json's own generator): at run time reflection would cost a start-up as long as the whole verb.
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PopcornCC.Inspect;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InfoReport))]
[JsonSerializable(typeof(ArchsReport))]
[JsonSerializable(typeof(VerifyReport))]
[JsonSerializable(typeof(LayoutReport))]
[JsonSerializable(typeof(SymbolsReport))]
[JsonSerializable(typeof(SitesReport))]
[JsonSerializable(typeof(FramesReport))]
[JsonSerializable(typeof(SizeReport))]
[JsonSerializable(typeof(AddressReport))]
internal sealed partial class ReportJson : JsonSerializerContext;

/// <summary>Writes reports.</summary>
public static class JsonOutput
{
    /// <summary>The version of the schema: raised when a field changes its meaning or goes; new fields may come without.</summary>
    public const int Schema = 1;

    /// <summary>One object: schema, verb, file and the report's fields; for an archive `members`, an object each.</summary>
    public static byte[] Write(string verb, string file, IReadOnlyList<(string? Member, FileReport Report)> reports)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", Schema);
            json.WriteString("verb", verb);
            json.WriteString("file", file);
            bool members = reports.Count != 1 || reports[0].Member is not null;
            if (members) json.WriteStartArray("members");
            foreach ((string? member, FileReport report) in reports)
            {
                if (members) json.WriteStartObject();
                if (member is not null) json.WriteString("member", member);
                using JsonDocument fields = JsonSerializer.SerializeToDocument(report, ReportJson.Default.GetTypeInfo(report.GetType())!);
                foreach (JsonProperty field in fields.RootElement.EnumerateObject()) field.WriteTo(json);
                if (members) json.WriteEndObject();
            }
            if (members) json.WriteEndArray();
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
