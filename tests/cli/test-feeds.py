#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Feeds from a server on the loopback: followed, fetched, captured, sick."""

import contextlib
import hashlib
import json
import os
import sqlite3
import unittest
import unittest.mock
import zipfile

from command import ARTICLE, FEED, FIRST, ITEM, PAGE, SECOND, CliCase


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
        source = next(one for one in self.ask('list', 'sources') if one['name'] == {'fr': 'Studio Tamani'})
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
