import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class PaymentsFile extends OfficeCommand {
  static override commandName = 'payments:file'
  static override description = 'Reprendre le fichier d’un ordre de virement, octet pour octet'

  @args.string({ description: 'Numéro de l’ordre' })
  declare id: string

  @flags.string({ description: 'Fichier à écrire', required: true })
  declare out: string

  async perform() {
    const { orderFile } = await import('#app/payments/orders/order_file')
    const { writeFileAtomic } = await import('#app/shared/write_file_atomic')
    const actor = await this.actor(['finance'])
    if (isRefused(actor)) return actor
    const file = await orderFile(Number(this.id))
    if (isRefused(file)) return file
    await writeFileAtomic(this.out, file.bytes)
    return { data: { file: this.out, bytes: file.bytes.length }, lines: [`Fichier : ${this.out}`] }
  }
}
