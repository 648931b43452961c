/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-reader-page.h"

/* Of a sheet of paper, until its page is there. */
#define PAPER_RATIO 1.4142

struct _SbReaderPage
{
  GtkWidget parent_instance;

  SbPagePicture *picture; /* (owned) (nullable) */
  GdkTexture *texture; /* (owned) (nullable) of it */
  GArray *marks; /* (owned) (nullable) (element-type SbPassageMatch) */
  int width;
  int anchor; /* where the selection began, and where it is; characters */
  int cursor;
};

G_DEFINE_FINAL_TYPE (SbReaderPage, sb_reader_page, GTK_TYPE_WIDGET)

enum
{
  SELECTION_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const GdkRGBA mark_colour = { 0.79f, 0.54f, 0.11f, 0.35f };
static const GdkRGBA selection_colour = { 0.18f, 0.44f, 0.56f, 0.35f };

static int
find_character (SbReaderPage *self,
                double x,
                double y)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->picture == NULL || width == 0 || height == 0)
    return -1;

  return sb_page_picture_find (self->picture, (float) (x / width), (float) (y / height));
}

static void
pressed_cb (SbReaderPage *self,
            int n_press,
            double x,
            double y)
{
  int at = find_character (self, x, y);
  const char *text;
  const char *start;
  const char *end;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  sb_reader_page_select (self, 0, 0);
  if (n_press != 2 || at < 0)
    return;

  text = self->picture->text;
  start = end = g_utf8_offset_to_pointer (text, at);
  while (start > text && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  while (*end != '\0' && g_unichar_isalnum (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  sb_reader_page_select (self, (int) g_utf8_pointer_to_offset (text, start), (int) g_utf8_pointer_to_offset (text, end));
}

static void
drag_began_cb (SbReaderPage *self,
               double x,
               double y)
{
  int at = MAX (find_character (self, x, y), 0);

  sb_reader_page_select (self, at, at);
}

static void
dragged_cb (SbReaderPage *self,
            double offset_x,
            double offset_y,
            GtkGestureDrag *drag)
{
  double x;
  double y;
  int at;

  gtk_gesture_drag_get_start_point (drag, &x, &y);
  at = find_character (self, x + offset_x, y + offset_y);
  /* A click that shakes selects nothing. */
  if (at < 0 || (at == self->anchor && self->cursor == self->anchor))
    return;

  /* The character below the pointer is part of it, on both ends. */
  sb_reader_page_select (self, self->anchor, at >= self->anchor ? at + 1 : at);
}

static void
copy_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  g_autofree char *selected = sb_reader_page_dup_selected (SB_READER_PAGE (widget));

  if (selected != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), selected);
}

static void
snapshot_boxes (SbReaderPage *self,
                GtkSnapshot *snapshot,
                int start,
                int end,
                const GdkRGBA *colour)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));

  for (int i = MAX (start, 0); i < end && i < (int) self->picture->boxes->len; i++)
    {
      const SbPageBox *box = &g_array_index (self->picture->boxes, SbPageBox, i);

      gtk_snapshot_append_color (snapshot, colour,
                                 &GRAPHENE_RECT_INIT (box->x * width, box->y * height, box->width * width, box->height * height));
    }
}

static void
sb_reader_page_snapshot (GtkWidget *widget,
                         GtkSnapshot *snapshot)
{
  SbReaderPage *self = SB_READER_PAGE (widget);
  const GdkRGBA white = { 1, 1, 1, 1 };
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));

  if (self->texture == NULL)
    {
      gtk_snapshot_append_color (snapshot, &white, &area);
      return;
    }

  gtk_snapshot_append_texture (snapshot, self->texture, &area);
  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++)
    {
      const SbPassageMatch *mark = &g_array_index (self->marks, SbPassageMatch, i);

      snapshot_boxes (self, snapshot, mark->start, mark->end, &mark_colour);
    }
  snapshot_boxes (self, snapshot, MIN (self->anchor, self->cursor), MAX (self->anchor, self->cursor), &selection_colour);
}

static GtkSizeRequestMode
sb_reader_page_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
sb_reader_page_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  SbReaderPage *self = SB_READER_PAGE (widget);
  double ratio = self->picture != NULL ? (double) self->picture->height / self->picture->width : PAPER_RATIO;

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : (int) (self->width * ratio);
}

static void
sb_reader_page_finalize (GObject *object)
{
  SbReaderPage *self = SB_READER_PAGE (object);

  g_clear_pointer (&self->picture, sb_page_picture_free);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_object (&self->texture);

  G_OBJECT_CLASS (sb_reader_page_parent_class)->finalize (object);
}

static void
sb_reader_page_class_init (SbReaderPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sb_reader_page_finalize;
  widget_class->snapshot = sb_reader_page_snapshot;
  widget_class->measure = sb_reader_page_measure;
  widget_class->get_request_mode = sb_reader_page_get_request_mode;

  signals[SELECTION_CHANGED] =
    g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_install_action (widget_class, "page.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "page.copy", NULL);
}

static void
sb_reader_page_init (SbReaderPage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->width = 700;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "text");
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_began_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (dragged_cb), self, G_CONNECT_SWAPPED);
  gtk_gesture_group (click, drag);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

void
sb_reader_page_take_picture (SbReaderPage *self,
                             SbPagePicture *picture)
{
  g_return_if_fail (SB_IS_READER_PAGE (self));

  g_clear_pointer (&self->picture, sb_page_picture_free);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->marks, g_array_unref);
  self->picture = picture;
  sb_reader_page_select (self, 0, 0);
  if (picture != NULL)
    self->texture = gdk_memory_texture_new (picture->width, picture->height, GDK_MEMORY_DEFAULT, picture->pixels, (gsize) picture->stride);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, picture != NULL ? picture->text : "", -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const SbPagePicture *
sb_reader_page_get_picture (SbReaderPage *self)
{
  g_return_val_if_fail (SB_IS_READER_PAGE (self), NULL);

  return self->picture;
}

void
sb_reader_page_set_width (SbReaderPage *self,
                          int width)
{
  g_return_if_fail (SB_IS_READER_PAGE (self));

  self->width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
sb_reader_page_set_marks (SbReaderPage *self,
                          GArray *marks)
{
  g_return_if_fail (SB_IS_READER_PAGE (self));

  if (marks != NULL)
    g_array_ref (marks);
  g_clear_pointer (&self->marks, g_array_unref);
  self->marks = marks;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sb_reader_page_select (SbReaderPage *self,
                       int start,
                       int end)
{
  g_return_if_fail (SB_IS_READER_PAGE (self));

  self->anchor = start;
  self->cursor = end;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

char *
sb_reader_page_dup_selected (SbReaderPage *self)
{
  int start;
  int end;

  g_return_val_if_fail (SB_IS_READER_PAGE (self), NULL);

  start = MIN (self->anchor, self->cursor);
  end = MAX (self->anchor, self->cursor);
  if (self->picture == NULL || start == end)
    return NULL;

  end = MIN (end, (int) self->picture->boxes->len);
  return start < end ? g_utf8_substring (self->picture->text, start, end) : NULL;
}
