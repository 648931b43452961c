/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefings-page-private.h"

#include "sb-block-words.h"
#include "sb-briefing-issuing.h"
#include "sb-briefing.h"
#include "sb-figure-list.h"
#include "sb-map-view.h"

#include <glib/gi18n.h>
#include <string.h>

#define ALL_LANGUAGES ((1u << SB_LANGUAGE_FR) | (1u << SB_LANGUAGE_EN))

/* What a block of a kind needs to be told before it prints something. */
static const struct
{
  const char *kind;
  const char *keys;
} first_keys[] = {
  { "items", "Records=event\nMost=8" },
  { "table", "Records=restriction" },
};

/* Kinds that a person does not add: they are there, or stand for others. */
static const char *const kept_kinds[] = { "masthead", "cover", "back", "columns", "correction", NULL };

static void
choose_and_show (SbBriefingsPage *self)
{
  _sb_briefings_page_show_blocks (self);
  _sb_briefings_page_mark_block (self, TRUE);
}

static void
block_chosen_cb (SbBriefingsPage *self,
                 const char *name)
{
  choose_and_show (self);
}

static void
block_moved_cb (SbBriefingsPage *self,
                const char *name,
                const char *parent,
                guint position)
{
  _sb_briefings_page_take_edit (self, sb_outline_move (self->outline, name, parent, position), _ ("Move a block"));
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
  sb_section_editor_focus_title (self->editor);
}

static void
block_opened_cb (SbBriefingsPage *self,
                 const char *name)
{
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

void
_sb_briefings_page_mark_block (SbBriefingsPage *self,
                               gboolean is_sought)
{
  const char *name = sb_outline_list_get_chosen (self->outline_list);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (SbPreviewPlace));
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
        }
    }
  sb_page_preview_set_marked (self->preview, (const SbPreviewPlace *) (gpointer) places->data, places->len);
}

/* A click on a paragraph that was written puts the cursor there. */
static void
point_chosen_cb (SbBriefingsPage *self,
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
          sb_text_editor_go_to_line (sb_section_editor_get_editor (self->editor, language), place->line);
          sb_section_editor_focus_text (self->editor, language);
        }
      return;
    }
}

void
_sb_briefings_page_choose_block (SbBriefingsPage *self,
                                 const char *name)
{
  sb_outline_list_choose (self->outline_list, name);
  _sb_briefings_page_show_blocks (self);
  _sb_briefings_page_mark_block (self, FALSE);
}

guint
_sb_briefings_page_get_languages (SbBriefingsPage *self)
{
  guint languages = 0;

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    if (sb_briefing_is_printed_in (self->briefing, (SbLanguage) i))
      languages |= 1u << i;

  return languages;
}

void
_sb_briefings_page_show_blocks (SbBriefingsPage *self)
{
  const char *chosen;

  sb_outline_list_set_outline (self->outline_list, self->outline, self->language);
  chosen = sb_outline_list_get_chosen (self->outline_list);
  sb_section_editor_show (self->editor, self->outline, chosen, self->briefing != NULL ? _sb_briefings_page_get_languages (self) : 0);
  sb_composer_tray_set_writable (self->tray, sb_section_editor_is_writable (self->editor));
  _sb_briefings_page_update_stale (self);
}

static const char *
find_keys (SbTemplateBlockKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (first_keys); i++)
    if (g_str_equal (first_keys[i].kind, sb_template_get_block_name (kind)))
      return first_keys[i].keys;

  return NULL;
}

/* The place behind the block that is chosen. */
static guint
find_next_position (SbBriefingsPage *self,
                    const SbOutlineEntry *chosen)
{
  guint position = 0;

  for (guint i = 0; chosen != NULL && i < sb_outline_get_n_entries (self->outline); i++)
    {
      const SbOutlineEntry *entry = sb_outline_get_entry (self->outline, i);

      if (g_strcmp0 (entry->parent, chosen->parent) == 0)
        position++;
      if (entry == chosen)
        return position;
    }

  return G_MAXUINT;
}

/* With its heading in both languages; a text has none of its own. */
static SbRecord *
add_block (SbBriefingsPage *self,
           SbTemplateBlockKind kind,
           const char *name,
           const char *keys,
           const char *parent,
           guint position)
{
  SbRecord *briefing = sb_outline_add (self->outline, kind, name, keys, parent, position);

  for (guint i = 0; i < SB_N_LANGUAGES && briefing != NULL && kind != SB_TEMPLATE_BLOCK_TEXT; i++)
    {
      g_autoptr (SbRecord) bare = briefing;
      g_autoptr (SbOutline) outline = sb_outline_new (self->template, bare);

      briefing = sb_outline_set_title (outline, name, (SbLanguage) i, sb_block_words_get_kind (kind, (SbLanguage) i));
    }

  return briefing;
}

