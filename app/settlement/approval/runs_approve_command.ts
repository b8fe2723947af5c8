import { args } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

export default class RunsApprove extends OfficeCommand {
  static override commandName = 'runs:approve'
  static override description = 'Approuver une campagne que l’on n’a ni préparée ni rapprochée'

  @args.string({ description: 'Numéro de la campagne' })
  declare id: string

  async perform() {
    const { approveRun } = await import('#app/settlement/approval/approve_run')
    const { runData, runLine } = await import('#app/settlement/run_lines')
    const actor = await this.actor(['approver'])
    if (isRefused(actor)) return actor
    const approval = await approveRun(Number(this.id), actor.id)
    if (isRefused(approval)) return approval
    const { run, given, needed } = approval
    const next =
      given >= needed
        ? `Ensuite : ./ace runs:issue ${run.id}`
        : 'Une autre personne doit encore approuver.'
    return {
      data: { ...runData(run), given, needed },
      lines: [runLine(run), `Approbations : ${given} sur ${needed}. ${next}`],
    }
  }
}
