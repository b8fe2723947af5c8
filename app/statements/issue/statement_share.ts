import type { LineKind } from '#app/settlement/line_kind'
import type { StatementShare } from '#app/statements/content/statement_data'
import type { Cents } from '#app/shared/cents'
import { formatAmount } from '#app/shared/french_format'

interface ShareLine {
  kind: LineKind
  amount: Cents
  /** Of an abatement: the association’s share, and what was due to it. */
  due: Cents | null
  alreadyPaid: Cents | null
  /** What was left of the envelope, and what the run asked of it. */
  leftCents: Cents | null
  runDueCents: Cents | null
  /** The statement whose abatement is taken up. */
  correctsStatement: string
}

/** What a shared envelope does to a statement, in words; null for any other line. */
export function statementShare(line: ShareLine): StatementShare | null {
  const { kind, amount, due, alreadyPaid, leftCents, runDueCents, correctsStatement } = line
  if (kind === 'arrears') {
    const label = `Reprise de l’abattement du relevé ${correctsStatement}`
    return { kind, label, reason: 'L’enveloppe ne suffisait pas alors.', amount }
  }
  if (kind !== 'abatement') return null
  return {
    kind,
    label: 'Abattement au prorata de l’enveloppe',
    reason: `Il restait ${formatAmount(leftCents!)} pour ${formatAmount(runDueCents!)} à régler\u00a0: votre part est de ${formatAmount(due!)} sur ${formatAmount(alreadyPaid!)}. Le reste est repris par une prochaine campagne.`,
    amount,
  }
}
