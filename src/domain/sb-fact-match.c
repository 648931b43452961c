/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-fact-match.h"

#include "sb-alliance.h"
#include "sb-claim.h"
#include "sb-control.h"
#include "sb-event.h"
#include "sb-figure.h"
#include "sb-indicator.h"
#include "sb-recommendation.h"
#include "sb-record-builder.h"
#include "sb-relation.h"
#include "sb-restriction.h"
#include "sb-text.h"
#include "sb-zone.h"

#include <math.h>
#include <string.h>

/* Two sources may date one event some days apart; days. */
#define EVENT_SLACK 2
/* One proposition is asserted and denied over weeks. */
#define CLAIM_SLACK 30

/* Shorter words say little; letters. */
#define MIN_WORD 4

static gboolean
is_same_ref (SbRef *a,
             SbRef *b)
{
  return a != NULL && b != NULL && sb_ref_equal (a, b);
}

/* The number of records that the first field of the items of both lists names. */
static guint
count_shared (SbRecord *a,
              SbRecord *b,
              guint list)
{
  guint n = 0;

  for (guint i = 0; i < sb_record_get_n_items (a, list); i++)
    for (guint j = 0; j < sb_record_get_n_items (b, list); j++)
      if (is_same_ref (sb_record_get_ref (sb_record_get_item (a, list, i), 0), sb_record_get_ref (sb_record_get_item (b, list, j), 0)))
        {
          n++;
          break;
        }

  return n;
}

/* Whether two dates may be of one day, give or take some. Where one is not known, so
 * they may. */
static gboolean
may_meet (SbDate *a,
          SbDate *b,
          int slack)
{
  int first;
  int last;

  if (a == NULL || b == NULL)
    return TRUE;

  first = sb_date_get_first_day (b);
  last = sb_date_get_last_day (b);
  return sb_date_overlaps (a, first > G_MININT / 2 ? first - slack : first, last < G_MAXINT / 2 ? last + slack : last);
}

static GHashTable *
read_words (const char *text)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *folded = sb_fold (text);
  g_auto (GStrv) split = g_strsplit (folded, " ", -1);

  for (guint i = 0; split[i] != NULL; i++)
    if (g_utf8_strlen (split[i], -1) >= MIN_WORD || g_ascii_isdigit (*split[i]))
      g_hash_table_add (words, g_strdup (split[i]));

  return words;
}

/* How much of their words two texts share, 0 to 1; of the language where both have one. */
static double
compare_words (SbRecord *a,
               SbRecord *b,
               guint field)
{
  double best = 0;

  for (guint language = 0; language < SB_N_LANGUAGES; language++)
    {
      const char *one = sb_bilingual_get (sb_record_get_bilingual (a, field), (SbLanguage) language);
      const char *other = sb_bilingual_get (sb_record_get_bilingual (b, field), (SbLanguage) language);
      g_autoptr (GHashTable) words = NULL;
      g_autoptr (GHashTable) others = NULL;
      GHashTableIter iter;
      gpointer word;
      guint n_shared = 0;
      guint n_all;

      if (one == NULL || other == NULL)
        continue;

      words = read_words (one);
      others = read_words (other);
      g_hash_table_iter_init (&iter, words);
      while (g_hash_table_iter_next (&iter, &word, NULL))
        n_shared += g_hash_table_contains (others, word) ? 1 : 0;

      n_all = g_hash_table_size (words) + g_hash_table_size (others) - n_shared;
      if (n_all > 0)
        best = MAX (best, (double) n_shared / n_all);
    }

  return best;
}

