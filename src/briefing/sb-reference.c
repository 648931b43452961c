/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-reference-private.h"

#include <string.h>

#include "sb-code-names.h"
#include "sb-date-format.h"
#include "sb-evidence.h"
#include "sb-rich-text.h"
#include "sb-translate.h"
#include "sb-wording-private.h"

static void
append_part (GString *reference,
             const char *part)
{
  if (part == NULL || part[0] == '\0')
    return;
  if (reference->len > 0)
    g_string_append (reference, ", ");
  g_string_append (reference, part);
}

/* A title within quotation marks; those that it holds become inner ones. */
static char *
quote_title (const char *title,
             SbLanguage language)
{
  g_autofree char *escaped = sb_rich_text_escape (title);
  GString *inner = g_string_new (escaped);

  if (escaped[0] == '\0')
    return g_string_free (inner, FALSE);

  if (language == SB_LANGUAGE_FR)
    {
      g_string_replace (inner, "«\302\240", "“", 0);
      g_string_replace (inner, "\302\240»", "”", 0);
      g_string_replace (inner, "«\342\200\257", "“", 0);
      g_string_replace (inner, "\342\200\257»", "”", 0);
      g_string_replace (inner, "« ", "“", 0);
      g_string_replace (inner, " »", "”", 0);
      g_string_prepend (inner, "«\302\240");
      g_string_append (inner, "\302\240»");
    }
  else
    {
      g_string_replace (inner, "“", "‘", 0);
      g_string_replace (inner, "”", "’", 0);
      g_string_prepend (inner, "“");
      g_string_append (inner, "”");
    }

  return g_string_free (inner, FALSE);
}

/* Authors are kept in one line; a semicolon is between two. */
static char *
dup_authors (SbRecord *evidence,
             SbLanguage language)
{
  const char *byline = sb_record_get_text (evidence, SB_EVIDENCE_BYLINE);
  g_auto (GStrv) authors = g_strsplit (byline != NULL ? byline : "", ";", -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; authors[i] != NULL; i++)
    if (*g_strstrip (authors[i]) != '\0')
      g_ptr_array_add (names, sb_rich_text_escape (authors[i]));

  return _sb_wording_join (names, language);
}

static const char *
get_title (SbRecord *evidence,
           SbLanguage language)
{
  SbRef *document = sb_record_get_ref (evidence, SB_EVIDENCE_DOCUMENT);

  return document != NULL ? sb_ref_get_name (document, language) : "";
}

static const char *
get_publisher (SbRecord *evidence,
               SbLanguage language)
{
  SbRef *source = sb_record_get_ref (evidence, SB_EVIDENCE_SOURCE);

  return source != NULL ? sb_ref_get_name (source, language) : "";
}

static const char *
get_no_date (SbLanguage language)
{
  /* Translators: in a bibliographic reference, "no date". */
  return sb_translate_context (language, "reference", "n.d.");
}

/* "(in French)", where the work is in another language than the reference. */
static char *
dup_language_mark (SbRecord *evidence,
                   SbLanguage language)
{
  const char *code = sb_record_get_text (evidence, SB_EVIDENCE_LANGUAGE);
  const char *name = code != NULL && !g_str_has_prefix (code, sb_language_get_code (language)) ? sb_tongue_get_name (code, language) : NULL;

  if (name == NULL)
    return NULL;

  /* Translators: in a bibliographic reference; the name of a language. */
  return g_strdup_printf (sb_translate_context (language, "reference", "(in %s)"), name);
}

/* Title and who wrote or published it tell one work from another. */
static gboolean
has_parts (SbRecord *evidence,
           SbLanguage language)
{
  return get_title (evidence, language)[0] != '\0' &&
         (sb_record_has (evidence, SB_EVIDENCE_BYLINE) || get_publisher (evidence, language)[0] != '\0');
}

static char *
form_reference (SbRecord *evidence,
                SbLanguage language)
{
  SbDate *day = sb_record_get_date (evidence, SB_EVIDENCE_DATE);
  g_autofree char *publisher = sb_rich_text_escape (get_publisher (evidence, language));
  g_autofree char *medium = publisher[0] != '\0' ? g_strdup_printf ("*%s*", publisher) : NULL;
  g_autofree char *title = quote_title (get_title (evidence, language), language);
  g_autofree char *authors = dup_authors (evidence, language);
  g_autofree char *date = day != NULL ? sb_date_format (day, language, SB_DATE_STYLE_LONG) : NULL;
  g_autofree char *mark = dup_language_mark (evidence, language);
  GString *reference = g_string_new (NULL);

  append_part (reference, authors);
  append_part (reference, title);
  if (medium == NULL)
    /* Translators: in a bibliographic reference. */
    append_part (reference, sb_translate_context (language, "reference", "publisher not stated"));
  else if (!g_str_equal (authors, publisher)) /* one that publishes what it wrote is named once */
    append_part (reference, medium);
  append_part (reference, date != NULL ? date : get_no_date (language));
  if (mark != NULL)
    g_string_append_printf (reference, " %s", mark);
  if (!g_str_has_suffix (reference->str, "."))
    g_string_append_c (reference, '.');

  return g_string_free (reference, FALSE);
}

char *
_sb_reference_dup (SbRecord *evidence,
                   SbLanguage language)
{
  SbBilingual *written = sb_record_get_bilingual (evidence, SB_EVIDENCE_REFERENCE);
  const char *own = sb_bilingual_get (written, language);

  if (own != NULL)
    return sb_rich_text_escape (own);
  if (!sb_bilingual_is_empty (written) && !has_parts (evidence, language))
    return sb_rich_text_escape (sb_bilingual_get_any (written, language));

  return form_reference (evidence, language);
}

char *
_sb_reference_dup_address (SbRecord *evidence,
                           SbLanguage language)
{
  const char *url = sb_record_get_text (evidence, SB_EVIDENCE_URL);
  const char *written = sb_bilingual_get (sb_record_get_bilingual (evidence, SB_EVIDENCE_REFERENCE), language);
  g_autofree char *escaped = NULL;
  g_autofree char *day = NULL;

  if (url == NULL || (written != NULL && strstr (written, url) != NULL))
    return NULL;

  escaped = sb_rich_text_escape (url);
  if (!sb_record_has (evidence, SB_EVIDENCE_FETCHED))
    return g_steal_pointer (&escaped);

  day = sb_day_format (sb_day_from_time (sb_record_get_time (evidence, SB_EVIDENCE_FETCHED)), language, SB_DATE_STYLE_LONG);
  /* Translators: in a bibliographic reference; an address of the web, and a day. */
  return g_strdup_printf (sb_translate_context (language, "reference", "%s (accessed %s)"), escaped, day);
}

gsize
_sb_reference_get_open_length (const char *reference,
                               SbLanguage language)
{
  gsize length = strlen (reference);

  return g_str_has_suffix (reference, ".") && !g_str_has_suffix (reference, get_no_date (language)) ? length - 1 : length;
}
