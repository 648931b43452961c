/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-record-markup.h"

#include "sb-actor.h"
#include "sb-alliance.h"
#include "sb-briefing.h"
#include "sb-code-names.h"
#include "sb-control.h"
#include "sb-document.h"
#include "sb-event.h"
#include "sb-extract.h"
#include "sb-figure.h"
#include "sb-record-dates.h"
#include "sb-relation.h"
#include "sb-restriction.h"
#include "sb-template.h"
#include "sb-text.h"
#include "sb-zone.h"

#include <glib/gi18n.h>
#include <string.h>

#define LINK_SCHEME "record:"

/* A date and, paler, how the document had it. */
#define WITH_WORDING "%s <span alpha=\"60%%\">(%s)</span>"

char *
sb_record_markup_ref (SbRef *ref,
                      SbLanguage language)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (ref != NULL, NULL);

  name = g_markup_escape_text (sb_ref_get_name (ref, language), -1);
  if (sb_ref_get_id (ref) == 0)
    return g_steal_pointer (&name);

  return g_strdup_printf ("<a href=\"" LINK_SCHEME "%s/%" G_GINT64_FORMAT "\">%s</a>",
                          sb_kind_get_name (sb_ref_get_kind (ref)), sb_ref_get_id (ref), name);
}

SbRef *
sb_record_markup_parse_link (const char *address)
{
  g_auto (GStrv) parts = NULL;
  SbKind kind;
  gint64 id;

  if (!g_str_has_prefix (address, LINK_SCHEME))
    return NULL;

  parts = g_strsplit (address + strlen (LINK_SCHEME), "/", 2);
  if (g_strv_length (parts) != 2)
    return NULL;

  kind = sb_kind_parse (parts[0]);
  id = g_ascii_strtoll (parts[1], NULL, 10);
  return kind != SB_KIND_NONE && id > 0 ? sb_ref_new (kind, id, NULL, NULL) : NULL;
}

static char *
markup_bilingual (SbBilingual *text,
                  SbLanguage language)
{
  SbLanguage other = language == SB_LANGUAGE_FR ? SB_LANGUAGE_EN : SB_LANGUAGE_FR;
  g_autofree char *escaped = g_markup_escape_text (sb_bilingual_get_any (text, language), -1);

  if (sb_bilingual_get (text, language) != NULL)
    return g_steal_pointer (&escaped);

  return g_strdup_printf ("%s <span alpha=\"60%%\" size=\"small\">[%s]</span>", escaped, sb_language_get_code (other));
}

/* The date as the program writes it, and as the document had it where that says
 * something else. */
static char *
markup_date (SbRecord *record,
             guint field,
             SbLanguage language)
{
  SbDate *date = sb_record_get_date (record, field);
  g_autofree char *text = sb_record_format_date (record, field, language, SB_DATE_STYLE_LONG);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_autofree char *folded = sb_fold (text);
  g_autofree char *folded_wording = sb_fold (sb_date_get_wording (date) != NULL ? sb_date_get_wording (date) : "");
  g_autofree char *wording = NULL;

  if (*folded_wording == '\0' || g_str_equal (folded, folded_wording))
    return g_steal_pointer (&escaped);

  wording = g_markup_escape_text (sb_date_get_wording (date), -1);
  return g_strdup_printf (WITH_WORDING, escaped, wording);
}

static char *
markup_list (SbRecord *record,
             guint field,
             SbLanguage language)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < sb_record_get_n_items (record, field); i++)
    {
      g_autofree char *item = sb_record_markup_item (sb_record_get_item (record, field, i), language);

      if (*item != '\0')
        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", item);
    }

  return g_string_free (lines, FALSE);
}

/* When a page was captured is proof: by the clock of the reader, and in UTC. */
static char *
format_moment (gint64 seconds,
               SbLanguage language)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (seconds);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *exact = NULL;

  if (local == NULL || utc == NULL)
    return g_strdup ("");

  day = sb_day_format (sb_day_from_time (seconds + g_date_time_get_utc_offset (local) / G_USEC_PER_SEC), language, SB_DATE_STYLE_LONG);
  time = g_date_time_format (local, "%H:%M:%S");
  exact = g_date_time_format (utc, "%Y-%m-%d %H:%M:%S");
  /* Translators: a day and a time by the local clock, then both again in UTC. */
  return g_strdup_printf (_ ("%s, %s (%s UTC)"), day, time, exact);
}

/* What the window calls the template of a briefing; NULL for another field, and for a
 * template of somebody's own. */
static char *
dup_product (SbRecord *record,
             guint field,
             SbLanguage language)
{
  g_autoptr (SbTemplate) template = NULL;

  if (sb_record_get_schema (record) != &sb_briefing_schema || field != SB_BRIEFING_TEMPLATE)
    return NULL;

  template = sb_template_new (sb_record_get_text (record, field), NULL);
  return template != NULL ? g_strdup (sb_template_get_title (template, language)) : NULL;
}

