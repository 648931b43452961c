/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib-object.h>

#include "sb-kind.h"

G_BEGIN_DECLS

typedef enum
{
  SB_QUERY_DEFAULT = 0,
  SB_QUERY_UNREAD = 1 << 0, /* documents that were not read */
  SB_QUERY_STARRED = 1 << 1, /* documents */
  SB_QUERY_KEY_FACTS = 1 << 2,
  SB_QUERY_UNSOURCED = 1 << 3, /* records without an extract */
  SB_QUERY_WITHDRAWN = 1 << 4, /* with those that their source took back */
  SB_QUERY_OLDEST_FIRST = 1 << 5,
  SB_QUERY_IN_OFFICE = 1 << 6, /* actors with an office on the as-of day */
  SB_QUERY_DISPUTED = 1 << 7, /* claims, by the as-of day */
  SB_QUERY_GROUPED = 1 << 8, /* documents: what republishes or translates another one
                                that meets the query is not listed beside it */
  SB_QUERY_IN_TRAY = 1 << 9, /* documents that were not put away */
  SB_QUERY_PUT_AWAY = 1 << 10, /* documents that were */
} SbQueryFlags;

/**
 * SbQuery:
 *
 * Which records of a kind to list, and in which order. A plain struct, filled
 * by name and copied by sb_query_copy(); what is 0 or NULL does not restrict.
 * Order: by date, newest first, for what has one; else by title.
 */
typedef struct
{
  SbKind kind;
  SbQueryFlags flags;

  /* Days; records that could have been on one of them. Use has_period. */
  gboolean has_period;
  int first_day;
  int last_day;

  /* The day on which relations, alliances, restrictions, control and roles
   * must hold, and after which events and documents are not listed. */
  gboolean has_as_of;
  int as_of;

  /* Ids of records that must be named: 0 for any. What names an actor is: an
   * event it acts in, a relation or alliance it is a party of, a restriction it
   * imposes or is aimed at by, control it holds, a claim it speaks in, an
   * instrument it is bound by, a judgement it holds. Documents name what is named
   * in their text. */
  gint64 actor;
  gint64 place;
  gint64 corridor;
  gint64 document; /* extracts of it; records whose evidence is in it */
  gint64 extract; /* records that rest on it */
  gint64 feed; /* documents of it */
  gint64 group; /* documents: this one and all that republishes or translates it, by
                   day; nothing else counts beside it but limit and offset */
  gint64 source;
  gint64 dossier;

  /* (owned) (nullable) Words of the title, or their beginnings: "azaw" finds
   * "L’Azawad". Case, accents and articles do not matter. */
  char *text;

  /* (owned) (nullable) Documents that this full-text search finds, as it is typed
   * (sb-search-node.h). What is not indexed yet is not found. A search that cannot be
   * understood is an error of SB_SEARCH_ERROR. */
  char *search;
  gint64 after_record; /* with a search: records with a higher id, which came later */
  char *language; /* (owned) (nullable) of documents: "fr" */
  char *folder; /* (owned) (nullable) documents of the feeds in it */

  /* The id of the record behind which the page begins, in the order of the list;
   * 0 for the start. Give the last one of the page before: however far down, the
   * next page is read as fast as the first. One that is not there any more ends
   * the list: ask from the start. The page before is that of the order turned
   * round (SB_QUERY_OLDEST_FIRST), behind the first one of the page. */
  gint64 after;
  guint limit; /* 0 for all */
  guint offset; /* from there */
} SbQuery;

#define SB_TYPE_QUERY (sb_query_get_type ())

GType sb_query_get_type (void);

SbQuery *sb_query_new (SbKind kind) G_GNUC_WARN_UNUSED_RESULT;
SbQuery *sb_query_copy (const SbQuery *self) G_GNUC_WARN_UNUSED_RESULT;
void sb_query_free (SbQuery *self);

/* Whether both ask for the same; NULL is equal to NULL. */
gboolean sb_query_equal (const SbQuery *a,
                         const SbQuery *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbQuery, sb_query_free)

G_END_DECLS
