/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-pdf-blocks.h"

#include "sb-block.h"
#include "sb-text-line.h"
#include "sb-word-list.h"

#include <math.h>
#include <string.h>

/* Letters this much larger than those of the text are a heading's. */
#define HEADING_RATIO 1.12
/* The longest heading, in characters. */
#define MAX_HEADING 220
/* Lines further apart than this, in distances usual for their size, belong to
 * different paragraphs. */
#define MAX_LEADING 1.35
/* The first line of a paragraph is set in by this much at least, in ems. */
#define MIN_INDENT 0.8
/* A line that leaves this share of its column free ends a paragraph. */
#define MAX_GAP 0.15
/* A line is full when it leaves less than this. */
#define MAX_FULL_GAP 0.12
/* The text of an item stands this near to its bullet; in ems. */
#define MAX_BULLET_GAP 3.5
/* Sizes are counted in quarters of a point, up to this many points. */
#define SIZE_STEPS 4
#define MAX_SIZE   100

/* The dashes come first: they stand in sentences too. */
static const char *const bullets[] = {
  "–",
  "—",
  "-",
  "*",
  "·",
  "•",
  "‣",
  "◦",
  "▪",
  "●",
  "■",
  "○",
  "➢",
  "✓",
  "➤",
  "►",
  "∙",
  "❖",
  "♦",
  "!",
};

#define N_DASHES 5

typedef struct
{
  GPtrArray *blocks; /* (unowned) */
  GArray *lines; /* (unowned) (element-type SbPdfLine) */
  SbWordList *words; /* (unowned) */
  GString *text; /* (owned) of the paragraph under way */
  const SbPdfLine *first; /* (nullable) its first line */
  const SbPdfLine *last;
  double left; /* of its lines but the first */
  double right; /* of all of them */
  double body_size;
  double leading; /* usual distance of lines, in sizes */
} Writer;

static double
round_size (double size)
{
  return round (CLAMP (size, 0, MAX_SIZE) * SIZE_STEPS) / SIZE_STEPS;
}

/* The size that most letters have. */
static double
find_body_size (GArray *lines)
{
  g_autofree guint *counts = g_new0 (guint, MAX_SIZE * SIZE_STEPS + 1);
  guint best = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const SbPdfLine *line = &g_array_index (lines, SbPdfLine, i);
      guint step = (guint) (round_size (line->size) * SIZE_STEPS);

      counts[step] += line->n_chars;
      if (counts[step] > counts[best])
        best = step;
    }
  return MAX ((double) best / SIZE_STEPS, 1);
}

static gboolean
overlaps (const SbPdfLine *a,
          const SbPdfLine *b)
{
  return a->box.x1 < b->box.x2 && b->box.x1 < a->box.x2;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* The usual distance from one line of text to the next, in sizes. */
static double
find_leading (GArray *lines,
              double body_size)
{
  g_autoptr (GArray) pitches = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 1; i < lines->len; i++)
    {
      const SbPdfLine *a = &g_array_index (lines, SbPdfLine, i - 1);
      const SbPdfLine *b = &g_array_index (lines, SbPdfLine, i);
      double pitch = (b->box.y1 - a->box.y1) / body_size;

      if (a->page == b->page && overlaps (a, b) && fabs (a->size - b->size) < 0.6 && pitch > 0.5 && pitch < 3)
        g_array_append_val (pitches, pitch);
    }
  if (pitches->len == 0)
    return 1.3;
  g_array_sort (pitches, compare_doubles);
  return g_array_index (pitches, double, pitches->len / 2);
}

/* What follows a bullet at the start of the line, or NULL; @is_dash: (nullable)
 * whether it is one that sentences have too. Fonts of symbols have theirs in
 * the private use area. */
