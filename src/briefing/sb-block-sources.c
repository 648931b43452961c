/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-block-kind-private.h"

#include "sb-translate.h"

/* What did not find room on its pages or in its blocks, in a quiet line under the
 * sources. */
static void
take_omissions (SbComposer *self)
{
  g_autoptr (GPtrArray) left_out = _sb_selection_list_left_out (self->selection, self->n_dropped);
  g_autofree char *text = NULL;

  if (left_out->len == 0)
    return;

  if (sb_template_get_max_pages (self->template) == 0)
    text = g_strdup_printf (sb_translate_plural (self->language, "%u item on record is not told here.", "%u items on record are not told here.", left_out->len), left_out->len);
  else
    text = g_strdup_printf (sb_translate_plural (self->language, "%u item was left out for want of room.",
                                                 "%u items were left out for want of room.", left_out->len),
                            left_out->len);
  _sb_composer_take (self, sb_piece_new_for_role (SB_ROLE_LINE, sb_rich_text_new_from_markup (text, self->language)));
}

/* Where the notes are at the foot of pages, the list is for looking up, and has no
 * numbers that marks could be taken to lead to. */
void
_sb_block_compose_sources (SbComposer *self,
                           const SbTemplateBlock *block)
{
  gboolean is_numbered = !sb_citations_are_at_foot (self->citations);
  guint n_sources = sb_citations_get_n_sources (self->citations);
  SbPiece *references;

  _sb_composer_take_heading (self, block);
  if (n_sources == 0)
    _sb_composer_take_text (self, SB_PIECE_PARAGRAPH, 0, sb_translate (self->language, "No source is cited."));

  references = sb_piece_new (SB_PIECE_REFERENCES, 0, NULL);
  for (guint i = 1; i <= n_sources; i++)
    {
      g_autofree char *reference = sb_citations_dup_reference (self->citations, i);
      g_autofree char *grade = sb_citations_dup_grade (self->citations, i);
      g_autofree char *graded = g_strdup_printf (grade[0] != '\0' ? "%s \\[%s]" : "%s%s", reference, grade);
      SbPiece *item = _sb_composer_new_text (self, SB_PIECE_ITEM, 1, graded);

      sb_piece_set_reference (item, is_numbered ? i : 0, sb_citations_get_uri (self->citations, i));
      sb_piece_append (references, item);
    }
  _sb_composer_take (self, references);
  take_omissions (self);
}
