/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-record-dates.h"

static gboolean
is_date_of (const SbField *field,
            const char *const *names)
{
  return field->type == SB_FIELD_DATE && g_strv_contains (names, field->name);
}

/* Whether a field of that name is the day on which something began. */
static gboolean
is_beginning (const SbField *field)
{
  static const char *const names[] = { "since", "founded", NULL };

  return is_date_of (field, names);
}

/* Whether it is the day on which something ended. */
static gboolean
is_ending (const SbField *field)
{
  static const char *const names[] = { "until", "ended", "dissolved", NULL };

  return is_date_of (field, names);
}

char *
sb_record_format_date (SbRecord *record,
                       guint field,
                       SbLanguage language,
                       SbDateStyle style)
{
  const SbField *described = &sb_record_get_schema (record)->fields[field];
  SbDate *date = sb_record_get_date (record, field);

  if (is_beginning (described))
    return sb_date_format_beginning (date, language, style);
  if (is_ending (described))
    return sb_date_format_ending (date, language, style);

  return sb_date_format (date, language, style);
}

char *
sb_record_format_lasting (SbRecord *record,
                          SbLanguage language,
                          SbDateStyle style)
{
  const SbSchema *schema = sb_record_get_schema (record);
  int since = sb_schema_find (schema, "since");
  int until = sb_schema_find (schema, "until");

  if (since < 0 || until < 0)
    return NULL;

  return sb_date_format_lasting (sb_record_get_date (record, (guint) since), sb_record_get_date (record, (guint) until),
                                 language, style);
}
