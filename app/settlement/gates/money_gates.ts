import { envelopeLeft, type EnvelopeLeft } from '#app/settlement/envelope/envelope_left'
import type Run from '#app/settlement/run'
import type { Cents } from '#app/shared/cents'
import { addDays } from '#app/shared/day'
import { formatAmount, formatDay } from '#app/shared/french_format'
import type { Reason } from '#app/shared/result'
import { row } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

interface Money {
  authority: boolean
  mapping: boolean
  /** The convention shares an envelope that is too small. */
  shares: boolean
  receivedCents: Cents
  advanceCents: Cents
  /** To pay for every issued statement of the convention. */
  issuedCents: Cents
  /** To pay for this run: an association that ends below zero gives nothing back to the others. */
  runCents: Cents
}

/** Why the convention's money does not allow this run: authority, envelope, receipts, account mapping. */
export async function moneyReasons(trx: Trx, run: Run): Promise<Reason[]> {
  const money = await load(trx, run)
  const reasons: Reason[] = []
  if (!money.authority) {
    reasons.push({
      code: 'REVERSEMENT_NON_AUTORISE',
      message:
        'Aucune clause enregistrée n’autorise la fédération à reverser l’argent de cette convention.',
      remedy:
        'Enregistrez l’article et sa preuve (décret-loi du 2 mai 1938, art. 15 ; CGCT L.1611-4).',
    })
  }
  if (!money.mapping) {
    reasons.push({
      code: 'COMPTES_COMPTABLES_ABSENTS',
      message: 'Les comptes comptables de la convention ne sont pas choisis.',
      remedy: 'Demandez-les à l’expert-comptable et enregistrez-les sur la convention.',
    })
  }
  const envelope = await envelopeLeft(trx, run)
  return [...reasons, ...envelopeReasons(run, envelope, money), ...receiptReasons(money)]
}

function envelopeReasons(
  run: Run,
  envelope: EnvelopeLeft | null,
  { runCents, shares }: Money
): Reason[] {
  if (envelope === null) {
    return [
      {
        code: 'ENVELOPPE_ABSENTE',
        message: `Aucune enveloppe ne couvre le ${formatDay(addDays(run.until, -1))}.`,
        remedy: 'Enregistrez l’enveloppe de la période.',
      },
    ]
  }
  const { envelopeCents, leftCents } = envelope
  if (runCents <= leftCents) return []
  return [
    {
      code: 'ENVELOPPE_DEPASSEE',
      message: `La campagne demande ${formatAmount(runCents)} ; il reste ${formatAmount(leftCents)} sur l’enveloppe de ${formatAmount(envelopeCents)}.`,
      remedy: shares
        ? 'Recalculez\u00a0: ce qui reste de l’enveloppe se partagera. S’il ne reste rien, enregistrez l’avenant ou attendez l’enveloppe suivante.'
        : 'Enregistrez l’avenant qui augmente l’enveloppe, ou retenez des règlements.',
    },
  ]
}

function receiptReasons({ receivedCents, advanceCents, issuedCents, runCents }: Money): Reason[] {
  const available = receivedCents + advanceCents - issuedCents
  if (runCents <= available) return []
  return [
    {
      code: 'FONDS_NON_RECUS',
      message: `La campagne demande ${formatAmount(runCents)} ; il reste ${formatAmount(Math.max(available, 0))} des versements reçus et des avances décidées.`,
      remedy: 'Enregistrez le versement du financeur, ou une décision d’avance motivée.',
    },
  ]
}

async function load(trx: Trx, run: Run): Promise<Money> {
  const held = `SELECT association_id FROM run_holds WHERE run_id = ${run.id} AND released_at IS NULL`
  const money = await row<Money>(
    `SELECT
       EXISTS (SELECT 1 FROM reallocation_authorities WHERE convention_id = :c) AS authority,
       EXISTS (SELECT 1 FROM account_mappings WHERE convention_id = :c) AS mapping,
       EXISTS (SELECT 1 FROM conventions WHERE id = :c AND overrun_policy = 'prorata') AS shares,
       (SELECT coalesce(sum(amount_cents), 0)::bigint FROM living_receipts WHERE convention_id = :c) AS "receivedCents",
       (SELECT coalesce(max(up_to_cents), 0)::bigint FROM advance_decisions WHERE convention_id = :c) AS "advanceCents",
       (SELECT coalesce(sum(s.payable_cents), 0)::bigint FROM statements s JOIN runs r ON r.id = s.run_id
         WHERE r.convention_id = :c) AS "issuedCents",
       (SELECT coalesce(sum(greatest(total_cents, 0)), 0)::bigint FROM run_associations
         WHERE run_id = :run AND association_id NOT IN (${held})) AS "runCents"`
      .replaceAll(':c', String(run.conventionId))
      .replaceAll(':run', String(run.id)),
    [],
    trx
  )
  return money!
}
