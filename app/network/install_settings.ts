import { checkIban, electronicIban } from '#app/network/check_iban'
import { seal } from '#app/network/iban_vault'
import type { Settings } from '#app/shared/settings'
import { isSiren } from '#app/shared/siret'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import { rows } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'

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
  if (unreadable) return refuse('IBAN', unreadable.message, unreadable.remedy)
  if (!isSiren(federation.siren)) {
    return refuse('SIREN', 'Le SIREN de la fédération est faux.', 'Recopiez ses neuf chiffres.')
  }
  return transaction(async (trx) => {
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
        JSON.stringify(rest.approvalBands),
        rest.legalMentions,
        rest.fictitious,
      ],
      trx
    )
    await recordEvent(trx, actorId, {
      verb: 'settings.recorded',
      subject: ['settings', 1],
      after: { federation, address, ...rest },
    })
    return { debtorIban: iban, federation, address, ...rest }
  })
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
  'approval_bands',
  'legal_mentions',
  'fictitious',
]

const UPSERT = `
  INSERT INTO settings (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})
  ON CONFLICT (id) DO UPDATE SET ${COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')}`
