/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-map-contents.h"

#include "sb-symbol.h"
#include "sb-text.h"
#include "sb-translate.h"

#include <glib/gi18n.h>

/* Overlays that have a bit. */
#define MAX_OVERLAYS 32

void
sb_map_contents_join (SbMapContents *self,
                      const SbMapContents *other)
{
  g_return_if_fail (self != NULL && other != NULL);

  sb_event_contents_join (&self->events, &other->events);
  self->has_vague = self->has_vague || other->has_vague;
  self->roads.states |= other->roads.states;
  self->roads.disputed_states |= other->roads.disputed_states;
  self->roads.has_signs = self->roads.has_signs || other->roads.has_signs;
  self->roads.has_denied_signs = self->roads.has_denied_signs || other->roads.has_denied_signs;
  self->way |= other->way;
  self->drawings.sourced |= other->drawings.sourced;
  self->drawings.unsourced |= other->drawings.unsourced;
  self->overlays = self->overlays != NULL ? self->overlays : other->overlays;
  self->shown_overlays |= other->shown_overlays;
  sb_area_contents_join (&self->areas, &other->areas);
  self->zone_issuers = self->zone_issuers != NULL ? self->zone_issuers : other->zone_issuers;
}

void
sb_map_contents_add_overlays (SbMapContents *self,
                              GPtrArray *overlays,
                              const SbMapFrame *frame)
{
  g_return_if_fail (self != NULL && frame != NULL);

  self->overlays = overlays;
  for (guint i = 0; overlays != NULL && i < overlays->len && i < MAX_OVERLAYS; i++)
    if (g_ptr_array_index (overlays, i) != NULL && sb_overlay_is_in_frame (g_ptr_array_index (overlays, i), frame))
      self->shown_overlays |= 1u << i;
}

static void
clear_entry (gpointer data)
{
  g_free (((SbMapEntry *) data)->text);
}

static SbMapEntry *
take_entry (GArray *entries,
            SbMapEntryKind kind,
            int value,
            char *text)
{
  SbMapEntry entry = { .kind = kind, .value = value, .text = text };

  g_array_append_val (entries, entry);
  return &g_array_index (entries, SbMapEntry, entries->len - 1);
}

/* @label is translated here. */
static SbMapEntry *
add_entry (GArray *entries,
           SbMapEntryKind kind,
           int value,
           const char *label,
           SbLanguage language)
{
  return take_entry (entries, kind, value, g_strdup (sb_translate (language, label)));
}

/* "Larger from 1, 10, 50, 250 and 1,000 deaths on" */
static char *
word_sizes (SbLanguage language)
{
  GString *steps = g_string_new (NULL);
  char *text;

  for (guint i = 0; i < sb_event_look_get_n_steps (); i++)
    {
      g_autofree char *number = sb_number_format (sb_event_look_get_step (i), 0, language);

      g_string_append_printf (steps, "%s%s", i > 0 ? ", " : "", number);
    }
  /* Translators: numbers of deaths from which on the symbol of events is larger, "1, 10, 50, 250, 1,000". */
  text = g_strdup_printf (sb_translate (language, "Larger by the number of deaths (from %s)"), steps->str);
  g_string_free (steps, TRUE);
  return text;
}

