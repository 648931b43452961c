/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-service-dialog.h"

#include "sb-drop-down-name.h"
#include "sb-service-query.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>

struct _SbServiceDialog
{
  SbFormDialog parent_instance;

  SbSync *sync; /* (owned) */

  GtkDropDown *service;
  SbServiceQuery *query;
};

G_DEFINE_FINAL_TYPE (SbServiceDialog, sb_service_dialog, SB_TYPE_FORM_DIALOG)

/* The rows of the list are the kinds of feeds without the first, which is no
 * service. */
static const SbService *
get_service (SbServiceDialog *self)
{
  return sb_service_get ((SbFeedKind) (gtk_drop_down_get_selected (self->service) + 1));
}

static char *
describe (const SbFeedOutcome *outcome)
{
  g_autofree char *reason = sb_feed_outcome_dup_reason (outcome, sb_language_get_interface ());

  if (reason != NULL)
    /* Translators: the first %s is the title of a feed, the second a sentence. */
    return g_strdup_printf (_ ("%s was added, but it could not be fetched. %s"), outcome->title, reason);

  /* Translators: %s is the title of a data service with what it is asked for. */
  return g_strdup_printf (ngettext ("%s was added, with %u record.", "%s was added, with %u records.", outcome->n_new),
                          outcome->title, outcome->n_new);
}

static void
added_cb (GObject *object,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (SbFormDialog) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbFeedOutcome) outcome = sb_sync_add_feed_finish (SB_SYNC (object), result, &error);
  g_autofree char *message = NULL;

  /* Closed meanwhile. */
  if (self == NULL)
    return;

  if (error != NULL)
    {
      sb_form_dialog_fail (self, error);
      return;
    }

  /* There is no outcome when another window removed it in this moment. */
  message = outcome != NULL ? describe (outcome) : NULL;
  sb_form_dialog_finish (self, message);
}

static void
sb_service_dialog_accept (SbFormDialog *dialog)
{
  SbServiceDialog *self = SB_SERVICE_DIALOG (dialog);
  g_autofree char *query = sb_service_query_dup_text (self->query);

  sb_sync_add_service_async (self->sync, get_service (self), query, NULL, sb_form_dialog_begin (dialog), added_cb,
                             sb_weak_ref_new (self));
}

static void
service_changed_cb (SbServiceDialog *self)
{
  sb_form_dialog_clear_problem (SB_FORM_DIALOG (self));
  sb_service_query_set_service (self->query, get_service (self));
}

static void
query_changed_cb (SbServiceDialog *self)
{
  sb_form_dialog_clear_problem (SB_FORM_DIALOG (self));
}

static void
sb_service_dialog_dispose (GObject *object)
{
  g_clear_object (&SB_SERVICE_DIALOG (object)->sync);

  G_OBJECT_CLASS (sb_service_dialog_parent_class)->dispose (object);
}

static void
sb_service_dialog_class_init (SbServiceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_service_dialog_dispose;
  SB_FORM_DIALOG_CLASS (klass)->accept = sb_service_dialog_accept;

  g_type_ensure (SB_TYPE_SERVICE_QUERY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-service-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SbServiceDialog, service);
  gtk_widget_class_bind_template_child (widget_class, SbServiceDialog, query);
  gtk_widget_class_bind_template_callback (widget_class, service_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_changed_cb);
}

static void
sb_service_dialog_init (SbServiceDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  sb_drop_down_name_all (GTK_WIDGET (self));

  for (guint kind = SB_FEED_KIND_FEED + 1; kind < SB_N_FEED_KINDS; kind++)
    gtk_string_list_append (names, sb_service_get_label (sb_service_get ((SbFeedKind) kind)));
  gtk_drop_down_set_model (self->service, G_LIST_MODEL (names));
  service_changed_cb (self);
}

SbServiceDialog *
sb_service_dialog_new (SbSync *sync)
{
  SbServiceDialog *self = g_object_new (SB_TYPE_SERVICE_DIALOG, NULL);

  self->sync = g_object_ref (sync);
  return self;
}
