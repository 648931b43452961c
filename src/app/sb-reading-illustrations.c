/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-reading-private.h"

#include "sb-captures.h"
#include "sb-error-text.h"
#include "sb-illustrations.h"
#include "sb-sync-illustration.h"
#include "sb-web-picture.h"

#include <glib/gi18n.h>

/* No picture is fetched by itself. One that was, because somebody wanted to see it, is
 * kept with the document and shown from then on, without the network. */

/* So many pixels are shown by themselves; the others of a document wait to be asked
 * for. */
#define MAX_SHOWN_BY_ITSELF (40 * 1000 * 1000)

/* The HTML of a document, and where its pictures stand in its text; the data of the
 * worker. */
typedef struct
{
  GWeakRef reading;
  gint64 id;
  SbRecord *document; /* (owned) (nullable) when it is gone */
  GBytes *original; /* (owned) (nullable) */
  GPtrArray *blocks; /* (owned) (element-type SbBlock) */
} Page;

static void
page_free (gpointer data)
{
  Page *page = data;

  g_weak_ref_clear (&page->reading);
  g_clear_object (&page->document);
  g_clear_pointer (&page->original, g_bytes_unref);
  g_ptr_array_unref (page->blocks);
  g_free (page);
}

/* A picture on its way into the reader. */
typedef struct
{
  GWeakRef reading;
  gint64 document;
  guint position;
  SbIllustration *illustration; /* (owned) */
  char *hash; /* (owned) (nullable) of one that is kept */
  GBytes *bytes; /* (owned) (nullable) until they are there */
  SbWebPicture *picture; /* (owned) (nullable) until it was taken apart */
  SbOperation *operation; /* (owned) (nullable) of one that is fetched */
  GCancellable *cancellable; /* (owned) */
  gboolean is_asked; /* by somebody */
} Showing;

static void
showing_free (gpointer data)
{
  Showing *showing = data;

  if (showing->operation != NULL)
    {
      g_signal_handlers_disconnect_by_data (showing->operation, showing);
      sb_operation_complete (showing->operation);
      g_object_unref (showing->operation);
    }
  g_weak_ref_clear (&showing->reading);
  g_object_unref (showing->cancellable);
  sb_illustration_unref (showing->illustration);
  g_free (showing->hash);
  g_clear_pointer (&showing->bytes, g_bytes_unref);
  g_clear_pointer (&showing->picture, sb_web_picture_free);
  g_free (showing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Showing, showing_free)

/* Who reads the document that it is of; NULL when that is not read any more. */
static SbReading *
take_reading (Showing *showing)
{
  g_autoptr (SbReading) self = g_weak_ref_get (&showing->reading);

  if (self == NULL || self->page == NULL || self->reader == NULL || _sb_reading_get_document (self) != showing->document ||
      showing->position >= sb_reader_get_n_illustrations (self->reader) ||
      sb_reader_get_illustration (self->reader, showing->position) != showing->illustration)
    return NULL;

  return g_steal_pointer (&self);
}

static void show_next_kept (SbReading *self);

/* Ends it, and says why, unless it was not to be after all. */
static void
give_up (Showing *showing,
         const GError *error)
{
  g_autoptr (Showing) owned = showing;
  g_autoptr (SbReading) self = take_reading (owned);
  g_autofree char *message = NULL;

  if (self == NULL)
    return;

  g_clear_object (&g_ptr_array_index (self->fetches, owned->position));
  g_clear_pointer (&g_ptr_array_index (self->kept, owned->position), g_free);
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      sb_reader_offer_illustration (self->reader, owned->position, FALSE);
      return;
    }

  message = sb_error_text (error, sb_language_get_interface ());
  sb_reader_fail_illustration (self->reader, owned->position, message);
}

static void
show (Showing *showing)
{
  g_autoptr (Showing) owned = showing;
  g_autoptr (SbReading) self = take_reading (owned);
  g_autoptr (GdkTexture) texture = NULL;
  SbWebPicture *picture = owned->picture;

  if (self == NULL)
    return;

  texture = gdk_memory_texture_new (picture->width, picture->height, GDK_MEMORY_DEFAULT, picture->pixels, (gsize) picture->width * 4);
  g_clear_object (&g_ptr_array_index (self->fetches, owned->position));
  self->n_pixels_shown += (gint64) picture->width * picture->height;
  sb_reader_show_illustration (self->reader, owned->position, texture);
  if (owned->hash != NULL)
    show_next_kept (self);
}

/* Run in the worker. */
static gpointer
keep_picture (SbStore *store,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  const Showing *showing = data;

  return GINT_TO_POINTER (sb_capture_keep_illustration (store, showing->document, sb_illustration_get_address (showing->illustration),
                                                        sb_web_picture_guess_type (showing->bytes), showing->bytes, error));
}

/* One that cannot be kept is shown nevertheless. */
static void
kept_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  Showing *showing = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbReading) self = take_reading (showing);

  sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  if (error != NULL && self != NULL)
    sb_page_show_error (self->page, error);

  show (showing);
}

