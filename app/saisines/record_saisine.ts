import { knownCodes } from '#app/intake/known_codes'
import { readTyped, type TypedCells } from '#app/intake/typed_cells'
import { reasonOf } from '#app/network/directory/cell_problem'
import { randomReference } from '#app/saisines/random_reference'
import { readSaisine, type SaisineRead } from '#app/saisines/read_saisine'
import { newSaisinesLetter } from '#app/shared/mail/letters/new_saisines'
import { notify } from '#app/shared/mail/notify'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Reason, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { transaction, type Trx } from '#app/shared/transaction'

/** What is told of a saisine, in the order of the template. */
export const SAISINE_COLUMNS = [
  'reference',
  'convention',
  'association',
  'date_saisine',
  'canal',
  'departement',
  'beneficiaire',
  'mandat',
  'nature_faits',
  'evenement',
] as const

export type SaisineColumn = (typeof SAISINE_COLUMNS)[number]

export interface RecordedSaisine extends SaisineRead {
  id: number
}

/**
 * Records one saisine as it is typed, column by column of the template, with the checks of a row of a file. Without
 * a reference it receives one drawn at random: a sequence would tell how many people called, and when.
 */
export async function recordSaisine(
  cells: TypedCells<SaisineColumn>,
  actorId: number
): Promise<RecordedSaisine | Refused> {
  const reference = cells.reference?.trim() || randomReference()
  return transaction<RecordedSaisine>(async (trx) => {
    const problems: Reason[] = []
    const readers = {
      association: await knownCodes(trx, 'associations'),
      convention: await knownCodes(trx, 'conventions'),
    }
    const saisine = readSaisine(
      readTyped({ ...cells, reference }),
      (problem) => problems.push(reasonOf(problem)),
      readers
    )
    if (!saisine) return { refused: problems }
    const id = await insert(trx, saisine)
    if (id === null) {
      return refuse(
        'REFERENCE_PRISE',
        `La référence ${reference} est déjà celle d’une saisine de cette convention.`,
        'Vérifiez la référence, ou laissez-la vide pour en recevoir une.',
        'reference'
      )
    }
    await recordEvent(trx, actorId, {
      verb: 'saisine.recorded',
      subject: ['saisine', id],
      after: saisine,
    })
    const { associationId } = saisine
    await notify(
      trx,
      [
        {
          kind: 'saisines',
          associationId,
          cause: `saisine:${id}`,
          letter: newSaisinesLetter([saisine]),
        },
      ],
      actorId
    )
    return { id, ...saisine }
  })
}

/** Null when the reference is taken, even by someone who types at the same time. */
async function insert(trx: Trx, saisine: SaisineRead): Promise<number | null> {
  const created = await row<{ id: number }>(
    `INSERT INTO saisines (reference, convention_id, association_id, opened_on, channel, department,
       beneficiary, mandate, facts, collective_event)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT ON CONSTRAINT saisines_reference DO NOTHING RETURNING id`,
    [
      saisine.reference,
      saisine.conventionId,
      saisine.associationId,
      saisine.openedOn,
      saisine.channel,
      saisine.department,
      saisine.beneficiary,
      saisine.mandate,
      saisine.facts,
      saisine.collectiveEvent,
    ],
    trx
  )
  return created?.id ?? null
}
