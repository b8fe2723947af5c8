import type { HttpContext } from '@adonisjs/core/http'
import { logAccess } from '#app/accounts/entry/log_access'
import { claimDebt } from '#app/statements/debit_notes/claim_debt'
import { debitNoteFile } from '#app/statements/debit_notes/debit_note_file'
import { formatAmount } from '#app/shared/french_format'
import { statementNumber } from '#app/statements/issue/statement_number'
import { attachment } from '#app/shared/screens/attachment'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'
import { isRefused } from '#app/shared/result'

/** The debit note by which a negative balance is claimed instead of being taken back. */
export default class DebitNoteController {
  async store(ctx: HttpContext) {
    const id = idOf(ctx.params.id)
    const statement = found(await statementNumber(id))
    const reason = typed(ctx.request, 'motif', 500)
    const claimed = await claimDebt({ statement, reason, actorId: ctx.auth.user!.id })
    if (isRefused(claimed)) return refuseBack(ctx, claimed, `/releves/${id}`)
    say(
      ctx,
      `Note de débit ${claimed.number}\u00a0: ${formatAmount(claimed.amountCents)} à réclamer.`
    )
    return ctx.response.redirect().status(303).toPath(`/releves/${id}`)
  }

  async show(ctx: HttpContext) {
    const file = await debitNoteFile(found(await statementNumber(idOf(ctx.params.id))))
    if (isRefused(file)) return refuseBack(ctx, file, `/releves/${ctx.params.id}`)
    await logAccess(ctx, ctx.auth.user!.id, 'document.read', file.number)
    return attachment(ctx, `${file.number}.pdf`, 'application/pdf').send(Buffer.from(file.bytes))
  }
}
