import type { DueForm } from '#app/portal/forms/form_lists'
import { parisDay, type Day } from '#app/shared/day'
import { formatAmount } from '#app/shared/french_format'
import type { Cents } from '#app/shared/cents'
import { rows } from '#app/shared/rows'

/** Something that will happen, and when. */
export interface Coming {
  on: Day
  label: string
  href: string
}

interface Known {
  userId: number
  today: Day
  urgent: DueForm | undefined
}

const MOST = 6

/** Transfers asked for, the next deadline, answers due and webinars, by day. Reads behind the wall. */
export async function whatComes({ userId, today, urgent }: Known): Promise<Coming[]> {
  const transfers = await rows<{ on: Day; id: number; number: string; amountCents: Cents }>(
    `SELECT o.execution_date AS on, s.id, s.number, t.amount_cents AS "amountCents" FROM transfers t
     JOIN transfer_orders o ON o.id = t.transfer_order_id JOIN statements s ON s.id = t.statement_id
     WHERE t.state IN ('issued', 'accepted') AND o.execution_date >= ?`,
    [today]
  )
  const answers = await rows<{ on: Day; id: number }>(
    'SELECT answer_by AS on, id FROM disputes WHERE closed_at IS NULL AND answer_by >= ?',
    [today]
  )
  const meetings = await rows<{ at: Date; title: string }>(
    `SELECT m.starts_at AS at, m.title FROM meetings m JOIN meeting_registrations r ON r.meeting_id = m.id
     WHERE r.user_id = ? AND r.seat IS NOT NULL AND r.cancelled_at IS NULL AND m.starts_at > now()`,
    [userId]
  )
  return [
    ...transfers.map(({ on, id, number, amountCents }) => ({
      on,
      label: `virement de ${formatAmount(amountCents)}, relevé ${number}`,
      href: `/mes-paiements/${id}`,
    })),
    ...answers.map(({ on, id }) => ({
      on,
      label: `réponse à votre réclamation n° ${id}, au plus tard`,
      href: `/mes-reclamations/${id}`,
    })),
    ...meetings.map(({ at, title }) => ({ on: parisDay(at), label: title, href: '/rendez-vous' })),
    ...(urgent && urgent.daysLeft >= 0
      ? [
          {
            on: urgent.expectedBy,
            label: `dernier jour de la fiche ${urgent.reference}`,
            href: `/mes-fiches/${urgent.saisineId}`,
          },
        ]
      : []),
  ]
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .slice(0, MOST)
}
