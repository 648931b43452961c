/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-event-words.h"

#include <stdlib.h>
#include <string.h>

#include "sb-acled-codes.h"
#include "sb-event.h"
#include "sb-text.h"

/* Letters of a text are counted up to here to tell its language. */
#define LANGUAGE_BYTES 2000

static char *
format_month (int day)
{
  int year;
  int month;
  int month_day;

  sb_day_to_ymd (day, &year, &month, &month_day);
  return g_strdup_printf ("%04d-%02d", year, month);
}

/* ACLED's precision 2 is a week, 3 a month; UCDP gives the days from and to. */
SbDate *
sb_event_words_make_date (const SbTableEvent *event,
                          SbTableShape shape)
{
  g_autofree char *first = sb_day_to_string (event->first_day);
  g_autofree char *last = sb_day_to_string (event->last_day);
  g_autofree char *month = format_month (event->first_day);
  g_autofree char *last_month = format_month (event->last_day + 1);
  g_autofree char *edtf = NULL;
  gboolean is_counted = shape == SB_TABLE_SHAPE_ACLED || shape == SB_TABLE_SHAPE_EVENTS;

  if (event->first_day == event->last_day)
    {
      if (is_counted && event->date_precision == 2)
        edtf = g_strconcat (first, "~", NULL);
      else if (is_counted && event->date_precision >= 3)
        edtf = g_strdup (month);
      else
        edtf = g_strdup (first);
    }
  else if (g_str_has_suffix (first, "-01-01") && g_str_has_suffix (last, "-12-31") && strncmp (first, last, 4) == 0)
    {
      edtf = g_strndup (first, 4);
    }
  else if (g_str_has_suffix (first, "-01") && strncmp (first, last, 7) == 0 && !g_str_equal (month, last_month))
    {
      edtf = g_strdup (month);
    }
  else
    {
      edtf = g_strconcat (first, "/", last, NULL);
    }

  return sb_date_new (edtf, NULL);
}

/* What the words of a table of one's own are about, folded, in French and
 * English; the first that is found decides. */
