/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <json-glib/json-glib.h>

#include "sb-record.h"

G_BEGIN_DECLS

/* The files that are published with a document, as the command line shows them. */

/* "sitrep-12.pdf · PDF · 1.4 MB · https://…" */
char *sb_cli_describe_attachment (SbRecord *attachment,
                                  SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/* A line for each attachment of @document, with the number that it is fetched by.
 * @fetched (nullable): what sb_attachments_list_fetched() tells. */
void sb_cli_print_attachments (SbRecord *document,
                               GArray *fetched);
/* Adds to each of @attachments what document it was fetched as. */
void sb_cli_add_fetched (JsonArray *attachments,
                         GArray *fetched);

/* The address of the attachment with the number that @number is, from 1; says so and
 * returns NULL when there is none. */
char *sb_cli_dup_attachment_url (SbRecord *document,
                                 const char *number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
