/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-citations.h"

#include "sb-date-format.h"
#include "sb-evidence.h"
#include "sb-grade.h"
#include "sb-rich-text.h"
#include "sb-translate.h"

#include <string.h>

/* Between two marks: narrow, and never the end of a line. */
#define MARK_GAP "\342\200\257" /* U+202F */

/* A mark never starts a line: a word joiner holds it. */
#define MARK_JOINER "\342\201\240" /* U+2060 */

typedef struct
{
  char *origin; /* (owned) what makes documents one source */
  SbRecord *evidence; /* (owned) (nullable) the one that is cited */
  char *words; /* (owned) (nullable) of one that was written by hand */
  GArray *pages; /* (owned) (element-type gint64) that are cited, each once */
} Source;

/* One source of a note. */
typedef struct
{
  guint source; /* its number */
  gint64 page; /* of the document; 0 when it has none */
  SbReliability reliability;
  SbCredibility credibility;
} Mention;

typedef struct
{
  char *key; /* (owned) what makes notes the same */
  GArray *mentions; /* (owned) (element-type Mention) */
  char *words; /* (owned) (nullable) of one that was written by hand */
} Note;

struct _SbCitations
{
  SbLanguage language;
  GPtrArray *sources; /* (owned) (element-type Source) */
  GPtrArray *notes; /* (owned) (element-type Note) */
  gboolean at_foot;
  gboolean graded;
};

static void
source_free (gpointer data)
{
  Source *source = data;

  g_free (source->origin);
  g_clear_object (&source->evidence);
  g_free (source->words);
  g_array_unref (source->pages);
  g_free (source);
}

static void
note_free (gpointer data)
{
  Note *note = data;

  g_free (note->key);
  g_array_unref (note->mentions);
  g_free (note->words);
  g_free (note);
}

SbCitations *
sb_citations_new (SbLanguage language)
{
  SbCitations *self = g_new0 (SbCitations, 1);

  self->language = language;
  self->sources = g_ptr_array_new_with_free_func (source_free);
  self->notes = g_ptr_array_new_with_free_func (note_free);

  return self;
}

void
sb_citations_free (SbCitations *self)
{
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

void
sb_citations_set_at_foot (SbCitations *self,
                          gboolean at_foot)
{
  g_return_if_fail (self != NULL);

  self->at_foot = at_foot;
}

void
sb_citations_set_graded (SbCitations *self,
                         gboolean graded)
{
  g_return_if_fail (self != NULL);

  self->graded = graded;
}

gboolean
sb_citations_are_at_foot (const SbCitations *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->at_foot;
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

/* By their numbers. */
static void
add_page (Source *source,
          gint64 page)
{
  guint at = 0;

  if (page <= 0)
    return;
  while (at < source->pages->len && g_array_index (source->pages, gint64, at) < page)
    at++;
  if (at == source->pages->len || g_array_index (source->pages, gint64, at) != page)
    g_array_insert_val (source->pages, at, page);
}

static Source *
add_source (SbCitations *self,
            char *origin)
{
  Source *source = g_new0 (Source, 1);

  source->origin = origin;
  source->pages = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_add (self->sources, source);

  return source;
}

/* Whether @evidence is of the document that stands for @source. */
static gboolean
is_named_by (const Source *source,
             SbRecord *evidence)
{
  SbRef *named = source->evidence != NULL ? sb_record_get_ref (source->evidence, SB_EVIDENCE_DOCUMENT) : NULL;
  SbRef *document = sb_record_get_ref (evidence, SB_EVIDENCE_DOCUMENT);

  return named != NULL && document != NULL && sb_ref_equal (named, document);
}

/* The pages are those of the document that is named: a reprint or a translation has
 * others. */
static void
name_evidence (Source *source,
               SbRecord *evidence)
{
  if (!is_named_by (source, evidence))
    g_array_set_size (source->pages, 0);
  g_set_object (&source->evidence, evidence);
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
      if (source->evidence == NULL || !g_str_equal (source->origin, origin))
        continue;

      if (rank_evidence (self, evidence) > rank_evidence (self, source->evidence))
        name_evidence (source, evidence);
      if (is_named_by (source, evidence))
        add_page (source, sb_record_get_integer (evidence, SB_EVIDENCE_PAGE, 0));
      return i + 1;
    }

  source = add_source (self, g_steal_pointer (&origin));
  name_evidence (source, evidence);
  add_page (source, sb_record_get_integer (evidence, SB_EVIDENCE_PAGE, 0));

  return self->sources->len;
}

/* Takes @key and @words over; returns the number of the note. */
static guint
add_note (SbCitations *self,
          char *key,
          char *words)
{
  Note *note = g_new0 (Note, 1);

  note->key = key;
  note->words = words;
  note->mentions = g_array_new (FALSE, FALSE, sizeof (Mention));
  g_ptr_array_add (self->notes, note);

  return self->notes->len;
}

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  const Mention *one = a;
  const Mention *other = b;

  if (one->source != other->source)
    return one->source < other->source ? -1 : 1;

  return one->page < other->page ? -1 : one->page > other->page;
}

