import { analyzeAfter } from '#app/intake/analyze_after'
import type { ImportProblem, ImportSink } from '#app/intake/import_kind'
import { knownCodes } from '#app/intake/known_codes'
import { notifyImported } from '#app/saisines/notify_imported'
import { readSaisine } from '#app/saisines/read_saisine'
import { saisineLine } from '#app/saisines/saisine_line'
import { useBulkMemory } from '#app/shared/bulk_memory'
import { copyInto } from '#app/shared/copy'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** What two rows of one reference must agree on to be the same saisine. */
const REST = 'opened_on, channel, department, beneficiary, mandate, facts, collective_event'
const FACTS = `association_id, ${REST}`

/**
 * Takes saisines in by sets: sound rows are copied to a temporary table, compared there with each other and
 * with the saisines already known, and inserted at once.
 */
export async function openSaisineSink(trx: Trx): Promise<ImportSink> {
  const readers = {
    association: await knownCodes(trx, 'associations'),
    convention: await knownCodes(trx, 'conventions'),
  }
  await useBulkMemory(trx)
  await trx.rawQuery(
    `CREATE TEMP TABLE incoming ON COMMIT DROP AS
       SELECT reference, convention_id, ${FACTS}, import_row FROM saisines WITH NO DATA`
  )
  const writer = await copyInto(trx, 'incoming')

  return {
    take(rowNumber, read, note) {
      const saisine = readSaisine(read, note, readers)
      if (saisine !== null) return writer.write(`${saisineLine(saisine)}\t${rowNumber}`)
    },
    async settle() {
      await writer.end()
      await trx.rawQuery('ANALYZE incoming')
      const problems = [...(await contradictions(trx)), ...(await changes(trx))]
      if (problems.length > 0) {
        await trx.rawQuery('DELETE FROM incoming WHERE import_row = ANY(?)', [
          problems.map(({ rowNumber }) => rowNumber),
        ])
      }
      return problems
    },
    abandon: () => writer.abandon(),
    apply: (importId) => insert(trx, importId),
  }
}

/** Two rows of the file that say different things of one saisine. */
async function contradictions(trx: Trx): Promise<ImportProblem[]> {
  const found = await rows<{ row: number; first: number; reference: string }>(
    `WITH repeated AS (
       SELECT reference, convention_id, min(import_row) AS first FROM incoming
       GROUP BY reference, convention_id HAVING count(*) > 1)
     SELECT i.import_row AS row, r.first, i.reference
     FROM repeated r
     JOIN incoming f ON (f.reference, f.convention_id, f.import_row) = (r.reference, r.convention_id, r.first)
     JOIN incoming i ON (i.reference, i.convention_id) = (r.reference, r.convention_id) AND i.import_row > r.first
     WHERE (${prefixed('i')}) IS DISTINCT FROM (${prefixed('f')}) ORDER BY 1`,
    [],
    trx
  )
  return found.map(({ row, first, reference }) => ({
    rowNumber: row,
    column: 'reference',
    value: reference,
    message: `Cette référence est déjà à la ligne ${first}, avec d’autres renseignements.`,
    remedy: 'Gardez une seule ligne par saisine.',
  }))
}

/**
 * Rows that would change a saisine already known: a reassignment is a decision, not a line of a file. The platform
 * still names the association that it chose first: that row says nothing new.
 */
async function changes(trx: Trx): Promise<ImportProblem[]> {
  const found = await rows<{ row: number; reference: string }>(
    `SELECT i.import_row AS row, i.reference FROM incoming i
     JOIN saisines s USING (reference, convention_id)
     WHERE (${prefixed('i')}) IS DISTINCT FROM (${prefixed('s')})
       AND NOT ((${prefixed('i', REST)}) IS NOT DISTINCT FROM (${prefixed('s', REST)}) AND EXISTS (
         SELECT 1 FROM reassignments r WHERE r.saisine_id = s.id AND r.from_association_id = i.association_id))
     ORDER BY 1`,
    [],
    trx
  )
  return found.map(({ row, reference }) => ({
    rowNumber: row,
    column: 'reference',
    value: reference,
    message: 'Cette saisine est déjà enregistrée avec d’autres renseignements.',
    remedy: 'Retirez la ligne ; pour changer l’association, faites une réaffectation.',
  }))
}

async function insert(trx: Trx, importId: number): Promise<{ created: number; unchanged: number }> {
  const taken = await rows<{ n: number }>('SELECT count(*) AS n FROM incoming', [], trx)
  const { rowCount } = await trx.rawQuery(
    `INSERT INTO saisines (reference, convention_id, ${FACTS}, import_id, import_row)
     SELECT reference, convention_id, ${FACTS}, ?::bigint, import_row FROM incoming
     WHERE NOT EXISTS (SELECT 1 FROM saisines s
       WHERE s.reference = incoming.reference AND s.convention_id = incoming.convention_id)
     ORDER BY import_row`,
    [importId]
  )
  await analyzeAfter(trx, 'saisines', rowCount)
  if (rowCount > 0) await notifyImported(trx, importId)
  return { created: rowCount, unchanged: taken[0]!.n - rowCount }
}

function prefixed(alias: string, columns = FACTS): string {
  return columns
    .split(', ')
    .map((column) => `${alias}.${column}`)
    .join(', ')
}
