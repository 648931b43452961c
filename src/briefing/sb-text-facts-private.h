/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-briefing-input.h"

G_BEGIN_DECLS

/* One sentence of a text in Markdown, outside of headings and quotations. What leads its
 * paragraph or item in bold or italics, a title or a date, is a part of the first one. */
typedef struct
{
  char *text; /* (owned) without its citations */
  GPtrArray *uuids; /* (owned) (element-type utf8) that it cites */
  GPtrArray *around; /* (owned) (element-type utf8) that its whole paragraph or item cites */
  guint line; /* of the Markdown that its paragraph or item begins on, from 1 */
  gboolean is_sourced; /* by a citation or a note */
} SbSentence;

/* (element-type SbSentence) */
GPtrArray *_sb_text_facts_list_sentences (const char *markdown) G_GNUC_WARN_UNUSED_RESULT;

/* Whether @sentence stands in the text that the program made of the records (element-type
 * SbSentence; nullable) just so, and its paragraph still cites what it is from. What the
 * author has not touched was looked through when the catalogue filled it. */
gboolean _sb_text_facts_is_made (GPtrArray *made,
                                 const SbSentence *sentence);

/* The names of the actors and places of @input as they are compared, countries and
 * what is larger aside. A set; (element-type utf8). */
GHashTable *_sb_text_facts_list_names (const SbBriefingInput *input) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a sentence claims a fact, which somebody could hold against a source: it names
 * a number, a date, or somebody or a place that the catalogue knows. What is asked, judged
 * (a word of likelihood or confidence) or advised ("should") is no fact. */
gboolean _sb_text_facts_is_claim (const char *sentence,
                                  SbLanguage language,
                                  GHashTable *names);

/* A day or a month that a text names. */
typedef struct
{
  char *words; /* (owned) folded */
  int first; /* days */
  int last;
  int month; /* 1 to 12, and the day of it, where no year is said; else 0 */
  int day;
} SbTextDate;

/* (element-type SbTextDate) */
GPtrArray *_sb_text_dates_find (const char *text,
                                SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
/* Whether one of the dates of @record can be meant by @date; TRUE when it has none. */
gboolean _sb_text_date_agrees (const SbTextDate *date,
                               SbRecord *record);

G_END_DECLS