char *
sb_record_markup_field (SbRecord *record,
                        guint field,
                        SbLanguage language)
{
  const SbField *described = &sb_record_get_schema (record)->fields[field];
  g_autofree char *text = NULL;
  g_autoptr (GDateTime) time = NULL;

  if (!sb_record_has (record, field))
    return NULL;

  switch (described->type)
    {
    case SB_FIELD_TEXT:
      text = dup_product (record, field, language);
      if (text == NULL)
        text = sb_record_format_codes (record, field, language);
      return g_markup_escape_text (text != NULL ? text : sb_record_get_text (record, field), -1);

    case SB_FIELD_BILINGUAL:
      return markup_bilingual (sb_record_get_bilingual (record, field), language);

    case SB_FIELD_DATE:
      return markup_date (record, field, language);

    case SB_FIELD_TIME:
      if (sb_record_get_schema (record) == &sb_document_capture_schema)
        return format_moment (sb_record_get_time (record, field), language);
      return sb_day_format (sb_day_from_time (sb_record_get_time (record, field)), language, SB_DATE_STYLE_LONG);

    case SB_FIELD_INTEGER:
      return sb_number_format ((double) sb_record_get_integer (record, field, 0), 0, language);

    case SB_FIELD_REAL:
      return sb_number_format (sb_record_get_real (record, field, 0), 3, language);

    case SB_FIELD_BOOLEAN:
      return g_strdup (_ ("Yes"));

    case SB_FIELD_TERM:
      return g_markup_escape_text (sb_record_get_term_label (record, field, language), -1);

    case SB_FIELD_REF:
      return sb_record_markup_ref (sb_record_get_ref (record, field), language);

    case SB_FIELD_LIST:
      return markup_list (record, field, language);

    default:
      g_assert_not_reached ();
    }
}

/* How the document had the dates of @item, where @text does not have it so; NULL
 * when it does. */
static char *
dup_wordings (SbRecord *item,
              const char *text)
{
  const SbSchema *schema = sb_record_get_schema (item);
  g_autofree char *folded_text = sb_fold (text);
  GString *wordings = g_string_new (NULL);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      SbDate *date = schema->fields[i].type == SB_FIELD_DATE ? sb_record_get_date (item, i) : NULL;
      const char *wording = date != NULL ? sb_date_get_wording (date) : NULL;
      g_autofree char *folded = sb_fold (wording != NULL ? wording : "");
      g_autofree char *escaped = g_markup_escape_text (wording != NULL ? wording : "", -1);

      if (*folded != '\0' && strstr (folded_text, folded) == NULL)
        g_string_append_printf (wordings, "%s%s", wordings->len > 0 ? ", " : "", escaped);
    }

  return g_string_free (wordings, wordings->len == 0);
}

/* From when to when is one phrase, at the first of the two dates that is there. */
static char *
markup_lasting (SbRecord *item,
                guint field,
                SbLanguage language)
{
  const SbSchema *schema = sb_record_get_schema (item);
  int since = sb_schema_find (schema, "since");
  g_autofree char *text = sb_record_format_lasting (item, language, SB_DATE_STYLE_LONG);
  g_autofree char *escaped = NULL;
  g_autofree char *wording = NULL;

  if (text == NULL)
    return sb_record_markup_field (item, field, language);
  if (since != (int) field && sb_record_has (item, (guint) since))
    return NULL;

  escaped = g_markup_escape_text (text, -1);
  wording = dup_wordings (item, text);
  return wording != NULL ? g_strdup_printf (WITH_WORDING, escaped, wording) : g_steal_pointer (&escaped);
}

/* One field of an item. The extract behind it is a link and no more: its words
 * stand among the evidence. */
static char *
markup_part (SbRecord *item,
             guint field,
             SbLanguage language)
{
  const SbField *described = &sb_record_get_schema (item)->fields[field];
  SbRef *ref;

  if ((described->flags & SB_FIELD_DERIVED) != 0)
    return NULL;

  if (sb_record_get_schema (item) == &sb_document_link_schema && field >= SB_DOCUMENT_LINK_FOUND)
    return field == SB_DOCUMENT_LINK_FOUND ? sb_document_link_describe_finding (item, language) : NULL;

  if (g_str_equal (described->name, "since") || g_str_equal (described->name, "until"))
    return markup_lasting (item, field, language);

  if (described->type != SB_FIELD_REF || described->target != SB_KIND_EXTRACT || !sb_record_has (item, field))
    return sb_record_markup_field (item, field, language);

  ref = sb_record_get_ref (item, field);
  return g_strdup_printf ("<a href=\"" LINK_SCHEME "extract/%" G_GINT64_FORMAT "\">%s</a>", sb_ref_get_id (ref), _ ("passage"));
}

/* What the file is called, and what is known of it. */
static char *
markup_attachment (SbRecord *attachment,
                   SbLanguage language)
{
  g_autofree char *name = sb_attachment_dup_name (attachment);
  g_autofree char *details = sb_attachment_describe (attachment, language);

  return g_markup_printf_escaped ("%s%s%s", name, *details != '\0' ? " · " : "", details);
}

char *
sb_record_markup_item (SbRecord *item,
                       SbLanguage language)
{
  const SbSchema *schema = sb_record_get_schema (item);
  GString *line;

  if (schema == &sb_document_attachment_schema)
    return markup_attachment (item, language);

  line = g_string_new (NULL);
  for (guint i = 0; i < schema->n_fields; i++)
    {
      g_autofree char *part = markup_part (item, i, language);

      if (part != NULL && *part != '\0')
        g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
    }

  return g_string_free (line, FALSE);
}
