/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-block-kind-private.h"

#include "sb-denial.h"
#include "sb-record-dates.h"
#include "sb-restriction.h"
#include "sb-translate.h"

/* Who imposed it, and who denies on the as-of day that it exists. */
static char *
dup_imposed_by (SbComposer *self,
                SbRecord *restriction)
{
  SbRef *imposed_by = sb_record_get_ref (restriction, SB_RESTRICTION_IMPOSED_BY);
  SbRef *denied_by = sb_denial_get_speaker (restriction, sb_briefing_input_get_as_of (self->input));
  const char *name = imposed_by != NULL ? _sb_wording_get_name (&self->wording, imposed_by) : "–";
  g_autofree char *agent = NULL;
  g_autofree char *denial = NULL;

  if (denied_by == NULL)
    return g_strdup (name);

  agent = _sb_wording_dup_agent (&self->wording, denied_by);
  denial = g_strdup_printf (sb_translate (self->language, "denied by %s"), agent);

  return g_strdup_printf ("%s; %s", name, denial);
}

/* Its terms, or else what it does, and whom it exempts. */
static char *
dup_terms (SbComposer *self,
           SbRecord *restriction)
{
  const char *terms = sb_record_get_words (restriction, SB_RESTRICTION_TERMS, self->language);
  const char *exemptions = sb_record_get_words (restriction, SB_RESTRICTION_EXEMPTIONS, self->language);
  g_autofree char *exempt = exemptions[0] != '\0' ? g_strdup_printf (sb_translate (self->language, "Exempt: %s"), exemptions) : NULL;
  GString *text;

  if (terms[0] == '\0')
    terms = sb_record_get_term_label (restriction, SB_RESTRICTION_SEVERITY, self->language);
  if (exempt == NULL)
    return g_strdup (terms);

  text = g_string_new (NULL);
  _sb_wording_append_sentence (text, terms);
  _sb_wording_append_sentence (text, exempt);

  return g_string_free (text, FALSE);
}

static void
add_row (SbComposer *self,
         SbPiece *table,
         SbRecord *restriction)
{
  g_autofree char *title = _sb_wording_strip_stop (sb_record_get_words (restriction, SB_RESTRICTION_TITLE, self->language));
  g_autofree char *bold = g_strdup_printf ("**%s**", title);
  g_autofree char *measure = _sb_wording_source (&self->wording, restriction, bold);
  g_autofree char *terms = dup_terms (self, restriction);
  g_autofree char *since = sb_record_format_date (restriction, SB_RESTRICTION_SINCE, self->language, SB_DATE_STYLE_MEDIUM);
  g_autofree char *imposed_by = dup_imposed_by (self, restriction);

  _sb_composer_add_row (self, table, measure,
                        terms, since, imposed_by, NULL);
}

void
_sb_block_compose_restrictions (SbComposer *self,
                                const SbTemplateBlock *block)
{
  static const double shares[] = { 3.4, 4.2, 1.9, 2.5 };
  g_autoptr (GPtrArray) restrictions = _sb_composer_list (self, block);
  SbPiece *table;

  if (_sb_composer_take_nothing (self, block, restrictions->len))
    return;

  _sb_composer_take_heading (self, block);
  table = sb_piece_new (SB_PIECE_TABLE, 0, NULL);
  _sb_composer_add_row (self, table, sb_translate (self->language, "Measure"), sb_translate (self->language, "Terms"),
                        sb_translate (self->language, "Since"), sb_translate (self->language, "Imposed by"), NULL);
  for (guint i = 0; i < restrictions->len; i++)
    add_row (self, table, g_ptr_array_index (restrictions, i));
  _sb_composer_take (self, _sb_composer_finish_table (self, table, shares, G_N_ELEMENTS (shares)));
}
