/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

/* The only file in C++, and the only one that knows poppler from inside: the
 * interfaces that poppler promises to keep give text sorted by its place or
 * without its place, never both the place and the order. */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-pdf-letters.h"

#include <GlobalParams.h>
#include <PDFDoc.h>
#include <string.h>
#include <TextOutputDev.h>

/* Dots an inch that make one unit a point. */
#define RESOLUTION 72

/* Stands for what is not known. */
#define REPLACEMENT 0xfffd

struct _SbPdfLetters
{
  GBytes *bytes; /* (owned) */
  GlobalParamsIniter *params; /* (owned) */
  PDFDoc *document; /* (owned) */
};

/* What is wrong with a file shows in what comes out of it. */
static void
ignore_error_cb (ErrorCategory category,
                 Goffset position,
                 const char *message)
{
}

SbPdfLetters *
_sb_pdf_letters_open (GBytes *bytes)
{
  SbPdfLetters *self = g_new0 (SbPdfLetters, 1);
  gsize size;
  const char *data = static_cast<const char *> (g_bytes_get_data (bytes, &size));

  self->bytes = g_bytes_ref (bytes);
  self->params = new GlobalParamsIniter (ignore_error_cb);
  self->document = new PDFDoc (new MemStream (data, 0, static_cast<Goffset> (size), Object (objNull)));
  if (self->document->isOk ())
    return self;
  _sb_pdf_letters_free (self);
  return NULL;
}

void
_sb_pdf_letters_free (SbPdfLetters *self)
{
  delete self->document;
  delete self->params;
  g_bytes_unref (self->bytes);
  g_free (self);
}

static bool
is_bold (const TextFontInfo *font)
{
  const GooString *name = font->getFontName ();
  g_autofree char *lower = name == NULL ? NULL : g_ascii_strdown (name->c_str (), -1);

  if (font->isBold ())
    return true;
  return lower != NULL && (strstr (lower, "bold") != NULL || strstr (lower, "black") != NULL ||
                           strstr (lower, "heavy") != NULL || strstr (lower, "cmbx") != NULL);
}

static void
append_word (GArray *letters,
             TextWord *word,
             bool follows_space)
{
  bool begins_word = true;

  for (int i = 0; i < word->getLength (); i++)
    {
      gunichar c = *word->getChar (i);
      SbPdfLetter letter = {};

      if (c == 0 || c > 0x10ffff || g_unichar_type (c) == G_UNICODE_SURROGATE || g_unichar_isspace (c))
        {
          follows_space = true;
          continue;
        }
      /* A font that does not say what its glyphs are has their numbers. */
      letter.c = g_unichar_iscntrl (c) ? REPLACEMENT : c;
      word->getCharBBox (i, &letter.box.x1, &letter.box.y1, &letter.box.x2, &letter.box.y2);
      letter.size = word->getFontSize ();
      letter.rotation = static_cast<guint8> (word->getRotation () & 3);
      letter.is_bold = is_bold (word->getFontInfo (i));
      letter.is_vertical = word->getFontInfo (i)->getWMode () != 0;
      letter.begins_word = begins_word;
      letter.follows_space = follows_space;
      g_array_append_val (letters, letter);
      begins_word = follows_space = false;
    }
}

/* White space is not among the words, but its characters are counted: a word
 * that does not start where the last one ended was drawn after a space. */
static void
append_words (GArray *letters,
              TextWordList *words)
{
  int end = 0;

  for (int i = 0; i < words->getLength (); i++)
    {
      TextWord *word = words->get (i);

      append_word (letters, word, word->getCharPos () > end);
      end = word->getCharPos () + word->getCharLen ();
    }
}

SbPdfPage
_sb_pdf_letters_read_page (SbPdfLetters *self,
                           guint number)
{
  TextOutputDev device (static_cast<const char *> (NULL), false, 0, true, false);
  int page = static_cast<int> (number);
  bool is_turned = self->document->getPageRotate (page) % 180 != 0;
  double width = self->document->getPageCropWidth (page);
  double height = self->document->getPageCropHeight (page);
  SbPdfPage result = { g_array_new (FALSE, FALSE, sizeof (SbPdfLetter)), is_turned ? height : width, is_turned ? width : height };

  self->document->displayPage (&device, page, RESOLUTION, RESOLUTION, 0, false, true, false);
  append_words (result.letters, device.makeWordList ().get ());
  return result;
}
