// Metadata nodes that refer to themselves, as a loop's does: made with a temporary operand that is replaced by the node.
using System.Runtime.InteropServices;

namespace PopcornCC.Llvm;

public static partial class LLVM
{
    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMTemporaryMDNode")]
    private static unsafe partial LLVMMetadataRef TemporaryMDNode(LLVMContextRef ctx, LLVMMetadataRef* data, nuint numElements);

    /// <summary>A node without operands that stands for one not made yet.</summary>
    public static unsafe LLVMMetadataRef TemporaryMDNode(LLVMContextRef context) => TemporaryMDNode(context, null, 0);

    /// <summary>Puts a node in the place of a temporary one, which is freed.</summary>
    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMMetadataReplaceAllUsesWith")]
    public static partial void MetadataReplaceAllUsesWith(LLVMMetadataRef tempTargetMetadata, LLVMMetadataRef replacement);
}
