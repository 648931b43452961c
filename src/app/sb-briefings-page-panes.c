/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefings-page-private.h"

#include "sb-seen.h"

/* Outline, pages, text and tray stand side by side; where there is no room for that, one
 * of them is shown at a time. */

static void
update_panes (SbBriefingsPage *self)
{
  gboolean is_folded = sb_fold_box_is_folded (self->fold);
  gboolean has_pages = !is_folded || self->pane == SB_BRIEFINGS_PANE_PAGES;
  gboolean has_text = !is_folded || self->pane == SB_BRIEFINGS_PANE_TEXT;

  sb_seen_set (self->panes, is_folded);
  sb_seen_set (GTK_WIDGET (self->outline_list), !is_folded || self->pane == SB_BRIEFINGS_PANE_OUTLINE);
  sb_seen_set (GTK_WIDGET (self->preview), has_pages);
  sb_seen_set (self->text, has_text);
  sb_seen_set (GTK_WIDGET (self->text_paned), has_pages || has_text);
  sb_seen_set (self->side_box, !is_folded || self->pane == SB_BRIEFINGS_PANE_SIDE);
  sb_seen_set (GTK_WIDGET (self->tray_paned), !is_folded || self->pane != SB_BRIEFINGS_PANE_OUTLINE);
}

void
_sb_briefings_page_show_pane (SbBriefingsPage *self,
                              SbBriefingsPane pane)
{
  if (pane == self->pane)
    return;

  self->pane = pane;
  gtk_toggle_button_set_active (self->pane_buttons[pane], TRUE);
  update_panes (self);
}

static void
pane_toggled_cb (SbBriefingsPage *self,
                 GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;

  for (SbBriefingsPane pane = 0; pane < SB_N_BRIEFINGS_PANES; pane++)
    if (button == self->pane_buttons[pane])
      _sb_briefings_page_show_pane (self, pane);
}

static void
folded_cb (SbBriefingsPage *self)
{
  update_panes (self);
}

void
_sb_briefings_page_class_init_panes (GtkWidgetClass *widget_class)
{
  static const char *const names[SB_N_BRIEFINGS_PANES] = { "show_outline", "show_pages", "show_text", "show_side" };

  g_type_ensure (SB_TYPE_FOLD_BOX);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, fold);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, panes);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, text);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, side_box);
  for (guint i = 0; i < SB_N_BRIEFINGS_PANES; i++)
    gtk_widget_class_bind_template_child_full (widget_class, names[i], FALSE,
                                               G_STRUCT_OFFSET (SbBriefingsPage, pane_buttons) + (gssize) (i * sizeof (gpointer)));
  gtk_widget_class_bind_template_callback (widget_class, pane_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
}
