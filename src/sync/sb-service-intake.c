/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-service-intake.h"

#include "sb-clock.h"
#include "sb-feed-lookup.h"
#include "sb-feed-schedule.h"
#include "sb-feeds-error.h"
#include "sb-record-builder.h"
#include "sb-table-intake.h"

/* How soon a walk that was cut goes on, in seconds. */
#define CUT_WAIT (5 * 60)

void
sb_service_tally_clear (SbServiceTally *self)
{
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->last_modified, g_free);
}

/* GDACS tells of all the world: which countries are wanted, its feed says. */
static char **
get_wanted_countries (SbRecord *feed,
                      const SbServicePage *page)
{
  g_autoptr (SbServiceWords) query = NULL;
  g_auto (GStrv) countries = NULL;

  if (page->shape != SB_TABLE_SHAPE_GDACS)
    return NULL;

  query = sb_service_words_new (sb_record_get_text (feed, SB_FEED_QUERY));
  countries = sb_service_words_split (query, "countries");
  return countries[0] != NULL ? g_steal_pointer (&countries) : NULL;
}

static gboolean
store_rows (SbStore *store,
            SbRecord *feed,
            const SbServicePage *page,
            SbServiceTally *tally,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (SbTable) table = sb_table_new (page->rows, NULL, error);
  g_autoptr (SbImportResult) result = sb_import_result_new ();
  g_autoptr (SbRef) ref = sb_record_dup_ref (feed);
  g_auto (GStrv) countries = get_wanted_countries (feed, page);
  const SbTableIntakeRequest request = {
    .table = table,
    .shape = page->shape,
    .file = sb_record_get_title (feed, SB_LANGUAGE_FR),
    .feed = ref,
    .countries = (const char *const *) countries,
  };

  if (table == NULL || !sb_table_intake (store, &request, result, cancellable, error))
    return FALSE;

  tally->n_new += result->counts.added;
  tally->n_updated += result->counts.updated;
  tally->n_withdrawn += result->n_withdrawn;
  /* GDELT is of all the world, and most of it is left out as it should be. */
  if (page->shape != SB_TABLE_SHAPE_GDELT)
    tally->n_rejected += result->rejections->len;
  return TRUE;
}

static gboolean
put_cursor (SbStore *store,
            SbRecord *feed,
            const char *cursor,
            GError **error)
{
  g_autoptr (SbRecordBuilder) builder = sb_record_builder_new_from (feed);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRecord) record = NULL;

  sb_record_builder_set_text (builder, SB_FEED_CURSOR, cursor);
  record = sb_record_builder_end (g_steal_pointer (&builder));
  sb_change_set_put (changes, record);
  return sb_store_apply (store, changes, error) >= 0;
}

static gboolean
store_page (SbStore *store,
            SbRecord *feed,
            const SbServicePage *page,
            const char *cursor,
            SbServiceTally *tally,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (SbStoreHold) hold = sb_store_hold (store, error);

  return hold != NULL && store_rows (store, feed, page, tally, cancellable, error) &&
         put_cursor (store, feed, cursor, error) && sb_store_hold_commit (hold, error);
}

gboolean
sb_service_intake_page (SbStore *store,
                        gint64 feed,
                        const SbServicePage *page,
                        const char *cursor,
                        SbServiceTally *tally,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbRecord) stored = NULL;
  SbServiceTally sum;

  g_return_val_if_fail (SB_IS_STORE (store), FALSE);
  g_return_val_if_fail (page != NULL && tally != NULL, FALSE);

  stored = sb_store_get (store, SB_KIND_FEED, feed, &failure);
  if (stored == NULL)
    {
      tally->is_gone = failure == NULL;
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      return tally->is_gone;
    }

  /* What is not stored is not counted. */
  sum = *tally;
  if (page->rows != NULL && !store_page (store, stored, page, cursor, &sum, cancellable, error))
    return FALSE;

  *tally = sum;
  tally->n_rows += page->n_rows;
  return TRUE;
}