static const char *
skip_bullet (const char *text,
             gboolean *is_dash)
{
  gunichar c = g_utf8_get_char (text);
  gsize n = c >= 0xe000 && c <= 0xf8ff ? 3 : 0;
  guint i = 0;

  for (; i < G_N_ELEMENTS (bullets) && n == 0; i++)
    if (g_str_has_prefix (text, bullets[i]))
      n = strlen (bullets[i]);
  if (n == 0 || text[n] != ' ' || strlen (text) <= n + 2)
    return NULL;
  if (is_dash != NULL)
    *is_dash = i > 0 && i <= N_DASHES;
  return text + n + 1 + strspn (text + n + 1, " ");
}

static SbBlockKind
judge_kind (const Writer *self,
            const char *text)
{
  gboolean is_short = g_utf8_strlen (text, -1) <= MAX_HEADING;
  gboolean has_letters = FALSE;

  for (const char *p = text; *p != '\0' && !has_letters; p = g_utf8_next_char (p))
    has_letters = g_unichar_isalpha (g_utf8_get_char (p));
  if (skip_bullet (text, NULL) != NULL)
    return SB_BLOCK_LIST_ITEM;
  if (is_short && has_letters && self->first->size > self->body_size * HEADING_RATIO)
    return SB_BLOCK_HEADING;
  if (is_short && has_letters && self->first->is_bold && self->last->is_bold && strlen (text) < MAX_HEADING / 2 &&
      self->first->size >= self->body_size * 0.95 && !_sb_text_is_closed (text) && !_sb_text_starts_lower (text))
    return SB_BLOCK_HEADING;
  return SB_BLOCK_PARAGRAPH;
}

static guint
judge_level (const Writer *self)
{
  double ratio = self->first->size / self->body_size;

  if (ratio > 1.6)
    return 1;
  return ratio > HEADING_RATIO ? 2 : 3;
}

static void
end_paragraph (Writer *self)
{
  SbBlockKind kind;
  const char *text = self->text->str;
  guint level = 0;

  if (self->first == NULL)
    return;
  kind = judge_kind (self, text);
  if (kind == SB_BLOCK_HEADING)
    level = judge_level (self);
  if (kind == SB_BLOCK_LIST_ITEM)
    {
      level = 1;
      text = skip_bullet (text, NULL);
    }
  g_ptr_array_add (self->blocks, sb_block_new (kind, level, self->first->page, text, NULL));
  g_string_truncate (self->text, 0);
  self->first = NULL;
}

static void
begin_paragraph (Writer *self,
                 const SbPdfLine *line)
{
  end_paragraph (self);
  g_string_assign (self->text, line->text);
  self->first = self->last = line;
  self->left = line->box.x1;
  self->right = line->box.x2;
}

static void
continue_paragraph (Writer *self,
                    const SbPdfLine *line)
{
  _sb_word_list_join (self->words, self->text, line->text);
  self->left = self->last == self->first ? line->box.x1 : MIN (self->left, line->box.x1);
  self->right = MAX (self->right, line->box.x2);
  self->last = line;
}

/* TRUE when the last line reaches as far right as its paragraph does. */
static gboolean
is_full (const Writer *self)
{
  return self->right - self->last->box.x2 < MAX_FULL_GAP * (self->right - self->left);
}

/* A line that goes on in another column or on another page. */
static gboolean
continues_elsewhere (const Writer *self,
                     const SbPdfLine *line)
{
  if (_sb_text_is_closed (self->last->text) || self->last->size > self->body_size * HEADING_RATIO)
    return FALSE;
  return _sb_text_starts_lower (line->text) || g_str_has_suffix (self->last->text, "-") ||
         g_str_has_suffix (self->last->text, ",") || (self->last != self->first && is_full (self));
}

/* A piece on the height of the last one, a little to the right: what stands
 * after a bullet or the number of a note. */
static gboolean
is_beside (const SbPdfLine *last,
           const SbPdfLine *line)
{
  double apart = fabs ((line->box.y1 + line->box.y2) - (last->box.y1 + last->box.y2)) / 2;
  double gap = line->box.x1 - last->box.x2;
  double em = MAX (line->size, 1);

  return line->page == last->page && apart < 0.6 * em && gap > -0.5 * em && gap < MAX_BULLET_GAP * em;
}

