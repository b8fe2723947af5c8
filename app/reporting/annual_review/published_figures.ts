import { rows } from '#app/shared/rows'

/** A figure that others published: kept as they wrote it, with where it comes from. */
export interface PublishedFigure {
  id: number
  year: number
  label: string
  value: string
  source: string
}

/** The figures in use, the latest year first. */
export function publishedFigures(): Promise<PublishedFigure[]> {
  return rows<PublishedFigure>(
    'SELECT id, year, label, value, source FROM published_figures WHERE removed_at IS NULL ORDER BY year DESC, source, id'
  )
}
