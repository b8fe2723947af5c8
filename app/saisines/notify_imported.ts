import { newSaisinesLetter, type NewSaisine } from '#app/shared/mail/letters/new_saisines'
import { notify } from '#app/shared/mail/notify'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** As many references as a letter lists, and one to know that there are more. */
const READ = 40

interface Entrusted {
  associationId: number
  total: number
  saisines: NewSaisine[]
}

/** Tells each association, once, which saisines an import entrusted to it. */
export async function notifyImported(trx: Trx, importId: number): Promise<void> {
  const entrusted = await rows<Entrusted>(
    `SELECT association_id AS "associationId", max(total) AS total,
       json_agg(json_build_object('reference', reference, 'openedOn', opened_on) ORDER BY rank) AS saisines
     FROM (SELECT association_id, reference, opened_on,
         row_number() OVER (PARTITION BY association_id ORDER BY import_row) AS rank,
         count(*) OVER (PARTITION BY association_id) AS total
       FROM saisines WHERE import_id = ?) s
     WHERE rank <= ${READ} GROUP BY 1 ORDER BY 1`,
    [importId],
    trx
  )
  await notify(
    trx,
    entrusted.map(({ associationId, total, saisines }) => ({
      kind: 'saisines' as const,
      associationId,
      cause: `import:${importId}`,
      letter: newSaisinesLetter(saisines, total),
    })),
    null
  )
}
