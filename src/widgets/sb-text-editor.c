/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-text-editor.h"

#include "sb-text-editor-private.h"

#include <string.h>

/* Some lines of it are seen, whatever bars are opened above it. Logical pixels. */
#define MIN_HEIGHT 84

G_DEFINE_FINAL_TYPE (SbTextEditor, sb_text_editor, GTK_TYPE_WIDGET)

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed_cb (SbTextEditor *self)
{
  _sb_text_editor_mark_citations (self);
  _sb_text_editor_check_later (self);
  if (!self->is_setting)
    g_signal_emit (self, signals[EDITED], 0);
}

/* Puts @mark before and behind what is selected, or takes it away where it is. */
static void
toggle_mark (SbTextEditor *self,
             const char *mark)
{
  GtkTextIter start, end;
  g_autofree char *inner = NULL;
  g_autofree char *wrapped = NULL;
  gsize length = strlen (mark);
  gsize inner_length;
  gboolean is_marked;
  int offset;

  gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
  inner = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
  inner_length = strlen (inner);
  is_marked = inner_length >= 2 * length && g_str_has_prefix (inner, mark) && g_str_has_suffix (inner, mark);
  if (is_marked)
    wrapped = g_strndup (inner + length, inner_length - 2 * length);
  else
    wrapped = g_strconcat (mark, inner, mark, NULL);

  offset = gtk_text_iter_get_offset (&start);
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, wrapped, -1);
  gtk_text_buffer_end_user_action (self->buffer);

  /* Without a selection the cursor goes between the marks; else what is there now is
   * selected, so that the key takes it away again. */
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, offset + (inner_length == 0 ? (int) length : 0));
  end = start;
  if (inner_length > 0)
    gtk_text_iter_forward_chars (&end, (int) g_utf8_strlen (wrapped, -1));
  gtk_text_buffer_select_range (self->buffer, &start, &end);
}

/* Puts @prefix before each line of the selection, or takes it away where all have it. */
static void
toggle_prefix (SbTextEditor *self,
               const char *prefix)
{
  GtkTextIter start, end;
  g_autofree char *block = NULL;
  g_auto (GStrv) lines = NULL;
  GString *changed = g_string_new (NULL);
  gboolean all_have = TRUE;
  gboolean has_selection;
  int offset;

  gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
  gtk_text_iter_set_line_offset (&start, 0);
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  block = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
  lines = g_strsplit (block, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    all_have = all_have && g_str_has_prefix (lines[i], prefix);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (changed, '\n');
      if (!all_have && !g_str_has_prefix (lines[i], prefix))
        g_string_append (changed, prefix);
      g_string_append (changed, all_have ? lines[i] + strlen (prefix) : lines[i]);
    }
  if (lines[0] == NULL)
    g_string_append (changed, prefix);

  offset = gtk_text_iter_get_offset (&start);
  has_selection = gtk_text_buffer_get_has_selection (self->buffer);
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, changed->str, -1);
  gtk_text_buffer_end_user_action (self->buffer);
  g_string_free (changed, TRUE);

  /* The same lines are selected, so that the next key is about them as well. */
  if (has_selection)
    {
      gtk_text_buffer_get_iter_at_offset (self->buffer, &end, offset);
      gtk_text_buffer_select_range (self->buffer, &end, &start);
    }
}

static void
mark_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  SbTextEditor *self = SB_TEXT_EDITOR (widget);

  if (!gtk_text_view_get_editable (self->view))
    return;

  if (g_str_equal (action, "text.bold"))
    toggle_mark (self, "**");
  else if (g_str_equal (action, "text.italic"))
    toggle_mark (self, "*");
  else if (g_str_equal (action, "text.list"))
    toggle_prefix (self, "- ");
  else if (g_str_equal (action, "text.quote"))
    toggle_prefix (self, "> ");
  else
    toggle_prefix (self, "# ");
}

