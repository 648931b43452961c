#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Proves that each lint can fail: a small tree with one fault must be refused,
and the same tree without it must pass."""
import pathlib
import shutil
import sys
import tempfile
import unittest

import data
import dossier_format
import format as format_lint
import includes
import scripts
import sql
import style
import translations

SOURCE_ROOT = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None

LICENCE = ('/* SPDX-License-Identifier: GPL-3.0-or-later\n'
           ' * Copyright 2026 The SahelBrief authors */\n')
GOOD_SOURCE = LICENCE + '''#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-thing.h"

/* Says goto, abort () and "gchar": none of it is code. */
int
sb_thing (void)
{
  return 1;
}
'''
GOOD_HEADER = LICENCE + '#pragma once\n\nint sb_thing (void);\n'
TABLE = ('| layer | layers | libraries | never |\n|---|---|---|---|\n'
         '| `src/base` | — | glib | — |\n| `src/geo` | base | glib sqlite3 | — |\n'
         '| `src/feeds` | base | glib libsoup | — |\n')


class LintCase(unittest.TestCase):
    """A tree in a folder of its own, good until a case spoils it."""

    def setUp(self):
        self._folder = tempfile.TemporaryDirectory()
        self.addCleanup(self._folder.cleanup)
        self.root = pathlib.Path(self._folder.name)
        self.write('src/geo/sb-thing.c', GOOD_SOURCE)
        self.write('src/geo/sb-thing.h', GOOD_HEADER)
        self.write('docs/architecture.md', TABLE)
        if SOURCE_ROOT is not None:
            shutil.copy(SOURCE_ROOT / '.clang-format', self.root)

    def write(self, name, text):
        """Writes one file of the tree."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding='utf-8')

    def spoil(self, old, new):
        """Replaces a piece of the good source."""
        self.assertIn(old, GOOD_SOURCE)
        self.write('src/geo/sb-thing.c', GOOD_SOURCE.replace(old, new))

    def assert_refused(self, lint, words):
        """The lint finds at least one problem that has these words."""
        problems = list(lint(self.root))
        self.assertTrue(any(words in problem for problem in problems), problems)

    def assert_passes(self, lint):
        """The lint finds nothing."""
        self.assertEqual(list(lint(self.root)), [])


class Includes(LintCase):
    """includes.py"""

    def include(self, line):
        """The good source with one more include."""
        self.spoil('#include "sb-thing.h"', '#include "sb-thing.h"\n' + line)

    def test_good(self):
        self.include('#include <gio/gio.h>\n#include <sqlite3.h>\n#include <math.h>')
        self.assert_passes(includes.lint)

    def test_upward(self):
        self.write('src/feeds/sb-feed.h', GOOD_HEADER)
        self.include('#include "sb-feed.h"')
        self.assert_refused(includes.lint, 'may not include "sb-feed.h" of src/feeds')

    def test_library(self):
        self.include('#include <gtk/gtk.h>')
        self.assert_refused(includes.lint, 'may not use gtk')

    def test_unknown_library(self):
        self.include('#include <curl/curl.h>')
        self.assert_refused(includes.lint, 'no library')

    def test_unknown_header(self):
        self.include('#include "sb-nowhere.h"')
        self.assert_refused(includes.lint, 'no header of any layer')

    def test_unknown_layer(self):
        self.write('src/extra/sb-extra.h', GOOD_HEADER)
        self.assert_refused(includes.lint, 'no row for src/extra')

    def test_commented(self):
        self.include('/* #include <gtk/gtk.h> */')
        self.assert_passes(includes.lint)


