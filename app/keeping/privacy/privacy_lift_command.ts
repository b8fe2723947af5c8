import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class PrivacyLift extends OfficeCommand {
  static override commandName = 'privacy:lift'
  static override description =
    'Lever une conservation légale\u00a0: la prochaine purge prend ce qui est échu'

  @args.string({ description: 'Numéro donné par ./ace privacy:holds' })
  declare id: string

  @flags.boolean({ description: 'Dire ce qui se ferait, sans rien changer' })
  declare dryRun: boolean

  async perform() {
    const actor = await this.actor(['admin'])
    if (isRefused(actor)) return actor
    const { liftHold } = await import('#app/keeping/privacy/lift_hold')
    const { parseQuantity } = await import('#app/shared/french_parse')
    const { dryRun = false } = this
    const lifted = await liftHold(parseQuantity(this.id) ?? 0, actor.id, dryRun)
    if (isRefused(lifted)) return lifted
    return {
      data: { ...lifted, dryRun },
      lines: [
        dryRun
          ? `Rien n’a changé. La conservation n°\u00a0${lifted.id} serait levée.`
          : `Conservation n°\u00a0${lifted.id} levée.`,
      ],
    }
  }
}
