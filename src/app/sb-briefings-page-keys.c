/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefings-page-private.h"

#include "sb-block-key.h"
#include "sb-map-frame.h"
#include "sb-seen.h"

#include <glib/gi18n.h>

static void
key_edited_cb (SbBriefingsPage *self,
               const char *key,
               const char *value)
{
  const char *name = sb_section_editor_get_block (self->editor);

  if (self->outline != NULL && name != NULL)
    _sb_briefings_page_take_edit (self, sb_outline_set_key (self->outline, name, key, value), _ ("Change a block"));
}

/* As one unit of work. */
static void
view_requested_cb (SbBriefingsPage *self)
{
  const char *name = sb_section_editor_get_block (self->editor);
  const SbOutlineEntry *entry = self->outline != NULL && name != NULL ? sb_outline_find (self->outline, name) : NULL;
  SbMapView *view = sb_map_frame_find_view (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (SbOutline) outline = NULL;

  if (entry == NULL)
    return;
  if (view == NULL)
    {
      sb_page_show_message (SB_PAGE (self), _ ("No map was looked at yet: open the page Map first."));
      return;
    }

  keys = sb_block_key_list (entry->kind);
  outline = sb_outline_ref (self->outline);
  for (guint i = 0; i < keys->len; i++)
    {
      const SbBlockKey *key = g_ptr_array_index (keys, i);
      g_autofree char *value = sb_map_frame_dup_key (view, key->name);
      g_autoptr (SbRecord) edited = value != NULL ? sb_outline_set_key (outline, name, key->name, value) : NULL;

      if (edited == NULL)
        continue;
      sb_outline_unref (outline);
      outline = sb_outline_new (self->template, edited);
    }
  _sb_briefings_page_take_edit (self, g_object_ref (sb_outline_get_briefing (outline)), _ ("Take the view of the map"));
  _sb_briefings_page_flush (self);
}

void
_sb_briefings_page_init_keys (SbBriefingsPage *self)
{
  self->form = SB_BLOCK_FORM (sb_block_form_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->form), FALSE);
  sb_section_editor_set_form (self->editor, GTK_WIDGET (self->form));
  g_signal_connect_object (self->form, "key-edited", G_CALLBACK (key_edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "view-requested", G_CALLBACK (view_requested_cb), self, G_CONNECT_SWAPPED);
}

void
_sb_briefings_page_connect_keys (SbBriefingsPage *self)
{
  sb_block_form_set_up (self->form, sb_page_get_catalogue (SB_PAGE (self)), sb_page_preview_get_worker (self->preview));
}

/* A strip has the same figures in both languages. */
void
_sb_briefings_page_update_keys (SbBriefingsPage *self)
{
  const char *name = sb_section_editor_get_block (self->editor);
  SbEdition *edition = NULL;

  for (SbLanguage language = 0; language < SB_N_LANGUAGES && edition == NULL; language++)
    edition = sb_live_edition_get (self->live, language);
  sb_block_form_set_key_figures (self->form, edition != NULL && name != NULL ? sb_edition_get_key_figures (edition, name) : NULL);
}

void
_sb_briefings_page_show_keys (SbBriefingsPage *self)
{
  sb_block_form_show (self->form, self->outline, sb_outline_list_get_chosen (self->outline_list));
  sb_seen_set (GTK_WIDGET (self->form), sb_block_form_has_keys (self->form));
}

gboolean
_sb_briefings_page_add_key_figure (SbBriefingsPage *self,
                                   SbRecord *record)
{
  if (sb_record_get_kind (record) != SB_KIND_FIGURE || !sb_block_form_add_key_figure (self->form, record))
    return FALSE;

  _sb_briefings_page_flush (self);
  return TRUE;
}
