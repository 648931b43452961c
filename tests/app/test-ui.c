/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-actor.h"
#include "sb-actors-page.h"
#include "sb-alliances-page.h"
#include "sb-block.h"
#include "sb-briefing-choice-dialog.h"
#include "sb-briefing-dialog.h"
#include "sb-briefing-export-dialog.h"
#include "sb-briefing.h"
#include "sb-briefings-page.h"
#include "sb-catalogue-aid.h"
#include "sb-chronology-page.h"
#include "sb-claims-page.h"
#include "sb-columns-dialog.h"
#include "sb-composer-tray.h"
#include "sb-desk-page.h"
#include "sb-document-filter-bar.h"
#include "sb-document-view.h"
#include "sb-document.h"
#include "sb-documents-page.h"
#include "sb-drawing-bar.h"
#include "sb-drawing-dialog.h"
#include "sb-drawing.h"
#include "sb-event-filter-form.h"
#include "sb-event-list.h"
#include "sb-event-tools.h"
#include "sb-extract.h"
#include "sb-fact-dialog.h"
#include "sb-feed-dialog.h"
#include "sb-feed-editor.h"
#include "sb-feed-row.h"
#include "sb-feed.h"
#include "sb-feeds-page.h"
#include "sb-find-dialog.h"
#include "sb-go-to.h"
#include "sb-illustration-card.h"
#include "sb-issue-dialog.h"
#include "sb-issues-dialog.h"
#include "sb-map-days-dialog.h"
#include "sb-map-page.h"
#include "sb-map-server-dialog.h"
#include "sb-map-view.h"
#include "sb-merge-dialog.h"
#include "sb-name-card.h"
#include "sb-name-dialog.h"
#include "sb-operation-bar.h"
#include "sb-operation-row.h"
#include "sb-outline-row.h"
#include "sb-reader.h"
#include "sb-reading-pane.h"
#include "sb-record-builder.h"
#include "sb-record-dialog.h"
#include "sb-record-row.h"
#include "sb-record-sheet.h"
#include "sb-record-view.h"
#include "sb-refresh-dialog.h"
#include "sb-road-panel.h"
#include "sb-saved-search-dialog.h"
#include "sb-section-editor.h"
#include "sb-service-dialog.h"
#include "sb-service-query.h"
#include "sb-sign-in-dialog.h"
#include "sb-test-desk.h"
#include "sb-test-names.h"
#include "sb-time-player.h"
#include "sb-translation-dialog.h"

/* Frames in which a widget may find out what is wrong with it. */
#define N_FRAMES 3

typedef struct
{
  SbApplication *application;
  SbContext *context;
  SbSession *session;
  SbMoment *moment;
} Desk;

static GtkWidget *
create_page (Desk *desk,
             GType type)
{
  return g_object_new (type, "context", desk->context, "session", desk->session, "moment", desk->moment, NULL);
}

static GtkWidget *
create_actors_page (Desk *desk)
{
  return create_page (desk, SB_TYPE_ACTORS_PAGE);
}

/* For an actor among those of the catalogue. */
static GtkWidget *
create_merge_dialog (Desk *desk)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_actor_schema);
  g_autoptr (SbRecord) actor = NULL;

  sb_record_builder_set_id (builder, 1);
  actor = sb_record_builder_end (builder);
  return GTK_WIDGET (sb_merge_dialog_new (actor, sb_moment_get_actors (desk->moment)));
}

static GtkWidget *
create_briefings_page (Desk *desk)
{
  return create_page (desk, SB_TYPE_BRIEFINGS_PAGE);
}

static GtkWidget *
create_briefing_dialog (Desk *desk)
{
  return GTK_WIDGET (sb_briefing_dialog_new (sb_context_get_catalogue (desk->context), desk->session));
}

static GtkWidget *
create_briefing_choice_dialog (Desk *desk)
{
  return GTK_WIDGET (sb_briefing_choice_dialog_new (sb_context_get_catalogue (desk->context)));
}

static GtkWidget *
create_briefing_export_dialog (Desk *desk)
{
  return GTK_WIDGET (sb_briefing_export_dialog_new (sb_context_get_settings (desk->context), 3));
}

