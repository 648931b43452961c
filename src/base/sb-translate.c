/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-base"

#include "config.h"

#include "sb-translate.h"

#include "sb-base-resources.h"

#include <gio/gio.h>
#include <string.h>

/* The layout of a compiled catalogue is described in "The Format of GNU MO
 * Files", GNU gettext manual, section 10.3. gettext itself follows the locale
 * and cannot be asked for a language from several threads. */
#define MO_MAGIC       0x950412deu
#define MO_HEADER_SIZE 28

/* What stands between the context of a message and the message. */
#define CONTEXT_GLUE "\004"

typedef struct
{
  const char *data; /* (owned by the program's resources) */
  gsize size;
  gboolean is_swapped;
  guint32 n_messages;
  guint32 originals; /* offset of the table of messages, in order */
  guint32 translations; /* offset of the table of their translations */
} MoFile;

static guint32
read_word (const MoFile *mo,
           gsize offset)
{
  guint32 word;

  memcpy (&word, mo->data + offset, sizeof word);
  return mo->is_swapped ? GUINT32_SWAP_LE_BE (word) : word;
}

/* The string that entry @index of a table points at; NULL when it lies outside
 * of the file or does not end in it. */
static const char *
get_string (const MoFile *mo,
            guint32 table,
            guint32 index,
            gsize *length)
{
  gsize entry = (gsize) table + 8 * (gsize) index;
  gsize start;

  *length = read_word (mo, entry);
  start = read_word (mo, entry + 4);
  if (start >= mo->size || *length >= mo->size - start || mo->data[start + *length] != '\0')
    return NULL;

  return mo->data + start;
}

static gboolean
mo_file_open (MoFile *mo,
              GBytes *bytes)
{
  mo->data = g_bytes_get_data (bytes, &mo->size);
  if (mo->size < MO_HEADER_SIZE)
    return FALSE;

  mo->is_swapped = FALSE;
  mo->is_swapped = read_word (mo, 0) != MO_MAGIC;
  if (read_word (mo, 0) != MO_MAGIC)
    return FALSE;

  mo->n_messages = read_word (mo, 8);
  mo->originals = read_word (mo, 12);
  mo->translations = read_word (mo, 16);
  return mo->originals <= mo->size && mo->translations <= mo->size &&
         mo->n_messages <= (mo->size - MAX (mo->originals, mo->translations)) / 8;
}

/* The translation of @message, all its plural forms one after the other, each
 * ended by a NUL; NULL when there is none. */
static const char *
mo_file_find (const MoFile *mo,
              const char *message,
              gsize *length)
{
  guint32 low = 0;
  guint32 high = mo->n_messages;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      gsize original_length;
      const char *original = get_string (mo, mo->originals, middle, &original_length);
      int order;

      if (original == NULL)
        return NULL;

      order = strcmp (message, original);
      if (order == 0)
        return get_string (mo, mo->translations, middle, length);

      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return NULL;
}

static gpointer
load_french (gpointer data)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (sb_base_get_resource (), "/org/example/SahelBrief/po/fr.mo",
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  MoFile *mo = g_new0 (MoFile, 1);

  /* A program without its French speaks English; a test sees to it that it is
   * never built so. */
  if (bytes == NULL || !mo_file_open (mo, bytes))
    mo->n_messages = 0;

  return mo;
}

static const char *
look_up (SbLanguage language,
         const char *message,
         gsize *length)
{
  static GOnce once = G_ONCE_INIT;

  if (language == SB_LANGUAGE_EN)
    return NULL;

  return mo_file_find (g_once (&once, load_french, NULL), message, length);
}

const char *
sb_translate (SbLanguage language,
              const char *message)
{
  gsize length;
  const char *found;

  g_return_val_if_fail (message != NULL, NULL);

  /* The empty message is the header of the catalogue. */
  if (*message == '\0')
    return message;

  found = look_up (language, message, &length);
  return found != NULL && *found != '\0' ? found : message;
}

const char *
sb_translate_context (SbLanguage language,
                      const char *context,
                      const char *message)
{
  g_autofree char *key = g_strconcat (context, CONTEXT_GLUE, message, NULL);
  gsize length;
  const char *found = look_up (language, key, &length);

  return found != NULL && *found != '\0' ? found : message;
}

const char *
sb_translate_plural (SbLanguage language,
                     const char *singular,
                     const char *plural,
                     gulong n)
{
  gsize length;
  const char *forms = look_up (language, singular, &length);
  gsize first;

  if (forms == NULL || *forms == '\0')
    return n == 1 ? singular : plural;

  /* In French nought and one are singular: the first of two forms. */
  first = strlen (forms);
  return n <= 1 || first >= length ? forms : forms + first + 1;
}
