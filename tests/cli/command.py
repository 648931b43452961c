#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Runs sahel-brief-cli as a person or a script would: one catalogue in a folder
of its own for each test, and feeds from a server on the loopback."""
import http.server
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import unittest

CLI, BUILD_ROOT = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
del sys.argv[1:3]

ITEM = ('<item><guid>{0}</guid><title>{1}</title><link>https://presse.example/{0}</link>'
        '<pubDate>Wed, 29 Apr 2026 08:00:00 GMT</pubDate><description>{2}</description></item>')
FEED = ('<?xml version="1.0"?><rss version="2.0"><channel><title>Le fil du fleuve</title>'
        '<link>https://presse.example/</link><language>fr</language>{}</channel></rss>')
FIRST = ITEM.format('a', 'Convoi à Kayes', 'Un convoi est arrivé.')
SECOND = ITEM.format('b', 'Marché de Gao', 'Le marché a rouvert.')
PAGE = ('<!DOCTYPE html><html lang="fr"><head><title>Le fleuve</title>'
        '<link rel="alternate" type="application/rss+xml" href="/feed"></head><body><p>Bonjour</p></body></html>')
ARTICLE = ('<!DOCTYPE html><html lang="fr"><head><title>La crue du fleuve</title></head><body><nav>Menu</nav>'
           '<article><h1>La crue du fleuve</h1>' +
           '<p>Le fleuve a monté cette semaine, et les pêcheurs de la région sont rentrés plus tôt que prévu. '
           'Les marchés des rives ont été déplacés vers les hauteurs.</p>' * 4 +
           '<script>alert(1)</script></article></body></html>')


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers from the table of its server: path → (status, type, text)."""

    def do_GET(self):
        status, kind, text = self.server.answers.get(self.path, (404, 'text/plain', 'no'))
        etag = '"%x"' % (hash(text) & 0xffffffff)
        if status == 200 and self.headers['If-None-Match'] == etag:
            status, text = 304, ''
        body = text.encode()
        self.send_response(status)
        self.send_header('ETag', etag)
        if status != 304:
            self.send_header('Content-Type', kind)
            self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


class CliCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.catalogue = self.folder / 'catalogue.db'

    def run_cli(self, *arguments, language='en', **options):
        environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': language,
                       'HOME': str(self.folder), 'XDG_DATA_HOME': str(self.folder / 'data'),
                       'SB_LOCALEDIR': str(BUILD_ROOT / 'po'), 'GIO_USE_PROXY_RESOLVER': 'dummy'}
        for name in ('http_proxy', 'https_proxy', 'all_proxy'):
            environment.pop(name, None)
        options.setdefault('stdout', subprocess.PIPE)
        options.setdefault('timeout', 300)
        return subprocess.run([str(CLI), '--catalogue', str(self.catalogue), *map(str, arguments)],
                              env=environment, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              encoding='utf-8', check=False, **options)

    def ask(self, *arguments, status=0):
        """The answer in JSON."""
        done = self.run_cli(*arguments, '--json')
        self.assertEqual(done.returncode, status, done.stderr)
        return json.loads(done.stdout)

    def expect(self, status, sentence, *arguments, **options):
        """The command ends with @status and says @sentence, once."""
        done = self.run_cli(*arguments, **options)
        self.assertEqual(done.returncode, status, done.stderr)
        self.assertIn(sentence, done.stderr)
        self.assertEqual(done.stderr.count(sentence), 1)
        return done

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def serve(self, **answers):
        """Starts a server; what it answers may be changed while it runs."""
        server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        server.answers = {f'/{path}': answer for path, answer in answers.items()}
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return server, f'http://127.0.0.1:{server.server_port}'
