/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store-private.h"

G_BEGIN_DECLS

/* A name of an actor or a place. */
typedef struct
{
  GStrv words; /* (owned) folded */
  char *name; /* (owned) as it is written */
} SbSearchName;

/* The other names of those that are called @words (folded, with single spaces),
 * but those that have these words in them, and those that are words of every
 * text. At most a dozen. (element-type SbSearchName) */
GPtrArray *_sb_search_names_list_others (SbStore *store,
                                         const char *words,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* All names of a record. (element-type SbSearchName) */
GPtrArray *_sb_search_names_list (SbStore *store,
                                  gint64 record,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Adds all that are called @words to @ids. (element-type gint64) */
gboolean _sb_search_names_find_all (SbStore *store,
                                    const char *words,
                                    GArray *ids,
                                    GError **error);

/* The records of @kind that are called @words. (element-type gint64) */
GArray *_sb_search_names_find (SbStore *store,
                               SbKind kind,
                               const char *words,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes down what @record, an actor or a place, is called: all that it was called
 * before is forgotten. */
gboolean _sb_search_names_note (SbStore *store,
                                SbRecord *record,
                                GError **error);

G_END_DECLS
