/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-document-view.h"

#include "sb-list-focus.h"
#include "sb-list-place.h"
#include "sb-record-row.h"

#include <adwaita.h>

/* So many rows are made for one frame: to make one takes most of a millisecond. */
#define ROWS_A_FRAME 8

/* GtkListView makes no more rows than about 200, however many items there are. */
#define MAX_ROWS 256

struct _SbDocumentView
{
  GtkWidget parent_instance;

  SbRecordPages *pages; /* (owned) (nullable) until it has a model */
  gboolean is_following; /* the selection is being set by the program */
  guint grow_tick;
  SbListPlace place;

  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *empty;
  GtkButton *empty_button;
  GtkSliceListModel *slice; /* the rows that were made so far */
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (SbDocumentView, sb_document_view, GTK_TYPE_WIDGET)

enum
{
  DOCUMENT_CHOSEN,
  DOCUMENT_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
get_n_pages (SbDocumentView *self)
{
  return self->pages != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->pages)) : 0;
}

static void
update_stack (SbDocumentView *self)
{
  const char *shown = gtk_stack_get_visible_child_name (self->stack);

  if (get_n_pages (self) > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (self->pages != NULL && !sb_record_pages_is_loading (self->pages))
    gtk_stack_set_visible_child_name (self->stack, "empty");
  /* What is being read may yet be there: nothing is said of it before. But what was said
   * of an empty list stays, while it is read again. */
  else if (g_strcmp0 (shown, "empty") != 0)
    gtk_stack_set_visible_child_name (self->stack, "loading");
}

static gboolean
grow_cb (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer user_data)
{
  SbDocumentView *self = SB_DOCUMENT_VIEW (widget);
  guint size = gtk_slice_list_model_get_size (self->slice);

  if (size < get_n_pages (self))
    {
      size += ROWS_A_FRAME;
      gtk_slice_list_model_set_size (self->slice, size < MAX_ROWS ? size : G_MAXUINT);
      return G_SOURCE_CONTINUE;
    }

  self->grow_tick = 0;
  return G_SOURCE_REMOVE;
}

/* The rows of a list are made over several frames, so that the window can be used
 * meanwhile. */
static void
pages_changed_cb (SbDocumentView *self)
{
  guint n_items = get_n_pages (self);
  guint size = gtk_slice_list_model_get_size (self->slice);

  if (n_items < MAX_ROWS)
    gtk_slice_list_model_set_size (self->slice, MIN (size, MAX (n_items, ROWS_A_FRAME)));
  if (gtk_slice_list_model_get_size (self->slice) < n_items && self->grow_tick == 0)
    self->grow_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
  update_stack (self);
}

static void
rows_changed_cb (SbDocumentView *self,
                 guint position,
                 guint n_removed,
                 guint n_added)
{
  sb_list_place_follow (&self->place, position, n_removed, n_added);
}

static void
selected_cb (SbDocumentView *self)
{
  gint64 id = sb_document_view_get_selected (self);

  if (id == 0)
    return;

  sb_list_place_set (&self->place, gtk_single_selection_get_selected (self->selection));
  if (!self->is_following)
    g_signal_emit (self, signals[DOCUMENT_CHOSEN], 0, id);
}

static void
activated_cb (SbDocumentView *self,
              guint position)
{
  /* The keyboard may be at a row that was never selected: down from the search. */
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[DOCUMENT_ACTIVATED], 0, sb_record_pages_get_id (self->pages, position));
}

static void
setup_row_cb (SbDocumentView *self,
              GtkListItem *item)
{
  gtk_list_item_set_child (item, sb_record_row_new ());
}

static void
bind_row_cb (SbDocumentView *self,
             GtkListItem *item)
{
  GBinding *binding = g_object_bind_property (gtk_list_item_get_item (item), "record", gtk_list_item_get_child (item), "record",
                                              G_BINDING_SYNC_CREATE);

  g_object_set_data (G_OBJECT (item), "record", binding);
}

static void
unbind_row_cb (SbDocumentView *self,
               GtkListItem *item)
{
  GBinding *binding = g_object_steal_data (G_OBJECT (item), "record");

  if (binding != NULL)
    g_binding_unbind (binding);
}

static void
sb_document_view_dispose (GObject *object)
{
  SbDocumentView *self = SB_DOCUMENT_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->pages);

  G_OBJECT_CLASS (sb_document_view_parent_class)->dispose (object);
}

