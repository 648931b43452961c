/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefings-page-private.h"

#include "sb-block-words.h"
#include "sb-figure-list.h"
#include "sb-map-frame.h"
#include "sb-spoken-name.h"

#include <glib/gi18n.h>

/* What a block of a kind needs to be told before it prints something. */
static const struct
{
  const char *kind;
  const char *keys;
} first_keys[] = {
  { "items", "Records=event\nMost=8" },
  { "table", "Records=restriction" },
  { "figures", "Most=4" },
};

/* Kinds that a person does not add: they are there, or stand for others. */
static const char *const kept_kinds[] = { "masthead", "cover", "back", "columns", "correction", NULL };

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
  _sb_briefings_page_show_chosen (self);
  self->seeks_chosen = TRUE;
  if (kind == SB_TEMPLATE_BLOCK_TEXT)
    {
      _sb_briefings_page_show_pane (self, SB_BRIEFINGS_PANE_TEXT);
      sb_section_editor_focus_title (self->editor);
    }
}

/* (nullable) what something new goes behind. */
static const SbOutlineEntry *
find_chosen (SbBriefingsPage *self)
{
  const char *name = sb_outline_list_get_chosen (self->outline_list);
  const SbOutlineEntry *chosen = name != NULL ? sb_outline_find (self->outline, name) : NULL;

  return chosen != NULL && !chosen->is_lost ? chosen : NULL;
}

static void
add_behind_chosen (SbBriefingsPage *self,
                   SbTemplateBlockKind kind,
                   const char *keys)
{
  const SbOutlineEntry *chosen = find_chosen (self);
  g_autofree char *parent = NULL;

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

/* What the map in view is told by; as the map of the period where none was looked at. */
static char *
dup_figure_keys (SbBriefingsPage *self,
                 SbFigureRow *figure)
{
  static const char *const names[] = { "Extent", "Layers", "Ways", "Period", "AsOf" };
  SbMapView *view = sb_figure_row_is_of_view (figure) ? sb_map_frame_find_view (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)))) : NULL;
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; view != NULL && i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *value = sb_map_frame_dup_key (view, names[i]);

      if (value != NULL)
        g_string_append_printf (keys, "%s%s=%s", keys->len > 0 ? "\n" : "", names[i], value);
    }

  return g_strdup (keys->len > 0 ? keys->str : sb_figure_row_get_keys (figure));
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

/* Behind the block that it is dropped on. */
static void
figure_on_page_cb (SbBriefingsPage *self,
                   SbFigureRow *figure,
                   guint sheet,
                   double x,
                   double y)
{
  _sb_briefings_page_choose_point (self, sheet, x, y);
  figure_requested_cb (self, figure);
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
  sb_spoken_name_row (row);
  return row;
}

/* What is written in each language of the briefing; the other one says nothing of it. */
static SbRecord *
write_texts (SbBriefingsPage *self,
             SbRecord *added,
             const char *name,
             const char *const *texts)
{
  guint languages = _sb_briefings_page_get_languages (self);

  for (guint i = 0; i < SB_N_LANGUAGES && added != NULL; i++)
    if ((languages & 1u << i) != 0)
      {
        g_autoptr (SbRecord) bare = added;
        g_autoptr (SbOutline) outline = sb_outline_new (self->template, bare);

        added = sb_outline_set_text (outline, name, (SbLanguage) i, texts[i]);
      }

  return added;
}

void
_sb_briefings_page_add_text (SbBriefingsPage *self,
                             const char *const *texts)
{
  const SbOutlineEntry *chosen = find_chosen (self);
  g_autofree char *parent = chosen != NULL ? g_strdup (chosen->parent) : NULL;

  _sb_briefings_page_add_text_at (self, texts, parent, find_next_position (self, chosen));
}

void
_sb_briefings_page_add_text_at (SbBriefingsPage *self,
                                const char *const *texts,
                                const char *parent,
                                guint position)
{
  g_autofree char *name = sb_outline_dup_free_name (self->outline, SB_TEMPLATE_BLOCK_TEXT);
  SbRecord *added = sb_outline_add (self->outline, SB_TEMPLATE_BLOCK_TEXT, name, NULL, parent, position);

  _sb_briefings_page_take_edit (self, write_texts (self, added, name, texts), _ ("Put into the briefing"));
  _sb_briefings_page_flush (self);
  if (sb_outline_find (self->outline, name) == NULL)
    {
      sb_page_show_message (SB_PAGE (self), _ ("This template cannot take such a block."));
      return;
    }

  sb_outline_list_choose (self->outline_list, name);
  _sb_briefings_page_show_chosen (self);
  self->seeks_chosen = TRUE;
}

/* A text first; the others as they come in a document. */
void
_sb_briefings_page_init_adding (SbBriefingsPage *self)
{
  gtk_list_box_append (self->kinds, create_kind_row (SB_TEMPLATE_BLOCK_TEXT));
  for (guint i = 0; i < SB_N_TEMPLATE_BLOCKS; i++)
    if (i != SB_TEMPLATE_BLOCK_TEXT && !g_strv_contains (kept_kinds, sb_template_get_block_name ((SbTemplateBlockKind) i)))
      gtk_list_box_append (self->kinds, create_kind_row ((SbTemplateBlockKind) i));
}

void
_sb_briefings_page_class_init_adding (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, kinds);
  gtk_widget_class_bind_template_callback (widget_class, kind_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, figure_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, figure_dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, figure_on_page_cb);
}
