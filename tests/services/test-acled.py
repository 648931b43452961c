#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""ACLED as it documents itself, and as it must not: tokens that expire, deletions, pages, faults."""

import os
import pty
import signal
import subprocess
import unittest

import stubs
from services import CLI, COMMON_FAULTS, DAY_S, NOW_S, ServiceCase, slow


class Acled(ServiceCase):
    STUB, NAME = stubs.Acled, 'acled'
    ADD = ('--countries', 'Mali,NE', '--from', '2026-01-01')
    QUERY = 'countries=ML,NE'
    SECRETS = (stubs.Acled.PASSWORD, 'ACCESS-', 'REFRESH-')

    def make_addresses(self, base):
        # When a secret is kept again, libsecret 0.20 leaks the mark of its file, which it
        # got in a callback: no stack tells that leak from one of ours.
        return {**super().make_addresses(base), 'ASAN_OPTIONS': 'detect_leaks=0'}

    def start(self, n_rows=8):
        self.stub.rows = [stubs.acled_row(number, 1000 + number) for number in range(1, n_rows + 1)]
        self.stub.issue()
        if self.NAME not in self.kept_secrets:
            self.stub.n_tokens = 0
        self.be_signed_in(stubs.Acled.USER, stubs.Acled.PASSWORD)
        self.stub.take_log()

    def events(self):
        return self.ask('list', 'events')

    def test_first(self):
        outcome = self.add()
        self.assert_failed(outcome, 'refused', 'sign-in', 'wants to know who asks')
        self.assertEqual((outcome['kind'], outcome['title']), ('acled', 'ACLED · Mali, Niger'))
        self.assertEqual(self.stub.log, [])

        done = self.sign_in(stubs.Acled.USER, 'wrong', status=1)
        self.assertIn('does not accept this name, password or key', done.stderr)
        self.stub.rows = [stubs.acled_row(number, 1000 + number) for number in range(1, 9)]
        self.sign_in(stubs.Acled.USER, stubs.Acled.PASSWORD)
        self.assertEqual(self.counts(self.sync()), ('updated', 8, 0, 0))
        reads = self.stub.reads()
        self.assertEqual([request.get('page') for request in reads], ['1', '2', '3'])
        self.assertEqual(reads[0].query, {'_format': 'json', 'country': 'Mali|Niger', 'event_date': '2026-01-01',
                                          'event_date_where': '>=', 'limit': '3', 'page': '1'})
        self.assertEqual(len(self.events()), 8)

        feed, = self.ask('feed', 'list')
        self.assertEqual((feed['kind'], feed['query'], feed['state']), ('acled', 'countries=ML,NE&from=2026-01-01', 'updated'))
        self.assert_no_secret()

    def test_incremental(self):
        self.start()
        self.add()
        self.stub.take_log()
        self.assertEqual(self.counts(self.sync()), ('unchanged', 0, 0, 0))
        read, = self.stub.reads()
        self.assertEqual((read.get('timestamp'), read.get('timestamp_where')), ('1008', '>='))

        # One is corrected, one is new, one is taken back; then there is a full stop again.
        self.stub.rows[0] = stubs.acled_row(1, 2000, fatalities='17')
        self.stub.rows.append(stubs.acled_row(9, 2001))
        self.stub.deleted.append({'event_id_cnty': 'MLI3', 'deleted_timestamp': NOW_S})
        self.assertEqual(self.counts(self.sync()), ('updated', 1, 1, 1))
        self.assertEqual(self.counts(self.sync()), ('unchanged', 0, 0, 0))
        events = {event['external_id']: event for event in
                  (self.ask('show', 'event', event['id']) for event in self.events())}
        self.assertEqual(len(events), 9)
        self.assertEqual(events['MLI1']['fatalities_low'], 17)
        self.assertTrue(events['MLI3']['withdrawn'])
        self.assertFalse(events['MLI4'].get('withdrawn'))

    def test_bad_row(self):
        """A row that cannot be used is counted, and the others go in."""
        self.start()
        self.stub.rows[1]['event_date'] = 'yesterday'
        outcome = self.add()
        self.assertEqual((outcome['state'], outcome['new'], outcome['rejected']), ('updated', 7, 1))

    @slow
    def test_counted(self):
        self.stub.with_count = True
        self.start(6)
        self.assertEqual(self.counts(self.add()), ('updated', 6, 0, 0))

    @slow
    def test_nothing(self):
        self.start(0)
        self.assert_failed(self.add(), 'empty', 'nothing-found', 'check the countries and the dates')

    def test_expired_midway(self):
        self.start()

        def expire(request):
            if request.path == '/api/acled/read' and request.get('page') == '2' and self.stub.n_tokens == 1:
                self.stub.access = set()

        self.stub.faults = [expire]
        self.assertEqual(self.counts(self.add()), ('updated', 8, 0, 0))
        pages = [request.get('page') or request.path for request in self.stub.take_log()]
        self.assertEqual(pages, ['1', '2', '/oauth/token', '2', '3', '1'])
        # The new token was kept.
        self.assertEqual(self.counts(self.sync()), ('unchanged', 0, 0, 0))
        self.assertEqual([request.path for request in self.stub.log if 'token' in request.path], [])
        self.assert_no_secret()

    @slow
    def test_out_of_date(self):
        """A token that has run out by the clock is renewed before it is tried."""
        self.start()
        self.add(SB_CLOCK='2026-06-02T08:59:00Z')
        self.assertEqual(self.stub.take_log()[0].path, '/oauth/token')
        self.sync(SB_CLOCK='2026-06-02T09:10:00Z')
        self.assertEqual(self.stub.take_log()[0].path, '/api/acled/read')

    def test_refused_renewal(self):
        self.start()
        self.stub.access, self.stub.refresh = set(), set()
        self.assert_failed(self.add(), 'refused', 'sign-in-expired', 'has run out: sign in again')
        self.assert_failed(self.sync(language='fr'), 'refused', 'sign-in-expired', 'La connexion a expiré')
        self.sign_in(stubs.Acled.USER, stubs.Acled.PASSWORD)
        self.assertEqual(self.counts(self.sync()), ('updated', 8, 0, 0))

    @slow
    def test_never_accepted(self):
        """One renewal, then it is said."""
        self.start()
        self.stub.faults = [lambda request: None if request.path == '/oauth/token' else (401, stubs.JSON, '{}')]
        self.assert_failed(self.add(), 'refused', 'credentials', 'sign in again')
        self.assertEqual([request.path for request in self.stub.log],
                         ['/api/acled/read', '/oauth/token', '/api/acled/read'])

    def test_interrupted(self):
        self.start()
        self.stub.faults = [lambda request: (502, 'text/plain', 'oh') if request.get('page') == '3' else None]
        outcome = self.add()
        self.assert_failed(outcome, 'failed', 'server', 'a fault of its own')
        self.assertEqual((outcome['new'], len(self.events())), (6, 6))

        # A row of the pages that were read is gone meanwhile: the others move up.
        self.stub.faults = []
        del self.stub.rows[0]
        self.stub.take_log()
        self.assertEqual(self.counts(self.sync()), ('updated', 2, 0, 0))
        self.assertEqual([request.get('page') for request in self.stub.reads()], ['2', '3'])
        self.assertEqual(len(self.events()), 8)

    def test_same_page(self):
        self.start()
        self.stub.faults = [lambda request: self.stub.page(request, self.stub.rows[:3] * 9)
                            if request.path == '/api/acled/read' else None]
        outcome = self.add()
        self.assert_failed(outcome, 'failed', 'paging', 'the same page again and again')
        self.assertEqual((outcome['new'], len(self.stub.reads())), (3, 2))

    def test_faults(self):
        self.start()
        self.check_faults((
            *COMMON_FAULTS,
            ((403, stubs.JSON, '{"message":"access denied for analyste@institut.example"}'), 'refused', 'no-access',
             'gives it no data', 'ne lui donne pas de données'),
            ((200, stubs.JSON, '{"status":403,"message":"Access denied","data":[]}'), 'refused', 'no-access',
             'gives it no data', 'ne lui donne pas de données'),
        ))
        self.assertNotIn('analyste@institut.example', self.said)
        self.assert_no_secret()

    @slow
    def test_retry_after(self):
        self.start()
        self.stub.faults = [lambda request: (429, 'text/plain', '', {'Retry-After': str(3 * DAY_S)})]
        self.assertEqual(self.add()['state'], 'refused')
        self.assertEqual(self.get_feed()['next_due'], NOW_S + 3 * DAY_S)

    @slow
    def test_gone(self):
        self.start()
        self.stub.faults = [lambda request: (410, 'text/plain', 'gone')]
        self.assert_failed(self.add(), 'gone', 'service-retired', 'has been switched off')
        self.assertEqual(self.get_feed()['paused'], 1)

    @slow
    def test_sign_out(self):
        self.start()
        self.run_cli('feed', 'sign-out', 'acled')
        self.assert_failed(self.add(), 'refused', 'sign-in', 'wants to know who asks')

    def test_redirect(self):
        """Nothing that is secret follows a redirect to another server."""
        self.start()
        other = stubs.Acled(self)
        self.stub.faults = [lambda request: (307, 'text/plain', '', {'Location': other.base + request.path})]
        self.assert_failed(self.add(), 'failed', 'unsafe-redirect', 'not safe')
        done = self.sign_in(stubs.Acled.USER, stubs.Acled.PASSWORD, status=1)
        self.assertIn('not safe', done.stderr)
        self.assertEqual(other.log, [])
        self.assert_no_secret()

    @slow
    def test_two_feeds(self):
        """Walks of one service follow each other: one sign-in is renewed once."""
        self.start()
        self.add_feeds(2)
        self.stub.access = set()
        self.stub.take_log()
        outcomes = self.ask('sync', '--now')['feeds']
        self.assertEqual({outcome['error'] for outcome in outcomes}, {None})
        self.assertEqual(len([request for request in self.stub.log if request.path == '/oauth/token']), 1)

    @slow
    def test_settings(self):
        """An address in the settings may not be of this machine, nor without TLS."""
        self.start()
        self.add()
        settings = self.folder / 'config' / 'glib-2.0' / 'settings' / 'keyfile'
        settings.parent.mkdir(parents=True)
        self.stub.take_log()
        for address, code in ((self.stub.base, 'service-address'),
                              (self.stub.base.replace('http:', 'https:'), 'unsafe-address')):
            settings.write_text(f"[org/example/SahelBrief]\nacled-address='{address}'\n")
            outcome = self.sync(GSETTINGS_BACKEND='keyfile', SB_ACLED_ADDRESS='')
            self.assertEqual((outcome['state'], outcome['error']['code']), ('failed', code))
        self.assertEqual(self.stub.log, [])

    def test_set(self):
        """Another query is another walk; where the service is asked is a setting."""
        self.start()
        self.add()
        self.assertEqual(self.run_cli('feed', 'set', 1, '--countries', 'Niger', '--to', '2026-05-31').returncode, 0)
        feed, = self.ask('feed', 'list')
        self.assertEqual((feed['query'], feed['title'], feed['state']),
                         ('countries=NE&from=2026-01-01&to=2026-05-31', 'ACLED · Niger', 'new'))
        self.assertIsNone(self.get_feed()['cursor'])
        self.run_cli('feed', 'set', 1, '--title', 'Le Niger', '--to', '')
        self.run_cli('feed', 'set', 1, '--countries', 'Mali')
        feed, = self.ask('feed', 'list')
        self.assertEqual((feed['query'], feed['title'], feed['interval']), ('countries=ML&from=2026-01-01', 'Le Niger', 1440))
        self.assertEqual(self.ask('undo'), {'label': 'Change a feed'})
        self.assertEqual(self.get_feed()['query'], 'countries=NE&from=2026-01-01')
        self.run_cli('feed', 'set', 1, '--title', '')
        self.assertEqual(self.get_feed()['title'], 'ACLED · Niger')
        for sentence, *options in (('“Atlantis” is missing', '--countries', 'Atlantis'),
                                   ('“demain” is missing', '--from', 'demain'),
                                   ('“version” is missing', '--version', '25.1'),
                                   ('not of ACLED, which is a data service', '--url', 'https://x.example'),
                                   ('not of ACLED, which is a data service', '--full-text', 'on'),
                                   ('must begin with https', '--address', 'http://miroir.example')):
            with self.subTest(options):
                done = self.run_cli('feed', 'set', 1, *options)
                self.assertEqual(done.returncode, 1)
                self.assertIn(sentence, done.stderr)

        settings = self.folder / 'config' / 'glib-2.0' / 'settings' / 'keyfile'
        for address in 'https://miroir.example', '':
            done = self.run_cli('feed', 'set', 1, '--address', address, GSETTINGS_BACKEND='keyfile')
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn(f"acled-address='{address}'", settings.read_text())

    def test_no_keyring(self):
        self.add()
        without = {'SECRET_BACKEND': 'service', 'DBUS_SESSION_BUS_ADDRESS': 'unix:path=/nowhere'}
        self.assert_failed(self.sync(**without), 'failed', 'no-keyring', 'There is no keyring (Secret Service)')
        self.more.update(without)
        done = self.sign_in(stubs.Acled.USER, stubs.Acled.PASSWORD, status=1)
        self.assertIn('There is no keyring (Secret Service)', done.stderr)
        self.assert_no_secret()

    def test_terminal(self):
        """At a terminal the password is asked for and not shown."""
        self.add()
        leader, follower = pty.openpty()
        signal.alarm(60)
        self.addCleanup(signal.alarm, 0)
        environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en', 'HOME': str(self.folder), **self.more,
                       'GIO_USE_PROXY_RESOLVER': 'dummy', 'SECRET_BACKEND': 'file',
                       'SECRET_FILE_TEST_PATH': str(self.folder / 'secrets.keyring'), 'SECRET_FILE_TEST_PASSWORD': 'test'}
        command = [str(CLI), '--catalogue', str(self.catalogue), 'feed', 'sign-in', 'acled']
        with subprocess.Popen(command, env=environment, stdin=follower, stdout=follower, stderr=follower) as process:
            os.close(follower)
            shown = b''
            for wait, line in ((b'E-mail address:', stubs.Acled.USER), (b'Password:', stubs.Acled.PASSWORD)):
                while wait not in shown:
                    shown += os.read(leader, 4096)
                os.write(leader, f'{line}\n'.encode())
            while b'Signed in to ACLED' not in shown:
                shown += os.read(leader, 4096)
            self.assertEqual(process.wait(timeout=300), 0)
        os.close(leader)
        self.assertIn(stubs.Acled.USER.encode(), shown)
        self.assertNotIn(stubs.Acled.PASSWORD.encode(), shown)


if __name__ == '__main__':
    unittest.main()
