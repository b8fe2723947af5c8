import type { ConventionFile } from '#app/conventions/file/convention_file'
import type { ScheduleTerms } from '#app/conventions/convention_terms'
import { SCHEDULE_TERMS } from '#app/conventions/fees/schedule_query'
import { row } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** What is recorded of a convention beside its own columns, in the shapes of the file. */
export interface RecordedParts {
  funder: { code: string; name: string }
  accountMapping: ConventionFile['accountMapping']
  funderAccount: Exclude<ConventionFile['funderAccount'], undefined>
  reallocationAuthority: ConventionFile['reallocationAuthority']
  amendments: ConventionFile['amendments']
  /** Those in force: what an amendment replaced may be stated again by another one. */
  envelopes: ConventionFile['envelopes']
  /** Those that count, and those that a person reversed since: the same file must not bring them back. */
  receipts: ConventionFile['receipts']
  reversedReceipts: ConventionFile['receipts']
  /** All that ever were published, superseded ones too. */
  feeSchedules: (ScheduleTerms & { live: boolean })[]
}

export async function recordedParts(trx: Trx, conventionId: number): Promise<RecordedParts> {
  const found = await row<{ parts: RecordedParts }>(QUERY, [conventionId], trx)
  return found!.parts
}

const all = (object: string, table: string, order: string, only = 'true') =>
  `(SELECT coalesce(json_agg(${object} ORDER BY ${order}), '[]') FROM ${table}
    WHERE convention_id = c.id AND ${only})`

const RECEIPT = `json_build_object('receivedOn', received_on, 'amountCents', amount_cents, 'reference', reference)`

const QUERY = `
  SELECT json_build_object(
    'funder', (SELECT json_build_object('code', code, 'name', name) FROM funders WHERE id = c.funder_id),
    'accountMapping', (SELECT json_build_object('treatment', treatment, 'journalCode', journal_code,
      'journalLabel', journal_label, 'chargeAccount', charge_account, 'chargeLabel', charge_label,
      'payableAccount', payable_account, 'payableLabel', payable_label)
      FROM account_mappings WHERE convention_id = c.id),
    'funderAccount', (SELECT json_build_object('account', account, 'label', label)
      FROM funder_accounts WHERE convention_id = c.id),
    'reallocationAuthority', (SELECT json_build_object('article', article, 'proof', proof)
      FROM reallocation_authorities WHERE convention_id = c.id ORDER BY id DESC LIMIT 1),
    'amendments', ${all(
      `json_build_object('number', number, 'signedOn', signed_on, 'effectiveOn', effective_on,
        'changes', changes)`,
      'amendments',
      'number'
    )},
    'envelopes', ${all(
      `json_build_object('from', starts_on, 'to', ends_on, 'amountCents', amount_cents)`,
      'envelopes',
      'starts_on',
      'superseded_at IS NULL'
    )},
    'receipts', ${all(RECEIPT, 'living_receipts', 'id')},
    'reversedReceipts', ${all(RECEIPT, 'funder_receipts', 'id', 'reversed_at IS NOT NULL')},
    'feeSchedules', ${all(
      `(${SCHEDULE_TERMS}::jsonb || jsonb_build_object('live', s.superseded_at IS NULL))`,
      'fee_schedules s',
      's.id'
    )}) AS parts
  FROM conventions c WHERE c.id = ?`
