/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-reader-private.h"

#include <glib/gi18n.h>

/* What lies beside the document, and what its page was once. */

enum
{
  RELATED_WANTED,
  LINK_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Unchanged paragraphs that are shown around what changed, and what is left out between
 * them. */
#define N_AROUND 1

static const char *
get_heading (SbReaderLinkKind kind)
{
  switch (kind)
    {
    case SB_READER_LINK_SAME_TEXT:
      return _ ("The same text");

    case SB_READER_LINK_SAME_THINGS:
      return _ ("On the same things");

    case SB_READER_LINK_CAPTURE:
    default:
      return _ ("What changed since");
    }
}

static GtkWidget *
create_label (const char *text,
              const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static void
append_heading (SbReader *self,
                const char *text)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), create_label (text, "caption-heading"));
  gtk_list_box_append (self->related, row);
}

static void
append_link (SbReader *self,
             guint position)
{
  const SbReaderLink *link = g_ptr_array_index (self->links, position);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_box_append (GTK_BOX (box), create_label (link->title, NULL));
  if (link->detail != NULL && *link->detail != '\0')
    {
      GtkWidget *detail = create_label (link->detail, "caption");

      gtk_widget_add_css_class (detail, "dim-label");
      gtk_box_append (GTK_BOX (box), detail);
    }

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, link->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, link->detail != NULL ? link->detail : "",
                                  -1);
  g_object_set_data (G_OBJECT (row), "position", GUINT_TO_POINTER (position + 1));
  gtk_list_box_append (self->related, row);
}

static void
empty_list (SbReader *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->related))) != NULL)
    gtk_list_box_remove (self->related, row);
}

void
sb_reader_set_links (SbReader *self,
                     GPtrArray *links)
{
  g_return_if_fail (SB_IS_READER (self));

  if (links != NULL)
    g_ptr_array_ref (links);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  self->links = links;
  empty_list (self);
  if (links == NULL)
    return;

  for (guint i = 0; i < links->len; i++)
    {
      const SbReaderLink *link = g_ptr_array_index (links, i);
      const SbReaderLink *last = i > 0 ? g_ptr_array_index (links, i - 1) : NULL;

      if (last == NULL || last->kind != link->kind)
        append_heading (self, get_heading (link->kind));
      append_link (self, i);
    }
  if (links->len == 0)
    append_heading (self, _ ("No other document names what this one does."));

  /* A popover that is shown does not take the size of what is added to it. */
  if (gtk_widget_get_mapped (self->related_popover))
    {
      gtk_popover_popdown (GTK_POPOVER (self->related_popover));
      self->keeps_links = TRUE;
      gtk_menu_button_popup (self->related_button);
    }
}

void
_sb_reader_related_shown_cb (SbReader *self)
{
  if (!self->keeps_links)
    g_signal_emit (self, signals[RELATED_WANTED], 0);

  self->keeps_links = FALSE;
}

void
_sb_reader_link_activated_cb (SbReader *self,
                              GtkListBoxRow *row)
{
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "position"));

  gtk_menu_button_popdown (self->related_button);
  if (position > 0 && self->links != NULL && position <= self->links->len)
    g_signal_emit (self, signals[LINK_ACTIVATED], 0, position - 1);
}

static void
create_tags (GtkTextBuffer *buffer)
{
  gtk_text_buffer_create_tag (buffer, "added", "underline", PANGO_UNDERLINE_DOUBLE, "background", "rgba(107,127,58,0.28)", NULL);
  gtk_text_buffer_create_tag (buffer, "removed", "strikethrough", TRUE, "background", "rgba(181,83,42,0.22)", NULL);
  gtk_text_buffer_create_tag (buffer, "skipped", "style", PANGO_STYLE_ITALIC, "scale", 0.85, NULL);
  gtk_text_buffer_create_tag (buffer, "paragraph", "pixels-below-lines", 10, NULL);
}

static void
insert (GtkTextBuffer *buffer,
        const char *text,
        const char *tag)
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert_with_tags_by_name (buffer, &end, text, -1, "paragraph", tag, NULL);
}

/* A sign before what came and what went says it without colour. */
static void
insert_paragraph (GtkTextBuffer *buffer,
                  const SbDiffParagraph *paragraph)
{
  static const char *const tags[] = { [SB_DIFF_SAME] = NULL, [SB_DIFF_ADDED] = "added", [SB_DIFF_REMOVED] = "removed" };
  static const char *const signs[] = { [SB_DIFF_SAME] = "", [SB_DIFF_ADDED] = "+\302\240", [SB_DIFF_REMOVED] = "−\302\240", [SB_DIFF_CHANGED] = "±\302\240" };

  insert (buffer, signs[paragraph->kind], NULL);
  for (guint i = 0; i < paragraph->pieces->len; i++)
    {
      const SbDiffPiece *piece = g_ptr_array_index (paragraph->pieces, i);

      insert (buffer, piece->text, tags[piece->kind]);
    }
  insert (buffer, "\n", NULL);
}

