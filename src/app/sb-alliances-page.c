/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-alliances-page-private.h"

#include "sb-alliance-panel.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* The legend's column, logical pixels. */
#define LEGEND_WIDTH 250

/* What is known of the selection is no narrower, logical pixels. */
#define SHEET_WIDTH 270

#define ZOOM_FACTOR 1.3

G_DEFINE_FINAL_TYPE (SbAlliancesPage, sb_alliances_page, SB_TYPE_PAGE)

static void
sb_alliances_page_focus_content (SbPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (SB_ALLIANCES_PAGE (page)->view));
}

/* Those with the most ties first: they are what one looks for. */
static int
compare_nodes (gconstpointer a,
               gconstpointer b)
{
  const SbGraphNode *one = *(const SbGraphNode *const *) a;
  const SbGraphNode *other = *(const SbGraphNode *const *) b;

  return one->n_ties == other->n_ties ? 0 : one->n_ties > other->n_ties ? -1
                                                                        : 1;
}

/* The actors of the graph as a list, for those who do not see it. */
static void
list_actors (SbAlliancesPage *self,
             SbActorGraph *graph)
{
  guint n_nodes = graph != NULL ? sb_actor_graph_get_n_nodes (graph) : 0;
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  for (guint i = 0; i < n_nodes; i++)
    if (!sb_actor_graph_is_alliance (graph, i))
      g_ptr_array_add (nodes, (gpointer) sb_actor_graph_get_node (graph, i));

  g_ptr_array_sort (nodes, compare_nodes);
  for (guint i = 0; i < nodes->len; i++)
    g_ptr_array_add (records, ((const SbGraphNode *) g_ptr_array_index (nodes, i))->record);

  g_list_store_splice (self->actors, 0, g_list_model_get_n_items (G_LIST_MODEL (self->actors)), records->pdata, records->len);
}

static void
show_lone (SbAlliancesPage *self,
           SbActorGraph *graph)
{
  guint n_lone = graph != NULL ? sb_actor_graph_get_n_lone (graph) : 0;
  g_autofree char *text = g_strdup_printf (ngettext ("%u actor without a tie is not shown", "%u actors without a tie are not shown", n_lone), n_lone);

  gtk_label_set_text (self->lone_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->lone_label), n_lone > 0);
}

/* How high the legend is: by drawing it on nothing. */
static int
measure_legend (SbGraphFigure *figure)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double height = sb_graph_figure_draw_legend (figure, cr, LEGEND_WIDTH, 1.25, SB_BASEMAP_STYLE_LIGHT);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return (int) height + 4;
}

static void
draw_legend (GtkDrawingArea *area,
             cairo_t *cr,
             int width,
             int height,
             gpointer user_data)
{
  SbAlliancesPage *self = user_data;
  SbGraphFigure *figure = sb_graph_view_get_figure (self->view);
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  if (figure != NULL)
    sb_graph_figure_draw_legend (figure, cr, width, 1.25, is_dark ? SB_BASEMAP_STYLE_DARK : SB_BASEMAP_STYLE_LIGHT);
}

static void
graph_changed_cb (SbAlliancesPage *self)
{
  SbGraphFigure *figure = sb_graph_finder_get_figure (self->finder);
  SbActorGraph *graph = figure != NULL ? sb_graph_figure_get_graph (figure) : NULL;
  gboolean is_other = figure != sb_graph_view_get_figure (self->view);
  gint64 focus = self->focus != NULL ? sb_record_get_id (self->focus) : 0;

  gtk_widget_set_visible (self->spinner, sb_graph_finder_is_busy (self->finder));
  if (sb_graph_finder_get_error (self->finder) != NULL)
    {
      g_autoptr (GError) error = g_error_copy (sb_graph_finder_get_error (self->finder));

      sb_page_show_error (SB_PAGE (self), error);
    }
  if (!is_other)
    return;

  sb_graph_view_set_figure (self->view, figure);
  list_actors (self, graph);
  show_lone (self, graph);
  gtk_stack_set_visible_child_name (self->stack, graph == NULL || sb_actor_graph_get_n_nodes (graph) > 0 ? "graph" : "empty");
  gtk_drawing_area_set_content_height (self->legend, measure_legend (figure));
  gtk_widget_queue_draw (GTK_WIDGET (self->legend));
  _sb_alliances_page_show_paths (self);

  /* Around another one there is another picture to be seen. */
  if (focus != self->fitted_focus)
    {
      self->fitted_focus = focus;
      sb_graph_view_fit (self->view);
    }
}

