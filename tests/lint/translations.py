#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""The French catalogue is complete, sound, and set as French is.

Every file with messages is in po/POTFILES.in; every message is in po/fr.po and
translated. tools/update-po.sh puts both files in order.
"""
import pathlib
import re
import subprocess
import tempfile

import po_file
import source_tree

_SUFFIXES = ('.c', '.ui', '.desktop.in', '.metainfo.xml.in')

# How French sets its text: (what is wrong, why).
_FRENCH = (
    (re.compile(r' [:;!?»]|« '), 'a no-break space goes before : ; ! ? and inside « »'),
    (re.compile(r'[^\W\d_][:;!?](\s|$)'), 'a no-break space is missing before : ; ! or ?'),
    (re.compile(r"[^\W\d_]'[^\W\d_]"), 'the apostrophe is ’'),
    (re.compile(r'\.\.\.'), 'three dots are …'),
)


def _extract(root, names, output):
    """Runs xgettext on files of the tree; the messages go to the output."""
    options = root / 'po/xgettext-options'
    if not options.exists():
        options = pathlib.Path(__file__).parents[2] / 'po/xgettext-options'
    done = subprocess.run(
        ['xgettext', *options.read_text(encoding='utf-8').split('\n')[:-1], '-o', output, *names],
        cwd=root, stderr=subprocess.PIPE, text=True, check=False)
    return done.stderr.splitlines() if done.returncode != 0 else []


def _messages_of(root, names):
    """The messages of files, and what xgettext complained of."""
    with tempfile.TemporaryDirectory() as folder:
        output = pathlib.Path(folder) / 'found.pot'
        errors = _extract(root, names, output) if names else []
        return (po_file.read(output) if output.exists() else []), errors


def _listed(root):
    lines = (root / 'po/POTFILES.in').read_text(encoding='utf-8').splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith('#')]


def lint_list(root):
    """Yields what is wrong with the list of files."""
    listed = _listed(root)
    paths = source_tree.files(root, ['src', 'ui', 'data'], _SUFFIXES)
    for name in listed:
        if not (root / name).exists():
            yield f'po/POTFILES.in: there is no {name}'
    for path in paths:
        name = source_tree.relative(root, path)
        if name not in listed and _messages_of(root, [name])[0]:
            yield f'po/POTFILES.in does not list {name}'


def lint_catalogue(root):
    """Yields the messages that the French catalogue does not translate."""
    names = [name for name in _listed(root) if (root / name).exists()]
    wanted, errors = _messages_of(root, names)
    yield from errors
    catalogue = {message.key: message for message in po_file.read(root / 'po/fr.po')}
    for message in wanted:
        found = catalogue.get(message.key)
        if found is None:
            yield f'po/fr.po is missing: “{message.singular}”'
        elif not found.is_translated:
            yield f'po/fr.po:{found.line}: not translated: “{message.singular}”'
        elif found.plural != message.plural:
            yield f'po/fr.po:{found.line}: another plural: “{message.singular}”'


def lint_french(root):
    """Yields translations that are not set as French is."""
    for message in po_file.read(root / 'po/fr.po'):
        # The keywords of the desktop file are a list with semicolons, not text.
        for text in [] if message.singular.endswith(';') else message.translations:
            for pattern, problem in _FRENCH:
                if pattern.search(text) is not None:
                    yield f'po/fr.po:{message.line}: {problem}: “{text}”'


def lint_format(root):
    """Yields what msgfmt has to say."""
    done = subprocess.run(['msgfmt', '--check', '-o', '/dev/null', 'po/fr.po'], cwd=root,
                          stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        yield from (f'msgfmt: {line}' for line in done.stderr.splitlines())


def lint(root):
    """All of the above."""
    yield from lint_list(root)
    yield from lint_format(root)
    yield from lint_catalogue(root)
    yield from lint_french(root)


if __name__ == '__main__':
    source_tree.run(lint)
