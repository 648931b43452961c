#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""The life of a catalogue: made, kept, restored, refused; on a full disk, without rights."""

import ctypes
import os
import pathlib
import resource
import signal
import sqlite3
import unittest

from command import CliCase

DISK_LIMIT = 400_000  # bytes: less than the sample needs


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


if __name__ == '__main__':
    unittest.main(verbosity=1)
