/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefing-print.h"

#include "sb-briefing.h"
#include "sb-drop-down-name.h"

#include <glib/gi18n.h>

#define BIT(language) (1u << (language))
#define BOTH          (BIT (SB_LANGUAGE_FR) | BIT (SB_LANGUAGE_EN))

/* What a briefing in both languages can be printed in, in the order of the list. */
static const struct
{
  const char *label;
  guint languages;
  gboolean is_columns;
} choices[] = {
  { N_ ("French"), BIT (SB_LANGUAGE_FR), FALSE },
  { N_ ("English"), BIT (SB_LANGUAGE_EN), FALSE },
  { N_ ("French, then English"), BOTH, FALSE },
  { N_ ("Both side by side, in columns"), BOTH, TRUE },
};

/* A sheet that differs from the paper by less is that paper: printers round. */
#define SAME_SCALE 0.005

struct _SbBriefingPrint
{
  GtkPrintOperation parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  SbRecord *briefing; /* (owned) */
  SbBasemapPainter *painter; /* (owned) (nullable) */
  SbEditionManner manner; /* its paper is that of the sheets that are set or being set */
  GPtrArray *sheets; /* (owned) (nullable) (element-type SbSheets) one after the other */
  gboolean is_composing;
  GError *failure; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SbBriefingPrint, sb_briefing_print, GTK_TYPE_PRINT_OPERATION)

static guint
count_sheets (GPtrArray *sheets)
{
  guint n_sheets = 0;

  for (guint i = 0; i < sheets->len; i++)
    n_sheets += sb_sheets_get_n_sheets (g_ptr_array_index (sheets, i));

  return n_sheets;
}

static void
composed_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (SbBriefingPrint) self = user_data;

  self->is_composing = FALSE;
  self->sheets = sb_edition_request_finish (SB_CATALOGUE (object), result, &self->failure);
  if (self->sheets == NULL)
    gtk_print_operation_cancel (GTK_PRINT_OPERATION (self));
}

static void
compose (SbBriefingPrint *self,
         SbPaper paper)
{
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  self->manner.paper = paper;
  self->is_composing = TRUE;
  sb_edition_request_async (self->catalogue, self->briefing, &self->manner, self->painter, SB_BRIEFING_FORMAT_PDF, NULL, NULL,
                            composed_cb, g_object_ref (self));
}

/* How many times as large a sheet of @paper is drawn, to fit. */
static double
find_scale (SbPaper paper,
            double width,
            double height)
{
  double scale = MIN (width / sb_paper_get_width (paper), height / sb_paper_get_height (paper));

  return ABS (scale - 1) < SAME_SCALE ? 1 : scale;
}

/* Is asked, whenever there is nothing else to do, until the pages are there. */
static gboolean
sb_briefing_print_paginate (GtkPrintOperation *operation,
                            GtkPrintContext *context)
{
  SbBriefingPrint *self = SB_BRIEFING_PRINT (operation);
  SbPaper paper = sb_briefing_print_choose_paper (gtk_print_context_get_width (context), gtk_print_context_get_height (context));

  if (self->is_composing || self->failure != NULL)
    return FALSE;
  if (self->sheets == NULL || self->manner.paper != paper)
    {
      compose (self, paper);
      return FALSE;
    }

  gtk_print_operation_set_n_pages (operation, (int) count_sheets (self->sheets));

  return TRUE;
}

static void
sb_briefing_print_draw_page (GtkPrintOperation *operation,
                             GtkPrintContext *context,
                             int page)
{
  SbBriefingPrint *self = SB_BRIEFING_PRINT (operation);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context);
  double height = gtk_print_context_get_height (context);
  double scale = find_scale (self->manner.paper, width, height);
  guint number = (guint) page;

  cairo_save (cr);
  if (scale != 1)
    {
      cairo_translate (cr, (width - scale * sb_paper_get_width (self->manner.paper)) / 2, (height - scale * sb_paper_get_height (self->manner.paper)) / 2);
      cairo_scale (cr, scale, scale);
    }
  for (guint i = 0; i < self->sheets->len; i++)
    {
      SbSheets *sheets = g_ptr_array_index (self->sheets, i);

      if (number < sb_sheets_get_n_sheets (sheets))
        {
          sb_sheets_draw (sheets, number, cr);
          break;
        }
      number -= sb_sheets_get_n_sheets (sheets);
    }
  cairo_restore (cr);
}

