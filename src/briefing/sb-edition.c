/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-edition.h"

#include "sb-composer-private.h"
#include "sb-edition-private.h"
#include "sb-likelihood-check-private.h"
#include "sb-sheets-private.h"

/* Halvings of the room between the lowest and the highest figure. */
#define EASE_STEPS 4

struct _SbEdition
{
  gatomicrefcount ref_count;
  SbLanguage language;
  SbOutline *outline; /* (owned) */
  SbSheets *sheets; /* (owned) */
  guint n_words;
  guint n_sources;
  guint n_unsourced;
  SbLikelihoodCheck check;
  GPtrArray *left_out; /* (owned) (element-type SbRecord) */
  GPtrArray *lacks; /* (owned) (element-type SbLack) */
  gboolean is_over_budget;
};

G_DEFINE_BOXED_TYPE (SbEdition, sb_edition, sb_edition_ref, sb_edition_unref)

/* The search for the fullest edition that keeps to its pages. */
typedef struct
{
  SbComposer *composer;
  SbTypesetter *typesetter;
  guint max_pages; /* 0 for any number */
  guint n_words; /* of the last one that was set */
  SbLikelihoodCheck check; /* the same */
} Fitting;

static SbSheets *
set_sheets (Fitting *self,
            guint n_dropped,
            double figure_ease)
{
  g_autoptr (SbComposition) composition = NULL;

  self->composer->n_dropped = n_dropped;
  self->composer->figure_ease = figure_ease;
  composition = _sb_composer_run (self->composer);

  return sb_typesetter_set (self->typesetter, composition);
}

/* The edition that was found, set and looked through. */
static SbSheets *
set_final (Fitting *self,
           guint n_dropped,
           double figure_ease)
{
  SbSheets *sheets = set_sheets (self, n_dropped, figure_ease);
  SbComposition *composition = _sb_sheets_get_composition (sheets);

  self->n_words = sb_composition_count_words (composition);
  self->check = _sb_likelihood_check (composition);

  return sheets;
}

static gboolean
fits (Fitting *self,
      guint n_dropped,
      double figure_ease)
{
  g_autoptr (SbSheets) sheets = NULL;

  if (self->max_pages == 0)
    return TRUE;
  sheets = set_sheets (self, n_dropped, figure_ease);

  return sb_sheets_get_n_sheets (sheets) <= self->max_pages;
}

/* The fewest items that must give way, figures being as low as may be. Dropping
 * more never makes more sheets, so halving finds it. */
static guint
find_n_dropped (Fitting *self)
{
  guint low = 0;
  guint high = _sb_selection_get_n_spare (self->composer->selection);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (fits (self, middle, 0))
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

/* Then how high figures can be after all. */
static double
find_figure_ease (Fitting *self,
                  guint n_dropped)
{
  double low = 0;
  double high = 1;

  for (guint i = 0; i < EASE_STEPS; i++)
    {
      double middle = (low + high) / 2;

      if (fits (self, n_dropped, middle))
        low = middle;
      else
        high = middle;
    }

  return low;
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
  SbComposer composer = { NULL, input, NULL, painter, language };
  Fitting fitting = { &composer, typesetter, 0, 0 };
  double figure_ease = 1;
  guint n_dropped = 0;
  SbEdition *self;

  g_return_val_if_fail (template != NULL && input != NULL && typesetter != NULL, NULL);

  outline = sb_outline_new (template, sb_briefing_input_get_briefing (input));
  composer.template = sb_outline_get_template (outline);
  selection = _sb_selection_new (composer.template, input);
  composer.selection = selection;
  fitting.max_pages = sb_template_get_max_pages (composer.template);
  if (!fits (&fitting, 0, 1))
    {
      n_dropped = find_n_dropped (&fitting);
      figure_ease = find_figure_ease (&fitting, n_dropped);
    }

  self = g_new0 (SbEdition, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->language = language;
  self->outline = g_steal_pointer (&outline);
  self->sheets = set_final (&fitting, n_dropped, figure_ease);
  self->check = fitting.check;
  self->n_words = fitting.n_words;
  self->is_over_budget = fitting.max_pages > 0 && sb_sheets_get_n_sheets (self->sheets) > fitting.max_pages;
  self->n_sources = sb_citations_get_n_sources (composer.citations);
  self->n_unsourced = composer.wording.n_unsourced;
  self->left_out = _sb_selection_list_left_out (selection, n_dropped);
  self->lacks = g_steal_pointer (&composer.lacks);
  sb_citations_free (composer.citations);
  g_clear_pointer (&composer.sheets, g_hash_table_unref);
  g_clear_pointer (&composer.graphs, g_hash_table_unref);
  g_clear_pointer (&composer.logo, sb_piece_unref);

  return self;
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
  g_ptr_array_unref (self->left_out);
  g_ptr_array_unref (self->lacks);
  g_free (self);
}

SbSheets *
sb_edition_get_sheets (const SbEdition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sheets;
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
