/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-record-view.h"

#include "sb-list-focus.h"
#include "sb-list-place.h"
#include "sb-record-names.h"
#include "sb-record-row.h"
#include "sb-text.h"

#include <adwaita.h>
#include <string.h>

/* So many rows are made for one frame: to make one takes most of a millisecond. */
#define ROWS_A_FRAME 8

/* GtkListView makes no more rows than about 200, however many items there are. */
#define MAX_ROWS 256

/* How many rows are looked at for the next one that is sought. */
#define MAX_STEPS 500

struct _SbRecordView
{
  GtkWidget parent_instance;

  SbSession *session; /* (owned) (nullable) */
  char *wanted; /* (owned) (nullable) what is searched for, folded */
  gboolean is_following; /* the selection is being set from the session */
  guint grow_tick;
  SbListPlace place;

  GtkStack *stack;
  GtkSearchEntry *entry;
  GtkListView *list;
  AdwStatusPage *empty;
  GtkLabel *no_match;
  GtkFilterListModel *filtered;
  GtkSliceListModel *slice; /* of filtered: the rows that were made so far */
  GtkCustomFilter *filter;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (SbRecordView, sb_record_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_MODEL,
  PROP_EMPTY_TITLE,
  PROP_EMPTY_DESCRIPTION,
  PROP_EMPTY_ICON_NAME,
  PROP_SEARCH_HINT,
  PROP_LABEL,
  N_PROPS
};

enum
{
  RECORD_CHOSEN,
  RECORD_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* What a record is called does not change: it is folded once, when it is first sought. */
static const char *
get_names (SbRecord *record)
{
  static GQuark quark = 0;
  char *names;

  if (quark == 0)
    quark = g_quark_from_static_string ("sb-record-view-names");
  names = g_object_get_qdata (G_OBJECT (record), quark);
  if (names == NULL)
    {
      names = sb_record_fold_names (record);
      g_object_set_qdata_full (G_OBJECT (record), quark, names, g_free);
    }

  return names;
}

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  SbRecordView *self = user_data;

  return self->wanted == NULL || *self->wanted == '\0' || strstr (get_names (item), self->wanted) != NULL;
}

static void
search_changed_cb (SbRecordView *self)
{
  g_free (self->wanted);
  self->wanted = sb_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/* Selects the row of the session's selection, and none when it is not in the
 * list: a click on the row that was selected before must be a change. */
static void
follow_session (SbRecordView *self)
{
  SbRef *ref = self->session != NULL ? sb_session_get_selection (self->session) : NULL;
  GListModel *model = G_LIST_MODEL (self->selection);
  guint found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; ref != NULL && found == GTK_INVALID_LIST_POSITION && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (SbRecord) record = g_list_model_get_item (model, i);

      if (sb_record_get_id (record) == sb_ref_get_id (ref))
        found = i;
    }

  if (self->session == NULL || found == gtk_single_selection_get_selected (self->selection))
    return;

  self->is_following = TRUE;
  gtk_single_selection_set_selected (self->selection, found);
  if (found != GTK_INVALID_LIST_POSITION)
    sb_list_go_to (self->list, found);

  self->is_following = FALSE;
}

static void
update_stack (SbRecordView *self)
{
  GListModel *model = gtk_filter_list_model_get_model (self->filtered);
  gboolean is_empty = model == NULL || g_list_model_get_n_items (model) == 0;

  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "list");
  gtk_widget_set_visible (GTK_WIDGET (self->no_match), g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0);
}

static gboolean
grow_cb (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer user_data)
{
  SbRecordView *self = SB_RECORD_VIEW (widget);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  guint size = gtk_slice_list_model_get_size (self->slice);

  if (size < n_items)
    {
      size += ROWS_A_FRAME;
      gtk_slice_list_model_set_size (self->slice, size < MAX_ROWS ? size : G_MAXUINT);
      follow_session (self);
      return G_SOURCE_CONTINUE;
    }

  self->grow_tick = 0;
  return G_SOURCE_REMOVE;
}

/* The rows of a list are made over several frames, so that the window can be
 * used meanwhile. */
