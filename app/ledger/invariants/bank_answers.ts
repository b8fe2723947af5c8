import { sqlInvariant, verdict, type Invariant } from '#app/ledger/invariants/invariant'
import { sqlDiffers } from '#app/ledger/invariants/sql_euros'
import { archivedFile } from '#app/shared/archived_file'
import { rows } from '#app/shared/rows'

const STATE_WORDS = `(VALUES ('issued', 'émis'), ('accepted', 'accepté'), ('executed', 'exécuté'),
  ('rejected', 'rejeté'), ('returned', 'retourné')) AS words (state, word)`

function word(state: string): string {
  return `(SELECT word FROM ${STATE_WORDS} WHERE words.state = ${state})`
}

/** The bytes that the bank sent: what proves the moves. */
const RECEIVED_BYTES: Invariant = {
  code: 'REPONSES_ARCHIVEES',
  label: 'Chaque réponse de la banque est archivée telle qu’elle est venue',
  async examine(trx) {
    const files = await rows<{ file_key: string; sha256: Buffer }>(
      'SELECT file_key, sha256 FROM bank_files ORDER BY id',
      [],
      trx
    )
    const faults: string[] = []
    for (const { file_key: key, sha256 } of files) {
      const { state } = await archivedFile(key, sha256, trx)
      if (state === 'absent') faults.push(`${key}\u00a0: fichier absent de l’archive`)
      if (state === 'altered') faults.push(`${key}\u00a0: ce n’est plus le fichier reçu`)
    }
    return verdict(files.length, faults)
  },
}

