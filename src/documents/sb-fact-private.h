/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-fact-draft.h"
#include "sb-number-phrase.h"
#include "sb-record-builder.h"
#include "sb-token.h"

G_BEGIN_DECLS

/* A name or date in the passage. */
typedef struct
{
  SbMentionKind kind;
  guint first; /* tokens of the passage */
  guint end; /* behind the last one */
  gsize start_byte; /* of the passage */
  gsize end_byte;
  SbRecord *record; /* (nullable) borrowed */
  const char *name; /* (nullable) of a date, its EDTF expression; borrowed */
} SbFactName;

/**
 * SbFactReading:
 *
 * The words and the names of one passage, while a draft is made of it.
 */
typedef struct
{
  const SbPassage *passage;
  char *text; /* (owned) of the passage alone */
  SbTokens *tokens; /* (owned) */
  GArray *names; /* (owned) (element-type SbFactName) */
  SbLanguage language;
} SbFactReading;

/* Whether one of the phrases of @patterns begins at @index: the number of its tokens, 0
 * for none. Phrases have spaces between them, their words are joined by "_", and a word
 * that ends in "*" stands for all that begin so. */
guint _sb_fact_match_any (const SbTokens *tokens,
                          guint index,
                          const char *patterns);
/* The first place where one does; %G_MAXUINT for none. */
guint _sb_fact_find (const SbTokens *tokens,
                     const char *patterns);

/* A value and the phrases that say it. */
typedef struct
{
  const char *patterns;
  int value;
} SbFactWord;

/* The value of the first of @words that the passage has; @fallback for none. They are
 * in the order of their weight. */
int _sb_fact_choose (const SbFactReading *self,
                     const SbFactWord *words,
                     guint n_words,
                     int fallback);

/* The names in order; those that stand for a record of @kind. */
const SbFactName *_sb_fact_get_name (const SbFactReading *self,
                                     guint index);
const SbFactName *_sb_fact_find_record (const SbFactReading *self,
                                        SbKind kind,
                                        guint position);
/* Whether who is named says it (“selon X”, “said X”) and does nothing else. */
gboolean _sb_fact_is_speaker (const SbFactReading *self,
                              const SbFactName *name);

/* Whether a token is in a date that is named, or in the name of a road (“RN1”): no number
 * for its own sake. */
gboolean _sb_fact_is_in_date (const SbFactReading *self,
                              guint token);

/* Which date is meant: the first that the passage says; that or else the day of the
 * document; or the one that something lasts until, “until 12 May”. */
typedef enum
{
  SB_FACT_DATE_WHEN,
  SB_FACT_DATE_SAID, /* or else the day of the document */
  SB_FACT_DATE_UNTIL,
} SbFactDateRole;

SbDate *_sb_fact_dup_date (const SbFactReading *self,
                           SbFactDateRole role) G_GNUC_WARN_UNUSED_RESULT;

/* The first sentence, cut at a word; or the passage as a whole, on one line. */
char *_sb_fact_dup_headline (const SbFactReading *self) G_GNUC_WARN_UNUSED_RESULT;
char *_sb_fact_dup_line (const SbFactReading *self) G_GNUC_WARN_UNUSED_RESULT;
/* What stands between quotation marks, the longest of several; %NULL for nothing. */
char *_sb_fact_dup_quotation (const SbFactReading *self) G_GNUC_WARN_UNUSED_RESULT;
/* The bytes between two tokens, on one line. */
char *_sb_fact_dup_words (const SbFactReading *self,
                          guint first,
                          guint end) G_GNUC_WARN_UNUSED_RESULT;

void _sb_fact_set_words (const SbFactReading *self,
                         SbRecordBuilder *builder,
                         guint field,
                         const char *text);
void _sb_fact_set_ref (SbRecordBuilder *builder,
                       guint field,
                       SbRecord *record);

/* The drafts, one for each kind. */
SbRecord *_sb_fact_draft_event (const SbFactReading *self) G_GNUC_WARN_UNUSED_RESULT;
SbRecord *_sb_fact_draft_claim (const SbFactReading *self,
                                gboolean is_quote) G_GNUC_WARN_UNUSED_RESULT;
SbRecord *_sb_fact_draft_relation (const SbFactReading *self) G_GNUC_WARN_UNUSED_RESULT;
SbRecord *_sb_fact_draft_trait (const SbFactReading *self,
                                gboolean is_pillar) G_GNUC_WARN_UNUSED_RESULT;
SbRecord *_sb_fact_draft_restriction (const SbFactReading *self) G_GNUC_WARN_UNUSED_RESULT;
SbRecord *_sb_fact_draft_control (const SbFactReading *self) G_GNUC_WARN_UNUSED_RESULT;
SbRecord *_sb_fact_draft_zone (const SbFactReading *self) G_GNUC_WARN_UNUSED_RESULT;
SbRecord *_sb_fact_draft_figure (const SbFactReading *self) G_GNUC_WARN_UNUSED_RESULT;
SbRecord *_sb_fact_draft_indicator (const SbFactReading *self) G_GNUC_WARN_UNUSED_RESULT;
SbRecord *_sb_fact_draft_recommendation (const SbFactReading *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
