import { readRetention, SERVICE_DAYS } from '#app/keeping/privacy/retention'
import type { Day } from '#app/shared/day'
import { row, rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** What a purge would do on a day, in counts, and the digest of the very rows that it would touch. */
export interface PurgePlan {
  counts: Record<string, number>
  digest: Buffer
}

/**
 * Works out what is due, in the transaction's temporary tables `due_saisines` and `due_forms`, each with the token that
 * takes the place of its reference.
 */
export async function planPurge(trx: Trx, today: Day): Promise<PurgePlan> {
  const { caseMonths, accessLogMonths } = await readRetention(trx)
  await trx.rawQuery('DROP TABLE IF EXISTS aged, due_saisines, due_forms')
  const cutoff = `('${today}'::date - interval '${caseMonths} months')::date`
  await trx.rawQuery(`CREATE TEMP TABLE aged ON COMMIT DROP AS ${AGED(cutoff)}`)
  await trx.rawQuery(
    `CREATE TEMP TABLE due_saisines ON COMMIT DROP AS
     SELECT id, reference, convention_id, ${TOKEN} AS token FROM aged WHERE held IS NULL`
  )
  await trx.rawQuery('CREATE UNIQUE INDEX ON due_saisines (id)')
  await trx.rawQuery(`CREATE TEMP TABLE due_forms ON COMMIT DROP AS ${DUE_FORMS(cutoff)}`)
  await trx.rawQuery('CREATE UNIQUE INDEX ON due_forms (id)')
  const counts: Record<string, number> = {}
  for (const [what, sql] of Object.entries(COUNTED(today, accessLogMonths, caseMonths))) {
    counts[what] = (await row<{ n: number }>(`SELECT (${sql})::bigint AS n`, [], trx))!.n
  }
  const held = await rows<{ held: string; n: number }>(
    'SELECT held, count(*) AS n FROM aged WHERE held IS NOT NULL GROUP BY 1 ORDER BY 1',
    [],
    trx
  )
  for (const { held: why, n } of held) counts[`held.${why}`] = n
  await trx.rawQuery('DROP TABLE aged')
  return { counts, digest: await digestOf(trx, counts) }
}

/** Random, and kept nowhere beside what it replaces: nobody can go back from it. */
const TOKEN = `'ANO-' || substr(replace(gen_random_uuid()::text, '-', ''), 1, 24)`

/** Saisines of which nobody has written since, and why some stay. */
const AGED = (cutoff: Day) => `
  SELECT s.id, s.reference, s.convention_id, CASE
    WHEN EXISTS (SELECT FROM legal_holds h WHERE h.lifted_at IS NULL
      AND (h.saisine_id = s.id OR h.convention_id = s.convention_id)) THEN 'hold'
    WHEN EXISTS (SELECT FROM disputes d LEFT JOIN settlement_lines l ON l.id = d.line_id
      LEFT JOIN form_outcomes o ON o.form_id = d.form_id
      WHERE d.closed_at IS NULL AND (l.saisine_id = s.id OR o.saisine_id = s.id)) THEN 'dispute'
    WHEN EXISTS (SELECT FROM proposed_corrections c
      WHERE c.saisine_id = s.id AND c.state IN ('proposed', 'approved')) THEN 'correction'
    WHEN unsettled.saisine_id IS NOT NULL THEN 'run'
    WHEN o.saisine_id IS NOT NULL AND settled.saisine_id IS NULL AND c.state <> 'settled' THEN 'unpaid'
    END AS held
  FROM saisines s JOIN conventions c ON c.id = s.convention_id
  LEFT JOIN form_outcomes o ON o.saisine_id = s.id AND o.outcome = 'RETENUE'
  LEFT JOIN (SELECT DISTINCT l.saisine_id FROM settlement_lines l
    JOIN statements USING (run_id, association_id)) settled ON settled.saisine_id = s.id
  LEFT JOIN (SELECT DISTINCT l.saisine_id FROM settlement_lines l LEFT JOIN statements t USING (run_id, association_id)
    WHERE t.id IS NULL) unsettled ON unsettled.saisine_id = s.id
  WHERE s.anonymised_at IS NULL AND s.opened_on < ${cutoff}
    AND NOT EXISTS (SELECT FROM return_forms f WHERE f.reference = s.reference AND f.convention_id = s.convention_id
      AND ${LAST_CONTACT} >= ${cutoff})
    AND NOT EXISTS (SELECT FROM form_outcomes linked JOIN return_forms f ON f.id = linked.form_id
      WHERE linked.saisine_id = s.id AND ${LAST_CONTACT} >= ${cutoff})
    AND NOT EXISTS (SELECT FROM reassignments r WHERE r.saisine_id = s.id AND r.decided_at >= ${cutoff})`

const LAST_CONTACT = 'greatest(f.received_on, f.first_contact_on, f.last_act_on)'

/**
 * Their forms, and those that no saisine knows. A form follows the saisine that it was matched with, whatever the
 * reference that it bears; when that is another one, it gets a token of its own.
 */
const DUE_FORMS = (cutoff: Day) => `
  SELECT f.id, d.token FROM return_forms f JOIN due_saisines d USING (reference, convention_id)
    LEFT JOIN form_outcomes o ON o.form_id = f.id
    WHERE f.anonymised_at IS NULL AND coalesce(o.saisine_id, d.id) = d.id
  UNION ALL
  SELECT f.id, ${TOKEN} FROM return_forms f JOIN form_outcomes o ON o.form_id = f.id
    JOIN due_saisines d ON d.id = o.saisine_id
    WHERE f.anonymised_at IS NULL AND (f.reference, f.convention_id) IS DISTINCT FROM (d.reference, d.convention_id)
      AND NOT EXISTS (SELECT FROM legal_holds h WHERE h.lifted_at IS NULL AND h.convention_id = f.convention_id)
  UNION ALL
  SELECT f.id, ${TOKEN} FROM return_forms f LEFT JOIN form_outcomes o ON o.form_id = f.id
    WHERE f.anonymised_at IS NULL AND o.saisine_id IS NULL AND ${LAST_CONTACT} < ${cutoff}
      AND NOT EXISTS (SELECT FROM saisines s WHERE s.reference = f.reference AND s.convention_id = f.convention_id)
      AND NOT EXISTS (SELECT FROM disputes WHERE form_id = f.id AND closed_at IS NULL)
      AND NOT EXISTS (SELECT FROM legal_holds h WHERE h.lifted_at IS NULL AND h.convention_id = f.convention_id)`

/** What the day alone decides, by what is purged: the tables and conditions are those of the purge itself. */
export const ELAPSED = (today: Day, accessLogMonths: number, caseMonths: number) => {
  const days = (n: number) => `('${today}'::date - ${n})`
  const months = (n: number) => `('${today}'::date - interval '${n} months')`
  return {
    mails: `mails WHERE created_at < ${days(SERVICE_DAYS.mails)} AND (state <> 'queued' OR for_digest) AND purged_at IS NULL`,
    accessLog: `access_log WHERE at < ${months(accessLogMonths)}`,
    apiRequests: `api_requests WHERE created_at < ${days(SERVICE_DAYS.apiRequests)}`,
    drafts: `form_drafts WHERE saved_at < ${days(SERVICE_DAYS.drafts)}`,
    works: `works WHERE ended_at < ${days(SERVICE_DAYS.works)}`,
    invitations: `invitations WHERE expires_at < ${days(SERVICE_DAYS.works)}`,
    sessions: `sessions WHERE expires_at < '${today}'::date`,
    importProblems: `import_problems p USING imports i WHERE i.id = p.import_id AND i.applied_at < ${months(caseMonths)}`,
    refusedEvidence: `bank_account_files f USING bank_accounts b
      WHERE b.id = f.bank_account_id AND b.rejected_at < ${days(SERVICE_DAYS.refusedEvidence)}`,
  } as const
}

const COUNTED = (today: Day, accessLogMonths: number, caseMonths: number) => ({
  saisines: 'SELECT count(*) FROM due_saisines',
  forms: 'SELECT count(*) FROM due_forms',
  ...Object.fromEntries(
    Object.entries(ELAPSED(today, accessLogMonths, caseMonths)).map(([what, from]) => [
      what,
      `SELECT count(*) FROM ${from.replace(' USING ', ', ')}`,
    ])
  ),
})

async function digestOf(trx: Trx, counts: Record<string, number>): Promise<Buffer> {
  const found = await row<{ digest: Buffer }>(
    `SELECT sha256(convert_to(concat_ws(';',
       (SELECT string_agg(id::text, ',' ORDER BY id) FROM due_saisines),
       (SELECT string_agg(id::text, ',' ORDER BY id) FROM due_forms), ?::text), 'UTF8')) AS digest`,
    [JSON.stringify(counts)],
    trx
  )
  return found!.digest
}
