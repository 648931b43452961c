#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""The printed products, made from the sample dossier and read back from their PDF.

ANATOMY says for each product what must stand on its pages, in the order in which it
stands there, in French and in English: the parts that the products of the trade have.
"""

import functools
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

CLI = pathlib.Path(sys.argv[1]).resolve()
BUILD_ROOT = pathlib.Path(sys.argv[2]).resolve()

ANATOMY = {
    'letter': (
        ['Lettre de l’Observatoire', 'Mali : ce que change le 25 avril', 'Une alliance de circonstances',
         'Dossier Mali 2025–2026', 'Sécurité et diplomatie au Sahel – Mai 2026', 'Données arrêtées', 'TLP:CLEAR',
         'Résumé exécutif', 'Faits.', 'Alliances.', 'Table des matières', 'Introduction', 'Sont traités tour à tour',
         'I. Ce qui s’est passé', 'I.1 Les faits marquants', '« Le JNIM va défendre', 'II.1 Les alliances',
         'II.1.b Alliance JNIM–FLA', 'Piliers', 'Divergences', 'III. Quelle lecture', 'IV.2 Traités', 'V.2 Scénarios',
         'Indicateur', 'VI.1 Recommandations par destinataire', 'Conclusion', 'Sources', 'En chiffres', 'À suivre'],
        ['Letter of the Observatory', 'Mali: what 25 April changes', 'An alliance of circumstances',
         'Dossier Mali 2025–2026', 'Security and diplomacy in the Sahel – May 2026', 'Data cutoff', 'TLP:CLEAR',
         'Executive summary', 'Facts.', 'Alliances.', 'Contents', 'Introduction', 'It takes up, in turn',
         'I. What happened', 'I.1 The key facts', '“Le JNIM va défendre', 'II.1 Alliances', 'Pillars', 'Divergences',
         'III. How to read it?', 'IV.2 Treaties', 'V.2 Scenarios', 'Indicator', 'VI.1 Recommendations', 'Conclusion',
         'Sources', 'In figures', 'To watch']),
    'article': (
        ['Opinion', 'Bamako privée de ses routes', 'Tribune', 'Dossier Mali 2025–2026', 'Temps de lecture',
         'Un pouvoir à l’épreuve', '«', 'Ce qui se joue', 'Des routes abandonnées', 'Ce qui reste ouvert',
         'Les mots et les faits', 'À la croisée des chemins', 'Ce qui reste à faire', 'Sources'],
        ['Opinion', 'Bamako without its roads', 'Article', 'Dossier Mali 2025–2026', 'Reading time',
         'The power on trial', '“', 'What is at stake', 'The roads abandoned', 'What is still open', 'Words and facts',
         'At the crossroads', 'What remains to be done', 'Sources']),
    'situation': (
        ['MALI', '29.04.2026', 'L’offensive du 25 avril', 'Point de situation', 'Situation', 'Restrictions en vigueur',
         'Analyse', 'Lieux touchés', 'Risques à anticiper', 'Recommandations', 'Sources'],
        ['MALI', '29 April 2026', 'The offensive of 25 April', 'situation report', 'Situation', 'Restrictions in force',
         'Analysis', 'Places hit', 'Risks to anticipate', 'Recommendations', 'Sources']),
    'note': (
        ['À la une', '30.09.2025', 'Des corridors sous pression', 'Le JNIM dans la région de Kayes', 'La région',
         'Région de Kayes', 'Loi n° 60-3', 'Restrictions en vigueur', 'Sont traités tour à tour', '(1)', '(2)',
         'Ce qui s’y est passé', 'Les axes et ce qui y passe', 'Blocus et règles imposées', 'État des corridors',
         'Dakar – Bamako', 'Les corridors', 'Les conséquences pour les voisins', 'Sénégal.', 'Synthèse',
         'Recommandations', 'Sources'],
        ['Lead story', '30 September 2025', 'Corridors under pressure', 'JNIM in the Kayes region', 'The region',
         'Kayes region', 'Law No. 60-3', 'Restrictions in force', 'It takes up, in turn', '(1)', '(2)',
         'What happened there', 'The roads and what passes', 'Blockades and rules', 'State of the corridors',
         'Dakar – Bamako', 'The corridors', 'What it means for the neighbours', 'Senegal.', 'Synthesis',
         'Recommendations', 'Sources']),
    'press': (
        ['Bamako peut-elle tomber ?', 'Brève de presse', 'Secours militaire du Niger', 'Ce qui se dit', '« ',
         'Ce qui suivrait', 'En vigueur', 'Sources', 'Timbuktu Institute'],
        ['Could Bamako fall?', 'Press brief', 'Military help', 'What is said', '“', 'What would follow', 'In force',
         'Sources', 'Timbuktu Institute']),
    'chronology': (
        ['Du blocus de Kayes', 'Chronologie', 'Date', 'Lieu', 'Fait', 'Acteurs', 'Boulikessi', 'Farabougou', 'Kidal',
         'Sources'],
        ['From the blockade of Kayes', 'Chronology', 'Date', 'Place', 'Fact', 'Actors', 'Boulikessi', 'Farabougou',
         'Kidal', 'Sources']),
    'actor': (
        ['JNIM', 'Fiche d’acteur', 'Identité', 'Groupe de soutien à l', 'Autres noms', 'Groupe armé', 'mars 2017',
         'Liens, filiation et dirigeants', 'Iyad Ag Ghaly – dirige – JNIM', 'Alliance JNIM–FLA', 'Événements',
         'Ce qu’il revendique', 'Sources'],
        ['JNIM', 'Actor sheet', 'Identity', 'Also called', 'Armed group', 'March 2017', 'Ties, succession and leaders',
         'Iyad Ag Ghaly – leads – JNIM', 'JNIM–FLA alliance', 'Events', 'What it claims', 'Sources']),
    'delta': (
        ['Ce qui a changé', 'changements entre le 31 mars 2026 et le 30 avril 2026',
         '? Ce qui a pu se produire en dehors de ces jours.', 'Qui tient quoi', 'Kidal',
         'Événements', 'Restriction imposée', 'Restriction levée', 'Alliance conclue', 'Affirmations', 'Sources'],
        ['What changed', 'changes between 31 March 2026 and 30 April 2026',
         '? What may have happened outside of these days.', 'Who holds what', 'Kidal', 'Events',
         'Restriction laid', 'Restriction lifted', 'Alliance formed', 'Claims', 'Sources']),
}

# How many pages a product may have; None for any number.
BUDGETS = {'situation': 2, 'press': 1}


def read(tool, *arguments):
    return subprocess.run([tool, *map(str, arguments)], check=True, stdout=subprocess.PIPE, encoding='utf-8').stdout


def plain(text):
    """Without what only setting the text makes: other spaces, joiners, hyphens at line ends, marks of notes."""
    text = re.sub('[\u00a0\u202f\n\f ]+', ' ', text.replace('\u2060', '').replace('\u00ad', ''))
    return re.sub(r' +', ' ', text)


class Products(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.run_cli('init', '--sample')

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    @classmethod
    def run_cli(cls, *arguments):
        environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en', 'HOME': str(cls.folder),
                       'SB_LOCALEDIR': str(BUILD_ROOT / 'po')}
        return subprocess.run([str(CLI), '--catalogue', str(cls.folder / 'c.db'), *map(str, arguments)], check=True,
                              env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8').stdout

    @classmethod
    @functools.lru_cache(maxsize=None)
    def brief(cls, product, language, *options):
        """The answer of the program, and the file: each is printed once."""
        output = cls.folder / f'{len(list(cls.folder.iterdir()))}.pdf'
        return json.loads(cls.run_cli('brief', product, '--language', language, '--json', '-o', output, *options)), output

    def pages_of(self, pdf):
        return read('pdftotext', '-layout', pdf, '-').split('\f')[:-1]

    def test_anatomy(self):
        for product, parts in ANATOMY.items():
            for language, wanted in zip(('fr', 'en'), parts):
                with self.subTest(product=product, language=language):
                    answer, pdf = self.brief(product, language)
                    text = plain(read('pdftotext', '-raw', pdf, '-'))
                    for part in wanted:
                        self.assertIn(part, text)
                    self.assertLessEqual(answer['pages'], BUDGETS.get(product) or answer['pages'])
                    self.assertEqual(answer['pages'], len(self.pages_of(pdf)))
                    self.assertEqual(answer['unsourced'], 0)
                    self.assertGreater(answer['sources'], 3)

    def test_figures_in_columns(self):
        """What explains a map, a graph or a chart is there for the readers of both languages."""
        for product, wanted in (
                ('situation', ['Situation au 29 avril 2026 · Situation as of', 'Combat · Battle', 'Forces étatiques · State forces',
                               'Les frontières et les noms', 'The boundaries and names']),
                ('letter', ['Événements par semaine', 'Events by week', 'Sources disagree']),
                ('actor', ['Forces étatiques · State forces', 'Alliance ou soutien · Alliance or']),
                ('days', ['Au 29 avril 2026 · As of 29 April 2026'])):
            options = ('--dates', '2025-09-10,2026-04-29') if product == 'days' else ()
            text = plain(read('pdftotext', '-raw', self.brief(product, 'columns', *options)[1], '-'))
            for words in wanted:
                with self.subTest(product=product, words=words):
                    self.assertIn(words, text)

    def test_columns(self):
        """Two languages side by side keep to the pages as well, and their tables have all of the width."""
        week = ('--from', '2026-04-24', '--to', '2026-04-30', '--as-of', '2026-04-30')
        for product, options in (('situation', ()), ('situation', week), ('press', ())):
            with self.subTest(product=product, options=options):
                answer, pdf = self.brief(product, 'columns', *options)
                pages = self.pages_of(pdf)
                self.assertLessEqual(len(pages), BUDGETS[product])
                self.assertEqual(answer['pages'], len(pages))
                for parts in ANATOMY[product]:
                    self.assertIn(parts[-1], ''.join(pages))
        heads = [line for line in ''.join(self.pages_of(self.brief('situation', 'columns')[1])).split('\n')
                 if 'Mesure' in line and 'Conditions' in line]
        self.assertEqual([line.index('Mesure') for line in heads], [0])

    def test_order(self):
        """The parts of the letter stand one behind the other."""
        text = plain(read('pdftotext', '-raw', self.brief('letter', 'fr')[1], '-'))
        at = 0
        for part in ANATOMY['letter'][0]:
            found = text.find(part, at)
            self.assertGreaterEqual(found, 0, f'{part} after {text[at - 40:at]}')
            at = found

    def test_contents(self):
        """Each heading of the contents stands on the page that the contents name, under its number."""
        for language, title in (('fr', 'Table des matières'), ('en', 'Contents')):
            pages = self.pages_of(self.brief('letter', language)[1])
            whole = '\n'.join(pages)
            entries = re.findall(r'^ *([IV]+(?:\.\d+(?:\.[a-z])?)?) +(\S.*?) +(\d+)$', whole[whole.index(title):], re.M)
            self.assertGreater(len(entries), 20)
            for label, heading, page in entries:
                with self.subTest(language=language, heading=heading):
                    start = plain(label + ('. ' if '.' not in label else ' ') + heading)[:40]
                    self.assertIn(start, plain(pages[int(page) - 1]))

    def test_notes(self):
        """A page has at its foot each note that it calls, in full the first time."""
        pages = self.pages_of(self.brief('letter', 'fr')[1])
        whole = plain(' '.join(pages))
        self.assertIn('art. cité', whole)
        self.assertNotIn('ibid', whole.lower())
        self.assertEqual(whole.count('repris par DakarTimes, 15 septembre 2025.'), 2)  # a note, and the list

    def test_order_of_notes(self):
        """The numbers of notes go up as one reads on, over figures and tables, and each page has those that it calls."""
        digits = str.maketrans('⁰¹²³⁴⁵⁶⁷⁸⁹', '0123456789')
        for language, again in (('fr', 'art. cité'), ('en', 'cited above')):
            pages = read('pdftotext', '-raw', self.brief('letter', language)[1], '-').split('\f')[:-1]
            called = [[int(mark.translate(digits)) for mark in re.findall('[⁰¹²³⁴⁵⁶⁷⁸⁹]+', page)] for page in pages]
            marks = [number for page in called for number in page]
            self.assertEqual(marks, sorted(marks))
            self.assertEqual(sorted(set(marks)), list(range(1, max(marks) + 1)))
            for page, numbers in zip(pages, called):
                for number in set(numbers):
                    self.assertRegex(plain(page.replace('\n', ' \x01')), f'\x01{number} ')
            self.assertIn(again, plain(' '.join(pages)))

    def test_most_scenarios(self):
        """There are as many scenarios as the template has at most."""
        for product, most in (('letter', 4), ('note', 3)):
            for language, words in (('fr', 'Horizon – '), ('en', 'Horizon – ')):
                text = plain(read('pdftotext', '-raw', self.brief(product, language)[1], '-'))
                self.assertEqual(text.count(words), most)

    def test_cutoff(self):
        """Nothing that was published or happened after the data cutoff is told or cited."""
        for product, later in (('note', ('2026', 'novembre 2025')), ('article', ('2026',)), ('press', ('2026',)),
                               ('situation', ('mai 2026',)), ('delta', ('mai 2026',))):
            text = plain(read('pdftotext', '-raw', self.brief(product, 'fr')[1], '-')).replace('Dossier Mali 2025–2026', '')
            for words in later:
                with self.subTest(product=product, words=words):
                    self.assertNotIn(words, text)

    def test_no_cutoff(self):
        """Without a data cutoff a page is told with hindsight, and its check says so; but with hindsight or without, it
        tells nothing that was done after the day as of which it is told: here that one of the roads is blocked was
        denied in November."""
        days = ('--from', '2025-09-01', '--to', '2025-09-10')
        for more, wanted, n_denied in (((), 'hindsight', 3), (('--cutoff', '2026-06-01T12:00'), None, 3),
                                       (('--cutoff', '2025-09-10T12:00'), 'cutoff', None), (('--to', '2025-11-20'), 'hindsight', 4)):
            with self.subTest(more=more):
                output = self.folder / 'no-cutoff.txt'
                answer = json.loads(self.run_cli('brief', 'situation', '--language', 'en', '--json', '-o', output, '--check',
                                                 *days, *more))
                codes = {finding['code'] for finding in answer['findings']} & {'hindsight', 'cutoff'}
                self.assertEqual(codes, {wanted} - {None})
                text = plain(output.read_text(encoding='utf-8'))
                if n_denied is not None:
                    self.assertEqual(text.split('Restrictions in force')[1].split('Analysis')[0].count('denied by'), n_denied)

    def test_percent(self):
        """English writes no space before the sign, French does."""
        for product in ('note', 'letter'):
            text = plain(read('pdftotext', '-raw', self.brief(product, 'en')[1], '-'))
            self.assertRegex(text, r'\d%')
            self.assertNotRegex(text, r'\d %')
            self.assertNotRegex(plain(read('pdftotext', '-raw', self.brief(product, 'fr')[1], '-')), r'\d%')

    def test_structure(self):
        """Headings, paragraphs, lists, tables, figures and notes are marked for a screen reader."""
        for product in ('letter', 'note'):
            structure = read('pdfinfo', '-struct-text', self.brief(product, 'fr')[1])
            for tag in ('H1', 'H2', 'H3', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD', 'Figure'):
                self.assertRegex(structure, rf'(?m)^ *{tag}\b', f'{product}: {tag}')

    def test_metadata(self):
        info = plain(read('pdfinfo', self.brief('letter', 'en', '--author', 'Awa Keïta', '--paper', 'letter')[1]))
        self.assertIn('Mali: what 25 April changes', info)
        self.assertRegex(info, r'Author: +Awa Keïta')
        self.assertRegex(info, r'Tagged: +yes')
        self.assertRegex(info, r'Page size: +612 x 792')

    def test_imprint(self):
        pdf = self.brief('letter', 'fr', '--institution', 'Institut du fleuve', '--marking', 'tlp:amber+strict',
                         '--distribution', 'Cellule de veille', '--number', '12', '--cutoff', '2026-05-30T09:30',
                         '--contacts', 'veille@example.org')[1]
        pages = [plain(page) for page in self.pages_of(pdf)]
        for words in ('Institut du fleuve', 'TLP:AMBER+STRICT', 'Diffusion : Cellule de veille', 'N° 12', '30 mai 2026 à 09 h 30'):
            self.assertIn(words, pages[0])
        self.assertIn('Institut du fleuve / Lettre de l’Observatoire', pages[4])
        self.assertIn('veille@example.org', pages[-1])
        # The first and the last page have neither head nor number.
        for page in (pages[0], pages[-1]):
            self.assertNotRegex(page, rf'\b\d+/{len(pages)}\b')

    def test_subject(self):
        text = plain(read('pdftotext', '-raw', self.brief('actor', 'fr', '--actor', 'FLA')[1], '-'))
        self.assertIn('Front de libération de l’Azawad', text)
        text = plain(read('pdftotext', '-raw', self.brief('delta', 'fr', '--since', '2026-04-26')[1], '-'))
        self.assertIn('entre le 26 avril 2026', text)
        self.assertNotIn('18 avril 2026 – Réunion', text)

    def test_day(self):
        """What is asked of a day ends on it, and is as long as it was."""
        for options, period in (
                (('--as-of', '2025-09-10'), 'Période : du 4 au 10 septembre 2025'),
                (('--as-of', '2025-09-10', '--from', '2025-06-01'), 'Période : du 1er juin au 10 septembre 2025')):
            with self.subTest(options=options):
                text = plain(read('pdftotext', '-raw', self.brief('roads', 'fr', *options)[1], '-'))
                self.assertIn(period, text)
                self.assertIn('Situation au 10 septembre 2025', text)

    def test_copy(self):
        """A copy of a template that was changed prints by what it says."""
        source = pathlib.Path(os.environ['SB_SOURCE_ROOT']) / 'data/templates/press.template'
        copy = self.folder / 'mine.template'
        copy.write_text(source.read_text().replace('Heading[fr]=Ce qui se dit', 'Heading[fr]=Dits et démentis'))
        answer, pdf = self.brief(copy, 'fr')
        self.assertEqual(answer['pages'], 1)
        self.assertIn('Dits et démentis', plain(read('pdftotext', '-raw', pdf, '-')))

    def test_grades(self):
        """Notes have the grades of their sources and items where a template wants them."""
        source = pathlib.Path(os.environ['SB_SOURCE_ROOT']) / 'data/templates/letter.template'
        graded = self.folder / 'graded.template'
        graded.write_text(source.read_text().replace('Notes=foot', 'Notes=foot\nGrades=yes'))
        for template, pattern in ((graded, self.assertRegex), ('letter', self.assertNotRegex)):
            pattern(plain(read('pdftotext', '-raw', self.brief(template, 'fr')[1], '-')), r'mai 2026 \[[A-F][1-6]\]')


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
