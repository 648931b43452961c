#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""The first and the second sync of 200 feeds, beside newsboat where it is installed.

Usage: sync.py CLI SAMPLE [--feeds N] [--items N]. SAMPLE is the folder of the sample
dossier, whose words and names the made-up items are of. One server on the loopback
answers both programs in turn, in a home of their own; it counts what it is asked.
Of ours it is told when the rows can be seen by another program, when they are in
the index with what they name, and how much memory the process took.
"""
import argparse
import hashlib
import http.server
import json
import os
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

WORDS_AN_ITEM = 400
N_WORDS = 30000
NAME_SHARE = 0.04
EXPONENT = 1.05
SECONDS_BETWEEN_LOOKS = 0.01
SECONDS_AT_MOST = 600

# Of newsboat's time.
GOAL_VISIBLE = 1 / 6
GOAL_INDEXED = 1 / 2
GOAL_SECOND = 1 / 60
GOAL_MEMORY_MIB = 120


def read_words(sample):
    """The words of the sample's texts, the commonest first, and the names of its records."""
    counts, names = {}, set()
    for path in sorted(sample.glob('*.json')):
        text = path.read_text()
        for word in re.findall(r'[^\W\d_]{2,}', text):
            counts[word.lower()] = counts.get(word.lower(), 0) + 1
        names.update(re.findall(r'"fr": "([A-Z][^"]{3,40})"', text))
    return sorted(counts, key=lambda word: -counts[word]), sorted(names)


class Feeds:
    """Made-up feeds: the same for the same seed."""

    def __init__(self, sample, n_feeds, n_items):
        self.random = random.Random(20260601)
        words, self.names = read_words(sample)
        # A catalogue of years has more words than the sample: the others are made of its syllables.
        syllables = [word[:3] for word in words if len(word) > 3]
        while len(words) < N_WORDS:
            words.append(''.join(self.random.choices(syllables, k=3)))
        self.words = words
        self.weights = [1 / (rank + 3) ** EXPONENT for rank in range(len(words))]
        self.bodies = [self.make_feed(feed, n_items) for feed in range(n_feeds)]

    def make_text(self):
        """An article's worth of words, in sentences, with names among them."""
        words = self.random.choices(self.words, self.weights, k=WORDS_AN_ITEM)
        for i in range(WORDS_AN_ITEM):
            if self.random.random() < NAME_SHARE:
                words[i] = self.random.choice(self.names)
        sentences = [' '.join(words[i:i + 20]) for i in range(0, len(words), 20)]
        return ''.join(f'<p>{sentence[:1].upper()}{sentence[1:]}.</p>' for sentence in sentences)

    def make_feed(self, feed, n_items):
        """A feed in RSS, with its items whole."""
        items = []
        for item in range(n_items):
            day = 1 + item % 28
            title = ' '.join(self.random.choices(self.words, self.weights, k=8)).capitalize()
            items.append(f'<item><title>{title}</title><link>https://example.org/{feed}/{item}</link>'
                         f'<guid isPermaLink="false">{feed}-{item}</guid>'
                         f'<pubDate>{day:02} Jun 2026 {item % 24:02}:00:00 GMT</pubDate>'
                         f'<content:encoded><![CDATA[{self.make_text()}]]></content:encoded></item>')
        return ('<?xml version="1.0" encoding="UTF-8"?>'
                '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
                f'<title>Fil {feed}</title><link>https://example.org/{feed}/</link><language>fr</language>'
                f'<description>Essai</description>{"".join(items)}</channel></rss>').encode()


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers with a feed, or with 304 to who has it already."""
    protocol_version = 'HTTP/1.1'

    def do_GET(self):
        """One feed, by its number."""
        body = self.server.bodies[int(self.path[1:])]
        tag = f'"{hashlib.sha1(body).hexdigest()}"'
        is_known = self.headers.get('If-None-Match') == tag
        with self.server.lock:
            self.server.answers[304 if is_known else 200] += 1
        self.send_response(304 if is_known else 200)
        self.send_header('ETag', tag)
        if not is_known:
            self.send_header('Content-Type', 'application/rss+xml')
            self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        if not is_known:
            self.wfile.write(body)

    def log_message(self, *_arguments):
        """Says nothing."""


def serve(bodies):
    """A server of the feeds, in a thread of its own."""
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
    server.bodies = bodies
    server.lock = threading.Lock()
    server.answers = {200: 0, 304: 0}
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def read_peak(pid):
    """The most memory that a running process has had, in MiB; its own, which what the system
    counts of an ended one is not: that begins with the memory of who started it."""
    try:
        status = pathlib.Path(f'/proc/{pid}/status').read_text()
    except OSError:
        return 0
    found = re.search(r'VmHWM:\s+(\d+) kB', status)
    return int(found[1]) / 1024 if found else 0


def run(arguments, environment):
    """How long a program takes, in seconds, and its memory at the most, in MiB."""
    started = time.monotonic()
    process = subprocess.Popen(arguments, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    memory = 0
    while process.poll() is None:
        memory = max(memory, read_peak(process.pid))
        time.sleep(SECONDS_BETWEEN_LOOKS)
    return time.monotonic() - started, memory


def watch_rows(catalogue, n_rows, seen, stop):
    """Notes when another program sees all documents."""
    connection = sqlite3.connect(f'file:{catalogue}?mode=ro', uri=True, timeout=SECONDS_AT_MOST)
    while not stop.is_set() and not seen:
        if connection.execute('SELECT count (*) FROM document').fetchone()[0] >= n_rows:
            seen.append(time.monotonic())
        stop.wait(SECONDS_BETWEEN_LOOKS)
    connection.close()


class Ours:
    """Our command line, with a catalogue that has the sample's names."""

    def __init__(self, cli, folder, environment, server):
        self.cli, self.environment, self.server = cli, environment, server
        self.catalogue = str(folder / 'catalogue.db')
        self.call('init', '--sample')
        self.n_before = self.count_documents()
        outlines = ''.join(f'<outline type="rss" text="Fil {i}" xmlUrl="http://127.0.0.1:{server.server_port}/{i}"/>'
                           for i in range(len(server.bodies)))
        opml = folder / 'feeds.opml'
        opml.write_text(f'<opml version="2.0"><head/><body>{outlines}</body></opml>')
        self.call('feed', 'import', str(opml))
        # Else the sample's own names would be found in this time.
        self.call('search', 'azawad')

    def command(self, *arguments):
        """The whole of a command line."""
        return [self.cli, '--catalogue', self.catalogue, *arguments]

    def call(self, *arguments):
        """Runs a command that must go well."""
        subprocess.run(self.command(*arguments), env=self.environment, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, check=True)

    def count_documents(self):
        """How many documents the catalogue has."""
        with sqlite3.connect(self.catalogue) as connection:
            return connection.execute('SELECT count (*) FROM document').fetchone()[0]

    def sync(self, n_items):
        """Seconds until the rows are seen and until all is done, and MiB."""
        seen, stop = [], threading.Event()
        watcher = threading.Thread(target=watch_rows, args=(self.catalogue, self.n_before + n_items, seen, stop))
        watcher.start()
        started = time.monotonic()
        took, memory = run(self.command('sync', '--now'), self.environment)
        stop.set()
        watcher.join()
        return (seen[0] - started if seen else None), took, memory


