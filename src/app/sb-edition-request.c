/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-edition-request.h"

#include "sb-briefing-loader.h"
#include "sb-briefing.h"
#include "sb-pdf-writer.h"
#include "sb-typesetter.h"

typedef struct
{
  SbRecord *briefing; /* (owned) */
  SbLanguage language;
  SbPaper paper;
  SbBasemapPainter *painter; /* (owned) (nullable) */
  char *path; /* (owned) (nullable) where a PDF is written */
} Request;

static Request *
request_new (SbRecord *briefing,
             SbLanguage language,
             SbPaper paper,
             SbBasemapPainter *painter,
             const char *path)
{
  Request *request = g_new0 (Request, 1);

  request->briefing = g_object_ref (briefing);
  request->language = language;
  request->paper = paper;
  request->painter = painter != NULL ? sb_basemap_painter_ref (painter) : NULL;
  request->path = g_strdup (path);
  return request;
}

static void
request_free (Request *request)
{
  g_object_unref (request->briefing);
  g_clear_pointer (&request->painter, sb_basemap_painter_unref);
  g_free (request->path);
  g_free (request);
}

/* Run in the worker. */
static gpointer
compose (SbStore *store,
         gpointer data,
         GCancellable *cancellable,
         GError **error)
{
  const Request *request = data;
  g_autoptr (SbTemplate) template = NULL;
  g_autoptr (SbBriefingInput) input = NULL;
  g_autoptr (SbTypesetter) typesetter = NULL;
  g_autoptr (SbEdition) edition = NULL;

  template = sb_template_new (sb_record_get_text (request->briefing, SB_BRIEFING_TEMPLATE), error);
  if (template == NULL)
    return NULL;

  if (!(input = sb_briefing_loader_load (store, request->briefing, template, error)))
    return NULL;

  typesetter = sb_typesetter_new (request->paper);
  edition = sb_edition_new (template, input, request->language, typesetter, request->painter);
  if (request->path != NULL && !sb_pdf_write (sb_edition_get_sheets (edition), request->path, error))
    return NULL;

  return g_steal_pointer (&edition);
}

void
sb_edition_request_async (SbCatalogue *catalogue,
                          SbRecord *briefing,
                          SbLanguage language,
                          SbPaper paper,
                          SbBasemapPainter *painter,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  sb_edition_request_pdf_async (catalogue, briefing, language, paper, painter, NULL, cancellable, callback, user_data);
}

void
sb_edition_request_pdf_async (SbCatalogue *catalogue,
                              SbRecord *briefing,
                              SbLanguage language,
                              SbPaper paper,
                              SbBasemapPainter *painter,
                              const char *path,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (SB_IS_CATALOGUE (catalogue));
  g_return_if_fail (SB_IS_RECORD (briefing));

  sb_catalogue_read_async (catalogue, compose, request_new (briefing, language, paper, painter, path),
                           (GDestroyNotify) request_free, (GDestroyNotify) sb_edition_unref, cancellable, callback,
                           user_data);
}

SbEdition *
sb_edition_request_finish (SbCatalogue *catalogue,
                           GAsyncResult *result,
                           GError **error)
{
  return sb_catalogue_read_finish (catalogue, result, error);
}
