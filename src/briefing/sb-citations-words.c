/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-citations-private.h"

#include "sb-reference-private.h"
#include "sb-translate.h"

#include <string.h>

/* Between two marks: narrow, and never the end of a line. */
#define MARK_GAP "\342\200\257" /* U+202F */

/* A mark never starts a line: a word joiner holds it. */
#define MARK_JOINER "\342\201\240" /* U+2060 */

/* Without the pages that are cited. */
static char *
dup_bare_reference (const SbCitations *self,
                    guint number)
{
  const char *words = ((SbCitedSource *) g_ptr_array_index (self->sources, number - 1))->words;

  return words != NULL ? g_strdup (words) : _sb_reference_dup (sb_citations_get_evidence (self, number), self->language);
}

/* ", p. 4, 7" */
static void
append_pages (GString *reference,
              const SbCitations *self,
              const GArray *pages)
{
  g_string_append (reference, self->language == SB_LANGUAGE_EN && pages->len > 1 ? ", pp.\302\240" : ", p.\302\240");
  for (guint i = 0; i < pages->len; i++)
    g_string_append_printf (reference, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "", g_array_index (pages, gint64, i));
}

char *
sb_citations_dup_reference (const SbCitations *self,
                            guint number)
{
  const SbCitedSource *source = g_ptr_array_index (self->sources, number - 1);
  g_autofree char *bare = dup_bare_reference (self, number);
  g_autofree char *address = self->has_addresses && source->evidence != NULL ? _sb_reference_dup_address (source->evidence, self->language) : NULL;
  /* At the foot each note has its page. */
  gboolean has_pages = source->pages->len > 0 && !self->at_foot;
  GString *reference;

  if (!has_pages && address == NULL)
    return g_steal_pointer (&bare);

  reference = g_string_new (bare);
  g_string_truncate (reference, _sb_reference_get_open_length (bare, self->language));
  if (has_pages)
    append_pages (reference, self, source->pages);
  if (address != NULL)
    g_string_append_printf (reference, ", %s", address);
  g_string_append_c (reference, '.');

  return g_string_free (reference, FALSE);
}

/* A reference up to the end of its title, or else of its first part. */
static char *
shorten_reference (const char *reference)
{
  static const char *const ends[] = { "\302\240»", " »", "»", "”" };
  const char *end = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ends) && end == NULL; i++)
    {
      const char *found = strstr (reference, ends[i]);

      end = found != NULL ? found + strlen (ends[i]) : NULL;
    }
  if (end == NULL)
    end = strchr (reference, ',');

  return end != NULL ? g_strndup (reference, (gsize) (end - reference)) : g_strdup (reference);
}

/* " [B2]" */
static void
append_grade (GString *text,
              SbReliability reliability,
              SbCredibility credibility)
{
  g_autofree char *grade = sb_grade_format (reliability, credibility);

  if (grade[0] != '\0')
    g_string_append_printf (text, "\302\240\\[%s]", grade);
}

/* Whether a note before @number names the source. */
static gboolean
is_named_before (const SbCitations *self,
                 guint source,
                 guint number)
{
  for (guint i = 1; i < number; i++)
    {
      const SbNote *note = g_ptr_array_index (self->notes, i - 1);

      for (guint k = 0; k < note->mentions->len; k++)
        if (g_array_index (note->mentions, SbMention, k).source == source)
          return TRUE;
    }

  return FALSE;
}

/* Without the full stop, because more may follow. */
static char *
dup_mention (const SbCitations *self,
             const SbMention *mention,
             gboolean is_short)
{
  g_autofree char *reference = dup_bare_reference (self, mention->source);
  g_autofree char *name = NULL;
  GString *text;

  reference[_sb_reference_get_open_length (reference, self->language)] = '\0';
  name = is_short ? shorten_reference (reference) : g_strdup (reference);
  text = g_string_new (name);
  if (strlen (name) < strlen (reference))
    g_string_append_printf (text, ", %s", sb_translate_context (self->language, "reference", "cited above"));
  if (mention->page > 0)
    g_string_append_printf (text, ", p.\302\240%" G_GINT64_FORMAT, mention->page);
  append_grade (text, mention->reliability, mention->credibility);

  return g_string_free (text, FALSE);
}

char *
sb_citations_dup_note (const SbCitations *self,
                       guint number,
                       gboolean is_short)
{
  const SbNote *note;
  GString *text;

  g_return_val_if_fail (self != NULL && number >= 1 && number <= self->notes->len, g_strdup (""));

  note = g_ptr_array_index (self->notes, number - 1);
  if (note->words != NULL)
    return g_strdup (note->words);

  text = g_string_new (NULL);
  for (guint i = 0; i < note->mentions->len; i++)
    {
      const SbMention *own = &g_array_index (note->mentions, SbMention, i);
      gboolean is_again = i > 0 && g_array_index (note->mentions, SbMention, i - 1).source == own->source;
      g_autofree char *mention = dup_mention (self, own, is_short || is_again || is_named_before (self, own->source, number));

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", mention);
    }
  g_string_append_c (text, '.');

  return g_string_free (text, FALSE);
}

/* The length of @markup without the full stop, and in French the space before
 * a mark of two parts, that its last word is followed by. */
static gsize
find_last_word_end (const char *markup)
{
  gsize length = strlen (markup);

  if (length > 0 && strchr (".;:", markup[length - 1]) != NULL)
    length--;
  while (length > 0)
    {
      const char *last = g_utf8_find_prev_char (markup, markup + length);
      gunichar c = last != NULL ? g_utf8_get_char_validated (last, -1) : 'x';

      if (!g_unichar_isspace (c))
        break;
      length = (gsize) (last - markup);
    }

  return length;
}

char *
sb_citations_append_marks (const char *markup,
                           GArray *numbers,
                           SbLanguage language)
{
  gsize length = language == SB_LANGUAGE_FR ? find_last_word_end (markup) : strlen (markup);
  GString *marked = g_string_new_len (markup, (gssize) length);

  if (numbers->len == 0)
    {
      g_string_free (marked, TRUE);
      return g_strdup (markup);
    }

  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (marked, "%s[^%u]", i > 0 ? MARK_GAP : MARK_JOINER, g_array_index (numbers, guint, i));
  g_string_append (marked, markup + length);

  return g_string_free (marked, FALSE);
}
