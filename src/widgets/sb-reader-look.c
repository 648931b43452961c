/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-reader-private.h"

/* How a text is set: how wide, in which face, on which ground. */

/* The face of labels, tables and maps. */
#define SANS_FAMILY "Inter"

static const struct
{
  const char *name;
  guint n_chars; /* in a line */
} widths[] = {
  { "narrow", 56 },
  { "normal", 66 },
  { "wide", 82 },
};

static const char *const fonts[] = { "serif", "sans", NULL };

/* What lies below the text; "system" is what the program has everywhere. */
static const char *const grounds[] = { "system", "light", "sepia", "dark", NULL };

static guint
find_width (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    if (g_strcmp0 (name, widths[i].name) == 0)
      return i;

  return G_N_ELEMENTS (widths);
}

static void
update_measure (SbReader *self)
{
  int measure = sb_reader_text_measure (self->text, widths[find_width (self->width)].n_chars) + sb_reader_text_get_margins (self->text);

  adw_clamp_set_maximum_size (self->header_clamp, measure);
  adw_clamp_scrollable_set_maximum_size (self->clamp, measure);
  adw_clamp_set_tightening_threshold (self->header_clamp, measure);
  adw_clamp_scrollable_set_tightening_threshold (self->clamp, measure);
}

void
_sb_reader_init_look (SbReader *self)
{
  self->width = g_strdup ("normal");
  self->font = g_strdup ("serif");
  self->ground = g_strdup ("system");
  g_signal_connect_object (self->text, "font-changed", G_CALLBACK (update_measure), self, G_CONNECT_SWAPPED);
}

void
_sb_reader_finalize_look (SbReader *self)
{
  g_free (self->width);
  g_free (self->font);
  g_free (self->ground);
}

static gboolean
replace (char **kept,
         const char *name)
{
  if (g_strcmp0 (*kept, name) == 0)
    return FALSE;

  g_free (*kept);
  *kept = g_strdup (name);
  return TRUE;
}

void
sb_reader_set_width (SbReader *self,
                     const char *width)
{
  g_return_if_fail (SB_IS_READER (self));

  if (find_width (width) == G_N_ELEMENTS (widths) || !replace (&self->width, width))
    return;

  update_measure (self);
  g_object_notify (G_OBJECT (self), "width");
}

void
sb_reader_set_font (SbReader *self,
                    const char *font)
{
  g_return_if_fail (SB_IS_READER (self));

  if (font == NULL || !g_strv_contains (fonts, font) || !replace (&self->font, font))
    return;

  sb_reader_text_set_family (self->text, g_str_equal (font, "sans") ? SANS_FAMILY : NULL);
  g_object_notify (G_OBJECT (self), "font");
}

void
sb_reader_set_ground (SbReader *self,
                      const char *ground)
{
  g_return_if_fail (SB_IS_READER (self));

  if (ground == NULL || !g_strv_contains (grounds, ground) || !replace (&self->ground, ground))
    return;

  for (guint i = 0; grounds[i] != NULL; i++)
    {
      g_autofree char *style = g_strconcat ("reader-", grounds[i], NULL);

      if (g_str_equal (ground, grounds[i]) && i > 0)
        gtk_widget_add_css_class (self->sheet, style);
      else
        gtk_widget_remove_css_class (self->sheet, style);
    }

  gtk_widget_queue_draw (GTK_WIDGET (self->text));
  g_object_notify (G_OBJECT (self), "ground");
}
