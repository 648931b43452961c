/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-event-filter.h"

SbEventFilter
sb_event_filter_copy (const SbEventFilter *self)
{
  SbEventFilter copy = *self;

  if (copy.ids != NULL)
    sb_id_set_ref ((SbIdSet *) copy.ids);

  return copy;
}

void
sb_event_filter_clear (SbEventFilter *self)
{
  if (self->ids != NULL)
    sb_id_set_unref ((SbIdSet *) self->ids);

  self->ids = NULL;
}
