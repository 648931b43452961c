# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""What the program says to people: of what it was given, of a record, of how far it is. Real processes on real files."""

import json
import os
import pathlib
import pty
import signal
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import uuid

CLI = pathlib.Path(sys.argv[1]).resolve()
BUILD_ROOT = pathlib.Path(sys.argv[2])

LONG = 'a' * 100_000


class OutputCase(unittest.TestCase):
    HAS_SAMPLE = True

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.catalogue = cls.folder / 'catalogue.db'
        if cls.HAS_SAMPLE:
            cls.call('init', '--sample')

    @classmethod
    def environment(cls, language):
        return {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': language, 'HOME': str(cls.folder),
                'XDG_DATA_HOME': str(cls.folder / 'data'), 'SB_LOCALEDIR': str(BUILD_ROOT / 'po')}

    @classmethod
    def command(cls, *arguments):
        return [CLI, '--catalogue', cls.catalogue, *(one if isinstance(one, bytes) else str(one) for one in arguments)]

    @classmethod
    def call(cls, *arguments, language='en', cwd=None):
        return subprocess.run(cls.command(*arguments), env=cls.environment(language), stdin=subprocess.DEVNULL,
                              capture_output=True, encoding='utf-8', check=False, timeout=300, cwd=cwd)

    def ask(self, *arguments):
        done = self.call(*arguments, '--json')
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def show(self, *words, language='fr'):
        done = self.call('show', *words, language=language)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout


class Arguments(OutputCase):
    def test_numbers(self):
        commands = (('list', 'events'), ('search', 'Kayes'), ('state', '--as-of', '2026-04-30'), ('history',))
        for command, number in [(commands[0], number) for number in ('-1', 'x', '', '1.5', '99999999999')] + [
                (command, '0') for command in commands]:
            with self.subTest(command=command, number=number):
                done = self.call(*command, '--limit', number)
                self.assertEqual(done.returncode, 2)
                self.assertIn('--limit needs a whole number above 0.', done.stderr)
                self.assertEqual(done.stdout, '')
        for command in commands:
            self.assertEqual(self.call(*command, '--limit', '1').returncode, 0)
        self.assertEqual(self.call('list', 'events', '--offset', '-1').returncode, 2)
        self.assertEqual(self.call('list', 'events', '--after', '0').returncode, 2)
        self.assertIn('un nombre entier supérieur à 0', self.call('list', 'events', '--limit', '0', language='fr').stderr)

    def test_not_utf8(self):
        for arguments in (('show', 'actor', b'\xff\xfe'), ('show', b'\xff', '1'), ('list', 'events', '--actor', b'\xff'),
                          ('list', 'events', '--limit', b'\xff'), ('merge', 'actor', b'\xff', '1')):
            with self.subTest(arguments):
                done = self.call(*arguments)
                self.assertEqual(done.returncode, 2)
                self.assertIn('not UTF-8', done.stderr)

    def test_long(self):
        """What is quoted back is not longer than a sentence."""
        for arguments in (('show', 'actor', LONG), ('show', LONG, '1'), ('list', LONG), ('list', 'events', '--actor', LONG),
                          (LONG,), ('list', f'--{LONG}'), ('export', '--kind', LONG), ('export', '--language', LONG),
                          ('brief', LONG, '--language', 'fr', '-o', 'x.pdf'), ('feed', 'remove', LONG), ('sync', LONG),
                          ('read', 'x', '--as', LONG), ('unmerge', 'actor', LONG), ('import', LONG[:4000])):
            with self.subTest(arguments[:2]):
                done = self.call(*arguments)
                self.assertIn(done.returncode, (1, 2))
                self.assertIn('…', done.stderr)
                self.assertLess(len(done.stderr), 400)

    def test_names(self):
        """A name leads to its record, or to the ones it can be."""
        self.assertTrue(self.show('actor', 'Wagner').startswith('Acteur '))
        self.assertIn('Groupe Wagner', self.show('actor', 'Wagner').splitlines()[0])
        self.assertIn('Nicolas Lerner', self.show('acteur', 'nicolas lerner').splitlines()[0])
        self.assertIn('Group for the Support', self.show('actor', 'group for the support', language='en'))

        done = self.call('show', 'actor', 'Kayes', language='fr')
        self.assertEqual((done.returncode, done.stdout), (1, ''))
        lines = done.stderr.splitlines()
        self.assertEqual(lines[0], 'Acteur\u00a0: «\u00a0Kayes\u00a0» peut désigner chacune de ces fiches\u202f; '
                                   'donnez le numéro de l’une d’elles.')
        self.assertRegex(lines[1], r'^  \d+ · .*Kayes')
        self.assertGreater(len(lines), 2)

        done = self.call('show', 'actor', 'Nemo', language='fr')
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr, 'Acteur\u00a0: «\u00a0Nemo\u00a0» ne désigne aucune fiche.\n')


