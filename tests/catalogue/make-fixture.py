#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Store a catalogue of the schema as it is now, for the tests of later ones.

Run before a migration is written, with the folder of a build as argument. It
writes fixtures/version-N.sql, the file as SQL, and fixtures/version-N.ndjson,
the lines of what must be found in it by any later program.
"""
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

HEAD = """-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The SahelBrief authors
--
-- A catalogue as version {version} stored it, made by make-fixture.py: never edited.
PRAGMA application_id = {application};
PRAGMA user_version = {version};
"""


VIRTUAL = "SELECT name, sql FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE %'"
ENTRY = "INSERT INTO sqlite_master VALUES ('table', '{name}', '{name}', 0, '{sql}');"


def dump(path):
    """The file as SQL. The full-text index has a tokenizer that only the program
    knows: its tables are written as they are, and its entry in the schema with
    them."""
    database = sqlite3.connect(path)
    virtual = database.execute(VIRTUAL).fetchall()
    database.execute('PRAGMA writable_schema = ON')
    database.execute("DELETE FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE %'")
    database.commit()
    database.close()

    database = sqlite3.connect(path)
    lines = list(database.iterdump())
    database.close()
    if virtual:
        lines.append('PRAGMA writable_schema = ON;')
        lines += [ENTRY.format(name=name, sql=sql.replace("'", "''")) for name, sql in virtual]
        lines.append('PRAGMA writable_schema = OFF;')
    return '\n'.join(lines) + '\n'


def main():
    if len(sys.argv) != 2:
        sys.exit('make-fixture.py BUILD_FOLDER')
    here = Path(__file__).resolve().parent
    program = Path(sys.argv[1]).resolve() / 'tests' / 'catalogue' / 'make-fixture'
    environment = {**os.environ, 'SB_CLOCK': '2026-06-01T09:00:00Z'}
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, folder], check=True, env=environment)
        database = sqlite3.connect(Path(folder) / 'catalogue.sqlite')
        version, = database.execute('PRAGMA user_version').fetchone()
        application, = database.execute('PRAGMA application_id').fetchone()
        database.close()
        text = HEAD.format(version=version, application=application) + dump(Path(folder) / 'catalogue.sqlite')
        (here / 'fixtures' / f'version-{version}.sql').write_text(text, encoding='utf-8')
        lines = (Path(folder) / 'catalogue.ndjson').read_text(encoding='utf-8')
        (here / 'fixtures' / f'version-{version}.ndjson').write_text(lines, encoding='utf-8')


if __name__ == '__main__':
    main()
