/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-extraction-private.h"

#include "sb-illustration.h"
#include "sb-text-language.h"

#include <string.h>

/* How fast an adult reads French or English prose. */
#define WORDS_PER_MINUTE 230

G_DEFINE_BOXED_TYPE (SbExtraction, sb_extraction, sb_extraction_ref, sb_extraction_unref)

SbExtraction *
_sb_extraction_new (void)
{
  SbExtraction *self = g_atomic_rc_box_new0 (SbExtraction);

  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  self->links = g_ptr_array_new_with_free_func (g_free);
  self->resources = g_ptr_array_new_with_free_func (g_free);
  self->illustrations = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_illustration_unref);
  return self;
}

void
_sb_extraction_seal (SbExtraction *self)
{
  _sb_mark_languages (self->blocks, self->language);
  g_ptr_array_add (self->links, NULL);
  g_ptr_array_add (self->resources, NULL);
}

static void
clear_extraction (gpointer data)
{
  SbExtraction *self = data;

  g_free (self->title);
  g_free (self->byline);
  g_free (self->language);
  g_free (self->date);
  g_free (self->site);
  g_free (self->lead);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->resources);
  g_ptr_array_unref (self->illustrations);
}

SbExtraction *
sb_extraction_ref (SbExtraction *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
sb_extraction_unref (SbExtraction *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_extraction);
}

const char *
sb_extraction_get_title (const SbExtraction *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

const char *
sb_extraction_get_byline (const SbExtraction *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->byline;
}

const char *
sb_extraction_get_language (const SbExtraction *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

const char *
sb_extraction_get_date (const SbExtraction *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->date;
}

const char *
sb_extraction_get_site (const SbExtraction *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->site;
}

const char *
sb_extraction_get_lead (const SbExtraction *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->lead;
}

gboolean
sb_extraction_get_time (const SbExtraction *self,
                        gint64 *seconds)
{
  g_autofree char *moment = NULL;
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (seconds != NULL, FALSE);

  if (self->date == NULL)
    return FALSE;
  if (strchr (self->date, 'T') != NULL)
    moment = g_strdup (self->date);
  else
    moment = g_strconcat (self->date, "T00:00:00Z", NULL);
  if (!(time = g_date_time_new_from_iso8601 (moment, NULL)))
    return FALSE;
  *seconds = g_date_time_to_unix (time);
  return TRUE;
}

GPtrArray *
sb_extraction_get_blocks (const SbExtraction *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->blocks;
}

guint
sb_extraction_get_n_pages (const SbExtraction *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_pages;
}

const char *const *
sb_extraction_get_links (const SbExtraction *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->links->pdata;
}

const char *const *
sb_extraction_get_resources (const SbExtraction *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->resources->pdata;
}

GPtrArray *
sb_extraction_get_illustrations (const SbExtraction *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->illustrations;
}

char *
sb_extraction_dup_text (const SbExtraction *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return sb_blocks_join (self->blocks);
}

static inline gboolean
is_letter (const char *p)
{
  return (guchar) *p < 0x80 ? g_ascii_isalnum (*p) : g_unichar_isalnum (g_utf8_get_char (p));
}

static inline gboolean
is_space (const char *p)
{
  return (guchar) *p < 0x80 ? g_ascii_isspace (*p) : g_unichar_isspace (g_utf8_get_char (p));
}

/* To the space behind a word, or the end. */
static const char *
skip_word (const char *p)
{
  while (TRUE)
    {
      while ((guchar) *p > ' ' && (guchar) *p < 0x80)
        p++;
      if (*p == '\0' || is_space (p))
        return p;
      p = g_utf8_next_char (p);
    }
}

/* A word is a run of anything but space that holds a letter or a digit. */
static guint
count_words (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0';)
    if (is_letter (p))
      {
        n++;
        p = skip_word (p);
      }
    else
      p = g_utf8_next_char (p);

  return n;
}

guint
sb_extraction_count_words (const SbExtraction *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->blocks->len; i++)
    n += count_words (sb_block_get_text (g_ptr_array_index (self->blocks, i)));
  return n;
}

guint
sb_extraction_get_minutes (const SbExtraction *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (sb_extraction_count_words (self) + WORDS_PER_MINUTE - 1) / WORDS_PER_MINUTE;
}
