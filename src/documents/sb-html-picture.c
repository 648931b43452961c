/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-html-picture.h"

#include "sb-html-tree.h"
#include "sb-link.h"

#include <string.h>

/* What is no larger on both sides is an icon; what is no larger on one is a dot or a
 * line. In pixels, as the page says. */
#define MAX_ICON 48
#define MAX_DOT  2

/* Of several sizes, the least that fills a column on a dense screen is taken; in
 * pixels. */
#define WANTED_WIDTH 1200

/* Where pages keep the address until the picture comes into view. */
static const char *const late_attributes[] = { "data-src", "data-lazy-src", "data-original", "data-orig-file" };

/* The number of pixels that the page gives; 0 when it gives none. */
static guint
get_side (const GumboNode *node,
          const char *name)
{
  const char *value = _sb_html_get (node, name);
  char *end;
  guint64 side;

  if (value == NULL || !g_ascii_isdigit (*value))
    return 0;

  side = g_ascii_strtoull (value, &end, 10);
  return *end == '\0' || g_str_has_prefix (end, "px") ? (guint) MIN (side, G_MAXUINT16) : 0;
}

/* A side of 0 that is written down is that of a dot. */
static gboolean
is_small (const GumboNode *node)
{
  guint width = get_side (node, "width");
  guint height = get_side (node, "height");

  if (g_strcmp0 (_sb_html_get (node, "width"), "0") == 0 || g_strcmp0 (_sb_html_get (node, "height"), "0") == 0)
    return TRUE;
  if ((width > 0 && width <= MAX_DOT) || (height > 0 && height <= MAX_DOT))
    return TRUE;

  return width > 0 && height > 0 && width <= MAX_ICON && height <= MAX_ICON;
}

/* A drawing may hold programs, and needs a renderer of its own. */
static gboolean
is_drawing (const char *address)
{
  gsize length = strcspn (address, "?#");

  return length >= 4 && g_ascii_strncasecmp (address + length - 4, ".svg", 4) == 0;
}

/* Of "a.jpg 300w, b.jpg 1024w" the one that is wanted; NULL where no widths are given.
 * Addresses may hold commas, but end with white space. */
static char *
choose_size (const char *set)
{
  g_auto (GStrv) words = set != NULL ? g_strsplit_set (set, " \t\r\n", -1) : NULL;
  const char *address = NULL;
  const char *chosen = NULL;
  guint64 chosen_width = 0;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      char *end;
      guint64 width = g_ascii_strtoull (words[i], &end, 10);

      if (*words[i] == '\0' || (words[i][0] == ',' && words[i][1] == '\0'))
        continue;
      if (end == words[i] || *end != 'w' || (end[1] != '\0' && end[1] != ',') || address == NULL)
        {
          address = words[i] + (*words[i] == ',' ? 1 : 0);
          continue;
        }
      if (chosen == NULL || (chosen_width < WANTED_WIDTH ? width > chosen_width : width >= WANTED_WIDTH && width < chosen_width))
        {
          chosen = address;
          chosen_width = width;
        }
      address = NULL;
    }

  return g_strdup (chosen);
}

static char *
find_address (const GumboNode *node,
              const char *base)
{
  static const char *const sets[] = { "data-srcset", "data-lazy-srcset", "srcset" };
  char *address;

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autofree char *size = choose_size (_sb_html_get (node, sets[i]));

      if ((address = _sb_link_resolve (base, size)) != NULL)
        return address;
    }
  for (guint i = 0; i < G_N_ELEMENTS (late_attributes); i++)
    if ((address = _sb_link_resolve (base, _sb_html_get (node, late_attributes[i]))) != NULL)
      return address;

  return _sb_link_resolve (base, _sb_html_get (node, "src"));
}

char *
_sb_html_dup_picture_address (const GumboNode *node,
                              const char *base)
{
  g_autofree char *address = NULL;

  if (is_small (node))
    return NULL;

  address = find_address (node, base);
  if (address == NULL || g_str_has_prefix (address, "mailto:") || is_drawing (address))
    return NULL;

  return g_steal_pointer (&address);
}
