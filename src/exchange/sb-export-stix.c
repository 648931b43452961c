/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-export-private.h"

#include "sb-stix-kinds.h"
#include "sb-stix-object.h"

/* When the extension was defined first, and last. */
#define DEFINED   "2026-01-01T00:00:00.000Z"
#define REDEFINED "2026-11-28T00:00:00.000Z"
#define SCHEMA    "docs/exports.md of SahelBrief, section stix"

static const struct
{
  SbKind kind;
  SbStixWriteFunc write;
} kinds[] = {
  { SB_KIND_ACTOR, sb_stix_write_actor },
  { SB_KIND_PLACE, sb_stix_write_place },
  { SB_KIND_EVENT, sb_stix_write_event },
  { SB_KIND_RESTRICTION, sb_stix_write_restriction },
  { SB_KIND_RELATION, sb_stix_write_relation },
  { SB_KIND_CONTROL, sb_stix_write_control },
  { SB_KIND_ALLIANCE, sb_stix_write_alliance },
  { SB_KIND_INSTRUMENT, sb_stix_write_instrument },
  { SB_KIND_SCENARIO, sb_stix_write_scenario },
  { SB_KIND_INDICATOR, sb_stix_write_indicator },
  { SB_KIND_CLAIM, sb_stix_write_claim },
  { SB_KIND_FIGURE, sb_stix_write_figure },
  { SB_KIND_JUDGEMENT, sb_stix_write_judgement },
  { SB_KIND_RECOMMENDATION, sb_stix_write_recommendation },
  { SB_KIND_ZONE, sb_stix_write_zone },
  { SB_KIND_DRAWING, sb_stix_write_drawing },
  { SB_KIND_SOURCE, sb_stix_write_source },
  { SB_KIND_DOCUMENT, sb_stix_write_document },
};

typedef struct
{
  SbStixWriter *writer; /* (unowned) */
  SbStixWriteFunc write;
} Call;

static gboolean
write_record (SbExporter *exporter,
              SbRecord *record,
              gpointer data,
              GError **error)
{
  Call *call = data;

  return call->write (call->writer, record, error);
}

/* The extension, and who defines it. */
static gboolean
write_definition (SbExporter *exporter,
                  GError **error)
{
  exporter->n_records += 2;
  return _sb_exporter_write (
    exporter,
    "\n{\"type\":\"identity\",\"spec_version\":\"2.1\",\"id\":\"" SB_STIX_AUTHOR "\",\"created\":\"" DEFINED
    "\",\"modified\":\"" DEFINED "\",\"name\":\"SahelBrief\",\"identity_class\":\"system\"},\n"
    "{\"type\":\"extension-definition\",\"spec_version\":\"2.1\",\"id\":\"" SB_STIX_EXTENSION "\",\"created\":\"" DEFINED
    "\",\"modified\":\"" REDEFINED "\",\"created_by_ref\":\"" SB_STIX_AUTHOR "\",\"name\":\"SahelBrief\",\"description\":"
    "\"Dates as they are known, fatalities, likelihoods and figures; instruments, scenarios and what to watch for; travel advice and drawings.\","
    "\"schema\":\"" SCHEMA "\",\"version\":\"1.2.0\",\"extension_types\":[\"property-extension\",\"new-sdo\"]}",
    error);
}

gboolean
_sb_export_stix (SbExporter *self,
                 GError **error)
{
  g_auto (SbStixWriter) writer = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *end = NULL;

  sb_stix_writer_init (&writer, self);
  if (!_sb_exporter_write (self, "{\"type\":\"bundle\",\"objects\":[", error) || !write_definition (self, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      Call call = { &writer, kinds[i].write };

      if (!_sb_exporter_each (self, kinds[i].kind, write_record, &call, error))
        return FALSE;
    }

  /* Last, because it is called after all that is in it. */
  id = sb_stix_dup_derived_id ("bundle", g_checksum_get_string (writer.sum), "", "");
  end = g_strdup_printf ("\n],\"id\":\"%s\"}\n", id);
  return _sb_exporter_write (self, end, error);
}
