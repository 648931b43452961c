/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-feed-dialog.h"

#include "sb-feed-finder.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>

struct _SbFeedDialog
{
  SbFormDialog parent_instance;

  SbSync *sync; /* (owned) */
  SbFeedFinder *finder; /* (owned) */
  GPtrArray *choices; /* (owned) (nullable) (element-type SbFeedChoice) */
  guint chosen; /* of them */

  GtkEditable *address;
  GtkSwitch *full_text;
  GtkWidget *choices_group;
  GtkListBox *choices_list;
};

G_DEFINE_FINAL_TYPE (SbFeedDialog, sb_feed_dialog, SB_TYPE_FORM_DIALOG)

static void
update_ready (SbFeedDialog *self)
{
  g_autofree char *address = g_strstrip (g_strdup (gtk_editable_get_text (self->address)));

  sb_form_dialog_set_ready (SB_FORM_DIALOG (self), *address != '\0');
}

static void
fail (SbFeedDialog *self,
      const GError *error)
{
  sb_form_dialog_fail (SB_FORM_DIALOG (self), error);
  gtk_widget_grab_focus (GTK_WIDGET (self->address));
}

static char *
describe (const SbFeedOutcome *outcome)
{
  SbLanguage language = sb_language_get_interface ();
  g_autofree char *reason = sb_feed_outcome_dup_reason (outcome, language);

  if (outcome->state >= SB_FEED_STATE_FAILED && reason != NULL)
    /* Translators: the first %s is the title of a feed, the second a sentence. */
    return g_strdup_printf (_ ("%s was added, but it could not be fetched. %s"), outcome->title, reason);

  if (outcome->n_new == 0)
    /* Translators: %s is the title of a feed. */
    return g_strdup_printf (_ ("%s was added; there is nothing new in it."), outcome->title);

  /* Translators: %s is the title of a feed. */
  return g_strdup_printf (ngettext ("%s was added, with %u document.", "%s was added, with %u documents.", outcome->n_new),
                          outcome->title, outcome->n_new);
}

static void
added_cb (GObject *object,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (SbFeedDialog) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbFeedOutcome) outcome = sb_sync_add_feed_finish (SB_SYNC (object), result, &error);
  g_autofree char *message = NULL;

  /* Closed meanwhile. */
  if (self == NULL)
    return;

  if (error != NULL)
    {
      fail (self, error);
      return;
    }

  /* There is no outcome when another window removed it in this moment. */
  message = outcome != NULL ? describe (outcome) : NULL;
  sb_form_dialog_finish (SB_FORM_DIALOG (self), message);
}

static SbSyncAddFlags
get_flags (SbFeedDialog *self)
{
  return gtk_switch_get_active (self->full_text) ? SB_SYNC_ADD_FULL_TEXT : SB_SYNC_ADD_DEFAULT;
}

static void
add (SbFeedDialog *self,
     const char *url,
     const char *title)
{
  sb_sync_add_feed_async (self->sync, url, title, get_flags (self), sb_form_dialog_begin (SB_FORM_DIALOG (self)), added_cb,
                          sb_weak_ref_new (self));
}

static void
choice_toggled_cb (GtkCheckButton *button,
                   SbFeedDialog *self)
{
  if (gtk_check_button_get_active (button))
    self->chosen = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "position"));
}

static GtkCheckButton *
add_choice (SbFeedDialog *self,
            guint position,
            GtkCheckButton *group)
{
  const SbFeedChoice *choice = g_ptr_array_index (self->choices, position);
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *row = adw_action_row_new ();

  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group);
  g_object_set_data (G_OBJECT (button), "position", GUINT_TO_POINTER (position));
  g_signal_connect (button, "toggled", G_CALLBACK (choice_toggled_cb), self);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), position == 0);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), choice->title != NULL ? choice->title : choice->url);
  if (choice->title != NULL)
    {
      g_autofree char *subtitle = g_markup_escape_text (choice->url, -1);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  choice->title != NULL ? choice->title : choice->url, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_append (self->choices_list, row);
  return GTK_CHECK_BUTTON (button);
}

