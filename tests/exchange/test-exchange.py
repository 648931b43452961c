#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Dossiers and exports, by the command line, looked at with the parsers of Python
and built with its zip library, which know nothing of ours."""
import collections
import csv
import hashlib
import io
import json
import os
import pathlib
import random
import re
import resource
import signal
import stat
import struct
import subprocess
import sys
import tempfile
import time
import unittest
import uuid
import xml.etree.ElementTree
import zipfile

CLI, BUILD_ROOT, SHIPPED = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
del sys.argv[1:4]

EVENT = '0b1c7c1e-4c1d-4bb0-9d5e-6a1d4f0a0003'
LINE = json.dumps({'@kind': 'event', 'uuid': EVENT, 'title': {'fr': 'Pont coupé'}, 'type': 'battle',
                   'date': {'edtf': '2026-04-25'}}, ensure_ascii=False, separators=(',', ':')) + '\n'
OTHER = '0b1c7c1e-4c1d-4bb0-9d5e-6a1d4f0a0004'
VERSIONS = LINE + LINE.replace(EVENT, OTHER).replace('coupé', 'intact') + ''.join(json.dumps(
    {'@kind': 'version', 'topic': EVENT, 'record': {'kind': 'event', 'uuid': name}, **more}) + '\n'
    for name, more in ((EVENT, {}), (OTHER, {'retained': True})))
EVENTS = 'records/event.ndjson'
PAGE = ('<!DOCTYPE html><html lang="fr"><head><title>La crue</title></head><body><article><h1>La crue</h1>' +
        '<p>Le fleuve a monté cette semaine, et les pêcheurs de la région sont rentrés plus tôt.</p>' * 6 +
        '</article></body></html>')
OPML = ('<opml version="2.0"><body><outline type="rss" text="Le fil" '
        'xmlUrl="https://nom:secret@fil.example/rss"/></body></opml>')
# The columns of ACLED's export of 2025, in order, and its words (codebook of 2025).
ACLED_COLUMNS = (
    'event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 '
    'actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude '
    'longitude geo_precision source source_scale notes fatalities tags timestamp').split()
ACLED_TYPES = {
    'Battles': {'Armed clash', 'Government regains territory', 'Non-state actor overtakes territory'},
    'Explosions/Remote violence': {'Chemical weapon', 'Air/drone strike', 'Suicide bomb', 'Grenade',
                                   'Shelling/artillery/missile attack', 'Remote explosive/landmine/IED'},
    'Violence against civilians': {'Sexual violence', 'Attack', 'Abduction/forced disappearance'},
    'Protests': {'Peaceful protest', 'Protest with intervention', 'Excessive force against protesters'},
    'Riots': {'Violent demonstration', 'Mob violence'},
    'Strategic developments': {'Agreement', 'Arrests', 'Change to group/activity', 'Disrupted weapons use', 'Other',
                               'Headquarters or base established', 'Looting/property destruction',
                               'Non-violent transfer of territory'}}
ACLED_DISORDERS = {'Political violence', 'Demonstrations', 'Political violence; Demonstrations', 'Strategic developments'}
ACLED_INTERS = ['State forces', 'Rebel group', 'Political militia', 'Identity militia', 'Rioters', 'Protesters',
                'Civilians', 'External/Other forces']
# What the specification of STIX 2.1 requires of each type that is exported.
STIX_REQUIRED = {
    'identity': {'name'}, 'threat-actor': {'name'}, 'incident': {'name'}, 'location': set(),
    'relationship': {'relationship_type', 'source_ref', 'target_ref'}, 'grouping': {'context', 'object_refs'},
    'note': {'content', 'object_refs'}, 'opinion': {'opinion', 'object_refs'},
    'report': {'name', 'published', 'object_refs'}, 'course-of-action': {'name'},
    # Ours, of the extension.
    'sahelbrief-instrument': {'name', 'kind', 'extensions'}, 'sahelbrief-scenario': {'name', 'extensions'},
    'sahelbrief-indicator': {'name', 'polarity', 'extensions'}}
# Names of properties are three letters or more (STIX 2.1, 3.1), but for the id.
STIX_NAME = '^([a-z][a-z0-9_]{2,249}|id)$'
SAMPLE = []
IS_SANITIZED = b'__asan_init' in CLI.read_bytes()
DISK_LIMIT = 60_000  # bytes: less than the sample needs


def tell_members(members):
    return [{'name': name, 'size': len(data), 'sha256': hashlib.sha256(data).hexdigest()}
            for name, data in members.items()]


def make_manifest(members, version=1, told=None):
    return json.dumps({'format': 'sahelbrief-dossier', 'version': version,
                       'members': told or tell_members(members)}).encode()


def make_zip(entries, method=zipfile.ZIP_DEFLATED):
    """A zip of pairs of a name (or a ZipInfo) and bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, 'w', method) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return stream.getvalue()


