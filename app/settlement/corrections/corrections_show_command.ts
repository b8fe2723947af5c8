import { OfficeCommand } from '#app/accounts/command'

interface ShownCorrection {
  id: number
  convention: string
  association: string
  reference: string
  service: string
  dueCents: number
  alreadyCents: number
  amountCents: number
  reason: string
}

export default class CorrectionsShow extends OfficeCommand {
  static override commandName = 'corrections:show'
  static override description = 'Montrer les régularisations proposées qui attendent une décision'

  async perform() {
    const { rows } = await import('#app/shared/rows')
    const { formatAmount } = await import('#app/shared/french_format')
    const found = await rows<ShownCorrection>(
      `SELECT p.id, c.code AS convention, a.code AS association, s.reference, p.service_code AS service,
         p.due_cents AS "dueCents", p.already_cents AS "alreadyCents", p.amount_cents AS "amountCents", p.reason
       FROM proposed_corrections p JOIN conventions c ON c.id = p.convention_id
       JOIN associations a ON a.id = p.association_id JOIN saisines s ON s.id = p.saisine_id
       WHERE p.state = 'proposed' ORDER BY p.id`
    )
    return {
      data: found,
      lines:
        found.length === 0
          ? ['Aucune régularisation n’attend de décision.']
          : found.map(
              (one) =>
                `n° ${one.id} ${one.convention} ${one.association} ${one.reference} ${one.service} : dû ${formatAmount(one.dueCents)}, payé ${formatAmount(one.alreadyCents)}, écart ${formatAmount(one.amountCents)}. ${one.reason}`
            ),
    }
  }
}
