# icuuc.dll for Wine, which has none: Windows 10 and later do. Qt asks it only for text encodings that it does not know
# itself, and is told that there is none. Lies in Wine's system folder, never in the program.

    .intel_syntax noprefix
    .text

    .globl entry
entry:                          # DllMain: all is well
    mov eax, 1
    ret

    .globl refuse
refuse:                         # every function that can only be called with an open converter: 0
    xor eax, eax
    ret

    .globl ucnv_open
ucnv_open:                      # (name, UErrorCode *error): no converter, U_FILE_ACCESS_ERROR
    test rdx, rdx
    jz 1f
    mov dword ptr [rdx], 4
1:  xor eax, eax
    ret