/* How well the place is known: around a point, or of no point at all. */
static void
add_precisions (GArray *entries,
                guint precisions,
                SbLanguage language)
{
  static const struct
  {
    SbPlacePrecision precision; /* that the sample is of */
    guint precisions;
    const char *label;
  } extents[] = {
    { SB_PLACE_PRECISION_AREA, 1u << SB_PLACE_PRECISION_NEAR | 1u << SB_PLACE_PRECISION_AREA, N_ ("Somewhere around that place") },
    { SB_PLACE_PRECISION_REGION, 1u << SB_PLACE_PRECISION_REGION | 1u << SB_PLACE_PRECISION_COUNTRY, N_ ("Somewhere in that region or country") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (extents); i++)
    if ((precisions & extents[i].precisions) != 0)
      add_entry (entries, SB_MAP_ENTRY_EXTENT, extents[i].precision, extents[i].label, language);
}

static void
add_events (GArray *entries,
            const SbMapContents *self,
            SbLanguage language)
{
  const SbEventContents *events = &self->events;

  for (guint i = 0; i < sb_event_type_vocabulary.n_terms; i++)
    {
      int type = sb_event_type_vocabulary.terms[i].value;

      if ((events->types & 1u << type) != 0)
        take_entry (entries, SB_MAP_ENTRY_EVENT, type, g_strdup (sb_vocabulary_get_label (&sb_event_type_vocabulary, type, language)));
    }

  if (events->has_counts)
    add_entry (entries, SB_MAP_ENTRY_COUNT, 5, N_ ("So many events together"), language);
  if (events->has_larger)
    take_entry (entries, SB_MAP_ENTRY_SIZES, 0, word_sizes (language));
  add_precisions (entries, events->precisions, language);
  if (self->has_vague)
    add_entry (entries, SB_MAP_ENTRY_EVENT, SB_EVENT_TYPE_BATTLE, N_ ("Place not known exactly"), language)->flags = SB_SYMBOL_VAGUE;
  if (events->has_unsourced)
    add_entry (entries, SB_MAP_ENTRY_EVENT, SB_EVENT_TYPE_BATTLE, N_ ("Without a source"), language)->flags = SB_SYMBOL_UNSOURCED;
  if (events->has_light)
    add_entry (entries, SB_MAP_ENTRY_EVENT, SB_EVENT_TYPE_BATTLE, N_ ("Perhaps outside the period"), language)->is_light = TRUE;
}

/* What matters most is a cut; of the others one stands for all. */
static void
add_disputed_roads (GArray *entries,
                    guint states,
                    SbLanguage language)
{
  SbRoadState other = (states & 1u << SB_ROAD_THREATENED) != 0 ? SB_ROAD_THREATENED : SB_ROAD_LIMITED;

  if ((states & 1u << SB_ROAD_CUT) != 0)
    add_entry (entries, SB_MAP_ENTRY_ROAD, SB_ROAD_CUT, N_ ("Road cut according to some, denied by others (route simplified)"), language)->flags = SB_ROAD_STROKE_DISPUTED;
  if ((states & 1u << other) != 0)
    add_entry (entries, SB_MAP_ENTRY_ROAD, other, N_ ("Denied or contradicted"), language)->flags = SB_ROAD_STROKE_DISPUTED;
}

static void
add_roads (GArray *entries,
           const SbRoadContents *roads,
           SbLanguage language)
{
  static const struct
  {
    SbRoadState state;
    const char *label;
  } states[] = {
    { SB_ROAD_CUT, N_ ("Road cut (route simplified)") },
    { SB_ROAD_THREATENED, N_ ("Road threatened (route simplified)") },
    { SB_ROAD_LIMITED, N_ ("Road with limits (route simplified)") },
    { SB_ROAD_OPEN, N_ ("Road open (route simplified)") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if ((roads->states & 1u << states[i].state) != 0)
      add_entry (entries, SB_MAP_ENTRY_ROAD, states[i].state, states[i].label, language);
  add_disputed_roads (entries, roads->disputed_states, language);
}

static void
add_way (GArray *entries,
         SbMapWayParts parts,
         SbLanguage language)
{
  static const struct
  {
    SbMapWayParts part;
    const char *label;
  } ways[] = {
    { SB_MAP_WAY_HAS_SURE, N_ ("Way by road (route simplified)") },
    { SB_MAP_WAY_HAS_UNSURE, N_ ("Way by road that is not surely open") },
    { SB_MAP_WAY_HAS_CUT, N_ ("Usual way by road, which is cut") },
    { SB_MAP_WAY_HAS_START, N_ ("Start of the way") },
    { SB_MAP_WAY_HAS_GOAL, N_ ("End of the way") },
    { SB_MAP_WAY_HAS_CUT_OFF, N_ ("Place that is cut off") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if ((parts & ways[i].part) != 0)
      add_entry (entries, SB_MAP_ENTRY_WAY, (int) ways[i].part, ways[i].label, language);
}

static void
add_drawings (GArray *entries,
              const SbDrawingContents *drawings,
              SbLanguage language)
{
  static const SbDrawingKind kinds[] = { SB_DRAWING_KIND_AREA, SB_DRAWING_KIND_ARROW, SB_DRAWING_KIND_LINE };
  gboolean has_sourced = FALSE;
  gboolean has_unsourced = FALSE;

  /* One stands for all: what each is, its title says. */
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (!has_sourced && (drawings->sourced & 1u << kinds[i]) != 0)
        {
          add_entry (entries, SB_MAP_ENTRY_DRAWING, kinds[i], N_ ("Drawn by the analyst"), language);
          has_sourced = TRUE;
        }
      if (!has_unsourced && (drawings->unsourced & 1u << kinds[i]) != 0)
        {
          add_entry (entries, SB_MAP_ENTRY_DRAWING, kinds[i], N_ ("Drawn by the analyst, without a source"), language)->is_hollow = TRUE;
          has_unsourced = TRUE;
        }
    }
}

static void
add_overlays (GArray *entries,
              const SbMapContents *self,
              SbLanguage language)
{
  for (guint i = 0; self->overlays != NULL && i < self->overlays->len && i < MAX_OVERLAYS; i++)
    {
      const char *title;

      if ((self->shown_overlays & 1u << i) == 0)
        continue;
      title = sb_overlay_get_title (g_ptr_array_index (self->overlays, i));
      take_entry (entries, SB_MAP_ENTRY_OVERLAY, (int) i, g_strdup (title != NULL ? title : sb_translate (language, N_ ("Overlay"))));
    }
}

/* "Travel advice: France Diplomatie" */
static void
add_zone_heading (GArray *entries,
                  const char *issuers,
                  SbLanguage language)
{
  if (issuers != NULL)
    take_entry (entries, SB_MAP_ENTRY_HEADING, 0, g_strdup_printf (sb_translate (language, "Travel advice: %s"), issuers));
  else
    add_entry (entries, SB_MAP_ENTRY_HEADING, 0, N_ ("Travel advice"), language);
}

/* Zones come last, under a heading of their own: they are not about control. */
static void
add_areas (GArray *entries,
           const SbMapContents *self,
           SbLanguage language)
{
  g_autoptr (GArray) areas = sb_area_legend_new (&self->areas, language);
  gboolean has_heading = FALSE;

  for (guint i = 0; i < areas->len; i++)
    {
      const SbAreaEntry *area = &g_array_index (areas, SbAreaEntry, i);

      if (area->area.zone != SB_AREA_ZONE_NONE && !has_heading)
        {
          add_zone_heading (entries, self->zone_issuers, language);
          has_heading = TRUE;
        }
      take_entry (entries, SB_MAP_ENTRY_AREA, 0, g_strdup (area->text))->area = area->area;
    }
}

GArray *
sb_map_contents_list_entries (const SbMapContents *self,
                              SbLanguage language)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (SbMapEntry));

  g_return_val_if_fail (self != NULL, entries);

  g_array_set_clear_func (entries, clear_entry);
  add_events (entries, self, language);
  if (self->roads.has_signs)
    add_entry (entries, SB_MAP_ENTRY_RESTRICTION, 0, N_ ("Blockade or other restriction"), language);
  if (self->roads.has_denied_signs)
    add_entry (entries, SB_MAP_ENTRY_RESTRICTION, 0, N_ ("Restriction that is denied"), language)->flags = SB_SYMBOL_DENIED;
  add_way (entries, self->way, language);
  add_roads (entries, &self->roads, language);
  add_drawings (entries, &self->drawings, language);
  add_overlays (entries, self, language);
  add_areas (entries, self, language);

  return entries;
}