static SbFeedState
state_of_services_error (int code)
{
  switch (code)
    {
    case SB_SERVICES_ERROR_SIGN_IN:
    case SB_SERVICES_ERROR_CREDENTIALS:
    case SB_SERVICES_ERROR_EXPIRED:
    case SB_SERVICES_ERROR_NO_ACCESS:
    case SB_SERVICES_ERROR_APP_NAME:
    case SB_SERVICES_ERROR_QUOTA:
    case SB_SERVICES_ERROR_HTML:
      return SB_FEED_STATE_REFUSED;

    case SB_SERVICES_ERROR_RETIRED:
      return SB_FEED_STATE_GONE;

    case SB_SERVICES_ERROR_NOTHING:
      return SB_FEED_STATE_EMPTY;

    default:
      return SB_FEED_STATE_FAILED;
    }
}

static SbFeedState
state_of_failure (const GError *failure)
{
  if (failure->domain == SB_SERVICES_ERROR)
    return state_of_services_error (failure->code);
  if (g_error_matches (failure, SB_FEEDS_ERROR, SB_FEEDS_ERROR_REFUSED) ||
      g_error_matches (failure, SB_FEEDS_ERROR, SB_FEEDS_ERROR_RATE_LIMITED))
    return SB_FEED_STATE_REFUSED;

  return g_error_matches (failure, SB_FEEDS_ERROR, SB_FEEDS_ERROR_EMPTY) ? SB_FEED_STATE_EMPTY : SB_FEED_STATE_FAILED;
}

static const char *
get_code_name (const GError *failure)
{
  if (failure->domain == SB_SERVICES_ERROR)
    return sb_services_error_get_name ((SbServicesError) failure->code);
  if (failure->domain == SB_FEEDS_ERROR)
    return sb_feeds_error_get_name ((SbFeedsError) failure->code);

  return "failed";
}

static void
note_failure (SbFeedOutcome *outcome,
              const GError *failure)
{
  outcome->state = state_of_failure (failure);
  outcome->error_code = g_strdup (get_code_name (failure));
  outcome->error_message = g_strdup (failure->message);
}

/* A walk that never found anything asks for what is not there. */
static void
note_success (SbFeedOutcome *outcome,
              const SbServiceTally *tally,
              SbRecord *feed)
{
  g_autoptr (GError) nothing = NULL;

  outcome->state = SB_FEED_STATE_UNCHANGED;
  if (tally->n_new + tally->n_updated + tally->n_withdrawn > 0)
    {
      outcome->state = SB_FEED_STATE_UPDATED;
      return;
    }
  if (tally->n_rows > 0 || sb_record_get_time (feed, SB_FEED_LAST_GOOD) != 0 ||
      sb_record_get_term (feed, SB_FEED_KIND, SB_FEED_KIND_FEED) == SB_FEED_KIND_GDELT)
    return;

  nothing = g_error_new_literal (SB_SERVICES_ERROR, SB_SERVICES_ERROR_NOTHING, "There is nothing of what was asked for");
  note_failure (outcome, nothing);
}

static gint64
get_next_due (SbRecord *feed,
              const SbServiceTally *tally,
              gint64 now,
              guint n_failures)
{
  SbFeedHint hint = { .failures = n_failures, .retry_after = tally->retry_after };

  if (tally->is_cut)
    return MAX (now + CUT_WAIT, tally->retry_after);

  return sb_feed_next_due (feed, now, &hint);
}

static SbRecord *
make_feed (SbRecord *feed,
           const SbFeedOutcome *outcome,
           const SbServiceTally *tally,
           const char *cursor)
{
  g_autoptr (SbRecordBuilder) builder = sb_record_builder_new_from (feed);
  gboolean is_good = outcome->state == SB_FEED_STATE_UPDATED || outcome->state == SB_FEED_STATE_UNCHANGED;
  gint64 now = sb_clock_now ();
  guint n_failures = 0;

  if (outcome->state == SB_FEED_STATE_FAILED || outcome->state == SB_FEED_STATE_REFUSED)
    n_failures = (guint) sb_record_get_integer (feed, SB_FEED_FAILURES, 0) + 1;

  sb_record_builder_set_term (builder, SB_FEED_STATE, (int) outcome->state);
  sb_record_builder_set_time (builder, SB_FEED_LAST_ATTEMPT, now);
  sb_record_builder_set_integer (builder, SB_FEED_FAILURES, n_failures);
  sb_record_builder_set_text (builder, SB_FEED_ERROR_CODE, outcome->error_code);
  sb_record_builder_set_text (builder, SB_FEED_ERROR_MESSAGE, outcome->error_message);
  sb_record_builder_set_time (builder, SB_FEED_NEXT_DUE, get_next_due (feed, tally, now, n_failures));
  if (cursor != NULL)
    sb_record_builder_set_text (builder, SB_FEED_CURSOR, cursor);
  if (outcome->state == SB_FEED_STATE_GONE)
    sb_record_builder_set_boolean (builder, SB_FEED_PAUSED, TRUE);
  if (is_good)
    {
      sb_record_builder_set_time (builder, SB_FEED_LAST_GOOD, now);
      sb_record_builder_set_text (builder, SB_FEED_ETAG, tally->etag);
      sb_record_builder_set_text (builder, SB_FEED_LAST_MODIFIED, tally->last_modified);
    }

  return sb_record_builder_end (g_steal_pointer (&builder));
}

