/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/* What was done to the catalogue, unit of work by unit of work: the user's, a
 * sync's, an import's, and each undoing and redoing. Bookkeeping (see
 * %SB_FIELD_BOOKKEEPING) is no part of it. */

typedef enum
{
  SB_HISTORY_DONE, /* the user's work; the last of it can be undone */
  SB_HISTORY_UNDONE, /* can be redone */
  SB_HISTORY_DROPPED, /* was undone, and other work has been done since */
  SB_HISTORY_KEPT, /* a program's work; it is never offered for undo */
} SbHistoryState;

typedef enum
{
  SB_HISTORY_ADDED,
  SB_HISTORY_CHANGED,
  SB_HISTORY_REMOVED,
} SbHistoryWhat;

/**
 * SbHistoryChange:
 *
 * What a unit of work did to one record, or to what ties it to another. What
 * was added keeps no copy: neither side is there, the record itself tells. The
 * references in both sides are named as the records are called now; what was
 * removed or merged since as it was called last, as far as that is known.
 */
typedef struct
{
  SbHistoryWhat what;
  SbRef *ref; /* (owned) the record, or the one that the tie is about */
  const char *tie; /* (nullable) static: "evidence", "member"…; NULL for a
                      change of the record itself. What is no record as well:
                      "mention-rule", "saved-search", whose @ref is of SB_KIND_NONE
                      and a name alone, but of a rule the record that it leads to */
  SbRef *other; /* (owned) (nullable) of a tie: the extract, the dossier; the words of
                   a rule, of SB_KIND_NONE */
  SbRecord *before; /* (owned) (nullable) */
  SbRecord *after; /* (owned) (nullable) */
  gboolean changes_text; /* of a document */
} SbHistoryChange;

/**
 * SbHistoryUnit:
 *
 * One unit of work. Belongs to who asked for it.
 */
typedef struct
{
  gint64 id;
  gint64 time; /* seconds since 1970 */
  char *label; /* (owned) (nullable) as the user was shown it, in the language
                  that the program spoke then; NULL for a program's work */
  SbHistoryState state;
  gint64 undoes; /* the unit that this one undid, 0 for none */
  gint64 redoes;
  guint n_changes; /* of all of it, also those that were not asked for */
  GPtrArray *changes; /* (owned) (element-type SbHistoryChange) */
} SbHistoryUnit;

/* "done", "undone", "dropped", "kept"; static. */
const char *sb_history_state_get_name (SbHistoryState state);

/* Which units are wanted, and how much of them. */
typedef struct
{
  gint64 record; /* only what changed this record, and only that of it; 0 for
                    all */
  gint64 first; /* seconds since 1970, both included */
  gint64 last; /* 0 for no end */
  guint limit; /* of units, 0 for all */
  guint n_changes; /* at most so many of each unit, 0 for all */
} SbHistoryQuery;

/* Newest first. Blocks. (element-type SbHistoryUnit) */
GPtrArray *sb_store_list_history (SbStore *self,
                                  const SbHistoryQuery *query,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
