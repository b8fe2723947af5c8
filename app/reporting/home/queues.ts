import { usersList } from '#app/accounts/users_list'
import type { Role } from '#app/accounts/user'
import { importsList } from '#app/intake/imports_list'
import { associationsList } from '#app/network/associations_list'
import { bankAccountsList } from '#app/network/bank_accounts/bank_accounts_list'
import { itemsList } from '#app/payments/bank/items_list'
import { payeesList } from '#app/payments/payees/payees_list'
import { correctionsList } from '#app/settlement/corrections/corrections_list'
import { disputesList } from '#app/settlement/disputes/disputes_list'
import { runsList } from '#app/settlement/runs_list'
import { mailsList } from '#app/shared/mail/mails_list'
import type { List } from '#app/shared/screens/list'
import { narrow, readListQuery } from '#app/shared/screens/list_query'
import { statementsList } from '#app/statements/statements_list'
import { row } from '#app/shared/rows'

/** Something that waits, counted by the very list that it opens. */
interface QueueOf {
  roles: readonly Role[]
  path: string
  filter: readonly [name: string, value: string]
  words: readonly [one: string, many: string]
  read: (filter: Record<string, string>, role: Role) => Promise<Waiting>
}

interface Waiting {
  n: number
  /** Identifier of one of them. */
  one: number | null
}

export interface Queue {
  href: string
  words: string
  count: number
}

const QUEUES: readonly QueueOf[] = [
  queue(
    ['approver', 'auditor'],
    '/campagnes',
    ['etat', 'submitted'],
    ['campagne à approuver', 'campagnes à approuver'],
    runsList
  ),
  queue(
    ['approver', 'auditor'],
    '/coordonnees-bancaires',
    ['etat', 'proposed'],
    ['compte à approuver', 'comptes à approuver'],
    bankAccountsList
  ),
  queue(
    ['finance', 'auditor'],
    '/campagnes',
    ['etat', 'draft'],
    ['campagne à calculer', 'campagnes à calculer'],
    runsList
  ),
  queue(
    ['finance', 'auditor'],
    '/campagnes',
    ['etat', 'calculated'],
    ['campagne à soumettre', 'campagnes à soumettre'],
    runsList
  ),
  queue(
    ['finance', 'auditor'],
    '/campagnes',
    ['etat', 'approved'],
    ['campagne à émettre', 'campagnes à émettre'],
    runsList
  ),
  queue(
    ['finance', 'auditor'],
    '/campagnes',
    ['etat', 'issuing'],
    ['émission à reprendre', 'émissions à reprendre'],
    runsList
  ),
  queue(
    ['finance', 'auditor'],
    '/releves',
    ['paiement', 'waiting'],
    ['relevé à payer', 'relevés à payer'],
    statementsList
  ),
  queue(
    ['finance', 'coordinator', 'auditor'],
    '/releves',
    ['paiement', 'rejected'],
    ['virement rejeté par la banque', 'virements rejetés par la banque'],
    statementsList
  ),
  queue(
    ['finance', 'coordinator', 'auditor'],
    '/releves',
    ['paiement', 'returned'],
    ['virement retourné par la banque', 'virements retournés par la banque'],
    statementsList
  ),
  queue(
    ['finance', 'auditor'],
    '/suspens',
    ['suite', 'open'],
    ['suspens de la banque', 'suspens de la banque'],
    itemsList
  ),
  queue(
    ['approver', 'auditor'],
    '/beneficiaires',
    ['suite', 'waiting'],
    ['bénéficiaire à confirmer', 'bénéficiaires à confirmer'],
    payeesList
  ),
  queue(
    ['coordinator', 'approver', 'auditor'],
    '/regularisations',
    ['etat', 'proposed'],
    ['régularisation à décider', 'régularisations à décider'],
    correctionsList
  ),
  queue(
    ['coordinator', 'finance', 'auditor'],
    '/reclamations',
    ['etat', 'open'],
    ['réclamation sans réponse', 'réclamations sans réponse'],
    disputesList
  ),
  queue(
    ['coordinator', 'finance', 'auditor'],
    '/coordonnees-bancaires',
    ['etat', 'blocked'],
    ['compte bloqué', 'comptes bloqués'],
    bankAccountsList
  ),
  queue(
    ['coordinator', 'auditor'],
    '/associations',
    ['manque', '1'],
    ['association à compléter', 'associations à compléter'],
    associationsList
  ),
  queue(
    ['platform', 'coordinator'],
    '/imports',
    ['etat', 'partial'],
    ['import en partie enregistré', 'imports en partie enregistrés'],
    importsList
  ),
  queue(
    ['admin'],
    '/utilisateurs',
    ['etat', 'invited'],
    ['invitation sans réponse', 'invitations sans réponse'],
    usersList
  ),
  queue(
    ['admin'],
    '/courriels',
    ['etat', 'failed'],
    ['courriel en échec', 'courriels en échec'],
    mailsList
  ),
  queue(
    ['admin'],
    '/courriels',
    ['etat', 'queued'],
    ['courriel en attente', 'courriels en attente'],
    mailsList
  ),
]

/**
 * What waits for a role, empty queues included: knowing that nothing waits is news too. What waits alone is opened
 * itself.
 */
export function queuesFor(role: Role): Promise<Queue[]> {
  return Promise.all(
    QUEUES.filter(({ roles }) => roles.includes(role)).map(
      async ({ path, filter: [name, value], words, read }) => {
        const { n, one } = await read({ [name]: value }, role)
        return {
          href: n === 1 ? `${path}/${one}` : `${path}?${name}=${value}`,
          words: n < 2 ? words[0] : words[1],
          count: n,
        }
      }
    )
  )
}

function queue<Row extends object>(
  roles: readonly Role[],
  path: string,
  filter: readonly [string, string],
  words: readonly [string, string],
  list: List<Row> | ((role: Role) => List<Row>)
): QueueOf {
  const read = async (values: Record<string, string>, role: Role) => {
    const listed = typeof list === 'function' ? list(role) : list
    const { sql, bindings } = narrow(listed, readListQuery(listed, values))
    const waiting = `SELECT count(*) AS n, min(id) AS one FROM (${sql}) AS waiting`
    return (await row<Waiting>(waiting, bindings))!
  }
  return { roles, path, filter, words, read }
}
