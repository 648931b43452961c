/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-briefing-writer.h"

#include "sb-html-writer.h"
#include "sb-odt-writer.h"
#include "sb-pdf-writer.h"
#include "sb-text-writer.h"

#include <string.h>

static const struct
{
  const char *name;
  const char *extension;
  const char *other_extension; /* (nullable) that is read as well */
} formats[SB_N_BRIEFING_FORMATS] = {
  [SB_BRIEFING_FORMAT_PDF] = { "pdf", "pdf", NULL },
  [SB_BRIEFING_FORMAT_ODT] = { "odt", "odt", NULL },
  [SB_BRIEFING_FORMAT_HTML] = { "html", "html", "htm" },
  [SB_BRIEFING_FORMAT_TEXT] = { "text", "txt", "text" },
};

gboolean
sb_briefing_format_parse (const char *name,
                          SbBriefingFormat *format)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (name, formats[i].name) == 0 || g_ascii_strcasecmp (name, formats[i].extension) == 0)
      {
        *format = (SbBriefingFormat) i;
        return TRUE;
      }

  return FALSE;
}

gboolean
sb_briefing_format_guess (const char *path,
                          SbBriefingFormat *format)
{
  const char *dot = path != NULL ? strrchr (path, '.') : NULL;

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (dot + 1, formats[i].extension) == 0 ||
        (formats[i].other_extension != NULL && g_ascii_strcasecmp (dot + 1, formats[i].other_extension) == 0))
      {
        *format = (SbBriefingFormat) i;
        return TRUE;
      }

  return FALSE;
}

const char *
sb_briefing_format_get_extension (SbBriefingFormat format)
{
  g_return_val_if_fail ((guint) format < G_N_ELEMENTS (formats), "");

  return formats[format].extension;
}

GBytes *
sb_briefing_render (SbSheets *const *sheets,
                    guint n_sheets,
                    SbBriefingFormat format,
                    GError **error)
{
  g_return_val_if_fail (sheets != NULL && n_sheets > 0, NULL);

  switch (format)
    {
    case SB_BRIEFING_FORMAT_ODT:
      return sb_odt_render (sheets, n_sheets, error);
    case SB_BRIEFING_FORMAT_HTML:
      return sb_html_render (sheets, n_sheets, error);
    case SB_BRIEFING_FORMAT_TEXT:
      return sb_text_render (sheets, n_sheets);
    case SB_BRIEFING_FORMAT_PDF:
    default:
      return sb_pdf_render_all (sheets, n_sheets, error);
    }
}

gboolean
sb_briefing_write (SbSheets *const *sheets,
                   guint n_sheets,
                   SbBriefingFormat format,
                   const char *path,
                   GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  if (!(bytes = sb_briefing_render (sheets, n_sheets, format, error)))
    return FALSE;

  return g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, error);
}
