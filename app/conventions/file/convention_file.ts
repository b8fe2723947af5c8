import vine, { SimpleMessagesProvider } from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { OUTCOMES } from '#app/conventions/outcomes'
import { isDay } from '#app/shared/day'
import type { Reason } from '#app/shared/result'

const isDayRule = vine.createRule((value, _options, field) => {
  if (typeof value === 'string' && !isDay(value)) {
    field.report('day', 'day', field)
  }
})

// Every key is required, null when it does not apply: a misspelt rule would otherwise be a missing one.
const text = () => vine.string().trim().minLength(1)
const day = () => vine.string().use(isDayRule())
const cents = () => vine.number({ strict: true }).withoutDecimals().min(0)
const words = () => vine.array(text()).minLength(1)
const code = (form: RegExp) => vine.string().regex(form)

const fee = vine.object({
  service: code(/^[a-z][a-z0-9_]{0,39}$/),
  label: text(),
  unit: vine.enum(['per_saisine', 'per_act'] as const),
  amountCents: cents().max(100_000_000),
  cap: vine.number({ strict: true }).withoutDecimals().min(1).nullable(),
  outcomes: vine.array(vine.enum(OUTCOMES)).minLength(1),
  beneficiaries: words().nullable(),
})

const conventionFile = vine.create({
  code: code(/^[A-Z0-9][A-Z0-9-]{1,19}$/),
  title: text(),
  funder: vine.object({ code: text(), name: text() }),
  signedOn: day().nullable(),
  startsOn: day(),
  endsOn: day().nullable(),
  state: vine.enum(['draft', 'active'] as const),
  fictitiousAmounts: vine.boolean({ strict: true }),
  priceDate: vine.enum(['saisine', 'first_contact'] as const),
  deadline: vine
    .object({
      from: vine.enum(['saisine', 'quarter_end'] as const),
      days: vine.number({ strict: true }).withoutDecimals().min(0),
      effect: vine.enum(['forclusion', 'alert'] as const),
    })
    .nullable(),
  payableChannels: words(),
  coveredBeneficiaries: words(),
  duplicatePolicy: vine.enum(['first_received', 'last_received'] as const),
  overrunPolicy: vine.enum(['refuse', 'wait', 'prorata'] as const),
  ceilingCents: cents().min(1).nullable(),
  accountMapping: vine
    .object({
      treatment: vine.enum(['aide', 'prestation', 'transit'] as const),
      journalCode: code(/^[A-Z0-9]{1,10}$/),
      journalLabel: text(),
      chargeAccount: code(/^\d{3,}$/),
      chargeLabel: text(),
      payableAccount: code(/^\d{3,}$/),
      payableLabel: text(),
    })
    .nullable(),
  // Chosen on screen as well: a file that says nothing of it leaves what was chosen.
  funderAccount: vine
    .object({ account: code(/^\d{3,}$/), label: text() })
    .nullable()
    .optional(),
  reallocationAuthority: vine.object({ article: text(), proof: text() }).nullable(),
  amendments: vine.array(
    vine.object({
      number: vine.number({ strict: true }).withoutDecimals().min(1),
      signedOn: day(),
      effectiveOn: day(),
      changes: vine.record(vine.any()),
    })
  ),
  feeSchedules: vine.array(
    vine.object({
      label: text(),
      from: day(),
      to: day().nullable(),
      fees: vine.array(fee).minLength(1).distinct('service'),
    })
  ),
  envelopes: vine.array(vine.object({ from: day(), to: day(), amountCents: cents() })),
  receipts: vine
    .array(vine.object({ receivedOn: day(), amountCents: cents().min(1), reference: text() }))
    .distinct('reference'),
})

conventionFile.messagesProvider = new SimpleMessagesProvider({
  'required': 'manque\u00a0: écrivez null si la convention n’en dit rien.',
  'string': 'doit être un texte.',
  'number': 'doit être un nombre, sans guillemets.',
  'boolean': 'doit valoir true ou false.',
  'object': 'doit être un objet { … }.',
  'array': 'doit être une liste [ … ].',
  'record': 'doit être un objet { … }.',
  'day': 'n’est pas une date\u00a0: écrivez AAAA-MM-JJ.',
  'enum': 'doit être l’une de ces valeurs\u00a0: {{ choices }}.',
  'overrunPolicy.enum':
    'vaut refuse (la campagne s’arrête), wait (les associations au-delà attendent) ou prorata (l’enveloppe se partage).',
  'regex': 'contient des caractères qui n’y sont pas admis.',
  'withoutDecimals': 'doit être un entier\u00a0: les montants sont en centimes.',
  'min': 'doit valoir au moins {{ min }}.',
  'max': 'doit valoir au plus {{ max }}.',
  'minLength': 'est vide.',
  'array.minLength': 'est une liste vide.',
  'distinct': 'contient deux fois la même valeur.',
})

export type ConventionFile = Infer<typeof conventionFile>

/** The convention that a JSON value states, or every path of the file to mend. */
export async function readConventionFile(
  json: unknown
): Promise<{ file: ConventionFile } | { refused: Reason[] }> {
  const [error, file] = await conventionFile.tryValidate(json)
  if (!error) return { file }
  const found = error.messages as { field: string; message: string }[]
  return {
    refused: found.map(({ field, message }) => ({
      code: 'FICHIER_CONVENTION',
      message: `${field || 'Le fichier'} ${message}`,
    })),
  }
}
