/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-chronology-page.h"

#include "sb-chronology-export.h"
#include "sb-chronology-reader.h"
#include "sb-chronology-view.h"
#include "sb-drop-down-name.h"
#include "sb-event-filter-form.h"
#include "sb-event-list.h"
#include "sb-export-chooser.h"
#include "sb-file-export.h"
#include "sb-wrap-layout.h"

#include <glib/gi18n.h>

/* While the chronology moves, what is in view is listed once it has stood still for so
 * long, in milliseconds. */
#define LIST_DELAY 200

/* How much longer or shorter a day becomes by a button. */
#define ZOOM_STEP 1.5

struct _SbChronologyPage
{
  SbPage parent_instance;

  SbChronologyReader *reader; /* (owned) (nullable) before the page is connected */
  GtkFileChooserNative *chooser; /* (owned) (nullable) */

  GtkDropDown *lanes;
  GtkStack *stack;
  GtkPaned *paned;
  SbChronologyView *view;
  GtkScrollbar *scrollbar;
  SbEventFilterForm *filter_form;
  GtkMenuButton *filter_button;
  GtkToggleButton *list_button;
  SbEventList *list;
  gboolean lists_view; /* what is in view, and not what was chosen */
  guint listing; /* the source that lists it anew; 0 for none */
};

G_DEFINE_FINAL_TYPE (SbChronologyPage, sb_chronology_page, SB_TYPE_PAGE)

static void
sb_chronology_page_focus_content (SbPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (SB_CHRONOLOGY_PAGE (page)->view));
}

static SbEventModel *
get_model (SbChronologyPage *self)
{
  return sb_moment_get_event_model (sb_page_get_moment (SB_PAGE (self)));
}

static void
show_events (SbChronologyPage *self,
             GArray *ids,
             const char *title)
{
  sb_event_list_show (self->list, sb_event_model_get_source (get_model (self)), ids, title);
}

static void
show_in_view (SbChronologyPage *self)
{
  g_autoptr (GArray) ids = sb_chronology_view_list_in_view (self->view);
  g_autofree char *title = g_strdup_printf (ngettext ("%u event in view", "%u events in view", ids->len), ids->len);

  show_events (self, ids, title);
}

static void
events_chosen_cb (SbChronologyPage *self,
                  GArray *ids,
                  const char *title)
{
  gtk_toggle_button_set_active (self->list_button, TRUE);
  self->lists_view = FALSE;
  show_events (self, ids, title);
}

static gboolean
list_cb (gpointer user_data)
{
  SbChronologyPage *self = user_data;

  self->listing = 0;
  if (self->lists_view)
    show_in_view (self);
  return G_SOURCE_REMOVE;
}

static void
moved_cb (SbChronologyPage *self)
{
  g_clear_handle_id (&self->listing, g_source_remove);
  if (self->lists_view)
    self->listing = g_timeout_add (LIST_DELAY, list_cb, self);
}

/* The button alone: what is in view. What is chosen afterwards takes its place. */
static void
list_toggled_cb (SbChronologyPage *self)
{
  gboolean is_shown = gtk_toggle_button_get_active (self->list_button);

  gtk_widget_set_visible (GTK_WIDGET (self->list), is_shown);
  self->lists_view = is_shown && self->reader != NULL;
  if (self->lists_view)
    show_in_view (self);
  else if (!is_shown)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
list_closed_cb (SbChronologyPage *self)
{
  gtk_toggle_button_set_active (self->list_button, FALSE);
}

static void
read_cb (SbChronologyPage *self)
{
  SbChronology *chronology = sb_chronology_reader_get_chronology (self->reader);

  if (sb_chronology_reader_get_error (self->reader) != NULL)
    {
      g_autoptr (GError) error = g_error_copy (sb_chronology_reader_get_error (self->reader));

      sb_page_show_error (SB_PAGE (self), error);
    }

  sb_chronology_view_set_chronology (self->view, chronology);
  gtk_stack_set_visible_child_name (self->stack, chronology != NULL && sb_chronology_get_n_lanes (chronology) > 0 ? "lanes" : "empty");
  moved_cb (self);
}

static void
update_filter_button (SbChronologyPage *self)
{
  if (sb_session_filters_events (sb_page_get_session (SB_PAGE (self))))
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "accent");
}

static void
lanes_chosen_cb (SbChronologyPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->lanes);

  if (self->reader == NULL || chosen >= SB_N_CHRONOLOGY_ORDERS)
    return;

  sb_chronology_reader_set_order (self->reader, (SbChronologyOrder) chosen);
  g_settings_set_string (sb_context_get_settings (sb_page_get_context (SB_PAGE (self))), "chronology-lanes",
                         sb_chronology_order_get_name ((SbChronologyOrder) chosen));
}

static void
restore_lanes (SbChronologyPage *self,
               GSettings *settings)
{
  g_autofree char *name = g_settings_get_string (settings, "chronology-lanes");
  SbChronologyOrder order = SB_CHRONOLOGY_ACTORS;

  sb_chronology_order_parse (name, &order);
  sb_chronology_reader_set_order (self->reader, order);
  gtk_drop_down_set_selected (self->lanes, order);
}