static guint
match_event (SbRecord *draft,
             SbRecord *other)
{
  guint n_places = count_shared (draft, other, SB_EVENT_PLACES);
  guint n_actors = count_shared (draft, other, SB_EVENT_ACTORS);
  guint score;

  if (!may_meet (sb_record_get_date (draft, SB_EVENT_DATE), sb_record_get_date (other, SB_EVENT_DATE), EVENT_SLACK))
    return 0;

  /* Where both say where it was, and not the same place, it is another event. */
  if (n_places == 0 && sb_record_has (draft, SB_EVENT_PLACES) && sb_record_has (other, SB_EVENT_PLACES))
    return 0;

  score = MIN (n_places, 1) * 40 + MIN (n_actors, 2) * 20;
  if (sb_date_equal (sb_record_get_date (draft, SB_EVENT_DATE), sb_record_get_date (other, SB_EVENT_DATE)))
    score += 15;
  if (sb_record_get_term (draft, SB_EVENT_TYPE, -1) == sb_record_get_term (other, SB_EVENT_TYPE, -2))
    score += 10;
  if (sb_record_get_term (draft, SB_EVENT_SUBTYPE, -1) == sb_record_get_term (other, SB_EVENT_SUBTYPE, -2))
    score += 10;

  score += (guint) (30 * compare_words (draft, other, SB_EVENT_TITLE));
  return MIN (score, 100);
}

static guint
match_restriction (SbRecord *draft,
                   SbRecord *other)
{
  SbDate *since = sb_record_get_date (other, SB_RESTRICTION_SINCE);
  SbDate *until = sb_record_get_date (other, SB_RESTRICTION_UNTIL);
  SbDate *day = sb_record_get_date (draft, SB_RESTRICTION_SINCE);
  guint score = 0;

  if (sb_record_get_term (draft, SB_RESTRICTION_KIND, -1) != sb_record_get_term (other, SB_RESTRICTION_KIND, -2))
    return 0;

  /* A text that speaks of it later joins what began before and goes on. */
  if (day != NULL && since != NULL && sb_date_get_last_day (day) < sb_date_get_first_day (since) - CLAIM_SLACK)
    return 0;
  if (day != NULL && until != NULL && !sb_date_is_open (until) && sb_date_get_first_day (day) > sb_date_get_last_day (until))
    return 0;

  if (count_shared (draft, other, SB_RESTRICTION_STRETCHES) + count_shared (draft, other, SB_RESTRICTION_PLACES) > 0)
    score += 55;
  if (is_same_ref (sb_record_get_ref (draft, SB_RESTRICTION_IMPOSED_BY), sb_record_get_ref (other, SB_RESTRICTION_IMPOSED_BY)))
    score += 30;

  score += (guint) (30 * compare_words (draft, other, SB_RESTRICTION_TITLE));
  return MIN (score, 100);
}

static gboolean
has_speaker (SbRecord *claim,
             SbRecord *statement)
{
  for (guint i = 0; i < sb_record_get_n_items (claim, SB_CLAIM_STATEMENTS); i++)
    if (is_same_ref (sb_record_get_ref (sb_record_get_item (claim, SB_CLAIM_STATEMENTS, i), SB_CLAIM_STATEMENT_SPEAKER),
                     sb_record_get_ref (statement, SB_CLAIM_STATEMENT_SPEAKER)))
      return TRUE;

  return FALSE;
}

static guint
match_claim (SbRecord *draft,
             SbRecord *other)
{
  double likeness = compare_words (draft, other, SB_CLAIM_PROPOSITION);
  guint score = (guint) (120 * likeness);

  if (!may_meet (sb_record_get_date (draft, SB_CLAIM_DATE), sb_record_get_date (other, SB_CLAIM_DATE), CLAIM_SLACK))
    return 0;
  if (sb_record_has (draft, SB_CLAIM_STATEMENTS) && has_speaker (other, sb_record_get_item (draft, SB_CLAIM_STATEMENTS, 0)))
    score += likeness > 0.1 ? 25 : 10;

  return MIN (score, 100);
}

