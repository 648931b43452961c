/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-template-block-private.h"

#include "sb-block-kind-private.h"
#include "sb-briefing-error.h"
#include "sb-judgement.h"
#include "sb-recommendation.h"
#include "sb-template-keys-private.h"
#include "sb-template-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Columns may not hold columns. */
#define MAX_DEPTH 2

static const SbTerm order_terms[] = {
  { SB_TEMPLATE_ORDER_KEY_FIRST, "key-first", N_ ("Key facts, then the newest") },
  { SB_TEMPLATE_ORDER_OLDEST_FIRST, "oldest-first", N_ ("Oldest first") },
};

static const SbTerm filter_terms[] = {
  { SB_TEMPLATE_FILTER_DISPUTED, "disputed", N_ ("What sources disagree on") },
  { SB_TEMPLATE_FILTER_KEY, "key", N_ ("Key facts") },
  { SB_TEMPLATE_FILTER_GRADED, "graded", N_ ("Judgements with a likelihood or a confidence") },
  { SB_TEMPLATE_FILTER_FREE, "free", N_ ("Judgements of no scenario, not graded") },
  { SB_TEMPLATE_FILTER_ABROAD, "abroad", N_ ("Judgements on other countries") },
  { SB_TEMPLATE_FILTER_PLACE, "place", N_ ("What concerns the region of the briefing") },
  { SB_TEMPLATE_FILTER_ACTOR, "actor", N_ ("What concerns its actor") },
};

static const SbTerm form_terms[] = {
  { SB_TEMPLATE_FORM_LIST, "list", N_ ("Items of a list") },
  { SB_TEMPLATE_FORM_PROSE, "prose", N_ ("Prose") },
  { SB_TEMPLATE_FORM_RUN_IN, "run-in", N_ ("Paragraphs headed by their places") },
};

const SbVocabulary _sb_template_filters = SB_VOCABULARY (filter_terms);
const SbVocabulary _sb_template_forms = SB_VOCABULARY (form_terms);
const SbVocabulary _sb_template_orders = SB_VOCABULARY (order_terms);

void
_sb_template_block_free (gpointer data)
{
  SbTemplateBlock *block = data;

  g_free (block->name);
  g_strfreev (block->ways);
  g_strfreev (block->places);
  g_strfreev (block->figures);
  sb_template_frame_clear (&block->frame);
  sb_template_chart_clear (&block->chart);
  g_clear_pointer (&block->heading, sb_bilingual_unref);
  g_clear_pointer (&block->text, sb_bilingual_unref);
  g_clear_pointer (&block->blocks, g_ptr_array_unref);
  g_free (block);
}

static gboolean
read_records (GKeyFile *file,
              SbTemplateBlock *block,
              GError **error)
{
  g_auto (GStrv) names = g_key_file_get_string_list (file, block->name, "Records", NULL, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      SbKind kind = sb_kind_parse (names[i]);

      if (!_sb_block_kind_takes (block->kind, kind) || block->n_records == SB_TEMPLATE_MAX_KINDS)
        {
          _sb_template_set_error (error, block->name, "Records", names[i]);
          return FALSE;
        }
      block->records[block->n_records++] = kind;
    }

  if (block->n_records == 0)
    {
      _sb_template_set_error (error, block->name, "Records", NULL);
      return FALSE;
    }

  return TRUE;
}

/* Each is two places, "sn-dakar>ml-bamako"; or it is "place", for those of the region. */
static gboolean
read_ways (GKeyFile *file,
           SbTemplateBlock *block,
           GError **error)
{
  block->ways = g_key_file_get_string_list (file, block->name, "Ways", NULL, NULL);
  if (block->ways != NULL && g_strcmp0 (block->ways[0], "place") == 0 && block->ways[1] == NULL)
    {
      g_clear_pointer (&block->ways, g_strfreev);
      block->has_ways_of_place = TRUE;
    }
  for (guint i = 0; block->ways != NULL && block->ways[i] != NULL; i++)
    {
      const char *mark = strchr (block->ways[i], '>');

      if (mark == NULL || mark == block->ways[i] || mark[1] == '\0')
        {
          _sb_template_set_error (error, block->name, "Ways", block->ways[i]);
          return FALSE;
        }
    }

  return TRUE;
}

/* What the block keeps to; maps side by side are of days that somebody must name. */
static gboolean
read_frame (GKeyFile *file,
            SbTemplateBlock *block,
            GError **error)
{
  const char *key = NULL;
  g_autofree char *wrong = sb_template_frame_read (&block->frame, file, block->name, &key);

  if (wrong == NULL)
    wrong = sb_template_chart_read (&block->chart, file, block->name, &key);
  if (wrong != NULL)
    _sb_template_set_error (error, block->name, key, wrong);
  else if (block->kind == SB_TEMPLATE_BLOCK_MAPS && block->frame.n_dates == 0)
    _sb_template_set_error (error, block->name, "Dates", NULL);
  else
    {
      block->places = g_key_file_get_string_list (file, block->name, "Places", NULL, NULL);
      block->figures = g_key_file_get_string_list (file, block->name, "Figures", NULL, NULL);
      return TRUE;
    }

  return FALSE;
}

