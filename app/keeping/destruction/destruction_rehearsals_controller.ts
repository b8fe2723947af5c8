import { stringify } from 'csv-stringify/sync'
import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { logAccess } from '#app/accounts/entry/log_access'
import { accountingPieces } from '#app/keeping/destruction/accounting_pieces'
import { DESTRUCTION_WORDS } from '#app/keeping/destruction/destruction_words'
import { rehearseDestruction } from '#app/keeping/destruction/rehearse_destruction'
import { parisDay } from '#app/shared/day'
import { formatDay, plural } from '#app/shared/french_format'
import { attachment } from '#app/shared/screens/attachment'
import { say } from '#app/shared/screens/refuse_back'

/** What a destruction would do: counted, and piece by piece. */
export default class DestructionRehearsalsController {
  async store(ctx: HttpContext) {
    const { due } = await rehearseDestruction(ctx.auth.user!.id)
    say(
      ctx,
      `Essai fait\u00a0: ${plural(due.length, 'pièce serait détruite', 'pièces seraient détruites')}. Rien n’a changé.`
    )
    return ctx.response.redirect().status(303).toPath('/conservation')
  }

  async show(ctx: HttpContext) {
    const pieces = await db.transaction((trx) => accountingPieces(trx, parisDay(new Date())))
    const lines = pieces.map(({ key, kind, datedOn, kept, sha256 }) => [
      formatDay(datedOn),
      DESTRUCTION_WORDS[kind],
      key,
      kept ? DESTRUCTION_WORDS[`kept.${kept}`] : 'À détruire',
      sha256.toString('hex'),
    ])
    await logAccess(ctx, ctx.auth.user!.id, 'list.exported', 'pieces-echues')
    return attachment(ctx, 'pieces-echues.csv', 'text/csv; charset=utf-8').send(
      stringify([['Jour', 'Sorte', 'Fichier', 'Suite', 'SHA-256'], ...lines], {
        bom: true,
        delimiter: ';',
        escape_formulas: true,
      })
    )
  }
}
