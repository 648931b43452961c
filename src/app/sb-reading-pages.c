/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-reading-private.h"

#include "sb-document.h"
#include "sb-pdf-page.h"
#include "sb-weak-ref.h"

#include <string.h>

/* Pages are drawn by a worker of their own: what is looked up does not wait for them. The
 * file is read once, and kept as long as its document is read. */

/* What is to be drawn; the data of the worker. */
typedef struct
{
  GBytes *bytes; /* (owned) */
  gint64 document;
  guint number;
  guint width;
} Drawing;

static void
drawing_free (gpointer data)
{
  Drawing *drawing = data;

  g_bytes_unref (drawing->bytes);
  g_free (drawing);
}

/* Run in the worker. */
static void
draw_page (GTask *task,
           gpointer source_object,
           gpointer task_data,
           GCancellable *cancellable)
{
  const Drawing *drawing = task_data;
  GError *error = NULL;
  SbPagePicture *picture = sb_pdf_page_draw (drawing->bytes, drawing->number, drawing->width, cancellable, &error);

  if (picture != NULL)
    g_task_return_pointer (task, picture, (GDestroyNotify) sb_page_picture_free);
  else
    g_task_return_error (task, error);
}

static void
page_drawn_cb (GObject *object,
               GAsyncResult *result,
               gpointer user_data)
{
  SbReading *self = SB_READING (object);
  const Drawing *drawing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  SbPagePicture *picture = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (self->page == NULL || drawing->document != _sb_reading_get_document (self))
    {
      g_clear_pointer (&picture, sb_page_picture_free);
      return;
    }
  if (picture == NULL)
    sb_page_show_error (self->page, error);

  sb_reader_take_page (self->reader, picture);
}

static void
start_drawing (SbReading *self)
{
  Drawing *drawing = g_new0 (Drawing, 1);
  g_autoptr (GTask) task = NULL;

  drawing->bytes = g_bytes_ref (self->original);
  drawing->document = _sb_reading_get_document (self);
  drawing->number = self->page_number;
  drawing->width = self->page_width;
  g_cancellable_cancel (self->page_cancellable);
  g_clear_object (&self->page_cancellable);
  self->page_cancellable = g_cancellable_new ();
  if (self->pages == NULL)
    self->pages = sb_worker_new ("pages");

  task = g_task_new (self, self->page_cancellable, page_drawn_cb, NULL);
  g_task_set_source_tag (task, start_drawing);
  g_task_set_task_data (task, drawing, drawing_free);
  sb_worker_push (self->pages, task, G_PRIORITY_DEFAULT, draw_page);
}

/* Run in the worker. */
static gpointer
load_original (SbStore *store,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  return sb_store_get_original (store, *(gint64 *) data, error);
}

static void
original_loaded_cb (GObject *object,
                    GAsyncResult *result,
                    gpointer user_data)
{
  g_autoptr (SbReading) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) original = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (self == NULL || self->page == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    sb_page_show_error (self->page, error);
  if (original == NULL)
    {
      sb_reader_set_has_pages (self->reader, FALSE);
      return;
    }

  self->original = g_steal_pointer (&original);
  start_drawing (self);
}

static void
page_wanted_cb (SbReading *self,
                guint number,
                guint width)
{
  gint64 document = _sb_reading_get_document (self);

  if (document == 0)
    return;

  self->page_number = number;
  self->page_width = width;
  if (self->original != NULL)
    start_drawing (self);
  else
    sb_catalogue_read_async (sb_page_get_catalogue (self->page), load_original, g_memdup2 (&document, sizeof document), g_free,
                             (GDestroyNotify) g_bytes_unref, self->cancellable, original_loaded_cb, sb_weak_ref_new (self));
}

void
_sb_reading_update_pages (SbReading *self)
{
  SbRecord *document = sb_reader_get_document (self->reader);
  const char *type = document != NULL ? sb_record_get_text (document, SB_DOCUMENT_MEDIA_TYPE) : NULL;

  g_cancellable_cancel (self->page_cancellable);
  g_clear_pointer (&self->original, g_bytes_unref);
  sb_reader_set_has_pages (self->reader, type != NULL && g_str_has_prefix (type, "application/pdf"));
}

void
_sb_reading_connect_pages (SbReading *self)
{
  g_signal_connect_object (self->reader, "page-wanted", G_CALLBACK (page_wanted_cb), self, G_CONNECT_SWAPPED);
}
