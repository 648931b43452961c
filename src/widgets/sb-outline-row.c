/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-outline-row.h"

#include "sb-block-words.h"

#include <glib/gi18n.h>

/* Logical pixels. */
#define INDENT 16
#define MARGIN 6

struct _SbOutlineRow
{
  GtkListBoxRow parent_instance;

  char *shown; /* (owned) (nullable) all that it shows, as one text */
  char *name; /* (owned) (nullable) */
  guint n_comments;
  guint n_findings;

  GtkWidget *content;
  GtkLabel *heading;
  GtkLabel *caption;
  GtkLabel *missing;
  GtkLabel *findings;
  GtkWidget *hidden;
};

G_DEFINE_FINAL_TYPE (SbOutlineRow, sb_outline_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_findings (SbOutlineRow *self)
{
  guint n = self->n_comments + self->n_findings;
  g_autofree char *text = g_strdup_printf ("%u", n);
  g_autofree char *tip = g_strdup_printf (ngettext ("%u point to settle", "%u points to settle", n), n);

  gtk_widget_set_visible (GTK_WIDGET (self->findings), n > 0);
  gtk_label_set_label (self->findings, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->findings), tip);
}

static void
show_missing (SbOutlineRow *self,
              guint missing)
{
  gboolean lacks_fr = (missing & (1u << SB_LANGUAGE_FR)) != 0;
  gboolean lacks_en = (missing & (1u << SB_LANGUAGE_EN)) != 0;
  const char *tip = lacks_fr && lacks_en ? _ ("French and English are missing") : lacks_fr ? _ ("French is missing")
                                                                                           : _ ("English is missing");

  gtk_widget_set_visible (GTK_WIDGET (self->missing), missing != 0);
  gtk_label_set_label (self->missing, lacks_fr && lacks_en ? "FR EN" : lacks_fr ? "FR"
                                                                                : "EN");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->missing), tip);
}

static void
sb_outline_row_finalize (GObject *object)
{
  g_free (SB_OUTLINE_ROW (object)->name);
  g_free (SB_OUTLINE_ROW (object)->shown);

  G_OBJECT_CLASS (sb_outline_row_parent_class)->finalize (object);
}

static void
sb_outline_row_class_init (SbOutlineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sb_outline_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-outline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SbOutlineRow, content);
  gtk_widget_class_bind_template_child (widget_class, SbOutlineRow, heading);
  gtk_widget_class_bind_template_child (widget_class, SbOutlineRow, caption);
  gtk_widget_class_bind_template_child (widget_class, SbOutlineRow, missing);
  gtk_widget_class_bind_template_child (widget_class, SbOutlineRow, findings);
  gtk_widget_class_bind_template_child (widget_class, SbOutlineRow, hidden);
}

static void
sb_outline_row_init (SbOutlineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_missing (self, 0);
  show_findings (self);
}

GtkWidget *
sb_outline_row_new (void)
{
  return g_object_new (SB_TYPE_OUTLINE_ROW, NULL);
}

/* Whether it is to show something else than it does: with every key that is typed all of
 * the outline is told anew. */
static gboolean
is_new (SbOutlineRow *self,
        const SbOutlineEntry *entry,
        const char *name,
        const char *caption)
{
  g_autofree char *shown = g_strdup_printf ("%s\n%s\n%s\n%u %u %d %d %u %u", name, caption, entry->problem != NULL ? entry->problem : "", entry->depth,
                                            entry->level, entry->is_hidden, entry->is_lost, entry->missing, entry->n_comments);

  if (g_strcmp0 (shown, self->shown) == 0)
    return FALSE;

  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  return TRUE;
}

void
sb_outline_row_set_entry (SbOutlineRow *self,
                          const SbOutlineEntry *entry,
                          SbLanguage language)
{
  g_autofree char *name = NULL;
  g_autofree char *caption = NULL;

  g_return_if_fail (SB_IS_OUTLINE_ROW (self));
  g_return_if_fail (entry != NULL);

  name = sb_block_words_dup_name (entry, language);
  /* Translators: what a block is, and whether it is written by hand: “Facts · automatic”. */
  caption = g_strdup_printf (C_ ("block", "%s · %s"), sb_block_words_get_kind (entry->kind, sb_language_get_interface ()), sb_block_words_get_state (entry));

  g_free (self->name);
  self->name = g_strdup (entry->name);
  if (!is_new (self, entry, name, caption))
    return;

  gtk_label_set_label (self->heading, name);
  gtk_label_set_label (self->caption, caption);
  gtk_widget_set_margin_start (self->content, MARGIN + (int) (entry->depth + MAX (entry->level, 1) - 1) * INDENT);
  gtk_widget_set_visible (self->hidden, entry->is_hidden);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), entry->problem);
  if (entry->is_hidden)
    gtk_widget_add_css_class (GTK_WIDGET (self->heading), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->heading), "dim-label");
  if (entry->problem != NULL || entry->is_lost)
    gtk_widget_add_css_class (GTK_WIDGET (self->caption), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->caption), "warning");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, entry->is_hidden ? _ ("Does not print") : caption, -1);
  show_missing (self, entry->is_hidden ? 0 : entry->missing);
  self->n_comments = entry->n_comments;
  show_findings (self);
}

void
sb_outline_row_set_n_findings (SbOutlineRow *self,
                               guint n_findings)
{
  g_return_if_fail (SB_IS_OUTLINE_ROW (self));

  if (self->n_findings == n_findings)
    return;

  self->n_findings = n_findings;
  show_findings (self);
}

const char *
sb_outline_row_get_name (SbOutlineRow *self)
{
  g_return_val_if_fail (SB_IS_OUTLINE_ROW (self), NULL);

  return self->name;
}
