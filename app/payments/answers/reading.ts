import type { Reason } from '#app/shared/result'

/** Lines (movements, details, statuses) above which a file is not read: so that sums stay safe integers. */
export const MAX_LINES = 9_000

/** Largest single amount, in cents: MAX_LINES of them still add up exactly. */
export const MAX_AMOUNT = 999_999_999_999

/** What reading a file gathers beside its values. One problem refuses the whole file. */
export interface Reading {
  problems: Reason[]
  notices: string[]
}

export function startReading(): Reading {
  return { problems: [], notices: [] }
}

const ASK_AGAIN = 'Demandez à la banque un fichier entier, et importez-le sans l’avoir ouvert.'

/** The remedy for a file above a limit. */
export const ASK_SHORTER = 'Demandez à la banque des fichiers plus courts, d’un mois par exemple.'

/** Records an obstacle: what is wrong and where, in French. */
export function problem(
  reading: Reading,
  code: string,
  message: string,
  remedy: string = ASK_AGAIN
): void {
  reading.problems.push({ code, message, remedy })
}
