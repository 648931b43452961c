/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-block-kind-private.h"
#include "sb-focus-private.h"

#include "sb-actor.h"
#include "sb-record-dates.h"
#include "sb-relation.h"
#include "sb-text.h"
#include "sb-translate.h"

/* The other names, each once and not the two that stand on the card already. */
static char *
dup_aliases (SbComposer *self,
             SbRecord *actor)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *names = g_string_new (NULL);

  g_hash_table_add (seen, sb_fold (sb_record_get_words (actor, SB_ACTOR_NAME, self->language)));
  for (guint i = 0; i < sb_record_get_n_items (actor, SB_ACTOR_ALIASES); i++)
    {
      const char *name = sb_record_get_text (sb_record_get_item (actor, SB_ACTOR_ALIASES, i), SB_ACTOR_ALIAS_NAME);

      if (name == NULL || !g_hash_table_add (seen, sb_fold (name)))
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", name);
    }

  return g_string_free (names, FALSE);
}

static char *
dup_areas (SbComposer *self,
           SbRecord *actor)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < sb_record_get_n_items (actor, SB_ACTOR_AREAS); i++)
    g_ptr_array_add (names, (gpointer) sb_ref_get_name (sb_record_get_ref (sb_record_get_item (actor, SB_ACTOR_AREAS, i), SB_ACTOR_AREA_PLACE), self->language));

  return _sb_wording_join (names, self->language);
}

/* The offices of a person, with their dates. */
static char *
dup_roles (SbComposer *self,
           SbRecord *actor)
{
  GString *roles = g_string_new (NULL);

  for (guint i = 0; i < sb_record_get_n_items (actor, SB_ACTOR_ROLES); i++)
    {
      SbRecord *role = sb_record_get_item (actor, SB_ACTOR_ROLES, i);
      SbRef *body = sb_record_get_ref (role, SB_ACTOR_ROLE_BODY);
      g_autofree char *lasting = sb_record_format_lasting (role, self->language, SB_DATE_STYLE_MEDIUM);

      g_string_append_printf (roles, "%s%s", roles->len > 0 ? "; " : "", sb_record_get_words (role, SB_ACTOR_ROLE_TITLE, self->language));
      if (body != NULL)
        g_string_append_printf (roles, ", %s", _sb_wording_get_name (&self->wording, body));
      if (lasting != NULL && lasting[0] != '\0')
        g_string_append_printf (roles, " (%s)", lasting);
    }

  return g_string_free (roles, FALSE);
}

static void
add_state (SbComposer *self,
           SbPiece *card,
           SbRecord *actor)
{
  SbRef *parent = sb_record_get_ref (actor, SB_ACTOR_PARENT);
  g_autofree char *founded = sb_record_format_date (actor, SB_ACTOR_FOUNDED, self->language, SB_DATE_STYLE_LONG);
  g_autofree char *dissolved = sb_record_format_date (actor, SB_ACTOR_DISSOLVED, self->language, SB_DATE_STYLE_LONG);
  g_autofree char *areas = dup_areas (self, actor);
  g_autofree char *roles = dup_roles (self, actor);

  _sb_composer_add_line (self, card, sb_translate (self->language, "Part of"), parent != NULL ? sb_ref_get_name (parent, self->language) : NULL);
  _sb_composer_add_line (self, card, sb_translate (self->language, "Founded"), founded);
  _sb_composer_add_line (self, card, sb_translate (self->language, "Dissolved"), dissolved);
  _sb_composer_add_line (self, card, sb_translate (self->language, "Status"), sb_record_get_term_label (actor, SB_ACTOR_STATUS, self->language));
  _sb_composer_add_line (self, card, sb_translate (self->language, "Areas"), areas);
  _sb_composer_add_line (self, card, sb_translate (self->language, "Offices"), roles);
  _sb_composer_add_line (self, card, sb_translate (self->language, "Goals"), sb_record_get_words (actor, SB_ACTOR_GOAL, self->language));
}

