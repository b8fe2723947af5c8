import type { Rule, RuleFinding } from '#app/payments/rules/rule'
import { HEADER, LOT } from '#app/payments/rules/rule'
import type { PainTransfer } from '#app/payments/pain001/open_pain001'
import { findText } from '#app/payments/read_xml'
import { hasIdentifierForm } from '#app/payments/pain001/sepa_text'

export const identifierRules: readonly Rule[] = [
  {
    code: 'IDENTIFIANT',
    level: 'error',
    *check({ header, lot, transfers }) {
      yield* identifierForm(HEADER, 'MsgId', findText(header, 'MsgId'))
      yield* identifierForm(LOT, 'PmtInfId', findText(lot, 'PmtInfId'))
      for (const { element, where } of transfers) {
        yield* identifierForm(where, 'EndToEndId', findText(element, 'PmtId/EndToEndId'))
        const instruction = findText(element, 'PmtId/InstrId')
        if (instruction !== null) yield* identifierForm(where, 'InstrId', instruction)
      }
    },
  },
  {
    code: 'IDENTIFIANT_REPETE',
    level: 'error',
    *check({ transfers }) {
      yield* repeated(transfers, 'EndToEndId')
      yield* repeated(transfers, 'InstrId')
    },
  },
  {
    code: 'IDENTIFIANT_DEJA_UTILISE',
    level: 'error',
    *check({ transfers }, { usedEndToEndIds }) {
      for (const { element, where } of transfers) {
        const id = findText(element, 'PmtId/EndToEndId')
        if (id === null || !usedEndToEndIds.has(id)) continue
        const message = `La référence ${id} a déjà servi dans un fichier émis\u00a0: un nouvel envoi prend une nouvelle référence.`
        yield { where, message }
      }
    },
  },
]

function* identifierForm(where: string, name: string, id: string | null): Generator<RuleFinding> {
  if (id !== null && hasIdentifierForm(id)) return
  const message =
    id === null || id.trim() === ''
      ? `L’identifiant ${name} manque\u00a0: donnez-en un, unique.`
      : `L’identifiant ${name} «\u00a0${id}\u00a0» doit tenir en 35 caractères, sans «\u00a0/\u00a0» au début ni à la fin ni «\u00a0//\u00a0»\u00a0: raccourcissez-le ou retirez les barres.`
  yield { where, message }
}

function* repeated(transfers: readonly PainTransfer[], name: string): Generator<RuleFinding> {
  const first = new Map<string, string>()
  for (const { element, where } of transfers) {
    const id = findText(element, `PmtId/${name}`)
    if (id === null) continue
    const earlier = first.get(id)
    if (earlier === undefined) {
      first.set(id, where)
      continue
    }
    const message = `L’identifiant ${name} «\u00a0${id}\u00a0» sert déjà au ${earlier}\u00a0: chaque virement a le sien.`
    yield { where, message }
  }
}
