import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class StatementsDebitNote extends OfficeCommand {
  static override commandName = 'statements:debit-note'
  static override description = 'Copier le document d’une note de débit, tel qu’il est archivé'

  @args.string({ description: 'Numéro de la note, ou du relevé dont elle réclame le solde' })
  declare number: string

  @flags.string({ description: 'Fichier à écrire', required: true })
  declare out: string

  async perform() {
    const { debitNoteFile } = await import('#app/statements/debit_notes/debit_note_file')
    const { writeFileAtomic } = await import('#app/shared/write_file_atomic')
    const file = await debitNoteFile(this.number)
    if (isRefused(file)) return file
    await writeFileAtomic(this.out, file.bytes)
    return {
      data: { number: file.number, file: this.out, bytes: file.bytes.length },
      lines: [`Note de débit ${file.number}\u00a0: ${this.out}`],
    }
  }
}
