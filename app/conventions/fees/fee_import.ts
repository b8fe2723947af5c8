import {
  checkFeeRow,
  FEE_COLUMNS,
  type FeeColumn,
  type FeeRow,
} from '#app/conventions/fees/check_fee_row'
import { importFeeSchedules } from '#app/conventions/fees/import_fee_schedules'
import { undoFeeSchedules, whyFeeSchedulesStay } from '#app/conventions/fees/undo_fee_schedules'
import type { ImportColumn, ImportKind } from '#app/intake/import_kind'
import { rows } from '#app/shared/rows'

const COLUMNS: Record<FeeColumn, Omit<ImportColumn, 'key'>> = {
  convention: {
    required: true,
    kind: 'text',
    accepts: 'Le code de la convention, par exemple AMF-2021.',
  },
  prestation: { required: true, kind: 'text', accepts: 'Un code court : entretien_juridique.' },
  libelle: { required: true, kind: 'text', accepts: 'Ce que lira l’association.' },
  unite: { required: true, kind: 'text', accepts: 'par saisine, ou par acte.' },
  valide_du: { required: true, kind: 'day', accepts: 'Le premier jour : 01/07/2026.' },
  valide_au: {
    required: false,
    kind: 'day',
    accepts: 'Le dernier jour, inclus ; vide s’il n’y a pas de fin.',
  },
  montant: { required: true, kind: 'amount', accepts: 'Des euros : 45 ou 45,50.' },
  plafond: {
    required: false,
    kind: 'quantity',
    accepts: 'Le plus grand nombre payé par saisine, ou vide.',
  },
  issues: {
    required: true,
    kind: 'text',
    accepts: 'Les issues payées, séparées par des virgules.',
  },
}

/** Versions of barèmes. */
export default {
  kind: 'baremes',

  columns: async () => FEE_COLUMNS.map((key): ImportColumn => ({ key, ...COLUMNS[key] })),

  async open(trx, { actorId, at }) {
    const conventions = await rows<{ id: number; code: string }>(
      'SELECT id, code FROM conventions',
      [],
      trx
    )
    const inFile: FeeRow[] = []
    const known = { conventions: new Map(conventions.map(({ id, code }) => [code, id])), inFile }
    return {
      take(_rowNumber, read, note) {
        const cells = Object.fromEntries(FEE_COLUMNS.map((key) => [key, read(key)]))
        const checked = checkFeeRow(cells, known)
        if ('problems' in checked) checked.problems.forEach(note)
        else inFile.push(checked)
      },
      settle: async () => [],
      abandon: async () => {},
      apply: (importId) => importFeeSchedules(trx, inFile, { actorId, importId, at }),
    }
  },

  usedBy: whyFeeSchedulesStay,
  undo: undoFeeSchedules,
} satisfies ImportKind