/* The tab of the dialog on what is printed; none, where there is nothing to choose. */
static GtkWidget *
sb_briefing_print_create_custom_widget (GtkPrintOperation *operation)
{
  SbBriefingPrint *self = SB_BRIEFING_PRINT (operation);
  g_autoptr (GtkStringList) labels = NULL;
  GtkWidget *box, *label, *list;
  guint selected = 0;

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    if (!sb_briefing_is_printed_in (self->briefing, (SbLanguage) i))
      return NULL;

  labels = gtk_string_list_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      gtk_string_list_append (labels, _ (choices[i].label));
      if (choices[i].languages == self->manner.languages && choices[i].is_columns == self->manner.is_columns)
        selected = i;
    }
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  label = gtk_label_new_with_mnemonic (_ ("_Language"));
  list = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (labels)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), selected);
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_top (label, 8);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), list);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), list);
  sb_drop_down_name_all (box);
  g_object_set_data (G_OBJECT (box), "sb-list", list);
  return box;
}

static void
sb_briefing_print_apply_custom_widget (GtkPrintOperation *operation,
                                       GtkWidget *widget)
{
  SbBriefingPrint *self = SB_BRIEFING_PRINT (operation);
  guint selected = gtk_drop_down_get_selected (g_object_get_data (G_OBJECT (widget), "sb-list"));

  if (selected >= G_N_ELEMENTS (choices) ||
      (choices[selected].languages == self->manner.languages && choices[selected].is_columns == self->manner.is_columns))
    return;

  self->manner.languages = choices[selected].languages;
  self->manner.is_columns = choices[selected].is_columns;
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
}

static void
sb_briefing_print_finalize (GObject *object)
{
  SbBriefingPrint *self = SB_BRIEFING_PRINT (object);

  g_clear_object (&self->catalogue);
  g_clear_object (&self->briefing);
  g_clear_pointer (&self->painter, sb_basemap_painter_unref);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_error (&self->failure);

  G_OBJECT_CLASS (sb_briefing_print_parent_class)->finalize (object);
}

static void
sb_briefing_print_class_init (SbBriefingPrintClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  object_class->finalize = sb_briefing_print_finalize;
  operation_class->paginate = sb_briefing_print_paginate;
  operation_class->create_custom_widget = sb_briefing_print_create_custom_widget;
  operation_class->custom_widget_apply = sb_briefing_print_apply_custom_widget;
  operation_class->draw_page = sb_briefing_print_draw_page;
}

static void
sb_briefing_print_init (SbBriefingPrint *self)
{
  gtk_print_operation_set_use_full_page (GTK_PRINT_OPERATION (self), TRUE);
  gtk_print_operation_set_unit (GTK_PRINT_OPERATION (self), GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (GTK_PRINT_OPERATION (self), TRUE);
  gtk_print_operation_set_custom_tab_label (GTK_PRINT_OPERATION (self), _ ("Briefing"));
}

SbBriefingPrint *
sb_briefing_print_new (SbCatalogue *catalogue,
                       SbRecord *briefing,
                       const SbEditionManner *manner,
                       SbBasemapPainter *painter)
{
  SbBriefingPrint *self;

  g_return_val_if_fail (SB_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (SB_IS_RECORD (briefing), NULL);
  g_return_val_if_fail (manner != NULL, NULL);

  self = g_object_new (SB_TYPE_BRIEFING_PRINT, NULL);
  self->catalogue = g_object_ref (catalogue);
  self->briefing = g_object_ref (briefing);
  self->manner = *manner;
  self->painter = painter != NULL ? sb_basemap_painter_ref (painter) : NULL;

  return self;
}

const GError *
sb_briefing_print_get_failure (SbBriefingPrint *self)
{
  g_return_val_if_fail (SB_IS_BRIEFING_PRINT (self), NULL);

  return self->failure;
}

SbPaper
sb_briefing_print_choose_paper (double width,
                                double height)
{
  static const SbPaper papers[] = { SB_PAPER_A4, SB_PAPER_LETTER };
  SbPaper best = papers[0];
  double most = 0;

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      double scale = find_scale (papers[i], width, height);
      double area = scale * scale * sb_paper_get_width (papers[i]) * sb_paper_get_height (papers[i]);

      if (area > most)
        {
          most = area;
          best = papers[i];
        }
    }

  return best;
}
