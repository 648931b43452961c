/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-fact-draft.h"
#include "sb-store.h"

G_BEGIN_DECLS

/**
 * SbFactContext:
 * @document: (owned)
 * @source: (owned) (nullable)
 * @blocks: (owned) (element-type SbBlock) the text
 * @dossiers: (owned) (element-type SbRecord) what a fact may become a part of; none where
 *   the text is in no catalogue
 * @dossier: the one of them that the document belongs to, by what else was lifted out of
 *   it, or that is the only one; 0 for none
 *
 * What drafts of facts are made of: a passage of a document, what it names, and the
 * records that are named. Immutable once it is loaded; goes from a worker to the main
 * thread.
 */
typedef struct
{
  SbRecord *document;
  SbRecord *source;
  GPtrArray *blocks;
  GPtrArray *dossiers;
  gint64 dossier;

  /*< private >*/
  char *text; /* (owned) */
  GPtrArray *stored; /* (owned) (element-type SbStoredMention) whose names are borrowed */
  GArray *mentions; /* (owned) (element-type SbMention) of the passage */
  GPtrArray *records; /* (owned) (element-type SbRecord, nullable) */
  guint start;
  guint end;
  SbLanguage language;
} SbFactContext;

/* Loads the passage from @start to @end, characters of the document's text. What it
 * names is what was found when the document was read for names, or if it still waits
 * for that, what is found now. Places that only the gazetteer knows and actors that
 * only the program knows are records that are not stored yet (id 0), the same ones each
 * time. NULL without an error when there is no such document. Blocks. */
SbFactContext *sb_load_fact_context (SbStore *store,
                                     gint64 document,
                                     guint start,
                                     guint end,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same of a text that is in no catalogue. @store: (nullable). @document (nullable)
 * tells its date. */
SbFactContext *sb_load_fact_context_of_text (SbStore *store,
                                             const char *text,
                                             SbRecord *document,
                                             SbLanguage language,
                                             guint start,
                                             guint end,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sb_fact_context_free (SbFactContext *self);

/* The passage, for sb_fact_draft(); borrows from @self. */
SbPassage sb_fact_context_get_passage (const SbFactContext *self);

/* The records of the catalogue that @draft may be one of, the likeliest first, see
 * sb_fact_match(). (element-type SbRecord) Blocks. */
GPtrArray *sb_load_fact_matches (SbStore *store,
                                 SbRecord *draft,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbFactContext, sb_fact_context_free)

G_END_DECLS
