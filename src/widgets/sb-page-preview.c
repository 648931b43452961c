/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-page-preview.h"

#include "sb-figure-list.h"
#include "sb-record.h"
#include "sb-sheet-view.h"

#include <glib/gi18n.h>

/* Logical pixels. */
#define SPACING 18
#define MARGIN  24

struct _SbPagePreview
{
  GtkWidget parent_instance;

  SbWorker *worker; /* (owned) */
  GtkWidget *scroll;
  GtkWidget *pages; /* a GtkBox of SbSheetView */
  GArray *marked; /* (owned) (element-type SbPreviewPlace) */
  GArray *flagged; /* (owned) (element-type SbPreviewPlace) */
  GPtrArray *flag_texts; /* (owned) (element-type utf8) of each of these */
  gboolean has_wanted; /* a place is to be shown once the pages have their size */
  SbPreviewPlace wanted;
  guint wanted_tick;
};

G_DEFINE_FINAL_TYPE (SbPagePreview, sb_page_preview, GTK_TYPE_WIDGET)

enum
{
  POINT_CHOSEN,
  FLAG_CHOSEN,
  RECORD_DROPPED,
  FIGURE_DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
count_pages (SbPagePreview *self)
{
  guint n_pages = 0;

  for (GtkWidget *page = gtk_widget_get_first_child (self->pages); page != NULL; page = gtk_widget_get_next_sibling (page))
    n_pages++;

  return n_pages;
}

static SbSheetView *
get_page (SbPagePreview *self,
          guint sheet)
{
  GtkWidget *page = gtk_widget_get_first_child (self->pages);

  while (page != NULL && sheet-- > 0)
    page = gtk_widget_get_next_sibling (page);

  return page != NULL ? SB_SHEET_VIEW (page) : NULL;
}

static GtkAdjustment *
get_adjustment (SbPagePreview *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll));
}

/* Pages that are a height of the window away are made ready. Where one is follows from how
 * far it is scrolled: when that changes, the pages do not have their new place yet. */
static SbSheetNearness
find_nearness (SbPagePreview *self,
               GtkWidget *page)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double size = gtk_adjustment_get_page_size (adjustment);
  graphene_rect_t bounds;
  double top, bottom;

  if (!gtk_widget_compute_bounds (page, self->pages, &bounds) || size <= 0)
    return SB_SHEET_FAR;

  top = bounds.origin.y + MARGIN - gtk_adjustment_get_value (adjustment);
  bottom = top + bounds.size.height;
  if (bottom > 0 && top < size)
    return SB_SHEET_SEEN;

  return bottom > -size && top < 2 * size ? SB_SHEET_NEAR : SB_SHEET_FAR;
}

static void
update_nearness (SbPagePreview *self)
{
  for (GtkWidget *page = gtk_widget_get_first_child (self->pages); page != NULL; page = gtk_widget_get_next_sibling (page))
    sb_sheet_view_set_nearness (SB_SHEET_VIEW (page), find_nearness (self, page));
}

/* The page is scrolled a third down: what goes before is seen as well. */
static void
show_wanted (SbPagePreview *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double size = gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment);
  SbSheetView *page = get_page (self, self->wanted.sheet);
  graphene_rect_t place;
  graphene_point_t top;

  if (page == NULL || size <= 0 || gtk_widget_get_height (GTK_WIDGET (page)) == 0)
    return;

  sb_sheet_view_find_place (page, &self->wanted.rect, &place);
  if (!gtk_widget_compute_point (GTK_WIDGET (page), self->pages, &place.origin, &top))
    return;

  /* The pages have come, but not their room yet. */
  top.y += MARGIN;
  if (top.y > gtk_adjustment_get_upper (adjustment))
    return;

  self->has_wanted = FALSE;
  if (top.y < value || top.y + MIN (place.size.height, size / 2) > value + size)
    gtk_adjustment_set_value (adjustment, top.y - size / 5);
}

static gboolean
wanted_cb (GtkWidget *widget,
           GdkFrameClock *clock,
           gpointer user_data)
{
  SbPagePreview *self = SB_PAGE_PREVIEW (widget);

  self->wanted_tick = 0;
  if (self->has_wanted)
    show_wanted (self);
  return G_SOURCE_REMOVE;
}

static void
sb_page_preview_size_allocate (GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  SbPagePreview *self = SB_PAGE_PREVIEW (widget);

  gtk_widget_size_allocate (self->scroll, &(GtkAllocation) { 0, 0, width, height }, baseline);
  /* What is being given its place cannot be scrolled. */
  if (self->has_wanted && self->wanted_tick == 0)
    self->wanted_tick = gtk_widget_add_tick_callback (widget, wanted_cb, NULL, NULL);
  update_nearness (self);
}

static void
sb_page_preview_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  gtk_widget_measure (SB_PAGE_PREVIEW (widget)->scroll, orientation, for_size, minimum, natural, NULL, NULL);
}

