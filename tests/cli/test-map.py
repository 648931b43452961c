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
        environment = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE=language, SB_LOCALEDIR=str(BUILD / 'po'))
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

    def test_answer(self):
        done = self.run_cli('map', '-o', self.folder / 'three.pdf', '--dates', '2025-06-01,2025-09-10,2026-04-29', '--json')
        self.assertEqual(json.loads(done.stdout), {'file': str(self.folder / 'three.pdf'), 'maps': 3})

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

        broken = dict(line, uuid='0f0e0d0c-0000-4000-8000-000000000002', kind='area')
        path.write_text(json.dumps(broken))
        self.assertEqual(self.run_cli('import', path).returncode, 1)

    def test_refused(self):
        for words, *arguments in (('.pdf, .svg or .png', '-o', 'map.gif'),
                                  ('.pdf, .svg or .png',),
                                  ('west,south,east,north', '-o', 'm.pdf', '--bounds', '1,2,3'),
                                  ('west,south,east,north', '-o', 'm.pdf', '--bounds', '5,2,3,4'),
                                  ('west,south,east,north', '-o', 'm.pdf', '--bounds', '1,2,3,nan'),
                                  ('--size', '-o', 'm.pdf', '--size', '10x10'),
                                  ('--size', '-o', 'm.png', '--density', '1000000'),
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
