#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Write the sample dossier as a container, by the program itself: a catalogue with
the sample and nothing else is exported whole. Its bytes depend on the records
alone (docs/dossier-format.md)."""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('program', type=pathlib.Path, help='sahel-brief-cli')
    parser.add_argument('output', type=pathlib.Path, help='the container')
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'HOME': folder}
        catalogue = os.path.join(folder, 'catalogue.db')
        for command in (['init', '--sample'],
                        ['export', '--format', 'dossier', '-o', str(arguments.output.resolve())]):
            done = subprocess.run([str(arguments.program.resolve()), '--catalogue', catalogue, *command],
                                  env=environment, stderr=subprocess.PIPE, encoding='utf-8', check=False)
            if done.returncode != 0:
                sys.exit(done.stderr)


if __name__ == '__main__':
    main()
