/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <poppler.h>

G_BEGIN_DECLS

/* A character as the content of a page draws it; lengths in points, y
 * downwards. */
typedef struct
{
  gunichar c; /* never white space */
  PopplerRectangle box;
  double size;
  guint8 rotation; /* quarter turns clockwise in which it is read, 0 to 3 */
  gboolean is_bold;
  gboolean is_vertical; /* of a font that is set downwards */
  gboolean begins_word;
  gboolean follows_space; /* white space was drawn before it */
} SbPdfLetter;

/* One page; width and height are in points as it is looked at. */
typedef struct
{
  GArray *letters; /* (owned) (element-type SbPdfLetter) in the order in which they are drawn */
  double width;
  double height;
} SbPdfPage;

/**
 * SbPdfLetters:
 *
 * Reads the letters of a PDF file in the order of its content, which
 * poppler-glib does not tell: it sorts them by where they stand.
 */
typedef struct _SbPdfLetters SbPdfLetters;

/* NULL when the file cannot be read or needs a password. The data of @bytes
 * stays in use until the reader is freed. */
SbPdfLetters *_sb_pdf_letters_open (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
void _sb_pdf_letters_free (SbPdfLetters *self);

/* The page @number, from 1. */
SbPdfPage _sb_pdf_letters_read_page (SbPdfLetters *self,
                                     guint number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbPdfLetters, _sb_pdf_letters_free)

G_END_DECLS
