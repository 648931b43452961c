#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""What the catalogue knows, asked of it: lists, records, states, searches, briefings."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest
import uuid

from command import ARTICLE, CLI, CliCase


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


if __name__ == '__main__':
    unittest.main(verbosity=1)
