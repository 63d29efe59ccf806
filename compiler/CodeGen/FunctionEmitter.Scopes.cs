// Local objects (C11 6.2.4p5-7): lifetime markers, variable-length arrays and GNU cleanups, all undone in reverse order on every way out of the scope.
// <code>{ T x __attribute__((cleanup(f))); if (c) return 1; }   →   { T x; if (c) { r = 1; f(&x); goto return; } f(&x); }</code>
using PopcornCC.Compiler.Lowering;
using PopcornCC.Compiler.Semantics;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

/// <summary>What leaving a variable's scope has to do.</summary>
internal enum CleanupKind : byte
{
    /// <summary>End the slot's lifetime: no code.</summary>
    EndLifetime,

    /// <summary>Give back a variable-length array's stack.</summary>
    RestoreStack,

    /// <summary>Call the variable's <c>cleanup</c> function.</summary>
    Call,
}

/// <summary>One thing to do when leaving a scope; <paramref name="Value"/> is the slot or the saved stack pointer.</summary>
internal readonly record struct Cleanup(CleanupKind Kind, LLVMValueRef Value, VariableSymbol Variable, ScopeRange Scope);

internal sealed partial class FunctionEmitter
{
    private readonly List<Cleanup> _cleanups = [];
    private readonly List<(LLVMValueRef Slot, long Size)> _temporaries = [];

    private void EmitDeclaration(BoundLocalDeclaration s)
    {
        VariableSymbol v = s.Variable;
        CType type = v.Type.Type;
        ScopeRange scope = _layout.Scope(v);
        if (type.IsVariableLength())
        {
            LLVMValueRef saved = CallIntrinsic("llvm.stacksave", _types.Pointer);
            _cleanups.Add(new Cleanup(CleanupKind.RestoreStack, saved, v, scope));
            LLVMValueRef array = _b.BuildArrayAlloca(_types.I8, EmitSize(type), v.Name);
            array.Alignment = (uint)ModuleEmitter.AlignmentOf(v);
            _locals[v] = array;
            DescribeIndirect(v, array);
        }
        else
        {
            LLVMValueRef slot = Local(v);
            if (Optimizing && slot.IsAAllocaInst.Handle != 0 && !_layout.IsBypassed(v))
            {
                LifetimeStart(slot, type.Size);
                _cleanups.Add(new Cleanup(CleanupKind.EndLifetime, slot, v, scope));
            }
            Describe(v, slot);
        }
        if (s.Initializer is not null)
        {
            int temporaries = _temporaries.Count;
            EmitInitializer(new Lvalue(Local(v), v.Type, ModuleEmitter.AlignmentOf(v), MayAlias: MayAlias(v.Type)), s.Initializer);
            EndTemporaries(temporaries);
        }
        if (v.Attributes.Cleanup is not null) _cleanups.Add(new Cleanup(CleanupKind.Call, Local(v), v, scope));
    }

    /// <summary>The end of a scope is reached, or passed by.</summary>
    private void CloseScope(int depth)
    {
        if (_reachable) EmitCleanups(depth);
        _cleanups.RemoveRange(depth, _cleanups.Count - depth);
    }

    /// <summary>Code for leaving the scopes above a depth, from the innermost on; they stay open for what follows in the text.</summary>
    private void EmitCleanups(int depth) => EmitCleanups(depth, _cleanups.Count);

    private void EmitCleanups(int depth, int top)
    {
        for (int i = top - 1; i >= depth; i--)
        {
            Cleanup c = _cleanups[i];
            switch (c.Kind)
            {
                case CleanupKind.EndLifetime:
                    LifetimeEnd(c.Value, c.Variable.Type.Type.Size);
                    break;
                case CleanupKind.RestoreStack:
                    CallIntrinsic("llvm.stackrestore", _types.Pointer, c.Value);
                    break;
                default:
                    LLVMValueRef function = _module.Function(c.Variable.Attributes.Cleanup!);
                    _b.BuildCall2(_module.Abi(c.Variable.Attributes.Cleanup!).Type, function, [c.Value]);
                    break;
            }
        }
    }

    /// <summary>A jump to a position leaves every scope that does not hold it.</summary>
    private void EmitCleanupsLeaving(int position) => EmitCleanups(_cleanups.Count - CleanupsLeaving(position));

    private int CleanupsLeaving(int position)
    {
        int count = 0;
        while (count < _cleanups.Count && !_cleanups[_cleanups.Count - 1 - count].Scope.Contains(position)) count++;
        return count;
    }

    private bool HasCode(int depth, int top)
    {
        for (int i = depth; i < top; i++)
        {
            if (_cleanups[i].Kind != CleanupKind.EndLifetime) return true;
        }
        return false;
    }

    // ---- Temporaries ----------------------------------------------------------------------------------------------------------------------------

    /// <summary>A slot for a struct value without a name, which lives to the end of the full expression (6.2.4p8).</summary>
    private Lvalue Temporary(CType type, long minimumSize = 0)
    {
        long size = Math.Max(type.Size, minimumSize);
        int alignment = Math.Max(type.Alignment, minimumSize == 0 ? 1 : (int)minimumSize);
        LLVMValueRef slot = Slot(size == type.Size ? _types.Memory(type) : LLVMTypeRef.CreateArray2(_types.I8, (ulong)size), alignment, "tmp");
        LifetimeStart(slot, size);
        _temporaries.Add((slot, size));
        return new Lvalue(slot, type, alignment);
    }

    private void EndTemporaries(int count)
    {
        for (int i = _temporaries.Count - 1; i >= count; i--)
        {
            if (_reachable) LifetimeEnd(_temporaries[i].Slot, _temporaries[i].Size);
        }
        _temporaries.RemoveRange(count, _temporaries.Count - count);
    }

    // ---- Variable sizes -------------------------------------------------------------------------------------------------------------------------

    /// <summary>The size in bytes of a type that may hold variable-length arrays (6.5.3.4p2).</summary>
    private LLVMValueRef EmitSize(CType type)
    {
        if (type is not ArrayType array || type.Size >= 0) return Constant64(Math.Max(1, type.Size));
        LLVMValueRef count = array.VariableLength is VariableSymbol length
            ? _b.BuildIntCast2(LoadFrom(VariableLvalue(length, length.Type)), _types.I64, length.Type.Type.IsSigned())
            : Constant64(array.Length ?? 0);
        LLVMValueRef element = EmitSize(array.Element.Type);
        return element.IsAConstantInt.Handle != 0 && element.ConstIntZExt == 1 ? count : _b.BuildNUWMul(count, element);
    }
}
