/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-title-order.h"

#include "sb-test-screen.h"

static char *
list_in_order (SbLanguage language)
{
  g_autoptr (GListStore) records = g_list_store_new (SB_TYPE_RECORD);
  static const char *const names[][2] = { { "Allemagne", "Germany" }, { "Éthiopie", "Ethiopia" }, { "Tchad", "Chad" }, { "Zinder", NULL } };
  g_autoptr (GListModel) ordered = NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (SbRecord) record = sb_test_event_new (i + 1, names[i][0], names[i][1], "2025-09-03", -8, 12.65);

      g_list_store_append (records, record);
    }

  sb_test_screen_set_language (language);
  ordered = sb_title_order_new (G_LIST_MODEL (g_object_ref (records)));
  for (guint i = 0; i < g_list_model_get_n_items (ordered); i++)
    {
      g_autoptr (SbRecord) record = g_list_model_get_item (ordered, i);

      g_string_append_printf (text, "%d", (int) sb_record_get_id (record));
    }

  return g_string_free (text, FALSE);
}

static void
test_languages (void)
{
  g_autofree char *french = list_in_order (SB_LANGUAGE_FR);
  g_autofree char *english = list_in_order (SB_LANGUAGE_EN);

  g_assert_cmpstr (french, ==, "1234");
  g_assert_cmpstr (english, ==, "3214");
}

int
main (int argc,
      char *argv[])
{
  sb_test_screen_init (&argc, &argv);
  g_test_add_func ("/widgets/title-order/languages", test_languages);
  return sb_test_screen_run ();
}