static gboolean
sb_text_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SB_TEXT_EDITOR (widget)->view));
}

static void
sb_text_editor_dispose (GObject *object)
{
  SbTextEditor *self = SB_TEXT_EDITOR (object);

  _sb_text_editor_dispose_spelling (self);
  g_clear_pointer (&self->scroll, gtk_widget_unparent);
  g_clear_object (&self->buffer);

  G_OBJECT_CLASS (sb_text_editor_parent_class)->dispose (object);
}

static void
sb_text_editor_finalize (GObject *object)
{
  SbTextEditor *self = SB_TEXT_EDITOR (object);

  g_array_unref (self->citations);
  g_array_unref (self->wrong);
  g_free (self->word);

  G_OBJECT_CLASS (sb_text_editor_parent_class)->finalize (object);
}

static void
sb_text_editor_class_init (SbTextEditorClass *klass)
{
  static const char *const marks[] = { "text.bold", "text.italic", "text.list", "text.quote", "text.heading" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sb_text_editor_dispose;
  object_class->finalize = sb_text_editor_finalize;
  widget_class->grab_focus = sb_text_editor_grab_focus;

  signals[EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "texteditor");
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    gtk_widget_class_install_action (widget_class, marks[i], NULL, mark_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "text.bold", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "text.italic", NULL);
  _sb_text_editor_class_init_spelling (widget_class);
}

static void
sb_text_editor_init (SbTextEditor *self)
{
  self->wrong = g_array_new (FALSE, FALSE, sizeof (SbMisspelling));
  self->buffer = gtk_text_buffer_new (NULL);
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  self->view = GTK_TEXT_VIEW (gtk_text_view_new_with_buffer (self->buffer));
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_left_margin (self->view, 8);
  gtk_text_view_set_right_margin (self->view, 8);
  gtk_text_view_set_top_margin (self->view, 6);
  gtk_text_view_set_bottom_margin (self->view, 6);
  gtk_text_view_set_pixels_below_lines (self->view, 2);

  self->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroll), MIN_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (self->scroll, TRUE);
  gtk_widget_set_parent (self->scroll, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  _sb_text_editor_init_citations (self);
  _sb_text_editor_init_spelling (self);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
sb_text_editor_new (SbLanguage language)
{
  SbTextEditor *self = g_object_new (SB_TYPE_TEXT_EDITOR, NULL);

  self->language = language;
  return GTK_WIDGET (self);
}

SbLanguage
sb_text_editor_get_language (SbTextEditor *self)
{
  g_return_val_if_fail (SB_IS_TEXT_EDITOR (self), SB_LANGUAGE_FR);

  return self->language;
}

void
sb_text_editor_set_label (SbTextEditor *self,
                          const char *label)
{
  g_return_if_fail (SB_IS_TEXT_EDITOR (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* How many bytes the two have in common at their start, in whole characters. */
static gsize
measure_common_start (const char *a,
                      const char *b)
{
  gsize n = 0;

  while (a[n] != '\0' && a[n] == b[n])
    n++;
  while (n > 0 && ((guchar) a[n] & 0xc0) == 0x80)
    n--;

  return n;
}

static gsize
measure_common_end (const char *a,
                    const char *b)
{
  gsize length_a = strlen (a);
  gsize length_b = strlen (b);
  gsize n = 0;

  while (n < length_a && n < length_b && a[length_a - n - 1] == b[length_b - n - 1])
    n++;
  while (n > 0 && ((guchar) a[length_a - n] & 0xc0) == 0x80)
    n--;

  return n;
}

void
sb_text_editor_set_text (SbTextEditor *self,
                         const char *text)
{
  g_autofree char *old = NULL;
  GtkTextIter start, end;
  gsize common, tail;

  g_return_if_fail (SB_IS_TEXT_EDITOR (self));
  g_return_if_fail (text != NULL);

  old = sb_text_editor_dup_text (self);
  if (g_str_equal (old, text))
    return;

  common = measure_common_start (old, text);
  tail = measure_common_end (old + common, text + common);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) g_utf8_strlen (old, (gssize) common));
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) g_utf8_strlen (old, (gssize) (strlen (old) - tail)));

  self->is_setting = TRUE;
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, text + common, (int) (strlen (text) - tail - common));
  self->is_setting = FALSE;
}

