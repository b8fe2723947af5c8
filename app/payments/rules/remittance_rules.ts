import { childrenOf, type XmlElement } from '#app/payments/read_xml'
import type { Rule } from '#app/payments/rules/rule'
import { SEPA_LENGTHS } from '#app/payments/pain001/sepa_lengths'

export const remittanceRules: readonly Rule[] = [
  {
    code: 'MOTIF',
    level: 'error',
    *check({ transfers }) {
      for (const { element, where } of transfers) {
        if (hasOneReason(element)) continue
        const message =
          'Il faut un seul motif (RmtInf/Ustrd) de 1 à 140 caractères\u00a0: abrégez-le ou réunissez-les.'
        yield { where, message }
      }
    },
  },
]

function hasOneReason(transfer: XmlElement): boolean {
  const parts = childrenOf(transfer, 'RmtInf').flatMap(({ children }) => children)
  const [reason] = parts
  if (parts.length !== 1 || reason?.name !== 'Ustrd' || reason.text.trim() === '') return false
  return reason.text.length <= SEPA_LENGTHS.remittance
}
