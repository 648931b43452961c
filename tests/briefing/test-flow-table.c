/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-sheets-private.h"
#include "sb-typesetter.h"

/* Points that two cells may share: rounding. */
#define EPSILON 0.01

#define N_COLUMNS 6

typedef struct
{
  const char *name;
  double shares[N_COLUMNS];
  const char *cells[2][N_COLUMNS];
} Case;

static const Case cases[] = {
  { "ways",
    { 14, 12, 9, 1, 12, 12 },
    { { "Itinéraire, par", "État", "Longueur", "Détour", "Depuis", "Imposé par" },
      { "Abidjan – Bamako, A3 (CI), RN7 (ML)", "menacée", "environ 1\302\240463\302\240km", "+222\302\240km", "3 sept. 2025", "JNIM ; démenti par les autorités militaires de transition du Mali" } } },
  { "nothing is left for one",
    { 1, 1, 1, 0, 1, 1 },
    { { "Way, by", "State", "Length", "Detour", "Since", "Imposed by" },
      { "Dakar – Bamako", "cut", "–", "+1,222\302\240km", "3 Sept 2025", "JNIM" } } },
  { "long words",
    { 1, 1, 1, 1, 1, 1 },
    { { "Gouvernementalisation", "Internationalisation", "Professionnalisation", "Institutionnalisation", "Décentralisation", "Approvisionnement" },
      { "a", "b", "c", "d", "e", "f" } } },
  { "an address",
    { 1, 1, 1, 1, 1, 1 },
    { { "Source", "Date", "Lieu", "Fait", "Acteur", "Note" },
      { "https://example.org/une/adresse/qui/ne/tient/sur/aucune/ligne/du/tableau/ni/de/la/page/tout/entiere", "25 avril 2026", "Tombouctou", "Attaque", "JNIM", "–" } } },
};

static SbComposition *
new_composition (const Case *example)
{
  SbComposition *composition = sb_composition_new (SB_LANGUAGE_FR);
  SbPiece *table = sb_piece_new (SB_PIECE_TABLE, 0, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (example->cells); i++)
    {
      SbPiece *row = sb_piece_new (SB_PIECE_ROW, 0, NULL);

      for (guint k = 0; k < N_COLUMNS; k++)
        sb_piece_append (row, sb_piece_new (SB_PIECE_CELL, 0, sb_rich_text_new_plain (example->cells[i][k])));
      sb_piece_append (table, row);
    }
  sb_piece_set_shares (table, example->shares, N_COLUMNS);
  sb_composition_append (composition, table);

  return composition;
}

static gboolean
overlap (const SbMark *a,
         const SbMark *b)
{
  /* The height of a line is its leading, and y its baseline. */
  return a->y - a->height + EPSILON < b->y && b->y - b->height + EPSILON < a->y &&
         a->x + EPSILON < b->x + b->width && b->x + EPSILON < a->x + a->width;
}

/* No two lines of a table are printed over each other, whatever its shares are. */
static void
test_apart (gconstpointer data)
{
  g_autoptr (SbComposition) composition = new_composition (data);
  g_autoptr (SbTypesetter) typesetter = sb_typesetter_new (SB_PAPER_A4);
  g_autoptr (SbSheets) sheets = sb_typesetter_set (typesetter, composition);
  GArray *marks = _sb_sheets_get_marks (sheets, 0);
  guint n_lines = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const SbMark *mark = &g_array_index (marks, SbMark, i);

      if (mark->kind != SB_MARK_LINE)
        continue;

      n_lines++;
      g_assert_cmpfloat (mark->x + mark->width, <=, sb_paper_get_width (SB_PAPER_A4));
      for (guint k = i + 1; k < marks->len; k++)
        {
          const SbMark *other = &g_array_index (marks, SbMark, k);

          if (other->kind != SB_MARK_LINE || !overlap (mark, other))
            continue;

          g_test_message ("“%s” is printed over “%s”", pango_layout_get_text (mark->layout), pango_layout_get_text (other->layout));
          g_test_fail ();
        }
    }
  g_assert_cmpuint (n_lines, >=, 2 * N_COLUMNS);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/briefing/flow-table/apart/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_apart);
    }

  return g_test_run ();
}
