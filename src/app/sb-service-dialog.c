/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-service-dialog.h"

#include "sb-error-text.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>

struct _SbServiceDialog
{
  AdwWindow parent_instance;

  SbSync *sync; /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable) while something is under way */

  GtkDropDown *service;
  GtkWidget *dataset_row;
  GtkDropDown *dataset;
  GtkEditable *countries;
  GtkEditable *from;
  GtkEditable *text;
  GtkWidget *busy;
  GtkWidget *problem_box;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (SbServiceDialog, sb_service_dialog, ADW_TYPE_WINDOW)

enum
{
  ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The rows of the list are the kinds of feeds without the first, which is no
 * service. */
static const SbService *
get_service (SbServiceDialog *self)
{
  return sb_service_get ((SbFeedKind) (gtk_drop_down_get_selected (self->service) + 1));
}

static gboolean
has_word (const SbService *service,
          const char *name)
{
  return g_strv_contains (sb_service_get_query_names (service), name);
}

static void
set_busy (SbServiceDialog *self,
          gboolean is_busy)
{
  g_clear_object (&self->cancellable);
  if (is_busy)
    self->cancellable = g_cancellable_new ();

  gtk_widget_set_visible (self->busy, is_busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "service.add", !is_busy);
}

static void
show_problem (SbServiceDialog *self,
              const GError *error)
{
  g_autofree char *text = NULL;

  set_busy (self, FALSE);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  text = sb_error_text (error, sb_language_get_interface ());
  gtk_label_set_label (self->problem, text);
  gtk_widget_set_visible (self->problem_box, TRUE);
}

static void
set_word (SbServiceWords *query,
          const SbService *service,
          const char *name,
          GtkEditable *editable)
{
  if (has_word (service, name))
    sb_service_words_set (query, name, gtk_editable_get_text (editable));
}

static char *
make_query (SbServiceDialog *self)
{
  const SbService *service = get_service (self);
  const char *const *datasets = sb_service_get_datasets (service);
  g_autoptr (SbServiceWords) query = sb_service_words_new (NULL);

  set_word (query, service, "countries", self->countries);
  set_word (query, service, "from", self->from);
  set_word (query, service, "text", self->text);
  if (datasets != NULL)
    sb_service_words_set (query, "dataset", datasets[gtk_drop_down_get_selected (self->dataset)]);
  return sb_service_words_to_text (query);
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
  g_autoptr (SbServiceDialog) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbFeedOutcome) outcome = sb_sync_add_feed_finish (SB_SYNC (object), result, &error);
  g_autofree char *message = NULL;

  /* Closed meanwhile. */
  if (self == NULL)
    return;

  if (error != NULL)
    {
      show_problem (self, error);
      return;
    }

  /* There is no outcome when another window removed it in this moment. */
  message = outcome != NULL ? describe (outcome) : NULL;
  if (message != NULL)
    g_signal_emit (self, signals[ADDED], 0, message);

  gtk_window_destroy (GTK_WINDOW (self));
}

static void
add_action (GtkWidget *widget,
            const char *action,
            GVariant *parameter)
{
  SbServiceDialog *self = SB_SERVICE_DIALOG (widget);
  g_autofree char *query = make_query (self);

  gtk_widget_set_visible (self->problem_box, FALSE);
  set_busy (self, TRUE);
  sb_sync_add_service_async (self->sync, get_service (self), query, NULL, self->cancellable, added_cb,
                             sb_weak_ref_new (self));
}

static void
service_changed_cb (SbServiceDialog *self)
{
  const SbService *service = get_service (self);
  const char *const *datasets = sb_service_get_datasets (service);
  g_autoptr (GtkStringList) names = gtk_string_list_new (datasets);

  gtk_widget_set_visible (self->problem_box, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->countries), has_word (service, "countries"));
  gtk_widget_set_visible (GTK_WIDGET (self->from), has_word (service, "from"));
  gtk_widget_set_visible (GTK_WIDGET (self->text), has_word (service, "text"));
  gtk_widget_set_visible (self->dataset_row, datasets != NULL);
  gtk_drop_down_set_model (self->dataset, G_LIST_MODEL (names));
}

static void
text_changed_cb (SbServiceDialog *self)
{
  gtk_widget_set_visible (self->problem_box, FALSE);
}

static void
sb_service_dialog_dispose (GObject *object)
{
  SbServiceDialog *self = SB_SERVICE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->sync);

  G_OBJECT_CLASS (sb_service_dialog_parent_class)->dispose (object);
}

static void
sb_service_dialog_class_init (SbServiceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_service_dialog_dispose;

  signals[ADDED] =
    g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-service-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SbServiceDialog, service);
  gtk_widget_class_bind_template_child (widget_class, SbServiceDialog, dataset_row);
  gtk_widget_class_bind_template_child (widget_class, SbServiceDialog, dataset);
  gtk_widget_class_bind_template_child (widget_class, SbServiceDialog, countries);
  gtk_widget_class_bind_template_child (widget_class, SbServiceDialog, from);
  gtk_widget_class_bind_template_child (widget_class, SbServiceDialog, text);
  gtk_widget_class_bind_template_child (widget_class, SbServiceDialog, busy);
  gtk_widget_class_bind_template_child (widget_class, SbServiceDialog, problem_box);
  gtk_widget_class_bind_template_child (widget_class, SbServiceDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, service_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_install_action (widget_class, "service.add", NULL, add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sb_service_dialog_init (SbServiceDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

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
