import Association from '#app/network/association'
import { unknownAssociation } from '#app/network/directory/unknown_association'
import { isDay, type Day } from '#app/shared/day'
import { formatDay } from '#app/shared/french_format'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { lock, transaction, type Trx } from '#app/shared/transaction'

export interface MembershipEnd {
  associationCode: string
  /** First day on which it is no longer a member. */
  endsOn: Day
  reason: string
  actorId: number
}

/** Ends the membership of an association: from that day on it is not paid, whatever its past work. */
export async function endMembership({
  associationCode,
  endsOn,
  reason,
  actorId,
}: MembershipEnd): Promise<{ associationId: number; endsOn: Day } | Refused> {
  if (reason.trim() === '') {
    return refuse('MOTIF_MANQUANT', 'La fin d’une adhésion se motive.', 'Dites pourquoi.', 'motif')
  }
  if (!isDay(endsOn)) return unreadableDay(endsOn)
  return transaction<{ associationId: number; endsOn: Day }>(async (trx) => {
    await lock(trx, 'associations')
    const association = await Association.findBy('code', associationCode, { client: trx })
    if (!association) return unknownAssociation(associationCode)
    const membership = await lastMembership(trx, association.id)
    if (membership === null || (membership.endsOn !== null && membership.endsOn <= endsOn)) {
      return refuse(
        'ADHESION_ABSENTE',
        `L’association ${associationCode} n’est pas adhérente au ${formatDay(endsOn)}.`,
        'Vérifiez la date.',
        'date'
      )
    }
    if (endsOn <= membership.startsOn) {
      return refuse(
        'ADHESION_POSTERIEURE',
        `L’adhésion de ${associationCode} commence le ${formatDay(membership.startsOn)}\u00a0: elle ne peut pas finir avant.`,
        'Choisissez un jour après son début.',
        'date'
      )
    }
    await trx.from('memberships').where('id', membership.id).update({ ends_on: endsOn })
    await recordEvent(trx, actorId, {
      verb: 'association.membership_ended',
      subject: ['association', association.id],
      before: { endsOn: membership.endsOn },
      after: { endsOn, reason: reason.trim() },
    })
    return { associationId: association.id, endsOn }
  })
}

export interface KnownMembership {
  id: number
  startsOn: Day
  endsOn: Day | null
}

/** The membership that starts last, begun or to come. */
export function lastMembership(trx: Trx, associationId: number): Promise<KnownMembership | null> {
  return row<KnownMembership>(
    `SELECT id, starts_on AS "startsOn", ends_on AS "endsOn" FROM memberships
     WHERE association_id = ? ORDER BY starts_on DESC LIMIT 1 FOR UPDATE`,
    [associationId],
    trx
  )
}

export function unreadableDay(text: string): Refused {
  return refuse(
    'DATE_ILLISIBLE',
    `«\u00a0${text}\u00a0» n’est pas un jour.`,
    'Écrivez-le AAAA-MM-JJ\u00a0: 2027-01-01.',
    'date'
  )
}
