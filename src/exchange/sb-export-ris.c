/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-export-private.h"

#include <string.h>

#include "sb-document.h"

/* How each kind of document is called in RIS, and where the name of its source
 * goes: a paper has a title, an institute publishes. */
static const struct
{
  const char *type;
  const char *source_tag;
} types[] = {
  [SB_DOCUMENT_KIND_ARTICLE] = { "NEWS", "T2" },
  [SB_DOCUMENT_KIND_REPORT] = { "RPRT", "PB" },
  [SB_DOCUMENT_KIND_NOTE] = { "RPRT", "PB" },
  [SB_DOCUMENT_KIND_LETTER] = { "RPRT", "PB" },
  [SB_DOCUMENT_KIND_OPINION] = { "NEWS", "T2" },
  [SB_DOCUMENT_KIND_SITREP] = { "RPRT", "PB" },
  [SB_DOCUMENT_KIND_PRESS] = { "NEWS", "T2" },
  [SB_DOCUMENT_KIND_STATEMENT] = { "GEN", "PB" },
  [SB_DOCUMENT_KIND_DIGEST] = { "NEWS", "T2" },
  [SB_DOCUMENT_KIND_OTHER] = { "GEN", "PB" },
};

/* One line; the breaks in @value become spaces, since a line is a field. */
static void
add_line (GString *entry,
          const char *tag,
          const char *value)
{
  g_autofree char *line = NULL;

  if (value == NULL || *value == '\0')
    return;

  line = g_strdelimit (g_strdup (value), "\r\n\t\v\f", ' ');
  g_string_append_printf (entry, "%s  - %s\r\n", tag, g_strstrip (line));
}

/* Authors are kept in one line; a semicolon is between two. */
static void
add_authors (GString *entry,
             const char *byline)
{
  g_auto (GStrv) authors = g_strsplit (byline != NULL ? byline : "", ";", -1);

  for (guint i = 0; authors[i] != NULL; i++)
    add_line (entry, "AU", g_strstrip (authors[i]));
}

/* The year, and the day as year/month/day/ with as much of it as is known. */
static void
add_date (GString *entry,
          SbDate *date)
{
  g_autofree char *year = NULL;
  g_autofree char *day = NULL;
  int y;
  int m;
  int d;

  if (date == NULL || sb_date_get_first_day (date) <= SB_DATE_DAY_MIN)
    return;

  sb_day_to_ymd (sb_date_get_first_day (date), &y, &m, &d);
  year = g_strdup_printf ("%04d", y);
  if (sb_date_get_precision (date) == SB_DATE_PRECISION_DAY)
    day = g_strdup_printf ("%04d/%02d/%02d/", y, m, d);
  else if (sb_date_get_precision (date) == SB_DATE_PRECISION_MONTH)
    day = g_strdup_printf ("%04d/%02d//", y, m);
  else
    day = g_strdup_printf ("%04d///%s", y, sb_date_get_edtf (date));

  add_line (entry, "PY", year);
  add_line (entry, "DA", day);
}

static void
add_access_date (GString *entry,
                 gint64 fetched)
{
  g_autoptr (GDateTime) time = fetched != 0 ? g_date_time_new_from_unix_utc (fetched) : NULL;
  g_autofree char *day = time != NULL ? g_date_time_format (time, "%Y/%m/%d/") : NULL;

  add_line (entry, "Y2", day);
}

static gboolean
write_document (SbExporter *self,
                SbRecord *document,
                gpointer data,
                GError **error)
{
  g_autoptr (GString) entry = g_string_new (NULL);
  int kind = sb_record_get_term (document, SB_DOCUMENT_KIND, SB_DOCUMENT_KIND_OTHER);
  SbRef *source = sb_record_get_ref (document, SB_DOCUMENT_SOURCE);

  g_assert ((guint) kind < G_N_ELEMENTS (types));
  add_line (entry, "TY", types[kind].type);
  add_line (entry, "ID", sb_record_get_uuid (document));
  add_line (entry, "TI", sb_record_get_text (document, SB_DOCUMENT_TITLE));
  add_authors (entry, sb_record_get_text (document, SB_DOCUMENT_BYLINE));
  if (source != NULL)
    add_line (entry, types[kind].source_tag, sb_ref_get_name (source, self->request->language));
  add_date (entry, sb_record_get_date (document, SB_DOCUMENT_DATE));
  add_line (entry, "LA", sb_record_get_text (document, SB_DOCUMENT_LANGUAGE));
  add_line (entry, "UR", sb_record_get_text (document, SB_DOCUMENT_URL));
  add_access_date (entry, sb_record_get_time (document, SB_DOCUMENT_FETCHED));
  add_line (entry, "AB", sb_record_get_text (document, SB_DOCUMENT_LEAD));
  add_line (entry, "KW", sb_record_get_term_label (document, SB_DOCUMENT_KIND, self->request->language));
  add_line (entry, "N1", sb_record_get_words (document, SB_DOCUMENT_REFERENCE, self->request->language));
  g_string_append (entry, "ER  - \r\n\r\n");

  self->n_records++;
  return _sb_exporter_write (self, entry->str, error);
}

gboolean
_sb_export_ris (SbExporter *self,
                GError **error)
{
  return _sb_exporter_each (self, SB_KIND_DOCUMENT, write_document, NULL, error);
}