class Style(LintCase):
    """style.py"""

    def test_good(self):
        self.assert_passes(style.lint)

    def test_top(self):
        cases = ((LICENCE, '', 'licence'),
                 ('"sb-geo"', '"sb-base"', 'G_LOG_DOMAIN'),
                 ('#include "config.h"\n', '', '"config.h" is included first'))
        for old, new, words in cases:
            with self.subTest(words):
                self.spoil(old, new)
                self.assert_refused(style.lint, words)

    def test_pragma(self):
        self.write('src/geo/sb-thing.h', GOOD_HEADER.replace('#pragma once\n', ''))
        self.assert_refused(style.lint, 'no #pragma once')

    def test_banned(self):
        for code in ('g_error ("no");', 'abort ();', 'sprintf (a, "b");', 'strcpy (a, b);',
                     'strcat (a, b);', 'gchar *a;', 'gint a;', 'goto out;', 'g_print ("a");',
                     'printf ("a");', 'if (a == TRUE) b ();', 'setlocale (LC_ALL, "");',
                     '// a', '/* TODO: all of it. */'):
            with self.subTest(code):
                self.spoil('return 1;', code + '\n  return 1;')
                self.assertNotEqual(list(style.lint(self.root)), [])

    def test_allowed_where_it_belongs(self):
        source = GOOD_SOURCE.replace('sb-geo', 'sb-cli').replace('return 1;', 'printf ("1");')
        self.write('src/cli/sb-print.c', source)
        self.assert_passes(style.lint)

    def test_program_prints(self):
        self.spoil('return 1;\n}\n', 'return 1;\n}\n\nint\nmain (void)\n{\n  puts ("1");\n}\n')
        self.assert_passes(style.lint)

    def test_long_function(self):
        self.spoil('  return 1;\n', '  sb_thing ();\n' * (style.MAX_FUNCTION_LINES + 1))
        self.assert_refused(style.lint, 'sb_thing has 101 lines')

    def test_long_by_nature(self):
        source = GOOD_SOURCE.replace('  return 1;\n', '  sb_thing ();\n' * 300)
        self.write('src/geo/sb-thing.c', source.replace('sb_thing (void)\n{',
                                                        'sb_thing_class_init (void)\n{'))
        self.assert_passes(style.lint)

    def test_long_file(self):
        self.spoil('int\n', '/* One more line. */\n' * style.MAX_FILE_LINES + 'int\n')
        self.assert_refused(style.lint, 'split the file')

    def test_name(self):
        for name in ('sb-geo-utils.c', 'sb-helpers.c', 'sb-common.c', 'sb-misc.c'):
            with self.subTest(name):
                self.write('src/geo/' + name, GOOD_SOURCE)
                self.assert_refused(style.lint, name + ':1: a file is named')


class Format(LintCase):
    """format.py"""

    def test_good(self):
        self.assert_passes(format_lint.lint)

    def test_bad(self):
        self.spoil('sb_thing (void)\n{', 'sb_thing( void ) {')
        self.assert_refused(format_lint.lint, 'sb-thing.c')


class Scripts(LintCase):
    """scripts.py"""

    def test_good(self):
        self.write('run', '#!/bin/bash\necho "$1"\n')
        self.write('tools/a.py', 'print(1)\n')
        self.assert_passes(scripts.lint)

    def test_shell(self):
        self.write('run', '#!/bin/bash\ncd $1\n')
        self.assert_refused(scripts.lint, 'run:2')

    def test_python(self):
        self.write('tools/a.py', 'print(1\n')
        self.assert_refused(scripts.lint, 'tools/a.py:1')


