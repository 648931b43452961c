/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-feed-edit.h"

#include "sb-feed-lookup.h"
#include "sb-feed-schedule.h"
#include "sb-feed.h"
#include "sb-fetcher.h"
#include "sb-record-builder.h"
#include "sb-service.h"
#include "sb-source.h"
#include "sb-sync-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* One feed that is changed. */
typedef struct
{
  SbStore *store;
  const SbFeedEdit *edit;
  SbRecord *feed; /* as it is stored */
  const SbService *service; /* (nullable) */
  SbRecordBuilder *builder; /* as it will be */
  SbChangeSet *changes;
} Change;

static gboolean
fail (GError **error,
      SbSyncError code,
      const char *piece)
{
  g_set_error_literal (error, SB_SYNC_ERROR, (int) code, piece);
  return FALSE;
}

static gboolean
check_interval (const SbFeedEdit *edit,
                GError **error)
{
  g_autofree char *minutes = NULL;

  if (edit->interval == SB_FEED_EDIT_KEEP || edit->interval == 0 ||
      (edit->interval >= SB_FEED_EDIT_MIN_INTERVAL && edit->interval <= SB_FEED_EDIT_MAX_INTERVAL))
    return TRUE;

  minutes = g_strdup_printf ("%d", edit->interval);
  return fail (error, SB_SYNC_ERROR_INTERVAL, minutes);
}

/* The codes of @languages as they are kept, "fr, en"; NULL and an error where one is
 * none. */
