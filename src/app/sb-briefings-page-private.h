/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-block-form.h"
#include "sb-briefings-page.h"
#include "sb-composer-tray.h"
#include "sb-edition-request.h"
#include "sb-fold-box.h"
#include "sb-imprint-form.h"
#include "sb-live-edition.h"
#include "sb-logo-field.h"
#include "sb-outline-list.h"
#include "sb-page-preview.h"
#include "sb-record-list.h"
#include "sb-record-view.h"
#include "sb-section-editor.h"
#include "sb-spelling.h"
#include "sb-subject-field.h"

G_BEGIN_DECLS

/* The fields of the form of what the briefing says of itself. */
#define SB_BRIEFINGS_PAGE_N_FIELDS 9

/* What stands side by side. */
typedef enum
{
  SB_BRIEFINGS_PANE_OUTLINE,
  SB_BRIEFINGS_PANE_PAGES,
  SB_BRIEFINGS_PANE_TEXT,
  SB_BRIEFINGS_PANE_SIDE,
} SbBriefingsPane;

#define SB_N_BRIEFINGS_PANES (SB_BRIEFINGS_PANE_SIDE + 1)

struct _SbBriefingsPage
{
  SbPage parent_instance;

  SbRecordList *briefings; /* (owned) (nullable) */
  SbRecord *briefing; /* (owned) (nullable) the one that is shown, with what was typed since it was stored */
  SbRecord *kept; /* (owned) (nullable) the same as it was read, or stored last */
  SbTemplate *template; /* (owned) (nullable) its template */
  SbOutline *outline; /* (owned) (nullable) what the two make */
  SbLiveEdition *live; /* (owned) (nullable) */
  SbSpelling *spelling; /* (owned) (nullable) */
  SbBasemapPainter *painter; /* (owned) (nullable) */
  SbLanguage language; /* of the pages; the first one, when both are shown */
  guint languages; /* bits 1 << SbLanguage: those of the pages */
  gint64 selected; /* id of the briefing that the session selects; 0 for none */
  gboolean is_filling; /* fields are being filled, not edited */
  gboolean follows_text; /* the pages are to show what is being typed */
  gboolean seeks_chosen; /* the pages are to show the chosen block, once they have it where it was put */
  gboolean is_refreshed; /* a text was refreshed since the last checks */

  /* What is not stored yet; sb-briefings-page-storing.c. */
  char *label; /* (owned) (nullable) of the unit of work */
  guint save_source;
  gint64 unsaved_since; /* monotonic time */
  guint n_writing;
  guint generation; /* of the briefing, to tell an answer that comes too late */
  const char *waiting; /* (nullable) static; the action of the window to do once all is stored */
  gint64 waiting_since; /* monotonic time */

  SbRecordList *tray_records; /* (owned) (nullable) */
  GArray *flags; /* (owned) (nullable) signs on the pages; sb-briefings-page-flags.c */
  GArray *matches; /* (owned) of what is searched for; sb-briefings-page-search.c */

  GtkStack *stack;
  GtkMenuButton *chooser;
  GtkLabel *chooser_label;
  SbRecordView *records;
  GtkToggleButton *french;
  GtkToggleButton *english;
  GtkToggleButton *both;
  GtkCheckButton *in_french;
  GtkCheckButton *in_english;
  SbBriefingsPane pane; /* that is shown where there is no room for all */
  SbFoldBox *fold;
  GtkWidget *panes; /* where it is chosen then */
  GtkToggleButton *pane_buttons[SB_N_BRIEFINGS_PANES];
  GtkWidget *text;
  GtkWidget *side_box;
  GtkPaned *outline_paned;
  GtkPaned *tray_paned;
  GtkPaned *text_paned;
  SbOutlineList *outline_list;
  GtkMenuButton *add_button;
  GtkListBox *kinds;
  SbPagePreview *preview;
  SbSectionEditor *editor;
  SbBlockForm *form; /* not owned; in editor */
  GtkSearchBar *search_bar;
  GtkEditable *sought;
  GtkEditable *replacement;
  GtkLabel *n_found;
  GtkStack *side;
  SbComposerTray *tray;
  GtkEditable *fields[SB_BRIEFINGS_PAGE_N_FIELDS];
  GtkWidget *place_label;
  SbSubjectField *place;
  GtkWidget *actor_label;
  SbSubjectField *actor;
  GtkLabel *period;
  SbImprintForm *imprint;
  SbLogoField *logo;
  GtkLabel *findings;
  GtkListBox *points;
  GtkListBox *comments;
  GtkEditable *comment;
};

