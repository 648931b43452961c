#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Kills the command line at random moments of its work, by kill -9: what it had
said is stored is there, each feed and each file whole or not at all, and the
catalogue is sound; doing the work again completes it, and again changes nothing.

    test-killed.py CLI BUILD_ROOT [--rounds N] [--seed N]

--rounds is for each kind of work; the seed of a run that fails is in its output.
"""
import argparse
import contextlib
import http.server
import json
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import threading
import time
import unittest

N_FEEDS = 8
N_FILES = 12
N_TEXTS = 600
FEED = ('<?xml version="1.0"?><rss version="2.0"><channel><title>Fil {0}</title>'
        '<link>https://presse{0}.example/</link>{1}</channel></rss>')
ITEM = ('<item><guid>{0}-{1}</guid><title>Dépêche {0}-{1}</title><link>https://presse{0}.example/{1}</link>'
        '<pubDate>Wed, 29 Apr 2026 08:00:00 GMT</pubDate><description>{2}</description></item>')
WORDS = 'Le convoi est arrivé à Kayes après trois jours de route, et le marché de Gao a rouvert. ' * 20


class Handler(http.server.BaseHTTPRequestHandler):
    """Each feed has its number of items, which grows while it is asked for."""

    def do_GET(self):
        feed = int(self.path.rsplit('/', 1)[1])
        items = ''.join(ITEM.format(feed, item, WORDS) for item in range(self.server.lengths[feed]))
        body = FEED.format(feed, items).encode()
        self.send_response(200)
        self.send_header('Content-Type', 'application/rss+xml')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except ConnectionError:
            pass  # It was killed.

    def log_message(self, *arguments):
        pass


class Killed(unittest.TestCase):
    rounds = 0
    seed = 0
    cli = build_root = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.catalogue = self.folder / 'catalogue.db'
        self.random = random.Random(self.seed)
        self.environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en', 'HOME': str(self.folder),
                            'XDG_DATA_HOME': str(self.folder / 'data'), 'SB_LOCALEDIR': str(self.build_root / 'po'),
                            'GIO_USE_PROXY_RESOLVER': 'dummy'}
        for name in ('http_proxy', 'https_proxy', 'all_proxy'):
            self.environment.pop(name, None)

    def start(self, *arguments):
        return subprocess.Popen([str(self.cli), '--catalogue', str(self.catalogue), *map(str, arguments)],
                                env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE)

    def run_whole(self, *arguments):
        """Runs to the end; returns the time it took and what it printed."""
        start = time.monotonic()
        process = self.start(*arguments)
        output, errors = process.communicate(timeout=300)
        self.assertEqual(process.returncode, 0, errors.decode())
        return time.monotonic() - start, output.decode()

    def ask(self, *arguments):
        return json.loads(self.run_whole(*arguments, '--json')[1])

    def run_killed(self, longest, *arguments):
        """Kills it at some moment of the time it takes; returns whether it came to that, and what it said."""
        process = self.start(*arguments)
        timer = threading.Timer(self.random.uniform(0, longest), process.send_signal, (signal.SIGKILL,))
        timer.start()
        output, errors = process.communicate(timeout=300)
        timer.cancel()
        self.assertIn(process.returncode, (0, -signal.SIGKILL), errors.decode())
        return process.returncode != 0, output.decode() + errors.decode()

    def check(self):
        self.assertTrue(self.ask('check')['sound'])

    def titles(self):
        return sorted(document['title'] for document in self.ask('list', 'documents'))

    def test_sync(self):
        """Of each feed there is what it held at one moment, and no less than before."""
        server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        server.lengths = [3] * N_FEEDS
        threading.Thread(target=server.serve_forever, daemon=True).start()
        outlines = ''.join(f'<outline type="rss" text="Fil {i}" xmlUrl="http://127.0.0.1:{server.server_port}/{i}"/>'
                           for i in range(N_FEEDS))
        (self.folder / 'feeds.opml').write_text(f'<opml version="2.0"><body>{outlines}</body></opml>')
        self.run_whole('init')
        self.run_whole('import', self.folder / 'feeds.opml')
        longest, _ = self.run_whole('sync', '--now')
        stored = [3] * N_FEEDS
        killed = 0
        for _ in range(self.rounds):
            for feed in range(N_FEEDS):
                server.lengths[feed] += self.random.randrange(0, 3)
            was_killed, _ = self.run_killed(longest * 1.2, 'sync', '--now')
            killed += was_killed
            self.check()
            titles = self.titles()
            for feed in range(N_FEEDS):
                count = sum(title.startswith(f'Dépêche {feed}-') for title in titles)
                self.assertIn(count, (stored[feed], server.lengths[feed]), f'feed {feed}')
                self.assertTrue(was_killed or count == server.lengths[feed])
                self.assertEqual(sorted(f'Dépêche {feed}-{item}' for item in range(count)),
                                 [title for title in titles if title.startswith(f'Dépêche {feed}-')])
                stored[feed] = count
        self.run_whole('sync', '--now')
        self.assertEqual(len(self.titles()), sum(server.lengths))
        again = self.ask('sync', '--now')['feeds']
        self.assertEqual({feed['state'] for feed in again}, {'unchanged'})
        self.assertEqual(len(self.titles()), sum(server.lengths))
        self.check()
        print(f'sync: {killed} of {self.rounds} killed, {len(self.titles())} documents')

    def count(self, query):
        """What another program sees in the catalogue."""
        with contextlib.closing(sqlite3.connect(f'file:{self.catalogue}?mode=ro', uri=True, timeout=60)) as connection:
            return connection.execute(query).fetchone()[0]

    def test_texts(self):
        """The documents of a feed are seen before their text was taken out; that waits for the next sync when
        the first is killed in between, and is there for whoever asks meanwhile."""
        server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        server.lengths = [N_TEXTS]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        (self.folder / 'feeds.opml').write_text('<opml version="2.0"><body><outline type="rss" text="Fil" '
                                                f'xmlUrl="http://127.0.0.1:{server.server_port}/0"/></body></opml>')
        self.run_whole('init')
        self.run_whole('import', self.folder / 'feeds.opml')
        n_undoable = self.count('SELECT count (*) FROM history WHERE label IS NOT NULL')
        process = self.start('sync', '--now')
        with contextlib.closing(sqlite3.connect(f'file:{self.catalogue}?mode=ro', uri=True, timeout=60)) as connection:
            while process.poll() is None and connection.execute('SELECT count (*) FROM document').fetchone()[0] == 0:
                time.sleep(0.001)
            process.kill()
        process.communicate()
        self.assertEqual(process.returncode, -signal.SIGKILL)
        self.assertEqual(self.count('SELECT count (*) FROM document'), N_TEXTS)
        n_waiting = self.count('SELECT count (*) FROM text_pending')
        self.assertGreater(n_waiting, 0)
        self.assertEqual(self.count('SELECT count (*) FROM body') + n_waiting, N_TEXTS)
        self.check()

        last = self.count('SELECT max (document) FROM text_pending')
        text = self.ask('show', 'document', last)['text']
        self.assertIn('Le convoi est arrivé à Kayes', text)
        self.assertEqual(self.count('SELECT count (*) FROM text_pending'), n_waiting)

        again = self.ask('sync', '--now')['feeds']
        self.assertEqual([(feed['state'], feed['new'], feed['updated']) for feed in again], [('unchanged', 0, 0)])
        self.assertEqual(self.count('SELECT count (*) FROM text_pending'), 0)
        self.assertEqual(self.count('SELECT count (*) FROM body WHERE text LIKE \'Le convoi%\''), N_TEXTS)
        self.assertEqual(self.count('SELECT count (*) FROM history WHERE label IS NOT NULL'), n_undoable)
        self.assertEqual(self.ask('search', 'convoi')['total'], N_TEXTS)
        self.check()

    def test_import(self):
        """A file that it said is stored is; the others are, whole, or are not."""
        self.run_whole('init')
        files = []
        for i in range(N_FILES):
            files.append(self.folder / f'warm-{i}.txt')
            files[-1].write_text(f'Essai {i}\n\n{WORDS}')
        longest, _ = self.run_whole('import', *files)
        expected = len(files)
        killed = 0
        for number in range(self.rounds):
            files = []
            for i in range(N_FILES):
                files.append(self.folder / f'note-{number}-{i}.txt')
                files[-1].write_text(f'Note {number}-{i}\n\n{WORDS}')
            was_killed, said = self.run_killed(longest * 1.1, 'import', *files)
            killed += was_killed
            self.check()
            documents = {title for title in self.titles() if title.startswith(f'Note {number}-')}
            told = {f'Note {number}-{i}' for i in range(N_FILES) if f'note-{number}-{i}.txt: 1 new' in said}
            self.assertLessEqual(told, documents)
            self.assertLessEqual(len(documents), len(told) + 1)
            again = self.ask('import', *files)['files']
            self.assertEqual(sum(file['unchanged'] for file in again), len(documents))
            self.assertEqual(sum(file['added'] + file['unchanged'] for file in again), N_FILES)
            expected += N_FILES
        self.assertEqual(len(self.titles()), expected)
        self.check()
        print(f'import: {killed} of {self.rounds} killed, {expected} documents')

    def test_dossier(self):
        """All of the sample dossier is there, or none of it."""
        self.run_whole('init')
        longest, _ = self.run_whole('init', '--sample')
        whole = len(self.ask('list', 'events'))
        killed = 0
        for _ in range(self.rounds):
            for path in self.folder.glob('catalogue.db*'):
                path.unlink()
            was_killed, _ = self.run_killed(longest * 1.1, 'init', '--sample')
            killed += was_killed
            self.run_whole('init')
            self.check()
            self.assertIn(len(self.ask('list', 'events')), (0, whole))
        self.run_whole('init', '--sample')
        self.assertEqual(len(self.ask('list', 'events')), whole)
        print(f'dossier: {killed} of {self.rounds} killed')

    def test_restore(self):
        """The one catalogue is there, or the other; with a file that can be opened and with one that cannot."""
        self.run_whole('init', '--sample')
        one = len(self.ask('list', 'events'))
        self.run_whole('backup', self.folder / 'one.db')
        self.catalogue = self.folder / 'two.db'
        self.run_whole('init')
        self.catalogue = self.folder / 'catalogue.db'
        longest = min(self.run_whole('restore', self.folder / name)[0] for name in ('two.db', 'one.db', 'two.db'))
        killed = 0
        for number in range(self.rounds):
            is_damaged = number % 3 == 2
            if is_damaged:
                self.catalogue.write_bytes(b'x' * 50_000)
            source = self.folder / ('one.db' if number % 2 else 'two.db')
            was_killed, _ = self.run_killed(longest, 'restore', source)
            killed += was_killed
            if is_damaged and self.catalogue.read_bytes() == b'x' * 50_000:
                self.run_whole('restore', source)
            self.check()
            self.assertIn(len(self.ask('list', 'events')), (0, one))
            shutil.rmtree(self.folder / 'backups', ignore_errors=True)
        self.run_whole('restore', self.folder / 'one.db')
        self.assertEqual(len(self.ask('list', 'events')), one)
        print(f'restore: {killed} of {self.rounds} killed')


if __name__ == '__main__':
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('cli', type=pathlib.Path)
    parser.add_argument('build_root', type=pathlib.Path)
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--seed', type=int, default=random.randrange(10 ** 6))
    given, rest = parser.parse_known_args()
    Killed.cli, Killed.build_root = given.cli.resolve(), given.build_root.resolve()
    Killed.rounds, Killed.seed = given.rounds, given.seed
    print(f'--rounds {given.rounds} --seed {given.seed}', flush=True)
    unittest.main(argv=[__file__, *rest], verbosity=1)
