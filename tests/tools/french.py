# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""The locale of a French desktop, which a bare machine does not have."""

import subprocess


def make_locale(folder):
    """Makes it in @folder; returns the environment in which a program has it."""
    folder.mkdir()
    # It warns of what the locale leaves out, and then says 1: it is looked at what came of it.
    subprocess.run(['localedef', '--no-archive', '-c', '-i', 'fr_FR', '-f', 'UTF-8', folder / 'fr_FR.UTF-8'],
                   capture_output=True)
    environment = {'LC_ALL': 'fr_FR.UTF-8', 'LANGUAGE': 'fr', 'LOCPATH': str(folder)}
    done = subprocess.run(['/bin/bash', '-c', 'printf %.1f 1,5'], env=environment, capture_output=True, text=True)
    assert done.stdout == '1,5', f'there is no French locale: {done.stdout}{done.stderr}'
    return environment
