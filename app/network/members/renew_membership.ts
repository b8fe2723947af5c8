import Association from '#app/network/association'
import { lastMembership, unreadableDay } from '#app/network/members/end_membership'
import { unknownAssociation } from '#app/network/directory/unknown_association'
import { isDay, type Day } from '#app/shared/day'
import { formatDay } from '#app/shared/french_format'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { lock, transaction } from '#app/shared/transaction'

export interface MembershipRenewal {
  associationCode: string
  /** First day of the new membership. */
  startsOn: Day
  actorId: number
}

/** Takes an association whose membership ended back into the network, from that day on. */
export async function renewMembership({
  associationCode,
  startsOn,
  actorId,
}: MembershipRenewal): Promise<{ associationId: number; startsOn: Day } | Refused> {
  if (!isDay(startsOn)) return unreadableDay(startsOn)
  return transaction<{ associationId: number; startsOn: Day }>(async (trx) => {
    await lock(trx, 'associations')
    const association = await Association.findBy('code', associationCode, { client: trx })
    if (!association) return unknownAssociation(associationCode)
    const last = await lastMembership(trx, association.id)
    if (last && (last.endsOn === null || last.endsOn > startsOn)) {
      return refuse(
        'ADHESION_EN_COURS',
        last.endsOn === null
          ? `L’association ${associationCode} est adhérente depuis le ${formatDay(last.startsOn)}, sans fin.`
          : `L’association ${associationCode} est adhérente jusqu’au ${formatDay(last.endsOn)} exclu.`,
        'Choisissez un jour où elle ne l’est plus.',
        'date'
      )
    }
    await trx.table('memberships').insert({ association_id: association.id, starts_on: startsOn })
    await recordEvent(trx, actorId, {
      verb: 'association.membership_renewed',
      subject: ['association', association.id],
      before: { endsOn: last?.endsOn ?? null },
      after: { startsOn },
    })
    return { associationId: association.id, startsOn }
  })
}
