#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Runs one fuzz target for a while.

Usage: fuzz.py TARGET CORPUS SEEDS. What it finds grows in the folder CORPUS
from one run to the next, next to the input that made it fail; SEEDS is only
read. SB_FUZZ_SECONDS says for how long.
"""
import os
import pathlib
import subprocess
import sys

MEMORY_MB = 2048
SECONDS_AN_INPUT = 10


def main(target, corpus, seeds):
    """Runs the target; its own status of a failure would be read as that of a skipped test."""
    pathlib.Path(corpus).mkdir(parents=True, exist_ok=True)
    status = subprocess.run(
        [target, f'-max_total_time={os.environ.get("SB_FUZZ_SECONDS", "60")}',
         f'-rss_limit_mb={MEMORY_MB}', f'-timeout={SECONDS_AN_INPUT}', '-max_len=65536',
         '-print_final_stats=1', f'-artifact_prefix={corpus}-', corpus, seeds],
        check=False).returncode
    return 1 if status != 0 else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
