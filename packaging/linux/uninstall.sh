#!/bin/sh
# Removes Legwork as install.sh put it there. Your data stays: ~/.local/share/legwork/profile
set -eu

share=${XDG_DATA_HOME:-"$HOME/.local/share"}
home="$HOME/.local/lib/legwork"

refresh() {
    if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$1/applications" || :; fi
    if command -v update-mime-database >/dev/null; then update-mime-database "$1/mime" >/dev/null 2>&1 || :; fi
    if command -v gtk-update-icon-cache >/dev/null; then gtk-update-icon-cache -q -t "$1/icons/hicolor" || :; fi
}

if [ "${1:-}" = --refresh ]; then
    refresh "$2"
    exit 0
fi

for process in /proc/[0-9]*; do
    if [ "$(readlink "$process/exe" 2>/dev/null || :)" = "$home/legwork" ]; then
        printf '%s\n' "Legwork is running. Close its window, then run this again." >&2
        exit 1
    fi
done

if [ -f "$home/installed-files" ]; then
    while IFS= read -r file; do
        rm -f "$share/$file"
    done < "$home/installed-files"
fi
if [ "$(readlink "$HOME/.local/bin/legwork" 2>/dev/null || :)" = "$home/legwork" ]; then
    rm -f "$HOME/.local/bin/legwork"
fi
# A start at login that was switched on in the settings would look for a program that is gone.
login=${XDG_CONFIG_HOME:-"$HOME/.config"}/autostart/legwork.desktop
if grep -qF ".local/lib/legwork/legwork" "$login" 2>/dev/null; then rm -f "$login"; fi
rm -rf "$home"
refresh "$share"
printf '%s\n' "Legwork is removed. Your data is still in $share/legwork/profile."
