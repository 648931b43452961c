/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-edition-walk-private.h"

/* A syntax that writes down what it is told. */

static void
begin (gpointer writer,
       SbPiece *holder)
{
  g_string_append_printf (writer, "<%d:", sb_piece_get_kind (holder));
}

static void
end (gpointer writer,
     SbPiece *holder)
{
  g_string_append (writer, ">");
}

static void
write_text (gpointer writer,
            SbRichText *text,
            SbRole role)
{
  g_string_append_printf (writer, "p %s;", sb_rich_text_get_text (text));
}

static void
write_item (gpointer writer,
            SbPiece *item,
            gboolean is_numbered)
{
  g_string_append_printf (writer, "%s%s", is_numbered ? "#" : "", sb_rich_text_get_text (sb_piece_get_text (item)));
}

static void
open_level (gpointer writer,
            guint depth,
            gboolean is_skipped)
{
  g_string_append_printf (writer, "(%u%s", depth, is_skipped ? "-" : "");
}

static void
close_level (gpointer writer,
             guint depth)
{
  g_string_append_printf (writer, "%u)", depth);
}

static void
close_item (gpointer writer)
{
  g_string_append (writer, ".");
}

static void
write_heading (gpointer writer,
               SbPiece *heading)
{
  g_string_append_printf (writer, "h %s;", sb_rich_text_get_text (sb_piece_get_text (heading)));
}

static void
begin_contents (gpointer writer,
                SbPiece *contents,
                SbPiece *title)
{
  g_string_append_printf (writer, "<contents %s:", title != NULL ? sb_rich_text_get_text (sb_piece_get_text (title)) : "");
}

static void
write_entry (gpointer writer,
             SbPiece *heading,
             guint level)
{
  g_string_append_printf (writer, "%u %s", level, sb_rich_text_get_text (sb_piece_get_text (heading)));
}

static void
write_quoted (gpointer writer,
              SbRichText *text,
              SbQuoted what)
{
  g_string_append_printf (writer, "%d %s;", what, sb_rich_text_get_text (text));
}

static void
write_note (gpointer writer,
            SbRichText *text,
            guint number,
            guint n_notes)
{
  g_string_append_printf (writer, "note %u/%u %s;", number, n_notes, sb_rich_text_get_text (text));
}

static const SbEditionSyntax syntax = {
  .begin = begin,
  .end = end,
  .heading = write_heading,
  .paragraph = write_text,
  .item = write_item,
  .open_level = open_level,
  .close_level = close_level,
  .close_item = close_item,
  .begin_contents = begin_contents,
  .entry = write_entry,
  .quoted = write_quoted,
  .note = write_note,
};

static SbPiece *
new_piece (SbPieceKind kind,
           guint level,
           const char *text)
{
  return sb_piece_new (kind, level, sb_rich_text_new_plain (text));
}

static char *
walk (SbComposition *composition,
      const SbEditionSyntax *own)
{
  GString *out = g_string_new (NULL);

  _sb_edition_walk (own, composition, out);

  return g_string_free (out, FALSE);
}

static const struct
{
  guint levels[5]; /* of the items, up to 0 */
  guint number; /* of the first */
  const char *told;
} lists[] = {
  { { 1, 1 }, 0, "(0a.b.0)" },
  { { 1, 1 }, 1, "(0#a.#b.0)" },
  { { 1, 2, 2, 1 }, 0, "(0a(1b.c.1)d.0)" },
  /* A level that is skipped holds an item without text. */
  { { 1, 3, 1 }, 0, "(0a(1-(2b.2)1)c.0)" },
  { { 2, 1 }, 0, "(0-(1a.1)b.0)" },
  { { 9 }, 0, "(0-(1-(2a.2)1)0)" },
  { { 0 }, 0, "" },
};

