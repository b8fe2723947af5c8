/** Numbers of persons, and how they hold together. A figure is named by its rank; one shown in two tables is one figure. */
export interface Figures {
  /** How many persons each counts: whole numbers, none below zero. */
  values: readonly number[]
  /** Totals, each the sum of its parts. */
  sums: readonly { total: number; parts: readonly number[] }[]
  /** Persons of `part` are all among those of `whole`. */
  within: readonly { part: number; whole: number }[]
  /** Persons of `whole` are each in one of the parts at least, and may be in several. */
  covers: readonly { whole: number; parts: readonly number[] }[]
}

/** Something that every reader of the report knows: Σ coefficient × figure = 0, or ≥ 0. */
export interface Constraint {
  terms: readonly (readonly [figure: number, coefficient: number])[]
  kind: 'equal' | 'positive'
}

/** What ties the figures, in one list; throws when the figures do not hold together. */
export function constraintsOf({ values, sums, within, covers }: Figures): Constraint[] {
  const constraints: Constraint[] = [
    ...sums.map(({ total, parts }) => constraint('equal', total, parts)),
    ...within.map(({ part, whole }) => constraint('positive', part, [whole])),
    ...covers.map(({ whole, parts }) => constraint('positive', whole, parts)),
  ]
  for (const { terms, kind } of constraints) {
    const left = terms.reduce((sum, [figure, by]) => sum + by * values[figure]!, 0)
    if (kind === 'equal' ? left !== 0 : left < 0) throw new Error('These figures do not add up')
  }
  return constraints
}

function constraint(kind: Constraint['kind'], one: number, others: readonly number[]): Constraint {
  return { kind, terms: [[one, -1], ...others.map((figure) => [figure, 1] as const)] }
}
