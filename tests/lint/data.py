#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Checks what is installed: desktop file, metainfo, schema, icons, interface files.

The translated desktop file and metainfo are made here from their templates, as
the build makes them.
"""
import pathlib
import re
import subprocess
import tempfile

import source_tree


def _run(arguments, root):
    """What a checker said when it was not content, as one string."""
    done = subprocess.run(arguments, cwd=root, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, errors='replace', check=False)
    return '' if done.returncode == 0 else (done.stdout.strip() or f'{arguments[0]} failed')


def _lint_translated(root, suffix, kind, checker):
    """Checks the templates of one kind after msgfmt has put the French in."""
    for path in source_tree.files(root, ['data'], (suffix + '.in',)):
        with tempfile.TemporaryDirectory() as folder:
            made = pathlib.Path(folder) / path.name.removesuffix('.in')
            said = _run(['msgfmt', kind, '--template', str(path), '-d', 'po', '-o', str(made)], root)
            said = said or _run([*checker, str(made)], root)
            if not said and 'xml:lang="fr"' not in made.read_text() and '[fr]=' not in made.read_text():
                said = 'nothing of it is in French'
        if said:
            yield f'{source_tree.relative(root, path)}:1: {said}'


def lint_desktop(root):
    """Yields what desktop-file-validate has to say."""
    yield from _lint_translated(root, '.desktop', '--desktop', ['desktop-file-validate'])


def lint_metainfo(root):
    """Yields what appstreamcli has to say."""
    yield from _lint_translated(root, '.metainfo.xml', '--xml',
                                ['appstreamcli', 'validate', '--no-net', '--no-color'])


def lint_schemas(root):
    """Yields what the compiler of settings schemas has to say."""
    if source_tree.files(root, ['data'], ('.gschema.xml',)):
        said = _run(['glib-compile-schemas', '--strict', '--dry-run', 'data'], root)
        if said:
            yield f'data: {said}'


def lint_xml(root):
    """Yields the files that are not well-formed."""
    paths = source_tree.files(root, ['data', 'src', 'ui'], ('.ui', '.gresource.xml', '.svg'))
    for path in paths:
        said = _run(['xmllint', '--noout', '--nonet', str(path)], root)
        if said:
            yield f'{source_tree.relative(root, path)}:1: {said.splitlines()[0]}'


def lint_icons(root):
    """Yields the icons that cannot be drawn, and symbolic ones that have colour."""
    for path in source_tree.files(root, ['data/icons'], ('.svg',)):
        name = source_tree.relative(root, path)
        if _run(['rsvg-convert', '-w', '32', str(path)], root):
            yield f'{name}:1: it cannot be drawn'
        if path.name.endswith('-symbolic.svg'):
            text = path.read_text(encoding='utf-8')
            colours = set(re.findall(r'#[0-9a-fA-F]{3,8}\b', text)) - {'#2e3436'}
            if colours:
                yield f'{name}:1: a symbolic icon has no colour: {", ".join(sorted(colours))}'
            if 'width="16" height="16"' not in text:
                yield f'{name}:1: a symbolic icon has 16 × 16 pixels'


def lint_icon_list(root):
    """Yields symbolic icons that the resource does not list."""
    listing = root / 'data/icons/icons.gresource.xml'
    if listing.exists():
        listed = set(re.findall(r'<file>([^<]+)</file>', listing.read_text(encoding='utf-8')))
        there = {path.name for path in (root / 'data/icons').glob('sb-*.svg')}
        for name in sorted(listed ^ there):
            yield f'data/icons/icons.gresource.xml:1: {name} is listed or there, not both'


def lint_unread(root):
    """Yields keys of the settings, and icons, that no code and no interface file names."""
    texts = source_tree.files(root, ['src', 'ui'], ('.c', '.h', '.ui'))
    read = '\n'.join(path.read_text(encoding='utf-8') for path in texts)
    for path in source_tree.files(root, ['data'], ('.gschema.xml',)):
        text = path.read_text(encoding='utf-8')
        for match in re.finditer(r'<key name="([^"]+)"', text):
            # The name of a service, with "-address" put behind it, is the key of where it is.
            name = match.group(1)
            known = (f'"{name}"', '"' + re.sub('^[^-]*', '', name) + '"')
            if not any(word in read for word in known):
                yield (f'{source_tree.relative(root, path)}:{source_tree.line_of(text, match.start())}: '
                       f'nothing reads the key "{name}"')

    for path in source_tree.files(root, ['data/icons'], ('-symbolic.svg',)):
        if path.name.startswith('sb-') and not re.search(rf'\b{path.stem}\b', read):
            yield f'{source_tree.relative(root, path)}:1: nothing shows the icon'


def lint(root):
    """All of the above."""
    for part in (lint_desktop, lint_metainfo, lint_schemas, lint_xml, lint_icons, lint_icon_list,
                 lint_unread):
        yield from part(root)


if __name__ == '__main__':
    source_tree.run(lint)
