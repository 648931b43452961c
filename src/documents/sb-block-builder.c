/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-block-builder.h"

#include <string.h>

/* The start of a span of which no character has come yet. */
#define NOT_BEGUN G_MAXUINT

#define NO_BREAK_SPACE 0x00a0

struct _SbBlockBuilder
{
  GPtrArray *blocks; /* (unowned) (element-type SbBlock) */
  GString *text; /* (owned) of the block under way */
  GArray *spans; /* (owned) (element-type SbSpan) closed ones of that block */
  GArray *open; /* (owned) (element-type SbSpan) innermost last */
  guint n_chars; /* in text */
  guint n_breaks; /* line breaks since the last character */
  SbBlockKind kind;
  guint level;
  gboolean space; /* white space since the last character */
  gboolean verbatim;
};

static void
clear_span (gpointer data)
{
  SbSpan *span = data;

  g_free (span->target);
}

static GArray *
new_spans (void)
{
  return g_array_new (FALSE, FALSE, sizeof (SbSpan));
}

SbBlockBuilder *
_sb_block_builder_new (GPtrArray *blocks)
{
  SbBlockBuilder *self = g_new0 (SbBlockBuilder, 1);

  self->blocks = blocks;
  self->text = g_string_new (NULL);
  self->spans = new_spans ();
  self->open = new_spans ();
  g_array_set_clear_func (self->open, clear_span);
  return self;
}

static void
drop_spans (GArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    clear_span (&g_array_index (spans, SbSpan, i));
  g_array_set_size (spans, 0);
}

void
_sb_block_builder_free (SbBlockBuilder *self)
{
  drop_spans (self->spans);
  g_array_unref (self->spans);
  g_array_unref (self->open);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static void
add_span (SbBlockBuilder *self,
          const SbSpan *open)
{
  SbSpan span = { open->kind, open->start, MIN (self->n_chars, G_MAXUINT - 1), NULL };

  if (open->start == NOT_BEGUN || span.end <= span.start)
    return;
  span.target = g_strdup (open->target);
  g_array_append_val (self->spans, span);
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const SbSpan *x = a;
  const SbSpan *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->end != y->end)
    return x->end > y->end ? -1 : 1;
  return (int) x->kind - (int) y->kind;
}

/* White space at the end belongs to nobody; the spans end before it too. */
static void
trim_end (SbBlockBuilder *self)
{
  while (self->text->len > 0)
    {
      const char *last = g_utf8_prev_char (self->text->str + self->text->len);

      if (!g_unichar_isspace (g_utf8_get_char (last)) && g_utf8_get_char (last) != NO_BREAK_SPACE)
        break;
      g_string_truncate (self->text, (gsize) (last - self->text->str));
      self->n_chars--;
    }
}

static void
fit_spans (SbBlockBuilder *self)
{
  for (guint i = self->spans->len; i-- > 0;)
    {
      SbSpan *span = &g_array_index (self->spans, SbSpan, i);

      span->end = MIN (span->end, self->n_chars);
      if (span->start < span->end)
        continue;
      clear_span (span);
      g_array_remove_index (self->spans, i);
    }
  if (self->spans->len > 1)
    g_array_sort (self->spans, compare_spans);
}

static void
emit_block (SbBlockBuilder *self)
{
  trim_end (self);
  for (guint i = 0; i < self->open->len; i++)
    {
      SbSpan *open = &g_array_index (self->open, SbSpan, i);

      add_span (self, open);
      open->start = NOT_BEGUN;
    }
  fit_spans (self);
  if (self->text->len > 0)
    {
      g_ptr_array_add (self->blocks,
                       sb_block_new (self->kind, self->level, 0, self->text->str,
                                     g_steal_pointer (&self->spans)));
      self->spans = new_spans ();
      if (self->kind == SB_BLOCK_LIST_ITEM)
        self->kind = SB_BLOCK_PARAGRAPH;
    }
  drop_spans (self->spans);
  g_string_truncate (self->text, 0);
  self->n_chars = 0;
  self->n_breaks = 0;
  self->space = FALSE;
}

void
_sb_block_builder_begin (SbBlockBuilder *self,
                         SbBlockKind kind,
                         guint level)
{
  emit_block (self);
  self->kind = kind;
  self->level = level;
}

void
_sb_block_builder_end (SbBlockBuilder *self)
{
  emit_block (self);
}

/* Controls, soft hyphens, zero-width spaces and the marks that turn the order
 * of text around have no place in what is quoted. */
