#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Runs sahel-brief-cli as a person or a script would: one catalogue in a folder
of its own for each test, and feeds from a server on the loopback."""
import contextlib
import ctypes
import hashlib
import http.server
import json
import os
import pathlib
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import unittest
import unittest.mock
import uuid
import zipfile

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
DISK_LIMIT = 400_000  # bytes: less than the sample needs


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


class Catalogue(CliCase):
    def test_init(self):
        self.assertTrue(self.ask('init')['new'])
        self.assertFalse(self.ask('init')['new'])
        self.assertEqual(self.ask('list', 'events'), [])
        self.assertTrue(self.ask('check')['sound'])

    def test_sample(self):
        first = self.ask('init', '--sample')
        again = self.ask('init', '--sample')
        self.assertGreater(first['added'], 100)
        self.assertEqual((again['added'], again['updated']), (0, 0))
        self.assertTrue(self.ask('check')['sound'])

    def test_saved(self):
        self.run_cli('init', '--sample')
        self.assertEqual(self.ask('saved', 'list'), [])
        self.expect(0, 'No search is saved.', 'saved', 'list')
        self.assertEqual(self.run_cli('saved', 'add', 'Blocus', 'blocus kayes', '--watch').returncode, 0)
        self.assertEqual(self.run_cli('saved', 'add', 'Anglais', 'lang:en').returncode, 0)
        english, blocked = self.ask('saved', 'list')
        self.assertEqual((blocked['name'], blocked['query'], blocked['watched']), ('Blocus', 'blocus kayes', True))
        self.assertGreater(blocked['total'], 0)
        self.assertEqual((english['watched'], english['new'], blocked['new']), (False, 0, 0))

        self.run_cli('import', self.write('neuf.txt', 'Le blocus de Kayes est levé, dit un transporteur de la ville.\n'))
        self.assertEqual([search['new'] for search in self.ask('saved', 'list')], [0, 1])
        found = self.ask('saved', 'run', 'blocus')
        self.assertTrue(all(result['kind'] == 'document' for result in found['results']))
        self.assertEqual([search['new'] for search in self.ask('saved', 'list')], [0, 0])

        self.assertEqual(self.run_cli('saved', 'remove', blocked['id']).returncode, 0)
        self.assertEqual([search['name'] for search in self.ask('saved', 'list')], ['Anglais'])
        self.expect(1, 'There is no saved search “Blocus”.', 'saved', 'run', 'Blocus')
        self.expect(2, '“nonsense” is not a kind of record', 'saved', 'add', 'Rien', 'kind:nonsense')

    def test_backup(self):
        self.run_cli('init', '--sample')
        events = self.ask('list', 'events')
        copy = self.folder / 'copy.db'
        self.assertEqual(self.ask('backup', copy)['file'], str(copy))
        self.expect(1, 'already there', 'backup', copy)
        self.catalogue = copy
        self.assertEqual(self.ask('list', 'events'), events)

    def test_daily_backup(self):
        """What was there before the first write of the day is kept; a new catalogue has nothing to keep."""
        self.run_cli('init', '--sample')
        self.assertEqual(self.ask('backup', '--list')['backups'], [])
        self.ask('list', 'events')
        self.assertEqual(self.ask('restore')['backups'], [])
        self.ask('import', self.write('a.txt', 'Le convoi est arrivé à Kayes.'))
        self.ask('import', self.write('b.txt', 'Le marché de Gao a rouvert.'))
        backups = self.ask('restore', '--list')['backups']
        self.assertEqual([backup['kind'] for backup in backups], ['daily'])
        self.assertEqual(backups[0]['bytes'], pathlib.Path(backups[0]['file']).stat().st_size)
        self.assertIn('Quotidienne', self.run_cli('restore', language='fr').stdout)

    def test_backup_fails(self):
        """Work goes on, and it is said that there is no backup."""
        self.run_cli('init', '--sample')
        (self.folder / 'backups').write_text('a file where the folder should be')
        done = self.expect(0, 'Aucune sauvegarde du jour', 'import', self.write('a.txt', 'Un texte.'), language='fr')
        self.assertNotIn('Traceback', done.stderr)
        self.assertEqual(len([one for one in self.ask('list', 'documents') if one['title'] == 'Un texte.']), 1)

    def test_restore(self):
        self.run_cli('init', '--sample')
        before = len(self.ask('list', 'documents'))
        self.ask('import', self.write('a.txt', 'Le convoi est arrivé à Kayes.'))
        name = pathlib.Path(self.ask('restore')['backups'][0]['file']).name
        answer = self.ask('restore', name)
        self.assertFalse(answer['replaced'])
        self.assertTrue(self.ask('check')['sound'])
        self.assertEqual(len(self.ask('list', 'documents')), before)
        self.ask('restore', answer['kept'])
        self.assertEqual(len(self.ask('list', 'documents')), before + 1)
        self.assertEqual([one['kind'] for one in self.ask('restore')['backups']], ['restore', 'restore', 'daily'])

    def test_restore_what_is_none(self):
        self.run_cli('init', '--sample')
        before = self.catalogue.read_bytes()
        self.expect(1, 'Cette sauvegarde est endommagée', 'restore', self.write('x.db', b'x' * 5000), language='fr')
        self.expect(1, 'no catalogue of that name', 'restore', self.folder / 'none.db')
        self.expect(1, 'a folder', 'restore', self.folder)
        self.assertEqual(self.catalogue.read_bytes(), before)

    def test_restore_over_garbage(self):
        self.run_cli('init', '--sample')
        actors = self.ask('list', 'actors')
        self.ask('backup', self.folder / 'copy.db')
        self.catalogue.write_bytes(b'x' * 100_000)
        self.expect(1, 'not a catalogue', 'list', 'actors')
        answer = self.ask('restore', self.folder / 'copy.db')
        self.assertTrue(answer['replaced'])
        self.assertEqual(pathlib.Path(answer['kept']).read_bytes(), b'x' * 100_000)
        self.assertEqual(self.ask('list', 'actors'), actors)

    def break_extracts(self, count):
        database = sqlite3.connect(self.catalogue)
        database.execute('UPDATE extract SET start = start + 1 WHERE id IN (SELECT id FROM extract LIMIT ?)', (count,))
        database.commit()
        database.close()

    def test_check_finds(self):
        self.run_cli('init', '--sample')
        self.break_extracts(2)
        answer = self.ask('check', status=1)
        self.assertFalse(answer['sound'])
        self.assertEqual([(one['code'], one['count'], len(one['records']), one['repairable'])
                          for one in answer['findings']], [('extract', 2, 2, True)])
        done = self.run_cli('check', language='fr')
        self.assertIn('2 extraits', done.stdout)
        self.assertIn('check --repair', done.stderr)

    def test_repair(self):
        self.run_cli('init', '--sample')
        self.break_extracts(3)
        answer = self.ask('check', '--repair')
        self.assertTrue(answer['sound'])
        self.assertEqual(answer['repair']['moved'], 3)
        self.assertIsNone(self.ask('check', '--repair')['repair']['backup'])
        self.ask('restore', answer['repair']['backup'])
        self.assertFalse(self.ask('check', status=1)['sound'])

    def test_newer(self):
        self.run_cli('init')
        database = sqlite3.connect(self.catalogue)
        database.execute('PRAGMA journal_mode = DELETE')
        database.execute('PRAGMA user_version = 9999')
        database.close()
        before = self.catalogue.read_bytes()
        for command in (('list', 'events'), ('init',), ('import', self.write('a.txt', 'Un texte.'))):
            self.expect(1, 'Ce catalogue vient d’une version plus récente de SahelBrief', *command, language='fr')
        self.assertEqual(self.catalogue.read_bytes(), before)

    def test_foreign(self):
        database = sqlite3.connect(self.catalogue)
        database.execute('CREATE TABLE unicorn (id)')
        database.close()
        before = self.catalogue.read_bytes()
        self.expect(1, 'not a catalogue', 'init', '--sample')
        self.assertEqual(self.catalogue.read_bytes(), before)

    def test_no_database(self):
        self.catalogue.write_bytes(b'not a database at all, ' * 200)
        self.expect(1, 'This file is not a catalogue.', 'list', 'events')

    def test_full_disk(self):
        """A disk that is full keeps what was there and says so."""
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (DISK_LIMIT, DISK_LIMIT))

        self.run_cli('init')
        self.run_cli('import', self.write('a.txt', 'Le convoi est arrivé à Kayes.'))
        done = self.run_cli('init', '--sample', preexec_fn=limit)
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, 'disk (is full|could not be read or written)')
        self.assertTrue(self.ask('check')['sound'])
        self.assertEqual(self.ask('list', 'events'), [])
        self.assertEqual(len(self.ask('list', 'documents')), 1)
        self.assertGreater(self.ask('init', '--sample')['added'], 100)


class Rights(CliCase):
    """What may not be written to, for somebody who is not root."""

    def setUp(self):
        super().setUp()
        self.run_cli('init', '--sample')

    def tearDown(self):
        self.folder.chmod(0o755)

    @staticmethod
    def as_somebody():
        """Options of run_cli: root loses its right to everything."""
        def drop():
            for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
                ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP

        return {'preexec_fn': drop} if os.geteuid() == 0 else {}

    def test_locked_folder(self):
        """It can be read, and nothing is left beside it."""
        actor = self.ask('list', 'actors', '--limit', '1')[0]['id']
        for path in self.folder.glob('catalogue.db-*'):
            path.unlink()
        before = self.catalogue.read_bytes()
        self.folder.chmod(0o555)
        for command in (('list', 'actors'), ('show', 'actor', actor), ('check',)):
            done = self.run_cli(*command, **self.as_somebody())
            self.assertEqual(done.returncode, 0, done.stderr)
        done = self.run_cli('import', '/etc/hostname', language='fr', **self.as_somebody())
        self.assertEqual(done.returncode, 1)
        self.assertIn('Vérifiez les droits', done.stderr.replace('vérifiez', 'Vérifiez'))
        self.assertEqual(self.catalogue.read_bytes(), before)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ['catalogue.db'])

    def test_locked_folder_with_log(self):
        """Changes that wait in the log cannot be read without writing: that is said."""
        database = sqlite3.connect(self.catalogue)
        database.execute('PRAGMA wal_autocheckpoint = 0')
        database.execute('UPDATE record SET changed = changed + 1')
        database.commit()
        copies = {name: (self.folder / name).read_bytes() for name in ('catalogue.db', 'catalogue.db-wal')}
        database.close()
        (self.folder / 'catalogue.db-shm').unlink(missing_ok=True)
        for name, content in copies.items():
            (self.folder / name).write_bytes(content)
        self.folder.chmod(0o555)
        done = self.run_cli('list', 'actors', language='fr', **self.as_somebody())
        self.assertEqual(done.returncode, 1)
        self.assertIn('Les dernières modifications de ce catalogue', done.stderr)
        self.assertEqual({name: (self.folder / name).read_bytes() for name in copies}, copies)

    def test_locked_file(self):
        self.catalogue.chmod(0o444)
        before = self.catalogue.read_bytes()
        self.assertEqual(self.run_cli('list', 'actors', **self.as_somebody()).returncode, 0)
        done = self.run_cli('import', '/etc/hostname', **self.as_somebody())
        self.assertEqual(done.returncode, 1)
        self.assertIn('cannot be written to', done.stderr)
        self.assertEqual(self.catalogue.read_bytes(), before)

    def test_no_right_to_read(self):
        for path, mode in ((self.catalogue, 0o000), (self.folder, 0o600)):
            path.chmod(mode)
            done = self.run_cli('list', 'actors', **self.as_somebody())
            self.assertEqual(done.returncode, 1)
            self.assertIn('check the rights of its file and folder', done.stderr)


class Records(CliCase):
    @classmethod
    def setUpClass(cls):
        cls.shared = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.shared.cleanup)
        cls.sample = pathlib.Path(cls.shared.name) / 'sample.db'
        subprocess.run([str(CLI), '--catalogue', str(cls.sample), 'init', '--sample'], check=True,
                       stderr=subprocess.DEVNULL)

    def setUp(self):
        super().setUp()
        self.catalogue = self.sample

    def test_list(self):
        events = self.ask('list', 'events')
        self.assertGreaterEqual(len(events), 20)
        self.assertTrue(all(event['@kind'] == 'event' and event['id'] > 0 for event in events))
        self.assertGreaterEqual(len(self.ask('list', 'actor')), 20)
        self.assertGreaterEqual(len(self.ask('list', 'restrictions')), 6)
        self.assertEqual(len(self.ask('list', 'events', '--limit', '3')), 3)
        for kind, all_of_them in (('events', events), ('actors', self.ask('list', 'actors'))):
            self.assertEqual(self.ask('list', kind, '--limit', '3', '--after', all_of_them[4]['id']), all_of_them[5:8])

    def test_period(self):
        april = self.ask('list', 'events', '--from', '2026-04-25', '--to', '2026-04-29')
        self.assertTrue(0 < len(april) < len(self.ask('list', 'events')))

    def test_as_of(self):
        before = self.ask('list', 'restrictions', '--as-of', '2025-08-01')
        after = self.ask('list', 'restrictions', '--as-of', '2026-04-29')
        self.assertLess(len(before), len(after))

    def test_actor(self):
        by_name = self.ask('list', 'restrictions', '--actor', 'jnim')
        actor = next(actor for actor in self.ask('list', 'actors')
                     if 'JNIM' in json.dumps(actor.get('short_name', '')))
        self.assertTrue(by_name)
        self.assertEqual(by_name, self.ask('list', 'restrictions', '--actor', actor['id']))
        self.assertEqual(by_name, self.ask('list', 'restrictions', '--actor', actor['uuid']))
        self.assertEqual(by_name, self.ask('list', 'restrictions', '--actor', 'GSIM'))
        self.expect(2, 'there is no', 'list', 'events', '--actor', 'Unicorns')

    def test_place(self):
        self.assertTrue(self.ask('list', 'events', '--place', 'bamako'))

    def test_show(self):
        event = self.ask('list', 'events', '--limit', '1')[0]
        whole = self.ask('show', 'event', event['id'])
        self.assertEqual(whole, self.ask('show', 'events', event['uuid']))
        self.assertEqual(len(whole['evidence']), event['n_extracts'])
        self.assertTrue(all(evidence['quote'] for evidence in whole['evidence']))
        self.expect(1, 'there is no', 'show', 'event', '999999999')
        document = self.ask('list', 'documents', '--limit', '1')[0]
        self.assertIn('text', self.ask('show', 'document', document['id']))

    def test_show_numbers(self):
        """A number is read as one; a position has as many decimals as it is precise."""
        days = next(figure for figure in self.ask('list', 'figures') if figure['low'] == 2 and figure['kind'] == 'count')
        self.assertIn('Value: 2\n', self.run_cli('show', 'figure', days['id']).stdout)
        text = self.run_cli('show', 'figure', days['id'], language='fr').stdout
        self.assertIn('Valeur\u00a0: 2\n', text)
        self.assertIn('Nature\u00a0: Nombre\n', text)
        text = self.run_cli('show', 'corridor', 'Corridor Bamako–Dakar par Kayes', language='fr').stdout
        self.assertIn('Dakar · 1\u202f358\u00a0km\n', text)
        self.assertIn('Latitude\u00a0: 14.6937\n', self.run_cli('show', 'place', 'Dakar', language='fr').stdout)

    def test_offset(self):
        events = self.ask('list', 'events')
        self.assertEqual(self.ask('list', 'events', '--limit', '2', '--offset', '3'), events[3:5])
        self.assertEqual(self.ask('list', 'events', '--offset', len(events) - 1), events[-1:])

    def test_filters_of_every_kind(self):
        """Each kind takes every filter, and each lets through no more than there is."""
        filters = (('--from', '2026-01-01'), ('--to', '2026-04-30'), ('--as-of', '2026-04-29'),
                   ('--actor', 'JNIM'), ('--place', 'bamako'), ('--limit', '1', '--offset', '1'))
        for kind in ('events', 'actors', 'relations', 'alliances', 'restrictions', 'control', 'controls', 'claims', 'figures',
                     'places', 'corridors', 'instruments', 'indicators', 'scenarios', 'judgements', 'recommendations',
                     'sources', 'documents'):
            everything = {record['id'] for record in self.ask('list', kind)}
            self.assertTrue(everything, kind)
            for arguments in filters:
                with self.subTest(kind=kind, filter=arguments[0]):
                    some = {record['id'] for record in self.ask('list', kind, *arguments)}
                    self.assertLessEqual(some, everything)
        for kind in ('events', 'relations', 'alliances', 'restrictions', 'controls', 'claims'):
            self.assertTrue(self.ask('list', kind, '--actor', 'JNIM'), kind)

    def test_evidence(self):
        """Independent sources are fewer than passages: each is there in two languages."""
        control = next(record for record in self.ask('list', 'controls') if 'version' in record)
        whole = self.ask('show', 'control', control['id'])
        supporting = [evidence for evidence in whole['evidence'] if evidence['stance'] == 'supports']
        self.assertTrue(0 < whole['sources'] < len(supporting))
        self.assertTrue(all(len(evidence['grade']) == 2 for evidence in whole['evidence']))
        self.assertIn('dossier', whole['named_by'])
        done = self.run_cli('show', 'control', control['id'])
        self.assertIn(f'Independent sources: {whole["sources"]}\n', done.stdout)
        self.assertIn(f'[{supporting[0]["grade"]}]', done.stdout)
        self.assertIn('Republished or translated from: ', done.stdout)
        self.assertIn('Versions of the same question:', done.stdout)
        for version in whole['versions']:
            self.assertIn(f'Control {version["id"]} · ', done.stdout)

    def test_members(self):
        dossier = self.ask('list', 'dossiers')[0]
        members = self.ask('show', 'dossier', dossier['id'])['members']
        self.assertEqual(members['event']['total'], len(self.ask('list', 'events')))
        self.assertEqual(len(members['event']['records']), 10)
        self.assertIn(f'Events ({members["event"]["total"]})', self.run_cli('show', 'dossier', dossier['id']).stdout)

    def test_for_people(self):
        for kind in ('events', 'actors', 'relations', 'alliances', 'restrictions', 'control', 'claims', 'documents',
                     'places', 'corridors', 'extracts', 'sources', 'dossiers', 'briefings', 'feeds'):
            with self.subTest(kind):
                self.assertEqual(self.run_cli('list', kind, language='fr').returncode, 0)
        event = self.ask('list', 'events', '--limit', '1')[0]
        done = self.run_cli('show', 'event', event['id'], language='fr')
        self.assertIn(event['title']['fr'], done.stdout)

    @staticmethod
    def spell(lines):
        return {(line['record'].get('title') or line['record'].get('name') or line['record'].get('proposition'))['en']:
                line['certainty'] for line in lines}

    @staticmethod
    def spell_places(state):
        return {place['place']['en']: (place['status'], sorted(
            (version['record']['holder']['en'], version['record']['kind'], version['certainty'])
            for version in place['versions'])) for place in state['control']}

    def test_state(self):
        army, fla, jnim = 'Malian Armed Forces', 'Azawad Liberation Front', 'Group for the Support of Islam and Muslims'
        # By the letter Kidal is contested, by the report lost: both, side by side.
        kidal = {
            '2025-09-10': {(army, 'controls')},
            '2026-04-24': {(army, 'controls')},
            '2026-04-30': {(fla, 'contests'), (fla, 'controls')},
        }
        for day, expected in kidal.items():
            places = self.spell_places(self.ask('state', '--as-of', day))
            self.assertLessEqual(expected, {version[:2] for version in places['Kidal'][1]}, day)
            self.assertEqual(places['Kidal'][0] == 'disputed', day == '2026-04-30', day)
            self.assertEqual((army, 'controls', 'surely') in places['Kidal'][1], day < '2026-04-26', day)
            self.assertIn((jnim, 'controls', 'surely'), places['Farabougou'][1], day)
            self.assertIn((jnim, 'influences', 'possibly'), places['Central Mali'][1], day)

    def test_state_restrictions(self):
        held = {day: self.spell(self.ask('state', '--as-of', day)['restrictions'])
                for day in ('2025-09-10', '2025-11-20', '2026-04-26', '2026-04-30')}
        # "le 3 septembre" is a day, "depuis le début du mois de septembre" is not.
        self.assertEqual(held['2025-09-10']['Blockade of the Kayes and Nioro du Sahel roads'], 'surely')
        self.assertEqual(held['2025-09-10']['Embargo on the town of Nioro du Sahel'], 'possibly')
        self.assertEqual(held['2025-11-20']['Embargo on the town of Nioro du Sahel'], 'surely')
        # The curfew of Kayes ran to 30 September.
        self.assertIn('Curfew in Kayes', held['2025-09-10'])
        self.assertNotIn('Curfew in Kayes', held['2025-11-20'])
        self.assertIn('Traffic halted at Bamako airport', held['2026-04-26'])
        self.assertNotIn('Traffic halted at Bamako airport', held['2026-04-30'])
        self.assertIn('Blockade of Bamako and Kati', held['2026-04-30'])
        self.assertNotIn('Blockade of Bamako and Kati', held['2026-04-26'])

    def test_state_alliances_and_claims(self):
        # "conclue il y a plusieurs mois": before 25 April 2026, but not for ever.
        for day, certainty in (('2020-01-01', None), ('2026-01-10', 'possibly'), ('2026-04-30', 'surely')):
            self.assertEqual(self.spell(self.ask('state', '--as-of', day)['alliances']).get('JNIM–FLA alliance'), certainty, day)
        blockade = 'Kayes and Nioro du Sahel are under blockade.'
        for day, certainty in (('2025-08-01', None), ('2025-11-20', 'surely')):
            self.assertEqual(self.spell(self.ask('state', '--as-of', day)['claims']).get(blockade), certainty, day)
        self.assertNotIn('Algiers Agreement for Peace and Reconciliation',
                         self.spell(self.ask('state', '--as-of', '2026-06-01')['instruments']))

    def test_state_since(self):
        changes = self.ask('state', '--as-of', '2026-04-30', '--since', '2026-04-24')['changes']
        turns = {}
        for turn in changes['turns']:
            turns.setdefault(turn['turn'], set()).add((turn['id'], turn['certainty']))
            self.assertEqual(turn['record']['id'], turn['id'])
        for turn, record in (('restriction-laid', 'restrictions'), ('role-left', 'actors'), ('claim-made', 'claims')):
            ids = {entry['id'] for entry in self.ask('list', record)}
            self.assertTrue({number for number, _ in turns[turn]} <= ids, turn)
        airport = next(entry['id'] for entry in self.ask('list', 'restrictions')
                       if entry['title']['en'] == 'Traffic halted at Bamako airport')
        self.assertIn((airport, 'surely'), turns['restriction-laid'])
        self.assertIn((airport, 'surely'), turns['restriction-lifted'])
        control = {place['place']['en']: place for place in changes['control']}
        self.assertIn('Kati', control)
        self.assertIn('Malian Armed Forces', [line['record']['holder']['en'] for line in control['Kidal']['lost']])
        self.assertIn('Azawad Liberation Front', [line['record']['holder']['en'] for line in control['Kidal']['won']])
        # What came and went on 1 July 2025.
        july = self.ask('state', '--as-of', '2025-07-31', '--since', '2025-06-30')['changes']['control']
        self.assertIn('Kayes', [place['place']['en'] for place in july if place['passing']])
        self.assertEqual(self.ask('state', '--as-of', '2026-04-30', '--since', '2026-04-30')['changes']['turns'], [])

    def test_state_narrowed(self):
        kidal = self.ask('state', '--as-of', '2026-04-30', '--place', 'Kidal')
        self.assertEqual([place['place']['en'] for place in kidal['control']], ['Kidal'])
        fla = self.ask('state', '--as-of', '2026-04-30', '--actor', 'FLA')
        self.assertIn('Kidal', [place['place']['en'] for place in fla['control']])
        self.assertIn('JNIM–FLA alliance', self.spell(fla['alliances']))
        few = self.ask('state', '--as-of', '2026-04-30', '--limit', '2')
        self.assertEqual(len(few['restrictions']), 2)
        self.assertIn('restriction', few['truncated'])
        self.expect(2, '--since needs a day that is not after', 'state', '--as-of', '2026-04-30', '--since', '2026-05-01')
        self.expect(2, '--as-of needs a day', 'state', '--as-of', 'April')

    def test_state_for_people(self):
        text = self.run_cli('state', '--as-of', '2026-04-30', '--since', '2026-04-24', language='fr').stdout
        for expected in ('Situation au 30 avril 2026', 'versions discordantes', 'Ce qui a changé après le 24 avril 2026',
                         'avant le 25 avril 2026', 'Avant : Forces armées maliennes', 'source indépendante'):
            self.assertIn(expected, text.replace('30 ', '30 ').replace('24 ', '24 ').replace('25 ', '25 ')
                          .replace('avril ', 'avril '))

    def test_search(self):
        self.run_cli('init', '--sample')
        answer = self.ask('search', 'GSIM blocus', '--limit', '3')
        self.assertGreater(answer['total'], 3)
        self.assertTrue(answer['total_exact'] and answer['ranked'])
        self.assertIn('JNIM', answer['also'])
        self.assertEqual(answer['unindexed'], 0)
        self.assertEqual(len(answer['results']), 3)
        self.assertEqual(set(answer['results'][0]), {'kind', 'id', 'title', 'date', 'source', 'snippet', 'marks', 'score',
                                                     'withdrawn', 'group'})
        scores = [result['score'] for result in answer['results']]
        self.assertEqual(scores, sorted(scores, reverse=True))

        events = self.ask('search', 'blocus', '--kind', 'event', '--since', '2026-04-01', '--until', '2026-04-30')
        self.assertTrue(events['results'])
        for event in events['results']:
            self.assertEqual(event['kind'], 'event')
            self.assertTrue(event['date'].startswith('2026'))
        controls = self.ask('search', 'type : relation,control', '--limit', '1000')['results']
        self.assertTrue(controls and all(result['title'] for result in controls))
        newest = self.ask('search', 'blocus kind:document', '--order', 'newest')
        dates = [result['date'] for result in newest['results']]
        self.assertEqual(dates, sorted(dates, reverse=True))
        self.assertTrue(any(text in newest['results'][0]['snippet'].lower() for text in ('blocus', 'blockade')))

    def test_search_as_text(self):
        self.run_cli('init', '--sample')
        done = self.run_cli('search', 'le GSIM', language='fr')
        self.assertEqual(done.returncode, 0)
        self.assertIn('Groupe de soutien à l’islam et aux musulmans', done.stdout)
        self.assertNotIn('\033', done.stdout)
        self.assertIn('Également cherché', done.stderr)
        self.assertIn('Trop courant pour être cherché\u00a0: le', done.stderr)
        self.assertRegex(done.stderr, r'\d+ résultats\.')
        self.expect(0, 'Nothing was found.', 'search', 'licorne')

    def test_search_malformed(self):
        self.run_cli('init')
        for query, sentence in (('"Burkina Faso', 'The quotation mark is not closed here: "Burkina Faso.'),
                                ('mali (niger', 'The parenthesis is not closed here: “(niger”.'),
                                ('-mali', 'add what to look for to “-mali”.'),
                                ('groupe:JNIM', 'before the colon in “groupe:JNIM”'),
                                ('since:2025-06 until:2025-01', 'The period ends before it begins, with “until:2025-01”.'),
                                ('since:hier', 'The date cannot be read here: “since:hier”'),
                                ('actor:personne', 'No actor in the catalogue is called “personne”.')):
            with self.subTest(query):
                self.expect(2, sentence, 'search', '--', query)
        self.expect(2, 'Le guillemet n’est pas fermé ici\u00a0: « Mali.', 'search', '« Mali', language='fr')
        self.expect(2, 'is not a kind of record', 'search', 'mali', '--kind', 'unicorn')
        self.expect(2, '--order is relevance or newest.', 'search', 'mali', '--order', 'oldest')

    def test_search_follows(self):
        self.run_cli('init')
        self.run_cli('import', self.write('crue.html', ARTICLE))
        self.assertEqual(self.ask('search', 'pêcheur')['total'], 1)
        self.assertEqual(self.ask('search', 'pecheurs marché')['total'], 1)

    def test_brief(self):
        for language in ('fr', 'en'):
            output = self.folder / f'{language}.pdf'
            answer = self.ask('brief', 'situation', '--language', language, '-o', output)
            self.assertEqual(answer['file'], str(output))
            self.assertTrue(0 < answer['pages'] <= 2)
            self.assertGreater(answer['words'], 200)
            self.assertGreater(answer['sources'], 0)
            self.assertTrue(output.read_bytes().startswith(b'%PDF-'))

    def test_brief_both(self):
        """One file, French first, each language with all of its pages."""
        pdf = self.folder / 's.pdf'
        answer = self.ask('brief', 'situation', '--language', 'both', '-o', pdf)
        self.assertEqual([edition['language'] for edition in answer['editions']], ['fr', 'en'])
        self.assertEqual(answer['pages'], sum(edition['pages'] for edition in answer['editions']))
        text = self.text_of(pdf)
        self.assertLess(text.index('Recommandations'), text.index('Recommendations'))
        self.assertTrue(pdf.read_bytes().startswith(b'%PDF-'))

    def text_of(self, pdf):
        return self.ask('extract', pdf, '--whole')['text']

    def test_brief_of_other_days(self):
        """A page of other days has none of the texts that were written for these."""
        headline = next(briefing['title']['fr'] for briefing in self.ask('list', 'briefings') if briefing['template'] == 'situation')
        usual, same, other = (self.folder / name for name in ('usual.pdf', 'same.pdf', 'other.pdf'))
        self.ask('brief', 'situation', '--language', 'fr', '-o', usual)
        self.ask('brief', 'situation', '--language', 'fr', '--as-of', '2026-04-29', '-o', same)
        self.ask('brief', 'situation', '--language', 'fr', '--from', '2025-09-01', '--to', '2025-09-30', '-o', other)
        words = headline.split()[-1]
        self.assertIn(words, self.text_of(usual)[:400])
        self.assertEqual(self.text_of(usual), self.text_of(same))
        self.assertNotIn('26 avril 2026', self.text_of(other))
        self.assertIn('Situation au 30 septembre 2025', self.text_of(other).replace('\u00a0', ' '))
        # Nor the advice that was only given later.
        self.assertIn('réserves d’eau', self.text_of(usual))
        self.assertNotIn('réserves d’eau', self.text_of(other))

    def test_brief_whatever_the_locale(self):
        """The language of the page is not that of the interface."""
        bodies = []
        for language in ('fr', 'en'):
            output = self.folder / 's.pdf'
            os.environ['SB_CLOCK'] = '2026-05-01'
            self.addCleanup(os.environ.pop, 'SB_CLOCK', None)
            done = self.run_cli('brief', 'situation', '--language', 'fr', '-o', output, language=language)
            self.assertEqual(done.returncode, 0, done.stderr)
            bodies.append(output.read_bytes())
        self.assertEqual(*bodies)

    def test_brief_nowhere(self):
        self.expect(1, 'no such file or folder', 'brief', 'situation', '--language', 'fr', '-o', '/nowhere/s.pdf')


class Knowledge(CliCase):
    """Records of a dossier of their own."""

    SOURCE = {'@kind': 'source', 'uuid': '00000000-0000-4000-8000-000000000001', 'name': 'Presse'}
    EVENTS = [{'@kind': 'event', 'uuid': f'00000000-0000-4000-8000-00000000001{i}', 'type': 'battle',
               'title': {'fr': f'Combat {i}'}, 'date': {'edtf': '2026-04-25'}} for i in range(3)]
    MINISTER = {'@kind': 'actor', 'uuid': '00000000-0000-4000-8000-000000000020', 'name': {'fr': 'Camara', 'en': 'Camara'},
                'roles': [{'title': {'fr': 'ministre', 'en': 'minister'}, 'since': {'edtf': '2020-10-05'},
                           'until': {'edtf': '2026-04-25'}}]}

    def load(self, *lines):
        self.run_cli('init')
        path = self.write('a.ndjson', '\n'.join(json.dumps(line) for line in lines))
        done = self.run_cli('import', path)
        self.assertEqual(done.returncode, 0, done.stderr)

    def show(self, *words, language='en'):
        return self.run_cli('show', *words, language=language).stdout

    def test_versions(self):
        self.load(*self.EVENTS)
        ids = sorted(event['id'] for event in self.ask('list', 'events'))
        self.expect(2, 'Usage', 'versions', 'event', ids[0])
        self.expect(1, 'no other version', 'retain', 'event', ids[0])
        self.expect(1, 'there is no', 'versions', 'event', ids[0], '999')
        self.assertEqual({v['id'] for v in self.ask('versions', 'events', *ids[:2])}, set(ids[:2]))
        self.assertEqual(self.ask('retain', 'event', ids[1])[0]['id'], ids[1])
        self.assertEqual([v['id'] for v in self.ask('versions', 'event', ids[2], ids[1])], [ids[1], ids[0], ids[2]])
        shown = self.ask('show', 'event', ids[0])
        self.assertEqual([v['version']['retained'] for v in shown['versions']], [True, False, False])
        self.assertIn('✓ Event', self.show('event', ids[0]))
        self.ask('retain', 'event', ids[2])
        self.assertEqual([v['id'] for v in self.ask('show', 'event', ids[0])['versions'] if v['version']['retained']], [ids[2]])

    def test_namesakes(self):
        """A name that several have is not enough for what is done to one of them."""
        self.load(*({'@kind': 'actor', 'uuid': str(uuid.uuid4()), 'name': {'fr': name}} for name in ('Alpha', 'Alpha', 'Bêta')))
        ids = sorted(actor['id'] for actor in self.ask('list', 'actors') if actor['name']['fr'] == 'Alpha')
        self.expect(1, f'  {ids[0]} · Alpha\n  {ids[1]} · Alpha\n', 'merge', 'actor', 'Bêta', 'alpha')
        self.expect(0, 'Alpha', 'merge', 'actor', 'beta', ids[0])
        self.expect(0, 'Alpha', 'merge', 'actor', 'beta', ids[1])
        self.expect(1, 'one of 2, 1.', 'unmerge', 'actor', 'Alpha')
        self.expect(0, 'Alpha', 'unmerge', 'actor', '1')
        self.expect(0, 'Alpha', 'unmerge', 'actor', 'Alpha')

    def test_what_is_no_version(self):
        """Who holds Gao is no version of who holds Kidal; two questions that share a version are one."""
        uuids = [str(uuid.uuid4()) for _ in range(5)]
        actor, gao, kidal = ({'kind': 'actor', 'uuid': uuids[0]}, {'kind': 'place', 'uuid': uuids[1]},
                             {'kind': 'place', 'uuid': uuids[2]})
        controls = [{'@kind': 'control', 'uuid': str(uuid.uuid4()), 'place': place, 'holder': actor, 'kind': 'controls'}
                    for place in (gao, gao, gao, gao, kidal)]
        self.load({'@kind': 'actor', 'uuid': uuids[0], 'name': {'fr': 'A'}}, {'@kind': 'place', 'uuid': uuids[1], 'name': {'fr': 'Gao'}},
                  {'@kind': 'place', 'uuid': uuids[2], 'name': {'fr': 'Kidal'}}, *controls)
        ids = [self.ask('show', 'control', control['uuid'])['id'] for control in controls]
        self.expect(1, 'different places', 'versions', 'control', ids[0], ids[4])
        self.expect(1, 'différents', 'versions', 'control', ids[0], ids[4], language='fr')
        self.expect(1, 'different records', 'versions', 'control', ids[0], ids[0])
        for first, second in ((0, 1), (2, 3)):
            self.ask('versions', 'control', ids[first], ids[second])
            self.ask('retain', 'control', ids[second])
        self.expect(0, f'({ids[3]})', 'versions', 'control', ids[0], ids[2])
        versions = self.ask('show', 'control', ids[3])['versions']
        self.assertEqual(sorted(version['id'] for version in versions), sorted(ids[:4]))
        self.assertEqual([version['id'] for version in versions if version['version']['retained']], [ids[1]])

    def test_withdrawn(self):
        self.load({**self.EVENTS[0], 'withdrawn': True}, self.EVENTS[1])
        self.assertEqual([bool(event.get('withdrawn')) for event in self.ask('list', 'events')].count(True), 1)
        self.assertEqual(self.run_cli('list', 'events').stdout.count('[withdrawn by its source]'), 1)
        self.assertIn('[withdrawn by its source]', self.show('event', 'Combat 0'))
        self.assertNotIn('withdrawn', self.show('event', 'Combat 1'))
        self.assertIn('[retiré par sa source]', self.show('event', 'Combat 0', language='fr'))

    def test_missing_language(self):
        self.load({**self.EVENTS[0], 'effects': {'en': 'A bridge was cut.'},
                   'summary': {'fr': 'Un combat.', 'en': 'A battle.'}})
        english = self.show('event', 'Combat 0')
        self.assertIn('Title: Combat 0 (in French only)\n', english)
        self.assertIn('Effects: A bridge was cut. [not written in French]\n', english)
        self.assertIn('Summary: A battle.\n', english)
        french = self.show('event', 'Combat 0', language='fr')
        self.assertIn('Combat 0 [non rédigé en anglais]\n', french)
        self.assertIn('A bridge was cut. (en anglais seulement)\n', french)

    def test_role_that_day(self):
        said = {'stance': 'denies', 'speaker': {'uuid': self.MINISTER['uuid']}}
        claim = {'@kind': 'claim', 'uuid': '00000000-0000-4000-8000-000000000030', 'proposition': {'en': 'Kayes is blockaded'},
                 'date': {'edtf': '2019'},
                 'statements': [{**said, 'date': {'edtf': '2025-09-10'}}, said,
                                {**said, 'date': {'edtf': '2025-09-10'}, 'role': {'en': 'general'}},
                                {'stance': 'asserts', 'attribution': {'en': 'a diplomat'}}]}
        self.load(self.MINISTER, claim)
        statements = self.ask('show', 'claim', claim['uuid'])['statements']
        self.assertEqual([statement.get('role_on_record') for statement in statements],
                         [{'fr': 'ministre', 'en': 'minister'}, None, None, None])
        text = self.show('claim', claim['uuid'])
        self.assertEqual(text.count('Role that day, as it is on record: minister'), 1)
        self.assertIn('– a diplomat', text)

    def test_likelihood(self):
        judgement = {'@kind': 'judgement', 'uuid': '00000000-0000-4000-8000-000000000040', 'scale': 'phia', 'band': 1,
                     'proposition': {'fr': 'Bamako tombera', 'en': 'Bamako will fall'}, 'confidence': 'low'}
        self.load(judgement)
        self.assertIn(': highly unlikely (10–20%)\n', self.show('judgement', judgement['uuid']))
        self.assertIn('très peu probable (10–20\u00a0%)\n', self.show('judgement', judgement['uuid'], language='fr'))
        self.assertFalse([line for line in self.show('judgement', judgement['uuid']).splitlines()
                          if 'unlikely' in line and 'onfidence' in line])

    def test_named_by(self):
        self.load(self.MINISTER, *[{**event, 'actors': [{'actor': {'uuid': self.MINISTER['uuid']}}]} for event in self.EVENTS])
        named = self.ask('show', 'actor', 'Camara')['named_by']
        self.assertEqual(named['event']['total'], 3)
        self.assertIn('Events (3)\n', self.show('actor', 'Camara'))


class History(CliCase):
    """Each call is a program of its own: what is undone was done before a restart."""

    ACTOR = '8c4f4a2e-0000-4000-8000-000000000001'

    def import_actor(self, **fields):
        line = {'@kind': 'actor', 'uuid': self.ACTOR, 'name': {'fr': 'JNIM'}, **fields}
        self.assertEqual(self.run_cli('import', self.write('a.ndjson', json.dumps(line))).returncode, 0)

    def test_undo_and_redo(self):
        self.expect(0, 'nothing to undo', 'undo') if self.run_cli('init').returncode == 0 else self.fail()
        self.import_actor()
        self.import_actor(country='ML', aliases=[{'name': 'GSIM', 'language': 'fr', 'kind': 'full'}])
        self.assertEqual(self.ask('undo'), {'label': 'Import a dossier'})
        self.assertNotIn('country', self.ask('show', 'actor', self.ACTOR))
        self.expect(0, 'Undone: Import a dossier', 'undo')
        self.assertEqual(self.ask('list', 'actors'), [])
        self.assertEqual(self.ask('undo'), {'label': None})
        self.ask('redo')
        self.expect(0, 'Redone: Import a dossier', 'redo')
        self.assertEqual(self.ask('redo'), {'label': None})
        self.assertEqual(self.ask('show', 'actor', self.ACTOR)['country'], 'ML')

    def test_new_work_drops_what_was_undone(self):
        self.run_cli('init')
        self.import_actor()
        self.import_actor(country='ML')
        self.ask('undo')
        self.import_actor(country='BF')
        self.assertEqual(self.ask('redo'), {'label': None})
        self.assertEqual([unit['state'] for unit in self.ask('history')], ['done', 'kept', 'dropped', 'done'])

    def test_history(self):
        self.run_cli('init')
        self.import_actor()
        self.import_actor(country='ML', aliases=[{'name': 'GSIM', 'language': 'fr', 'kind': 'full'}])
        self.ask('undo')
        actor = self.ask('list', 'actors')[0]
        undone, edit, added = self.ask('history', 'actor', self.ACTOR)
        self.assertEqual((undone['undoes'], undone['state'], edit['state']), (edit['id'], 'kept', 'undone'))
        self.assertEqual([(field['field'], field['before'], field['after']) for field in edit['changes'][0]['fields']],
                         [('country', None, 'Mali'), ('aliases', None, 'GSIM · French · Full name')])
        self.assertEqual((added['changes'][0]['what'], added['changes'][0]['record']['id']), ('added', actor['id']))
        self.assertEqual(self.ask('history', 'actor', actor['id'], '--limit', 1), [undone])
        self.assertEqual(self.ask('history', '--to', '2020-01-01'), [])
        text = self.run_cli('history', language='fr').stdout
        self.assertIn('Pays\u00a0: — → Mali', text)
        self.assertIn('annulé depuis', text)
        self.expect(2, 'not a kind of record', 'history', 'licorne', '1')
        self.expect(2, 'Usage', 'history', 'actor')

    def test_merge(self):
        self.expect(0, 'made', 'init', '--sample')
        kept, gone = self.ask('list', 'actors')[:2]
        events = self.ask('show', 'actor', gone['id'])['named_by']
        self.expect(2, 'itself', 'merge', 'actor', kept['id'], kept['id'])
        self.expect(2, 'Only actors and places', 'merge', 'event', '1', '2')
        self.expect(2, 'not a kind of record', 'merge', 'licorne', '1', '2')
        self.expect(1, 'there is no', 'merge', 'actor', kept['id'], '999999')
        self.expect(1, 'there is no', 'merge', 'actor', kept['id'], self.ask('list', 'places')[0]['id'])
        merge = self.ask('merge', 'actor', kept['id'], gone['id'])
        self.assertEqual((merge['kept']['uuid'], merge['gone']['uuid']), (kept['uuid'], gone['uuid']))
        self.assertIn(('differs', 'summary'), [(note['note'], note['field']) for note in merge.pop('notes')])
        self.assertEqual(self.ask('merges'), [merge])
        for name in (gone['uuid'], gone['id']):
            shown = self.ask('show', 'actor', name)
            self.assertEqual((shown['id'], shown['merged']), (kept['id'], [merge]))
            self.expect(0, f'now. “unmerge actor {merge["merge"]}” parts', 'show', 'actor', name)
        self.expect(2, 'itself', 'merge', 'actor', kept['id'], gone['id'])
        self.assertIn('Fusionné avec', self.run_cli('show', 'actor', str(kept['id']), language='fr').stdout)
        self.assertEqual(self.ask('undo'), {'label': 'Merge actors'})
        self.assertEqual(self.ask('merges'), [])
        self.ask('redo')
        self.expect(2, 'Nothing', 'unmerge', 'actor', kept['uuid'])
        self.expect(2, 'Nothing', 'unmerge', 'place', gone['uuid'])
        self.expect(2, 'Nothing', 'unmerge', 'actor', 'licorne')
        parted = self.ask('unmerge', 'actor', gone['name']['en'].upper())
        self.assertEqual((parted['merge'], parted['notes']), (merge['merge'], []))
        self.assertEqual(self.ask('show', 'actor', gone['uuid'])['named_by'], events)
        self.expect(2, 'Nothing', 'unmerge', 'actor', gone['uuid'])
        self.expect(0, 'sound', 'check')

    def test_merge_leaves_no_trace(self):
        """After parting, the situation and the dossier are byte for byte what they were."""
        self.enterContext(unittest.mock.patch.dict(os.environ, SB_CLOCK='2026-06-01T09:00:00Z'))
        self.expect(0, 'made', 'init', '--sample')

        def read():
            dossier = self.folder / 'd.zip'
            self.assertEqual(self.run_cli('export', '--format', 'dossier', '-o', dossier).returncode, 0)
            state = self.run_cli('state', '--as-of', '2026-04-30', '--since', '2026-04-01', '--json').stdout
            return dossier.read_bytes(), state

        before = read()
        gone = {}
        for kind in ('actor', 'place'):
            kept, gone[kind] = (record['uuid'] for record in self.ask('list', kind + 's')[:2])
            self.expect(0, 'is now one with', 'merge', kind, kept, gone[kind])
        self.assertNotEqual(read(), before)
        self.assertGreater(len(before[1]), 1000)
        for kind, uuid_gone in gone.items():
            self.expect(0, 'apart', 'unmerge', kind, uuid_gone)
        self.assertEqual(read(), before)

    def test_a_feed_that_updates_a_document(self):
        server, base = self.serve(feed=(200, 'application/rss+xml', FEED.format(FIRST)))
        self.ask('feed', 'add', f'{base}/feed')
        self.ask('sync', '--now')
        n_units = len(self.ask('history'))
        self.ask('sync', '--now')
        self.assertEqual(len(self.ask('history')), n_units)
        server.answers['/feed'] = (200, 'application/rss+xml', FEED.format(FIRST.replace('est arrivé', 'est reparti')))
        self.ask('sync', '--now')
        unit = self.ask('history', '--limit', '1')[0]
        self.assertEqual((unit['state'], unit['changes'][0]['text_changed']), ('kept', True))
        self.assertEqual(self.ask('undo'), {'label': None})

    def test_sample(self):
        self.run_cli('init', '--sample')
        unit, = self.ask('history')
        self.assertEqual((unit['state'], unit['label']), ('kept', None))
        self.assertIn('more changes', self.run_cli('history').stdout)


class Files(CliCase):
    def test_parse_feed(self):
        feed = self.ask('parse-feed', self.write('f.xml', FEED.format(FIRST + SECOND)), '--url', 'https://x.example/')
        self.assertEqual(feed['title'], 'Le fil du fleuve')
        self.assertEqual([item['id'] for item in feed['items']], ['a', 'b'])
        self.assertFalse(self.catalogue.exists())

    def test_parse_broken_feed(self):
        self.expect(1, 'web page', 'parse-feed', self.write('f.xml', PAGE))
        self.expect(1, 'empty', 'parse-feed', self.write('f.xml', ''))
        self.expect(1, 'n’est pas un flux', 'parse-feed', self.write('f.xml', '<unicorn/>'), language='fr')
        self.expect(1, 'no such file', 'parse-feed', self.folder / 'none')

    def test_extract(self):
        path = self.write('a.html', ARTICLE)
        article = self.ask('extract', path, '--url', 'https://x.example/')
        whole = self.ask('extract', path, '--whole')
        self.assertEqual(article['title'], 'La crue du fleuve')
        self.assertNotIn('alert', article['text'])
        self.assertNotIn('Menu', article['text'])
        self.assertIn('Menu', whole['text'])
        self.assertFalse(self.catalogue.exists())

    def write_page(self, name, site, day, text):
        paragraphs = ''.join(f'<p>{paragraph}</p>' for paragraph in text.split('\n\n'))
        return self.write(name, f'<html lang="fr"><head><meta charset="utf-8"><title>{name}</title>'
                                f'<meta property="og:site_name" content="{site}">'
                                f'<meta property="article:published_time" content="{day}"></head>'
                                f'<body><article><h1>Un convoi attaqué</h1>{paragraphs}</article></body></html>')

    def test_republications(self):
        texts = (pathlib.Path(__file__).parents[1] / 'documents' / 'likeness' / 'texts.txt').read_text(encoding='utf-8')
        text, other = (texts.split(f'== {name} ')[1].split('\n', 1)[1].split('\n==')[0] for name in ('convoy-1', 'convoy-2'))
        self.run_cli('import', self.write_page('copy.html', 'Journal', '2026-05-13', 'BAMAKO (AFP) – ' + text))
        self.run_cli('import', self.write_page('first.html', 'AFP', '2026-05-12', text),
                     self.write_page('other.html', 'Hebdo', '2026-05-13', other))
        documents = self.ask('list', 'documents')
        self.assertEqual(len(documents), 3)
        first = next(one for one in documents if one.get('republications'))
        copy = next(one for one in documents if one.get('first'))
        self.assertEqual(copy['first']['id'], first['id'])
        self.assertTrue(copy['links'][0]['found'])
        self.assertGreater(copy['links'][0]['likeness'], 90)
        self.assertIn('(+1 reprise)', self.run_cli('list', 'documents', language='fr').stdout)
        self.assertEqual(len(self.run_cli('list', 'documents').stdout.splitlines()), 3)
        self.assertEqual(len(self.run_cli('list', 'documents', '--each').stdout.splitlines()), 4)
        self.assertEqual([one['id'] for one in self.ask('republication', 'list', copy['id'])], [first['id'], copy['id']])
        self.assertEqual(len(self.ask('show', 'document', first['id'])['group']), 2)

        self.assertEqual(self.run_cli('republication', 'no', copy['id']).returncode, 0)
        self.assertEqual(self.ask('republication', 'list', copy['id']), [])
        self.expect(1, 'name the other one', 'republication', 'no', copy['id'])
        self.run_cli('undo')
        self.assertEqual(len(self.ask('republication', 'list', copy['id'])), 2)
        self.assertEqual(self.run_cli('republication', 'yes', copy['id']).returncode, 0)
        self.assertNotIn('found', self.ask('show', 'document', copy['id'])['links'][0])

    NAMES = 'Le 25 avril 2026, le JNIM a frappé à Kati.\n\nLe général Goïta s’est tu ; l’axe Bamako–Kayes est coupé.\n'

    def test_mentions(self):
        path = self.write('a.txt', self.NAMES)
        answer = self.ask('mentions', path)
        found = [(one['text'], one['kind'], one['name']) for one in answer['mentions']]
        self.assertEqual(found, [
            ('25 avril 2026', 'date', '2026-04-25'),
            ('JNIM', 'actor', 'Groupe de soutien à l’islam et aux musulmans'),
            ('Kati', 'place', 'Kati'),
            ('Goïta', 'person', 'Assimi Goïta'),
            ('Bamako–Kayes', 'route', 'Bamako–Kayes–Diboli–Dakar')])
        for one in answer['mentions']:
            self.assertEqual(self.NAMES[one['start']:one['end']], one['text'])
            self.assertIsNone(one['id'])
        self.assertFalse(self.catalogue.exists())

    def test_mentions_of_catalogue(self):
        self.ask('init', '--sample')
        answer = self.ask('mentions', self.write('a.txt', self.NAMES))
        ids = {one['text']: (one['record'], one['id']) for one in answer['mentions'] if one['id'] is not None}
        self.assertEqual({text: kind for text, (kind, _) in ids.items()},
                         {'JNIM': 'actor', 'Kati': 'place', 'Goïta': 'actor', 'Bamako–Kayes': 'corridor'})
        self.assertEqual(self.ask('show', *map(str, ids['JNIM']))['short_name'], 'JNIM')

    def test_mentions_of_page(self):
        path = self.write('a.html', ARTICLE.replace('Le fleuve', 'À Mopti, le fleuve'))
        answer = self.ask('mentions', path)
        text = self.ask('extract', path)['text']
        places = [one for one in answer['mentions'] if one['text'] == 'Mopti']
        self.assertTrue(places)
        for one in places:
            self.assertEqual(text[one['start']:one['end']], 'Mopti')

    def test_mentions_relative(self):
        path = self.write('a.txt', 'It fell last Tuesday. Tikiraba, near Tikiraba.')
        answer = self.ask('mentions', path, '--language', 'en', '--date', '2026-05-15')
        self.assertEqual([(one['kind'], one['name'], one['known']) for one in answer['mentions']],
                         [('date', '2026-05-12', True), ('place', 'Tikiraba', False), ('place', 'Tikiraba', False)])
        self.assertEqual([(one['name'], one['kind'], one['times']) for one in answer['candidates']],
                         [('Tikiraba', 'place', 2)])

    def test_mentions_for_people(self):
        done = self.run_cli('mentions', self.write('a.txt', self.NAMES), language='fr')
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn('route', done.stdout)
        self.assertIn('Il n’y a pas de catalogue', done.stderr)

    def test_mentions_refused(self):
        path = self.write('a.txt', self.NAMES)
        self.expect(2, '--language needs fr or en.', 'mentions', path, '--language', 'xx')
        self.expect(2, '--date needs a day such as 2026-04-29.', 'mentions', path, '--date', 'hier')
        self.expect(1, 'nothing.txt', 'mentions', self.folder / 'nothing.txt')
        self.assertEqual(self.ask('mentions', self.write('empty.txt', ''))['mentions'], [])

    ATTACK = 'Kati est calme. Le 6 mai, des combattants du JNIM ont attaqué un convoi près de Kayes, tuant au moins 12 soldats.'

    def test_draft(self):
        self.ask('init', '--sample')
        path = self.write('a.txt', self.ATTACK)
        start = str(self.ATTACK.index('Le 6 mai'))
        draft = self.ask('draft', 'event', path, '--date', '2026-05-15', '--start', start)['draft']
        self.assertEqual((draft['type'], draft['date']['edtf'], draft['fatalities_low']), ('battle', '2026-05-06', 12))
        self.assertEqual([one['place']['fr'] for one in draft['places']], ['Kayes'])
        self.assertEqual([one['role'] for one in draft['actors']], ['perpetrator'])
        self.assertNotIn('fatalities_high', draft)

    def test_draft_of_known(self):
        self.ask('init', '--sample')
        path = self.write('a.txt', 'Depuis le 3 septembre 2025, le JNIM impose un blocus sur la RN1 entre Kayes et Diboli.')
        answer = self.ask('draft', 'restriction', path)
        self.assertEqual(answer['draft']['kind'], 'blockade')
        self.assertIn('Kayes', answer['matches'][0]['title']['fr'])
        # One that is kept is found in the catalogue, by what it was read to name.
        document = str(self.ask('import', path)['files'][0]['document'])
        self.assertEqual(self.ask('draft', 'restriction', document)['matches'][0]['id'], answer['matches'][0]['id'])

    def test_draft_without_catalogue(self):
        path = self.write('a.txt', self.ATTACK)
        draft = self.ask('draft', 'event', path)['draft']
        self.assertEqual([one['place']['fr'] for one in draft['places']], ['Kati', 'Kayes'])
        self.assertFalse(self.catalogue.exists())
        done = self.run_cli('draft', 'event', path, language='fr')
        self.assertIn('Auteur', done.stdout)

    def test_draft_refused(self):
        path = self.write('a.txt', self.ATTACK)
        self.expect(2, 'A passage is no “poem”', 'draft', 'poem', path)
        self.expect(2, 'is no position', 'draft', 'event', path, '--start', 'x')
        self.expect(2, 'ends before it starts', 'draft', 'event', path, '--start', '9', '--end', '3')
        self.expect(2, '--language needs fr or en.', 'draft', 'event', path, '--language', 'xx')
        self.expect(1, 'no words', 'draft', 'event', path, '--start', '900')

    def test_mentions_stored(self):
        self.ask('init', '--sample')
        document = self.ask('import', self.write('a.txt', self.NAMES))['files'][0]['document']
        kept = self.ask('mention', 'list', document)['mentions']
        self.assertEqual([one['name'] for one in kept if one['kind'] == 'place'], ['Kati'])
        listed = self.ask('list', 'documents', '--place', 'Kati', '--actor', 'JNIM')
        self.assertIn(document, [one['id'] for one in listed])

        self.run_cli('mention', 'never', 'KATI')
        self.run_cli('mention', 'always', 'l’axe', 'corridor', kept[-1]['id'])
        self.assertEqual([(one['text'], one['record']) for one in self.ask('mention', 'rules')],
                         [('KATI', None), ('l’axe', 'corridor')])
        names = [one['kind'] for one in self.ask('mention', 'list', document)['mentions']]
        self.assertEqual(names, ['date', 'actor', 'person', 'route', 'route'])
        self.run_cli('mention', 'forget', 'Kati')
        self.expect(1, 'Nothing was said of “Kati”.', 'mention', 'forget', 'Kati')
        self.assertIn(document, [one['id'] for one in self.ask('list', 'documents', '--place', 'Kati')])
        self.expect(2, 'and not “event”', 'mention', 'always', 'Kati', 'event', 1)

    def test_truncated_pdf(self):
        self.expect(1, 'truncated or damaged', 'extract', self.write('a.pdf', b'%PDF-1.4\n1 0 obj\n<< /Type'))

    def test_read(self):
        path = self.write('f.opml', '<opml><body><outline text="Afrique"><outline type="rss" text="Fil" '
                                    'xmlUrl="https://x.example/f"/></outline></body></opml>')
        self.assertEqual(self.ask('read', path)['feeds'][0]['folders'], ['Afrique'])

    def test_read_data(self):
        """What an import would take: the good rows, and the bad ones with their lines."""
        path = self.write('e.csv', 'sep=;\nDate;Lieu;Type;Acteur 1;Morts\n3 sept. 2025;Kayes;Attaque;JNIM;1 200\n'
                                   'bientôt;Kayes;Attaque;JNIM;2\n')
        for arguments in ((), ('--as', 'events')):
            answer = self.ask('read', path, *arguments)
            event = answer['events'][0]
            self.assertEqual((answer['kind'], len(answer['events'])), ('events', 1))
            self.assertEqual((event['date'], event['location'], event['fatalities']), ('2025-09-03', 'Kayes', 1200))
            self.assertEqual(answer['rejected'], [{'line': 4, 'reason': 'The date cannot be read.'}])
        table = self.ask('read', path, '--as', 'table')
        self.assertEqual((table['columns'][1], len(table['rows'])), ('Lieu', 2))
        self.assertIn('Kayes', self.run_cli('read', path).stdout)

        report = self.write('r.json', '{"data":[{"id":7,"fields":{"title":"Point","source":[{"name":"OCHA"}]}}]}')
        self.assertEqual(self.ask('read', report)['documents'][0]['source'], 'OCHA')
        self.assertEqual(self.ask('read', report, '--as', 'json')['kind'], 'json')
        self.expect(1, 'at line 1', 'read', '--as', 'json', self.write('b.json', '[1,]'))
        self.expect(1, 'a web page', 'read', '--as', 'documents', self.write('b.html', ARTICLE))
        self.expect(1, 'no column for “date”', 'read', '--as', 'events', self.write('b.csv', 'a,b\n1,2\n'))
        self.assertFalse(self.catalogue.exists())

    def test_import_by_specification(self):
        """What a table does not say of itself is said once, and used again."""
        path = self.write('own.csv', 'Quand;Où;Qui\n03.09.2025;Kayes;JNIM\nhier;Kayes;JNIM\n')
        self.expect(1, 'name its columns in an import specification', 'import', path)
        done = self.run_cli('read', path, '--as', 'specification')
        self.assertEqual(json.loads(done.stdout)['rows'], 'events')
        self.assertIn('Quand, Où, Qui', done.stderr)

        spec = self.write('s.json', json.dumps({'rows': 'events', 'date_format': '%d.%m.%Y', 'defaults': {'country': 'Mali'},
                                                'columns': {'date': 'Quand', 'location': 'Où', 'actor1': 'Qui'}}))
        self.assertEqual(self.ask('read', path, '--spec', spec)['events'][0]['actor1'], 'JNIM')
        first, again = (self.ask('import', path, '--spec', spec)['files'][0] for _ in range(2))
        self.assertEqual((first['kind'], first['added'], again['unchanged']), ('events', 1, 1))
        self.assertEqual([rejection['line'] for rejection in first['rejected']], [3])
        self.assertEqual(len(self.ask('list', 'events')), 1)
        self.expect(1, '“colums” is wrong', 'import', path, '--spec', self.write('b.json', '{"colums":{}}'))

    def test_import(self):
        paths = [self.write('a.txt', 'Le convoi\n\nLe convoi est arrivé à Kayes.\n'), self.write('b.html', ARTICLE)]
        first = self.ask('import', *paths)['files']
        again = self.ask('import', *paths)['files']
        self.assertEqual([(file['kind'], file['added']) for file in first], [('text', 1), ('html', 1)])
        self.assertEqual([(file['added'], file['unchanged']) for file in again], [(0, 1), (0, 1)])
        shown = self.ask('show', 'document', first[1]['document'])
        self.assertEqual(shown['title'], 'La crue du fleuve')
        self.assertNotIn('alert', shown['text'])

    def test_import_a_page_of_ours(self):
        """What is printed can be read again."""
        self.run_cli('init', '--sample')
        pdf = self.folder / 's.pdf'
        self.run_cli('brief', 'situation', '--language', 'fr', '-o', pdf)
        file = self.ask('import', pdf)['files'][0]
        self.assertEqual((file['kind'], file['added']), ('pdf', 1))
        self.assertEqual(self.ask('show', 'document', file['document'])['pages'], 2)

    def test_import_some(self):
        """A bad file does not keep the good ones out."""
        answer = self.ask('import', self.write('a.pdf', b'%PDF-1.4\n1 0 obj'), self.folder / 'none', self.folder,
                          self.write('f.xml', FEED.format(FIRST)), self.write('b.txt', 'Un texte.'), status=1)
        self.assertEqual([file['added'] for file in answer['files']], [0, 0, 0, 0, 1])
        self.assertEqual(['error' in file for file in answer['files']], [True] * 4 + [False])
        self.assertEqual([file['error']['code'] for file in answer['files'][:3]], ['broken', 'file', 'file'])
        self.assertEqual(len(self.ask('list', 'documents')), 1)

    def test_import_nothing(self):
        for name in ('zero.txt', 'zero.html', 'zero.pdf'):
            with self.subTest(name):
                self.expect(1, 'no text in the document', 'import', self.write(name, b''))

    def test_import_at_once(self):
        """Two programs on one catalogue wait for each other."""
        self.run_cli('init')
        paths = [self.write(f'{i}.txt', f'Texte numéro {i}, assez long.') for i in range(8)]
        threads = [threading.Thread(target=self.run_cli, args=('import', *paths[i::2])) for i in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len(self.ask('list', 'documents')), 8)
        self.assertTrue(self.ask('check')['sound'])


    def test_old_formats(self):
        """What only word processors read is told, and what to do about it: it is neither text nor data."""
        rtf = rb'{\rtf1\ansi\deff0 {\fonttbl {\f0 Times;}} Le blocus de Kayes dure depuis neuf jours. \par }'
        old = b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(600)
        for name, data in (('note.rtf', rtf), ('note.txt', rtf), ('note', rtf), ('note.doc', old), ('note.json', rtf)):
            path = self.folder / name
            path.write_bytes(data)
            with self.subTest(name):
                self.expect(1, 'save it as ODT or DOCX', 'import', path)
                self.expect(1, 'save it as ODT or DOCX', 'extract', path)
                self.assertIn('enregistrez-le en ODT ou DOCX', self.run_cli('import', path, language='fr').stderr)
        self.assertEqual(self.ask('list', 'documents'), [])


class Feeds(CliCase):
    def test_life_of_a_feed(self):
        server, base = self.serve(feed=(200, 'application/rss+xml', FEED.format(FIRST)), page=(200, 'text/html', PAGE))
        added = self.ask('feed', 'add', f'{base}/page')
        self.assertEqual((added['url'], added['state'], added['new']), (f'{base}/feed', 'updated', 1))

        self.assertEqual(self.ask('sync')['feeds'], [])
        self.assertEqual(self.ask('sync', '--now')['feeds'][0]['state'], 'unchanged')
        server.answers['/feed'] = (200, 'application/rss+xml', FEED.format(FIRST + SECOND))
        result = self.ask('sync', added['id'])['feeds'][0]
        self.assertEqual((result['state'], result['new'], result['updated']), ('updated', 1, 0))
        server.answers['/feed'] = (200, 'application/rss+xml', FEED.format(FIRST + SECOND.replace('rouvert', 'fermé')))
        result = self.ask('sync', '--now')['feeds'][0]
        self.assertEqual((result['new'], result['updated'], result['error']), (0, 1, None))

        del server.answers['/feed']
        result = self.ask('sync', '--now')['feeds'][0]
        self.assertEqual((result['state'], result['error']['code']), ('failed', 'not-found'))
        listed = self.ask('feed', 'list')[0]
        self.assertEqual((listed['title'], listed['state'], listed['error']['code']),
                         ('Le fil du fleuve', 'failed', 'not-found'))
        self.assertIsNotNone(listed['last_good'])
        # What came within the week and changed within the week came within the week.
        self.assertEqual((listed['week_new'], listed['week_updated'], listed['failures'], listed['paused']), (2, 0, 1, False))
        self.assertEqual(len(self.ask('list', 'documents')), 2)
        shown = self.run_cli('show', 'feed', added['id']).stdout
        self.assertIn('There is nothing at this address any more', shown)
        self.assertNotIn('not-found', shown)

        self.ask('feed', 'remove', added['id'])
        self.assertEqual(self.ask('feed', 'list'), [])
        self.assertEqual(len(self.ask('list', 'documents')), 2)

    def test_full_text(self):
        server, base = self.serve(article=(200, 'text/html', ARTICLE), none=(200, 'text/html', '<p>Rien</p>'),
                                  locked=(200, 'text/html', ARTICLE.replace(
                                      '<nav>', '<script type="application/ld+json">{"isAccessibleForFree": false}</script><nav>')),
                                  broken=(503, 'text/html', ''))
        server.answers['/feed'] = (200, 'application/rss+xml', FEED.format(''.join(
            ITEM.format(name, name, 'Court.').replace('https://presse.example', where) for name, where in
            (('article', base), ('none', base), ('locked', base), ('broken', base), ('missing', base)))))
        added = self.ask('feed', 'add', '--full-text', f'{base}/feed')
        self.assertEqual((added['articles'], added['summaries'], added['delayed']), (1, 3, 1))
        shown = {one['title']: self.ask('show', 'document', one['id']) for one in self.ask('list', 'documents')}
        self.assertEqual({name: one['article']['error'] and one['article']['error']['code'] for name, one in shown.items()},
                         {'article': None, 'none': 'no-text', 'locked': 'locked', 'broken': 'server', 'missing': 'not-found'})
        self.assertEqual({name for name, one in shown.items() if one['text'] != 'Court.'}, {'article'})
        self.assertEqual({name for name, one in shown.items() if one.get('captures')}, {'article', 'none', 'locked'})
        capture = shown['article']['captures'][0]
        self.assertEqual((capture['url'], capture['status']), (f'{base}/article', 200))
        self.assertEqual(capture['hash'], hashlib.sha256(ARTICLE.encode()).hexdigest())
        self.assertEqual(shown['article']['hash'], capture['hash'])
        self.assertIn('abonnés', self.run_cli('show', 'document', shown['locked']['id'], language='fr').stdout)

        # What did not come is asked for again; the summary of the feed does not come back.
        server.answers['/broken'] = (200, 'text/html', ARTICLE)
        done = self.ask('sync', '--now')['feeds'][0]
        self.assertEqual((done['state'], done['articles'], done['delayed']), ('unchanged', 1, 0))
        self.assertIn('pêcheurs', self.ask('show', 'document', shown['broken']['id'])['text'])
        self.expect(0, 'sound', 'check')

        # Another summary has the page fetched again, and does not take its place.
        kind, _, text = server.answers['/feed']
        server.answers['/feed'] = (kind, 'application/rss+xml', text.replace('Court.', 'Plus court.'))
        done = self.ask('sync', '--now')['feeds'][0]
        self.assertEqual((done['updated'], done['articles']), (5, 2))
        self.assertIn('pêcheurs', self.ask('show', 'document', shown['article']['id'])['text'])
        self.run_cli('feed', 'set', added['id'], '--full-text', 'off')
        server.answers['/feed'] = (kind, 'application/rss+xml', text)
        self.assertEqual(self.ask('sync', '--now')['feeds'][0]['articles'], 0)
        self.assertIn('pêcheurs', self.ask('show', 'document', shown['article']['id'])['text'])
        self.assertEqual(self.ask('sync', '--now')['feeds'][0]['updated'], 0)

        # A dossier takes captures with it, those whose text was not taken as well.
        self.enterContext(unittest.mock.patch.dict(os.environ, SB_CLOCK='2026-06-01T09:00:00Z'))
        first, second = self.folder / 'one.sahelbrief', self.folder / 'two.sahelbrief'
        self.assertEqual(self.run_cli('export', '--format', 'dossier', '-o', first).returncode, 0)
        self.catalogue = self.folder / 'other.db'
        self.assertEqual(self.run_cli('import', first).returncode, 0)
        self.assertEqual(self.run_cli('export', '--format', 'dossier', '-o', second).returncode, 0)
        self.assertEqual(first.read_bytes(), second.read_bytes())
        self.assertIn(hashlib.sha256(ARTICLE.encode()).hexdigest().encode(), first.read_bytes())

    def test_what_comes_with_a_feed_is_read(self):
        """For names and for texts that are there already, without a sync."""
        text = ITEM.format('depeche', 'depeche', ' '.join(
            f'Le {day} mars, le convoi numéro {day} est arrivé à Kidal.' for day in range(1, 30)))
        _, base = self.serve(one=(200, 'application/rss+xml', FEED.format(text)),
                             two=(200, 'application/rss+xml', FEED.format(text).replace('presse.example', 'autre.example')
                                  .replace('Le fil du fleuve', 'L’autre fil')))
        self.ask('feed', 'add', f'{base}/one')
        self.ask('feed', 'add', f'{base}/two')
        first, second = sorted(self.ask('list', 'documents', '--each'), key=lambda document: document['id'])
        self.assertEqual(self.ask('show', 'document', second['id'])['links'][0]['relation'], 'republishes')
        self.assertIn('Kidal', [mention['name'] for mention in self.ask('mention', 'list', first['id'])['mentions']])

    def test_full_text_is_a_setting(self):
        server, base = self.serve(feed=(200, 'application/rss+xml', FEED.format(FIRST)), b=(200, 'text/html', ARTICLE))
        added = self.ask('feed', 'add', f'{base}/feed')
        self.assertFalse(self.ask('feed', 'list')[0]['full_text'])
        self.expect(2, 'on or off', 'feed', 'set', added['id'], '--full-text', 'perhaps')
        self.assertEqual(self.run_cli('feed', 'set', added['id'], '--full-text', 'on').returncode, 0)
        self.assertTrue(self.ask('feed', 'list')[0]['full_text'])
        server.answers['/feed'] = (200, 'application/rss+xml', FEED.format(
            FIRST + SECOND.replace('https://presse.example', base)))
        self.assertEqual(self.ask('sync', '--now')['feeds'][0]['articles'], 1)

    def test_set(self):
        feeds = {path: (200, 'application/rss+xml', FEED.format(item).replace('Le fil du fleuve', path))
                 for path, item in (('un', FIRST), ('deux', SECOND))}
        server, base = self.serve(**feeds)
        one = self.ask('feed', 'add', f'{base}/un')['id']
        self.assertEqual(self.run_cli('feed', 'set', one, '--title', 'Mon fil', '--interval', '15', '--source', 'Studio Tamani',
                                      '--languages', 'FR,bm', '--paused', 'on').returncode, 0)
        feed, = self.ask('feed', 'list')
        self.assertEqual((feed['title'], feed['interval'], feed['source'], feed['paused']),
                         ('Mon fil', 15, 'Studio Tamani', True))
        source = next(one for one in self.ask('list', 'sources') if one['name'] == 'Studio Tamani')
        self.assertEqual(source['languages'], 'fr, bm')
        self.assertEqual(self.ask('undo'), {'label': 'Change a feed'})
        feed, = self.ask('feed', 'list')
        self.assertEqual((feed['title'], feed['interval'], feed['source'], feed['paused']), ('un', 60, 'un', False))

        # With another address it is as a new one, and the documents of the old one stay.
        self.assertEqual(self.run_cli('feed', 'set', one, '--url', f' {base}/deux').returncode, 0)
        feed, = self.ask('feed', 'list')
        self.assertEqual((feed['url'], feed['state'], feed['next_due']), (f'{base}/deux', 'new', None))
        self.assertEqual(self.ask('sync')['feeds'][0]['new'], 1)
        self.assertEqual(len(self.ask('list', 'documents')), 2)

        # One that is gone for good is asked again at its new address.
        server.answers['/deux'] = (410, 'text/plain', 'no')
        self.ask('sync', '--now')
        self.assertEqual([(feed['state'], feed['paused']) for feed in self.ask('feed', 'list')], [('gone', True)])
        self.assertEqual(self.run_cli('feed', 'set', one, '--url', f'{base}/un').returncode, 0)
        self.assertEqual([(feed['state'], feed['paused'], feed['error']) for feed in self.ask('feed', 'list')],
                         [('new', False, None)])

        # Several at once; what makes no sense changes none of them.
        two = self.ask('feed', 'add', 'http://127.0.0.1:9/feed')['id']
        self.assertEqual(self.run_cli('feed', 'set', one, two, '--interval', '1440').returncode, 0)
        self.assertEqual([feed['interval'] for feed in self.ask('feed', 'list')], [1440, 1440])
        for status, sentence, *options in (
                (1, 'Another feed has this address already', '--url', 'http://127.0.0.1:9/feed'),
                (1, 'must begin with http', '--url', 'file:///etc/passwd'),
                (1, 'every 5 minutes at most', '--interval', '2'),
                (1, 'every 5 minutes at most', '--interval', '99999'),
                (1, '“français” is not the code of a language', '--languages', 'fr, français'),
                (1, '“countries” is for data services', '--countries', 'ML'),
                (2, 'has no such address', '--address', 'https://miroir.example'),
                (2, '--paused is on or off', '--paused', 'perhaps'),
                (2, '--interval needs a whole number', '--interval', 'often'),
                (2, 'Nothing was said to be changed')):
            with self.subTest(options):
                before = self.ask('feed', 'list')
                self.expect(status, sentence, 'feed', 'set', one, *options)
                self.assertEqual(self.ask('feed', 'list'), before)

    def test_capture(self):
        _, base = self.serve(page=(200, 'text/html', ARTICLE), empty=(200, 'text/html', '<html></html>'))
        captured = self.ask('capture', f'{base}/page')['document']
        document = self.ask('show', 'document', captured)
        self.assertEqual((document['title'], document['url']), ('La crue du fleuve', f'{base}/page'))
        self.assertIn(' UTC · 200 · text/html', self.run_cli('show', 'document', captured).stdout)
        self.assertEqual(self.ask('capture', f'{base}/page')['document'], captured)
        self.assertEqual(len(self.ask('show', 'document', captured)['captures']), 1)
        self.expect(1, 'nothing at this address', 'capture', f'{base}/none')
        self.expect(1, 'no text', 'capture', f'{base}/empty')

    def test_capture_of_an_entry(self):
        """It is as far as one that its feed has fetched: the summary does not come back."""
        server, base = self.serve(article=(200, 'text/html', ARTICLE), locked=(200, 'text/html', ARTICLE.replace(
            '<nav>', '<script type="application/ld+json">{"isAccessibleForFree": false}</script><nav>')))
        server.answers['/feed'] = (200, 'application/rss+xml', FEED.format(''.join(
            ITEM.format(name, name, 'Court.').replace('https://presse.example', base) for name in ('article', 'locked'))))
        self.ask('feed', 'add', f'{base}/feed')
        numbers = {one['title']: one['id'] for one in self.ask('list', 'documents')}
        for name in numbers:
            self.assertEqual(self.ask('capture', f'{base}/{name}')['document'], numbers[name])
        article, locked = (self.ask('show', 'document', numbers[name]) for name in ('article', 'locked'))
        self.assertIn('pêcheurs', article['text'])
        self.assertEqual((article['article']['state'], article['article']['error']), ('taken', None))
        self.assertEqual((locked['text'], locked['article']['state'], locked['article']['error']['code']), ('Court.', 'left', 'locked'))
        self.assertEqual([len(one['captures']) for one in (article, locked)], [1, 1])
        self.assertEqual(self.ask('sync', '--now')['feeds'][0]['state'], 'unchanged')

        # What was locked is open now: that is no reason any more.
        server.answers['/locked'] = server.answers['/article']
        self.ask('capture', f'{base}/locked')
        locked = self.ask('show', 'document', numbers['locked'])
        self.assertEqual((locked['article']['state'], locked['article']['error'], len(locked['captures'])), ('taken', None, 2))
        self.assertNotIn('subscribers', self.run_cli('show', 'document', numbers['locked']).stdout)
        text = server.answers['/feed'][2]
        server.answers['/feed'] = (200, 'application/rss+xml', text.replace('Court.', 'Plus court.'))
        self.ask('sync', '--now')
        self.assertIn('pêcheurs', self.ask('show', 'document', numbers['locked'])['text'])
        self.assertEqual(self.run_cli('undo').returncode, 0)
        self.assertEqual(self.ask('show', 'document', numbers['locked'])['text'], 'Court.')

    def test_export_of_what_waits(self):
        """A text that was not taken out yet is, before it is exported."""
        _, base = self.serve(feed=(200, 'application/rss+xml', FEED.format(FIRST)))
        self.ask('feed', 'add', f'{base}/feed')
        shown = self.ask('show', 'document', self.ask('list', 'documents')[0]['id'])
        with contextlib.closing(sqlite3.connect(self.catalogue)) as database:
            database.execute('DELETE FROM body')
            database.execute('INSERT INTO text_pending (document) SELECT id FROM document')
            database.execute('UPDATE document SET words = NULL, text_hash = NULL')
            database.commit()
        path = self.folder / 'one.sahelbrief'
        self.assertEqual(self.run_cli('export', '--format', 'dossier', '-o', path).returncode, 0)
        with zipfile.ZipFile(path) as container:
            record = json.loads(container.read('records/document.ndjson'))
        self.assertEqual((record['words'], record['text_hash'], [block['text'] for block in record['blocks']]),
                         (shown['words'], shown['text_hash'], [shown['text']]))

    def test_the_sick_come_first(self):
        _, base = self.serve(b=(200, 'application/rss+xml', FEED.format(FIRST)),
                             c=(200, 'application/rss+xml', FEED.format('')))
        for title, path in (('Abeille', 'b'), ('Bourdon', 'c'), ('Cigale', 'd')):
            self.run_cli('feed', 'import', self.write(
                'f.opml', f'<opml><body><outline type="rss" text="{title}" xmlUrl="{base}/{path}"/></body></opml>'))
        self.run_cli('sync', '--now')
        self.assertEqual([feed['title'] for feed in self.ask('feed', 'list')], ['Cigale', 'Bourdon', 'Abeille'])

    def test_no_feed(self):
        _, base = self.serve(page=(200, 'text/html', '<html><body>Rien</body></html>'))
        self.expect(1, 'web page where a feed should be', 'feed', 'add', f'{base}/page')
        self.expect(1, 'nothing at this address', 'feed', 'add', f'{base}/none')
        self.expect(1, 'must begin with http', 'feed', 'add', 'file:///etc/passwd')
        self.assertEqual(self.ask('feed', 'list'), [])

    def test_no_network(self):
        self.run_cli('init')
        done = self.ask('feed', 'add', 'http://127.0.0.1:9/feed')
        self.assertEqual((done['state'], done['error']['code']), ('failed', 'connection'))
        self.assertEqual(len(self.ask('feed', 'list')), 1)

    def test_lists(self):
        opml = ('<opml><body><outline text="Afrique/Ouest"><outline type="rss" text="Fil" '
                'xmlUrl="https://x.example/f"/></outline><outline type="rss" text="Local" xmlUrl="file:///etc/passwd"/>'
                '</body></opml>')
        answer = self.ask('feed', 'import', self.write('f.opml', opml))['files'][0]
        self.assertEqual((answer['kind'], answer['added'], len(answer['rejected'])), ('opml', 1, 1))
        exported = self.folder / 'g.opml'
        self.assertEqual(self.run_cli('feed', 'export', exported).returncode, 0)
        feeds = self.ask('read', exported)['feeds']
        self.assertEqual(feeds, [{'url': 'https://x.example/f', 'title': 'Fil', 'folders': ['Afrique/Ouest']}])
        self.expect(1, 'not of the format', 'feed', 'import', self.write('f.txt', 'x'))

    def test_unknown_feed(self):
        self.run_cli('init')
        self.expect(1, 'There is no feed 7.', 'sync', '7')
        self.expect(1, 'There is no feed 7.', 'feed', 'remove', '7')


if __name__ == '__main__':
    unittest.main(verbosity=1)
