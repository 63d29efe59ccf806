// Recordings of real moves and calls, mutated: bytes, lengths, order, missing, doubled and cut messages, each with checks that are right, so that
// what is behind them is reached. A node and home refuse, or work, and never crash, hang or take memory that nobody sent. Deterministic; a few
// hundred mutants, many more with --full.
using System.Buffers.Binary;
using System.Net.Sockets;
using Xunit;

namespace PopcornCC.EndToEnd.Tests;

public sealed partial class WireTests
{
    private static int Mutants => Environment.GetEnvironmentVariable("POPCORN_FULL") is null ? 250 : 10000;

    /// <summary>A generator of our own (PCG's step), for the same mutants everywhere.</summary>
    private sealed class Dice(ulong seed)
    {
        private ulong _state = seed * 6364136223846793005 + 1442695040888963407;

        public int Next(int below)
        {
            _state = _state * 6364136223846793005 + 1442695040888963407;
            return (int)((_state >> 33) % (ulong)below);
        }
    }

    /// <summary>The messages as they could be sent by a program gone wrong; bytes from <paramref name="kept"/> on are changed.</summary>
    private static byte[] Mutate(IReadOnlyList<Message> original, Dice dice, int kept)
    {
        List<Message> messages = [.. original];
        for (int n = dice.Next(3); n >= 0 && messages.Count > 0; n--)
        {
            int at = dice.Next(messages.Count);
            Message m = messages[at];
            byte[] payload = [.. m.Payload];
            int place = payload.Length > kept ? kept + dice.Next(dice.Next(3) == 0 ? payload.Length - kept : Math.Min(payload.Length - kept, 256)) : -1;
            switch (dice.Next(8))
            {
                case 0 when place >= 0:
                    payload[place] ^= (byte)(1 << dice.Next(8));
                    break;
                case 1 when place >= 0 && place + 8 <= payload.Length:
                    ulong[] values = [0, 1, ulong.MaxValue, 1ul << 63, 1ul << 40, 0x800000000, 0x1000000000, 4096];
                    BinaryPrimitives.WriteUInt64LittleEndian(payload.AsSpan(place & ~7), values[dice.Next(values.Length)]);
                    break;
                case 2 when payload.Length > kept:
                    Array.Resize(ref payload, kept + dice.Next(payload.Length - kept));
                    break;
                case 3:
                    Array.Resize(ref payload, payload.Length + 1 + dice.Next(64));
                    break;
                case 4 when kept == 0:
                    messages.RemoveAt(at);
                    continue;
                case 5 when kept == 0:
                    messages.Insert(at, m);
                    continue;
                case 6 when kept == 0:
                    (messages[at], messages[0]) = (messages[0], messages[at]);
                    continue;
                case 7 when kept == 0:
                    messages[at] = m with { Type = (uint)dice.Next(20) };
                    continue;
            }
            messages[at] = m with { Payload = payload };
        }
        byte[] bytes = [.. messages.SelectMany(m => m.Bytes())];
        if (dice.Next(6) == 0 && bytes.Length > 0) Array.Resize(ref bytes, dice.Next(bytes.Length));
        else if (dice.Next(6) == 0 && bytes.Length > 0) bytes[dice.Next(Math.Min(bytes.Length, 4096))] ^= 0x20;
        return bytes;
    }

