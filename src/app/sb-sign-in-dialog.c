/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-sign-in-dialog.h"

#include "sb-error-text.h"
#include "sb-service-sign-in.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>

struct _SbSignInDialog
{
  AdwWindow parent_instance;

  SbSync *sync; /* (owned) */
  const SbService *service;
  const SbSignInForm *form;
  GCancellable *cancellable; /* (owned) (nullable) while something is under way */

  AdwPreferencesGroup *group;
  GtkLabel *help;
  GtkLinkButton *page;
  GtkEditable *user;
  GtkEditable *password; /* unseen */
  GtkEditable *name; /* in the place of it, where it is no secret of the person's */
  GtkWidget *busy;
  GtkWidget *problem_box;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (SbSignInDialog, sb_sign_in_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNED_IN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkEditable *
get_key (SbSignInDialog *self)
{
  return self->form->is_hidden ? self->password : self->name;
}

static gboolean
is_filled (GtkEditable *editable)
{
  return *gtk_editable_get_text (editable) != '\0';
}

static void
update_actions (SbSignInDialog *self)
{
  gboolean is_ready = self->form != NULL && self->cancellable == NULL && is_filled (get_key (self)) &&
                      (self->form->user == NULL || is_filled (self->user));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "service.sign-in", is_ready);
}

static void
set_busy (SbSignInDialog *self,
          gboolean is_busy)
{
  g_clear_object (&self->cancellable);
  if (is_busy)
    self->cancellable = g_cancellable_new ();

  gtk_widget_set_visible (self->busy, is_busy);
  /* Not made insensitive: the keyboard would lose its place. */
  gtk_editable_set_editable (self->user, !is_busy);
  gtk_editable_set_editable (get_key (self), !is_busy);
  update_actions (self);
}

static void
show_problem (SbSignInDialog *self,
              const GError *error)
{
  g_autofree char *text = NULL;

  set_busy (self, FALSE);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  text = sb_error_text (error, sb_language_get_interface ());
  gtk_label_set_label (self->problem, text);
  gtk_widget_set_visible (self->problem_box, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (get_key (self)));
}

/* It is accepted, although it will be forgotten with the program. */
static gboolean
is_of_keyring (const GError *error)
{
  return g_error_matches (error, SB_SERVICES_ERROR, SB_SERVICES_ERROR_NO_KEYRING) ||
         g_error_matches (error, SB_SERVICES_ERROR, SB_SERVICES_ERROR_KEYRING_LOCKED);
}

static void
signed_in_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (SbSignInDialog) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  gboolean is_signed_in = sb_sync_sign_in_finish (SB_SYNC (object), result, &error);
  g_autofree char *message = NULL;

  /* Closed meanwhile. */
  if (self == NULL)
    return;

  if (!is_signed_in && !is_of_keyring (error))
    {
      show_problem (self, error);
      return;
    }

  /* Translators: %s is a data service. */
  message = is_signed_in ? g_strdup_printf (_ ("Signed in to %s."), sb_service_get_label (self->service))
                         : sb_error_text (error, sb_language_get_interface ());
  g_signal_emit (self, signals[SIGNED_IN], 0, message);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
sign_in_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  SbSignInDialog *self = SB_SIGN_IN_DIALOG (widget);

  gtk_widget_set_visible (self->problem_box, FALSE);
  set_busy (self, TRUE);
  sb_sync_sign_in_async (self->sync, self->service, gtk_editable_get_text (self->user),
                         gtk_editable_get_text (get_key (self)), self->cancellable, signed_in_cb, sb_weak_ref_new (self));
}

static void
text_changed_cb (SbSignInDialog *self)
{
  gtk_widget_set_visible (self->problem_box, FALSE);
  update_actions (self);
}

static void
sb_sign_in_dialog_dispose (GObject *object)
{
  SbSignInDialog *self = SB_SIGN_IN_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->sync);

  G_OBJECT_CLASS (sb_sign_in_dialog_parent_class)->dispose (object);
}

static void
sb_sign_in_dialog_class_init (SbSignInDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_sign_in_dialog_dispose;

  signals[SIGNED_IN] =
    g_signal_new ("signed-in", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-sign-in-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SbSignInDialog, group);
  gtk_widget_class_bind_template_child (widget_class, SbSignInDialog, help);
  gtk_widget_class_bind_template_child (widget_class, SbSignInDialog, page);
  gtk_widget_class_bind_template_child (widget_class, SbSignInDialog, user);
  gtk_widget_class_bind_template_child (widget_class, SbSignInDialog, password);
  gtk_widget_class_bind_template_child (widget_class, SbSignInDialog, name);
  gtk_widget_class_bind_template_child (widget_class, SbSignInDialog, busy);
  gtk_widget_class_bind_template_child (widget_class, SbSignInDialog, problem_box);
  gtk_widget_class_bind_template_child (widget_class, SbSignInDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_install_action (widget_class, "service.sign-in", NULL, sign_in_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sb_sign_in_dialog_init (SbSignInDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_form (SbSignInDialog *self)
{
  /* Translators: %s is a data service. */
  g_autofree char *title = g_strdup_printf (_ ("Sign in to %s"), sb_service_get_label (self->service));
  GtkEditable *key = get_key (self);

  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_label (self->help, _ (self->form->help));
  gtk_link_button_set_uri (self->page, self->form->page);
  gtk_button_set_label (GTK_BUTTON (self->page), self->form->page);
  gtk_widget_set_visible (GTK_WIDGET (self->user), self->form->user != NULL);
  if (self->form->user != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->user), _ (self->form->user));
  gtk_widget_set_visible (GTK_WIDGET (self->password), key == self->password);
  gtk_widget_set_visible (GTK_WIDGET (self->name), key == self->name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (key), _ (self->form->password));
  gtk_widget_grab_focus (GTK_WIDGET (self->form->user != NULL ? self->user : key));
}

SbSignInDialog *
sb_sign_in_dialog_new (SbSync *sync,
                       const SbService *service)
{
  SbSignInDialog *self = g_object_new (SB_TYPE_SIGN_IN_DIALOG, NULL);

  self->sync = g_object_ref (sync);
  self->service = service;
  self->form = sb_service_get_sign_in_form (service);
  show_form (self);
  update_actions (self);
  return self;
}