static SbRecord *
create_briefing (void)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_briefing_schema);

  sb_record_builder_set_text (builder, SB_BRIEFING_TEMPLATE, "letter");
  return sb_record_builder_end (builder);
}

static GtkWidget *
create_issue_dialog (Desk *desk)
{
  g_autoptr (SbRecord) briefing = create_briefing ();

  return GTK_WIDGET (sb_issue_dialog_new (sb_context_get_catalogue (desk->context), briefing, SB_PAPER_A4, NULL));
}

static GtkWidget *
create_refresh_dialog (Desk *desk)
{
  g_autoptr (SbBilingual) made_from = sb_bilingual_new ("Deux blocus.", "Two blockades.");
  g_autoptr (SbBilingual) made = sb_bilingual_new ("Trois blocus.", "Three blockades.");

  return GTK_WIDGET (sb_refresh_dialog_new (made_from, made_from, made));
}

static GtkWidget *
create_issues_dialog (Desk *desk)
{
  g_autoptr (SbRecord) briefing = create_briefing ();

  return GTK_WIDGET (sb_issues_dialog_new (desk->context, briefing, NULL));
}

static GtkWidget *
create_composer_tray (Desk *desk)
{
  GtkWidget *tray = sb_composer_tray_new ();

  sb_composer_tray_set_model (SB_COMPOSER_TRAY (tray), sb_moment_get_events (desk->moment));
  return tray;
}

/* Of a briefing in which all is as in its template. */
static SbOutline *
create_outline (void)
{
  g_autoptr (SbTemplate) template = sb_template_new ("letter", NULL);
  g_autoptr (SbRecord) briefing = create_briefing ();

  return sb_outline_new (template, briefing);
}

static GtkWidget *
create_outline_row (Desk *desk)
{
  g_autoptr (SbOutline) outline = create_outline ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = sb_outline_row_new ();

  sb_outline_row_set_entry (SB_OUTLINE_ROW (row), sb_outline_get_entry (outline, 1), SB_LANGUAGE_FR);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return list;
}

/* A text, in which there is something to write. */
static GtkWidget *
create_section_editor (Desk *desk)
{
  g_autoptr (SbOutline) outline = create_outline ();
  GtkWidget *editor = sb_section_editor_new ();

  sb_section_editor_show (SB_SECTION_EDITOR (editor), outline, "introduction", 3);
  return editor;
}

static GtkWidget *
create_chronology_page (Desk *desk)
{
  return create_page (desk, SB_TYPE_CHRONOLOGY_PAGE);
}

static GtkWidget *
create_claims_page (Desk *desk)
{
  return create_page (desk, SB_TYPE_CLAIMS_PAGE);
}

static GtkWidget *
create_desk_page (Desk *desk)
{
  return create_page (desk, SB_TYPE_DESK_PAGE);
}

static GtkWidget *
create_documents_page (Desk *desk)
{
  return create_page (desk, SB_TYPE_DOCUMENTS_PAGE);
}

static GtkWidget *
create_document_filter_bar (Desk *desk)
{
  GtkWidget *bar = g_object_new (SB_TYPE_DOCUMENT_FILTER_BAR, NULL);

  sb_document_filter_bar_connect (SB_DOCUMENT_FILTER_BAR (bar), desk->context);
  return bar;
}

static GtkWidget *
create_document_view (Desk *desk)
{
  g_autoptr (SbRecordPages) pages = sb_record_pages_new (sb_context_get_catalogue (desk->context));
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_DOCUMENT);
  GtkWidget *view = g_object_new (SB_TYPE_DOCUMENT_VIEW, NULL);

  sb_record_pages_set_query (pages, query);
  sb_document_view_set_model (SB_DOCUMENT_VIEW (view), pages);
  return view;
}

static GtkWidget *
create_reading_pane (Desk *desk)
{
  GtkWidget *pane = g_object_new (SB_TYPE_READING_PANE, NULL);
  GtkWidget *page = g_object_ref_sink (create_page (desk, SB_TYPE_DOCUMENTS_PAGE));

  sb_reading_pane_connect (SB_READING_PANE (pane), SB_PAGE (page));
  g_object_set_data_full (G_OBJECT (pane), "page", page, g_object_unref);
  return pane;
}