/* Run in the worker. */
static void
take_apart (GTask *task,
            gpointer source_object,
            gpointer task_data,
            GCancellable *cancellable)
{
  Showing *showing = task_data;
  GError *error = NULL;

  showing->picture = sb_web_picture_decode (showing->bytes, cancellable, &error);
  if (showing->picture != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
taken_apart_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  SbCatalogue *catalogue = SB_CATALOGUE (object);
  Showing *showing = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    give_up (showing, error);
  else if (showing->hash != NULL || sb_catalogue_is_read_only (catalogue))
    show (showing);
  else
    sb_catalogue_run_writer_async (catalogue, keep_picture, showing, NULL, NULL, NULL, kept_cb, showing);
}

static SbWorker *
get_worker (SbReading *self)
{
  if (self->illustrations == NULL)
    self->illustrations = sb_worker_new ("illustrations");

  return self->illustrations;
}

static void
start_taking_apart (SbCatalogue *catalogue,
                    Showing *showing)
{
  g_autoptr (SbReading) self = g_weak_ref_get (&showing->reading);
  g_autoptr (GTask) task = NULL;

  if (self == NULL || self->page == NULL)
    {
      showing_free (showing);
      return;
    }

  task = g_task_new (catalogue, showing->cancellable, taken_apart_cb, showing);
  g_task_set_source_tag (task, start_taking_apart);
  g_task_set_task_data (task, showing, NULL);
  sb_worker_push (get_worker (self), task, G_PRIORITY_DEFAULT, take_apart);
}

static void
fetched_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  Showing *showing = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbReading) self = g_weak_ref_get (&showing->reading);

  showing->bytes = sb_sync_fetch_illustration_finish (SB_SYNC (object), result, &error);
  if (showing->bytes == NULL || self == NULL || self->page == NULL)
    give_up (showing, error);
  else
    start_taking_apart (sb_page_get_catalogue (self->page), showing);
}

static void
progress_cb (SbOperation *operation,
             GParamSpec *pspec,
             Showing *showing)
{
  g_autoptr (SbReading) self = take_reading (showing);

  if (self != NULL)
    sb_reader_set_illustration_progress (self->reader, showing->position, sb_operation_get_fraction (operation));
}

static Showing *
showing_new (SbReading *self,
             guint position)
{
  Showing *showing = g_new0 (Showing, 1);
  SbIllustration *illustration = sb_reader_get_illustration (self->reader, position);

  g_weak_ref_init (&showing->reading, self);
  showing->document = _sb_reading_get_document (self);
  showing->position = position;
  showing->illustration = sb_illustration_ref (illustration);
  showing->cancellable = g_object_ref (self->cancellable);
  return showing;
}

static void
start_fetching (SbReading *self,
                Showing *showing)
{
  SbContext *context = sb_page_get_context (self->page);
  const char *page = sb_record_get_text (sb_reader_get_document (self->reader), SB_DOCUMENT_URL);
  g_autofree char *host = sb_illustration_dup_host (showing->illustration);
  /* Translators: %s is the name of a server. */
  g_autofree char *title = g_strdup_printf (_ ("Fetching a picture from %s"), host);

  showing->operation = sb_context_start_operation (context, title);
  g_set_object (&showing->cancellable, sb_operation_get_cancellable (showing->operation));
  g_signal_connect (showing->operation, "notify::fraction", G_CALLBACK (progress_cb), showing);
  g_clear_object (&g_ptr_array_index (self->fetches, showing->position));
  g_ptr_array_index (self->fetches, showing->position) = g_object_ref (showing->operation);
  sb_reader_set_illustration_progress (self->reader, showing->position, 0);
  sb_sync_fetch_illustration_async (sb_context_get_sync (context), page, sb_illustration_get_address (showing->illustration),
                                    showing->operation, showing->cancellable, fetched_cb, showing);
}

/* Run in the worker. */
static gpointer
load_kept (SbStore *store,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  const Showing *showing = data;

  return sb_store_get_bytes (store, showing->hash, error);
}

/* One that is kept may have come without its bytes. */
static void
kept_loaded_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  Showing *showing = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbReading) self = take_reading (showing);

  showing->bytes = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  if (showing->bytes != NULL)
    start_taking_apart (SB_CATALOGUE (object), showing);
  else if (error == NULL && self != NULL && showing->is_asked)
    {
      g_clear_pointer (&showing->hash, g_free);
      start_fetching (self, showing);
    }
  else
    give_up (showing, error);
}

static void
start_loading (SbReading *self,
               guint position,
               gboolean is_asked)
{
  Showing *showing = showing_new (self, position);

  showing->hash = g_strdup (g_ptr_array_index (self->kept, position));
  showing->is_asked = is_asked;
  sb_catalogue_read_async (sb_page_get_catalogue (self->page), load_kept, showing, NULL, (GDestroyNotify) g_bytes_unref, self->cancellable,
                           kept_loaded_cb, showing);
}

