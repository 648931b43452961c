/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-fold-panes.h"

/* What the upper pane has of the height: less than that below it, which is read. */
#define UPPER_SHARE 0.4

typedef struct
{
  GtkPaned *paned; /* which frees this */
  SbFoldBox *fold; /* (nullable) not owned; NULL once it is gone */
  GSettings *settings; /* (owned) */
  char *key; /* (owned) */
  gboolean stacks; /* the panes, when it is folded */
  int max; /* the greatest size that the first pane can have now */
  guint tick; /* while the first pane is about to be given its size */
} Panes;

static void
panes_free (gpointer data)
{
  Panes *panes = data;

  g_clear_weak_pointer (&panes->fold);
  g_object_unref (panes->settings);
  g_free (panes->key);
  g_free (panes);
}

static gboolean
is_folded (Panes *panes)
{
  return panes->fold == NULL || sb_fold_box_is_folded (panes->fold);
}

static gboolean
place_cb (GtkWidget *widget,
          GdkFrameClock *clock,
          gpointer user_data)
{
  Panes *panes = user_data;

  panes->tick = 0;
  if (panes->stacks && gtk_orientable_get_orientation (GTK_ORIENTABLE (widget)) == GTK_ORIENTATION_VERTICAL)
    gtk_paned_set_position (panes->paned, (int) (UPPER_SHARE * gtk_widget_get_height (widget)));
  else if (!is_folded (panes))
    gtk_paned_set_position (panes->paned, MIN (g_settings_get_int (panes->settings, panes->key), panes->max));
  return G_SOURCE_REMOVE;
}

/* What is changed while sizes are being given does not hold: it is changed with the next
 * frame. */
static void
place_later (Panes *panes)
{
  if (panes->tick == 0)
    panes->tick = gtk_widget_add_tick_callback (GTK_WIDGET (panes->paned), place_cb, panes, NULL);
}

static void
moved_cb (GtkPaned *paned,
          GParamSpec *pspec,
          gpointer user_data)
{
  Panes *panes = user_data;
  int position = gtk_paned_get_position (paned);
  int max;

  if (is_folded (panes))
    return;

  g_object_get (paned, "max-position", &max, NULL);
  if (max != panes->max)
    {
      panes->max = max;
      place_later (panes);
    }
  else if (panes->tick == 0 && gtk_widget_get_mapped (GTK_WIDGET (paned)) && position < max)
    g_settings_set_int (panes->settings, panes->key, position);
}

static void
folded_cb (SbFoldBox *fold,
           GParamSpec *pspec,
           GtkPaned *paned)
{
  Panes *panes = g_object_get_data (G_OBJECT (paned), "sb-fold-panes");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (paned), sb_fold_box_is_folded (fold) ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  place_later (panes);
}

void
sb_fold_panes_keep (SbFoldBox *fold,
                    GtkPaned *paned,
                    GSettings *settings,
                    const char *key)
{
  Panes *panes;

  g_return_if_fail (SB_IS_FOLD_BOX (fold));
  g_return_if_fail (GTK_IS_PANED (paned));
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (key != NULL);

  panes = g_new0 (Panes, 1);
  panes->paned = paned;
  g_set_weak_pointer (&panes->fold, fold);
  panes->settings = g_object_ref (settings);
  panes->key = g_strdup (key);
  g_object_set_data_full (G_OBJECT (paned), "sb-fold-panes", panes, panes_free);
  gtk_paned_set_position (paned, g_settings_get_int (settings, key));
  g_signal_connect (paned, "notify::position", G_CALLBACK (moved_cb), panes);
  g_signal_connect (paned, "notify::max-position", G_CALLBACK (moved_cb), panes);
}

void
sb_fold_panes (SbFoldBox *fold,
               GtkPaned *paned,
               GSettings *settings,
               const char *key)
{
  g_return_if_fail (SB_IS_FOLD_BOX (fold));
  g_return_if_fail (GTK_IS_PANED (paned));

  sb_fold_panes_keep (fold, paned, settings, key);
  ((Panes *) g_object_get_data (G_OBJECT (paned), "sb-fold-panes"))->stacks = TRUE;
  g_signal_connect_object (fold, "notify::folded", G_CALLBACK (folded_cb), paned, 0);
}
