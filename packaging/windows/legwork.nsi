; The installer for Windows: for one user, without an administrator. Compiled by installer.py, which says what is in
; ${...}. Puts the program into %LOCALAPPDATA%\Programs\Legwork, an entry into the Start menu, the file type .legwork
; and an entry into Settings > Apps. The user's data in %LOCALAPPDATA%\legwork is none of its business, ever.
;
;   legwork-...-setup.exe /S [/D=C:\another folder]     installs without asking
;   Uninstall.exe /S                                    removes without asking

; An installer of 64 bits where this NSIS can make one (Debian's can), and Wine alone can run it without 32-bit parts.
!if /FileExists "${NSISDIR}/Stubs/lzma_solid-amd64-unicode"
  Target amd64-unicode
!else
  Unicode true
!endif
SetCompressor /SOLID lzma
SetCompressorDictSize 64

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include x64.nsh
!include StrFunc.nsh
${Using:StrFunc} UnStrStr

!define PROGRAM "$INSTDIR\legwork.exe"
!define FILE_ICON "$INSTDIR\_internal\legwork\resources\icons\app\legwork-file.ico"
!define OUR_FILES "$INSTDIR\_internal\legwork\*.*"
!define NEW "$INSTDIR\legwork-being-installed"
!define APPS "Software\Microsoft\Windows\CurrentVersion\Uninstall\Legwork"
!define TYPE "Legwork.File"
!define OLDEST_BUILD 17763 ; Windows 10 version 1809, which Qt asks for
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define RUN_APPROVED "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"

Name "Legwork"
BrandingText "Legwork ${VERSION}"
OutFile "${TARGET}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Legwork"
InstallDirRegKey HKCU "${APPS}" "InstallLocation"
ManifestDPIAware true
ManifestSupportedOS Win10

VIProductVersion "${VERSION_NUMBERS}"
VIFileVersion "${VERSION_NUMBERS}"
VIAddVersionKey "ProductName" "Legwork"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Legwork setup"
VIAddVersionKey "CompanyName" "${COMPANY}"
VIAddVersionKey "LegalCopyright" "${COPYRIGHT}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_BITMAP "${HEAD}"
!define MUI_HEADERIMAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_HEADERIMAGE_UNBITMAP "${HEAD}"
!define MUI_ABORTWARNING
!define MUI_ABORTWARNING_TEXT "$(LEAVE)"

!define MUI_WELCOMEPAGE_TITLE "Legwork ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "$(WELCOME)"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(INSTALLED)"
!define MUI_FINISHPAGE_TEXT "$(WHERE_IT_IS)"
!define MUI_FINISHPAGE_RUN "${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "$(START_NOW)"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT
!insertmacro MUI_PAGE_FINISH

!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(DATA_STAYS)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

!include words.nsh

; A program that runs cannot be written to. Asks to close it; without anybody to ask, ends with 2.
!macro WAIT_UNTIL_CLOSED
  ${Do}
    ${IfNot} ${FileExists} "${PROGRAM}"
      ${ExitDo}
    ${EndIf}
    ClearErrors
    FileOpen $0 "${PROGRAM}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IT_RUNS)" /SD IDCANCEL IDCANCEL`
      SetErrorLevel 2
      Quit
    ${EndIf}
  ${Loop}
!macroend

; The modules of an older version must not stay beside those of a newer one. Other programs have a folder of this name
; too: it is ours when our program lies beside it, or, after an installation that broke off, our files lie in it.
!macro REMOVE_PROGRAM
  ${If} ${FileExists} "${PROGRAM}"
  ${OrIf} ${FileExists} "${OUR_FILES}"
    RMDir /r "$INSTDIR\_internal"
    Delete "${PROGRAM}"
    Delete "$INSTDIR\LICENSE.txt"
    Delete "$INSTDIR\Uninstall.exe"
  ${EndIf}
!macroend

!macro TELL_EXPLORER
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function .onInit
  SetShellVarContext current
  ReadRegStr $0 HKLM "SOFTWARE\Microsoft\Windows NT\CurrentVersion" "CurrentBuildNumber"
  ${IfNot} ${RunningX64}
  ${OrIf} $0 < ${OLDEST_BUILD}
    MessageBox MB_OK|MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
FunctionEnd

Function .onInstFailed
  SetOutPath "$TEMP" ; a folder that is worked in cannot be removed
  RMDir /r "${NEW}"
FunctionEnd

Section
  !insertmacro WAIT_UNTIL_CLOSED
  ${IfNot} ${FileExists} "${PROGRAM}"
  ${AndIfNot} ${FileExists} "${OUR_FILES}"
    ${If} ${FileExists} "$INSTDIR\_internal\*.*" ; of another program: mixed with ours, it would go with ours one day
    ${OrIf} ${FileExists} "$INSTDIR\LICENSE.txt"
    ${OrIf} ${FileExists} "$INSTDIR\Uninstall.exe"
      MessageBox MB_OK|MB_ICONSTOP "$(ANOTHER_PROGRAM)" /SD IDOK
      SetErrorLevel 5
      Quit
    ${EndIf}
  ${EndIf}
  ; Beside the older version first: whatever stops this half-way, such as a full disk, leaves that one whole.
  RMDir /r "${NEW}"
  ClearErrors
  SetOutPath "${NEW}"
  File /r "${ALL_OF_IT}"
  File "/oname=LICENSE.txt" "${LICENSE}"
  WriteUninstaller "${NEW}\Uninstall.exe"
  ${If} ${Errors}
    Call .onInstFailed
    MessageBox MB_OK|MB_ICONSTOP "$(NOT_WRITTEN)" /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
  SetOutPath "$INSTDIR"
  !insertmacro REMOVE_PROGRAM
  ClearErrors
  Rename "${NEW}\_internal" "$INSTDIR\_internal"
  Rename "${NEW}\legwork.exe" "${PROGRAM}"
  Rename "${NEW}\LICENSE.txt" "$INSTDIR\LICENSE.txt"
  Rename "${NEW}\Uninstall.exe" "$INSTDIR\Uninstall.exe"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "$(IN_USE)" /SD IDOK
    SetErrorLevel 6
    Quit
  ${EndIf}
  RMDir "${NEW}"

  CreateShortcut "$SMPROGRAMS\Legwork.lnk" "${PROGRAM}" "" "${PROGRAM}" 0 SW_SHOWNORMAL "" "$(WHAT_FOR)"

  WriteRegStr HKCU "Software\Classes\${TYPE}" "" "$(FILE_TYPE)"
  WriteRegStr HKCU "Software\Classes\${TYPE}\DefaultIcon" "" "${FILE_ICON}"
  WriteRegStr HKCU "Software\Classes\${TYPE}\shell\open\command" "" '"${PROGRAM}" "%1"'
  WriteRegStr HKCU "Software\Classes\.legwork" "" "${TYPE}"
  WriteRegStr HKCU "Software\Classes\.legwork\OpenWithProgids" "${TYPE}" ""
  WriteRegStr HKCU "Software\Classes\.legwork-plan" "" "${TYPE}"
  WriteRegStr HKCU "Software\Classes\.legwork-plan\OpenWithProgids" "${TYPE}" ""
  !insertmacro TELL_EXPLORER

  WriteRegStr HKCU "${APPS}" "DisplayName" "Legwork"
  WriteRegStr HKCU "${APPS}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${APPS}" "DisplayIcon" "${PROGRAM}"
  WriteRegStr HKCU "${APPS}" "Publisher" "${COMPANY}"
  WriteRegStr HKCU "${APPS}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${APPS}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${APPS}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${APPS}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${APPS}" "NoModify" 1
  WriteRegDWORD HKCU "${APPS}" "NoRepair" 1
SectionEnd

; What was set by this program, here, and not by a copy of it elsewhere.
!macro FORGET_LOGIN_START
  ReadRegStr $0 HKCU "${RUN}" "legwork"
  ${UnStrStr} $1 "$0" "${PROGRAM}"
  ${If} $1 != ""
    DeleteRegValue HKCU "${RUN}" "legwork"
    DeleteRegValue HKCU "${RUN_APPROVED}" "legwork"
  ${EndIf}
!macroend

!macro FORGET_TYPE ending
  ReadRegStr $0 HKCU "Software\Classes\${ending}" ""
  ${If} $0 == "${TYPE}"
    DeleteRegValue HKCU "Software\Classes\${ending}" ""
  ${EndIf}
  DeleteRegValue HKCU "Software\Classes\${ending}\OpenWithProgids" "${TYPE}"
  DeleteRegKey /ifempty HKCU "Software\Classes\${ending}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "Software\Classes\${ending}"
!macroend

Section Uninstall
  SetShellVarContext current
  !insertmacro WAIT_UNTIL_CLOSED
  !insertmacro FORGET_LOGIN_START
  !insertmacro REMOVE_PROGRAM
  Delete "$INSTDIR\Uninstall.exe"
  RMDir "$INSTDIR" ; stays when somebody has put something into it
  Delete "$SMPROGRAMS\Legwork.lnk"
  !insertmacro FORGET_TYPE ".legwork"
  !insertmacro FORGET_TYPE ".legwork-plan"
  DeleteRegKey HKCU "Software\Classes\${TYPE}"
  DeleteRegKey HKCU "${APPS}"
  !insertmacro TELL_EXPLORER
SectionEnd