static const struct
{
  const char *word;
  int type;
  int subtype;
} topics[] = {
  { "drone", SB_EVENT_TYPE_EXPLOSION, SB_EVENT_SUBTYPE_AIR_DRONE_STRIKE },
  { "frappe", SB_EVENT_TYPE_EXPLOSION, SB_EVENT_SUBTYPE_AIR_DRONE_STRIKE },
  { "air strike", SB_EVENT_TYPE_EXPLOSION, SB_EVENT_SUBTYPE_AIR_DRONE_STRIKE },
  { "airstrike", SB_EVENT_TYPE_EXPLOSION, SB_EVENT_SUBTYPE_AIR_DRONE_STRIKE },
  { "suicide", SB_EVENT_TYPE_EXPLOSION, SB_EVENT_SUBTYPE_SUICIDE_BOMB },
  { "obus", SB_EVENT_TYPE_EXPLOSION, SB_EVENT_SUBTYPE_SHELLING },
  { "roquette", SB_EVENT_TYPE_EXPLOSION, SB_EVENT_SUBTYPE_SHELLING },
  { "shelling", SB_EVENT_TYPE_EXPLOSION, SB_EVENT_SUBTYPE_SHELLING },
  { "bombardement", SB_EVENT_TYPE_EXPLOSION, SB_EVENT_SUBTYPE_SHELLING },
  { "eei", SB_EVENT_TYPE_EXPLOSION, SB_EVENT_SUBTYPE_REMOTE_EXPLOSIVE },
  { "ied", SB_EVENT_TYPE_EXPLOSION, SB_EVENT_SUBTYPE_REMOTE_EXPLOSIVE },
  { "mine", SB_EVENT_TYPE_EXPLOSION, SB_EVENT_SUBTYPE_REMOTE_EXPLOSIVE },
  { "explosi", SB_EVENT_TYPE_EXPLOSION, SB_EVENT_SUBTYPE_REMOTE_EXPLOSIVE },
  { "engin", SB_EVENT_TYPE_EXPLOSION, SB_EVENT_SUBTYPE_REMOTE_EXPLOSIVE },
  { "enlevement", SB_EVENT_TYPE_VIOLENCE_AGAINST_CIVILIANS, SB_EVENT_SUBTYPE_ABDUCTION },
  { "abduction", SB_EVENT_TYPE_VIOLENCE_AGAINST_CIVILIANS, SB_EVENT_SUBTYPE_ABDUCTION },
  { "kidnap", SB_EVENT_TYPE_VIOLENCE_AGAINST_CIVILIANS, SB_EVENT_SUBTYPE_ABDUCTION },
  { "civil", SB_EVENT_TYPE_VIOLENCE_AGAINST_CIVILIANS, SB_EVENT_SUBTYPE_ATTACK },
  { "massacre", SB_EVENT_TYPE_VIOLENCE_AGAINST_CIVILIANS, SB_EVENT_SUBTYPE_ATTACK },
  { "assassin", SB_EVENT_TYPE_VIOLENCE_AGAINST_CIVILIANS, SB_EVENT_SUBTYPE_ATTACK },
  { "execution", SB_EVENT_TYPE_VIOLENCE_AGAINST_CIVILIANS, SB_EVENT_SUBTYPE_ATTACK },
  { "manifest", SB_EVENT_TYPE_PROTEST, SB_EVENT_SUBTYPE_PEACEFUL_PROTEST },
  { "protest", SB_EVENT_TYPE_PROTEST, SB_EVENT_SUBTYPE_PEACEFUL_PROTEST },
  { "emeute", SB_EVENT_TYPE_RIOT, SB_EVENT_SUBTYPE_VIOLENT_DEMONSTRATION },
  { "riot", SB_EVENT_TYPE_RIOT, SB_EVENT_SUBTYPE_VIOLENT_DEMONSTRATION },
  { "arrest", SB_EVENT_TYPE_STRATEGIC_DEVELOPMENT, SB_EVENT_SUBTYPE_ARRESTS },
  { "pillage", SB_EVENT_TYPE_STRATEGIC_DEVELOPMENT, SB_EVENT_SUBTYPE_LOOTING },
  { "loot", SB_EVENT_TYPE_STRATEGIC_DEVELOPMENT, SB_EVENT_SUBTYPE_LOOTING },
  { "incendie", SB_EVENT_TYPE_STRATEGIC_DEVELOPMENT, SB_EVENT_SUBTYPE_LOOTING },
  { "accord", SB_EVENT_TYPE_STRATEGIC_DEVELOPMENT, SB_EVENT_SUBTYPE_AGREEMENT },
  { "embuscade", SB_EVENT_TYPE_BATTLE, SB_EVENT_SUBTYPE_ARMED_CLASH },
  { "ambush", SB_EVENT_TYPE_BATTLE, SB_EVENT_SUBTYPE_ARMED_CLASH },
  { "combat", SB_EVENT_TYPE_BATTLE, SB_EVENT_SUBTYPE_ARMED_CLASH },
  { "affrontement", SB_EVENT_TYPE_BATTLE, SB_EVENT_SUBTYPE_ARMED_CLASH },
  { "accrochage", SB_EVENT_TYPE_BATTLE, SB_EVENT_SUBTYPE_ARMED_CLASH },
  { "battle", SB_EVENT_TYPE_BATTLE, SB_EVENT_SUBTYPE_ARMED_CLASH },
  { "clash", SB_EVENT_TYPE_BATTLE, SB_EVENT_SUBTYPE_ARMED_CLASH },
  { "attaque", SB_EVENT_TYPE_BATTLE, SB_EVENT_SUBTYPE_ARMED_CLASH },
  { "attack", SB_EVENT_TYPE_BATTLE, SB_EVENT_SUBTYPE_ARMED_CLASH },
};

/* The root codes of CAMEO that are no politics. */
static void
find_cameo (const char *code,
            int *type,
            int *subtype)
{
  *type = SB_EVENT_TYPE_POLITICS;
  *subtype = -1;
  switch (code != NULL ? atoi (code) : 0)
    {
    case 14: /* protest */
      *type = SB_EVENT_TYPE_PROTEST;
      break;

    case 15: /* exhibit force posture */
    case 17: /* coerce */
      *type = SB_EVENT_TYPE_STRATEGIC_DEVELOPMENT;
      break;

    case 18: /* assault */
    case 20: /* unconventional mass violence */
      *type = SB_EVENT_TYPE_VIOLENCE_AGAINST_CIVILIANS;
      break;

    case 19: /* fight */
      *type = SB_EVENT_TYPE_BATTLE;
      break;

    default:
      break;
    }
}

/* Terms of ours, as our own exports have them. */
static gboolean
find_ours (const SbTableEvent *event,
           int *type,
           int *subtype)
{
  const SbTerm *term = event->type != NULL ? sb_vocabulary_find_name (&sb_event_type_vocabulary, event->type) : NULL;
  const SbTerm *finer =
    event->subtype != NULL ? sb_vocabulary_find_name (&sb_event_subtype_vocabulary, event->subtype) : NULL;

  if (term == NULL)
    return FALSE;

  *type = term->value;
  *subtype = finer != NULL ? finer->value : -1;
  return TRUE;
}

static gboolean
find_topic (const char *text,
            int *type,
            int *subtype)
{
  g_autofree char *folded = text != NULL ? sb_fold (text) : NULL;

  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (topics); i++)
    {
      const char *found = strstr (folded, topics[i].word);

      /* At the beginning of a word: a mine is not in "examine". */
      if (found != NULL && (found == folded || found[-1] == ' '))
        {
          *type = topics[i].type;
          *subtype = topics[i].subtype;
          return TRUE;
        }
    }

  return FALSE;
}