def make_dossier(members, method=zipfile.ZIP_DEFLATED, **changes):
    members = {name: data.encode() if isinstance(data, str) else data for name, data in members.items()}
    return make_zip([('manifest.json', make_manifest(members, **changes)), *members.items()], method)


def make_raw(members, overlap=False, twice=False):
    """A zip with its headers written by hand: all members after the manifest share
    one body, or one name."""
    data = LINE.encode()
    stream, directory = io.BytesIO(), b''
    for index, (name, body) in enumerate(members):
        offset = stream.tell()
        fields = struct.pack('<HHHHHIIIHH', 20, 0, 0, 0, 33, zipfile.crc32(body), len(body), len(body), len(name), 0)
        header = b'PK\3\4' + fields + name.encode()
        if overlap and index > 1:
            offset = shared
        else:
            shared = offset
            stream.write(header + body)
        directory += (b'PK\1\2' + struct.pack('<H', 20) + fields + struct.pack('<HHHII', 0, 0, 0, 0, offset) +
                      name.encode())
    start = stream.tell()
    stream.write(directory + b'PK\5\6' + struct.pack('<HHHHIIH', 0, 0, len(members), len(members), len(directory), start, 0))
    return stream.getvalue()


def make_link():
    info = zipfile.ZipInfo(EVENTS)
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    target = b'/etc/passwd'
    return make_zip([('manifest.json', make_manifest({EVENTS: target})), (info, target)])


def make_encrypted():
    data = bytearray(make_dossier({EVENTS: LINE}))
    for signature, offset in ((b'PK\3\4', 6), (b'PK\1\2', 8)):
        position = data.rindex(signature)
        data[position + offset] |= 1
    return bytes(data)


def make_many():
    """A million members by the number in a zip64 end, and as many as a plain one
    can count."""
    zip64 = struct.pack('<IQHHIIQQQQ', 0x06064b50, 44, 45, 45, 0, 0, 1_000_000, 1_000_000, 46_000_000, 0)
    locator = struct.pack('<IIQI', 0x07064b50, 0, 0, 1)
    end = b'PK\5\6' + struct.pack('<HHHHIIH', 0, 0, 0xffff, 0xffff, 0xffffffff, 0xffffffff, 0)
    return make_zip([('manifest.json', b'{}')]) + zip64 + locator + end


def make_other_header():
    """The header before the bytes names another member than the directory."""
    data = bytearray(make_dossier({EVENTS: LINE}))
    position = data.index(EVENTS.encode())
    data[position:position + len(EVENTS)] = b'records/actor.ndjson'
    return bytes(data)


def make_longer():
    """The directory tells of more bytes than the manifest."""
    members = {EVENTS: LINE.encode()}
    return make_zip([('manifest.json', make_manifest(members)), (EVENTS, LINE.encode() * 2)])


def lines(*records):
    return ''.join(json.dumps(record) + '\n' for record in records)


