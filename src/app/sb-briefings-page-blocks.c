/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefings-page-private.h"

#include "sb-briefing.h"

#include <glib/gi18n.h>
#include <string.h>

#define ALL_LANGUAGES ((1u << SB_LANGUAGE_FR) | (1u << SB_LANGUAGE_EN))

void
_sb_briefings_page_show_chosen (SbBriefingsPage *self)
{
  _sb_briefings_page_show_blocks (self);
  _sb_briefings_page_mark_block (self, TRUE);
}

static void
block_chosen_cb (SbBriefingsPage *self,
                 const char *name)
{
  self->seeks_chosen = FALSE;
  _sb_briefings_page_show_chosen (self);
}

static void
block_moved_cb (SbBriefingsPage *self,
                const char *name,
                const char *parent,
                guint position)
{
  _sb_briefings_page_take_edit (self, sb_outline_move (self->outline, name, parent, position), _ ("Move a block"));
  _sb_briefings_page_choose_block (self, name);
  self->seeks_chosen = TRUE;
}

static void
block_toggled_cb (SbBriefingsPage *self,
                  const char *name)
{
  const SbOutlineEntry *entry = sb_outline_find (self->outline, name);

  if (entry == NULL)
    return;

  if (entry->is_hidden)
    _sb_briefings_page_take_edit (self, sb_outline_show (self->outline, name), _ ("Show a block"));
  else
    _sb_briefings_page_take_edit (self, sb_outline_hide (self->outline, name), _ ("Hide a block"));
}

static void
block_removed_cb (SbBriefingsPage *self,
                  const char *name)
{
  _sb_briefings_page_take_edit (self, sb_outline_remove (self->outline, name), _ ("Remove a block"));
  _sb_briefings_page_flush (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->outline_list));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-undoable", "s", _ ("The block is removed."));
}

static void
block_renamed_cb (SbBriefingsPage *self,
                  const char *name)
{
  _sb_briefings_page_show_pane (self, SB_BRIEFINGS_PANE_TEXT);
  sb_section_editor_focus_title (self->editor);
}

