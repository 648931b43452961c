/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"
#include "sb-sheets.h"

G_BEGIN_DECLS

typedef enum
{
  SB_BRIEFING_FINDING_UNSOURCED, /* a fact of the catalogue, or a sentence of a text that claims one */
  SB_BRIEFING_FINDING_UNKNOWN_SOURCE, /* a text cites what the catalogue does not have */
  SB_BRIEFING_FINDING_OFF_SCALE, /* a word of likelihood that no scale has */
  SB_BRIEFING_FINDING_MIXED, /* likelihood and confidence in one sentence */
  SB_BRIEFING_FINDING_DATE, /* a date that is not that of the record which is cited for it */
  SB_BRIEFING_FINDING_UNTRANSLATED, /* a heading or a text is there in one language only,
                                       or a quotation has no translation */
  SB_BRIEFING_FINDING_PAGES, /* more than the template allows */
  SB_BRIEFING_FINDING_AS_OF, /* the newest event is later than the as-of day */
  SB_BRIEFING_FINDING_STALE, /* what a text by hand was made from has changed */
  SB_BRIEFING_FINDING_COMMENT, /* one that is open */
  SB_BRIEFING_FINDING_LOST, /* a text for a block that is not there */
  SB_BRIEFING_FINDING_SETTING, /* keys that cannot be read */
  SB_BRIEFING_FINDING_LATER, /* a text rests on what was not known by the data cutoff, or by
                                the as-of day where there is none */
  SB_BRIEFING_FINDING_CUTOFF, /* facts of its period are left out, because they were known
                                 only after the data cutoff */
  SB_BRIEFING_FINDING_HINDSIGHT, /* without a data cutoff, facts are told that nobody had
                                    written of by the as-of day */
  SB_BRIEFING_FINDING_DAMAGED, /* what was issued is not what it was: the pages in one of its
                                  languages, or its record when it has none */
} SbBriefingFindingKind;

#define SB_N_BRIEFING_FINDINGS (SB_BRIEFING_FINDING_DAMAGED + 1)

/**
 * SbBriefingFinding:
 *
 * Something that the checks before issue found in a briefing, and where. Owned by the
 * array that sb_briefing_checks_run() returns.
 */
typedef struct
{
  SbBriefingFindingKind kind;
  guint languages; /* bits 1 << SbLanguage: the editions that it is in; 0 for no text */
  char *block; /* (nullable) its name in the outline */
  guint line; /* of the block's Markdown, from 1; 0 for none */
  char *passage; /* (nullable) the words that it is about */
  SbRecord *record; /* (nullable) that it is about */
  guint n_pages; /* of too many pages */
  guint max_pages;
  guint issue; /* its number, of one that is damaged */
  guint n_facts; /* that the data cutoff leaves out, or that are told with hindsight */
  int as_of; /* day; of what is later or left out, that of the data cutoff */
  gboolean has_cutoff; /* of what is later: whether that day is that of a data cutoff */
  gboolean is_on_paper;
  SbSheetPlace place; /* where it stands in the first of those editions, if it does */
} SbBriefingFinding;

/* A word for programs: "unsourced". Static. */
const char *sb_briefing_finding_get_code (const SbBriefingFinding *self);
/* What it is, in a sentence of the reader's language. */
char *sb_briefing_finding_dup_sentence (const SbBriefingFinding *self,
                                        SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
/* Whether it leads to the days of the imprint instead of a block. */
gboolean sb_briefing_finding_is_of_imprint (const SbBriefingFinding *self);
void sb_briefing_finding_free (SbBriefingFinding *self);

G_END_DECLS
