/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-block-kind-private.h"

#include "sb-actor.h"
#include "sb-date-format.h"
#include "sb-relation.h"
#include "sb-translate.h"

#include <glib/gi18n.h>

/* The turns by subject, in the order in which they are printed. */
static const struct
{
  const char *heading;
  SbTurn first;
  SbTurn last;
} groups[] = {
  { N_ ("Events"), SB_TURN_EVENT, SB_TURN_EVENT },
  { N_ ("Restrictions"), SB_TURN_RESTRICTION_LAID, SB_TURN_RESTRICTION_LIFTED },
  { N_ ("Alliances"), SB_TURN_ALLIANCE_FORMED, SB_TURN_ALLIANCE_JUDGED },
  { N_ ("Relations"), SB_TURN_RELATION_BEGUN, SB_TURN_RELATION_ENDED },
  { N_ ("Offices"), SB_TURN_ROLE_TAKEN, SB_TURN_ROLE_LEFT },
  { N_ ("Claims"), SB_TURN_CLAIM_MADE, SB_TURN_CLAIM_ANSWERED },
  { N_ ("Instruments"), SB_TURN_INSTRUMENT_MADE, SB_TURN_INSTRUMENT_ENDED },
};

/* What the record of a turn is called: a tie by its two ends, an office by its holder. */
static char *
dup_title (SbComposer *self,
           const SbSituationLine *line)
{
  SbRecord *record = line->record;
  SbKind kind = sb_record_get_kind (record);
  g_autofree char *title = NULL;
  g_autofree char *tie = NULL;

  if (kind == SB_KIND_RELATION)
    {
      tie = g_utf8_strdown (sb_record_get_term_label (record, SB_RELATION_KIND, self->language), -1);
      title = g_strdup_printf ("%s – %s – %s", _sb_wording_get_name (&self->wording, sb_record_get_ref (record, SB_RELATION_SUBJECT)), tie,
                               _sb_wording_get_name (&self->wording, sb_record_get_ref (record, SB_RELATION_OBJECT)));
    }
  else if (kind == SB_KIND_ACTOR && line->item >= 0 && (guint) line->item < sb_record_get_n_items (record, SB_ACTOR_ROLES))
    title = g_strdup_printf ("%s, %s", sb_record_get_title (record, self->language),
                             sb_record_get_words (sb_record_get_item (record, SB_ACTOR_ROLES, (guint) line->item), SB_ACTOR_ROLE_TITLE, self->language));
  else
    title = _sb_wording_strip_stop (sb_record_get_title (record, self->language));

  return sb_rich_text_escape (title);
}

static char *
word_turn (SbComposer *self,
           const SbSituationTurn *turn)
{
  g_autofree char *date = sb_date_format (turn->date, self->language, SB_DATE_STYLE_LONG);
  g_autofree char *escaped = dup_title (self, turn->line);
  g_autofree char *sourced = NULL;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "**%s** – ", date[0] != '\0' ? date : sb_translate (self->language, "undated"));
  /* An event is itself. */
  if (turn->turn != SB_TURN_EVENT)
    g_string_append_printf (text, sb_translate_context (self->language, "what changed and of what", "%s: "), sb_turn_get_label (turn->turn, self->language));
  g_string_append (text, escaped);
  sourced = _sb_wording_source (&self->wording, turn->line->record, text->str);
  g_string_free (text, TRUE);

  return g_strdup_printf ("%s%s", sourced, turn->line->certainty == SB_CERTAINTY_SURE ? "" : " [=?=]");
}

static void
take_group (SbComposer *self,
            const SbTemplateBlock *block,
            const SbSituationChanges *changes,
            guint group)
{
  SbPiece *list = sb_piece_new (SB_PIECE_LIST, 0, NULL);

  for (guint i = 0; i < changes->turns->len && sb_piece_get_n_children (list) < block->most; i++)
    {
      const SbSituationTurn *turn = g_ptr_array_index (changes->turns, i);
      g_autofree char *markup = NULL;

      if (turn->turn < groups[group].first || turn->turn > groups[group].last)
        continue;
      if (sb_piece_get_n_children (list) == 0)
        _sb_composer_take_subheading (self, block, sb_translate (self->language, groups[group].heading));
      markup = word_turn (self, turn);
      sb_piece_append (list, _sb_composer_new_text (self, SB_PIECE_ITEM, 1, markup));
    }

  if (sb_piece_get_n_children (list) > 0)
    _sb_composer_take (self, list);
  else
    sb_piece_unref (list);
}

