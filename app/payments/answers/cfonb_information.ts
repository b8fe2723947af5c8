import type { StatusReason } from '#app/payments/answers/reason_text'
import { scaled } from '#app/payments/answers/cfonb_amount'
import { zone, type CfonbRecord } from '#app/payments/answers/cfonb_records'
import { cleanText } from '#app/payments/answers/clean_text'
import { reasonCode } from '#app/payments/answers/reason_codes'
import { MAX_AMOUNT } from '#app/payments/answers/reading'
import type { Money } from '#app/payments/answers/xml_money'

export interface CfonbInformation {
  labels: string[]
  /** The client’s (RCN: of a SEPA transfer its EndToEndId, of a batch its lot) and the bank’s, in their order. */
  references: string[]
  payerName: string | null
  payeeName: string | null
  payeeIban: string | null
  foreign: Money | null
  returnReason: StatusReason | null
}

/** What the information records (05) of one movement say; a heading that we do not know is kept in the labels. */
export function cfonbInformation(records: readonly CfonbRecord[]): CfonbInformation {
  const told: CfonbInformation = {
    labels: [],
    references: [],
    payerName: null,
    payeeName: null,
    payeeIban: null,
    foreign: null,
    returnReason: null,
  }
  for (const record of records) add(told, zone(record, 46, 48), zone(record, 49, 118))
  return told
}

function add(told: CfonbInformation, heading: string, raw: string): void {
  const text = cleanText(raw)
  if (text === null) return
  switch (heading) {
    case 'LIB':
    case 'LCC':
    case 'LC2':
    case 'LCS':
    case 'LEM':
      told.labels.push(text)
      break
    case 'RCN':
      addClientReference(told, cleanText(raw.slice(0, 35)), cleanText(raw.slice(35)))
      break
    case 'REF':
      told.references.push(text)
      break
    case 'NPY':
      told.payerName ??= text
      break
    case 'NBE':
      told.payeeName ??= text
      break
    case 'CBE':
      told.payeeIban ??= text
      break
    case 'MMO':
      told.foreign ??= foreignOf(raw)
      break
    case 'RET':
      told.returnReason ??= returnReason(text)
      break
    default:
      told.labels.push(`${heading.trim()} ${text}`.trim())
  }
}

function addClientReference(
  told: CfonbInformation,
  reference: string | null,
  motive: string | null
) {
  if (motive !== null) told.labels.push(motive)
  if (reference !== null && reference.toUpperCase() !== 'NOTPROVIDED')
    told.references.push(reference)
}

/** Currency (3), decimals (1), amount (14), then a rate that is of no use here. */
function foreignOf(raw: string): Money | null {
  const match = /^([A-Z]{3})([0-5])([ \d]{14})/.exec(raw)
  const amount = match && scaled(match[3]!.trim(), match[2]!)
  return match && amount !== null && amount <= MAX_AMOUNT ? { amount, currency: match[1]! } : null
}

/** The ISO code of four characters comes first, then the French one, then words: a word of four letters is no code. */
function returnReason(text: string): StatusReason {
  const match = /^([A-Z]{2}\d{2}|[A-Z]{4})(?: |$)(.*)$/.exec(text)
  const code = match?.[1] ?? ''
  if (!/\d/.test(code) && reasonCode(code) === null) return { code: null, proprietary: null, text }
  return { code, proprietary: null, text: cleanText(match![2]) }
}
