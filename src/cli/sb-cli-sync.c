/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-attachment.h"
#include "sb-cli-commands.h"
#include "sb-cli-lookup.h"

#include <glib/gi18n.h>

#include "sb-cli-session.h"
#include "sb-cli-table.h"
#include "sb-error-text.h"
#include "sb-sync-attachment.h"

/* Run in the worker of the catalogue. */
static gpointer
index_store (SbStore *store,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  return sb_cli_index_store (store, data, error) ? store : NULL;
}

/* What came in is found at once by the next search. */
static void
session_index (SbCliSession *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  sb_catalogue_run_writer_async (self->catalogue, index_store, sb_cli_job_get_operation (self->job), NULL, NULL,
                                 sb_cli_session_get_cancellable (self), sb_cli_session_done_cb, self);
  result = sb_cli_session_wait (self);
  if (sb_catalogue_read_finish (self->catalogue, result, &error) == NULL)
    sb_cli_tell_unindexed (error);
  sb_cli_job_hide (self->job);
}

static void
write_outcome_json (const SbFeedOutcome *outcome,
                    JsonBuilder *builder)
{
  g_autofree char *reason = sb_feed_outcome_dup_reason (outcome, sb_language_get_interface ());

  json_builder_begin_object (builder);
  sb_cli_add_integer (builder, "id", outcome->feed);
  sb_cli_add_text (builder, "kind", sb_vocabulary_find (&sb_feed_kind_vocabulary, outcome->kind)->name);
  sb_cli_add_text (builder, "title", outcome->title);
  sb_cli_add_text (builder, "url", outcome->url);
  sb_cli_add_text (builder, "state", sb_vocabulary_find (&sb_feed_state_vocabulary, outcome->state)->name);
  sb_cli_add_integer (builder, "new", outcome->n_new);
  sb_cli_add_integer (builder, "updated", outcome->n_updated);
  sb_cli_add_integer (builder, "withdrawn", outcome->n_withdrawn);
  sb_cli_add_integer (builder, "rejected", outcome->n_rejected);
  sb_cli_add_integer (builder, "articles", outcome->n_articles);
  sb_cli_add_integer (builder, "summaries", outcome->n_summaries);
  sb_cli_add_integer (builder, "delayed", outcome->n_delayed);
  sb_cli_add_integer (builder, "bytes", outcome->n_bytes);
  sb_cli_add_integer (builder, "ms", outcome->duration);
  sb_cli_add_error (builder, outcome->error_code != NULL ? outcome->error_code : "empty", reason);
  json_builder_end_object (builder);
}

static void
print_outcomes_json (GPtrArray *outcomes)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "feeds");
  json_builder_begin_array (builder);
  for (guint i = 0; i < outcomes->len; i++)
    write_outcome_json (g_ptr_array_index (outcomes, i), builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  sb_cli_print_json (json_builder_get_root (builder));
}

static void
add_outcome (SbCliTable *table,
             const SbFeedOutcome *outcome)
{
  SbLanguage language = sb_language_get_interface ();
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, outcome->feed);
  g_autofree char *n_new = g_strdup_printf ("%u", outcome->n_new);
  g_autofree char *n_updated = g_strdup_printf ("%u", outcome->n_updated);
  g_autofree char *n_withdrawn = g_strdup_printf ("%u", outcome->n_withdrawn);
  g_autofree char *reason = sb_feed_outcome_dup_reason (outcome, language);
  const char *cells[] = {
    id,
    outcome->title,
    sb_vocabulary_get_label (&sb_feed_state_vocabulary, outcome->state, language),
    n_new,
    n_updated,
    n_withdrawn,
    reason,
  };

  sb_cli_table_add (table, cells);
}

/* What became of the pages that feeds lead to. */
static void
tell_articles (GPtrArray *outcomes)
{
  guint n_articles = 0;
  guint n_summaries = 0;
  guint n_delayed = 0;

  for (guint i = 0; i < outcomes->len; i++)
    {
      const SbFeedOutcome *outcome = g_ptr_array_index (outcomes, i);

      n_articles += outcome->n_articles;
      n_summaries += outcome->n_summaries;
      n_delayed += outcome->n_delayed;
    }

  if (n_articles > 0)
    sb_cli_tell (ngettext ("%u whole article was fetched.", "%u whole articles were fetched.", n_articles), n_articles);
  if (n_summaries > 0)
    sb_cli_tell (ngettext ("%u summary stays: “show document” says why.", "%u summaries stay: “show document” says why.", n_summaries),
                 n_summaries);
  if (n_delayed > 0)
    sb_cli_tell (ngettext ("%u page did not come and is asked for again.", "%u pages did not come and are asked for again.", n_delayed),
                 n_delayed);
}

