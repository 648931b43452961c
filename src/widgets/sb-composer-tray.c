/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-composer-tray.h"

#include "sb-drop-down-name.h"
#include "sb-figure-list.h"
#include "sb-record-row.h"
#include "sb-wrap-layout.h"

#include <glib/gi18n.h>

/* What texts are made of, the commonest first. */
static const SbKind kinds[] = {
  SB_KIND_EXTRACT,
  SB_KIND_EVENT,
  SB_KIND_CLAIM,
  SB_KIND_RESTRICTION,
  SB_KIND_FIGURE,
  SB_KIND_CONTROL,
  SB_KIND_ALLIANCE,
  SB_KIND_INSTRUMENT,
  SB_KIND_JUDGEMENT,
  SB_KIND_RECOMMENDATION,
  SB_KIND_RELATION,
  SB_KIND_DOCUMENT,
};

struct _SbComposerTray
{
  GtkWidget parent_instance;

  gboolean is_writable;
  gboolean has_dossier;
  gboolean is_asked; /* something else is wanted than what is listed */
  GtkWidget *content;
  GtkDropDown *kinds;
  GtkEditable *words;
  GtkCheckButton *of_period;
  GtkCheckButton *of_dossier;
  GtkStack *stack;
  GtkLabel *empty;
  GtkListView *list;
  GtkSingleSelection *selection;
  GtkScrolledWindow *figures_scroll;
  GtkWidget *tools;
  GtkWidget *translate;
  GListModel *model; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SbComposerTray, sb_composer_tray, GTK_TYPE_WIDGET)