SbPaper _sb_briefings_page_get_paper (SbBriefingsPage *self);
/* Shows another briefing, or none; what was typed in the last one is stored. */
void _sb_briefings_page_show (SbBriefingsPage *self,
                              SbRecord *briefing);
/* Where a briefing is selected, it is to be the one that is shown, so that another one can
 * be chosen. */
void _sb_briefings_page_select_shown (SbBriefingsPage *self);
/* The briefing that is shown was deleted elsewhere: another one is shown, or none. */
void _sb_briefings_page_lose (SbBriefingsPage *self);
/* The briefing that is shown is another state of itself. */
void _sb_briefings_page_update (SbBriefingsPage *self,
                                SbRecord *briefing);
/* Composes what is there now. */
void _sb_briefings_page_compose (SbBriefingsPage *self);

/* Keeps an edit, which is taken over: it is shown at once, and stored when nothing was
 * typed for a while. NULL is an edit that could not be done. @label names it to the user. */
void _sb_briefings_page_take_edit (SbBriefingsPage *self,
                                   SbRecord *edited,
                                   const char *label);
/* Stores what is not stored yet. */
void _sb_briefings_page_flush (SbBriefingsPage *self);
/* Reads what is stored, after somebody else changed it. */
void _sb_briefings_page_refresh (SbBriefingsPage *self);
/* Undoes or redoes, by the action of the window, once all is stored. */
void _sb_briefings_page_undo (SbBriefingsPage *self,
                              const char *action);
/* Does what waits for that, if it can be done by now. */
void _sb_briefings_page_undo_waiting (SbBriefingsPage *self);

/* Outline, pages and text of one block; sb-briefings-page-blocks.c. */
void _sb_briefings_page_class_init_blocks (GtkWidgetClass *widget_class);
void _sb_briefings_page_show_blocks (SbBriefingsPage *self);
void _sb_briefings_page_choose_block (SbBriefingsPage *self,
                                      const char *name);
/* Marks the block on the pages, and scrolls there if it @is_sought: TRUE, if the pages
 * have it. */
gboolean _sb_briefings_page_mark_block (SbBriefingsPage *self,
                                        gboolean is_sought);

/* Panes in a narrow window; sb-briefings-page-panes.c. */
void _sb_briefings_page_class_init_panes (GtkWidgetClass *widget_class);
/* Shows a pane where only one is shown at a time. */
void _sb_briefings_page_show_pane (SbBriefingsPage *self,
                                   SbBriefingsPane pane);

/* The keys of the block that is chosen; sb-briefings-page-keys.c. */
void _sb_briefings_page_init_keys (SbBriefingsPage *self);
void _sb_briefings_page_connect_keys (SbBriefingsPage *self);
void _sb_briefings_page_show_keys (SbBriefingsPage *self);
/* After the pages were composed anew. */
void _sb_briefings_page_update_keys (SbBriefingsPage *self);
/* Whether a strip of key figures is chosen, which then has @record as well; FALSE for what
 * is no figure. */
gboolean _sb_briefings_page_add_key_figure (SbBriefingsPage *self,
                                            SbRecord *record);

/* Shows the block that is chosen in the outline, and scrolls the pages to it. */
void _sb_briefings_page_show_chosen (SbBriefingsPage *self);

/* What is put in between; sb-briefings-page-adding.c. */
void _sb_briefings_page_class_init_adding (GtkWidgetClass *widget_class);
void _sb_briefings_page_init_adding (SbBriefingsPage *self);
/* A new block behind the one that is chosen, which says @texts by language, in those that
 * the briefing is printed in. It is chosen then. */
void _sb_briefings_page_add_text (SbBriefingsPage *self,
                                  const char *const *texts);
/* The same at a place of the outline. */
void _sb_briefings_page_add_text_at (SbBriefingsPage *self,
                                     const char *const *texts,
                                     const char *parent,
                                     guint position);
/* Chooses what is at a point of the pages, and puts the cursor there. */
void _sb_briefings_page_choose_point (SbBriefingsPage *self,
                                      guint sheet,
                                      double x,
                                      double y);

/* In which languages it is printed, and which pages are looked at;
 * sb-briefings-page-languages.c. */
