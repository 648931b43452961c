/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-composition.h"

struct _SbComposition
{
  gatomicrefcount ref_count;
  SbLanguage language;
  GPtrArray *pieces; /* (owned) (element-type SbPiece) */
  char *properties[SB_N_PROPERTIES]; /* (owned) (nullable) */
  SbPageLayoutId layout;
  gboolean is_duplex;
  GPtrArray *notes; /* (owned) (element-type SbRichText) */
  GPtrArray *short_notes; /* (owned) (element-type SbRichText) */
};

G_DEFINE_BOXED_TYPE (SbComposition, sb_composition, sb_composition_ref, sb_composition_unref)

SbComposition *
sb_composition_new (SbLanguage language)
{
  SbComposition *self = g_new0 (SbComposition, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->language = language;
  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_piece_unref);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_rich_text_unref);
  self->short_notes = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_rich_text_unref);

  return self;
}

SbComposition *
sb_composition_ref (SbComposition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sb_composition_unref (SbComposition *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < SB_N_PROPERTIES; i++)
    g_free (self->properties[i]);
  g_ptr_array_unref (self->pieces);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->short_notes);
  g_free (self);
}

void
sb_composition_append (SbComposition *self,
                       SbPiece *piece)
{
  g_return_if_fail (self != NULL && piece != NULL);

  g_ptr_array_add (self->pieces, piece);
}

void
sb_composition_set_property (SbComposition *self,
                             SbProperty property,
                             const char *value)
{
  g_return_if_fail (self != NULL && property < SB_N_PROPERTIES);

  g_free (self->properties[property]);
  self->properties[property] = value != NULL ? g_utf8_make_valid (value, -1) : NULL;
}

void
sb_composition_set_layout (SbComposition *self,
                           SbPageLayoutId layout,
                           gboolean is_duplex)
{
  g_return_if_fail (self != NULL);

  self->layout = layout;
  self->is_duplex = is_duplex;
}

void
sb_composition_add_note (SbComposition *self,
                         SbRichText *text,
                         SbRichText *short_text)
{
  g_return_if_fail (self != NULL && text != NULL && short_text != NULL);

  g_ptr_array_add (self->notes, text);
  g_ptr_array_add (self->short_notes, short_text);
}

void
sb_composition_move_last (SbComposition *self,
                          guint first,
                          guint position)
{
  g_return_if_fail (self != NULL && position <= first && first <= self->pieces->len);

  for (guint i = first; i < self->pieces->len; i++)
    g_ptr_array_insert (self->pieces, (int) (position + i - first), g_ptr_array_steal_index (self->pieces, i));
}

void
sb_composition_insert (SbComposition *self,
                       guint position,
                       SbPiece *piece)
{
  g_return_if_fail (self != NULL && piece != NULL && position <= self->pieces->len);

  g_ptr_array_insert (self->pieces, (int) position, piece);
}

void
sb_composition_remove (SbComposition *self,
                       guint position)
{
  g_return_if_fail (self != NULL && position < self->pieces->len);

  g_ptr_array_remove_index (self->pieces, position);
}

SbPageLayoutId
sb_composition_get_layout (const SbComposition *self)
{
  g_return_val_if_fail (self != NULL, SB_PAGE_LAYOUT_SHEET);

  return self->layout;
}

gboolean
sb_composition_is_duplex (const SbComposition *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_duplex;
}

guint
sb_composition_get_n_notes (const SbComposition *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->notes->len;
}

SbRichText *
sb_composition_get_note (const SbComposition *self,
                         guint number,
                         gboolean is_short)
{
  g_return_val_if_fail (self != NULL && number >= 1 && number <= self->notes->len, NULL);

  return g_ptr_array_index (is_short ? self->short_notes : self->notes, number - 1);
}

SbLanguage
sb_composition_get_language (const SbComposition *self)
{
  g_return_val_if_fail (self != NULL, SB_LANGUAGE_FR);

  return self->language;
}

guint
sb_composition_get_n_pieces (const SbComposition *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pieces->len;
}

SbPiece *
sb_composition_get_piece (const SbComposition *self,
                          guint position)
{
  g_return_val_if_fail (self != NULL && position < self->pieces->len, NULL);

  return g_ptr_array_index (self->pieces, position);
}

const char *
sb_composition_get_property (const SbComposition *self,
                             SbProperty property)
{
  g_return_val_if_fail (self != NULL && property < SB_N_PROPERTIES, "");

  return self->properties[property] != NULL ? self->properties[property] : "";
}

/* A word is what stands between spaces and holds a letter or a digit: a dash by
 * itself is none. */
static guint
count_words (const char *text)
{
  guint n_words = 0;
  gboolean in_word = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c))
        in_word = FALSE;
      else if (!in_word && g_unichar_isalnum (c))
        {
          in_word = TRUE;
          n_words++;
        }
    }

  return n_words;
}

static guint
count_piece_words (const SbPiece *piece)
{
  SbRichText *text = sb_piece_get_text (piece);
  guint n_words = text != NULL ? count_words (sb_rich_text_get_text (text)) : 0;

  for (guint i = 0; i < sb_piece_get_n_children (piece); i++)
    n_words += count_piece_words (sb_piece_get_child (piece, i));

  return n_words;
}

guint
sb_composition_count_words (const SbComposition *self)
{
  guint n_words = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->pieces->len; i++)
    n_words += count_piece_words (g_ptr_array_index (self->pieces, i));

  return n_words;
}
