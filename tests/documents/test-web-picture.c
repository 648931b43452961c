/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-web-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>
#include <webp/encode.h>

#define WIDTH  320
#define HEIGHT 200

/* What nothing makes smaller: truncating it takes lines away. */
static GdkPixbuf *
make_pixbuf (int width,
             int height,
             gboolean has_alpha)
{
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, has_alpha, 8, width, height);
  guchar *pixels = gdk_pixbuf_get_pixels (pixbuf);
  gsize n = gdk_pixbuf_get_byte_length (pixbuf);

  for (gsize i = 0; i < n; i++)
    pixels[i] = (guchar) ((i * 2654435761u) >> 13);
  return pixbuf;
}

static GBytes *
encode (const char *type,
        int width,
        int height)
{
  g_autoptr (GdkPixbuf) pixbuf = make_pixbuf (width, height, FALSE);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  if (g_str_equal (type, "webp"))
    {
      guint8 *packed = NULL;
      GBytes *bytes;

      size = WebPEncodeRGB (gdk_pixbuf_get_pixels (pixbuf), width, height, gdk_pixbuf_get_rowstride (pixbuf), 80, &packed);
      bytes = g_bytes_new (packed, size);
      WebPFree (packed);
      return bytes;
    }

  gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, type, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

static const char *const types[] = { "jpeg", "png", "webp" };

static void
test_kinds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GBytes) bytes = encode (types[i], WIDTH, HEIGHT);
      g_autofree char *type = g_strconcat ("image/", types[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (SbWebPicture) picture = sb_web_picture_decode (bytes, NULL, &error);

      g_test_message ("%s", types[i]);
      g_assert_no_error (error);
      g_assert_cmpstr (sb_web_picture_guess_type (bytes), ==, type);
      g_assert_cmpint (picture->width, ==, WIDTH);
      g_assert_cmpint (picture->height, ==, HEIGHT);
      g_assert_cmpuint (g_bytes_get_size (picture->pixels), ==, WIDTH * HEIGHT * 4);
    }
}

/* A dot, as GIF has it, and what comes behind its end. */
static const char gif[] =
  "GIF89a\1\0\1\0\200\0\0\377\0\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;";

static void
test_gif (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (gif, sizeof gif - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbWebPicture) picture = sb_web_picture_decode (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (picture->width, ==, 1);
  g_assert_cmphex (*(const guint32 *) g_bytes_get_data (picture->pixels, NULL), ==, 0xffff0000);
}

static void
test_scaled (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GBytes) bytes = encode (types[i], SB_WEB_PICTURE_MAX_WIDTH * 2, 100);
      g_autoptr (GError) error = NULL;
      g_autoptr (SbWebPicture) picture = sb_web_picture_decode (bytes, NULL, &error);

      g_test_message ("%s", types[i]);
      g_assert_no_error (error);
      g_assert_cmpint (picture->width, ==, SB_WEB_PICTURE_MAX_WIDTH);
      g_assert_cmpint (picture->height, ==, 50);
    }
}

/* What is cut off is not shown as if it were whole. */
static void
test_truncated (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GBytes) bytes = encode (types[i], WIDTH, HEIGHT);

      for (guint tenths = 1; tenths < 10; tenths++)
        {
          g_autoptr (GBytes) piece = g_bytes_new_from_bytes (bytes, 0, g_bytes_get_size (bytes) * tenths / 10);
          g_autoptr (GError) error = NULL;
          g_autoptr (SbWebPicture) picture = sb_web_picture_decode (piece, NULL, &error);

          g_test_message ("%s, %u tenths", types[i], tenths);
          g_assert_null (picture);
          g_assert_error (error, SB_WEB_PICTURE_ERROR, SB_WEB_PICTURE_ERROR_BROKEN);
        }
    }
}

/* Light letters on nothing are made for white pages, and stay readable on them alone. */
static void
test_transparent (void)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, 4, 4);
  g_autoptr (SbWebPicture) picture = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0x20408000);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "png", NULL, NULL));
  bytes = g_bytes_new_take (data, size);
  picture = sb_web_picture_decode (bytes, NULL, NULL);
  g_assert_nonnull (picture);
  g_assert_cmpint (*(const guint8 *) g_bytes_get_data (picture->pixels, NULL), ==, 0xff);
}

