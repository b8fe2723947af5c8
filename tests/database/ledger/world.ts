import { createHash } from 'node:crypto'
import drive from '@adonisjs/drive/services/main'
import { issuePostings } from '#app/ledger/issue_postings'
import { postEntry } from '#app/ledger/post_entry'
import { decimalFromCents, sumCents } from '#app/shared/cents'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/**
 * A small valid world, written through all the protections of the database: three campaigns of one
 * convention, two associations, a correction that leaves a negative balance, its carry-forward, and a
 * transfer that came back and was issued again. The archive must be faked by the caller.
 *
 *   C1  REL-2026-000001 Alpha 300,00 €  REL-2026-000002 Bêta 45,00 €
 *   C2  REL-2026-000003 Alpha −50,00 € (a correction: 250,00 € due, 300,00 € paid)
 *   C3  REL-2026-000004 Alpha  20,00 € (70,00 € less the 50,00 € carried)
 *   order VIR-1 pays 000001 and 000002; the second comes back, and VIR-2 pays it again with 000004.
 */
export async function validWorld(trx: Trx): Promise<void> {
  await rows(PEOPLE_AND_RULES, [], trx)
  await rows(MATTERS, [], trx)
  await run(trx, 1, '2026-04-10', [
    `(1, 1, 1, 1, 'service', 1, 1, 1, 'ecoute', '2026-01-10', 30000, 1, 1, 0, NULL, NULL, NULL, NULL, NULL, 30000)`,
    `(2, 1, 2, 1, 'service', 2, 2, 2, 'entretien', '2026-01-12', 5000, 1, 1, 500, NULL, NULL, NULL, NULL, NULL, 4500)`,
  ])
  await statement(trx, 1, 1, 1, 30000, 30000, '2026-04-10')
  await statement(trx, 2, 1, 2, 4500, 4500, '2026-04-10')
  await rows(DECIDED_CORRECTION, [], trx)
  await run(trx, 2, '2026-07-10', [
    `(3, 2, 1, 1, 'correction', NULL, NULL, NULL, 'ecoute', NULL, NULL, NULL, NULL, 0, 1, 1, NULL, 25000, 30000, -5000)`,
  ])
  await statement(trx, 3, 2, 1, -5000, -5000, '2026-07-10')
  await run(trx, 3, '2026-10-09', [
    `(4, 3, 1, 1, 'service', 3, 3, 2, 'entretien', '2026-05-02', 5000, 2, 2, 3000, NULL, NULL, NULL, NULL, NULL, 7000)`,
    `(5, 3, 1, 2, 'carry_forward', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 3, NULL, NULL, -5000)`,
  ])
  await statement(trx, 4, 3, 1, 2000, 7000, '2026-10-09')
  await order(trx, 1, [
    [1, 1, 30000, 'REL-2026-000001', 'executed'],
    [2, 2, 4500, 'REL-2026-000002', 'returned'],
  ])
  await order(trx, 2, [
    [2, 2, 4500, 'REL-2026-000002-2', 'accepted'],
    [4, 1, 2000, 'REL-2026-000004', 'issued'],
  ])
  await rows('SET CONSTRAINTS ALL IMMEDIATE', [], trx)
}