void _sb_briefings_page_class_init_languages (GtkWidgetClass *widget_class);
void _sb_briefings_page_connect_languages (SbBriefingsPage *self);
/* After the briefing changed: pages that it does not have are not looked at. */
void _sb_briefings_page_update_languages (SbBriefingsPage *self);
/* The languages that the briefing is printed in, bits 1 << SbLanguage. */
guint _sb_briefings_page_get_languages (SbBriefingsPage *self);

/* What the briefing says of itself; sb-briefings-page-form.c. */
void _sb_briefings_page_class_init_form (GtkWidgetClass *widget_class);
void _sb_briefings_page_fill_form (SbBriefingsPage *self);

/* Which region or actor it is about; sb-briefings-page-subject.c. */
void _sb_briefings_page_class_init_subject (GtkWidgetClass *widget_class);
void _sb_briefings_page_connect_subject (SbBriefingsPage *self);
void _sb_briefings_page_show_subject (SbBriefingsPage *self);
/* What its pages say of it: period, cutoff, subtitle, series, logo;
 * sb-briefings-page-imprint.c. */
void _sb_briefings_page_class_init_imprint (GtkWidgetClass *widget_class);
void _sb_briefings_page_fill_imprint (SbBriefingsPage *self);
/* A new briefing with a data cutoff, and with the author, the institution and its logo of
 * the briefing that was written last. */
SbRecord *_sb_briefings_page_propose_imprint (SbBriefingsPage *self,
                                              SbRecord *briefing) G_GNUC_WARN_UNUSED_RESULT;

/* What can be put into a text; sb-briefings-page-tray.c. */
void _sb_briefings_page_class_init_tray (GtkWidgetClass *widget_class);
void _sb_briefings_page_update_tray (SbBriefingsPage *self);
/* An SbCitationNameFunc; @data is the page. */
char *_sb_briefings_page_name_citation (const char *uuid,
                                        gpointer data);
void _sb_briefings_page_load_names (SbBriefingsPage *self);

/* Points to settle and comments; sb-briefings-page-points.c. */
void _sb_briefings_page_class_init_points (GtkWidgetClass *widget_class);
/* Leads to the days of the imprint, which are in no block. */
void _sb_briefings_page_go_to_imprint (SbBriefingsPage *self);
/* Leads to the block, and to a line of its text in one of the languages (bits 1 <<
 * SbLanguage); 0 for the block as a whole. */
void _sb_briefings_page_go_to (SbBriefingsPage *self,
                               const char *block,
                               guint line,
                               guint languages);
void _sb_briefings_page_show_points (SbBriefingsPage *self);

/* Signs on the pages beside what has no source; sb-briefings-page-flags.c. */
void _sb_briefings_page_class_init_flags (GtkWidgetClass *widget_class);
/* @findings (nullable) as they are listed. */
void _sb_briefings_page_show_flags (SbBriefingsPage *self,
                                    GPtrArray *findings);

/* Translations of what is quoted; sb-briefings-page-translating.c. */
void _sb_briefings_page_class_init_translating (GtkWidgetClass *widget_class);
/* What settles a finding, where that is a translation; else NULL. */
GtkWidget *_sb_briefings_page_create_translate_button (SbBriefingsPage *self,
                                                       const SbBriefingFinding *finding);

/* Find and replace; sb-briefings-page-search.c. */
void _sb_briefings_page_class_init_search (GtkWidgetClass *widget_class);
void _sb_briefings_page_update_search (SbBriefingsPage *self);

/* Action "briefing.print"; sb-briefings-page-printing.c. */
void _sb_briefings_page_class_init_printing (GtkWidgetClass *widget_class);

/* Action "briefing.export"; sb-briefings-page-export.c. */
void _sb_briefings_page_class_init_export (GtkWidgetClass *widget_class);

/* A text by hand whose catalogue has changed; sb-briefings-page-refreshing.c. */
void _sb_briefings_page_class_init_refreshing (GtkWidgetClass *widget_class);
void _sb_briefings_page_update_stale (SbBriefingsPage *self);

/* Actions "briefing.issue" and "briefing.issues"; sb-briefings-page-issuing.c. */
void _sb_briefings_page_class_init_issuing (GtkWidgetClass *widget_class);
void _sb_briefings_page_show_issues (SbBriefingsPage *self);

G_END_DECLS
