// Constants of the ELF specification (System V gABI, chapters 4 and 5, and the two psABIs), in its spelling. Import with `using static`.
#pragma warning disable CA1069 // Several names of a specification may share a value.
namespace PopcornCC.Linker.Elf;

/// <summary>ELF constants, spelled as in the specification.</summary>
public static class ElfConstants
{
    public const byte ELFCLASS64 = 2;
    public const byte ELFDATA2LSB = 1;
    public const byte EV_CURRENT = 1;

    public const ushort ET_REL = 1;
    public const ushort ET_EXEC = 2;

    public const ushort EM_X86_64 = 62;
    public const ushort EM_AARCH64 = 183;

    public const int EhdrSize = 64;
    public const int PhdrSize = 56;
    public const int ShdrSize = 64;
    public const int SymSize = 24;
    public const int RelaSize = 24;

    public const uint SHT_NULL = 0;
    public const uint SHT_PROGBITS = 1;
    public const uint SHT_SYMTAB = 2;
    public const uint SHT_STRTAB = 3;
    public const uint SHT_RELA = 4;
    public const uint SHT_NOTE = 7;
    public const uint SHT_NOBITS = 8;
    public const uint SHT_REL = 9;
    public const uint SHT_INIT_ARRAY = 14;
    public const uint SHT_FINI_ARRAY = 15;
    public const uint SHT_PREINIT_ARRAY = 16;
    public const uint SHT_GROUP = 17;
    public const uint SHT_SYMTAB_SHNDX = 18;
    public const uint SHT_LLVM_ADDRSIG = 0x6fff4c03;
    public const uint SHT_X86_64_UNWIND = 0x70000001;

    public const ulong SHF_WRITE = 1;
    public const ulong SHF_ALLOC = 2;
    public const ulong SHF_EXECINSTR = 4;
    public const ulong SHF_MERGE = 0x10;
    public const ulong SHF_STRINGS = 0x20;
    public const ulong SHF_INFO_LINK = 0x40;
    public const ulong SHF_GROUP = 0x200;
    public const ulong SHF_TLS = 0x400;
    public const ulong SHF_COMPRESSED = 0x800;
    public const ulong SHF_GNU_RETAIN = 0x200000;
    public const ulong SHF_EXCLUDE = 0x80000000;

    public const ushort SHN_UNDEF = 0;
    public const ushort SHN_LORESERVE = 0xff00;
    public const ushort SHN_ABS = 0xfff1;
    public const ushort SHN_COMMON = 0xfff2;
    public const ushort SHN_XINDEX = 0xffff;

    public const uint GRP_COMDAT = 1;

    public const byte STB_LOCAL = 0;
    public const byte STB_GLOBAL = 1;
    public const byte STB_WEAK = 2;

    public const byte STT_NOTYPE = 0;
    public const byte STT_OBJECT = 1;
    public const byte STT_FUNC = 2;
    public const byte STT_SECTION = 3;
    public const byte STT_FILE = 4;
    public const byte STT_COMMON = 5;
    public const byte STT_TLS = 6;
    public const byte STT_GNU_IFUNC = 10;

    public const byte STV_DEFAULT = 0;
    public const byte STV_HIDDEN = 2;

    public const uint PT_LOAD = 1;
    public const uint PT_NOTE = 4;
    public const uint PT_PHDR = 6;
    public const uint PT_TLS = 7;
    public const uint PT_GNU_STACK = 0x6474e551;

    public const uint PF_X = 1;
    public const uint PF_W = 2;
    public const uint PF_R = 4;

    public const uint NT_GNU_BUILD_ID = 3;

    public const uint R_X86_64_NONE = 0;
    public const uint R_X86_64_64 = 1;
    public const uint R_X86_64_PC32 = 2;
    public const uint R_X86_64_PLT32 = 4;
    public const uint R_X86_64_GOTPCREL = 9;
    public const uint R_X86_64_32 = 10;
    public const uint R_X86_64_32S = 11;
    public const uint R_X86_64_16 = 12;
    public const uint R_X86_64_PC16 = 13;
    public const uint R_X86_64_8 = 14;
    public const uint R_X86_64_PC8 = 15;
    public const uint R_X86_64_DTPOFF64 = 17;
    public const uint R_X86_64_TPOFF64 = 18;
    public const uint R_X86_64_TLSGD = 19;
    public const uint R_X86_64_TLSLD = 20;
    public const uint R_X86_64_DTPOFF32 = 21;
    public const uint R_X86_64_GOTTPOFF = 22;
    public const uint R_X86_64_TPOFF32 = 23;
    public const uint R_X86_64_PC64 = 24;
    public const uint R_X86_64_SIZE32 = 32;
    public const uint R_X86_64_SIZE64 = 33;
    public const uint R_X86_64_GOTPCRELX = 41;
    public const uint R_X86_64_REX_GOTPCRELX = 42;