const PEOPLE_AND_RULES = `
  INSERT INTO settings (federation_name, federation_siren, postcode, town, debtor_iban_ciphertext, approval_bands)
    VALUES ('Fédération d’essai', '732829320', '75001', 'Paris', 'chiffré',
      '[{"fromCents": 0, "approvals": 1}, {"fromCents": 30000, "approvals": 2}]');
  INSERT INTO users (id, email, full_name, role) OVERRIDING SYSTEM VALUE VALUES
    (1, 'finance@essai.test', 'Personne Un', 'finance'), (2, 'direction@essai.test', 'Personne Deux', 'approver'),
    (3, 'tresorerie@essai.test', 'Personne Trois', 'approver');
  INSERT INTO departments VALUES ('01', 'Ain'), ('71', 'Saône-et-Loire');
  INSERT INTO associations (id, code, name, town) OVERRIDING SYSTEM VALUE VALUES
    (1, 'AV01', 'Alpha', 'Bourg'), (2, 'AV71', 'Bêta', 'Mâcon');
  INSERT INTO bank_accounts (id, association_id, iban_ciphertext, iban_index, iban_country, iban_last4, holder, evidence,
      proposed_by, proposed_at, approved_by, approved_at, callback_note, payable_from) OVERRIDING SYSTEM VALUE
    SELECT id, id, 'chiffré', sha256(id::text::bytea), 'FR', '000' || id, 'Titulaire ' || id, 'relevé', 1, '2026-01-05Z',
      2, '2026-01-06Z', 'rappelé', '2026-01-09Z' FROM associations;
  INSERT INTO funders (id, code, name) OVERRIDING SYSTEM VALUE VALUES (1, 'FIN', 'Financeur');
  INSERT INTO conventions (id, funder_id, code, title, starts_on, state, price_date, payable_channels, covered_beneficiaries)
    OVERRIDING SYSTEM VALUE VALUES
    (1, 1, 'ESSAI-2026', 'Essai', '2026-01-01', 'active', 'saisine', '{plateforme}', '{elu}'),
    (2, 1, 'AUTRE-2026', 'Autre', '2026-01-01', 'active', 'saisine', '{plateforme}', '{elu}');
  INSERT INTO reallocation_authorities (convention_id, article, proof, recorded_at)
    VALUES (1, 'article 5', 'avenant', '2026-01-02Z');
  INSERT INTO fee_schedules (id, convention_id, label, starts_on, ends_on) OVERRIDING SYSTEM VALUE
    VALUES (1, 1, 'Barème 2026', '2026-01-01', '2027-01-01'), (2, 1, 'Barème 2027', '2027-01-01', NULL);
  INSERT INTO fees (id, fee_schedule_id, position, service_code, label, unit, amount_cents, outcomes) OVERRIDING SYSTEM VALUE
    VALUES (1, 1, 1, 'ecoute', 'Écoute', 'per_saisine', 30000, '{prise_en_charge}'),
      (2, 1, 2, 'entretien', 'Entretien', 'per_act', 5000, '{prise_en_charge}'),
      (3, 2, 1, 'entretien', 'Entretien', 'per_act', 5000, '{prise_en_charge}')`

const MATTERS = `
  INSERT INTO saisines (id, convention_id, reference, association_id, opened_on, channel, department, beneficiary, mandate)
    VALUES (1, 1, 'S1', 1, '2026-01-10', 'plateforme', '01', 'elu', 'maire'),
      (2, 1, 'S2', 2, '2026-01-12', 'plateforme', '71', 'elu', 'maire'),
      (3, 1, 'S3', 1, '2026-05-02', 'plateforme', '01', 'elu', 'maire');
  INSERT INTO return_forms (id, convention_id, reference, association_id, received_on, outcome, origin)
    SELECT id, 1, reference, association_id, opened_on + 20, 'prise_en_charge', 'typed' FROM saisines;
  INSERT INTO form_outcomes (form_id, convention_id, saisine_id, outcome)
    SELECT id, 1, id, 'RETENUE' FROM return_forms`

const DECIDED_CORRECTION = `
  INSERT INTO proposed_corrections (id, convention_id, association_id, saisine_id, form_id, corrects_line_id, service_code,
      due_cents, already_cents, amount_cents, reason, state, decided_by, decided_at, decision_reason)
    OVERRIDING SYSTEM VALUE
    VALUES (1, 1, 1, 1, 1, 1, 'ecoute', 25000, 30000, -5000, 'pièce tardive', 'settled', 2, '2026-07-01Z', 'accord')`

const MAPPING = {
  treatment: 'aide',
  journalCode: 'REV',
  journalLabel: 'Reversements',
  chargeAccount: '6571',
  chargeLabel: 'Aides',
  payableAccount: '4671',
  payableLabel: 'Associations',
} as const

const ASSOCIATIONS = { 1: { code: 'AV01', name: 'Alpha' }, 2: { code: 'AV71', name: 'Bêta' } }

async function run(trx: Trx, id: number, day: string, lines: string[]): Promise<void> {
  await rows(
    `INSERT INTO runs (id, convention_id, code, until, state, prepared_by, content_hash, submitted_by, issued_at)
       OVERRIDING SYSTEM VALUE VALUES (${id}, 1, 'C${id}', '${day}', 'issued', 1, sha256('C${id}'), 1, '${day}T08:00Z');
     INSERT INTO settlement_lines (id, run_id, association_id, position, kind, saisine_id, form_id, fee_id, service_code,
       priced_on, unit_cents, quantity_asked, quantity_retained, reduction_cents, corrects_line_id,
       proposed_correction_id, carried_statement_id, due_cents, already_cents, amount_cents) VALUES ${lines.join()};
     UPDATE runs SET total_cents = (SELECT sum(amount_cents) FROM settlement_lines WHERE run_id = ${id}) WHERE id = ${id};
     INSERT INTO run_approvals (run_id, approver_id, run_hash, approved_at)
       SELECT ${id}, approver, sha256('C${id}'), '${day}T07:00Z' FROM unnest(ARRAY[2, 3]) AS approver`,
    [],
    trx
  )
}

