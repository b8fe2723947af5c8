/** A rectangle of a chart, in the units of its drawing. */
export interface Rect {
  x: number
  y: number
  width: number
  height: number
  /** Its colour in the style sheet. */
  tone: Tone
  /** What it stands for, in words. */
  title: string
}

export type Tone = 'bar' | 'bar-2' | 'bar-3' | 'rest'

export interface Part {
  value: number
  tone: Tone
  title: string
}

/** One bar of parts side by side over `total`; parts that pass it shrink the whole. Width 1000. */
export function stackedBar(parts: readonly Part[], total: number): Rect[] {
  const sum = parts.reduce((all, { value }) => all + Math.max(value, 0), 0)
  const scale = 1000 / Math.max(total, sum, 1)
  let x = 0
  return parts.map(({ value, tone, title }) => {
    const width = Math.max(value, 0) * scale
    const rect = { x: round(x), y: 0, width: round(width), height: 20, tone, title }
    x += width
    return rect
  })
}

export interface Columns {
  rects: Rect[]
  /** Under the columns. */
  labels: { x: number; text: string }[]
  /** The highest column, as the axis says it. */
  highest: number
}

const WIDTH = 360
const HEIGHT = 150
const LEFT = 34
const TOP = 12

/** Columns of parts one over the other, each label with its stack; 360 × 170, its axis at 150. */
export function stackedColumns(
  labels: readonly string[],
  stacks: readonly (readonly Part[])[]
): Columns {
  const totals = stacks.map((parts) => parts.reduce((sum, { value }) => sum + value, 0))
  const highest = Math.max(...totals, 1)
  const step = (WIDTH - LEFT) / Math.max(labels.length, 1)
  const scale = (HEIGHT - TOP) / highest
  const rects = stacks.flatMap((parts, rank) => {
    let y = HEIGHT
    return parts.map(({ value, tone, title }) => {
      const height = value * scale
      y -= height
      return {
        x: round(LEFT + rank * step + step * 0.15),
        y: round(y),
        width: round(step * 0.7),
        height: round(height),
        tone,
        title,
      }
    })
  })
  return {
    rects: rects.filter(({ height }) => height > 0),
    labels: labels.map((text, rank) => ({ x: round(LEFT + rank * step + step / 2), text })),
    highest: Math.max(...totals, 0),
  }
}

/** Points of a small line, the first at the left; 100 × 24, the largest value at the top, zero at the bottom. */
export function sparkline(values: readonly number[]): string {
  const highest = Math.max(...values, 1)
  const step = values.length < 2 ? 0 : 96 / (values.length - 1)
  return values
    .map(
      (value, rank) =>
        `${round(2 + rank * step)},${round(22 - (Math.max(value, 0) / highest) * 20)}`
    )
    .join(' ')
}

function round(n: number): number {
  return Math.round(n * 10) / 10
}
