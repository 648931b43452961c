/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-edition.h"

#include "sb-briefing.h"
#include "sb-composer-private.h"
#include "sb-edition-private.h"
#include "sb-likelihood-check-private.h"
#include "sb-sheets-private.h"
#include "sb-typesetter-private.h"

/* Halvings of the room between the lowest and the highest figure. */
#define EASE_STEPS 4

struct _SbEdition
{
  gatomicrefcount ref_count;
  SbLanguage language;
  SbOutline *outline; /* (owned) */
  SbSheets *sheets; /* (owned) */
  SbSheets *columns; /* (owned) (nullable) on which it stands beside the other language */
  guint n_words;
  guint n_sources;
  guint n_unsourced;
  SbLikelihoodCheck check;
  GPtrArray *left_out; /* (owned) (element-type SbRecord) */
  GPtrArray *lacks; /* (owned) (element-type SbLack) */
  GHashTable *strips; /* (owned) (owned) name of a block → (owned) its key figures */
  gboolean is_over_budget;
};

G_DEFINE_BOXED_TYPE (SbEdition, sb_edition, sb_edition_ref, sb_edition_unref)

/* The search for the fullest edition that keeps to its pages: of the briefing in each of
 * its languages, as what gives way in one gives way in all. */
typedef struct
{
  SbComposer composers[SB_N_LANGUAGES];
  gboolean is_printed[SB_N_LANGUAGES];
  SbTypesetter *typesetter;
  guint max_pages; /* 0 for any number */
  gboolean is_parallel; /* it is the sheets with two languages side by side that must fit */
  SbFitMemory *memory; /* not owned; (nullable) of the two languages for themselves */
} Fitting;