class Translations(LintCase):
    """translations.py"""

    PO = ('msgid ""\nmsgstr ""\n"Project-Id-Version: sahel-brief\\n"\n'
          '"PO-Revision-Date: 2026-11-21 12:00+0000\\n"\n"Last-Translator: A <a@example.org>\\n"\n'
          '"Language-Team: French\\n"\n"Language: fr\\n"\n"MIME-Version: 1.0\\n"\n'
          '"Content-Type: text/plain; charset=UTF-8\\n"\n'
          '"Content-Transfer-Encoding: 8bit\\n"\n'
          '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n')

    def setUp(self):
        super().setUp()
        self.spoil('return 1;', 'show (_ ("Open"));\n  return 1;')
        self.write('po/POTFILES.in', 'src/geo/sb-thing.c\n')
        self.write('po/LINGUAS', 'fr\n')
        self.po('msgid "Open"\nmsgstr "Ouvrir"\n')

    def po(self, messages):
        """Writes the French catalogue."""
        self.write('po/fr.po', self.PO + messages)

    def test_good(self):
        self.assert_passes(translations.lint)

    def test_missing(self):
        self.po('')
        self.assert_refused(translations.lint, 'is missing: “Open”')

    def test_untranslated(self):
        self.po('msgid "Open"\nmsgstr ""\n')
        self.assert_refused(translations.lint, 'not translated: “Open”')

    def test_fuzzy(self):
        self.po('#, fuzzy\nmsgid "Open"\nmsgstr "Ouvrir"\n')
        self.assert_refused(translations.lint, 'not translated: “Open”')

    def test_broken_format(self):
        self.spoil('return 1;', 'show (_ ("%d km"));\n  return 1;')
        self.po('#, c-format\nmsgid "%d km"\nmsgstr "%s km"\n')
        self.assert_refused(translations.lint, 'msgfmt')

    def test_unlisted_file(self):
        self.write('src/geo/sb-other.c', GOOD_SOURCE.replace('return 1;', 'show (_ ("Open"));'))
        self.assert_refused(translations.lint, 'POTFILES.in does not list src/geo/sb-other.c')

    def test_listed_in_vain(self):
        self.write('po/POTFILES.in', 'src/geo/sb-thing.c\nsrc/geo/sb-gone.c\n')
        self.assert_refused(translations.lint, 'sb-gone.c')

    def test_context(self):
        self.spoil('return 1;', 'show (C_ ("verb", "Open"));\n  return 1;')
        self.assert_refused(translations.lint, 'is missing: “Open”')

    def test_space_before_colon(self):
        self.spoil('return 1;', 'show (_ ("State:"));\n  return 1;')
        self.po('msgid "State:"\nmsgstr "État :"\n')
        self.assert_refused(translations.lint, 'no-break space')


class Sql(LintCase):
    """sql.py"""

    QUERY = '-- Finds a thing by its name.\n-- Parameters: name. Columns: id.\n' \
            "SELECT id FROM thing WHERE name = :name AND kind <> 'a;b?'\n"
    TABLE = '-- A thing.\nCREATE TABLE thing (\n  id INTEGER PRIMARY KEY\n) STRICT;\n'

    def setUp(self):
        super().setUp()
        self.write('src/geo/queries/find-thing.sql', self.QUERY)
        self.write('src/geo/migrations/001.sql', self.TABLE)

    def test_good(self):
        self.assert_passes(sql.lint)

    def test_query(self):
        cases = (('-- Finds a thing by its name.\n-- Parameters: name. Columns: id.\n', '', 'begins with'),
                 ('-- Parameters: name. Columns: id.\n', '', 'what its parameters are'),
                 (':name', '?', 'parameters have names'),
                 ('SELECT id', 'DELETE FROM thing; SELECT id', 'one statement'))
        for old, new, words in cases:
            with self.subTest(words):
                self.write('src/geo/queries/find-thing.sql', self.QUERY.replace(old, new))
                self.assert_refused(sql.lint, words)

    def test_table(self):
        self.write('src/geo/migrations/001.sql', self.TABLE.replace(' STRICT', ''))
        self.assert_refused(sql.lint, 'thing is not STRICT')
        self.write('src/geo/migrations/001.sql', self.TABLE.replace('-- A thing.', ''))
        self.assert_refused(sql.lint, 'nothing says what thing is')

    def test_numbers(self):
        self.write('src/geo/migrations/003.sql', self.TABLE)
        self.assert_refused(sql.lint, 'without a gap')

    def test_in_c(self):
        self.spoil('return 1;', 'run ("SELECT id FROM thing");\n  return 1;')
        self.assert_refused(sql.lint, 'sb-thing.c:13: SQL belongs in a .sql file')


