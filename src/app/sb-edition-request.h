/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-edition.h"
#include "sb-language.h"

G_BEGIN_DECLS

/* Composes a briefing from what the catalogue knows, in the worker of the
 * catalogue. Each edition is set with fonts of its own, so that it may be drawn
 * by one thread while the next one is set by another. @painter draws the maps;
 * it may be NULL. */
void sb_edition_request_async (SbCatalogue *catalogue,
                               SbRecord *briefing,
                               SbLanguage language,
                               SbPaper paper,
                               SbBasemapPainter *painter,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
SbEdition *sb_edition_request_finish (SbCatalogue *catalogue,
                                      GAsyncResult *result,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Composes and writes a PDF, which is there whole or not at all. */
void sb_edition_request_pdf_async (SbCatalogue *catalogue,
                                   SbRecord *briefing,
                                   SbLanguage language,
                                   SbPaper paper,
                                   SbBasemapPainter *painter,
                                   const char *path,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

G_END_DECLS