static GtkWidget *
create_saved_search_dialog (Desk *desk)
{
  const SbSavedSearch search = { .name = (char *) "Kayes", .query = (char *) "blocus kayes" };

  return GTK_WIDGET (sb_saved_search_dialog_new (sb_context_get_saved_searches (desk->context), &search));
}

static GtkWidget *
create_feeds_page (Desk *desk)
{
  return create_page (desk, SB_TYPE_FEEDS_PAGE);
}

static GtkWidget *
create_map_page (Desk *desk)
{
  return create_page (desk, SB_TYPE_MAP_PAGE);
}

static GtkWidget *
create_alliances_page (Desk *desk)
{
  return create_page (desk, SB_TYPE_ALLIANCES_PAGE);
}

static SbRecord *
create_document (void)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);
  SbRecordBuilder *attachment = sb_record_builder_new (&sb_document_attachment_schema);

  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, "Blocus de Kayes");
  sb_record_builder_set_text (attachment, SB_ATTACHMENT_URL, "https://presse.example/rapport.pdf");
  sb_record_builder_set_text (attachment, SB_ATTACHMENT_NAME, "rapport.pdf");
  sb_record_builder_take_item (builder, SB_DOCUMENT_ATTACHMENTS, sb_record_builder_end (attachment));
  return sb_record_builder_end (builder);
}

static GPtrArray *
create_blocks (void)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);

  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, "Les camions attendent à Diboli.", NULL));
  return blocks;
}

static GtkWidget *
create_fact_dialog (Desk *desk)
{
  g_autoptr (SbRecord) document = create_document ();
  g_autoptr (GPtrArray) blocks = create_blocks ();

  return GTK_WIDGET (sb_fact_dialog_new (sb_context_get_catalogue (desk->context), document, blocks, NULL, 4, 11));
}

static GtkWidget *
create_record_dialog (Desk *desk)
{
  g_autoptr (SbRecord) document = create_document ();
  g_autoptr (SbRef) ref = sb_record_dup_ref (document);

  return GTK_WIDGET (sb_record_dialog_new (sb_context_get_catalogue (desk->context), ref));
}

static GtkWidget *
create_event_filter_form (Desk *desk)
{
  GtkWidget *form = g_object_new (SB_TYPE_EVENT_FILTER_FORM, NULL);

  sb_event_filter_form_set_session (SB_EVENT_FILTER_FORM (form), desk->session);
  sb_event_filter_form_set_actors (SB_EVENT_FILTER_FORM (form), sb_moment_get_actors (desk->moment));
  return form;
}

static GtkWidget *
create_event_list (Desk *desk)
{
  GtkWidget *list = sb_event_list_new ();
  SbEventModel *model = sb_moment_get_event_model (desk->moment);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  SbEventSpot spot;

  for (guint row = 0; row < MIN (sb_event_index_get_n_rows (sb_event_model_get_index (model)), 40); row++)
    {
      sb_event_index_get_spot (sb_event_model_get_index (model), row, &spot);
      g_array_append_val (ids, spot.id);
    }

  sb_event_list_set_session (SB_EVENT_LIST (list), desk->session);
  sb_event_list_show (SB_EVENT_LIST (list), sb_event_model_get_source (model), ids, "40");
  return list;
}

static GtkWidget *
create_event_tools (Desk *desk)
{
  return g_object_new (SB_TYPE_EVENT_TOOLS, NULL);
}

static GtkWidget *
create_time_player (Desk *desk)
{
  GtkWidget *player = g_object_new (SB_TYPE_TIME_PLAYER, NULL);

  sb_time_player_set_session (SB_TIME_PLAYER (player), desk->session);
  return player;
}

static GtkWidget *
create_feed_dialog (Desk *desk)
{
  g_autoptr (SbSync) sync = sb_sync_new (sb_context_get_catalogue (desk->context));

  return GTK_WIDGET (sb_feed_dialog_new (sync));
}

static GtkWidget *
create_service_dialog (Desk *desk)
{
  g_autoptr (SbSync) sync = sb_sync_new (sb_context_get_catalogue (desk->context));

  return GTK_WIDGET (sb_service_dialog_new (sync));
}

