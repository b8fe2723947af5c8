import Run from '#app/settlement/run'
import { addDays, isDay, type Day } from '#app/shared/day'
import { formatDay } from '#app/shared/french_format'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { lock, transaction, type Trx } from '#app/shared/transaction'

/** Opens a run of one convention: what is received before `until` (that day not included) will be settled. */
export async function createRun(draft: {
  conventionCode: string
  until: Day
  preparedBy: number
}): Promise<Run | Refused> {
  if (!isDay(draft.until)) {
    return refuse(
      'DATE_ILLISIBLE',
      `« ${draft.until} » n’est pas un jour.`,
      'Écrivez par exemple 2026-10-01.',
      'jour'
    )
  }
  return transaction<Run>(async (trx) => {
    await lock(trx, `runs of ${draft.conventionCode}`)
    const convention = await row<{ id: number; state: string }>(
      'SELECT id, state FROM conventions WHERE code = ?',
      [draft.conventionCode],
      trx
    )
    if (!convention) {
      return refuse(
        'CONVENTION_INCONNUE',
        draft.conventionCode === ''
          ? 'Aucune convention n’est choisie.'
          : `La convention « ${draft.conventionCode} » n’existe pas.`,
        'Choisissez une convention enregistrée.',
        'convention'
      )
    }
    if (convention.state === 'draft') {
      return refuse(
        'CONVENTION_EN_PROJET',
        `La convention ${draft.conventionCode} est encore un projet.`,
        'Rendez-la active avant de régler.'
      )
    }
    const open = await Run.query({ client: trx })
      .where('convention_id', convention.id)
      .whereIn('state', ['draft', 'calculated', 'submitted', 'approved', 'issuing'])
      .first()
    if (open) {
      return refuse(
        'CAMPAGNE_OUVERTE',
        `La campagne ${open.code}, jusqu’au ${formatDay(open.until)}, n’est pas terminée.`,
        'Terminez-la ou abandonnez-la.'
      )
    }
    const created = await Run.create(
      {
        conventionId: convention.id,
        code: await nextCode(trx, draft.conventionCode, draft.until),
        until: draft.until,
        state: 'draft',
        preparedBy: draft.preparedBy,
      },
      { client: trx }
    )
    const run = await created.refresh()
    await recordEvent(trx, draft.preparedBy, {
      verb: 'run.created',
      subject: ['run', run.id],
      after: { code: run.code, until: run.until },
    })
    return run
  })
}

/** 'AMF-2021-2026-09' for what ends in September, then '-2', '-3' for the next ones that end in the same month. */
async function nextCode(trx: Trx, conventionCode: string, until: Day): Promise<string> {
  const base = `${conventionCode}-${addDays(until, -1).slice(0, 7)}`
  const used = await row<{ n: number }>(
    `SELECT count(*) AS n FROM runs WHERE code = ? OR code LIKE ? || '-%'`,
    [base, base],
    trx
  )
  return used!.n === 0 ? base : `${base}-${used!.n + 1}`
}
