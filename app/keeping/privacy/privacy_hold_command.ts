import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class PrivacyHold extends OfficeCommand {
  static override commandName = 'privacy:hold'
  static override description =
    'Garder une saisine, ou toutes celles d’une convention, quoi que dise leur échéance'

  @args.string({ description: 'Référence de la saisine, ou code de la convention' })
  declare what: string

  @flags.string({ description: 'Pourquoi, sans nommer personne', required: true })
  declare reason: string

  @flags.boolean({ description: 'Dire ce qui se ferait, sans rien changer' })
  declare dryRun: boolean

  async perform() {
    const actor = await this.actor(['admin'])
    if (isRefused(actor)) return actor
    const { hold } = await import('#app/keeping/privacy/hold')
    const { plural } = await import('#app/shared/french_format')
    const { what, reason, dryRun = false } = this
    const held = await hold({ what, reason, actorId: actor.id, dryRun })
    if (isRefused(held)) return held
    const kept = plural(held.saisines, 'saisine')
    return {
      data: { saisines: held.saisines, dryRun, ...(dryRun ? {} : { id: held.id }) },
      lines: dryRun
        ? [`Rien n’a changé. Cette conservation garderait ${kept}.`]
        : [`Conservation n°\u00a0${held.id}\u00a0: ${kept}, que la purge ne touchera pas.`],
    }
  }
}
