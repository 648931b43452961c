/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-filled-text.h"

#include "sb-briefing.h"
#include "sb-composer-private.h"
#include "sb-evidence.h"
#include "sb-outline-private.h"
#include "sb-text-citation.h"

#include <string.h>

#define JOINER 0x2060
#define GAP    0x202f

/* What puts the pieces of one block into Markdown. */
typedef struct
{
  SbLanguage language;
  const SbCitations *citations; /* not owned */
  const char *block; /* not owned */
  guint level; /* of its heading */
  gboolean has_heading; /* which is not a part of the text */
  GString *text; /* (owned) */
} Writer;

static void write_piece (Writer *self,
                         const SbPiece *piece,
                         const char *prefix);

static gboolean
is_in (const SbRun *run,
       guint at)
{
  return run != NULL && at >= run->start && at < run->end;
}

static const SbRun *
find_run (const SbRichText *text,
          SbRunKind kind,
          guint at)
{
  guint n_runs;
  const SbRun *runs = sb_rich_text_get_runs (text, &n_runs);

  for (guint i = 0; i < n_runs; i++)
    if (runs[i].kind == kind && is_in (&runs[i], at))
      return &runs[i];

  return NULL;
}

/* The mark of a source becomes a citation of the passage that it stands for. */
static void
append_note (const Writer *self,
             GString *line,
             guint number)
{
  SbRecord *evidence = number >= 1 && number <= sb_citations_get_n_sources (self->citations) ? sb_citations_get_evidence (self->citations, number) : NULL;
  SbRef *extract = evidence != NULL ? sb_record_get_ref (evidence, SB_EVIDENCE_EXTRACT) : NULL;

  while (line->len > 0)
    {
      const char *last = g_utf8_find_prev_char (line->str, line->str + line->len);
      gunichar c = g_utf8_get_char (last);

      if (c != JOINER && c != GAP)
        break;
      g_string_truncate (line, (gsize) (last - line->str));
    }
  if (extract != NULL && sb_ref_get_uuid (extract) != NULL)
    g_string_append_printf (line, " [@%s]", sb_ref_get_uuid (extract));
}

static gboolean
is_citation (const char *at)
{
  g_auto (SbTextCitation) found = { 0 };

  return g_str_has_prefix (at, "[@") && sb_text_citation_find (at, 0, &found) && found.start == 0;
}

static void
append_char (GString *line,
             const char *at)
{
  if (strchr ("\\`*_<", *at) != NULL || (*at == '[' && !is_citation (at)))
    g_string_append_c (line, '\\');
  g_string_append_unichar (line, g_utf8_get_char (at));
}

/* What would make a line something else than a paragraph. */
static void
protect_start (GString *line)
{
  gsize n_digits = strspn (line->str, "0123456789");

  if (line->len > 0 && strchr ("#>-+=", line->str[0]) != NULL)
    g_string_prepend_c (line, '\\');
  else if (n_digits > 0 && (line->str[n_digits] == '.' || line->str[n_digits] == ')'))
    g_string_insert_c (line, (gssize) n_digits, '\\');
}

static char *
dup_markdown (const Writer *self,
              const SbRichText *rich)
{
  const char *text = rich != NULL ? sb_rich_text_get_text (rich) : "";
  gboolean is_bold = FALSE;
  gboolean is_italic = FALSE;
  gboolean is_label = FALSE;
  GString *line = g_string_new (NULL);

  for (const char *at = text;; at = g_utf8_next_char (at))
    {
      guint position = (guint) (at - text);
      gboolean is_end = *at == '\0';
      const SbRun *note = is_end ? NULL : find_run (rich, SB_RUN_NOTE, position);

      if (is_label && (is_end || find_run (rich, SB_RUN_LABEL, position) == NULL))
        g_string_append_c (line, ')');
      if (is_italic != (!is_end && find_run (rich, SB_RUN_ITALIC, position) != NULL))
        g_string_append_c (line, '*');
      if (is_bold != (!is_end && find_run (rich, SB_RUN_BOLD, position) != NULL))
        g_string_append (line, "**");
      if (is_end)
        break;

      if (!is_label && find_run (rich, SB_RUN_LABEL, position) != NULL)
        g_string_append_c (line, '(');
      is_label = find_run (rich, SB_RUN_LABEL, position) != NULL;
      is_italic = find_run (rich, SB_RUN_ITALIC, position) != NULL;
      is_bold = find_run (rich, SB_RUN_BOLD, position) != NULL;
      if (note == NULL)
        append_char (line, at);
      else if (note->start == position)
        append_note (self, line, note->value);
    }
  protect_start (line);

  return g_string_free (line, FALSE);
}