static gboolean
read_settings (GKeyFile *file,
               SbTemplateBlock *block,
               GError **error)
{
  guint height, least_height;
  int order, filter, form;

  if (!_sb_template_read_number (file, block->name, "Level", 1, 3, &block->level, error) ||
      !_sb_template_read_number (file, block->name, "Least", 0, _SB_TEMPLATE_MAX_ITEMS, &block->least, error) ||
      !_sb_template_read_number (file, block->name, "Most", _SB_TEMPLATE_MAX_ITEMS, _SB_TEMPLATE_MAX_ITEMS, &block->most, error) ||
      !_sb_template_read_number (file, block->name, "Height", _SB_TEMPLATE_HEIGHT, _SB_TEMPLATE_MAX_HEIGHT, &height, error) ||
      !_sb_template_read_number (file, block->name, "LeastHeight", height, _SB_TEMPLATE_MAX_HEIGHT, &least_height, error) ||
      !_sb_template_read_term (file, block->name, "Topic", &sb_judgement_topic_vocabulary, -1, &block->topic, error) ||
      !_sb_template_read_term (file, block->name, "Audience", &sb_recommendation_audience_vocabulary, -1, &block->audience, error) ||
      !_sb_template_read_term (file, block->name, "Only", &_sb_template_filters, SB_TEMPLATE_FILTER_NONE, &filter, error) ||
      !_sb_template_read_term (file, block->name, "Form", &_sb_template_forms, SB_TEMPLATE_FORM_LIST, &form, error) ||
      !_sb_template_read_term (file, block->name, "Unnumbered", &_sb_template_answers, FALSE, &block->is_unnumbered, error) ||
      !_sb_template_read_term (file, block->name, "Once", &_sb_template_answers, FALSE, &block->is_once, error) ||
      !_sb_template_read_term (file, block->name, "Order", &_sb_template_orders, SB_TEMPLATE_ORDER_KEY_FIRST, &order, error))
    return FALSE;

  block->order = (SbTemplateOrder) order;
  block->filter = (SbTemplateFilter) filter;
  block->form = (SbTemplateForm) form;
  block->height = height;
  block->least_height = least_height;
  block->heading = _sb_template_read_bilingual (file, block->name, "Heading");
  block->text = _sb_template_read_bilingual (file, block->name, "Text");

  return read_ways (file, block, error) && read_frame (file, block, error);
}

/* A key that a kind of block does not read is a mistake, and told. */
static gboolean
check_keys (GKeyFile *file,
            const SbTemplateBlock *block,
            GError **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, block->name, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *key = g_strndup (keys[i], strcspn (keys[i], "["));

      if (!_sb_block_kind_reads (block->kind, key))
        {
          g_set_error (error, SB_BRIEFING_ERROR, SB_BRIEFING_ERROR_TEMPLATE, "[%s] %s (Kind=%s)", block->name, key, _sb_block_kind_get (block->kind)->name);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_kind (GKeyFile *file,
           SbTemplateBlock *block,
           GError **error)
{
  g_autofree char *name = g_key_file_get_string (file, block->name, "Kind", NULL);

  if (name != NULL && _sb_block_kind_find (name, &block->kind))
    return TRUE;

  _sb_template_set_error (error, block->name, "Kind", name);
  return FALSE;
}

SbTemplateBlock *
_sb_template_block_read (GKeyFile *file,
                         const char *name,
                         guint depth,
                         GError **error)
{
  SbTemplateBlock *block = g_new0 (SbTemplateBlock, 1);
  gboolean ok;

  block->name = g_strdup (name);
  ok = read_kind (file, block, error) && check_keys (file, block, error) && read_settings (file, block, error);
  if (ok && _sb_block_kind_reads (block->kind, "Records"))
    ok = read_records (file, block, error);
  if (ok && _sb_block_kind_get (block->kind)->fill != SB_KIND_NONE)
    block->records[block->n_records++] = _sb_block_kind_get (block->kind)->fill;
  if (ok && block->kind == SB_TEMPLATE_BLOCK_COLUMNS)
    ok = (block->blocks = _sb_template_block_read_all (file, name, depth + 1, error)) != NULL;

  if (!ok)
    g_clear_pointer (&block, _sb_template_block_free);

  return block;
}

GPtrArray *
_sb_template_block_read_all (GKeyFile *file,
                             const char *group,
                             guint depth,
                             GError **error)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (_sb_template_block_free);
  g_auto (GStrv) names = g_key_file_get_string_list (file, group, "Blocks", NULL, NULL);

  if (names == NULL || names[0] == NULL || depth > MAX_DEPTH || g_strv_length (names) > _SB_TEMPLATE_MAX_BLOCKS)
    {
      _sb_template_set_error (error, group, "Blocks", depth > MAX_DEPTH ? "columns" : NULL);
      return NULL;
    }

  for (guint i = 0; names[i] != NULL; i++)
    {
      SbTemplateBlock *block = _sb_template_block_read (file, names[i], depth, error);

      if (block == NULL)
        return NULL;
      g_ptr_array_add (blocks, block);
    }

  return g_steal_pointer (&blocks);
}
