// The node server: starts the processes of the other nodes when the program asks for them and ends them with it.
//
// One thread, one poll loop, for two reasons: the kernel ties PR_SET_PDEATHSIG, which a node asks for, to the *thread* that started it, so
// that thread has to live as long as the server; and whatever happens (the program exits, is killed, closes its connection, a node dies)
// is then handled at one place in the order in which it came. The program's end shows on a pidfd; nothing the program does can hide it.
//
// Messages, both ways: u32 type, u32 length of the payload, payload; little endian.
//   program → server  1 OPEN    u32 node, UTF-8 address where the program listens
//   server → program  2 OPENED  u32 node, u32 process id
//                     3 FAILED  u32 node, UTF-8 reason; also unasked, when a node's process ends by itself
// When the program shuts its side of the connection down, the server ends the nodes and closes its side after they are gone, so a program
// that waits for that leaves nothing behind even for an instant.
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace PopcornCC.Node;

/// <summary>The server's state and its loop.</summary>
internal sealed unsafe class NodeServer
{
    private const int Open = 1;
    private const int Opened = 2;
    private const int Failed = 3;
    private const int MaxPayload = 4096;

    private sealed record RunningNode(int Nid, int Pid, int PidFd);

    private readonly int _listener;
    private readonly int _home;
    private readonly int _homePid;
    private readonly List<Isa> _nodes;
    private readonly string _program;
    private readonly List<byte[]> _arguments;
    private readonly List<RunningNode> _running = [];
    private readonly Dictionary<Isa, int> _thin = [];
    private readonly byte[] _received = new byte[8 + MaxPayload];
    private int _receivedLength;
    private int _connection = -1;

    private NodeServer(string[] args, List<byte[]> arguments)
    {
        _listener = int.Parse(args[0]);
        _home = int.Parse(args[1]);
        _homePid = int.Parse(args[2]);
        _nodes = [.. args[3].Split(',').Select(n => Isa.Find(n)!)];
        _program = args[4];
        _arguments = arguments;
    }

    /// <summary>Entry of the hidden verb: LISTENER PIDFD PID NODES PROG ARGV0 ARGS...</summary>
    public static int Run(string[] args)
    {
        if (args.Length < 6) return Report.WrongUsage("serve-nodes is for popcorn run alone");
        NodeServer server = new(args, RawProcess.LastArguments(args.Length - 5));
        Libc.fcntl(server._listener, Libc.F_SETFD, Libc.FD_CLOEXEC);
        Libc.fcntl(server._home, Libc.F_SETFD, Libc.FD_CLOEXEC);
        try
        {
            server.Serve();
        }
        finally
        {
            server.EndNodes();
        }
        return 0;
    }

    private void Serve()
    {
        Libc.PollFd* fds = stackalloc Libc.PollFd[3 + RunCommand.MaxNodes];
        while (true)
        {
            int count = 0;
            fds[count++] = new Libc.PollFd { Fd = _home, Events = Libc.POLLIN };
            fds[count++] = new Libc.PollFd { Fd = _listener, Events = Libc.POLLIN };
            fds[count++] = new Libc.PollFd { Fd = _connection, Events = Libc.POLLIN };
            foreach (RunningNode node in _running) fds[count++] = new Libc.PollFd { Fd = node.PidFd, Events = Libc.POLLIN };
            if (Libc.poll(fds, (nuint)count, -1) < 0)
            {
                if (Marshal.GetLastPInvokeError() == Libc.EINTR) continue;
                return;
            }
            if (fds[0].Revents != 0) return;
            for (int i = count - 1; i >= 3; i--)
            {
                if (fds[i].Revents != 0) Lose(_running[i - 3]);
            }
            if (fds[2].Revents != 0) Receive();
            if (fds[1].Revents != 0) Accept();
        }
    }

    private void Accept()
    {
        int fd = Libc.accept4(_listener, null, null, Libc.SOCK_CLOEXEC);
        if (fd < 0) return;
        Libc.Credentials peer = default;
        uint length = (uint)sizeof(Libc.Credentials);
        if (Libc.getsockopt(fd, Libc.SOL_SOCKET, Libc.SO_PEERCRED, &peer, &length) < 0 || peer.Pid != _homePid)
        {
            Libc.close(fd);
            return;
        }
        // A second connection of the same process: it has replaced its program (execve), and the nodes of the old one are of no use.
        Disconnect();
        _connection = fd;
        _receivedLength = 0;
    }

