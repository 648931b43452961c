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

/* Translators: rows of the legend of a map; %s is a family of actors. */
static char *
format_hold (SbAreaManner manner,
             const char *family,
             SbLanguage language)
{
  switch (manner)
    {
    case SB_AREA_MANNER_CONTROLS:
      return g_strdup_printf (sb_translate (language, "%s: in control"), family);

    case SB_AREA_MANNER_CONTESTS:
      return g_strdup_printf (sb_translate (language, "%s: contesting"), family);

    case SB_AREA_MANNER_INFLUENCES:
    default:
      return g_strdup_printf (sb_translate (language, "%s: influence"), family);
    }
}

static void
append_holds (GArray *entries,
              guint families,
              SbAreaManner manner,
              SbLanguage language)
{
  for (guint i = 0; i < sb_actor_family_vocabulary.n_terms; i++)
    {
      int family = sb_actor_family_vocabulary.terms[i].value;
      SbAreaEntry entry = { .area = { .n_holds = 1, .holds = { { manner, family, FALSE } } } };

      if ((families & 1u << family) == 0)
        continue;

      entry.text = format_hold (manner, sb_vocabulary_get_label (&sb_actor_family_vocabulary, family, language), language);
      g_array_append_val (entries, entry);
    }
}

GArray *
sb_area_legend_new (GPtrArray *areas,
                    SbLanguage language)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (SbAreaEntry));
  guint families[SB_N_AREA_MANNERS] = { 0 };
  const SbArea *disputed = NULL;
  guint zones = 0;

  g_array_set_clear_func (entries, clear_entry);
  for (guint i = 0; i < areas->len; i++)
    {
      const SbArea *area = sb_map_area_get_area (g_ptr_array_index (areas, i));

      for (guint k = 0; k < area->n_holds; k++)
        families[area->holds[k].manner] |= 1u << area->holds[k].family;
      if (area->is_disputed && area->n_holds > 1)
        disputed = area;
      zones |= 1u << area->zone;
    }

  for (SbAreaManner manner = 0; manner < SB_N_AREA_MANNERS; manner++)
    append_holds (entries, families[manner], manner, language);

  if (disputed != NULL)
    {
      SbAreaEntry entry = { .area = *disputed, .text = g_strdup (sb_translate (language, "Sources disagree")) };

      entry.area.shape = NULL;
      g_array_append_val (entries, entry);
    }

  for (guint zone = SB_AREA_ZONE_RED; zone > SB_AREA_ZONE_NONE; zone--)
    if ((zones & 1u << zone) != 0)
      {
        SbAreaEntry entry = { .area = { .zone = zone }, .text = g_strdup (sb_translate (language, zone_texts[zone])) };

        g_array_append_val (entries, entry);
      }

  return entries;
}
