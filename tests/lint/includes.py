#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Holds the includes of src/ to the table of layers in docs/architecture.md.

A layer may include headers of the layers its row names and of the libraries
its row names; the C library is free to all. A header that no table knows is
refused, so that a new dependency is a decision.
"""
import re

import source_tree

_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)

# Which library a system header belongs to: the first pattern that matches.
_LIBRARIES = (
    (re.compile(r'gio/gunix|gio/gdesktopappinfo'), 'gio-unix'),
    (re.compile(r'(glib|gobject|gmodule|gio)(/|\.h|-object\.h|-unix\.h)'), 'glib'),
    (re.compile(r'glib/|gobject/|gio/'), 'glib'),
    (re.compile(r'sqlite3\.h'), 'sqlite3'),
    (re.compile(r'libsoup/'), 'libsoup'),
    (re.compile(r'expat\.h'), 'expat'),
    (re.compile(r'json-glib/'), 'json-glib'),
    (re.compile(r'csv\.h'), 'libcsv'),
    (re.compile(r'gumbo\.h'), 'gumbo'),
    (re.compile(r'poppler(/|\.h)|(PDFDoc|GlobalParams|TextOutputDev)\.h'), 'poppler'),
    (re.compile(r'gmime/'), 'gmime'),
    (re.compile(r'archive(_entry)?\.h'), 'libarchive'),
    (re.compile(r'libexttextcat/'), 'exttextcat'),
    (re.compile(r'libstemmer\.h'), 'stemmer'),
    (re.compile(r'graphviz/'), 'graphviz'),
    (re.compile(r'libsecret/'), 'libsecret'),
    (re.compile(r'hyphen\.h'), 'hyphen'),
    (re.compile(r'enchant\.h'), 'enchant'),
    (re.compile(r'cmark'), 'cmark'),
    (re.compile(r'pango/|cairo'), 'pangocairo'),
    (re.compile(r'pixman\.h'), 'pixman'),
    (re.compile(r'jpeglib\.h'), 'jpeg'),
    (re.compile(r'fontconfig/'), 'fontconfig'),
    (re.compile(r'gdk-pixbuf/'), 'gdk-pixbuf'),
    (re.compile(r'webp/'), 'webp'),
    (re.compile(r'(gtk|gdk|gsk)/|graphene'), 'gtk'),
    (re.compile(r'adwaita\.h'), 'libadwaita'),
    (re.compile(r'shumate/'), 'libshumate'),
)

_C_LIBRARY = re.compile(
    r'(sys/(types|stat|wait|resource|time|mman|file|statvfs|prctl|socket|syscall|utsname)|'
    r'netinet/(in|tcp)|arpa/inet|linux/(seccomp|landlock|tcp)|'
    r'assert|ctype|dirent|errno|fcntl|float|iconv|inttypes|langinfo|libintl|limits|locale|malloc|math|poll|pthread|'
    r'sched|setjmp|signal|stdarg|stdatomic|stdbool|stddef|stdint|stdio|stdlib|string|strings|termios|time|'
    r'unistd|wchar)\.h')

# Headers that the build makes.
_GENERATED = re.compile(r'config\.h|sb-[a-z-]+-(resources|enums|marshal)\.h')


def read_table(root):
    """The table of layers: layer → (layers, libraries) that it may include."""
    table = {}
    for line in (root / 'docs/architecture.md').read_text(encoding='utf-8').splitlines():
        cells = [cell.strip() for cell in line.strip().strip('|').split('|')]
        match = re.fullmatch(r'`src/([a-z]+)`', cells[0])
        if match is not None and len(cells) == 4:
            table[match[1]] = (set(re.findall(r'[a-z]+', cells[1])),
                               set(re.findall(r'[a-z0-9-]+', cells[2])))
    return table


def _library_of(header):
    return next((name for pattern, name in _LIBRARIES if pattern.match(header)), None)


def _check_ours(header, layer, owners, layers):
    owner = owners.get(header)
    if owner is None and _GENERATED.fullmatch(header) is None:
        return f'"{header}" is no header of any layer'
    if owner is not None and owner != layer and owner not in layers:
        return f'src/{layer} may not include "{header}" of src/{owner}'
    return None


def _check_system(header, layer, libraries):
    library = _library_of(header)
    if library is None and _C_LIBRARY.fullmatch(header) is None:
        return f'<{header}> belongs to no library that tests/lint/includes.py knows'
    if library is not None and library not in libraries:
        return f'src/{layer} may not use {library}: <{header}>'
    return None


def lint(root):
    """Yields the includes that go against the table."""
    table = read_table(root)
    paths = source_tree.files(root, ['src'], ('.c', '.cpp', '.h'))
    owners = {}
    for path in paths:
        if path.suffix == '.h':
            if path.name in owners:
                yield f'{source_tree.relative(root, path)}:1: a second header of that name'
            owners[path.name] = path.relative_to(root).parts[1]

    for path in paths:
        layer = path.relative_to(root).parts[1]
        if layer not in table:
            yield f'{source_tree.relative(root, path)}:1: docs/architecture.md has no row for src/{layer}'
            continue
        layers, libraries = table[layer]
        text = source_tree.without_comments(path.read_text(encoding='utf-8'))
        for match in _INCLUDE.finditer(text):
            if match[1] == '"':
                problem = _check_ours(match[2], layer, owners, layers)
            else:
                problem = _check_system(match[2], layer, libraries)
            if problem is not None:
                yield (f'{source_tree.relative(root, path)}:'
                       f'{source_tree.line_of(text, match.start())}: {problem}')


if __name__ == '__main__':
    source_tree.run(lint)
