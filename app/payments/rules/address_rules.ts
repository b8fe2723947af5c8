import { walkElements, type XmlElement } from '#app/payments/read_xml'
import { partiesOf } from '#app/payments/rules/party'
import type { Rule } from '#app/payments/rules/rule'
import { SEPA_LENGTHS } from '#app/payments/pain001/sepa_lengths'

const LENGTHS: Readonly<Record<string, number>> = SEPA_LENGTHS.address
const ORDER = Object.keys(LENGTHS)

export const addressRules: readonly Rule[] = [
  {
    code: 'ADRESSE_LIBRE',
    level: 'error',
    *check(file) {
      for (const { party, where } of partiesOf(file)) {
        if (!addressesIn(party).some((address) => linesOf(address, true).length > 0)) continue
        const message =
          'L’adresse est en lignes libres (AdrLine), refusées depuis le 15 novembre 2026\u00a0: donnez voie, code postal, commune et pays séparés, ou aucune adresse.'
        yield { where, message }
      }
    },
  },
  {
    code: 'ADRESSE_FORME',
    level: 'error',
    *check(file) {
      for (const { party, where } of partiesOf(file)) {
        for (const fault of addressesIn(party).flatMap(faultsOf)) yield { where, message: fault }
      }
    },
  },
  {
    code: 'ADRESSE_BANQUE',
    level: 'error',
    *check(file) {
      for (const { bank, where } of partiesOf(file)) {
        if (addressesIn(bank).length === 0) continue
        const message =
          'La banque porte une adresse (FinInstnId/PstlAdr)\u00a0: retirez-la, le BIC suffit.'
        yield { where, message }
      }
    },
  },
]

function addressesIn(part: XmlElement | null): XmlElement[] {
  return part ? [...walkElements(part)].filter(({ name }) => name === 'PstlAdr') : []
}

/** Free lines have their own rule; everything else must be one of the five parts, in their order. */
function faultsOf(address: XmlElement): string[] {
  const parts = linesOf(address, false)
  const ranks = parts.map(({ name }) => ORDER.indexOf(name))
  const faults = parts.flatMap(lengthFaults)
  if (!ranks.every((rank, index) => rank > (index === 0 ? -1 : ranks[index - 1]!))) {
    faults.push(
      `L’adresse doit tenir dans ${ORDER.join(', ')}, dans cet ordre et une fois chacun\u00a0: produisez le fichier de nouveau.`
    )
  }
  const missing = ['TwnNm', 'Ctry'].filter((name) => !parts.some((part) => part.name === name))
  if (missing.length > 0) {
    faults.push(`L’adresse n’a pas ${missing.join(' ni ')}\u00a0: complétez-la ou n’en mettez pas.`)
  }
  return faults
}

function lengthFaults({ name, text }: XmlElement): string[] {
  const max = LENGTHS[name]
  if (max === undefined) return []
  if (name === 'Ctry' && !/^[A-Z]{2}$/.test(text)) {
    return [`Le pays «\u00a0${text}\u00a0» doit être un code de deux capitales, comme FR.`]
  }
  if (text.trim() !== '' && text.length <= max) return []
  return [`${name} doit avoir de 1 à ${max} caractères\u00a0: abrégez-le ou retirez-le.`]
}

function linesOf(address: XmlElement, free: boolean): XmlElement[] {
  return address.children.filter(({ name }) => (name === 'AdrLine') === free)
}