static void
print_outcomes (GPtrArray *outcomes)
{
  g_autoptr (SbCliTable) table =
    sb_cli_table_new (_ ("Id"), _ ("Title"), _ ("State"), _ ("New"), _ ("Updated"), _ ("Withdrawn"), _ ("Reason"), NULL);

  if (outcomes->len == 0)
    {
      sb_cli_tell ("%s", _ ("No feed is due: “sync --now” fetches them all."));
      return;
    }

  for (guint i = 0; i < outcomes->len; i++)
    add_outcome (table, g_ptr_array_index (outcomes, i));
  sb_cli_table_print (table);
  tell_articles (outcomes);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const SbFeedOutcome *const *first = a;
  const SbFeedOutcome *const *second = b;

  return ((*first)->feed > (*second)->feed) - ((*first)->feed < (*second)->feed);
}

/* The feeds that the arguments name; NULL when one of them is none. */
static GArray *
read_ids (SbCli *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SbStore) store = NULL;

  if (self->n_arguments > 0 && !(store = sb_cli_open_store (self, SB_STORE_READ_ONLY)))
    return NULL;

  for (guint i = 0; i < self->n_arguments; i++)
    {
      g_autoptr (SbRecord) feed = NULL;
      gint64 id;

      if (sb_cli_read_id (self->arguments[i], &id))
        feed = sb_store_get (store, SB_KIND_FEED, id, NULL);
      if (feed == NULL)
        {
          g_autofree char *quoted = sb_cli_quote (self->arguments[i]);

          sb_cli_tell (_ ("There is no feed %s."), quoted);
          return NULL;
        }
      g_array_append_val (ids, id);
    }

  return g_steal_pointer (&ids);
}

/* Run in the worker. */
static gpointer
read_in_writer (SbStore *store,
                gpointer data,
                GCancellable *cancellable,
                GError **error)
{
  return GINT_TO_POINTER (sb_cli_read_names (store, data, error));
}

/* What has come in is read, compared and indexed; what fails here waits for the next sync. */
static SbCliStatus
read_documents (SbCliSession *session,
                SbCli *cli)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  sb_catalogue_run_writer_async (session->catalogue, read_in_writer, sb_cli_job_get_operation (session->job), NULL, NULL,
                                 sb_cli_session_get_cancellable (session), sb_cli_session_done_cb, session);
  result = sb_cli_session_wait (session);
  sb_catalogue_read_finish (session->catalogue, result, &error);
  sb_cli_job_hide (session->job);
  if (error != NULL)
    return sb_cli_fail (cli->catalogue, error);

  session_index (session);
  return SB_CLI_DONE;
}

SbCliStatus
sb_cli_sync (SbCli *self)
{
  g_auto (SbCliSession) session = { 0 };
  g_autoptr (GArray) ids = read_ids (self);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) outcomes = NULL;
  g_autoptr (GError) error = NULL;

  if (ids == NULL || !sb_cli_session_open (&session, self))
    return SB_CLI_FAILED;

  sb_sync_run_async (session.sync, (const gint64 *) ids->data, ids->len, SB_SYNC_LEAVE_TEXTS | (self->wants_now ? SB_SYNC_NOW : SB_SYNC_DEFAULT),
                     sb_cli_job_get_operation (session.job), sb_cli_session_get_cancellable (&session), sb_cli_session_done_cb, &session);
  result = sb_cli_session_wait (&session);
  outcomes = sb_sync_run_finish (session.sync, result, &error);
  sb_cli_job_hide (session.job);
  if (outcomes == NULL)
    return sb_cli_fail (NULL, error);

  g_ptr_array_sort (outcomes, compare_ids);
  if (self->wants_json)
    print_outcomes_json (outcomes);
  else
    print_outcomes (outcomes);

  return read_documents (&session, self);
}

static void
print_added (SbCli *self,
             SbFeedOutcome *outcome)
{
  g_autoptr (GPtrArray) outcomes = g_ptr_array_new ();

  if (self->wants_json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      write_outcome_json (outcome, builder);
      sb_cli_print_json (json_builder_get_root (builder));
      return;
    }

  g_ptr_array_add (outcomes, outcome);
  print_outcomes (outcomes);
}

/* Tells what came of a new feed, and reads what it brought as a sync does. */
static SbCliStatus
finish_adding (SbCliSession *session,
               SbCli *self,
               SbFeedOutcome *outcome)
{
  print_added (self, outcome);
  return read_documents (session, self);
}