static void
write_line (Writer *self,
            const char *prefix,
            const char *line)
{
  if (line[0] != '\0')
    g_string_append_printf (self->text, "%s%s\n", prefix, line);
}

static void
write_text (Writer *self,
            const SbPiece *piece,
            const char *prefix)
{
  g_autofree char *line = dup_markdown (self, sb_piece_get_text (piece));

  write_line (self, prefix, line);
}

static void
write_list (Writer *self,
            const SbPiece *list)
{
  for (guint i = 0; i < sb_piece_get_n_children (list); i++)
    {
      const SbPiece *item = sb_piece_get_child (list, i);
      g_autofree char *number = sb_piece_get_number (item) > 0 ? g_strdup_printf ("%u. ", sb_piece_get_number (item)) : NULL;

      write_text (self, item, number != NULL ? number : sb_piece_get_level (item) >= 2 ? "  - "
                                                                                       : "- ");
    }
  g_string_append_c (self->text, '\n');
}

/* Ends what stands in @line as a sentence, unless it is one by now. */
static void
end_sentence (GString *line)
{
  gsize length = line->len;
  const char *last;

  /* Marks of type and of notes stand behind the point. */
  while (length > 0 && strchr ("* ]", line->str[length - 1]) != NULL)
    {
      char *citation = line->str[length - 1] == ']' ? g_strrstr_len (line->str, (gssize) length, "[@") : NULL;

      if (line->str[length - 1] == ']' && citation == NULL)
        break;
      length = citation != NULL ? (gsize) (citation - line->str) : length - 1;
    }
  last = length > 0 ? g_utf8_find_prev_char (line->str, line->str + length) : NULL;
  if (last != NULL && g_utf8_strchr (".!?\342\200\246", -1, g_utf8_get_char (last)) == NULL)
    g_string_append_c (line, '.');
}

/* "Since: 28 April 2026", in French with the space before the colon. */
static void
append_named (const Writer *self,
              GString *line,
              const char *name,
              const char *cell)
{
  g_string_append_printf (line, self->language == SB_LANGUAGE_FR ? " %s\302\240: %s" : " %s: %s", name, cell);
}

/* The rows of a table as items, of a sentence for each cell: the first one, and the others
 * by the head of their column. A card has no head. */
static void
write_rows (Writer *self,
            const SbPiece *table)
{
  gboolean has_head = sb_piece_get_kind (table) == SB_PIECE_TABLE;
  const SbPiece *head = has_head && sb_piece_get_n_children (table) > 0 ? sb_piece_get_child (table, 0) : NULL;

  for (guint i = has_head ? 1 : 0; i < sb_piece_get_n_children (table); i++)
    {
      const SbPiece *row = sb_piece_get_child (table, i);
      g_autoptr (GString) line = g_string_new (NULL);
      gboolean has_sentences = FALSE;

      for (guint k = 0; k < sb_piece_get_n_children (row); k++)
        {
          g_autofree char *cell = dup_markdown (self, sb_piece_get_text (sb_piece_get_child (row, k)));
          g_autofree char *column = head != NULL && k < sb_piece_get_n_children (head) ? dup_markdown (self, sb_piece_get_text (sb_piece_get_child (head, k))) : NULL;

          if (cell[0] == '\0')
            continue;
          if (k == 0 && strstr (cell, "**") == NULL)
            g_string_append_printf (line, "**%s**", cell);
          else if (k == 0 || column == NULL || column[0] == '\0')
            g_string_append_printf (line, "%s%s", line->len > 0 ? " – " : "", cell);
          else
            {
              end_sentence (line);
              append_named (self, line, column, cell);
              has_sentences = TRUE;
            }
        }
      if (has_sentences)
        end_sentence (line);
      write_line (self, "- ", line->str);
    }
  g_string_append_c (self->text, '\n');
}

