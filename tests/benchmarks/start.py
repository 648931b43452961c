#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""From start to first frame: ours with the sample dossier against a bare window.

Usage: start.py BARE OURS CLI. Both start in turn, in a home that both have used
once before, ours on a catalogue that CLI has filled with the sample; the medians
are compared.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 15
GOAL = 1.3
SECONDS_A_RUN = 60


def milliseconds(arguments, environment):
    """The time from the start of the process to its first frame."""
    started = time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    done = subprocess.run(arguments, env=environment, stdout=subprocess.PIPE, text=True,
                          timeout=SECONDS_A_RUN, check=True)
    return (int(done.stdout.split()[-1]) * 1000 - started) / 1e6


def main(bare, ours, cli):
    """Measures both in turn and compares them."""
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, HOME=folder)
        for name in ('DATA', 'CONFIG', 'CACHE', 'STATE'):
            environment[f'XDG_{name}_HOME'] = str(pathlib.Path(folder) / name.lower())
        catalogue = str(pathlib.Path(folder) / 'catalogue.db')
        subprocess.run([cli, 'init', '--sample', '--catalogue', catalogue], env=environment,
                       stderr=subprocess.DEVNULL, check=True)
        programs = {'bare': [bare], 'ours': [ours, '--sample', '--catalogue', catalogue]}
        times = {name: [] for name in programs}
        for run in range(RUNS + 1):
            for name, arguments in programs.items():
                took = milliseconds(arguments, environment)
                # The first run fills caches.
                if run > 0:
                    times[name].append(took)

    medians = {name: statistics.median(values) for name, values in times.items()}
    ratio = medians['ours'] / medians['bare']
    for name, values in times.items():
        print(f'{name}: median {medians[name]:.0f} ms, {min(values):.0f} to {max(values):.0f}')
    print(f'start to first frame: {ratio:.2f} × a bare window (goal: at most {GOAL})')
    return 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
