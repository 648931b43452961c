/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-template.h"

#include "sb-briefing-error.h"
#include "sb-judgement.h"
#include "sb-recommendation.h"
#include "sb-template-resources.h"

#include <string.h>

#define RESOURCE_PATH  "/org/example/SahelBrief/templates/"
#define TEMPLATE_GROUP "Template"

/* A template is written by hand: what is larger is not one. */
#define MAX_BYTES  (256 * 1024)
#define MAX_BLOCKS 64
#define MAX_PAGES  200
#define MAX_ITEMS  1000
#define MAX_HEIGHT 1000

/* Columns may not hold columns. */
#define MAX_DEPTH 2

struct _SbTemplate
{
  gatomicrefcount ref_count;
  char *name; /* (owned) */
  SbBilingual *title; /* (owned) */
  SbBilingual *product; /* (owned) */
  guint max_pages;
  GPtrArray *blocks; /* (owned) (element-type SbTemplateBlock) */
};

G_DEFINE_BOXED_TYPE (SbTemplate, sb_template, sb_template_ref, sb_template_unref)

static const SbTerm block_kind_terms[] = {
  { SB_TEMPLATE_BLOCK_MASTHEAD, "masthead", NULL },
  { SB_TEMPLATE_BLOCK_FIGURES, "figures", NULL },
  { SB_TEMPLATE_BLOCK_ITEMS, "items", NULL },
  { SB_TEMPLATE_BLOCK_TABLE, "table", NULL },
  { SB_TEMPLATE_BLOCK_COLUMNS, "columns", NULL },
  { SB_TEMPLATE_BLOCK_MAP, "map", NULL },
  { SB_TEMPLATE_BLOCK_SOURCES, "sources", NULL },
  { SB_TEMPLATE_BLOCK_ROADS, "roads", NULL },
};

static const SbTerm order_terms[] = {
  { SB_TEMPLATE_ORDER_KEY_FIRST, "key-first", NULL },
  { SB_TEMPLATE_ORDER_OLDEST_FIRST, "oldest-first", NULL },
};

static const SbTerm filter_terms[] = {
  { TRUE, "disputed", NULL },
};

static const SbVocabulary filters = SB_VOCABULARY (filter_terms);
static const SbVocabulary block_kinds = SB_VOCABULARY (block_kind_terms);
static const SbVocabulary orders = SB_VOCABULARY (order_terms);

/* Kinds of record that a block of items knows how to put into words. */
static const SbKind item_kinds[] = {
  SB_KIND_EVENT, SB_KIND_RESTRICTION, SB_KIND_CONTROL, SB_KIND_CLAIM, SB_KIND_ALLIANCE, SB_KIND_JUDGEMENT, SB_KIND_RECOMMENDATION
};

static GPtrArray *read_blocks (GKeyFile *file,
                               const char *group,
                               guint depth,
                               GError **error);

static void
block_free (gpointer data)
{
  SbTemplateBlock *block = data;

  g_free (block->name);
  g_strfreev (block->ways);
  g_clear_pointer (&block->heading, sb_bilingual_unref);
  g_clear_pointer (&block->blocks, g_ptr_array_unref);
  g_free (block);
}

static void
set_error (GError **error,
           const char *group,
           const char *key,
           const char *value)
{
  if (value != NULL)
    g_set_error (error, SB_BRIEFING_ERROR, SB_BRIEFING_ERROR_TEMPLATE, "[%s] %s: “%s” is not allowed here", group, key, value);
  else
    g_set_error (error, SB_BRIEFING_ERROR, SB_BRIEFING_ERROR_TEMPLATE, "[%s] %s is missing", group, key);
}

static SbBilingual *
read_bilingual (GKeyFile *file,
                const char *group,
                const char *key)
{
  g_autofree char *en = g_key_file_get_string (file, group, key, NULL);
  g_autofree char *fr_key = g_strdup_printf ("%s[fr]", key);
  g_autofree char *fr = g_key_file_get_string (file, group, fr_key, NULL);

  return sb_bilingual_new (fr, en);
}

