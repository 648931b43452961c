#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""What is in view, as a picture and as data, of the sample dossier.

usage: test-map.py PROGRAM BUILD
"""

import csv
import json
import os
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import unittest
import zipfile

CLI = pathlib.Path(sys.argv.pop(1))
BUILD = pathlib.Path(sys.argv.pop(1))

# West, south, east, north: the north-east of Mali, with Kidal and Ménaka.
NORTH_EAST = (-1, 15.5, 4, 20)


class Maps(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        subprocess.run([CLI, '--catalogue', cls.folder / 'sample.db', 'init', '--sample'], check=True,
                       stderr=subprocess.DEVNULL)

    def run_cli(self, *arguments, language='en'):
        environment = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE=language, SB_LOCALEDIR=str(BUILD / 'po'),
                           SB_CLOCK='2026-05-01T12:00:00Z')
        return subprocess.run([CLI, '--catalogue', self.folder / 'sample.db', *map(str, arguments)], env=environment,
                              text=True, capture_output=True, timeout=60)

    def write(self, name, *arguments):
        path = self.folder / name
        done = self.run_cli(*arguments, '-o', path)
        self.assertEqual(done.returncode, 0, done.stderr)
        return path

    def test_formats(self):
        self.assertTrue(self.write('map.pdf', 'map').read_bytes().startswith(b'%PDF-'))
        self.assertIn('<svg', self.write('map.svg', 'map', '--dates', '2025-06-01,2025-09-10,2026-04-29').read_text())
        picture = self.write('map.png', 'map', '--size', '254x127', '--density', '100').read_bytes()
        self.assertEqual(struct.unpack('>II', picture[16:24]), (1000, 500))

    def test_date(self):
        """By the clock of the program, as a briefing has it: a map made twice is the same file."""
        path = self.write('dated.pdf', 'map')
        found = subprocess.run(['pdfinfo', '-isodates', path], env={**os.environ, 'TZ': 'UTC'}, capture_output=True,
                               text=True, check=True).stdout
        self.assertIn('CreationDate:    2026-05-01T12:00:00Z', found)

    def test_answer(self):
        done = self.run_cli('map', '-o', self.folder / 'three.pdf', '--dates', '2025-06-01,2025-09-10,2026-04-29', '--json')
        self.assertEqual(json.loads(done.stdout), {'file': str(self.folder / 'three.pdf'), 'maps': 3})

    def test_scene(self):
        """The paper has what the window draws: roads in every state, and events however well placed."""
        path = self.write('scene.pdf', 'map', '--as-of', '2026-04-29', '--language', 'en', '--bounds=-18,3,16,25')
        text = ' '.join(subprocess.run(['pdftotext', path, '-'], capture_output=True, text=True, check=True).stdout.split())
        for words in ('Road open', 'Road threatened', 'Road cut (', 'Politics and diplomacy', 'So many events together'):
            self.assertIn(words, text)

    def test_way(self):
        """The way between two places is that of the day of each map, with the words of the window."""
        sure, unsure, cut = 'Way by road (route simplified)', 'Way by road that is not surely open', 'Usual way by road, which is cut'
        for day, ends, expected in (('2025-06-01', 'Dakar/Bamako', {sure}), ('2025-09-10', 'dakar / BAMAKO', {unsure}),
                                    ('2025-09-10', 'ml-kayes/12.64, -8.0', {unsure}), ('2025-06-01', 'ML01/Bamako', {sure}),
                                    ('2025-06-01,2025-09-10', 'Dakar/Bamako', {sure, unsure})):
            with self.subTest(day=day, ends=ends):
                option = ('--dates' if ',' in day else '--as-of', day)
                path = self.write('way.pdf', 'map', *option, '--way', ends, '--language', 'en')
                text = subprocess.run(['pdftotext', path, '-'], capture_output=True, text=True, check=True).stdout
                text = ' '.join(text.split())
                self.assertEqual({words for words in (sure, unsure, cut) if words in text}, expected)
                self.assertIn('Start of the way', text)
                self.assertIn('End of the way', text)

        # What the panel of the window says is said above each map, or in its legend.
        for days, ends, lines in (('2025-06-01,2025-09-10', 'Dakar/Bamako', ('Road Dakar – Bamako: limited; leaving out what is not sure: open',
                                                                             'Road Dakar – Bamako: cut; leaving out what is denied: limited; leaving out what is not sure: open')),
                                  ('2025-09-10', 'Abidjan/Bamako', ('Road Abidjan – Bamako: limited, by a detour; leaving out what is denied: open, by a detour',))):
            path = self.write('said.pdf', 'map', '--dates', days, '--way', ends, '--language', 'en')
            text = ' '.join(subprocess.run(['pdftotext', path, '-'], capture_output=True, text=True, check=True).stdout.split())
            for line in lines:
                self.assertIn(line, text)

        # Without bounds the map reaches as far as the way does, and its ends are named.
        sizes = []
        for arguments in ((), ('--way', 'Tema/Bamako')):
            path = self.write('reach.pdf', 'map', '--from', '2024-01-01', '--to', '2024-01-02', '--as-of', '2024-01-02', *arguments)
            text = subprocess.run(['pdftotext', path, '-'], capture_output=True, text=True, check=True).stdout
            sizes.append('Tema' in text)
        self.assertEqual(sizes, [False, True])

        for status, words, ends in ((2, 'FROM/TO', 'Dakar'), (2, 'FROM/TO', 'Dakar/'), (2, 'FROM/TO', 'a/b/c'),
                                    (1, 'Atlantide', 'Atlantide/Bamako'), (1, '24, -5', '24, -5/Bamako')):
            done = self.run_cli('map', '-o', self.folder / 'no-way.pdf', '--way', ends)
            self.assertEqual((done.returncode, words in done.stderr), (status, True), done.stderr)
            self.assertFalse((self.folder / 'no-way.pdf').exists())

    def test_legend_room(self):
        """A legend of all that there is ends above the line on borders that stands by every map."""
        path = self.write('legend.pdf', 'map', '--dates', '2025-06-01,2025-09-10,2026-04-29', '--way', 'Dakar/Bamako', '--language', 'fr')
        boxes = subprocess.run(['pdftotext', '-bbox', path, '-'], capture_output=True, text=True, check=True).stdout
        words = [(word, *map(float, box)) for *box, word in
                 re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)</word>', boxes)]
        left, top = next((x, y) for word, x, y, *_ in words if word == 'frontières')
        above = [(word, bottom) for word, x, y, _, bottom in words if x > left - 30 and y < top - 1 and y > top - 250]
        self.assertIn('zone', [word for word, _ in above])
        self.assertEqual([word for word, bottom in above if bottom > top], [])

    def test_overlays(self):
        """What files draw is on the paper, each under its name; one that draws nothing is told."""
        line = {'type': 'LineString', 'coordinates': [[-8, 12.6], [-4.2, 14.5], [0, 16.3]]}
        point = {'type': 'Point', 'coordinates': [-4.2, 14.5]}
        for name, geometry in (('axis.geojson', line), ('posts.geojson', point)):
            (self.folder / name).write_text(json.dumps({'type': 'Feature', 'properties': {}, 'geometry': geometry}))
        path = self.write('overlays.pdf', 'map', '--bounds=-12,10,4,18', '--overlay', self.folder / 'axis.geojson',
                          '--overlay', self.folder / 'posts.geojson')
        text = subprocess.run(['pdftotext', path, '-'], capture_output=True, text=True, check=True).stdout
        for name in ('axis.geojson', 'posts.geojson'):
            self.assertIn(name, text)

        empty = self.folder / 'empty.geojson'
        empty.write_text('{"type": "FeatureCollection", "features": []}')
        for name, words in ((empty, 'empty.geojson'), (self.folder / 'missing.gpx', 'missing.gpx')):
            done = self.run_cli('map', '-o', self.folder / 'none.pdf', '--overlay', name)
            self.assertEqual(done.returncode, 1)
            self.assertIn(words, done.stderr)
            self.assertFalse((self.folder / 'none.pdf').exists())

    def test_drawings(self):
        """A drawing is a record as any other, and is printed on the days that it stands."""
        line = {'@kind': 'drawing', 'uuid': '0f0e0d0c-0000-4000-8000-000000000001', 'kind': 'arrow', 'tone': 2,
                'title': {'fr': 'Axe de la percée', 'en': 'Axis of advance'},
                'points': [{'latitude': 14.4, 'longitude': -11.4}, {'latitude': 15.2, 'longitude': -9.6}],
                'since': {'edtf': '2025-07-01'}, 'until': {'edtf': '2025-12-31'}}
        path = self.folder / 'drawing.ndjson'
        path.write_text(json.dumps(line))
        bounds = ('--bounds', '-13,12,-6,17', '--from', '2025-06-01', '--to', '2025-06-02')
        without = self.write('without.svg', 'map', '--as-of', '2025-09-10', *bounds).read_bytes()
        before = self.write('before.svg', 'map', '--as-of', '2025-06-30', *bounds).read_bytes()
        done = self.run_cli('import', path)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.addCleanup(self.run_cli, 'undo')

        listed = json.loads(self.run_cli('--json', 'list', 'drawings', '--as-of', '2025-09-10').stdout)
        self.assertEqual([drawing['uuid'] for drawing in listed], [line['uuid']])
        self.assertEqual(json.loads(self.run_cli('--json', 'list', 'drawings', '--as-of', '2025-06-30').stdout), [])
        self.assertIn('Axe de la percée', self.run_cli('show', 'drawing', line['uuid'], language='fr').stdout)
        self.assertNotEqual(self.write('with.svg', 'map', '--as-of', '2025-09-10', *bounds).read_bytes(), without)
        self.assertEqual(self.write('still.svg', 'map', '--as-of', '2025-06-30', *bounds).read_bytes(), before)

        exported = self.write('all.sahelbrief', 'export', '--format', 'dossier')
        with zipfile.ZipFile(exported) as container:
            kept = json.loads(container.read('records/drawing.ndjson'))
        self.assertEqual({name: kept[name] for name in line}, line)

        exported = json.loads(self.write('drawn.geojson', 'export', '--format', 'geojson').read_text())
        feature = next(feature for feature in exported['features'] if feature['id'] == line['uuid'])
        self.assertEqual(feature['geometry'], {'type': 'LineString', 'coordinates': [[-11.4, 14.4], [-9.6, 15.2]]})
        self.assertEqual((feature['properties']['kind'], feature['properties']['type']), ('drawing', 'arrow'))
        bundle = json.loads(self.write('drawn.json', 'export', '--format', 'stix').read_text())
        note = next(item for item in bundle['objects'] if item.get('labels') == ['drawing'])
        self.assertEqual(note['abstract'], 'Axis of advance')
        extension = next(iter(note['extensions'].values()))
        self.assertEqual(extension['points'], line['points'])
        # It reaches across the first without a point in it, and passes the second by.
        for extent, expected in (('-10.8,14.5,-10.2,15', True), ('-10.8,13.5,-10.2,14.3', False)):
            part = json.loads(self.write('part.geojson', 'export', '--format', 'geojson', '--bounds=' + extent).read_text())
            self.assertEqual(line['uuid'] in [feature['id'] for feature in part['features']], expected, extent)

        broken = dict(line, uuid='0f0e0d0c-0000-4000-8000-000000000002', kind='area')
        path.write_text(json.dumps(broken))
        self.assertEqual(self.run_cli('import', path).returncode, 1)

    def test_area(self):
        """The ring of a drawing is closed, and counterclockwise whichever way it was drawn."""
        corners = [(-10, 14), (-10, 16), (-8, 16), (-8, 14)]
        path = self.folder / 'areas.ndjson'
        uuids = [f'0f0e0d0c-0000-4000-8000-00000000001{i}' for i in range(2)]
        path.write_text(''.join(json.dumps(
            {'@kind': 'drawing', 'uuid': uuid, 'kind': 'area', 'title': {'fr': 'Carré'},
             'points': [{'latitude': y, 'longitude': x} for x, y in points]}) + '\n'
            for uuid, points in zip(uuids, (corners, corners[::-1]))))
        self.assertEqual(self.run_cli('import', path).returncode, 0)
        self.addCleanup(self.run_cli, 'undo')
        exported = json.loads(self.write('areas.geojson', 'export', '--format', 'geojson', '--bounds=-9.1,14.9,-9,15').read_text())
        rings = {feature['id']: feature['geometry']['coordinates'][0] for feature in exported['features']
                 if feature['properties']['kind'] == 'drawing'}
        self.assertEqual(set(rings), set(uuids))
        for ring in rings.values():
            self.assertEqual((ring[0], len(ring)), (ring[-1], 5))
            self.assertGreater(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:])), 0)

    def test_zones(self):
        """Travel advice is on the map of the days that it stands, and named with who gives it."""
        place = next(place for place in json.loads(self.run_cli('--json', 'list', 'places').stdout)
                     if place['name'].get('fr') == 'Région de Kayes')
        zone = {'@kind': 'zone', 'uuid': '0f0e0d0c-0000-4000-8000-000000000020', 'level': 'red',
                'place': {'kind': 'place', 'uuid': place['uuid']}, 'since': {'edtf': '2025-07-05'}}
        path = self.folder / 'zone.ndjson'
        path.write_text(json.dumps(zone))
        done = self.run_cli('import', path)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.addCleanup(self.run_cli, 'undo')
        layers = ('--layers', 'zones,control')
        before = self.write('zone-before.svg', 'map', '--as-of', '2025-07-04', *layers).read_bytes()
        after = self.write('zone-after.svg', 'map', '--as-of', '2025-07-06', *layers).read_bytes()
        # The red of the zone, as print has it.
        red = b'rgb(70.196078%,5.882353%,12.54902%)'
        self.assertEqual((red in before, red in after), (False, True))
        # It has a map of its own: over who holds what it is laid when that is asked for.
        self.assertNotIn(red, self.write('zone-off.svg', 'map', '--as-of', '2025-07-06').read_bytes())
        exported = json.loads(self.write('zone.geojson', 'export', '--format', 'geojson', '--bounds=-13,12,-8,16').read_text())
        self.assertIn(zone['uuid'], [feature['id'] for feature in exported['features']])
        bundle = json.loads(self.write('zone.json', 'export', '--format', 'stix').read_text())
        note = next(item for item in bundle['objects'] if item.get('labels') == ['zone'])
        self.assertEqual(next(iter(note['extensions'].values()))['level'], 'red')
        self.assertTrue(note['object_refs'])

    def test_advice(self):
        """Travel advice of the sample: who gives it, in the situation and on a map of its own."""
        def zones(*arguments):
            return json.loads(self.run_cli('--json', 'state', *arguments).stdout)['zones']

        levels = sorted((zone['record']['place']['en'], zone['record']['level']) for zone in zones('--as-of', '2026-04-29'))
        self.assertEqual(levels, [('Bamako-Sénou airport', 'red'), ('Mali', 'orange'), ('Mali', 'red'),
                                  ('Presidential palace, Bamako', 'red')])
        self.assertTrue(all(zone['extracts'] > 0 for zone in zones('--as-of', '2026-04-29')))
        self.assertEqual(len(zones('--as-of', '2026-04-29', '--place', 'Mali')), 2)
        self.assertEqual(zones('--as-of', '2025-09-10'), [])
        said = self.run_cli('state', '--as-of', '2026-04-29', language='fr').stdout.split('Zones de conseils aux voyageurs', 1)[1]
        for words in ('rouge, formellement déconseillée', 'orange, déconseillée sauf raison impérative', 'Ambassades à Bamako'):
            self.assertIn(words, said)
        path = self.write('advice.pdf', 'map', '--as-of', '2026-04-29', '--layers', 'zones', '--language', 'fr')
        text = ' '.join(subprocess.run(['pdftotext', path, '-'], capture_output=True, text=True, check=True).stdout.split())
        self.assertIn('Zone rouge', text)
        self.assertIn('Ambassades à Bamako', text)
        self.assertNotIn('Groupes djihadistes', text)

    def test_days(self):
        """The question of three days, on paper: which roads, who held Kidal, what it rests on."""
        days = '2025-06-01,2025-09-10,2026-04-29'
        path = self.write('days.pdf', 'brief', 'days', '--language', 'fr', '--dates', days)
        text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True, check=True).stdout
        for words in ('1er juin 2025', '10 septembre 2025', '29 avril 2026', 'Situation au 29 avril 2026', 'Dakar – Bamako',
                      'Kidal', 'FAMa', 'FLA', 'coupée', 'ouverte', 'Les sources divergent', 'Timbuktu Institute'):
            self.assertIn(words, text)
        done = self.run_cli('brief', 'days', '--language', 'fr', '-o', path, '--dates', days + ',2025-13-01')
        self.assertEqual(done.returncode, 2)

    def test_template_file(self):
        """A copy of a template that was changed, with what is wrong in it named by its line."""
        path = self.folder / 'mine.template'
        lines = ['[Template]', 'Name=mine', 'Blocks=carte', '[carte]', 'Kind=map', 'Title=Kidal', 'Extent=ml-region-kidal',
                 'Layers=control', 'AsOf=2025-06-01']
        path.write_text('\n'.join(lines))
        printed = self.write('mine.pdf', 'brief', path, '--language', 'fr')
        text = subprocess.run(['pdftotext', printed, '-'], capture_output=True, text=True, check=True).stdout
        for words in ('Situation au 1er juin 2025', 'Kidal', 'Forces étatiques'):
            self.assertIn(words, text)
        self.assertNotIn('Combat', text)
        path.write_text('\n'.join(lines).replace('kidal', 'atlantide'))
        done = self.run_cli('brief', path, '--language', 'fr', '-o', self.folder / 'none.pdf')
        self.assertEqual(done.returncode, 1)
        self.assertIn('7: [carte] Extent: “ml-region-atlantide”', done.stderr)

    def test_refused(self):
        for words, *arguments in (('.pdf, .svg or .png', '-o', 'map.gif'),
                                  ('.pdf, .svg or .png',),
                                  ('west,south,east,north', '-o', 'm.pdf', '--bounds', '1,2,3'),
                                  ('west,south,east,north', '-o', 'm.pdf', '--bounds', '5,2,3,4'),
                                  ('west,south,east,north', '-o', 'm.pdf', '--bounds', '1,2,3,nan'),
                                  ('--size', '-o', 'm.pdf', '--size', '10x10'),
                                  ('--size', '-o', 'm.png', '--density', '1000000'),
                                  ('--layers', '-o', 'm.pdf', '--layers', 'events,colours'),
                                  ('--dates', '-o', 'm.pdf', '--dates', '2025-06-01', '--as-of', '2025-06-02'),
                                  ('6 days', '-o', 'm.pdf', '--dates', ','.join(['2025-06-01'] * 7)),
                                  ('--from', '-o', 'm.pdf', '--from', '2025-06-02', '--to', '2025-06-01')):
            with self.subTest(arguments=arguments):
                done = self.run_cli('map', *arguments)
                self.assertEqual(done.returncode, 2, done.stderr)
                self.assertIn(words, done.stderr)
        self.assertEqual(self.run_cli('map', '-o', self.folder / 'no' / 'm.pdf').returncode, 1)

    def test_geojson_in_view(self):
        west, south, east, north = NORTH_EAST
        everything = json.loads(self.write('all.geojson', 'export', '--format', 'geojson').read_text())
        part = json.loads(self.write('part.geojson', 'export', '--format', 'geojson',
                                     f'--bounds={west},{south},{east},{north}').read_text())
        self.assertTrue(0 < len(part['features']) < len(everything['features']))

        def is_inside(feature):
            geometry = feature['geometry']
            points = [geometry['coordinates']] if geometry['type'] == 'Point' else geometry['coordinates']
            return any(west <= point[0] <= east and south <= point[1] <= north for point in points)

        points = [feature for feature in everything['features']
                  if feature['geometry'] and feature['geometry']['type'] in ('Point', 'MultiPoint') and is_inside(feature)]
        kept = [feature for feature in part['features']
                if feature['geometry'] and feature['geometry']['type'] in ('Point', 'MultiPoint')]
        self.assertEqual([feature['id'] for feature in kept], [feature['id'] for feature in points])

    def test_csv_in_view(self):
        path = self.write('part.csv', 'export', '--format', 'csv', '--bounds={},{},{},{}'.format(*NORTH_EAST))
        with open(path, encoding='utf-8-sig', newline='') as stream:
            rows = list(csv.DictReader(stream))
        self.assertTrue(rows)
        everything = self.run_cli('list', 'events', '--json')
        self.assertLess(len(rows), len(json.loads(everything.stdout)))
        # What has no place is in no view.
        claims = self.write('claims.csv', 'export', '--format', 'csv', '--kind', 'claims', '--bounds=-20,0,20,30')
        self.assertEqual(len(claims.read_text().splitlines()), 1)


if __name__ == '__main__':
    unittest.main()
