import { planDestruction } from '#app/keeping/destruction/plan_destruction'
import { findRehearsal } from '#app/keeping/privacy/find_rehearsal'
import { recordCounts, recordOpening } from '#app/keeping/privacy/openings'
import { removeFiles } from '#app/keeping/privacy/remove_files'
import { recordEvent } from '#app/shared/record_event'
import { isRefused, refuse, type Refused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import { lock, transaction } from '#app/shared/transaction'

export interface Destruction {
  openingId: number
  /** Pieces destroyed, by kind. */
  counts: Record<string, number>
}

/**
 * Destroys the accounting pieces that a rehearsal announced, if they are still exactly those: their files go, their rows,
 * hashes and amounts stay, and the register names each of them.
 */
export async function destroyPieces(
  digest: string,
  actorId: number,
  at = new Date()
): Promise<Destruction | Refused> {
  const done = await transaction<Destruction>(async (trx) => {
    // A legal hold, or a purge, that is being written ends first.
    await lock(trx, 'purge')
    const rehearsal = await findRehearsal('destruction', digest, at, trx)
    if (!rehearsal) return notRehearsed()
    const plan = await planDestruction(trx, rehearsal.today)
    if (plan.digest.toString('hex') !== digest) return changedSince()
    const id = await recordOpening(trx, {
      purpose: 'destruction',
      actorId,
      rehearsalId: rehearsal.id,
    })
    const due = JSON.stringify(
      plan.due.map((piece) => ({ ...piece, sha256: piece.sha256.toString('hex') }))
    )
    await rows(
      `WITH gone AS (INSERT INTO destroyed_files (file_key, sha256, dated_on, opening_id)
         SELECT key, decode(sha256, 'hex'), "datedOn", ?::bigint
         FROM jsonb_to_recordset(?::jsonb) AS due (key text, sha256 text, "datedOn" date) RETURNING file_key)
       INSERT INTO files_to_remove (file_key) SELECT file_key FROM gone`,
      [id, due],
      trx
    )
    const counts = Object.fromEntries(
      Object.entries(plan.counts).filter(([what]) => !what.startsWith('kept.'))
    )
    await recordCounts(trx, id, counts)
    await recordEvent(trx, actorId, {
      verb: 'installation.pieces_destroyed',
      subject: ['installation', 0],
      after: { pieces: plan.due.length, until: plan.due.at(-1)?.datedOn ?? null },
    })
    return { openingId: id, counts }
  })
  if (!isRefused(done)) await removeFiles()
  return done
}

/** Nobody looked at what this destruction would do. */
export function notRehearsed(): Refused {
  return refuse(
    'DESTRUCTION_SANS_ESSAI',
    'Aucun essai récent n’annonce cette destruction.',
    'Faites d’abord un essai, et donnez son empreinte\u00a0: ./ace documents:destroy --dry-run.'
  )
}

function changedSince(): Refused {
  return refuse(
    'DESTRUCTION_CHANGEE',
    'Ce qui serait détruit a changé depuis l’essai. Rien n’a été détruit.',
    'Refaites un essai, regardez-le, puis détruisez.'
  )
}
