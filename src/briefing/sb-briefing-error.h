/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SbBriefingError:
 * @SB_BRIEFING_ERROR_NO_TEMPLATE: no template of that name is built in.
 * @SB_BRIEFING_ERROR_TEMPLATE: the template cannot be read; the message says
 *   where and why.
 * @SB_BRIEFING_ERROR_DRAWING: the graphics library gave up, out of memory in
 *   most cases.
 * @SB_BRIEFING_ERROR_LOGO: a file is no picture that can be printed as a logo.
 * @SB_BRIEFING_ERROR_LOGO_SIZE: it is larger than a logo has to be.
 *
 * What can go wrong in composing and printing. Files that cannot be read or
 * written are reported by #GFileError.
 */
typedef enum
{
  SB_BRIEFING_ERROR_NO_TEMPLATE,
  SB_BRIEFING_ERROR_TEMPLATE,
  SB_BRIEFING_ERROR_DRAWING,
  SB_BRIEFING_ERROR_LOGO,
  SB_BRIEFING_ERROR_LOGO_SIZE,
} SbBriefingError;

#define SB_BRIEFING_ERROR (sb_briefing_error_quark ())

GQuark sb_briefing_error_quark (void);

G_END_DECLS