char *
sb_text_editor_dup_text (SbTextEditor *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (SB_IS_TEXT_EDITOR (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

static void
replace_selection (SbTextEditor *self,
                   const char *text)
{
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete_selection (self->buffer, FALSE, TRUE);
  gtk_text_buffer_insert_at_cursor (self->buffer, text, -1);
  gtk_text_buffer_end_user_action (self->buffer);
  gtk_text_view_scroll_mark_onscreen (self->view, gtk_text_buffer_get_insert (self->buffer));
}

void
sb_text_editor_insert (SbTextEditor *self,
                       const char *text)
{
  GtkTextIter start, end;
  g_autofree char *spaced = NULL;
  gboolean touches = FALSE;

  g_return_if_fail (SB_IS_TEXT_EDITOR (self));
  g_return_if_fail (text != NULL);

  gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
  if (gtk_text_iter_backward_char (&start))
    touches = !g_unichar_isspace (gtk_text_iter_get_char (&start));
  spaced = g_strconcat (touches ? " " : "", text, NULL);
  replace_selection (self, spaced);
}

void
sb_text_editor_insert_paragraph (SbTextEditor *self,
                                 const char *text)
{
  GtkTextIter start, end;
  g_autofree char *parted = NULL;
  gboolean is_first, is_last;

  g_return_if_fail (SB_IS_TEXT_EDITOR (self));
  g_return_if_fail (text != NULL);

  gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
  is_first = gtk_text_iter_is_start (&start);
  is_last = gtk_text_iter_is_end (&end);
  parted = g_strconcat (is_first ? "" : "\n\n", text, is_last ? "" : "\n\n", NULL);
  replace_selection (self, parted);
}

void
sb_text_editor_select (SbTextEditor *self,
                       guint start,
                       guint end)
{
  GtkTextIter from, to;

  g_return_if_fail (SB_IS_TEXT_EDITOR (self));

  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, (int) start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &to, (int) end);
  gtk_text_buffer_select_range (self->buffer, &from, &to);
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (self->buffer), 0.1, FALSE, 0, 0);
}

guint
sb_text_editor_get_line (SbTextEditor *self)
{
  GtkTextIter iter;

  g_return_val_if_fail (SB_IS_TEXT_EDITOR (self), 0);

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  return (guint) gtk_text_iter_get_line (&iter) + 1;
}

void
sb_text_editor_go_to_line (SbTextEditor *self,
                           guint line)
{
  GtkTextIter iter;

  g_return_if_fail (SB_IS_TEXT_EDITOR (self));
  g_return_if_fail (line > 0);

  gtk_text_buffer_get_iter_at_line (self->buffer, &iter, (int) line - 1);
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (self->buffer), 0.1, FALSE, 0, 0);
}

guint
sb_text_editor_get_selection_start (SbTextEditor *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (SB_IS_TEXT_EDITOR (self), 0);

  gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
  return (guint) gtk_text_iter_get_offset (&start);
}

guint
sb_text_editor_get_selection_end (SbTextEditor *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (SB_IS_TEXT_EDITOR (self), 0);

  gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
  return (guint) gtk_text_iter_get_offset (&end);
}

char *
sb_text_editor_dup_selection (SbTextEditor *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (SB_IS_TEXT_EDITOR (self), NULL);

  gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

guint
sb_text_editor_get_n_misspelled (SbTextEditor *self)
{
  g_return_val_if_fail (SB_IS_TEXT_EDITOR (self), 0);

  return self->wrong->len;
}
