#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""docs/dossier-format.md has a table for each kind of record: the one that the
tables of src/domain make."""
import importlib.util
import re
import sys

import source_tree

_PAGE = 'docs/dossier-format.md'
_TYPES = {'real': 'number'}
# What a dossier has beside the fields.
_BESIDE = {'document': ['| `blocks` | list of blocks, see above |']}


def _load_maker(root):
    """The maker of the sample reads the same tables."""
    path = root / 'tools' / 'make-sample.py'
    spec = importlib.util.spec_from_file_location('make_sample', path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _say(field, schemas, vocabularies):
    """What the table says that a member holds."""
    if field['type'] == 'ref':
        return 'reference to ' + (field['target'] or 'any kind')
    if field['type'] == 'term':
        return 'term: ' + ', '.join(vocabularies[field['vocabulary']])
    if field['type'] == 'list':
        items = [f'{_name(item)} {_say(item, schemas, vocabularies)}'
                 for item in schemas[field['item']] if not item['derived']]
        return 'list of {' + '; '.join(items) + '}'
    return _TYPES.get(field['type'], field['type'])


def _name(field):
    return f'`{field["name"]}`' + ('*' if field['required'] else '')


def make_rows(root):
    """The rows of each kind's table as they must be."""
    schemas, kinds, vocabularies = _load_maker(root).read_schemas(root / 'src' / 'domain')
    return {kind: [f'| {_name(field)} | {_say(field, schemas, vocabularies)} |'
                   for field in schemas[schema] if not field['derived']] + _BESIDE.get(kind, [])
            for kind, schema in kinds.items()}


def lint(root):
    """Yields the tables that are not as the code has them."""
    path = root / _PAGE
    if not path.exists():
        return
    text = path.read_text(encoding='utf-8')
    for kind, rows in sorted(make_rows(root).items()):
        section = re.search(rf'^### {kind}\n(.*?)(?=^### |\Z)', text, re.MULTILINE | re.DOTALL)
        if section is None:
            yield f'{_PAGE}:1: nothing says what a {kind} holds'
            continue
        found = re.findall(r'^\| `.*\|$', section[1], re.MULTILINE)
        line = source_tree.line_of(text, section.start())
        for row in rows:
            if row not in found:
                yield f'{_PAGE}:{line}: {kind} needs the row {row}'
        for row in found:
            if row not in rows:
                yield f'{_PAGE}:{line}: {kind} has no such row: {row}'
        if sorted(found) == sorted(rows) and found != rows:
            yield f'{_PAGE}:{line}: the rows of {kind} are in another order than its fields'


if __name__ == '__main__':
    sys.dont_write_bytecode = True
    source_tree.run(lint)
