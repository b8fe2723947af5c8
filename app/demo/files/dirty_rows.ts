import { associationRows } from '#app/demo/files/association_rows'
import { ASSOCIATION_COLUMNS } from '#app/network/directory/check_association_row'
import { dayCell, type Cell } from '#app/demo/files/cell'
import { formColumns } from '#app/demo/files/form_titles'
import { SAISINE_TITLES, saisineRows } from '#app/demo/files/saisine_rows'
import type { DemoAssociation } from '#app/demo/network/demo_association'
import { makeIban } from '#app/demo/network/make_iban'
import { makeSiret } from '#app/demo/network/make_siret'
import type { QuarterPlan } from '#app/demo/quarter/planned'
import { createRandom } from '#app/demo/random'

export interface DirtyTable {
  readonly titles: readonly string[]
  readonly rows: Cell[][]
}

/** Forms that name or reach a person: the numbers are those that ARCEP keeps for fiction. */
export function indiscreetForms(plan: QuarterPlan): DirtyTable {
  return spoiltForms(plan, [
    { observations: 'Rappeler la victime au 01 99 00 12 34' },
    { observations: 'Tél. 0199005678, préfère le soir' },
    { observations: 'Écrire à prenom.nom@example.org' },
    { observations: 'Accompagnée de Mme Exemple' },
    { observations: 'Suivi en cours' },
  ])
}

/** Forms with one wrong cell each, but for the last. */
export function mistakenForms(plan: QuarterPlan): DirtyTable {
  const service = plan.services[0]!
  return spoiltForms(plan, [
    { date_reception: '31/02/2026' },
    { association: 'ZZ99' },
    { convention: 'INCONNUE-1999' },
    { issue: 'En attente' },
    { [service]: '2,5' },
    { [service]: '-1' },
    { memo_de_vie: 'peut-être' },
    { reference_saisine: '' },
    {},
  ])
}

/** One reference told in two ways, a department that does not exist, a date written backwards. */
export function mistakenSaisines(plan: QuarterPlan): DirtyTable {
  const rows = saisineRows(
    createRandom('dirty'),
    plan.saisines.slice(-4).map((one, i) => ({ ...one, reference: `REFUS-${i + 1}` }))
  )
  const [first, second, third, fourth] = rows.map(record(SAISINE_TITLES))
  const told = { ...first, departement: first!.departement === '75' ? '69' : '75' }
  const spoilt = [
    first,
    told,
    { ...second, departement: '20' },
    { ...third, date_saisine: '2026/13/45' },
    fourth,
  ]
  return { titles: SAISINE_TITLES, rows: spoilt.map((one) => cells(SAISINE_TITLES, one!)) }
}

/** Wrong keys of a SIRET and of an IBAN, an unknown department, a code given twice. */
export function mistakenAssociations(network: readonly DemoAssociation[]): DirtyTable {
  const random = createRandom('dirty')
  // Identifiers of their own, or the rows would also repeat those of the network.
  const [a, b, c, d, e] = network.slice(0, 5).map((one, i) => ({
    ...one,
    code: `REFUS${i + 1}`,
    siret: makeSiret(random),
    rna: null,
    ...makeIban(random),
  }))
  const spoilt: DemoAssociation[] = [
    { ...a!, siret: wrongKey(a!.siret) },
    { ...b!, iban: wrongKey(b!.iban) },
    { ...c!, departments: ['20'] },
    d!,
    { ...e!, code: d!.code },
  ]
  return { titles: ASSOCIATION_COLUMNS, rows: associationRows(spoilt) }
}

function spoiltForms(
  plan: QuarterPlan,
  faults: ReadonlyArray<Readonly<Record<string, Cell>>>
): DirtyTable {
  const titles = formColumns(plan.services, 'canonical').map(({ title }) => title)
  const rows = faults.map((fault, i) => {
    const form = plan.forms[i % plan.forms.length]!
    const sound = {
      reference_saisine: form.reference,
      association: form.association,
      convention: form.convention,
      date_reception: dayCell(form.receivedOn),
      issue: 'Prise en charge',
    }
    return cells(titles, { ...sound, ...fault })
  })
  return { titles, rows }
}

function record(titles: readonly string[]) {
  return (row: readonly Cell[]): Record<string, Cell> =>
    Object.fromEntries(titles.map((title, i) => [title, row[i] ?? null]))
}

function cells(titles: readonly string[], row: Readonly<Record<string, Cell>>): Cell[] {
  return titles.map((title) => row[title] ?? null)
}

function wrongKey(text: string): string {
  return text.slice(0, -1) + ((Number(text.at(-1)) + 1) % 10)
}