static void
clear_choices (SbFeedDialog *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->choices_list))) != NULL)
    gtk_list_box_remove (self->choices_list, row);

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->chosen = 0;
  gtk_widget_set_visible (self->choices_group, FALSE);
}

static void
show_choices (SbFeedDialog *self,
              GPtrArray *choices)
{
  GtkCheckButton *group = NULL;

  clear_choices (self);
  self->choices = g_ptr_array_ref (choices);
  for (guint i = 0; i < choices->len; i++)
    {
      GtkCheckButton *button = add_choice (self, i, group);

      group = group != NULL ? group : button;
    }

  sb_form_dialog_end (SB_FORM_DIALOG (self));
  gtk_widget_set_visible (self->choices_group, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (group));
}

static void
found_cb (GObject *object,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (SbFeedDialog) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) choices = sb_feed_finder_find_finish (SB_FEED_FINDER (object), result, &error);

  if (self == NULL)
    return;

  if (choices == NULL)
    fail (self, error);
  else if (choices->len > 1)
    show_choices (self, choices);
  else
    add (self, gtk_editable_get_text (self->address), NULL);
}

static void
sb_feed_dialog_accept (SbFormDialog *dialog)
{
  SbFeedDialog *self = SB_FEED_DIALOG (dialog);

  if (self->choices != NULL)
    {
      const SbFeedChoice *choice = g_ptr_array_index (self->choices, self->chosen);

      add (self, choice->url, NULL);
      return;
    }

  sb_feed_finder_find_async (self->finder, gtk_editable_get_text (self->address), sb_form_dialog_begin (dialog), found_cb,
                             sb_weak_ref_new (self));
}

static void
sb_feed_dialog_busy_changed (SbFormDialog *dialog)
{
  SbFeedDialog *self = SB_FEED_DIALOG (dialog);
  gboolean is_busy = sb_form_dialog_is_busy (dialog);

  gtk_editable_set_editable (self->address, !is_busy);
  gtk_widget_set_sensitive (self->choices_group, !is_busy);
}

static void
address_changed_cb (SbFeedDialog *self)
{
  sb_form_dialog_clear_problem (SB_FORM_DIALOG (self));
  clear_choices (self);
  update_ready (self);
}

static void
sb_feed_dialog_dispose (GObject *object)
{
  SbFeedDialog *self = SB_FEED_DIALOG (object);

  g_clear_object (&self->finder);
  g_clear_object (&self->sync);
  g_clear_pointer (&self->choices, g_ptr_array_unref);

  G_OBJECT_CLASS (sb_feed_dialog_parent_class)->dispose (object);
}

static void
sb_feed_dialog_class_init (SbFeedDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_feed_dialog_dispose;
  SB_FORM_DIALOG_CLASS (klass)->accept = sb_feed_dialog_accept;
  SB_FORM_DIALOG_CLASS (klass)->busy_changed = sb_feed_dialog_busy_changed;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-feed-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SbFeedDialog, address);
  gtk_widget_class_bind_template_child (widget_class, SbFeedDialog, full_text);
  gtk_widget_class_bind_template_child (widget_class, SbFeedDialog, choices_group);
  gtk_widget_class_bind_template_child (widget_class, SbFeedDialog, choices_list);
  gtk_widget_class_bind_template_callback (widget_class, address_changed_cb);
}

static void
sb_feed_dialog_init (SbFeedDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->address));
  update_ready (self);
}

SbFeedDialog *
sb_feed_dialog_new (SbSync *sync)
{
  SbFeedDialog *self = g_object_new (SB_TYPE_FEED_DIALOG, NULL);

  self->sync = g_object_ref (sync);
  self->finder = sb_feed_finder_new ();
  return self;
}

void
sb_feed_dialog_start (SbFeedDialog *self,
                      const char *address)
{
  g_return_if_fail (SB_IS_FEED_DIALOG (self));

  gtk_editable_set_text (self->address, address);
  gtk_widget_activate_action (GTK_WIDGET (self), "form.accept", NULL);
}
