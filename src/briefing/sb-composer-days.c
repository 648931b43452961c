/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-composer-private.h"

#include "sb-control.h"
#include "sb-date-format.h"
#include "sb-place.h"
#include "sb-road-route.h"
#include "sb-road-words.h"
#include "sb-situation.h"
#include "sb-text.h"
#include "sb-translate.h"

#include <glib/gi18n.h>

/* Tables whose columns are days: the roads, and who holds what. */

/* How wide the column of what is told of is beside that of a day. */
#define FIRST_SHARE 1.3

/* The same records as they stand on each of the days of @block (element-type
 * SbBriefingInput). */
static GPtrArray *
list_views (SbComposer *self,
            const SbTemplateBlock *block)
{
  GPtrArray *views = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_briefing_input_unref);
  g_autoptr (GArray) moments = sb_template_frame_list_moments (&block->frame, self->input);

  for (guint i = 0; i < moments->len && block->frame.n_dates > 0; i++)
    g_ptr_array_add (views, sb_briefing_input_new_view (self->input, &g_array_index (moments, SbBriefingMoment, i)));
  if (views->len == 0)
    {
      SbBriefingMoment moment = sb_template_frame_get_moment (&block->frame, self->input);

      g_ptr_array_add (views, sb_briefing_input_new_view (self->input, &moment));
    }

  return views;
}

static SbPiece *
new_table (SbComposer *self,
           GPtrArray *views,
           const char *first)
{
  SbPiece *table = sb_piece_new (SB_PIECE_TABLE, 0, NULL);
  SbPiece *head = sb_piece_new (SB_PIECE_ROW, 0, NULL);
  double shares[SB_TEMPLATE_MAX_DATES + 1] = { FIRST_SHARE };

  _sb_composer_append_cell (self, head, first);
  for (guint i = 0; i < views->len; i++)
    {
      g_autofree char *day = sb_day_format (sb_briefing_input_get_as_of (g_ptr_array_index (views, i)), self->language, SB_DATE_STYLE_LONG);

      _sb_composer_append_cell (self, head, day);
      shares[i + 1] = 1;
    }
  sb_piece_append (table, head);
  sb_piece_set_shares (table, shares, views->len + 1);

  return table;
}

/* What a reading leaves out, in few words. */
static const char *const reading_titles[SB_N_ROAD_READINGS] = {
  [SB_ROAD_READING_UNDENIED] = N_ ("leaving out what is denied:"),
  [SB_ROAD_READING_SURE] = N_ ("leaving out what is not sure:"),
};

/* "**cut**¹; *leaving out what is denied:* **threatened**²" and the way that is left,
 * where it is not the usual one. */
static char *
word_route (SbComposer *self,
            const SbRoadRoute *route)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (route->conditions);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < route->verdicts->len; i++)
    {
      const SbRoadVerdict *verdict = g_ptr_array_index (route->verdicts, i);
      double detour = sb_road_route_get_detour_km (route, verdict);
      g_autofree char *state = NULL;

      if (i > 0 && !_sb_composer_is_other_verdict (route, i))
        continue;

      state = _sb_composer_word_state (self, route, verdict);
      if (i > 0)
        g_string_append_printf (text, "; *%s* ", sb_translate (self->language, reading_titles[verdict->reading]));
      g_string_append (text, state);
      if (verdict->way != NULL && !sb_road_way_equal (verdict->way, route->usual))
        {
          g_autofree char *by = sb_road_way_describe_surface (verdict->way, network, self->language);
          g_autofree char *longer = sb_number_format (detour, 0, self->language);

          if (detour >= 0.5)
            g_string_append_printf (text, " (%s, +%s\302\240km)", by, longer);
          else
            g_string_append_printf (text, " (%s)", by);
        }
    }

  return g_string_free (text, FALSE);
}

/* "**Dakar – Bamako**, N1, RN1, about 1,290 km" */
static char *
word_way (SbComposer *self,
          const SbRoadRoute *route)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (route->conditions);
  const char *from = sb_road_place_get_name (sb_road_network_get_place (network, route->from), self->language);
  const char *to = sb_road_place_get_name (sb_road_network_get_place (network, route->to), self->language);
  g_autofree char *by = route->usual != NULL ? sb_road_way_describe_surface (route->usual, network, self->language) : NULL;
  g_autofree char *km = route->usual != NULL ? sb_road_format_km (route->usual->km, route->usual->is_estimated, self->language) : NULL;

  return by != NULL ? g_strdup_printf ("**%s – %s**, %s, %s", from, to, by, km) : g_strdup_printf ("**%s – %s**", from, to);
}

SbPiece *
_sb_composer_new_road_days (SbComposer *self,
                            const SbTemplateBlock *block)
{
  g_autoptr (GPtrArray) views = list_views (self, block);
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint n_ways = G_MAXUINT;
  SbPiece *table;

  for (guint i = 0; i < views->len; i++)
    {
      GPtrArray *routes = _sb_composer_list_routes (self, g_ptr_array_index (views, i), block);

      g_ptr_array_add (days, routes);
      n_ways = MIN (n_ways, routes->len);
    }
  if (n_ways == 0)
    return NULL;

  table = new_table (self, views, sb_translate (self->language, "Way"));
  for (guint way = 0; way < MIN (n_ways, block->most); way++)
    {
      const SbRoadRoute *first = g_ptr_array_index ((GPtrArray *) g_ptr_array_index (days, 0), way);
      SbPiece *row = sb_piece_new (SB_PIECE_ROW, 0, NULL);
      g_autofree char *ends = word_way (self, first);

      _sb_composer_append_cell (self, row, ends);
      for (guint i = 0; i < days->len; i++)
        {
          g_autofree char *text = word_route (self, g_ptr_array_index ((GPtrArray *) g_ptr_array_index (days, i), way));

          _sb_composer_append_cell (self, row, text);
        }
      sb_piece_append (table, row);
    }

  return table;
}

