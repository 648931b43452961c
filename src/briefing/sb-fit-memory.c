/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-fit-memory-private.h"

#include "sb-briefing-input-private.h"
#include "sb-record-builder.h"
#include "sb-template-private.h"

/* Typing makes a few at each letter; what is older than so many is not asked for again. */
#define MAX_ANSWERS 512

/* What stands for a text in a language of which it is only known that it is there. */
#define SOME_TEXT "+"

typedef struct
{
  SbRecord *briefing; /* (owned) (nullable) as the edition of the language reads it */
  GHashTable *answers; /* (owned) what was tried → whether it fits */
} Tried;

struct _SbFitMemory
{
  GBytes *template; /* (owned) (nullable) */
  SbBriefingInput *base; /* (owned) (nullable) what the input is an edit of */
  guint n_cited;
  int as_of;
  gboolean has_maps;
  Tried tried[SB_N_LANGUAGES];
};

static void
forget (Tried *tried)
{
  g_clear_object (&tried->briefing);
  g_hash_table_remove_all (tried->answers);
}

SbFitMemory *
_sb_fit_memory_new (void)
{
  SbFitMemory *self = g_new0 (SbFitMemory, 1);

  for (SbLanguage i = 0; i < SB_N_LANGUAGES; i++)
    self->tried[i].answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
_sb_fit_memory_free (SbFitMemory *self)
{
  for (SbLanguage i = 0; i < SB_N_LANGUAGES; i++)
    {
      forget (&self->tried[i]);
      g_hash_table_unref (self->tried[i].answers);
    }
  g_clear_pointer (&self->template, g_bytes_unref);
  g_clear_pointer (&self->base, sb_briefing_input_unref);
  g_free (self);
}

/* Where there are words in @language, of those in the other one only whether there are any;
 * where there are none, the others may stand in for them. */
static SbBilingual *
read_words (SbBilingual *words,
            SbLanguage language)
{
  const char *own = sb_bilingual_get (words, language);
  const char *other = sb_bilingual_get (words, !language) != NULL ? SOME_TEXT : NULL;

  if (own == NULL)
    return words != NULL ? sb_bilingual_ref (words) : NULL;

  return language == SB_LANGUAGE_FR ? sb_bilingual_new (own, other) : sb_bilingual_new (other, own);
}

static SbRecord *read_record (SbRecord *record,
                              SbLanguage language);

static void
read_items (SbRecordBuilder *builder,
            SbRecord *record,
            guint field,
            SbLanguage language)
{
  sb_record_builder_clear (builder, field);
  for (guint i = 0; i < sb_record_get_n_items (record, field); i++)
    sb_record_builder_take_item (builder, field, read_record (sb_record_get_item (record, field, i), language));
}

/* As the edition in @language reads it. */
static SbRecord *
read_record (SbRecord *record,
             SbLanguage language)
{
  const SbSchema *schema = sb_record_get_schema (record);
  SbRecordBuilder *builder = sb_record_builder_new_from (record);

  for (guint i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].type == SB_FIELD_LIST)
      {
        read_items (builder, record, i, language);
      }
    else if (schema->fields[i].type == SB_FIELD_BILINGUAL)
      {
        g_autoptr (SbBilingual) words = read_words (sb_record_get_bilingual (record, i), language);

        sb_record_builder_set_bilingual (builder, i, words);
      }

  return sb_record_builder_end (builder);
}

/* All that both languages are made of. */
static gboolean
is_same (const SbFitMemory *self,
         GBytes *template,
         const SbBriefingInput *input,
         gboolean has_maps)
{
  return template != NULL && self->template != NULL && g_bytes_equal (self->template, template) &&
         input->base != NULL && self->base == input->base &&
         self->n_cited == g_hash_table_size (input->cited) && self->as_of == input->as_of && self->has_maps == has_maps;
}

void
_sb_fit_memory_begin (SbFitMemory *self,
                      const SbTemplate *template,
                      const SbBriefingInput *input,
                      const SbBasemapPainter *painter)
{
  GBytes *bytes = _sb_template_get_bytes (template);
  gboolean is_as_before = is_same (self, bytes, input, painter != NULL);

  g_clear_pointer (&self->template, g_bytes_unref);
  g_clear_pointer (&self->base, sb_briefing_input_unref);
  self->template = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  self->base = input->base != NULL ? sb_briefing_input_ref (input->base) : NULL;
  self->n_cited = g_hash_table_size (input->cited);
  self->as_of = input->as_of;
  self->has_maps = painter != NULL;
  for (SbLanguage i = 0; i < SB_N_LANGUAGES; i++)
    {
      Tried *tried = &self->tried[i];
      g_autoptr (SbRecord) briefing = self->base != NULL && bytes != NULL ? read_record (input->briefing, i) : NULL;

      if (!is_as_before || !sb_record_equal (tried->briefing, briefing) || g_hash_table_size (tried->answers) > MAX_ANSWERS)
        forget (tried);
      g_set_object (&tried->briefing, briefing);
    }
}

static char *
dup_key (guint n_dropped,
         double figure_ease)
{
  return g_strdup_printf ("%u %g", n_dropped, figure_ease);
}

gboolean
_sb_fit_memory_find (const SbFitMemory *self,
                     SbLanguage language,
                     guint n_dropped,
                     double figure_ease,
                     gboolean *fits)
{
  g_autofree char *key = dup_key (n_dropped, figure_ease);
  gpointer answer;

  if (!g_hash_table_lookup_extended (self->tried[language].answers, key, NULL, &answer))
    return FALSE;

  *fits = GPOINTER_TO_INT (answer);
  return TRUE;
}

void
_sb_fit_memory_note (SbFitMemory *self,
                     SbLanguage language,
                     guint n_dropped,
                     double figure_ease,
                     gboolean fits)
{
  if (self->tried[language].briefing != NULL)
    g_hash_table_insert (self->tried[language].answers, dup_key (n_dropped, figure_ease), GINT_TO_POINTER (fits));
}
