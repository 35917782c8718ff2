#!/bin/sh
# Installs Legwork for you alone: no administrator, nothing outside your own folders. `./install.sh`
# Puts the program into ~/.local/lib/legwork, its command into ~/.local/bin and its entry into the menu. Your data
# lies elsewhere (~/.local/share/legwork/profile) and is never touched. Running it again brings a newer version.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
share=${XDG_DATA_HOME:-"$HOME/.local/share"}
lib="$HOME/.local/lib"
home="$lib/legwork"
bin="$HOME/.local/bin"
new="$lib/.legwork-being-installed"
old="$lib/.legwork-being-replaced"

say() { printf '%s\n' "$*"; }

if [ ! -x "$here/program/legwork" ]; then
    say "The program is not beside this script. Unpack the whole archive, then run install.sh in it." >&2
    exit 1
fi

if [ -e "$home" ] && { [ ! -f "$home/installed-files" ] || [ ! -d "$home/_internal" ]; }; then
    say "Something lies in $home that this script has not put there, so it is left as it is." >&2
    say "Move it elsewhere, then run install.sh again." >&2
    exit 1
fi

for process in /proc/[0-9]*; do
    if [ "$(readlink "$process/exe" 2>/dev/null || :)" = "$home/legwork" ]; then
        say "Legwork is running. Close its window, then run install.sh again." >&2
        exit 1
    fi
done

# Copied beside the old one first: whatever stops this half-way leaves the old one whole.
mkdir -p "$lib" "$bin" "$share/applications"
rm -rf "$new"
trap 'rm -rf "$new"' EXIT # such as on a full disk
cp -R "$here/program" "$new"
cp "$here/uninstall.sh" "$new/uninstall.sh"
(cd "$here/share" && find . -type f) > "$new/installed-files"
if [ -e "$home" ]; then
    rm -rf "$old"
    mv "$home" "$old"
fi
mv "$new" "$home"
trap - EXIT

cp -R "$here/share/." "$share/"
if [ -f "$old/installed-files" ]; then
    while IFS= read -r file; do # what only the older version has had
        if [ ! -e "$here/share/$file" ]; then rm -f "$share/$file"; fi
    done < "$old/installed-files"
fi
rm -rf "$old"
ln -sf "$home/legwork" "$bin/legwork"

# The menu entry names the program by its whole path: not every desktop looks into ~/.local/bin.
# Quoted as the Desktop Entry Specification wants it: first within the quotes, then backslashes once more, then %.
quoted=$(printf '%s' "$home/legwork" | sed -e 's/[\\"`$]/\\&/g' -e 's/\\/\\\\/g' -e 's/%/%%/g')
awk -v line="$(printf '%s' "Exec=\"$quoted\" %F" | sed 's/\\/\\\\/g')" \
    '/^Exec=/ { print line; next } { print }' "$here/share/applications/legwork.desktop" \
    > "$share/applications/legwork.desktop.partial"
mv "$share/applications/legwork.desktop.partial" "$share/applications/legwork.desktop"

"$home/uninstall.sh" --refresh "$share"

missing=$(LD_LIBRARY_PATH="$home/_internal" ldd "$home/_internal/PySide6/Qt/plugins/platforms/libqxcb.so" 2>/dev/null |
    sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p' | sort -u)
if [ -n "$missing" ]; then
    say "Legwork is installed, but your system lacks libraries that its window needs. Install these packages:"
    for name in $missing; do
        say "  $(awk -F '\t' -v name="$name" '$1 == name { found = $2 } END { print found ? found : name }' \
            "$here/system-packages.tsv")"
    done
else
    say "Legwork is installed: you find it in your menu."
fi
case ":$PATH:" in
    *":$bin:"*) say "In a terminal: legwork" ;;
    *) say "In a terminal: $bin/legwork" ;;
esac
say "To remove it: $home/uninstall.sh"
