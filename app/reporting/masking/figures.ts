/**
 * What a figure counts. Persons, and the acts and the amount that stand on their row; acts at one price, which no cell
 * says; and what the report always says, or everybody knows.
 */
export type FigureKind = 'persons' | 'acts' | 'amount' | 'acts at a price' | 'known'

export interface Figure {
  kind: FigureKind
  value: number
  /** The figure of persons that it is hidden with: itself, for persons. */
  row: number
  /** By how much another world may move it, besides one: for acts and amounts, what the prices exchange. */
  strides: readonly number[]
}

/** Something that every reader of the report knows: Σ coefficient × figure = 0, or ≥ 0. */
export interface Constraint {
  terms: readonly (readonly [figure: number, coefficient: number])[]
  kind: 'equal' | 'positive'
}

/** Figures of a report, and how they hold together. A figure is named by its rank; one shown in two tables is one figure. */
export interface Figures {
  figures: readonly Figure[]
  constraints: readonly Constraint[]
  /** Figures that are the sum of others. */
  totals: ReadonlySet<number>
}

/** The least that a reader can take a hidden figure for: zeros are written, so persons are one at least. */
export const LEAST: Readonly<Record<FigureKind, number>> = {
  'persons': 1,
  'acts': 0,
  'acts at a price': 0,
  'amount': -Infinity,
  'known': Infinity,
}
