import type { ReportCell, ReportDocument } from '#app/reporting/documents/report_document'
import type { Constraint } from '#app/reporting/masking/figures'
import type { Report } from './attack.js'

/** What the barème says of a service, which is public. */
export interface Bareme {
  label: string
  price: number
  byPerson: boolean
  cap: number | null
}

/**
 * What somebody knows who has the report and the barème, cell by cell as they are printed, and nothing of how it was
 * made. `whole` is the same report with nothing masked: it only gives the truth to look for.
 */
export function readerOf(
  printed: ReportDocument,
  whole: ReportDocument,
  bareme: readonly Bareme[]
): Report {
  const values: number[] = []
  const constraints: Constraint[] = []
  const masked = new Set<number>()
  const free = new Set<number>()
  const named = new Map<string, number>()

  /** A cell, under a name: two cells of one name are one figure, known when either is printed. */
  const cell = (name: string, seen: ReportCell, truth: ReportCell): number => {
    const figure = named.get(name) ?? values.push((truth as { value: number }).value) - 1
    if (!named.has(name)) masked.add(figure)
    named.set(name, figure)
    if (seen?.kind !== 'masked') masked.delete(figure)
    return figure
  }
  const rowsOf = (title: string) => {
    const at = printed.sections.findIndex((one) => one.title === title)
    const rows = whole.sections.find((one) => one.title === title)?.table?.rows ?? []
    return (printed.sections[at]?.table?.rows ?? []).map((row, rank) => ({
      tone: row.tone,
      label: (row.cells[0] as { value: string }).value,
      at: (column: number, name: string) =>
        cell(name, row.cells[column]!, rows[rank]!.cells[column]!),
      isEmpty: (column: number) => row.cells[column] === null,
    }))
  }
  const equal = (total: number, parts: readonly (readonly [number, number])[]) =>
    constraints.push({ kind: 'equal', terms: [[total, -1], ...parts] })
  const adds = (total: number, parts: readonly number[]) =>
    equal(
      total,
      parts.map((part) => [part, 1] as const)
    )
  const atMost = (part: number, times: number, whole_: number) =>
    constraints.push({ kind: 'positive', terms: [[whole_, times] as const, [part, -1] as const] })
  const covered = (all: number, parts: readonly number[]) =>
    constraints.push({
      kind: 'positive',
      terms: [[all, -1] as const, ...parts.map((part) => [part, 1] as const)],
    })

  const services: number[] = []
  const amounts: number[] = []
  let everybody = -1
  for (const { label, tone, at, isEmpty } of rowsOf('Prestations')) {
    const known = bareme.find((one) => one.label === label)
    if (tone === 'total') {
      everybody = at(1, 'all')
      adds(at(3, 'paid'), amounts)
    } else if (known) {
      const persons = at(1, `persons ${label}`)
      const acts = at(2, `acts ${label}`)
      const amount = at(3, `amount ${label}`)
      services.push(persons)
      amounts.push(amount)
      equal(amount, [[acts, known.price]])
      if (known.byPerson) adds(acts, [persons])
      else atMost(persons, 1, acts)
      if (known.cap !== null) atMost(acts, known.cap, persons)
    } else {
      if (!isEmpty(1)) at(1, 'corrected')
      amounts.push(at(3, `amount ${label}`))
      free.add(amounts.at(-1)!)
    }
  }
  if (everybody >= 0) {
    for (const service of services) atMost(service, 1, everybody)
    covered(everybody, services)
    const lines = /: (?<lines>[\d\u202f]+) lignes? de prestation/.exec(
      printed.sections[0]!.sentences[0]!.replaceAll('\u00a0', ' ')
    )?.groups?.lines
    if (lines !== undefined) {
      adds(values.push(Number(lines.replaceAll('\u202f', ''))) - 1, services)
    }
    for (const title of ['Faits', 'Bénéficiaires et mandats']) {
      const parts: number[] = []
      let group: number | null = null
      let inGroup: number[] = []
      const close = () => {
        if (group !== null && inGroup.length > 0) adds(group, inGroup)
        inGroup = []
      }
      for (const { label, tone, at } of rowsOf(title)) {
        if (tone === 'total') at(1, 'all')
        else if (tone === 'body' && group !== null) inGroup.push(at(1, `${title} ${label}`))
        else {
          const figure = at(1, `${title} ${label}`)
          parts.push(figure)
          if (tone === 'group') {
            close()
            group = figure
          }
        }
      }
      close()
      adds(everybody, parts)
    }
    const places: number[] = []
    const columns: number[][] = services.map(() => [])
    for (const { label, tone, at } of rowsOf('Départements')) {
      if (tone === 'total') {
        at(1, 'all')
        bareme.forEach((one, rank) => at(rank + 2, `persons ${one.label}`))
        continue
      }
      const place = at(1, `place ${label}`)
      places.push(place)
      const cells = columns.map((_, rank) => at(rank + 2, `place ${label} ${rank}`))
      cells.forEach((one, rank) => {
        columns[rank]!.push(one)
        atMost(one, 1, place)
      })
      covered(place, cells)
    }
    adds(everybody, places)
    columns.forEach((parts, rank) => adds(services[rank]!, parts))
  }
  return {
    values,
    constraints,
    masked,
    least: (figure) => (free.has(figure) ? -1_000_000_000 : 1),
  }
}
