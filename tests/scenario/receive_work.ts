import type { Day } from '#app/shared/day'
import type { Federation } from '#tests/scenario/federation'
import { receiveForms, receiveSaisines, type FormTold } from '#tests/scenario/office_files'

export interface WorkTold {
  reference: string
  association: string
  openedOn: Day
  /** Number of psychological interviews. */
  psychological: number
  acts?: FormTold['acts']
}

/** A saisine and its form, both received on that day. */
export async function receiveWork(federation: Federation, on: Day, work: WorkTold): Promise<void> {
  const { reference, association, openedOn } = work
  await receiveSaisines(federation, on, `saisine-${reference}.csv`, [
    { reference, association, openedOn },
  ])
  await receiveForm(federation, on, work)
}

/** Another form of a saisine, received on that day. */
export async function receiveForm(
  federation: Federation,
  on: Day,
  { reference, association, openedOn, psychological, acts }: WorkTold
): Promise<void> {
  await receiveForms(federation, on, `fiche-${reference}-${on}.csv`, [
    {
      reference,
      association,
      outcome: 'Prise en charge',
      receivedOn: on,
      contactOn: openedOn,
      acts: { entretien_psychologique: psychological, ...acts },
    },
  ])
}
