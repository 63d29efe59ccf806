// Debug information: compile unit, files, functions, lexical blocks, and variables with the places they are kept in. Types are in LLVMDIBuilderRef.Types.cs.
namespace PopcornCC.Llvm;

public readonly partial struct LLVMDIBuilderRef
{
    public void Finish() => LLVM.DIBuilderFinalize(this);

    public unsafe LLVMMetadataRef CreateFile(string name, string directory)
    {
        byte[] n = Strings.Utf8(name), d = Strings.Utf8(directory);
        fixed (byte* pn = n, pd = d)
            return LLVM.DIBuilderCreateFile(this, pn, Strings.Size(n), pd, Strings.Size(d));
    }

    public unsafe LLVMMetadataRef CreateCompileUnit(LLVMMetadataRef file, string producer, bool isOptimized, LLVMDWARFEmissionKind kind)
    {
        var text = Strings.Utf8(producer);
        fixed (byte* p = text)
            return LLVM.DIBuilderCreateCompileUnit(this, LLVMDWARFSourceLanguage.LLVMDWARFSourceLanguageC11, file, p, Strings.Size(text),
                isOptimized, null, 0, 0, null, 0, kind, 0, true, false, null, 0, null, 0);
    }

    public unsafe LLVMMetadataRef CreateFunction(
        LLVMMetadataRef scope, string name, string linkageName, LLVMMetadataRef file, uint line, LLVMMetadataRef type, bool isLocal, uint scopeLine, LLVMDIFlags flags, bool isOptimized)
    {
        byte[] n = Strings.Utf8(name), l = Strings.Utf8(linkageName);
        fixed (byte* pn = n, pl = l)
            return LLVM.DIBuilderCreateFunction(this, scope, pn, Strings.Size(n), pl, linkageName.Length == 0 ? 0 : Strings.Size(l), file, line, type, isLocal, true,
                scopeLine, flags, isOptimized);
    }

    public LLVMMetadataRef CreateLexicalBlock(LLVMMetadataRef scope, LLVMMetadataRef file, uint line, uint column) =>
        LLVM.DIBuilderCreateLexicalBlock(this, scope, file, line, column);

    public unsafe LLVMMetadataRef CreateAutoVariable(
        LLVMMetadataRef scope, string name, LLVMMetadataRef file, uint line, LLVMMetadataRef type, bool alwaysPreserve, LLVMDIFlags flags, uint alignInBits)
    {
        var text = Strings.Utf8(name);
        fixed (byte* p = text)
            return LLVM.DIBuilderCreateAutoVariable(this, scope, p, Strings.Size(text), file, line, type, alwaysPreserve, flags, alignInBits);
    }

    /// <summary>A parameter; <paramref name="number"/> counts from 1.</summary>
    public unsafe LLVMMetadataRef CreateParameterVariable(
        LLVMMetadataRef scope, string name, uint number, LLVMMetadataRef file, uint line, LLVMMetadataRef type, bool alwaysPreserve)
    {
        var text = Strings.Utf8(name);
        fixed (byte* p = text)
            return LLVM.DIBuilderCreateParameterVariable(this, scope, p, Strings.Size(text), number, file, line, type, alwaysPreserve, LLVMDIFlags.LLVMDIFlagZero);
    }

    public unsafe LLVMMetadataRef CreateGlobalVariableExpression(
        LLVMMetadataRef scope, string name, string linkageName, LLVMMetadataRef file, uint line, LLVMMetadataRef type, bool isLocal, LLVMMetadataRef expression, uint alignInBits)
    {
        byte[] n = Strings.Utf8(name), l = Strings.Utf8(linkageName);
        fixed (byte* pn = n, pl = l)
            return LLVM.DIBuilderCreateGlobalVariableExpression(
                this, scope, pn, Strings.Size(n), pl, Strings.Size(l), file, line, type, isLocal, expression, default, alignInBits);
    }

    public unsafe LLVMMetadataRef CreateExpression(ReadOnlySpan<ulong> operations)
    {
        fixed (ulong* p = operations)
            return LLVM.DIBuilderCreateExpression(this, p, (nuint)operations.Length);
    }

    /// <summary>States where a variable is kept from here on, at the end of a block.</summary>
    public void InsertDeclareAtEnd(LLVMValueRef address, LLVMMetadataRef variable, LLVMMetadataRef expression, LLVMMetadataRef location, LLVMBasicBlockRef block) =>
        LLVM.DIBuilderInsertDeclareRecordAtEnd(this, address, variable, expression, location, block);

    /// <summary>States a variable's value from an instruction on.</summary>
    public void InsertValueBefore(LLVMValueRef value, LLVMMetadataRef variable, LLVMMetadataRef expression, LLVMMetadataRef location, LLVMValueRef instruction) =>
        LLVM.DIBuilderInsertDbgValueRecordBefore(this, value, variable, expression, location, instruction);
}
