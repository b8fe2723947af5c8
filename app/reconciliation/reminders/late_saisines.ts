import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { loadAllTerms } from '#app/conventions/load_terms'
import type { ConventionTerms } from '#app/conventions/convention_terms'
import { formExpectedBy } from '#app/reconciliation/findings/form_expected_by'
import { UNANSWERED_SQL } from '#app/reconciliation/findings/unanswered_sql'
import type { Day } from '#app/shared/day'
import { rows } from '#app/shared/rows'
import { loadSettings } from '#app/shared/settings'

export interface LateSaisine {
  id: number
  reference: string
  convention: string
  conventionTitle: string
  openedOn: Day
  /** Last day on which its form was in time. */
  expectedBy: Day
  /** Whether a later form is paid only when its delay is excused. */
  forclusion: boolean
  /** What a reminder sent now would be: the first one, or another. */
  level: 1 | 2
  lastRemindedAt: Date | null
  /** The instant from which it may be reminded. */
  remindableFrom: Date | null
}

interface LateRow extends Omit<LateSaisine, 'expectedBy' | 'forclusion' | 'level'> {
  conventionId: number
}

/** SQL: the saisines `s` whose form is missing, by the last reconciliation and since, with their last reminder `r`. */
export const LATE_SQL = `findings n JOIN saisines s ON s.id = n.saisine_id
  LEFT JOIN LATERAL (SELECT sent_at FROM reminders WHERE saisine_id = s.id AND association_id = s.association_id
    ORDER BY id DESC LIMIT 1) r ON true
  WHERE n.code = 'FICHE_MANQUANTE' AND ${UNANSWERED_SQL}`

/** The saisines of an association whose form is late, the oldest first. */
export async function lateSaisines(
  associationId: number,
  client?: QueryClientContract
): Promise<LateSaisine[]> {
  const terms = new Map((await loadAllTerms(client)).map((one) => [one.id, one]))
  const { missingFormDays } = await loadSettings(client)
  const late = await rows<LateRow>(
    `SELECT late.*, c.code AS convention, c.title AS "conventionTitle",
       "lastRemindedAt" + make_interval(days => (SELECT reminder_days FROM settings)) AS "remindableFrom"
     FROM (SELECT s.id, s.reference, s.convention_id AS "conventionId", s.opened_on AS "openedOn",
         r.sent_at AS "lastRemindedAt" FROM ${LATE_SQL} AND s.association_id = ?) late
     JOIN conventions c ON c.id = late."conventionId" ORDER BY c.code, "openedOn", late.id`,
    [associationId],
    client
  )
  return late.map((one) => withDeadline(one, terms.get(one.conventionId)!, missingFormDays))
}

function withDeadline(
  late: LateRow,
  terms: ConventionTerms,
  daysWithoutDeadline: number
): LateSaisine {
  return {
    ...late,
    expectedBy: formExpectedBy(late.openedOn, terms, daysWithoutDeadline),
    forclusion: terms.deadline?.effect === 'forclusion',
    level: late.lastRemindedAt === null ? 1 : 2,
  }
}

/** Whether a reminder may leave at this instant. */
export function isRemindable({ remindableFrom }: LateSaisine, at: Date): boolean {
  return remindableFrom === null || remindableFrom <= at
}
