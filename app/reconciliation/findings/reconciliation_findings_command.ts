import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { isRefused } from '#app/shared/result'

interface ShownFinding {
  code: string
  form: number | null
  saisine: number | null
  reference: string
  association: string
  message: string
  remedy: string
}

export default class ReconciliationFindings extends OfficeCommand {
  static override commandName = 'reconciliation:findings'
  static override description = 'Lister les constats du dernier rapprochement, avec leurs fiches'

  @args.string({ description: 'Code de la convention' })
  declare convention: string

  @flags.string({ description: 'Un seul constat : HORS_DELAI, DOUBLON…' })
  declare code: string

  async perform() {
    const { conventionCodes } = await import('#app/conventions/convention_codes')
    const { rows } = await import('#app/shared/rows')
    const known = await conventionCodes(this.convention)
    if (isRefused(known)) return known
    const found = await rows<ShownFinding>(
      `SELECT n.code, n.form_id AS form, n.saisine_id AS saisine, coalesce(f.reference, s.reference) AS reference,
         a.code AS association, n.message, n.remedy
       FROM findings n JOIN conventions c ON c.id = n.convention_id
       LEFT JOIN return_forms f ON f.id = n.form_id LEFT JOIN saisines s ON s.id = n.saisine_id
       JOIN associations a ON a.id = coalesce(f.association_id, s.association_id)
       WHERE c.code = ? AND (?::text IS NULL OR n.code = ?) ORDER BY n.code, a.code, n.id`,
      [this.convention, this.code ?? null, this.code ?? null]
    )
    return {
      data: found,
      lines: found.map(
        ({ code, form, saisine, association, message, remedy }) =>
          `${code}  ${association}  ${form === null ? `saisine n° ${saisine}` : `fiche n° ${form}`} : ${message} → ${remedy}`
      ),
    }
  }
}
