# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""What a sound sample cannot hold, though every field is of its type: a passage
that nothing rests on, a date that its own wording denies, an event that its
document is too old to know. Each check yields one sentence a fault."""

import calendar
import re

MONTHS = {name: number for number, name in enumerate(
    ('janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre',
     'novembre', 'décembre'), 1)}
# Of EDTF, with the first month of each in the northern hemisphere.
SEASONS = {'printemps': (21, 3), 'été': (22, 6), 'automne': (23, 9), 'hiver': (24, 12)}
# Not the participle “été”: what is a season has an article or a year.
SEASON = re.compile(rf"(?:l'|l’|le |cet |en )({'|'.join(SEASONS)})|({'|'.join(SEASONS)}) \d{{4}}")
# What is named by nothing else is there for nothing, but for countries: a text may name one in passing.
NAMED = ('source', 'place', 'scenario')
# When a record begins; a document cannot tell of what began after it.
BEGINS = {'event': 'date', 'restriction': 'since', 'control': 'since', 'relation': 'since', 'alliance': 'since'}
# Bilingual texts that are sentences.
SENTENCES = ('summary', 'reasons', 'effects', 'retained', 'durability_reason', 'proposition', 'action')
LONG_NAME = 5  # words: what is longer is not the same in both languages


# Dates.

def read_part(part):
    """The first and the last day of one date of EDTF, as triples, or None when it is open."""
    part = part.rstrip('?~%')
    if part in ('', '..'):
        return None
    year, *rest = part.split('-')
    numbers = [int(number) for number in rest if number != 'XX']
    first, last = int(year.replace('X', '0')), int(year.replace('X', '9'))
    if not numbers:
        return (first, 1, 1), (last, 12, 31)
    month = numbers[0]
    if 21 <= month <= 24:
        month = dict(SEASONS.values())[month]
        return (first, month, 1), (first + (month == 12), (month + 1) % 12 + 1, 28)
    if not 1 <= month <= 12:
        raise ValueError('no such month')
    days = calendar.monthrange(first, month)[1]
    if len(numbers) == 1:
        return (first, month, 1), (first, month, days)
    if not 1 <= numbers[1] <= days:
        raise ValueError('no such day')
    return (first, month, numbers[1]), (first, month, numbers[1])


def read_days(date):
    """The first and the last day, each None where the date is open."""
    parts = [read_part(part) for part in date['edtf'].split('/')]
    first = parts[0][0] if parts[0] is not None else None
    last = parts[-1][1] if parts[-1] is not None else None
    if first is not None and last is not None and first > last:
        raise ValueError('ends before it begins')
    return first, last


def check_wording(date):
    """What the wording of a date says of year, month and season has to be in the date."""
    text = date.get('text', '').lower()
    parts = [part.rstrip('?~%').split('-') for part in date['edtf'].split('/')]
    months = {int(part[1]) for part in parts if len(part) > 1 and part[1] != 'XX'}
    years = {part[0] for part in parts}
    wrong = [word for word in re.findall(r'\w+', text) if word in MONTHS and MONTHS[word] not in months]
    wrong += [word for pair in SEASON.findall(text) for word in pair if word and SEASONS[word][0] not in months]
    wrong += [word for word in re.findall(r'\b(?:19|20)\d\d\b', text)
              if not any(re.fullmatch(year.replace('X', '.'), word) for year in years)]
    for word in wrong:
        yield f'“{date["text"]}” is not {date["edtf"]}: {word}'


def walk(value):
    """All objects of a line, itself first."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from walk(item)


def check_dates(sample):
    for (kind, key), line in sample.records.items():
        for item in walk(line):
            if 'edtf' in item:
                try:
                    read_days(item)
                except ValueError as error:
                    yield f'{kind} {key}: {item["edtf"]}: {error}'
                    continue
                yield from (f'{kind} {key}: {fault}' for fault in check_wording(item))
            if 'since' in item and 'until' in item:
                since, until = read_days(item['since'])[0], read_days(item['until'])[1]
                if since is not None and until is not None and since > until:
                    yield f'{kind} {key}: until is before since'


# What rests on what.

def document_of(extract):
    return extract[1].rsplit('/', 1)[0]


def last_day_of(sample, document):
    date = sample.records['document', document].get('date')

    return read_days(date)[1] if date is not None else None


def check_foresight(sample):
    """A document does not support what began after it was written."""
    for owner, extract, sign, _credibility in sample.evidence:
        date = sample.records[owner].get(BEGINS.get(owner[0]))
        if sign != '+' or date is None:
            continue
        first, written = read_days(date)[0], last_day_of(sample, document_of(extract))
        if first is not None and written is not None and first > written:
            yield f'{owner[0]} {owner[1]}: begins after {document_of(extract)}, which supports it, was written'