static SbCliStatus
add_feed (SbCli *self,
          const char *address)
{
  g_auto (SbCliSession) session = { 0 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SbFeedOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  if (!sb_cli_session_open (&session, self))
    return SB_CLI_FAILED;

  sb_sync_add_feed_async (session.sync, address, self->title, self->wants_full_text ? SB_SYNC_ADD_FULL_TEXT : SB_SYNC_ADD_DEFAULT,
                          sb_cli_session_get_cancellable (&session), sb_cli_session_done_cb, &session);
  result = sb_cli_session_wait (&session);
  outcome = sb_sync_add_feed_finish (session.sync, result, &error);
  return outcome != NULL ? finish_adding (&session, self, outcome) : sb_cli_fail (address, error);
}

/* The options that say what a service is asked for, as its query. */
static char *
make_query (SbCli *self)
{
  const struct
  {
    const char *name;
    const char *value;
  } words[] = {
    { "countries", self->countries },
    { "dataset", self->dataset },
    { "from", self->from },
    { "text", self->text },
    { "to", self->to },
    { "version", self->version },
  };
  g_autoptr (SbServiceWords) query = sb_service_words_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    sb_service_words_set (query, words[i].name, words[i].value);

  return sb_service_words_to_text (query);
}

static SbCliStatus
add_service (SbCli *self,
             const SbService *service)
{
  g_autofree char *query = make_query (self);
  g_autofree char *normal = NULL;
  g_auto (SbCliSession) session = { 0 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SbFeedOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  normal = sb_service_normalise_query (service, query, &error);
  if (normal == NULL)
    {
      g_autofree char *reason = sb_error_text (error, sb_language_get_interface ());

      return sb_cli_refuse ("%s", reason);
    }
  if (!sb_cli_session_open (&session, self))
    return SB_CLI_FAILED;

  sb_sync_add_service_async (session.sync, service, normal, self->title, sb_cli_session_get_cancellable (&session),
                             sb_cli_session_done_cb, &session);
  result = sb_cli_session_wait (&session);
  outcome = sb_sync_add_feed_finish (session.sync, result, &error);
  return outcome != NULL ? finish_adding (&session, self, outcome) : sb_cli_fail (sb_service_get_label (service), error);
}

SbCliStatus
sb_cli_feed_add (SbCli *self)
{
  const char *kind = self->kind != NULL ? self->kind : "feed";
  gboolean is_feed = g_str_equal (kind, "feed");
  const SbService *service = sb_service_find (kind);

  if (!is_feed && service == NULL)
    {
      g_autofree char *quoted = sb_cli_quote (kind);

      return sb_cli_refuse (_ ("There is no kind of feed “%s”."), quoted);
    }
  if (is_feed && self->n_arguments == 0)
    return sb_cli_refuse ("%s", _ ("A feed needs its address."));
  if (service != NULL && self->n_arguments > 0)
    return sb_cli_refuse ("%s", _ ("A data service has no address of its own: its options say what to ask for."));

  return service != NULL ? add_service (self, service) : add_feed (self, self->arguments[0]);
}

/* Tells of the document that came, and reads it as a sync does. @format has the number
 * of it. */
static SbCliStatus
finish_keeping (SbCliSession *session,
                SbCli *self,
                gint64 id,
                const char *format)
{
  if (self->wants_json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      sb_cli_add_integer (builder, "document", id);
      json_builder_end_object (builder);
      sb_cli_print_json (json_builder_get_root (builder));
    }
  else
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
      g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
      g_autofree char *line = g_strjoinv (number, parts);

      sb_cli_print ("%s", line);
    }

  return read_documents (session, self);
}

SbCliStatus
sb_cli_capture (SbCli *self)
{
  const char *address = self->arguments[0];
  g_auto (SbCliSession) session = { 0 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!sb_cli_session_open (&session, self))
    return SB_CLI_FAILED;

  sb_sync_capture_async (session.sync, address, sb_cli_session_get_cancellable (&session), sb_cli_session_done_cb, &session);
  result = sb_cli_session_wait (&session);
  id = sb_sync_capture_finish (session.sync, result, &error);
  sb_cli_job_hide (session.job);
  if (id == 0)
    return sb_cli_fail (address, error);

  return finish_keeping (&session, self, id, _ ("The page was kept as document %s.\n"));
}

/* The address of the attachment that was asked for; says why there is none. */
static char *
find_attachment (SbCli *self,
                 gint64 *document)
{
  g_autoptr (SbStore) store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  g_autoptr (SbRecord) record = store != NULL ? sb_cli_find_record (store, SB_KIND_DOCUMENT, self->arguments[0]) : NULL;

  if (record == NULL)
    return NULL;

  *document = sb_record_get_id (record);
  return sb_cli_dup_attachment_url (record, self->arguments[1]);
}

SbCliStatus
sb_cli_attachment_fetch (SbCli *self)
{
  gint64 document;
  g_autofree char *url = find_attachment (self, &document);
  g_auto (SbCliSession) session = { 0 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (url == NULL || !sb_cli_session_open (&session, self))
    return SB_CLI_FAILED;

  sb_sync_fetch_attachment_async (session.sync, document, url, sb_cli_job_get_operation (session.job),
                                  sb_cli_session_get_cancellable (&session), sb_cli_session_done_cb, &session);
  result = sb_cli_session_wait (&session);
  id = sb_sync_fetch_attachment_finish (session.sync, result, &error);
  sb_cli_job_hide (session.job);
  if (id == 0)
    return sb_cli_fail (url, error);

  return finish_keeping (&session, self, id, _ ("The attachment was kept as document %s.\n"));
}
