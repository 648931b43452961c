/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-composer-private.h"

#include "sb-date-format.h"
#include "sb-denial.h"
#include "sb-map-figure-private.h"
#include "sb-record-dates.h"
#include "sb-restriction.h"
#include "sb-road-route.h"
#include "sb-road-words.h"
#include "sb-text.h"
#include "sb-translate.h"

/* Ways on the map beyond which it cannot be read. */
#define MAX_DRAWN_WAYS 6

void
_sb_composer_append_cell (SbComposer *self,
                          SbPiece *row,
                          const char *markup)
{
  sb_piece_append (row, _sb_composer_new_text (self, SB_PIECE_CELL, 0, markup));
}

/* The records of @restrictions (element-type SbRoadRestriction); it is swallowed. */
static GPtrArray *
take_records (GPtrArray *restrictions)
{
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < restrictions->len; i++)
    g_ptr_array_add (records, ((const SbRoadRestriction *) g_ptr_array_index (restrictions, i))->record);
  g_ptr_array_unref (restrictions);

  return records;
}

/* "detour² ³, threatened⁴"; "cut¹"; "open": each word with the marks of what makes it so. */
char *
_sb_composer_word_state (SbComposer *self,
                         const SbRoadRoute *route,
                         const SbRoadVerdict *verdict)
{
  const char *label = sb_road_state_get_label (sb_road_verdict_get_state (verdict, route->conditions), self->language);
  g_autoptr (GPtrArray) grounds = take_records (sb_road_verdict_list_grounds (verdict, route->conditions));
  g_autoptr (GPtrArray) closures = take_records (sb_road_verdict_list_closures (verdict, route->conditions));
  g_autofree char *bold = g_strdup_printf ("**%s**", label);
  g_autofree char *detour = g_strdup_printf ("**%s**", sb_road_detour_get_label (self->language));
  g_autofree char *sourced = NULL;
  g_autofree char *state = NULL;

  if (closures->len == 0)
    return _sb_wording_source_all (&self->wording, grounds, bold);

  /* In the order in which they are read, which that of their notes follows. */
  sourced = _sb_wording_source_all (&self->wording, closures, detour);
  state = _sb_wording_source_all (&self->wording, grounds, bold);

  return g_strdup_printf ("%s, %s", sourced, state);
}

static void
append_once (GPtrArray *texts,
             const char *text)
{
  if (!g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
    g_ptr_array_add (texts, g_strdup (text));
}

static char *
join_texts (GPtrArray *texts)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "; " : "", (const char *) g_ptr_array_index (texts, i));

  return g_string_free (joined, FALSE);
}

/* "JNIM; denied by the army": who imposed @records, each once. */
static char *
word_imposers (SbComposer *self,
               GPtrArray *records)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < records->len; i++)
    {
      SbRef *imposed_by = sb_record_get_ref (g_ptr_array_index (records, i), SB_RESTRICTION_IMPOSED_BY);

      if (imposed_by != NULL)
        append_once (texts, _sb_wording_get_name (&self->wording, imposed_by));
    }
  for (guint i = 0; i < records->len; i++)
    {
      SbRef *denied_by = sb_denial_get_speaker (g_ptr_array_index (records, i), sb_briefing_input_get_as_of (self->input));
      g_autofree char *agent = denied_by != NULL ? _sb_wording_dup_agent (&self->wording, denied_by) : NULL;
      g_autofree char *denial = agent != NULL ? g_strdup_printf (sb_translate (self->language, "denied by %s"), agent) : NULL;

      if (denial != NULL)
        append_once (texts, denial);
    }

  return texts->len > 0 ? join_texts (texts) : g_strdup ("–");
}

/* Since when, and by whom: of what makes the state. */
static void
append_grounds (SbComposer *self,
                SbPiece *row,
                GPtrArray *grounds)
{
  g_autoptr (GPtrArray) dates = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *since = NULL;
  g_autofree char *who = word_imposers (self, grounds);

  for (guint i = 0; i < grounds->len; i++)
    {
      g_autofree char *date = sb_record_format_date (g_ptr_array_index (grounds, i), SB_RESTRICTION_SINCE, self->language, SB_DATE_STYLE_MEDIUM);

      append_once (dates, date);
    }
  since = dates->len > 0 ? join_texts (dates) : g_strdup ("–");

  _sb_composer_append_cell (self, row, since);
  _sb_composer_append_cell (self, row, who);
}

