import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'session.create': { paramsTuple?: []; params?: {} }
    'session.store': { paramsTuple?: []; params?: {} }
    'second_factor.create': { paramsTuple?: []; params?: {} }
    'second_factor.store': { paramsTuple?: []; params?: {} }
    'enrolment.create': { paramsTuple?: []; params?: {} }
    'enrolment.store': { paramsTuple?: []; params?: {} }
    'session.destroy': { paramsTuple?: []; params?: {} }
    'invitation.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'invitation.update': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'users.index': { paramsTuple?: []; params?: {} }
    'users.create': { paramsTuple?: []; params?: {} }
    'users.store': { paramsTuple?: []; params?: {} }
    'users.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'user_invitations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'user_invitations.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'user_doors.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'user_doors.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'access_log.index': { paramsTuple?: []; params?: {} }
    'my_account.show': { paramsTuple?: []; params?: {} }
    'my_account.update': { paramsTuple?: []; params?: {} }
    'my_account.store': { paramsTuple?: []; params?: {} }
    'open_sessions.destroy': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'imports.index': { paramsTuple?: []; params?: {} }
    'uploads.create': { paramsTuple?: []; params?: {} }
    'templates.show': { paramsTuple: [ParamValue]; params: {'kind': ParamValue} }
    'uploads.store': { paramsTuple?: []; params?: {} }
    'uploads.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'titles.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'errors_copy.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'applications.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'withdrawals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'undone_imports.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'saisines.index': { paramsTuple?: []; params?: {} }
    'saisines.create': { paramsTuple?: []; params?: {} }
    'saisines.store': { paramsTuple?: []; params?: {} }
    'saisines.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reassignments.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'return_forms.index': { paramsTuple?: []; params?: {} }
    'return_forms.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'return_forms.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'return_forms.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reconciliation.index': { paramsTuple?: []; params?: {} }
    'reconciliation.show': { paramsTuple: [ParamValue]; params: {'convention': ParamValue} }
    'reconciliation.update': { paramsTuple: [ParamValue]; params: {'convention': ParamValue} }
    'queue.show': { paramsTuple: [ParamValue]; params: {'convention': ParamValue} }
    'links.store': { paramsTuple: [ParamValue]; params: {'convention': ParamValue} }
    'sure_links.index': { paramsTuple: [ParamValue]; params: {'convention': ParamValue} }
    'sure_links.store': { paramsTuple: [ParamValue]; params: {'convention': ParamValue} }
    'decisions.index': { paramsTuple: [ParamValue]; params: {'convention': ParamValue} }
    'decisions.store': { paramsTuple: [ParamValue]; params: {'convention': ParamValue} }
    'decisions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'decisions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reminders.index': { paramsTuple?: []; params?: {} }
    'reminders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reminders.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conventions.index': { paramsTuple?: []; params?: {} }
    'conventions.store': { paramsTuple?: []; params?: {} }
    'conventions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'convention_documents.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'convention_documents.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'documentId': ParamValue} }
    'advance_decisions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'additions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'addition': ParamValue} }
    'letters.index': { paramsTuple?: []; params?: {} }
    'letters.store': { paramsTuple?: []; params?: {} }
    'letters.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'letter_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'letters.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.index': { paramsTuple?: []; params?: {} }
    'meetings.store': { paramsTuple?: []; params?: {} }
    'meetings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'actions.index': { paramsTuple?: []; params?: {} }
    'actions.store': { paramsTuple?: []; params?: {} }
    'actions.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'associations.index': { paramsTuple?: []; params?: {} }
    'associations.create': { paramsTuple?: []; params?: {} }
    'associations.store': { paramsTuple?: []; params?: {} }
    'associations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'associations.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'associations.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'memberships.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'memberships.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'bank_accounts.index': { paramsTuple?: []; params?: {} }
    'bank_accounts.create': { paramsTuple?: []; params?: {} }
    'bank_accounts.store': { paramsTuple?: []; params?: {} }
    'bank_accounts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'account_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'account_decisions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'account_decisions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'changes.index': { paramsTuple?: []; params?: {} }
    'changes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'changes.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'departments.index': { paramsTuple?: []; params?: {} }
    'departments.show': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'departments.store': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'departments.destroy': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'departments.update': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'settings.show': { paramsTuple?: []; params?: {} }
    'settings.update': { paramsTuple?: []; params?: {} }
    'draft_schedules.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'draft_schedules.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'draft_schedules.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'home.show': { paramsTuple?: []; params?: {} }
    'search.show': { paramsTuple?: []; params?: {} }
    'journal.index': { paramsTuple?: []; params?: {} }
    'dashboard.show': { paramsTuple?: []; params?: {} }
    'reports.index': { paramsTuple?: []; params?: {} }
    'reports.create': { paramsTuple?: []; params?: {} }
    'funder_reports.show': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'funder_reports.index': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'financial_accounts.show': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'financial_accounts.store': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'annual_reviews.show': { paramsTuple: [ParamValue]; params: {'year': ParamValue} }
    'published_figures.store': { paramsTuple?: []; params?: {} }
    'published_figures.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'help.show': { paramsTuple?: []; params?: {} }
    'runs.index': { paramsTuple?: []; params?: {} }
    'runs.create': { paramsTuple?: []; params?: {} }
    'runs.store': { paramsTuple?: []; params?: {} }
    'runs.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'run_lines.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'run_calculation.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'run_submission.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'run_approval.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'run_reopening.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'run_abandonment.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'run_holds.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'blocked_holds.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'run_holds.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'corrections.index': { paramsTuple?: []; params?: {} }
    'corrections.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'correction_decisions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'disputes.index': { paramsTuple?: []; params?: {} }
    'disputes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'dispute_answers.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'dispute_messages.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'dispute_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'run_issue.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'run_archive.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'documents.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'statements.index': { paramsTuple?: []; params?: {} }
    'statements.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'statement_lines.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'number': ParamValue} }
    'debit_note.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'debit_note.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'debit_payments.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'line_reasons.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'fund_flows.index': { paramsTuple?: []; params?: {} }
    'fund_flows.show': { paramsTuple?: []; params?: {} }
    'bank_files.index': { paramsTuple?: []; params?: {} }
    'bank_files.store': { paramsTuple?: []; params?: {} }
    'bank_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'bank_file_downloads.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'items.index': { paramsTuple?: []; params?: {} }
    'items.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'item_matches.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'item_matches.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'items.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'items.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'payees.index': { paramsTuple?: []; params?: {} }
    'payees.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'payees.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'received_parts.store': { paramsTuple?: []; params?: {} }
    'receipt_reversals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'transfer_orders.index': { paramsTuple?: []; params?: {} }
    'transfer_orders.create': { paramsTuple?: []; params?: {} }
    'transfer_orders.store': { paramsTuple?: []; params?: {} }
    'transfer_orders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'order_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'entries.index': { paramsTuple?: []; params?: {} }
    'ledger_profiles.show': { paramsTuple?: []; params?: {} }
    'ledger_exports.show': { paramsTuple?: []; params?: {} }
    'ledger_checks.store': { paramsTuple?: []; params?: {} }
    'ledger_checks.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'entries.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'receipts.index': { paramsTuple?: []; params?: {} }
    'receipts.store': { paramsTuple?: []; params?: {} }
    'receipt_entries.store': { paramsTuple?: []; params?: {} }
    'funder_accounts.store': { paramsTuple?: []; params?: {} }
    'receipts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'balances.index': { paramsTuple?: []; params?: {} }
    'letterings.index': { paramsTuple?: []; params?: {} }
    'letterings.store': { paramsTuple?: []; params?: {} }
    'period_closures.index': { paramsTuple?: []; params?: {} }
    'period_closures.store': { paramsTuple?: []; params?: {} }
    'year_ends.index': { paramsTuple?: []; params?: {} }
    'year_ends.show': { paramsTuple?: []; params?: {} }
    'year_ends.store': { paramsTuple?: []; params?: {} }
    'book_settings.show': { paramsTuple?: []; params?: {} }
    'book_settings.update': { paramsTuple?: []; params?: {} }
    'probe.show': { paramsTuple?: []; params?: {} }
    'installation.show': { paramsTuple?: []; params?: {} }
    'conservation.show': { paramsTuple?: []; params?: {} }
    'conservation.update': { paramsTuple?: []; params?: {} }
    'rehearsals.store': { paramsTuple?: []; params?: {} }
    'purges.store': { paramsTuple?: []; params?: {} }
    'holds.store': { paramsTuple?: []; params?: {} }
    'holds.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'register.show': { paramsTuple?: []; params?: {} }
    'dictionary.show': { paramsTuple?: []; params?: {} }
    'destruction_rehearsals.show': { paramsTuple?: []; params?: {} }
    'destruction_rehearsals.store': { paramsTuple?: []; params?: {} }
    'destructions.store': { paramsTuple?: []; params?: {} }
    'my_messages.index': { paramsTuple?: []; params?: {} }
    'my_messages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_messages.update': { paramsTuple?: []; params?: {} }
    'mail_models.index': { paramsTuple?: []; params?: {} }
    'mail_models.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'mail_model_pages.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'my_payments.index': { paramsTuple?: []; params?: {} }
    'my_payments.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_lines.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_documents.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_years.archive': { paramsTuple: [ParamValue]; params: {'year': ParamValue} }
    'my_years.show': { paramsTuple: [ParamValue]; params: {'year': ParamValue} }
    'my_disputes.index': { paramsTuple?: []; params?: {} }
    'my_disputes.create': { paramsTuple?: []; params?: {} }
    'my_disputes.store': { paramsTuple?: []; params?: {} }
    'my_disputes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_dispute_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_messages.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_details.show': { paramsTuple?: []; params?: {} }
    'my_accounts.create': { paramsTuple?: []; params?: {} }
    'my_accounts.store': { paramsTuple?: []; params?: {} }
    'my_changes.create': { paramsTuple: [ParamValue]; params: {'nature': ParamValue} }
    'my_changes.store': { paramsTuple: [ParamValue]; params: {'nature': ParamValue} }
    'own_forms.index': { paramsTuple?: []; params?: {} }
    'form_workbooks.create': { paramsTuple?: []; params?: {} }
    'form_workbooks.show': { paramsTuple?: []; params?: {} }
    'form_workbooks.store': { paramsTuple?: []; params?: {} }
    'refused_workbooks.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'refused_workbooks.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'own_forms.show': { paramsTuple: [ParamValue]; params: {'saisineId': ParamValue} }
    'own_forms.store': { paramsTuple: [ParamValue]; params: {'saisineId': ParamValue} }
    'form_trials.store': { paramsTuple: [ParamValue]; params: {'saisineId': ParamValue} }
    'form_drafts.store': { paramsTuple: [ParamValue]; params: {'saisineId': ParamValue} }
    'my_letters.index': { paramsTuple?: []; params?: {} }
    'my_letters.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_letter_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_meetings.index': { paramsTuple?: []; params?: {} }
    'my_meetings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_meetings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_meetings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_actions.index': { paramsTuple?: []; params?: {} }
    'my_actions.store': { paramsTuple?: []; params?: {} }
    'my_actions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_access.index': { paramsTuple?: []; params?: {} }
    'my_access.store': { paramsTuple?: []; params?: {} }
    'my_access.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'openapi.show': { paramsTuple?: []; params?: {} }
    'saisines_api.index': { paramsTuple?: []; params?: {} }
    'forms_api.store': { paramsTuple?: []; params?: {} }
    'statements_api.index': { paramsTuple?: []; params?: {} }
    'statements_api.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'portal_home.show': { paramsTuple?: []; params?: {} }
    'guides.show': { paramsTuple?: []; params?: {} }
    'assets.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'saved_views.store': { paramsTuple?: []; params?: {} }
    'saved_views.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'mails.index': { paramsTuple?: []; params?: {} }
    'mails.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'mail_resendings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'mail_bounces.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'works.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  GET: {
    'session.create': { paramsTuple?: []; params?: {} }
    'second_factor.create': { paramsTuple?: []; params?: {} }
    'enrolment.create': { paramsTuple?: []; params?: {} }
    'invitation.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'users.index': { paramsTuple?: []; params?: {} }
    'users.create': { paramsTuple?: []; params?: {} }
    'users.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'access_log.index': { paramsTuple?: []; params?: {} }
    'my_account.show': { paramsTuple?: []; params?: {} }
    'imports.index': { paramsTuple?: []; params?: {} }
    'uploads.create': { paramsTuple?: []; params?: {} }
    'templates.show': { paramsTuple: [ParamValue]; params: {'kind': ParamValue} }
    'uploads.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'errors_copy.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'saisines.index': { paramsTuple?: []; params?: {} }
    'saisines.create': { paramsTuple?: []; params?: {} }
    'saisines.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'return_forms.index': { paramsTuple?: []; params?: {} }
    'return_forms.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'return_forms.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reconciliation.index': { paramsTuple?: []; params?: {} }
    'reconciliation.show': { paramsTuple: [ParamValue]; params: {'convention': ParamValue} }
    'queue.show': { paramsTuple: [ParamValue]; params: {'convention': ParamValue} }
    'sure_links.index': { paramsTuple: [ParamValue]; params: {'convention': ParamValue} }
    'decisions.index': { paramsTuple: [ParamValue]; params: {'convention': ParamValue} }
    'decisions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reminders.index': { paramsTuple?: []; params?: {} }
    'reminders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conventions.index': { paramsTuple?: []; params?: {} }
    'conventions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'convention_documents.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'documentId': ParamValue} }
    'letters.index': { paramsTuple?: []; params?: {} }
    'letters.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'letter_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.index': { paramsTuple?: []; params?: {} }
    'meetings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'actions.index': { paramsTuple?: []; params?: {} }
    'associations.index': { paramsTuple?: []; params?: {} }
    'associations.create': { paramsTuple?: []; params?: {} }
    'associations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'associations.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'bank_accounts.index': { paramsTuple?: []; params?: {} }
    'bank_accounts.create': { paramsTuple?: []; params?: {} }
    'bank_accounts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'account_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'changes.index': { paramsTuple?: []; params?: {} }
    'changes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'departments.index': { paramsTuple?: []; params?: {} }
    'departments.show': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'settings.show': { paramsTuple?: []; params?: {} }
    'draft_schedules.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'home.show': { paramsTuple?: []; params?: {} }
    'search.show': { paramsTuple?: []; params?: {} }
    'journal.index': { paramsTuple?: []; params?: {} }
    'dashboard.show': { paramsTuple?: []; params?: {} }
    'reports.index': { paramsTuple?: []; params?: {} }
    'reports.create': { paramsTuple?: []; params?: {} }
    'funder_reports.show': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'funder_reports.index': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'financial_accounts.show': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'annual_reviews.show': { paramsTuple: [ParamValue]; params: {'year': ParamValue} }
    'help.show': { paramsTuple?: []; params?: {} }
    'runs.index': { paramsTuple?: []; params?: {} }
    'runs.create': { paramsTuple?: []; params?: {} }
    'runs.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'run_lines.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'corrections.index': { paramsTuple?: []; params?: {} }
    'corrections.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'disputes.index': { paramsTuple?: []; params?: {} }
    'disputes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'dispute_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'run_archive.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'documents.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'statements.index': { paramsTuple?: []; params?: {} }
    'statements.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'statement_lines.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'number': ParamValue} }
    'debit_note.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'line_reasons.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'fund_flows.index': { paramsTuple?: []; params?: {} }
    'fund_flows.show': { paramsTuple?: []; params?: {} }
    'bank_files.index': { paramsTuple?: []; params?: {} }
    'bank_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'bank_file_downloads.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'items.index': { paramsTuple?: []; params?: {} }
    'items.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'payees.index': { paramsTuple?: []; params?: {} }
    'payees.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'transfer_orders.index': { paramsTuple?: []; params?: {} }
    'transfer_orders.create': { paramsTuple?: []; params?: {} }
    'transfer_orders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'order_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'entries.index': { paramsTuple?: []; params?: {} }
    'ledger_profiles.show': { paramsTuple?: []; params?: {} }
    'ledger_exports.show': { paramsTuple?: []; params?: {} }
    'ledger_checks.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'entries.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'receipts.index': { paramsTuple?: []; params?: {} }
    'receipts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'balances.index': { paramsTuple?: []; params?: {} }
    'letterings.index': { paramsTuple?: []; params?: {} }
    'period_closures.index': { paramsTuple?: []; params?: {} }
    'year_ends.index': { paramsTuple?: []; params?: {} }
    'year_ends.show': { paramsTuple?: []; params?: {} }
    'book_settings.show': { paramsTuple?: []; params?: {} }
    'probe.show': { paramsTuple?: []; params?: {} }
    'installation.show': { paramsTuple?: []; params?: {} }
    'conservation.show': { paramsTuple?: []; params?: {} }
    'register.show': { paramsTuple?: []; params?: {} }
    'dictionary.show': { paramsTuple?: []; params?: {} }
    'destruction_rehearsals.show': { paramsTuple?: []; params?: {} }
    'my_messages.index': { paramsTuple?: []; params?: {} }
    'my_messages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'mail_models.index': { paramsTuple?: []; params?: {} }
    'mail_models.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'mail_model_pages.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'my_payments.index': { paramsTuple?: []; params?: {} }
    'my_payments.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_lines.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_documents.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_years.archive': { paramsTuple: [ParamValue]; params: {'year': ParamValue} }
    'my_years.show': { paramsTuple: [ParamValue]; params: {'year': ParamValue} }
    'my_disputes.index': { paramsTuple?: []; params?: {} }
    'my_disputes.create': { paramsTuple?: []; params?: {} }
    'my_disputes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_dispute_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_details.show': { paramsTuple?: []; params?: {} }
    'my_accounts.create': { paramsTuple?: []; params?: {} }
    'my_changes.create': { paramsTuple: [ParamValue]; params: {'nature': ParamValue} }
    'own_forms.index': { paramsTuple?: []; params?: {} }
    'form_workbooks.create': { paramsTuple?: []; params?: {} }
    'form_workbooks.show': { paramsTuple?: []; params?: {} }
    'refused_workbooks.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'refused_workbooks.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'own_forms.show': { paramsTuple: [ParamValue]; params: {'saisineId': ParamValue} }
    'my_letters.index': { paramsTuple?: []; params?: {} }
    'my_letters.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_letter_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_meetings.index': { paramsTuple?: []; params?: {} }
    'my_meetings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_actions.index': { paramsTuple?: []; params?: {} }
    'my_access.index': { paramsTuple?: []; params?: {} }
    'openapi.show': { paramsTuple?: []; params?: {} }
    'saisines_api.index': { paramsTuple?: []; params?: {} }
    'statements_api.index': { paramsTuple?: []; params?: {} }
    'statements_api.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'portal_home.show': { paramsTuple?: []; params?: {} }
    'guides.show': { paramsTuple?: []; params?: {} }
    'assets.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'mails.index': { paramsTuple?: []; params?: {} }
    'mails.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'works.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  HEAD: {
    'session.create': { paramsTuple?: []; params?: {} }
    'second_factor.create': { paramsTuple?: []; params?: {} }
    'enrolment.create': { paramsTuple?: []; params?: {} }
    'invitation.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'users.index': { paramsTuple?: []; params?: {} }
    'users.create': { paramsTuple?: []; params?: {} }
    'users.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'access_log.index': { paramsTuple?: []; params?: {} }
    'my_account.show': { paramsTuple?: []; params?: {} }
    'imports.index': { paramsTuple?: []; params?: {} }
    'uploads.create': { paramsTuple?: []; params?: {} }
    'templates.show': { paramsTuple: [ParamValue]; params: {'kind': ParamValue} }
    'uploads.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'errors_copy.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'saisines.index': { paramsTuple?: []; params?: {} }
    'saisines.create': { paramsTuple?: []; params?: {} }
    'saisines.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'return_forms.index': { paramsTuple?: []; params?: {} }
    'return_forms.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'return_forms.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reconciliation.index': { paramsTuple?: []; params?: {} }
    'reconciliation.show': { paramsTuple: [ParamValue]; params: {'convention': ParamValue} }
    'queue.show': { paramsTuple: [ParamValue]; params: {'convention': ParamValue} }
    'sure_links.index': { paramsTuple: [ParamValue]; params: {'convention': ParamValue} }
    'decisions.index': { paramsTuple: [ParamValue]; params: {'convention': ParamValue} }
    'decisions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reminders.index': { paramsTuple?: []; params?: {} }
    'reminders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conventions.index': { paramsTuple?: []; params?: {} }
    'conventions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'convention_documents.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'documentId': ParamValue} }
    'letters.index': { paramsTuple?: []; params?: {} }
    'letters.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'letter_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.index': { paramsTuple?: []; params?: {} }
    'meetings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'actions.index': { paramsTuple?: []; params?: {} }
    'associations.index': { paramsTuple?: []; params?: {} }
    'associations.create': { paramsTuple?: []; params?: {} }
    'associations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'associations.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'bank_accounts.index': { paramsTuple?: []; params?: {} }
    'bank_accounts.create': { paramsTuple?: []; params?: {} }
    'bank_accounts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'account_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'changes.index': { paramsTuple?: []; params?: {} }
    'changes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'departments.index': { paramsTuple?: []; params?: {} }
    'departments.show': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'settings.show': { paramsTuple?: []; params?: {} }
    'draft_schedules.create': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'home.show': { paramsTuple?: []; params?: {} }
    'search.show': { paramsTuple?: []; params?: {} }
    'journal.index': { paramsTuple?: []; params?: {} }
    'dashboard.show': { paramsTuple?: []; params?: {} }
    'reports.index': { paramsTuple?: []; params?: {} }
    'reports.create': { paramsTuple?: []; params?: {} }
    'funder_reports.show': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'funder_reports.index': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'financial_accounts.show': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'annual_reviews.show': { paramsTuple: [ParamValue]; params: {'year': ParamValue} }
    'help.show': { paramsTuple?: []; params?: {} }
    'runs.index': { paramsTuple?: []; params?: {} }
    'runs.create': { paramsTuple?: []; params?: {} }
    'runs.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'run_lines.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'corrections.index': { paramsTuple?: []; params?: {} }
    'corrections.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'disputes.index': { paramsTuple?: []; params?: {} }
    'disputes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'dispute_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'run_archive.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'documents.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'statements.index': { paramsTuple?: []; params?: {} }
    'statements.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'statement_lines.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'number': ParamValue} }
    'debit_note.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'line_reasons.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'fund_flows.index': { paramsTuple?: []; params?: {} }
    'fund_flows.show': { paramsTuple?: []; params?: {} }
    'bank_files.index': { paramsTuple?: []; params?: {} }
    'bank_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'bank_file_downloads.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'items.index': { paramsTuple?: []; params?: {} }
    'items.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'payees.index': { paramsTuple?: []; params?: {} }
    'payees.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'transfer_orders.index': { paramsTuple?: []; params?: {} }
    'transfer_orders.create': { paramsTuple?: []; params?: {} }
    'transfer_orders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'order_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'entries.index': { paramsTuple?: []; params?: {} }
    'ledger_profiles.show': { paramsTuple?: []; params?: {} }
    'ledger_exports.show': { paramsTuple?: []; params?: {} }
    'ledger_checks.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'entries.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'receipts.index': { paramsTuple?: []; params?: {} }
    'receipts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'balances.index': { paramsTuple?: []; params?: {} }
    'letterings.index': { paramsTuple?: []; params?: {} }
    'period_closures.index': { paramsTuple?: []; params?: {} }
    'year_ends.index': { paramsTuple?: []; params?: {} }
    'year_ends.show': { paramsTuple?: []; params?: {} }
    'book_settings.show': { paramsTuple?: []; params?: {} }
    'probe.show': { paramsTuple?: []; params?: {} }
    'installation.show': { paramsTuple?: []; params?: {} }
    'conservation.show': { paramsTuple?: []; params?: {} }
    'register.show': { paramsTuple?: []; params?: {} }
    'dictionary.show': { paramsTuple?: []; params?: {} }
    'destruction_rehearsals.show': { paramsTuple?: []; params?: {} }
    'my_messages.index': { paramsTuple?: []; params?: {} }
    'my_messages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'mail_models.index': { paramsTuple?: []; params?: {} }
    'mail_models.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'mail_model_pages.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'my_payments.index': { paramsTuple?: []; params?: {} }
    'my_payments.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_lines.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_documents.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_years.archive': { paramsTuple: [ParamValue]; params: {'year': ParamValue} }
    'my_years.show': { paramsTuple: [ParamValue]; params: {'year': ParamValue} }
    'my_disputes.index': { paramsTuple?: []; params?: {} }
    'my_disputes.create': { paramsTuple?: []; params?: {} }
    'my_disputes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_dispute_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_details.show': { paramsTuple?: []; params?: {} }
    'my_accounts.create': { paramsTuple?: []; params?: {} }
    'my_changes.create': { paramsTuple: [ParamValue]; params: {'nature': ParamValue} }
    'own_forms.index': { paramsTuple?: []; params?: {} }
    'form_workbooks.create': { paramsTuple?: []; params?: {} }
    'form_workbooks.show': { paramsTuple?: []; params?: {} }
    'refused_workbooks.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'refused_workbooks.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'own_forms.show': { paramsTuple: [ParamValue]; params: {'saisineId': ParamValue} }
    'my_letters.index': { paramsTuple?: []; params?: {} }
    'my_letters.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_letter_files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_meetings.index': { paramsTuple?: []; params?: {} }
    'my_meetings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_actions.index': { paramsTuple?: []; params?: {} }
    'my_access.index': { paramsTuple?: []; params?: {} }
    'openapi.show': { paramsTuple?: []; params?: {} }
    'saisines_api.index': { paramsTuple?: []; params?: {} }
    'statements_api.index': { paramsTuple?: []; params?: {} }
    'statements_api.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'portal_home.show': { paramsTuple?: []; params?: {} }
    'guides.show': { paramsTuple?: []; params?: {} }
    'assets.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'mails.index': { paramsTuple?: []; params?: {} }
    'mails.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'works.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  POST: {
    'session.store': { paramsTuple?: []; params?: {} }
    'second_factor.store': { paramsTuple?: []; params?: {} }
    'enrolment.store': { paramsTuple?: []; params?: {} }
    'session.destroy': { paramsTuple?: []; params?: {} }
    'invitation.update': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'users.store': { paramsTuple?: []; params?: {} }
    'user_invitations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'user_invitations.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'user_doors.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'user_doors.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_account.update': { paramsTuple?: []; params?: {} }
    'my_account.store': { paramsTuple?: []; params?: {} }
    'open_sessions.destroy': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'uploads.store': { paramsTuple?: []; params?: {} }
    'titles.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'applications.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'withdrawals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'undone_imports.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'saisines.store': { paramsTuple?: []; params?: {} }
    'reassignments.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'return_forms.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reconciliation.update': { paramsTuple: [ParamValue]; params: {'convention': ParamValue} }
    'links.store': { paramsTuple: [ParamValue]; params: {'convention': ParamValue} }
    'sure_links.store': { paramsTuple: [ParamValue]; params: {'convention': ParamValue} }
    'decisions.store': { paramsTuple: [ParamValue]; params: {'convention': ParamValue} }
    'decisions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reminders.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conventions.store': { paramsTuple?: []; params?: {} }
    'convention_documents.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'advance_decisions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'additions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'addition': ParamValue} }
    'letters.store': { paramsTuple?: []; params?: {} }
    'letters.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.store': { paramsTuple?: []; params?: {} }
    'meetings.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'actions.store': { paramsTuple?: []; params?: {} }
    'actions.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'associations.store': { paramsTuple?: []; params?: {} }
    'associations.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'memberships.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'memberships.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'bank_accounts.store': { paramsTuple?: []; params?: {} }
    'account_decisions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'account_decisions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'changes.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'departments.store': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'departments.destroy': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'departments.update': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'settings.update': { paramsTuple?: []; params?: {} }
    'draft_schedules.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'draft_schedules.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'financial_accounts.store': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'published_figures.store': { paramsTuple?: []; params?: {} }
    'published_figures.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'runs.store': { paramsTuple?: []; params?: {} }
    'run_calculation.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'run_submission.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'run_approval.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'run_reopening.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'run_abandonment.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'run_holds.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'blocked_holds.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'run_holds.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'correction_decisions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'dispute_answers.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'dispute_messages.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'run_issue.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'debit_note.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'debit_payments.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'bank_files.store': { paramsTuple?: []; params?: {} }
    'item_matches.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'item_matches.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'items.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'items.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'payees.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'received_parts.store': { paramsTuple?: []; params?: {} }
    'receipt_reversals.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'transfer_orders.store': { paramsTuple?: []; params?: {} }
    'ledger_checks.store': { paramsTuple?: []; params?: {} }
    'receipts.store': { paramsTuple?: []; params?: {} }
    'receipt_entries.store': { paramsTuple?: []; params?: {} }
    'funder_accounts.store': { paramsTuple?: []; params?: {} }
    'letterings.store': { paramsTuple?: []; params?: {} }
    'period_closures.store': { paramsTuple?: []; params?: {} }
    'year_ends.store': { paramsTuple?: []; params?: {} }
    'book_settings.update': { paramsTuple?: []; params?: {} }
    'conservation.update': { paramsTuple?: []; params?: {} }
    'rehearsals.store': { paramsTuple?: []; params?: {} }
    'purges.store': { paramsTuple?: []; params?: {} }
    'holds.store': { paramsTuple?: []; params?: {} }
    'holds.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'destruction_rehearsals.store': { paramsTuple?: []; params?: {} }
    'destructions.store': { paramsTuple?: []; params?: {} }
    'my_messages.update': { paramsTuple?: []; params?: {} }
    'my_disputes.store': { paramsTuple?: []; params?: {} }
    'my_messages.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_accounts.store': { paramsTuple?: []; params?: {} }
    'my_changes.store': { paramsTuple: [ParamValue]; params: {'nature': ParamValue} }
    'form_workbooks.store': { paramsTuple?: []; params?: {} }
    'own_forms.store': { paramsTuple: [ParamValue]; params: {'saisineId': ParamValue} }
    'form_trials.store': { paramsTuple: [ParamValue]; params: {'saisineId': ParamValue} }
    'form_drafts.store': { paramsTuple: [ParamValue]; params: {'saisineId': ParamValue} }
    'my_meetings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_meetings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_actions.store': { paramsTuple?: []; params?: {} }
    'my_actions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'my_access.store': { paramsTuple?: []; params?: {} }
    'my_access.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'forms_api.store': { paramsTuple?: []; params?: {} }
    'saved_views.store': { paramsTuple?: []; params?: {} }
    'saved_views.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'mail_resendings.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'mail_bounces.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}