#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""SQL is in .sql files: queries one a file, headed by what they do and take;
migrations numbered without a gap; tables STRICT, with a comment each."""
import re

import source_tree

_TEXT = re.compile(r"'(?:''|[^'])*'")
_COMMENT = re.compile(r'--[^\n]*')
_IN_C = re.compile(r'"\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|'
                   r'(CREATE|DROP|ALTER)\s+(VIRTUAL\s+|TEMP\s+|UNIQUE\s+)?(TABLE|INDEX|TRIGGER|VIEW)\s)')
_TABLE = re.compile(r'^CREATE TABLE (\w+) \((.*?)^\)([^;]*);', re.MULTILINE | re.DOTALL)


def _code(text):
    """SQL without its comments and its strings, every line kept."""
    return _TEXT.sub("''", _COMMENT.sub('', text))


def lint_query(text):
    """Yields the problems of one query."""
    header = ' '.join(re.findall(r'\A(?:--[^\n]*\n)+', text))
    code = _code(text).strip().rstrip(';')
    if not header:
        yield 'it begins with what it does, its parameters and its columns'
    if ';' in code:
        yield 'one statement a file'
    if '?' in code:
        yield 'parameters have names'
    if re.search(r'[:@$]\w', code) and re.search(r'\b[Pp]arameters?\b', header) is None:
        yield 'the header does not say what its parameters are'


def lint_tables(text):
    """Yields the tables of a migration that are not as they should be."""
    for match in _TABLE.finditer(text):
        above = text[:match.start()].rstrip('\n').rsplit('\n', 1)[-1]
        if 'STRICT' not in match[3]:
            yield f'{source_tree.line_of(text, match.start())}: {match[1]} is not STRICT'
        if not above.startswith('--'):
            yield f'{source_tree.line_of(text, match.start())}: nothing says what {match[1]} is'


def lint_numbers(root):
    """Yields gaps in the numbers of migrations."""
    for folder in sorted({path.parent for path in source_tree.files(root, ['src'], ('.sql',))
                          if path.parent.name == 'migrations'}):
        numbers = sorted(int(re.match(r'\d*', path.name)[0] or 0) for path in folder.glob('*.sql'))
        if numbers != list(range(1, len(numbers) + 1)):
            yield f'{source_tree.relative(root, folder)}:1: migrations are numbered from 1 without a gap'


def lint(root):
    """All of the above, and SQL in C."""
    yield from lint_numbers(root)
    for path in source_tree.files(root, ['src'], ('.sql',)):
        name = source_tree.relative(root, path)
        text = path.read_text(encoding='utf-8')
        if path.parent.name == 'migrations':
            yield from (f'{name}:{problem}' for problem in lint_tables(text))
        else:
            yield from (f'{name}:1: {problem}' for problem in lint_query(text))
    for path in source_tree.files(root, ['src'], ('.c', '.h')):
        # What keeps any database in order is not about tables of ours.
        if path.is_relative_to(root / 'src/sqlite'):
            continue
        text = source_tree.without_comments(path.read_text(encoding='utf-8'))
        for match in _IN_C.finditer(text):
            yield (f'{source_tree.relative(root, path)}:{source_tree.line_of(text, match.start())}: '
                   f'SQL belongs in a .sql file')


if __name__ == '__main__':
    source_tree.run(lint)