static char *
normalise_languages (const char *languages,
                     GError **error)
{
  g_auto (GStrv) codes = g_strsplit_set (languages, " ,;", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *lower = g_ascii_strdown (codes[i], -1);

      if (*lower == '\0')
        continue;
      if (strspn (lower, "abcdefghijklmnopqrstuvwxyz") != strlen (lower) || strlen (lower) < 2 || strlen (lower) > 3)
        {
          fail (error, SB_SYNC_ERROR_LANGUAGE, codes[i]);
          return NULL;
        }

      g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", lower);
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* What was learnt of the old address does not go for the new one. */
static void
begin_anew (Change *self,
            const char *url)
{
  static const guint fields[] = {
    SB_FEED_HOME,
    SB_FEED_NEXT_DUE,
    SB_FEED_FAILURES,
    SB_FEED_ERROR_CODE,
    SB_FEED_ERROR_MESSAGE,
    SB_FEED_ETAG,
    SB_FEED_LAST_MODIFIED,
    SB_FEED_CURSOR,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    sb_record_builder_clear (self->builder, fields[i]);

  sb_record_builder_set_text (self->builder, SB_FEED_URL, url);
  /* One that is gone was paused because of its address. */
  if (sb_record_get_term (self->feed, SB_FEED_STATE, SB_FEED_STATE_NEW) == SB_FEED_STATE_GONE)
    sb_record_builder_set_boolean (self->builder, SB_FEED_PAUSED, FALSE);
  sb_record_builder_set_term (self->builder, SB_FEED_STATE, SB_FEED_STATE_NEW);
  if (self->service != NULL)
    sb_record_builder_set_text (self->builder, SB_FEED_HOME, sb_service_get_home (self->service));
}

/* @url is what tells the feed from others. */
static gboolean
set_url (Change *self,
         const char *url,
         GError **error)
{
  g_autoptr (SbRecord) other = NULL;
  gint64 id;

  if (g_strcmp0 (sb_record_get_text (self->feed, SB_FEED_URL), url) == 0)
    return TRUE;
  if (!sb_feed_find_by_url (self->store, url, &id, error))
    return FALSE;

  if (id != 0 && id != sb_record_get_id (self->feed))
    {
      other = sb_store_get (self->store, SB_KIND_FEED, id, error);
      return other != NULL && fail (error, SB_SYNC_ERROR_FEED_TWICE, sb_record_get_title (other, SB_LANGUAGE_FR));
    }

  begin_anew (self, url);
  return TRUE;
}

static gboolean
set_address (Change *self,
             GError **error)
{
  g_autofree char *url = NULL;

  if (self->edit->url == NULL)
    return TRUE;
  if (self->service != NULL)
    return fail (error, SB_SYNC_ERROR_NOT_OF_SERVICE, sb_service_get_label (self->service));

  url = sb_fetcher_normalise_address (self->edit->url, error);
  return url != NULL && set_url (self, url, error);
}

/* The first word that is to be another one; NULL for none. */
static const char *
find_first_word (const SbFeedEdit *edit)
{
  for (guint i = 0; i < edit->n_words; i++)
    if (edit->words[i].value != NULL)
      return edit->words[i].name;

  return NULL;
}

/* The query that there is with the words of the edit in it. */
static char *
make_query (Change *self,
            GError **error)
{
  g_autoptr (SbServiceWords) query = sb_service_words_new (sb_record_get_text (self->feed, SB_FEED_QUERY));
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->edit->n_words; i++)
    if (self->edit->words[i].value != NULL)
      sb_service_words_set (query, self->edit->words[i].name, self->edit->words[i].value);

  text = sb_service_words_to_text (query);
  return sb_service_normalise_query (self->service, text, error);
}

/* Whether the feed is called by what it is asked for, in one language or the other. */
static gboolean
has_made_title (Change *self)
{
  const char *title = sb_record_get_text (self->feed, SB_FEED_TITLE);
  const char *query = sb_record_get_text (self->feed, SB_FEED_QUERY);

  for (int language = 0; language < SB_N_LANGUAGES; language++)
    {
      g_autofree char *made = sb_service_make_title (self->service, query, (SbLanguage) language);

      if (g_strcmp0 (title, made) == 0)
        return TRUE;
    }

  return title == NULL;
}

static gboolean
set_query (Change *self,
           GError **error)
{
  const char *first = find_first_word (self->edit);
  g_autofree char *query = NULL;
  g_autofree char *url = NULL;

  if (first == NULL)
    return TRUE;
  if (self->service == NULL)
    return fail (error, SB_SYNC_ERROR_NOT_OF_FEED, first);

  query = make_query (self, error);
  if (query == NULL)
    return FALSE;

  if (has_made_title (self))
    {
      g_autofree char *title = sb_service_make_title (self->service, query, sb_language_get_interface ());

      sb_record_builder_set_text (self->builder, SB_FEED_TITLE, title);
    }
  sb_record_builder_set_text (self->builder, SB_FEED_QUERY, query);
  url = sb_service_make_url (self->service, query);
  return set_url (self, url, error);
}

static void
set_title (Change *self)
{
  const char *title = self->edit->title;
  const char *query = sb_record_get_text (self->feed, SB_FEED_QUERY);
  g_autofree char *made = NULL;

  if (title == NULL)
    return;

  /* A feed says what it is called when it is fetched again. */
  if (*title == '\0' && self->service != NULL)
    title = made = sb_service_make_title (self->service, query, sb_language_get_interface ());
  sb_record_builder_set_text (self->builder, SB_FEED_TITLE, *title != '\0' ? title : NULL);
}

/* Gives the source that @ref stands for the languages of the edit. */
static gboolean
set_languages (Change *self,
               SbRef *ref,
               const char *name,
               GError **error)
{
  g_autofree char *languages = normalise_languages (self->edit->languages, error);
  g_autoptr (SbRecord) stored = NULL;
  g_autoptr (SbRecordBuilder) builder = NULL;
  g_autoptr (SbRecord) source = NULL;

  if (languages == NULL)
    return FALSE;
  if (sb_ref_get_id (ref) != 0 && !(stored = sb_store_get (self->store, SB_KIND_SOURCE, sb_ref_get_id (ref), error)))
    return FALSE;

  builder = stored != NULL ? sb_record_builder_new_from (stored) : sb_record_builder_new (&sb_source_schema);
  if (stored == NULL)
    {
      sb_record_builder_set_uuid (builder, sb_ref_get_uuid (ref));
      sb_record_builder_set_words (builder, SB_SOURCE_NAME, name, NULL);
    }
  sb_record_builder_set_text (builder, SB_SOURCE_LANGUAGES, languages);
  source = sb_record_builder_end (g_steal_pointer (&builder));
  sb_change_set_put (self->changes, source);
  return TRUE;
}

/* Who publishes it, and in which languages. */
static gboolean
set_source (Change *self,
            GError **error)
{
  const SbFeedEdit *edit = self->edit;
  SbRef *known = sb_record_get_ref (self->feed, SB_FEED_SOURCE);
  g_autofree char *name = g_strstrip (g_strdup (edit->source != NULL ? edit->source : sb_record_get_title (self->feed, SB_LANGUAGE_FR)));
  g_autoptr (SbRef) source = NULL;

  if (edit->source == NULL && edit->languages == NULL)
    return TRUE;
  if (edit->source != NULL && *name == '\0')
    {
      sb_record_builder_clear (self->builder, SB_FEED_SOURCE);
      return TRUE;
    }

  source = edit->source == NULL && known != NULL ? sb_ref_ref (known)
                                                 : sb_source_find_or_add (self->store, name, NULL, self->changes, error);
  if (source == NULL)
    return FALSE;

  sb_record_builder_set_ref (self->builder, SB_FEED_SOURCE, source);
  return edit->languages == NULL || set_languages (self, source, name, error);
}

static void
set_interval (Change *self)
{
  const SbFeedEdit *edit = self->edit;
  const int usual = self->service != NULL ? (int) sb_service_get_interval (self->service) : 0;
  const int interval = edit->interval == 0 ? usual : edit->interval;

  if (edit->interval == SB_FEED_EDIT_KEEP)
    return;

  sb_record_builder_clear (self->builder, SB_FEED_INTERVAL);
  if (interval > 0)
    sb_record_builder_set_integer (self->builder, SB_FEED_INTERVAL, interval);
}

/* What is asked more often is not waited for as long as it was before. */
static SbRecord *
end_change (Change *self)
{
  g_autoptr (SbRecord) changed = sb_record_builder_end (g_steal_pointer (&self->builder));
  gint64 attempt = sb_record_get_time (changed, SB_FEED_LAST_ATTEMPT);
  gint64 due = sb_record_get_time (changed, SB_FEED_NEXT_DUE);
  const SbFeedHint hint = { 0 };
  SbRecordBuilder *builder;

  if (self->edit->interval == SB_FEED_EDIT_KEEP || attempt == 0 || due == 0 ||
      sb_record_get_integer (changed, SB_FEED_FAILURES, 0) > 0)
    return g_steal_pointer (&changed);

  builder = sb_record_builder_new_from (changed);
  sb_record_builder_set_time (builder, SB_FEED_NEXT_DUE, sb_feed_next_due (changed, attempt, &hint));
  return sb_record_builder_end (builder);
}

static gboolean
set_full_text (Change *self,
               GError **error)
{
  if (self->edit->has_full_text == SB_FEED_EDIT_KEEP)
    return TRUE;
  if (self->service != NULL)
    return fail (error, SB_SYNC_ERROR_NOT_OF_SERVICE, sb_service_get_label (self->service));

  sb_record_builder_set_boolean (self->builder, SB_FEED_FULL_TEXT, self->edit->has_full_text);
  return TRUE;
}

static gboolean
change_feed (Change *self,
             GError **error)
{
  g_autoptr (SbRecord) changed = NULL;

  if (!set_address (self, error) || !set_query (self, error) || !set_source (self, error) || !set_full_text (self, error))
    return FALSE;

  set_title (self);
  set_interval (self);
  if (self->edit->is_paused != SB_FEED_EDIT_KEEP)
    sb_record_builder_set_boolean (self->builder, SB_FEED_PAUSED, self->edit->is_paused);

  changed = end_change (self);
  sb_change_set_put (self->changes, changed);
  return TRUE;
}

static gboolean
change_one (SbStore *store,
            gint64 id,
            const SbFeedEdit *edit,
            SbChangeSet *changes,
            GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbRecord) feed = sb_store_get (store, SB_KIND_FEED, id, &failure);
  Change change = { .store = store, .edit = edit, .feed = feed, .changes = changes };
  gboolean is_changed;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (feed == NULL)
    return TRUE;

  change.service = sb_service_get ((SbFeedKind) sb_record_get_term (feed, SB_FEED_KIND, SB_FEED_KIND_FEED));
  change.builder = sb_record_builder_new_from (feed);
  is_changed = change_feed (&change, error);
  g_clear_pointer (&change.builder, sb_record_builder_free);
  return is_changed;
}

gboolean
sb_feed_edit (SbStore *store,
              const gint64 *feeds,
              guint n_feeds,
              const SbFeedEdit *edit,
              GError **error)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (_ ("Change a feed"));
  g_autoptr (SbStoreHold) hold = NULL;

  g_return_val_if_fail (SB_IS_STORE (store), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  /* That no other feed has the address must still be so when it is stored. */
  hold = check_interval (edit, error) ? sb_store_hold (store, error) : NULL;
  if (hold == NULL)
    return FALSE;

  for (guint i = 0; i < n_feeds; i++)
    if (!change_one (store, feeds[i], edit, changes, error))
      return FALSE;

  return sb_store_apply (store, changes, error) >= 0 && sb_store_hold_commit (hold, error);
}
