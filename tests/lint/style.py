#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Holds the C of src/ and tests/ to the rules of HACKING.md that a machine can see."""
import re

import source_tree

MAX_FUNCTION_LINES = 100
MAX_FILE_LINES = 1000

_SPDX = ('/* SPDX-License-Identifier: GPL-3.0-or-later\n'
         ' * Copyright 2026 The SahelBrief authors */\n')

# The body of a function opens and closes at the left margin.
_FUNCTION = re.compile(r'^([A-Za-z_]\w*) \([^;{}]*\)\n\{\n(.*?)^\}', re.MULTILINE | re.DOTALL)
_LONG_BY_NATURE = re.compile(r'_(class_init|get_property|set_property)$')

_BANNED_NAMES = re.compile(r'(^|-)(utils?|helpers?|common|misc)(-|\.)')

# What only a program may do: the command line, the window, and any file that
# has a main().
_PROGRAMS = ('src/cli/', 'src/app/', 'tests/')
_MAIN = re.compile(r'^main \(', re.MULTILINE)

# (pattern of code, what to do instead, where it is allowed)
_BANNED = (
    (r'\bg_error\s*\(', 'report a GError', ('tests/',)),
    (r'\babort\s*\(', 'report a GError', ()),
    (r'\bexit\s*\(', 'return from main', _PROGRAMS),
    (r'\b(v?sprintf|strcpy|strcat|strncpy|strncat|gets|strtok)\s*\(', 'use GLib', ()),
    (r'\b(system|popen)\s*\(', 'use GSubprocess', ()),
    (r'\balloca\s*\(|\bg_alloca\s*\(|\bg_newa\s*\(', 'allocate on the heap', ()),
    (r'\bgoto\b', 'use g_autoptr and return early', ()),
    (r'\bg(char|int|short|float|double)\b', 'use the C type', ()),
    (r'[!=]=\s*(TRUE|FALSE)\b', 'test a boolean bare', ()),
    (r'\bg_print(err)?\s*\(', 'only the programs print', _PROGRAMS),
    (r'\b(printf|fprintf|puts|fputs|putchar)\s*\(', 'only the programs print', _PROGRAMS),
    (r'\bsetlocale\s*\(', 'the language is an argument; a program calls sb_locale_init()', ('src/base/sb-locale.c', 'tests/')),
)

_UNFINISHED = re.compile(r'\b(TODO|FIXME|XXX|HACK)\b')


def _problems_of_name(path):
    if _BANNED_NAMES.search(path.name) is not None:
        yield 1, 'a file is named after the thing that is in it'


def _problems_of_top(path, name, text):
    if not text.startswith(_SPDX):
        yield 1, 'the first two lines are the licence and the copyright'
    if path.suffix == '.h' and re.search(r'^#pragma once$', text, re.MULTILINE) is None:
        yield 1, 'no #pragma once'
    if path.suffix != '.c' or not name.startswith('src/'):
        return
    layer = name.split('/')[1]
    first = re.search(r'^#\s*include\s*(\S+)', text, re.MULTILINE)
    domain = re.search(r'^#define G_LOG_DOMAIN "([^"]*)"$', text, re.MULTILINE)
    if domain is None or domain[1] != f'sb-{layer}':
        yield 1, f'no #define G_LOG_DOMAIN "sb-{layer}"'
    elif first is not None and first.start() < domain.start():
        yield 1, 'G_LOG_DOMAIN is defined above the includes'
    if first is not None and first[1] != '"config.h"':
        yield source_tree.line_of(text, first.start()), '"config.h" is included first'


def _problems_of_length(text, code):
    lines = text.count('\n')
    if lines > MAX_FILE_LINES:
        yield lines, f'{lines} lines: split the file by concern'
    for match in _FUNCTION.finditer(code):
        length = match[2].count('\n')
        if length > MAX_FUNCTION_LINES and _LONG_BY_NATURE.search(match[1]) is None:
            yield (source_tree.line_of(code, match.start()),
                   f'{match[1]} has {length} lines: more than {MAX_FUNCTION_LINES}')


def _problems_of_code(name, code):
    is_program = _MAIN.search(code) is not None
    for pattern, instead, allowed in _BANNED:
        if name.startswith(allowed) or (is_program and allowed is _PROGRAMS):
            continue
        for match in re.finditer(pattern, code):
            yield source_tree.line_of(code, match.start()), f'{match[0].strip()}: {instead}'


def _problems_of_comments(text):
    for line, comment in source_tree.comments(text):
        if comment.startswith('//'):
            yield line, 'comments are written /* so */'
        if _UNFINISHED.search(comment) is not None:
            yield line, 'finish it, or say what is so and why'


def lint_file(path, name):
    """Yields (line, problem) of one C file."""
    text = path.read_text(encoding='utf-8')
    code = source_tree.code_only(text)
    yield from _problems_of_name(path)
    yield from _problems_of_top(path, name, text)
    yield from _problems_of_length(text, code)
    yield from _problems_of_code(name, code)
    yield from _problems_of_comments(text)


def lint(root):
    """Yields the problems of all C files."""
    for path in source_tree.files(root, ['src', 'tests'], ('.c', '.h')):
        name = source_tree.relative(root, path)
        for line, problem in lint_file(path, name):
            yield f'{name}:{line}: {problem}'


if __name__ == '__main__':
    source_tree.run(lint)
