import db from '@adonisjs/lucid/services/db'
import { checkLedger, type CheckedInvariant } from '#app/ledger/checks/check_ledger'
import { plural } from '#app/shared/french_format'
import type { WorkEnd, WorkKind } from '#app/shared/works/works'

/** The end of a check keeps what each invariant found, for its page. */
export interface LedgerCheckEnd extends WorkEnd {
  checks: CheckedInvariant[]
}

/** Checks all the books, in one snapshot: people may be working meanwhile. */
const ledgerCheckWork: WorkKind = {
  title: 'Vérification des comptes',
  async perform({ id }): Promise<LedgerCheckEnd> {
    const checks = await db.transaction(checkLedger, { isolationLevel: 'repeatable read' })
    const broken = checks.filter(({ breaches }) => breaches > 0).length
    const sentence =
      broken === 0
        ? `${plural(checks.length, 'invariant vérifié', 'invariants vérifiés')}, aucun écart.`
        : `${plural(broken, 'invariant rompu', 'invariants rompus')} sur ${checks.length}\u00a0: arrêtez les règlements et prévenez l’administration.`
    return { sentence, href: `/ecritures/controles/${id}`, checks }
  },
}

export default ledgerCheckWork