BOMB = b' ' * (16 << 20)
WRONG = hashlib.sha256(b'other').hexdigest()
ORIGINAL = hashlib.sha256(b'bytes').hexdigest()
HOSTILE = {
    # name: (word of the error, bytes)
    'traversal': ('unsafe', lambda: make_dossier({'../../evil.ndjson': LINE})),
    'absolute': ('unsafe', lambda: make_dossier({'/etc/evil': LINE})),
    'backslash': ('unsafe', lambda: make_dossier({'records\\event.ndjson': LINE})),
    'drive': ('unsafe', lambda: make_dossier({'C:/records/event.ndjson': LINE})),
    'not-utf-8': ('unsafe', lambda: make_dossier({EVENTS: LINE}).replace(EVENTS.encode(), b'records/\xff\xfe\xfd\xfc\xfb.ndjson')),
    'null-in-name': ('unsafe', lambda: make_dossier({EVENTS: LINE}).replace(EVENTS.encode(), b'records/e\0ent.ndjson')),
    'link': ('unsafe', make_link),
    'twice': ('unsafe', lambda: make_raw([('manifest.json', make_manifest({EVENTS: LINE.encode()})),
                                          (EVENTS, LINE.encode()), (EVENTS, LINE.encode())])),
    'overlap': ('unsafe', lambda: make_raw([('manifest.json', b'{}'), *((EVENTS, LINE.encode()),) * 1,
                                            *((f'records/a{i}', LINE.encode()) for i in range(3))], overlap=True)),
    'other-header': ('unsafe', make_other_header),
    'encrypted': ('locked', make_encrypted),
    'bomb': ('too-large', lambda: make_dossier({f'originals/{hashlib.sha256(BOMB).hexdigest()}': BOMB})),
    'bomb-of-lines': ('too-large', lambda: make_dossier({EVENTS: BOMB})),
    'nested': ('format', lambda: make_dossier({'records/inner.zip': make_dossier({EVENTS: LINE})})),
    'million': ('too-large', make_many),
    'long-line': ('too-large', lambda: make_dossier({EVENTS: b'x' * (65 << 20)}, zipfile.ZIP_STORED)),
    'wrong-hash': ('damaged', lambda: make_dossier({EVENTS: LINE}, told=[
        {'name': EVENTS, 'size': len(LINE.encode()), 'sha256': WRONG}])),
    'wrong-original': ('damaged', lambda: make_dossier({f'originals/{WRONG}': b'bytes'})),
    'stray-original': ('failed', lambda: make_dossier({f'originals/{ORIGINAL}': b'bytes'})),
    'wrong-size': ('damaged', make_longer),
    'missing-member': ('damaged', lambda: make_zip([('manifest.json', make_manifest({EVENTS: LINE.encode()}))])),
    'untold-member': ('format', lambda: make_zip([('manifest.json', make_manifest({})), (EVENTS, LINE)])),
    'unknown-member': ('format', lambda: make_dossier({'records/spaceship.ndjson': LINE})),
    'no-manifest': ('format', lambda: make_zip([('x/manifest.json', b'{}'), (EVENTS, LINE)])),
    'other-manifest': ('format', lambda: make_zip([('manifest.json', b'{"name":"extension","version":"1.0"}')])),
    'deep-manifest': ('format', lambda: make_zip([('manifest.json', b'[' * 100_000)], zipfile.ZIP_STORED)),
    'newer': ('newer', lambda: make_dossier({EVENTS: LINE}, version=2)),
    'truncated': ('damaged', lambda: make_dossier({EVENTS: LINE})[:-30]),
    'trailing': ('damaged', lambda: make_dossier({EVENTS: LINE}) + b'more'),
    'two-of-a-uuid': ('failed', lambda: make_dossier({EVENTS: LINE * 2})),
    'wrong-kind': ('failed', lambda: make_dossier({'records/actor.ndjson': LINE})),
    'not-json': ('failed', lambda: make_dossier({EVENTS: LINE + 'rubbish\n'})),
    'unknown-field': ('failed', lambda: make_dossier({EVENTS: LINE.replace('"type"', '"colour":1,"type"')})),
    'loose-end': ('failed', lambda: make_dossier({EVENTS: LINE, 'ties/evidence.ndjson': lines(
        {'@kind': 'evidence', 'record': {'kind': 'event', 'uuid': EVENT},
         'extract': {'kind': 'extract', 'uuid': '0b1c7c1e-4c1d-4bb0-9d5e-6a1d4f0affff'}})})),
}


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.catalogue = self.folder / 'catalogue.db'
        self.environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en', 'HOME': folder.name,
                            'SB_LOCALEDIR': str(BUILD_ROOT / 'po')}

    def start(self, *arguments, catalogue=None, **options):
        command = [str(CLI), '--catalogue', str(catalogue or self.catalogue), *map(str, arguments)]
        return subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, **options)

    def run_cli(self, *arguments, status=0, **options):
        process = self.start(*arguments, **options)
        output, errors = process.communicate(timeout=300)
        self.assertEqual(process.returncode, status, errors.decode())
        return output, errors.decode()

    def ask(self, *arguments, **options):
        return json.loads(self.run_cli(*arguments, '--json', **options)[0])

    def write(self, name, data):
        path = self.folder / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def init_sample(self):
        """A catalogue with the sample: the bytes of the first that was made."""
        if not SAMPLE:
            self.ask('init', '--sample')
            SAMPLE.append(self.catalogue.read_bytes())
        self.catalogue.write_bytes(SAMPLE[0])

    def list_files(self):
        """What there is beside the catalogue."""
        return {path.name for path in self.folder.iterdir() if not path.name.startswith('catalogue.db')}

    def take(self, path, status=0, **options):
        """The counts of an import, and the word of its error."""
        answer = self.ask('import', path, status=status, **options)['files'][0]
        return [answer[name] for name in ('added', 'updated', 'unchanged')], answer.get('error')

    def hand_on(self, name, *options, **more):
        path = self.folder / name
        answer = self.ask('export', *options, '-o', path, **more)
        self.assertEqual(answer['file'], str(path))
        return path.read_bytes(), answer['records']