/* The block is chosen then. */
static void
add_and_choose (SbBriefingsPage *self,
                SbTemplateBlockKind kind,
                const char *keys,
                const char *parent,
                guint position)
{
  g_autofree char *name = sb_outline_dup_free_name (self->outline, kind);

  _sb_briefings_page_take_edit (self, add_block (self, kind, name, keys, parent, position), _ ("Add a block"));
  _sb_briefings_page_flush (self);
  if (sb_outline_find (self->outline, name) == NULL)
    {
      sb_page_show_message (SB_PAGE (self), _ ("This template cannot take such a block."));
      return;
    }

  sb_outline_list_choose (self->outline_list, name);
  choose_and_show (self);
  if (kind == SB_TEMPLATE_BLOCK_TEXT)
    sb_section_editor_focus_title (self->editor);
}

static void
add_behind_chosen (SbBriefingsPage *self,
                   SbTemplateBlockKind kind,
                   const char *keys)
{
  const char *name = sb_outline_list_get_chosen (self->outline_list);
  const SbOutlineEntry *chosen = name != NULL ? sb_outline_find (self->outline, name) : NULL;
  g_autofree char *parent = NULL;

  if (chosen != NULL && chosen->is_lost)
    chosen = NULL;
  parent = chosen != NULL ? g_strdup (chosen->parent) : NULL;
  add_and_choose (self, kind, keys, parent, find_next_position (self, chosen));
}

static void
kind_activated_cb (SbBriefingsPage *self,
                   GtkListBoxRow *row)
{
  SbTemplateBlockKind kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "sb-kind"));

  gtk_menu_button_popdown (self->add_button);
  if (self->outline != NULL)
    add_behind_chosen (self, kind, find_keys (kind));
}

static gboolean
find_kind (SbFigureRow *figure,
           SbTemplateBlockKind *kind)
{
  for (guint i = 0; i < SB_N_TEMPLATE_BLOCKS; i++)
    if (g_str_equal (sb_template_get_block_name ((SbTemplateBlockKind) i), sb_figure_row_get_kind (figure)))
      {
        *kind = (SbTemplateBlockKind) i;
        return TRUE;
      }

  return FALSE;
}

/* The first map below @widget that has been looked at. */
static SbMapView *
find_map (GtkWidget *widget)
{
  SbMapView *found = NULL;

  if (SB_IS_MAP_VIEW (widget) && gtk_widget_get_width (widget) > 0)
    return SB_MAP_VIEW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_map (child);
  return found;
}

/* "Extent=-12.50,10.00,4.50,25.00"; as the map of the period where none was looked at. */
static char *
dup_figure_keys (SbBriefingsPage *self,
                 SbFigureRow *figure)
{
  SbMapView *map = sb_figure_row_is_of_view (figure) ? find_map (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)))) : NULL;
  SbBounds bounds = map != NULL ? sb_map_view_get_bounds (map) : sb_bounds_empty ();
  double edges[] = { bounds.west, bounds.south, bounds.east, bounds.north };
  GString *keys;

  if (map == NULL || sb_bounds_is_empty (&bounds))
    return g_strdup (sb_figure_row_get_keys (figure));

  keys = g_string_new ("Extent=");
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (keys, "%s%s", i > 0 ? "," : "", g_ascii_formatd (number, sizeof number, "%.2f", edges[i]));
    }
  return g_string_free (keys, FALSE);
}

static void
figure_requested_cb (SbBriefingsPage *self,
                     SbFigureRow *figure)
{
  g_autofree char *keys = dup_figure_keys (self, figure);
  SbTemplateBlockKind kind;

  if (self->outline != NULL && find_kind (figure, &kind))
    add_behind_chosen (self, kind, keys);
}

static void
figure_dropped_cb (SbBriefingsPage *self,
                   SbFigureRow *figure,
                   const char *parent,
                   guint position)
{
  g_autofree char *keys = dup_figure_keys (self, figure);
  SbTemplateBlockKind kind;

  if (self->outline != NULL && find_kind (figure, &kind))
    add_and_choose (self, kind, keys, parent, position);
}

static GtkWidget *
create_kind_row (SbTemplateBlockKind kind)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (sb_block_words_get_kind (kind, sb_language_get_interface ()));
  GtkWidget *summary = gtk_label_new (sb_block_words_get_summary (kind));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (summary), 0);
  gtk_label_set_wrap (GTK_LABEL (summary), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (summary), 38);
  gtk_widget_add_css_class (summary, "caption");
  gtk_widget_add_css_class (summary, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), summary);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "sb-kind", GUINT_TO_POINTER (kind));
  return row;
}

/* A text first; the others as they come in a document. */
void
_sb_briefings_page_init_blocks (SbBriefingsPage *self)
{
  gtk_list_box_append (self->kinds, create_kind_row (SB_TEMPLATE_BLOCK_TEXT));
  for (guint i = 0; i < SB_N_TEMPLATE_BLOCKS; i++)
    if (i != SB_TEMPLATE_BLOCK_TEXT && !g_strv_contains (kept_kinds, sb_template_get_block_name ((SbTemplateBlockKind) i)))
      gtk_list_box_append (self->kinds, create_kind_row ((SbTemplateBlockKind) i));
}

void
_sb_briefings_page_class_init_blocks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, outline_list);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, kinds);
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
  gtk_widget_class_bind_template_callback (widget_class, kind_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, figure_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, figure_dropped_cb);
}
