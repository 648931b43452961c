/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefing-words.h"

#include "sb-briefing.h"
#include "sb-date-format.h"
#include "sb-document.h"
#include "sb-extract.h"
#include "sb-outline.h"
#include "sb-rich-text.h"
#include "sb-text-citation.h"
#include "sb-translate.h"

#include <glib/gi18n.h>
#include <string.h>

/* The name of the block, by which it is known. */
#define BLOCK "passages"

/* A quotation is one paragraph. */
static char *
dup_line (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n", ' ');

  return sb_rich_text_escape (line);
}

/* The words of an extract stay in their language; what stands around them is in that of
 * the text. */
static char *
dup_quotation (SbRecord *extract,
               SbLanguage language)
{
  const char *quote = sb_record_get_text (extract, SB_EXTRACT_QUOTE);
  g_autofree char *words = dup_line (quote != NULL ? quote : "");

  return language == SB_LANGUAGE_FR ? g_strdup_printf ("> «\302\240%s\302\240» [@%s]", words, sb_record_get_uuid (extract))
                                    : g_strdup_printf ("> “%s” [@%s]", words, sb_record_get_uuid (extract));
}

static char *
dup_mention (SbRecord *document,
             SbLanguage language)
{
  SbRef *source = sb_record_get_ref (document, SB_DOCUMENT_SOURCE);
  SbDate *date = sb_record_get_date (document, SB_DOCUMENT_DATE);
  g_autofree char *title = dup_line (sb_record_get_title (document, language));
  g_autofree char *name = source != NULL && sb_ref_get_name (source, language) != NULL ? dup_line (sb_ref_get_name (source, language)) : NULL;
  g_autofree char *day = date != NULL ? sb_date_format (date, language, SB_DATE_STYLE_LONG) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "*%s*", title);
  if (name != NULL)
    g_string_append_printf (text, ", %s", name);
  if (day != NULL)
    g_string_append_printf (text, ", %s", day);
  g_string_append_printf (text, " [@%s]", sb_record_get_uuid (document));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_cited (const SbOutline *outline,
          const char *uuid)
{
  g_autoptr (GPtrArray) cited = g_ptr_array_new_with_free_func (g_free);

  for (int language = 0; language < SB_N_LANGUAGES; language++)
    sb_text_citation_collect (sb_outline_get_text (outline, BLOCK, (SbLanguage) language), cited);

  for (guint i = 0; i < cited->len; i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (cited, i), uuid) == 0)
      return TRUE;

  return FALSE;
}

/* Takes over @briefing and leaves an outline of what it is now. */
static SbOutline *
take_edit (SbOutline *outline,
           SbTemplate *template,
           SbRecord *briefing)
{
  g_autoptr (SbRecord) edited = briefing;
  SbOutline *next;

  if (edited == NULL)
    return outline;

  next = sb_outline_new (template, edited);
  sb_outline_unref (outline);
  return next;
}

/* What is written goes above what closes the paper. */
static guint
find_place (const SbOutline *outline)
{
  guint position = 0;
  guint place = 0;

  for (guint i = 0; i < sb_outline_get_n_entries (outline); i++)
    {
      const SbOutlineEntry *entry = sb_outline_get_entry (outline, i);

      if (entry->parent != NULL || entry->is_lost)
        continue;

      position++;
      if (entry->kind != SB_TEMPLATE_BLOCK_SOURCES && entry->kind != SB_TEMPLATE_BLOCK_BACK)
        place = position;
    }

  return place;
}

static gboolean
has_language (SbRecord *briefing,
              SbLanguage language)
{
  const char *languages = sb_record_get_text (briefing, SB_BRIEFING_LANGUAGES);

  /* One that says nothing of them is printed in either. */
  return languages == NULL || strstr (languages, sb_language_get_code (language)) != NULL;
}

static SbOutline *
add_block (SbOutline *outline,
           SbTemplate *template)
{
  guint place = find_place (outline);

  outline = take_edit (outline, template, sb_outline_add (outline, SB_TEMPLATE_BLOCK_TEXT, BLOCK, NULL, NULL, place));
  for (int language = 0; language < SB_N_LANGUAGES; language++)
    if (has_language (sb_outline_get_briefing (outline), (SbLanguage) language))
      outline = take_edit (outline, template,
                           sb_outline_set_title (outline, BLOCK, (SbLanguage) language,
                                                 /* Translators: the heading of passages that a briefing quotes. */
                                                 sb_translate ((SbLanguage) language, N_ ("Passages"))));
  return outline;
}

SbRecord *
sb_briefing_add_words (SbRecord *briefing,
                       SbRecord *source,
                       GError **error)
{
  gboolean is_extract;
  g_autoptr (SbTemplate) template = NULL;
  g_autoptr (SbOutline) outline = NULL;

  g_return_val_if_fail (sb_record_get_kind (briefing) == SB_KIND_BRIEFING, NULL);
  g_return_val_if_fail (SB_IS_RECORD (source), NULL);

  template = sb_template_new (sb_record_get_text (briefing, SB_BRIEFING_TEMPLATE), error);
  if (template == NULL)
    return NULL;

  is_extract = sb_record_get_kind (source) == SB_KIND_EXTRACT;
  outline = sb_outline_new (template, briefing);
  if (is_cited (outline, sb_record_get_uuid (source)))
    return g_object_ref (briefing);

  if (sb_outline_find (outline, BLOCK) == NULL)
    outline = add_block (g_steal_pointer (&outline), template);

  for (int i = 0; i < SB_N_LANGUAGES; i++)
    {
      SbLanguage language = (SbLanguage) i;
      const char *before = sb_outline_get_text (outline, BLOCK, language);
      g_autofree char *words = NULL;
      g_autofree char *text = NULL;

      if (!has_language (briefing, language))
        continue;

      words = is_extract ? dup_quotation (source, language) : dup_mention (source, language);
      text = before != NULL && before[0] != '\0' ? g_strdup_printf ("%s\n\n%s", before, words) : g_strdup (words);
      outline = take_edit (g_steal_pointer (&outline), template, sb_outline_set_text (outline, BLOCK, language, text));
    }

  return g_object_ref (sb_outline_get_briefing (outline));
}
