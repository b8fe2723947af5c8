import { Exception } from '@adonisjs/core/exceptions'

/** Nothing stands at this address. */
export class NotFound extends Exception {
  static override status = 404
  static override code = 'E_NOT_FOUND'
  static override message = 'Rien ne se trouve à cette adresse.'
}

/** The value, or the page that says that nothing is there. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new NotFound()
  return value
}

const LARGEST_ID = Number.MAX_SAFE_INTEGER

/** An identifier of an address: what is not one leads nowhere, and never to the database. */
export function idOf(text: unknown): number {
  const id = typeof text === 'string' && /^[1-9]\d{0,15}$/.test(text) ? Number(text) : Number.NaN
  if (!(id <= LARGEST_ID)) throw new NotFound()
  return id
}
