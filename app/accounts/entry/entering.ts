import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import User from '#app/accounts/user'
import { logAccess } from '#app/accounts/entry/log_access'

/** A password opens the way to the code for ten minutes. */
const LASTS = 10 * 60_000

/** Who has given a password and not yet a code, or null. */
export async function entering({ session }: HttpContext): Promise<User | null> {
  const waiting = session.get('entering') as { userId: number; at: number } | undefined
  if (!waiting || Date.now() - waiting.at > LASTS) return null
  const user = await User.find(waiting.userId)
  return user?.isActive ? user : null
}

/** Opens the session, and goes where the person was going. */
export async function enter(ctx: HttpContext, user: User) {
  const intended = ctx.session.pull('intended', '/') as string
  ctx.session.forget('entering')
  await ctx.auth.use('web').login(user)
  ctx.session.put('machine', machineOf(ctx))
  ctx.session.put('entered_at', DateTime.utc().toISO())
  await ctx.session.tag(String(user.id))
  rememberCode(ctx)
  await logAccess(ctx, user.id, 'sign_in')
  return ctx.response
    .redirect()
    .status(303)
    .toPath(isOurs(intended) ? intended : '/')
}

/** Notes that a code was just given: it is fresh for a while. */
export function rememberCode({ session }: Pick<HttpContext, 'session'>): void {
  session.put('code_given_at', Date.now())
}

function isOurs(path: string): boolean {
  return path.startsWith('/') && !path.startsWith('//') && !path.includes('\\')
}

/** « Firefox, Windows » : enough for a person to know their own machine. */
function machineOf({ request }: HttpContext): string {
  const agent = request.header('user-agent') ?? ''
  const browser = ['Edg', 'Firefox', 'Chrome', 'Safari'].find((name) => agent.includes(name))
  const system = ['Windows', 'Android', 'iPhone', 'Mac OS', 'Linux'].find((name) =>
    agent.includes(name)
  )
  return [browser === 'Edg' ? 'Edge' : (browser ?? 'Navigateur'), system].filter(Boolean).join(', ')
}
