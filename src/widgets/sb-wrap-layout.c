/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-wrap-layout.h"

/* Between children and between lines, logical pixels. */
#define SPACING 6

struct _SbWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (SbWrapLayout, sb_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* One line: the children from @first to before @end (nullable). */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end;
  guint n_expanding;
  int width; /* with the spaces */
  int height;
} Line;

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

/* The width that decides where a line ends. */
static int
get_width (GtkWidget *child,
           int available)
{
  int minimum;
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return gtk_widget_get_hexpand (child) ? minimum : CLAMP (natural, minimum, MAX (minimum, available));
}

static void
take_line (GtkWidget *child,
           int available,
           Line *line)
{
  *line = (Line) { .first = child };

  for (; child != NULL; child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int width = get_width (child, available);
      int next = line->width + (line->width > 0 ? SPACING : 0) + width;

      if (line->width > 0 && next > available)
        break;

      line->width = next;
      line->n_expanding += gtk_widget_get_hexpand (child);
    }
  line->end = child;
}

/* What the child gets of the line: its share of what is left, if it expands. */
static int
find_width (GtkWidget *child,
            int available,
            Line *line)
{
  int width = get_width (child, available);
  int share;

  if (!gtk_widget_get_hexpand (child) || line->n_expanding == 0)
    return width;

  share = MAX (available - line->width, 0) / (int) line->n_expanding;
  line->n_expanding--;
  line->width += share;
  return width + share;
}

static int
find_height (const Line *line,
             int available)
{
  Line rest = *line;
  int height = 0;

  for (GtkWidget *child = line->first; child != line->end; child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int natural;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, find_width (child, available, &rest), NULL, &natural, NULL, NULL);
      height = MAX (height, natural);
    }

  return height;
}

static GtkSizeRequestMode
sb_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                 GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *widget,
               int *minimum,
               int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget)); child != NULL; child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum;
      int child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? SPACING : 0);
    }
}

static void
sb_wrap_layout_measure (GtkLayoutManager *manager,
                        GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  int available = for_size < 0 ? G_MAXINT / 2 : for_size;
  int height = 0;
  Line line;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (widget, minimum, natural);
      return;
    }

  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget)); child != NULL; child = line.end)
    {
      take_line (child, available, &line);
      height += find_height (&line, available) + (height > 0 ? SPACING : 0);
    }
  *minimum = *natural = height;
}

static void
sb_wrap_layout_allocate (GtkLayoutManager *manager,
                         GtkWidget *widget,
                         int width,
                         int height,
                         int baseline)
{
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0;
  Line line;

  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget)); child != NULL; child = line.end)
    {
      int x = 0;
      int line_height;

      take_line (child, width, &line);
      line_height = find_height (&line, width);
      for (GtkWidget *part = line.first; part != line.end; part = skip_hidden (gtk_widget_get_next_sibling (part)))
        {
          int part_width = find_width (part, width, &line);

          gtk_widget_size_allocate (part, &(GtkAllocation) { is_mirrored ? width - x - part_width : x, y, part_width, line_height }, -1);
          x += part_width + SPACING;
        }
      y += line_height + SPACING;
    }
}

static void
sb_wrap_layout_class_init (SbWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = sb_wrap_layout_get_request_mode;
  manager_class->measure = sb_wrap_layout_measure;
  manager_class->allocate = sb_wrap_layout_allocate;
}

static void
sb_wrap_layout_init (SbWrapLayout *self)
{
}

GtkLayoutManager *
sb_wrap_layout_new (void)
{
  return g_object_new (SB_TYPE_WRAP_LAYOUT, NULL);
}
