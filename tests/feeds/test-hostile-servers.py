#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Lets the fetcher ask every server of hostile_servers.py, then the whole program:
each ends as it has to, within its limits of bytes, time and memory."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import hostile_servers

FETCH, CLI, BUILD_ROOT = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
del sys.argv[1:4]

MAX_BYTES = 1_000_000
MAX_SECONDS = 15.0  # of one fetch whose limit is 1.2, on a machine with much else to do
MAX_MEMORY = 120 * 1000  # kB, of the whole program
IS_SLOW = 'SB_TEST_SLOW' in os.environ
IS_SANITIZED = 'ASAN_OPTIONS' in os.environ and 'sanitize' in str(BUILD_ROOT)

# Ten times the limits of the others, in milliseconds.
PATIENCE = ('--idle-timeout', '4000', '--total-timeout', '12000')

# Of the program, whose limits are 8 MiB, 20 and 60 seconds.
LARGE_BYTES = 8_000_000
IS_ALONE = hostile_servers.enter_network()


def make_environment(folder):
    environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en', 'HOME': folder, 'XDG_DATA_HOME': folder,
                   'SB_LOCALEDIR': str(BUILD_ROOT / 'po'), 'GIO_USE_PROXY_RESOLVER': 'dummy'}
    # libsoup warns of some of what they send.
    for name in ('http_proxy', 'https_proxy', 'all_proxy', 'SB_CLOCK', 'G_DEBUG'):
        environment.pop(name, None)
    return environment


def run_measured(arguments, environment):
    """What it wrote, and its peak of memory in kB."""
    with subprocess.Popen([str(a) for a in arguments], env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE) as process:
        output = []
        reader = threading.Thread(target=lambda: output.append(process.stdout.read()))
        reader.start()
        _pid, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        reader.join()
    return process.returncode, output[0].decode(), usage.ru_maxrss


