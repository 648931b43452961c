#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Briefings of the sample dossier: begun, checked, issued, compared and corrected."""

import base64
import hashlib
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import zipfile

CLI = pathlib.Path(sys.argv[1]).resolve()
BUILD_ROOT = pathlib.Path(sys.argv[2]).resolve()


# A picture of 2 × 1 pixels.
JPEG = (
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7'
    'gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8'
    'fHx8fHx8fHz/wAARCAABAAIDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QA'
    'FQEBAQAAAAAAAAAAAAAAAAAABAX/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCeAEpP/9k='
)


class Briefings(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.made = tempfile.TemporaryDirectory()
        cls.sample = pathlib.Path(cls.made.name, 'sample.db')
        cls.environment = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='en', SB_CLOCK='2026-06-01T09:00:00Z',
                               SB_LOCALEDIR=str(BUILD_ROOT / 'po'))
        subprocess.run([CLI, 'init', '--sample', '--catalogue', cls.sample], check=True, capture_output=True,
                       env=cls.environment)

    @classmethod
    def tearDownClass(cls):
        cls.made.cleanup()

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.catalogue = pathlib.Path(self.folder.name, 'catalogue.db')
        shutil.copy(self.sample, self.catalogue)

    def call(self, *arguments, status=0):
        done = subprocess.run([CLI, *arguments, '--catalogue', self.catalogue], capture_output=True, text=True,
                              env=self.environment)
        self.assertEqual(done.returncode, status, done.stderr)
        self.assertNotIn('CRITICAL', done.stderr)
        return done

    def read(self, *arguments, status=0):
        return json.loads(self.call(*arguments, '--json', status=status).stdout)

    def pdf(self, name):
        return pathlib.Path(self.folder.name, name)

    def text(self, path):
        done = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True, check=True)
        return ' '.join(done.stdout.replace('\u00a0', ' ').replace('\u202f', ' ').split())

    def situation(self):
        return next(str(b['id']) for b in self.read('briefing', 'list') if b['template'] == 'situation')

    def event(self):
        """The UUID of an event of 25 April 2026 that had a source by the cutoff of the report."""
        for event in self.read('list', 'events', '--from', '2026-04-25', '--to', '2026-04-25'):
            shown = self.read('show', 'event', str(event['id']))
            if any(item['date']['edtf'] == '2026-04-29' for item in shown['evidence']):
                return event['uuid']
        self.fail('no event of 25 April with a source')

    def write(self, briefing, block, fr, en, position=90, keys=None):
        """A section, as the window stores it."""
        with sqlite3.connect(self.catalogue) as db:
            db.execute('DELETE FROM briefing_section WHERE owner = ? AND block = ?', (briefing, block))
            db.execute('INSERT INTO briefing_section (owner, position, block, text_fr, text_en, kind, keys, manual) '
                       'VALUES (?, ?, ?, ?, ?, ?, ?, 0)', (briefing, position, block, fr, en, 'text', keys))
        db.close()

    def test_new(self):
        made = self.read('briefing', 'new', 'situation', '--title', 'Essai', '--from', '2026-04-01', '--to',
                         '2026-04-29', '--author', 'Awa')
        self.assertEqual(made['title'], {'fr': 'Essai', 'en': 'Essai'})
        self.assertIsNone(made['issued'])
        shown = self.read('briefing', 'show', str(made['id']))
        names = [entry['block'] for entry in shown['outline']]
        self.assertEqual(names[:3], ['masthead', 'situation', 'positions'])
        self.assertEqual([e['parent'] for e in shown['outline'] if e['block'] == 'risks'], ['outlook'])
        self.assertEqual(self.call('undo').stdout.strip() or 'undone', self.call('redo').stdout.strip() or 'undone')
        self.assertIn('Essai', self.call('briefing', 'list').stdout)
        self.call('briefing', 'new', 'nothing', status=2)
        self.call('briefing', 'show', '999999', status=1)

    def test_check(self):
        briefing = self.situation()
        self.write(briefing, 'own', f'Les combats ont commencé le 12 mars 2026 [@{self.event()}].\n\n'
                   'Il y a eu 12 morts. C’est sans doute fini.', f'It began [@{self.event()}].\n\nSee [@dead-beef].')
        found = self.read('briefing', 'check', briefing)['findings']
        self.assertEqual({f['code'] for f in found}, {'as-of', 'cutoff', 'date', 'unsourced', 'off-scale', 'unknown-source'})
        for finding in found:
            if finding['code'] not in ('as-of', 'cutoff'):
                self.assertEqual(finding['block'], 'own')
                self.assertGreaterEqual(finding['sheet'], 1)
                self.assertGreater(finding['width'], 0)
        lines = {f['code']: f['line'] for f in found if 'line' in f}
        self.assertEqual(lines, {'date': 1, 'unsourced': 3, 'off-scale': 3, 'unknown-source': 3})
        told = self.call('briefing', 'check', briefing)
        self.assertIn('No source: “Il y a eu 12 morts.”', told.stdout)
        checked = self.read('brief', 'situation', '--language', 'fr', '--check')
        self.assertEqual(len(checked['findings']), 5)
        self.call('brief', 'situation', '--language', 'fr', status=2)

    def test_citation_on_paper(self):
        briefing = self.situation()
        self.write(briefing, 'own', f'Une phrase qui cite [@{self.event()}].', f'A sentence that cites [@{self.event()}].')
        self.call('briefing', 'print', briefing, '--language', 'both', '-o', self.pdf('own.pdf'))
        text = self.text(self.pdf('own.pdf'))
        self.assertRegex(text, 'Une phrase qui cite[¹²³⁴⁵⁶⁷⁸⁹ ]+\\.')
        self.assertRegex(text, 'A sentence that cites\\.[¹²³⁴⁵⁶⁷⁸⁹]')

    def extract(self):
        """A short extract of a document in French."""
        for listed in self.read('list', 'extracts', '--limit', '400'):
            if ' les ' in listed['quote'] and len(listed['quote']) < 80:
                return listed
        self.fail('no such extract')

    def print_as(self, briefing, language, name):
        self.call('briefing', 'print', briefing, '--language', language, '-o', self.pdf(name))
        if name.endswith('.odt'):
            return zipfile.ZipFile(self.pdf(name)).read('content.xml').decode()
        return self.text(self.pdf(name)) if name.endswith('.pdf') else self.pdf(name).read_text()

    def test_translated_extract(self):
        briefing = self.situation()
        extract = self.extract()
        words = extract['quote']
        self.write(briefing, 'own', f'> « {words} » [@{extract["uuid"]}]', f'> “{words}” [@{extract["uuid"]}]\n>\n> A witness')
        found = [f for f in self.read('briefing', 'check', briefing)['findings'] if f['code'] == 'untranslated']
        self.assertEqual([(f['languages'], f['block'], f['passage']) for f in found], [(['en'], 'own', words)])
        self.assertIn('A quotation has no English translation', found[0]['sentence'])
        self.call('translate', 'extract', str(extract['id']), 'Nine words of mine', '--language', 'en', '--by', 'A. Diallo')
        self.assertEqual([f for f in self.read('briefing', 'check', briefing)['findings'] if f['code'] == 'untranslated'], [])
        told = '“Nine words of mine” [trad. A. Diallo]'
        for name in ('own.pdf', 'own.txt', 'own.html', 'own.odt'):
            with self.subTest(name):
                english = self.print_as(briefing, 'en', name).replace('\u00a0', ' ')
                self.assertIn(told, ' '.join(english.split()))
                self.assertIn('A witness', english)
                self.assertNotIn('trad.', self.print_as(briefing, 'fr', name))
        self.call('undo')
        own = self.print_as(briefing, 'en', 'own.txt').partition('“' + words.split()[0])[2]
        self.assertIn('A witness', own)
        self.assertNotIn('trad.', own)

    def test_translated_by_hand(self):
        """What the author translates is not translated once more."""
        briefing = self.situation()
        extract = self.extract()
        self.call('translate', 'extract', str(extract['id']), 'Nine words', '--language', 'en')
        self.write(briefing, 'own', 'Rien.', f'> “{extract["quote"]}” [@{extract["uuid"]}]\n>\n> “By hand” [trad.]')
        english = self.print_as(briefing, 'en', 'own.html')
        self.assertIn('By hand', english)
        self.assertNotIn('Nine words', english)
        self.assertIn('class="translation"', english)

    def test_translated_claim(self):
        claim = next(c for c in self.read('list', 'claims', '--limit', '200')
                     if any(s.get('words') == 'complot monstrueux' for s in c['statements']))
        number = next(i for i, s in enumerate(claim['statements'], 1) if s.get('words') == 'complot monstrueux')
        options = ('translate', 'claim', str(claim['id']), str(number))
        self.assertEqual(claim['statements'][number - 1]['translation'], {'en': 'monstrous plot'})
        self.call(*options, 'a plot of monsters', '--language', 'en', '--by', 'A. Diallo')
        self.call(*options, 'fr words', '--language', 'fr')
        translated = self.read('show', 'claim', str(claim['id']))['statements'][number - 1]
        self.assertEqual(translated['translation'], {'fr': 'fr words', 'en': 'a plot of monsters'})
        self.assertEqual(translated['translator'], {'en': 'A. Diallo'})
        self.call(*options, '', '--language', 'en')
        translated = self.read('show', 'claim', str(claim['id']))['statements'][number - 1]
        self.assertEqual((translated['translation'], translated.get('translator')), ({'fr': 'fr words'}, None))
        self.call('translate', 'claim', str(claim['id']), '99', 'x', '--language', 'en', status=2)
        self.call('translate', 'claim', str(claim['id']), 'x', '--language', 'en', status=2)
        self.call('translate', 'event', '1', 'x', '--language', 'en', status=2)
        self.call(*options, 'x', status=2)

    def test_cited_elsewhere(self):
        """An extract and a document that no block prints, and an event of another time."""
        briefing = self.situation()
        old = self.read('list', 'events', '--from', '2025-07-01', '--to', '2025-07-31')[0]['uuid']
        with sqlite3.connect(self.catalogue) as db:
            extract, document = db.execute(
                "SELECT x.uuid, d.uuid FROM extract AS e JOIN record AS x ON x.id = e.id "
                "JOIN record AS d ON d.id = e.document LIMIT 1").fetchone()
        db.close()
        self.write(briefing, 'own', f'Un passage [@{extract}]. Un document [@{document}]. Un fait [@{old}].', 'Text.')
        codes = [f['code'] for f in self.read('briefing', 'check', briefing)['findings']]
        self.assertEqual(codes, ['as-of', 'cutoff'])
        self.call('briefing', 'print', briefing, '--language', 'fr', '-o', self.pdf('own.pdf'))
        self.assertRegex(self.text(self.pdf('own.pdf')), 'Un passage[¹²³⁴⁵⁶⁷⁸⁹]+\\. Un document[¹²³⁴⁵⁶⁷⁸⁹]+\\. Un fait[¹²³⁴⁵⁶⁷⁸⁹]')

    def test_issue(self):
        briefing = self.situation()
        refused = self.call('briefing', 'issue', briefing, status=1)
        self.assertIn('newer event', refused.stdout)
        self.assertEqual(self.read('briefing', 'issues', briefing), [])

        self.write(briefing, 'own', 'Le blocus a commencé [^1].\n\nUne phrase qui reste.\n\n[^1]: Entretien.', 'It began.')
        issue = self.read('briefing', 'issue', briefing, '--anyway')
        self.assertEqual((issue['number'], issue['time']), (1, '2026-06-01T09:00:00Z'))
        self.assertEqual([e['language'] for e in issue['editions']], ['fr', 'en'])
        self.assertEqual([f['code'] for f in issue['findings']], ['as-of', 'cutoff'])
        self.call('briefing', 'issue', briefing, '--anyway', status=1)
        self.call('briefing', 'reissue', briefing, '--anyway', status=2)

        # It is on one paper, and says on which.
        kept = self.read('briefing', 'issues', briefing)[0]['editions']
        self.assertEqual([edition['paper'] for edition in kept], ['a4', 'a4'])

        # The pages are what they were, whatever becomes of the briefing.
        self.write(briefing, 'own', 'Le siège a commencé [^1].\n\nUne phrase qui reste.\n\n[^1]: Entretien.', 'It began.')
        self.call('briefing', 'pages', briefing, '1', '--language', 'fr', '-o', self.pdf('first.pdf'))
        self.assertEqual(hashlib.sha256(self.pdf('first.pdf').read_bytes()).hexdigest(), issue['editions'][0]['hash'])
        self.assertIn('Le blocus a commencé', self.text(self.pdf('first.pdf')))
        self.call('briefing', 'pages', briefing, '7', '--language', 'fr', '-o', self.pdf('none.pdf'), status=1)

        again = self.read('briefing', 'reissue', briefing, '--anyway', '--reason', 'Un mot était faux.')
        self.assertEqual((again['number'], again['reason']), (2, 'Un mot était faux.'))
        differences = self.read('briefing', 'compare', briefing, '1', '2', '--language', 'fr')
        own = [(d['before'], d['after']) for d in differences if d['block'] == 'own']
        self.assertEqual(own, [('Le blocus a commencé.', 'Le siège a commencé.')])
        self.assertEqual([d for d in self.read('briefing', 'compare', briefing, '1', '2', '--language', 'en')
                          if d['block'] != 'masthead'], [])

        self.call('briefing', 'correction', briefing, '-o', self.pdf('correction.pdf'))
        text = self.text(self.pdf('correction.pdf'))
        for words in ['Rectificatif', 'porte sur le n° 1 du 1er juin 2026', 'Un mot était faux.', 'Au lieu de', 'Lire',
                      'Le blocus a commencé.', 'Le siège a commencé.', 'Correction notice',
                      'The texts of the two issues are the same.']:
            self.assertIn(words, text)
        self.assertNotIn('Une phrase qui reste', text)
        self.call('briefing', 'correction', briefing, '--language', 'en', '-o', self.pdf('correction-en.pdf'))
        english = self.text(self.pdf('correction-en.pdf'))
        self.assertIn('Correction notice', english)
        self.assertNotIn('Rectificatif', english)
        self.call('briefing', 'correction', briefing, '--language', 'columns', '-o', self.pdf('correction-both.pdf'))
        self.assertRegex(self.text(self.pdf('correction-both.pdf')), 'Rectifications.*Corrections')
        self.call('briefing', 'correction', briefing, '--language', 'de', '-o', self.pdf('none.pdf'), status=2)

    def test_columns(self):
        """A briefing of the catalogue is printed with its languages side by side, on the pages that it may have."""
        press = next(str(b['id']) for b in self.read('briefing', 'list') if b['template'] == 'press')
        answer = self.read('briefing', 'print', press, '--language', 'columns', '-o', self.pdf('columns.pdf'))
        self.assertEqual((answer['language'], answer['pages']), ('columns', 1))
        self.assertEqual(len({edition['left_out'] for edition in answer['editions']}), 1)
        text = self.text(self.pdf('columns.pdf'))
        self.assertIn('Bamako peut-elle tomber', text)
        self.assertIn('Could Bamako fall', text)

    def test_correction_of_a_letter(self):
        """The number of an issue is no correction, wherever its imprint stands."""
        letter = next(str(b['id']) for b in self.read('briefing', 'list') if b['template'] == 'letter')
        self.read('briefing', 'issue', letter, '--anyway')
        self.write(letter, 'introduction', 'Une lettre tout autre.', 'Quite another letter.')
        self.read('briefing', 'reissue', letter, '--anyway', '--reason', 'Une erreur.')
        self.call('briefing', 'correction', letter, '--language', 'fr', '-o', self.pdf('letter.pdf'))
        text = self.text(self.pdf('letter.pdf'))
        self.assertIn('Une lettre tout autre', text)
        self.assertNotIn('N° 1', text)

    def test_logo(self):
        """The logo of a file is kept with the briefing, as it is in the file."""
        briefing = self.situation()
        picture = base64.b64decode(JPEG)
        self.pdf('logo.jpg').write_bytes(picture)
        self.call('briefing', 'logo', briefing, self.pdf('logo.jpg'))
        self.pdf('logo.jpg').unlink()
        self.call('briefing', 'print', briefing, '--language', 'fr', '-o', self.pdf('own.pdf'))
        self.assertIn(picture, self.pdf('own.pdf').read_bytes())
        self.call('briefing', 'print', briefing, '--language', 'fr', '-o', self.pdf('own.html'))
        self.assertIn('data:image/jpeg;base64,' + JPEG[:40], self.pdf('own.html').read_text())
        self.pdf('no.jpg').write_bytes(picture[:60])
        told = self.call('briefing', 'logo', briefing, self.pdf('no.jpg'), status=1)
        self.assertIn('no picture that can be printed as a logo', told.stderr)
        self.assertTrue(self.read('show', 'briefing', briefing)['logo'].endswith(JPEG))
        self.call('briefing', 'logo', briefing)
        self.assertNotIn('logo', self.read('show', 'briefing', briefing))

    def test_issues_travel(self):
        """What was issued goes out with its briefing, and comes back as it was."""
        briefing = self.situation()
        uuid = self.read('briefing', 'show', briefing)['uuid']
        self.call('briefing', 'issue', briefing, '--anyway')
        self.call('briefing', 'reissue', briefing, '--anyway', '--reason', 'Again.')
        issues = self.read('briefing', 'issues', briefing)
        self.call('export', '--format', 'dossier', '-o', self.pdf('out.sbdossier'))
        self.catalogue = self.pdf('other.db')
        self.call('init')
        self.call('import', self.pdf('out.sbdossier'))
        self.call('import', self.pdf('out.sbdossier'))
        for issue in issues:
            issue['history'] = 0
        self.assertEqual(self.read('briefing', 'issues', uuid), issues)
        self.call('briefing', 'pages', uuid, '2', '--language', 'en', '-o', self.pdf('second.pdf'))
        self.assertEqual(hashlib.sha256(self.pdf('second.pdf').read_bytes()).hexdigest(), issues[1]['editions'][1]['hash'])
        self.call('check')
        self.call('export', '--format', 'dossier', '-o', self.pdf('again.sbdossier'))
        self.assertEqual(self.pdf('again.sbdossier').read_bytes(), self.pdf('out.sbdossier').read_bytes())

    def test_forged_issue(self):
        """An issue whose pages are not those of its hash comes in by no dossier."""
        briefing = self.situation()
        self.call('briefing', 'issue', briefing, '--anyway')
        with sqlite3.connect(self.catalogue) as db:
            db.execute("UPDATE briefing_issue_edition SET pdf = CAST ('%PDF-1.7 forged' AS BLOB)")
        db.close()
        self.call('export', '--format', 'dossier', '-o', self.pdf('out.sbdossier'))
        self.catalogue = self.pdf('other.db')
        self.call('init')
        self.call('import', self.pdf('out.sbdossier'), status=1)
        self.assertEqual(self.read('briefing', 'list'), [])

    def test_damaged(self):
        """What was issued is held against its hashes, and what is damaged is named."""
        briefing = self.situation()
        self.call('briefing', 'issue', briefing, '--anyway')
        self.call('briefing', 'reissue', briefing, '--anyway', '--reason', 'Again.')
        self.assertEqual([f['code'] for f in self.read('briefing', 'check', briefing)['findings']], ['as-of', 'cutoff'])
        self.call('check')
        with sqlite3.connect(self.catalogue) as db:
            db.execute("UPDATE briefing_issue_edition SET pdf = x'00' WHERE language = 'en' AND issue = "
                       "(SELECT id FROM briefing_issue WHERE number = 2)")
            db.execute("UPDATE briefing_issue SET record = replace (record, 'situation', 'press') WHERE number = 1")
        db.close()
        damaged = [f for f in self.read('briefing', 'check', briefing)['findings'] if f['code'] == 'damaged-issue']
        self.assertEqual([(f['issue'], f['languages']) for f in damaged], [(1, []), (2, ['en'])])
        self.assertEqual(damaged[1]['sentence'], 'Issue 2 is damaged: its pages in English are not those that were issued')
        found = self.read('check', status=1)['findings']
        self.assertEqual([(f['code'], f['count']) for f in found], [('issue', 2)])
        self.assertEqual(found[0]['records'], [int(briefing), int(briefing)])

    def test_exchange(self):
        """What a briefing says of its outline goes out with its dossier and comes back."""
        briefing = self.situation()
        self.write(briefing, 'own', 'Texte.', 'Text.', keys='Level=2')
        with sqlite3.connect(self.catalogue) as db:
            db.execute("UPDATE briefing SET blocks = 'masthead;own;situation', settings = 'Pages=3', "
                       "distribution = 'Cabinet' WHERE id = ?", (briefing,))
            db.execute("INSERT INTO briefing_comment (owner, position, block, author, written, text) "
                       "VALUES (?, 0, 'own', 'Awa', 1780304400, 'Trop court')", (briefing,))
        db.close()
        before = self.read('briefing', 'show', briefing)
        record = self.read('show', 'briefing', briefing)
        self.call('export', '--format', 'dossier', '-o', self.pdf('out.sbdossier'))
        self.catalogue = self.pdf('other.db')
        self.call('init')
        self.call('import', self.pdf('out.sbdossier'))
        after = self.read('briefing', 'show', before['uuid'])
        self.assertEqual(after['outline'], before['outline'])
        self.assertEqual([entry['block'] for entry in after['outline']][:3], ['masthead', 'own', 'situation'])
        other = self.read('show', 'briefing', before['uuid'])
        for member in ['blocks', 'settings', 'distribution', 'comments', 'sections']:
            self.assertEqual(other[member], record[member])


unittest.main(argv=sys.argv[:1], verbosity=2)