class Dossier(Case):
    def test_shipped(self):
        """The sample that ships is what a catalogue with the sample is handed on as."""
        self.ask('init', '--sample')
        data, n_records = self.hand_on('a.sahelbrief', '--format', 'dossier')
        self.assertEqual(data, SHIPPED.read_bytes())
        other = self.folder / 'other.db'
        self.assertEqual(self.take(SHIPPED, catalogue=other), ([n_records, 0, 0], None))
        self.assertEqual(self.take(SHIPPED, catalogue=other), ([0, 0, n_records], None))
        self.assertEqual(self.hand_on('b.sahelbrief', '--format', 'dossier', catalogue=other)[0], data)
        self.assertTrue(self.ask('check', catalogue=other)['sound'])
        with zipfile.ZipFile(SHIPPED) as archive:
            versions = [json.loads(line) for line in archive.read('ties/version.ndjson').splitlines()]
        self.assertLess(len({version['topic'] for version in versions}), len(versions))

    def test_container(self):
        """All that docs/dossier-format.md says of the container."""
        with zipfile.ZipFile(SHIPPED) as archive:
            infos = archive.infolist()
            manifest = json.loads(archive.read('manifest.json'))
            self.assertEqual([info.filename for info in infos],
                             ['manifest.json', *(member['name'] for member in manifest['members'])])
            self.assertEqual({(info.date_time, info.external_attr >> 16) for info in infos},
                             {((1980, 1, 1, 0, 0, 0), 0o100644)})
            self.assertEqual((manifest['format'], manifest['version']), ('sahelbrief-dossier', 1))
            counts = {}
            for member in manifest['members']:
                data = archive.read(member['name'])
                self.assertEqual((len(data), hashlib.sha256(data).hexdigest()), (member['size'], member['sha256']))
                kind = pathlib.PurePath(member['name']).stem
                records = [json.loads(line) for line in data.splitlines()]
                self.assertEqual({record['@kind'] for record in records}, {kind})
                counts[kind] = len(records)
                if member['name'].startswith('ties/'):
                    ends = [json.dumps([record['dossier' if kind == 'member' else 'record']['uuid'],
                                        record.get('extract', record['record'])['uuid']]) for record in records]
                    self.assertEqual(ends, sorted(set(ends)))
                else:
                    uuids = [record['uuid'] for record in records]
                    self.assertEqual(uuids, sorted(set(uuids)))
            self.assertEqual({**counts, 'original': 0}, manifest['counts'])
            self.assertNotIn(str(time.gmtime().tm_year) + '-' + time.strftime('%m-%d'), json.dumps(manifest))

    def test_originals(self):
        """What came from files and feeds: export, import, export are equal."""
        self.take(self.write('page.html', PAGE))
        self.take(self.write('feeds.opml', OPML))
        self.take(self.write('events.ndjson', VERSIONS))
        first, n_records = self.hand_on('a.sahelbrief', '--format', 'dossier')
        self.assertNotIn(b'secret', first)
        with zipfile.ZipFile(io.BytesIO(first)) as archive:
            self.assertEqual([json.loads(line) for line in archive.read('ties/version.ndjson').splitlines()],
                             [json.loads(line) for line in VERSIONS.splitlines()[2:]])
            originals = [name for name in archive.namelist() if name.startswith('originals/')]
            self.assertEqual([archive.read(name) for name in originals], [PAGE.encode()])
        other = self.folder / 'other.db'
        self.assertEqual(self.take(self.folder / 'a.sahelbrief', catalogue=other)[0], [n_records, 0, 0])
        self.assertEqual(self.hand_on('b.sahelbrief', '--format', 'dossier', catalogue=other)[0], first)
        self.assertTrue(self.ask('check', catalogue=other)['sound'])

    def test_merge(self):
        self.init_sample()
        path = self.write('one.sahelbrief', make_dossier({EVENTS: LINE}))
        self.assertEqual(self.take(path)[0], [1, 0, 0])
        self.assertEqual(self.take(path)[0], [0, 0, 1])
        newer = self.write('two.sahelbrief', make_dossier({EVENTS: LINE.replace('coupé', 'rouvert')}))
        self.assertEqual(self.take(newer)[0], [0, 1, 0])
        self.assertTrue(self.ask('check')['sound'])

    def test_one_dossier(self):
        """One dossier is a part that stands by itself."""
        self.init_sample()
        self.take(self.write('events.ndjson', LINE))
        whole = self.hand_on('whole.sahelbrief', '--format', 'dossier')[1]
        part = self.hand_on('part.sahelbrief', '--format', 'dossier', '--dossier', 'Mali 2025–2026')[1]
        self.assertLess(part, whole)
        other = self.folder / 'other.db'
        self.assertEqual(self.take(self.folder / 'part.sahelbrief', catalogue=other)[0], [part, 0, 0])
        self.assertEqual(self.ask('list', 'events', catalogue=other)[0]['@kind'], 'event')
        self.assertNotIn(EVENT, self.run_cli('list', 'events', '--json', catalogue=other)[0].decode())
        self.assertTrue(self.ask('check', catalogue=other)['sound'])

    def test_packed_again(self):
        """Unpacked and packed again by other programs, in another order, with folders."""
        with zipfile.ZipFile(SHIPPED) as archive:
            entries = [(name, archive.read(name)) for name in archive.namelist()]
        path = self.write('again.zip', make_zip([('records/', b''), *reversed(entries)], zipfile.ZIP_STORED))
        self.assertGreater(self.take(path)[0][0], 0)

    def test_hostile(self):
        self.ask('init')
        paths = {name: self.write(f'{name}.sahelbrief', make()) for name, (_, make) in HOSTILE.items()}
        files = self.ask('import', *paths.values(), status=1)['files']
        for (name, (word, _)), answer in zip(HOSTILE.items(), files, strict=True):
            with self.subTest(name):
                self.assertEqual((answer['added'], answer['updated'], answer['error']['code']), (0, 0, word))
                self.assertRegex(answer['error']['message'], r'^[A-Z].*\.$')
        self.assertEqual(self.ask('list', 'events'), [])
        self.assertTrue(self.ask('check')['sound'])
        self.assertEqual(self.take(self.write('good.sahelbrief', make_dossier({EVENTS: LINE})))[0], [1, 0, 0])

    @unittest.skipIf(IS_SANITIZED, 'the sanitizer takes addresses beyond every limit')
    def test_memory(self):
        """A bomb is refused in little memory."""
        self.ask('init')
        limit = 600 << 20
        for name in ('bomb', 'bomb-of-lines', 'million', 'overlap'):
            path = self.write('x.sahelbrief', HOSTILE[name][1]())
            self.take(path, status=1, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))

    def test_nowhere(self):
        self.init_sample()
        self.run_cli('export', '--format', 'dossier', '-o', self.folder / 'none' / 'a.sahelbrief', status=1)
        self.run_cli('export', '--format', 'dossier', '-o', '/dev/full', status=1)
        for wrong in (['--format', 'spaceship'], [], ['--format', 'csv', '--kind', 'spaceships'],
                      ['--format', 'dossier', '--from', '2026-01-01'], ['--format', 'csv', '--json'],
                      ['--format', 'csv', '--language', 'de']):
            self.run_cli('export', *wrong, status=2)

    def test_standard_output(self):
        self.init_sample()
        for name in ('geojson', 'csv'):
            data, _ = self.hand_on('file', '--format', name)
            self.assertEqual(self.run_cli('export', '--format', name, '-o', '-')[0], data)

    def test_disk_full(self):
        self.init_sample()
        kept = self.write('kept', 'before')
        for name in ('dossier', 'geojson'):
            for path in (kept, self.folder / 'new'):
                _, errors = self.run_cli(
                    'export', '--format', name, '-o', path, status=1,
                    preexec_fn=lambda: (signal.signal(signal.SIGXFSZ, signal.SIG_IGN),
                                        resource.setrlimit(resource.RLIMIT_FSIZE, (DISK_LIMIT, DISK_LIMIT))))
                self.assertEqual(self.list_files(), {'kept'}, errors)
        self.assertEqual(kept.read_bytes(), b'before')

    def test_killed(self):
        """Whenever it is killed, the file is there whole or as it was before."""
        self.init_sample()
        path = self.folder / 'a.sahelbrief'
        whole, seen = SHIPPED.read_bytes(), set()
        chance = random.Random(3)
        for _ in range(12):
            process = self.start('export', '--format', 'dossier', '-o', path)
            try:
                process.wait(chance.uniform(0.0, 0.12))
            except subprocess.TimeoutExpired:
                process.kill()
            process.communicate()
            seen.add(process.returncode)
            self.assertIn(path.read_bytes() if path.exists() else whole, (whole,))
            self.assertLessEqual(self.list_files(), {path.name})
            path.unlink(missing_ok=True)
        self.assertIn(-signal.SIGKILL, seen)


