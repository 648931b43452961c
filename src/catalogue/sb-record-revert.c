/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-record-revert.h"

#include "sb-item-match.h"
#include "sb-record-compare.h"

/* One list while it is taken back. */
typedef struct
{
  SbRecord *current; /* (unowned) */
  SbRecord *from; /* (unowned) */
  SbRecord *to; /* (unowned) */
  guint field;
  SbRevertFlags flags; /* for what its items hold */
  GArray *to_of_from; /* (owned) (element-type int) counterparts, or -1 */
  GArray *current_of_from; /* (owned) (element-type int) */
} SbListReversal;

static void
list_reversal_clear (SbListReversal *self)
{
  g_clear_pointer (&self->to_of_from, g_array_unref);
  g_clear_pointer (&self->current_of_from, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SbListReversal, list_reversal_clear)

/* The position in @from whose counterpart is @position; -1 when there is none. */
static int
find_from (GArray *pairs,
           guint position)
{
  for (guint i = 0; i < pairs->len; i++)
    if (g_array_index (pairs, int, i) == (int) position)
      return (int) i;

  return -1;
}

/* The item in @current after which one stands that only @to has: the one that
 * went before it; -1 for the start of the list. */
static int
find_anchor (SbListReversal *self,
             guint position)
{
  for (guint i = position; i > 0; i--)
    {
      int from = find_from (self->to_of_from, i - 1);
      int current = from >= 0 ? g_array_index (self->current_of_from, int, from) : -1;

      if (current >= 0)
        return current;
    }

  return -1;
}

/* Whether somebody has put @item into the list since. */
static gboolean
is_there_again (SbListReversal *self,
                SbRecord *item)
{
  for (guint i = 0; i < sb_record_get_n_items (self->current, self->field); i++)
    if (find_from (self->current_of_from, i) < 0 &&
        _sb_record_stores_same (sb_record_get_item (self->current, self->field, i), item))
      return TRUE;

  return FALSE;
}

/* Adds the items that only @to has and that belong after @anchor. */
static void
add_lost_items (SbListReversal *self,
                SbRecordBuilder *builder,
                int anchor)
{
  for (guint i = 0; i < sb_record_get_n_items (self->to, self->field); i++)
    {
      SbRecord *item = sb_record_get_item (self->to, self->field, i);

      if (find_from (self->to_of_from, i) < 0 && find_anchor (self, i) == anchor && !is_there_again (self, item))
        sb_record_builder_take_item (builder, self->field, g_object_ref (item));
    }
}

/* What becomes of an item of the list as it is now; NULL when it goes. */
static SbRecord *
revert_item (SbListReversal *self,
             guint position)
{
  SbRecord *item = sb_record_get_item (self->current, self->field, position);
  int from_position = find_from (self->current_of_from, position);
  SbRecord *from;
  int to_position;

  if (from_position < 0)
    return g_object_ref (item);

  from = sb_record_get_item (self->from, self->field, (guint) from_position);
  to_position = g_array_index (self->to_of_from, int, from_position);
  if (to_position >= 0)
    return _sb_record_revert (item, from, sb_record_get_item (self->to, self->field, (guint) to_position), self->flags);

  /* It came by what is taken back; somebody may have worked on it since. */
  return _sb_record_stores_same (item, from) ? NULL : g_object_ref (item);
}

static void
revert_list (SbRecordBuilder *builder,
             SbRecord *current,
             SbRecord *from,
             SbRecord *to,
             guint field,
             SbRevertFlags flags)
{
  g_auto (SbListReversal) self = { current, from, to, field, flags, NULL, NULL };

  if (_sb_record_field_stores_same (current, from, field))
    {
      _sb_record_copy_value (builder, to, field);
      return;
    }

  self.to_of_from = _sb_items_match (from, to, field);
  self.current_of_from = _sb_items_match (from, current, field);
  sb_record_builder_clear (builder, field);
  add_lost_items (&self, builder, -1);
  for (guint i = 0; i < sb_record_get_n_items (current, field); i++)
    {
      SbRecord *item = revert_item (&self, i);

      if (item != NULL)
        sb_record_builder_take_item (builder, field, item);
      add_lost_items (&self, builder, (int) i);
    }
}

/* Each of the languages by itself: somebody may have written the other one since.
 * What has to have a text keeps the one that it has. */
static void
revert_words (SbRecordBuilder *builder,
              SbRecord *current,
              SbRecord *from,
              SbRecord *to,
              guint field,
              gboolean keeps_later)
{
  gboolean is_required = (sb_record_get_schema (current)->fields[field].flags & SB_FIELD_REQUIRED) != 0;
  const char *texts[SB_N_LANGUAGES];

  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    {
      const char *now = sb_bilingual_get (sb_record_get_bilingual (current, field), language);
      const char *was = sb_bilingual_get (sb_record_get_bilingual (from, field), language);
      const char *wanted = sb_bilingual_get (sb_record_get_bilingual (to, field), language);
      gboolean stays = g_strcmp0 (was, wanted) == 0 || (keeps_later && g_strcmp0 (now, was) != 0);

      texts[language] = stays ? now : wanted;
    }

  if (!is_required || texts[SB_LANGUAGE_FR] != NULL || texts[SB_LANGUAGE_EN] != NULL)
    sb_record_builder_set_words (builder, field, texts[SB_LANGUAGE_FR], texts[SB_LANGUAGE_EN]);
}

SbRecord *
_sb_record_revert (SbRecord *current,
                   SbRecord *from,
                   SbRecord *to,
                   SbRevertFlags flags)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (current);
  const SbSchema *schema = sb_record_get_schema (current);
  gboolean keeps_later = (flags & SB_REVERT_KEEP_LATER) != 0;

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const SbField *field = &schema->fields[i];

      if ((field->flags & (SB_FIELD_DERIVED | SB_FIELD_BOOKKEEPING)) != 0 || _sb_record_field_stores_same (from, to, i))
        continue;

      if (field->type == SB_FIELD_LIST)
        revert_list (builder, current, from, to, i, (flags & SB_REVERT_OVER_LATER) != 0 ? flags : SB_REVERT_KEEP_LATER);
      else if (field->type == SB_FIELD_BILINGUAL)
        revert_words (builder, current, from, to, i, keeps_later);
      else if (!keeps_later || _sb_record_field_stores_same (current, from, i))
        _sb_record_copy_value (builder, to, i);
    }

  if (sb_record_is_withdrawn (from) != sb_record_is_withdrawn (to) &&
      (!keeps_later || sb_record_is_withdrawn (current) == sb_record_is_withdrawn (from)))
    sb_record_builder_set_withdrawn (builder, sb_record_is_withdrawn (to));

  return sb_record_builder_end (builder);
}