static void
show_slice (SbRecordView *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  guint size = gtk_slice_list_model_get_size (self->slice);

  if (n_items < MAX_ROWS)
    gtk_slice_list_model_set_size (self->slice, MIN (size, MAX (n_items, ROWS_A_FRAME)));

  if (gtk_slice_list_model_get_size (self->slice) < n_items && self->grow_tick == 0)
    self->grow_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
}

static void
items_changed_cb (SbRecordView *self)
{
  show_slice (self);
  update_stack (self);
  follow_session (self);
}

static void
rows_changed_cb (SbRecordView *self,
                 guint position,
                 guint n_removed,
                 guint n_added)
{
  sb_list_place_follow (&self->place, position, n_removed, n_added);
}

static void
selected_cb (SbRecordView *self)
{
  g_autoptr (SbRef) ref = NULL;
  SbRecord *record = sb_record_view_get_selected (self);

  if (record == NULL)
    return;

  sb_list_place_set (&self->place, gtk_single_selection_get_selected (self->selection));
  if (self->is_following)
    return;

  ref = sb_record_dup_ref (record);
  if (self->session != NULL)
    sb_session_select (self->session, ref);

  g_signal_emit (self, signals[RECORD_CHOSEN], 0, record);
}

static void
activated_cb (SbRecordView *self,
              guint position)
{
  g_autoptr (SbRecord) record = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (record == NULL)
    return;

  /* The keyboard may be at a row that was never selected: down from the search. */
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[RECORD_ACTIVATED], 0, record);
}

/* Enter in the search takes the first of what is found, also before the entry has told
 * what was typed last. */
static void
search_activated_cb (SbRecordView *self)
{
  search_changed_cb (self);
  activated_cb (self, 0);
}

/* Down leads from the search into the list. */
static gboolean
enter_list (GtkWidget *widget,
            GVariant *arguments,
            gpointer user_data)
{
  SbRecordView *self = SB_RECORD_VIEW (widget);

  if (gtk_widget_get_focus_child (gtk_widget_get_parent (GTK_WIDGET (self->entry))) != GTK_WIDGET (self->entry))
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_DOWN);
}

static void
setup_row_cb (SbRecordView *self,
              GtkListItem *item)
{
  gtk_list_item_set_child (item, sb_record_row_new ());
}