/* The size that a PNG file says, with a sum that is not looked at. */
#define PNG(width, height) "\211PNG\r\n\032\n\0\0\0\rIHDR" width height "\10\2\0\0\0\0\0\0\0"

static const struct
{
  const char *name;
  const char *bytes;
  gsize length;
  SbWebPictureError code;
} hostile[] = {
  { "a page", "<!DOCTYPE html><p>Non</p>", 25, SB_WEB_PICTURE_ERROR_PAGE },
  { "a text", "Interdit", 8, SB_WEB_PICTURE_ERROR_PAGE },
  { "a drawing", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>", 55, SB_WEB_PICTURE_ERROR_UNSUPPORTED },
  { "an icon", "\0\0\1\0\1\0\1\1\0\0\1\0\30\0000\0\0\0\26\0\0\0", 22, SB_WEB_PICTURE_ERROR_UNSUPPORTED },
  { "a beginning of JPEG", "\377\330\377\340\0\20JFIF", 10, SB_WEB_PICTURE_ERROR_BROKEN },
  { "a beginning of WebP", "RIFF\4\0\0\0WEBPVP8 ", 16, SB_WEB_PICTURE_ERROR_BROKEN },
  { "a beginning of GIF", "GIF89a\1\0\1\0\200", 11, SB_WEB_PICTURE_ERROR_BROKEN },
  { "a picture of nothing", PNG ("\0\0\0\0", "\0\0\0\0"), 33, SB_WEB_PICTURE_ERROR_BROKEN },
};

static void
test_hostile (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (hostile[i].bytes, hostile[i].length);
      g_autoptr (GError) error = NULL;
      g_autoptr (SbWebPicture) picture = sb_web_picture_decode (bytes, NULL, &error);

      g_test_message ("%s", hostile[i].name);
      g_assert_null (picture);
      g_assert_error (error, SB_WEB_PICTURE_ERROR, (int) hostile[i].code);
    }
}

/* Pictures that are few bytes, and more pixels than a machine has memory for. */
static void
test_bombs (void)
{
  static const int sides[] = { 8000, 30000, 65000 };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autoptr (GBytes) small = encode ("jpeg", WIDTH, HEIGHT);
      g_autoptr (GByteArray) array = g_bytes_unref_to_array (g_steal_pointer (&small));
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (SbWebPicture) picture = NULL;
      guint at = 0;

      /* The frame says how large it is: "FF C0", two bytes of length, one of depth, two of
       * height, two of width. */
      while (array->data[at] != 0xff || array->data[at + 1] != 0xc0)
        at++;
      array->data[at + 5] = array->data[at + 7] = (guint8) (sides[i] >> 8);
      array->data[at + 6] = array->data[at + 8] = (guint8) sides[i];
      bytes = g_byte_array_free_to_bytes (g_steal_pointer (&array));
      picture = sb_web_picture_decode (bytes, NULL, &error);
      g_test_message ("%d", sides[i]);
      g_assert_null (picture);
      g_assert_error (error, SB_WEB_PICTURE_ERROR, SB_WEB_PICTURE_ERROR_TOO_LARGE);
    }
}

static void
test_too_many_bytes (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (SB_WEB_PICTURE_MAX_BYTES + 1), SB_WEB_PICTURE_MAX_BYTES + 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (sb_web_picture_decode (bytes, NULL, &error));
  g_assert_error (error, SB_WEB_PICTURE_ERROR, SB_WEB_PICTURE_ERROR_TOO_LARGE);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = encode ("png", WIDTH, HEIGHT);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (sb_web_picture_decode (bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/web-picture/kinds", test_kinds);
  g_test_add_func ("/documents/web-picture/gif", test_gif);
  g_test_add_func ("/documents/web-picture/scaled", test_scaled);
  g_test_add_func ("/documents/web-picture/truncated", test_truncated);
  g_test_add_func ("/documents/web-picture/transparent", test_transparent);
  g_test_add_func ("/documents/web-picture/hostile", test_hostile);
  g_test_add_func ("/documents/web-picture/bombs", test_bombs);
  g_test_add_func ("/documents/web-picture/too-many-bytes", test_too_many_bytes);
  g_test_add_func ("/documents/web-picture/cancelled", test_cancelled);
  return g_test_run ();
}
