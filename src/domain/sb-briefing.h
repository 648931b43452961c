/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-kind.h"
#include "sb-record.h"

G_BEGIN_DECLS

/* A printed product: its template, languages, period and text. Blocks are those of its
 * template, in the order of "blocks" (names separated by semicolons, as in a template);
 * what it changes about one, or the block itself when the template has none of the name,
 * is a section. SbOutline (in briefing) reads and makes all of this. */

typedef enum
{
  SB_BRIEFING_TITLE,
  SB_BRIEFING_TEMPLATE,
  SB_BRIEFING_LANGUAGES,
  SB_BRIEFING_DOSSIER,
  SB_BRIEFING_FIRST,
  SB_BRIEFING_LAST,
  SB_BRIEFING_AS_OF,
  SB_BRIEFING_CUTOFF,
  SB_BRIEFING_TAG,
  SB_BRIEFING_MARKING,
  SB_BRIEFING_AUTHOR,
  SB_BRIEFING_INSTITUTION,
  SB_BRIEFING_NUMBER, /* of the issue: of a draft, the one that it is to be */
  SB_BRIEFING_ISSUED, /* unset for a draft */
  SB_BRIEFING_SECTIONS,
  SB_BRIEFING_BLOCKS, /* the order of its blocks; that of the template when unset */
  SB_BRIEFING_SETTINGS, /* lines "Key=value" that go before those of the template's [Template] */
  SB_BRIEFING_DISTRIBUTION, /* who gets it */
  SB_BRIEFING_LOGO, /* of the institution: a data: address with the picture, PNG */
  SB_BRIEFING_COMMENTS,
} SbBriefingField;

typedef enum
{
  SB_BRIEFING_SECTION_BLOCK,
  SB_BRIEFING_SECTION_TITLE,
  SB_BRIEFING_SECTION_TEXT,
  SB_BRIEFING_SECTION_MANUAL, /* its text took the place of what is filled in */
  SB_BRIEFING_SECTION_KIND, /* of a block that the template lacks, as in a template */
  SB_BRIEFING_SECTION_KEYS, /* lines "Key=value" that go before those of the template */
  SB_BRIEFING_SECTION_HIDDEN, /* it is not printed */
  SB_BRIEFING_SECTION_MADE_FROM, /* what was filled in when the text took its place */
} SbBriefingSectionField;

/* What somebody remarks on a block, or on all of it; never printed. */
typedef enum
{
  SB_BRIEFING_COMMENT_BLOCK, /* unset for all of the briefing */
  SB_BRIEFING_COMMENT_AUTHOR,
  SB_BRIEFING_COMMENT_WRITTEN,
  SB_BRIEFING_COMMENT_PASSAGE, /* the words that it is about */
  SB_BRIEFING_COMMENT_TEXT,
  SB_BRIEFING_COMMENT_DONE,
} SbBriefingCommentField;

/* The draft of its next issue that a briefing becomes when it is edited: with the next
 * number, and without a time of issue. One that was not issued is its own draft. */
SbRecord *sb_briefing_new_draft (SbRecord *briefing) G_GNUC_WARN_UNUSED_RESULT;

/* A data cutoff as it is typed: "2026-04-29T18:00", in UTC unless it says otherwise, with
 * or without seconds. NULL when it is none. */
GDateTime *sb_briefing_parse_cutoff (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* One that names no languages is printed in all. */
gboolean sb_briefing_is_printed_in (SbRecord *briefing,
                                    SbLanguage language);

/* The last day (UTC) of which a briefing knows anything, by its data cutoff;
 * SB_DATE_DAY_MAX when it has none. */
int sb_briefing_get_cutoff_day (SbRecord *briefing);

extern const SbSchema sb_briefing_section_schema;
extern const SbSchema sb_briefing_comment_schema;
extern const SbSchema sb_briefing_schema;

G_END_DECLS
