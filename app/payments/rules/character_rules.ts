import type { Rule, RuleFinding } from '#app/payments/rules/rule'
import { HEADER, LOT } from '#app/payments/rules/rule'
import { walkElements, type XmlElement } from '#app/payments/read_xml'
import { isSepaText } from '#app/payments/pain001/sepa_text'

const UTF8_DECLARATION = /^\ufeff?<\?xml version=(["'])1\.0\1 encoding=(["'])UTF-8\2/i

export const characterRules: readonly Rule[] = [
  {
    code: 'BOM',
    level: 'error',
    *check({ text }) {
      if (!text.startsWith('\ufeff')) return
      const message =
        'Le fichier commence par une marque d’ordre (BOM) que des banques refusent\u00a0: enregistrez-le en UTF-8 sans BOM.'
      yield { where: 'premier octet', message }
    },
  },
  {
    code: 'ENCODAGE',
    level: 'error',
    *check({ text }) {
      if (UTF8_DECLARATION.test(text)) return
      const message = 'La première ligne doit déclarer encoding="UTF-8"\u00a0: corrigez-la.'
      yield { where: 'première ligne', message }
    },
  },
  {
    code: 'CARACTERES',
    level: 'error',
    *check({ header, lot, transfers }) {
      yield* foreignSigns(header, HEADER)
      for (const part of lot.children) {
        if (part.name !== 'CdtTrfTxInf') yield* foreignSigns(part, LOT)
      }
      for (const { element, where } of transfers) yield* foreignSigns(element, where)
    },
  },
]

function* foreignSigns(part: XmlElement, where: string): Generator<RuleFinding> {
  for (const { name, text, children } of walkElements(part)) {
    if (children.length > 0 || isSepaText(text)) continue
    const signs = [...new Set(text)].filter((sign) => !isSepaText(sign)).join(' ')
    const message = `${name} contient des signes que les banques refusent («\u00a0${signs}\u00a0»)\u00a0: remplacez-les par des lettres sans accent.`
    yield { where, message }
  }
}