void
sb_event_words_find_type (const SbTableEvent *event,
                          SbTableShape shape,
                          int *type,
                          int *subtype)
{
  g_return_if_fail (event != NULL && type != NULL && subtype != NULL);

  if (shape == SB_TABLE_SHAPE_GDELT)
    {
      find_cameo (event->type, type, subtype);
      return;
    }

  if (sb_acled_find_type (event->type, event->subtype, type, subtype) || find_ours (event, type, subtype) ||
      find_topic (event->subtype, type, subtype) || find_topic (event->type, type, subtype) ||
      find_topic (event->notes, type, subtype))
    return;

  *type = SB_EVENT_TYPE_STRATEGIC_DEVELOPMENT;
  *subtype = SB_EVENT_SUBTYPE_OTHER;
}

/* French by its small words, of which English has none. */
static gboolean
is_french (const char *text)
{
  static const char *const words[] = { " le ", " la ", " les ", " des ", " du ", " une ", " et ", " dans ", " par ", " ont " };
  g_autofree char *start = g_strndup (text, LANGUAGE_BYTES);
  g_autofree char *valid = g_utf8_make_valid (start, -1);
  g_autofree char *folded = sb_fold (valid);
  g_autofree char *spaced = g_strconcat (" ", folded, " ", NULL);
  guint n_found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    n_found += strstr (spaced, words[i]) != NULL ? 1 : 0;

  return n_found >= 2;
}

void
sb_event_words_set_summary (SbRecordBuilder *builder,
                            const SbTableEvent *event)
{
  g_autofree char *notes = g_strchomp (g_strdup (event->notes));
  gboolean french = is_french (notes);

  sb_record_builder_set_words (builder, SB_EVENT_SUMMARY, french ? notes : NULL, french ? NULL : notes);
}

/* "Armed clash – Diboli (JNIM, FAMa)" in @language. */
static char *
make_title (SbRecord *event,
            SbLanguage language)
{
  guint n_actors = sb_record_get_n_items (event, SB_EVENT_ACTORS);
  const char *what = sb_record_get_term_label (event, SB_EVENT_SUBTYPE, language);
  g_autoptr (GString) title = NULL;

  if (*what == '\0')
    what = sb_record_get_term_label (event, SB_EVENT_TYPE, language);
  title = g_string_new (what);
  if (sb_record_get_n_items (event, SB_EVENT_PLACES) > 0)
    {
      SbRef *place = sb_record_get_ref (sb_record_get_item (event, SB_EVENT_PLACES, 0), SB_EVENT_PLACE_PLACE);

      g_string_append_printf (title, " – %s", sb_ref_get_name (place, language));
    }
  for (guint i = 0; i < MIN (n_actors, 2); i++)
    {
      SbRef *actor = sb_record_get_ref (sb_record_get_item (event, SB_EVENT_ACTORS, i), SB_EVENT_ACTOR_ACTOR);

      g_string_append_printf (title, "%s%s", i == 0 ? " (" : ", ", sb_ref_get_name (actor, language));
    }
  if (n_actors > 0)
    g_string_append_c (title, ')');

  return g_string_free (g_steal_pointer (&title), FALSE);
}

SbRecord *
sb_event_words_add_title (SbRecord *event,
                          const char *title)
{
  SbRecordBuilder *builder;
  g_autofree char *fr = NULL;
  g_autofree char *en = NULL;

  g_return_val_if_fail (SB_IS_RECORD (event), NULL);

  builder = sb_record_builder_new_from (event);
  if (title != NULL)
    {
      gboolean french = is_french (title);

      sb_record_builder_set_words (builder, SB_EVENT_TITLE, french ? title : NULL, french ? NULL : title);
      return sb_record_builder_end (builder);
    }

  fr = make_title (event, SB_LANGUAGE_FR);
  en = make_title (event, SB_LANGUAGE_EN);
  sb_record_builder_set_words (builder, SB_EVENT_TITLE, fr, en);
  return sb_record_builder_end (builder);
}

gboolean
sb_event_words_is_made_title (SbRecord *event)
{
  g_autofree char *fr = NULL;
  g_autofree char *en = NULL;

  g_return_val_if_fail (SB_IS_RECORD (event), FALSE);

  fr = make_title (event, SB_LANGUAGE_FR);
  en = make_title (event, SB_LANGUAGE_EN);
  return g_str_equal (sb_record_get_words (event, SB_EVENT_TITLE, SB_LANGUAGE_FR), fr) ||
         g_str_equal (sb_record_get_words (event, SB_EVENT_TITLE, SB_LANGUAGE_EN), en);
}
