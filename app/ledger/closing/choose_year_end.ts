import type User from '#app/accounts/user'
import { yearEnd } from '#app/ledger/closing/year_end'
import type { Cents } from '#app/shared/cents'
import { parisDay } from '#app/shared/day'
import { formatAmount } from '#app/shared/french_format'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { lock, transaction } from '#app/shared/transaction'

export const YEAR_END_CHOICES = ['dedicated', 'returned'] as const

export interface YearEndDecision {
  conventionId: number
  year: number
  /** To carry to the next year (fonds dédiés), or to give back to the funder. */
  choice: (typeof YEAR_END_CHOICES)[number]
  /** What the person saw: a choice is about that money, not about another sum. */
  leftCents: Cents
  reason: string
}

/** Records what becomes of the money that a year leaves. A later choice takes the place of an earlier one, which stays. */
export async function chooseYearEnd(
  actor: Pick<User, 'id' | 'role'>,
  { conventionId, year, choice, leftCents, reason }: YearEndDecision,
  at: Date = new Date()
): Promise<{ leftCents: Cents } | Refused> {
  if (actor.role !== 'approver') {
    return refuse('ROLE_INSUFFISANT', 'Ce choix revient à la direction ou au trésorier.')
  }
  if (parisDay(at) <= `${year}-12-31`) {
    return refuse(
      'ANNEE_EN_COURS',
      `L’année ${year} n’est pas finie.`,
      'Revenez après le 31 décembre.'
    )
  }
  if (reason === '') {
    return refuse('MOTIF_MANQUANT', 'Ce choix se motive.', 'Dites pourquoi.', 'motif')
  }
  return transaction<{ leftCents: Cents }>(async (trx) => {
    await lock(trx, 'ledger')
    const end = await yearEnd(conventionId, year)
    if (!end) return refuse('CONVENTION_INCONNUE', 'Cette convention n’existe pas.')
    if (end.toDecideCents <= 0) {
      return refuse('RIEN_A_CHOISIR', `Il ne reste rien de ${year} sur cette convention.`)
    }
    if (end.toDecideCents !== leftCents) {
      return refuse(
        'RESTE_CHANGE',
        `Il reste maintenant ${formatAmount(end.toDecideCents)}, et non ${formatAmount(leftCents)}.`,
        'Relisez la page, puis recommencez.'
      )
    }
    await trx.table('year_end_choices').insert({
      convention_id: conventionId,
      year,
      left_cents: leftCents,
      choice,
      reason,
      decided_by: actor.id,
      decided_at: at,
    })
    await recordEvent(trx, actor.id, {
      verb: 'convention.year_end_chosen',
      subject: ['convention', conventionId],
      after: { year, choice, leftCents, reason },
    })
    return { leftCents }
  })
}
