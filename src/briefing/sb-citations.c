/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-citations.h"

#include "sb-date-format.h"
#include "sb-evidence.h"
#include "sb-rich-text.h"

#include <string.h>

/* Between two marks: narrow, and never the end of a line. */
#define MARK_GAP "\342\200\257" /* U+202F */

/* A mark never starts a line: a word joiner holds it. */
#define MARK_JOINER "\342\201\240" /* U+2060 */

typedef struct
{
  char *origin; /* (owned) what makes documents one source */
  SbRecord *evidence; /* (owned) the one that is cited */
} Source;

struct _SbCitations
{
  SbLanguage language;
  GPtrArray *sources; /* (owned) (element-type Source) */
};

static void
source_free (gpointer data)
{
  Source *source = data;

  g_free (source->origin);
  g_object_unref (source->evidence);
  g_free (source);
}

SbCitations *
sb_citations_new (SbLanguage language)
{
  SbCitations *self = g_new0 (SbCitations, 1);

  self->language = language;
  self->sources = g_ptr_array_new_with_free_func (source_free);

  return self;
}

void
sb_citations_free (SbCitations *self)
{
  g_ptr_array_unref (self->sources);
  g_free (self);
}

/* The first document of its group of republications and translations, or the
 * document itself, or at the worst the words of its reference. */
static char *
dup_origin (SbRecord *evidence)
{
  SbRef *ref = sb_record_get_ref (evidence, SB_EVIDENCE_ORIGIN);

  if (ref == NULL)
    ref = sb_record_get_ref (evidence, SB_EVIDENCE_DOCUMENT);
  if (ref == NULL)
    return g_strdup_printf ("reference/%s", sb_record_get_text (evidence, SB_EVIDENCE_REFERENCE));
  if (sb_ref_get_id (ref) != 0)
    return g_strdup_printf ("id/%" G_GINT64_FORMAT, sb_ref_get_id (ref));

  return g_strdup_printf ("uuid/%s", sb_ref_get_uuid (ref));
}

/* The reader is best served by a document in the language of the edition, and
 * after that by the original. */
static guint
rank_evidence (const SbCitations *self,
               SbRecord *evidence)
{
  const char *language = sb_record_get_text (evidence, SB_EVIDENCE_LANGUAGE);
  SbRef *origin = sb_record_get_ref (evidence, SB_EVIDENCE_ORIGIN);
  SbRef *document = sb_record_get_ref (evidence, SB_EVIDENCE_DOCUMENT);
  guint rank = 0;

  if (language != NULL && g_str_has_prefix (language, sb_language_get_code (self->language)))
    rank += 2;
  if (origin != NULL && document != NULL && sb_ref_equal (origin, document))
    rank += 1;

  return rank;
}

guint
sb_citations_cite (SbCitations *self,
                   SbRecord *evidence)
{
  g_autofree char *origin = NULL;
  Source *source;

  g_return_val_if_fail (self != NULL && sb_record_get_schema (evidence) == &sb_evidence_schema, 0);

  origin = dup_origin (evidence);
  for (guint i = 0; i < self->sources->len; i++)
    {
      source = g_ptr_array_index (self->sources, i);
      if (!g_str_equal (source->origin, origin))
        continue;

      if (rank_evidence (self, evidence) > rank_evidence (self, source->evidence))
        g_set_object (&source->evidence, evidence);
      return i + 1;
    }

  source = g_new0 (Source, 1);
  source->origin = g_steal_pointer (&origin);
  source->evidence = g_object_ref (evidence);
  g_ptr_array_add (self->sources, source);

  return self->sources->len;
}

guint
sb_citations_get_n_sources (const SbCitations *self)
{
  return self->sources->len;
}

static SbRecord *
get_evidence (const SbCitations *self,
              guint number)
{
  g_return_val_if_fail (number >= 1 && number <= self->sources->len, NULL);

  return ((Source *) g_ptr_array_index (self->sources, number - 1))->evidence;
}

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

char *
sb_citations_dup_reference (const SbCitations *self,
                            guint number)
{
  SbRecord *evidence = get_evidence (self, number);
  const char *written = sb_record_get_text (evidence, SB_EVIDENCE_REFERENCE);
  const char *byline = sb_record_get_text (evidence, SB_EVIDENCE_BYLINE);
  SbRef *document = sb_record_get_ref (evidence, SB_EVIDENCE_DOCUMENT);
  SbRef *publisher = sb_record_get_ref (evidence, SB_EVIDENCE_SOURCE);
  g_autofree char *title = NULL;
  g_autofree char *author = NULL;
  g_autofree char *medium = NULL;
  g_autofree char *date = NULL;
  GString *reference;

  if (written != NULL)
    return sb_rich_text_escape (written);

  title = quote_title (document != NULL ? sb_ref_get_name (document, self->language) : "", self->language);
  author = sb_rich_text_escape (byline);
  date = sb_date_format (sb_record_get_date (evidence, SB_EVIDENCE_DATE), self->language, SB_DATE_STYLE_LONG);
  if (publisher != NULL && sb_ref_get_name (publisher, self->language)[0] != '\0')
    {
      g_autofree char *name = sb_rich_text_escape (sb_ref_get_name (publisher, self->language));

      medium = g_strdup_printf ("*%s*", name);
    }

  reference = g_string_new (NULL);
  append_part (reference, author);
  append_part (reference, title);
  append_part (reference, medium);
  append_part (reference, date);
  g_string_append_c (reference, '.');

  return g_string_free (reference, FALSE);
}

const char *
sb_citations_get_uri (const SbCitations *self,
                      guint number)
{
  return sb_record_get_text (get_evidence (self, number), SB_EVIDENCE_URL);
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
