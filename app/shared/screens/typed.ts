import type { HttpRequest } from '@adonisjs/core/http'

const LONGEST = 4000

/**
 * Text of a field as a person typed it, trimmed; '' when it is absent. A list, an object or a file under this name is
 * nobody's typing: it reads as absent.
 */
export function typed(
  request: Pick<HttpRequest, 'input'>,
  name: string,
  longest = LONGEST
): string {
  const value: unknown = request.input(name)
  return typeof value === 'string' ? writable(value).trim().slice(0, longest).toWellFormed() : ''
}

/** Same, null when nothing was typed. */
export function typedOrNull(request: Pick<HttpRequest, 'input'>, name: string): string | null {
  return typed(request, name) || null
}

/** Texts of the boxes ticked under one name. */
export function ticked(request: Pick<HttpRequest, 'input'>, name: string): string[] {
  const value: unknown = request.input(name)
  const values: unknown[] = Array.isArray(value) ? value : [value]
  return values
    .filter((one): one is string => typeof one === 'string')
    .map(writable)
    .filter((one) => one !== '')
    .slice(0, 1000)
}

/** What no keyboard types: control characters, and halves of characters, that neither PostgreSQL nor XML can hold. */
function writable(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.toWellFormed().replaceAll(/[\0-\x08\v\f\x0e-\x1f\x7f]/g, '')
}
