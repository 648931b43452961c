/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-reading-private.h"

#include "sb-capture-changes.h"
#include "sb-captures.h"
#include "sb-date-format.h"
#include "sb-document.h"
#include "sb-related-store.h"

#include <glib/gi18n.h>

/* So many documents on the same things are shown. */
#define MAX_RELATED 12

/* Of the same text, at most. */
#define MAX_GROUP 40

/* What lies beside a document, and what of it was asked for. */
typedef struct
{
  SbReading *reading; /* (owned) */
  gint64 document;
  char *title; /* (owned) (nullable) of the changes */
} Look;

static Look *
look_new (SbReading *self,
          char *title)
{
  Look *look = g_new0 (Look, 1);

  look->reading = g_object_ref (self);
  look->document = _sb_reading_get_document (self);
  look->title = title;
  return look;
}

static void
look_free (Look *look)
{
  g_object_unref (look->reading);
  g_free (look->title);
  g_free (look);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

static gboolean
is_current (const Look *look)
{
  return look->reading->page != NULL && look->document != 0 && look->document == _sb_reading_get_document (look->reading);
}

/* "Le Monde · 3 May 2026" */
static char *
describe_document (SbRecord *document)
{
  SbLanguage language = sb_language_get_interface ();
  SbRef *source = sb_record_get_ref (document, SB_DOCUMENT_SOURCE);
  g_autofree char *date = sb_date_format (sb_record_get_date (document, SB_DOCUMENT_DATE), language, SB_DATE_STYLE_MEDIUM);

  if (source == NULL)
    return g_steal_pointer (&date);

  return *date != '\0' ? g_strdup_printf ("%s · %s", sb_ref_get_name (source, language), date)
                       : g_strdup (sb_ref_get_name (source, language));
}

/* Why: "JNIM, Kayes". */
static char *
describe_shared (GPtrArray *shared)
{
  SbLanguage language = sb_language_get_interface ();
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < shared->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", sb_ref_get_name (g_ptr_array_index (shared, i), language));

  return g_string_free (names, FALSE);
}

static void
add_document (GPtrArray *links,
              SbReaderLinkKind kind,
              SbRecord *document,
              GPtrArray *shared)
{
  g_autofree char *description = describe_document (document);
  g_autofree char *why = shared != NULL ? describe_shared (shared) : NULL;
  SbReaderLink *link = sb_reader_link_new (kind, g_strdup (sb_record_get_title (document, sb_language_get_interface ())),
                                           why != NULL ? g_strdup_printf ("%s\n%s", description, why) : g_strdup (description));

  link->document = sb_record_get_id (document);
  g_ptr_array_add (links, link);
}

static gboolean
add_group (SbStore *store,
           SbRecord *document,
           GPtrArray *links,
           GError **error)
{
  SbRef *first = sb_record_get_ref (document, SB_DOCUMENT_FIRST);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_DOCUMENT);
  g_autoptr (GPtrArray) group = NULL;

  if (first == NULL && !sb_record_has (document, SB_DOCUMENT_REPUBLICATIONS))
    return TRUE;

  query->group = first != NULL ? sb_ref_get_id (first) : sb_record_get_id (document);
  query->limit = MAX_GROUP;
  group = sb_store_list (store, query, error);
  for (guint i = 0; group != NULL && i < group->len; i++)
    if (sb_record_get_id (g_ptr_array_index (group, i)) != sb_record_get_id (document))
      add_document (links, SB_READER_LINK_SAME_TEXT, g_ptr_array_index (group, i), NULL);

  return group != NULL;
}

/* The last of its captures is the page that is read. */
static void
add_captures (SbRecord *document,
              GPtrArray *links)
{
  guint n = sb_record_get_n_items (document, SB_DOCUMENT_CAPTURES);

  for (guint i = n; i > 0; i--)
    {
      SbRecord *capture = sb_record_get_item (document, SB_DOCUMENT_CAPTURES, i - 1);
      gint64 time = sb_record_get_time (capture, SB_CAPTURE_TIME);
      const char *hash = sb_record_get_text (capture, SB_CAPTURE_HASH);
      g_autoptr (GDateTime) day = g_date_time_new_from_unix_utc (time);
      g_autoptr (SbDate) date = day != NULL ? sb_date_new_for_day (sb_day_from_time (time)) : NULL;
      g_autofree char *words = NULL;
      SbReaderLink *link;

      if (date == NULL || hash == NULL || sb_capture_is_illustration (capture) || g_strcmp0 (hash, sb_record_get_text (document, SB_DOCUMENT_HASH)) == 0)
        continue;

      words = sb_date_format (date, sb_language_get_interface (), SB_DATE_STYLE_LONG);
      link = sb_reader_link_new (SB_READER_LINK_CAPTURE, g_date_time_format (day, "%H:%M UTC"), NULL);
      link->detail = link->title;
      link->title = g_steal_pointer (&words);
      link->capture = i - 1;
      g_ptr_array_add (links, link);
    }
}

