/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-reader-link.h"

SbReaderLink *
sb_reader_link_new (SbReaderLinkKind kind,
                    char *title,
                    char *detail)
{
  SbReaderLink *self = g_new0 (SbReaderLink, 1);

  self->kind = kind;
  self->title = title;
  self->detail = detail;
  return self;
}

void
sb_reader_link_free (SbReaderLink *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->detail);
  g_free (self);
}
