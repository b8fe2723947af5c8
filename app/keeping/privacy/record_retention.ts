import { rehearsable } from '#app/keeping/privacy/rehearsable'
import { readRetention, type Retention } from '#app/keeping/privacy/retention'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { rows } from '#app/shared/rows'

/** Decides how long the detail stays. */
export async function recordRetention(
  wanted: Retention,
  actorId: number,
  dryRun = false
): Promise<Retention | Refused> {
  const { caseMonths, accessLogMonths } = wanted
  if (!(caseMonths >= 1 && caseMonths <= 120)) {
    return refuse(
      'DUREE',
      'C’est un nombre de mois, de 1 à 120.',
      '24 pour deux ans.',
      'mois_dossier'
    )
  }
  if (!(accessLogMonths >= 6 && accessLogMonths <= 12)) {
    return refuse(
      'DUREE',
      'Le journal des accès se garde de 6 à 12\u00a0mois.',
      'Choisissez un nombre de mois entre les deux.',
      'mois_acces'
    )
  }
  return rehearsable(dryRun, async (trx) => {
    const before = await readRetention(trx)
    await rows(
      'UPDATE retention SET case_months = ?, access_log_months = ?',
      [caseMonths, accessLogMonths],
      trx
    )
    await recordEvent(trx, actorId, {
      verb: 'installation.retention_recorded',
      subject: ['installation', 0],
      before,
      after: wanted,
    })
    return wanted
  })
}
