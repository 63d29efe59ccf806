// Damaged messages (docs/wire-format.md). The test takes the place of one end: of a node, to see what home sends and what it makes of
// nonsense; of home, to send a node a program of which one byte is wrong. Neither end may crash, hang, or take the program.
using System.Buffers.Binary;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.EndToEnd.Tests;

public sealed partial class WireTests
{
    private const uint Hello = 1, Refused = 2, Reply = 4, State = 5, End = 7, Pages = 6, Ready = 8, Commit = 9, Mask = 16, Again = 17;
    private const int HeaderSize = 24, HelloSize = 56;

    private static string Program => Toolchain.CompileText("wire", """
        #include <migrate.h>
        #include <stdio.h>
        static int depth(int n) { return n ? depth(n - 1) + n : (migrate(1, 0, 0), current_nid()); }
        int main(void) { printf("%d\n", depth(5)); return 0; }
        """, "-O2");

    private sealed record Message(uint Type, byte[] Payload)
    {
        public byte[] Bytes()
        {
            byte[] bytes = new byte[HeaderSize + Payload.Length];
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, Type);
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), Payload.Length);
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(16), WireSums.Of(Type, Payload));
            Seal(bytes);
            Payload.CopyTo(bytes, HeaderSize);
            return bytes;
        }
    }

    /// <summary>Gives a message's header its check.</summary>
    private static void Seal(Span<byte> message)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(message[4..], 0);
        ulong sum = WireSums.Of(0, message[..HeaderSize]);
        BinaryPrimitives.WriteUInt32LittleEndian(message[4..], (uint)(sum ^ sum >> 32));
    }

    private static byte[]? Read(Socket socket, int count)
    {
        byte[] bytes = new byte[count];
        try
        {
            for (int n = 0; n < count;)
            {
                int got = socket.Receive(bytes, n, count - n, SocketFlags.None);
                if (got == 0) return null;
                n += got;
            }
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown)
        {
            return null;
        }
        return bytes;
    }

    private static Message? Receive(Socket socket)
    {
        if (Read(socket, HeaderSize) is not { } header) return null;
        if (Read(socket, (int)BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(8))) is not { } payload) return null;
        uint type = BinaryPrimitives.ReadUInt32LittleEndian(header);
        Assert.Equal(BinaryPrimitives.ReadUInt64LittleEndian(header.AsSpan(16)), WireSums.Of(type, payload));
        return new(type, payload);
    }

    private static Socket NewSocket() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { ReceiveTimeout = 20000, SendTimeout = 20000 };

    private static Socket Listen(string name, out string path)
    {
        path = Path.Combine(Path.GetTempPath(), $"pw-{Environment.ProcessId}-{name}");
        File.Delete(path);
        Socket listener = NewSocket();
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen(2);
        return listener;
    }

    private static Process Start(params (string Name, string Value)[] variables)
    {
        ProcessStartInfo start = new(Program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in variables) start.Environment[name] = value;
        start.Environment["POPCORN_NODES"] = "x86-64,x86-64";
        start.Environment["POPCORN_PAGES"] = "plain";
        return Process.Start(start)!;
    }

    /// <summary>A node's process that has greeted, with its two connections.</summary>
    private sealed class Node : IDisposable
    {
        private readonly Socket _listener;
        private readonly string _path;

        public Process Process { get; }
        public Socket Main { get; }
        public Socket Life { get; }
        public byte[] Greeting { get; }

        public Node(string name)
        {
            _listener = Listen(name, out _path);
            Process = Start(("POPCORN_CONNECT", _path), ("POPCORN_NID", "1"));
            Main = Accept();
            Greeting = Receive(Main)!.Payload;
            Life = Accept();
            Assert.Equal(Hello, Receive(Life)!.Type);
        }

        private Socket Accept()
        {
            Socket socket = _listener.Accept();
            socket.ReceiveTimeout = socket.SendTimeout = 20000;
            return socket;
        }

        public void Dispose()
        {
            Main.Dispose();
            Life.Dispose();
            _listener.Dispose();
            File.Delete(_path);
            // Its lifeline is cut: it ends by itself.
            Assert.True(Process.WaitForExit(20000));
            Assert.Equal(1, Process.ExitCode);
            Process.Dispose();
        }
    }

    /// <summary>A home that has asked for its node, which is this test.</summary>
    private sealed class Home : IDisposable
    {
        private readonly Socket _listener, _control;
        private readonly string _path;

        public Process Process { get; }
        public Socket Main { get; } = NewSocket();
        public Socket Life { get; } = NewSocket();

        public Home(string name, byte[] greeting)
        {
            _listener = Listen(name, out _path);
            Process = Start(("POPCORN_CONTROL", _path));
            _control = _listener.Accept();
            byte[] head = Read(_control, 8)!;
            string address = Encoding.UTF8.GetString(Read(_control, BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(4)))!.AsSpan(4));
            foreach ((Socket socket, byte channel) in new[] { (Main, (byte)0), (Life, (byte)1) })
            {
                byte[] hello = [.. greeting];
                hello[24] = channel;
                try
                {
                    socket.Connect(new UnixDomainSocketEndPoint("\0" + address[1..]));
                    socket.Send(new Message(Hello, hello).Bytes());
                }
                catch (SocketException) when (channel > 0)
                {
                    // It has refused the first greeting already, and listens no more: what it says of that is the test's to look at.
                }
            }
        }

        /// <summary>All of the move that the program makes, up to and with END.</summary>
        public List<Message> ReadMove()
        {
            List<Message> move = [];
            do
                move.Add(Receive(Main)!);
            while (move[^1].Type != End);
            return move;
        }

        public (int ExitCode, string Output, string Error) Finish()
        {
            Task<string> output = Process.StandardOutput.ReadToEndAsync(), error = Process.StandardError.ReadToEndAsync();
            Assert.True(Process.WaitForExit(20000));
            return (Process.ExitCode, output.Result, error.Result);
        }

        public void Dispose()
        {
            foreach (Socket s in new[] { Main, Life, _control, _listener }) s.Dispose();
            File.Delete(_path);
            Process.Dispose();
        }
    }

    private static readonly Lazy<(byte[] Greeting, List<Message> Move)> s_recorded = new(() =>
    {
        byte[] greeting;
        using (Node node = new("greet")) greeting = node.Greeting;
        using Home home = new("record", greeting);
        List<Message> move = home.ReadMove();
        home.Main.Send(new Message(Refused, Encoding.UTF8.GetBytes("only looking")).Bytes());
        Assert.Equal((0, "15\n", "popcorn: node 0: cannot move to node 1: only looking\n"), home.Finish());
        return (greeting, move);
    });

    [Fact]
    public void AWholeProgramIsAccepted()
    {
        using Node node = new("whole");
        Assert.Equal(State, s_recorded.Value.Move[0].Type);
        foreach (Message m in s_recorded.Value.Move) node.Main.Send(m.Bytes());
        Assert.Equal(Ready, Receive(node.Main)!.Type);
    }

    /// <summary>A node whose memory is not what the source thinks asks for everything, and so does one that may not read the source's memory.</summary>
    [Theory, InlineData(false), InlineData(true)]
    public void ANodeThatCannotUseWhatIsSentAsksForAllOfIt(bool direct)
    {
        List<Message> move = s_recorded.Value.Move;
        byte[] state = [.. move[0].Payload];
        if (direct)
            BinaryPrimitives.WriteInt64LittleEndian(state.AsSpan(120), Environment.ProcessId); // which has nothing at those addresses
        else
        {
            BinaryPrimitives.WriteInt64LittleEndian(state.AsSpan(104), 2);
            BinaryPrimitives.WriteInt64LittleEndian(state.AsSpan(112), 1);
        }
        using Node node = new("again" + direct);
        node.Main.Send(new Message(State, state).Bytes());
        foreach (Message m in move.Skip(1))
        {
            byte[] bytes = m.Bytes();
            if (direct && m.Type == Pages)
            {
                int size = 8 + 16 * (int)BinaryPrimitives.ReadUInt64LittleEndian(m.Payload);
                BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), size);
                Seal(bytes);
                bytes = bytes[..(HeaderSize + size)];
            }
            node.Main.Send(bytes);
        }
        Message answer = Receive(node.Main)!;
        Assert.Equal((Again, direct ? 1UL : 0), (answer.Type, BinaryPrimitives.ReadUInt64LittleEndian(answer.Payload)));
        foreach (Message m in move) node.Main.Send(m.Bytes());
        Assert.Equal(Ready, Receive(node.Main)!.Type);
    }

    /// <summary>Every field of the first kilobyte, and places further on: the node says no or ends, and never says READY.</summary>
    [Fact]
    public void AProgramWithAWrongByteIsNotAccepted()
    {
        byte[] whole = [.. s_recorded.Value.Move.SelectMany(m => m.Bytes())];
        List<int> places = [.. Enumerable.Range(0, 40).Select(i => i * 5 % 200), .. Enumerable.Range(1, 24).Select(i => (int)((long)whole.Length * i / 25)), whole.Length - 1];
        foreach (int place in places.Distinct())
        {
            using Node node = new("byte");
            byte[] wrong = [.. whole];
            wrong[place] ^= (byte)(1 << place % 8);
            Answer(node, wrong, $"byte {place}");
        }
    }

    /// <summary>Contents that no sender makes, with a checksum that is right.</summary>
    [Theory]
    [InlineData(0, 99)] // version
    [InlineData(16, 1L << 40)] // frames
    [InlineData(32, 8)] // bytes of frames
    [InlineData(40, 1L << 56)] // regions
    [InlineData(48, 0x1000)] // data stack
    [InlineData(104, 0)] // number of the move
    [InlineData(112, 5)] // base: a move to come
    [InlineData(136, 0x7fffffff)] // the first frame's function
    [InlineData(144, 0x7fffffff)] // its site
    public void AStateThatCannotBeIsNotAccepted(int offset, long value)
    {
        List<Message> move = s_recorded.Value.Move;
        byte[] state = [.. move[0].Payload];
        BinaryPrimitives.WriteInt64LittleEndian(state.AsSpan(offset), value);
        using Node node = new("state");
        Answer(node, [.. new Message(State, state).Bytes(), .. move.Skip(1).SelectMany(m => m.Bytes())], $"offset {offset}");
    }

    private static void Answer(Node node, byte[] bytes, string what)
    {
        try
        {
            node.Main.Send(bytes);
            // A length that was made larger leaves it waiting for more.
            node.Main.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // It has hung up already.
        }
        Message? answer = Receive(node.Main);
        Assert.True(answer is null || answer.Type == Refused, $"{what}: answer {answer?.Type}");
    }

    [Theory]
    [InlineData(0, "does not speak this protocol")] // magic
    [InlineData(8, "another version")]
    [InlineData(12, "not the one asked for")] // node
    [InlineData(16, "not the one asked for")] // machine
    [InlineData(24, "not the one asked for")] // channel
    [InlineData(40, "another build")]
    public void HomeTellsAWrongGreetingAndTheProgramGoesOn(int offset, string reason)
    {
        byte[] greeting = [.. s_recorded.Value.Greeting];
        Assert.Equal(HelloSize, greeting.Length);
        greeting[offset] ^= 0x40;
        // The channel is this test's to write, so it is spoiled where it is made.
        using Home home = offset == 24 ? new("channel", Spoil(greeting)) : new($"greeting{offset}", greeting);
        (int code, string output, string error) = home.Finish();
        Assert.Equal((0, "15\n"), (code, output));
        Assert.Contains(reason, error, StringComparison.Ordinal);

        static byte[] Spoil(byte[] hello) { hello[25] = 1; return hello; }
    }

    [Theory]
    [InlineData("type")]
    [InlineData("check")]
    [InlineData("length")]
    [InlineData("checksum")]
    [InlineData("call")]
    [InlineData("cut")]
    public void NonsenseFromTheNodeThatHasTheProgramEndsItWithAMessage(string what)
    {
        using Home home = new("nonsense-" + what, s_recorded.Value.Greeting);
        home.ReadMove();
        home.Main.Send(new Message(Ready, []).Bytes());
        Assert.Equal(Commit, Receive(home.Main)!.Type);
        byte[] message = new Message(Mask, new byte[8]).Bytes();
        switch (what)
        {
            case "type": message[0] = 200; Seal(message); break;
            case "check": message[4] ^= 1; break;
            case "length": message[14] = 1; Seal(message); break;
            case "checksum": message[16] ^= 1; Seal(message); break;
            case "call": message = new Message(3, [.. Enumerable.Repeat((byte)255, 100)]).Bytes(); break;
            default: message = message[..10]; break;
        }
        home.Main.Send(message);
        home.Main.Shutdown(SocketShutdown.Send);
        (int code, string output, string error) = home.Finish();
        Assert.Equal((137, ""), (code, output));
        Assert.Matches("^popcorn: node 1 .*; the program is lost\n$", error);
    }
}