/* Where that is on paper; FALSE beside the sheets. */
static gboolean
find_point (SbPagePreview *self,
            double x,
            double y,
            guint *sheet,
            graphene_point_t *point)
{
  graphene_point_t place = GRAPHENE_POINT_INIT ((float) x, (float) y);

  *sheet = 0;
  for (GtkWidget *page = gtk_widget_get_first_child (self->pages); page != NULL; page = gtk_widget_get_next_sibling (page))
    {
      graphene_point_t inner;

      if (gtk_widget_compute_point (GTK_WIDGET (self), page, &place, &inner) &&
          sb_sheet_view_find_point (SB_SHEET_VIEW (page), &inner, point))
        return TRUE;

      (*sheet)++;
    }

  return FALSE;
}

/* The number of the flag whose sign is there; -1 for none. Of several at one place the
 * sheet knows the first. */
static int
find_flag (SbPagePreview *self,
           double x,
           double y)
{
  graphene_point_t place = GRAPHENE_POINT_INIT ((float) x, (float) y);
  guint sheet = 0;

  for (GtkWidget *page = gtk_widget_get_first_child (self->pages); page != NULL; page = gtk_widget_get_next_sibling (page), sheet++)
    {
      graphene_point_t inner;
      int of_page = gtk_widget_compute_point (GTK_WIDGET (self), page, &place, &inner) ? sb_sheet_view_find_flag (SB_SHEET_VIEW (page), &inner) : -1;

      for (guint i = 0; of_page >= 0 && i < self->flagged->len; i++)
        if (g_array_index (self->flagged, SbPreviewPlace, i).sheet == sheet && of_page-- == 0)
          return (int) i;
    }

  return -1;
}

static gboolean
sb_page_preview_query_tooltip (GtkWidget *widget,
                               int x,
                               int y,
                               gboolean is_by_keyboard,
                               GtkTooltip *tooltip)
{
  SbPagePreview *self = SB_PAGE_PREVIEW (widget);
  int flag = is_by_keyboard ? -1 : find_flag (self, x, y);

  if (flag < 0)
    return FALSE;

  gtk_tooltip_set_text (tooltip, g_ptr_array_index (self->flag_texts, flag));
  return TRUE;
}

static void
pressed_cb (SbPagePreview *self,
            int n_presses,
            double x,
            double y)
{
  int flag = find_flag (self, x, y);
  graphene_point_t point;
  guint sheet;

  gtk_widget_grab_focus (self->scroll);
  if (flag >= 0)
    g_signal_emit (self, signals[FLAG_CHOSEN], 0, (guint) flag);
  else if (find_point (self, x, y, &sheet, &point))
    g_signal_emit (self, signals[POINT_CHOSEN], 0, sheet, (double) point.x, (double) point.y);
}

static gboolean
dropped_cb (SbPagePreview *self,
            const GValue *value,
            double x,
            double y)
{
  guint asked = G_VALUE_HOLDS (value, SB_TYPE_RECORD) ? RECORD_DROPPED : FIGURE_DROPPED;
  graphene_point_t point;
  guint sheet;

  if (!find_point (self, x, y, &sheet, &point))
    return FALSE;

  g_signal_emit (self, signals[asked], 0, g_value_get_object (value), sheet, (double) point.x, (double) point.y);
  return TRUE;
}

static void
sb_page_preview_finalize (GObject *object)
{
  g_array_unref (SB_PAGE_PREVIEW (object)->marked);
  g_array_unref (SB_PAGE_PREVIEW (object)->flagged);
  g_ptr_array_unref (SB_PAGE_PREVIEW (object)->flag_texts);

  G_OBJECT_CLASS (sb_page_preview_parent_class)->finalize (object);
}

static void
sb_page_preview_dispose (GObject *object)
{
  SbPagePreview *self = SB_PAGE_PREVIEW (object);

  g_clear_pointer (&self->scroll, gtk_widget_unparent);
  g_clear_object (&self->worker);

  G_OBJECT_CLASS (sb_page_preview_parent_class)->dispose (object);
}