def make_large_feed(text):
    """Almost as large as a feed may be."""
    item = ('<item><guid>{0}</guid><title>Titre {0}</title><link>https://p.example/{0}</link>'
            '<description>{1}</description></item>')
    items = (item.format(number, text) for number in range(LARGE_BYTES // len(item.format(99999, text).encode())))
    return ('<?xml version="1.0"?><rss version="2.0"><channel><title>Grand</title>' + ''.join(items) +
            '</channel></rss>').encode()


class Hostile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.servers = hostile_servers.Servers(IS_ALONE)
        cls.rows = cls.servers.rows
        cls.urls = [cls.servers.get_url(row, number) for number, row in enumerate(cls.rows)]

    def fetch(self, urls, *options):
        with tempfile.TemporaryDirectory() as folder:
            status, output, memory = run_measured([FETCH, *options, '--', *urls], make_environment(folder))
        self.assertEqual(status, 0)
        results = {}
        for line in output.splitlines():
            number, code, *numbers = line.split()
            results[int(number)] = (code, *map(int, numbers))
        return results, memory

    def test_there_are_enough(self):
        self.assertGreaterEqual(len(hostile_servers.ROWS), 51)
        self.assertEqual(len({row.name for row in self.rows}), len(self.rows))

    def ask_again(self, results, *options):
        """Those that were too slow though nothing in them is: other programs had the machine."""
        hasty = [number for number, row in enumerate(self.rows)
                 if results[number][0] == 'timeout' and 'timeout' not in row.code]
        if hasty:
            again, _memory = self.fetch([self.urls[number] for number in hasty], *options, *PATIENCE)
            results.update((number, again[i]) for i, number in enumerate(hasty))

    def test_each(self):
        certificate = pathlib.Path(hostile_servers.__file__).with_name('loopback.pem')
        results, memory = self.fetch(self.urls, '--trust', certificate)
        self.ask_again(results, '--trust', certificate)
        for number, row in enumerate(self.rows):
            with self.subTest(row.name):
                code, _status, on_wire, in_body, milliseconds = results[number]
                print(f'# {row.name}: {code}, {on_wire} B on the wire, {in_body} B, {milliseconds} ms')
                self.assertIn(code, (row.code,) if isinstance(row.code, str) else row.code)
                self.assertLessEqual(in_body, MAX_BYTES)
                self.assertLess(milliseconds, MAX_SECONDS * 1000)
                # What the system had received when it was broken off.
                self.assertLess(on_wire, MAX_BYTES + 4_000_000)
        print(f'# {len(self.rows)} servers, {memory} kB at most')
        if not IS_SANITIZED:
            self.assertLess(memory, MAX_MEMORY)
        self.assertEqual(self.servers.secrets, [])

    def test_certificate_is_not_trusted(self):
        numbers = [number for number, row in enumerate(self.rows) if row.name in ('tls-plain', 'h2-plain')]
        results, _memory = self.fetch([self.urls[number] for number in numbers])
        self.assertEqual([results[i][0] for i in range(len(numbers))], ['tls', 'tls'])

    @unittest.skipUnless(IS_ALONE, 'this machine gives nobody a network of his own')
    def test_public(self):
        """The table is of use only where its public servers are public."""
        self.assertIn('public', self.servers.table)


class Program(unittest.TestCase):
    """All of them are feeds of one catalogue, and large ones beside."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.servers = hostile_servers.Servers(IS_ALONE)
        rows = [row for row in self.servers.rows
                if (IS_SLOW or not row.is_slow) and row.scheme in ('http', 'dead', 'deaf', 'silent-tls', 'plain-tls')
                and not row.name.endswith('.example') and not (row.host or '').endswith('.example')]
        # What is in tags is quickly stored; so much text would take its time.
        large = make_large_feed(f'&lt;p title="{"x" * 5000}"&gt;Un convoi est parti.&lt;/p&gt;')
        for number in range(8 if IS_SLOW else 2):
            row = hostile_servers.Row(f'large-{number}', 'ok', hostile_servers.whole(large))
            self.servers.table[row.name] = row
            rows.append(row)
        self.rows = rows

    def run_cli(self, *arguments):
        status, output, memory = run_measured(
            [CLI, '--catalogue', self.folder / 'catalogue.db', *arguments, '--json'], make_environment(str(self.folder)))
        self.assertEqual(status, 0)
        return json.loads(output), memory

    def test_sync(self):
        outlines = ''.join(f'<outline type="rss" text="{row.name}" xmlUrl="{self.servers.get_url(row, number)}"/>'
                           for number, row in enumerate(self.rows))
        opml = self.folder / 'feeds.opml'
        opml.write_text(f'<opml version="2.0"><body>{outlines}</body></opml>', encoding='utf-8')
        self.run_cli('feed', 'import', opml)
        start = time.monotonic()
        answer, memory = self.run_cli('sync', '--now')
        print(f'# {len(self.rows)} feeds, {time.monotonic() - start:.1f} s, {memory} kB at most')
        outcomes = {outcome['title']: outcome for outcome in answer['feeds']}
        slowest = max(answer['feeds'], key=lambda outcome: outcome['ms'])
        print(f'# the slowest was {slowest["title"]}, {slowest["ms"]} ms')
        self.assertEqual(len(outcomes), len(self.rows))
        for row in self.rows:
            with self.subTest(row.name):
                outcome = outcomes[row.name]
                code = outcome['error']['code'] if outcome['error'] else 'ok'
                codes = (row.code,) if isinstance(row.code, str) else row.code
                # A feed that breaks off is taken as far as it goes; one may have no entries.
                self.assertIn(code, (*codes, 'incomplete', 'empty') if 'ok' in codes else codes)
        if not IS_SANITIZED:
            self.assertLess(memory, MAX_MEMORY)
        self.assertEqual(self.servers.secrets, [])


if __name__ == '__main__':
    unittest.main()
