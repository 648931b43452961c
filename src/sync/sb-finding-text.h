/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-finding.h"
#include "sb-language.h"

G_BEGIN_DECLS

/* What is wrong with the catalogue, in one sentence for the reader in
 * @language, with the number of times; and the records it is about, where there
 * are any. */
char *sb_finding_text (const SbFinding *finding,
                       SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
