import { verdict, type Invariant } from '#app/ledger/invariants/invariant'
import { CONSTRAINTS, TRIGGERS, UNIQUE_INDEXES } from '#app/ledger/invariants/protection_names'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

// A constraint declared NOT ENFORCED (PostgreSQL 18) stands in the catalogue and checks nothing;
// older servers have no such column, hence the detour by jsonb.
const PROTECTIONS_BY_KIND = [
  {
    kind: 'déclencheur',
    expected: TRIGGERS,
    inForce: `SELECT tgname AS name FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
      WHERE relnamespace = current_schema()::regnamespace AND tgenabled IN ('O', 'A')`,
  },
  {
    kind: 'contrainte',
    expected: CONSTRAINTS,
    inForce: `SELECT conname AS name FROM pg_constraint c
      WHERE connamespace = current_schema()::regnamespace AND convalidated
        AND coalesce((to_jsonb(c) ->> 'conenforced')::boolean, true)`,
  },
  {
    kind: 'index unique',
    expected: UNIQUE_INDEXES,
    inForce: `SELECT relname AS name FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
      WHERE relnamespace = current_schema()::regnamespace AND indisunique AND indisvalid AND indisready`,
  },
]

/** What the database itself refuses is only refused while its triggers and constraints stand. */
export const PROTECTIONS: Invariant = {
  code: 'PROTECTIONS',
  label: 'Les déclencheurs et contraintes de la base sont en place',
  async examine(trx) {
    const faults: string[] = []
    for (const { kind, expected, inForce } of PROTECTIONS_BY_KIND) {
      const standing = await namesOf(trx, inForce)
      const missing = expected.filter((name) => !standing.has(name))
      faults.push(...missing.map((name) => `${kind} ${name}\u00a0: absent ou désactivé`))
    }
    const checked = PROTECTIONS_BY_KIND.reduce((sum, { expected }) => sum + expected.length, 0)
    return verdict(checked, faults)
  },
}

async function namesOf(trx: Trx, query: string): Promise<Set<string>> {
  const found = await rows<{ name: string }>(query, [], trx)
  return new Set(found.map(({ name }) => name))
}