static void
test_lists (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (SbComposition) composition = sb_composition_new (SB_LANGUAGE_EN);
      SbPiece *list = sb_piece_new (SB_PIECE_LIST, 0, NULL);
      g_autofree char *told = NULL;
      g_autofree char *expected = g_strdup_printf ("<%d:%s>", SB_PIECE_LIST, lists[i].told);

      for (guint k = 0; lists[i].levels[k] > 0; k++)
        {
          const char name[] = { (char) ('a' + k), '\0' };
          SbPiece *item = new_piece (SB_PIECE_ITEM, lists[i].levels[k], name);

          if (k == 0)
            sb_piece_set_reference (item, lists[i].number, NULL);
          sb_piece_append (list, item);
        }
      sb_composition_append (composition, list);
      told = walk (composition, &syntax);
      g_assert_cmpstr (told, ==, expected);
    }
}

/* The contents have the headings behind them, as deep as they go. */
static void
test_contents (void)
{
  g_autoptr (SbComposition) composition = sb_composition_new (SB_LANGUAGE_EN);
  SbEditionSyntax nested = syntax;
  SbEditionSyntax titled = syntax;
  static const struct
  {
    guint level;
    const char *text;
  } headings[] = { { 1, "One" }, { 2, "Sub" }, { 3, "Deep" }, { 1, "Two" } };
  g_autofree char *told = NULL;
  g_autofree char *told_nested = NULL;
  g_autofree char *told_titled = NULL;

  sb_composition_append (composition, new_piece (SB_PIECE_HEADING, 1, "Contents"));
  sb_composition_append (composition, sb_piece_new (SB_PIECE_CONTENTS, 2, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      SbPiece *heading = new_piece (SB_PIECE_HEADING, headings[i].level, headings[i].text);

      sb_piece_set_label (heading, NULL, headings[i].text);
      sb_composition_append (composition, heading);
    }
  nested.nests_entries = TRUE;
  titled.holds_title = TRUE;
  told = walk (composition, &syntax);
  told_nested = walk (composition, &nested);
  told_titled = walk (composition, &titled);
  g_assert_cmpstr (told, ==, "h Contents;<contents :1 One2 Sub1 Two>h One;h Sub;h Deep;h Two;");
  g_assert_cmpstr (told_nested, ==, "h Contents;<contents :(01 One(12 Sub.1)1 Two.0)>h One;h Sub;h Deep;h Two;");
  g_assert_cmpstr (told_titled, ==, "<contents Contents:1 One2 Sub1 Two>h One;h Sub;h Deep;h Two;");
}

/* What is empty is not told, and what a quotation consists of is. */
static void
test_texts (void)
{
  g_autoptr (SbComposition) composition = sb_composition_new (SB_LANGUAGE_EN);
  SbPiece *quote = sb_piece_new (SB_PIECE_QUOTE, 0, NULL);
  g_autofree char *told = NULL;
  g_autofree char *expected = g_strdup_printf ("p x;<%d:0 Said;1 Dit;2 Who;>note 1/1 Where;", SB_PIECE_QUOTE);

  sb_composition_append (composition, new_piece (SB_PIECE_PARAGRAPH, 0, ""));
  sb_composition_append (composition, new_piece (SB_PIECE_HEADING, 1, ""));
  sb_composition_append (composition, new_piece (SB_PIECE_PARAGRAPH, 0, "x"));
  sb_composition_append (composition, sb_piece_new (SB_PIECE_TABLE, 0, NULL));
  sb_composition_append (composition, sb_piece_new (SB_PIECE_CARD, 0, NULL));
  sb_composition_append (composition, sb_piece_new (SB_PIECE_REFERENCES, 0, NULL));
  sb_piece_append (quote, new_piece (SB_PIECE_PARAGRAPH, 0, "Said"));
  sb_piece_append (quote, sb_piece_new_for_role (SB_ROLE_TRANSLATION, sb_rich_text_new_plain ("Dit")));
  sb_piece_append (quote, new_piece (SB_PIECE_PARAGRAPH, 0, "Who"));
  sb_composition_append (composition, quote);
  sb_composition_add_note (composition, sb_rich_text_new_plain ("Where"), sb_rich_text_new_plain ("W"));
  told = walk (composition, &syntax);
  g_assert_cmpstr (told, ==, expected);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/briefing/edition-walk/lists", test_lists);
  g_test_add_func ("/briefing/edition-walk/contents", test_contents);
  g_test_add_func ("/briefing/edition-walk/texts", test_texts);

  return g_test_run ();
}