static GtkWidget *
create_sign_in_dialog (Desk *desk)
{
  g_autoptr (SbSync) sync = sb_sync_new (sb_context_get_catalogue (desk->context));

  return GTK_WIDGET (sb_sign_in_dialog_new (sync, sb_service_get (SB_FEED_KIND_HAPI)));
}

static GtkWidget *
create_columns_dialog (Desk *desk)
{
  return GTK_WIDGET (sb_columns_dialog_new ("/nowhere/table.csv", "/nowhere"));
}

static GtkWidget *
create_map_server_dialog (Desk *desk)
{
  return GTK_WIDGET (sb_map_server_dialog_new (sb_context_get_map_backgrounds (desk->context)));
}

static GtkWidget *
create_map_days_dialog (Desk *desk)
{
  g_autoptr (SbFormAid) aid = sb_catalogue_aid_new (sb_context_get_catalogue (desk->context), NULL);

  return GTK_WIDGET (sb_map_days_dialog_new (aid, 20000));
}

/* The tools and the list of what is drawn stand over a map. */
static GtkWidget *
create_drawing_bar (Desk *desk)
{
  GtkWidget *map = g_object_ref_sink (sb_map_view_new ());
  GtkWidget *bar = sb_drawing_bar_new (sb_map_view_get_drawings (SB_MAP_VIEW (map)));

  g_object_set_data_full (G_OBJECT (bar), "map", map, g_object_unref);
  return bar;
}

static GtkWidget *
create_drawing_dialog (Desk *desk)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_drawing_schema);
  g_autoptr (SbRecord) drawing = NULL;

  sb_record_builder_set_term (builder, SB_DRAWING_KIND, SB_DRAWING_KIND_LABEL);
  drawing = sb_record_builder_end (builder);
  return GTK_WIDGET (sb_drawing_dialog_new (sb_context_get_catalogue (desk->context), drawing, 20600));
}

static GtkWidget *
create_find_dialog (Desk *desk)
{
  g_autoptr (SbFinder) finder = sb_finder_new (sb_context_get_catalogue (desk->context));

  return GTK_WIDGET (sb_find_dialog_new (finder, NULL));
}

static GtkWidget *
create_go_to (Desk *desk)
{
  return sb_go_to_new ();
}

static GtkWidget *
create_service_query (Desk *desk)
{
  SbServiceQuery *query = g_object_new (SB_TYPE_SERVICE_QUERY, NULL);

  sb_service_query_set_service (query, sb_service_get (SB_FEED_KIND_UCDP));
  return GTK_WIDGET (query);
}

static GtkWidget *
create_feed_row (Desk *desk)
{
  g_autoptr (SbFeedCounts) counts = sb_feed_counts_new (sb_context_get_catalogue (desk->context));
  SbRecordBuilder *builder = sb_record_builder_new (&sb_feed_schema);
  g_autoptr (SbRecord) feed = NULL;
  GtkWidget *row = sb_feed_row_new (counts, NULL);

  sb_record_builder_set_id (builder, 7);
  sb_record_builder_set_text (builder, SB_FEED_URL, "https://www.example.org/feed");
  sb_record_builder_set_text (builder, SB_FEED_TITLE, "Le fil");
  feed = sb_record_builder_end (builder);
  sb_feed_row_set_feed (SB_FEED_ROW (row), feed);
  return row;
}

static GtkWidget *
create_feed_editor (Desk *desk)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_feed_schema);
  g_autoptr (SbRecord) feed = NULL;

  sb_record_builder_set_id (builder, 7);
  sb_record_builder_set_text (builder, SB_FEED_URL, "https://api.reliefweb.int/v2/?countries=ML");
  sb_record_builder_set_text (builder, SB_FEED_QUERY, "countries=ML");
  sb_record_builder_set_term (builder, SB_FEED_KIND, SB_FEED_KIND_RELIEFWEB);
  feed = sb_record_builder_end (builder);
  return GTK_WIDGET (sb_feed_editor_new (sb_context_get_catalogue (desk->context), feed));
}

static GtkWidget *
create_map_view (Desk *desk)
{
  GtkWidget *map = sb_map_view_new ();

  sb_map_view_set_session (SB_MAP_VIEW (map), desk->session);
  sb_map_view_set_events (SB_MAP_VIEW (map), sb_moment_get_event_model (desk->moment), sb_moment_get_actors (desk->moment));
  return map;
}

