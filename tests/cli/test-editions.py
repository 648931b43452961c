#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""A briefing as ODT, HTML and plain text, read back by parsers that are not ours and held against the PDF.

With --office, LibreOffice opens the ODT as well, where it is installed.
"""

import collections
import functools
import html.parser
import io
import json
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree
import zipfile

CLI = pathlib.Path(sys.argv[1]).resolve()
BUILD_ROOT = pathlib.Path(sys.argv[2]).resolve()
EXTRACTOR = BUILD_ROOT / 'src/documents/sahel-brief-extractor'

# Each layout of pages, notes at the foot and at the end, tables, cards, key figures, a chart, graphs and maps.
EDITIONS = (('letter', 'fr'), ('situation', 'en'), ('note', 'fr'), ('actor', 'en'), ('delta', 'fr'))
HOSTILE = 'Une <script>alert(1)</script> & "deux" ]]> <!-- \x01\x0b trois'

OFFICE = 'urn:oasis:names:tc:opendocument:xmlns:office:1.0'
TEXT = '{urn:oasis:names:tc:opendocument:xmlns:text:1.0}'
TABLE = '{urn:oasis:names:tc:opendocument:xmlns:table:1.0}'
DRAW = '{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}'
SVG = '{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}'
STYLE = '{urn:oasis:names:tc:opendocument:xmlns:style:1.0}'
FO = '{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}'

VOID = {'meta', 'hr', 'br', 'img', 'link', 'input'}


class Page(html.parser.HTMLParser):
    """What an HTML page says: its elements with their attributes, and its text by where it stands."""

    def __init__(self, text):
        super().__init__()
        self.stack = []
        self.elements = []
        self.texts = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.elements.append((tag, attributes))
        if tag not in VOID:
            self.stack.append((tag, attributes))

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.stack and self.stack[-1][0] == tag, (tag, [name for name, _ in self.stack])
        self.stack.pop()

    def handle_data(self, data):
        self.texts.append(([name for name, _ in self.stack], [a.get('class') or '' for _, a in self.stack], data))

    def all(self, tag, **wanted):
        return [attributes for name, attributes in self.elements
                if name == tag and all(attributes.get(key) == value for key, value in wanted.items())]

    def text(self):
        """Of the editions, without what a page adds to them."""
        return ' '.join(data for tags, classes, data in self.texts if 'article' in tags and not
                        ({'svg', 'details', 'footer', 'sup', 'style'} & set(tags) or 'back' in classes))


def words(text):
    """The words that are of letters alone: numbers are those of notes as well."""
    text = text.replace('\u2060', '').replace('\u00ad', '')
    return collections.Counter(re.findall(r'[^\W\d_]+', text))


def squeeze(text):
    return re.sub(r'[\s\u2060\u00ad\u202f\u00a0\-‐]', '', text).lower()


class Odt:
    def __init__(self, path):
        self.archive = zipfile.ZipFile(path)
        self.content = self.read('content.xml')
        self.body = self.content.find(f'.//{{{OFFICE}}}text')

    def read(self, name):
        return xml.etree.ElementTree.fromstring(self.archive.read(name))

    def text(self, node=None):
        """In the order of reading, notes last, without pictures and marks."""
        notes, out = [], io.StringIO()

        def walk(element):
            if element.tag in (DRAW + 'frame', TEXT + 'table-of-content-source', TEXT + 'note-ref', TEXT + 'bookmark-ref'):
                pass
            elif element.tag == TEXT + 'note':
                notes.append(element.find(TEXT + 'note-body'))
            else:
                out.write(element.text or '')
                for child in element:
                    walk(child)
                    out.write(child.tail or '')
            if element.tag in (TEXT + 'p', TEXT + 'h', TEXT + 'number', TEXT + 'tab', TEXT + 'line-break', TEXT + 's'):
                out.write(' ')

        walk(self.body if node is None else node)
        while notes:
            walk(notes.pop(0))
        return out.getvalue()


class Editions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.run_cli('init', '--sample')

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    @classmethod
    def call(cls, *arguments, language='en', **options):
        environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': language, 'HOME': str(cls.folder),
                       'SB_LOCALEDIR': str(BUILD_ROOT / 'po'), 'SB_EXTRACTOR': str(EXTRACTOR)}
        return subprocess.run([str(CLI), '--catalogue', str(cls.folder / 'c.db'), *map(str, arguments)], check=False,
                              env=environment, capture_output=True, encoding='utf-8', timeout=120, **options)

    @classmethod
    def run_cli(cls, *arguments):
        done = cls.call(*arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout

    @classmethod
    @functools.lru_cache(maxsize=None)
    def brief(cls, product, language, ending, *options):
        output = cls.folder / f'{len(list(cls.folder.iterdir()))}.{ending}'
        cls.run_cli('brief', product, '--language', language, '-o', output, *options)
        return output

    @classmethod
    @functools.lru_cache(maxsize=None)
    def page(cls, product, language, *options):
        return Page(cls.brief(product, language, 'html', *options).read_text(encoding='utf-8'))

    @classmethod
    @functools.lru_cache(maxsize=None)
    def odt(cls, product, language, *options):
        return Odt(cls.brief(product, language, 'odt', *options))

    def plain(self, *arguments):
        return self.brief(*arguments[:2], 'txt', *arguments[2:]).read_text(encoding='utf-8')

    def test_same_words(self):
        for product, language in EDITIONS:
            page = self.page(product, language)
            own = words(page.text())
            odt = words(self.odt(product, language).text())
            # The page heads its notes, which stand at the foot of the others.
            if page.all('section', role='doc-endnotes'):
                own.subtract(words('Notes'))
            self.assertEqual(+own, odt)
            pdf = squeeze(subprocess.run(['pdftotext', '-raw', self.brief(product, language, 'pdf'), '-'], check=True,
                                         stdout=subprocess.PIPE, encoding='utf-8').stdout)
            text = squeeze(self.plain(product, language))
            for word in +own:
                for name, whole in (('pdf', pdf), ('text', text)):
                    self.assertTrue(squeeze(word) in whole, f'{product} {language}: no “{word}” in the {name}')

    def test_notes(self):
        """Notes are the same everywhere, stand in their order, and each leads there and back."""
        for product, language in EDITIONS:
            page, odt = self.page(product, language), self.odt(product, language)
            notes = odt.body.findall(f'.//{TEXT}note')
            cited = [int(note.find(TEXT + 'note-citation').text) for note in notes]
            self.assertEqual(cited, list(range(1, len(cited) + 1)))
            section = page.all('section', role='doc-endnotes')
            self.assertEqual(bool(section), product == 'letter')
            self.assertEqual(len(cited) > 0, product == 'letter')
            ids = {note.get(TEXT + 'id') for note in notes}
            for mark in odt.body.findall(f'.//{TEXT}note-ref'):
                self.assertIn(mark.get(TEXT + 'ref-name'), ids)

            marks = page.all('a', role='doc-noteref')
            self.assertGreater(len(marks), 2)
            back = [link['href'] for link in page.all('a', role='doc-backlink')]
            self.assertEqual(sorted(back), sorted('#' + mark['id'] for mark in marks))
            self.assertEqual(len({mark['href'] for mark in marks}), len(page.all('li')) - sum(
                1 for item in page.all('li') if not (item.get('id') or '').startswith('e1-note-') or
                '#' + item['id'] not in {mark['href'] for mark in marks}))
            plain = self.plain(product, language)
            for mark in marks:
                number = mark['href'].rsplit('-', 1)[1]
                self.assertRegex(plain, rf'(?m)^\[{number}\] ')

    def test_page(self):
        for product, language in EDITIONS:
            page = self.page(product, language)
            self.assertEqual(page.stack, [])
            ids = [attributes['id'] for _, attributes in page.elements if 'id' in attributes]
            self.assertEqual(len(ids), len(set(ids)))
            self.assertEqual(page.all('html')[0]['lang'], language)
            self.assertEqual(len(page.all('h1')), 1)
            self.assertEqual(len(page.all('main')), 1)
            self.assertEqual(page.all('script') + page.all('link') + page.all('iframe'), [])
            for tag, attributes in page.elements:
                for name, value in attributes.items():
                    self.assertFalse(name.startswith('on'), (tag, name))
                    if name in ('href', 'xlink:href') and value.startswith('#'):
                        self.assertIn(value[1:], ids)
                    elif name in ('href', 'src', 'xlink:href', 'action'):
                        self.assertTrue(tag == 'a' and value.startswith(('http://', 'https://')), (tag, value))
            for picture in page.all('svg'):
                self.assertEqual(picture['role'], 'img')
                self.assertGreater(len(picture['aria-label']), 20)
            for head in page.all('th'):
                self.assertEqual(head['scope'], 'col')
            levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch('h[1-6]', tag)]
            self.assertEqual(levels[0], 1)
            self.assertTrue(all(2 <= level <= 4 for level in levels[1:]))
        self.assertIn('prefers-color-scheme: dark', self.brief('letter', 'fr', 'html').read_text())
        self.assertGreater(len(self.page('letter', 'fr').all('svg')), 0)

    def test_odt(self):
        for product, language in EDITIONS:
            path, odt = self.brief(product, language, 'odt'), self.odt(product, language)
            self.assertEqual(path.read_bytes()[30:77], b'mimetypeapplication/vnd.oasis.opendocument.text')
            self.assertIsNone(odt.archive.testzip())
            members = set(odt.archive.namelist())
            manifest = odt.read('META-INF/manifest.xml')
            named = {entry.get('{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}full-path') for entry in manifest}
            self.assertEqual(named, members - {'mimetype', 'META-INF/manifest.xml'} | {'/'})
            styles = odt.read('styles.xml')
            known = {style.get(STYLE + 'name') for tree in (styles, odt.content) for style in tree.iter()
                     if style.tag in (STYLE + 'style', TEXT + 'list-style')}
            for element in odt.body.iter():
                for key, value in element.attrib.items():
                    if key.endswith('}style-name') or key == STYLE + 'parent-style-name':
                        self.assertIn(value, known)
                    if key.endswith('}href') and value.startswith('Pictures/'):
                        self.assertIn(value, members)
            default = styles.find(f'.//{STYLE}default-style/{STYLE}text-properties')
            self.assertEqual(default.get(FO + 'language'), language)
            self.assertEqual(odt.read('meta.xml').find('.//{http://purl.org/dc/elements/1.1/}language').text[:2], language)
            for frame in odt.body.iter(DRAW + 'frame'):
                self.assertGreater(len(frame.find(SVG + 'desc').text), 20)
            for table in odt.body.iter(TABLE + 'table'):
                self.assertGreater(len(table.findall(f'.//{TABLE}table-row')), 0)
            self.assertIsNotNone(styles.find(f'.//{TEXT}page-count'))
        heads = self.odt('letter', 'fr').body.findall(f'.//{TABLE}table-header-rows')
        self.assertGreater(len(heads), 5)
        contents = self.odt('letter', 'fr').body.find(f'.//{TEXT}table-of-content')
        names = {mark.get(TEXT + 'name') for mark in self.odt('letter', 'fr').body.iter(TEXT + 'bookmark-start')}
        pages = contents.findall(f'.//{TEXT}bookmark-ref')
        self.assertGreater(len(pages), 20)
        self.assertTrue(all(page.get(TEXT + 'ref-name') in names for page in pages))

    def test_odt_measures(self):
        """Titles are as large as on the page: on a sheet, dense ones, else its pages are too few."""
        for product, sizes in (('situation', ('18.00pt', '10.00pt', '8.40pt')), ('note', ('21.00pt', '15.00pt', '10.00pt'))):
            odt = self.odt(product, 'fr')
            self.assertNotIn(b'@', odt.archive.read('styles.xml'))
            for name, size in zip(('Title', 'Heading_20_1', 'Heading_20_2'), sizes):
                style = odt.read('styles.xml').find(f'.//{STYLE}style[@{STYLE}name="{name}"]/{STYLE}text-properties')
                self.assertEqual(style.get(FO + 'font-size'), size)

    def test_ordinals(self):
        """“1er” is raised as it is on the page."""
        self.assertIn('1<span class="ordinal">er</span>', self.brief('letter', 'fr', 'html').read_text(encoding='utf-8'))
        raised = self.odt('letter', 'fr').body.findall(f'.//{TEXT}span[@{TEXT}style-name="Ordinal"]')
        self.assertEqual({span.text for span in raised}, {'er'})

    def test_own_reader(self):
        """The program takes the text out of what it wrote."""
        for ending in ('odt', 'html', 'txt'):
            found = json.loads(self.run_cli('extract', '--json', '--whole', self.brief('letter', 'fr', ending)))
            for part in ('Kidal échappe à l’armée', 'Alliance tactique scellée', 'Proposer des partenariats'):
                self.assertIn(part, found['text'].replace('\u2060', ''), ending)
            if ending != 'txt':
                self.assertIn('ce que change le 25', found['title'])
                self.assertGreater(sum(1 for block in found['blocks'] if block['kind'] == 'heading'), 20)

    def test_plain_text(self):
        for product, language in EDITIONS:
            text = self.plain(product, language)
            for line in text.split('\n'):
                self.assertEqual(line, line.rstrip())
                self.assertTrue(len(line) <= 74 or ' ' not in line.strip(), line)
            self.assertNotRegex(text, r'[\x00-\x09\x0b-\x1f\x7f\u2060\u00ad]|\n\n\n\n')
        text = self.plain('letter', 'fr')
        self.assertIn('Mali\u00a0: ce que change', text)
        self.assertRegex(text, r'(?m)^Mesure +Conditions +Depuis +Imposé par$')
        self.assertRegex(text, r'(?m)^I\.\u00a0Ce qui s’est passé\n=+$')

    def test_both(self):
        """French first, then English, each in its language, with notes and places of its own."""
        page = self.page('letter', 'both')
        self.assertEqual([article['lang'] for article in page.all('article')], ['fr', 'en'])
        ids = [attributes['id'] for _, attributes in page.elements if 'id' in attributes]
        self.assertEqual(len(ids), len(set(ids)))
        self.assertEqual([link['hreflang'] for link in page.all('a') if 'hreflang' in link], ['fr', 'en'])
        odt = self.odt('letter', 'both')
        automatic = {style.get(STYLE + 'name'): style for style in odt.content.iter(STYLE + 'style')}
        paragraph = next(element for element in odt.body.iter(TEXT + 'p') if 'gathers what is known' in ''.join(element.itertext()))
        language = automatic[paragraph.get(TEXT + 'style-name')].find(STYLE + 'text-properties').get(FO + 'language')
        self.assertEqual(language, 'en')
        restarts = [element for element in odt.body.iter(TEXT + 'h') if element.get(TEXT + 'restart-numbering')]
        self.assertEqual(len(restarts), 1)
        text = self.plain('letter', 'both')
        self.assertLess(text.index('Résumé exécutif'), text.index('Executive summary'))
        single = words(self.odt('letter', 'fr').text()) + words(self.odt('letter', 'en').text())
        self.assertEqual(words(odt.text()), single)

    def test_columns(self):
        """What belongs together stands at one height, French left; each column has its notes; a picture stands once."""
        pdf = self.brief('letter', 'columns', 'pdf')
        pages = subprocess.run(['pdftotext', '-layout', pdf, '-'], check=True, stdout=subprocess.PIPE, encoding='utf-8').stdout
        for left, right in (('Résumé exécutif', 'Executive summary'), ('Table des matières', 'Contents'),
                            ('I. Ce qui s’est passé', 'I. What happened'), ('Conclusion', 'Conclusion'),
                            ('« Crise malienne', '“Crise malienne')):
            self.assertRegex(re.sub('[\u00a0\u202f]', ' ', pages), rf'(?m)^.*{re.escape(left)}.* {re.escape(right)}')
        self.assertEqual(len(re.findall('Places hit,', pages)), 1)
        self.assertRegex(pages, 'Lieux touchés.* · Places hit')
        answer = json.loads(self.run_cli('brief', 'press', '--language', 'columns', '--json', '-o', self.folder / 'p.pdf'))
        self.assertEqual((answer['language'], len(answer['editions'])), ('columns', 2))
        done = self.call('brief', 'press', '--language', 'columns', '-o', self.folder / 'p.odt')
        self.assertEqual((done.returncode, done.stderr.splitlines()[0]), (2, '--language columns is for PDF files.'))

    def test_hostile(self):
        """What is typed is text, whatever it looks like."""
        options = ('--title', HOSTILE, '--author', HOSTILE, '--institution', HOSTILE, '--marking', HOSTILE,
                   '--contacts', HOSTILE, '--distribution', HOSTILE)
        shown = 'Une <script>alert(1)</script> & "deux" ]]> <!--'.split()
        for product in ('letter', 'situation'):
            page = self.page(product, 'fr', *options)
            self.assertEqual(page.stack, [])
            self.assertEqual(page.all('script'), [])
            self.assertIn('<script>alert(1)</script>', ' '.join(data for tags, _, data in page.texts if 'title' in tags))
            self.assertIn('<script>alert(1)</script>', page.text())
            odt = self.odt(product, 'fr', *options)
            for name in ('content.xml', 'styles.xml', 'meta.xml'):
                self.assertIn('<script>alert(1)</script>', ' '.join(odt.read(name).itertext()), name)
            self.assertNotRegex(self.plain(product, 'fr', *options), r'[\x00-\x09\x0b-\x1f]')
            for part in shown[1:3]:
                self.assertIn(part, self.plain(product, 'fr', *options))

    def test_format(self):
        for name, start in (('odt', b'PK\x03\x04'), ('html', b'<!DOCTYPE html>'), ('pdf', b'%PDF-'), ('text', b'SahelBrief')):
            output = self.folder / 'without-ending'
            self.run_cli('brief', 'press', '--language', 'fr', '--format', name, '-o', output)
            self.assertTrue(output.read_bytes().lstrip().startswith(start), name)
        self.assertEqual(self.call('brief', 'press', '--language', 'fr', '-o', 'x.docx').returncode, 2)
        done = self.call('brief', 'press', '--language', 'fr', '--format', 'docx', '-o', 'x')
        self.assertEqual((done.returncode, done.stderr.splitlines()[0]), (2, '--format needs pdf, odt, html or text.'))

    def test_no_room(self):
        """The file is there whole, or it is what it was, and one sentence says why."""
        for ending in ('odt', 'html', 'txt'):
            with self.subTest(ending=ending):
                done = self.call('brief', 'press', '--language', 'fr', '-o', self.folder / 'nowhere' / f'x.{ending}')
                self.assertEqual((done.returncode, done.stdout), (1, ''))
                self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)

                kept = self.folder / f'kept.{ending}'
                kept.write_text('before')

                def limit():
                    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

                done = self.call('brief', 'press', '--language', 'fr', '-o', kept, preexec_fn=limit)
                self.assertEqual((done.returncode, done.stdout), (1, ''), done.stderr)
                self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
                self.assertEqual(kept.read_text(), 'before')

    @unittest.skipUnless('--office' in sys.argv and shutil.which('soffice'), 'LibreOffice is not asked')
    def test_office_pages(self):
        """What may have so many pages has no more of them in LibreOffice."""
        for product, most in (('situation', 2), ('press', 1)):
            for language in ('fr', 'en'):
                output = self.brief(product, language, 'odt')
                subprocess.run(['soffice', f'-env:UserInstallation=file://{self.folder}/office', '--headless', '--convert-to',
                                'pdf', '--outdir', self.folder, output], check=True, capture_output=True, timeout=600)
                told = subprocess.run(['pdfinfo', output.with_suffix('.pdf')], check=True, stdout=subprocess.PIPE,
                                      encoding='utf-8').stdout
                self.assertLessEqual(int(re.search(r'^Pages: +(\d+)', told, re.M).group(1)), most, (product, language))

    @unittest.skipUnless('--office' in sys.argv and shutil.which('soffice'), 'LibreOffice is not asked')
    def test_office(self):
        """LibreOffice opens the ODT, numbers its headings as we do, and finds the pages of the contents."""
        output = self.brief('letter', 'both', 'odt')
        subprocess.run(['soffice', f'-env:UserInstallation=file://{self.folder}/office', '--headless', '--convert-to', 'pdf',
                        '--outdir', self.folder, output], check=True, capture_output=True, timeout=600)
        pages = subprocess.run(['pdftotext', '-layout', output.with_suffix('.pdf'), '-'], check=True, stdout=subprocess.PIPE,
                               encoding='utf-8').stdout.split('\f')
        whole = re.sub(r'[\u00a0\u202f]', ' ', '\n'.join(pages))
        entries = re.findall(r'^ *([IV]+(?:\.\d+(?:\.[a-z])?)?)\.? +(\S.*?)\.{3,} *(\d+)$', whole, re.M)
        self.assertGreaterEqual(len(entries), 60)
        for label, heading, page in entries:
            with self.subTest(heading=heading):
                there = re.sub(r'\s+', ' ', pages[int(page) - 1])
                self.assertIn((label + ('. ' if '.' not in label else ' ') + heading)[:40], there)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1] + [argument for argument in sys.argv[3:] if argument != '--office'])