static void
bind_row_cb (SbRecordView *self,
             GtkListItem *item)
{
  sb_record_row_set_record (SB_RECORD_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
sb_record_view_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  SbRecordView *self = SB_RECORD_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_MODEL:
      g_value_set_object (value, gtk_filter_list_model_get_model (self->filtered));
      break;

    case PROP_EMPTY_TITLE:
      g_value_set_string (value, adw_status_page_get_title (self->empty));
      break;

    case PROP_EMPTY_DESCRIPTION:
      g_value_set_string (value, adw_status_page_get_description (self->empty));
      break;

    case PROP_EMPTY_ICON_NAME:
      g_value_set_string (value, adw_status_page_get_icon_name (self->empty));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_record_view_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  SbRecordView *self = SB_RECORD_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      sb_record_view_set_session (self, g_value_get_object (value));
      break;

    case PROP_MODEL:
      sb_record_view_set_model (self, g_value_get_object (value));
      break;

    case PROP_EMPTY_TITLE:
      adw_status_page_set_title (self->empty, g_value_get_string (value));
      break;

    case PROP_EMPTY_DESCRIPTION:
      adw_status_page_set_description (self->empty, g_value_get_string (value));
      break;

    case PROP_EMPTY_ICON_NAME:
      adw_status_page_set_icon_name (self->empty, g_value_get_string (value));
      break;

    case PROP_SEARCH_HINT:
      g_object_set (self->entry, "placeholder-text", g_value_get_string (value), NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, g_value_get_string (value), -1);
      break;

    case PROP_LABEL:
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_record_view_dispose (GObject *object)
{
  SbRecordView *self = SB_RECORD_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (sb_record_view_parent_class)->dispose (object);
}

static void
sb_record_view_finalize (GObject *object)
{
  g_free (SB_RECORD_VIEW (object)->wanted);

  G_OBJECT_CLASS (sb_record_view_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  static const struct
  {
    guint id;
    const char *name;
  } strings[] = {
    { PROP_EMPTY_TITLE, "empty-title" },
    { PROP_EMPTY_DESCRIPTION, "empty-description" },
    { PROP_EMPTY_ICON_NAME, "empty-icon-name" },
    { PROP_SEARCH_HINT, "search-hint" },
    { PROP_LABEL, "label" },
  };

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, SB_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MODEL] =
    g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    properties[strings[i].id] =
      g_param_spec_string (strings[i].name, NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sb_record_view_class_init (SbRecordViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sb_record_view_get_property;
  object_class->set_property = sb_record_view_set_property;
  object_class->dispose = sb_record_view_dispose;
  object_class->finalize = sb_record_view_finalize;
  install_properties (object_class);

  signals[RECORD_CHOSEN] =
    g_signal_new ("record-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, SB_TYPE_RECORD);
  signals[RECORD_ACTIVATED] =
    g_signal_new ("record-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, SB_TYPE_RECORD);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-record-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SbRecordView, stack);
  gtk_widget_class_bind_template_child (widget_class, SbRecordView, entry);
  gtk_widget_class_bind_template_child (widget_class, SbRecordView, list);
  gtk_widget_class_bind_template_child (widget_class, SbRecordView, empty);
  gtk_widget_class_bind_template_child (widget_class, SbRecordView, filtered);
  gtk_widget_class_bind_template_child (widget_class, SbRecordView, no_match);
  gtk_widget_class_bind_template_child (widget_class, SbRecordView, slice);
  gtk_widget_class_bind_template_child (widget_class, SbRecordView, selection);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, rows_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, enter_list, NULL);
}

static void
sb_record_view_init (SbRecordView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sb_list_keep_focus (self->list);

  self->place = SB_LIST_PLACE_INIT;
  gtk_slice_list_model_set_size (self->slice, ROWS_A_FRAME);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  gtk_filter_list_model_set_filter (self->filtered, GTK_FILTER (self->filter));
  g_object_unref (self->filter); /* the model holds it */
  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  update_stack (self);
}

GtkWidget *
sb_record_view_new (void)
{
  return g_object_new (SB_TYPE_RECORD_VIEW, NULL);
}

void
sb_record_view_set_session (SbRecordView *self,
                            SbSession *session)
{
  g_return_if_fail (SB_IS_RECORD_VIEW (self));

  if (!g_set_object (&self->session, session) || session == NULL)
    return;

  g_signal_connect_object (session, "notify::selection", G_CALLBACK (follow_session), self, G_CONNECT_SWAPPED);
  follow_session (self);
}

void
sb_record_view_set_model (SbRecordView *self,
                          GListModel *model)
{
  g_return_if_fail (SB_IS_RECORD_VIEW (self));

  gtk_filter_list_model_set_model (self->filtered, model);
  items_changed_cb (self);
}

SbRecord *
sb_record_view_get_selected (SbRecordView *self)
{
  g_return_val_if_fail (SB_IS_RECORD_VIEW (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

void
sb_record_view_step (SbRecordView *self,
                     int step)
{
  guint n_items;
  guint next;

  g_return_if_fail (SB_IS_RECORD_VIEW (self));

  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  if (n_items == 0)
    return;

  /* With something else selected it goes on from where it was. */
  next = sb_list_place_get_next (&self->place, step, n_items);
  gtk_single_selection_set_selected (self->selection, next);
  sb_list_go_to (self->list, next);
}

gboolean
sb_record_view_step_to (SbRecordView *self,
                        SbRecordMatchFunc is_sought)
{
  guint n_items;
  guint first;

  g_return_val_if_fail (SB_IS_RECORD_VIEW (self), FALSE);

  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  first = sb_list_place_get_following (&self->place);
  for (guint i = first; i < n_items && i < first + MAX_STEPS; i++)
    {
      g_autoptr (SbRecord) record = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (record == NULL || !is_sought (record))
        continue;

      gtk_single_selection_set_selected (self->selection, i);
      sb_list_go_to (self->list, i);
      return TRUE;
    }

  return FALSE;
}

void
sb_record_view_focus_list (SbRecordView *self)
{
  g_return_if_fail (SB_IS_RECORD_VIEW (self));

  sb_list_take_focus (self->list);
}