/* A change of font within a paragraph: its first words may be bold. */
static gboolean
continues_in_other_font (const Writer *self,
                         const SbPdfLine *line,
                         double pitch)
{
  const SbPdfLine *last = self->last;
  double em = MAX (line->size, 1);

  if (fabs (line->size - last->size) > 0.3 * em || pitch < 0 || pitch > self->leading * MAX_LEADING ||
      _sb_text_is_closed (last->text))
    return FALSE;
  if (_sb_text_starts_lower (line->text))
    return TRUE;
  return fabs (line->size - last->size) < 0.05 * em && last->is_bold && !line->is_bold &&
         line->box.x2 - last->box.x2 < MAX_FULL_GAP * (line->box.x2 - line->box.x1);
}

static gboolean
continues (const Writer *self,
           const SbPdfLine *line)
{
  const SbPdfLine *last = self->last;
  double pitch = (line->box.y1 - last->box.y1) / MAX (line->size, 1);
  double em = MAX (line->size, 1);
  gboolean is_item = skip_bullet (self->text->str, NULL) != NULL;
  gboolean is_dash = FALSE;

  if (is_beside (last, line))
    return TRUE;
  if (skip_bullet (line->text, &is_dash) != NULL && (!is_dash || is_item || _sb_text_is_closed (last->text)))
    return FALSE;
  if (fabs (line->size - last->size) > 0.12 * MAX (line->size, last->size) || line->is_bold != last->is_bold)
    return continues_in_other_font (self, line, pitch);
  if (line->page != last->page || pitch < -0.5 || !overlaps (line, last))
    return continues_elsewhere (self, line);
  if (pitch < 0.5)
    return TRUE;
  if (pitch > self->leading * MAX_LEADING)
    return FALSE;
  if (!is_item && line->box.x1 - self->left > MIN_INDENT * em && self->last != self->first &&
      _sb_text_is_closed (last->text))
    return FALSE;
  return !(_sb_text_is_closed (last->text) && !_sb_text_starts_lower (line->text) &&
           self->right - last->box.x2 > MAX_GAP * (self->right - self->left));
}

/* The block of the table that starts with the line @i; returns its end. */
static guint
append_table (Writer *self,
              guint i)
{
  const SbPdfLine *first = &g_array_index (self->lines, SbPdfLine, i);
  g_autoptr (GString) text = g_string_new (NULL);
  guint row = first->row;

  end_paragraph (self);
  for (; i < self->lines->len; i++)
    {
      const SbPdfLine *line = &g_array_index (self->lines, SbPdfLine, i);

      if (line->page != first->page || line->table != first->table)
        break;
      if (line->is_dropped)
        continue;
      if (text->len > 0)
        g_string_append_c (text, line->row == row ? '\t' : '\n');
      g_string_append (text, line->text);
      row = line->row;
    }
  if (text->len > 0)
    g_ptr_array_add (self->blocks, sb_block_new (SB_BLOCK_TABLE, 0, first->page, text->str, NULL));
  return i;
}

static guint
append_line (Writer *self,
             guint i)
{
  const SbPdfLine *line = &g_array_index (self->lines, SbPdfLine, i);

  if (line->is_dropped)
    return i + 1;
  if (line->table > 0)
    return append_table (self, i);
  if (self->first != NULL && continues (self, line))
    continue_paragraph (self, line);
  else
    begin_paragraph (self, line);
  return i + 1;
}

void
_sb_pdf_append_blocks (GPtrArray *blocks,
                       GArray *lines)
{
  g_autoptr (SbWordList) words = _sb_word_list_new ();
  Writer self = { .blocks = blocks, .lines = lines, .words = words };

  for (guint i = 0; i < lines->len; i++)
    _sb_word_list_add (words, g_array_index (lines, SbPdfLine, i).text);
  self.text = g_string_new (NULL);
  self.body_size = find_body_size (lines);
  self.leading = find_leading (lines, self.body_size);
  for (guint i = 0; i < lines->len;)
    i = append_line (&self, i);
  end_paragraph (&self);
  g_string_free (self.text, TRUE);
}
