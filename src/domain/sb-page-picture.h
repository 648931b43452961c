/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a character is on a page; parts of its width and height, from its upper left
 * corner. */
typedef struct
{
  float x;
  float y;
  float width;
  float height;
} SbPageBox;

/**
 * SbPagePicture:
 * @pixels: (owned) premultiplied, blue first, as Cairo has them on this machine
 * @text: (owned) what is written on the page, in the order it is read
 * @boxes: (owned) (element-type SbPageBox) one for each character of @text
 * @number: of the page, from 1
 *
 * One page of a document as it looks, and what is written where. Immutable; owned by
 * one, goes from a worker to the main thread.
 */
typedef struct
{
  GBytes *pixels;
  int width;
  int height;
  int stride;
  char *text;
  GArray *boxes;
  guint number;
  guint n_pages;
} SbPagePicture;

void sb_page_picture_free (SbPagePicture *self);

/* The character nearest to a point of the page, in parts of its size; -1 when it has
 * none. */
int sb_page_picture_find (const SbPagePicture *self,
                          float x,
                          float y);

/**
 * SbPassageMatch:
 *
 * Where a passage is in a text; in characters, @end behind the last one.
 */
typedef struct
{
  int start;
  int end;
} SbPassageMatch;

/* Where @passage is in @text, from the character @from on or else from the start. White
 * space, hyphens and ligatures count for nothing, since lines are broken otherwise on a
 * page than in its text. FALSE when it is not there. Pure; any thread. */
gboolean sb_passage_find (const char *text,
                          const char *passage,
                          int from,
                          SbPassageMatch *match);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbPagePicture, sb_page_picture_free)

G_END_DECLS
