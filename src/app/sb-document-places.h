/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-document-place.h"
#include "sb-saved-searches.h"

G_BEGIN_DECLS

/**
 * SbDocumentPlaces:
 *
 * The places where documents are looked at, as a list model of SbDocumentPlace in the
 * order of the sidebar: what holds all of them, then saved searches, then folders with their feeds, then feeds
 * in none. It follows the catalogue, counts what is unread anew some moments after it
 * changed, and tells of a count by its place. A place stays the same object as long as
 * there is one. Main thread.
 *
 * Signal "read": the catalogue was read (anew).
 */
#define SB_TYPE_DOCUMENT_PLACES (sb_document_places_get_type ())

G_DECLARE_FINAL_TYPE (SbDocumentPlaces, sb_document_places, SB, DOCUMENT_PLACES, GObject)

SbDocumentPlaces *sb_document_places_new (SbCatalogue *catalogue,
                                          SbSavedSearches *searches) G_GNUC_WARN_UNUSED_RESULT;

/* The place with that key; NULL when there is none, or none yet. */
SbDocumentPlace *sb_document_places_find (SbDocumentPlaces *self,
                                          const char *key);

G_END_DECLS