    public const uint R_AARCH64_NONE = 0;
    public const uint R_AARCH64_NONE_OLD = 256;
    public const uint R_AARCH64_ABS64 = 257;
    public const uint R_AARCH64_ABS32 = 258;
    public const uint R_AARCH64_ABS16 = 259;
    public const uint R_AARCH64_PREL64 = 260;
    public const uint R_AARCH64_PREL32 = 261;
    public const uint R_AARCH64_PREL16 = 262;
    public const uint R_AARCH64_MOVW_UABS_G0 = 263;
    public const uint R_AARCH64_MOVW_UABS_G0_NC = 264;
    public const uint R_AARCH64_MOVW_UABS_G1 = 265;
    public const uint R_AARCH64_MOVW_UABS_G1_NC = 266;
    public const uint R_AARCH64_MOVW_UABS_G2 = 267;
    public const uint R_AARCH64_MOVW_UABS_G2_NC = 268;
    public const uint R_AARCH64_MOVW_UABS_G3 = 269;
    public const uint R_AARCH64_MOVW_SABS_G0 = 270;
    public const uint R_AARCH64_MOVW_SABS_G1 = 271;
    public const uint R_AARCH64_MOVW_SABS_G2 = 272;
    public const uint R_AARCH64_LD_PREL_LO19 = 273;
    public const uint R_AARCH64_ADR_PREL_LO21 = 274;
    public const uint R_AARCH64_ADR_PREL_PG_HI21 = 275;
    public const uint R_AARCH64_ADR_PREL_PG_HI21_NC = 276;
    public const uint R_AARCH64_ADD_ABS_LO12_NC = 277;
    public const uint R_AARCH64_LDST8_ABS_LO12_NC = 278;
    public const uint R_AARCH64_TSTBR14 = 279;
    public const uint R_AARCH64_CONDBR19 = 280;
    public const uint R_AARCH64_JUMP26 = 282;
    public const uint R_AARCH64_CALL26 = 283;
    public const uint R_AARCH64_LDST16_ABS_LO12_NC = 284;
    public const uint R_AARCH64_LDST32_ABS_LO12_NC = 285;
    public const uint R_AARCH64_LDST64_ABS_LO12_NC = 286;
    public const uint R_AARCH64_LDST128_ABS_LO12_NC = 299;
    public const uint R_AARCH64_ADR_GOT_PAGE = 311;
    public const uint R_AARCH64_LD64_GOT_LO12_NC = 312;
    public const uint R_AARCH64_PLT32 = 314;
    public const uint R_AARCH64_TLSIE_ADR_GOTTPREL_PAGE21 = 541;
    public const uint R_AARCH64_TLSIE_LD64_GOTTPREL_LO12_NC = 542;
    public const uint R_AARCH64_TLSLE_MOVW_TPREL_G2 = 544;
    public const uint R_AARCH64_TLSLE_MOVW_TPREL_G1 = 545;
    public const uint R_AARCH64_TLSLE_MOVW_TPREL_G1_NC = 546;
    public const uint R_AARCH64_TLSLE_MOVW_TPREL_G0 = 547;
    public const uint R_AARCH64_TLSLE_MOVW_TPREL_G0_NC = 548;
    public const uint R_AARCH64_TLSLE_ADD_TPREL_HI12 = 549;
    public const uint R_AARCH64_TLSLE_ADD_TPREL_LO12 = 550;
    public const uint R_AARCH64_TLSLE_ADD_TPREL_LO12_NC = 551;
    public const uint R_AARCH64_TLSLE_LDST8_TPREL_LO12 = 552;
    public const uint R_AARCH64_TLSLE_LDST8_TPREL_LO12_NC = 553;
    public const uint R_AARCH64_TLSLE_LDST16_TPREL_LO12 = 554;
    public const uint R_AARCH64_TLSLE_LDST16_TPREL_LO12_NC = 555;
    public const uint R_AARCH64_TLSLE_LDST32_TPREL_LO12 = 556;
    public const uint R_AARCH64_TLSLE_LDST32_TPREL_LO12_NC = 557;
    public const uint R_AARCH64_TLSLE_LDST64_TPREL_LO12 = 558;
    public const uint R_AARCH64_TLSLE_LDST64_TPREL_LO12_NC = 559;
    public const uint R_AARCH64_TLSLE_LDST128_TPREL_LO12 = 570;
    public const uint R_AARCH64_TLSLE_LDST128_TPREL_LO12_NC = 571;
}
