#!/bin/bash
# Brings po/ up to date with the sources: the list of files that have messages,
# and the French catalogue. Nothing is guessed: a new message is left empty, one
# that is no longer used is dropped. Run it after a text was added or changed,
# fill in what it names, and commit po/ with the change.
set -euo pipefail
top=$(dirname "$(dirname "$(readlink -f "$0")")")
cd "$top"
mkdir -p ui
export LC_ALL=C.UTF-8

mapfile -t options <po/xgettext-options
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Names, sorted, of the files that have at least one message.
list_files ()
{
  local name

  find src ui data -type f \
    \( -name '*.c' -o -name '*.ui' -o -name '*.desktop.in' -o -name '*.metainfo.xml.in' \) |
    sort |
    while read -r name; do
      xgettext "${options[@]}" -o "$scratch/one.pot" "$name" 2>/dev/null || continue
      [ ! -f "$scratch/one.pot" ] || { echo "$name"; rm "$scratch/one.pot"; }
    done
}

# The template, without the dates and line numbers that change for no reason.
make_template ()
{
  xgettext "${options[@]}" --add-location=file --no-wrap --package-name=sahel-brief \
    --files-from=po/POTFILES.in -o "$scratch/all.pot"
  sed -i '/^"POT-Creation-Date:/d' "$scratch/all.pot"
}

merge ()
{
  msgmerge --quiet --no-fuzzy-matching --no-wrap --add-location=file \
    -o "$scratch/fr.po" po/fr.po "$scratch/all.pot"
  msgattrib --no-obsolete --no-wrap -o "$scratch/fr-clean.po" "$scratch/fr.po"
  sed -i '/^"POT-Creation-Date:/d' "$scratch/fr-clean.po"
  cmp -s "$scratch/fr-clean.po" po/fr.po || cp "$scratch/fr-clean.po" po/fr.po
}

list_files >"$scratch/POTFILES.in"
cmp -s "$scratch/POTFILES.in" po/POTFILES.in || cp "$scratch/POTFILES.in" po/POTFILES.in
make_template
merge
msgattrib --untranslated --no-location --no-wrap po/fr.po
msgfmt --statistics -o /dev/null po/fr.po