static void
write_figures (Writer *self,
               const SbPiece *strip)
{
  for (guint i = 0; i < sb_piece_get_n_children (strip); i++)
    {
      const SbPiece *figure = sb_piece_get_child (strip, i);
      g_autofree char *value = sb_piece_get_n_children (figure) > 0 ? dup_markdown (self, sb_piece_get_text (sb_piece_get_child (figure, 0))) : g_strdup ("");
      g_autofree char *caption = sb_piece_get_n_children (figure) > 1 ? dup_markdown (self, sb_piece_get_text (sb_piece_get_child (figure, 1))) : g_strdup ("");
      g_autofree char *line = g_strdup_printf ("**%s** %s", value, caption);

      write_line (self, "- ", line);
    }
  g_string_append_c (self->text, '\n');
}

static void
write_heading (Writer *self,
               const SbPiece *heading)
{
  guint level = sb_piece_get_level (heading);

  if (level <= self->level && self->has_heading)
    return;

  for (guint i = self->level; i < MAX (level, self->level + 1); i++)
    g_string_append_c (self->text, '#');
  write_text (self, heading, " ");
  g_string_append_c (self->text, '\n');
}

static void
write_children (Writer *self,
                const SbPiece *piece,
                const char *prefix)
{
  for (guint i = 0; i < sb_piece_get_n_children (piece); i++)
    {
      if (i > 0)
        g_string_append_printf (self->text, "%s\n", prefix);
      write_piece (self, sb_piece_get_child (piece, i), prefix);
    }
}

static void
write_piece (Writer *self,
             const SbPiece *piece,
             const char *prefix)
{
  switch (sb_piece_get_kind (piece))
    {
    case SB_PIECE_HEADING:
      write_heading (self, piece);
      break;
    case SB_PIECE_PARAGRAPH:
      write_text (self, piece, prefix);
      if (prefix[0] == '\0')
        g_string_append_c (self->text, '\n');
      break;
    case SB_PIECE_LIST:
      write_list (self, piece);
      break;
    case SB_PIECE_TABLE:
    case SB_PIECE_CARD:
      write_rows (self, piece);
      break;
    case SB_PIECE_STRIP:
      write_figures (self, piece);
      break;
    case SB_PIECE_QUOTE:
      write_children (self, piece, "> ");
      g_string_append_c (self->text, '\n');
      break;
    default:
      break;
    }
}

/* The pieces of the block, wherever they stand. */
static void
write_block (Writer *self,
             const SbPiece *piece)
{
  if (g_strcmp0 (sb_piece_get_block (piece), self->block) == 0)
    {
      write_piece (self, piece, "");
      return;
    }

  for (guint i = 0; i < sb_piece_get_n_children (piece); i++)
    write_block (self, sb_piece_get_child (piece, i));
}

