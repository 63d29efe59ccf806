// One function's body. As in clang, every local object is a stack slot in the entry block, loaded and stored at each use; LLVM's mem2reg and SROA make values of them, which
// keeps this code free of SSA construction. The builder always stands in a block: behind a jump that is a fresh block nothing leads to (_reachable is false), and statements
// there are skipped unless a label inside makes them reachable again.
using PopcornCC.Compiler.Lowering;
using PopcornCC.Compiler.Semantics;
using PopcornCC.Compiler.Text;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

/// <summary>Emits one function; split by construct.</summary>
internal sealed partial class FunctionEmitter
{
    private readonly ModuleEmitter _module;
    private readonly BoundFunction _body;
    private readonly LLVMValueRef _function;
    private readonly FunctionAbi _abi;
    private readonly TypeLowering _types;
    private readonly LLVMContextRef _context;
    private readonly LLVMBuilderRef _b;
    private readonly LLVMBuilderRef _entry;
    private readonly FunctionLayout _layout;
    private readonly LLVMBasicBlockRef _returnBlock;
    private LLVMMetadataRef _debugScope;
    private readonly Dictionary<VariableSymbol, LLVMValueRef> _locals = [];
    private LLVMValueRef _returnSlot;
    private LLVMValueRef _argumentArea;
    private LLVMBasicBlockRef _dead;
    private bool _reachable = true;

    public FunctionEmitter(ModuleEmitter module, BoundFunction body, LLVMValueRef function)
    {
        _module = module;
        _body = body;
        _function = function;
        _abi = module.Abi(body.Symbol);
        _types = module.Types;
        _context = module.Context;
        _b = _context.CreateBuilder();
        _entry = _context.CreateBuilder();
        _layout = new FunctionLayout(body);
        _returnBlock = _context.CreateBasicBlock("return");
        if (module.Debug is not null) _debugScope = module.Debug.Begin(body, function);
    }

    private bool Optimizing => _module.Options.OptimizationLevel > 0;

    public void Emit()
    {
        _b.PositionAtEnd(_context.AppendBasicBlock(_function, "entry"));
        // Slots go before this mark, so that they come first in the entry block wherever they are asked for.
        LLVMValueRef mark = _b.BuildAlloca(_types.I8);
        _entry.PositionBefore(mark);
        // What stores the parameters has no place: the first place is where a debugger stops, when they are there.
        EmitParameters();
        SetLocation(_body.Span);
        EmitStatement(_body.Body);
        if (_reachable && ModuleEmitter.IsMain(_body.Symbol) && _abi.Result.Type.IsInteger())
        {
            // 5.1.2.2.3: reaching the end of main returns 0.
            _b.BuildStore(LLVMValueRef.CreateConstNull(_types.Memory(_abi.Result.Type)), _returnSlot);
        }
        EmitReturnBlock();
        mark.InstructionEraseFromParent();
        _b.Dispose();
        _entry.Dispose();
    }

    private void EmitParameters()
    {
        uint index = 0;
        if (_abi.Result.Passing == Passing.Indirect) _returnSlot = _function.GetParam(index++);
        else if (_abi.Result.Passing is Passing.Direct or Passing.Integer)
        {
            // A small record comes out of the slot as an integer, so the slot is as large as that.
            bool integer = _abi.Result.Passing == Passing.Integer;
            _returnSlot = Slot(
                integer && FunctionAbi.IntegerSize(_abi.Result.Type.Size) != _abi.Result.Type.Size ? _types.I64 : _types.Memory(_abi.Result.Type),
                Math.Max(_abi.Result.Type.Alignment, integer ? (int)FunctionAbi.IntegerSize(_abi.Result.Type.Size) : 1), "retval");
        }
        for (int i = 0; i < _body.Parameters.Length; i++)
        {
            VariableSymbol symbol = _body.Parameters[i];
            PassedValue passed = _abi.Parameters[i];
            if (passed.Passing == Passing.Nothing)
            {
                Local(symbol);
                continue;
            }
            LLVMValueRef value = _function.GetParam(index++);
            value.Name = symbol.Name;
            if (passed.Passing == Passing.Indirect)
            {
                // The callee owns the copy it is given.
                _locals[symbol] = value;
                DescribeIndirect(symbol, value, i + 1);
                continue;
            }
            // Without a prototype the value arrives promoted: back to the declared type (6.5.2.2p6, 6.9.1p10).
            if (passed.Type != symbol.Type.Type && passed.Llvm != _types.Value(symbol.Type.Type)) value = FromPromoted(value, symbol.Type.Type);
            StoreTo(new Lvalue(Local(symbol), symbol.Type, ModuleEmitter.AlignmentOf(symbol)), value);
            Describe(symbol, Local(symbol), i + 1);
        }
        if (_abi.HasArgumentArea)
        {
            _argumentArea = _function.GetParam(index);
            _argumentArea.Name = "va";
        }
    }

    private LLVMValueRef FromPromoted(LLVMValueRef value, CType type) =>
        type.IsFloating() ? _b.BuildFPTrunc(value, _types.Memory(type))
        : type.IsBool() ? _b.BuildICmp(LLVMIntPredicate.LLVMIntNE, value, LLVMValueRef.CreateConstNull(value.TypeOf))
        : _b.BuildTrunc(value, _types.Memory(type));