static void
block_opened_cb (SbBriefingsPage *self,
                 const char *name)
{
  _sb_briefings_page_show_pane (self, SB_BRIEFINGS_PANE_TEXT);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
title_edited_cb (SbBriefingsPage *self,
                 int language,
                 const char *title)
{
  const char *name = sb_section_editor_get_block (self->editor);

  if (self->outline != NULL && name != NULL)
    _sb_briefings_page_take_edit (self, sb_outline_set_title (self->outline, name, (SbLanguage) language, title), _ ("Edit a heading"));
}

/* A text of the template that is changed in one language is kept in the other one. */
static SbRecord *
set_text (SbBriefingsPage *self,
          const char *name,
          SbLanguage language,
          const char *text)
{
  SbLanguage other = language == SB_LANGUAGE_FR ? SB_LANGUAGE_EN : SB_LANGUAGE_FR;
  const SbOutlineEntry *entry = sb_outline_find (self->outline, name);
  const char *kept = entry != NULL ? sb_outline_get_text (self->outline, name, other) : NULL;
  g_autoptr (SbRecord) half = NULL;
  g_autoptr (SbOutline) outline = NULL;

  if (kept == NULL || text[0] == '\0' || sb_record_has (entry->section, SB_BRIEFING_SECTION_TEXT))
    return sb_outline_set_text (self->outline, name, language, text);

  half = sb_outline_set_text (self->outline, name, other, kept);
  if (half == NULL)
    return NULL;

  outline = sb_outline_new (self->template, half);
  return sb_outline_set_text (outline, name, language, text);
}

static void
text_edited_cb (SbBriefingsPage *self,
                int language,
                const char *text)
{
  const char *name = sb_section_editor_get_block (self->editor);

  if (self->outline == NULL || name == NULL)
    return;

  self->follows_text = TRUE;
  _sb_briefings_page_take_edit (self, set_text (self, name, (SbLanguage) language, text), _ ("Edit a text"));
}

static void
fill_requested_cb (SbBriefingsPage *self)
{
  const char *name = sb_section_editor_get_block (self->editor);

  if (self->outline == NULL || name == NULL)
    return;

  _sb_briefings_page_take_edit (self, sb_outline_fill (self->outline, name), _ ("Fill a block again"));
  _sb_briefings_page_flush (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-undoable", "s", _ ("The block is filled from the catalogue again."));
}

static void
filled_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (SbBriefingsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbBilingual) made = sb_live_edition_fill_finish (SB_LIVE_EDITION (object), result, &error);
  const char *name = sb_section_editor_get_block (self->editor);

  if (self->outline == NULL || name == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  if (made == NULL)
    {
      sb_page_show_message (SB_PAGE (self), _ ("There is nothing in this block that could be a text."));
      return;
    }

  _sb_briefings_page_take_edit (self, sb_outline_take_over (self->outline, name, made), _ ("Write a block by hand"));
  _sb_briefings_page_flush (self);
  _sb_briefings_page_show_pane (self, SB_BRIEFINGS_PANE_TEXT);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
write_requested_cb (SbBriefingsPage *self)
{
  const char *name = sb_section_editor_get_block (self->editor);

  if (self->outline != NULL && name != NULL)
    sb_live_edition_fill_async (self->live, self->outline, name, filled_cb, g_object_ref (self));
}

static void
cite_requested_cb (SbBriefingsPage *self)
{
  _sb_briefings_page_show_pane (self, SB_BRIEFINGS_PANE_SIDE);
  gtk_stack_set_visible_child_name (self->side, "tray");
  sb_composer_tray_focus_search (self->tray);
}

/* Sheets are numbered through both editions. */
static guint
count_sheets_before (SbBriefingsPage *self,
                     SbLanguage language)
{
  SbEdition *first = language == SB_LANGUAGE_EN ? sb_live_edition_get (self->live, SB_LANGUAGE_FR) : NULL;

  return first != NULL ? sb_sheets_get_n_sheets (sb_edition_get_sheets (first)) : 0;
}

static SbPreviewPlace
to_preview (const SbSheetPlace *place,
            guint n_before)
{
  return (SbPreviewPlace) { place->sheet + n_before,
                            GRAPHENE_RECT_INIT ((float) place->x, (float) place->y, (float) place->width, (float) place->height) };
}

/* One rectangle for each sheet that the block reaches. */
static void
append_places (GArray *places,
               SbSheets *sheets,
               const char *name,
               guint n_before)
{
  guint n_parts;
  const SbSheetPlace *parts = sb_sheets_get_places (sheets, &n_parts);
  guint begin = places->len;

  for (guint i = 0; i < n_parts; i++)
    {
      SbPreviewPlace part = to_preview (&parts[i], n_before);
      SbPreviewPlace *last = places->len > begin ? &g_array_index (places, SbPreviewPlace, places->len - 1) : NULL;

      if (g_strcmp0 (parts[i].block, name) != 0)
        continue;
      if (last != NULL && last->sheet == part.sheet)
        graphene_rect_union (&last->rect, &part.rect, &last->rect);
      else
        g_array_append_val (places, part);
    }
}

/* The line of the text that the cursor is in; 0 where there is no text. */
static guint
find_line (SbBriefingsPage *self,
           SbLanguage language)
{
  SbTextEditor *editor = sb_section_editor_get_editor (self->editor, language);

  return sb_section_editor_is_writable (self->editor) ? sb_text_editor_get_line (editor) : 0;
}

gboolean
_sb_briefings_page_mark_block (SbBriefingsPage *self,
                               gboolean is_sought)
{
  const char *name = sb_outline_list_get_chosen (self->outline_list);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (SbPreviewPlace));
  gboolean is_found = FALSE;
  SbLanguage wanted = self->languages == ALL_LANGUAGES ? sb_text_editor_get_language (sb_section_editor_get_current (self->editor)) : self->language;

  for (guint i = 0; i < SB_N_LANGUAGES && name != NULL; i++)
    {
      SbEdition *edition = sb_live_edition_get (self->live, (SbLanguage) i);
      guint n_before = count_sheets_before (self, (SbLanguage) i);
      SbSheetPlace place;

      if (edition == NULL)
        continue;
      append_places (places, sb_edition_get_sheets (edition), name, n_before);
      if (!is_sought || i != wanted)
        continue;
      if (sb_sheets_find_block (sb_edition_get_sheets (edition), name, self->follows_text ? find_line (self, wanted) : 0, &place) ||
          sb_sheets_find_block (sb_edition_get_sheets (edition), name, 0, &place))
        {
          SbPreviewPlace shown = to_preview (&place, n_before);

          sb_page_preview_show_place (self->preview, &shown);
          is_found = TRUE;
        }
    }
  sb_page_preview_set_marked (self->preview, (const SbPreviewPlace *) (gpointer) places->data, places->len);

  return is_found;
}

/* A click on a paragraph that was written puts the cursor there. */
void
_sb_briefings_page_choose_point (SbBriefingsPage *self,
                                 guint sheet,
                                 double x,
                                 double y)
{
  for (guint i = SB_N_LANGUAGES; i > 0; i--)
    {
      SbLanguage language = (SbLanguage) (i - 1);
      SbEdition *edition = sb_live_edition_get (self->live, language);
      guint n_before = count_sheets_before (self, language);
      const SbSheetPlace *place;

      if (edition == NULL || sheet < n_before || sheet - n_before >= sb_sheets_get_n_sheets (sb_edition_get_sheets (edition)))
        continue;

      place = sb_sheets_find_at (sb_edition_get_sheets (edition), sheet - n_before, x, y);
      if (place == NULL)
        return;

      _sb_briefings_page_choose_block (self, place->block);
      if (place->line > 0 && sb_section_editor_is_writable (self->editor))
        {
          _sb_briefings_page_show_pane (self, SB_BRIEFINGS_PANE_TEXT);
          sb_text_editor_go_to_line (sb_section_editor_get_editor (self->editor, language), place->line);
          sb_section_editor_focus_text (self->editor, language);
        }
      return;
    }
}

static void
point_chosen_cb (SbBriefingsPage *self,
                 guint sheet,
                 double x,
                 double y)
{
  _sb_briefings_page_choose_point (self, sheet, x, y);
}

void
_sb_briefings_page_choose_block (SbBriefingsPage *self,
                                 const char *name)
{
  sb_outline_list_choose (self->outline_list, name);
  _sb_briefings_page_show_blocks (self);
  _sb_briefings_page_mark_block (self, FALSE);
}

void
_sb_briefings_page_show_blocks (SbBriefingsPage *self)
{
  const char *chosen;

  sb_outline_list_set_outline (self->outline_list, self->outline, self->language);
  chosen = sb_outline_list_get_chosen (self->outline_list);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->comment), chosen != NULL ? _ ("Comment on this block") : _ ("Comment on the briefing"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->comment), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  chosen != NULL ? _ ("Comment on this block") : _ ("Comment on the briefing"), -1);
  _sb_briefings_page_show_keys (self);
  sb_section_editor_show (self->editor, self->outline, chosen, self->briefing != NULL ? _sb_briefings_page_get_languages (self) : 0);
  _sb_briefings_page_update_keys (self);
  sb_composer_tray_set_writable (self->tray, sb_section_editor_is_writable (self->editor));
  _sb_briefings_page_update_stale (self);
}

void
_sb_briefings_page_class_init_blocks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, outline_list);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, preview);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, editor);
  gtk_widget_class_bind_template_callback (widget_class, block_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, block_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, block_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, block_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, block_renamed_cb);
  gtk_widget_class_bind_template_callback (widget_class, block_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, fill_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, write_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, cite_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, point_chosen_cb);
}
