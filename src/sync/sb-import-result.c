/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-import-result.h"

G_DEFINE_BOXED_TYPE (SbImportResult, sb_import_result, sb_import_result_copy, sb_import_result_free)

static void
rejection_free (gpointer data)
{
  SbImportRejection *rejection = data;

  g_free (rejection->reason);
  g_free (rejection);
}

SbImportResult *
sb_import_result_new (void)
{
  SbImportResult *result = g_new0 (SbImportResult, 1);

  result->rejections = g_ptr_array_new_with_free_func (rejection_free);
  return result;
}

SbImportResult *
sb_import_result_copy (const SbImportResult *self)
{
  SbImportResult *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = sb_import_result_new ();
  copy->file = g_strdup (self->file);
  copy->kind = self->kind;
  copy->counts = self->counts;
  copy->n_withdrawn = self->n_withdrawn;
  copy->is_data = self->is_data;
  copy->document = self->document;
  copy->error = self->error != NULL ? g_error_copy (self->error) : NULL;
  for (guint i = 0; i < self->rejections->len; i++)
    {
      const SbImportRejection *rejection = g_ptr_array_index (self->rejections, i);

      sb_import_result_reject (copy, rejection->line, rejection->reason);
    }

  return copy;
}

void
sb_import_result_free (SbImportResult *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->file);
  g_clear_pointer (&self->rejections, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self);
}

void
sb_import_result_reject (SbImportResult *self,
                         guint line,
                         const char *reason)
{
  SbImportRejection *rejection;

  g_return_if_fail (self != NULL);

  rejection = g_new0 (SbImportRejection, 1);
  rejection->line = line;
  rejection->reason = g_strdup (reason);
  g_ptr_array_add (self->rejections, rejection);
}