/* Run in the worker. (element-type SbReaderLink) */
static gpointer
load_links (SbStore *store,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  gint64 id = *(gint64 *) data;
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbRecord) document = sb_store_get (store, SB_KIND_DOCUMENT, id, &failure);
  g_autoptr (GPtrArray) related = NULL;
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_reader_link_free);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (document == NULL)
    return g_steal_pointer (&links);

  add_captures (document, links);
  related = sb_store_list_related (store, id, MAX_RELATED, error);
  if (related == NULL || !add_group (store, document, links, error))
    return NULL;

  for (guint i = 0; i < related->len; i++)
    {
      const SbRelatedDocument *item = g_ptr_array_index (related, i);

      add_document (links, SB_READER_LINK_SAME_THINGS, item->document, item->shared);
    }

  return g_steal_pointer (&links);
}

static void
links_loaded_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (Look) look = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) links = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (!is_current (look))
    return;
  if (links == NULL)
    sb_page_show_error (look->reading->page, error);
  else
    sb_reader_set_links (look->reading->reader, links);
}

static void
related_wanted_cb (SbReading *self)
{
  gint64 document = _sb_reading_get_document (self);

  if (document != 0)
    sb_catalogue_read_async (sb_page_get_catalogue (self->page), load_links, g_memdup2 (&document, sizeof document), g_free,
                             (GDestroyNotify) g_ptr_array_unref, self->cancellable, links_loaded_cb, look_new (self, NULL));
}

/* Which capture of which document; the data of the worker. */
typedef struct
{
  gint64 document;
  guint capture;
} Since;

/* Run in the worker. */
static gpointer
load_changes (SbStore *store,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  const Since *since = data;

  return sb_load_capture_changes (store, since->document, since->capture, cancellable, error);
}

static void
changes_loaded_cb (GObject *object,
                   GAsyncResult *result,
                   gpointer user_data)
{
  g_autoptr (Look) look = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbTextDiff) diff = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (!is_current (look))
    return;
  if (error != NULL)
    sb_page_show_error (look->reading->page, error);
  else if (diff == NULL)
    sb_page_show_message (look->reading->page, _ ("The page as it was then was not kept."));
  else
    sb_reader_show_changes (look->reading->reader, look->title, diff);
}

static void
link_activated_cb (SbReading *self,
                   guint position)
{
  const SbReaderLink *link = sb_reader_get_link (self->reader, position);
  Since since = { _sb_reading_get_document (self), 0 };
  char *title;

  if (link == NULL)
    return;

  if (link->kind != SB_READER_LINK_CAPTURE)
    {
      g_autoptr (SbRef) ref = sb_ref_new (SB_KIND_DOCUMENT, link->document, NULL, NULL);

      sb_session_select (sb_page_get_session (self->page), ref);
      sb_session_request_document (sb_page_get_session (self->page), link->document, 0, 0);
      return;
    }

  since.capture = link->capture;
  /* Translators: the first %s is a date, the second a time. */
  title = g_strdup_printf (_ ("Since the page of %s, %s"), link->title, link->detail);
  sb_catalogue_read_async (sb_page_get_catalogue (self->page), load_changes, g_memdup2 (&since, sizeof since), g_free,
                           (GDestroyNotify) sb_text_diff_free, self->cancellable, changes_loaded_cb, look_new (self, title));
}

void
_sb_reading_connect_related (SbReading *self)
{
  g_signal_connect_object (self->reader, "related-wanted", G_CALLBACK (related_wanted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "link-activated", G_CALLBACK (link_activated_cb), self, G_CONNECT_SWAPPED);
}