/* What is touched on each of the days, on which something is. */
SbPiece *
_sb_composer_new_road_days_shares (SbComposer *self,
                                   const SbTemplateBlock *block)
{
  g_autoptr (GPtrArray) views = list_views (self, block);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < views->len; i++)
    {
      const SbBriefingInput *view = g_ptr_array_index (views, i);
      g_autoptr (GString) sentences = g_string_new (NULL);
      g_autofree char *day = NULL;
      g_autofree char *lead = NULL;

      if (!_sb_composer_append_shares (self, view, block, sentences))
        continue;

      day = sb_day_format (sb_briefing_input_get_as_of (view), self->language, SB_DATE_STYLE_LONG);
      /* Translators: a day, before what is said of it. */
      lead = g_strdup_printf (sb_translate (self->language, "%s:"), day);
      g_string_append_printf (text, " **%s**%s", lead, sentences->str);
    }

  return _sb_composer_new_shares_text (self, text);
}

static gboolean
is_asked_for (SbComposer *self,
              const SbTemplateBlock *block,
              SbRef *ref)
{
  SbRecord *place = sb_briefing_input_find (self->input, ref);
  const char *key = place != NULL ? sb_record_get_text (place, SB_PLACE_KEY) : NULL;

  return block->places == NULL || (key != NULL && g_strv_contains ((const char *const *) block->places, key));
}

/* The places that somebody is said to have on one of the days, in the order in which
 * the template names them, or else in that of the days (element-type SbRef). */
static GPtrArray *
list_places (SbComposer *self,
             const SbTemplateBlock *block,
             GPtrArray *situations)
{
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_ref_unref);

  for (guint i = 0; i < situations->len; i++)
    {
      const SbSituation *situation = g_ptr_array_index (situations, i);

      for (guint k = 0; k < situation->places->len; k++)
        {
          SbRef *place = ((SbPlaceState *) g_ptr_array_index (situation->places, k))->place;

          if (is_asked_for (self, block, place) && !g_ptr_array_find_with_equal_func (places, place, (GEqualFunc) sb_ref_equal, NULL))
            g_ptr_array_add (places, sb_ref_ref (place));
        }
    }

  return places;
}

/* "**FLA**, controls, since 26 April 2026¹" */
static char *
word_version (SbComposer *self,
              const SbSituationLine *version)
{
  SbRecord *control = version->record;
  g_autofree char *dates = sb_date_format_lasting (sb_record_get_date (control, SB_CONTROL_SINCE),
                                                   sb_record_get_date (control, SB_CONTROL_UNTIL), self->language, SB_DATE_STYLE_MEDIUM);
  g_autofree char *text = g_strdup_printf ("**%s**, %s%s%s%s%s", _sb_wording_get_name (&self->wording, sb_record_get_ref (control, SB_CONTROL_HOLDER)),
                                           sb_record_get_term_label (control, SB_CONTROL_KIND, self->language),
                                           version->certainty == SB_CERTAINTY_POSSIBLE ? ", " : "",
                                           version->certainty == SB_CERTAINTY_POSSIBLE ? sb_translate (self->language, "possibly") : "",
                                           dates[0] != '\0' ? ", " : "", dates);

  return _sb_wording_source (&self->wording, control, text);
}

/* Each version that stands on the day. */
static char *
word_place (SbComposer *self,
            SbSituation *situation,
            SbRef *place)
{
  const SbPlaceState *state = sb_situation_find_place (situation, place);
  GString *text;

  if (state == NULL || state->versions->len == 0)
    return g_strdup ("–");

  text = g_string_new (NULL);
  if (state->status == SB_PLACE_DISPUTED)
    g_string_append_printf (text, "*%s* ", sb_translate (self->language, "Sources disagree:"));
  for (guint i = 0; i < state->versions->len; i++)
    {
      g_autofree char *version = word_version (self, g_ptr_array_index (state->versions, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", version);
    }

  return g_string_free (text, FALSE);
}

SbPiece *
_sb_composer_new_control_days (SbComposer *self,
                               const SbTemplateBlock *block)
{
  g_autoptr (GPtrArray) views = list_views (self, block);
  g_autoptr (GPtrArray) situations = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_situation_free);
  g_autoptr (GPtrArray) places = NULL;
  SbPiece *table;

  for (guint i = 0; i < views->len; i++)
    {
      const SbBriefingInput *view = g_ptr_array_index (views, i);
      g_autoptr (SbSituationInput) input = sb_briefing_input_dup_situation (view);

      g_ptr_array_add (situations, sb_situation_new (input, sb_briefing_input_get_as_of (view)));
    }

  places = list_places (self, block, situations);
  if (places->len == 0)
    return NULL;

  table = new_table (self, views, sb_translate (self->language, "Place"));
  for (guint i = 0; i < MIN (places->len, block->most); i++)
    {
      SbRef *place = g_ptr_array_index (places, i);
      SbPiece *row = sb_piece_new (SB_PIECE_ROW, 0, NULL);
      g_autofree char *name = g_strdup_printf ("**%s**", sb_ref_get_name (place, self->language));

      _sb_composer_append_cell (self, row, name);
      for (guint k = 0; k < situations->len; k++)
        {
          g_autofree char *text = word_place (self, g_ptr_array_index (situations, k), place);

          _sb_composer_append_cell (self, row, text);
        }
      sb_piece_append (table, row);
    }

  return table;
}
