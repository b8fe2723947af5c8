import { readFile } from 'node:fs/promises'
import { args } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { refuse, type Refused } from '#app/shared/result'

export default class PaymentsCheck extends OfficeCommand {
  static override commandName = 'payments:check'
  static override description = 'Contrôler un fichier de virements avant de l’envoyer à la banque'

  @args.string({ description: 'Le fichier pain.001' })
  declare file: string

  async perform() {
    const { checkPain001 } = await import('#app/payments/pain001/check_pain001')
    const { readPain001 } = await import('#app/payments/pain001/read_pain001')
    const { sumCents } = await import('#app/shared/cents')
    const { parisDay } = await import('#app/shared/day')
    const { formatAmount, plural } = await import('#app/shared/french_format')
    const bytes = await this.#read()
    if ('refused' in bytes) return bytes
    const breaches = checkPain001(bytes, { today: parisDay(new Date()) })
    const errors = breaches.filter(({ level }) => level === 'error')
    if (errors.length > 0) {
      return {
        refused: errors.map(({ code, where, message }) => ({
          code,
          message: `${where} : ${message}`,
        })),
      }
    }
    const read = readPain001(bytes)
    if ('refusal' in read) return refuse('FICHIER_ILLISIBLE', read.refusal)
    const total = sumCents(read.order.transfers.map(({ amount }) => amount))
    return {
      data: { transfers: read.order.transfers.length, totalCents: total, warnings: breaches },
      lines: [
        `${plural(read.order.transfers.length, 'virement')}, ${formatAmount(total)} : le fichier respecte toutes les règles.`,
        ...breaches.map(({ where, message }) => `  À regarder, ${where} : ${message}`),
      ],
    }
  }

  async #read(): Promise<Buffer | Refused> {
    try {
      return await readFile(this.file)
    } catch {
      return refuse(
        'FICHIER_ILLISIBLE',
        `Le fichier « ${this.file} » ne peut pas être ouvert.`,
        'Vérifiez le chemin.'
      )
    }
  }
}