static char *
compose (const SbOutlineEntry *entry,
         SbTemplate *template,
         const SbBriefingInput *input,
         SbLanguage language)
{
  g_autoptr (SbSelection) selection = _sb_selection_new (template, input);
  SbComposer composer = { .template = template, .input = input, .selection = selection, .language = language, .writes_uuids = TRUE };
  g_autoptr (SbComposition) composition = _sb_composer_run (&composer);
  Writer writer = { language, composer.citations, entry->name, entry->level, !sb_bilingual_is_empty (entry->heading), g_string_new (NULL) };
  char *text;

  for (guint i = 0; i < sb_composition_get_n_pieces (composition); i++)
    write_block (&writer, sb_composition_get_piece (composition, i));
  text = g_strchomp (g_string_free (writer.text, FALSE));
  sb_citations_free (composer.citations);
  g_ptr_array_unref (composer.lacks);
  g_clear_pointer (&composer.sheets, g_hash_table_unref);
  g_clear_pointer (&composer.logo, sb_piece_unref);

  return text;
}

gboolean
sb_filled_text_is_possible (SbTemplateBlockKind kind)
{
  static const SbTemplateBlockKind others[] = {
    SB_TEMPLATE_BLOCK_TEXT,
    SB_TEMPLATE_BLOCK_CONTENTS,
    SB_TEMPLATE_BLOCK_SOURCES,
    SB_TEMPLATE_BLOCK_PLAN,
    SB_TEMPLATE_BLOCK_MAP,
    SB_TEMPLATE_BLOCK_MAPS,
    SB_TEMPLATE_BLOCK_CHART,
    SB_TEMPLATE_BLOCK_GRAPH,
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (kind == others[i])
      return FALSE;

  return sb_outline_can_write (kind);
}

/* The briefing with the block as it was before anybody wrote it, and printed. */
static SbOutline *
new_filled (const SbOutline *outline,
            const char *name)
{
  g_autoptr (SbRecord) filled = sb_outline_fill (outline, name);
  g_autoptr (SbOutline) plain = filled != NULL ? sb_outline_new (_sb_outline_get_base (outline), filled) : sb_outline_ref ((SbOutline *) outline);
  const SbOutlineEntry *entry = sb_outline_find (plain, name);
  g_autoptr (SbRecord) shown = NULL;
  g_autoptr (SbRecord) all = NULL;
  g_autoptr (SbOutline) half = NULL;

  if (!entry->is_hidden)
    return g_steal_pointer (&plain);

  shown = sb_outline_show (plain, name);
  half = sb_outline_new (_sb_outline_get_base (outline), shown);
  all = entry->parent != NULL ? sb_outline_show (half, entry->parent) : NULL;

  return all != NULL ? sb_outline_new (_sb_outline_get_base (outline), all) : g_steal_pointer (&half);
}

SbBilingual *
sb_filled_text_new (const SbOutline *outline,
                    const SbBriefingInput *input,
                    const char *name)
{
  const SbOutlineEntry *entry = sb_outline_find (outline, name);
  g_autoptr (SbOutline) filled = NULL;
  g_autoptr (SbBriefingInput) own = NULL;
  g_autofree char *fr = NULL;
  g_autofree char *en = NULL;
  SbBilingual *text;

  g_return_val_if_fail (outline != NULL && input != NULL, NULL);

  if (entry == NULL || entry->is_lost || !sb_filled_text_is_possible (entry->kind))
    return NULL;

  filled = new_filled (outline, name);
  entry = sb_outline_find (filled, name);
  own = sb_briefing_input_new_edited (input, sb_outline_get_briefing (filled));
  fr = compose (entry, sb_outline_get_template (filled), own, SB_LANGUAGE_FR);
  en = compose (entry, sb_outline_get_template (filled), own, SB_LANGUAGE_EN);
  text = sb_bilingual_new (fr, en);
  if (sb_bilingual_is_empty (text))
    g_clear_pointer (&text, sb_bilingual_unref);

  return text;
}

gboolean
sb_filled_text_is_stale (const SbOutline *outline,
                         const char *name,
                         const SbBilingual *now)
{
  const SbOutlineEntry *entry = sb_outline_find (outline, name);
  SbBilingual *made = entry != NULL ? sb_record_get_bilingual (entry->section, SB_BRIEFING_SECTION_MADE_FROM) : NULL;

  return made != NULL && now != NULL && !sb_bilingual_equal (made, now);
}
