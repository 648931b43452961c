#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""The services that are open to everyone, GDACS and GDELT, and what is asked of any of them."""

import unittest

import stubs
from services import HTML, ServiceCase, slow


class Open(ServiceCase):
    """What is open to everyone."""

    def serve(self, stub_type, name):
        self.stub, self.NAME = stub_type(self), name
        self.more = {f'SB_{name.upper()}_ADDRESS': self.stub.base}

    def test_gdacs(self):
        self.serve(stubs.Gdacs, 'gdacs')
        self.stub.items = [
            stubs.Gdacs.ITEM.format(number=1, title='Orange flood alert in Mali', level='Orange', country='Mali', iso3='MLI'),
            stubs.Gdacs.ITEM.format(number=2, title='Green flood alert in Chile', level='Green', country='Chile', iso3='CHL')]
        self.ADD = ('--countries', 'ML,NE')
        self.assertEqual(self.counts(self.add()), ('updated', 1, 0, 0))
        self.assertEqual(self.counts(self.sync()), ('unchanged', 0, 0, 0))
        self.assertIsNotNone(self.stub.log[-1].headers.get('If-None-Match'))
        self.stub.items[0] = self.stub.items[0].replace('Orange', 'Red')
        self.assertEqual(self.counts(self.sync()), ('updated', 0, 1, 0))
        self.stub.faults = [lambda request: HTML]
        self.assert_failed(self.sync(), 'refused', 'service-html', 'a web page')

    def test_gdelt(self):
        self.serve(stubs.Gdelt, 'gdelt')
        self.stub.newest = '20260601083000'
        self.stub.files = {'20260601083000': [stubs.gdelt_row(1), stubs.gdelt_row(2, 'FR')]}
        self.assertEqual(self.counts(self.add()), ('updated', 1, 0, 0))
        self.assertEqual(self.counts(self.sync()), ('unchanged', 0, 0, 0))

        # Two files later; the one between was never made.
        self.stub.newest = '20260601091500'
        self.stub.files['20260601084500'] = [stubs.gdelt_row(3)]
        self.stub.files['20260601091500'] = [stubs.gdelt_row(4)]
        self.stub.take_log()
        self.assertEqual(self.counts(self.sync()), ('updated', 2, 0, 0))
        self.assertEqual([request.path.split('/')[-1][:14] for request in self.stub.log],
                         ['lastupdate.txt', '20260601084500', '20260601090000', '20260601091500'])

        feed, = self.ask('feed', 'list')
        self.assertEqual((feed['week_new'], feed['week_new_events'], feed['week_updated_events']), (0, 3, 0))

        # The newest file is the one that the list says, or is asked for again.
        self.stub.newest, self.stub.md5 = '20260601093000', '0' * 32
        self.stub.files['20260601093000'] = [stubs.gdelt_row(5)]
        self.assert_failed(self.sync(), 'failed', 'checksum', 'not the one that the service announces')
        self.stub.md5 = None
        self.assertEqual(self.counts(self.sync()), ('updated', 1, 0, 0))
        self.stub.faults = [lambda request: (200, 'text/plain', 'nothing here\n')]
        self.assert_failed(self.sync(), 'failed', 'service-answer', 'not of the form')

    @slow
    def test_signing_in(self):
        done = self.run_cli('feed', 'sign-in', 'gdacs')
        self.assertEqual(done.returncode, 1)
        self.assertIn('there is nothing to sign in to', done.stderr)
        done = self.run_cli('feed', 'sign-in', 'nobody')
        self.assertEqual(done.returncode, 2)

    def test_arguments(self):
        for arguments, sentence in ((('--kind', 'acled'), '“countries” is missing'),
                                    (('--kind', 'acled', '--countries', 'Atlantis'), '“Atlantis” is missing'),
                                    (('--kind', 'acled', '--countries', 'ML', 'https://x.example'), 'no address of its own'),
                                    (('--kind', 'rumours'), 'no kind of feed “rumours”'),
                                    ((), 'A feed needs its address')):
            done = self.run_cli('feed', 'add', *arguments)
            self.assertEqual(done.returncode, 2, arguments)
            self.assertIn(sentence, done.stderr)

    @slow
    def test_opml(self):
        """A list of feeds for other readers has no services in it."""
        self.serve(stubs.Gdacs, 'gdacs')
        self.add()
        self.assertNotIn('gdacs', self.run_cli('feed', 'export').stdout)


if __name__ == '__main__':
    unittest.main()
