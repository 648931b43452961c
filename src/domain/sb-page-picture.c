/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-page-picture.h"

#include <math.h>
#include <string.h>

/* A character becomes no more than so many when it is taken apart. */
#define MAX_PARTS 18

/* Shorter passages are anywhere. */
#define MIN_PASSAGE 2

void
sb_page_picture_free (SbPagePicture *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->pixels, g_bytes_unref);
  g_clear_pointer (&self->boxes, g_array_unref);
  g_free (self->text);
  g_free (self);
}

/* How far a value is outside of a range. */
static float
get_distance (float value,
              float first,
              float length)
{
  if (value < first)
    return first - value;

  return value > first + length ? value - first - length : 0;
}

int
sb_page_picture_find (const SbPagePicture *self,
                      float x,
                      float y)
{
  int nearest = -1;
  float least = INFINITY;

  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const SbPageBox *box = &g_array_index (self->boxes, SbPageBox, i);
      /* One of the line is nearer than one above it. */
      float distance = get_distance (x, box->x, box->width) + 4 * get_distance (y, box->y, box->height);

      if (box->width > 0 && box->height > 0 && distance < least)
        {
          least = distance;
          nearest = (int) i;
        }
    }

  return nearest;
}

/* A character that counts, and where it was. */
typedef struct
{
  gunichar c;
  int at;
} Letter;

static gboolean
counts (gunichar c)
{
  return !g_unichar_isspace (c) && c != '-' && c != 0xAD && c != 0x2010 && c != 0x2011 && c != 0xFFFE && !g_unichar_iscntrl (c);
}

/* (element-type Letter) */
static GArray *
squeeze (const char *text)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (Letter));
  int at = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), at++)
    {
      gunichar parts[MAX_PARTS];
      gunichar c = g_utf8_get_char (p);
      gsize n = counts (c) ? g_unichar_fully_decompose (c, TRUE, parts, MAX_PARTS) : 0;

      for (gsize i = 0; i < MIN (n, MAX_PARTS); i++)
        {
          Letter letter = { parts[i], at };

          if (counts (letter.c))
            g_array_append_val (letters, letter);
        }
    }

  return letters;
}

static int
find_letters (GArray *letters,
              GArray *wanted,
              guint first,
              guint last)
{
  for (guint i = first; i < last && i + wanted->len <= letters->len; i++)
    {
      guint j = 0;

      while (j < wanted->len && g_array_index (letters, Letter, i + j).c == g_array_index (wanted, Letter, j).c)
        j++;
      if (j == wanted->len)
        return (int) i;
    }

  return -1;
}

gboolean
sb_passage_find (const char *text,
                 const char *passage,
                 int from,
                 SbPassageMatch *match)
{
  g_autoptr (GArray) letters = NULL;
  g_autoptr (GArray) wanted = NULL;
  guint first = 0;
  int found;

  g_return_val_if_fail (text != NULL && passage != NULL && match != NULL, FALSE);

  letters = squeeze (text);
  wanted = squeeze (passage);
  if (wanted->len < MIN_PASSAGE)
    return FALSE;

  while (first < letters->len && g_array_index (letters, Letter, first).at < from)
    first++;
  found = find_letters (letters, wanted, first, letters->len);
  if (found < 0)
    found = find_letters (letters, wanted, 0, first);
  if (found < 0)
    return FALSE;

  match->start = g_array_index (letters, Letter, found).at;
  match->end = g_array_index (letters, Letter, (guint) found + wanted->len - 1).at + 1;
  return TRUE;
}
