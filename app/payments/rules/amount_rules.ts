import { centsFromDecimal } from '#app/payments/pain001/cents_from_decimal'
import type { Pain001File } from '#app/payments/pain001/open_pain001'
import { findElement, findText, type XmlElement } from '#app/payments/read_xml'
import { HEADER, LOT, type Rule } from '#app/payments/rules/rule'
import { decimalFromCents, sumCents } from '#app/shared/cents'
import { plural } from '#app/shared/french_format'

const AMOUNT_FORM = /^(?:0|[1-9]\d{0,8})\.\d\d$/

export const amountRules: readonly Rule[] = [
  {
    code: 'NOMBRE',
    level: 'error',
    *check(file) {
      const counted = file.transfers.length
      for (const { where, level } of levels(file)) {
        const declared = findText(level, 'NbOfTxs')
        if (declared === String(counted)) continue
        const message = `NbOfTxs annonce ${declared ?? 'rien'} pour ${plural(counted, 'virement')} dans le fichier\u00a0: produisez-le de nouveau.`
        yield { where, message }
      }
    },
  },
  {
    code: 'TOTAL',
    level: 'error',
    *check(file) {
      const amounts = file.transfers.map(({ element }) => readAmount(element))
      const readable = amounts.filter((amount) => amount !== null)
      if (readable.length < amounts.length) return // MONTANT tells which, no total can hold
      const total = decimalFromCents(sumCents(readable))
      for (const { where, level } of levels(file)) {
        const declared = findText(level, 'CtrlSum')
        if (declared === total) continue
        const message = `CtrlSum annonce ${declared ?? 'rien'} alors que les virements font ${total}\u00a0: produisez le fichier de nouveau.`
        yield { where, message }
      }
    },
  },
  {
    code: 'DEVISE',
    level: 'error',
    *check({ lot, transfers }) {
      const account = findText(lot, 'DbtrAcct/Ccy')
      if (account !== null && account !== 'EUR') yield { where: LOT, message: notEuros(account) }
      for (const { element, where } of transfers) {
        const currency = findElement(element, 'Amt/InstdAmt')?.attributes.Ccy
        if (currency !== 'EUR') yield { where, message: notEuros(currency ?? 'absente') }
      }
    },
  },
  {
    code: 'MONTANT',
    level: 'error',
    *check({ transfers }) {
      for (const { element, where } of transfers) {
        const amount = findText(element, 'Amt/InstdAmt') ?? ''
        if (AMOUNT_FORM.test(amount) && amount !== '0.00') continue
        const message = `Le montant «\u00a0${amount}\u00a0» doit aller de 0.01 à 999999999.99, avec un point et deux décimales\u00a0: corrigez-le ou retirez ce virement.`
        yield { where, message }
      }
    },
  },
]

function levels({ header, lot }: Pain001File) {
  return [
    { where: HEADER, level: header },
    { where: LOT, level: lot },
  ]
}

function readAmount(transfer: XmlElement): number | null {
  return centsFromDecimal(findText(transfer, 'Amt/InstdAmt') ?? '')
}

function notEuros(currency: string): string {
  return `La devise est ${currency}\u00a0: un virement SEPA est en EUR.`
}
