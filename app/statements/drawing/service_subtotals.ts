import { sumCents, type Cents } from '#app/shared/cents'
import type { ServiceUnit, StatementLine } from '#app/statements/content/statement_data'

export interface ServiceSubtotal {
  serviceCode: string
  serviceLabel: string
  unit: ServiceUnit
  /** With their number on the statement, which corrections refer to. */
  lines: { number: number; line: StatementLine }[]
  quantityAsked: number
  quantityRetained: number
  amount: Cents
}

/** A statement's lines by service, in the order in which the services first come. */
export function subtotalByService(lines: StatementLine[]): ServiceSubtotal[] {
  const groups = new Map<string, ServiceSubtotal['lines']>()
  lines.forEach((line, i) => {
    const group = groups.get(line.serviceCode) ?? []
    group.push({ number: i + 1, line })
    groups.set(line.serviceCode, group)
  })
  return [...groups.values()].map((group) => {
    const { serviceCode, serviceLabel, unit } = group[0]!.line
    return {
      serviceCode,
      serviceLabel,
      unit,
      lines: group,
      quantityAsked: group.reduce((sum, { line }) => sum + line.quantityAsked, 0),
      quantityRetained: group.reduce((sum, { line }) => sum + line.quantityRetained, 0),
      amount: sumCents(group.map(({ line }) => line.amount)),
    }
  })
}
