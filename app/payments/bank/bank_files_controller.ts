import { readFile } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'
import { payeeLabel } from '#app/network/bank_accounts/payee_labels'
import { bankFilesList } from '#app/payments/bank/bank_files_list'
import { bankLinesList } from '#app/payments/bank/bank_lines_list'
import { readBankFilePage } from '#app/payments/bank/bank_file_page'
import { ANSWER_KINDS } from '#app/payments/bank/bank_words'
import { importBankAnswer } from '#app/payments/bank/import_bank_answer'
import { importedSentence } from '#app/payments/bank/imported_sentence'
import { plainFileName } from '#app/payments/bank/plain_file_name'
import { mayOf } from '#app/settlement/run_roles'
import { isRefused, refuse } from '#app/shared/result'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { showList } from '#app/shared/screens/show_list'

/** What the bank answers, file by file. */
export default class BankFilesController {
  async index(ctx: HttpContext) {
    return showList(ctx, bankFilesList, 'payments/bank_files', {
      may: mayOf(ctx.auth.user!.role),
    })
  }

  async store(ctx: HttpContext) {
    const sent = ctx.request.file('fichier')
    if (!sent?.tmpPath || sent.size === 0) {
      return refuseBack(
        ctx,
        refuse('FICHIER_MANQUANT', 'Aucun fichier n’est joint.', 'Choisissez-en un.', 'fichier')
      )
    }
    const imported = await importBankAnswer({
      bytes: await readFile(sent.tmpPath),
      fileName: plainFileName(sent.clientName),
      actorId: ctx.auth.user!.id,
    })
    if (isRefused(imported)) return refuseBack(ctx, imported)
    say(ctx, importedSentence(imported))
    return ctx.response.redirect().status(303).toPath(`/reponses-banque/${imported.fileId}`)
  }

  async show(ctx: HttpContext) {
    const page = found(await readBankFilePage(idOf(ctx.params.id)))
    return showList(ctx, bankLinesList(page.file.id), 'payments/bank_file', {
      ...page,
      kind: ANSWER_KINDS[page.file.kind]!.label,
      may: mayOf(ctx.auth.user!.role),
      payeeWords: (result: string) => payeeLabel(result).label,
    })
  }
}