void
_sb_block_compose_actor (SbComposer *self,
                         const SbTemplateBlock *block)
{
  SbRecord *actor = _sb_selection_get_actor (self->selection);
  g_autofree char *name = NULL;
  g_autofree char *aliases = NULL;
  g_autofree char *sourced = NULL;
  const char *summary;
  SbPiece *card;

  if (_sb_composer_take_nothing (self, block, actor != NULL ? 1 : 0))
    return;

  _sb_composer_take_heading (self, block);
  summary = sb_record_get_words (actor, SB_ACTOR_SUMMARY, self->language);
  card = sb_piece_new (SB_PIECE_CARD, 0, NULL);
  name = g_strdup_printf ("**%s**", sb_record_get_words (actor, SB_ACTOR_NAME, self->language));
  sourced = _sb_wording_source (&self->wording, actor, summary[0] != '\0' ? summary : name);
  aliases = dup_aliases (self, actor);
  _sb_composer_add_line (self, card, sb_translate (self->language, "Name"), name);
  _sb_composer_add_line (self, card, sb_translate (self->language, "Short name"), sb_record_get_text (actor, SB_ACTOR_SHORT_NAME));
  _sb_composer_add_line (self, card, sb_translate (self->language, "Also called"), aliases);
  _sb_composer_add_line (self, card, sb_translate (self->language, "Kind"), sb_record_get_term_label (actor, SB_ACTOR_KIND, self->language));
  _sb_composer_add_line (self, card, sb_translate (self->language, "Family"), sb_record_get_term_label (actor, SB_ACTOR_FAMILY, self->language));
  add_state (self, card, actor);
  _sb_composer_add_line (self, card, sb_translate (self->language, "Summary"), sourced);
  _sb_composer_take (self, card);
}

/* "**Iyad Ag Ghaly** – leads – **JNIM**¹": whose it is reads from left to right. */
static void
add_relation (SbComposer *self,
              SbPiece *table,
              SbRecord *relation)
{
  g_autofree char *lasting = sb_record_format_lasting (relation, self->language, SB_DATE_STYLE_MEDIUM);
  g_autofree char *kind = g_utf8_strdown (sb_record_get_term_label (relation, SB_RELATION_KIND, self->language), -1);
  g_autofree char *tie = g_strdup_printf ("**%s** – %s – **%s**", _sb_wording_get_name (&self->wording, sb_record_get_ref (relation, SB_RELATION_SUBJECT)), kind,
                                          _sb_wording_get_name (&self->wording, sb_record_get_ref (relation, SB_RELATION_OBJECT)));
  g_autofree char *sourced = _sb_wording_source (&self->wording, relation, tie);
  const char *summary = sb_record_get_words (relation, SB_RELATION_SUMMARY, self->language);
  const char *basis = sb_record_get_words (relation, SB_RELATION_BASIS, self->language);

  if (summary[0] == '\0')
    summary = basis;
  _sb_composer_add_row (self, table, sourced, lasting != NULL && lasting[0] != '\0' ? lasting : "–", summary[0] != '\0' ? summary : "–", NULL);
}

void
_sb_block_compose_relations (SbComposer *self,
                             const SbTemplateBlock *block)
{
  static const double shares[] = { 4.6, 2.6, 4.8 };
  SbRecord *actor = _sb_selection_get_actor (self->selection);
  GPtrArray *relations = sb_briefing_input_get_all (self->input, SB_KIND_RELATION);
  SbPiece *table = sb_piece_new (SB_PIECE_TABLE, 0, NULL);
  guint n_relations = 0;

  _sb_composer_add_row (self, table, sb_translate (self->language, "Tie"), sb_translate (self->language, "Dates"), sb_translate (self->language, "What is known of it"), NULL);
  for (guint i = 0; actor != NULL && i < relations->len && n_relations < block->most; i++)
    {
      SbRecord *relation = g_ptr_array_index (relations, i);

      if (sb_record_is_withdrawn (relation) || !_sb_focus_concerns_actor (relation, actor))
        continue;
      add_relation (self, table, relation);
      n_relations++;
    }

  if (!_sb_composer_take_nothing (self, block, n_relations))
    {
      _sb_composer_take_heading (self, block);
      _sb_composer_take (self, _sb_composer_finish_table (self, g_steal_pointer (&table), shares, G_N_ELEMENTS (shares)));
    }
  g_clear_pointer (&table, sb_piece_unref);
}
