/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-block-kind-private.h"

#include "sb-event.h"
#include "sb-record-dates.h"
#include "sb-translate.h"

/* The actors of an event, each once, without the victims. */
static char *
dup_actors (SbComposer *self,
            SbRecord *event)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < sb_record_get_n_items (event, SB_EVENT_ACTORS); i++)
    {
      SbRecord *item = sb_record_get_item (event, SB_EVENT_ACTORS, i);
      const char *name = _sb_wording_get_name (&self->wording, sb_record_get_ref (item, SB_EVENT_ACTOR_ACTOR));

      if (name[0] != '\0' && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer) name);
    }

  return _sb_wording_join (names, self->language);
}

/* A key fact has its title in bold. */
static char *
dup_fact (SbComposer *self,
          SbRecord *event)
{
  g_autofree char *title = _sb_wording_strip_stop (sb_record_get_words (event, SB_EVENT_TITLE, self->language));
  g_autofree char *sourced = _sb_wording_source (&self->wording, event, title);

  return sb_record_get_boolean (event, SB_EVENT_KEY_FACT) ? g_strdup_printf ("**%s**", sourced) : g_steal_pointer (&sourced);
}

void
_sb_block_compose_chronology (SbComposer *self,
                              const SbTemplateBlock *block)
{
  static const double shares[] = { 2.5, 2.2, 5.1, 2.4 };
  g_autoptr (GPtrArray) events = _sb_composer_list (self, block);
  SbPiece *table;

  if (_sb_composer_take_nothing (self, block, events->len))
    return;

  _sb_composer_take_heading (self, block);
  table = sb_piece_new (SB_PIECE_TABLE, 0, NULL);
  _sb_composer_add_row (self, table, sb_translate (self->language, "Date"), sb_translate (self->language, "Place"),
                        sb_translate (self->language, "Fact"), sb_translate (self->language, "Actors"), NULL);
  for (guint i = 0; i < events->len; i++)
    {
      SbRecord *event = g_ptr_array_index (events, i);
      g_autofree char *date = sb_record_format_date (event, SB_EVENT_DATE, self->language, SB_DATE_STYLE_MEDIUM);
      g_autofree char *places = _sb_wording_dup_places (&self->wording, event);
      g_autofree char *fact = dup_fact (self, event);
      g_autofree char *actors = dup_actors (self, event);

      _sb_composer_add_row (self, table, date, places[0] != '\0' ? places : "–", fact, actors[0] != '\0' ? actors : "–", NULL);
    }
  _sb_composer_take (self, _sb_composer_finish_table (self, table, shares, G_N_ELEMENTS (shares)));
}
