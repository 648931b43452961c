#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Proves that the maker of the sample refuses what it should, by a small dossier
with one fault each time, and that the real one keeps its promises."""
import copy
import hashlib
import importlib.util
import json
import pathlib
import sys
import tempfile
import unittest

ROOT = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else '.').resolve()
sys.path.insert(0, str(ROOT / 'tools'))
SPEC = importlib.util.spec_from_file_location('make_sample', ROOT / 'tools' / 'make-sample.py')
make_sample = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(make_sample)
DOMAIN = ROOT / 'src' / 'domain'

GOOD = {
    'sources': [{'key': 's', 'name': {'both': 'Source'}, 'kind': 'media', 'reliability': 'B'}],
    'places': [{'key': 'p', 'name': {'fr': 'Gao', 'en': 'Gao'}, 'kind': 'town'}],
    'documents': [{
        'key': 'd', 'source': 's', 'kind': 'digest', 'date': '2026-04',
        'fr': {'title': "L'essai", 'blocks': ['# Titre', "Avant. [[fact|Il dit : « l'essai » !]] Après."]},
        'en': {'title': 'Trial', 'blocks': ['# Title', 'Before. [[fact|He tries.]] After.']}}],
    'events': [{'key': 'e', 'title': {'fr': 'Essai', 'en': 'Trial'}, 'type': 'battle',
                'date': '2026-04-25', 'places': ['p'], 'evidence': ['+ d:fact 2']}],
    'dossiers': [{'key': 'x', 'title': {'fr': 'Dossier', 'en': 'Dossier'}}],
}


def make(content):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / 'all.json').write_text(json.dumps(content), encoding='utf-8')
        return list(make_sample.read_sample(DOMAIN, folder).lines())


def only(lines, kind):
    return [line for line in lines if line['@kind'] == kind]


class Faults(unittest.TestCase):
    def refuse(self, words, change):
        content = copy.deepcopy(GOOD)
        change(content)
        with self.assertRaisesRegex(make_sample.SampleError, words):
            make(content)

    def test_good(self):
        self.assertEqual(len(only(make(GOOD), 'event')), 1)

    def test_faults(self):
        def event(**fields):
            return lambda content: content['events'][0].update(fields)

        def added(plural, **fields):
            record = {'key': 'n', 'evidence': ['+ d:fact 2']} | fields
            actor = {'key': 'a', 'name': {'fr': 'Elle', 'en': 'She'}, 'kind': 'person', 'evidence': ['+ d:fact 2']}
            return lambda content: content.update({'actors': [actor], plural: [record]})

        def claim(**fields):
            statement = {'speaker': 'a', 'stance': 'asserts', 'date': '2026-04', 'extract': 'd:fact'} | fields
            statement = {name: value for name, value in statement.items() if value is not None}
            return added('claims', proposition={'fr': 'Un.', 'en': 'One.'}, statements=[statement])

        def relation(**fields):
            return added('relations', subject='a', kind='leads', object='a', **fields)

        def judgement(**fields):
            return added('judgements', proposition={'fr': 'Un.', 'en': 'One.'}, **fields)

        def blocks(lines):
            return lambda content: content['documents'][0]['fr'].update(blocks=lines)

        cases = [
            ('no such kind', lambda content: content.update(nothings=[])),
            ('no such field', event(colour='red')),
            ('type is missing', lambda content: content['events'][0].pop('type')),
            ('no such term', event(type='picnic')),
            ('not a date', event(date='yesterday')),
            ('not a date', event(date='')),
            ('French and English', event(title={'fr': 'Essai'})),
            ('a text is wanted', event(title={'fr': 'Essai', 'en': ' '})),
            ('an integer is wanted', event(fatalities_low='some')),
            ('true or false', event(key_fact=1)),
            ('no such place', event(places=['q'])),
            ('too many fields', event(places=[['p', 'near', 1]])),
            ('no such field: latitude', event(places=[{'place': 'p', 'latitude': 1}])),
            ('no evidence', event(evidence=[])),
            ('no such extract', event(evidence=['+ d:fiction 2'])),
            ('not evidence', event(evidence=['+ d:fact 7'])),
            ('is there twice', lambda content: content['events'].append(content['events'][0])),
            ('has no key', lambda content: content['events'][0].pop('key')),
            ('is found 2 times', blocks(['[[fact|Il dit.]]', 'Il dit.'])),
            ('not in both languages', blocks(['Il dit.'])),
            ('a mark is not closed', blocks(['[[fact|Il dit.'])),
            ('names itself in a circle', lambda content: content['places'][0].update(parent='p')),
            ('neither a text nor', lambda content: content['documents'].append({'key': 'c', 'title': 'Cité'})),
            ('no such document', lambda content: content['documents'][0].update(links=[['cites', 'c']])),
            ('only one record answers', event(version='q')),
            ('not a version', event(version='q kept')),
            ('more than one is retained', lambda content: content['events'].extend(
                {**content['events'][0], 'key': key, 'version': 'q retained'} for key in 'fg')),
            ('one dossier is wanted', lambda content: content.pop('dossiers')),
            ('no such month', event(date='2026-13')),
            ('no such day', event(date='2025-02-29')),
            ('ends before it begins', event(date='2026-04/2026-03')),
            ('24.mars 2026” is not', event(date={'edtf': '2026-04-24', 'text': 'le 24 mars 2026'})),
            ('“avril 2025” is not', event(date={'edtf': '2026-04', 'text': 'avril 2025'})),
            ('“à l’été 2022” is not', event(date={'edtf': '2022-21', 'text': "à l'été 2022"})),
            ('begins after d/fr', event(date='2026-05-01')),
            ('nothing rests on it', lambda content: content['documents'][0]['fr']['blocks'].append('[[x|Encore.]]') or
             content['documents'][0]['en']['blocks'].append('[[x|Again.]]')),
            ('place q: nothing names it', lambda content: content['places'].append(
                {'key': 'q', 'name': {'fr': 'Kati', 'en': 'Kati'}})),
            ('is there twice', event(evidence=['+ d:fact 2', '- d:fact 2'])),
            ('the same in both', event(summary=dict.fromkeys(('fr', 'en'), 'Un essai que nul ne traduit.'))),
            ('a straight quotation mark', event(summary={'fr': 'Un "essai".', 'en': 'A trial.'})),
            ('no full stop in en', event(summary={'fr': 'Un essai.', 'en': 'A trial'})),
            ('is not in d/fr/fact', claim(words='un discours')),
            ('a statement has no role', claim()),
            ('a statement has no date', claim(date=None)),
            ('a statement has no extract', claim(extract=None)),
            ('a statement has no speaker', claim(speaker=None)),
            ('no judged_by', judgement(date='2026-04')),
            ('judgement n: no date', judgement(judged_by='s')),
            ('until is before since', relation(since='2026-03', until='2026-02')),
            ('ties an actor to itself', relation()),
            ('a scale goes with a band', judgement(scale='kent')),
            ('kent has 5 bands', judgement(scale='kent', band=5)),
        ]
        for words, change in cases:
            with self.subTest(words):
                self.refuse(words, change)

    def test_member_twice(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / 'all.json').write_text('{"places": [{"key": "p", "key": "q"}]}', encoding='utf-8')
            with self.assertRaisesRegex(make_sample.SampleError, 'all.json: twice in one object: key'):
                make_sample.read_sample(DOMAIN, folder)

    def test_cited(self):
        """A document without a text is one record, and the digest cites it by its key."""
        content = copy.deepcopy(GOOD)
        content['documents'].append({'key': 'c', 'language': 'fr', 'title': "L'entretien",
                                     'reference': {'fr': 'Voir : là.', 'en': 'See “Voir : là”.'}})
        content['documents'][0]['links'] = [['cites', 'c']]
        documents = only(make(content), 'document')
        cited, french, english = documents
        self.assertEqual(cited['title'], 'L’entretien')
        self.assertEqual(cited['reference'], {'fr': 'Voir\u00a0: là.', 'en': 'See “Voir\u00a0: là”.'})
        self.assertNotIn('blocks', cited)
        self.assertEqual([link['relation'] for link in french['links']], ['cites'])
        self.assertEqual([link['relation'] for link in english['links']], ['translates', 'cites'])
        self.assertEqual(french['links'][0]['document']['uuid'], cited['uuid'])

    def test_versions(self):
        content = copy.deepcopy(GOOD)
        content['events'].append({**content['events'][0], 'key': 'f', 'version': 'q'})
        content['events'][0]['version'] = 'q retained'
        lines = only(make(content), 'version')
        self.assertEqual({line['topic'] for line in lines}, {make_sample.make_uuid('version', 'q')})
        self.assertEqual([line.get('retained') for line in lines], [True, None])

    def test_french(self):
        cases = [
            ("l'un", 'l’un'), ('« a »', '«\u00a0a\u00a0»'), ('«a»', '«\u00a0a\u00a0»'), ('a : b', 'a\u00a0: b'),
            ('a ; b !', 'a\u202f; b\u202f!'), ('10 000 hommes', '10\u202f000 hommes'), ('30 %', '30\u00a0%'),
            ('1er juillet 2025', '1er\u00a0juillet 2025'), ('25 avril', '25\u00a0avril'), ('12:30', '12:30'),
        ]
        for plain, set_text in cases:
            self.assertEqual(make_sample.set_french(plain), set_text)
            self.assertEqual(make_sample.set_french(set_text), set_text)


class Real(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.lines = list(make_sample.read_sample(DOMAIN, ROOT / 'data' / 'sample').lines())

    def test_extracts_stand_in_their_documents(self):
        texts = {line['uuid']: '\n\n'.join(block['text'] for block in line['blocks'])
                 for line in only(self.lines, 'document') if 'blocks' in line}
        for extract in only(self.lines, 'extract'):
            text = texts[extract['document']['uuid']]
            self.assertEqual(text[extract['start']:extract['end']], extract['quote'])
            self.assertEqual(text.count(extract['quote']), 1)
            self.assertEqual(hashlib.sha256(text.encode()).hexdigest(), extract['text_hash'])

    def test_names_only_what_came_before(self):
        known = set()

        def check(value):
            if isinstance(value, list):
                for item in value:
                    check(item)
            elif isinstance(value, dict):
                if set(value) == {'kind', 'uuid'}:
                    self.assertIn((value['kind'], value['uuid']), known)
                for item in value.values():
                    check(item)

        for line in self.lines:
            check({name: value for name, value in line.items() if name not in ('@kind', 'uuid')})
            if 'uuid' in line:
                self.assertNotIn((line['@kind'], line['uuid']), known)
                known.add((line['@kind'], line['uuid']))

    def test_is_enough(self):
        least = {'document': 20, 'extract': 700, 'event': 90, 'actor': 90, 'alliance': 2, 'restriction': 16,
                 'control': 12, 'claim': 48, 'relation': 88, 'figure': 22, 'scenario': 6, 'indicator': 35,
                 'instrument': 9, 'judgement': 88, 'recommendation': 18}
        for kind, number in least.items():
            self.assertGreaterEqual(len(only(self.lines, kind)), number, kind)
        placed = [event for event in only(self.lines, 'event') if event.get('places')]
        self.assertGreaterEqual(len(placed), 25)
        risks = [line for line in only(self.lines, 'judgement') if line['topic'] == 'risk']
        self.assertEqual(len(risks), 5)

    def test_hears_those_without_a_name(self):
        """Four voices of the opinion piece; five pull quotes, an authority and a citizen of the letter."""
        voices = {statement['attribution']['fr'] for claim in only(self.lines, 'claim')
                  for statement in claim['statements'] if 'anonymity' in statement}
        self.assertGreaterEqual(len(voices), 10)
        unsigned = [statement for claim in only(self.lines, 'claim') for statement in claim['statements']
                    if statement.get('attribution', {}).get('en') == 'unsigned pull quotation']
        self.assertEqual(len(unsigned), 5)

    def test_cites_what_the_documents_cite(self):
        cited = {line['uuid'] for line in only(self.lines, 'document') if 'blocks' not in line}
        links = [link['document']['uuid'] for line in only(self.lines, 'document')
                 for link in line.get('links', []) if link['relation'] in ('cites', 'republishes')]
        self.assertEqual(cited, set(links))
        self.assertGreaterEqual(len(cited), 5)

    def test_prints_well(self):
        for event in only(self.lines, 'event'):
            for language in make_sample.LANGUAGES:
                self.assertLessEqual(len(event['title'][language]), 90)
                self.assertRegex(event['summary'][language], r'\.$')


if __name__ == '__main__':
    unittest.main()
