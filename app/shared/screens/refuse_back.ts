import type { HttpContext } from '@adonisjs/core/http'
import { backPath } from '#app/shared/screens/back_path'
import type { Refused } from '#app/shared/result'

/** Long texts and secrets are not kept in the session. */
const NOT_KEPT = [
  '_csrf',
  '_method',
  'password',
  'password_confirmation',
  'current_password',
  'code',
  'iban',
]
const LONGEST_KEPT = 4000

/**
 * Goes back to the form with what was typed and why it was refused: each reason stands by its field, the others
 * above the form.
 */
export function refuseBack(
  { session, request, response }: HttpContext,
  { refused }: Refused,
  to?: string
) {
  session.flash('reasons', refused)
  session.flash('typed', kept(request.except(NOT_KEPT)))
  return response
    .redirect()
    .status(303)
    .toPath(to ?? backPath({ request }))
}

function kept(typed: Record<string, unknown>): Record<string, string | string[]> {
  const entries = Object.entries(typed).flatMap(([key, value]) => {
    const texts = (Array.isArray(value) ? value : [value]).filter(
      (text): text is string => typeof text === 'string' && text.length <= LONGEST_KEPT
    )
    if (texts.length === 0) return []
    return [[key, Array.isArray(value) ? texts : texts[0]!] as const]
  })
  return Object.fromEntries(entries)
}

/** Says that it is done, on the page that comes next. */
export function say({ session }: Pick<HttpContext, 'session'>, sentence: string): void {
  session.flash('notice', sentence)
}