static void
focus_requested_cb (SbAlliancesPage *self,
                    SbRecord *record)
{
  _sb_alliances_page_set_focus (self, record);
}

static void
cleared_cb (SbAlliancesPage *self)
{
  _sb_alliances_page_set_end (self, 0, NULL);
  _sb_alliances_page_set_end (self, 1, NULL);
  if (self->focus != NULL)
    _sb_alliances_page_set_focus (self, NULL);
}

static void
menu_requested_cb (SbAlliancesPage *self,
                   SbRecord *record,
                   double x,
                   double y)
{
  const GdkRectangle at = { (int) x, (int) y, 1, 1 };

  g_set_object (&self->asked, record);
  gtk_popover_set_pointing_to (self->menu, &at);
  gtk_popover_popup (self->menu);
}

/* The keyboard goes on where it was. */
static void
menu_closed_cb (SbAlliancesPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
sb_alliances_page_connect (SbPage *page)
{
  SbAlliancesPage *self = SB_ALLIANCES_PAGE (page);
  SbSession *session = sb_page_get_session (page);
  GSettings *settings = sb_context_get_settings (sb_page_get_context (page));
  GtkWidget *sheet;

  sheet = sb_alliance_panel_new (sb_page_get_catalogue (page), session);
  gtk_widget_set_size_request (sheet, SHEET_WIDTH, -1);
  gtk_paned_set_end_child (self->graph_paned, sheet);
  sb_record_view_set_model (self->alliances, sb_moment_get_alliances (sb_page_get_moment (page)));
  sb_record_view_set_session (self->alliances, session);
  sb_record_view_set_model (self->actor_list, G_LIST_MODEL (self->actors));
  sb_record_view_set_session (self->actor_list, session);
  sb_graph_view_set_session (self->view, session);
  sb_fold_panes (self->fold, self->paned, settings, "alliances-list-width");
  sb_fold_panes (self->graph_fold, self->graph_paned, settings, "alliances-graph-width");

  self->finder = sb_graph_finder_new (sb_page_get_catalogue (page), session);
  g_signal_connect_object (self->finder, "changed", G_CALLBACK (graph_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selection", G_CALLBACK (_sb_alliances_page_ring_event), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sb_page_get_catalogue (page), "changed", G_CALLBACK (_sb_alliances_page_ring_event), self, G_CONNECT_SWAPPED);
  _sb_alliances_page_ring_event (self);
  _sb_alliances_page_restore_filter (self);
  graph_changed_cb (self);
}

static void
fit_action (GtkWidget *widget,
            const char *action,
            GVariant *parameter)
{
  sb_graph_view_fit (SB_ALLIANCES_PAGE (widget)->view);
}

static void
zoom_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  sb_graph_view_zoom (SB_ALLIANCES_PAGE (widget)->view, g_str_has_suffix (action, "in") ? ZOOM_FACTOR : 1 / ZOOM_FACTOR);
}

static void
rearrange_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  SbAlliancesPage *self = SB_ALLIANCES_PAGE (widget);

  if (self->finder == NULL)
    return;

  sb_graph_finder_rearrange (self->finder);
  self->fitted_focus = -1;
}

static void
export_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  SbAlliancesPage *self = SB_ALLIANCES_PAGE (widget);

  if (sb_graph_view_get_figure (self->view) != NULL)
    _sb_alliances_page_export (self);
}

static void
focus_here_action (GtkWidget *widget,
                   const char *action,
                   GVariant *parameter)
{
  SbAlliancesPage *self = SB_ALLIANCES_PAGE (widget);

  if (self->asked != NULL)
    _sb_alliances_page_set_focus (self, self->asked);
}

static void
show_all_action (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  _sb_alliances_page_set_focus (SB_ALLIANCES_PAGE (widget), NULL);
}

static void
reset_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  _sb_alliances_page_reset_filter (SB_ALLIANCES_PAGE (widget));
}

static void
clear_paths_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  SbAlliancesPage *self = SB_ALLIANCES_PAGE (widget);

  _sb_alliances_page_set_end (self, 0, NULL);
  _sb_alliances_page_set_end (self, 1, NULL);
}

