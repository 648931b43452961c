/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-text-editor-private.h"

#include <glib/gi18n.h>

/* A word that is being typed is not wrong yet. */
#define CHECK_MS 300

/* A line that begins with it is a quotation. */
#define QUOTE_MARK '>'

static void
clear_menu (SbTextEditor *self)
{
  g_menu_remove_all (self->menu);
  g_clear_pointer (&self->word, g_free);
}

static void
mark_wrong (SbTextEditor *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->wrong_tag, &start, &end);
  for (guint i = 0; i < self->wrong->len; i++)
    {
      const SbMisspelling *wrong = &g_array_index (self->wrong, SbMisspelling, i);

      gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) wrong->start);
      gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) wrong->end);
      gtk_text_buffer_apply_tag (self->buffer, self->wrong_tag, &start, &end);
    }
}

/* What is quoted stands as its author wrote it, in whatever language that was. */
static void
drop_quoted (SbTextEditor *self,
             GArray *wrong)
{
  for (guint i = wrong->len; i > 0; i--)
    {
      GtkTextIter iter;

      gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, (int) g_array_index (wrong, SbMisspelling, i - 1).start);
      gtk_text_iter_set_line_offset (&iter, 0);
      if (gtk_text_iter_get_char (&iter) == QUOTE_MARK)
        g_array_remove_index (wrong, i - 1);
    }
}

static void
checked_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (SbTextEditor) self = user_data;
  g_autoptr (GArray) wrong = sb_spelling_check_finish (SB_SPELLING (object), result, NULL);

  /* Cancelled: the text is another one. */
  if (wrong == NULL)
    return;

  drop_quoted (self, wrong);
  g_array_unref (self->wrong);
  self->wrong = g_steal_pointer (&wrong);
  mark_wrong (self);
}

static gboolean
check_cb (gpointer data)
{
  SbTextEditor *self = data;
  g_autofree char *text = sb_text_editor_dup_text (self);

  self->check_source = 0;
  self->cancellable = g_cancellable_new ();
  sb_spelling_check_async (self->spelling, self->language, text, self->cancellable, checked_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

void
_sb_text_editor_check_later (SbTextEditor *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->check_source, g_source_remove);
  clear_menu (self);
  if (self->spelling != NULL)
    self->check_source = g_timeout_add (CHECK_MS, check_cb, self);
}

static void
suggested_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (SbTextEditor) self = user_data;
  g_auto (GStrv) words = sb_spelling_suggest_finish (SB_SPELLING (object), result, NULL);
  g_autoptr (GMenu) section = g_menu_new ();

  if (words == NULL || self->word == NULL)
    return;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (words[i], NULL);

      g_menu_item_set_action_and_target (item, "spelling.replace", "s", words[i]);
      g_menu_append_item (section, item);
    }
  if (words[0] != NULL)
    g_menu_prepend_section (self->menu, NULL, G_MENU_MODEL (section));
}

/* The menu gets what may have been meant by the word at @offset, when it is marked. */
static void
fill_menu (SbTextEditor *self,
           guint offset)
{
  clear_menu (self);
  for (guint i = 0; i < self->wrong->len && self->word == NULL; i++)
    {
      const SbMisspelling *wrong = &g_array_index (self->wrong, SbMisspelling, i);
      GtkTextIter start, end;

      if (offset < wrong->start || offset > wrong->end)
        continue;
      gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) wrong->start);
      gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) wrong->end);
      self->word = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
      self->place = *wrong;
    }

  if (self->word == NULL)
    return;

  g_menu_append (self->menu, _ ("Add to the _dictionary"), "spelling.learn");
  sb_spelling_suggest_async (self->spelling, self->language, self->word, NULL, suggested_cb, g_object_ref (self));
}

static void
right_pressed_cb (SbTextEditor *self,
                  int n_presses,
                  double x,
                  double y)
{
  GtkTextIter iter;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (self->view, &iter, buffer_x, buffer_y);
  fill_menu (self, (guint) gtk_text_iter_get_offset (&iter));
}

/* By the key, the menu is about the word at the cursor. */
static gboolean
key_pressed_cb (SbTextEditor *self,
                guint keyval,
                guint keycode,
                GdkModifierType state)
{
  GtkTextIter iter;

  if (keyval != GDK_KEY_Menu && !(keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    return GDK_EVENT_PROPAGATE;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  fill_menu (self, (guint) gtk_text_iter_get_offset (&iter));
  return GDK_EVENT_PROPAGATE;
}

static void
replace_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  SbTextEditor *self = SB_TEXT_EDITOR (widget);
  GtkTextIter start, end;

  if (self->word == NULL || !gtk_text_view_get_editable (self->view))
    return;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) self->place.start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) self->place.end);
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, g_variant_get_string (parameter, NULL), -1);
  gtk_text_buffer_end_user_action (self->buffer);
}

static void
learn_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  SbTextEditor *self = SB_TEXT_EDITOR (widget);

  if (self->word != NULL)
    sb_spelling_learn (self->spelling, self->language, self->word);
}

void
_sb_text_editor_class_init_spelling (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "spelling.replace", "s", replace_action);
  gtk_widget_class_install_action (widget_class, "spelling.learn", NULL, learn_action);
}

void
_sb_text_editor_init_spelling (SbTextEditor *self)
{
  GtkGesture *press = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->wrong_tag = gtk_text_buffer_create_tag (self->buffer, NULL, "underline", PANGO_UNDERLINE_ERROR, NULL);
  self->menu = g_menu_new ();
  gtk_text_view_set_extra_menu (self->view, G_MENU_MODEL (self->menu));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (right_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

void
_sb_text_editor_dispose_spelling (SbTextEditor *self)
{
  g_clear_handle_id (&self->check_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->spelling);
  g_clear_object (&self->menu);
}

void
sb_text_editor_set_spelling (SbTextEditor *self,
                             SbSpelling *spelling)
{
  g_return_if_fail (SB_IS_TEXT_EDITOR (self));

  if (!g_set_object (&self->spelling, spelling))
    return;

  g_array_set_size (self->wrong, 0);
  mark_wrong (self);
  if (spelling != NULL)
    g_signal_connect_object (spelling, "notify::version", G_CALLBACK (_sb_text_editor_check_later), self, G_CONNECT_SWAPPED);
  _sb_text_editor_check_later (self);
}
