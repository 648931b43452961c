/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-event-list.h"

#include "sb-event-pages.h"
#include "sb-record-row.h"

struct _SbEventList
{
  GtkWidget parent_instance;

  SbSession *session; /* (owned) (nullable) */

  GtkLabel *title;
  GtkListView *list;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (SbEventList, sb_event_list, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What was there before is not what is to come: a row is not seen before its event
 * was read. */
static void
show_record (GtkWidget *row,
             SbEventItem *item)
{
  sb_record_row_set_record (SB_RECORD_ROW (row), sb_event_item_get_record (item));
  gtk_widget_set_opacity (row, sb_event_item_get_record (item) != NULL ? 1 : 0);
}

static void
item_changed_cb (SbRecordRow *row,
                 GParamSpec *pspec,
                 SbEventItem *item)
{
  show_record (GTK_WIDGET (row), item);
}

static void
setup_row_cb (SbEventList *self,
              GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, sb_record_row_new ());
}

static void
bind_row_cb (SbEventList *self,
             GtkListItem *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  SbEventItem *item = gtk_list_item_get_item (list_item);

  show_record (row, item);
  g_signal_connect_object (item, "notify::record", G_CALLBACK (item_changed_cb), row, G_CONNECT_SWAPPED);
}

static void
unbind_row_cb (SbEventList *self,
               GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), item_changed_cb,
                                        gtk_list_item_get_child (list_item));
}

static void
row_activated_cb (SbEventList *self,
                  guint position)
{
  g_autoptr (SbEventItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (SbRef) ref = NULL;
  SbRecord *record;

  if (item == NULL)
    return;

  record = sb_event_item_get_record (item);
  ref = record != NULL ? sb_record_dup_ref (record) : sb_ref_new (SB_KIND_EVENT, sb_event_item_get_id (item), NULL, NULL);
  if (self->session != NULL)
    sb_session_select (self->session, ref);

  g_signal_emit (self, signals[ACTIVATED], 0, sb_event_item_get_id (item));
}

static void
close_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  g_signal_emit (widget, signals[CLOSED], 0);
}

static void
sb_event_list_dispose (GObject *object)
{
  SbEventList *self = SB_EVENT_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (sb_event_list_parent_class)->dispose (object);
}

static void
sb_event_list_class_init (SbEventListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_event_list_dispose;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[CLOSED] =
    g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-event-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SbEventList, title);
  gtk_widget_class_bind_template_child (widget_class, SbEventList, list);
  gtk_widget_class_bind_template_child (widget_class, SbEventList, selection);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "event-list.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "event-list.close", NULL);
  gtk_widget_class_set_css_name (widget_class, "eventlist");
}

static void
sb_event_list_init (SbEventList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sb_event_list_new (void)
{
  return g_object_new (SB_TYPE_EVENT_LIST, NULL);
}

void
sb_event_list_set_session (SbEventList *self,
                           SbSession *session)
{
  g_return_if_fail (SB_IS_EVENT_LIST (self));

  g_set_object (&self->session, session);
}

void
sb_event_list_show (SbEventList *self,
                    SbEventSource *source,
                    GArray *ids,
                    const char *title)
{
  g_autoptr (SbEventPages) pages = NULL;

  g_return_if_fail (SB_IS_EVENT_LIST (self));
  g_return_if_fail (ids != NULL);

  pages = sb_event_pages_new (source, ids);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (pages));
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

void
sb_event_list_focus (SbEventList *self)
{
  g_return_if_fail (SB_IS_EVENT_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

guint
sb_event_list_get_n_events (SbEventList *self)
{
  g_return_val_if_fail (SB_IS_EVENT_LIST (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}