    /// <summary>The most memory that a process has had, in KiB; 0 when it is gone.</summary>
    private static long Peak(int pid)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{pid}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line[6..^2]);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    [Fact]
    public void ANodeRefusesOrTakesMutatedMovesAndNeverCrashes()
    {
        Dice dice = new(1);
        int ready = 0, refused = 0, gone = 0;
        for (int i = 0; i < Mutants; i++)
        {
            // Its end is checked in Dispose: exit code 1, in time.
            using Node node = new("fuzz");
            byte[] bytes = Mutate(s_recorded.Value.Move, dice, 0);
            try
            {
                node.Main.Send(bytes);
                node.Main.Shutdown(SocketShutdown.Send);
            }
            catch (SocketException)
            {
                // It has hung up already.
            }
            Message? answer = Receive(node.Main);
            Assert.True(answer is null || answer.Type is Refused or Ready, $"mutant {i}: answer {answer?.Type}");
            Assert.InRange(Peak(node.Process.Id), 0, 256 << 10);
            if (answer is null) gone++;
            else if (answer.Type == Ready) ready++;
            else refused++;
        }
        Assert.True(ready > 0 && refused > 0 && gone > 0, $"{ready} ready, {refused} refused, {gone} gone");
    }

    /// <summary>What the program's node says when it runs: its system calls, answered as home would, up to the first that writes.</summary>
    private static List<Message> RecordCalls()
    {
        using Node node = new("calls");
        foreach (Message m in s_recorded.Value.Move) node.Main.Send(m.Bytes());
        Assert.Equal(Ready, Receive(node.Main)!.Type);
        node.Main.Send(new Message(Commit, []).Bytes());
        List<Message> said = [];
        for (Message? m = Receive(node.Main); m is not null; m = Receive(node.Main))
        {
            said.Add(m);
            if (m.Type != 3) continue;
            // The first write is enough; what comes before it asks about the terminal, and is told that there is none.
            if (BinaryPrimitives.ReadInt64LittleEndian(m.Payload) is 64 or 66) break;
            ReadOnlySpan<byte> outs = m.Payload.AsSpan(96 + 8 * (int)BinaryPrimitives.ReadInt64LittleEndian(m.Payload.AsSpan(72)));
            long back = 8;
            for (int i = 0; i < (int)BinaryPrimitives.ReadInt64LittleEndian(m.Payload.AsSpan(80)); i++)
                back += BinaryPrimitives.ReadInt64LittleEndian(outs[(24 * i + 16)..]) == 0 ? BinaryPrimitives.ReadInt64LittleEndian(outs[(24 * i + 8)..]) : 0;
            byte[] reply = new byte[back];
            BinaryPrimitives.WriteInt64LittleEndian(reply, -25);
            node.Main.Send(new Message(Reply, reply).Bytes());
        }
        return said;
    }

    [Fact]
    public void HomeRefusesOrTakesMutatedCallsAndStatesAndNeverCrashes()
    {
        List<Message> calls = [.. RecordCalls().Where(m => m.Type == 3 && BinaryPrimitives.ReadInt64LittleEndian(m.Payload) is 64 or 66)];
        Assert.NotEmpty(calls);
        // A move home is the move away with the ends exchanged.
        List<Message> back = [.. s_recorded.Value.Move];
        byte[] state = [.. back[0].Payload];
        BinaryPrimitives.WriteUInt32LittleEndian(state.AsSpan(8), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(state.AsSpan(12), 0);
        back[0] = back[0] with { Payload = state };
        Dice dice = new(2);
        for (int i = 0; i < Mutants / 2; i++)
        {
            using Home home = new("homefuzz", s_recorded.Value.Greeting);
            home.ReadMove();
            home.Main.Send(new Message(Ready, []).Bytes());
            Assert.Equal(Commit, Receive(home.Main)!.Type);
            // Of a call the number and the arguments stay: what a mutant of them does is what it says.
            byte[] bytes = i % 2 == 0 ? Mutate(calls, dice, 56) : Mutate(back, dice, 16);
            try
            {
                home.Main.Send(bytes);
                home.Main.Shutdown(SocketShutdown.Send);
            }
            catch (SocketException)
            {
                // It has hung up already.
            }
            (int code, _, string error) = home.Finish();
            Assert.True(code == 137 && error.EndsWith("; the program is lost\n", StringComparison.Ordinal), $"mutant {i}: exit {code}, error '{error}'");
        }
    }
}
