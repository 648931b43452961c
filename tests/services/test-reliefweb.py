#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""ReliefWeb, by its API and by its feeds, with what is attached to a report."""

import json
import os
import unittest

import stubs
from services import COMMON_FAULTS, ServiceCase, slow


class ReliefWeb(ServiceCase):
    STUB, NAME, ADD = stubs.ReliefWeb, 'reliefweb', ('--countries', 'ML', '--from', '2026-05-01')
    QUERY = 'countries=ML'
    SECRETS = (stubs.ReliefWeb.APP_NAME,)

    def make_addresses(self, base):
        return {'SB_RELIEFWEB_ADDRESS': f'{base}/v2', 'SB_RELIEFWEB_RSS_ADDRESS': base}

    def start(self, n_reports=8):
        self.stub.reports = [stubs.report(number, f'2026-05-{number:02}T08:00:00+00:00') for number in range(1, n_reports + 1)]
        self.be_signed_in(self.stub.APP_NAME)
        self.stub.take_log()

    def bodies(self):
        return [json.loads(request.body) for request in self.stub.take_log() if request.body]

    def test_rss(self):
        self.assertEqual(self.counts(self.add()), ('updated', 1, 0, 0))
        request, = self.stub.take_log()
        self.assertEqual((request.path, request.query), ('/updates/rss.xml', {'search': 'primary_country.iso3:(MLI)'}))
        self.assertEqual(self.counts(self.sync()), ('unchanged', 0, 0, 0))
        self.assertTrue(self.get_feed()['url'].startswith('https://api.reliefweb.int/v2/'))

        # With a name the same report is the same document.
        self.start()
        self.assertEqual(self.counts(self.sync())[:2], ('updated', 7))
        self.assertEqual(len(self.ask('list', 'documents')), 8)

    @slow
    def test_without_keyring(self):
        """What needs no name needs no keyring."""
        self.more.update(SECRET_BACKEND='service', DBUS_SESSION_BUS_ADDRESS='unix:path=/nowhere')
        self.assertEqual(self.counts(self.add()), ('updated', 1, 0, 0))

    def test_api(self):
        self.start()
        self.assertEqual(self.counts(self.add()), ('updated', 8, 0, 0))
        bodies = self.bodies()
        first = bodies[0]
        self.assertEqual([condition['field'] for condition in first['filter']['conditions']],
                         ['country.iso3', 'date.changed', 'date.created'])
        self.assertEqual((first['limit'], first['offset'], first['sort']), (3, 0, ['date.changed:asc', 'id:asc']))
        since = [body['filter']['conditions'][1]['value']['from'][:10] for body in bodies]
        self.assertEqual(since, ['2026-05-01', '2026-05-03', '2026-05-05', '2026-05-07'])
        document = self.ask('show', 'document', self.ask('list', 'documents')[0]['id'])
        self.assertEqual((document['language'], document['source']['fr']), ('fr', 'OCHA'))

        # What was changed since comes again, and no more than that.
        self.stub.reports[1]['fields'].update(title='Rapport 2 corrigé', body='Autre texte.',
                                              date={'changed': '2026-05-20T08:00:00+00:00'})
        self.assertEqual(self.counts(self.sync()), ('updated', 0, 1, 0))
        self.assertEqual(self.counts(self.sync()), ('unchanged', 0, 0, 0))
        self.assertEqual(self.bodies()[-1]['filter']['conditions'][1]['value']['from'], '2026-05-20T08:00:00+00:00')
        self.assert_no_secret()

    def start_with_files(self, *files):
        self.start(1)
        base = f'{self.stub.base}/attachments/a1'
        self.stub.files['/attachments/a1/carte.md'] = ('text/markdown', """# Carte du blocus

Le 3 mai 2026, la route de Kayes à Diboli est coupée. Les camions attendent à la frontière depuis neuf jours.
""")
        self.stub.reports[0]['fields']['file'] = [
            {'id': '1', 'url': f'{base}/rapport.pdf', 'filename': 'rapport.pdf', 'mimetype': 'application/pdf', 'filesize': '328459',
             'preview': {'url': f'{base}/apercu.png', 'filename': 'apercu.png'}},
            {'id': '2', 'url': f'{base}/carte.md', 'filename': 'carte.md', 'mimetype': 'text/markdown', 'filesize': 130,
             'description': 'Version française'}, *files]
        self.add()
        self.stub.take_log()
        return self.show_report()

    def show_report(self):
        number = next(item['id'] for item in self.ask('list', 'documents') if item['title'].startswith('Rapport'))
        return self.ask('show', 'document', number)

    def fetch(self, report, number, status=0, language='en'):
        return self.check(status, 'attachment', 'fetch', report['id'], number, '--json', language=language)

    def check(self, status, *arguments, **more):
        done = self.run_cli(*arguments, **more)
        self.assertEqual(done.returncode, status, done.stderr)
        return done

    def test_attachments(self):
        """What each file is stays with it, and one that is fetched is a document."""
        report = self.start_with_files()
        base = f'{self.stub.base}/attachments/a1'
        self.assertEqual(report['attachments'], [
            {'url': f'{base}/rapport.pdf', 'name': 'rapport.pdf', 'media_type': 'application/pdf', 'size': 328459},
            {'url': f'{base}/carte.md', 'name': 'carte.md', 'media_type': 'text/markdown', 'size': 130,
             'description': 'Version française'}])
        text = self.run_cli('show', 'document', report['id']).stdout
        self.assertIn('1 · rapport.pdf · PDF · 328.5\u00a0kB · http', text)
        self.assertIn('2 · carte.md · Markdown · 130\u00a0bytes · Version française · http', text)

        number = json.loads(self.fetch(report, 2).stdout)['document']
        self.assertEqual([request.path for request in self.stub.take_log()], ['/attachments/a1/carte.md'])
        document = self.ask('show', 'document', number)
        self.assertEqual((document['title'], document['url'], document['source']['fr'], document['date']['edtf']),
                         ('Carte du blocus', f'{base}/carte.md', 'OCHA', '2026-04-30'))
        self.assertIn('Diboli', document['text'])
        self.assertEqual([(link['relation'], link['document']['id']) for link in document['links']], [('attached', report['id'])])
        capture, = document['captures']
        self.assertEqual((capture['url'], capture['status'], capture['hash']), (f'{base}/carte.md', 200, document['hash']))
        self.assertEqual([item.get('document') for item in self.show_report()['attachments']], [None, number])
        self.assertIn(f'fetched as document {number}', self.run_cli('show', 'document', report['id']).stdout)

        # A sync leaves it tied; undoing takes it away, and it can be fetched again.
        self.stub.reports[0]['fields'].update(title='Rapport 1 corrigé', date={'changed': '2026-05-20T08:00:00+00:00'})
        self.assertEqual(self.counts(self.sync()), ('updated', 0, 1, 0))
        self.assertEqual([item.get('document') for item in self.show_report()['attachments']], [None, number])
        self.check(0, 'undo')
        self.assertEqual([item.get('document') for item in self.show_report()['attachments']], [None, None])
        self.check(1, 'show', 'document', number)
        self.fetch(report, 2)
        self.assertEqual(len(self.ask('list', 'documents')), 2)

        # The list follows what the service says.
        del self.stub.reports[0]['fields']['file'][0]
        self.stub.reports[0]['fields'].update(date={'changed': '2026-05-21T08:00:00+00:00'})
        self.assertEqual(self.counts(self.sync()), ('updated', 0, 1, 0))
        self.assertEqual([item['name'] for item in self.show_report()['attachments']], ['carte.md'])

    def test_attachment_faults(self):
        """What does not come is said plainly, and leaves nothing behind."""
        base = f'{self.stub.base}/attachments/a1'
        others = ['http://localhost.example.invalid/x.pdf', 'ftp://example.org/x.pdf', 'file:///etc/passwd']
        report = self.start_with_files(*({'url': url, 'mimetype': 'application/pdf'} for url in others))
        cases = (
            ((404, 'text/plain', 'no'), 'not there any more', 'n’est plus là'),
            ((403, 'text/plain', 'no'), 'refuses access to this file', 'refuse l’accès à ce fichier'),
            ((200, 'text/html', '<!doctype html><html><body><p>Connectez-vous</p></body></html>'),
             'a web page where the file should be', 'une page web à la place du fichier'),
            ((200, 'application/pdf', b''), 'an empty file', 'un fichier vide'),
            ((200, 'application/pdf', b'%PDF-1.4\n%%EOF'), 'truncated or damaged', 'tronqué ou endommagé'),
            ((200, 'application/pdf', b'\211PNG\r\n\032\n' + bytes(200)), 'cannot be read', 'ne peut pas être lu'),
            ((302, 'text/plain', '', {'Location': 'file:///etc/passwd'}), 'not safe', 'pas sûre'),
            ((200, 'application/pdf', b'%PDF-1.4' + bytes(33 << 20)), 'larger than 32 MB', '32\u00a0Mo'),
        )
        for answer, english, french in cases:
            self.stub.faults = [lambda request: answer if request.path.endswith('rapport.pdf') else None]
            with self.subTest(english):
                self.assertIn(english, self.fetch(report, 1, 1).stderr)
                if 'SB_TEST_SLOW' in os.environ:
                    self.assertIn(french, self.fetch(report, 1, 1, 'fr').stderr)
        for number in (4, 5):
            self.assertIn('not safe', self.fetch(report, number, 1).stderr)
        for number in (0, 6, 'x'):
            self.assertIn('has no attachment', self.fetch(report, number, 1).stderr)

        # What came in a file may be anybody's: it leads nowhere on this machine.
        self.stub.take_log()
        path = self.folder / 'rapports.json'
        path.write_text(json.dumps({'data': [stubs.report(7, '2026-05-07T08:00:00+00:00', title='Autre', file=[
            {'url': f'{base}/carte.md', 'filename': 'carte.md', 'mimetype': 'text/markdown'}])]}))
        self.check(0, 'import', path)
        other = next(item for item in self.ask('list', 'documents') if item['title'] == 'Autre')
        self.assertIn('in the local network', self.fetch(other, 1, 1).stderr)
        self.assertEqual(self.stub.take_log(), [])
        self.check(0, 'undo')
        self.assertEqual(len(self.ask('list', 'documents')), 1)
        self.assertEqual(self.run_cli('history', '--json').stdout.count('attachment'), 0)

    def test_changed_meanwhile(self):
        """A report that is changed while the others are read moves behind them, and none is missed."""
        self.start()

        def change(request):
            if len(self.stub.log) == 2:
                self.stub.reports[0]['fields']['date']['changed'] = '2026-05-30T08:00:00+00:00'

        self.stub.faults = [change]
        self.assertEqual(self.add()['new'], 8)

    @slow
    def test_one_second(self):
        """More reports of one second than a page holds."""
        self.start()
        for item in self.stub.reports[1:]:
            item['fields']['date']['changed'] = '2026-05-09T08:00:00+00:00'
        self.assertEqual(self.counts(self.add()), ('updated', 8, 0, 0))

    @slow
    def test_without_count(self):
        self.start()
        self.stub.with_count = False
        self.assertEqual(self.counts(self.add()), ('updated', 8, 0, 0))

    @slow
    def test_interrupted(self):
        self.start()
        self.stub.faults = [lambda request: (503, 'text/plain', 'oh') if len(self.stub.log) == 3 else None]
        outcome = self.add()
        self.assert_failed(outcome, 'failed', 'server', 'a fault of its own')
        self.assertEqual(outcome['new'], 5)
        self.stub.faults = []
        self.assertEqual(self.counts(self.sync())[:2], ('updated', 3))

    @slow
    def test_same_page(self):
        self.start()
        page = {'totalCount': 999, 'data': self.stub.reports[:3]}
        self.stub.faults = [lambda request: (200, stubs.JSON, json.dumps(page))]
        self.assert_failed(self.add(), 'failed', 'paging', 'the same page again and again')
        self.assertEqual(len(self.stub.log), 2)

    def test_faults(self):
        self.start()
        self.check_faults((
            *COMMON_FAULTS,
            ((403, stubs.JSON, '{"error":{"type":"AccessDeniedHttpException"}}'), 'refused', 'app-name',
             'has not approved this application name', 'n’a pas approuvé ce nom d’application'),
            ((401, stubs.JSON, '{}'), 'refused', 'credentials', 'sign in again', 'connectez-vous de nouveau'),
        ))
        self.assert_no_secret()

    def test_retired(self):
        self.start()
        self.stub.faults = [lambda request: (410, 'text/plain', 'v1 is gone')]
        self.assert_failed(self.add(language='fr'), 'gone', 'service-retired', 'a été arrêtée')
        self.assertEqual(self.get_feed()['paused'], 1)

    @slow
    def test_wrong_name(self):
        self.sign_in('nobody-approved-this')
        self.assert_failed(self.add(), 'refused', 'app-name', 'has not approved')
        self.assertNotIn('nobody-approved-this', self.said)


if __name__ == '__main__':
    unittest.main()
