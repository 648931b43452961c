/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-area-legend.h"

#include "sb-translate.h"

#include <glib/gi18n.h>

static const char *const zone_texts[SB_N_AREA_ZONES] = {
  [SB_AREA_ZONE_GREEN] = N_ ("Green zone: normal vigilance"),
  [SB_AREA_ZONE_YELLOW] = N_ ("Yellow zone: heightened vigilance"),
  [SB_AREA_ZONE_ORANGE] = N_ ("Orange zone: advised against unless imperative"),
  [SB_AREA_ZONE_RED] = N_ ("Red zone: formally advised against"),
};

static void
clear_entry (gpointer data)
{
  g_free (((SbAreaEntry *) data)->text);
}

static void
append_entry (GArray *entries,
              const SbArea *area,
              const char *text)
{
  SbAreaEntry entry = { .area = *area, .text = g_strdup (text) };

  entry.area.shape = NULL;
  g_array_append_val (entries, entry);
}

/* One row for each family, whatever it does with its ground: what that is, is
 * told below. */
static void
append_families (GArray *entries,
                 guint families,
                 SbLanguage language)
{
  for (guint i = 0; i < sb_actor_family_vocabulary.n_terms; i++)
    {
      int family = sb_actor_family_vocabulary.terms[i].value;
      SbArea area = { .n_holds = 1, .holds = { { SB_AREA_MANNER_CONTROLS, family, FALSE } } };

      if ((families & 1u << family) != 0)
        append_entry (entries, &area, sb_vocabulary_get_label (&sb_actor_family_vocabulary, family, language));
    }
}

void
sb_area_contents_add (SbAreaContents *self,
                      const SbArea *area)
{
  gboolean is_contested = FALSE;

  for (guint i = 0; i < area->n_holds; i++)
    {
      self->families |= 1u << area->holds[i].family;
      is_contested = is_contested || area->holds[i].manner == SB_AREA_MANNER_CONTESTS;
      if (area->holds[i].manner == SB_AREA_MANNER_INFLUENCES && self->influence == NULL)
        self->influence = &area->holds[i];
    }

  if (area->is_disputed && area->n_holds > 1)
    self->disputed = area;
  else if (is_contested)
    self->contested = area;

  self->is_restricted = self->is_restricted || area->is_restricted;
  if (area->zone != SB_AREA_ZONE_NONE)
    self->zones |= 1u << area->zone;
}

void
sb_area_contents_join (SbAreaContents *self,
                       const SbAreaContents *other)
{
  self->families |= other->families;
  self->zones |= other->zones;
  self->is_restricted = self->is_restricted || other->is_restricted;
  self->contested = self->contested != NULL ? self->contested : other->contested;
  self->disputed = self->disputed != NULL ? self->disputed : other->disputed;
  self->influence = self->influence != NULL ? self->influence : other->influence;
}

GArray *
sb_area_legend_new (const SbAreaContents *contents,
                    SbLanguage language)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (SbAreaEntry));

  g_array_set_clear_func (entries, clear_entry);
  append_families (entries, contents->families, language);
  if (contents->contested != NULL)
    append_entry (entries, contents->contested, sb_translate (language, "Contested"));
  if (contents->influence != NULL)
    append_entry (entries, &(SbArea) { .n_holds = 1, .holds = { *contents->influence } }, sb_translate (language, "Influence alone"));
  if (contents->disputed != NULL)
    append_entry (entries, contents->disputed, sb_translate (language, "Sources disagree"));

  if (contents->is_restricted)
    append_entry (entries, &(SbArea) { .is_restricted = TRUE }, sb_translate (language, "Restriction on a whole area"));

  for (guint zone = SB_AREA_ZONE_RED; zone > SB_AREA_ZONE_NONE; zone--)
    if ((contents->zones & 1u << zone) != 0)
      append_entry (entries, &(SbArea) { .zone = zone }, sb_translate (language, zone_texts[zone]));

  return entries;
}
