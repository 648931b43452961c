/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefings-page-private.h"

/* What has no source, on the pages that are shown: a sign in the margin of each such
 * paragraph that leads to the point to settle. */

/* Of one sign. */
typedef struct
{
  guint point; /* its number among the points to settle */
  SbLanguage language; /* of the page */
} Flag;

/* What is on the paper of a page, in the order of the points. */
typedef struct
{
  GArray *flags; /* not owned; (element-type Flag) */
  GArray *places; /* (owned) (element-type SbPreviewPlace) */
  GPtrArray *texts; /* (owned) (element-type GString) */
} Flags;

static void
free_text (gpointer text)
{
  g_string_free (text, TRUE);
}

/* Two sentences of one paragraph have one sign. */
static GString *
find_text (const Flags *self,
           const SbPreviewPlace *place)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const SbPreviewPlace *other = &g_array_index (self->places, SbPreviewPlace, i);

      if (other->sheet == place->sheet && graphene_rect_equal (&other->rect, &place->rect))
        return g_ptr_array_index (self->texts, i);
    }

  return NULL;
}

static void
add_flag (Flags *self,
          SbSheets *sheets,
          guint n_before,
          const SbBriefingFinding *finding,
          Flag flag)
{
  g_autofree char *sentence = NULL;
  SbPreviewPlace place;
  SbSheetPlace found;
  GString *text;

  if (finding->block == NULL || !sb_sheets_find_block (sheets, finding->block, finding->line, &found))
    return;

  sentence = sb_briefing_finding_dup_sentence (finding, sb_language_get_interface ());
  place = (SbPreviewPlace) { found.sheet + n_before,
                             GRAPHENE_RECT_INIT ((float) found.x, (float) found.y, (float) found.width, (float) found.height) };
  text = find_text (self, &place);
  if (text != NULL)
    {
      g_string_append_printf (text, "\n%s", sentence);
      return;
    }

  g_array_append_val (self->flags, flag);
  g_array_append_val (self->places, place);
  g_ptr_array_add (self->texts, g_string_new (sentence));
}

static void
add_findings (Flags *self,
              GPtrArray *findings,
              SbLanguage language,
              SbSheets *sheets,
              guint n_before)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const SbBriefingFinding *finding = g_ptr_array_index (findings, i);

      if (finding->kind == SB_BRIEFING_FINDING_UNSOURCED && (finding->languages & (1u << language)) != 0)
        add_flag (self, sheets, n_before, finding, (Flag) { i, language });
    }
}

void
_sb_briefings_page_show_flags (SbBriefingsPage *self,
                               GPtrArray *findings)
{
  Flags flags;
  guint n_before = 0;
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  g_clear_pointer (&self->flags, g_array_unref);
  self->flags = g_array_new (FALSE, FALSE, sizeof (Flag));
  flags = (Flags) { self->flags, g_array_new (FALSE, FALSE, sizeof (SbPreviewPlace)), g_ptr_array_new_with_free_func (free_text) };
  for (SbLanguage language = 0; findings != NULL && language < SB_N_LANGUAGES; language++)
    {
      SbEdition *edition = sb_live_edition_get (self->live, language);

      if (edition == NULL)
        continue;
      add_findings (&flags, findings, language, sb_edition_get_sheets (edition), n_before);
      n_before += sb_sheets_get_n_sheets (sb_edition_get_sheets (edition));
    }
  for (guint i = 0; i < flags.texts->len; i++)
    g_ptr_array_add (texts, ((GString *) g_ptr_array_index (flags.texts, i))->str);
  sb_page_preview_set_flagged (self->preview, (const SbPreviewPlace *) (gpointer) flags.places->data, (const char *const *) texts->pdata, texts->len);
  g_array_unref (flags.places);
  g_ptr_array_unref (flags.texts);
}

/* To the point in the list, and to the words that it is about. */
static void
flag_chosen_cb (SbBriefingsPage *self,
                guint number)
{
  GPtrArray *findings = self->live != NULL ? sb_live_edition_get_findings (self->live) : NULL;
  const SbBriefingFinding *finding;
  GtkListBoxRow *row;
  Flag flag;

  if (findings == NULL || self->flags == NULL || number >= self->flags->len)
    return;
  flag = g_array_index (self->flags, Flag, number);
  row = gtk_list_box_get_row_at_index (self->points, (int) flag.point);
  if (row == NULL || flag.point >= findings->len)
    return;

  finding = g_ptr_array_index (findings, flag.point);
  _sb_briefings_page_show_pane (self, SB_BRIEFINGS_PANE_SIDE);
  gtk_stack_set_visible_child_name (self->side, "points");
  gtk_list_box_select_row (self->points, row);
  /* Scrolls the list there. */
  gtk_widget_grab_focus (GTK_WIDGET (row));
  _sb_briefings_page_go_to (self, finding->block, finding->line, 1u << flag.language);
}

void
_sb_briefings_page_class_init_flags (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, flag_chosen_cb);
}
