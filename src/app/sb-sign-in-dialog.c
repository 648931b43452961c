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
  SbFormDialog parent_instance;

  SbSync *sync; /* (owned) */
  const SbService *service;
  const SbSignInForm *form;

  GtkLabel *help;
  GtkLinkButton *page;
  GtkEditable *user;
  GtkEditable *password; /* unseen */
  GtkEditable *name; /* in the place of it, where it is no secret of the person's */
};

G_DEFINE_FINAL_TYPE (SbSignInDialog, sb_sign_in_dialog, SB_TYPE_FORM_DIALOG)

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
update_ready (SbSignInDialog *self)
{
  gboolean is_ready = is_filled (get_key (self)) && (self->form->user == NULL || is_filled (self->user));

  sb_form_dialog_set_ready (SB_FORM_DIALOG (self), is_ready);
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
      sb_form_dialog_fail (SB_FORM_DIALOG (self), error);
      gtk_widget_grab_focus (GTK_WIDGET (get_key (self)));
      return;
    }

  /* Translators: %s is a data service. */
  message = is_signed_in ? g_strdup_printf (_ ("Signed in to %s."), sb_service_get_label (self->service))
                         : sb_error_text (error, sb_language_get_interface ());
  sb_form_dialog_finish (SB_FORM_DIALOG (self), message);
}

static void
sb_sign_in_dialog_accept (SbFormDialog *dialog)
{
  SbSignInDialog *self = SB_SIGN_IN_DIALOG (dialog);

  sb_sync_sign_in_async (self->sync, self->service, gtk_editable_get_text (self->user),
                         gtk_editable_get_text (get_key (self)), sb_form_dialog_begin (dialog), signed_in_cb,
                         sb_weak_ref_new (self));
}

static void
sb_sign_in_dialog_busy_changed (SbFormDialog *dialog)
{
  SbSignInDialog *self = SB_SIGN_IN_DIALOG (dialog);
  gboolean is_busy = sb_form_dialog_is_busy (dialog);

  gtk_editable_set_editable (self->user, !is_busy);
  gtk_editable_set_editable (get_key (self), !is_busy);
}

static void
text_changed_cb (SbSignInDialog *self)
{
  sb_form_dialog_clear_problem (SB_FORM_DIALOG (self));
  update_ready (self);
}

static void
sb_sign_in_dialog_dispose (GObject *object)
{
  g_clear_object (&SB_SIGN_IN_DIALOG (object)->sync);

  G_OBJECT_CLASS (sb_sign_in_dialog_parent_class)->dispose (object);
}

static void
sb_sign_in_dialog_class_init (SbSignInDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_sign_in_dialog_dispose;
  SB_FORM_DIALOG_CLASS (klass)->accept = sb_sign_in_dialog_accept;
  SB_FORM_DIALOG_CLASS (klass)->busy_changed = sb_sign_in_dialog_busy_changed;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-sign-in-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SbSignInDialog, help);
  gtk_widget_class_bind_template_child (widget_class, SbSignInDialog, page);
  gtk_widget_class_bind_template_child (widget_class, SbSignInDialog, user);
  gtk_widget_class_bind_template_child (widget_class, SbSignInDialog, password);
  gtk_widget_class_bind_template_child (widget_class, SbSignInDialog, name);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
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
  update_ready (self);
  return self;
}
