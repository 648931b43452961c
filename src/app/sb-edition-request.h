/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-briefing-writer.h"
#include "sb-catalogue.h"
#include "sb-edition.h"
#include "sb-language.h"
#include "sb-operation.h"

G_BEGIN_DECLS

/* What margins the sheets have. */
typedef enum
{
  SB_EDITION_MARGINS_TEMPLATE, /* those of the product */
  SB_EDITION_MARGINS_DUPLEX, /* those at the fold of a sheet that is printed on both sides are mirrored */
  SB_EDITION_MARGINS_SIMPLEX, /* the same on all sheets */
} SbEditionMargins;

/* How a briefing is put on paper. */
typedef struct
{
  guint languages; /* bits 1 << SbLanguage; French comes first */
  gboolean is_columns; /* the two languages stand beside each other */
  SbPaper paper;
  SbEditionMargins margins;
} SbEditionManner;

/* Composes a briefing from what the catalogue knows, and writes it to a file if @path is
 * not NULL. What it is made from is read by the catalogue; the rest is done by a worker of
 * its own, with fonts of its own, so that neither the catalogue nor the pages that are
 * being written wait for it. @painter draws the maps; it may be NULL. @operation
 * (nullable) is told how far it is, and cancels it; it is completed by the caller. */
void sb_edition_request_async (SbCatalogue *catalogue,
                               SbRecord *briefing,
                               const SbEditionManner *manner,
                               SbBasemapPainter *painter,
                               SbBriefingFormat format,
                               const char *path,
                               SbOperation *operation,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* The editions, in the order of their printing, or both in one (element-type SbSheets). A
 * file is there whole or not at all. */
GPtrArray *sb_edition_request_finish (SbCatalogue *catalogue,
                                      GAsyncResult *result,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