class Records(OutputCase):
    def test_unknown_ends(self):
        president = self.show('actor', 'Amadou Toumani Touré')
        self.assertIn('Président du Mali · depuis une date inconnue, au plus tard en 2007\u202f; '
                      'jusqu’à une date inconnue, au plus tôt en 2007\n', president)
        self.assertIn('since 2007, until an unknown date, 2007 at the earliest',
                      self.show('actor', 'Iyad Ag Ghaly', language='en'))
        self.assertIn('  Dissous\u00a0: entre sept.\u00a02023 et nov.\u00a02025\n', self.show('actor', 'Wagner'))

    def test_unknown_end_of_state(self):
        for day, offices in (('2007-06-01', 1), ('2008-01-01', 1), ('2008-01-02', 0), ('2026-04-30', 0)):
            roles = self.ask('state', '--as-of', day, '--actor', 'Amadou Toumani Touré')['roles']
            self.assertEqual(len(roles), offices, day)
            self.assertTrue(all(role['certainty'] == 'possibly' for role in roles))

    def test_codes(self):
        for kind in ('sources', 'documents', 'places', 'corridors', 'actors', 'dossiers'):
            text = self.show(kind, self.ask('list', kind, '--limit', '1')[0]['id'])
            self.assertNotRegex(text, r'(?m)^  (Pays|Langues?)\u00a0: [A-Za-z]{2}$')
            self.assertNotRegex(text, r'(?m)^    – .*· (fr|en)( ·|$)')
            self.assertNotRegex(text, r'(?m)[ \u00a0]$')
        self.assertIn('  Langue\u00a0: français\n', self.show('document', self.ask('list', 'documents')[0]['id']))
        self.assertIn('  Country: Senegal\n', self.show('place', 'Dakar', language='en'))

    def test_dossiers_and_briefings(self):
        self.assertIn('  Modèle\u00a0: Point de situation\n', self.show('briefing', 'L’offensive du 25 avril et le blocus de Bamako'))
        self.assertIn('de juin\u00a02025 à mai\u00a02026', self.call('list', 'dossiers', language='fr').stdout)
        self.assertNotIn('Sans source', self.show('dossier', 'Mali 2025–2026'))

    def test_both_dates_of_the_ban(self):
        """The note on Kayes gives two days for one announcement."""
        for title in ('Interdiction d’importer du carburant', 'Diarra Transport interdite de rouler'):
            text = self.show('restriction', title)
            self.assertIn('Annoncée le\u00a0: 3\u00a0sept.\u00a02025', text)
            self.assertRegex(text, r'contredit \[[A-F]\d\]\u00a0: Elle attribue au 2\u00a0juillet 2025')

    def test_places_of_a_record(self):
        """Where a place is stands with the place."""
        text = self.show('restriction', 'Blocus de Bamako et de Kati')
        self.assertIn('    – Kati\n', text)
        self.assertIn('    – Kati · 15\u00a0km\n', self.show('corridor', 'RN1'))

    def test_ties_have_names(self):
        lines = self.call('list', 'relations', '--actor', 'Wagner', language='fr').stdout.splitlines()
        self.assertTrue(any(line.endswith('Groupe Wagner · appuie · Autorités militaires de transition du Mali')
                            for line in lines), lines)

    def test_state(self):
        text = self.call('state', '--as-of', '2026-04-30', language='fr').stdout
        self.assertNotRegex(text, r'(?m)· (control|restriction|alliance|relation|actor|claim|instrument) \d+$')
        self.assertRegex(text, r'(?m)· Contrôle \d+$')

    def test_sizes(self):
        self.call('import', self.write('a.txt', 'Le convoi est arrivé.'))
        self.assertRegex(self.call('backup', '--list', language='fr').stdout, r'\d,\d\u00a0Mo')
        self.assertRegex(self.call('backup', '--list').stdout, r'\d\.\d\u00a0MB')

    def test_backup_is_told_whole(self):
        done = self.call('backup', 'copy.db', '--json', cwd=self.folder)
        self.assertEqual(json.loads(done.stdout)['file'], str(self.folder.resolve() / 'copy.db'))
        self.assertEqual(self.call('backup', 'copy.db', '--list').returncode, 2)
        self.assertEqual(self.call('restore', 'copy.db', '--list').returncode, 2)

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding='utf-8')
        return path


