import { isIP } from 'node:net'
import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'

export type AccessVerb =
  | 'sign_in'
  | 'sign_in.refused'
  | 'second_factor.refused'
  | 'recovery_code.used'
  | 'sign_out'
  | 'session.ended'
  | 'password.changed'
  | 'document.read'
  | 'list.exported'

/** Writes who entered, and who took what away: apart from the business events (kept 6 to 12 months). */
export async function logAccess(
  { request }: Pick<HttpContext, 'request'>,
  userId: number | null,
  verb: AccessVerb,
  detail: string | null = null
): Promise<void> {
  // A proxy on this machine repeats what it was told: an address is not always one.
  const said = request.ip()
  const address = isIP(said) && !said.includes('%') ? said : null
  await db.table('access_log').insert({ user_id: userId, verb, address, detail })
}
