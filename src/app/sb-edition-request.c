/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-edition-request.h"

#include "sb-briefing-loader.h"
#include "sb-briefing.h"
#include "sb-record-builder.h"
#include "sb-typesetter.h"
#include "sb-worker.h"

#include <glib/gi18n.h>

#define BOTH ((1u << SB_LANGUAGE_FR) | (1u << SB_LANGUAGE_EN))

/* How far it is, of 1, once each part is done. */
#define IS_READ     0.15
#define IS_COMPOSED 0.5

typedef struct
{
  SbRecord *briefing; /* (owned) */
  SbTemplate *template; /* (owned) (nullable) until it is read */
  SbBriefingInput *input; /* (owned) (nullable) until it is read */
  SbBasemapPainter *painter; /* (owned) (nullable) */
  SbEditionManner manner;
  SbBriefingFormat format;
  char *path; /* (owned) (nullable) of the file */
  SbOperation *operation; /* (owned) (nullable) */
  SbWorker *worker; /* (owned) (nullable) */
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->briefing);
  g_clear_pointer (&request->template, sb_template_unref);
  g_clear_pointer (&request->input, sb_briefing_input_unref);
  g_clear_pointer (&request->painter, sb_basemap_painter_unref);
  g_clear_object (&request->operation);
  g_clear_object (&request->worker);
  g_free (request->path);
  g_free (request);
}

/* Run in the worker. */
static void
tell (const Request *request,
      double fraction,
      const char *detail)
{
  if (request->operation != NULL)
    sb_operation_report_progress (request->operation, fraction, detail);
}

/* The briefing with the margins that are wished for. It stays the issue or the draft that
 * it is: what it is printed on is no edit of it. */
static SbRecord *
apply_margins (const Request *request)
{
  const char *value = request->manner.margins == SB_EDITION_MARGINS_DUPLEX ? "yes" : "no";
  g_autoptr (SbOutline) outline = NULL;
  g_autoptr (SbRecord) edited = NULL;
  SbRecordBuilder *builder;

  if (request->manner.margins == SB_EDITION_MARGINS_TEMPLATE)
    return g_object_ref (request->briefing);

  outline = sb_outline_new (request->template, request->briefing);
  edited = sb_outline_set_setting (outline, "Duplex", value);
  if (edited == NULL)
    return g_object_ref (request->briefing);

  builder = sb_record_builder_new_from (request->briefing);
  sb_record_builder_set_text (builder, SB_BRIEFING_SETTINGS, sb_record_get_text (edited, SB_BRIEFING_SETTINGS));
  return sb_record_builder_end (builder);
}

/* Run in the worker: NULL when it is cancelled. */
static GPtrArray *
set_sheets (const Request *request,
            SbTypesetter *typesetter,
            GCancellable *cancellable)
{
  g_autoptr (SbRecord) briefing = apply_margins (request);
  g_autoptr (SbBriefingInput) input = sb_briefing_input_new_edited (request->input, briefing);
  GPtrArray *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_sheets_unref);

  for (guint i = 0; i < SB_N_LANGUAGES && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr (SbEdition) edition = NULL;

      if ((request->manner.languages & (1u << i)) == 0)
        continue;
      tell (request, IS_READ + (IS_COMPOSED - IS_READ) * i / SB_N_LANGUAGES,
            i == SB_LANGUAGE_FR ? _ ("Setting the pages in French") : _ ("Setting the pages in English"));
      edition = sb_edition_new (request->template, input, (SbLanguage) i, typesetter, request->painter);
      g_ptr_array_add (sheets, sb_sheets_ref (sb_edition_get_sheets (edition)));
    }

  return sheets;
}

static void
join_columns (SbTypesetter *typesetter,
              GPtrArray *sheets)
{
  SbSheets *columns = sb_typesetter_set_columns (typesetter, g_ptr_array_index (sheets, 0), g_ptr_array_index (sheets, 1));

  g_ptr_array_set_size (sheets, 0);
  g_ptr_array_add (sheets, columns);
}

/* Once it is cancelled no file is touched. */
static gboolean
write_file (const Request *request,
            GPtrArray *sheets,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GBytes) bytes = sb_briefing_render ((SbSheets *const *) sheets->pdata, sheets->len, request->format, error);

  if (bytes == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  return g_file_set_contents_full (request->path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, error);
}

/* Run in the worker. */
static void
compose (GTask *task,
         gpointer source_object,
         gpointer task_data,
         GCancellable *cancellable)
{
  const Request *request = task_data;
  g_autoptr (SbTypesetter) typesetter = sb_typesetter_new (request->manner.paper);
  g_autoptr (GPtrArray) sheets = set_sheets (request, typesetter, cancellable);
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  if (request->manner.is_columns && sheets->len == SB_N_LANGUAGES)
    join_columns (typesetter, sheets);
  tell (request, IS_COMPOSED, request->path != NULL ? _ ("Writing the file") : NULL);
  if (request->path != NULL && !write_file (request, sheets, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&sheets), (GDestroyNotify) g_ptr_array_unref);
}

/* Run in the worker. */
static gpointer
load (SbStore *store,
      gpointer data,
      GCancellable *cancellable,
      GError **error)
{
  Request *request = data;

  request->template = sb_template_new (sb_record_get_text (request->briefing, SB_BRIEFING_TEMPLATE), error);
  if (request->template == NULL)
    return NULL;

  return sb_briefing_loader_load (store, request->briefing, request->template, error);
}

static void
loaded_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;

  request->input = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  if (request->input == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  tell (request, IS_READ, NULL);
  request->worker = sb_worker_new ("edition");
  sb_worker_push (request->worker, task, G_PRIORITY_DEFAULT, compose);
}

void
sb_edition_request_async (SbCatalogue *catalogue,
                          SbRecord *briefing,
                          const SbEditionManner *manner,
                          SbBasemapPainter *painter,
                          SbBriefingFormat format,
                          const char *path,
                          SbOperation *operation,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GCancellable *cancellable = operation != NULL ? sb_operation_get_cancellable (operation) : NULL;
  GTask *task;
  Request *request;

  g_return_if_fail (SB_IS_CATALOGUE (catalogue));
  g_return_if_fail (SB_IS_RECORD (briefing));
  g_return_if_fail (manner != NULL && (manner->languages & BOTH) != 0);

  request = g_new0 (Request, 1);
  request->briefing = g_object_ref (briefing);
  request->manner = *manner;
  request->painter = painter != NULL ? sb_basemap_painter_ref (painter) : NULL;
  request->format = format;
  request->path = g_strdup (path);
  request->operation = operation != NULL ? g_object_ref (operation) : NULL;

  task = g_task_new (catalogue, cancellable, callback, user_data);
  g_task_set_source_tag (task, sb_edition_request_async);
  /* What is written is written. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  sb_catalogue_read_async (catalogue, load, request, NULL, (GDestroyNotify) sb_briefing_input_unref, cancellable, loaded_cb, task);
}

GPtrArray *
sb_edition_request_finish (SbCatalogue *catalogue,
                           GAsyncResult *result,
                           GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, catalogue), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