static guint
match_relation (SbRecord *draft,
                SbRecord *other)
{
  gboolean is_same = is_same_ref (sb_record_get_ref (draft, SB_RELATION_SUBJECT), sb_record_get_ref (other, SB_RELATION_SUBJECT)) &&
                     is_same_ref (sb_record_get_ref (draft, SB_RELATION_OBJECT), sb_record_get_ref (other, SB_RELATION_OBJECT));
  gboolean is_turned = is_same_ref (sb_record_get_ref (draft, SB_RELATION_SUBJECT), sb_record_get_ref (other, SB_RELATION_OBJECT)) &&
                       is_same_ref (sb_record_get_ref (draft, SB_RELATION_OBJECT), sb_record_get_ref (other, SB_RELATION_SUBJECT));
  int kind = sb_record_get_term (draft, SB_RELATION_KIND, -1);
  gboolean goes_both_ways = kind == SB_RELATION_KIND_ALLIED_WITH || kind == SB_RELATION_KIND_OPPOSES || kind == SB_RELATION_KIND_RIVAL_OF ||
                            kind == SB_RELATION_KIND_NEGOTIATES_WITH || kind == SB_RELATION_KIND_RELATED_TO;

  if (!is_same && !is_turned)
    return 0;
  if (kind != sb_record_get_term (other, SB_RELATION_KIND, -2))
    return 30;

  return is_same || goes_both_ways ? 95 : 40;
}

static guint
match_alliance (SbRecord *draft,
                SbRecord *other)
{
  guint n_parties = count_shared (draft, other, SB_ALLIANCE_PARTIES);

  return n_parties >= 2 ? 95 : n_parties * 55;
}

static guint
match_control (SbRecord *draft,
               SbRecord *other)
{
  if (!is_same_ref (sb_record_get_ref (draft, SB_CONTROL_PLACE), sb_record_get_ref (other, SB_CONTROL_PLACE)) ||
      !is_same_ref (sb_record_get_ref (draft, SB_CONTROL_HOLDER), sb_record_get_ref (other, SB_CONTROL_HOLDER)))
    return 0;

  return sb_record_get_term (draft, SB_CONTROL_KIND, -1) == sb_record_get_term (other, SB_CONTROL_KIND, -2) ? 90 : 40;
}

/* What an issuer says of a place on another day is another zone. */
static guint
match_zone (SbRecord *draft,
            SbRecord *other)
{
  if (!is_same_ref (sb_record_get_ref (draft, SB_ZONE_PLACE), sb_record_get_ref (other, SB_ZONE_PLACE)) ||
      sb_record_get_term (draft, SB_ZONE_LEVEL, -1) != sb_record_get_term (other, SB_ZONE_LEVEL, -2))
    return 0;

  return may_meet (sb_record_get_date (draft, SB_ZONE_SINCE), sb_record_get_date (other, SB_ZONE_SINCE), CLAIM_SLACK) ? 90 : 40;
}

static guint
match_figure (SbRecord *draft,
              SbRecord *other)
{
  double low = sb_record_get_real (draft, SB_FIGURE_LOW, NAN);
  double other_low = sb_record_get_real (other, SB_FIGURE_LOW, NAN);
  guint score = (guint) (60 * MAX (compare_words (draft, other, SB_FIGURE_LABEL), compare_words (draft, other, SB_FIGURE_UNIT)));

  if (!isfinite (low) || !isfinite (other_low) || fabs (low - other_low) > fabs (low) * 1e-9)
    return 0;
  if (is_same_ref (sb_record_get_ref (draft, SB_FIGURE_PLACE), sb_record_get_ref (other, SB_FIGURE_PLACE)))
    score += 30;

  return MIN (score + 20, 100);
}

guint
sb_fact_match (SbRecord *draft,
               SbRecord *other)
{
  SbKind kind = sb_record_get_kind (draft);

  g_return_val_if_fail (kind == sb_record_get_kind (other), 0);

  switch (kind)
    {
    case SB_KIND_EVENT:
      return match_event (draft, other);
    case SB_KIND_RESTRICTION:
      return match_restriction (draft, other);
    case SB_KIND_CLAIM:
      return match_claim (draft, other);
    case SB_KIND_RELATION:
      return match_relation (draft, other);
    case SB_KIND_ALLIANCE:
      return match_alliance (draft, other);
    case SB_KIND_CONTROL:
      return match_control (draft, other);
    case SB_KIND_ZONE:
      return match_zone (draft, other);
    case SB_KIND_FIGURE:
      return match_figure (draft, other);
    case SB_KIND_INDICATOR:
      return (guint) (100 * compare_words (draft, other, SB_INDICATOR_STATEMENT));
    case SB_KIND_RECOMMENDATION:
      return (guint) (100 * compare_words (draft, other, SB_RECOMMENDATION_ACTION));
    default:
      return 0;
    }
}
