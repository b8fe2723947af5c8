import type { HttpContext } from '@adonisjs/core/http'
import { completeConvention } from '#app/conventions/file/complete_convention'
import {
  typedAmendment,
  typedAuthority,
  typedEnvelope,
  typedReceipt,
} from '#app/conventions/additions/typed_parts'
import { isRefused } from '#app/shared/result'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'

const KINDS = {
  avenants: { read: typedAmendment, done: 'Avenant enregistré.' },
  versements: { read: typedReceipt, done: 'Versement enregistré.' },
  enveloppes: { read: typedEnvelope, done: 'Enveloppe enregistrée.' },
  autorisation: { read: typedAuthority, done: 'Autorisation de reversement enregistrée.' },
} as const

export const ADDITIONS = Object.keys(KINDS) as (keyof typeof KINDS)[]

/** What is added to a convention by hand, each kind by its own form. */
export default class AdditionsController {
  async store(ctx: HttpContext) {
    const id = idOf(ctx.params.id)
    const kind = found(ADDITIONS.find((name) => name === ctx.params.addition))
    const completed = await completeConvention(ctx.auth.user!, id, KINDS[kind].read(ctx.request))
    if (isRefused(completed)) return refuseBack(ctx, completed)
    say(ctx, KINDS[kind].done)
    return ctx.response.redirect().status(303).toPath(`/conventions/${id}`)
  }
}
