/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-record-text.h"

#include <glib/gi18n.h>

#include "sb-date-format.h"
#include "sb-schema.h"
#include "sb-translate.h"

/* The decimals of positions: a ten-thousandth of a degree is eleven metres. */
#define DECIMALS 4

static char *
format_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : g_strdup ("");
}

/* All that @record says, in the order of its schema. */
static char *
join_fields (SbRecord *record,
             SbLanguage language)
{
  const SbSchema *schema = sb_record_get_schema (record);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      g_autofree char *value = sb_cli_format_field (record, i, language);

      if (value[0] != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", value);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
format_list (SbRecord *record,
             guint field,
             SbLanguage language)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sb_record_get_n_items (record, field); i++)
    {
      g_autofree char *item = join_fields (sb_record_get_item (record, field, i), language);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", item);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
sb_cli_format_field (SbRecord *record,
                     guint field,
                     SbLanguage language)
{
  const SbField *description = &sb_record_get_schema (record)->fields[field];

  if (!sb_record_has (record, field))
    return g_strdup ("");

  switch (description->type)
    {
    case SB_FIELD_TEXT:
      return g_strdup (sb_record_get_text (record, field));
    case SB_FIELD_BILINGUAL:
      return g_strdup (sb_record_get_words (record, field, language));
    case SB_FIELD_DATE:
      return sb_date_format (sb_record_get_date (record, field), language, SB_DATE_STYLE_MEDIUM);
    case SB_FIELD_TIME:
      return format_time (sb_record_get_time (record, field));
    case SB_FIELD_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, sb_record_get_integer (record, field, 0));
    case SB_FIELD_REAL:
      return g_strdup_printf ("%.*f", DECIMALS, sb_record_get_real (record, field, 0));
    case SB_FIELD_BOOLEAN:
      return g_strdup (sb_record_get_boolean (record, field) ? sb_translate (language, "yes") : sb_translate (language, "no"));
    case SB_FIELD_TERM:
      return g_strdup (sb_record_get_term_label (record, field, language));
    case SB_FIELD_REF:
      return g_strdup (sb_ref_get_name (sb_record_get_ref (record, field), language));
    case SB_FIELD_LIST:
      return format_list (record, field, language);
    default:
      return g_strdup ("");
    }
}

char *
sb_cli_format_title (SbRecord *record,
                     SbLanguage language)
{
  const char *title = sb_record_get_title (record, language);

  return title[0] != '\0' ? g_strdup (title) : join_fields (record, language);
}

char *
sb_cli_format_date (SbRecord *record,
                    SbLanguage language)
{
  const SbSchema *schema = sb_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].type == SB_FIELD_DATE && sb_record_has (record, i))
      return sb_cli_format_field (record, i, language);

  return g_strdup ("");
}