enum
{
  WANTED_CHANGED,
  CITE_REQUESTED,
  INSERT_REQUESTED,
  TRANSLATE_REQUESTED,
  RECORD_CHOSEN,
  FIGURE_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The last of the kinds is that of figures, which are no records. */
static gboolean
shows_figures (SbComposerTray *self)
{
  return gtk_drop_down_get_selected (self->kinds) == G_N_ELEMENTS (kinds);
}

static SbRecord *
get_selected (SbComposerTray *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
update_actions (SbComposerTray *self)
{
  gboolean is_chosen = get_selected (self) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tray.cite", is_chosen && self->is_writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tray.insert", is_chosen);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tray.translate", is_chosen && sb_record_get_kind (get_selected (self)) == SB_KIND_EXTRACT);
}

static void update_stack (SbComposerTray *self);

static void
figure_activated_cb (SbComposerTray *self,
                     SbFigureRow *row)
{
  g_signal_emit (self, signals[FIGURE_REQUESTED], 0, row);
}

/* A passage has no day of its own, and passages and documents are a part of no dossier. */
static void
update_checks (SbComposerTray *self)
{
  SbKind kind = sb_composer_tray_get_kind (self);
  gboolean is_figures = shows_figures (self);

  gtk_widget_set_visible (self->translate, kind == SB_KIND_EXTRACT);
  gtk_widget_set_visible (GTK_WIDGET (self->of_period), !is_figures && kind != SB_KIND_EXTRACT);
  gtk_widget_set_visible (GTK_WIDGET (self->of_dossier),
                          !is_figures && kind != SB_KIND_EXTRACT && kind != SB_KIND_DOCUMENT && self->has_dossier);
}

static void
wanted_cb (SbComposerTray *self)
{
  gboolean is_figures = shows_figures (self);

  update_checks (self);
  gtk_widget_set_visible (GTK_WIDGET (self->words), !is_figures);
  gtk_widget_set_visible (self->tools, !is_figures);
  if (is_figures)
    {
      gtk_stack_set_visible_child_name (self->stack, "figures");
      return;
    }

  self->is_asked = TRUE;
  update_stack (self);
  g_signal_emit (self, signals[WANTED_CHANGED], 0);
}

static void
words_activated_cb (SbComposerTray *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
selected_cb (SbComposerTray *self)
{
  SbRecord *record = get_selected (self);

  update_actions (self);
  if (record != NULL)
    g_signal_emit (self, signals[RECORD_CHOSEN], 0, record);
}

static void
activated_cb (SbComposerTray *self,
              guint position)
{
  g_autoptr (SbRecord) record = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (record != NULL && self->is_writable)
    g_signal_emit (self, signals[CITE_REQUESTED], 0, record);
}

static void
put_action (GtkWidget *widget,
            const char *action,
            GVariant *parameter)
{
  SbComposerTray *self = SB_COMPOSER_TRAY (widget);
  SbRecord *record = get_selected (self);
  guint asked = g_str_equal (action, "tray.cite") ? CITE_REQUESTED : g_str_equal (action, "tray.insert") ? INSERT_REQUESTED
                                                                                                         : TRANSLATE_REQUESTED;

  if (record != NULL)
    g_signal_emit (self, signals[asked], 0, record);
}

/* A text takes it as its citation, the pages and the outline as what it is. */
static GdkContentProvider *
drag_prepared_cb (GtkListItem *item)
{
  SbRecord *record = gtk_list_item_get_item (item);
  g_autofree char *citation = NULL;
  GdkContentProvider *given[2];

  if (record == NULL)
    return NULL;

  citation = sb_composer_tray_dup_citation (record);
  given[0] = gdk_content_provider_new_typed (SB_TYPE_RECORD, record);
  given[1] = gdk_content_provider_new_typed (G_TYPE_STRING, citation);
  return gdk_content_provider_new_union (given, G_N_ELEMENTS (given));
}

static void
setup_row_cb (SbComposerTray *self,
              GtkListItem *item)
{
  GtkWidget *row = sb_record_row_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_list_item_set_child (item, row);
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepared_cb), item, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
}

static void
bind_row_cb (SbComposerTray *self,
             GtkListItem *item)
{
  sb_record_row_set_record (SB_RECORD_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

/* Why there is nothing to show. */
static const char *
get_reason (SbComposerTray *self)
{
  gboolean is_of_period = gtk_widget_get_visible (GTK_WIDGET (self->of_period)) && gtk_check_button_get_active (self->of_period);
  gboolean is_of_dossier = gtk_widget_get_visible (GTK_WIDGET (self->of_dossier)) && gtk_check_button_get_active (self->of_dossier);

  if (sb_composer_tray_get_words (self)[0] != '\0')
    return is_of_period || is_of_dossier ? _ ("Nothing that is chosen above has these words.") : _ ("Nothing of this kind has these words.");
  if (is_of_period)
    return _ ("Nothing of this kind in the period of the briefing.");
  if (is_of_dossier)
    return _ ("Nothing of this kind is a part of the dossier.");

  return _ ("Nothing of this kind is on record.");
}

static void
update_stack (SbComposerTray *self)
{
  gboolean is_empty = self->model == NULL || g_list_model_get_n_items (self->model) == 0;

  if (shows_figures (self))
    return;

  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "list");
  if (is_empty)
    gtk_label_set_label (self->empty, get_reason (self));
  update_actions (self);
}

/* Another list is read from its beginning. */
static void
items_changed_cb (SbComposerTray *self)
{
  update_stack (self);
  if (!self->is_asked || g_list_model_get_n_items (self->model) == 0)
    return;

  self->is_asked = FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
}

static void
sb_composer_tray_dispose (GObject *object)
{
  SbComposerTray *self = SB_COMPOSER_TRAY (object);

  sb_composer_tray_set_model (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SB_TYPE_COMPOSER_TRAY);

  G_OBJECT_CLASS (sb_composer_tray_parent_class)->dispose (object);
}

static void
sb_composer_tray_class_init (SbComposerTrayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_composer_tray_dispose;

  signals[WANTED_CHANGED] = g_signal_new ("wanted-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CITE_REQUESTED] =
    g_signal_new ("cite-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SB_TYPE_RECORD);
  signals[INSERT_REQUESTED] =
    g_signal_new ("insert-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SB_TYPE_RECORD);
  signals[TRANSLATE_REQUESTED] =
    g_signal_new ("translate-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SB_TYPE_RECORD);
  signals[RECORD_CHOSEN] =
    g_signal_new ("record-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SB_TYPE_RECORD);

  signals[FIGURE_REQUESTED] =
    g_signal_new ("figure-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SB_TYPE_FIGURE_ROW);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (SB_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-composer-tray.ui");
  gtk_widget_class_bind_template_child (widget_class, SbComposerTray, content);
  gtk_widget_class_bind_template_child (widget_class, SbComposerTray, kinds);
  gtk_widget_class_bind_template_child (widget_class, SbComposerTray, words);
  gtk_widget_class_bind_template_child (widget_class, SbComposerTray, of_period);
  gtk_widget_class_bind_template_child (widget_class, SbComposerTray, of_dossier);
  gtk_widget_class_bind_template_child (widget_class, SbComposerTray, stack);
  gtk_widget_class_bind_template_child (widget_class, SbComposerTray, empty);
  gtk_widget_class_bind_template_child (widget_class, SbComposerTray, list);
  gtk_widget_class_bind_template_child (widget_class, SbComposerTray, selection);
  gtk_widget_class_bind_template_child (widget_class, SbComposerTray, figures_scroll);
  gtk_widget_class_bind_template_child (widget_class, SbComposerTray, tools);
  gtk_widget_class_bind_template_child (widget_class, SbComposerTray, translate);
  gtk_widget_class_bind_template_callback (widget_class, wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);

  gtk_widget_class_install_action (widget_class, "tray.cite", NULL, put_action);
  gtk_widget_class_install_action (widget_class, "tray.insert", NULL, put_action);
  gtk_widget_class_install_action (widget_class, "tray.translate", NULL, put_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "tray.insert", NULL);
}

static void
sb_composer_tray_init (SbComposerTray *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *figures = sb_figure_list_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (labels, sb_kind_get_plural_label (kinds[i], sb_language_get_interface ()));
  gtk_string_list_append (labels, _ ("Maps and figures"));
  gtk_drop_down_set_model (self->kinds, G_LIST_MODEL (labels));
  gtk_scrolled_window_set_child (self->figures_scroll, figures);
  g_signal_connect_object (figures, "row-activated", G_CALLBACK (figure_activated_cb), self, G_CONNECT_SWAPPED);
  sb_drop_down_name_all (GTK_WIDGET (self));
  wanted_cb (self);
  update_stack (self);
}

GtkWidget *
sb_composer_tray_new (void)
{
  return g_object_new (SB_TYPE_COMPOSER_TRAY, NULL);
}

SbKind
sb_composer_tray_get_kind (SbComposerTray *self)
{
  guint selected;

  g_return_val_if_fail (SB_IS_COMPOSER_TRAY (self), SB_KIND_NONE);

  selected = gtk_drop_down_get_selected (self->kinds);
  return selected < G_N_ELEMENTS (kinds) ? kinds[selected] : kinds[0];
}

const char *
sb_composer_tray_get_words (SbComposerTray *self)
{
  g_return_val_if_fail (SB_IS_COMPOSER_TRAY (self), NULL);

  return gtk_editable_get_text (self->words);
}

gboolean
sb_composer_tray_is_of_period (SbComposerTray *self)
{
  g_return_val_if_fail (SB_IS_COMPOSER_TRAY (self), FALSE);

  return gtk_check_button_get_active (self->of_period);
}

gboolean
sb_composer_tray_is_of_dossier (SbComposerTray *self)
{
  g_return_val_if_fail (SB_IS_COMPOSER_TRAY (self), FALSE);

  return gtk_check_button_get_active (self->of_dossier);
}

void
sb_composer_tray_set_has_dossier (SbComposerTray *self,
                                  gboolean has_dossier)
{
  g_return_if_fail (SB_IS_COMPOSER_TRAY (self));

  self->has_dossier = has_dossier;
  update_checks (self);
}

void
sb_composer_tray_set_model (SbComposerTray *self,
                            GListModel *model)
{
  g_return_if_fail (SB_IS_COMPOSER_TRAY (self));

  if (self->model == model)
    return;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
  g_set_object (&self->model, model);
  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, model);
  if (model == NULL)
    return;

  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  update_stack (self);
}

void
sb_composer_tray_set_writable (SbComposerTray *self,
                               gboolean is_writable)
{
  g_return_if_fail (SB_IS_COMPOSER_TRAY (self));

  self->is_writable = is_writable;
  update_actions (self);
}

void
sb_composer_tray_focus_search (SbComposerTray *self)
{
  g_return_if_fail (SB_IS_COMPOSER_TRAY (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

char *
sb_composer_tray_dup_citation (SbRecord *record)
{
  g_return_val_if_fail (SB_IS_RECORD (record), NULL);

  return g_strdup_printf ("[@%s]", sb_record_get_uuid (record));
}
