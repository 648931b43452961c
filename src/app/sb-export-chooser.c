/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-export-chooser.h"

#include <glib/gi18n.h>

/* What a chooser offers. */
typedef struct
{
  const SbExportFormat *formats; /* (not owned) static */
  guint n_formats;
} Offer;

#define OFFER_KEY  "sb-offer"
#define FORMAT_KEY "sb-format"

static const SbExportFormat *
find_format (const SbExportFormat *formats,
             guint n_formats,
             const char *path)
{
  for (guint i = 0; i < n_formats; i++)
    if (g_str_has_suffix (path, formats[i].ending))
      return &formats[i];

  return NULL;
}

char *
sb_export_format_apply (const SbExportFormat *format,
                        const SbExportFormat *formats,
                        guint n_formats,
                        const char *path)
{
  const SbExportFormat *before;

  g_return_val_if_fail (format != NULL && formats != NULL && path != NULL, NULL);

  before = find_format (formats, n_formats, path);
  if (before == NULL)
    return g_strconcat (path, format->ending, NULL);

  return g_strdup_printf ("%.*s%s", (int) (strlen (path) - strlen (before->ending)), path, format->ending);
}

static const SbExportFormat *
get_format (GtkFileChooser *chooser)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);

  return filter != NULL ? g_object_get_data (G_OBJECT (filter), FORMAT_KEY) : NULL;
}

/* A chooser of another program's (of the portal) tells of no change: what it ended with
 * counts then. */
static void
format_changed_cb (GtkFileChooser *chooser,
                   GParamSpec *property,
                   const Offer *offer)
{
  const SbExportFormat *format = get_format (chooser);
  g_autofree char *name = gtk_file_chooser_get_current_name (chooser);
  g_autofree char *changed = NULL;

  if (format == NULL || name == NULL || *name == '\0')
    return;

  changed = sb_export_format_apply (format, offer->formats, offer->n_formats, name);
  gtk_file_chooser_set_current_name (chooser, changed);
}

GtkFileChooserNative *
sb_export_chooser_new (GtkWindow *parent,
                       const char *title,
                       const char *name,
                       const SbExportFormat *formats,
                       guint n_formats)
{
  GtkFileChooserNative *self;
  g_autofree char *proposed = NULL;
  Offer *offer;

  g_return_val_if_fail (title != NULL && name != NULL, NULL);
  g_return_val_if_fail (formats != NULL && n_formats > 0, NULL);

  self = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);
  proposed = sb_export_format_apply (&formats[0], formats, n_formats, name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self), proposed);
  offer = g_new0 (Offer, 1);
  *offer = (Offer) { formats, n_formats };
  g_object_set_data_full (G_OBJECT (self), OFFER_KEY, offer, g_free);

  for (guint i = 0; i < n_formats; i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
      /* Translators: a format of files and the ending of their names. */
      g_autofree char *label = g_strdup_printf (_ ("%s (%s)"), _ (formats[i].name), formats[i].ending);

      gtk_file_filter_set_name (filter, label);
      gtk_file_filter_add_suffix (filter, formats[i].ending + 1);
      g_object_set_data (G_OBJECT (filter), FORMAT_KEY, (gpointer) &formats[i]);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self), filter);
      if (i == 0)
        gtk_file_chooser_set_filter (GTK_FILE_CHOOSER (self), filter);
    }
  g_signal_connect (self, "notify::filter", G_CALLBACK (format_changed_cb), offer);

  return self;
}

char *
sb_export_chooser_dup_path (GtkFileChooserNative *chooser)
{
  const Offer *offer;
  const SbExportFormat *format;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autofree char *ended = NULL;

  g_return_val_if_fail (GTK_IS_FILE_CHOOSER_NATIVE (chooser), NULL);

  offer = g_object_get_data (G_OBJECT (chooser), OFFER_KEY);
  format = get_format (GTK_FILE_CHOOSER (chooser));
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path == NULL || format == NULL || find_format (offer->formats, offer->n_formats, path) != NULL)
    return g_steal_pointer (&path);

  ended = sb_export_format_apply (format, offer->formats, offer->n_formats, path);
  return g_file_test (ended, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : g_steal_pointer (&ended);
}