/* The holders of some statements of control: "contested by JNIM¹; held by …". */
static char *
dup_statements (SbComposer *self,
                GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      SbRecord *control = ((SbSituationLine *) g_ptr_array_index (lines, i))->record;
      g_autofree char *hold = _sb_wording_dup_hold (&self->wording, control);
      g_autofree char *sourced = _sb_wording_source (&self->wording, control, hold);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", sourced);
    }
  if (text->len == 0)
    g_string_append (text, "–");

  return g_string_free (text, FALSE);
}

static void
take_places (SbComposer *self,
             const SbTemplateBlock *block,
             const SbSituationChanges *changes)
{
  static const double shares[] = { 2.2, 4.9, 4.9 };
  SbPiece *table;

  if (changes->places->len == 0)
    return;

  _sb_composer_take_subheading (self, block, sb_translate (self->language, "Who holds what"));
  table = sb_piece_new (SB_PIECE_TABLE, 0, NULL);
  _sb_composer_add_row (self, table, sb_translate (self->language, "Place"), sb_translate (self->language, "Before"), sb_translate (self->language, "Now"), NULL);
  for (guint i = 0; i < changes->places->len; i++)
    {
      const SbPlaceTurn *turn = g_ptr_array_index (changes->places, i);
      g_autofree char *name = g_strdup_printf ("**%s**", sb_ref_get_name (turn->place, self->language));
      g_autofree char *before = dup_statements (self, turn->lost);
      g_autofree char *now = dup_statements (self, turn->won);

      _sb_composer_add_row (self, table, name, before, now, NULL);
    }
  sb_piece_set_shares (table, shares, G_N_ELEMENTS (shares));
  _sb_composer_take (self, table);
}

/* What the question mark behind some of them says, where there are any. */
static void
take_legend (SbComposer *self,
             const SbSituationChanges *changes)
{
  for (guint i = 0; i < changes->turns->len; i++)
    {
      const SbSituationTurn *turn = g_ptr_array_index (changes->turns, i);

      if (turn->line->certainty == SB_CERTAINTY_SURE)
        continue;
      _sb_composer_take (self, sb_piece_new_for_role (SB_ROLE_LINE, sb_rich_text_new_from_markup (sb_translate (self->language, "[=?=] What may have happened outside of these days."), self->language)));
      return;
    }
}

void
_sb_block_compose_changes (SbComposer *self,
                           const SbTemplateBlock *block)
{
  const SbSituationChanges *changes = sb_briefing_input_get_changes (self->input);
  guint n_changes = changes != NULL ? changes->turns->len + changes->places->len : 0;
  g_autofree char *since = NULL;
  g_autofree char *as_of = NULL;
  g_autofree char *count = NULL;

  if (changes == NULL)
    {
      _sb_composer_take_nothing (self, block, 0);
      return;
    }

  _sb_composer_take_heading (self, block);
  since = sb_day_format (changes->since, self->language, SB_DATE_STYLE_LONG);
  as_of = sb_day_format (changes->as_of, self->language, SB_DATE_STYLE_LONG);
  if (n_changes == 0)
    count = g_strdup_printf (sb_translate (self->language, "Nothing changed between %s and %s."), since, as_of);
  else
    count = g_strdup_printf (sb_translate_plural (self->language, "%u change between %s and %s.", "%u changes between %s and %s.", n_changes), n_changes, since, as_of);
  _sb_composer_take_text (self, SB_PIECE_PARAGRAPH, 0, count);
  take_legend (self, changes);
  take_places (self, block, changes);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    take_group (self, block, changes, i);
}
