/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-referrer.h"

static const SbField fields[] = {
  [SB_REFERRER_RECORD] = { .name = "record", .type = SB_FIELD_REF },
  [SB_REFERRER_TOTAL] = { .name = "total", .type = SB_FIELD_INTEGER },
};

const SbSchema sb_referrer_schema = {
  .kind = SB_KIND_NONE,
  .name = "referrer",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = -1,
};
