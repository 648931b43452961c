#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Syncs with data services through sahel-brief-cli: stubs on the loopback answer as the
services document, and as they must not. Secrets go to libsecret's own file, so that no
keyring of a desktop is needed."""
import base64
import json
import os
import pathlib
import pty
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import unittest

import stubs

CLI, BUILD_ROOT = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
del sys.argv[1:3]

NOW = '2026-06-01T09:00:00Z'
NOW_S = 1780304400
DAY_S = 86400
PAGE_SIZE = 3


class ServiceCase(unittest.TestCase):
    STUB, NAME, ADD = None, None, ()
    SECRETS = ()
    kept_secrets = {}  # the keyring of who has signed in to a service, once for all tests

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.catalogue = self.folder / 'catalogue.db'
        self.said = ''
        self.more = {}
        if self.STUB is not None:
            self.stub = self.STUB(self)
            self.more = self.make_addresses(self.stub.base)

    def make_addresses(self, base):
        return {f'SB_{self.NAME.upper()}_ADDRESS': base}

    def run_cli(self, *arguments, typed='', language='en', **more):
        environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': language, 'HOME': str(self.folder),
                       'XDG_DATA_HOME': str(self.folder / 'data'), 'XDG_CONFIG_HOME': str(self.folder / 'config'),
                       'SB_LOCALEDIR': str(BUILD_ROOT / 'po'), 'GIO_USE_PROXY_RESOLVER': 'dummy', 'SB_CLOCK': NOW,
                       'SECRET_BACKEND': 'file', 'SECRET_FILE_TEST_PATH': str(self.folder / 'secrets.keyring'),
                       'SECRET_FILE_TEST_PASSWORD': 'test', 'SB_SERVICES_PAGE_SIZE': str(PAGE_SIZE), **self.more, **more}
        for name in ('http_proxy', 'https_proxy', 'all_proxy'):
            environment.pop(name, None)
        done = subprocess.run([str(CLI), '--catalogue', str(self.catalogue), *map(str, arguments)], env=environment,
                              input=typed, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8', timeout=300,
                              check=False)
        self.said += done.stdout + done.stderr
        return done

    def ask(self, *arguments, status=0, **more):
        done = self.run_cli(*arguments, '--json', **more)
        self.assertEqual(done.returncode, status, done.stderr)
        return json.loads(done.stdout)

    def add(self, **more):
        return self.ask('feed', 'add', '--kind', self.NAME, *self.ADD, **more)

    def sync(self, **more):
        outcome, = self.ask('sync', 1, **more)['feeds']
        return outcome

    def counts(self, outcome):
        return outcome['state'], outcome['new'], outcome['updated'], outcome['withdrawn']

    def sign_in(self, *lines, status=0):
        done = self.run_cli('feed', 'sign-in', self.NAME, typed=''.join(f'{line}\n' for line in lines))
        self.assertEqual(done.returncode, status, done.stderr)
        return done

    def be_signed_in(self, *lines):
        keyring = self.folder / 'secrets.keyring'
        if self.NAME in self.kept_secrets:
            keyring.write_bytes(self.kept_secrets[self.NAME])
            return
        self.sign_in(*lines)
        self.kept_secrets[self.NAME] = keyring.read_bytes()

    def get_feed(self):
        database = sqlite3.connect(self.catalogue)
        database.row_factory = sqlite3.Row
        self.addCleanup(database.close)
        return dict(database.execute('SELECT * FROM feed').fetchone())

    def set_cursor(self, function):
        database = sqlite3.connect(self.catalogue)
        cursor, = database.execute('SELECT cursor FROM feed').fetchone()
        database.execute('UPDATE feed SET cursor = ?', (function(cursor),))
        database.commit()
        database.close()

    def assert_failed(self, outcome, state, code, sentence):
        self.assertEqual((outcome['state'], outcome['error']['code']), (state, code), outcome)
        self.assertIn(sentence, outcome['error']['message'])

    def assert_no_secret(self):
        """Neither on screen, nor in the catalogue, its backups and journals."""
        written = b''.join(path.read_bytes() for path in self.folder.rglob('*')
                           if path.is_file() and path.suffix != '.keyring')
        for secret in self.SECRETS:
            self.assertNotIn(secret, self.said)
            self.assertNotIn(secret.encode(), written)

    def add_feeds(self, n_feeds):
        """Feeds of the service, each from a day of its own, as a dossier brings them."""
        lines = []
        for number in range(n_feeds):
            query = f'{self.QUERY}&from=2026-03-{number + 1:02}'
            lines.append(json.dumps({'@kind': 'feed', 'uuid': f'00000000-0000-4000-8000-0000000000{number:02}',
                                     'url': f'https://{self.NAME}.example/?{query}', 'kind': self.NAME, 'query': query}))
        path = self.folder / 'feeds.ndjson'
        path.write_text('\n'.join(lines) + '\n')
        done = self.run_cli('import', path)
        self.assertEqual(done.returncode, 0, done.stderr)

    def check_faults(self, faults):
        """Each fault is told in both languages. The day that a feed asks for says which fault it meets."""
        def fault(request):
            day = re.search(r'2026-03-(\d\d)', f'{request.query} {request.body}')
            return faults[int(day[1]) - 1][0] if day else None

        self.add_feeds(len(faults))
        self.stub.faults = [fault]
        for language in ('en', 'fr'):
            outcomes = self.ask('sync', '--now', language=language)['feeds']
            self.assertEqual(len(outcomes), len(faults))
            for outcome in outcomes:
                number = int(outcome['url'][-2:]) - 1
                _, state, code, *sentences = faults[number]
                with self.subTest(number=number, code=code, language=language):
                    self.assert_failed(outcome, state, code, sentences[language == 'fr'])
        self.stub.faults = []


slow = unittest.skipUnless(os.environ.get('SB_TEST_SLOW'), 'slow')
HTML = (200, 'text/html', '<!DOCTYPE html><html><body>Too many requests</body></html>')
COMMON_FAULTS = (
    (HTML, 'refused', 'service-html', 'a web page instead of data', 'une page web au lieu de données'),
    ((200, 'text/html', '\ufeff\n <HTML><body>x</body></html>'), 'refused', 'service-html', 'a web page', 'une page web'),
    ((200, stubs.JSON, ''), 'empty', 'empty', 'an empty answer', 'réponse vide'),
    ((200, stubs.JSON, '{"data":[{"a":1},{"a"'), 'failed', 'incomplete', 'is incomplete', 'incomplète'),
    ((200, stubs.JSON, '[1,2,3]'), 'failed', 'service-answer', 'not of the form', 'n’a pas la forme'),
    ((200, stubs.JSON, '{"rows":[]}'), 'failed', 'service-answer', 'not of the form', 'n’a pas la forme'),
    ((200, stubs.JSON, 'no data today'), 'failed', 'service-answer', 'not of the form', 'n’a pas la forme'),
    ((200, stubs.JSON, '{"data":[{"id":"1","name":"x"}],"Result":[{"id":"1","name":"x"}]}'), 'failed', 'service-answer',
     'not of the form', 'n’a pas la forme'),
    ((429, 'text/plain', 'slow down', {'Retry-After': '7200'}), 'refused', 'rate-limited', 'asked too often', 'trop sollicité'),
    ((500, 'text/plain', 'oh'), 'failed', 'server', 'a fault of its own', 'en panne'),
)


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


class ReliefWeb(ServiceCase):
    STUB, NAME, ADD = stubs.ReliefWeb, 'reliefweb', ('--countries', 'ML', '--from', '2026-05-01')
    QUERY = 'countries=ML'
    SECRETS = (stubs.ReliefWeb.APP_NAME,)

    def make_addresses(self, base):
        return {'SB_RELIEFWEB_ADDRESS': f'{base}/v2', 'SB_RELIEFWEB_RSS_ADDRESS': base}

    def start(self, n_reports=8):
        self.stub.reports = [stubs.report(number, f'2026-05-{number:02}T08:00:00+00:00') for number in range(1, n_reports + 1)]
        self.be_signed_in(self.stub.APP_NAME)
        self.stub.take_log()

    def bodies(self):
        return [json.loads(request.body) for request in self.stub.take_log() if request.body]

    def test_rss(self):
        self.assertEqual(self.counts(self.add()), ('updated', 1, 0, 0))
        request, = self.stub.take_log()
        self.assertEqual((request.path, request.query), ('/updates/rss.xml', {'search': 'primary_country.iso3:(MLI)'}))
        self.assertEqual(self.counts(self.sync()), ('unchanged', 0, 0, 0))
        self.assertTrue(self.get_feed()['url'].startswith('https://api.reliefweb.int/v2/'))

        # With a name the same report is the same document.
        self.start()
        self.assertEqual(self.counts(self.sync())[:2], ('updated', 7))
        self.assertEqual(len(self.ask('list', 'documents')), 8)

    @slow
    def test_without_keyring(self):
        """What needs no name needs no keyring."""
        self.more.update(SECRET_BACKEND='service', DBUS_SESSION_BUS_ADDRESS='unix:path=/nowhere')
        self.assertEqual(self.counts(self.add()), ('updated', 1, 0, 0))

    def test_api(self):
        self.start()
        self.assertEqual(self.counts(self.add()), ('updated', 8, 0, 0))
        bodies = self.bodies()
        first = bodies[0]
        self.assertEqual([condition['field'] for condition in first['filter']['conditions']],
                         ['country.iso3', 'date.changed', 'date.created'])
        self.assertEqual((first['limit'], first['offset'], first['sort']), (3, 0, ['date.changed:asc', 'id:asc']))
        since = [body['filter']['conditions'][1]['value']['from'][:10] for body in bodies]
        self.assertEqual(since, ['2026-05-01', '2026-05-03', '2026-05-05', '2026-05-07'])
        document = self.ask('show', 'document', self.ask('list', 'documents')[0]['id'])
        self.assertEqual((document['language'], document['source']['fr']), ('fr', 'OCHA'))

        # What was changed since comes again, and no more than that.
        self.stub.reports[1]['fields'].update(title='Rapport 2 corrigé', body='Autre texte.',
                                              date={'changed': '2026-05-20T08:00:00+00:00'})
        self.assertEqual(self.counts(self.sync()), ('updated', 0, 1, 0))
        self.assertEqual(self.counts(self.sync()), ('unchanged', 0, 0, 0))
        self.assertEqual(self.bodies()[-1]['filter']['conditions'][1]['value']['from'], '2026-05-20T08:00:00+00:00')
        self.assert_no_secret()

    def start_with_files(self, *files):
        self.start(1)
        base = f'{self.stub.base}/attachments/a1'
        self.stub.files['/attachments/a1/carte.md'] = ('text/markdown', """# Carte du blocus