static GtkWidget *
create_operation_bar (Desk *desk)
{
  GtkWidget *bar = sb_operation_bar_new ();

  sb_operation_bar_set_operations (SB_OPERATION_BAR (bar), G_LIST_MODEL (sb_context_get_operations (desk->context)));
  return bar;
}

static GtkWidget *
create_operation_row (Desk *desk)
{
  g_autoptr (SbOperation) operation = sb_operation_new ("Fetching");

  return sb_operation_row_new (operation);
}

/* Of the document that is read. */
static GtkWidget *
create_attachment_row (Desk *desk)
{
  g_autoptr (SbRecord) document = create_document ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_append (GTK_LIST_BOX (list), sb_attachment_row_new (sb_record_get_item (document, SB_DOCUMENT_ATTACHMENTS, 0)));
  return list;
}

static GtkWidget *
create_illustration_card (Desk *desk)
{
  g_autoptr (SbIllustration) illustration = sb_illustration_new ("https://presse.example/camions.jpg", "Des camions", 0);
  GtkWidget *card = sb_illustration_card_new (illustration);

  sb_illustration_card_set_width (SB_ILLUSTRATION_CARD (card), 300);
  return card;
}

static GtkWidget *
create_reader (Desk *desk)
{
  g_autoptr (SbRecord) document = create_document ();
  g_autoptr (GPtrArray) blocks = create_blocks ();
  GtkWidget *reader = sb_reader_new ();

  sb_reader_set_document (SB_READER (reader), document, blocks);
  return reader;
}

/* At a button, because it is a popover. */
static GtkWidget *
create_name_card (Desk *desk)
{
  static const SbReaderMark mark = { .kind = SB_READER_MARK_PLACE, .end = 5, .name = (char *) "Kayes" };
  const SbNameTold told = { .words = "Kayes", .mark = &mark, .n_documents = 3, .n_here = 1, .has_rule = TRUE, .can_write = TRUE };
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *card = sb_name_card_new ();

  sb_name_card_set_told (SB_NAME_CARD (card), &told);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), "Kayes");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Kayes", -1);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), card);
  return button;
}

static GtkWidget *
create_name_dialog (Desk *desk)
{
  return GTK_WIDGET (sb_name_dialog_new (sb_context_get_catalogue (desk->context), "GSIM", SB_KIND_ACTOR, FALSE, TRUE));
}

static GtkWidget *
create_translation_dialog (Desk *desk)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_extract_schema);
  g_autoptr (SbRecord) extract = NULL;

  sb_record_builder_set_text (builder, SB_EXTRACT_QUOTE, "Bamako ne tombera pas.");
  extract = sb_record_builder_end (builder);
  return GTK_WIDGET (sb_translation_dialog_new (sb_context_get_catalogue (desk->context), extract, 0, SB_LANGUAGE_EN));
}

static GtkWidget *
create_record_row (Desk *desk)
{
  g_autoptr (SbRecord) event = sb_test_event_new (1, "Titre", "Title", "2025-09-03", -8, 12.65);
  GtkWidget *row = sb_record_row_new ();

  sb_record_row_set_record (SB_RECORD_ROW (row), event);
  return row;
}

static GtkWidget *
create_record_sheet (Desk *desk)
{
  g_autoptr (SbRecord) event = sb_test_event_new (1, "Titre", "Title", "2025-09-03", -8, 12.65);
  GtkWidget *sheet = sb_record_sheet_new ();

  sb_record_sheet_set_session (SB_RECORD_SHEET (sheet), desk->session);
  sb_record_sheet_set_record (SB_RECORD_SHEET (sheet), event, NULL);
  return sheet;
}

static GtkWidget *
create_road_panel (Desk *desk)
{
  return sb_road_panel_new ();
}

static GtkWidget *
create_record_view (Desk *desk)
{
  return g_object_new (SB_TYPE_RECORD_VIEW,
                       "label", "Actors",
                       "model", sb_moment_get_actors (desk->moment),
                       "session", desk->session,
                       NULL);
}

static GtkWidget *
create_shortcuts (Desk *desk)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/example/SahelBrief/ui/sb-shortcuts.ui");

  return GTK_WIDGET (gtk_builder_get_object (builder, "shortcuts"));
}

