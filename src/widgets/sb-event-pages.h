/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-event-source.h"

G_BEGIN_DECLS

/**
 * SbEventItem:
 *
 * One event of an SbEventPages: its record, once that was read.
 *
 * Property: "record" (SbRecord, nullable).
 */
#define SB_TYPE_EVENT_ITEM (sb_event_item_get_type ())

G_DECLARE_FINAL_TYPE (SbEventItem, sb_event_item, SB, EVENT_ITEM, GObject)

gint64 sb_event_item_get_id (SbEventItem *self);
SbRecord *sb_event_item_get_record (SbEventItem *self); /* (nullable) */

/**
 * SbEventPages:
 *
 * Events as a list model of SbEventItem: any number of them, of which the records
 * are read a page at a time, when one of the page is looked at. Main thread.
 */
#define SB_TYPE_EVENT_PAGES (sb_event_pages_get_type ())

G_DECLARE_FINAL_TYPE (SbEventPages, sb_event_pages, SB, EVENT_PAGES, GObject)

/* Events of a page. */
#define SB_EVENT_PAGE 50

/* @ids: (element-type gint64). */
SbEventPages *sb_event_pages_new (SbEventSource *source,
                                  GArray *ids) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
