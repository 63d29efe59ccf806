// Debug information: compile unit, files, functions and lexical blocks, which is what line numbers need.
namespace PopcornCC.Llvm;

public readonly partial struct LLVMDIBuilderRef
{
    public void Finish() => LLVM.DIBuilderFinalize(this);

    public unsafe LLVMMetadataRef CreateFile(string name, string directory)
    {
        byte[] n = Strings.Utf8(name), d = Strings.Utf8(directory);
        fixed (byte* pn = n, pd = d)
            return LLVM.DIBuilderCreateFile(this, pn, (nuint)n.Length, pd, (nuint)d.Length);
    }

    public unsafe LLVMMetadataRef CreateCompileUnit(LLVMMetadataRef file, string producer, bool isOptimized)
    {
        var text = Strings.Utf8(producer);
        fixed (byte* p = text)
            return LLVM.DIBuilderCreateCompileUnit(this, LLVMDWARFSourceLanguage.LLVMDWARFSourceLanguageC11, file, p, (nuint)text.Length,
                isOptimized, null, 0, 0, null, 0, LLVMDWARFEmissionKind.LLVMDWARFEmissionFull, 0, true, false, null, 0, null, 0);
    }

    public unsafe LLVMMetadataRef CreateSubroutineType(LLVMMetadataRef file, ReadOnlySpan<LLVMMetadataRef> types)
    {
        fixed (LLVMMetadataRef* p = types)
            return LLVM.DIBuilderCreateSubroutineType(this, file, p, (uint)types.Length, LLVMDIFlags.LLVMDIFlagZero);
    }

    public unsafe LLVMMetadataRef CreateFunction(
        LLVMMetadataRef scope, string name, LLVMMetadataRef file, uint line, LLVMMetadataRef type, bool isLocal, uint scopeLine, bool isOptimized)
    {
        var text = Strings.Utf8(name);
        fixed (byte* p = text)
            return LLVM.DIBuilderCreateFunction(this, scope, p, (nuint)text.Length, p, (nuint)text.Length, file, line, type, isLocal, true,
                scopeLine, LLVMDIFlags.LLVMDIFlagPrototyped, isOptimized);
    }

    public LLVMMetadataRef CreateLexicalBlock(LLVMMetadataRef scope, LLVMMetadataRef file, uint line, uint column) =>
        LLVM.DIBuilderCreateLexicalBlock(this, scope, file, line, column);
}