Le 3 mai 2026, la route de Kayes à Diboli est coupée. Les camions attendent à la frontière depuis neuf jours.
""")
        self.stub.reports[0]['fields']['file'] = [
            {'id': '1', 'url': f'{base}/rapport.pdf', 'filename': 'rapport.pdf', 'mimetype': 'application/pdf', 'filesize': '328459',
             'preview': {'url': f'{base}/apercu.png', 'filename': 'apercu.png'}},
            {'id': '2', 'url': f'{base}/carte.md', 'filename': 'carte.md', 'mimetype': 'text/markdown', 'filesize': 130,
             'description': 'Version française'}, *files]
        self.add()
        self.stub.take_log()
        return self.show_report()

    def show_report(self):
        number = next(item['id'] for item in self.ask('list', 'documents') if item['title'].startswith('Rapport'))
        return self.ask('show', 'document', number)

    def fetch(self, report, number, status=0, language='en'):
        return self.check(status, 'attachment', 'fetch', report['id'], number, '--json', language=language)

    def check(self, status, *arguments, **more):
        done = self.run_cli(*arguments, **more)
        self.assertEqual(done.returncode, status, done.stderr)
        return done

    def test_attachments(self):
        """What each file is stays with it, and one that is fetched is a document."""
        report = self.start_with_files()
        base = f'{self.stub.base}/attachments/a1'
        self.assertEqual(report['attachments'], [
            {'url': f'{base}/rapport.pdf', 'name': 'rapport.pdf', 'media_type': 'application/pdf', 'size': 328459},
            {'url': f'{base}/carte.md', 'name': 'carte.md', 'media_type': 'text/markdown', 'size': 130,
             'description': 'Version française'}])
        text = self.run_cli('show', 'document', report['id']).stdout
        self.assertIn('1 · rapport.pdf · PDF · 328.5\u00a0kB · http', text)
        self.assertIn('2 · carte.md · Markdown · 130\u00a0bytes · Version française · http', text)

        number = json.loads(self.fetch(report, 2).stdout)['document']
        self.assertEqual([request.path for request in self.stub.take_log()], ['/attachments/a1/carte.md'])
        document = self.ask('show', 'document', number)
        self.assertEqual((document['title'], document['url'], document['source']['fr'], document['date']['edtf']),
                         ('Carte du blocus', f'{base}/carte.md', 'OCHA', '2026-04-30'))
        self.assertIn('Diboli', document['text'])
        self.assertEqual([(link['relation'], link['document']['id']) for link in document['links']], [('attached', report['id'])])
        capture, = document['captures']
        self.assertEqual((capture['url'], capture['status'], capture['hash']), (f'{base}/carte.md', 200, document['hash']))
        self.assertEqual([item.get('document') for item in self.show_report()['attachments']], [None, number])
        self.assertIn(f'fetched as document {number}', self.run_cli('show', 'document', report['id']).stdout)

        # A sync leaves it tied; undoing takes it away, and it can be fetched again.
        self.stub.reports[0]['fields'].update(title='Rapport 1 corrigé', date={'changed': '2026-05-20T08:00:00+00:00'})
        self.assertEqual(self.counts(self.sync()), ('updated', 0, 1, 0))
        self.assertEqual([item.get('document') for item in self.show_report()['attachments']], [None, number])
        self.check(0, 'undo')
        self.assertEqual([item.get('document') for item in self.show_report()['attachments']], [None, None])
        self.check(1, 'show', 'document', number)
        self.fetch(report, 2)
        self.assertEqual(len(self.ask('list', 'documents')), 2)

        # The list follows what the service says.
        del self.stub.reports[0]['fields']['file'][0]
        self.stub.reports[0]['fields'].update(date={'changed': '2026-05-21T08:00:00+00:00'})
        self.assertEqual(self.counts(self.sync()), ('updated', 0, 1, 0))
        self.assertEqual([item['name'] for item in self.show_report()['attachments']], ['carte.md'])

    def test_attachment_faults(self):
        """What does not come is said plainly, and leaves nothing behind."""
        base = f'{self.stub.base}/attachments/a1'
        others = ['http://localhost.example.invalid/x.pdf', 'ftp://example.org/x.pdf', 'file:///etc/passwd']
        report = self.start_with_files(*({'url': url, 'mimetype': 'application/pdf'} for url in others))
        cases = (
            ((404, 'text/plain', 'no'), 'not there any more', 'n’est plus là'),
            ((403, 'text/plain', 'no'), 'refuses access to this file', 'refuse l’accès à ce fichier'),
            ((200, 'text/html', '<!doctype html><html><body><p>Connectez-vous</p></body></html>'),
             'a web page where the file should be', 'une page web à la place du fichier'),
            ((200, 'application/pdf', b''), 'an empty file', 'un fichier vide'),
            ((200, 'application/pdf', b'%PDF-1.4\n%%EOF'), 'truncated or damaged', 'tronqué ou endommagé'),
            ((200, 'application/pdf', b'\211PNG\r\n\032\n' + bytes(200)), 'cannot be read', 'ne peut pas être lu'),
            ((302, 'text/plain', '', {'Location': 'file:///etc/passwd'}), 'not safe', 'pas sûre'),
            ((200, 'application/pdf', b'%PDF-1.4' + bytes(33 << 20)), 'larger than 32 MB', '32\u00a0Mo'),
        )
        for answer, english, french in cases:
            self.stub.faults = [lambda request: answer if request.path.endswith('rapport.pdf') else None]
            with self.subTest(english):
                self.assertIn(english, self.fetch(report, 1, 1).stderr)
                if 'SB_TEST_SLOW' in os.environ:
                    self.assertIn(french, self.fetch(report, 1, 1, 'fr').stderr)
        for number in (4, 5):
            self.assertIn('not safe', self.fetch(report, number, 1).stderr)
        for number in (0, 6, 'x'):
            self.assertIn('has no attachment', self.fetch(report, number, 1).stderr)

        # What came in a file may be anybody's: it leads nowhere on this machine.
        self.stub.take_log()
        path = self.folder / 'rapports.json'
        path.write_text(json.dumps({'data': [stubs.report(7, '2026-05-07T08:00:00+00:00', title='Autre', file=[
            {'url': f'{base}/carte.md', 'filename': 'carte.md', 'mimetype': 'text/markdown'}])]}))
        self.check(0, 'import', path)
        other = next(item for item in self.ask('list', 'documents') if item['title'] == 'Autre')
        self.assertIn('in the local network', self.fetch(other, 1, 1).stderr)
        self.assertEqual(self.stub.take_log(), [])
        self.check(0, 'undo')
        self.assertEqual(len(self.ask('list', 'documents')), 1)
        self.assertEqual(self.run_cli('history', '--json').stdout.count('attachment'), 0)

    def test_changed_meanwhile(self):
        """A report that is changed while the others are read moves behind them, and none is missed."""
        self.start()

        def change(request):
            if len(self.stub.log) == 2:
                self.stub.reports[0]['fields']['date']['changed'] = '2026-05-30T08:00:00+00:00'

        self.stub.faults = [change]
        self.assertEqual(self.add()['new'], 8)

    @slow
    def test_one_second(self):
        """More reports of one second than a page holds."""
        self.start()
        for item in self.stub.reports[1:]:
            item['fields']['date']['changed'] = '2026-05-09T08:00:00+00:00'
        self.assertEqual(self.counts(self.add()), ('updated', 8, 0, 0))

    @slow
    def test_without_count(self):
        self.start()
        self.stub.with_count = False
        self.assertEqual(self.counts(self.add()), ('updated', 8, 0, 0))

    @slow
    def test_interrupted(self):
        self.start()
        self.stub.faults = [lambda request: (503, 'text/plain', 'oh') if len(self.stub.log) == 3 else None]
        outcome = self.add()
        self.assert_failed(outcome, 'failed', 'server', 'a fault of its own')
        self.assertEqual(outcome['new'], 5)
        self.stub.faults = []
        self.assertEqual(self.counts(self.sync())[:2], ('updated', 3))

    @slow
    def test_same_page(self):
        self.start()
        page = {'totalCount': 999, 'data': self.stub.reports[:3]}
        self.stub.faults = [lambda request: (200, stubs.JSON, json.dumps(page))]
        self.assert_failed(self.add(), 'failed', 'paging', 'the same page again and again')
        self.assertEqual(len(self.stub.log), 2)

    def test_faults(self):
        self.start()
        self.check_faults((
            *COMMON_FAULTS,
            ((403, stubs.JSON, '{"error":{"type":"AccessDeniedHttpException"}}'), 'refused', 'app-name',
             'has not approved this application name', 'n’a pas approuvé ce nom d’application'),
            ((401, stubs.JSON, '{}'), 'refused', 'credentials', 'sign in again', 'connectez-vous de nouveau'),
        ))
        self.assert_no_secret()

    def test_retired(self):
        self.start()
        self.stub.faults = [lambda request: (410, 'text/plain', 'v1 is gone')]
        self.assert_failed(self.add(language='fr'), 'gone', 'service-retired', 'a été arrêtée')
        self.assertEqual(self.get_feed()['paused'], 1)

    @slow
    def test_wrong_name(self):
        self.sign_in('nobody-approved-this')
        self.assert_failed(self.add(), 'refused', 'app-name', 'has not approved')
        self.assertNotIn('nobody-approved-this', self.said)


class Ucdp(ServiceCase):
    STUB, NAME, ADD = stubs.Ucdp, 'ucdp', ('--countries', 'Mali,BF')
    QUERY = 'countries=BF,ML'
    SECRETS = (stubs.Ucdp.TOKEN,)

    def make_addresses(self, base):
        return {'SB_UCDP_ADDRESS': f'{base}/api'}

    def paths(self):
        return [request.path.removeprefix('/api/gedevents/') for request in self.stub.take_log()]

    def test_versions(self):
        self.be_signed_in(self.stub.TOKEN)
        self.stub.versions = {'25.1': [stubs.ucdp_row(number) for number in range(1, 9)]}
        self.assertEqual(self.counts(self.add()), ('updated', 8, 0, 0))
        first = self.stub.log[0]
        self.assertEqual((first.get('Country'), first.get('pagesize'), first.get('page')), ('439,432', '3', None))
        self.assertEqual(self.paths(), ['25.1', '25.1', '25.1', '26.1'])
        self.assertEqual(self.counts(self.sync()), ('unchanged', 0, 0, 0))
        self.assertEqual(self.paths(), ['26.1'])

        self.stub.versions['26.1'] = [stubs.ucdp_row(1, best=5, high=6), stubs.ucdp_row(9)]
        self.assertEqual(self.counts(self.sync()), ('updated', 1, 1, 0))
        self.assertEqual(self.paths(), ['26.1', '27.1'])
        self.assert_no_secret()

    @slow
    def test_candidates(self):
        """A month in which nothing happened does not hold up those after it."""
        self.be_signed_in(self.stub.TOKEN)
        self.stub.versions = {'26.0.1': [stubs.ucdp_row(1)], '26.0.2': [], '26.0.3': [stubs.ucdp_row(3)]}
        self.ADD = (*self.ADD, '--dataset', 'candidate')
        self.assertEqual(self.counts(self.add()), ('updated', 2, 0, 0))
        self.assertEqual(self.paths(), ['26.0.1', '26.0.2', '26.0.3', '26.0.4'])
        self.stub.versions['26.0.4'] = []
        self.assertEqual(self.counts(self.sync()), ('unchanged', 0, 0, 0))
        self.assertEqual(self.paths(), ['26.0.4', '26.0.5'])
        # What is empty today may only be early: it is looked for again.
        self.stub.versions['26.0.4'] = [stubs.ucdp_row(4)]
        self.assertEqual(self.counts(self.sync()), ('updated', 1, 0, 0))

    def test_quota(self):
        self.be_signed_in(self.stub.TOKEN)
        self.stub.versions = {'25.1': [stubs.ucdp_row(1)]}
        self.add()
        self.set_cursor(lambda cursor: cursor.replace('asked=2', 'asked=5000'))
        self.stub.take_log()
        self.assert_failed(self.sync(), 'refused', 'quota', 'it goes on tomorrow')
        self.assertEqual(self.get_feed()['next_due'], (NOW_S // DAY_S + 1) * DAY_S)
        self.assertEqual(self.stub.log, [])
        self.assertEqual(self.sync(SB_CLOCK='2026-06-02T00:00:01Z')['state'], 'unchanged')

    @slow
    def test_refused_for_today(self):
        """429 without a time is the end of the day's quota."""
        self.be_signed_in(self.stub.TOKEN)
        self.stub.faults = [lambda request: (429, 'text/plain', 'quota')]
        self.assertEqual(self.add()['error']['code'], 'rate-limited')
        self.assertGreaterEqual(self.get_feed()['next_due'], (NOW_S // DAY_S + 1) * DAY_S)

    @slow
    def test_wrong_token(self):
        self.assert_failed(self.add(), 'refused', 'sign-in', 'wants to know who asks')
        self.sign_in('wrong-token')
        self.assert_failed(self.sync(), 'refused', 'credentials', 'sign in again')
        self.assertNotIn('wrong-token', self.said)

    def test_faults(self):
        self.be_signed_in(self.stub.TOKEN)
        self.check_faults((
            *COMMON_FAULTS,
            ((404, 'text/plain', 'no'), 'failed', 'not-found', 'nothing at this address', 'rien à cette adresse'),
        ))

    @slow
    def test_endless(self):
        self.be_signed_in(self.stub.TOKEN)
        rows = [stubs.ucdp_row(1)]
        self.stub.faults = [lambda request: (200, stubs.JSON, json.dumps({
            'TotalCount': 9, 'TotalPages': 9, 'NextPageUrl': 'https://x.example/?page=1', 'Result': rows}))]
        self.assert_failed(self.add(), 'failed', 'paging', 'the same page')
        self.assertEqual(len(self.stub.log), 2)


class Hapi(ServiceCase):
    STUB, NAME = stubs.Hapi, 'hapi'
    ADD = ('--countries', 'ML,NE', '--dataset', 'conflict-events', '--from', '2026-01-01')
    QUERY = 'countries=ML&dataset=conflict-events'
    USER, APPLICATION = 'analyste@institut.example', 'institut'
    SECRETS = (base64.b64encode(b'institut:analyste@institut.example').decode(),)

    def make_addresses(self, base):
        return {'SB_HAPI_ADDRESS': f'{base}/api/v2'}

    def start(self):
        self.be_signed_in(self.USER, self.APPLICATION)
        self.stub.rows = {'MLI': [stubs.hapi_row(month, 'Kayes', month, 2) for month in range(1, 5)],
                          'NER': [stubs.hapi_row(1, 'Tillabéri', 9, 4, 'NER', 'Niger')]}
        self.stub.updated = {'MLI': '2026-05-20T00:00:00', 'NER': '2026-05-20T00:00:00'}

    def test_update(self):
        self.start()
        # A row has two figures: events and deaths.
        self.assertEqual(self.counts(self.add()), ('updated', 10, 0, 0))
        self.assertEqual([(request.get('location_code'), request.get('offset')) for request in self.stub.data_reads()],
                         [('MLI', '0'), ('MLI', '3'), ('NER', '0')])
        self.assertEqual({request.get('app_identifier') for request in self.stub.log}, set(self.SECRETS))
        self.stub.take_log()
        self.assertEqual(self.counts(self.sync()), ('unchanged', 0, 0, 0))
        self.assertEqual(self.stub.data_reads(), [])

        self.stub.updated['NER'] = '2026-05-27T00:00:00'
        self.stub.rows['NER'][0]['fatalities'] = 5
        self.assertEqual(self.counts(self.sync()), ('updated', 0, 1, 0))
        self.assertEqual([request.get('location_code') for request in self.stub.data_reads()], ['NER'])
        self.assert_no_secret()

    @slow
    def test_without_availability(self):
        self.start()
        self.stub.faults = [lambda request: (404, 'text/plain', '') if 'availability' in request.path else None]
        self.assertEqual(self.counts(self.add()), ('updated', 10, 0, 0))
        self.assertEqual(self.counts(self.sync()), ('unchanged', 0, 0, 0))

    @slow
    def test_interrupted(self):
        self.start()
        self.stub.faults = [lambda request: (500, 'text/plain', '') if request.get('offset') == '3' else None]
        self.assertEqual(self.add()['new'], 6)
        self.stub.faults = []
        self.stub.take_log()
        self.assertEqual(self.counts(self.sync())[:2], ('updated', 4))
        self.assertEqual([(request.get('location_code'), request.get('offset')) for request in self.stub.data_reads()],
                         [('MLI', '0'), ('MLI', '3'), ('NER', '0')])

    def test_faults(self):
        self.be_signed_in(self.USER, self.APPLICATION)
        self.check_faults((
            *COMMON_FAULTS,
            ((403, stubs.JSON, '{}'), 'refused', 'credentials', 'sign in again', 'connectez-vous de nouveau'),
        ))


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
