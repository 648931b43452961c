# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""The source tree as the lints see it: its files, and C without what is not code.

A lint is a function that takes the root of a tree and yields problems as
strings "file:line: what is wrong". run () makes a program of it.
"""
import pathlib
import re
import sys

# Comments, string and character literals: what a search for code must skip.
_NOT_CODE = re.compile(
    r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)


def files(root, folders, suffixes):
    """The files under the folders whose name ends so, sorted, as paths."""
    found = []
    for folder in folders:
        top = pathlib.Path(root) / folder
        found += [p for p in top.rglob('*') if p.is_file() and p.name.endswith(suffixes)]
    return sorted(found)


def relative(root, path):
    """The path as it is written in a problem."""
    return path.relative_to(root).as_posix()


def _blank(text):
    """Spaces in place of the text, line ends kept."""
    return re.sub(r'[^\n]', ' ', text)


def without_comments(text):
    """C with its comments blanked; literals stay."""
    return _NOT_CODE.sub(
        lambda m: _blank(m.group()) if m.group().startswith('/') else m.group(), text)


def code_only(text):
    """C with comments and literals blanked: every offset and line stays."""
    return _NOT_CODE.sub(lambda m: _blank(m.group()), text)


def comments(text):
    """The comments of a C file as (line, text)."""
    for match in _NOT_CODE.finditer(text):
        if match.group().startswith('/'):
            yield text.count('\n', 0, match.start()) + 1, match.group()


def line_of(text, offset):
    """The number of the line that holds an offset, from 1."""
    return text.count('\n', 0, offset) + 1


def run(*lints):
    """Runs lints on the tree named as first argument; exits 1 on a problem."""
    root = pathlib.Path(sys.argv[1]).resolve()
    problems = [problem for lint in lints for problem in lint(root)]
    for problem in problems:
        print(problem)
    print(f'{len(problems)} problems')
    sys.exit(1 if problems else 0)