/* "RN7 (ML): cut since 3 Sept 2025 (JNIM; denied by the army)": why there is a detour; "" where
 * there is none. */
static char *
word_closures (SbComposer *self,
               const SbRoadRoute *route,
               const SbRoadVerdict *verdict)
{
  g_autoptr (GPtrArray) closures = take_records (sb_road_verdict_list_closures (verdict, route->conditions));
  g_autoptr (GPtrArray) cuts = sb_road_list_cuts (route, verdict);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *roads = NULL;
  g_autofree char *since = NULL;
  g_autofree char *who = NULL;

  if (closures->len == 0)
    return g_strdup ("");

  for (guint i = 0; i < cuts->len; i++)
    {
      g_autofree char *name = sb_road_way_describe (g_ptr_array_index (cuts, i), sb_road_conditions_get_network (route->conditions), self->language);

      append_once (names, name);
    }
  roads = _sb_wording_join (names, self->language);
  since = sb_date_format_lasting (sb_record_get_date (g_ptr_array_index (closures, 0), SB_RESTRICTION_SINCE), NULL, self->language, SB_DATE_STYLE_MEDIUM);
  who = word_imposers (self, closures);

  /* Translators: a road, since when it is cut, and who cuts it. */
  return g_strdup_printf (sb_translate (self->language, "%s: cut %s (%s)"), roads, since, who);
}

/* A verdict after the first says what it leaves out, in the place of the ends. */
static SbPiece *
new_row (SbComposer *self,
         const SbRoadRoute *route,
         guint index)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (route->conditions);
  const SbRoadVerdict *verdict = g_ptr_array_index (route->verdicts, index);
  g_autoptr (GPtrArray) grounds = take_records (sb_road_verdict_list_grounds (verdict, route->conditions));
  SbPiece *row = sb_piece_new (SB_PIECE_ROW, 0, NULL);
  g_autofree char *ends = g_strdup_printf ("**%s – %s**", sb_road_place_get_name (sb_road_network_get_place (network, route->from), self->language),
                                           sb_road_place_get_name (sb_road_network_get_place (network, route->to), self->language));
  g_autofree char *reading = g_strdup_printf ("*%s*", sb_road_reading_get_label (verdict->reading, self->language));
  g_autofree char *by = verdict->way != NULL ? sb_road_way_describe_surface (verdict->way, network, self->language) : NULL;
  g_autofree char *closed = word_closures (self, route, verdict);
  g_autofree char *way = g_strdup_printf ("%s%s%s%s%s", index == 0 ? ends : reading, by != NULL ? ", " : "", by != NULL ? by : "",
                                          closed[0] != '\0' ? ". " : "", closed);
  g_autofree char *state = _sb_composer_word_state (self, route, verdict);
  g_autofree char *km = verdict->way != NULL ? sb_road_format_km (verdict->way->km, verdict->way->is_estimated, self->language) : g_strdup ("–");
  double detour = sb_road_route_get_detour_km (route, verdict);
  g_autofree char *longer = detour >= 0.5 ? sb_number_format (detour, 0, self->language) : g_strdup ("–");
  g_autofree char *more = detour >= 0.5 ? g_strdup_printf ("+%s\302\240km", longer) : g_strdup (longer);

  _sb_composer_append_cell (self, row, way);
  _sb_composer_append_cell (self, row, state);
  _sb_composer_append_cell (self, row, km);
  _sb_composer_append_cell (self, row, more);
  append_grounds (self, row, grounds);

  return row;
}

/* A verdict that comes to the same as the one before, on other grounds, has no row
 * of its own. */
gboolean
_sb_composer_is_other_verdict (const SbRoadRoute *route,
                               guint index)
{
  const SbRoadVerdict *before = g_ptr_array_index (route->verdicts, index - 1);
  const SbRoadVerdict *verdict = g_ptr_array_index (route->verdicts, index);

  return !sb_road_way_equal (before->way, verdict->way) ||
         sb_road_verdict_get_state (before, route->conditions) != sb_road_verdict_get_state (verdict, route->conditions);
}

