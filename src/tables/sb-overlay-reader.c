/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-overlay-reader.h"

#include <math.h>

#include "sb-overlay-format.h"
#include "sb-table-error.h"
#include "sb-table-text.h"
#include "sb-zip-member.h"

gboolean
_sb_overlay_set_too_large (GError **error)
{
  g_set_error (error, SB_TABLE_ERROR, SB_TABLE_ERROR_TOO_LARGE, "more than %d points", SB_OVERLAY_MAX_POINTS);
  return FALSE;
}

gboolean
_sb_overlay_take (SbOverlay *self,
                  double longitude,
                  double latitude)
{
  if (!(fabs (longitude) <= 180) || !(fabs (latitude) <= 90))
    return TRUE;
  if (sb_overlay_get_n_points (self) >= SB_OVERLAY_MAX_POINTS)
    return FALSE;

  sb_overlay_add_point (self, (SbPosition) { longitude, latitude });
  return TRUE;
}

static gboolean
read_text (SbOverlay *self,
           const char *text,
           gsize length,
           GError **error)
{
  while (length > 0 && g_ascii_isspace (*text))
    {
      text++;
      length--;
    }

  if (length == 0)
    g_set_error_literal (error, SB_TABLE_ERROR, SB_TABLE_ERROR_EMPTY, "nothing but white space");
  else if (*text == '<' && length > 14 && sb_table_text_is_html (text))
    g_set_error_literal (error, SB_TABLE_ERROR, SB_TABLE_ERROR_HTML, "an HTML page");
  else if (*text == '<')
    return _sb_overlay_read_xml (self, text, length, error);
  else if (*text == '{')
    return _sb_overlay_read_json (self, text, length, error);
  else
    g_set_error_literal (error, SB_TABLE_ERROR, SB_TABLE_ERROR_UNKNOWN, "neither JSON nor XML");

  return FALSE;
}

SbOverlay *
sb_overlay_read (GBytes *bytes,
                 GError **error)
{
  g_autoptr (SbOverlay) self = sb_overlay_new ();
  g_autoptr (GBytes) unpacked = NULL;
  g_autoptr (GBytes) decoded = NULL;
  const char *text;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (sb_zip_is_archive (bytes) && !(unpacked = sb_zip_read_member (bytes, ".kml", error)))
    return NULL;

  decoded = sb_table_text_decode (unpacked != NULL ? unpacked : bytes);
  text = g_bytes_get_data (decoded, &length);
  if (!read_text (self, text, length, error))
    return NULL;

  if (sb_overlay_get_n_points (self) == 0)
    {
      g_set_error_literal (error, SB_TABLE_ERROR, SB_TABLE_ERROR_UNKNOWN, "nothing is drawn");
      return NULL;
    }

  return g_steal_pointer (&self);
}
