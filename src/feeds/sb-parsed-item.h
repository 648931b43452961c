/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  SB_FEED_TIME_KNOWN = 1 << 0,
  SB_FEED_TIME_DAY_ONLY = 1 << 1, /* only the day was given */
  SB_FEED_TIME_WITHOUT_ZONE = 1 << 2, /* no zone was given: UTC assumed */
} SbFeedTimeFlags;

/* A time as a feed gives it: seconds since 1970-01-01 UTC. No flags: unknown. */
typedef struct
{
  gint64 seconds;
  SbFeedTimeFlags flags;
} SbFeedTime;

typedef enum
{
  SB_FEED_POSITION_NONE,
  SB_FEED_POSITION_POINT,
  SB_FEED_POSITION_AREA, /* the middle of a line, box or polygon */
} SbFeedPositionKind;

/* Where an item says that it happened, in degrees of WGS 84. */
typedef struct
{
  SbFeedPositionKind kind;
  double latitude;
  double longitude;
} SbFeedPosition;

typedef struct
{
  char *url;
  char *type; /* (nullable) MIME */
  gint64 length; /* bytes; -1 when not given */
} SbFeedEnclosure;

/**
 * SbParsedItem:
 *
 * One entry of a feed, as the feed gives it. HTML is what the feed holds: not
 * cleaned, not to be shown before the documents layer has read it. Addresses
 * are in full where the feed allows it. Immutable and reference counted, safe
 * to share between threads. Strings that are missing are NULL.
 */
typedef struct _SbParsedItem SbParsedItem;

#define SB_TYPE_PARSED_ITEM (sb_parsed_item_get_type ())

GType sb_parsed_item_get_type (void);

SbParsedItem *sb_parsed_item_ref (SbParsedItem *self);
void sb_parsed_item_unref (SbParsedItem *self);

/* The identifier that the feed gives; when it gives none, the link. */
const char *sb_parsed_item_get_id (const SbParsedItem *self);
const char *sb_parsed_item_get_link (const SbParsedItem *self);
/* Plain text on one line. */
const char *sb_parsed_item_get_title (const SbParsedItem *self);
/* When it was published, or else last changed. */
SbFeedTime sb_parsed_item_get_date (const SbParsedItem *self);
SbFeedTime sb_parsed_item_get_updated (const SbParsedItem *self);
/* Names, several of them joined; an address of mail when there is no name. */
const char *sb_parsed_item_get_author (const SbParsedItem *self);
/* The content, and the summary, in HTML. */
const char *sb_parsed_item_get_text (const SbParsedItem *self);
const char *sb_parsed_item_get_summary (const SbParsedItem *self);
/* What relative addresses in the HTML are relative to. */
const char *sb_parsed_item_get_base (const SbParsedItem *self);
/* BCP 47, of the item or else of its feed. */
const char *sb_parsed_item_get_language (const SbParsedItem *self);
/* NULL-terminated, never NULL. */
const char *const *sb_parsed_item_get_categories (const SbParsedItem *self);
const SbFeedEnclosure *sb_parsed_item_get_enclosures (const SbParsedItem *self,
                                                      guint *n_enclosures);
SbFeedPosition sb_parsed_item_get_position (const SbParsedItem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbParsedItem, sb_parsed_item_unref)

G_END_DECLS
