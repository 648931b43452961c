/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-block-key.h"

#include "sb-block-kind-private.h"
#include "sb-judgement.h"
#include "sb-map-layers.h"
#include "sb-recommendation.h"
#include "sb-template-block-private.h"

#include <glib/gi18n.h>

/* In the order in which they are offered. */
static const SbBlockKey keys[] = {
  { "Records", SB_BLOCK_KEY_RECORDS, N_ ("What it tells"), NULL, NULL, 0, 0, 0 },
  { "Topic", SB_BLOCK_KEY_WORD, N_ ("Judgements of the topic"), N_ ("Any"), &sb_judgement_topic_vocabulary, -1, 0, 0 },
  { "Audience", SB_BLOCK_KEY_WORD, N_ ("Advice for"), N_ ("All"), &sb_recommendation_audience_vocabulary, -1, 0, 0 },
  { "Only", SB_BLOCK_KEY_WORD, N_ ("Only"), N_ ("Everything"), &_sb_template_filters, SB_TEMPLATE_FILTER_NONE, 0, 0 },
  { "Form", SB_BLOCK_KEY_WORD, N_ ("In the form of"), NULL, &_sb_template_forms, SB_TEMPLATE_FORM_LIST, 0, 0 },
  { "Order", SB_BLOCK_KEY_WORD, N_ ("In the order of"), NULL, &_sb_template_orders, SB_TEMPLATE_ORDER_KEY_FIRST, 0, 0 },
  { "Most", SB_BLOCK_KEY_NUMBER, N_ ("At most"), N_ ("All"), NULL, 0, 1, _SB_TEMPLATE_MAX_ITEMS },
  { "Least", SB_BLOCK_KEY_NUMBER, N_ ("At least, however short the room"), NULL, NULL, 0, 0, _SB_TEMPLATE_MAX_ITEMS },
  { "Once", SB_BLOCK_KEY_ANSWER, N_ ("Without what a block before it tells"), NULL, NULL, FALSE, 0, 0 },
  { "Figures", SB_BLOCK_KEY_FIGURES, N_ ("Figures"), NULL, NULL, 0, 0, 0 },
  { "Measure", SB_BLOCK_KEY_WORD, N_ ("Counts"), NULL, &sb_template_measures, SB_TEMPLATE_MEASURE_EVENTS, 0, 0 },
  { "By", SB_BLOCK_KEY_WORD, N_ ("A bar for each"), NULL, &sb_template_bys, SB_TEMPLATE_BY_WEEK, 0, 0 },
  { "Focus", SB_BLOCK_KEY_ACTOR, N_ ("Drawn around"), N_ ("Nobody: all ties of the day"), NULL, 0, 0, 0 },
  { "Steps", SB_BLOCK_KEY_NUMBER, N_ ("Ties away from there"), NULL, NULL, 1, 1, SB_TEMPLATE_MAX_STEPS },
  { "Extent", SB_BLOCK_KEY_EXTENT, N_ ("Extent"), N_ ("All that is on the map"), NULL, 0, 0, 0 },
  { "Layers", SB_BLOCK_KEY_WORDS, N_ ("Layers"), NULL, &sb_map_layer_vocabulary, SB_MAP_LAYERS_FRAME, 0, 0 },
  { "Period", SB_BLOCK_KEY_PERIOD, N_ ("What happened"), N_ ("In the period of the briefing"), NULL, 0, 0, 0 },
  { "AsOf", SB_BLOCK_KEY_DAY, N_ ("As of"), N_ ("The as-of day of the briefing"), NULL, 0, 0, 0 },
  { "Dates", SB_BLOCK_KEY_DAYS, N_ ("Days side by side"), NULL, NULL, 0, 0, 0 },
  { "Ways", SB_BLOCK_KEY_WAYS, N_ ("Ways by road"), NULL, NULL, 0, 0, 0 },
  { "Places", SB_BLOCK_KEY_PLACES, N_ ("Places"), NULL, NULL, 0, 0, 0 },
  { "Title[fr]", SB_BLOCK_KEY_TEXT, N_ ("Title over it in French"), NULL, NULL, 0, 0, 0 },
  { "Title", SB_BLOCK_KEY_TEXT, N_ ("Title over it in English"), NULL, NULL, 0, 0, 0 },
  { "Height", SB_BLOCK_KEY_NUMBER, N_ ("Height in points"), NULL, NULL, _SB_TEMPLATE_HEIGHT, 40, _SB_TEMPLATE_MAX_HEIGHT },
  { "LeastHeight", SB_BLOCK_KEY_NUMBER, N_ ("Height where room is short"), N_ ("The same"), NULL, 0, 40, _SB_TEMPLATE_MAX_HEIGHT },
  { "Level", SB_BLOCK_KEY_NUMBER, N_ ("Level of the heading"), NULL, NULL, 1, 1, 3 },
  { "Unnumbered", SB_BLOCK_KEY_ANSWER, N_ ("Heading without a number"), NULL, NULL, FALSE, 0, 0 },
};

const SbBlockKey *
sb_block_key_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (keys[i].name, name))
      return &keys[i];

  return NULL;
}

/* Blocks with a shape of their own have no heading, whatever their keys say. */
static gboolean
has_heading (SbTemplateBlockKind kind)
{
  return kind != SB_TEMPLATE_BLOCK_MASTHEAD && kind != SB_TEMPLATE_BLOCK_COVER && kind != SB_TEMPLATE_BLOCK_COLUMNS &&
         kind != SB_TEMPLATE_BLOCK_BACK;
}

/* A choice of one is none. */
static gboolean
is_choice (SbTemplateBlockKind kind,
           const SbBlockKey *key)
{
  return key->type != SB_BLOCK_KEY_RECORDS || kind == SB_TEMPLATE_BLOCK_ITEMS;
}

GPtrArray *
sb_block_key_list (SbTemplateBlockKind kind)
{
  GPtrArray *list = g_ptr_array_new ();

  g_return_val_if_fail ((guint) kind < SB_N_TEMPLATE_BLOCKS, list);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *name = g_strndup (keys[i].name, strcspn (keys[i].name, "["));
      gboolean is_of_heading = g_str_equal (name, "Level") || g_str_equal (name, "Unnumbered");

      if (_sb_block_kind_reads (kind, name) && (!is_of_heading || has_heading (kind)) && is_choice (kind, &keys[i]))
        g_ptr_array_add (list, (gpointer) &keys[i]);
    }

  return list;
}

guint
sb_block_key_get_record_kinds (SbTemplateBlockKind kind)
{
  guint kinds = 0;

  g_return_val_if_fail ((guint) kind < SB_N_TEMPLATE_BLOCKS, 0);

  for (SbKind record_kind = SB_KIND_NONE + 1; record_kind < SB_N_KINDS; record_kind++)
    if (_sb_block_kind_takes (kind, record_kind))
      kinds |= 1u << record_kind;

  return kinds;
}
