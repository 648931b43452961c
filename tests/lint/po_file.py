# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Reads a gettext catalogue (.po or .pot) into messages."""
import ast
import re
from dataclasses import dataclass, field

_LINE = re.compile(r'(msgctxt|msgid|msgid_plural|msgstr)(?:\[(\d+)\])?\s+(".*")\s*$')


@dataclass
class Message:
    """One message: what is translated, and into what."""
    line: int = 0
    context: str = ''
    singular: str = ''
    plural: str = ''
    translations: list = field(default_factory=list)
    fuzzy: bool = False

    @property
    def key(self):
        """What makes a message the same as another one."""
        return (self.context, self.singular)

    @property
    def is_translated(self):
        """Every form has a text that somebody has looked at."""
        return not self.fuzzy and bool(self.translations) and all(self.translations)


def _add(message, part, text):
    if part == 'msgstr':
        message.translations[-1] += text
    else:
        name = {'msgctxt': 'context', 'msgid': 'singular', 'msgid_plural': 'plural'}[part]
        setattr(message, name, getattr(message, name) + text)


def read(path):
    """The messages of a catalogue without its header and its obsolete ones."""
    messages = []
    message = Message()
    part = None
    for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
        match = _LINE.match(line)
        if match is not None:
            if match[1] in ('msgctxt', 'msgid') and message.translations:
                messages.append(message)
                message = Message(fuzzy=False)
            if match[1] == 'msgid':
                message.line = number
            part = match[1]
            if part == 'msgstr':
                message.translations.append('')
            _add(message, part, ast.literal_eval(match[3]))
        elif line.startswith('"') and part is not None:
            _add(message, part, ast.literal_eval(line))
        elif line.startswith('#'):
            if message.translations:
                messages.append(message)
                message = Message()
                part = None
            if line.startswith('#,') and 'fuzzy' in line:
                message.fuzzy = True
    if message.translations:
        messages.append(message)
    return [m for m in messages if m.singular != '']
