#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Turn the readable sources of the sample dossier into one NDJSON file.

The sources are JSON files, each an object whose members are the plural names
of kinds of record, with lists of records that carry a short key instead of a
UUID. What a record may hold is read from the tables of src/domain. References
are keys, or "kind:key" where the table names no kind; an item of a list may be
written as the array of its fields, in the order of the table. Texts are typed
with plain spaces and apostrophes: French typography is set here.

A document is written once per language as a list of blocks ("# " heading,
"- " list item, "> " quotation, else a paragraph). A passage between
[[key|...]] is an extract, "document:key" in the evidence of a record:
"+ sitrep:blockade 2" supports it with credibility 2, "- ..." contradicts it.
A document that is only cited has no text, its title in its own language; the
links of a document name documents by their keys.

A text of a briefing cites as it does in the program, with keys in the place of
UUIDs: "[@event:offensive; @document:jnim-audio]".

Records that answer one question differently are versions of it, whatever their
kind: each has "version": "kidal-2026", a key of the question, and at most one
of them "version": "kidal-2026 retained". A question has two versions or more.
"""

import argparse
import hashlib
import json
import re
import sys
import uuid
from pathlib import Path

NAMESPACE = uuid.UUID('5a4e1b1c-93a4-5d0c-8d0e-2f6c1f0b7a52')
LANGUAGES = ('fr', 'en')
# What goes from the language of the words into another one.
ONE_WAY = ('translation', 'translator')
# A name that is the same in both languages is kept in the first.
BOTH = 'both'
CONTEXT_CHARACTERS = 32
# A record that a text cites, within its brackets.
CITATION = re.compile(r'(?<=\[|\s)@([a-z]+:[\w/:-]+)(?=[\];])')
NBSP = '\u00a0'
THIN = '\u202f'
# Written in this order, and further so that a record follows what it names.
KINDS = ['source', 'place', 'document', 'extract', 'actor', 'corridor', 'instrument',
         'event', 'relation', 'alliance', 'restriction', 'control', 'zone', 'claim', 'scenario',
         'figure', 'indicator', 'judgement', 'recommendation', 'dossier', 'briefing']
# What an analyst knows rests on a passage; these kinds are what is known.
SOURCED = {'actor', 'instrument', 'event', 'relation', 'alliance', 'restriction', 'control',
           'zone', 'claim', 'scenario', 'figure', 'indicator', 'judgement', 'recommendation'}
DAY = r'(\d{3}[\dX])(-(\d{2}|XX)(-(\d{2}|XX))?)?[?~%]?'
EDTF = re.compile(rf'^({DAY}|\.\.|)(/({DAY}|\.\.|))?$')
FRENCH_MONTHS = ('janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|'
                 'novembre|décembre')


class SampleError(Exception):
    """A fault in the sources, told in one sentence."""


# The tables of src/domain.

def read_terms(code):
    arrays = {name: re.findall(r'\{\s*SB_\w+,\s*"([^"]+)"', body)
              for name, body in re.findall(r'static const SbTerm (\w+)\[\] = \{(.*?)\n\};', code, re.S)}
    return {name: arrays[array]
            for name, array in re.findall(r'const SbVocabulary (\w+)\s*=\s*SB_VOCABULARY \((\w+)\)', code)}


def read_field(body):
    members = dict(re.findall(r'\.(\w+) = ("[^"]*"|[^,}]+)', body))
    flags = members.get('flags', '')
    return {'name': members['name'].strip('"'),
            'type': members['type'].strip().removeprefix('SB_FIELD_').lower(),
            'required': 'SB_FIELD_REQUIRED' in flags,
            'derived': 'SB_FIELD_DERIVED' in flags,
            'vocabulary': members.get('vocabulary', '').strip(' &'),
            'target': members.get('target', '').strip().removeprefix('SB_KIND_').lower(),
            'item': members.get('item', '').strip(' &')}


def read_schemas(folder):
    """The schemas by C name, the C name of each kind, and the vocabularies."""
    schemas, kinds, vocabularies = {}, {}, {}
    for path in sorted(folder.glob('sb-*.c')):
        code = path.read_text(encoding='utf-8')
        vocabularies.update(read_terms(code))
        tables = {name: [read_field(entry) for entry in re.findall(r'\]\s*=\s*\{(.*?)\}\s*,', body, re.S)]
                  for name, body in re.findall(r'static const SbField (\w+)\[\] = \{(.*?)\n\};', code, re.S)}
        for name, body in re.findall(r'const SbSchema (\w+) = \{(.*?)\n\};', code, re.S):
            table = re.search(r'\.fields = (\w+)', body).group(1)
            kind = re.search(r'\.kind = SB_KIND_(\w+)', body).group(1).lower()
            schemas[name] = tables[table]
            if kind != 'none':
                kinds[kind] = name
    if not kinds:
        raise SampleError(f'no tables found in {folder}')
    return schemas, kinds, vocabularies


# Typography.

def set_french(text):
    """Apostrophes, quotation marks and no-break spaces as printed French has them."""
    text = text.replace("'", '’')
    text = re.sub(r'«[ \u00a0]*', '«' + NBSP, text)
    text = re.sub(r'[ \u00a0]*»', NBSP + '»', text)
    text = re.sub(r'[ \u00a0]+([;!?])', THIN + r'\1', text)
    text = re.sub(r'[ \u00a0]+:', NBSP + ':', text)
    text = re.sub(r'(\d) (?=\d{3}(?!\d))', r'\1' + THIN, text)
    text = re.sub(r'(\d) (%|km\b|millions?\b|milliards?\b)', r'\1' + NBSP + r'\2', text)
    text = re.sub(rf'(\d|1er) ({FRENCH_MONTHS})\b', r'\1' + NBSP + r'\2', text)
    return re.sub(r'\b(art\.|articles?|n°|RN|M\.|Dr) (\d|[A-Z])', r'\1' + NBSP + r'\2', text)


def set_english(text):
    """English has no space before these signs: where one is, a French title is quoted."""
    return re.sub(r' (?=[:;!?»])', NBSP, text.replace("'", '’'))


def set_text(text, language):
    return set_french(text) if language == 'fr' else set_english(text)


def make_uuid(kind, key):
    return str(uuid.uuid5(NAMESPACE, f'{kind}:{key}'))


def read_object(pairs):
    """An object of JSON: the module would keep the last of two members of one name."""
    names = [name for name, _value in pairs]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise ValueError(f'twice in one object: {", ".join(sorted(twice))}')
    return dict(pairs)


class Sample:
    """The records of the sources, checked against the tables."""

    def __init__(self, schemas, kinds, vocabularies):
        self.schemas = schemas
        self.kinds = kinds
        self.vocabularies = vocabularies
        self.sources = {}    # (kind, key) to the record as it is written
        self.records = {}    # (kind, key) to the line
        self.needs = {}      # (kind, key) to the set of what it names
        self.evidence = []   # (kind, key), extract key, stance, credibility
        self.versions = {}   # question to the list of (kind, key), retained

    # Reading.

    def load(self, path):
        try:
            content = json.loads(path.read_text(encoding='utf-8'), object_pairs_hook=read_object)
        except (OSError, ValueError) as error:
            raise SampleError(f'{path.name}: {error}') from error
        for plural, records in content.items():
            kind = plural[:-1]
            if kind not in self.kinds:
                raise SampleError(f'{path.name}: no such kind: {plural}')
            for record in records:
                self.add_source(path.name, kind, record)

    def add_source(self, file_name, kind, record):
        key = record.get('key')
        if not key:
            raise SampleError(f'{file_name}: a {kind} has no key')
        if (kind, key) in self.sources:
            raise SampleError(f'{file_name}: {kind} {key} is there twice')
        self.sources[kind, key] = record

    # Documents and their extracts.

    def add_cited(self, key, source):
        language = source.get('language')
        if language is None or not ('reference' in source or {'title', 'source', 'date'} <= set(source)):
            raise SampleError(f'document {key}: neither a text nor a language and a reference or what makes one')
        texts = {name: set_text(source[name], language) for name in ('title',) if name in source}
        self.add_record('document', key, {k: v for k, v in source.items() if k != 'key'} | texts)

    def add_document(self, key, source):
        if not set(source) & set(LANGUAGES):
            self.add_cited(key, source)
            return
        for language in LANGUAGES:
            text = source.get(language)
            if text is None:
                raise SampleError(f'document {key}: no {language}')
            self.add_translation(key, language, source, text)
        marks = [{k[1].rsplit('/', 1)[1] for k in self.records if k[0] == 'extract'
                  and k[1].startswith(f'{key}/{language}/')} for language in LANGUAGES]
        if marks[0] != marks[1]:
            raise SampleError(f'document {key}: not in both languages: {sorted(marks[0] ^ marks[1])}')

    def add_translation(self, key, language, source, text):
        blocks, marks = self.read_blocks(f'{key}/{language}', text['blocks'], language)
        joined = '\n\n'.join(block['text'] for block in blocks)
        digest = hashlib.sha256(joined.encode('utf-8')).hexdigest()
        fields = {k: v for k, v in source.items() if k not in LANGUAGES and k != 'key'}
        fields.update({k: set_text(v, language) for k, v in text.items() if k != 'blocks'})
        fields.update({'language': language, 'text_hash': digest,
                       'words': len(re.findall(r'\w[\w’\-]*', joined))})
        if 'reference' in text:
            fields['reference'] = {name: source[name]['reference'] for name in LANGUAGES if 'reference' in source[name]}
        if language != LANGUAGES[0]:
            fields['links'] = [['translates', f'{key}/{LANGUAGES[0]}']] + fields.get('links', [])
        self.add_record('document', f'{key}/{language}', fields, {'blocks': blocks})
        for mark, quote in marks:
            self.add_extract(f'{key}/{language}', mark, quote, joined, digest)

    def read_blocks(self, where, lines, language):
        blocks, marks = [], []
        for line in lines:
            match = re.match(r'(#+|-|>) (.*)$', line, re.S)
            sign, text = match.groups() if match else ('', line)
            kind = {'': 'paragraph', '-': 'list-item', '>': 'quote'}.get(sign, 'heading')
            text = set_text(text, language)
            marks += re.findall(r'\[\[([\w-]+)\|(.*?)\]\]', text)
            text = re.sub(r'\[\[[\w-]+\|(.*?)\]\]', r'\1', text)
            if '[[' in text or ']]' in text:
                raise SampleError(f'document {where}: a mark is not closed: {text[:60]}')
            blocks.append({'kind': kind, 'level': len(sign) if kind == 'heading' else 0, 'text': text})
        return blocks, marks

    def add_extract(self, document, mark, quote, joined, digest):
        if joined.count(quote) != 1:
            raise SampleError(f'document {document}: {mark} is found {joined.count(quote)} times')
        start = joined.index(quote)
        end = start + len(quote)
        around = {'prefix': joined[max(0, start - CONTEXT_CHARACTERS):start],
                  'suffix': joined[end:end + CONTEXT_CHARACTERS]}
        fields = {'document': document, 'start': start, 'end': end, 'quote': quote, 'text_hash': digest}
        fields.update({name: text for name, text in around.items() if text.strip()})
        self.add_record('extract', f'{document}/{mark}', fields)

    # Records by their tables.

    def add_record(self, kind, key, fields, extra=None):
        self.needs[kind, key] = set()
        line = {'@kind': kind, 'uuid': make_uuid(kind, key)}
        line.update(self.read_fields(self.kinds[kind], fields, (kind, key), f'{kind} {key}'))
        line.update(extra or {})
        self.records[kind, key] = line

    def read_fields(self, schema, values, owner, where):
        table = {field['name']: field for field in self.schemas[schema] if not field['derived']}
        unknown = set(values) - set(table)
        if unknown:
            raise SampleError(f'{where}: no such field: {", ".join(sorted(unknown))}')
        result = {}
        for name, field in table.items():
            if name in values:
                result[name] = self.read_value(field, values[name], owner, f'{where}.{name}')
            elif field['required']:
                raise SampleError(f'{where}: {name} is missing')
        return result

    def read_value(self, field, value, owner, where):
        reader = getattr(self, 'read_' + field['type'], None)
        if reader is None:
            raise SampleError(f'{where}: type {field["type"]} is not known')
        return reader(field, value, owner, where)

    def read_text(self, _field, value, _owner, where):
        if not isinstance(value, str) or not value.strip():
            raise SampleError(f'{where}: a text is wanted')
        return value.replace("'", '’')

    def read_bilingual(self, field, value, owner, where):
        if field['name'] in ONE_WAY and isinstance(value, dict) and len(value) == 1 and set(value) < set(LANGUAGES):
            return {language: text.replace("'", '’') for language, text in value.items()}
        if isinstance(value, dict) and set(value) == {BOTH}:
            return {LANGUAGES[0]: self.read_text(None, value[BOTH], None, where)}
        if not isinstance(value, dict) or set(value) != set(LANGUAGES):
            raise SampleError(f'{where}: French and English are wanted')
        for language in LANGUAGES:
            self.read_text(None, value[language], None, f'{where}.{language}')
        return {language: set_text(self.read_citations(value[language], owner, where), language) for language in LANGUAGES}

    def read_citations(self, text, owner, where):
        """The text with the UUIDs of what it cites."""
        return CITATION.sub(lambda match: '@' + self.read_ref({'target': None}, match.group(1), owner, where)['uuid'], text)

    def read_date(self, _field, value, _owner, where):
        date = {'edtf': value} if isinstance(value, str) else dict(value)
        if set(date) - {'edtf', 'text'} or not EDTF.match(date.get('edtf', '') or '-'):
            raise SampleError(f'{where}: not a date: {value}')
        if 'text' in date:
            date['text'] = set_french(date['text'])
        return date

    def read_time(self, _field, value, _owner, where):
        if not re.match(r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$', str(value)):
            raise SampleError(f'{where}: not a time: {value}')
        return value

    def read_integer(self, _field, value, _owner, where):
        if isinstance(value, bool) or not isinstance(value, int):
            raise SampleError(f'{where}: an integer is wanted')
        return value

    def read_real(self, _field, value, _owner, where):
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise SampleError(f'{where}: a number is wanted')
        return value

    def read_boolean(self, _field, value, _owner, where):
        if not isinstance(value, bool):
            raise SampleError(f'{where}: true or false is wanted')
        return value

    def read_term(self, field, value, _owner, where):
        if value not in self.vocabularies[field['vocabulary']]:
            raise SampleError(f'{where}: no such term: {value}')
        return value

    def read_ref(self, field, value, owner, where):
        kind, key = (field['target'], value) if field['target'] else value.split(':', 1)
        if kind == 'extract':
            document, mark = key.split(':') if ':' in key else key.rsplit('/', 1)
            key = f'{document}/{LANGUAGES[0]}/{mark}'
        if (kind, key) not in self.sources and (kind, key) not in self.records:
            raise SampleError(f'{where}: no such {kind}: {key}')
        if kind == 'document' and set(self.sources.get((kind, key), {})) & set(LANGUAGES):
            key = f'{key}/{LANGUAGES[0]}'
        self.needs[owner].add((kind, key))
        return {'kind': kind, 'uuid': make_uuid(kind, key)}

    def read_list(self, field, value, owner, where):
        names = [item['name'] for item in self.schemas[field['item']] if not item['derived']]
        result = []
        for index, item in enumerate(value):
            if isinstance(item, str):
                item = [item]
            if isinstance(item, list):
                if len(item) > len(names):
                    raise SampleError(f'{where}[{index}]: too many fields')
                item = {name: v for name, v in zip(names, item) if v is not None}
            result.append(self.read_fields(field['item'], item, owner, f'{where}[{index}]'))
        return result

    # Evidence.

    def add_evidence(self, owner, texts):
        if owner[0] in SOURCED and not texts:
            raise SampleError(f'{owner[0]} {owner[1]}: no evidence')
        for text in texts:
            match = re.match(r'^([+-]) ([\w-]+):([\w-]+) ([1-6])$', text)
            if match is None:
                raise SampleError(f'{owner[0]} {owner[1]}: not evidence: {text}')
            sign, document, mark, credibility = match.groups()
            for language in LANGUAGES:
                extract = ('extract', f'{document}/{language}/{mark}')
                if extract not in self.records:
                    raise SampleError(f'{owner[0]} {owner[1]}: no such extract: {document}:{mark}')
                self.evidence.append((owner, extract, sign, credibility))

    # Versions.

    def add_version(self, owner, text):
        match = re.match(r'^([\w-]+)( retained)?$', text)
        if match is None:
            raise SampleError(f'{owner[0]} {owner[1]}: not a version: {text}')
        self.versions.setdefault(match.group(1), []).append((owner, match.group(2) is not None))

    def check_versions(self):
        for question, versions in self.versions.items():
            if len(versions) < 2:
                raise SampleError(f'version {question}: only one record answers it')
            if sum(retained for _owner, retained in versions) > 1:
                raise SampleError(f'version {question}: more than one is retained')

    def build(self):
        for (kind, key), source in self.sources.items():
            if kind == 'document':
                self.add_document(key, source)
        for (kind, key), source in self.sources.items():
            if kind != 'document':
                fields = {k: v for k, v in source.items() if k not in ('key', 'evidence', 'version')}
                # The field "key" of the two kinds is another key: that of our own gazetteer.
                if kind in ('place', 'corridor') and 'gazetteer' in fields:
                    fields['key'] = fields.pop('gazetteer')
                self.add_record(kind, key, fields)
                self.add_evidence((kind, key), source.get('evidence', []))
                if 'version' in source:
                    self.add_version((kind, key), source['version'])
        self.check_versions()

    # Writing.

    def ordered(self):
        """The records, each after all that it names."""
        done, busy, order = set(), set(), []

        def visit(record):
            if record in done:
                return
            if record in busy:
                raise SampleError(f'{record[0]} {record[1]} names itself in a circle')
            busy.add(record)
            for need in sorted(self.needs[record], key=lambda r: (KINDS.index(r[0]), r[1])):
                visit(need)
            done.add(record)
            order.append(record)

        for kind in KINDS:
            for record in [r for r in self.records if r[0] == kind]:
                visit(record)
        return order

    def lines(self):
        order = self.ordered()
        dossiers = [record for record in order if record[0] == 'dossier']
        if len(dossiers) != 1:
            raise SampleError('one dossier is wanted')

        def ref(record):
            return {'kind': record[0], 'uuid': make_uuid(*record)}

        yield from (self.records[record] for record in order)
        for owner, extract, sign, credibility in self.evidence:
            yield {'@kind': 'evidence', 'record': ref(owner), 'extract': ref(extract),
                   'stance': 'supports' if sign == '+' else 'contradicts', 'credibility': credibility}
        for question, versions in self.versions.items():
            for record, retained in versions:
                line = {'@kind': 'version', 'topic': make_uuid('version', question), 'record': ref(record)}
                yield {**line, 'retained': True} if retained else line
        for record in order:
            if record[0] not in ('dossier', 'extract'):
                yield {'@kind': 'member', 'dossier': ref(dossiers[0]), 'record': ref(record)}


def read_sample(domain, folder):
    # Here, as who only reads the tables has no need of what stands beside this script.
    from sample_checks import find_faults

    sample = Sample(*read_schemas(domain))
    paths = sorted(folder.glob('*.json'))
    if not paths:
        raise SampleError(f'no sources found in {folder}')
    for path in paths:
        sample.load(path)
    sample.build()
    faults = find_faults(sample, domain)
    if faults:
        raise SampleError('\n'.join(faults))
    return sample


def main():
    here = Path(__file__).resolve().parent.parent
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--domain', type=Path, default=here / 'src' / 'domain')
    parser.add_argument('--sources', type=Path, default=here / 'data' / 'sample')
    parser.add_argument('--check', action='store_true', help='check the sources, write nothing')
    parser.add_argument('-o', '--output', type=Path)
    arguments = parser.parse_args()
    try:
        sample = read_sample(arguments.domain, arguments.sources)
        lines = [json.dumps(line, ensure_ascii=False, separators=(',', ':')) for line in sample.lines()]
    except SampleError as error:
        sys.exit(f'make-sample: {error}')
    if arguments.output is not None and not arguments.check:
        arguments.output.write_text('\n'.join(lines) + '\n', encoding='utf-8')
    else:
        counts = {kind: sum(1 for record in sample.records if record[0] == kind) for kind in KINDS}
        print(', '.join(f'{number} {kind}' for kind, number in counts.items() if number != 0),
              f'and {len(sample.evidence)} evidence')


if __name__ == '__main__':
    main()
