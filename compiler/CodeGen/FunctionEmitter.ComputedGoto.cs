// GNU's computed goto. A label's address is its number, so that no code address ever lies in memory that moves between ISAs:
//
//     goto *p;   →   switch ((long)p) { case 1: goto first; case 2: goto second; … }
//
// An interpreter's loop has one such jump an instruction of its language, each to every label, so a switch for each would make code and jump tables
// quadratic in the labels. All gotos of a function share one switch, as they share one indirectbr in clang; a jump through a constant table of
// labels (`goto *table[i]`, the usual form) goes by its index, with no load of the table before that of the jump table.
using PopcornCC.Compiler.Semantics;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

internal sealed partial class FunctionEmitter
{
    /// <summary>A switch that several gotos jump to, and the phi of its value.</summary>
    private sealed record Dispatch(LLVMBasicBlockRef Block, LLVMValueRef Number);

    private readonly Dictionary<VariableSymbol, Dispatch> _tableDispatches = [];
    private Dispatch? _labelDispatch;

    private void EmitComputedGoto(BoundComputedGoto s)
    {
        if (_body.AddressLabels.IsEmpty)
        {
            EmitScalar(s.Target);
            _b.BuildUnreachable();
            Unreachable();
            return;
        }
        // What every label leaves ends here once; where only some leave more, and code has to run for it, that gets a block of its own in between.
        int outer = _cleanups.Count - _body.AddressLabels.Min(l => CleanupsLeaving(_layout.Position(l)));
        bool alike = !_body.AddressLabels.Any(l => HasCode(_cleanups.Count - CleanupsLeaving(_layout.Position(l)), outer));
        (VariableSymbol Table, BoundExpression Index)? element = alike ? ConstantTableElement(s.Target) : null;
        LLVMValueRef number = element is { } e ? _b.BuildIntCast2(EmitScalar(e.Index), _types.I64, e.Index.Type.Type.IsSigned()) : _b.BuildPtrToInt(EmitScalar(s.Target), _types.I64);
        EmitCleanups(outer);
        if (!alike)
        {
            EmitSwitch(number, NumberedLabels(), outer);
            return;
        }
        Dispatch? dispatch = element is { } known ? _tableDispatches.GetValueOrDefault(known.Table) : _labelDispatch;
        if (dispatch is not null)
        {
            dispatch.Number.AddIncoming(number, _b.InsertBlock);
            Jump(dispatch.Block);
            return;
        }
        LLVMBasicBlockRef from = _b.InsertBlock, block = NewBlock("goto.dispatch");
        Place(block);
        dispatch = new(block, _b.BuildPhi(_types.I64));
        dispatch.Number.AddIncoming(number, from);
        if (element is { } first) _tableDispatches.Add(first.Table, dispatch);
        else _labelDispatch = dispatch;
        EmitSwitch(dispatch.Number, element is { } table ? TableLabels(table.Table) : NumberedLabels(), outer);
    }

    /// <summary>Jumps to the label that belongs to a number; with a block between for what only some labels leave.</summary>
    private void EmitSwitch(LLVMValueRef number, IReadOnlyList<(long Number, LabelSymbol Label)> cases, int outer)
    {
        LLVMBasicBlockRef none = NewBlock("goto.none");
        LLVMValueRef jump = _b.BuildSwitch(number, none, (uint)cases.Count);
        Unreachable();
        foreach ((long value, LabelSymbol label) in cases)
        {
            LLVMBasicBlockRef target = Label(label);
            int depth = _cleanups.Count - CleanupsLeaving(_layout.Position(label));
            if (HasCode(depth, outer))
            {
                LLVMBasicBlockRef between = NewBlock("goto.leave");
                jump.AddCase(Constant64(value), between);
                Place(between);
                EmitCleanups(depth, outer);
                Jump(target);
                continue;
            }
            jump.AddCase(Constant64(value), target);
        }
        Place(none);
        _b.BuildUnreachable();
        Unreachable();
    }

    // Number 0 is no label; as the first one's it spares the subtraction that a jump table from 1 on would need.
    private List<(long Number, LabelSymbol Label)> NumberedLabels() => [(0, _body.AddressLabels[0]), .. _body.AddressLabels.Select(l => ((long)l.AddressNumber, l))];

    private static List<(long Number, LabelSymbol Label)> TableLabels(VariableSymbol table) =>
        [.. ((BoundListInitializer)table.Initializer!).Elements.Select(e => (e.Offset / e.Type.Type.Size, ((BoundLabelAddress)StripPointerCasts(e.Value)).Label))];

    /// <summary>The table and index of <c>table[index]</c>, if the table is a constant array of labels only.</summary>
    private static (VariableSymbol Table, BoundExpression Index)? ConstantTableElement(BoundExpression target) =>
        StripPointerCasts(target) is BoundCast
        {
            Kind: CastKind.LvalueToRvalue,
            Operand: BoundDereference
            {
                Pointer: BoundBinary { Operator: BinaryOperator.PointerAdd, Left: BoundCast { Kind: CastKind.ArrayToPointer, Operand: BoundVariable { Symbol: var table } }, Right: var index },
            },
        } && table is { Storage: StorageDuration.Static, IsDefined: true, Type.Type: ArrayType { Element: { IsConst: true, IsVolatile: false, Type: PointerType } }, Initializer: BoundListInitializer { Elements: { IsEmpty: false } elements } }
        && elements.All(e => StripPointerCasts(e.Value) is BoundLabelAddress)
            ? (table, index) : null;

    private static BoundExpression StripPointerCasts(BoundExpression e)
    {
        while (e is BoundCast { Kind: CastKind.PointerCast or CastKind.NoOp } c) e = c.Operand;
        return e;
    }
}
