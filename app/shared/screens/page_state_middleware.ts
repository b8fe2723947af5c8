import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { Reason } from '#app/shared/result'
import { row } from '#app/shared/rows'

/** Gives each page what the one before it left: why a form was refused, what was typed, what is done. */
export default class PageStateMiddleware {
  async handle({ session, view, request }: HttpContext, next: NextFn) {
    const reasons = (session.flashMessages.get('reasons') ?? []) as Reason[]
    const typed = (session.flashMessages.get('typed') ?? {}) as Record<string, string | string[]>
    view.share({
      reasons,
      reasonOf: (name: string) => reasons.find(({ field }) => field === name),
      typed: (name: string, before: unknown = '') =>
        Object.hasOwn(typed, name) ? typed[name] : before,
      notice: session.flashMessages.get('notice') as string | undefined,
      path: request.url(),
      address: request.url(true),
      fictitious: await isFictitious(),
    })
    return next()
  }
}

/** Whether the installation holds demonstration data: every page says so. */
async function isFictitious(): Promise<boolean> {
  const found = await row<{ fictitious: boolean }>('SELECT fictitious FROM settings')
  return found?.fictitious ?? false
}
