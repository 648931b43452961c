/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-parsed-feed.h"

G_BEGIN_DECLS

/* Private to this layer: a feed or an item while it is read. The same thing is
 * said in many places of a feed; each place has a rank, and what is said in
 * the place of the highest rank is kept, the first of several of one rank. */

typedef enum
{
  SB_FEED_FIELD_ID,
  SB_FEED_FIELD_LINK,
  SB_FEED_FIELD_TITLE,
  SB_FEED_FIELD_TEXT, /* of a feed: its description */
  SB_FEED_FIELD_SUMMARY,
  SB_FEED_FIELD_LANGUAGE,
  SB_FEED_FIELD_BASE,
  SB_FEED_N_FIELDS
} SbFeedField;

typedef enum
{
  SB_FEED_TIME_PUBLISHED,
  SB_FEED_TIME_UPDATED,
  SB_FEED_N_TIMES
} SbFeedTimeField;

typedef enum
{
  SB_FEED_RANK_NONE,
  SB_FEED_RANK_GUESS, /* said of something near */
  SB_FEED_RANK_MODULE, /* in the words of an extension */
  SB_FEED_RANK_OWN, /* in the format's own words */
  SB_FEED_RANK_BETTER, /* where the format has a better place */
  SB_FEED_RANK_BEST,
} SbFeedRank;

typedef struct
{
  char *fields[SB_FEED_N_FIELDS]; /* (owned) (nullable) */
  SbFeedRank ranks[SB_FEED_N_FIELDS];
  SbFeedTime times[SB_FEED_N_TIMES];
  SbFeedRank time_ranks[SB_FEED_N_TIMES];
  GPtrArray *authors; /* (owned) (element-type utf8) */
  SbFeedRank author_rank;
  GPtrArray *categories; /* (owned) (element-type utf8) */
  GArray *enclosures; /* (owned) (element-type SbFeedEnclosure) */
  SbFeedPosition position;
} SbFeedDraft;

SbFeedDraft *sb_feed_draft_new (void) G_GNUC_WARN_UNUSED_RESULT;
void sb_feed_draft_free (SbFeedDraft *self);

/* Takes @value, which may be NULL or blank: then it is nothing. */
void sb_feed_draft_take (SbFeedDraft *self,
                         SbFeedField field,
                         SbFeedRank rank,
                         char *value);
/* @text is read leniently; what is no date is nothing. */
void sb_feed_draft_set_time (SbFeedDraft *self,
                             SbFeedTimeField field,
                             SbFeedRank rank,
                             const char *text);
/* @text: a name, "mail (name)", "name <mail>" or a mail address. Authors of the
 * same rank add up. */
void sb_feed_draft_add_author (SbFeedDraft *self,
                               SbFeedRank rank,
                               const char *text);
void sb_feed_draft_add_category (SbFeedDraft *self,
                                 const char *text);
/* Takes @url. */
void sb_feed_draft_add_enclosure (SbFeedDraft *self,
                                  char *url,
                                  const char *type,
                                  const char *length);
/* The first position counts, a point before an area; nonsense is nothing. */
void sb_feed_draft_set_position (SbFeedDraft *self,
                                 SbFeedPositionKind kind,
                                 double latitude,
                                 double longitude);

/* What a format's reader makes. */
typedef struct
{
  SbFeedFormat format;
  SbFeedDraft *channel; /* (owned) */
  GPtrArray *items; /* (owned) (element-type SbFeedDraft) */
  const char *url; /* (nullable) */
  gboolean full; /* there were more items than are read */
} SbFeedDrafts;

/* A new item at the end, which is owned by @self; NULL when it is full. */
SbFeedDraft *sb_feed_drafts_add_item (SbFeedDrafts *self);

/* Empties @self into the finished item; @channel gives its language. */
SbParsedItem *sb_parsed_item_new_from_draft (SbFeedDraft *self,
                                             const SbFeedDraft *channel) G_GNUC_WARN_UNUSED_RESULT;
/* The authors as one text; (nullable). */
char *sb_feed_draft_dup_author (const SbFeedDraft *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbFeedDraft, sb_feed_draft_free)

G_END_DECLS
