#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Holds all C and C++ to .clang-format."""
import re
import subprocess

import source_tree

_PROBLEM = re.compile(r'^(.*?):(\d+):\d+: error: ')
_FILES_A_RUN = 40


def _wrong_lines(root, names):
    done = subprocess.run(['clang-format', '--dry-run', '-Werror', '--style=file', *names],
                          cwd=root, stderr=subprocess.PIPE, text=True, check=False)
    seen = set()
    for line in done.stderr.splitlines():
        match = _PROBLEM.match(line)
        if match is not None and match.group(1) not in seen:
            seen.add(match.group(1))
            yield f'{match[1]}:{match[2]}: not as .clang-format has it: run clang-format -i {match[1]}'
    if done.returncode != 0 and not seen:
        yield f'clang-format: {done.stderr.strip()}'


def lint(root):
    """Yields the first wrongly formatted line of each file."""
    paths = source_tree.files(root, ['src', 'tests'], ('.c', '.cpp', '.h'))
    names = [source_tree.relative(root, path) for path in paths]
    for start in range(0, len(names), _FILES_A_RUN):
        yield from _wrong_lines(root, names[start:start + _FILES_A_RUN])


if __name__ == '__main__':
    source_tree.run(lint)
