/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-block-kind-private.h"
#include "sb-focus-private.h"

#include "sb-corridor.h"
#include "sb-figure.h"
#include "sb-instrument.h"
#include "sb-place.h"
#include "sb-text.h"
#include "sb-translate.h"

#include <string.h>

/* What a card holds of each, at most. */
#define MOST_FIGURES 6
#define MOST_ROADS   4
#define MOST_HELD    4

/* The name that tells the region from others: "Kayes" of "région de Kayes". */
static char *
dup_own_name (SbRecord *place,
              SbLanguage language)
{
  g_autofree char *name = sb_fold (sb_record_get_words (place, SB_PLACE_NAME, language));
  const char *last = strrchr (name, ' ');

  if (language == SB_LANGUAGE_EN)
    return g_strndup (name, strcspn (name, " "));

  return g_strdup (last != NULL ? last + 1 : name);
}

/* The laws that name the region in their titles: those that made it. */
static void
add_laws (SbComposer *self,
          SbPiece *card,
          SbRecord *place)
{
  g_autoptr (GPtrArray) instruments = sb_briefing_input_list (self->input, SB_KIND_INSTRUMENT);
  g_autofree char *name = dup_own_name (place, SB_LANGUAGE_FR);

  for (guint i = 0; i < instruments->len; i++)
    {
      SbRecord *instrument = g_ptr_array_index (instruments, i);
      const char *title = sb_record_get_words (instrument, SB_INSTRUMENT_TITLE, self->language);
      g_autofree char *folded = sb_fold (sb_record_get_words (instrument, SB_INSTRUMENT_TITLE, SB_LANGUAGE_FR));
      g_autofree char *sourced = NULL;

      if (sb_record_get_term (instrument, SB_INSTRUMENT_KIND, -1) != SB_INSTRUMENT_KIND_LAW || strstr (folded, name) == NULL)
        continue;
      sourced = _sb_wording_source (&self->wording, instrument, title);
      _sb_composer_add_line (self, card, sb_translate (self->language, "Law"), sourced);
    }
}

static char *
dup_value (SbComposer *self,
           SbRecord *figure)
{
  double low = sb_record_get_real (figure, SB_FIGURE_LOW, 0);
  double high = sb_record_get_real (figure, SB_FIGURE_HIGH, low);
  const char *qualifier = sb_record_get_words (figure, SB_FIGURE_QUALIFIER, self->language);
  g_autofree char *from = sb_number_format (low, 2, self->language);
  g_autofree char *to = sb_number_format (high, 2, self->language);

  const char *unit = sb_record_get_words (figure, SB_FIGURE_UNIT, self->language);
  gboolean has_range = high > low;

  return g_strdup_printf ("%s%s%s%s%s%s%s%s", from, has_range ? "–" : "", has_range ? to : "", sb_figure_get_unit_gap (unit, self->language), unit,
                          qualifier[0] != '\0' ? " (" : "", qualifier, qualifier[0] != '\0' ? ")" : "");
}

/* What is counted in the region itself comes before what lies in it. */
static void
add_figures (SbComposer *self,
             SbPiece *card,
             SbRecord *place)
{
  g_autoptr (GPtrArray) figures = sb_briefing_input_list (self->input, SB_KIND_FIGURE);
  guint n_figures = 0;

  for (guint i = 0; i < figures->len && n_figures < MOST_FIGURES; i++)
    {
      SbRecord *figure = g_ptr_array_index (figures, i);
      g_autofree char *value = NULL;
      g_autofree char *bold = NULL;
      g_autofree char *sourced = NULL;

      if (!_sb_focus_concerns_place (self->input, figure, place))
        continue;
      value = dup_value (self, figure);
      bold = g_strdup_printf ("**%s**", value);
      sourced = _sb_wording_source (&self->wording, figure, bold);
      _sb_composer_add_line (self, card, sb_record_get_words (figure, SB_FIGURE_LABEL, self->language), sourced);
      n_figures++;
    }
}