/* The sources of @evidence with their pages, each once, by their numbers. */
static GArray *
list_mentions (SbCitations *self,
               GPtrArray *evidence)
{
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (Mention));

  for (guint i = 0; i < evidence->len; i++)
    {
      SbRecord *item = g_ptr_array_index (evidence, i);
      Mention mention = { sb_citations_cite (self, item), sb_record_get_integer (item, SB_EVIDENCE_PAGE, 0) };

      if (self->graded)
        {
          mention.reliability = (SbReliability) sb_record_get_term (item, SB_EVIDENCE_RELIABILITY, SB_RELIABILITY_NONE);
          mention.credibility = (SbCredibility) sb_record_get_term (item, SB_EVIDENCE_CREDIBILITY, SB_CREDIBILITY_NONE);
        }
      g_array_append_val (mentions, mention);
    }
  g_array_sort (mentions, compare_mentions);
  for (guint i = mentions->len; i > 1; i--)
    {
      Mention *before = &g_array_index (mentions, Mention, i - 2);
      const Mention *mention = &g_array_index (mentions, Mention, i - 1);

      if (before->source != mention->source || before->page != mention->page)
        continue;
      if (sb_grade_compare (mention->reliability, mention->credibility, before->reliability, before->credibility) < 0)
        {
          before->reliability = mention->reliability;
          before->credibility = mention->credibility;
        }
      g_array_remove_index (mentions, i - 1);
    }

  return mentions;
}

guint
sb_citations_note (SbCitations *self,
                   GPtrArray *evidence)
{
  g_autoptr (GArray) mentions = NULL;
  g_autoptr (GString) key = NULL;
  guint number;
  Note *note;

  g_return_val_if_fail (self != NULL && evidence != NULL && evidence->len > 0, 0);

  mentions = list_mentions (self, evidence);
  key = g_string_new ("sources");
  for (guint i = 0; i < mentions->len; i++)
    {
      const Mention *mention = &g_array_index (mentions, Mention, i);

      g_string_append_printf (key, "/%u:%" G_GINT64_FORMAT ":%d%d", mention->source, mention->page, mention->reliability, mention->credibility);
    }

  /* Numbers go up as one reads on: a note that was called before is called by its number
   * only as long as no other has been. */
  note = self->notes->len > 0 ? g_ptr_array_index (self->notes, self->notes->len - 1) : NULL;
  if (note != NULL && g_str_equal (note->key, key->str))
    return self->notes->len;

  number = add_note (self, g_strdup (key->str), NULL);
  note = g_ptr_array_index (self->notes, self->notes->len - 1);
  g_array_append_vals (note->mentions, mentions->data, mentions->len);

  return number;
}

guint
sb_citations_cite_words (SbCitations *self,
                         const char *markup)
{
  Source *source;

  g_return_val_if_fail (self != NULL && markup != NULL, 0);

  if (self->at_foot)
    return add_note (self, g_strdup_printf ("words/%u", self->notes->len), g_strdup (markup));

  source = add_source (self, g_strdup_printf ("words/%u", self->sources->len));
  source->words = g_strdup (markup);

  return self->sources->len;
}

