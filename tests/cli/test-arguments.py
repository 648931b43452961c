#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""What the command line takes, and what it says of the rest."""

import json
import unittest

from command import CliCase


class Arguments(CliCase):
    def test_version(self):
        self.assertRegex(self.ask('version')['version'], r'^\d+\.\d+')

    def test_help(self):
        for arguments in (('--help',), ('list', '--help'), ('feed', 'add', '--help')):
            done = self.run_cli(*arguments)
            self.assertEqual(done.returncode, 0)
            self.assertIn('--catalogue', done.stdout)

    def test_wrong(self):
        for arguments in ((), ('fly',), ('feed',), ('list',), ('list', 'unicorns'), ('show', 'event'),
                          ('init', '--now'), ('init', 'x'), ('brief', 'situation', '--language', 'fr'),
                          ('brief', 'situation', '--language', 'de', '-o', 'x.pdf'),
                          ('brief', 'situation', '--language', 'fr', '-o', 'x.docx'),
                          ('brief', 'sonnet', '--language', 'fr', '-o', 'x.pdf'),
                          ('read', 'x', '--as', 'unicorns')):
            with self.subTest(arguments):
                self.expect(2, 'explains the commands', *arguments)
        self.assertFalse(self.catalogue.exists())

    def test_wrong_day(self):
        self.run_cli('init')
        self.expect(2, 'needs a day such as', 'list', 'events', '--from', 'yesterday')

    def test_period_that_ends_before_it_begins(self):
        self.run_cli('init')
        period = ('--from', '2026-05-02', '--to', '2026-05-01')
        self.expect(2, 'not after', 'list', 'events', *period)
        self.expect(2, 'not after', 'brief', 'situation', '--language', 'fr', '-o', self.folder / 'x.pdf', *period)
        self.assertFalse((self.folder / 'x.pdf').exists())

    def test_options_anywhere(self):
        self.run_cli('init', '--sample')
        done = self.run_cli('--json', 'list', 'events', '--limit', '1')
        self.assertEqual(len(json.loads(done.stdout)), 1)

    def test_french(self):
        self.expect(1, 'Aucun catalogue ne porte ce nom.', 'list', 'events', language='fr')

    def test_french_colon(self):
        self.run_cli('init', '--sample')
        event = self.ask('list', 'events', '--limit', '1')[0]
        shown = self.run_cli('show', 'event', event['id'], language='fr').stdout.splitlines()
        self.assertRegex(shown[0], '^Événement [0-9]+\u00a0: ')
        self.assertRegex(shown[1], '^  Titre\u00a0: ')

    def test_output_is_lost(self):
        self.run_cli('init', '--sample')
        with open('/dev/full', 'w', encoding='utf-8') as full:
            self.expect(1, 'The disk is full', 'list', 'events', '--json', stdout=full)


if __name__ == '__main__':
    unittest.main(verbosity=1)