static void
add_roads (SbComposer *self,
           SbPiece *card,
           SbRecord *place)
{
  GPtrArray *corridors = sb_briefing_input_get_all (self->input, SB_KIND_CORRIDOR);
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_roads = 0;

  for (guint i = 0; i < corridors->len && n_roads < MOST_ROADS; i++)
    {
      SbRecord *corridor = g_ptr_array_index (corridors, i);
      gboolean crosses = FALSE;

      for (guint k = 0; !crosses && k < sb_record_get_n_items (corridor, SB_CORRIDOR_STOPS); k++)
        crosses = _sb_focus_lies_in (self->input, sb_record_get_ref (sb_record_get_item (corridor, SB_CORRIDOR_STOPS, k), SB_CORRIDOR_STOP_PLACE), place);
      if (!crosses)
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", sb_record_get_words (corridor, SB_CORRIDOR_NAME, self->language));
      n_roads++;
    }
  _sb_composer_add_line (self, card, sb_translate (self->language, "Roads"), names->str);
}

/* The restrictions in force in the region, and who holds its places. */
static void
add_state (SbComposer *self,
           SbPiece *card,
           SbRecord *place,
           SbKind kind,
           const char *label)
{
  g_autoptr (GPtrArray) records = sb_briefing_input_list (self->input, kind);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_held = 0;

  for (guint i = 0; i < records->len && n_held < MOST_HELD; i++)
    {
      SbRecord *record = g_ptr_array_index (records, i);
      g_autofree char *markup = NULL;

      if (!_sb_focus_concerns_place (self->input, record, place))
        continue;
      if (kind == SB_KIND_CONTROL)
        markup = _sb_wording_for_control (&self->wording, record);
      else
        {
          g_autofree char *title = _sb_wording_strip_stop (sb_record_get_title (record, self->language));

          markup = _sb_wording_source (&self->wording, record, title);
        }
      g_string_append_printf (text, "%s%s", text->len == 0 ? "" : kind == SB_KIND_CONTROL ? " "
                                                                                          : "; ",
                              markup);
      n_held++;
    }
  _sb_composer_add_line (self, card, label, text->str);
}

static void
add_lie (SbComposer *self,
         SbPiece *card,
         SbRecord *place)
{
  SbRef *parent = sb_record_get_ref (place, SB_PLACE_PARENT);

  _sb_composer_add_line (self, card, sb_translate (self->language, "Part of"), parent != NULL ? sb_ref_get_name (parent, self->language) : NULL);
  _sb_composer_add_line (self, card, sb_translate (self->language, "Location"), sb_record_get_words (place, SB_PLACE_NOTE, self->language));
  if (sb_record_has (place, SB_PLACE_POPULATION))
    {
      g_autofree char *population = sb_number_format ((double) sb_record_get_integer (place, SB_PLACE_POPULATION, 0), 0, self->language);

      _sb_composer_add_line (self, card, sb_translate (self->language, "Population"), population);
    }
}

void
_sb_block_compose_region (SbComposer *self,
                          const SbTemplateBlock *block)
{
  SbRecord *place = _sb_selection_get_place (self->selection);
  g_autofree char *name = NULL;
  SbPiece *card;

  if (_sb_composer_take_nothing (self, block, place != NULL ? 1 : 0))
    return;

  _sb_composer_take_heading (self, block);
  card = sb_piece_new (SB_PIECE_CARD, 0, NULL);
  name = g_strdup_printf ("**%s**", sb_record_get_words (place, SB_PLACE_NAME, self->language));
  _sb_composer_add_line (self, card, sb_record_get_term_label (place, SB_PLACE_KIND, self->language), name);
  add_lie (self, card, place);
  add_laws (self, card, place);
  add_figures (self, card, place);
  add_roads (self, card, place);
  add_state (self, card, place, SB_KIND_RESTRICTION, sb_translate (self->language, "Restrictions in force"));
  add_state (self, card, place, SB_KIND_CONTROL, sb_translate (self->language, "Who holds what"));
  _sb_composer_take (self, card);
}