SbFeedOutcome *
sb_service_intake_end (SbStore *store,
                       gint64 feed,
                       const SbServiceTally *tally,
                       const char *cursor,
                       const GError *failure,
                       GError **error)
{
  g_autoptr (SbRecord) stored = NULL;
  g_autoptr (SbRecord) changed = NULL;
  g_autoptr (SbFeedOutcome) outcome = NULL;
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);

  g_return_val_if_fail (SB_IS_STORE (store), NULL);
  g_return_val_if_fail (tally != NULL, NULL);

  stored = sb_store_get (store, SB_KIND_FEED, feed, error);
  if (stored == NULL)
    return NULL;

  outcome = sb_feed_outcome_new ();
  outcome->feed = feed;
  outcome->kind = (SbFeedKind) sb_record_get_term (stored, SB_FEED_KIND, SB_FEED_KIND_FEED);
  outcome->url = g_strdup (sb_record_get_text (stored, SB_FEED_URL));
  outcome->title = g_strdup (sb_record_get_title (stored, SB_LANGUAGE_FR));
  outcome->n_new = tally->n_new;
  outcome->n_updated = tally->n_updated;
  outcome->n_withdrawn = tally->n_withdrawn;
  outcome->n_rejected = tally->n_rejected;
  outcome->n_bytes = tally->n_bytes;
  outcome->duration = tally->duration;
  if (failure != NULL)
    note_failure (outcome, failure);
  else
    note_success (outcome, tally, stored);

  changed = make_feed (stored, outcome, tally, cursor);
  sb_change_set_put (changes, changed);
  return sb_store_apply (store, changes, error) >= 0 ? g_steal_pointer (&outcome) : NULL;
}

gint64
sb_service_feed_add (SbStore *store,
                     const SbService *service,
                     const char *query,
                     const char *title,
                     GError **error)
{
  g_autofree char *url = sb_service_make_url (service, query);
  g_autofree char *made_title = sb_service_make_title (service, query, sb_language_get_interface ());
  g_autoptr (SbRecordBuilder) builder = NULL;
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRecord) feed = NULL;
  gint64 id;

  g_return_val_if_fail (SB_IS_STORE (store), 0);

  if (!sb_feed_find_by_url (store, url, &id, error))
    return 0;
  if (id != 0)
    return id;

  builder = sb_record_builder_new (&sb_feed_schema);
  sb_record_builder_set_text (builder, SB_FEED_URL, url);
  sb_record_builder_set_text (builder, SB_FEED_TITLE, title != NULL ? title : made_title);
  sb_record_builder_set_text (builder, SB_FEED_HOME, sb_service_get_home (service));
  sb_record_builder_set_term (builder, SB_FEED_KIND, (int) sb_service_get_kind (service));
  sb_record_builder_set_text (builder, SB_FEED_QUERY, query);
  sb_record_builder_set_term (builder, SB_FEED_STATE, SB_FEED_STATE_NEW);
  sb_record_builder_set_integer (builder, SB_FEED_INTERVAL, sb_service_get_interval (service));
  feed = sb_record_builder_end (g_steal_pointer (&builder));
  sb_change_set_put (changes, feed);
  if (sb_store_apply (store, changes, error) < 0 || !sb_feed_find_by_url (store, url, &id, error))
    return 0;

  return id;
}
