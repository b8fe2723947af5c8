import type { Role } from '#app/accounts/user'
import { choicesOf } from '#app/shared/screens/choices_of'
import type { Choice } from '#app/shared/screens/list'

interface EventKind {
  /** What the event happened to, as it is named on screen. */
  label: string
  /** Where its page stands, from the identifier; null when it has none. */
  href: ((id: number) => string) | null
  /** SQL of its name, for an event `e`. */
  name: string
}

/** Things that events happen to: their words, their page, their name. */
export const EVENT_KINDS: Readonly<Record<string, EventKind>> = {
  association: {
    label: 'Association',
    href: page('associations'),
    name: named('associations', 'code'),
  },
  bank_account: {
    label: 'Coordonnées bancaires',
    href: page('coordonnees-bancaires'),
    name: `(SELECT a.code FROM bank_accounts b JOIN associations a ON a.id = b.association_id WHERE b.id = e.subject_id)`,
  },
  convention: {
    label: 'Convention',
    href: page('conventions'),
    name: named('conventions', 'code'),
  },
  published_figure: {
    label: 'Chiffre publié',
    href: () => '/rapports',
    name: named('published_figures', 'label'),
  },
  ledger: { label: 'Comptabilité', href: () => '/clotures', name: 'NULL' },
  fee_schedule: {
    label: 'Barème',
    href: null,
    name: `(SELECT c.code FROM fee_schedules f JOIN conventions c ON c.id = f.convention_id WHERE f.id = e.subject_id)`,
  },
  referent: { label: 'Référent élus', href: null, name: named('referents', 'department_code') },
  amf_association: { label: 'Association de maires', href: null, name: 'NULL' },
  import: { label: 'Import', href: page('imports'), name: named('imports', 'file_name') },
  saisine: { label: 'Saisine', href: page('saisines'), name: named('saisines', 'reference') },
  return_form: {
    label: 'Fiche retour',
    href: page('fiches'),
    name: named('return_forms', 'reference'),
  },
  proposed_change: {
    label: 'Mise à jour proposée',
    href: page('propositions'),
    name: `(SELECT a.code FROM proposed_changes c JOIN associations a ON a.id = c.association_id WHERE c.id = e.subject_id)`,
  },
  run: { label: 'Campagne', href: page('campagnes'), name: named('runs', 'code') },
  proposed_correction: {
    label: 'Régularisation',
    href: page('regularisations'),
    name: `'n° ' || e.subject_id`,
  },
  dispute: { label: 'Réclamation', href: page('reclamations'), name: `'n° ' || e.subject_id` },
  statement: { label: 'Relevé', href: page('releves'), name: named('statements', 'number') },
  transfer_order: {
    label: 'Ordre de virement',
    href: page('ordres'),
    name: named('transfer_orders', 'message_id'),
  },
  bank_file: {
    label: 'Réponse de la banque',
    href: page('reponses-banque'),
    name: named('bank_files', 'file_name'),
  },
  bank_item: { label: 'Suspens', href: page('suspens'), name: `'n° ' || e.subject_id` },
  user: { label: 'Utilisateur', href: page('utilisateurs'), name: named('users', 'full_name') },
  letter: { label: 'Publication', href: page('publications'), name: named('letters', 'title') },
  meeting: {
    label: 'Rendez-vous',
    href: page('rendez-vous-reseau'),
    name: named('meetings', 'title'),
  },
  awareness_action: {
    label: 'Action de sensibilisation',
    href: () => '/actions',
    name: `(SELECT a.code FROM awareness_actions w JOIN associations a ON a.id = w.association_id WHERE w.id = e.subject_id)`,
  },
  action_kind: {
    label: 'Nature d’action',
    href: () => '/actions',
    name: named('action_kinds', 'label'),
  },
  api_token: {
    label: 'Accès du logiciel',
    href: null,
    name: `(SELECT a.code || ' ' || t.prefix FROM api_tokens t JOIN associations a ON a.id = t.association_id WHERE t.id = e.subject_id)`,
  },
  settings: { label: 'Réglages', href: () => '/reglages', name: 'NULL' },
  installation: { label: 'Installation', href: () => '/conservation', name: 'NULL' },
  mail: { label: 'Courriel', href: page('courriels'), name: named('mails', 'subject') },
}

/** The administration sees no money: it reads what happened to people, settings and mails. */
const ADMIN_KINDS = ['user', 'settings', 'installation', 'mail']

export function kindsToRead(role: Role): string[] {
  return role === 'admin' ? ADMIN_KINDS : Object.keys(EVENT_KINDS)
}

export function kindChoices(kinds: readonly string[]): Choice[] {
  return choicesOf(EVENT_KINDS).filter(({ value }) => kinds.includes(value))
}

/** « Campagne AMF-2021-2026-10 »; a kind without words is named by its rank alone. */
export function subjectLabel(kind: string, name: string | null): string {
  const label = Object.hasOwn(EVENT_KINDS, kind) ? EVENT_KINDS[kind]!.label : 'Élément'
  return name === null ? label : `${label} ${name}`
}

function page(path: string) {
  return (id: number) => `/${path}/${id}`
}

function named(table: string, column: string): string {
  return `(SELECT t.${column} FROM ${table} t WHERE t.id = e.subject_id)`
}
