/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/**
 * SbNameFacts:
 * @record: (owned) (nullable) what the words name. One that only the gazetteer or the
 *   program knows is not stored yet (id 0); a name that nobody knows is none
 * @n_documents: how many documents name it
 * @has_rule: whether the analyst has said something of these words once and for all
 * @ruled: what they always name then; 0: nothing
 *
 * What is told of some words of a document that name something, or may. Immutable once
 * it is loaded; goes from a worker to the main thread.
 */
typedef struct
{
  SbRecord *record;
  gint64 n_documents;
  gboolean has_rule;
  gint64 ruled;
} SbNameFacts;

/* Of the words from @start to @end, characters of the document's text. NULL without an
 * error when they are not there. Blocks, for a second when the document still waits to
 * be read for names. */
SbNameFacts *sb_load_name_facts (SbStore *store,
                                 gint64 document,
                                 guint start,
                                 guint end,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sb_name_facts_free (SbNameFacts *self);

/* What the analyst says of words, in all documents. */
typedef enum
{
  SB_NAME_WORD_NEVER, /* they name nothing */
  SB_NAME_WORD_ALWAYS, /* they name a record */
  SB_NAME_WORD_FORGET, /* nothing is said: the program finds out */
} SbNameWord;

/* Says it of @text; @record is for %SB_NAME_WORD_ALWAYS. The documents with these words
 * wait to be read again. @label names the unit of work to the user, or is NULL
 * (sb_change_set_new()). Blocks. */
gboolean sb_name_word_say (SbStore *store,
                           const char *text,
                           SbNameWord word,
                           gint64 record,
                           const char *label,
                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbNameFacts, sb_name_facts_free)

G_END_DECLS