/* A whole number from 0 to @most; @fallback when the key is not there. */
static gboolean
read_number (GKeyFile *file,
             const char *group,
             const char *key,
             guint fallback,
             guint most,
             guint *number,
             GError **error)
{
  g_autofree char *text = g_key_file_get_string (file, group, key, NULL);
  guint64 value = fallback;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 0, most, &value, NULL))
    {
      set_error (error, group, key, text);
      return FALSE;
    }
  *number = (guint) value;

  return TRUE;
}

/* The value of a term; @fallback when the key is not there. */
static gboolean
read_term (GKeyFile *file,
           const char *group,
           const char *key,
           const SbVocabulary *vocabulary,
           int fallback,
           int *value,
           GError **error)
{
  g_autofree char *name = g_key_file_get_string (file, group, key, NULL);
  const SbTerm *term = name != NULL ? sb_vocabulary_find_name (vocabulary, name) : NULL;

  if (name != NULL && term == NULL)
    {
      set_error (error, group, key, name);
      return FALSE;
    }
  *value = term != NULL ? term->value : fallback;

  return TRUE;
}

static gboolean
is_item_kind (SbKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (item_kinds); i++)
    if (item_kinds[i] == kind)
      return TRUE;

  return FALSE;
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

      if (!is_item_kind (kind) || block->n_records == SB_TEMPLATE_MAX_KINDS ||
          (block->kind == SB_TEMPLATE_BLOCK_TABLE && kind != SB_KIND_RESTRICTION))
        {
          set_error (error, block->name, "Records", names[i]);
          return FALSE;
        }
      block->records[block->n_records++] = kind;
    }

  if (block->n_records == 0)
    {
      set_error (error, block->name, "Records", NULL);
      return FALSE;
    }

  return TRUE;
}

/* Each is two places, "sn-dakar>ml-bamako". */
static gboolean
read_ways (GKeyFile *file,
           SbTemplateBlock *block,
           GError **error)
{
  block->ways = g_key_file_get_string_list (file, block->name, "Ways", NULL, NULL);
  for (guint i = 0; block->ways != NULL && block->ways[i] != NULL; i++)
    {
      const char *mark = strchr (block->ways[i], '>');

      if (mark == NULL || mark == block->ways[i] || mark[1] == '\0')
        {
          set_error (error, block->name, "Ways", block->ways[i]);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_settings (GKeyFile *file,
               SbTemplateBlock *block,
               GError **error)
{
  guint height, least_height;
  int order;

  if (!read_number (file, block->name, "Level", 1, 2, &block->level, error) ||
      !read_number (file, block->name, "Least", 0, MAX_ITEMS, &block->least, error) ||
      !read_number (file, block->name, "Most", MAX_ITEMS, MAX_ITEMS, &block->most, error) ||
      !read_number (file, block->name, "Height", 260, MAX_HEIGHT, &height, error) ||
      !read_number (file, block->name, "LeastHeight", height, MAX_HEIGHT, &least_height, error) ||
      !read_term (file, block->name, "Topic", &sb_judgement_topic_vocabulary, -1, &block->topic, error) ||
      !read_term (file, block->name, "Audience", &sb_recommendation_audience_vocabulary, -1, &block->audience, error) ||
      !read_term (file, block->name, "Only", &filters, FALSE, &block->disputed, error) ||
      !read_term (file, block->name, "Order", &orders, SB_TEMPLATE_ORDER_KEY_FIRST, &order, error))
    return FALSE;

  block->order = (SbTemplateOrder) order;
  block->height = height;
  block->least_height = least_height;
  block->heading = read_bilingual (file, block->name, "Heading");

  return read_ways (file, block, error);
}

static SbTemplateBlock *
read_block (GKeyFile *file,
            const char *name,
            guint depth,
            GError **error)
{
  SbTemplateBlock *block = g_new0 (SbTemplateBlock, 1);
  int kind = -1;
  gboolean ok;

  block->name = g_strdup (name);
  ok = read_term (file, name, "Kind", &block_kinds, -1, &kind, error);
  if (ok && kind < 0)
    {
      set_error (error, name, "Kind", NULL);
      ok = FALSE;
    }

  block->kind = (SbTemplateBlockKind) kind;
  ok = ok && read_settings (file, block, error);
  if (ok && (kind == SB_TEMPLATE_BLOCK_ITEMS || kind == SB_TEMPLATE_BLOCK_TABLE))
    ok = read_records (file, block, error);
  if (ok && kind == SB_TEMPLATE_BLOCK_COLUMNS)
    ok = (block->blocks = read_blocks (file, name, depth + 1, error)) != NULL;

  if (!ok)
    g_clear_pointer (&block, block_free);

  return block;
}

static GPtrArray *
read_blocks (GKeyFile *file,
             const char *group,
             guint depth,
             GError **error)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (block_free);
  g_auto (GStrv) names = g_key_file_get_string_list (file, group, "Blocks", NULL, NULL);

  if (names == NULL || names[0] == NULL || depth > MAX_DEPTH || g_strv_length (names) > MAX_BLOCKS)
    {
      set_error (error, group, "Blocks", depth > MAX_DEPTH ? "columns" : NULL);
      return NULL;
    }

  for (guint i = 0; names[i] != NULL; i++)
    {
      SbTemplateBlock *block = read_block (file, names[i], depth, error);

      if (block == NULL)
        return NULL;
      g_ptr_array_add (blocks, block);
    }

  return g_steal_pointer (&blocks);
}

SbTemplate *
sb_template_new_from_bytes (GBytes *bytes,
                            GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (SbTemplate) self = g_new0 (SbTemplate, 1);
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  if (g_bytes_get_size (bytes) > MAX_BYTES)
    {
      g_set_error (error, SB_BRIEFING_ERROR, SB_BRIEFING_ERROR_TEMPLATE, "The file is too large for a template");
      return NULL;
    }
  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_KEEP_TRANSLATIONS, &local))
    {
      g_set_error (error, SB_BRIEFING_ERROR, SB_BRIEFING_ERROR_TEMPLATE, "%s", local->message);
      return NULL;
    }

  self->name = g_key_file_get_string (file, TEMPLATE_GROUP, "Name", NULL);
  self->title = read_bilingual (file, TEMPLATE_GROUP, "Title");
  self->product = read_bilingual (file, TEMPLATE_GROUP, "Product");
  if (self->name == NULL)
    {
      set_error (error, TEMPLATE_GROUP, "Name", NULL);
      return NULL;
    }
  if (!read_number (file, TEMPLATE_GROUP, "Pages", 0, MAX_PAGES, &self->max_pages, error) ||
      !(self->blocks = read_blocks (file, TEMPLATE_GROUP, 1, error)))
    return NULL;

  return g_steal_pointer (&self);
}