static void
sb_document_view_class_init (SbDocumentViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_document_view_dispose;

  signals[DOCUMENT_CHOSEN] =
    g_signal_new ("document-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[DOCUMENT_ACTIVATED] =
    g_signal_new ("document-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-document-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SbDocumentView, stack);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentView, list);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentView, empty);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentView, empty_button);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentView, slice);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentView, selection);
  gtk_widget_class_bind_template_callback (widget_class, rows_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
}

static void
sb_document_view_init (SbDocumentView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sb_list_keep_focus (self->list);

  self->place = SB_LIST_PLACE_INIT;
  gtk_slice_list_model_set_size (self->slice, ROWS_A_FRAME);
}

void
sb_document_view_set_empty (SbDocumentView *self,
                            const SbDocumentViewEmpty *empty)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_return_if_fail (SB_IS_DOCUMENT_VIEW (self));

  adw_status_page_set_icon_name (self->empty, empty->icon_name);
  adw_status_page_set_title (self->empty, empty->title);
  adw_status_page_set_description (self->empty, empty->description);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_button), empty->action != NULL);
  if (empty->action == NULL)
    return;

  /* The target first: an action is never asked whether it takes none. */
  g_action_parse_detailed_name (empty->action, &name, &target, NULL);
  gtk_button_set_label (self->empty_button, empty->button);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->empty_button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->empty_button), name);
}

void
sb_document_view_set_model (SbDocumentView *self,
                            SbRecordPages *model)
{
  g_return_if_fail (SB_IS_DOCUMENT_VIEW (self));
  g_return_if_fail (self->pages == NULL);

  self->pages = g_object_ref (model);
  /* First, so that the rows are what the model is whenever we hear of it. */
  gtk_slice_list_model_set_model (self->slice, G_LIST_MODEL (model));
  g_signal_connect_object (model, "items-changed", G_CALLBACK (pages_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::loading", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  pages_changed_cb (self);
}

gint64
sb_document_view_get_selected (SbDocumentView *self)
{
  SbRecordItem *item;

  g_return_val_if_fail (SB_IS_DOCUMENT_VIEW (self), 0);

  item = gtk_single_selection_get_selected_item (self->selection);
  return item != NULL ? sb_record_item_get_id (item) : 0;
}

SbRecord *
sb_document_view_get_record (SbDocumentView *self)
{
  SbRecordItem *item;

  g_return_val_if_fail (SB_IS_DOCUMENT_VIEW (self), NULL);

  item = gtk_single_selection_get_selected_item (self->selection);
  return item != NULL ? sb_record_item_get_record (item) : NULL;
}

/* The rows down to @position are made now, if they were not yet. */
static void
select_row (SbDocumentView *self,
            guint position)
{
  if (position >= gtk_slice_list_model_get_size (self->slice))
    gtk_slice_list_model_set_size (self->slice, G_MAXUINT);

  gtk_single_selection_set_selected (self->selection, position);
  sb_list_go_to (self->list, position);
}

void
sb_document_view_show_selected (SbDocumentView *self,
                                gint64 id)
{
  guint position;

  g_return_if_fail (SB_IS_DOCUMENT_VIEW (self));

  if (self->pages == NULL || sb_document_view_get_selected (self) == id)
    return;

  self->is_following = TRUE;
  if (sb_record_pages_find (self->pages, id, &position))
    select_row (self, position);
  else
    gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->is_following = FALSE;
}

gboolean
sb_document_view_choose (SbDocumentView *self,
                         gint64 id)
{
  guint position;

  g_return_val_if_fail (SB_IS_DOCUMENT_VIEW (self), FALSE);

  if (self->pages == NULL || !sb_record_pages_find (self->pages, id, &position))
    return FALSE;

  select_row (self, position);
  return TRUE;
}

void
sb_document_view_step (SbDocumentView *self,
                       int step)
{
  g_return_if_fail (SB_IS_DOCUMENT_VIEW (self));

  /* With nothing of the list selected it goes on from where it was. */
  if (get_n_pages (self) > 0)
    select_row (self, sb_list_place_get_next (&self->place, step, get_n_pages (self)));
}

void
sb_document_view_focus_list (SbDocumentView *self)
{
  g_return_if_fail (SB_IS_DOCUMENT_VIEW (self));

  sb_list_take_focus (self->list);
}
