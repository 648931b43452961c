/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-block.h"

struct _SbBlock
{
  SbBlockKind kind;
  guint level;
  guint page;
  guint n_spans;
  char *text; /* (owned) */
  char *language; /* (owned) (nullable) */
  SbSpan *spans; /* (owned) (nullable) (array length=n_spans) */
};

/* Indexed by SbBlockKind. */
static const char *const kind_names[] = {
  "paragraph",
  "heading",
  "quote",
  "list-item",
  "table",
  "figure",
  "code",
};

G_DEFINE_BOXED_TYPE (SbBlock, sb_block, sb_block_ref, sb_block_unref)

SbBlock *
sb_block_new (SbBlockKind kind,
              guint level,
              guint page,
              const char *text,
              GArray *spans)
{
  SbBlock *self;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_names), NULL);
  g_return_val_if_fail (spans == NULL || g_array_get_element_size (spans) == sizeof (SbSpan), NULL);

  self = g_atomic_rc_box_new0 (SbBlock);
  self->kind = kind;
  self->level = level;
  self->page = page;
  self->text = g_strdup (text);
  if (spans != NULL)
    {
      self->n_spans = spans->len;
      self->spans = (SbSpan *) (gpointer) g_array_free (spans, FALSE);
    }
  return self;
}

SbBlock *
sb_block_new_in_language (const SbBlock *block,
                          const char *language)
{
  g_autoptr (GArray) spans = NULL;
  SbBlock *self;

  g_return_val_if_fail (block != NULL, NULL);

  if (block->n_spans > 0)
    spans = g_array_new (FALSE, FALSE, sizeof (SbSpan));
  for (guint i = 0; i < block->n_spans; i++)
    {
      SbSpan span = block->spans[i];

      span.target = g_strdup (span.target);
      g_array_append_val (spans, span);
    }
  self = sb_block_new (block->kind, block->level, block->page, block->text, g_steal_pointer (&spans));
  self->language = g_strdup (language);
  return self;
}

SbBlock *
sb_block_ref (SbBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_block (gpointer data)
{
  SbBlock *self = data;

  for (guint i = 0; i < self->n_spans; i++)
    g_free (self->spans[i].target);
  g_free (self->spans);
  g_free (self->text);
  g_free (self->language);
}

void
sb_block_unref (SbBlock *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_block);
}

SbBlockKind
sb_block_get_kind (const SbBlock *self)
{
  g_return_val_if_fail (self != NULL, SB_BLOCK_PARAGRAPH);

  return self->kind;
}

guint
sb_block_get_level (const SbBlock *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->level;
}

guint
sb_block_get_page (const SbBlock *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->page;
}

const char *
sb_block_get_text (const SbBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

const char *
sb_block_get_language (const SbBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

const SbSpan *
sb_block_get_spans (const SbBlock *self,
                    guint *n_spans)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_spans != NULL, NULL);

  *n_spans = self->n_spans;
  return self->spans;
}

const char *
sb_block_kind_get_name (SbBlockKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

gboolean
sb_block_kind_parse (const char *name,
                     SbBlockKind *kind)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    {
      if (g_str_equal (kind_names[i], name))
        {
          *kind = (SbBlockKind) i;
          return TRUE;
        }
    }
  return FALSE;
}

char *
sb_blocks_join (GPtrArray *blocks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const SbBlock *block = g_ptr_array_index (blocks, i);

      if (i > 0)
        g_string_append (text, "\n\n");
      g_string_append (text, block->text);
    }
  return g_string_free (text, FALSE);
}
