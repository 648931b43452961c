/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-find-ground.h"

#include "sb-place-finder.h"

#include <gio/gio.h>

/* "win.show-area((…))": what shows the place. */
static char *
format_action (const SbGazetteerPlace *place)
{
  SbBounds bounds = sb_place_get_bounds (place->position, place->kind);
  g_autoptr (GVariant) area =
    g_variant_ref_sink (g_variant_new ("(dddd)", bounds.west, bounds.south, bounds.east, bounds.north));

  return g_action_print_detailed_name ("win.show-area", area);
}

/* "Region · ML · ML08" */
static SbFindItem *
create_item (const SbGazetteerPlace *place,
             SbLanguage language)
{
  const char *pcode = sb_gazetteer_place_get_pcode (place);
  g_autofree char *detail =
    g_markup_printf_escaped ("%s · %s%s%s", sb_vocabulary_get_label (&sb_place_kind_vocabulary, (int) place->kind, language),
                             place->country, pcode != NULL ? " · " : "", pcode != NULL ? pcode : "");
  g_autofree char *action = format_action (place);

  return sb_find_item_new_ground (place->names[language], detail, action);
}

GPtrArray *
sb_find_ground (const char *text,
                SbLanguage language,
                guint limit)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  /* A gazetteer that is damaged is none. */
  g_autoptr (SbGazetteer) gazetteer = sb_gazetteer_new (NULL);
  const SbGazetteerPlace *region = gazetteer != NULL ? sb_gazetteer_find_pcode (gazetteer, text) : NULL;
  g_autoptr (GPtrArray) named = gazetteer != NULL && region == NULL ? sb_gazetteer_find_name (gazetteer, text) : NULL;

  if (region != NULL)
    g_ptr_array_add (items, create_item (region, language));
  for (guint i = 0; named != NULL && i < named->len && i < limit; i++)
    g_ptr_array_add (items, create_item (g_ptr_array_index (named, i), language));

  return items;
}
