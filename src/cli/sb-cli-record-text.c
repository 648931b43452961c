/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-record-text.h"

#include <glib/gi18n.h>

#include "sb-cli-attachment.h"
#include "sb-code-names.h"
#include "sb-control.h"
#include "sb-document.h"
#include "sb-feed-health.h"
#include "sb-feed-outcome.h"
#include "sb-feed.h"
#include "sb-likelihood.h"
#include "sb-record-dates.h"
#include "sb-relation.h"
#include "sb-schema.h"
#include "sb-template.h"
#include "sb-text.h"
#include "sb-translate.h"
#include "sb-zone.h"

/* The decimals of positions: a ten-thousandth of a degree is eleven metres. */
#define DECIMALS 4

static char *
format_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : g_strdup ("");
}

typedef enum
{
  MARK_NOTHING,
  MARK_LANGUAGES, /* which one a text is missing in */
} TextMarks;

static char *format_value (SbRecord *record,
                           guint field,
                           SbLanguage language,
                           TextMarks marks);

/* From when to when is one phrase, where the beginning stands. */
static char *
join_field (SbRecord *record,
            guint field,
            SbLanguage language,
            TextMarks marks)
{
  const char *name = sb_record_get_schema (record)->fields[field].name;
  char *lasting = NULL;

  /* What a reference brings with it, such as a position, is told with the record
   * that it leads to. */
  if ((sb_record_get_schema (record)->fields[field].flags & SB_FIELD_DERIVED) != 0)
    return g_strdup ("");

  if (g_str_equal (name, "since"))
    lasting = sb_record_format_lasting (record, language, SB_DATE_STYLE_MEDIUM);
  else if (g_str_equal (name, "until") && sb_schema_find (sb_record_get_schema (record), "since") >= 0)
    return g_strdup ("");

  return lasting != NULL ? lasting : format_value (record, field, language, marks);
}