def measure_newsboat(folder, environment, server):
    """Seconds of newsboat's first and second reload, or nothing where it is missing."""
    if shutil.which('newsboat') is None:
        return None
    urls, config, cache = folder / 'urls', folder / 'config', folder / 'cache.db'
    urls.write_text(''.join(f'http://127.0.0.1:{server.server_port}/{i}\n' for i in range(len(server.bodies))))
    config.write_text('reload-threads 8\n')
    arguments = ['newsboat', '-u', str(urls), '-C', str(config), '-c', str(cache), '-x', 'reload']
    return [run(arguments, environment)[0] for _ in range(2)]


def describe(seconds, peer, goal):
    """A time, as a share of newsboat's where that is known."""
    if seconds is None:
        return 'never'
    if peer is None:
        return f'{seconds:.3f} s'
    return f'{seconds:.3f} s, {seconds / peer:.3f} × newsboat (goal: at most {goal:.3f})'


def main():
    """Measures both programs and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('cli')
    parser.add_argument('sample', type=pathlib.Path)
    parser.add_argument('--feeds', type=int, default=200)
    parser.add_argument('--items', type=int, default=100)
    options = parser.parse_args()
    n_items = options.feeds * options.items
    server = serve(Feeds(options.sample, options.feeds, options.items).bodies)
    size = sum(map(len, server.bodies)) / 1e6
    print(f'{options.feeds} feeds of {options.items} items, {size:.1f} MB')

    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        environment = dict(os.environ, HOME=name, GIO_USE_PROXY_RESOLVER='dummy')
        for kind in ('DATA', 'CONFIG', 'CACHE', 'STATE'):
            environment[f'XDG_{kind}_HOME'] = str(folder / kind.lower())
        peer = measure_newsboat(folder, environment, server)
        if peer is not None:
            print(f'newsboat: first {peer[0]:.2f} s, second {peer[1]:.2f} s')
        first_peer, second_peer = peer if peer is not None else (None, None)

        ours = Ours(options.cli, folder, environment, server)
        _, idle_memory = run(ours.command('feed', 'list'), environment)
        visible, indexed, memory = ours.sync(n_items)
        print('first sync, rows visible:', describe(visible, first_peer, GOAL_VISIBLE))
        print('first sync, indexed with names:', describe(indexed, first_peer, GOAL_INDEXED))
        print(f'first sync, memory: {memory - idle_memory:.0f} MiB more than a list of the feeds '
              f'(goal: at most {GOAL_MEMORY_MIB})')
        server.answers = {200: 0, 304: 0}
        _, second, _ = ours.sync(n_items)
        print('second sync:', describe(second, second_peer, GOAL_SECOND))
        print('second sync, answers:', json.dumps(server.answers))
    return 0


if __name__ == '__main__':
    sys.exit(main())
