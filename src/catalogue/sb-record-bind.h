/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"
#include "sb-statement.h"

G_BEGIN_DECLS

/* Binds the fields of a record to the parameters of a statement that are named
 * as its columns. References must have ids. Lists are not bound. */
void _sb_record_bind (SbRecord *record,
                      SbStatement *statement);

G_END_DECLS
