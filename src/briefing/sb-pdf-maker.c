/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-pdf-maker-private.h"

#include <cairo-pdf.h>

#include "sb-clock.h"

void
_sb_pdf_set_maker (cairo_surface_t *surface)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (sb_clock_now ());
  g_autofree char *date = g_date_time_format_iso8601 (now);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "SahelBrief " SB_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}