class Imports(OutputCase):
    """A dossier of many records, brought into a catalogue of its own."""

    HAS_SAMPLE = False
    N_EVENTS = 2000

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        lines = [json.dumps({'@kind': 'event', 'uuid': str(uuid.uuid5(uuid.NAMESPACE_URL, str(number))),
                             'title': {'fr': f'Attaque numéro {number}'}, 'type': 'battle',
                             'date': {'edtf': '2025-09-03'}}) for number in range(cls.N_EVENTS)]
        source = cls.folder / 'events.ndjson'
        source.write_text('\n'.join(lines), encoding='utf-8')
        cls.catalogue = cls.folder / 'many.db'
        cls.call('import', source)
        cls.dossier = cls.folder / 'many.sahelbrief'
        cls.call('export', '--format', 'dossier', '-o', cls.dossier)

    def setUp(self):
        type(self).catalogue = self.folder / f'{self._testMethodName}.db'

    def count_unindexed(self):
        with sqlite3.connect(self.catalogue) as connection:
            return connection.execute('SELECT count(*) FROM search_pending').fetchone()[0]

    def import_at_terminal(self, stop_at):
        """What the terminal showed, and the status; interrupted once it shows @stop_at."""
        leader, follower = pty.openpty()
        shown = b''
        with subprocess.Popen(self.command('import', self.dossier), env=self.environment('fr'), stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=follower) as process:
            os.close(follower)
            is_stopped = False
            while True:
                try:
                    part = os.read(leader, 4096)
                except OSError:  # the end of a terminal
                    break
                if not part:
                    break
                shown += part
                if stop_at is not None and stop_at in shown and not is_stopped:
                    process.send_signal(signal.SIGINT)
                    is_stopped = True
            os.close(leader)
        return shown.decode(), process.returncode

    def test_progress(self):
        shown, status = self.import_at_terminal(None)
        self.assertEqual(status, 0, shown)
        percents = [int(line.split('%')[0].replace('\x1b[K', '')) for line in shown.split('\r')
                    if '%' in line and 'many.sahelbrief' in line]
        self.assertGreater(len(percents), 4, shown)
        self.assertEqual(percents, sorted(percents))
        self.assertTrue(any(10 < percent < 90 for percent in percents), percents)
        self.assertIn('Indexation', shown)
        self.assertIn('nouveaux\u00a0: 2\u202f000,', shown)

    def test_interrupted(self):
        """All or nothing; on a busy machine it may be over before it can be stopped."""
        for attempt in range(5):
            type(self).catalogue = self.folder / f'interrupted-{attempt}.db'
            self.call('init')
            shown, status = self.import_at_terminal(b' 0 %')
            events = self.ask('list', 'events')
            self.assertTrue(self.ask('check')['sound'])
            self.assertEqual(len(events), self.N_EVENTS if status == 0 else 0)
            if status != 0:
                break
        self.assertEqual(status, 1, shown)
        self.assertIn('annulée', shown)
        self.assertEqual(self.ask('history'), [])

    def test_index(self):
        """What came in is in the index when the command ends."""
        self.assertEqual(self.call('import', self.dossier).returncode, 0)
        self.assertEqual(self.count_unindexed(), 0)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