static void
fitting_clear (Fitting *self)
{
  for (SbLanguage i = 0; i < SB_N_LANGUAGES; i++)
    {
      SbComposer *composer = &self->composers[i];

      g_clear_pointer (&composer->citations, sb_citations_free);
      g_clear_pointer (&composer->lacks, g_ptr_array_unref);
      g_clear_pointer (&composer->strips, g_hash_table_unref);
      g_clear_pointer (&composer->sheets, g_hash_table_unref);
      g_clear_pointer (&composer->graphs, g_hash_table_unref);
      g_clear_pointer (&composer->logo, sb_piece_unref);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fitting, fitting_clear)

static SbSheets *
set_sheets (Fitting *self,
            SbLanguage language,
            guint n_dropped,
            double figure_ease)
{
  SbComposer *composer = &self->composers[language];
  g_autoptr (SbComposition) composition = NULL;

  composer->n_dropped = n_dropped;
  composer->figure_ease = figure_ease;
  composition = _sb_composer_run (composer);

  return sb_typesetter_set (self->typesetter, composition);
}

static gboolean
try_one (Fitting *self,
         SbLanguage language,
         guint n_dropped,
         double figure_ease)
{
  g_autoptr (SbSheets) sheets = NULL;
  gboolean is_fit;

  if (_sb_fit_memory_find (self->memory, language, n_dropped, figure_ease, &is_fit))
    return is_fit;

  sheets = set_sheets (self, language, n_dropped, figure_ease);
  is_fit = sb_sheets_get_n_sheets (sheets) <= self->max_pages;
  _sb_fit_memory_note (self->memory, language, n_dropped, figure_ease, is_fit);

  return is_fit;
}

static gboolean
fits (Fitting *self,
      SbLanguage language,
      guint n_dropped,
      double figure_ease)
{
  g_autoptr (SbSheets) sheets = NULL;
  g_autoptr (SbSheets) other = NULL;
  g_autoptr (SbSheets) parallel = NULL;

  if (self->max_pages == 0)
    return TRUE;
  if (!self->is_parallel)
    return try_one (self, language, n_dropped, figure_ease);

  sheets = set_sheets (self, language, n_dropped, figure_ease);
  other = set_sheets (self, SB_LANGUAGE_EN, n_dropped, figure_ease);
  parallel = sb_typesetter_set_columns (self->typesetter, sheets, other);

  return sb_sheets_get_n_sheets (parallel) <= self->max_pages;
}

/* The fewest items from @low on that must give way, figures being as low as may be.
 * Dropping more never makes more sheets, so halving finds it. */
static guint
find_n_dropped (Fitting *self,
                SbLanguage language,
                guint low)
{
  guint high = _sb_selection_get_n_spare (self->composers[language].selection);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (fits (self, language, middle, 0))
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

/* As few as all languages can do with. */
static guint
find_n_dropped_in_all (Fitting *self,
                       SbLanguage language)
{
  guint n_dropped = fits (self, language, 0, 1) ? 0 : find_n_dropped (self, language, 0);

  for (SbLanguage i = 0; i < SB_N_LANGUAGES && !self->is_parallel; i++)
    if (i != language && self->is_printed[i] && !fits (self, i, n_dropped, 0))
      n_dropped = find_n_dropped (self, i, n_dropped);

  return n_dropped;
}

/* Then how high figures can be after all. */
static double
find_figure_ease (Fitting *self,
                  SbLanguage language,
                  guint n_dropped)
{
  double low = 0;
  double high = 1;

  if (fits (self, language, n_dropped, 1))
    return 1;

  for (guint i = 0; i < EASE_STEPS; i++)
    {
      double middle = (low + high) / 2;

      if (fits (self, language, n_dropped, middle))
        low = middle;
      else
        high = middle;
    }

  return low;
}

/* The edition that was found, set and looked through. */
static SbEdition *
new_edition (Fitting *self,
             SbOutline *outline,
             SbLanguage language,
             guint n_dropped,
             double figure_ease)
{
  SbComposer *composer = &self->composers[language];
  SbEdition *edition = g_new0 (SbEdition, 1);
  SbComposition *composition;

  g_atomic_ref_count_init (&edition->ref_count);
  edition->language = language;
  edition->outline = sb_outline_ref (outline);
  edition->sheets = set_sheets (self, language, n_dropped, figure_ease);
  composition = _sb_sheets_get_composition (edition->sheets);
  edition->check = _sb_likelihood_check (composition);
  edition->n_words = sb_composition_count_words (composition);
  edition->is_over_budget = self->max_pages > 0 && sb_sheets_get_n_sheets (edition->sheets) > self->max_pages;
  edition->n_sources = sb_citations_get_n_sources (composer->citations);
  edition->n_unsourced = composer->wording.n_unsourced;
  edition->left_out = _sb_selection_list_left_out (composer->selection, n_dropped);
  edition->lacks = g_steal_pointer (&composer->lacks);
  edition->strips = g_steal_pointer (&composer->strips);

  return edition;
}

static void
begin_fitting (Fitting *self,
               const SbBriefingInput *input,
               SbOutline *outline,
               SbSelection *selection,
               SbBasemapPainter *painter)
{
  SbTemplate *template = sb_outline_get_template (outline);

  self->max_pages = sb_template_get_max_pages (template);
  for (SbLanguage i = 0; i < SB_N_LANGUAGES; i++)
    {
      self->is_printed[i] = sb_briefing_is_printed_in (sb_briefing_input_get_briefing (input), i);
      self->composers[i] = (SbComposer) { template, input, selection, painter, i };
      self->composers[i].strips = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
    }
}

SbEdition *
sb_edition_new (SbTemplate *template,
                const SbBriefingInput *input,
                SbLanguage language,
                SbTypesetter *typesetter,
                SbBasemapPainter *painter)
{
  g_autoptr (SbOutline) outline = NULL;
  g_autoptr (SbSelection) selection = NULL;
  g_auto (Fitting) fitting = { .typesetter = typesetter };
  guint n_dropped;

  g_return_val_if_fail (template != NULL && input != NULL && typesetter != NULL, NULL);

  outline = sb_outline_new (template, sb_briefing_input_get_briefing (input));
  selection = _sb_selection_new (sb_outline_get_template (outline), input);
  begin_fitting (&fitting, input, outline, selection, painter);
  fitting.memory = _sb_typesetter_get_fit_memory (typesetter);
  _sb_fit_memory_begin (fitting.memory, template, input, painter);
  n_dropped = find_n_dropped_in_all (&fitting, language);

  return new_edition (&fitting, outline, language, n_dropped, find_figure_ease (&fitting, language, n_dropped));
}

GPtrArray *
sb_edition_new_columns (SbTemplate *template,
                        const SbBriefingInput *input,
                        SbTypesetter *typesetter,
                        SbBasemapPainter *painter)
{
  g_autoptr (SbOutline) outline = NULL;
  g_autoptr (SbSelection) selection = NULL;
  g_autoptr (SbSheets) columns = NULL;
  g_auto (Fitting) fitting = { .typesetter = typesetter, .is_parallel = TRUE };
  GPtrArray *editions = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_edition_unref);
  double figure_ease;
  guint n_dropped;

  g_return_val_if_fail (template != NULL && input != NULL && typesetter != NULL, editions);

  outline = sb_outline_new (template, sb_briefing_input_get_briefing (input));
  selection = _sb_selection_new (sb_outline_get_template (outline), input);
  _sb_selection_share (selection, SB_N_LANGUAGES);
  begin_fitting (&fitting, input, outline, selection, painter);
  n_dropped = find_n_dropped_in_all (&fitting, SB_LANGUAGE_FR);
  figure_ease = find_figure_ease (&fitting, SB_LANGUAGE_FR, n_dropped);
  for (SbLanguage i = 0; i < SB_N_LANGUAGES; i++)
    g_ptr_array_add (editions, new_edition (&fitting, outline, i, n_dropped, figure_ease));

  columns = sb_typesetter_set_columns (typesetter, sb_edition_get_sheets (g_ptr_array_index (editions, SB_LANGUAGE_FR)),
                                       sb_edition_get_sheets (g_ptr_array_index (editions, SB_LANGUAGE_EN)));
  for (guint i = 0; i < editions->len; i++)
    {
      SbEdition *edition = g_ptr_array_index (editions, i);

      edition->columns = sb_sheets_ref (columns);
      edition->is_over_budget = fitting.max_pages > 0 && sb_sheets_get_n_sheets (columns) > fitting.max_pages;
    }

  return editions;
}

SbEdition *
sb_edition_ref (SbEdition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sb_edition_unref (SbEdition *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  sb_outline_unref (self->outline);
  sb_sheets_unref (self->sheets);
  g_clear_pointer (&self->columns, sb_sheets_unref);
  g_ptr_array_unref (self->left_out);
  g_ptr_array_unref (self->lacks);
  g_hash_table_unref (self->strips);
  g_free (self);
}

SbSheets *
sb_edition_get_sheets (const SbEdition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sheets;
}

SbSheets *
sb_edition_get_columns (const SbEdition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->columns;
}

SbOutline *
sb_edition_get_outline (const SbEdition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->outline;
}

GPtrArray *
_sb_edition_get_lacks (const SbEdition *self)
{
  return self->lacks;
}

SbLanguage
sb_edition_get_language (const SbEdition *self)
{
  g_return_val_if_fail (self != NULL, SB_LANGUAGE_FR);

  return self->language;
}

guint
sb_edition_get_n_words (const SbEdition *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_words;
}

guint
sb_edition_get_n_sources (const SbEdition *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_sources;
}

guint
sb_edition_get_n_unsourced (const SbEdition *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_unsourced;
}

guint
sb_edition_get_n_off_scale (const SbEdition *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->check.n_off_scale;
}

guint
sb_edition_get_n_mixed (const SbEdition *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->check.n_mixed;
}

GPtrArray *
sb_edition_get_left_out (const SbEdition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->left_out;
}

gboolean
sb_edition_is_over_budget (const SbEdition *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_over_budget;
}

GPtrArray *
sb_edition_get_key_figures (const SbEdition *self,
                            const char *block)
{
  g_return_val_if_fail (self != NULL && block != NULL, NULL);

  return g_hash_table_lookup (self->strips, block);
}