static gboolean
words_stay (SbBilingual *current,
            SbBilingual *from,
            SbBilingual *to)
{
  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    {
      const char *now = sb_bilingual_get (current, language);
      const char *was = sb_bilingual_get (from, language);
      const char *wanted = sb_bilingual_get (to, language);

      if (g_strcmp0 (was, wanted) != 0 && g_strcmp0 (now, was) != 0 && g_strcmp0 (now, wanted) != 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
items_stay (SbRecord *current,
            SbRecord *from,
            SbRecord *to,
            guint field)
{
  g_autoptr (GArray) to_of_from = _sb_items_match (from, to, field);
  g_autoptr (GArray) current_of_from = _sb_items_match (from, current, field);

  for (guint i = 0; i < sb_record_get_n_items (from, field); i++)
    {
      int now = g_array_index (current_of_from, int, i);
      int wanted = g_array_index (to_of_from, int, i);
      SbRecord *item = sb_record_get_item (from, field, i);
      SbRecord *current_item = now >= 0 ? sb_record_get_item (current, field, (guint) now) : NULL;

      if (current_item == NULL || _sb_record_stores_same (item, current_item))
        continue;
      if (wanted < 0)
        return TRUE;

      for (guint j = 0; j < sb_record_get_schema (item)->n_fields; j++)
        if (_sb_record_keeps_later (current_item, item, sb_record_get_item (to, field, (guint) wanted), j))
          return TRUE;
    }

  return FALSE;
}

gboolean
_sb_record_keeps_later (SbRecord *current,
                        SbRecord *from,
                        SbRecord *to,
                        guint field)
{
  const SbField *description = &sb_record_get_schema (current)->fields[field];

  if ((description->flags & (SB_FIELD_DERIVED | SB_FIELD_BOOKKEEPING)) != 0 || _sb_record_field_stores_same (from, to, field) ||
      _sb_record_field_stores_same (current, from, field) || _sb_record_field_stores_same (current, to, field))
    return FALSE;

  if (description->type == SB_FIELD_LIST)
    return items_stay (current, from, to, field);
  if (description->type == SB_FIELD_BILINGUAL)
    return words_stay (sb_record_get_bilingual (current, field), sb_record_get_bilingual (from, field), sb_record_get_bilingual (to, field));
  return TRUE;
}