export const BANK_ANSWERS: readonly Invariant[] = [
  sqlInvariant(
    'VIREMENT_PROUVE',
    'Chaque virement est dans l’état que la banque a dit en dernier',
    {
      counted: 'SELECT count(*) FROM transfers',
      offending: `
      SELECT format('virement %s', end_to_end_id) AS subject,
        CASE WHEN last.state IS NULL THEN format('%s sans que la banque l’ait dit', ${word('t.state')})
          WHEN last.state <> t.state THEN format('%s, et la banque l’a dit %s', ${word('t.state')}, ${word('last.state')})
          ELSE 'retourné sans avoir été exécuté' END AS fault
      FROM transfers t LEFT JOIN LATERAL (
        SELECT state FROM transfer_moves WHERE transfer_id = t.id ORDER BY id DESC LIMIT 1) AS last ON true
      WHERE coalesce(last.state, 'issued') <> t.state OR (t.state = 'returned' AND NOT EXISTS (
        SELECT 1 FROM transfer_moves WHERE transfer_id = t.id AND state = 'executed'))`,
    }
  ),
  sqlInvariant(
    'VIREMENT_EGALE_ECRITURES',
    'Chaque virement exécuté a son écriture, retourné les deux, à son montant',
    {
      counted: 'SELECT count(*) FROM transfers',
      offending: `
      SELECT format('virement %s', end_to_end_id) AS subject, CASE
          WHEN executions <> (t.state IN ('executed', 'returned'))::int THEN format('%s, %s écriture d’exécution', ${word('t.state')}, executions)
          WHEN returns <> (t.state = 'returned')::int THEN format('%s, %s écriture de retour', ${word('t.state')}, returns)
          WHEN strangers > 0 THEN 'son écriture est d’un autre relevé'
          WHEN executions = 1 AND paid IS DISTINCT FROM amount_cents THEN ${sqlDiffers('amount_cents', 'coalesce(paid, 0)')}
          ELSE ${sqlDiffers('amount_cents', 'coalesce(back, 0)')} END AS fault
      FROM transfers t CROSS JOIN LATERAL (
        SELECT count(DISTINCT e.id) FILTER (WHERE kind = 'transfer_execution' AND reverses_id IS NULL)
            - count(DISTINCT e.id) FILTER (WHERE kind = 'transfer_execution' AND reverses_id IS NOT NULL) AS executions,
          count(DISTINCT e.id) FILTER (WHERE kind = 'transfer_return' AND reverses_id IS NULL)
            - count(DISTINCT e.id) FILTER (WHERE kind = 'transfer_return' AND reverses_id IS NOT NULL) AS returns,
          count(*) FILTER (WHERE e.statement_id IS DISTINCT FROM t.statement_id) AS strangers,
          sum(debit_cents - credit_cents) FILTER (WHERE kind = 'transfer_execution' AND auxiliary IS NOT NULL) AS paid,
          sum(credit_cents - debit_cents) FILTER (WHERE kind = 'transfer_return' AND auxiliary IS NOT NULL) AS back
        FROM journal_entries e LEFT JOIN journal_postings p ON p.entry_id = e.id WHERE e.transfer_id = t.id) AS booked
      WHERE executions <> (t.state IN ('executed', 'returned'))::int OR returns <> (t.state = 'returned')::int
        OR strangers > 0 OR (executions = 1 AND paid IS DISTINCT FROM amount_cents)
        OR (returns = 1 AND back IS DISTINCT FROM amount_cents)`,
    }
  ),
  // The database refuses it too; books may have been restored from elsewhere.
  sqlInvariant(
    'CONTRE_PASSATIONS',
    'Une écriture contre-passée l’est une fois, par son inverse exact',
    {
      counted: 'SELECT count(*) FROM journal_entries',
      offending: `
      SELECT format('écriture %s', r.id) AS subject, CASE
          WHEN e.id IS NULL OR (e.kind, e.transfer_id, e.statement_id) IS DISTINCT FROM (r.kind, r.transfer_id, r.statement_id)
            THEN format('contre-passe l’écriture %s, qui n’est pas du même virement', r.reverses_id)
          WHEN others > 0 THEN format('l’écriture %s est contre-passée deux fois', r.reverses_id)
          ELSE format('n’est pas l’inverse de l’écriture %s', r.reverses_id) END AS fault
      FROM journal_entries r LEFT JOIN journal_entries e ON e.id = r.reverses_id
      CROSS JOIN LATERAL (SELECT count(*) AS others FROM journal_entries o
        WHERE o.reverses_id = r.reverses_id AND o.id < r.id) AS twice
      CROSS JOIN LATERAL (SELECT count(*) AS left_over FROM (
        SELECT account, auxiliary, sum(debit_cents - credit_cents) FROM journal_postings
        WHERE entry_id IN (r.id, r.reverses_id) GROUP BY account, auxiliary HAVING sum(debit_cents - credit_cents) <> 0) AS d
        ) AS differs
      WHERE r.reverses_id IS NOT NULL AND (others > 0 OR left_over > 0 OR e.id IS NULL
        OR (e.kind, e.transfer_id, e.statement_id) IS DISTINCT FROM (r.kind, r.transfer_id, r.statement_id))`,
    }
  ),
  sqlInvariant('RELEVE_PAYE_UNE_FOIS', 'Un relevé est payé une fois au plus, retours déduits', {
    counted: 'SELECT count(*) FROM statements',
    offending: `
      SELECT format('relevé %s', number) AS subject, CASE
          WHEN executed > 1 THEN format('%s virements exécutés', executed)
          ELSE ${sqlDiffers('executed * payable_cents', 'net')} END AS fault
      FROM statements s CROSS JOIN LATERAL (
        SELECT count(*) AS executed FROM transfers WHERE statement_id = s.id AND state = 'executed') AS paid
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(debit_cents - credit_cents), 0) AS net
        FROM journal_entries e JOIN journal_postings p ON p.entry_id = e.id
        WHERE e.statement_id = s.id AND e.transfer_id IS NOT NULL AND auxiliary IS NOT NULL) AS booked
      WHERE executed > 1 OR net <> executed * payable_cents`,
  }),
  sqlInvariant('CAMPAGNE_PAYEE', 'Une campagne payée a tous ses virements exécutés', {
    counted: `SELECT count(*) FROM runs WHERE state IN ('issued', 'paid', 'closed')`,
    offending: `
      SELECT format('campagne %s', code) AS subject, format('%s relevés sans virement exécuté', count(*)) AS fault
      FROM runs JOIN statements s ON s.run_id = runs.id
      WHERE runs.state IN ('paid', 'closed') AND payable_cents > 0 AND NOT EXISTS (
        SELECT 1 FROM transfers WHERE statement_id = s.id AND state = 'executed')
      GROUP BY code`,
  }),
  sqlInvariant(
    'LIGNES_DE_BANQUE',
    'Chaque ligne de la banque est expliquée au centime, ou attend une personne',
    {
      counted: 'SELECT count(*) FROM bank_movements',
      offending: `
      SELECT format('mouvement %s', m.id) AS subject, ${sqlDiffers('amount_cents', 'coalesce(total, 0)')} AS fault
      FROM bank_movements m LEFT JOIN (
        SELECT movement_id, sum(amount_cents) AS total FROM bank_parts GROUP BY movement_id) AS parts ON parts.movement_id = m.id
      WHERE amount_cents <> coalesce(total, 0)
      UNION ALL
      SELECT format('ligne de banque %s', p.id), CASE
          WHEN moves > 0 AND coalesce(i.resolution, 'matched') <> 'matched' THEN 'suit des virements et reste en suspens'
          WHEN moves > 0 THEN ${sqlDiffers('p.amount_cents + given_back', 'moved')}
          WHEN i.id IS NULL THEN 'ni virement, ni suspens'
          ELSE 'rapprochée de rien' END
      FROM bank_parts p LEFT JOIN bank_items i ON i.part_id = p.id
      CROSS JOIN LATERAL (
        SELECT count(*) AS moves, coalesce(sum(CASE t.state WHEN 'executed' THEN -amount_cents ELSE amount_cents END), 0) AS moved
        FROM (SELECT m.state, amount_cents FROM transfer_moves m JOIN transfers ON transfers.id = m.transfer_id
          WHERE m.part_id = p.id) AS t) AS followed
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(o.amount_cents), 0) AS given_back FROM bank_items g JOIN bank_parts o ON o.id = g.part_id
        WHERE g.offset_of = p.id) AS offsets
      WHERE CASE WHEN moves > 0 THEN moved <> p.amount_cents + given_back OR coalesce(i.resolution, 'matched') <> 'matched'
          OR (i.id IS NOT NULL AND i.resolution IS NULL)
        ELSE i.id IS NULL OR i.resolution = 'matched' END`,
    }
  ),
  RECEIVED_BYTES,
]
