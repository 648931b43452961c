/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-logo-field.h"

#include "sb-error-text.h"
#include "sb-language.h"
#include "sb-logo.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>

/* Pixels that the picture is looked at in. */
#define WIDTH  180
#define HEIGHT 72

struct _SbLogoField
{
  GtkBox parent_instance;

  SbCatalogue *catalogue; /* (owned) (nullable) before it is set */
  char *uuid; /* (owned) (nullable) of the briefing */
  char *address; /* (owned) (nullable) what is shown */
  GtkFileChooserNative *chooser; /* (owned) (nullable) while it is open */
  GCancellable *looking; /* (owned) (nullable) the picture is being made */
  GCancellable *reading; /* (owned) (nullable) a file is being read */

  GtkPicture *picture;
  GtkLabel *state;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (SbLogoField, sb_logo_field, GTK_TYPE_BOX)

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* NULL for none. */
static void
set_problem (SbLogoField *self,
             const char *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

/* @text: (nullable): in the place of a picture. */
static void
set_state (SbLogoField *self,
           const char *text)
{
  gtk_label_set_label (self->state, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state), text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->picture), text == NULL);
}

static void
cancel (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

/* Run in the worker. */
static gpointer
make_thumbnail (SbStore *store,
                gpointer data,
                GCancellable *cancellable,
                GError **error)
{
  return sb_logo_new_thumbnail (data, WIDTH, HEIGHT);
}

static GdkTexture *
create_texture (cairo_surface_t *surface)
{
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                                         (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
made_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (SbLogoField) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  g_autoptr (GdkTexture) texture = surface != NULL ? create_texture (surface) : NULL;

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->looking);
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  set_state (self, texture != NULL ? NULL : _ ("This logo cannot be read, and is not printed."));
}

/* Run in the worker: no more of a file than a logo may have is read. */
static gpointer
read_file (SbStore *store,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (data, cancellable, error);
  g_autofree guchar *buffer = NULL;
  g_autoptr (GBytes) file = NULL;
  gsize length;

  if (stream == NULL)
    return NULL;

  buffer = g_malloc (SB_LOGO_MAX_BYTES + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, SB_LOGO_MAX_BYTES + 1, &length, cancellable, error))
    return NULL;

  file = g_bytes_new (buffer, length);
  return sb_logo_new_address (file, error);
}

static void
read_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (SbLogoField) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *address = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  g_autofree char *text = NULL;

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->reading);
  if (address == NULL)
    text = sb_error_text (error, sb_language_get_interface ());
  set_problem (self, text);
  if (address != NULL)
    g_signal_emit (self, signals[EDITED], 0, address);
}

static void
file_chosen_cb (SbLogoField *self,
                int response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;

  g_clear_object (&self->chooser);
  if (file != NULL)
    sb_logo_field_read (self, file);
}

static void
choose_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  static const char *const suffixes[] = { "png", "jpg", "jpeg" };
  SbLogoField *self = SB_LOGO_FIELD (widget);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Pictures (PNG, JPEG)"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Choose a logo"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (file_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
remove_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  SbLogoField *self = SB_LOGO_FIELD (widget);

  cancel (&self->reading);
  set_problem (self, NULL);
  g_signal_emit (self, signals[EDITED], 0, NULL);
}

static void
sb_logo_field_dispose (GObject *object)
{
  SbLogoField *self = SB_LOGO_FIELD (object);

  cancel (&self->looking);
  cancel (&self->reading);
  g_clear_object (&self->chooser);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (sb_logo_field_parent_class)->dispose (object);
}

static void
sb_logo_field_finalize (GObject *object)
{
  SbLogoField *self = SB_LOGO_FIELD (object);

  g_free (self->uuid);
  g_free (self->address);

  G_OBJECT_CLASS (sb_logo_field_parent_class)->finalize (object);
}

static void
sb_logo_field_class_init (SbLogoFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_logo_field_dispose;
  G_OBJECT_CLASS (klass)->finalize = sb_logo_field_finalize;

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-logo-field.ui");
  gtk_widget_class_bind_template_child (widget_class, SbLogoField, picture);
  gtk_widget_class_bind_template_child (widget_class, SbLogoField, state);
  gtk_widget_class_bind_template_child (widget_class, SbLogoField, problem);
  gtk_widget_class_install_action (widget_class, "logo.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "logo.remove", NULL, remove_action);
}

static void
sb_logo_field_init (SbLogoField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "logo.remove", FALSE);
  set_state (self, _ ("No logo"));
}

void
sb_logo_field_set_catalogue (SbLogoField *self,
                             SbCatalogue *catalogue)
{
  g_return_if_fail (SB_IS_LOGO_FIELD (self));
  g_return_if_fail (SB_IS_CATALOGUE (catalogue));

  g_set_object (&self->catalogue, catalogue);
}

void
sb_logo_field_show (SbLogoField *self,
                    const char *uuid,
                    const char *address)
{
  g_return_if_fail (SB_IS_LOGO_FIELD (self));
  g_return_if_fail (SB_IS_CATALOGUE (self->catalogue));

  /* What is still being read was for the other one. */
  if (g_strcmp0 (uuid, self->uuid) != 0)
    {
      cancel (&self->reading);
      set_problem (self, NULL);
      g_free (self->uuid);
      self->uuid = g_strdup (uuid);
    }

  if (g_strcmp0 (address, self->address) == 0)
    return;

  cancel (&self->looking);
  g_free (self->address);
  self->address = g_strdup (address);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "logo.remove", address != NULL);
  if (address == NULL)
    {
      gtk_picture_set_paintable (self->picture, NULL);
      set_state (self, _ ("No logo"));
      return;
    }

  self->looking = g_cancellable_new ();
  sb_catalogue_read_async (self->catalogue, make_thumbnail, g_strdup (address), g_free, (GDestroyNotify) cairo_surface_destroy,
                           self->looking, made_cb, sb_weak_ref_new (self));
}

void
sb_logo_field_read (SbLogoField *self,
                    GFile *file)
{
  g_return_if_fail (SB_IS_LOGO_FIELD (self));
  g_return_if_fail (G_IS_FILE (file));

  cancel (&self->reading);
  set_problem (self, NULL);
  self->reading = g_cancellable_new ();
  sb_catalogue_read_async (self->catalogue, read_file, g_object_ref (file), g_object_unref, g_free, self->reading, read_cb,
                           sb_weak_ref_new (self));
}
