#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Sums up the JSON logs of meson test.

Names what failed, with the end of its output, and prints "N passed, N failed"
(and ", N skipped" where there are any) as the last line. The exit status is 0
when nothing failed and something passed.
"""
import json
import sys

GOOD = {'OK', 'EXPECTEDFAIL'}
SKIPPED = {'SKIP', 'IGNORED'}
SHOWN_LINES = 25


def read_log(path):
    """The results of one log; a log that cannot be read is a failure."""
    try:
        with open(path, encoding='utf-8') as log:
            return [json.loads(line) for line in log if line.strip()]
    except (OSError, ValueError) as error:
        return [{'name': path, 'result': 'ERROR', 'stderr': str(error)}]


def last_lines(result):
    """The end of what a test said, which is where it says why it failed."""
    output = (result.get('stdout') or '') + (result.get('stderr') or '')
    return output.rstrip().splitlines()[-SHOWN_LINES:]


def report(result):
    """Prints one failure."""
    print(f"\nFAILED {result['name']} ({result['result'].lower()})")
    for line in last_lines(result):
        print('  ' + line)


def main(paths):
    """Counts the results of the given logs and prints the sum."""
    results = [result for path in paths for result in read_log(path)]
    skipped = [r for r in results if r['result'] in SKIPPED]
    passed = [r for r in results if r['result'] in GOOD]
    failed = [r for r in results if r['result'] not in GOOD | SKIPPED]

    for result in failed:
        report(result)
    for result in skipped:
        print(f"skipped {result['name']}")
    line = f'{len(passed)} passed, {len(failed)} failed'
    if skipped:
        line += f', {len(skipped)} skipped'
    print(line)
    return 0 if passed and not failed else 1


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