def check_unused(sample):
    used = {extract for _owner, extract, _sign, _credibility in sample.evidence}
    used |= {need for needs in sample.needs.values() for need in needs}
    # A voice without a name is known by how it is described.
    voices = {item['attribution']['fr'] for line in sample.records.values() for item in walk(line)
              if 'attribution' in item}
    for record, line in sample.records.items():
        if record[0] == 'extract' and record not in used and '/fr/' in record[1]:
            yield f'extract {record[1]}: nothing rests on it'
        if record[0] not in NAMED or record in used or line.get('kind') == 'country':
            continue
        if line.get('descriptor', {}).get('fr') not in voices:
            yield f'{record[0]} {record[1]}: nothing names it'


def check_evidence(sample):
    seen = set()
    for owner, extract, _sign, _credibility in sample.evidence:
        if (owner, extract) in seen:
            yield f'{owner[0]} {owner[1]}: {extract[1]} is there twice'
        seen.add((owner, extract))


def check_words(sample):
    """Quoted words stand in the passage that they are quoted from."""
    quotes = {line['uuid']: (key, line['quote']) for (kind, key), line in sample.records.items() if kind == 'extract'}
    for (kind, key), line in sample.records.items():
        for item in walk(line):
            if not isinstance(item.get('words'), str) or 'extract' not in item or item.get('language', 'fr') != 'fr':
                continue
            extract, quote = quotes[item['extract']['uuid']]
            if item['words'] not in quote.replace('\u00a0', ' ').replace('\u202f', ' '):
                yield f'{kind} {key}: “{item["words"]}” is not in {extract}'


# Texts.

def check_texts(sample):
    for (kind, key), line in sample.records.items():
        for item in walk(line):
            for name, text in item.items():
                if isinstance(text, dict) and set(text) == {'fr', 'en'}:
                    yield from (f'{kind} {key}: {name}: {fault}' for fault in check_text(name, text))


def check_text(name, text):
    if text['fr'] == text['en'] and len(text['fr'].split()) >= LONG_NAME:
        yield 'the same in both languages'
    for language, words in text.items():
        if '"' in words or '  ' in words:
            yield f'a straight quotation mark or two spaces in {language}'
        if name in SENTENCES and words[-1] not in '.!?)':
            yield f'no full stop in {language}'


# Who says and who judges.

def check_statements(sample):
    """Each statement has its day, its passage and a speaker: a person in a role, or a voice that is described."""
    persons = {line['uuid'] for (kind, _key), line in sample.records.items()
               if kind == 'actor' and line.get('kind') == 'person'}
    for (kind, key), line in sample.records.items():
        for statement in line.get('statements', []) if kind == 'claim' else []:
            missing = [name for name in ('date', 'extract') if name not in statement]
            if 'speaker' not in statement and 'attribution' not in statement:
                missing.append('speaker')
            if 'role' not in statement and statement.get('speaker', {}).get('uuid') in persons:
                missing.append('role')
            yield from (f'claim {key}: a statement has no {name}' for name in missing)


def check_judges(sample):
    for (kind, key), line in sample.records.items():
        if kind == 'judgement':
            yield from (f'judgement {key}: no {name}' for name in ('judged_by', 'date') if name not in line)


# Bands and ties.

def read_bands(domain):
    """How many bands each scale has."""
    code = (domain / 'sb-likelihood.c').read_text(encoding='utf-8')

    return {scale: body.count('{')
            for scale, body in re.findall(r'SbLikelihoodBand (\w+)_bands\[\] = \{(.*?)\n\};', code, re.S)}


def check_bands(sample):
    for (kind, key), line in sample.records.items():
        bands = sample.bands.get(line.get('scale'), 0)
        if ('scale' in line) != ('band' in line):
            yield f'{kind} {key}: a scale goes with a band'
        elif 'band' in line and not 0 <= line['band'] < bands:
            yield f'{kind} {key}: {line["scale"]} has {bands} bands'


def check_ties(sample):
    for (kind, key), line in sample.records.items():
        if kind == 'relation' and line['subject'] == line['object']:
            yield f'relation {key}: ties an actor to itself'


CHECKS = (check_foresight, check_unused, check_evidence, check_words, check_texts, check_statements, check_judges,
          check_bands, check_ties)


def find_faults(sample, domain):
    """One sentence for each fault of a sample whose records are of their tables."""
    sample.bands = read_bands(domain)
    # The others read the dates.
    faults = list(check_dates(sample))

    return faults or [fault for check in CHECKS for fault in check(sample)]