/* What the first @n_fields of @record say, in the order of its schema. */
static char *
join_first_fields (SbRecord *record,
                   guint n_fields,
                   SbLanguage language,
                   TextMarks marks)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *value = join_field (record, i, language, marks);

      if (value[0] != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", value);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
join_fields (SbRecord *record,
             SbLanguage language,
             TextMarks marks)
{
  return join_first_fields (record, sb_record_get_schema (record)->n_fields, language, marks);
}

static char *
format_list (SbRecord *record,
             guint field,
             SbLanguage language,
             TextMarks marks)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sb_record_get_n_items (record, field); i++)
    {
      g_autofree char *item = join_fields (sb_record_get_item (record, field, i), language, marks);

      g_string_append_printf (text, "%s%s", i == 0 ? "" : language == SB_LANGUAGE_FR ? "\u202F; "
                                                                                     : "; ",
                              item);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A text that is there in one language is marked so, whichever is shown. */
static char *
format_words (SbBilingual *words,
              SbLanguage language,
              TextMarks marks)
{
  const char *text = sb_bilingual_get_any (words, language);
  const char *fr = sb_bilingual_get (words, SB_LANGUAGE_FR);
  const char *en = sb_bilingual_get (words, SB_LANGUAGE_EN);

  if (marks == MARK_NOTHING || text[0] == '\0' || (fr != NULL && en != NULL))
    return g_strdup (text);

  if (en == NULL && language == SB_LANGUAGE_EN)
    return g_strdup_printf (sb_translate (language, "%s (in French only)"), text);
  if (fr == NULL && language == SB_LANGUAGE_FR)
    return g_strdup_printf (sb_translate (language, "%s (in English only)"), text);
  if (en == NULL)
    return g_strdup_printf (sb_translate (language, "%s [not written in English]"), text);

  return g_strdup_printf (sb_translate (language, "%s [not written in French]"), text);
}

/* The words of the band that @record has on its scale, and what they stand for;
 * NULL when the field is no band. */
static char *
format_band (SbRecord *record,
             guint field,
             SbLanguage language)
{
  const SbSchema *schema = sb_record_get_schema (record);
  int scale = sb_schema_find (schema, "scale");
  gint64 number = sb_record_get_integer (record, field, -1);
  const SbLikelihoodBand *band = NULL;

  if (!g_str_equal (schema->fields[field].name, "band") || scale < 0 || !sb_record_has (record, (guint) scale) || number < 0)
    return NULL;

  scale = sb_record_get_term (record, (guint) scale, 0);
  band = sb_likelihood_get_band ((SbLikelihoodScale) scale, (guint) MIN (number, G_MAXUINT));
  if (band == NULL)
    return NULL;

  return g_strdup_printf ("%s (%d–%d%s%%)", sb_likelihood_get_words ((SbLikelihoodScale) scale, (guint) number, language),
                          band->low, band->high, language == SB_LANGUAGE_FR ? "\302\240" : "");
}

static char *
format_integer (SbRecord *record,
                guint field,
                SbLanguage language)
{
  char *band = format_band (record, field, language);
  gint64 value = sb_record_get_integer (record, field, 0);

  if (band != NULL)
    return band;

  if (sb_record_get_kind (record) == SB_KIND_FEED && field == SB_FEED_INTERVAL)
    return sb_feed_format_interval (value, language);

  /* A number of another index is a name. */
  if (g_str_equal (sb_record_get_schema (record)->fields[field].name, "geonames"))
    return g_strdup_printf ("%" G_GINT64_FORMAT, value);

  return sb_number_format ((double) value, 0, language);
}

/* A position is written as maps and other programs have it, with as many decimals
 * as it is precise; any other number as it is read. */
static char *
format_real (SbRecord *record,
             guint field,
             SbLanguage language)
{
  const char *name = sb_record_get_schema (record)->fields[field].name;
  double value = sb_record_get_real (record, field, 0);

  if (g_str_equal (name, "latitude") || g_str_equal (name, "longitude"))
    return g_strdup_printf ("%.*f", DECIMALS, value);

  if (g_str_equal (name, "km"))
    {
      g_autofree char *distance = sb_number_format (value, DECIMALS, language);

      return g_strconcat (distance, "\u00A0km", NULL);
    }

  return sb_number_format (value, DECIMALS, language);
}

/* Codes of countries and languages are names for people, and so is a template. */
static char *
format_text (SbRecord *record,
             guint field,
             SbLanguage language)
{
  const char *text = sb_record_get_text (record, field);
  char *names = sb_record_format_codes (record, field, language);
  g_autoptr (SbTemplate) template = NULL;

  if (names != NULL)
    return names;

  /* The sentence that the code stands for says it all; the words of the program,
   * which are English, are in the JSON. */
  if (sb_record_get_kind (record) == SB_KIND_FEED && field == SB_FEED_ERROR_CODE)
    return sb_feed_dup_reason (record, language);
  if (sb_record_get_kind (record) == SB_KIND_FEED && field == SB_FEED_ERROR_MESSAGE && sb_record_has (record, SB_FEED_ERROR_CODE))
    return g_strdup ("");

  if (g_str_equal (sb_record_get_schema (record)->fields[field].name, "template"))
    template = sb_template_new (text, NULL);

  return g_strdup (template != NULL ? sb_template_get_title (template, language) : text);
}

static char *
format_value (SbRecord *record,
              guint field,
              SbLanguage language,
              TextMarks marks)
{
  const SbField *description = &sb_record_get_schema (record)->fields[field];

  if (!sb_record_has (record, field))
    return g_strdup ("");

  switch (description->type)
    {
    case SB_FIELD_TEXT:
      return format_text (record, field, language);
    case SB_FIELD_BILINGUAL:
      return format_words (sb_record_get_bilingual (record, field), language, marks);
    case SB_FIELD_DATE:
      return sb_record_format_date (record, field, language, SB_DATE_STYLE_MEDIUM);
    case SB_FIELD_TIME:
      return format_time (sb_record_get_time (record, field));
    case SB_FIELD_INTEGER:
      return format_integer (record, field, language);
    case SB_FIELD_REAL:
      return format_real (record, field, language);
    case SB_FIELD_BOOLEAN:
      return g_strdup (sb_record_get_boolean (record, field) ? sb_translate (language, "yes") : sb_translate (language, "no"));
    case SB_FIELD_TERM:
      return g_strdup (sb_record_get_term_label (record, field, language));
    case SB_FIELD_REF:
      return g_strdup (sb_ref_get_name (sb_record_get_ref (record, field), language));
    case SB_FIELD_LIST:
      return format_list (record, field, language, marks);
    default:
      return g_strdup ("");
    }
}

char *
sb_cli_format_field (SbRecord *record,
                     guint field,
                     SbLanguage language)
{
  return format_value (record, field, language, MARK_NOTHING);
}

char *
sb_cli_describe_field (SbRecord *record,
                       guint field,
                       SbLanguage language)
{
  return format_value (record, field, language, MARK_LANGUAGES);
}

/* Another document, and by whom that is said. */
static char *
describe_link (SbRecord *link,
               SbLanguage language)
{
  g_autofree char *said = join_first_fields (link, SB_DOCUMENT_LINK_FOUND, language, MARK_LANGUAGES);
  g_autofree char *finding = sb_document_link_describe_finding (link, language);

  return finding != NULL ? g_strdup_printf ("%s · %s", said, finding) : g_steal_pointer (&said);
}

/* Times of captures are proof: they are told in UTC, to the second. */
static char *
describe_capture (SbRecord *capture)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (sb_record_get_time (capture, SB_CAPTURE_TIME));
  g_autofree char *formatted = time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M:%S UTC") : g_strdup ("—");
  const char *media_type = sb_record_get_text (capture, SB_CAPTURE_MEDIA_TYPE);

  return g_strdup_printf ("%s · %s · %" G_GINT64_FORMAT " · %s · SHA-256 %s", sb_record_get_text (capture, SB_CAPTURE_URL), formatted,
                          sb_record_get_integer (capture, SB_CAPTURE_STATUS, 0), media_type != NULL ? media_type : "—",
                          sb_record_get_text (capture, SB_CAPTURE_HASH));
}

