import router from '@adonisjs/core/services/router'
import { accessOf, type Access } from '#app/accounts/access'
import type { Role } from '#app/accounts/user'
import { row } from '#app/shared/rows'

export interface TestedRoute {
  method: 'GET' | 'POST'
  pattern: string
  access: Access
}

/** Every route of the installation, with what it declared. */
export function everyRoute(): TestedRoute[] {
  return Object.values(router.toJSON())
    .flat()
    .map(({ methods, pattern, middleware }) => ({
      method: methods.includes('GET') ? 'GET' : 'POST',
      pattern,
      access: accessOf([...middleware.all()])!,
    }))
}

/** The association of the person who enters by the portal in the played quarter. */
const MINE = `(SELECT association_id FROM users WHERE email = 'association@example.org')`

/** What the parameters of a pattern name in the played quarter, by the beginning of the pattern. */
const SUBJECTS: readonly [start: RegExp, sql: string][] = [
  [/^\/(fichiers)\//, `SELECT 'app.css' AS value`],
  [/^\/invitation\//, `SELECT 'inconnue' AS value`],
  [/^\/utilisateurs\//, 'SELECT min(id)::text AS value FROM users'],
  [/^\/mon-compte\/sessions\//, `SELECT repeat('0', 32) AS value`],
  [/^\/vues\//, 'SELECT min(id)::text AS value FROM saved_views'],
  [/^\/travaux\//, 'SELECT min(id)::text AS value FROM works'],
  [/^\/campagnes\//, `SELECT min(id)::text AS value FROM runs WHERE state = 'issued'`],
  [/^\/releves\//, 'SELECT min(id)::text AS value FROM statements'],
  [/^\/lignes\//, 'SELECT min(id)::text AS value FROM settlement_lines'],
  [/^\/regularisations\//, 'SELECT min(id)::text AS value FROM proposed_corrections'],
  [/^\/reclamations\//, 'SELECT min(id)::text AS value FROM disputes'],
  [/^\/versements\//, 'SELECT min(id)::text AS value FROM funder_receipts'],
  [/^\/ordres\//, 'SELECT min(id)::text AS value FROM transfer_orders'],
  [/^\/reponses-banque\//, 'SELECT min(id)::text AS value FROM bank_files'],
  [/^\/suspens\//, 'SELECT min(id)::text AS value FROM bank_items'],
  [/^\/beneficiaires\//, 'SELECT min(id)::text AS value FROM payee_checks'],
  [
    /^\/ecritures\/controles\//,
    `SELECT min(id)::text AS value FROM works WHERE kind = 'ledger_check' AND state = 'done'`,
  ],
  [/^\/ecritures\//, 'SELECT min(id)::text AS value FROM journal_entries'],
  [/^\/conventions\//, 'SELECT min(id)::text AS value FROM conventions'],
  [/^\/associations\//, 'SELECT min(id)::text AS value FROM associations'],
  [/^\/coordonnees-bancaires\//, 'SELECT min(id)::text AS value FROM bank_accounts'],
  [/^\/departements\//, 'SELECT min(code) AS value FROM departments'],
  [/^\/saisines\//, 'SELECT min(id)::text AS value FROM saisines'],
  [/^\/fiches\//, 'SELECT min(id)::text AS value FROM return_forms'],
  // A refused workbook belongs to who sent it.
  [/^\/mes-fiches\/classeur\//, 'SELECT NULL AS value'],
  [
    /^\/mes-fiches\//,
    `SELECT min(s.id)::text AS value FROM saisines s JOIN users u ON u.association_id = s.association_id`,
  ],
  // A file under check belongs to who sent it: nothing stands there for the others.
  [/^\/imports\/verification\//, 'SELECT NULL AS value'],
  [/^\/imports\/modeles\//, `SELECT 'fiches' AS value`],
  [/^\/documents\//, 'SELECT min(id)::text AS value FROM documents'],
  [/^\/imports\//, 'SELECT min(id)::text AS value FROM imports'],
  [/^\/decisions\//, 'SELECT min(id)::text AS value FROM decisions'],
  [/^\/rapprochement\//, `SELECT 'MIN-2023' AS value`],
  [/^\/rapports\/(financeurs|comptes-rendus)\//, `SELECT 'AMF-2021' AS value`],
  [/^\/chiffres-publies\//, 'SELECT min(id)::text AS value FROM published_figures'],
  [/^\/rapports\/bilans\//, `SELECT '2026' AS value`],
  [/^\/publications\//, 'SELECT min(id)::text AS value FROM letters'],
  [/^\/lettres\//, 'SELECT min(id)::text AS value FROM letters WHERE withdrawn_at IS NULL'],
  [/^\/rendez-vous(-reseau)?\//, 'SELECT min(id)::text AS value FROM meetings'],
  [/^\/actions\/natures\//, 'SELECT min(id)::text AS value FROM action_kinds'],
  [/^\/mes-actions\//, 'SELECT min(id)::text AS value FROM awareness_actions'],
  [/^\/mes-acces\//, 'SELECT min(id)::text AS value FROM api_tokens'],
  [/^\/api\/v1\/releves\//, 'SELECT min(number) AS value FROM statements'],
  [/^\/conservation\/gels\//, 'SELECT min(id)::text AS value FROM legal_holds'],
  [/^\/relances\//, 'SELECT min(id)::text AS value FROM associations'],
  [/^\/courriels\/modeles\//, `SELECT 'statement' AS value`],
  [/^\/mes-messages\//, `SELECT min(id)::text AS value FROM mails WHERE association_id = ${MINE}`],
  [
    /^\/mes-paiements\/annees\//,
    `SELECT extract(year FROM max(issued_at))::text AS value FROM statements WHERE association_id = ${MINE}`,
  ],
  [
    /^\/mes-paiements\/lignes\//,
    `SELECT min(l.id)::text AS value FROM settlement_lines l JOIN statements s USING (run_id, association_id)
     WHERE association_id = ${MINE}`,
  ],
  [
    /^\/mes-paiements\/documents\//,
    `SELECT min(d.id)::text AS value FROM documents d JOIN statements s ON s.id = d.statement_id
     WHERE s.association_id = ${MINE}`,
  ],
  [
    /^\/mes-paiements\//,
    `SELECT min(id)::text AS value FROM statements WHERE association_id = ${MINE}`,
  ],
  [
    /^\/mes-reclamations\//,
    `SELECT min(id)::text AS value FROM disputes WHERE association_id = ${MINE}`,
  ],
  [/^\/mes-coordonnees\/mise-a-jour\//, `SELECT 'contacts' AS value`],
  [/^\/propositions\//, 'SELECT min(id)::text AS value FROM proposed_changes'],
  [/^\/courriels\//, 'SELECT min(id)::text AS value FROM mails'],
]

/** Where a role has things of its own, and others that it may not even see. */
const OWNERSHIP: readonly [start: RegExp, role: Role, own: string, others: string][] = [
  [
    /^\/mes-fiches\/:/,
    'association',
    `SELECT min(id)::text AS value FROM saisines WHERE association_id = ${MINE}`,
    `SELECT min(id)::text AS value FROM saisines WHERE association_id <> ${MINE}`,
  ],
  [
    /^\/mes-messages\/:/,
    'association',
    `SELECT min(id)::text AS value FROM mails WHERE association_id = ${MINE}`,
    `SELECT min(id)::text AS value FROM mails WHERE association_id <> ${MINE}`,
  ],
  [
    /^\/mes-actions\/:/,
    'association',
    `SELECT min(id)::text AS value FROM awareness_actions WHERE association_id = ${MINE}`,
    `SELECT min(id)::text AS value FROM awareness_actions WHERE association_id <> ${MINE}`,
  ],
  [
    /^\/imports\/:/,
    'platform',
    `SELECT min(id)::text AS value FROM imports WHERE kind = 'saisines'`,
    `SELECT min(id)::text AS value FROM imports WHERE kind <> 'saisines'`,
  ],
  [
    /^\/mes-paiements\/lignes\/:/,
    'association',
    `SELECT min(l.id)::text AS value FROM settlement_lines l JOIN statements s USING (run_id, association_id)
     WHERE association_id = ${MINE}`,
    `SELECT min(l.id)::text AS value FROM settlement_lines l JOIN statements s USING (run_id, association_id)
     WHERE association_id <> ${MINE}`,
  ],
  [
    /^\/mes-paiements\/documents\/:/,
    'association',
    `SELECT min(d.id)::text AS value FROM documents d JOIN statements s ON s.id = d.statement_id
     WHERE s.association_id = ${MINE}`,
    `SELECT min(d.id)::text AS value FROM documents d JOIN statements s ON s.id = d.statement_id
     WHERE s.association_id <> ${MINE}`,
  ],
  [
    /^\/mes-reclamations\/:/,
    'association',
    `SELECT min(id)::text AS value FROM disputes WHERE association_id = ${MINE}`,
    `SELECT min(id)::text AS value FROM disputes WHERE association_id <> ${MINE}`,
  ],
  [
    /^\/mes-paiements\/:/,
    'association',
    `SELECT min(id)::text AS value FROM statements WHERE association_id = ${MINE}`,
    `SELECT min(id)::text AS value FROM statements WHERE association_id <> ${MINE}`,
  ],
]

/** The path of what a role owns; what exists, when the role owns nothing in particular. */
export async function ownPath(pattern: string, role: Role): Promise<string | null> {
  const owned = OWNERSHIP.find(([start, owner]) => owner === role && start.test(pattern))
  return owned ? filled(pattern, owned[2]) : existingPath(pattern)
}

/** The path of what exists and is another’s; null when the role sees all of the kind. */
export async function othersPath(pattern: string, role: Role): Promise<string | null> {
  const owned = OWNERSHIP.find(([start, owner]) => owner === role && start.test(pattern))
  return owned ? filled(pattern, owned[3]) : null
}

/** Fills the first parameter with something that exists, the others with 1; null when nothing of the kind exists. */
export async function existingPath(pattern: string): Promise<string | null> {
  if (!pattern.includes(':')) return pattern
  const subject = SUBJECTS.find(([start]) => start.test(pattern))
  if (!subject) throw new Error(`tests/support/routes.ts does not know what ${pattern} names`)
  return filled(pattern, subject[1])
}

async function filled(pattern: string, sql: string): Promise<string | null> {
  const found = await row<{ value: string | null }>(sql)
  if (found?.value === null || !found) return null
  return pattern.replace(/:\w+\??/, found.value).replaceAll(/:\w+\??/g, '1')
}

/** The same with what names nothing. */
export function unknownPath(pattern: string): string | null {
  return pattern.includes(':') ? pattern.replaceAll(/:\w+\??/g, '999999999') : null
}