/* One after the other, in the order of the text. */
static void
show_next_kept (SbReading *self)
{
  guint n = sb_reader_get_n_illustrations (self->reader);

  while (self->next_kept < n && self->n_pixels_shown < MAX_SHOWN_BY_ITSELF)
    {
      guint position = self->next_kept++;

      if (g_ptr_array_index (self->kept, position) == NULL)
        continue;

      start_loading (self, position, FALSE);
      return;
    }
}

static void
wanted_cb (SbReading *self,
           guint position)
{
  g_return_if_fail (self->kept != NULL && position < self->kept->len);

  if (g_ptr_array_index (self->kept, position) != NULL)
    start_loading (self, position, TRUE);
  else
    start_fetching (self, showing_new (self, position));
}

static void
cancelled_cb (SbReading *self,
              guint position)
{
  SbOperation *operation = position < self->fetches->len ? g_ptr_array_index (self->fetches, position) : NULL;

  if (operation != NULL)
    sb_operation_cancel (operation);
}

static void
clear_object (gpointer object)
{
  if (object != NULL)
    g_object_unref (object);
}

static void
forget (SbReading *self)
{
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_clear_pointer (&self->fetches, g_ptr_array_unref);
  self->next_kept = 0;
  self->n_pixels_shown = 0;
}

/* Run in the worker. */
static void
find_illustrations (GTask *task,
                    gpointer source_object,
                    gpointer task_data,
                    GCancellable *cancellable)
{
  const Page *page = task_data;

  g_task_return_pointer (task,
                         sb_illustrations_find (page->original, sb_record_get_text (page->document, SB_DOCUMENT_MEDIA_TYPE),
                                                sb_record_get_text (page->document, SB_DOCUMENT_URL), page->blocks),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
illustrations_found_cb (GObject *object,
                        GAsyncResult *result,
                        gpointer user_data)
{
  Page *page = g_task_get_task_data (G_TASK (result));
  g_autoptr (SbReading) self = g_weak_ref_get (&page->reading);
  g_autoptr (GPtrArray) illustrations = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self == NULL || self->page == NULL || self->reader == NULL || illustrations == NULL || _sb_reading_get_document (self) != page->id)
    return;

  forget (self);
  self->kept = g_ptr_array_new_with_free_func (g_free);
  self->fetches = g_ptr_array_new_with_free_func (clear_object);
  g_ptr_array_set_size (self->fetches, (int) illustrations->len);
  sb_reader_set_illustrations (self->reader, illustrations);
  for (guint i = 0; i < illustrations->len; i++)
    {
      const char *address = sb_illustration_get_address (g_ptr_array_index (illustrations, i));
      const char *hash = sb_capture_find_illustration (page->document, address);

      g_ptr_array_add (self->kept, g_strdup (hash));
      if (hash != NULL)
        sb_reader_offer_illustration (self->reader, i, TRUE);
    }

  show_next_kept (self);
}

/* Run in the worker. */
static gpointer
load_page (SbStore *store,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  Page *page = data;

  page->document = sb_store_get (store, SB_KIND_DOCUMENT, page->id, error);
  if (page->document != NULL)
    page->original = sb_store_get_original (store, page->id, error);

  return NULL;
}

/* Where the pictures of a text are is no news when it cannot be read: the text says why. */
static void
page_loaded_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  Page *page = user_data;
  g_autoptr (SbReading) self = g_weak_ref_get (&page->reading);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;

  sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  if (self == NULL || self->page == NULL || error != NULL || page->original == NULL)
    {
      page_free (page);
      return;
    }

  task = g_task_new (object, self->cancellable, illustrations_found_cb, NULL);
  g_task_set_source_tag (task, page_loaded_cb);
  g_task_set_task_data (task, page, page_free);
  sb_worker_push (get_worker (self), task, G_PRIORITY_DEFAULT, find_illustrations);
}

void
_sb_reading_load_illustrations (SbReading *self)
{
  SbRecord *document = sb_reader_get_document (self->reader);
  GPtrArray *blocks = sb_reader_get_blocks (self->reader);
  const char *type = document != NULL ? sb_record_get_text (document, SB_DOCUMENT_MEDIA_TYPE) : NULL;
  Page *page;

  forget (self);
  if (document == NULL || blocks == NULL || blocks->len == 0 || (type != NULL && g_str_has_prefix (type, "application/")))
    return;

  page = g_new0 (Page, 1);
  g_weak_ref_init (&page->reading, self);
  page->id = sb_record_get_id (document);
  page->blocks = g_ptr_array_ref (blocks);
  sb_catalogue_read_async (sb_page_get_catalogue (self->page), load_page, page, NULL, NULL, self->cancellable, page_loaded_cb, page);
}

void
_sb_reading_connect_illustrations (SbReading *self)
{
  g_signal_connect_object (self->reader, "illustration-wanted", G_CALLBACK (wanted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "illustration-cancelled", G_CALLBACK (cancelled_cb), self, G_CONNECT_SWAPPED);
}

void
_sb_reading_dispose_illustrations (SbReading *self)
{
  for (guint i = 0; self->fetches != NULL && i < self->fetches->len; i++)
    cancelled_cb (self, i);

  forget (self);
  g_clear_object (&self->illustrations);
}
