import { anonymiseCases } from '#app/keeping/privacy/anonymise_cases'
import { findRehearsal } from '#app/keeping/privacy/find_rehearsal'
import { recordCounts, recordOpening } from '#app/keeping/privacy/openings'
import { planPurge } from '#app/keeping/privacy/purge_plan'
import { purgeElapsed } from '#app/keeping/privacy/purge_elapsed'
import { removeFiles } from '#app/keeping/privacy/remove_files'
import { removeOldLetters } from '#app/keeping/privacy/remove_old_letters'
import { recordEvent } from '#app/shared/record_event'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { lock, transaction } from '#app/shared/transaction'

export interface Purge {
  openingId: number
  /** What was done, by what: counts, never contents. */
  counts: Record<string, number>
}

/**
 * Purges what a rehearsal announced, if it is still exactly that; writes the register of it in the same transaction. The
 * amounts, the entries and the documents of the books stay as they are.
 */
export async function purge(
  digest: string,
  actorId: number,
  at = new Date()
): Promise<Purge | Refused> {
  const done = await transaction<Purge>(async (trx) => {
    await lock(trx, 'purge')
    await trx.rawQuery('LOCK TABLE saisines, return_forms IN SHARE ROW EXCLUSIVE MODE')
    const rehearsal = await findRehearsal('purge', digest, at, trx)
    if (!rehearsal) return notRehearsed()
    const plan = await planPurge(trx, rehearsal.today)
    if (plan.digest.toString('hex') !== digest) return changedSince()
    const id = await recordOpening(trx, { purpose: 'purge', actorId, rehearsalId: rehearsal.id })
    const counts: Record<string, number> = {
      ...(await anonymiseCases(trx)),
      ...(await purgeElapsed(trx, rehearsal.today)),
    }
    await recordCounts(trx, id, counts)
    await recordEvent(trx, actorId, {
      verb: 'installation.purged',
      subject: ['installation', 0],
      after: { saisines: counts.saisines, forms: counts.forms },
    })
    return { openingId: id, counts }
  })
  if (isRefused(done)) return done
  // Once the rows that named them are gone for good; what this process does not live to remove, the day’s round does.
  await removeFiles()
  await removeOldLetters(at)
  return done
}

/** Nobody looked at what this purge would do. */
export function notRehearsed(): Refused {
  return refuse(
    'PURGE_SANS_ESSAI',
    'Aucun essai récent n’annonce cette purge.',
    'Faites d’abord un essai, et donnez son empreinte\u00a0: ./ace privacy:purge --dry-run.'
  )
}

function changedSince(): Refused {
  return refuse(
    'PURGE_CHANGEE',
    'Ce qui serait purgé a changé depuis l’essai. Rien n’a été purgé.',
    'Refaites un essai, regardez-le, puis purgez.'
  )
}