/* Whether a paragraph is shown: one that changed, or beside one. */
static gboolean
is_near_change (const SbTextDiff *diff,
                guint at)
{
  guint first = at > N_AROUND ? at - N_AROUND : 0;

  for (guint i = first; i <= at + N_AROUND && i < diff->paragraphs->len; i++)
    if (((const SbDiffParagraph *) g_ptr_array_index (diff->paragraphs, i))->kind != SB_DIFF_SAME)
      return TRUE;

  return FALSE;
}

static void
insert_skipped (GtkTextBuffer *buffer,
                guint n)
{
  g_autofree char *text =
    n > 0 ? g_strdup_printf (ngettext ("… %u paragraph as it was …\n", "… %u paragraphs as they were …\n", n), n) : NULL;

  if (text != NULL)
    insert (buffer, text, "skipped");
}

static char *
count_changes (const SbTextDiff *diff)
{
  g_autofree char *added = g_strdup_printf (ngettext ("%u paragraph came", "%u paragraphs came", diff->n_added), diff->n_added);
  g_autofree char *removed = g_strdup_printf (ngettext ("%u went", "%u went", diff->n_removed), diff->n_removed);
  g_autofree char *changed = g_strdup_printf (ngettext ("%u changed", "%u changed", diff->n_changed), diff->n_changed);

  if (diff->n_added + diff->n_removed + diff->n_changed == 0)
    return g_strdup (_ ("Not a word has changed."));

  /* Translators: how many paragraphs came, went and changed. */
  return g_strdup_printf (_ ("%s, %s, %s."), added, removed, changed);
}

void
sb_reader_show_changes (SbReader *self,
                        const char *title,
                        const SbTextDiff *diff)
{
  GtkTextBuffer *buffer;
  g_autofree char *count = NULL;
  guint n_skipped = 0;

  g_return_if_fail (SB_IS_READER (self) && diff != NULL);

  buffer = gtk_text_view_get_buffer (self->changes);
  gtk_text_buffer_set_text (buffer, "", 0);
  for (guint i = 0; i < diff->paragraphs->len; i++)
    {
      if (!is_near_change (diff, i))
        {
          n_skipped++;
          continue;
        }

      insert_skipped (buffer, n_skipped);
      n_skipped = 0;
      insert_paragraph (buffer, g_ptr_array_index (diff->paragraphs, i));
    }

  insert_skipped (buffer, n_skipped);
  count = count_changes (diff);
  gtk_label_set_label (self->changes_title, title);
  gtk_label_set_label (self->changes_count, count);
  gtk_stack_set_visible_child_name (self->stack, "changes");
  gtk_widget_grab_focus (GTK_WIDGET (self->changes));
}

static void
close_changes_action (GtkWidget *widget,
                      const char *action,
                      GVariant *parameter)
{
  SbReader *self = SB_READER (widget);

  gtk_stack_set_visible_child_name (self->stack, self->document != NULL ? "document" : "empty");
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
related_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  gtk_menu_button_popup (SB_READER (widget)->related_button);
}

static gboolean
changes_key_cb (SbReader *self,
                guint key)
{
  if (key != GDK_KEY_Escape)
    return FALSE;

  return gtk_widget_activate_action (GTK_WIDGET (self), "reader.close-changes", NULL);
}

void
_sb_reader_class_init_related (SbReaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[RELATED_WANTED] =
    g_signal_new ("related-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LINK_ACTIVATED] = g_signal_new ("link-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_install_action (widget_class, "reader.related", NULL, related_action);
  gtk_widget_class_install_action (widget_class, "reader.close-changes", NULL, close_changes_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, 0, "reader.related", NULL);
}

void
_sb_reader_init_related (SbReader *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  create_tags (gtk_text_view_get_buffer (self->changes));
  _sb_reader_return_focus (self, GTK_POPOVER (self->related_popover));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (changes_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->changes), keys);
}

const SbReaderLink *
sb_reader_get_link (SbReader *self,
                    guint position)
{
  g_return_val_if_fail (SB_IS_READER (self), NULL);

  return self->links != NULL && position < self->links->len ? g_ptr_array_index (self->links, position) : NULL;
}
