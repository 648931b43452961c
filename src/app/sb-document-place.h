/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-query.h"

G_BEGIN_DECLS

/* Where documents are looked at: the rows beside the list of documents, in this order. */
typedef enum
{
  SB_DOCUMENT_PLACE_ALL, /* but those that were put away */
  SB_DOCUMENT_PLACE_UNREAD,
  SB_DOCUMENT_PLACE_STARRED,
  SB_DOCUMENT_PLACE_ARCHIVE,
  SB_DOCUMENT_PLACE_SAVED, /* a saved search */
  SB_DOCUMENT_PLACE_FOLDER, /* the feeds of a folder */
  SB_DOCUMENT_PLACE_FEED,
} SbDocumentPlaceKind;

/**
 * SbDocumentPlace:
 *
 * One of these places. Main thread.
 *
 * Properties: "title" (string), "count" (uint: of what is to be looked at there),
 * "total" (int: all there is, -1 while that is not known).
 */
#define SB_TYPE_DOCUMENT_PLACE (sb_document_place_get_type ())

G_DECLARE_FINAL_TYPE (SbDocumentPlace, sb_document_place, SB, DOCUMENT_PLACE, GObject)

/* @id is that of the feed or the saved search; @detail (nullable) the folder of a folder,
 * the words of a saved search; @key says which place it is, in every session. */
SbDocumentPlace *sb_document_place_new (SbDocumentPlaceKind kind,
                                        const char *key,
                                        gint64 id,
                                        const char *detail) G_GNUC_WARN_UNUSED_RESULT;

SbDocumentPlaceKind sb_document_place_get_kind (SbDocumentPlace *self);
const char *sb_document_place_get_key (SbDocumentPlace *self);
gint64 sb_document_place_get_id (SbDocumentPlace *self);
guint sb_document_place_get_count (SbDocumentPlace *self);
int sb_document_place_get_total (SbDocumentPlace *self);
/* A feed that stands below its folder. */
gboolean sb_document_place_is_inner (SbDocumentPlace *self);

void sb_document_place_set_title (SbDocumentPlace *self,
                                  const char *title);
void sb_document_place_set_detail (SbDocumentPlace *self,
                                   const char *detail);
void sb_document_place_set_icon_name (SbDocumentPlace *self,
                                      const char *icon_name);
void sb_document_place_set_counts (SbDocumentPlace *self,
                                   guint count,
                                   int total);
void sb_document_place_set_inner (SbDocumentPlace *self,
                                  gboolean is_inner);

/* Asks @query for the documents of the place. */
void sb_document_place_restrict (SbDocumentPlace *self,
                                 SbQuery *query);

G_END_DECLS
