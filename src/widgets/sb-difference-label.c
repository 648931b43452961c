/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-difference-label.h"

#include "sb-text-difference.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

/* Stands for lines that are the same. */
#define OMITTED "\342\200\246" /* U+2026 */

/* Laterite and river, for light and for dark grounds. */
static const guint16 removed_colour[2][3] = { { 0x9c9c, 0x3d3d, 0x2020 }, { 0xf0f0, 0xa8a8, 0x8a8a } };
static const guint16 added_colour[2][3] = { { 0x1f1f, 0x5f5f, 0x8080 }, { 0x9c9c, 0xcfcf, 0xe6e6 } };

static void
insert (PangoAttrList *list,
        PangoAttribute *attribute,
        gsize start,
        gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (list, attribute);
}

static void
mark (PangoAttrList *list,
      SbTextRunKind kind,
      gsize start,
      gsize end)
{
  guint ground = adw_style_manager_get_dark (adw_style_manager_get_default ()) ? 1 : 0;
  const guint16 *colour = kind == SB_TEXT_RUN_REMOVED ? removed_colour[ground] : added_colour[ground];

  if (kind == SB_TEXT_RUN_KEPT)
    return;

  insert (list, pango_attr_foreground_new (colour[0], colour[1], colour[2]), start, end);
  if (kind == SB_TEXT_RUN_REMOVED)
    {
      insert (list, pango_attr_strikethrough_new (TRUE), start, end);
      return;
    }
  insert (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
  insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
}

/* Of what is kept, the rest of the line that it begins in and the beginning of the one
 * that it ends in: all of it, where there are no lines between. */
static char *
dup_kept (const char *text,
          gboolean is_first,
          gboolean is_last)
{
  const char *head = strchr (text, '\n');
  const char *tail = strrchr (text, '\n');
  g_autofree char *begin = NULL;

  if (head == NULL || (head == tail && !is_first && !is_last))
    return g_strdup (text);

  begin = is_first ? g_strdup ("") : g_strndup (text, (gsize) (head - text));
  return g_strconcat (begin, begin[0] != '\0' ? "\n" : "", OMITTED, is_last ? "" : tail, NULL);
}

/* What is not heard from how it looks. */
static void
append_words (GString *words,
              SbTextRunKind kind,
              const char *run)
{
  if (kind == SB_TEXT_RUN_KEPT)
    g_string_append (words, run);
  else
    g_string_append_printf (words, kind == SB_TEXT_RUN_REMOVED ? _ (" (removed: %s) ") : _ (" (added: %s) "), run);
}

void
sb_difference_label_set (GtkLabel *label,
                         const char *before,
                         const char *after)
{
  g_autoptr (GArray) runs = sb_text_difference_new (before, after);
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);

  g_return_if_fail (GTK_IS_LABEL (label));

  for (guint i = 0; i < runs->len; i++)
    {
      const SbTextRun *run = &g_array_index (runs, SbTextRun, i);
      const char *of = run->kind == SB_TEXT_RUN_ADDED ? after : before;
      g_autofree char *whole = g_strndup (of + run->start, run->length);
      g_autofree char *shown = run->kind == SB_TEXT_RUN_KEPT ? dup_kept (whole, i == 0, i == runs->len - 1) : g_steal_pointer (&whole);
      gsize start = text->len;

      g_string_append (text, shown);
      mark (list, run->kind, start, text->len);
      append_words (words, run->kind, shown);
    }
  gtk_label_set_text (label, text->str);
  gtk_label_set_attributes (label, list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
}

GtkWidget *
sb_difference_label_new (const char *before,
                         const char *after)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  sb_difference_label_set (GTK_LABEL (label), before, after);
  return label;
}