static GtkWidget *
create_window (Desk *desk)
{
  return GTK_WIDGET (sb_window_new (desk->application, desk->context));
}

/* One for each file in ui/; a file without one fails the test below. */
static const struct
{
  const char *file;
  GtkWidget *(*create) (Desk *desk);
} faces[] = {
  { "sb-actors-page.ui", create_actors_page },
  { "sb-alliances-page.ui", create_alliances_page },
  { "sb-briefing-choice-dialog.ui", create_briefing_choice_dialog },
  { "sb-briefing-dialog.ui", create_briefing_dialog },
  { "sb-briefing-export-dialog.ui", create_briefing_export_dialog },
  { "sb-briefings-page.ui", create_briefings_page },
  { "sb-chronology-page.ui", create_chronology_page },
  { "sb-claims-page.ui", create_claims_page },
  { "sb-columns-dialog.ui", create_columns_dialog },
  { "sb-composer-tray.ui", create_composer_tray },
  { "sb-day-button.ui", create_time_player },
  { "sb-desk-page.ui", create_desk_page },
  { "sb-document-filter-bar.ui", create_document_filter_bar },
  { "sb-document-view.ui", create_document_view },
  { "sb-documents-page.ui", create_documents_page },
  { "sb-event-filter-form.ui", create_event_filter_form },
  { "sb-event-list.ui", create_event_list },
  { "sb-event-tools.ui", create_event_tools },
  { "sb-fact-dialog.ui", create_fact_dialog },
  { "sb-feed-dialog.ui", create_feed_dialog },
  { "sb-find-dialog.ui", create_find_dialog },
  { "sb-form-dialog.ui", create_sign_in_dialog },
  { "sb-service-dialog.ui", create_service_dialog },
  { "sb-service-query.ui", create_service_query },
  { "sb-sign-in-dialog.ui", create_sign_in_dialog },
  { "sb-feed-editor.ui", create_feed_editor },
  { "sb-feed-row.ui", create_feed_row },
  { "sb-feeds-page.ui", create_feeds_page },
  { "sb-drawing-bar.ui", create_drawing_bar },
  { "sb-drawing-dialog.ui", create_drawing_dialog },
  { "sb-go-to.ui", create_go_to },
  { "sb-imprint-form.ui", create_briefings_page },
  { "sb-issue-dialog.ui", create_issue_dialog },
  { "sb-issues-dialog.ui", create_issues_dialog },
  { "sb-logo-field.ui", create_briefings_page },
  { "sb-map-layer-panel.ui", create_map_view },
  { "sb-map-page.ui", create_map_page },
  { "sb-map-days-dialog.ui", create_map_days_dialog },
  { "sb-map-server-dialog.ui", create_map_server_dialog },
  { "sb-merge-dialog.ui", create_merge_dialog },
  { "sb-map-view.ui", create_map_view },
  { "sb-name-card.ui", create_name_card },
  { "sb-name-dialog.ui", create_name_dialog },
  { "sb-operation-bar.ui", create_operation_bar },
  { "sb-operation-row.ui", create_operation_row },
  { "sb-attachment-row.ui", create_attachment_row },
  { "sb-outline-row.ui", create_outline_row },
  { "sb-illustration-card.ui", create_illustration_card },
  { "sb-reader.ui", create_reader },
  { "sb-reading-pane.ui", create_reading_pane },
  { "sb-saved-search-dialog.ui", create_saved_search_dialog },
  { "sb-record-dialog.ui", create_record_dialog },
  { "sb-record-row.ui", create_record_row },
  { "sb-record-sheet.ui", create_record_sheet },
  { "sb-record-view.ui", create_record_view },
  { "sb-refresh-dialog.ui", create_refresh_dialog },
  { "sb-road-panel.ui", create_road_panel },
  { "sb-section-editor.ui", create_section_editor },
  { "sb-shortcuts.ui", create_shortcuts },
  { "sb-time-player.ui", create_time_player },
  { "sb-translation-dialog.ui", create_translation_dialog },
  { "sb-window.ui", create_window },
};