    private void Receive()
    {
        fixed (byte* buffer = _received)
        {
            nint got = Libc.recv(_connection, buffer + _receivedLength, _received.Length - _receivedLength, Libc.MSG_DONTWAIT);
            if (got < 0 && Marshal.GetLastPInvokeError() is Libc.EINTR or Libc.EAGAIN) return;
            if (got <= 0)
            {
                Disconnect();
                return;
            }
            _receivedLength += (int)got;
        }
        while (_receivedLength >= 8)
        {
            uint type = BinaryPrimitives.ReadUInt32LittleEndian(_received);
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(_received.AsSpan(4));
            if (length > MaxPayload || type != Open || length < 4)
            {
                Console.Error.WriteLine("popcorn: error: the program sent a message that makes no sense; its nodes are ended [PCC4030]");
                Disconnect();
                return;
            }
            int size = 8 + (int)length;
            if (_receivedLength < size) return;
            OpenNode(_received.AsSpan(8, (int)length));
            if (_connection < 0) return;
            _received.AsSpan(size, _receivedLength - size).CopyTo(_received);
            _receivedLength -= size;
        }
    }

    private void OpenNode(ReadOnlySpan<byte> payload)
    {
        uint nid = BinaryPrimitives.ReadUInt32LittleEndian(payload);
        string address = Encoding.UTF8.GetString(payload[4..]);
        string? reason = nid == 0 || nid >= _nodes.Count ? "there is no such node" : StartNode((int)nid, address);
        if (reason is not null)
        {
            Reply(Failed, nid, Encoding.UTF8.GetBytes(reason));
            return;
        }
        byte[] pid = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(pid, _running[^1].Pid);
        Reply(Opened, nid, pid);
    }

    /// <summary>Starts the node's process; returns why it could not, or null.</summary>
    private string? StartNode(int nid, string address)
    {
        if (_running.Find(n => n.Nid == nid) is { } old) End(old);
        Isa isa = _nodes[nid];
        if (!isa.IsNative && isa.FindEmulator() is null) return $"{isa.Emulator} is not installed (package qemu-user)";
        if (!_thin.TryGetValue(isa, out int fd))
        {
            if (FatProgram.Open(_program, out string? why) is not { } program) return why;
            fd = program.OpenThin(isa, out why);
            if (fd < 0) return why;
            _thin[isa] = fd;
        }
        (string executable, List<byte[]> arguments) = NodeCommand.For(isa, fd, _arguments);
        List<byte[]> environment = RawProcess.EnvironmentWith([.. RunCommand.NotForTheProgram, "POPCORN_CONTROL"],
            [$"POPCORN_CONNECT={address}", $"POPCORN_NID={nid}", $"POPCORN_NODES={string.Join(',', _nodes.Select(n => n.Name))}"]);
        int error = RawProcess.Spawn(executable, arguments, environment, newSession: false, out int pid);
        if (error != 0) return $"{executable}: {Libc.Describe(error)}";
        int pidFd = Libc.PidFd(pid);
        _running.Add(new RunningNode(nid, pid, pidFd));
        return null;
    }

    private void Reply(uint type, uint nid, ReadOnlySpan<byte> rest)
    {
        byte[] message = new byte[12 + rest.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(message, type);
        BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(4), (uint)(4 + rest.Length));
        BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(8), nid);
        rest.CopyTo(message.AsSpan(12));
        fixed (byte* m = message)
        {
            // A few bytes a request never fill the socket's buffer; if the program is gone the poll loop hears of it.
            Libc.send(_connection, m, message.Length, Libc.MSG_NOSIGNAL);
        }
    }

    /// <summary>A node has ended by itself: the program may be waiting for it.</summary>
    private void Lose(RunningNode node)
    {
        int status = Reap(node);
        string how = (status & 0x7f) == 0 ? $"ended with exit code {status >> 8 & 0xff}" : $"was killed by signal {status & 0x7f}";
        if (_connection >= 0) Reply(Failed, (uint)node.Nid, Encoding.UTF8.GetBytes($"its process {how}"));
    }

    private void Disconnect()
    {
        EndNodes();
        if (_connection >= 0) Libc.close(_connection);
        _connection = -1;
        _receivedLength = 0;
    }

    private void EndNodes()
    {
        // All are told before any is waited for.
        foreach (RunningNode node in _running) Libc.kill(node.Pid, Libc.SIGKILL);
        while (_running.Count > 0) Reap(_running[0]);
    }

    private void End(RunningNode node)
    {
        Libc.kill(node.Pid, Libc.SIGKILL);
        Reap(node);
    }

    /// <summary>Waits for a node that has ended or will at once, and gives its wait status.</summary>
    private int Reap(RunningNode node)
    {
        int status;
        while (Libc.waitpid(node.Pid, out status, 0) < 0 && Marshal.GetLastPInvokeError() == Libc.EINTR) { }
        if (node.PidFd >= 0) Libc.close(node.PidFd);
        _running.Remove(node);
        return status;
    }
}
