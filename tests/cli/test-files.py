#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Files as they come in: feeds, pages, texts, tables, and what is named in them."""

import json
import pathlib
import threading
import unittest

from command import ARTICLE, FEED, FIRST, PAGE, SECOND, CliCase


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


if __name__ == '__main__':
    unittest.main(verbosity=1)
