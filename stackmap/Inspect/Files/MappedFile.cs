// A file mapped into memory, so that only the pages somebody looks at are read: a verb that shows one function of a large program touches its
// headers, its maps' tables and that function. The mapping is private: what another process does to the file later may or may not show.
using System.Buffers;
using System.IO.MemoryMappedFiles;

namespace PopcornCC.Inspect;

/// <summary>Gives a file's bytes as memory.</summary>
internal sealed unsafe class MappedFile : MemoryManager<byte>
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private readonly int _length;

    private MappedFile(MemoryMappedFile file, MemoryMappedViewAccessor view, int length)
    {
        _file = file;
        _view = view;
        _length = length;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
    }

    /// <summary>Maps a file; null with the reason when that cannot be done. What has no length (an empty file, a device, a pipe) gives no bytes.</summary>
    public static ReadOnlyMemory<byte>? Open(string path, out IDisposable? mapping, out string? error)
    {
        mapping = null;
        error = null;
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (!stream.CanSeek || stream.Length == 0) return ReadOnlyMemory<byte>.Empty;
            error = "larger than 2 GiB";
            if (stream.Length > int.MaxValue) return null;
            MemoryMappedFile file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
            MappedFile mapped = new(file, file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read), (int)stream.Length);
            mapping = mapped;
            error = null;
            return mapped.Memory;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            error = e is UnauthorizedAccessException ? "permission denied" : "cannot be read";
            return null;
        }
    }

    public override Span<byte> GetSpan() => new(_start, _length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(_start + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