    private void EmitReturnBlock()
    {
        if (!_reachable && !_returnBlock.AsValue().HasUses)
        {
            // It never returns.
            EndUnreachable();
            _function.AppendExistingBasicBlock(_returnBlock); // LLVM deletes only blocks that have a parent
            _returnBlock.Delete();
            return;
        }
        Place(_returnBlock);
        switch (_abi.Result.Passing)
        {
            case Passing.Direct:
                _b.BuildRet(LoadFrom(new Lvalue(_returnSlot, _abi.Result.Type, _abi.Result.Type.Alignment)));
                break;
            case Passing.Integer:
                LLVMValueRef value = _b.BuildLoad2(_abi.Result.Llvm, _returnSlot);
                value.Alignment = (uint)Math.Max(_abi.Result.Type.Alignment, (int)FunctionAbi.IntegerSize(_abi.Result.Type.Size));
                _b.BuildRet(value);
                break;
            default:
                _b.BuildRetVoid();
                break;
        }
    }

    // ---- Blocks ---------------------------------------------------------------------------------------------------------------------------------

    private LLVMBasicBlockRef NewBlock(string name) => _context.CreateBasicBlock(name);

    /// <summary>Ends the current block with a jump; nothing comes after it until a block is placed.</summary>
    private void Jump(LLVMBasicBlockRef target)
    {
        if (_reachable) _b.BuildBr(target);
        else EndUnreachable();
        Unreachable();
    }

    /// <summary>The current block has its terminator: goes on in a block that nothing leads to.</summary>
    private void Unreachable()
    {
        _dead = _context.AppendBasicBlock(_function, "dead");
        _b.PositionAtEnd(_dead);
        _reachable = false;
    }

    /// <summary>Ends a block that nothing leads to, or drops it when it is empty.</summary>
    private void EndUnreachable()
    {
        LLVMBasicBlockRef block = _b.InsertBlock;
        if (block == _dead && block.FirstInstruction.Handle == 0)
        {
            _dead = default;
            _b.ClearInsertionPosition();
            block.Delete();
            return;
        }
        _b.BuildUnreachable();
    }

    /// <summary>Goes on in a block, falling through into it.</summary>
    private void Place(LLVMBasicBlockRef block, bool isLabel = false)
    {
        if (_reachable) _b.BuildBr(block);
        else EndUnreachable();
        _function.AppendExistingBasicBlock(block);
        _b.PositionAtEnd(block);
        _reachable = isLabel || block.AsValue().HasUses;
    }

    private LLVMValueRef ConditionalJump(LLVMValueRef condition, LLVMBasicBlockRef whenTrue, LLVMBasicBlockRef whenFalse)
    {
        if (!_reachable)
        {
            EndUnreachable();
            Unreachable();
            return default;
        }
        LLVMValueRef jump = _b.BuildCondBr(condition, whenTrue, whenFalse);
        Unreachable();
        return jump;
    }

    // ---- Slots ----------------------------------------------------------------------------------------------------------------------------------

    /// <summary>A stack slot in the entry block.</summary>
    private LLVMValueRef Slot(LLVMTypeRef type, int alignment, string name = "")
    {
        LLVMValueRef slot = _entry.BuildAlloca(type, name);
        slot.Alignment = (uint)alignment;
        return slot;
    }

    /// <summary>The address of a local variable; made when first asked for, because a jump may pass its declaration by.</summary>
    private LLVMValueRef Local(VariableSymbol symbol)
    {
        if (_locals.TryGetValue(symbol, out LLVMValueRef address)) return address;
        address = symbol.Type.Type.IsVariableLength()
            ? LLVMValueRef.CreateUndef(_types.Pointer)
            : Slot(_types.Memory(symbol.Type.Type), ModuleEmitter.AlignmentOf(symbol), symbol.Name);
        _locals.Add(symbol, address);
        return address;
    }

    private void LifetimeStart(LLVMValueRef slot, long size) => Lifetime("llvm.lifetime.start", slot, size);

    private void LifetimeEnd(LLVMValueRef slot, long size) => Lifetime("llvm.lifetime.end", slot, size);

    private void Lifetime(string intrinsic, LLVMValueRef slot, long size)
    {
        if (Optimizing && size > 0) CallIntrinsic(intrinsic, _types.Pointer, Constant64(size), slot);
    }

    // ---- Small helpers --------------------------------------------------------------------------------------------------------------------------

    private LLVMValueRef Constant64(long value) => LLVMValueRef.CreateConstInt(_types.I64, (ulong)value);

    private LLVMValueRef Constant32(int value) => LLVMValueRef.CreateConstInt(_types.I32, (ulong)value);

    private static LLVMValueRef Null(LLVMTypeRef type) => LLVMValueRef.CreateConstNull(type);

    /// <summary>Calls an intrinsic that is overloaded on one type, or on none.</summary>
    private LLVMValueRef CallIntrinsic(string name, LLVMTypeRef overload, params ReadOnlySpan<LLVMValueRef> arguments) =>
        CallLibrary(_module.Intrinsic(name, overload), arguments);

    private LLVMValueRef CallLibrary(LLVMValueRef function, params ReadOnlySpan<LLVMValueRef> arguments) =>
        _b.BuildCall2(function.GlobalValueType, function, arguments);
}
