# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""A day's work, as a person does it: opens the catalogue, finds a text, reads it, lifts
a passage out of it, sees it on the map and in the chronology, takes it back. In French
and in English."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

from person import Person

APP, CLI, BUILD_ROOT = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
del sys.argv[1:]

WORDS = {
    'fr': {
        'text': '# Un convoi attaqué près de Kayes\n\n12 mai 2026\n\nLe 11 mai 2026, des combattants du JNIM ont attaqué '
                'un convoi de camions-citernes près de Kayes.\n\nL’armée n’a rien confirmé.\n',
        'query': 'convoi attaqué',
        'title': 'Un convoi attaqué près de Kayes',
        'passage': 'Le 11 mai 2026, des combattants du JNIM ont attaqué un convoi de camions-citernes près de Kayes.',
        'search': 'Chercher documents',
        'choose': 'Prélever le passage',
        'form': 'Prélèvement : Événement',
        'on map': r'(\d+) événements sur la carte',
        'list': 'Événements visibles, en liste',
        'of a day': '11 mai 2026',
        'which briefing': 'Dans quel briefing ?',
        'put in': 'Versé dans',
        'proposition': 'Le dialogue inclusif est le dernier rempart du Mali.',
        'retain': 'Retenir',
        'undone': 'Annulé : Retenir une version',
        'actors': 'Événements sur la carte',
        'filter': 'Filtrer la liste',
        'actor': 'Groupe de soutien à l’islam et aux musulmans',
        'dossier': 'Filiation',
    },
    'en': {
        'text': '# Convoy attacked near Kayes\n\n12 May 2026\n\nOn 11 May 2026, JNIM fighters attacked a convoy of fuel '
                'tankers near Kayes.\n\nThe army has confirmed nothing.\n',
        'query': 'convoy attacked',
        'title': 'Convoy attacked near Kayes',
        'passage': 'On 11 May 2026, JNIM fighters attacked a convoy of fuel tankers near Kayes.',
        'search': 'Find documents',
        'choose': 'Lift the passage',
        'form': 'Lift: Event',
        'on map': r'(\d+) events on the map',
        'list': 'Events in view as a list',
        'of a day': '11 May 2026',
        'which briefing': 'Into which briefing?',
        'put in': 'Put into',
        'proposition': 'Inclusive dialogue is Mali’s last rampart.',
        'retain': 'Retain',
        'undone': 'Undone: Retain version',
        'actors': 'Events on the map',
        'filter': 'Narrow the list',
        'actor': 'Group for the Support of Islam and Muslims',
        'dossier': 'Succession',
    },
}

# What was said of the proposition, in its own language.
SAID = 'le dialogue inclusif n’est plus une option'


class Desk(unittest.TestCase):
    def run_cli(self, *arguments):
        environment = {**os.environ, 'LANGUAGE': 'en', 'HOME': str(self.folder), 'SB_LOCALEDIR': str(BUILD_ROOT / 'po')}
        return subprocess.run([CLI, '--catalogue', str(self.catalogue), *map(str, arguments)], check=True,
                              env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8').stdout

    def list(self, kind):
        return json.loads(self.run_cli('list', kind, '--json'))

    def events(self):
        return self.list('event')

    def wait_for(self, kind, is_right, what):
        """Until what is stored of a kind is right."""
        self.person.wait(lambda: is_right(self.list(kind)), what)

    def count_on_map(self):
        """How many events the map says that it shows."""
        found = [re.fullmatch(self.words['on map'], said) for said in self.person.read()]
        return next((int(match[1]) for match in found if match), None)

    def test_from_a_passage_to_a_fact(self):
        for language, words in WORDS.items():
            with self.subTest(language=language), tempfile.TemporaryDirectory() as folder:
                self.words, self.folder = words, pathlib.Path(folder)
                self.catalogue = self.folder / 'c.db'
                self.run_cli('init', '--sample')
                text = self.folder / 'text.md'
                text.write_text(words['text'], encoding='utf-8')
                self.run_cli('import', text)
                before = len(self.events())
                with Person(APP, self.catalogue, language, self.folder, BUILD_ROOT / 'po') as self.person:
                    self.work()
                    self.read()
                    self.judge()
                    self.open_dossier()
                    self.walk()
                    self.assertEqual(self.person.quit(), 0)
                    self.assertEqual(self.person.warnings(), [])
                self.assertEqual(len(self.events()), before + 1)

    def work(self):
        person, words = self.person, self.words

        person.see(words['title'])  # the newest, on the desk
        n_shown = person.wait(self.count_on_map, 'the map')

        person.keys('ctrl+k')
        person.see(words['search'])
        person.type(words['query'])
        person.see(words['title'])
        person.keys('Return')

        person.select(words['passage'])
        person.keys('e')
        person.see(words['choose'])
        person.keys('e')
        person.see(words['form'])
        self.assertEqual(person.nameless(), [])
        person.keys('Return')
        person.see_no(words['form'])

        person.keys('alt+3')
        person.wait(lambda: self.count_on_map() == n_shown + 1, 'the event on the map')
        person.press(words['list'])
        person.see(words['of a day'])

        person.keys('ctrl+z')
        person.wait(lambda: self.count_on_map() == n_shown, 'the map as it was')
        person.keys('ctrl+shift+z')
        person.wait(lambda: self.count_on_map() == n_shown + 1, 'the event again')

    def read(self):
        """Through the documents by keys alone: down, up, a star, and into a briefing, and out of it."""
        person, words = self.person, self.words
        briefings = self.list('briefing')

        person.keys('alt+2')
        person.see(words['title'], 'list item')
        person.keys('j', 'j', 'k', delay=300)
        person.keys('s')
        self.wait_for('document', lambda found: any(document.get('starred') for document in found), 'a star')
        person.keys('b')
        person.see(words['which briefing'])
        person.keys('Return')
        person.see(words['put in'])
        self.wait_for('briefing', lambda found: found != briefings, 'the document in a briefing')
        person.keys('ctrl+z')
        self.wait_for('briefing', lambda found: [b.get('sections') for b in found] == [b.get('sections') for b in briefings],
                      'the briefing as it was')

    def judge(self):
        """Retains what somebody said of a proposition, and takes that back."""
        person, words = self.person, self.words

        def retained(found):
            return next(claim.get('retained') for claim in found if words['proposition'] in claim['proposition'].values())

        person.keys('alt+7')
        person.press(words['proposition'])
        person.see(SAID)  # the board is that of the claim
        person.act(words['retain'], 'push button')
        self.wait_for('claim', retained, 'the version retained')
        person.press(words['proposition'])
        person.keys('ctrl+z')
        person.see(words['undone'])  # for some seconds
        self.wait_for('claim', lambda found: not retained(found), 'no version retained')

    def open_dossier(self):
        """Finds an actor in the list, whose dossier tells whom it came of."""
        person, words = self.person, self.words

        person.keys('alt+4')
        person.see(words['actors'])  # other pages have a filter of that name
        person.press(words['filter'])
        person.type('JNIM')  # its short name
        person.press(words['actor'])
        person.see(words['dossier'])

    def walk(self):
        """Past every page: whatever is on it has a name, once the toasts are gone: libadwaita 1.2
        gives their cross none."""
        for page in range(1, 10):
            self.person.keys(f'alt+{page}')
            self.person.wait(lambda: not self.person.nameless(), f'a name for each thing of page {page}')


if __name__ == '__main__':
    unittest.main()
