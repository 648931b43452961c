/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-feed.h"

#include <glib/gi18n.h>

static const SbTerm feed_state_terms[] = {
  { SB_FEED_STATE_NEW, "new", N_ ("Not yet fetched") },
  { SB_FEED_STATE_UPDATED, "updated", N_ ("Updated") },
  { SB_FEED_STATE_UNCHANGED, "unchanged", N_ ("Unchanged") },
  { SB_FEED_STATE_EMPTY, "empty", N_ ("Empty") },
  { SB_FEED_STATE_FAILED, "failed", N_ ("Failed") },
  { SB_FEED_STATE_REFUSED, "refused", N_ ("Refused") },
  { SB_FEED_STATE_GONE, "gone", N_ ("Gone") },
};

const SbVocabulary sb_feed_state_vocabulary = SB_VOCABULARY (feed_state_terms);

/* The services are called by their names in every language. */
static const SbTerm feed_kind_terms[] = {
  { SB_FEED_KIND_FEED, "feed", N_ ("Feed") },
  { SB_FEED_KIND_RELIEFWEB, "reliefweb", N_ ("ReliefWeb") },
  { SB_FEED_KIND_ACLED, "acled", N_ ("ACLED") },
  { SB_FEED_KIND_UCDP, "ucdp", N_ ("UCDP") },
  { SB_FEED_KIND_HAPI, "hapi", N_ ("HDX HAPI") },
  { SB_FEED_KIND_GDACS, "gdacs", N_ ("GDACS") },
  { SB_FEED_KIND_GDELT, "gdelt", N_ ("GDELT") },
};

const SbVocabulary sb_feed_kind_vocabulary = SB_VOCABULARY (feed_kind_terms);

static const SbField fields[] = {
  [SB_FEED_URL] = { .name = "url", .type = SB_FIELD_TEXT, .flags = SB_FIELD_REQUIRED, .label = N_ ("Address") },
  [SB_FEED_TITLE] = { .name = "title", .type = SB_FIELD_TEXT, .label = N_ ("Title") },
  [SB_FEED_HOME] = { .name = "home", .type = SB_FIELD_TEXT, .label = N_ ("Site") },
  [SB_FEED_FOLDER] = { .name = "folder", .type = SB_FIELD_TEXT, .label = N_ ("Folder") },
  [SB_FEED_SOURCE] = { .name = "source", .type = SB_FIELD_REF, .target = SB_KIND_SOURCE, .label = N_ ("Source") },
  [SB_FEED_STATE] = { .name = "state", .type = SB_FIELD_TERM, .flags = SB_FIELD_BOOKKEEPING, .vocabulary = &sb_feed_state_vocabulary, .label = N_ ("State") },
  [SB_FEED_LAST_ATTEMPT] = { .name = "last_attempt", .type = SB_FIELD_TIME, .flags = SB_FIELD_BOOKKEEPING, .label = N_ ("Last attempt") },
  [SB_FEED_LAST_GOOD] = { .name = "last_good", .type = SB_FIELD_TIME, .flags = SB_FIELD_BOOKKEEPING, .label = N_ ("Last good answer") },
  [SB_FEED_NEXT_DUE] = { .name = "next_due", .type = SB_FIELD_TIME, .flags = SB_FIELD_BOOKKEEPING, .label = N_ ("Next due") },
  [SB_FEED_FAILURES] = { .name = "failures", .type = SB_FIELD_INTEGER, .flags = SB_FIELD_BOOKKEEPING, .label = N_ ("Failures in a row") },
  [SB_FEED_ERROR_CODE] = { .name = "error_code", .type = SB_FIELD_TEXT, .flags = SB_FIELD_BOOKKEEPING, .label = N_ ("Error") },
  [SB_FEED_ERROR_MESSAGE] = { .name = "error_message", .type = SB_FIELD_TEXT, .flags = SB_FIELD_BOOKKEEPING, .label = N_ ("Reason") },
  [SB_FEED_ETAG] = { .name = "etag", .type = SB_FIELD_TEXT, .flags = SB_FIELD_BOOKKEEPING, .label = N_ ("Entity tag") },
  [SB_FEED_LAST_MODIFIED] = { .name = "last_modified", .type = SB_FIELD_TEXT, .flags = SB_FIELD_BOOKKEEPING, .label = N_ ("Last modified") },
  [SB_FEED_INTERVAL] = { .name = "interval", .type = SB_FIELD_INTEGER, .label = N_ ("Interval in minutes") },
  [SB_FEED_PAUSED] = { .name = "paused", .type = SB_FIELD_BOOLEAN, .label = N_ ("Paused") },
  [SB_FEED_KIND] = { .name = "kind", .type = SB_FIELD_TERM, .vocabulary = &sb_feed_kind_vocabulary, .label = N_ ("Kind") },
  [SB_FEED_QUERY] = { .name = "query", .type = SB_FIELD_TEXT, .label = N_ ("Query") },
  [SB_FEED_CURSOR] = { .name = "cursor", .type = SB_FIELD_TEXT, .flags = SB_FIELD_BOOKKEEPING, .label = N_ ("Read so far") },
  [SB_FEED_FULL_TEXT] = { .name = "full_text", .type = SB_FIELD_BOOLEAN, .label = N_ ("Whole articles are fetched") },
};

const SbSchema sb_feed_schema = {
  .kind = SB_KIND_FEED,
  .name = "feed",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = SB_FEED_TITLE,
};