char *
sb_cli_describe_item (SbRecord *item,
                      SbLanguage language)
{
  if (sb_record_get_schema (item) == &sb_document_link_schema)
    return describe_link (item, language);
  if (sb_record_get_schema (item) == &sb_document_capture_schema)
    return describe_capture (item);
  if (sb_record_get_schema (item) == &sb_document_attachment_schema)
    return sb_cli_describe_attachment (item, language);

  return join_fields (item, language, MARK_LANGUAGES);
}

/* A tie and who holds a place have no name: they are what they tie, however they
 * are summed up. */
static char *
name_record (SbRecord *record,
             SbLanguage language)
{
  const char *title = sb_record_get_title (record, language);

  switch (sb_record_get_kind (record))
    {
    case SB_KIND_RELATION:
      return join_first_fields (record, SB_RELATION_SINCE, language, MARK_NOTHING);

    case SB_KIND_CONTROL:
      return join_first_fields (record, SB_CONTROL_SINCE, language, MARK_NOTHING);

    case SB_KIND_ZONE:
      return join_first_fields (record, SB_ZONE_SINCE, language, MARK_NOTHING);

    default:
      return title[0] != '\0' ? g_strdup (title) : join_fields (record, language, MARK_NOTHING);
    }
}

char *
sb_cli_format_title (SbRecord *record,
                     SbLanguage language)
{
  g_autofree char *name = name_record (record, language);

  if (sb_record_is_withdrawn (record))
    return g_strdup_printf (sb_translate (language, "%s [withdrawn by its source]"), name);

  return g_steal_pointer (&name);
}

/* NULL when the records of its kind have no such date. */
static SbDate *
get_date (SbRecord *record,
          const char *name)
{
  int field = sb_schema_find (sb_record_get_schema (record), name);

  return field >= 0 && sb_record_get_schema (record)->fields[field].type == SB_FIELD_DATE ? sb_record_get_date (record, (guint) field) : NULL;
}

char *
sb_cli_format_date (SbRecord *record,
                    SbLanguage language)
{
  const SbSchema *schema = sb_record_get_schema (record);
  char *lasting = sb_record_format_lasting (record, language, SB_DATE_STYLE_MEDIUM);
  SbDate *first = get_date (record, "first");
  SbDate *last = get_date (record, "last");

  if (lasting != NULL)
    return lasting;

  if (first != NULL && last != NULL)
    return sb_date_format_lasting (first, last, language, SB_DATE_STYLE_MEDIUM);

  for (guint i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].type == SB_FIELD_DATE && sb_record_has (record, i))
      return sb_cli_format_field (record, i, language);

  return g_strdup ("");
}
