import { SERVICE_DAYS, type Retention } from '#app/keeping/privacy/retention'
import { plural } from '#app/shared/french_format'

/** One line of the register of processing activities (RGPD, article 30). */
export interface Treatment {
  name: string
  purpose: string
  /** Proposed: the federation and its delegate decide. */
  basis: string
  people: string
  recipients: string
  kept: (retention: Retention) => string
  tables: readonly string[]
}

const days = (n: number) => plural(n, 'jour')

/** What is done with data about persons, and where they are in the schema. */
export const TREATMENTS: readonly Treatment[] = [
  {
    name: 'Suivi et règlement des saisines',
    purpose:
      'Rapprocher les saisines de la plateforme et les fiches retour des associations, calculer ce qui leur est dû, l’expliquer et le contester.',
    basis: 'Exécution des conventions nationales, intérêt légitime de la fédération',
    people:
      'Personnes accompagnées, sans nom ni coordonnées\u00a0: référence aléatoire, département, jour, groupe de mandat, faits codés, actes comptés',
    recipients:
      'Fédération, association saisie (pour les siennes), commissaire aux comptes\u00a0; financeurs en nombres masqués',
    kept: ({ caseMonths }) =>
      `${caseMonths} mois après le dernier contact, puis anonymisation\u00a0; les montants restent. Prolongée par une conservation légale.`,
    tables:
      words(`saisines return_forms reassignments findings form_outcomes decisions form_drafts reminders
      told_refusals disputes dispute_messages dispute_files proposed_corrections imports import_problems legal_holds`),
  },
  {
    name: 'Comptabilité et paiement des associations',
    purpose: 'Numéroter les relevés, payer, passer les écritures, en rendre compte.',
    basis: 'Obligation légale (code de commerce, article L.123-22)',
    people:
      'Associations\u00a0; personnes de la fédération qui préparent et approuvent\u00a0; références de saisines sur les pièces',
    recipients: 'Fédération, banque, expert-comptable, commissaire aux comptes, financeurs',
    kept: () => '10 ans à compter de la clôture de l’exercice.',
    tables:
      words(`runs run_approvals run_holds run_associations run_services run_shares settlement_lines statements
      statement_contents documents debit_notes debit_note_contents transfer_orders transfers transfer_moves
      match_undoings undone_moves
      journal_entries journal_postings letterings lettered_postings period_closures year_end_choices bank_files
      bank_items bank_movements bank_parts bank_statuses payee_checks payee_decisions funder_receipts receipt_matches debit_payments
      funder_accounts advance_decisions financial_accounts`),
  },
  {
    name: 'Tenue du réseau',
    purpose: 'Savoir quelles associations sont membres, où, avec quel compte et quel contact.',
    basis: 'Exécution de l’adhésion, intérêt légitime de la fédération',
    people: 'Référents élus, contacts et titulaires de comptes des associations',
    recipients: 'Fédération, association concernée, banque pour le compte',
    kept: () =>
      `Le temps de l’adhésion, puis avec les pièces comptables\u00a0; justificatif d’un compte refusé, ${days(SERVICE_DAYS.refusedEvidence)}.`,
    tables:
      words(`associations association_departments memberships bank_accounts bank_account_files referents
      amf_associations proposed_changes awareness_actions letters letter_readings meetings meeting_registrations`),
  },
  {
    name: 'Entrées et journaux',
    purpose: 'Faire entrer les bonnes personnes, et savoir qui a fait ou emporté quoi.',
    basis: 'Obligation de sécurité (RGPD, article 32)',
    people: 'Personnes qui entrent dans le logiciel',
    recipients: 'Administration, commissaire aux comptes',
    kept: ({ accessLogMonths }) =>
      `Journal des accès\u00a0: ${accessLogMonths} mois. Journal des actes\u00a0: avec les pièces comptables, détail effacé avec celui des saisines. Liens d’invitation et travaux\u00a0: ${days(SERVICE_DAYS.works)}.`,
    tables:
      words(`users sessions recovery_codes invitations access_log events rate_limits saved_views works api_tokens
      api_requests destroyed_files openings opening_counts purge_rehearsals`),
  },
  {
    name: 'Courriels',
    purpose: 'Prévenir les associations de ce qui les concerne.',
    basis: 'Intérêt légitime de la fédération',
    people: 'Personnes et contacts des associations',
    recipients: 'Le destinataire',
    kept: () => `Texte\u00a0: ${days(SERVICE_DAYS.mails)}. Le fait de l’envoi reste.`,
    tables: words('mails mail_preferences'),
  },
]

/** What is about no person. */
export const IMPERSONAL =
  words(`account_mappings action_kinds amendments backups book_settings column_mappings
  convention_documents conventions counters departments envelopes fee_schedules fees files_to_remove funders
  published_figures reallocation_authorities retention settings`)

function words(list: string): readonly string[] {
  return list.trim().split(/\s+/)
}
