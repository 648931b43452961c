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

/**
 * SbNameRule:
 *
 * What was said of words before, so that what was said since can be taken back. Owned
 * by one.
 */
typedef struct
{
  char *text; /* (owned) */
  gboolean had_rule;
  gint64 record; /* that the rule named; 0: nothing */
} SbNameRule;

void sb_name_rule_free (SbNameRule *self);

/* Says it of @text; @record is for %SB_NAME_WORD_ALWAYS. The documents with these words
 * wait to be read again. Returns what was said before. Blocks. */
SbNameRule *sb_name_rule_say (SbStore *store,
                              const char *text,
                              SbNameWord word,
                              gint64 record,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Says what @self tells instead of what was said since. Blocks. */
gboolean sb_name_rule_restore (SbStore *store,
                               const SbNameRule *self,
                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbNameFacts, sb_name_facts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbNameRule, sb_name_rule_free)

G_END_DECLS
