#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Who is tied to whom, of the sample dossier, as a picture and for other programs.

usage: test-graph.py PROGRAM BUILD
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as tree

CLI = pathlib.Path(sys.argv.pop(1))
BUILD = pathlib.Path(sys.argv.pop(1))
GRAPHML = '{http://graphml.graphdrawing.org/xmlns}'


class Graphs(unittest.TestCase):
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

    def write(self, name, *arguments, **options):
        path = self.folder / name
        done = self.run_cli('graph', *arguments, '-o', path, '--json', **options)
        self.assertEqual(done.returncode, 0, done.stderr)
        answer = json.loads(done.stdout)
        self.assertEqual(answer['file'], str(path))
        return path, answer

    def read_labels(self, path):
        graph = tree.parse(path).getroot().find(GRAPHML + 'graph')
        labels = {node.get('id'): node.find(f'{GRAPHML}data[@key="label"]').text for node in graph.findall(GRAPHML + 'node')}
        for edge in graph.findall(GRAPHML + 'edge'):
            self.assertIn(edge.get('source'), labels)
            self.assertIn(edge.get('target'), labels)
        return list(labels.values()), len(graph.findall(GRAPHML + 'edge'))

    def test_pictures(self):
        self.assertTrue(self.write('graph.pdf')[0].read_bytes().startswith(b'%PDF-'))
        self.assertTrue(self.write('graph.png')[0].read_bytes().startswith(b'\x89PNG'))
        self.assertIn('<svg', self.write('graph.svg', '--title', 'Liens', language='fr')[0].read_text())

    def test_day(self):
        """The alliance of JNIM and FLA is older than its first joint act, and younger than the AES."""
        path, answer = self.write('2026.graphml', '--as-of', '2026-04-30')
        labels, n_edges = self.read_labels(path)
        self.assertEqual(len(labels), answer['nodes'])
        self.assertGreater(n_edges, 60)
        self.assertIn('JNIM–FLA alliance', labels)
        labels, _ = self.read_labels(self.write('2024.graphml', '--as-of', '2024-04-30')[0])
        self.assertNotIn('JNIM–FLA alliance', labels)
        self.assertIn('Alliance of Sahel States', labels)

    def test_focus(self):
        near, answer = self.write('near.graphml', '--as-of', '2026-04-30', '--actor', 'JNIM')
        labels, _ = self.read_labels(near)
        self.assertIn('Katiba Macina', labels)
        self.assertNotIn('Togo', labels)
        wide = self.write('wide.graphml', '--as-of', '2026-04-30', '--actor', 'JNIM', '--steps', '3')[1]
        self.assertGreater(wide['nodes'], answer['nodes'])

    def test_wrong(self):
        for arguments in (('graph',), ('graph', '-o', 'graph.doc'), ('graph', '-o', 'graph.svg', '--steps', '2'),
                          ('graph', '-o', 'graph.svg', '--actor', 'JNIM', '--steps', '0'),
                          ('graph', '-o', 'graph.svg', '--as-of', 'today'), ('graph', '-o', 'graph.svg', '--actor', 'Nobody')):
            done = self.run_cli(*arguments)
            self.assertEqual(done.returncode, 2, arguments)
            self.assertNotEqual(done.stderr, '')


if __name__ == '__main__':
    unittest.main()
