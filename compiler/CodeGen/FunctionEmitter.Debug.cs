// Debug information of one function: places, scopes and variables. Nothing here makes code, but for one slot at -O0, which is there without -g too.
using System.Collections.Immutable;
using PopcornCC.Compiler.Semantics;
using PopcornCC.Compiler.Text;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

internal sealed partial class FunctionEmitter
{
    private void SetLocation(SourceSpan span)
    {
        if (_module.Debug is not null) _b.CurrentDebugLocation2 = _module.Debug.Location(span, _debugScope);
    }

    /// <summary>Enters the scope of statements if they declare anything; gives the scope to go back to. The function's outermost block is the function's own.</summary>
    private LLVMMetadataRef EnterDebugScope(ImmutableArray<BoundStatement> statements, SourceSpan span)
    {
        LLVMMetadataRef outer = _debugScope;
        if (_module.Debug is { HasVariables: true } debug && span != _body.Body.Span && statements.Any(s => s is BoundLocalDeclaration)) _debugScope = debug.Block(span, outer);
        return outer;
    }

    /// <summary>Says where a variable is kept; made-up ones have names that begin with a dot.</summary>
    private void Describe(VariableSymbol variable, LLVMValueRef address, int parameter = 0, bool isIndirect = false)
    {
        if (_module.Debug is not { HasVariables: true } debug || variable.Name.Length == 0 || variable.Name[0] == '.' || !_reachable) return;
        debug.Declare(variable, parameter, address, isIndirect, _debugScope, _b.InsertBlock);
    }

    // A struct argument is at an address that came in a register, a variable-length array at one that was computed. Nothing keeps such a register at -O0, so it gets a slot there.
    private void DescribeIndirect(VariableSymbol variable, LLVMValueRef address, int parameter = 0)
    {
        if (Optimizing)
        {
            Describe(variable, address, parameter);
            return;
        }
        LLVMValueRef slot = Slot(_types.Pointer, 8, variable.Name + ".address");
        LLVMValueRef store = _b.BuildStore(address, slot);
        store.Alignment = 8;
        Describe(variable, slot, parameter, isIndirect: true);
    }
}
