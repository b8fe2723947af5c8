import { isDeepStrictEqual } from 'node:util'
import { checkIban, electronicIban } from '#app/network/bank_accounts/check_iban'
import { open, seal } from '#app/network/bank_accounts/iban_vault'
import { maskIban } from '#app/shared/french_format'
import { findSettings, type Settings } from '#app/shared/settings'
import { isSiren } from '#app/shared/siret'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import { lock, transaction } from '#app/shared/transaction'

export interface SettingsInput extends Omit<Settings, 'debtorIbanCiphertext'> {
  /** The account that the federation pays from; sealed before it is written. */
  debtorIban: string
}

/** Records the federation's settings, in place of the former ones. */
export async function installSettings(
  actorId: number | null,
  { debtorIban, federation, address, ...rest }: SettingsInput
): Promise<SettingsInput | Refused> {
  const iban = electronicIban(debtorIban)
  const unreadable = checkIban(iban)
  if (unreadable) return refuse('IBAN', unreadable.message, unreadable.remedy, 'iban')
  if (!isSiren(federation.siren)) {
    return refuse(
      'SIREN',
      'Le SIREN de la fédération est faux.',
      'Recopiez ses neuf chiffres.',
      'siren'
    )
  }
  return transaction(async (trx) => {
    await lock(trx, 'settings')
    const former = await findSettings(trx)
    await rows(
      UPSERT,
      [
        federation.name,
        federation.siren,
        address.street,
        address.buildingNumber,
        address.postcode,
        address.town,
        address.country,
        seal(iban).ciphertext,
        rest.debtorBic,
        rest.coolingOffHours,
        rest.batchBooking,
        rest.painVersion,
        rest.missingFormDays,
        rest.reminderDays,
        rest.maskingThreshold,
        JSON.stringify(rest.approvalBands),
        rest.legalMentions,
        rest.fictitious,
        rest.bankLedger?.account ?? null,
        rest.bankLedger?.label ?? null,
        rest.bankLedger?.journalCode ?? null,
        rest.bankLedger?.journalLabel ?? null,
        JSON.stringify(rest.payeePolicy),
      ],
      trx
    )
    await recordEvent(trx, actorId, {
      verb: 'settings.recorded',
      subject: ['settings', 1],
      ...changes(
        former && recorded({ ...former, debtorIban: open(former.debtorIbanCiphertext) }),
        recorded({ debtorIban: iban, federation, address, ...rest })
      ),
    })
    return { debtorIban: iban, federation, address, ...rest }
  })
}

/** What the event keeps: all but the account, of which the end alone is readable. */
function recorded({
  debtorIban,
  debtorIbanCiphertext: _sealed,
  ...rest
}: SettingsInput & { debtorIbanCiphertext?: string }) {
  return { ...rest, debtorAccount: maskIban(debtorIban.slice(0, 2), debtorIban.slice(-4)) }
}

type Recorded = ReturnType<typeof recorded>

/** Only what is no longer the same, so that the journal says what was changed; everything the first time. */
function changes(before: Recorded | null, after: Recorded) {
  if (!before) return { after }
  const changed = (Object.keys(after) as (keyof Recorded)[]).filter(
    (key) => !isDeepStrictEqual(before[key], after[key])
  )
  const only = (values: Recorded) => Object.fromEntries(changed.map((key) => [key, values[key]]))
  return { before: only(before), after: only(after) }
}

const COLUMNS = [
  'federation_name',
  'federation_siren',
  'street',
  'building_number',
  'postcode',
  'town',
  'country',
  'debtor_iban_ciphertext',
  'debtor_bic',
  'cooling_off_hours',
  'batch_booking',
  'pain_version',
  'missing_form_days',
  'reminder_days',
  'masking_threshold',
  'approval_bands',
  'legal_mentions',
  'fictitious',
  'bank_account_code',
  'bank_account_label',
  'bank_journal_code',
  'bank_journal_label',
  'payee_policy',
]

const UPSERT = `
  INSERT INTO settings (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})
  ON CONFLICT (id) DO UPDATE SET ${COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')}`