static gboolean
is_invisible (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || (c >= 0x7f && c < 0xa0) ||
         c == 0x00ad || c == 0x200b || c == 0x2060 || c == 0xfeff ||
         (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* Appends characters of which none is white space at an edge. */
static void
append_characters (SbBlockBuilder *self,
                   const char *text,
                   gsize length,
                   guint n_chars)
{
  for (guint i = self->open->len; i-- > 0;)
    {
      SbSpan *open = &g_array_index (self->open, SbSpan, i);

      if (open->start != NOT_BEGUN)
        break;
      open->start = self->n_chars;
    }
  g_string_append_len (self->text, text, (gssize) length);
  self->n_chars += n_chars;
}

/* Writes what the white space before a character amounts to. */
static void
settle_space (SbBlockBuilder *self)
{
  if (self->n_breaks >= 2 && self->kind != SB_BLOCK_HEADING)
    emit_block (self);
  else if (self->n_chars > 0 && self->n_breaks > 0 && self->kind != SB_BLOCK_HEADING)
    {
      trim_end (self);
      g_string_append_c (self->text, '\n');
      self->n_chars++;
    }
  else if (self->n_chars > 0 && (self->space || self->n_breaks > 0))
    {
      g_string_append_c (self->text, ' ');
      self->n_chars++;
    }
  self->space = FALSE;
  self->n_breaks = 0;
}

static gboolean
is_folded_space (const SbBlockBuilder *self,
                 gunichar c)
{
  if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x2028 || c == 0x2029)
    return TRUE;
  return c == NO_BREAK_SPACE && (self->n_chars == 0 || self->n_breaks > 0 || self->space);
}

/* The bytes that begin a character, or go on with one, that is neither white space
 * nor invisible: all that is, but for what ASCII has, begins with one of the three left
 * out here. */
static const guint8 plain_bytes[256] = {
  ['!' ... '~'] = TRUE,
  [0x80 ... 0xc1] = TRUE,
  [0xc3 ... 0xe1] = TRUE,
  [0xe3 ... 0xee] = TRUE,
  [0xf0 ... 0xff] = TRUE,
};

/* Appends what begins at @p of plain characters and single spaces between them.
 * Returns its end: @p when there is none. */
static const char *
append_run (SbBlockBuilder *self,
            const char *p,
            const char *end)
{
  const char *q = p;
  guint n_chars = 0;

  while (q < end && (plain_bytes[(guchar) *q] ||
                     (*q == ' ' && q > p && !self->verbatim && q + 1 < end && plain_bytes[(guchar) q[1]])))
    n_chars += ((guchar) *q++ & 0xc0) != 0x80 ? 1 : 0;
  if (q == p)
    return p;

  settle_space (self);
  append_characters (self, p, (gsize) (q - p), n_chars);
  return q;
}

void
_sb_block_builder_append (SbBlockBuilder *self,
                          const char *text,
                          gssize length)
{
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);
  const char *p = text;

  while ((p = append_run (self, p, end)) < end)
    {
      const char *start = p;
      gunichar c = g_utf8_get_char (p);

      p = g_utf8_next_char (p);
      if (is_invisible (c) || (self->verbatim && c == '\r'))
        continue;
      if (!self->verbatim && is_folded_space (self, c))
        {
          self->space = TRUE;
          continue;
        }
      if (self->verbatim && self->n_chars == 0 && c == '\n')
        continue;
      settle_space (self);
      append_characters (self, start, (gsize) (p - start), 1);
    }
}

void
_sb_block_builder_append_break (SbBlockBuilder *self)
{
  if (self->verbatim)
    _sb_block_builder_append (self, "\n", 1);
  else
    self->n_breaks++;
}

void
_sb_block_builder_set_verbatim (SbBlockBuilder *self,
                                gboolean verbatim)
{
  self->verbatim = verbatim;
}

gboolean
_sb_block_builder_has_text (const SbBlockBuilder *self)
{
  return self->text->len > 0;
}

void
_sb_block_builder_open_span (SbBlockBuilder *self,
                             SbSpanKind kind,
                             const char *target)
{
  SbSpan span = { kind, NOT_BEGUN, NOT_BEGUN, g_strdup (target) };

  g_array_append_val (self->open, span);
}

void
_sb_block_builder_close_span (SbBlockBuilder *self)
{
  g_return_if_fail (self->open->len > 0);

  add_span (self, &g_array_index (self->open, SbSpan, self->open->len - 1));
  g_array_set_size (self->open, self->open->len - 1);
}
