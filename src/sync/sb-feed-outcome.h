/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib-object.h>

#include "sb-feed.h"
#include "sb-language.h"
#include "sb-record.h"

G_BEGIN_DECLS

/**
 * SbFeedOutcome:
 *
 * What became of one feed in a sync. Filled by name by who makes it, then left
 * alone; owned by one.
 */
typedef struct
{
  gint64 feed;
  SbFeedKind kind;
  char *title; /* (owned) of the feed, or else its address */
  char *url; /* (owned) */
  SbFeedState state;
  guint n_new; /* documents; of a service what its rows are about */
  guint n_updated;
  guint n_withdrawn;
  guint n_rejected; /* rows of a service that could not be used */
  guint n_articles; /* summaries that their page took the place of */
  guint n_summaries; /* that stay, for a reason that the document has */
  guint n_delayed; /* pages that are asked for again */
  gint64 n_bytes; /* on the wire */
  guint duration; /* milliseconds */

  /* Why it failed, or what is wrong with a feed that was taken all the same. */
  char *error_code; /* (owned) (nullable) as sb_feeds_error_get_name() */
  char *error_message; /* (owned) (nullable) of the program, in English */
} SbFeedOutcome;

#define SB_TYPE_FEED_OUTCOME (sb_feed_outcome_get_type ())

GType sb_feed_outcome_get_type (void);

SbFeedOutcome *sb_feed_outcome_new (void) G_GNUC_WARN_UNUSED_RESULT;
SbFeedOutcome *sb_feed_outcome_copy (const SbFeedOutcome *self) G_GNUC_WARN_UNUSED_RESULT;
void sb_feed_outcome_free (SbFeedOutcome *self);

/* What is wrong, in one sentence for the reader; NULL when nothing is. */
char *sb_feed_outcome_dup_reason (const SbFeedOutcome *self,
                                  SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
/* The same of a feed of the catalogue, after its last attempt. */
char *sb_feed_dup_reason (SbRecord *feed,
                          SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbFeedOutcome, sb_feed_outcome_free)

G_END_DECLS
