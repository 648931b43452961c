/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-kind.h"

G_BEGIN_DECLS

/* An address that is polled for documents or events. What became of the last
 * poll is a part of it. */

typedef enum
{
  SB_FEED_STATE_NEW,
  SB_FEED_STATE_UPDATED,
  SB_FEED_STATE_UNCHANGED,
  SB_FEED_STATE_EMPTY,
  SB_FEED_STATE_FAILED,
  SB_FEED_STATE_REFUSED,
  SB_FEED_STATE_GONE,
} SbFeedState;

/* What answers at the address, and so what it is asked with. */
typedef enum
{
  SB_FEED_KIND_FEED, /* RSS, Atom, JSON Feed */
  SB_FEED_KIND_RELIEFWEB,
  SB_FEED_KIND_ACLED,
  SB_FEED_KIND_UCDP,
  SB_FEED_KIND_HAPI,
  SB_FEED_KIND_GDACS,
  SB_FEED_KIND_GDELT,
} SbFeedKind;

#define SB_N_FEED_KINDS (SB_FEED_KIND_GDELT + 1)

typedef enum
{
  SB_FEED_URL,
  SB_FEED_TITLE,
  SB_FEED_HOME,
  SB_FEED_FOLDER,
  SB_FEED_SOURCE,
  SB_FEED_STATE,
  SB_FEED_LAST_ATTEMPT,
  SB_FEED_LAST_GOOD,
  SB_FEED_NEXT_DUE,
  SB_FEED_FAILURES,
  SB_FEED_ERROR_CODE,
  SB_FEED_ERROR_MESSAGE,
  SB_FEED_ETAG,
  SB_FEED_LAST_MODIFIED,
  SB_FEED_INTERVAL,
  SB_FEED_PAUSED,
  SB_FEED_KIND, /* none is a feed */
  SB_FEED_QUERY, /* what a service is asked for: "countries=ML,NE&from=2025-01-01" */
  SB_FEED_CURSOR, /* how far a service was read, in its own words */
  SB_FEED_FULL_TEXT, /* the pages of its entries are fetched */
} SbFeedField;

extern const SbVocabulary sb_feed_kind_vocabulary;

extern const SbVocabulary sb_feed_state_vocabulary;

extern const SbSchema sb_feed_schema;

G_END_DECLS