static void
sb_page_preview_class_init (SbPagePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_page_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = sb_page_preview_finalize;
  widget_class->measure = sb_page_preview_measure;
  widget_class->size_allocate = sb_page_preview_size_allocate;
  widget_class->query_tooltip = sb_page_preview_query_tooltip;

  signals[POINT_CHOSEN] = g_signal_new ("point-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  signals[FLAG_CHOSEN] = g_signal_new ("flag-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  signals[RECORD_DROPPED] = g_signal_new ("record-dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 4, SB_TYPE_RECORD, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[FIGURE_DROPPED] = g_signal_new ("figure-dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 4, SB_TYPE_FIGURE_ROW, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  gtk_widget_class_set_css_name (widget_class, "pagepreview");
}

static void
sb_page_preview_init (SbPagePreview *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType dropped[] = { SB_TYPE_RECORD, SB_TYPE_FIGURE_ROW };

  self->marked = g_array_new (FALSE, FALSE, sizeof (SbPreviewPlace));
  self->flagged = g_array_new (FALSE, FALSE, sizeof (SbPreviewPlace));
  self->flag_texts = g_ptr_array_new_with_free_func (g_free);
  self->worker = sb_worker_new ("preview");
  self->pages = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  self->scroll = gtk_scrolled_window_new ();

  gtk_widget_set_margin_top (self->pages, MARGIN);
  gtk_widget_set_margin_bottom (self->pages, MARGIN);
  gtk_widget_set_margin_start (self->pages, MARGIN);
  gtk_widget_set_margin_end (self->pages, MARGIN);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), self->pages);
  gtk_widget_set_parent (self->scroll, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_focusable (self->scroll, TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroll), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pages as they will print"), -1);
  g_signal_connect_object (get_adjustment (self), "value-changed", G_CALLBACK (update_nearness), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_drop_target_set_gtypes (target, dropped, G_N_ELEMENTS (dropped));
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

SbWorker *
sb_page_preview_get_worker (SbPagePreview *self)
{
  g_return_val_if_fail (SB_IS_PAGE_PREVIEW (self), NULL);

  return self->worker;
}

/* Those of @places (element-type SbPreviewPlace) on one sheet (element-type graphene_rect_t). */
static GArray *
list_rects (GArray *places,
            guint sheet)
{
  GArray *rects = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));

  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, SbPreviewPlace, i).sheet == sheet)
      g_array_append_val (rects, g_array_index (places, SbPreviewPlace, i).rect);

  return rects;
}

static void
update_marked (SbPagePreview *self)
{
  guint sheet = 0;

  for (GtkWidget *page = gtk_widget_get_first_child (self->pages); page != NULL; page = gtk_widget_get_next_sibling (page), sheet++)
    {
      g_autoptr (GArray) marked = list_rects (self->marked, sheet);
      g_autoptr (GArray) flagged = list_rects (self->flagged, sheet);

      sb_sheet_view_set_marked (SB_SHEET_VIEW (page), (const graphene_rect_t *) (gpointer) marked->data, marked->len);
      sb_sheet_view_set_flagged (SB_SHEET_VIEW (page), (const graphene_rect_t *) (gpointer) flagged->data, flagged->len);
    }
}

void
sb_page_preview_set_sheets (SbPagePreview *self,
                            SbSheets *first,
                            SbSheets *second)
{
  SbSheets *editions[] = { first, second };
  guint wanted = 0;
  guint sheet = 0;

  g_return_if_fail (SB_IS_PAGE_PREVIEW (self));

  for (guint i = 0; i < G_N_ELEMENTS (editions); i++)
    wanted += editions[i] != NULL ? sb_sheets_get_n_sheets (editions[i]) : 0;

  while (count_pages (self) > wanted)
    gtk_box_remove (GTK_BOX (self->pages), gtk_widget_get_last_child (self->pages));

  while (count_pages (self) < wanted)
    gtk_box_append (GTK_BOX (self->pages), sb_sheet_view_new (self->worker));

  for (guint i = 0; i < G_N_ELEMENTS (editions); i++)
    for (guint k = 0; editions[i] != NULL && k < sb_sheets_get_n_sheets (editions[i]); k++)
      sb_sheet_view_set_sheet (get_page (self, sheet++), editions[i], k);
  update_marked (self);
}

void
sb_page_preview_set_marked (SbPagePreview *self,
                            const SbPreviewPlace *places,
                            guint n_places)
{
  g_return_if_fail (SB_IS_PAGE_PREVIEW (self));

  g_array_set_size (self->marked, 0);
  if (n_places > 0)
    g_array_append_vals (self->marked, places, n_places);
  update_marked (self);
}

void
sb_page_preview_set_flagged (SbPagePreview *self,
                             const SbPreviewPlace *places,
                             const char *const *texts,
                             guint n_places)
{
  g_return_if_fail (SB_IS_PAGE_PREVIEW (self));

  g_array_set_size (self->flagged, 0);
  g_ptr_array_set_size (self->flag_texts, 0);
  if (n_places > 0)
    g_array_append_vals (self->flagged, places, n_places);
  for (guint i = 0; i < n_places; i++)
    g_ptr_array_add (self->flag_texts, g_strdup (texts[i]));
  update_marked (self);
}

guint
sb_page_preview_get_sheet (SbPagePreview *self)
{
  GtkAdjustment *adjustment;
  double middle;
  guint sheet = 0;

  g_return_val_if_fail (SB_IS_PAGE_PREVIEW (self), 0);

  adjustment = get_adjustment (self);
  middle = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) / 2;
  for (GtkWidget *page = gtk_widget_get_first_child (self->pages); page != NULL; page = gtk_widget_get_next_sibling (page))
    {
      graphene_rect_t bounds;

      if (gtk_widget_get_next_sibling (page) == NULL ||
          (gtk_widget_compute_bounds (page, self->pages, &bounds) && bounds.origin.y + MARGIN + bounds.size.height > middle))
        break;
      sheet++;
    }

  return sheet;
}

void
sb_page_preview_show_place (SbPagePreview *self,
                            const SbPreviewPlace *place)
{
  g_return_if_fail (SB_IS_PAGE_PREVIEW (self));
  g_return_if_fail (place != NULL);

  self->wanted = *place;
  self->has_wanted = TRUE;
  show_wanted (self);
}
