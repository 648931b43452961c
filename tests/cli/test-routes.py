#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Which roads to Bamako were open, asked of the sample dossier.

usage: test-routes.py PROGRAM BUILD

What is expected here was read in the documents of the sample, not in answers of
the program:

- Before 2 July 2025 no document knows of a blockade. Levies on the roads of the
  west are dated to the year 2025 alone, so they may have been there on 1 June.
- On 3 September 2025 JNIM announced a blockade of the roads to Kayes and Nioro and
  a ban on fuel from Senegal, Mauritania, Guinea and Côte d'Ivoire (note on Kayes);
  the opinion piece names Bamako–Kayes, Bamako–Nioro and Bamako–Sikasso as closed
  since that day. The army denies it (note on Kayes), the junta as well (press
  brief). No document has the roads to Guinea and to Ségou closed.
- On 28 April 2026 JNIM announced a blockade of Bamako and Kati: whoever goes there
  unauthorised is threatened, non-residents may leave (situation report). No
  document has the blockades of 2025 ended.
"""

import html
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

CLI = pathlib.Path(sys.argv.pop(1))
BUILD = pathlib.Path(sys.argv.pop(1))

ROADS = 'Blocus des routes de Kayes et de Nioro du Sahel'
SIKASSO = 'Blocus de la route Bamako–Sikasso'
FUEL = "Interdiction d’importer du carburant"
NIORO = 'Embargo sur la ville de Nioro du Sahel'
CAPITAL = 'Blocus de Bamako et de Kati'
CURFEW = 'Couvre-feu nocturne à Bamako (district)'
LERE = 'Blocus de Diafarabé et de Léré'
TAXES = 'Taxes du JNIM sur les routes de l’Ouest'

# Day, from where, whether one gets to Bamako and in which state of the way if all
# that is announced holds; then the same when what is denied is left out; what must
# be among what the first of them rests on.
EXPECTED = [
    ('2025-06-01', 'Kayes', (True, 'limited'), (True, 'limited'), [TAXES]),
    ('2025-06-01', 'Nioro', (True, 'limited'), (True, 'limited'), [TAXES]),
    ('2025-06-01', 'Sikasso', (True, 'open'), (True, 'open'), []),
    ('2025-06-01', 'Kourémalé', (True, 'open'), (True, 'open'), []),
    ('2025-06-01', 'Ségou', (True, 'open'), (True, 'open'), []),
    ('2025-09-10', 'Kayes', (False, 'cut'), (True, 'limited'), [ROADS]),
    ('2025-09-10', 'Nioro', (False, 'cut'), (True, 'limited'), [ROADS, NIORO]),
    ('2025-09-10', 'Sikasso', (True, 'open'), (True, 'open'), [SIKASSO]),
    ('2025-09-10', 'Kourémalé', (True, 'limited'), (True, 'open'), [FUEL]),
    ('2025-09-10', 'Ségou', (True, 'open'), (True, 'open'), []),
    ('2026-04-29', 'Kayes', (False, 'cut'), (True, 'threatened'), [ROADS]),
    ('2026-04-29', 'Nioro', (False, 'cut'), (True, 'threatened'), [ROADS, NIORO]),
    ('2026-04-29', 'Sikasso', (True, 'threatened'), (True, 'threatened'), [SIKASSO, CAPITAL]),
    ('2026-04-29', 'Kourémalé', (True, 'threatened'), (True, 'threatened'), [FUEL, CAPITAL, CURFEW]),
    ('2026-04-29', 'Ségou', (True, 'threatened'), (True, 'threatened'), [CAPITAL, CURFEW]),
]

# What each of them rests on: who denies it, and the documents behind it and
# against it, by their sources.
EVIDENCE = {
    ROADS: ('Forces armées maliennes', {'Timbuktu Institute', 'Mohamed AG Ahmedou'}, {'Timbuktu Institute', 'Revue de presse (titre non indiqué)'}),
    SIKASSO: ('Autorités militaires de transition du Mali', {'Mohamed AG Ahmedou', 'Timbuktu Institute', 'Revue de presse (titre non indiqué)'},
              {'Revue de presse (titre non indiqué)'}),
    CAPITAL: (None, {'Point de situation voyageurs (éditeur non indiqué)'}, set()),
}


class Routes(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.catalogue = pathlib.Path(folder.name) / 'sample.db'
        subprocess.run([CLI, '--catalogue', cls.catalogue, 'init', '--sample'], check=True, stderr=subprocess.DEVNULL)

    def run_cli(self, *arguments, language='en'):
        environment = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE=language, SB_LOCALEDIR=str(BUILD / 'po'))
        return subprocess.run([CLI, '--catalogue', self.catalogue, *arguments], env=environment, text=True,
                              capture_output=True, timeout=60)

    def ask(self, *arguments):
        done = self.run_cli('route', *arguments, '--json')
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def titles(self, answer, ids):
        records = {one['id']: one['record']['title']['fr'] for one in answer['restrictions']}
        return {records[one] for one in ids}

    def test_roads_to_bamako(self):
        for day, place, strict, undenied, resting in EXPECTED:
            with self.subTest(day=day, place=place):
                answer = self.ask(place, 'Bamako', '--as-of', day)
                self.assertEqual((answer['reachable'], answer['state']), strict)
                verdicts = [answer, *answer['other_verdicts']]
                other = next(one for one in verdicts if 'undenied' in one['readings'])
                self.assertEqual((other['reachable'], other['state']), undenied)
                self.assertLessEqual(set(resting), self.titles(answer, answer['rests_on']))
                if not resting:
                    self.assertEqual(answer['rests_on'], [])

    def test_sikasso_by_another_road(self):
        answer = self.ask('Sikasso', 'Bamako', '--as-of', '2025-09-10')
        codes = [leg['corridor']['code'] for leg in answer['legs']]
        self.assertIn('RN6', codes)
        self.assertNotIn('RN7', codes)
        self.assertGreater(answer['detour_km'], 100)
        self.assertAlmostEqual(answer['km'] - answer['usual_km'], answer['detour_km'], delta=0.2)
        self.assertAlmostEqual(answer['km'] / answer['usual_km'], answer['detour_ratio'], delta=0.01)
        self.assertEqual({leg['corridor']['code'] for leg in answer['cut']}, {'RN7'})
        self.assertEqual(self.titles(answer, answer['rests_on']), {SIKASSO})

    def test_dead_ends_stand_in_no_way(self):
        """From Dakar one gets to all places around Nioro: that it is sealed is not what cuts
        the way to Bamako. One would also get there from Fassala by Léré."""
        answer = self.ask('Dakar', 'Bamako', '--as-of', '2026-04-29')
        self.assertEqual(self.titles(answer, answer['rests_on']), {ROADS, LERE})

    def test_legs_lead_to_restrictions(self):
        answer = self.ask('Kourémalé', 'Bamako', '--as-of', '2026-04-29')
        self.assertEqual([leg['state'] for leg in answer['legs']], ['limited', 'threatened'])
        for leg in answer['legs']:
            self.assertIn(leg['restriction'], leg['restrictions'])
            self.assertEqual(leg['corridor']['code'], 'RN5')
            self.assertEqual((leg['places'][0], leg['places'][-1]), (leg['from'], leg['to']))
        self.assertAlmostEqual(sum(leg['km'] for leg in answer['legs']), answer['km'], delta=0.3)

    def test_what_it_rests_on(self):
        answer = self.ask('Kayes', 'Bamako', '--as-of', '2026-04-29')
        found = {one['record']['title']['fr']: one for one in answer['restrictions']}
        for title, (denied_by, supports, contradicts) in EVIDENCE.items():
            with self.subTest(title=title):
                record = found[title]['record']
                self.assertEqual((record.get('denied_by') or {}).get('fr'), denied_by)
                self.assertEqual(found[title]['denied'], denied_by is not None)
                for stance, expected in (('supports', supports), ('contradicts', contradicts)):
                    sources = {one['source']['fr'] for one in found[title]['evidence'] if one['stance'] == stance}
                    self.assertEqual(sources, expected)

    def test_roads_to_a_place(self):
        """The roads to Bamako on the three days, each with its state in every reading."""
        expected = {
            '2025-06-01': {'RN1': ('limited', 'limited', 'open'), 'RN7': ('open', 'open', 'open')},
            # The junta denies the blockade of Sikasso on 18 November 2025.
            '2025-09-10': {'RN1': ('cut', 'limited', 'limited'), 'RN7': ('cut', 'cut', 'cut')},
            '2025-11-17': {'RN7': ('cut', 'cut', 'cut')},
            '2025-11-18': {'RN7': ('cut', 'open', 'open')},
            '2026-04-29': {'RN1': ('cut', 'threatened', 'threatened'), 'RN7': ('cut', 'threatened', 'threatened')},
        }
        for day, roads in expected.items():
            answer = self.ask('Bamako', '--as-of', day)
            self.assertEqual(answer['to']['key'], 'ml-bamako')
            self.assertGreaterEqual(len(answer['roads']), 6)
            told = {road['corridor']['code']: road for road in answer['roads']}
            ids = {restriction['id'] for restriction in answer['restrictions']}
            for code, states in roads.items():
                self.assertEqual(tuple(told[code]['states'][name] for name in ('all', 'undenied', 'sure')), states, (day, code))
                self.assertLessEqual(set(told[code]['restrictions']), ids)

    def test_ports(self):
        before = self.ask('--ports', 'Bamako', '--as-of', '2025-06-01')['capitals'][0]['ports']
        after = self.ask('--ports', 'Bamako', '--as-of', '2025-09-10')['capitals'][0]['ports']
        self.assertEqual({port['from']['fr'] for port in before},
                         {'Dakar', 'Nouakchott', 'Conakry', 'Abidjan', 'Tema', 'Lomé', 'Cotonou'})
        self.assertTrue(all(port['reachable'] for port in before))
        self.assertEqual({port['from']['fr'] for port in after if not port['reachable']}, {'Dakar', 'Nouakchott'})
        capitals = self.ask('--ports', '--as-of', '2025-06-01')['capitals']
        self.assertEqual([one['capital']['fr'] for one in capitals], ['Bamako', 'Ouagadougou', 'Niamey', 'N’Djamena'])

    def test_cut_off(self):
        self.assertEqual(self.ask('--cut-off', '--as-of', '2025-06-01')['from_capitals'], [])
        answer = self.ask('--cut-off', '--as-of', '2025-09-10')
        cut_off = {one['place']['fr']: one for one in answer['from_capitals']}
        self.assertLessEqual({'Kayes', 'Nioro du Sahel', 'Diéma', 'Diafarabé', 'Léré'}, set(cut_off))
        self.assertFalse({'Ségou', 'Sikasso', 'Kourémalé', 'Gao', 'Mopti'} & set(cut_off))
        self.assertEqual(cut_off['Kayes']['readings'], ['all'])
        self.assertIn(ROADS, self.titles(answer, cut_off['Kayes']['restrictions']))
        # "Diafarabé and Léré", some time in September: not certain on the tenth.
        self.assertEqual(cut_off['Léré']['readings'], ['all', 'undenied'])
        from_sikasso = self.ask('--cut-off', 'Sikasso', '--as-of', '2025-09-10')
        self.assertIn('Koumantou', {one['place']['fr'] for one in from_sikasso['cut_off']})

    def test_cut_off_agrees_with_route(self):
        """What is cut off from a place is told whichever country it is in: Bamako, to which
        no way is left from Dakar, and Léré, which is cut off from every port."""
        for day in ('2025-09-10', '2026-05-31'):
            with self.subTest(day=day):
                self.assertFalse(self.ask('Dakar', 'Bamako', '--as-of', day)['reachable'])
                from_dakar = {one['place']['fr']: one['readings'] for one in self.ask('--cut-off', 'Dakar', '--as-of', day)['cut_off']}
                self.assertEqual(from_dakar['Bamako'], ['all'])
                from_ports = self.ask('--cut-off', '--as-of', day)['from_ports']
                self.assertLessEqual({one['place']['fr'] for one in from_ports}, set(from_dakar))
        from_abidjan = self.ask('--cut-off', 'Abidjan', '--as-of', '2026-05-31')['cut_off']
        self.assertEqual({one['place']['fr'] for one in from_abidjan[:3]}, {'Léré', 'Diafarabé', 'Ténenkou'})
        self.assertEqual({tuple(one['readings']) for one in from_abidjan[:3]}, {('all', 'undenied', 'sure')})
        self.assertIn('Léré', self.run_cli('route', '--cut-off', 'Dakar', '--as-of', '2026-05-31').stdout)

    def test_state(self):
        done = self.run_cli('state', '--as-of', '2025-09-10', '--json')
        roads = json.loads(done.stdout)['roads']
        bamako = next(one for one in roads['capitals'] if one['capital']['key'] == 'ml-bamako')
        served = {one['port']['key']: one['verdicts'] for one in bamako['ports']}
        self.assertFalse(served['sn-dakar'][0]['reachable'])
        self.assertTrue(served['gn-conakry'][0]['reachable'])
        self.assertIn('ml-kayes', {one['place']['key'] for one in roads['cut_off_from_capitals']})
        # "environ 30 %", of the note: touched by the blockade of the RN1, all but what
        # lies in Senegal cut.
        share = next(one for one in roads['touched'] if one['figure']['kind'] == 'share' and one['figure']['low'] == 30)
        self.assertEqual((share['corridor']['code'], share['state']), ('RN1', 'cut'))
        self.assertAlmostEqual(share['cut_km'], 704, delta=1)
        self.assertEqual(share['km'], share['touched_km'])
        self.assertNotIn('roads', json.loads(self.run_cli('state', '--as-of', '2025-09-10', '--place', 'Kidal', '--json').stdout))
        calm = json.loads(self.run_cli('state', '--as-of', '2024-06-01', '--json').stdout)['roads']
        self.assertEqual((calm['cut_off_from_capitals'], calm['touched']), ([], []))

    def test_tracks(self):
        """How much of a way is track is said of each, and in both languages."""
        answer = self.ask('Gao', 'Niamey', '--as-of', '2025-06-01')
        self.assertEqual(answer['track_km'], 0)
        second = answer['alternatives'][0]
        self.assertGreater(second['track_km'], 500)
        self.assertLess(second['track_km'], second['km'])
        said = self.run_cli('route', 'Gao', 'Niamey', '--as-of', '2025-06-01').stdout
        self.assertIn(f'partly on tracks ({round(second["track_km"])}\xa0km)', said)

    def test_pcode(self):
        """A region is no place on a road, and is known by its p-code nevertheless: for its seat."""
        done = self.run_cli('route', 'TD01', 'Bamako')
        self.assertEqual(done.returncode, 1)
        self.assertIn('No road of the network leads to Batha', done.stderr)
        self.assertEqual(self.ask('ml01', 'Bamako')['from']['key'], 'ml-kayes')
        self.assertIn('its seat is taken: Kayes', self.run_cli('route', 'ML01', 'Bamako').stderr)

    def test_position(self):
        """A position is the nearest place on a road, which is said."""
        self.assertEqual(self.ask('14.45, -11.43', '12°38′ N 8° O')['from']['key'], 'ml-kayes')
        done = self.run_cli('route', '14.6, -12.1', 'Bamako')
        self.assertRegex(done.stderr.replace('\u00a0', ' '), r'nearest to 14.6, -12.1 is \w+, \d+ km away')
        done = self.run_cli('route', '24, -5', 'Bamako')
        self.assertEqual((done.returncode, done.stdout), (1, ''))
        self.assertIn('There is no place on a road near 24, -5.', done.stderr)

    def test_share_on_days(self):
        """What is touched is said of each day that is compared."""
        text = self.brief('days', '--dates', '2025-06-01,2025-09-10')
        said = text.split('Chiffres de routes touchés', 1)[1]
        self.assertRegex(said, '10 septembre 2025 : Part de la RN1 dans les importations par voie de terre : environ 30 %')

    def test_share_of_imports(self):
        """ "about 30 % of imports by land" pass RN1: said wherever RN1 is asked for."""
        touched = self.ask('Dakar', 'Bamako', '--as-of', '2025-09-10')['touched']
        share = next(one for one in touched if one['figure']['low'] == 30)
        self.assertEqual((share['corridor']['code'], share['state']), ('RN1', 'cut'))
        self.assertEqual(self.ask('Ségou', 'Bamako', '--as-of', '2025-09-10')['touched'], [])
        text = self.run_cli('route', 'Kayes', 'Bamako', '--as-of', '2025-09-10').stdout
        self.assertRegex(text.replace('\u00a0', ' '), r'Share of the RN1 in imports by land: about 30 ?%.*\n +\+ Timbuktu Institute')
        text = self.brief('roads', '--as-of', '2026-04-29', '--from', '2026-04-23', '--to', '2026-04-29')
        self.assertIn('Part de la RN1 dans les importations par voie de terre : environ 30 %', text)

    def brief(self, kind, *arguments):
        """The words of a briefing."""
        output = self.catalogue.parent / f'{kind}.pdf'
        done = self.run_cli('brief', kind, '--language', 'fr', *arguments, '-o', output, '--json')
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(json.loads(done.stdout)['unsourced'], 0)
        return ' '.join(json.loads(self.run_cli('extract', output, '--json').stdout)['text'].replace('\u00a0', ' ').split())

    def test_briefing(self):
        text = self.brief('roads', '--as-of', '2025-09-10', '--from', '2025-09-01', '--to', '2025-09-10')
        for words in ('Dakar – Bamako', 'coupée', 'sans ce qui est démenti', '+222 km', 'démenti par les FAMa'):
            self.assertIn(words, text)

    def test_briefing_grounds(self):
        """What is threatened since 28 April 2026 is told with that, not with the older ban
        on fuel, which only limits; and a detour with what it avoids."""
        output = self.catalogue.parent / 'roads.html'
        done = self.run_cli('brief', 'roads', '--language', 'fr', '--as-of', '2026-04-29', '--from', '2026-04-23', '--to', '2026-04-29', '-o', output)
        self.assertEqual(done.returncode, 0, done.stderr)
        page = re.sub(r'\u2060?<sup.*?</sup>|\u2060', '', output.read_text(), flags=re.S)
        rows = [[' '.join(html.unescape(re.sub(r'<.*?>', '', cell)).split()) for cell in re.findall(r'<t[dh][^>]*>(.*?)</t[dh]>', row, re.S)]
                for row in re.findall(r'<tr[^>]*>(.*?)</tr>', page, re.S)]
        found = {cells[0].split(',')[0]: cells for cells in rows}
        for ends in ('Conakry – Bamako', 'Ségou – Bamako', 'Abidjan – Bamako', 'Sikasso – Bamako'):
            with self.subTest(ends=ends):
                self.assertEqual(found[ends][-2:], ['28 avr. 2026', 'JNIM'])
        self.assertEqual(found['Conakry – Bamako'][1], 'menacée')
        self.assertIn('détour', found['Abidjan – Bamako'][1])
        self.assertIn('RN7 (ML) : coupée depuis le 3 sept. 2025 (JNIM ; démenti par les autorités militaires de transition du Mali)',
                      found['Abidjan – Bamako'][0])
        self.assertIn('démenti par les FAMa', found['Dakar – Bamako'][-1])
        self.assertTrue(any('Exemptés : Les non-résidents peuvent quitter Bamako.' in cells[1] for cells in rows if len(cells) > 1))

    def test_names(self):
        self.assertEqual(self.ask('timbuktu', 'kouremale')['from']['key'], 'ml-tombouctou')
        self.assertEqual(self.ask('mr-rosso', 'Bamako')['from']['key'], 'mr-rosso')
        for name, sentence in (('Rosso', 'mr-rosso'), ('Atlantide', 'No place on the roads'), ('Taoudéni', 'No road of the network leads to')):
            done = self.run_cli('route', name, 'Bamako')
            self.assertEqual(done.returncode, 1)
            self.assertIn(sentence, done.stderr)
            self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)

    def test_ways_of_a_region(self):
        """A note tells of the ways of the region that it is about, and of no other: to the
        capital, and from the ports by what touches it, or else to its own town."""
        expected = {
            'Région de Kayes': ['Kayes – Bamako', 'Dakar – Bamako', 'Nouakchott – Bamako'],
            'Région de Ségou': ['Ségou – Bamako', 'Conakry – Ségou', 'Abidjan – Ségou', 'Dakar – Ségou'],
        }
        for region, ways in expected.items():
            with self.subTest(region=region):
                output = self.catalogue.with_name('note.html')
                done = self.run_cli('brief', 'note', '--language', 'fr', '--place', region, '-o', output)
                self.assertEqual(done.returncode, 0, done.stderr)
                text = output.read_text().replace('\u00a0', ' ')
                found = re.findall(r'>(\w+ – (?:Bamako|Kayes|Ségou))\b', text)
                self.assertEqual(found, ways)

    def test_arguments(self):
        for arguments in ((), ('--cut-off', '--ports'), ('--ports', 'Bamako', 'Kayes'), ('Kayes', 'Bamako', '--as-of', 'hier')):
            self.assertEqual(self.run_cli('route', *arguments).returncode, 2, arguments)
        self.assertEqual(self.run_cli('route', '--ports', 'Kayes').returncode, 1)

    def test_text(self):
        for language, words in (('fr', ['10 septembre 2025', 'Aucun itinéraire', 'sans ce qui est démenti', 'Repose sur', 'démenti par']),
                                ('en', ['10 September 2025', 'No way is left', 'leaving out what is denied', 'Rests on', 'denied by'])):
            done = self.run_cli('route', 'Kayes', 'Bamako', '--as-of', '2025-09-10', language=language)
            text = done.stdout.replace('\u00a0', ' ')
            for word in words:
                self.assertIn(word, text)


if __name__ == '__main__':
    unittest.main(verbosity=1)
