/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A feed in a list of feeds. */
typedef struct
{
  char *url;
  char *title; /* (nullable) */
  char *link; /* (nullable) the page that the feed belongs to */
  char **folders; /* the outermost first; never NULL */
} SbFeedListEntry;

/* What of a file was not taken. */
typedef struct
{
  guint line; /* from 1 */
  const char *reason; /* static, in English, translatable */
} SbFeedListRejection;

/**
 * SbFeedList:
 *
 * Feeds as they are handed from one program to another: an OPML file. Reference
 * counted; filled by who makes it, and not changed any more once it is shared.
 */
typedef struct _SbFeedList SbFeedList;

#define SB_TYPE_FEED_LIST (sb_feed_list_get_type ())

GType sb_feed_list_get_type (void);

/* @title may be NULL. */
SbFeedList *sb_feed_list_new (const char *title) G_GNUC_WARN_UNUSED_RESULT;
/* @title, @link and @folders (NULL-terminated) may be NULL. */
void sb_feed_list_add (SbFeedList *self,
                       const char *url,
                       const char *title,
                       const char *link,
                       const char *const *folders);

/* Reads OPML of any version: outlines in outlines are folders, outlines with an
 * address are feeds. Broken files are repaired as feeds are; what cannot be
 * taken is in the rejections. Addresses come as they are: whoever subscribes
 * asks sb_fetcher_normalise_address(). Any thread.
 *
 * Returns NULL with %SB_FEEDS_ERROR_EMPTY, _HTML, _NOT_A_FEED, _MALFORMED,
 * _UNSAFE_XML, _TOO_LARGE or _TOO_COMPLEX. */
SbFeedList *sb_feed_list_new_from_opml (GBytes *bytes,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

SbFeedList *sb_feed_list_ref (SbFeedList *self);
void sb_feed_list_unref (SbFeedList *self);

const char *sb_feed_list_get_title (const SbFeedList *self); /* (nullable) */
const SbFeedListEntry *sb_feed_list_get_entries (const SbFeedList *self,
                                                 guint *n_entries);
const SbFeedListRejection *sb_feed_list_get_rejections (const SbFeedList *self,
                                                        guint *n_rejections);

/* The list as OPML 2.0, folders shared by neighbours written once. @created:
 * seconds since 1970-01-01 UTC. */
char *sb_feed_list_to_opml (const SbFeedList *self,
                            gint64 created) G_GNUC_WARN_UNUSED_RESULT;
/* The list as "read --as feeds" prints it. */
JsonNode *sb_feed_list_to_json (const SbFeedList *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbFeedList, sb_feed_list_unref)

G_END_DECLS