static void
paths_from_action (GtkWidget *widget,
                   const char *action,
                   GVariant *parameter)
{
  SbAlliancesPage *self = SB_ALLIANCES_PAGE (widget);

  _sb_alliances_page_set_end (self, 0, self->asked);
}

static void
paths_to_action (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  SbAlliancesPage *self = SB_ALLIANCES_PAGE (widget);

  _sb_alliances_page_set_end (self, 1, self->asked);
}

static void
sb_alliances_page_dispose (GObject *object)
{
  SbAlliancesPage *self = SB_ALLIANCES_PAGE (object);

  _sb_alliances_page_forget_event (self);
  g_clear_object (&self->finder);
  g_clear_object (&self->actions);
  g_clear_object (&self->actors);
  g_clear_object (&self->asked);
  g_clear_object (&self->focus);
  g_clear_object (&self->ends[0]);
  g_clear_object (&self->ends[1]);
  g_clear_object (&self->chooser);

  G_OBJECT_CLASS (sb_alliances_page_parent_class)->dispose (object);
}

static void
sb_alliances_page_class_init (SbAlliancesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_alliances_page_dispose;
  SB_PAGE_CLASS (klass)->connect = sb_alliances_page_connect;
  SB_PAGE_CLASS (klass)->focus_content = sb_alliances_page_focus_content;

  g_type_ensure (SB_TYPE_FOLD_BOX);
  g_type_ensure (SB_TYPE_RECORD_VIEW);
  g_type_ensure (SB_TYPE_GRAPH_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-alliances-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SbAlliancesPage, fold);
  gtk_widget_class_bind_template_child (widget_class, SbAlliancesPage, paned);
  gtk_widget_class_bind_template_child (widget_class, SbAlliancesPage, graph_fold);
  gtk_widget_class_bind_template_child (widget_class, SbAlliancesPage, graph_paned);
  gtk_widget_class_bind_template_child (widget_class, SbAlliancesPage, alliances);
  gtk_widget_class_bind_template_child (widget_class, SbAlliancesPage, actor_list);
  gtk_widget_class_bind_template_child (widget_class, SbAlliancesPage, view);
  gtk_widget_class_bind_template_child (widget_class, SbAlliancesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SbAlliancesPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, SbAlliancesPage, focus_bar);
  gtk_widget_class_bind_template_child (widget_class, SbAlliancesPage, focus_label);
  gtk_widget_class_bind_template_child (widget_class, SbAlliancesPage, steps);
  gtk_widget_class_bind_template_child (widget_class, SbAlliancesPage, path_bar);
  gtk_widget_class_bind_template_child (widget_class, SbAlliancesPage, path_label);
  gtk_widget_class_bind_template_child (widget_class, SbAlliancesPage, lone_label);
  gtk_widget_class_bind_template_child (widget_class, SbAlliancesPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, SbAlliancesPage, legend);
  gtk_widget_class_bind_template_child (widget_class, SbAlliancesPage, menu);

  gtk_widget_class_install_action (widget_class, "alliances.fit", NULL, fit_action);
  gtk_widget_class_install_action (widget_class, "alliances.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "alliances.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "alliances.rearrange", NULL, rearrange_action);
  gtk_widget_class_install_action (widget_class, "alliances.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "alliances.focus-here", NULL, focus_here_action);
  gtk_widget_class_install_action (widget_class, "alliances.show-all", NULL, show_all_action);
  gtk_widget_class_install_action (widget_class, "alliances.paths-from", NULL, paths_from_action);
  gtk_widget_class_install_action (widget_class, "alliances.paths-to", NULL, paths_to_action);
  gtk_widget_class_install_action (widget_class, "alliances.reset", NULL, reset_action);
  gtk_widget_class_install_action (widget_class, "alliances.clear-paths", NULL, clear_paths_action);
}

static void
sb_alliances_page_init (SbAlliancesPage *self)
{
  self->actors = g_list_store_new (SB_TYPE_RECORD);
  gtk_widget_init_template (GTK_WIDGET (self));
  _sb_alliances_page_add_filter (self);
  gtk_drawing_area_set_content_width (self->legend, LEGEND_WIDTH);
  gtk_drawing_area_set_draw_func (self->legend, draw_legend, self, NULL);
  g_signal_connect_object (self->view, "focus-requested", G_CALLBACK (focus_requested_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "menu-requested", G_CALLBACK (menu_requested_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "cleared", G_CALLBACK (cleared_cb), self, G_CONNECT_SWAPPED);
}