async function statement(
  trx: Trx,
  id: number,
  runId: number,
  associationId: 1 | 2,
  total: number,
  posted: number,
  day: string
): Promise<void> {
  const number = `REL-2026-00000${id}`
  await rows(
    `INSERT INTO statements (id, run_id, association_id, number, year, sequence, bank_account_id, line_count, total_cents,
       payable_cents, carried_cents, issued_at) OVERRIDING SYSTEM VALUE
     SELECT ${id}, ${runId}, ${associationId}, '${number}', 2026, ${id}, CASE WHEN ${total} > 0 THEN ${associationId} END,
       count(*), ${total}, greatest(${total}, 0), least(${total}, 0), '${day}T08:00Z'
     FROM settlement_lines WHERE run_id = ${runId} AND association_id = ${associationId}`,
    [],
    trx
  )
  for (const kind of ['statement_pdf', 'statement_xlsx']) {
    const key = `${number}.${kind}`
    const bytes = Buffer.from(key)
    await drive.use().put(key, bytes)
    await rows(
      `INSERT INTO documents (run_id, statement_id, kind, file_key, sha256, size_bytes) VALUES (?, ?, ?, ?, ?, ?)`,
      [runId, id, kind, key, sha256(bytes), bytes.length],
      trx
    )
  }
  await postEntry(trx, {
    kind: 'statement_issue',
    journalCode: MAPPING.journalCode,
    journalLabel: MAPPING.journalLabel,
    entryDate: day,
    pieceRef: number,
    pieceDate: day,
    label: `Relevé ${number}`,
    statementId: id,
    postings: issuePostings(posted, MAPPING, ASSOCIATIONS[associationId])!,
  })
}

type Payment = [statement: number, account: number, cents: number, id: string, state: string]

async function order(trx: Trx, id: number, payments: Payment[]): Promise<void> {
  const file = Buffer.from(orderFile(payments))
  await drive.use().put(`VIR-${id}.xml`, file)
  const total = sumCents(payments.map(([, , cents]) => cents))
  await rows(
    `INSERT INTO transfer_orders (id, message_id, execution_date, transfer_count, total_cents, file_key, sha256, created_by,
       created_at) OVERRIDING SYSTEM VALUE VALUES (?, ?, '2026-10-12', ?, ?, ?, ?, 1, '2026-10-10Z')`,
    [id, `VIR-${id}`, payments.length, total, `VIR-${id}.xml`, sha256(file)],
    trx
  )
  for (const [statementId, account, cents, reference, state] of payments) {
    await rows(
      `INSERT INTO transfers (transfer_order_id, statement_id, bank_account_id, end_to_end_id, instruction_id, amount_cents,
         state) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [id, statementId, account, reference, `I-${reference}`, cents, state],
      trx
    )
  }
}

/** A pain.001 with what the check reads of it, and nothing else. */
export function orderFile(payments: readonly Payment[]): string {
  const total = decimalFromCents(sumCents(payments.map(([, , cents]) => cents)))
  const totals = `<NbOfTxs>${payments.length}</NbOfTxs><CtrlSum>${total}</CtrlSum>`
  const transfers = payments.map(
    ([, account, cents, reference]) =>
      `<CdtTrfTxInf><PmtId><EndToEndId>${reference}</EndToEndId></PmtId>` +
      `<Amt><InstdAmt Ccy="EUR">${decimalFromCents(cents)}</InstdAmt></Amt>` +
      `<CdtrAcct><Id><IBAN>FR760000000000000000000${'000' + account}</IBAN></Id></CdtrAcct></CdtTrfTxInf>`
  )
  return (
    `<Document><CstmrCdtTrfInitn><GrpHdr>${totals}</GrpHdr><PmtInf>${totals}${transfers.join('')}</PmtInf>` +
    `</CstmrCdtTrfInitn></Document>`
  )
}

export function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}
