import vine from '@vinejs/vine'
import type { SettingsInput } from '#app/network/settings/install_settings'
import { PAYEE_DEEDS } from '#app/shared/payee_policy'
import { refuse, type Refused } from '#app/shared/result'

const address = vine.object({
  street: vine.string().nullable(),
  buildingNumber: vine.string().nullable(),
  postcode: vine.string(),
  town: vine.string(),
  country: vine.string().fixedLength(2),
})

const bankLedger = vine.object({
  account: vine.string().regex(/^\d{3,}$/),
  label: vine.string().minLength(1),
  journalCode: vine.string().minLength(1),
  journalLabel: vine.string().minLength(1),
})

const settings = vine.compile(
  vine.object({
    federation: vine.object({ name: vine.string().maxLength(70), siren: vine.string() }),
    address,
    debtorIban: vine.string(),
    debtorBic: vine.string().nullable(),
    coolingOffHours: vine.number().min(0),
    approvalBands: vine
      .array(vine.object({ fromCents: vine.number().min(0), approvals: vine.number().min(1) }))
      .minLength(1),
    legalMentions: vine.array(vine.string()),
    fictitious: vine.boolean(),
    missingFormDays: vine.number().min(1),
    reminderDays: vine.number().withoutDecimals().range([1, 365]),
    maskingThreshold: vine.number().withoutDecimals().range([1, 9999]),
    batchBooking: vine.boolean(),
    painVersion: vine.enum(['pain.001.001.09', 'pain.001.001.03'] as const),
    bankLedger: bankLedger.nullable(),
    payeePolicy: vine.object({
      RVMC: vine.enum(PAYEE_DEEDS),
      RVNM: vine.enum(PAYEE_DEEDS),
      RVNA: vine.enum(PAYEE_DEEDS),
    }),
  })
)

/** The federation's settings as a JSON file states them; each fault with its place in the file. */
export async function readSettingsFile(json: unknown): Promise<SettingsInput | Refused> {
  const [error, read] = await settings.tryValidate(json)
  if (!error) return read
  const faults = error.messages as { field: string; message: string }[]
  return {
    refused: faults.map(
      ({ field }) =>
        refuse(
          'REGLAGE_FAUX',
          `Le réglage « ${field} » manque, ou n’a pas la forme attendue.`,
          'Partez de resources/settings.exemple.json.'
        ).refused[0]!
    ),
  }
}
