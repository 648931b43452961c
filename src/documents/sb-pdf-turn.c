/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-pdf-turn.h"

#include <math.h>

/* Letters side by side differ less than this in height and are less than that
 * apart; in sizes. */
#define MAX_RISE  0.2
#define MAX_PITCH 3.0

PopplerRectangle
_sb_pdf_turn_box (const PopplerRectangle *box,
                  guint rotation,
                  double width,
                  double height)
{
  PopplerRectangle turned = *box;

  switch (rotation & 3)
    {
    case 1:
      turned = (PopplerRectangle) { box->y1, width - box->x2, box->y2, width - box->x1 };
      break;
    case 2:
      turned = (PopplerRectangle) { width - box->x2, height - box->y2, width - box->x1, height - box->y1 };
      break;
    case 3:
      turned = (PopplerRectangle) { height - box->y2, box->x1, height - box->y1, box->x2 };
      break;
    default:
      break;
    }
  return turned;
}

/* TRUE when @b, of a font for vertical text, stands beside @a and not below
 * it. */
static gboolean
stands_beside (const SbPdfLetter *a,
               const SbPdfLetter *b)
{
  double step = b->box.x1 - a->box.x1;

  return a->is_vertical && b->is_vertical && a->rotation == 1 && b->rotation == 1 &&
         fabs (a->box.y1 - b->box.y1) < MAX_RISE * b->size && step > 0 && step < MAX_PITCH * b->size;
}

static void
set_upright (GArray *letters)
{
  gboolean was_beside = FALSE;

  for (guint i = 0; i < letters->len; i++)
    {
      SbPdfLetter *letter = &g_array_index (letters, SbPdfLetter, i);
      gboolean is_beside = i + 1 < letters->len && stands_beside (letter, letter + 1);

      if (is_beside || was_beside)
        letter->rotation = 0;
      /* What is told by white space alone: such boxes overlap. */
      if (was_beside && !letter->follows_space)
        letter->begins_word = FALSE;
      was_beside = is_beside;
    }
}

void
_sb_pdf_turn_page (SbPdfPage *page)
{
  guint counts[4] = { 0 };
  guint rotation = 0;
  double width = page->width;
  double height = page->height;

  set_upright (page->letters);
  for (guint i = 0; i < page->letters->len; i++)
    counts[g_array_index (page->letters, SbPdfLetter, i).rotation]++;
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[rotation])
      rotation = i;
  if (rotation == 0)
    return;
  for (guint i = 0; i < page->letters->len; i++)
    {
      SbPdfLetter *letter = &g_array_index (page->letters, SbPdfLetter, i);

      letter->box = _sb_pdf_turn_box (&letter->box, rotation, width, height);
      letter->rotation = (guint8) ((letter->rotation - rotation) & 3);
    }
  page->width = rotation == 2 ? width : height;
  page->height = rotation == 2 ? height : width;
}
