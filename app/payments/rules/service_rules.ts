import { findText, walkElements } from '#app/payments/read_xml'
import { LOT, type Rule } from '#app/payments/rules/rule'

export const serviceRules: readonly Rule[] = [
  {
    code: 'MODE_PAIEMENT',
    level: 'error',
    *check({ lot }) {
      if (findText(lot, 'PmtMtd') === 'TRF') return
      yield { where: LOT, message: 'PmtMtd doit valoir TRF (virement)\u00a0: corrigez-le.' }
    },
  },
  {
    code: 'NIVEAU_SERVICE',
    level: 'error',
    *check({ lot }) {
      const levels = [...walkElements(lot)].filter(({ name }) => name === 'SvcLvl')
      const forLot = findText(lot, 'PmtTpInf/SvcLvl/Cd')
      if (forLot === 'SEPA' && levels.every((level) => findText(level, 'Cd') === 'SEPA')) return
      const message =
        'Le niveau de service (PmtTpInf/SvcLvl/Cd) doit valoir SEPA pour tout le lot\u00a0: corrigez-le.'
      yield { where: LOT, message }
    },
  },
  {
    code: 'FRAIS',
    level: 'error',
    *check({ lot }) {
      const bearers = [...walkElements(lot)].filter(({ name }) => name === 'ChrgBr')
      const forLot = findText(lot, 'ChrgBr')
      if (forLot === 'SLEV' && bearers.every(({ text }) => text === 'SLEV')) return
      const message =
        'ChrgBr doit valoir SLEV\u00a0: en SEPA, chacun paie les frais de sa banque. Corrigez-le.'
      yield { where: LOT, message }
    },
  },
]
