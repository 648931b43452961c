/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <json-glib/json-glib.h>

#include "sb-parsed-item.h"

G_BEGIN_DECLS

typedef enum
{
  SB_FEED_FORMAT_RSS, /* 0.91 to 2.0 */
  SB_FEED_FORMAT_RDF, /* RSS 0.90, 1.0, 1.1 */
  SB_FEED_FORMAT_ATOM, /* 0.3, 1.0 */
  SB_FEED_FORMAT_JSON, /* JSON Feed 1.0, 1.1 */
} SbFeedFormat;

typedef enum
{
  SB_FEED_DAMAGE_NONE = 0,
  SB_FEED_DAMAGE_REPAIRED = 1 << 0, /* malformed, but read */
  SB_FEED_DAMAGE_TRUNCATED = 1 << 1, /* breaks off: items at its end are lost */
} SbFeedDamage;

/**
 * SbParsedFeed:
 *
 * A feed that was read, with its items in the order of the feed. Immutable and
 * reference counted, safe to share between threads. Strings that are missing
 * are NULL.
 */
typedef struct _SbParsedFeed SbParsedFeed;

#define SB_TYPE_PARSED_FEED (sb_parsed_feed_get_type ())

GType sb_parsed_feed_get_type (void);

/* Reads a feed of any format. @url is the address that it came from and
 * @content_type the header that came with it; both may be NULL. Broken feeds
 * are repaired as far as possible, and of those that break off the whole items
 * are kept: see sb_parsed_feed_get_damage(). Nothing is fetched, no entity of a
 * DTD is expanded, and bytes, depth and number of elements are limited. Any
 * thread.
 *
 * Returns NULL with %SB_FEEDS_ERROR_EMPTY, _HTML, _NOT_A_FEED, _MALFORMED,
 * _UNSAFE_XML, _TOO_LARGE or _TOO_COMPLEX. */
SbParsedFeed *sb_feed_parse (GBytes *bytes,
                             const char *url,
                             const char *content_type,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

SbParsedFeed *sb_parsed_feed_ref (SbParsedFeed *self);
void sb_parsed_feed_unref (SbParsedFeed *self);

SbFeedFormat sb_parsed_feed_get_format (const SbParsedFeed *self);
SbFeedDamage sb_parsed_feed_get_damage (const SbParsedFeed *self);
/* The line of the first error; 0 when there was none. */
guint sb_parsed_feed_get_damage_line (const SbParsedFeed *self);

const char *sb_parsed_feed_get_id (const SbParsedFeed *self);
/* Plain text on one line. */
const char *sb_parsed_feed_get_title (const SbParsedFeed *self);
/* The page that the feed belongs to. */
const char *sb_parsed_feed_get_link (const SbParsedFeed *self);
/* HTML. */
const char *sb_parsed_feed_get_description (const SbParsedFeed *self);
/* BCP 47, as given. */
const char *sb_parsed_feed_get_language (const SbParsedFeed *self);
const char *sb_parsed_feed_get_author (const SbParsedFeed *self);
SbFeedTime sb_parsed_feed_get_date (const SbParsedFeed *self);

guint sb_parsed_feed_get_n_items (const SbParsedFeed *self);
SbParsedItem *sb_parsed_feed_get_item (const SbParsedFeed *self,
                                       guint index); /* borrowed */

/* The feed as "parse-feed" prints it: title, link, …, items[]. What is missing
 * is null; dates are ISO 8601 in UTC. */
JsonNode *sb_parsed_feed_to_json (const SbParsedFeed *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbParsedFeed, sb_parsed_feed_unref)

G_END_DECLS