class Data(LintCase):
    """data.py"""

    DESKTOP = ('[Desktop Entry]\nType=Application\nName=Thing\nComment=A thing\n'
               'Exec=thing\nCategories=Office;\n')
    SCHEMA = ('<schemalist><schema id="a.b" path="/a/b/"><key name="c" type="i">'
              '<default>1</default></key></schema></schemalist>\n')
    ICON = ('<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16">'
            '<path fill="#2e3436" d="M0 0 h4 v4 z"/></svg>\n')

    def setUp(self):
        super().setUp()
        self.write('po/LINGUAS', 'fr\n')
        self.write('po/fr.po', Translations.PO + 'msgid "A thing"\nmsgstr "Une chose"\n')

    def test_desktop(self):
        self.write('data/a.desktop.in', self.DESKTOP)
        self.assert_passes(data.lint)
        self.write('data/a.desktop.in', self.DESKTOP.replace('Office', 'Sahel'))
        self.assert_refused(data.lint, 'Sahel')

    def test_desktop_in_english_only(self):
        self.write('data/a.desktop.in', self.DESKTOP.replace('A thing', 'Another'))
        self.assert_refused(data.lint, 'nothing of it is in French')

    def test_metainfo(self):
        self.write('data/a.metainfo.xml.in', '<component><id>a</id></component>\n')
        self.assert_refused(data.lint, 'a.metainfo.xml')

    def test_schema(self):
        self.write('src/a.c', LICENCE + 'static const char *const keys[] = { "c" };\n')
        self.write('data/a.gschema.xml', self.SCHEMA)
        self.assert_passes(data.lint)
        self.write('data/a.gschema.xml', self.SCHEMA.replace('>1<', '>one<'))
        self.assert_refused(data.lint, 'data: ')

    def test_xml(self):
        self.write('ui/a.ui', '<interface></interface>\n')
        self.assert_passes(data.lint)
        self.write('ui/a.ui', '<interface>\n')
        self.assert_refused(data.lint, 'ui/a.ui:1')

    def test_icon(self):
        self.write('data/icons/a-symbolic.svg', self.ICON)
        self.assert_passes(data.lint)
        self.write('data/icons/a-symbolic.svg', self.ICON.replace('#2e3436', '#b5532a'))
        self.assert_refused(data.lint, 'no colour')

    def test_icon_list(self):
        self.write('data/icons/sb-a-symbolic.svg', self.ICON)
        self.write('data/icons/icons.gresource.xml', '<gresources/>\n')
        self.assert_refused(data.lint, 'sb-a-symbolic.svg is listed or there')

    def test_unread(self):
        self.write('data/a.gschema.xml', self.SCHEMA)
        self.assert_refused(data.lint, 'nothing reads the key "c"')

    def test_unread_of_service(self):
        self.write('data/a.gschema.xml', self.SCHEMA.replace('"c"', '"sun-address"'))
        self.write('src/a.c', LICENCE + 'g_strconcat (name, "-address", NULL);\n')
        self.assert_passes(data.lint)

    def test_unseen_icon(self):
        self.write('data/icons/sb-a-symbolic.svg', self.ICON)
        self.write('data/icons/icons.gresource.xml', '<file>sb-a-symbolic.svg</file>\n')
        self.assert_refused(data.lint, 'nothing shows the icon')
        self.write('ui/a.ui', '<interface><!-- sb-a-symbolic --></interface>\n')
        self.assert_passes(data.lint)


class DossierFormat(LintCase):
    """dossier_format.py"""

    DOMAIN = LICENCE + '''static const SbField fields[] = {
  [SB_THING_NAME] = { .name = "name", .type = SB_FIELD_BILINGUAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("Name") },
  [SB_THING_SIZE] = { .name = "size", .type = SB_FIELD_REAL, .label = N_ ("Size") },
};

const SbSchema sb_thing_schema = {
  .kind = SB_KIND_THING,
  .fields = fields,
};
'''
    PAGE = '### thing\n\n| member | holds |\n|---|---|\n| `name`* | bilingual |\n| `size` | number |\n'

    def setUp(self):
        super().setUp()
        self.write('src/domain/sb-thing.c', self.DOMAIN)
        self.write('tools/make-sample.py', (SOURCE_ROOT / 'tools/make-sample.py').read_text(encoding='utf-8'))
        self.write('docs/dossier-format.md', self.PAGE)

    def test_good(self):
        self.assert_passes(dossier_format.lint)

    def test_faults(self):
        cases = [
            ('| `size` | number |\n', '', 'thing needs the row | `size` | number |'),
            ('| `size` | number |\n', '| `size` | text |\n', 'thing has no such row: | `size` | text |'),
            ('### thing', '### nothing', 'nothing says what a thing holds'),
            ('| `name`* | bilingual |\n| `size` | number |', '| `size` | number |\n| `name`* | bilingual |', 'another order'),
        ]
        for old, new, words in cases:
            with self.subTest(words):
                self.write('docs/dossier-format.md', self.PAGE.replace(old, new))
                self.assert_refused(dossier_format.lint, words)


if __name__ == '__main__':
    unittest.main(verbosity=1)
