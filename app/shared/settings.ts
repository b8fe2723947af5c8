import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { row } from '#app/shared/rows'
import type { Cents } from '#app/shared/cents'
import type { PayeePolicy } from '#app/shared/payee_policy'

/** What the federation decides for itself; one row of the database. */
export interface Settings {
  readonly federation: { readonly name: string; readonly siren: string }
  readonly address: Address
  /** Hours between the approval of a bank account and its first payment. */
  readonly coolingOffHours: number
  /** How many approvals a run needs from an amount on; the lowest amount first. */
  readonly approvalBands: readonly ApprovalBand[]
  readonly legalMentions: readonly string[]
  /** Demonstration data: every output says so. */
  readonly fictitious: boolean
  /** Days after which a saisine without a return form is reported. */
  readonly missingFormDays: number
  /** Days during which a saisine is not reminded again. */
  readonly reminderDays: number
  /** A count under it is not shown in a report to a funder: it could name somebody. */
  readonly maskingThreshold: number
  readonly batchBooking: boolean
  readonly painVersion: 'pain.001.001.09' | 'pain.001.001.03'
  readonly debtorBic: string | null
  /** Opened by the vault of the network room, when a transfer order is written. */
  readonly debtorIbanCiphertext: string
  /** Where the books hold that account; null until the accountant has chosen. */
  readonly bankLedger: BankLedger | null
  /** What becomes of an account whose holder’s name its bank does not confirm. */
  readonly payeePolicy: PayeePolicy
}

export interface BankLedger {
  readonly account: string
  readonly label: string
  readonly journalCode: string
  readonly journalLabel: string
}

export interface Address {
  readonly street: string | null
  readonly buildingNumber: string | null
  readonly postcode: string
  readonly town: string
  readonly country: string
}

export interface ApprovalBand {
  readonly fromCents: Cents
  readonly approvals: number
}

interface SettingsRow extends Omit<Settings, 'federation' | 'address'> {
  name: string
  siren: string
  street: string | null
  buildingNumber: string | null
  postcode: string
  town: string
  country: string
}

/** Nothing can be calculated or paid before the federation has said who it is. */
export class SettingsMissing extends Error {
  override message = 'Les réglages de la fédération ne sont pas encore enregistrés.'
  remedy =
    'Enregistrez-les avec ./ace settings:record resources/settings.exemple.json, à votre nom.'
}

/** The settings of the installation; throws while they have not been recorded. */
export async function loadSettings(client?: QueryClientContract): Promise<Settings> {
  const found = await findSettings(client)
  if (!found) throw new SettingsMissing()
  return found
}

/** The settings of the installation, null while they have not been recorded. */
export async function findSettings(client?: QueryClientContract): Promise<Settings | null> {
  const found = await row<SettingsRow>(QUERY, [], client)
  if (!found) return null
  const { name, siren, street, buildingNumber, postcode, town, country, ...rest } = found
  return {
    ...rest,
    federation: { name, siren },
    address: { street, buildingNumber, postcode, town, country },
    approvalBands: rest.approvalBands.toSorted((a, b) => a.fromCents - b.fromCents),
  }
}

const QUERY = `
  SELECT federation_name AS name, federation_siren AS siren, street, building_number AS "buildingNumber",
    postcode, town, country, cooling_off_hours AS "coolingOffHours", approval_bands AS "approvalBands",
    legal_mentions AS "legalMentions", fictitious, missing_form_days AS "missingFormDays",
    reminder_days AS "reminderDays", masking_threshold AS "maskingThreshold",
    batch_booking AS "batchBooking", pain_version AS "painVersion", debtor_bic AS "debtorBic",
    debtor_iban_ciphertext AS "debtorIbanCiphertext", payee_policy AS "payeePolicy",
    CASE WHEN bank_account_code IS NOT NULL THEN jsonb_build_object('account', bank_account_code, 'label', bank_account_label,
      'journalCode', bank_journal_code, 'journalLabel', bank_journal_label) END AS "bankLedger"
  FROM settings`