static void
test_every_file (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("SB_SOURCE_ROOT"), "ui", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      gboolean is_known = !g_str_has_suffix (name, ".ui");

      for (guint i = 0; i < G_N_ELEMENTS (faces); i++)
        is_known = is_known || g_str_equal (name, faces[i].file);

      g_test_message ("file %s", name);
      g_assert_true (is_known);
    }
}

static void
show_face (Desk *desk,
           guint face,
           GString *unnamed)
{
  GtkWidget *widget = faces[face].create (desk);
  GtkWindow *window;
  gpointer watched = widget;

  g_test_message ("file %s", faces[face].file);
  g_object_add_weak_pointer (G_OBJECT (widget), &watched);
  if (GTK_IS_WINDOW (widget))
    {
      window = GTK_WINDOW (widget);
      gtk_window_present (window);
    }
  else
    {
      window = sb_test_show (widget, 1000, 700);
    }

  for (guint i = 0; i < N_FRAMES; i++)
    sb_test_wait_for_frame (GTK_WIDGET (window));

  sb_test_collect_unnamed (GTK_WIDGET (window), faces[face].file, unnamed);
  gtk_window_destroy (window);
  sb_test_wait (sb_test_is_null, &watched);
}

static gboolean
has_events (gpointer data)
{
  return g_list_model_get_n_items (sb_moment_get_events (data)) > 0 &&
         sb_event_model_get_index (sb_moment_get_event_model (data)) != NULL;
}

static Desk *
desk_new (void)
{
  Desk *desk = g_new0 (Desk, 1);

  desk->application = sb_test_desk_start ();
  desk->context = sb_application_get_context (desk->application);
  desk->session = sb_session_new ();
  sb_session_set_period (desk->session, 20000, 20700);
  desk->moment = sb_moment_new (sb_context_get_catalogue (desk->context), sb_context_get_events (desk->context), desk->session);
  sb_test_wait (has_events, desk->moment);
  return desk;
}

static void
desk_free (Desk *desk)
{
  g_assert_finalize_object (desk->moment);
  g_assert_finalize_object (desk->session);
  sb_test_desk_stop (desk->application);
  g_free (desk);
}

typedef struct
{
  const char *path;
  SbLanguage language;
  gboolean is_dark;
} Look;

static void
test_look (gconstpointer data)
{
  const Look *look = data;
  Desk *desk;
  g_autoptr (GString) unnamed = g_string_new (NULL);

  sb_test_screen_set_language (look->language);
  sb_test_screen_set_dark (look->is_dark);
  desk = desk_new ();
  for (guint i = 0; i < G_N_ELEMENTS (faces); i++)
    show_face (desk, i, unnamed);

  desk_free (desk);
  g_assert_cmpstr (unnamed->str, ==, "");
}

/* Each of its sections can be shown, however many keys it has: GTK warns of one that it
 * has no room for. */
static void
test_shortcuts (void)
{
  static const char *const sections[] = { "window", "documents", "views", "briefing" };
  Desk *desk;
  GtkWidget *window;
  gpointer watched;

  sb_test_screen_set_language (SB_LANGUAGE_FR);
  desk = desk_new ();
  watched = window = create_shortcuts (desk);
  g_object_add_weak_pointer (G_OBJECT (window), &watched);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autofree char *shown = NULL;

      g_object_set (window, "section-name", sections[i], NULL);
      for (guint j = 0; j < N_FRAMES; j++)
        sb_test_wait_for_frame (window);
      g_object_get (window, "section-name", &shown, NULL);
      g_assert_cmpstr (shown, ==, sections[i]);
    }

  gtk_window_destroy (GTK_WINDOW (window));
  sb_test_wait (sb_test_is_null, &watched);
  desk_free (desk);
}

int
main (int argc,
      char *argv[])
{
  static const Look looks[] = {
    { "/app/ui/english", SB_LANGUAGE_EN, FALSE },
    { "/app/ui/french", SB_LANGUAGE_FR, FALSE },
    { "/app/ui/french-dark", SB_LANGUAGE_FR, TRUE },
  };

  sb_test_desk_init (&argc, &argv);
  g_test_add_func ("/app/ui/every-file", test_every_file);
  g_test_add_func ("/app/ui/shortcuts", test_shortcuts);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    g_test_add_data_func (looks[i].path, &looks[i], test_look);

  return sb_test_screen_run ();
}
