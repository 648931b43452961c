#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Syncs with data services through sahel-brief-cli: stubs on the loopback answer as the
services document, and as they must not. Secrets go to libsecret's own file, so that no
keyring of a desktop is needed."""
import json
import os
import pathlib
import re
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
