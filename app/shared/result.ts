/** A failure that a person can act on: what is wrong, where, and how to mend it. French sentences. */
export interface Reason {
  code: string
  message: string
  remedy?: string
  /** The input at fault, named like its column in the import template; none when the whole is. */
  field?: string
}

/** An operation that declined to act; nothing was written. */
export interface Refused {
  refused: Reason[]
}

export function refuse(code: string, message: string, remedy?: string, field?: string): Refused {
  return { refused: [{ code, message, remedy, ...(field !== undefined && { field }) }] }
}

export function isRefused<T extends object>(result: T | Refused): result is Refused {
  return 'refused' in result
}
