/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-citations-private.h"

#include "sb-evidence.h"

static void
source_free (gpointer data)
{
  SbCitedSource *source = data;

  g_free (source->origin);
  g_clear_object (&source->evidence);
  g_free (source->words);
  g_array_unref (source->pages);
  g_free (source);
}

static void
note_free (gpointer data)
{
  SbNote *note = data;

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

void
sb_citations_set_addresses (SbCitations *self,
                            gboolean has_addresses)
{
  g_return_if_fail (self != NULL);

  self->has_addresses = has_addresses;
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
add_page (SbCitedSource *source,
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

static SbCitedSource *
add_source (SbCitations *self,
            char *origin)
{
  SbCitedSource *source = g_new0 (SbCitedSource, 1);

  source->origin = origin;
  source->pages = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_add (self->sources, source);

  return source;
}

/* Whether @evidence is of the document that stands for @source. */
static gboolean
is_named_by (const SbCitedSource *source,
             SbRecord *evidence)
{
  SbRef *named = source->evidence != NULL ? sb_record_get_ref (source->evidence, SB_EVIDENCE_DOCUMENT) : NULL;
  SbRef *document = sb_record_get_ref (evidence, SB_EVIDENCE_DOCUMENT);

  return named != NULL && document != NULL && sb_ref_equal (named, document);
}

/* The pages are those of the document that is named: a reprint or a translation has
 * others. */
static void
name_evidence (SbCitedSource *source,
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
  SbCitedSource *source;

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
  SbNote *note = g_new0 (SbNote, 1);

  note->key = key;
  note->words = words;
  note->mentions = g_array_new (FALSE, FALSE, sizeof (SbMention));
  g_ptr_array_add (self->notes, note);

  return self->notes->len;
}

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  const SbMention *one = a;
  const SbMention *other = b;

  if (one->source != other->source)
    return one->source < other->source ? -1 : 1;

  return one->page < other->page ? -1 : one->page > other->page;
}

/* The sources of @evidence with their pages, each once, by their numbers. */
static GArray *
list_mentions (SbCitations *self,
               GPtrArray *evidence)
{
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (SbMention));

  for (guint i = 0; i < evidence->len; i++)
    {
      SbRecord *item = g_ptr_array_index (evidence, i);
      SbMention mention = { sb_citations_cite (self, item), sb_record_get_integer (item, SB_EVIDENCE_PAGE, 0) };

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
      SbMention *before = &g_array_index (mentions, SbMention, i - 2);
      const SbMention *mention = &g_array_index (mentions, SbMention, i - 1);

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
  SbNote *note;

  g_return_val_if_fail (self != NULL && evidence != NULL && evidence->len > 0, 0);

  mentions = list_mentions (self, evidence);
  key = g_string_new ("sources");
  for (guint i = 0; i < mentions->len; i++)
    {
      const SbMention *mention = &g_array_index (mentions, SbMention, i);

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
  SbCitedSource *source;

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

  return ((SbCitedSource *) g_ptr_array_index (self->sources, number - 1))->evidence;
}

const char *
sb_citations_get_uri (const SbCitations *self,
                      guint number)
{
  return sb_record_get_text (sb_citations_get_evidence (self, number), SB_EVIDENCE_URL);
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