static void
sb_chronology_page_connect (SbPage *page)
{
  static const char *const of_filter[] = { "notify::event-types", "notify::min-fatalities", "notify::event-actor" };
  SbChronologyPage *self = SB_CHRONOLOGY_PAGE (page);
  SbMoment *moment = sb_page_get_moment (page);
  GSettings *settings = sb_context_get_settings (sb_page_get_context (page));

  self->reader = sb_chronology_reader_new (sb_page_get_catalogue (page), sb_moment_get_event_model (moment));
  g_signal_connect_object (self->reader, "changed", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  restore_lanes (self, settings);
  sb_chronology_view_set_model (self->view, sb_moment_get_event_model (moment));
  sb_event_list_set_session (self->list, sb_page_get_session (page));
  sb_event_filter_form_set_session (self->filter_form, sb_page_get_session (page));
  sb_event_filter_form_set_actors (self->filter_form, sb_moment_get_actors (moment));
  for (guint i = 0; i < G_N_ELEMENTS (of_filter); i++)
    g_signal_connect_object (sb_page_get_session (page), of_filter[i], G_CALLBACK (update_filter_button), self, G_CONNECT_SWAPPED);
  update_filter_button (self);
  g_settings_bind (settings, "chronology-view-width", self->paned, "position", G_SETTINGS_BIND_DEFAULT);
}

static void
zoom_in_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  sb_chronology_view_zoom (SB_CHRONOLOGY_PAGE (widget)->view, ZOOM_STEP);
}

static void
zoom_out_action (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  sb_chronology_view_zoom (SB_CHRONOLOGY_PAGE (widget)->view, 1 / ZOOM_STEP);
}

static void
show_period_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  sb_chronology_view_show_period (SB_CHRONOLOGY_PAGE (widget)->view);
}

static void
show_all_action (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  sb_chronology_view_show_all (SB_CHRONOLOGY_PAGE (widget)->view);
}

static void
exported_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (SbChronologyPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (sb_file_export_finish (SB_CONTEXT (object), result, &error))
    sb_page_show_message (SB_PAGE (self), _ ("The chronology was written."));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME))
    sb_page_show_message (SB_PAGE (self), _ ("The name of the file must end in .pdf, .svg, .png or .csv."));
  else
    sb_page_show_error (SB_PAGE (self), error);
}

static void
file_chosen_cb (SbChronologyPage *self,
                int response)
{
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT ? sb_export_chooser_dup_path (self->chooser) : NULL;

  g_clear_object (&self->chooser);
  if (path != NULL)
    sb_chronology_export_async (sb_page_get_context (SB_PAGE (self)), sb_page_get_session (SB_PAGE (self)),
                                (SbChronologyOrder) gtk_drop_down_get_selected (self->lanes),
                                sb_event_model_get_filter (get_model (self)), path, exported_cb, g_object_ref (self));
}

static void
export_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  static const SbExportFormat formats[] = {
    { ".pdf", N_ ("PDF document") },
    { ".svg", N_ ("SVG drawing") },
    { ".png", N_ ("PNG picture") },
    { ".csv", N_ ("Table") },
  };
  SbChronologyPage *self = SB_CHRONOLOGY_PAGE (widget);

  if (self->chooser != NULL || sb_page_get_moment (SB_PAGE (self)) == NULL)
    return;

  /* Translators: the proposed name of a file; it may end in .pdf, .svg, .png and .csv. */
  self->chooser = sb_export_chooser_new (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Export the chronology"), _ ("chronology.pdf"), formats,
                                         G_N_ELEMENTS (formats));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (file_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
sb_chronology_page_dispose (GObject *object)
{
  SbChronologyPage *self = SB_CHRONOLOGY_PAGE (object);

  g_clear_handle_id (&self->listing, g_source_remove);
  g_clear_object (&self->reader);
  g_clear_object (&self->chooser);

  G_OBJECT_CLASS (sb_chronology_page_parent_class)->dispose (object);
}

static void
sb_chronology_page_class_init (SbChronologyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_chronology_page_dispose;
  SB_PAGE_CLASS (klass)->connect = sb_chronology_page_connect;
  SB_PAGE_CLASS (klass)->focus_content = sb_chronology_page_focus_content;

  g_type_ensure (SB_TYPE_CHRONOLOGY_VIEW);
  g_type_ensure (SB_TYPE_EVENT_FILTER_FORM);
  g_type_ensure (SB_TYPE_EVENT_LIST);
  g_type_ensure (SB_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-chronology-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SbChronologyPage, lanes);
  gtk_widget_class_bind_template_child (widget_class, SbChronologyPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SbChronologyPage, paned);
  gtk_widget_class_bind_template_child (widget_class, SbChronologyPage, view);
  gtk_widget_class_bind_template_child (widget_class, SbChronologyPage, scrollbar);
  gtk_widget_class_bind_template_child (widget_class, SbChronologyPage, filter_form);
  gtk_widget_class_bind_template_child (widget_class, SbChronologyPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, SbChronologyPage, list_button);
  gtk_widget_class_bind_template_child (widget_class, SbChronologyPage, list);
  gtk_widget_class_bind_template_callback (widget_class, lanes_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, events_chosen_cb);
  gtk_widget_class_install_action (widget_class, "chronology.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "chronology.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "chronology.show-period", NULL, show_period_action);
  gtk_widget_class_install_action (widget_class, "chronology.show-all", NULL, show_all_action);
  gtk_widget_class_install_action (widget_class, "chronology.export", NULL, export_action);
}

static void
sb_chronology_page_init (SbChronologyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sb_drop_down_name_all (GTK_WIDGET (self));
  gtk_scrollbar_set_adjustment (self->scrollbar, sb_chronology_view_get_vadjustment (self->view));
}
