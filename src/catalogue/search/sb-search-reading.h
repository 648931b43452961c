/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-search-text.h"
#include "sb-search-word-set.h"

G_BEGIN_DECLS

/* What of one record is searched, and the words of it: one behind the other, each behind a
 * byte that says how long it is, as the tokenizer takes them. */
typedef struct
{
  SbSearchText text; /* (owned) empty once it was read */
  GString *title; /* (owned) the words, once it was read */
  GString *body; /* (owned) */
  guint n_words; /* of both */
  guint languages; /* SbSearchLanguages */
} SbReadRecord;

/**
 * SbSearchReading:
 *
 * Some records on their way to the full-text index: their texts are read into words in any
 * thread, ahead of the one that writes the index, which FTS5 would do in that one. Owned by
 * whoever has it; one thread at a time.
 */
typedef struct
{
  GArray *records; /* (owned) (element-type SbReadRecord) */
  SbWordSet *words; /* (owned) all that were read */
} SbSearchReading;

SbSearchReading *_sb_search_reading_new (void) G_GNUC_WARN_UNUSED_RESULT;
void _sb_search_reading_free (SbSearchReading *self);

/* @text: what it holds is taken over. */
void _sb_search_reading_take (SbSearchReading *self,
                              SbSearchText *text);

/* Reads all texts. Any thread. */
void _sb_search_reading_run (SbSearchReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbSearchReading, _sb_search_reading_free)

G_END_DECLS
