#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""What was done, undone, done again; records merged and parted."""

import json
import os
import unittest
import unittest.mock

from command import FEED, FIRST, CliCase


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


if __name__ == '__main__':
    unittest.main(verbosity=1)
