import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { row } from '#app/shared/rows'

/** How long the federation keeps what is about persons, in months. */
export interface Retention {
  /** Detail of a saisine, from its last contact. */
  caseMonths: number
  /** Who entered and what they took away: between 6 and 12 (CNIL, délibération n° 2021-122). */
  accessLogMonths: number
}

/** Terms that nobody has to decide: the time that the thing serves, in days. */
export const SERVICE_DAYS = {
  /** Texts of mails; that they left, to whom and why, stays. */
  mails: 365,
  /** Answers kept for software that asks the same thing again. */
  apiRequests: 30,
  /** Forms begun in the portal and left there. */
  drafts: 90,
  /** Long works that are over, and links of invitation that nobody can follow any more. */
  works: 90,
  /** Bank details that were refused: their evidence. */
  refusedEvidence: 365,
} as const

export async function readRetention(client?: QueryClientContract): Promise<Retention> {
  return (await row<Retention>(
    `SELECT case_months AS "caseMonths", access_log_months AS "accessLogMonths" FROM retention`,
    [],
    client
  ))!
}
