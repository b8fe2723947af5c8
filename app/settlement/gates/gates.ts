import { activeMembers } from '#app/network/members/active_members'
import { payableAccounts } from '#app/network/bank_accounts/payable_account'
import type Run from '#app/settlement/run'
import { moneyReasons } from '#app/settlement/gates/money_gates'
import { parisDay } from '#app/shared/day'
import { rows } from '#app/shared/rows'
import type { Reason } from '#app/shared/result'
import type { Trx } from '#app/shared/transaction'

/** Why an association cannot be paid now; it may be held, and the others paid. */
export interface BlockedAssociation {
  associationId: number
  code: string
  name: string
  totalCents: number
  reasons: Reason[]
}

/** What stands between a run and the money: reasons that stop it whole, and those of single associations. */
export interface Gates {
  run: Reason[]
  associations: BlockedAssociation[]
}

/** Checks every gate of a calculated run at an instant; associations on hold are not looked at. */
export async function checkGates(trx: Trx, run: Run, at: Date): Promise<Gates> {
  const totals = await associationTotals(trx, run.id)
  return {
    run: await moneyReasons(trx, run),
    associations: await blockedAssociations(trx, totals, at),
  }
}

interface AssociationTotal {
  associationId: number
  code: string
  name: string
  totalCents: number
  openDisputes: number
}

async function blockedAssociations(
  trx: Trx,
  totals: readonly AssociationTotal[],
  at: Date
): Promise<BlockedAssociation[]> {
  const ids = totals.map(({ associationId }) => associationId)
  const members = await activeMembers(ids, parisDay(at), trx)
  const accounts = await payableAccounts(ids, at, trx)
  return totals.flatMap(({ openDisputes, ...association }) => {
    const reasons: Reason[] = []
    if (!members.has(association.associationId)) reasons.push(notMember())
    if (association.totalCents > 0) {
      const payable = accounts.get(association.associationId)!
      if ('reasons' in payable) reasons.push(...payable.reasons)
    }
    if (openDisputes > 0) reasons.push(openDispute(openDisputes))
    return reasons.length > 0 ? [{ ...association, reasons }] : []
  })
}

function associationTotals(trx: Trx, runId: number): Promise<AssociationTotal[]> {
  return rows<AssociationTotal>(
    `SELECT a.id AS "associationId", a.code, a.name, t.total_cents AS "totalCents",
       (SELECT count(*) FROM disputes d WHERE d.association_id = a.id AND d.closed_at IS NULL) AS "openDisputes"
     FROM run_associations t JOIN associations a ON a.id = t.association_id
     WHERE t.run_id = ? AND NOT EXISTS (SELECT 1 FROM run_holds h
       WHERE h.run_id = t.run_id AND h.association_id = a.id AND h.released_at IS NULL)
     ORDER BY a.code`,
    [runId],
    trx
  )
}

function notMember(): Reason {
  return {
    code: 'ADHESION_INACTIVE',
    message: 'L’association n’est pas adhérente à cette date.',
    remedy: 'Enregistrez son adhésion, ou retenez son règlement.',
  }
}

function openDispute(count: number): Reason {
  return {
    code: 'RECLAMATION_OUVERTE',
    message: count > 1 ? `${count} réclamations sont ouvertes.` : 'Une réclamation est ouverte.',
    remedy: 'Répondez-y, ou retenez le règlement de l’association.',
  }
}
