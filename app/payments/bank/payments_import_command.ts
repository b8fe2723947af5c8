import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { args } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused, refuse, type Refused } from '#app/shared/result'

export default class PaymentsImport extends OfficeCommand {
  static override commandName = 'payments:import'
  static override description =
    'Importer les réponses de la banque (pain.002, camt.053, camt.054, CFONB 120)'

  @args.spread({ description: 'Fichiers de la banque, dans l’ordre où ils sont venus' })
  declare files: string[]

  async perform() {
    const { importBankAnswer } = await import('#app/payments/bank/import_bank_answer')
    const { importedSentence } = await import('#app/payments/bank/imported_sentence')
    const actor = await this.actor(['finance'])
    if (isRefused(actor)) return actor
    const read = await Promise.all(this.files.map((file) => contentOf(file)))
    const unreadable = read.flatMap((one) => ('refused' in one ? one.refused : []))
    if (unreadable.length > 0) return { refused: unreadable }
    const imported = []
    for (const [index, file] of this.files.entries()) {
      const bytes = read[index] as Buffer
      const answer = await importBankAnswer({ bytes, fileName: basename(file), actorId: actor.id })
      if (isRefused(answer)) {
        return { refused: answer.refused.map((one) => ofFile(file, one, imported.length)) }
      }
      imported.push({ file, ...answer })
    }
    return {
      data: { imported },
      lines: imported.flatMap(({ file, notices, ...answer }) => [
        `${file}\u00a0: ${importedSentence({ ...answer, notices })}`,
        ...notices.map((notice) => `  À savoir\u00a0: ${notice}`),
      ]),
    }
  }
}

async function contentOf(file: string): Promise<Buffer | Refused> {
  try {
    return await readFile(file)
  } catch {
    return refuse(
      'FICHIER_ILLISIBLE',
      `Le fichier «\u00a0${file}\u00a0» ne peut pas être ouvert.`,
      'Vérifiez le chemin.'
    )
  }
}

/** Each file is imported on its own: those given before the one that is refused stay. */
function ofFile(file: string, reason: Refused['refused'][number], before: number) {
  const kept = before === 0 ? '' : ' Les fichiers donnés avant lui sont importés.'
  return { ...reason, message: `${file}\u00a0: ${reason.message}${kept}` }
}
