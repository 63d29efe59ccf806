// Strings to and from LLVM: UTF-8 both ways. LLVM hands out two kinds, borrowed ones (copied here, never freed) and messages (copied, then
// given back with LLVMDisposeMessage).
using System.Runtime.InteropServices;
using System.Text;

namespace PopcornCC.Llvm;

internal static unsafe class Strings
{
    public static string Borrowed(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";

    public static string Borrowed(byte* text, nuint length) => text == null ? "" : Encoding.UTF8.GetString(text, (int)length);

    public static string Owned(byte* message)
    {
        var text = Borrowed(message);
        if (message != null)
            LLVM.DisposeMessage(message);
        return text;
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>The length of what <see cref="Utf8"/> gives, which may be empty: a fixed pointer to it is then null, with length 0.</summary>
    public static uint Size(byte[] text) => (uint)text.Length;
}
