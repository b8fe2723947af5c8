export interface Pages {
  page: number
  pages: number
  /** Rank of the first one of the page, from 0. */
  first: number
  size: number
}

/** Where a page of a long table stands, as its address asks (`?page=2`). */
export function pagesOf(count: number, size: number, asked: unknown): Pages {
  const pages = Math.max(1, Math.ceil(count / size))
  const wanted = typeof asked === 'string' ? Number.parseInt(asked, 10) || 1 : 1
  const page = Math.min(Math.max(1, wanted), pages)
  return { page, pages, first: (page - 1) * size, size }
}
