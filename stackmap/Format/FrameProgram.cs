// Runs DWARF call-frame instructions (DWARF 5, section 6.4.2) of one function up to a given offset into it.
namespace PopcornCC.StackMap;

/// <summary>The call-frame interpreter.</summary>
public static class FrameProgram
{
    // Deeper remember_state nesting than any compiler makes is damage.
    private const int MaxStates = 64;

    private sealed record State(ulong CfaRegister, long CfaOffset, SortedDictionary<ulong, long> Saved)
    {
        public State Copy() => this with { Saved = new SortedDictionary<ulong, long>(Saved) };
    }

    /// <summary>
    /// The rule in force at <paramref name="pc"/>, an offset into the function; null, with the reason, when the program is damaged or says
    /// something a rule cannot hold.
    /// </summary>
    public static UnwindRule? RuleAt(FrameFde fde, ulong pc, out string? error)
    {
        State state = new(0, 0, []);
        error = Run(fde.Cie.Program.Span, fde.Cie, ulong.MaxValue, ref state, null);
        State initial = state.Copy();
        error ??= Run(fde.Program.Span, fde.Cie, pc, ref state, initial);
        if (error is not null) return null;
        if (state.CfaRegister > 255 || state.CfaOffset is < int.MinValue or > int.MaxValue)
        {
            error = "the CFA is out of range";
            return null;
        }
        List<SavedRegister> saved = [];
        foreach ((ulong register, long offset) in state.Saved)
        {
            if (register > 255 || offset is < int.MinValue or > int.MaxValue)
            {
                error = $"the save slot of register {register} is out of range";
                return null;
            }
            saved.Add(new SavedRegister((byte)register, (int)offset));
        }
        return new UnwindRule((byte)state.CfaRegister, (int)state.CfaOffset, saved);
    }

    private static string? Run(ReadOnlySpan<byte> program, FrameCie cie, ulong pc, ref State state, State? initial)
    {
        ByteReader r = new(program);
        Stack<State> states = new();
        ulong at = 0;
        while (!r.AtEnd && !r.Failed)
        {
            byte op = r.U8();
            ulong low = (ulong)(op & 0x3f);
            ulong advance = 0;
            switch (op >> 6)
            {
                case 1: advance = low; break;
                case 2: state.Saved[low] = (long)r.Uleb() * cie.DataAlign; break;
                case 3: Restore(state, initial, low); break;
                default:
                    if (op is 0x02 or 0x03 or 0x04)
                    {
                        advance = op == 0x02 ? r.U8() : op == 0x03 ? r.U16() : r.U32();
                        break;
                    }
                    if (Extended(op, ref r, cie, ref state, initial, states) is { } error) return error;
                    break;
            }
            at += advance * cie.CodeAlign;
            if (advance != 0 && at > pc) return null;
        }
        return r.Failed ? "the call-frame program is cut short" : null;
    }

    private static void Restore(State state, State? initial, ulong register)
    {
        if (initial is not null && initial.Saved.TryGetValue(register, out long offset)) state.Saved[register] = offset;
        else state.Saved.Remove(register);
    }

    private static string? Extended(byte op, ref ByteReader r, FrameCie cie, ref State state, State? initial, Stack<State> states)
    {
        switch (op)
        {
            case 0x00: // DW_CFA_nop
            case 0x2d: // DW_CFA_AARCH64_negate_ra_state: the return address is signed; we strip nothing, see below
                return op == 0 ? null : "the return address is signed (pointer authentication)";
            case 0x05: // DW_CFA_offset_extended
                state.Saved[r.Uleb()] = (long)r.Uleb() * cie.DataAlign;
                return null;
            case 0x06: // DW_CFA_restore_extended
                Restore(state, initial, r.Uleb());
                return null;
            case 0x07 or 0x08: // DW_CFA_undefined, DW_CFA_same_value: not saved
                state.Saved.Remove(r.Uleb());
                return null;
            case 0x0a: // DW_CFA_remember_state
                if (states.Count == MaxStates) return "states are nested too deep";
                states.Push(state.Copy());
                return null;
            case 0x0b: // DW_CFA_restore_state
                if (!states.TryPop(out State? old)) return "a state is restored that was not remembered";
                state = old;
                return null;
            case 0x0c: // DW_CFA_def_cfa
                state = state with { CfaRegister = r.Uleb(), CfaOffset = (long)r.Uleb() };
                return null;
            case 0x0d: // DW_CFA_def_cfa_register
                state = state with { CfaRegister = r.Uleb() };
                return null;
            case 0x0e: // DW_CFA_def_cfa_offset
                state = state with { CfaOffset = (long)r.Uleb() };
                return null;
            case 0x11: // DW_CFA_offset_extended_sf
                state.Saved[r.Uleb()] = r.Sleb() * cie.DataAlign;
                return null;
            case 0x12: // DW_CFA_def_cfa_sf
                state = state with { CfaRegister = r.Uleb(), CfaOffset = r.Sleb() * cie.DataAlign };
                return null;
            case 0x13: // DW_CFA_def_cfa_offset_sf
                state = state with { CfaOffset = r.Sleb() * cie.DataAlign };
                return null;
            case 0x2e: // DW_CFA_GNU_args_size: of use to exception handlers only
                r.Uleb();
                return null;
            default:
                return $"call-frame instruction 0x{op:x2} cannot be kept in the map";
        }
    }
}