class Exports(Case):
    """What is exported of the sample, read by what knows nothing of us."""

    def setUp(self):
        super().setUp()
        self.init_sample()

    def export(self, name, *options):
        data, self.n_records = self.hand_on(name, '--format', name, *options)
        return data.decode()

    def read_csv(self, *options):
        text = self.export('csv', *options)
        self.assertTrue(text.startswith('\ufeff'))
        rows = list(csv.DictReader(io.StringIO(text.removeprefix('\ufeff'), newline=''), strict=True))
        self.assertEqual(len(rows), self.n_records)
        return rows

    def test_geojson(self):
        collection = json.loads(self.export('geojson', '--language', 'fr'))
        self.assertEqual(set(collection), {'type', 'features'})
        features = collection['features']
        self.assertEqual(len(features), self.n_records)
        self.assertEqual(len({feature['id'] for feature in features}), len(features))
        kinds = {feature['properties']['kind'] for feature in features}
        self.assertEqual(kinds, {'place', 'event', 'restriction', 'control', 'zone'})
        for feature in features:
            self.check_geometry(feature['geometry'])
        event = next(feature['properties'] for feature in features if feature['properties']['kind'] == 'event')
        self.assertEqual(event['title'], event['title_fr'])
        self.assertLessEqual(event['date_first'], event['date_last'])
        self.assertTrue(event['sources'][0]['citation'])
        bamako = next(feature for feature in features if feature['properties'].get('name') == 'Bamako')
        self.assertEqual(bamako['geometry'], {'type': 'Point', 'coordinates': [-8.0, 12.65]})
        regions = [feature['properties'] for feature in features if feature['properties'].get('type') == 'region']
        self.assertEqual({region['precision'] for region in regions}, {'region'})

    def check_geometry(self, geometry):
        """RFC 7946: longitude first, lines of two positions or more."""
        if geometry is None:
            return
        depth = {'Point': 0, 'MultiPoint': 1, 'LineString': 1, 'MultiLineString': 2}[geometry['type']]
        lines = [geometry['coordinates']]
        for _ in range(depth):
            lines = [part for line in lines for part in line]
        for longitude, latitude in lines:
            self.assertTrue(-180 <= longitude <= 180 and -90 <= latitude <= 90, (longitude, latitude))
        if geometry['type'] == 'LineString':
            self.assertGreaterEqual(len(geometry['coordinates']), 2)

    def test_csv(self):
        """One row a record; what is in it is what the record holds."""
        for kind in ('events', 'actors', 'claims', 'documents', 'corridors'):
            records = {record['uuid']: record for record in self.ask('list', kind)}
            rows = self.read_csv('--kind', kind)
            self.assertEqual({row['uuid'] for row in rows}, set(records))
            for row in rows:
                record = records[row['uuid']]
                for name, value in record.items():
                    if isinstance(value, str) and name in row:
                        self.assertEqual(row[name], value)
                    if isinstance(value, dict) and 'edtf' in value:
                        self.assertEqual(row[name], value['edtf'])
                    if isinstance(value, dict) and f'{name}_fr' in row:
                        self.assertEqual(row[f'{name}_fr'], value.get('fr', ''))
        text = self.export('csv')
        self.assertEqual(text.count('\n'), text.count('\r\n'))
        event = next(row for row in self.read_csv() if row['actors.actor'].count('; ') == 1)
        self.assertEqual(event['actors.role'].count('; '), 1)

    def test_formulas(self):
        """A spreadsheet runs nothing; a reader gets back what was written."""
        texts = ['=1+1', '+33 1', '-a', '@SUM(A1)', '\tx', "'=1", "''", "'", "l'Azawad", 'a;b\\c', '"q"', '-12.5', 'a\nb']
        records = [{'@kind': 'source', 'uuid': str(uuid.UUID(int=i + 1)), 'name': text} for i, text in enumerate(texts)]
        self.take(self.write('sources.ndjson', ''.join(json.dumps(record) + '\n' for record in records)))
        rows = {row['uuid']: row['name_fr'] for row in self.read_csv('--kind', 'sources')}
        for record in records:
            found = rows[record['uuid']]
            self.assertTrue(found[0] not in '=+-@\t\r' or re.fullmatch(r'-[\d.]+', found), found)
            self.assertEqual(re.sub(r"^'(?=[=+\-@\t\r'])", '', found), record['name'])

    def test_filters(self):
        everything = len(self.read_csv())
        self.assertEqual(len(self.read_csv('--dossier', 'Mali 2025–2026')), everything)
        some = self.read_csv('--from', '2026-04-25', '--to', '2026-04-25')
        self.assertTrue(0 < len(some) < everything)
        self.assertTrue(all(row['date_first'] <= '2026-04-25' <= row['date_last'] for row in some))
        self.assertTrue(0 < len(self.read_csv('--actor', 'JNIM')) < everything)
        self.assertTrue(0 < len(self.read_csv('--place', 'Bamako')) < everything)

    def test_ris(self):
        text = self.export('ris', '--language', 'fr')
        self.assertEqual(text.count('\n'), text.count('\r\n'))
        entries = [entry.split('\r\n') for entry in text.strip().split('\r\n\r\n')]
        self.assertEqual(len(entries), self.n_records)
        documents = {document['uuid']: document for document in self.ask('list', 'documents')}
        for entry in entries:
            fields = [re.fullmatch(r'([A-Z][A-Z0-9])  - (.*)', line.ljust(6)).groups() for line in entry]
            self.assertEqual((fields[0][0], fields[-1][0]), ('TY', 'ER'))
            self.assertIn(fields[0][1], {'NEWS', 'RPRT', 'GEN'})
            values = dict(fields)
            document = documents.pop(values['ID'])
            self.assertEqual((values['TI'], values['LA']), (document['title'], document['language']))
            self.assertTrue(values['DA'].startswith(values['PY'] + '/'))
        self.assertEqual(documents, {})

    def test_graphml(self):
        space = '{http://graphml.graphdrawing.org/xmlns}'
        root = xml.etree.ElementTree.fromstring(self.export('graphml'))
        keys = {key.get('id'): key.get('for') for key in root.iter(space + 'key')}
        nodes, edges = list(root.iter(space + 'node')), list(root.iter(space + 'edge'))
        ids = {node.get('id') for node in nodes}
        self.assertEqual(len(ids), len(nodes))
        self.assertEqual(len({edge.get('id') for edge in edges}), len(edges))
        for element in nodes + edges:
            names = [data.get('key') for data in element]
            self.assertEqual(len(set(names)), len(names))
            domain = element.tag.removeprefix(space)
            self.assertLessEqual({keys[name] for name in names}, {'all', domain})
        self.assertTrue(all({edge.get('source'), edge.get('target')} <= ids for edge in edges))
        kinds = [next(data.text for data in node if data.get('key') == 'kind') for node in nodes]
        self.assertEqual(kinds.count('alliance'), len(self.ask('list', 'alliances')))
        self.assertEqual(kinds.count('actor'), len(self.ask('list', 'actors')))

    def test_acled(self):
        """The columns and the words of ACLED, and the rules between them."""
        text = self.export('acled-csv', '--language', 'en')
        self.assertTrue(text.startswith('\ufeff' + ','.join(ACLED_COLUMNS) + '\r\n'))
        rows = list(csv.DictReader(io.StringIO(text.removeprefix('\ufeff'), newline=''), strict=True))
        self.assertEqual(len(rows), self.n_records)
        self.assertEqual(len({row['event_id_cnty'] for row in rows}), len(rows))
        events = {event['uuid']: event for event in self.ask('list', 'events')}
        seen = set()
        for row in rows:
            event = events[row['tags'].removeprefix('sahelbrief=')]
            self.assertRegex(row['event_id_cnty'], r'^[A-Z]{3}\d+$')
            self.assertRegex(row['event_date'], r'^\d{4}-\d\d-\d\d$')
            self.assertEqual(row['year'], row['event_date'][:4])
            self.assertIn(row['sub_event_type'], ACLED_TYPES[row['event_type']])
            self.assertIn(row['disorder_type'], ACLED_DISORDERS)
            self.assertIn(row['time_precision'], {'1', '2', '3'})
            self.assertIn(row['geo_precision'], {'1', '2', '3'})
            if re.fullmatch(r'\d{4}-\d\d-\d\d', event['date']['edtf']):
                self.assertEqual((row['event_date'], row['time_precision']), (event['date']['edtf'], '1'))
            sides = [row['inter1'], row['inter2']]
            self.assertTrue(set(sides) <= {'', *ACLED_INTERS}, sides)
            for side in (1, 2):
                self.assertEqual(row[f'actor{side}'] == '', row[f'inter{side}'] == '')
            named = sorted((side for side in sides if side), key=ACLED_INTERS.index)
            self.assertEqual(row['interaction'], '-'.join(named) + (' only' if len(named) == 1 else ''))
            self.assertIn(row['civilian_targeting'], {'', 'Civilian targeting'})
            if row['event_type'] == 'Violence against civilians':
                self.assertEqual((row['civilian_targeting'], row['actor2'] != ''), ('Civilian targeting', True))
            if row['country'] == 'Mali':
                self.assertEqual((row['iso'], row['region']), ('466', 'Western Africa'))
            fatalities = 0 if event['uuid'] in seen else event.get('fatalities_low', 0)
            self.assertEqual(row['fatalities'], str(fatalities))
            self.assertGreater(int(row['timestamp']), 0)
            seen.add(event['uuid'])
        self.assertEqual(seen, set(events))
        self.assertTrue(any('; ' in row['source'] or row['source'] for row in rows))

    def check_stix_names(self, value):
        if isinstance(value, list):
            self.assertNotEqual(value, [])
        for name, member in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(name, str) and not name.startswith('extension-definition--') and name not in ('fr', 'en'):
                self.assertRegex(name, STIX_NAME)
            if isinstance(member, (dict, list)):
                self.check_stix_names(member)

    def check_stix_kinds(self, bundle):
        """Each record of a kind is an object, and the one it is about is tied to it."""
        def count(kind):
            return len(self.ask('list', kind, '--limit', '10000'))

        by_type = collections.Counter(item['type'] for item in bundle['objects'])
        by_kind = collections.Counter(extension.get('record_kind') for item in bundle['objects']
                                      for extension in item.get('extensions', {}).values())
        ties = collections.Counter(item.get('relationship_type') for item in bundle['objects'])
        for kind in ('instrument', 'scenario', 'indicator'):
            self.assertEqual(by_type['sahelbrief-' + kind], count(kind))
        for kind in ('figure', 'judgement', 'recommendation'):
            self.assertEqual(by_kind[kind], count(kind))
        self.assertEqual(ties['indicates'] + ties['speaks-against'], count('indicator'))
        self.assertEqual(ties['advised-by'], count('recommendation'))
        self.assertGreater(ties['party-to'], 0)
        contents = [item['content'] for item in bundle['objects'] if 'figure' in item.get('labels', ())]
        self.assertIn('2 jours', contents)

    def test_stix(self):
        """What the specification says that JSON alone cannot: ids, references, times."""
        bundle = json.loads(self.export('stix', '--language', 'fr'))
        self.assertEqual((bundle['type'], set(bundle)), ('bundle', {'type', 'id', 'objects'}))
        objects = {item['id']: item for item in bundle['objects']}
        self.assertEqual((len(objects), len(bundle['objects'])), (self.n_records, self.n_records))
        identifier = r'[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'
        for item in [bundle, *bundle['objects']]:
            self.assertRegex(item['id'], f"^{item['type']}--{identifier}$")
        for item in bundle['objects']:
            self.assertEqual(item['spec_version'], '2.1')
            for name in ('created', 'modified', 'published', 'start_time', 'stop_time', 'first_seen', 'last_seen'):
                self.assertRegex(item.get(name, '2026-01-01T00:00:00.000Z'), r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$')
            self.assertLessEqual(item['created'], item['modified'])
            self.assertLess(item.get('start_time', '0'), item.get('stop_time', '9'))
            self.assertLessEqual(item.get('first_seen', '0'), item.get('last_seen', '9'))
            for name in ('source_ref', 'target_ref', 'object_ref', 'created_by_ref'):
                self.assertIn(item.get(name, item['id']), objects)
            self.assertLessEqual(set(item.get('object_refs', ())), set(objects))
            self.assertIn(item.get('confidence', 50), range(101))
            for name, extension in item.get('extensions', {}).items():
                self.assertEqual(objects[name]['type'], 'extension-definition')
                self.assertIn(extension['extension_type'], objects[name]['extension_types'])
                self.assertEqual(extension['extension_type'] == 'new-sdo', item['type'].startswith('sahelbrief-'))
            self.check_stix_names(item)
            for name, needed in STIX_REQUIRED.items():
                if item['type'] == name:
                    self.assertLessEqual(needed, set(item))
        self.check_stix_kinds(bundle)
        types = {item['type'] for item in bundle['objects']}
        self.assertEqual(types, set(STIX_REQUIRED) | {'language-content', 'extension-definition'})
        for item in bundle['objects']:
            if item['type'] == 'language-content':
                source = objects[item['object_ref']]
                self.assertNotIn(source['lang'], item['contents'])
                self.assertEqual(item['object_modified'], source['modified'])
                self.assertTrue(set(item['contents']['en']) <= set(source) | {'description'})
        self.assertEqual(self.export('stix', '--language', 'fr'), self.export('stix', '--language', 'fr'))

    def test_opml(self):
        self.take(self.write('feeds.opml', OPML))
        root = xml.etree.ElementTree.fromstring(self.export('opml'))
        self.assertEqual(len(list(root.iter('outline'))), 1)


if __name__ == '__main__':
    unittest.main()
