/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-rich-text.h"

#include "sb-text.h"

#include <string.h>

/* A note mark has at most this many digits. */
#define MAX_NOTE_DIGITS 4

#define NO_BREAK_SPACE "\302\240"

struct _SbRichText
{
  gatomicrefcount ref_count;
  char *text; /* (owned) */
  GArray *runs; /* (owned) (element-type SbRun) */
};

G_DEFINE_BOXED_TYPE (SbRichText, sb_rich_text, sb_rich_text_ref, sb_rich_text_unref)

/* Reading markup: where in it we are, and what was opened and is still open. */
typedef struct
{
  const char *at;
  GString *text;
  GArray *runs;
  int bold_start; /* in the text, -1 when not open */
  int italic_start; /* the same */
} Reader;

static SbRichText *
rich_text_new (char *text,
               GArray *runs)
{
  SbRichText *self = g_new0 (SbRichText, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->text = text;
  self->runs = runs;

  return self;
}

static void
append_run (Reader *reader,
            SbRunKind kind,
            guint start,
            guint value)
{
  SbRun run = { kind, start, (guint) reader->text->len, value };

  if (run.end > run.start)
    g_array_append_val (reader->runs, run);
}

/* "**" or "*" opens when something that is not a space follows and its like
 * comes later, and closes what is open. Returns FALSE when it is plain text. */
static gboolean
read_emphasis (Reader *reader)
{
  gboolean bold = g_str_has_prefix (reader->at, "**");
  const char *mark = bold ? "**" : "*";
  gsize length = strlen (mark);
  int *start = bold ? &reader->bold_start : &reader->italic_start;

  if (*start >= 0)
    {
      append_run (reader, bold ? SB_RUN_BOLD : SB_RUN_ITALIC, (guint) *start, 0);
      *start = -1;
    }
  else if (reader->at[length] != '\0' && !g_ascii_isspace (reader->at[length]) &&
           strstr (reader->at + length, mark) != NULL)
    *start = (int) reader->text->len;
  else
    return FALSE;

  reader->at += length;
  return TRUE;
}

/* "[^12]" */
static gboolean
read_note (Reader *reader)
{
  const char *digits = reader->at + 2;
  const char *end = digits;
  guint number = 0;
  guint start = (guint) reader->text->len;

  while (g_ascii_isdigit (*end) && end - digits < MAX_NOTE_DIGITS)
    number = number * 10 + (guint) (*end++ - '0');
  if (number == 0 || *end != ']')
    return FALSE;

  g_string_append_len (reader->text, digits, end - digits);
  append_run (reader, SB_RUN_NOTE, start, number);
  reader->at = end + 1;

  return TRUE;
}

/* "[=no source=]"; it stays on one line. */
static gboolean
read_label (Reader *reader)
{
  const char *end = strstr (reader->at, "=]");
  guint start = (guint) reader->text->len;

  if (end == NULL || end == reader->at + 2)
    return FALSE;

  for (const char *at = reader->at + 2; at < end; at++)
    if (*at == ' ')
      g_string_append (reader->text, NO_BREAK_SPACE);
    else
      g_string_append_c (reader->text, *at);
  append_run (reader, SB_RUN_LABEL, start, 0);
  reader->at = end + 2;

  return TRUE;
}

static gboolean
read_mark (Reader *reader)
{
  if (reader->at[0] == '*')
    return read_emphasis (reader);
  if (g_str_has_prefix (reader->at, "[^"))
    return read_note (reader);
  if (g_str_has_prefix (reader->at, "[="))
    return read_label (reader);

  return FALSE;
}

static void
read_markup (Reader *reader)
{
  while (*reader->at != '\0')
    {
      if (reader->at[0] == '\\' && reader->at[1] != '\0' && strchr ("*[\\", reader->at[1]) != NULL)
        {
          g_string_append_c (reader->text, reader->at[1]);
          reader->at += 2;
        }
      else if (!read_mark (reader))
        g_string_append_c (reader->text, *reader->at++);
    }
}

SbRichText *
sb_rich_text_new_from_markup (const char *markup,
                              SbLanguage language)
{
  g_autofree char *valid = g_utf8_make_valid (markup != NULL ? markup : "", -1);
  g_autofree char *set = sb_typeset (valid, language);
  Reader reader = { set, g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (SbRun)), -1, -1 };

  read_markup (&reader);

  return rich_text_new (g_string_free (reader.text, FALSE), reader.runs);
}

SbRichText *
sb_rich_text_new_plain (const char *text)
{
  return rich_text_new (g_utf8_make_valid (text != NULL ? text : "", -1), g_array_new (FALSE, FALSE, sizeof (SbRun)));
}

SbRichText *
sb_rich_text_prepend (const SbRichText *self,
                      const char *prefix)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (SbRun));
  guint length = (guint) strlen (prefix);

  for (guint i = 0; i < self->runs->len; i++)
    {
      SbRun run = g_array_index (self->runs, SbRun, i);

      run.start += length;
      run.end += length;
      g_array_append_val (runs, run);
    }

  return rich_text_new (g_strconcat (prefix, self->text, NULL), runs);
}

SbRichText *
sb_rich_text_ref (SbRichText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sb_rich_text_unref (SbRichText *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->text);
  g_array_unref (self->runs);
  g_free (self);
}

const char *
sb_rich_text_get_text (const SbRichText *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->text;
}

const SbRun *
sb_rich_text_get_runs (const SbRichText *self,
                       guint *n_runs)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_runs != NULL, NULL);

  *n_runs = self->runs->len;

  return (const SbRun *) (gpointer) self->runs->data;
}

gboolean
sb_rich_text_is_empty (const SbRichText *self)
{
  return self == NULL || self->text[0] == '\0';
}

char *
sb_rich_text_escape (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (const char *at = text != NULL ? text : ""; *at != '\0'; at++)
    {
      if (strchr ("*[\\", *at) != NULL)
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *at);
    }

  return g_string_free (escaped, FALSE);
}