SbPiece *
_sb_composer_new_road_table (SbComposer *self,
                             const SbTemplateBlock *block)
{
  static const double shares[] = { 3.7, 1.75, 1.75, 1.6, 2.4, 2.3 };
  g_autoptr (GPtrArray) routes = _sb_composer_list_routes (self, self->input, block);
  SbPiece *table;
  SbPiece *head;

  if (routes->len == 0)
    return NULL;

  table = sb_piece_new (SB_PIECE_TABLE, 0, NULL);
  head = sb_piece_new (SB_PIECE_ROW, 0, NULL);
  _sb_composer_append_cell (self, head, sb_translate (self->language, "Way, by"));
  _sb_composer_append_cell (self, head, sb_translate (self->language, "State"));
  _sb_composer_append_cell (self, head, sb_translate (self->language, "Length"));
  _sb_composer_append_cell (self, head, sb_translate (self->language, "Detour"));
  _sb_composer_append_cell (self, head, sb_translate (self->language, "Since"));
  _sb_composer_append_cell (self, head, sb_translate (self->language, "Imposed by"));
  sb_piece_append (table, head);
  for (guint i = 0; i < routes->len && i < block->most; i++)
    {
      const SbRoadRoute *route = g_ptr_array_index (routes, i);

      for (guint j = 0; j < route->verdicts->len; j++)
        if (j == 0 || _sb_composer_is_other_verdict (route, j))
          sb_piece_append (table, new_row (self, route, j));
    }

  return _sb_composer_finish_table (self, table, shares, G_N_ELEMENTS (shares));
}

static gboolean
is_told (GPtrArray *told,
         const SbRoadShare *share)
{
  gboolean is_known = g_ptr_array_find (told, share->figure, NULL);

  if (!is_known)
    g_ptr_array_add (told, share->figure);

  return is_known;
}

gboolean
_sb_composer_append_shares (SbComposer *self,
                            const SbBriefingInput *input,
                            const SbTemplateBlock *block,
                            GString *text)
{
  g_autoptr (GPtrArray) routes = _sb_composer_list_routes (self, input, block);
  g_autoptr (GPtrArray) told = g_ptr_array_new ();

  for (guint i = 0; i < routes->len && i < block->most; i++)
    {
      g_autoptr (GPtrArray) shares = sb_road_route_list_shares (g_ptr_array_index (routes, i));

      for (guint k = 0; k < shares->len; k++)
        {
          const SbRoadShare *share = g_ptr_array_index (shares, k);
          g_autofree char *sentence = NULL;
          g_autofree char *sourced = NULL;

          if (is_told (told, share))
            continue;

          sentence = sb_road_share_describe (share, self->language);
          sourced = _sb_wording_source (&self->wording, share->figure, sentence);
          g_string_append_printf (text, " %s", sourced);
        }
    }

  return told->len > 0;
}

SbPiece *
_sb_composer_new_shares_text (SbComposer *self,
                              const GString *sentences)
{
  g_autofree char *text = NULL;

  if (sentences->len == 0)
    return NULL;

  text = g_strdup_printf ("*%s.*%s", sb_translate (self->language, "Figures of roads that are touched, which does not say lost"), sentences->str);
  return _sb_composer_new_text (self, SB_PIECE_PARAGRAPH, 0, text);
}

SbPiece *
_sb_composer_new_road_shares (SbComposer *self,
                              const SbTemplateBlock *block)
{
  g_autoptr (GString) text = g_string_new (NULL);

  _sb_composer_append_shares (self, self->input, block, text);
  return _sb_composer_new_shares_text (self, text);
}

void
_sb_composer_draw_ways (SbComposer *self,
                        const SbTemplateBlock *block,
                        const SbBriefingInput *input,
                        SbMapFigure *figure)
{
  g_autoptr (GPtrArray) routes = block->ways != NULL || block->has_ways_of_place ? _sb_composer_list_routes (self, input, block) : g_ptr_array_new ();

  for (guint i = 0; i < MIN (routes->len, MAX_DRAWN_WAYS); i++)
    {
      const SbRoadRoute *route = g_ptr_array_index (routes, i);
      const SbRoadNetwork *network = sb_road_conditions_get_network (route->conditions);
      const SbRoadVerdict *verdict = g_ptr_array_index (route->verdicts, 0);
      GArray *positions;

      if (verdict->way == NULL)
        continue;

      positions = g_array_new (FALSE, FALSE, sizeof (SbPosition));
      for (guint j = 0; j <= verdict->way->n_legs; j++)
        g_array_append_val (positions, sb_road_network_get_place (network, verdict->way->places[j])->position);
      _sb_map_figure_add_way (figure, positions);
    }
}
