#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Checks the shell scripts with shellcheck and that the Python ones compile."""
import ast
import subprocess

import source_tree

_ROOT_SCRIPTS = ('run', 'check', '.ci/run')


def lint(root):
    """Yields what shellcheck and Python have to say."""
    shell = [name for name in _ROOT_SCRIPTS if (root / name).exists()]
    shell += [source_tree.relative(root, path)
              for path in source_tree.files(root, ['tools', 'tests'], ('.sh',))]
    if shell:
        done = subprocess.run(['shellcheck', '-x', '-f', 'gcc', *shell], cwd=root,
                              stdout=subprocess.PIPE, text=True, check=False)
        yield from done.stdout.splitlines()

    for path in source_tree.files(root, ['tools', 'tests'], ('.py',)):
        try:
            ast.parse(path.read_text(encoding='utf-8'))
        except SyntaxError as error:
            yield f'{source_tree.relative(root, path)}:{error.lineno}: {error.msg}'


if __name__ == '__main__':
    source_tree.run(lint)
