/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-record-bind.h"

/* The longest name of a column with its colon and suffix. */
#define MAX_NAME 64

static void
write_name (char *parameter,
            const char *name,
            const char *suffix)
{
  g_snprintf (parameter, MAX_NAME, ":%s%s", name, suffix);
}

static void
bind_text (SbStatement *statement,
           const char *name,
           const char *suffix,
           const char *text)
{
  char parameter[MAX_NAME];

  write_name (parameter, name, suffix);
  sb_statement_bind_text (statement, parameter, text);
}

static void
bind_integer (SbStatement *statement,
              const char *name,
              const char *suffix,
              gint64 value)
{
  char parameter[MAX_NAME];

  write_name (parameter, name, suffix);
  sb_statement_bind_int (statement, parameter, value);
}

static void
bind_real (SbStatement *statement,
           const char *name,
           double value)
{
  char parameter[MAX_NAME];

  write_name (parameter, name, "");
  sb_statement_bind_double (statement, parameter, value);
}

static void
bind_date (SbStatement *statement,
           const char *name,
           SbDate *date)
{
  bind_text (statement, name, "", sb_date_get_edtf (date));
  bind_text (statement, name, "_text", sb_date_get_wording (date));
  bind_integer (statement, name, "_first", sb_date_get_first_day (date));
  bind_integer (statement, name, "_last", sb_date_get_last_day (date));
}

static void
bind_words (SbStatement *statement,
            const char *name,
            SbBilingual *words)
{
  bind_text (statement, name, "_fr", sb_bilingual_get (words, SB_LANGUAGE_FR));
  bind_text (statement, name, "_en", sb_bilingual_get (words, SB_LANGUAGE_EN));
}

static void
bind_value (SbRecord *record,
            guint position,
            const SbField *field,
            SbStatement *statement)
{
  const SbTerm *term;

  switch (field->type)
    {
    case SB_FIELD_TEXT:
      bind_text (statement, field->name, "", sb_record_get_text (record, position));
      break;

    case SB_FIELD_BILINGUAL:
      bind_words (statement, field->name, sb_record_get_bilingual (record, position));
      break;

    case SB_FIELD_DATE:
      bind_date (statement, field->name, sb_record_get_date (record, position));
      break;

    case SB_FIELD_TIME:
      bind_integer (statement, field->name, "", sb_record_get_time (record, position));
      break;

    case SB_FIELD_INTEGER:
      bind_integer (statement, field->name, "", sb_record_get_integer (record, position, 0));
      break;

    case SB_FIELD_REAL:
      bind_real (statement, field->name, sb_record_get_real (record, position, 0));
      break;

    case SB_FIELD_TERM:
      term = sb_vocabulary_find (field->vocabulary, sb_record_get_term (record, position, 0));
      bind_text (statement, field->name, "", term != NULL ? term->name : NULL);
      break;

    case SB_FIELD_REF:
      bind_integer (statement, field->name, "", sb_ref_get_id (sb_record_get_ref (record, position)));
      break;

    case SB_FIELD_BOOLEAN:
    case SB_FIELD_LIST:
    default:
      break;
    }
}

void
_sb_record_bind (SbRecord *record,
                 SbStatement *statement)
{
  const SbSchema *schema = sb_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const SbField *field = &schema->fields[i];

      /* Never NULL: no and unset are the same. */
      if (field->type == SB_FIELD_BOOLEAN)
        bind_integer (statement, field->name, "", sb_record_get_boolean (record, i));
      else if (sb_record_has (record, i) && (field->flags & SB_FIELD_DERIVED) == 0)
        bind_value (record, i, field, statement);
    }
}
