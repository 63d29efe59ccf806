// What a verb found out, as data: the tables for people and the JSON for programs are two prints of the same records, so neither can know more
// than the other. The records' property names are the JSON's field names (docs/inspect.md lists them; a test compares).
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PopcornCC.Inspect;

/// <summary>An address: JSON has it as a string, "0x400400", because not every reader of JSON keeps 64 bits of a number.</summary>
[JsonConverter(typeof(AddressConverter))]
public readonly record struct Address(ulong Value)
{
    public override string ToString() => $"0x{Value:x}";
}

/// <summary>Writes addresses.</summary>
public sealed class AddressConverter : JsonConverter<Address>
{
    public override Address Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, Address value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>A verb's answer about one file, or one member of an archive.</summary>
public abstract record FileReport;

/// <summary>Values by ISA, keyed by the names users type; ordinal order. What an ISA does not have is left out.</summary>
public static class PerIsa
{
    public static IReadOnlyDictionary<string, T> Of<T>(IEnumerable<(Half Half, T? Value)> values)
    {
        SortedDictionary<string, T> all = new(StringComparer.Ordinal);
        foreach ((Half half, T? value) in values)
        {
            if (value is not null) all[half.Target.Key] = value;
        }
        return all;
    }
}
