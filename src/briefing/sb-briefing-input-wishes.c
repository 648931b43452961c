/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-briefing-input-private.h"

/* What whoever asks for a briefing says of it, beside the records that it is made from:
 * the days that it compares, what it is about, since when it tells changes, and words. */

void
sb_briefing_input_set_days (SbBriefingInput *self,
                            const int *days,
                            guint n_days)
{
  g_return_if_fail (self != NULL && (days != NULL || n_days == 0));

  self->n_days = MIN (n_days, SB_BRIEFING_MAX_DAYS);
  for (guint i = 0; i < self->n_days; i++)
    self->days[i] = days[i];
}

const int *
sb_briefing_input_get_days (const SbBriefingInput *self,
                            guint *n_days)
{
  *n_days = self->n_days;

  return self->days;
}

void
sb_briefing_input_set_newest (SbBriefingInput *self,
                              SbRecord *event)
{
  g_return_if_fail (self != NULL);

  g_set_object (&self->newest, event);
}

SbRecord *
sb_briefing_input_get_newest (const SbBriefingInput *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->newest;
}

void
sb_briefing_input_set_n_later (SbBriefingInput *self,
                               guint n_later)
{
  g_return_if_fail (self != NULL);

  self->n_later = n_later;
}

guint
sb_briefing_input_get_n_later (const SbBriefingInput *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_later;
}

void
sb_briefing_input_set_n_hindsight (SbBriefingInput *self,
                                   guint n_hindsight)
{
  g_return_if_fail (self != NULL);

  self->n_hindsight = n_hindsight;
}

guint
sb_briefing_input_get_n_hindsight (const SbBriefingInput *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_hindsight;
}

void
sb_briefing_input_set_place (SbBriefingInput *self,
                             SbRecord *place)
{
  g_return_if_fail (self != NULL);

  g_set_object (&self->place, place);
}

SbRecord *
sb_briefing_input_get_place (const SbBriefingInput *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->place;
}

void
sb_briefing_input_set_actor (SbBriefingInput *self,
                             SbRecord *actor)
{
  g_return_if_fail (self != NULL);

  g_set_object (&self->actor, actor);
}

SbRecord *
sb_briefing_input_get_actor (const SbBriefingInput *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->actor;
}

void
sb_briefing_input_take_changes (SbBriefingInput *self,
                                SbSituationChanges *changes)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->changes, sb_situation_changes_free);
  self->changes = changes;
}

const SbSituationChanges *
sb_briefing_input_get_changes (const SbBriefingInput *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->changes == NULL && self->base != NULL ? sb_briefing_input_get_changes (self->base) : self->changes;
}

void
sb_briefing_input_take_correction (SbBriefingInput *self,
                                   SbCorrection *correction)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->correction, sb_correction_free);
  self->correction = correction;
}

const SbCorrection *
sb_briefing_input_get_correction (const SbBriefingInput *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->correction;
}

void
sb_briefing_input_set_words (SbBriefingInput *self,
                             SbTemplateWords words,
                             const char *text)
{
  g_return_if_fail (self != NULL && words < SB_N_TEMPLATE_WORDS);

  g_free (self->words[words]);
  self->words[words] = g_strdup (text);
}

const char *
sb_briefing_input_get_words (const SbBriefingInput *self,
                             SbTemplateWords words)
{
  g_return_val_if_fail (self != NULL && words < SB_N_TEMPLATE_WORDS, NULL);

  return self->words[words];
}
