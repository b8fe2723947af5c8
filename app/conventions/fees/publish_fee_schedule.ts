import type User from '#app/accounts/user'
import type { NewFeeSchedule } from '#app/conventions/fees/new_fee_schedule'
import { writeFeeSchedule } from '#app/conventions/fees/write_fee_schedule'
import { refuse, type Refused } from '#app/shared/result'
import { transaction } from '#app/shared/transaction'

/** `scheduleId` is null when the convention already said the same: nothing was written. */
export interface FeeSchedulePublication {
  scheduleId: number | null
  superseded: number[]
}

/** Publishes a version of a convention's barème over its period, in place of what was in force there. */
export async function publishFeeSchedule(
  actor: Pick<User, 'id'>,
  conventionId: number,
  schedule: NewFeeSchedule,
  at: Date = new Date()
): Promise<FeeSchedulePublication | Refused> {
  const refused = refusal(schedule)
  if (refused) return refused
  return transaction<FeeSchedulePublication>(async (trx) => {
    const how = { actorId: actor.id, importId: null, at }
    const published = await writeFeeSchedule(trx, conventionId, schedule, how)
    return published ?? { scheduleId: null, superseded: [] }
  })
}

function refusal({ validity, fees }: NewFeeSchedule): Refused | null {
  if (fees.length === 0) {
    return refuse('BAREME_VIDE', 'Ce barème ne paie aucune prestation.', 'Ajoutez-en une ligne.')
  }
  if (validity.to !== null && validity.to <= validity.from) {
    return refuse('PERIODE', 'Ce barème finit avant de commencer.', 'Corrigez ses dates.')
  }
  const services = fees.map((fee) => fee.serviceCode)
  const repeated = services.find((code, index) => services.indexOf(code) !== index)
  if (repeated === undefined) return null
  return refuse(
    'PRESTATION_REPETEE',
    `La prestation ${repeated} a deux lignes dans ce barème.`,
    'Gardez-en une.'
  )
}