SbTemplate *
sb_template_new (const char *name,
                 GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  path = g_strdup_printf (RESOURCE_PATH "%s.template", name);
  bytes = g_resource_lookup_data (sb_template_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    {
      g_set_error (error, SB_BRIEFING_ERROR, SB_BRIEFING_ERROR_NO_TEMPLATE, "There is no template “%s”", name);
      return NULL;
    }

  return sb_template_new_from_bytes (bytes, error);
}

SbTemplate *
sb_template_new_from_file (const char *path,
                           GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SbTemplate *self;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;

  bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  if (!(self = sb_template_new_from_bytes (bytes, error)))
    g_prefix_error (error, "%s: ", path);

  return self;
}

SbTemplate *
sb_template_ref (SbTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sb_template_unref (SbTemplate *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->name);
  g_clear_pointer (&self->title, sb_bilingual_unref);
  g_clear_pointer (&self->product, sb_bilingual_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_free (self);
}

const char *
sb_template_get_name (const SbTemplate *self)
{
  return self->name;
}

const char *
sb_template_get_title (const SbTemplate *self,
                       SbLanguage language)
{
  return sb_bilingual_get_any (self->title, language);
}

const char *
sb_template_get_product (const SbTemplate *self,
                         SbLanguage language)
{
  return sb_bilingual_get_any (self->product, language);
}

guint
sb_template_get_max_pages (const SbTemplate *self)
{
  return self->max_pages;
}

guint
sb_template_get_n_blocks (const SbTemplate *self)
{
  return self->blocks->len;
}

const SbTemplateBlock *
sb_template_get_block (const SbTemplate *self,
                       guint position)
{
  g_return_val_if_fail (position < self->blocks->len, NULL);

  return g_ptr_array_index (self->blocks, position);
}

const char *const *
sb_template_list (void)
{
  static const char *const names[] = { "situation", "roads", NULL };

  return names;
}
