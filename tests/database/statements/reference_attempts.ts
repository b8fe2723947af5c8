import { FOREIGN_KEY, RESTRICT, UNIQUE, type Attempt } from '#tests/database/statements/attempt'

/** What evidence, barèmes and references refuse. */
export const REFERENCE_ATTEMPTS: readonly Attempt[] = [
  ['un barème qui a servi est figé', 'UPDATE fees SET amount_cents = 1', RESTRICT],
  ['une fiche ne se réécrit pas', `UPDATE return_forms SET outcome = 'refus'`, RESTRICT],
  ['une saisine payée ne s’efface pas', 'DELETE FROM saisines', FOREIGN_KEY],
  ['une fiche payée ne s’efface pas', 'DELETE FROM return_forms', FOREIGN_KEY],
  [
    'une ligne désigne une fiche connue',
    `INSERT INTO settlement_lines (run_id, association_id, position, kind, saisine_id, form_id, fee_id, service_code,
         priced_on, unit_cents, quantity_asked, quantity_retained, amount_cents)
       SELECT run_id, association_id, 9999, kind, saisine_id, 999999, fee_id, 'autre_prestation', priced_on, unit_cents,
         quantity_asked, quantity_retained, amount_cents FROM settlement_lines WHERE run_id = :submitted LIMIT 1`,
    FOREIGN_KEY,
  ],
  [
    'une fiche désigne une association connue',
    `INSERT INTO return_forms (convention_id, reference, association_id, received_on, outcome, origin)
       SELECT convention_id, 'X', 999999, received_on, outcome, origin FROM return_forms LIMIT 1`,
    FOREIGN_KEY,
  ],
  [
    'une saisine désigne un département connu',
    `UPDATE saisines SET department = '20'`,
    FOREIGN_KEY,
  ],
  [
    'une fiche n’a qu’une issue, et une saisine qu’une fiche retenue',
    `UPDATE form_outcomes SET outcome = 'RETENUE',
         saisine_id = (SELECT min(saisine_id) FROM form_outcomes WHERE outcome = 'RETENUE')`,
    UNIQUE,
  ],
]