guint
sb_citations_get_n_notes (const SbCitations *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->notes->len;
}

guint
sb_citations_get_n_sources (const SbCitations *self)
{
  return self->sources->len;
}

SbRecord *
sb_citations_get_evidence (const SbCitations *self,
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

/* Without the pages that are cited. */
static char *
dup_bare_reference (const SbCitations *self,
                    guint number)
{
  SbRecord *evidence = sb_citations_get_evidence (self, number);
  const char *words = ((Source *) g_ptr_array_index (self->sources, number - 1))->words;
  const char *written = sb_record_get_text (evidence, SB_EVIDENCE_REFERENCE);
  const char *byline = sb_record_get_text (evidence, SB_EVIDENCE_BYLINE);
  SbRef *document = sb_record_get_ref (evidence, SB_EVIDENCE_DOCUMENT);
  SbRef *publisher = sb_record_get_ref (evidence, SB_EVIDENCE_SOURCE);
  g_autofree char *title = NULL;
  g_autofree char *author = NULL;
  g_autofree char *medium = NULL;
  g_autofree char *date = NULL;
  GString *reference;

  if (words != NULL)
    return g_strdup (words);
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

char *
sb_citations_dup_reference (const SbCitations *self,
                            guint number)
{
  g_autofree char *bare = dup_bare_reference (self, number);
  const Source *source = g_ptr_array_index (self->sources, number - 1);
  GString *reference;

  /* At the foot each note has its page. */
  if (source->pages->len == 0 || self->at_foot)
    return g_steal_pointer (&bare);

  reference = g_string_new (bare);
  if (g_str_has_suffix (bare, "."))
    g_string_truncate (reference, reference->len - 1);
  g_string_append (reference, self->language == SB_LANGUAGE_EN && source->pages->len > 1 ? ", pp.\302\240" : ", p.\302\240");
  for (guint i = 0; i < source->pages->len; i++)
    g_string_append_printf (reference, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "", g_array_index (source->pages, gint64, i));
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
      const Note *note = g_ptr_array_index (self->notes, i - 1);

      for (guint k = 0; k < note->mentions->len; k++)
        if (g_array_index (note->mentions, Mention, k).source == source)
          return TRUE;
    }

  return FALSE;
}

/* Without the full stop, because more may follow. */
static char *
dup_mention (const SbCitations *self,
             const Mention *mention,
             gboolean is_short)
{
  g_autofree char *reference = dup_bare_reference (self, mention->source);
  gsize length = strlen (reference);
  g_autofree char *name = NULL;
  GString *text;

  if (length > 0 && reference[length - 1] == '.')
    reference[length - 1] = '\0';
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
  const Note *note;
  GString *text;

  g_return_val_if_fail (self != NULL && number >= 1 && number <= self->notes->len, g_strdup (""));

  note = g_ptr_array_index (self->notes, number - 1);
  if (note->words != NULL)
    return g_strdup (note->words);

  text = g_string_new (NULL);
  for (guint i = 0; i < note->mentions->len; i++)
    {
      const Mention *own = &g_array_index (note->mentions, Mention, i);
      gboolean is_again = i > 0 && g_array_index (note->mentions, Mention, i - 1).source == own->source;
      g_autofree char *mention = dup_mention (self, own, is_short || is_again || is_named_before (self, own->source, number));

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", mention);
    }
  g_string_append_c (text, '.');

  return g_string_free (text, FALSE);
}

const char *
sb_citations_get_uri (const SbCitations *self,
                      guint number)
{
  return sb_record_get_text (sb_citations_get_evidence (self, number), SB_EVIDENCE_URL);
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

char *
sb_citations_dup_grade (const SbCitations *self,
                        guint number)
{
  SbRecord *evidence = sb_citations_get_evidence (self, number);

  if (!self->graded || evidence == NULL)
    return g_strdup ("");

  return sb_grade_format ((SbReliability) sb_record_get_term (evidence, SB_EVIDENCE_RELIABILITY, SB_RELIABILITY_NONE), SB_CREDIBILITY_NONE);
}
