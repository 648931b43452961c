/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-fact-kind.h"
#include "sb-mention.h"
#include "sb-record.h"

G_BEGIN_DECLS

/**
 * SbPassage:
 * @text: the text of the document, in whole
 * @start: of the passage, in characters of it
 * @end: behind its last one
 * @mentions: what @text names, in its order, without overlaps
 * @records: (element-type SbRecord) for each mention what is named, or %NULL. One
 *   that is not stored yet (a place of the gazetteer) has the id 0
 * @document: (nullable)
 * @source: (nullable) who published it
 * @language: of the text
 *
 * A passage that was selected, and what is known around it. Everything is borrowed.
 */
typedef struct
{
  const char *text;
  guint start;
  guint end;
  const SbMention *mentions;
  guint n_mentions;
  GPtrArray *records;
  SbRecord *document;
  SbRecord *source;
  SbLanguage language;
} SbPassage;

/* The record that the passage says as far as it can be read off it: when it was, by
 * the dates it names and else the day of the document; who did what to whom, by the
 * words around the names; where; how many. What it does not say is left unset, even
 * where the record needs it. Titles are in the language of the passage. %NULL for
 * %SB_FACT_NOTE, which is the extract alone, and for an empty passage. Pure; takes
 * well below a millisecond for a paragraph; any thread.
 *
 * Of a list to which each passage adds an item, see sb_fact_kind_get_list(), the
 * draft has exactly that item, or none. */
SbRecord *sb_fact_draft (SbFactKind kind,
                         const SbPassage *passage) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
