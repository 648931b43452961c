#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""What comes out is the same in the locale of a French desktop, where a comma parts the decimals.

usage: test-locale.py PROGRAM BUILD
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / 'tools'))

from french import make_locale  # noqa: E402

CLI = pathlib.Path(sys.argv.pop(1))
BUILD = pathlib.Path(sys.argv.pop(1))

PRODUCTS = ('letter', 'article', 'situation', 'note', 'press', 'chronology', 'actor', 'delta')


class FrenchLocale(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        french = make_locale(cls.folder / 'locales')
        cls.environments = {
            name: {**os.environ, **french, 'LC_ALL': name, 'SB_LOCALEDIR': str(BUILD / 'po'), 'SB_CLOCK': '2026-06-01T09:00:00Z'}
            for name in ('C.UTF-8', french['LC_ALL'])}
        cls.run_in('C.UTF-8', 'init', '--sample')

    @classmethod
    def run_in(cls, locale, *arguments):
        done = subprocess.run([CLI, '--catalogue', cls.folder / 'sample.db', *map(str, arguments)],
                              env=cls.environments[locale], capture_output=True, timeout=120)
        assert done.returncode == 0, f'{arguments}: {done.stderr.decode()}'
        return done.stdout

    def assert_same_file(self, suffix, *arguments):
        files = []
        for locale in self.environments:
            path = self.folder / f'out{suffix}'
            self.run_in(locale, *arguments, '-o', path)
            files.append(path.read_bytes())
        self.assertTrue(files[0] == files[1], f'{arguments}: the files differ')

    def assert_same_answer(self, *arguments):
        self.assertEqual(*(self.run_in(locale, *arguments).decode() for locale in self.environments))

    def test_briefings(self):
        for product in PRODUCTS:
            with self.subTest(product):
                self.assert_same_file('.pdf', 'brief', product, '--language', 'fr')
        for suffix in ('.odt', '.html', '.txt'):
            with self.subTest(suffix):
                self.assert_same_file(suffix, 'brief', 'situation', '--language', 'fr')

    def test_pictures(self):
        for suffix in ('.pdf', '.svg', '.png'):
            with self.subTest(suffix):
                self.assert_same_file(suffix, 'map', '--as-of', '2026-04-29')
                self.assert_same_file(suffix, 'graph', '--as-of', '2026-04-29')

    def test_data(self):
        for form in ('dossier', 'geojson', 'csv', 'acled-csv', 'graphml'):
            with self.subTest(form):
                self.assert_same_file('', 'export', '--format', form)

    def test_answers(self):
        self.assert_same_answer('route', 'Kayes', 'Bamako', '--as-of', '2025-09-10')
        self.assert_same_answer('state', '--as-of', '2026-04-29', '--json')


if __name__ == '__main__':
    unittest.main()
