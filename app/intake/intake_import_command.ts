import { args, flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import type { ImportRejected } from '#app/intake/import_rejected'
import type { ImportReport } from '#app/intake/run_import'
import type { ImportProblem } from '#app/intake/import_kind'
import { isRefused, type Refused } from '#app/shared/result'

/** More would scroll away: the copy with the *Erreurs* column has them all. */
const SHOWN_PROBLEMS = 15

export default class IntakeImport extends OfficeCommand {
  static override commandName = 'intake:import'
  static override description =
    'Importer un fichier (CSV ou XLSX) de saisines, fiches, associations ou baremes'

  @args.string({ description: 'saisines, fiches, associations ou baremes' })
  declare kind: string

  @args.string({ description: 'Le fichier à importer' })
  declare file: string

  @flags.boolean({ description: 'Tout vérifier sans rien enregistrer' })
  declare dryRun: boolean

  @flags.boolean({
    description: 'Enregistrer les lignes valables d’un fichier qui en a de mauvaises',
  })
  declare validRows: boolean

  @flags.string({ description: 'Écrire une copie du fichier avec une colonne Erreurs' })
  declare errors: string

  @flags.string({ description: 'Qui envoie le fichier : ses titres de colonnes sont retenus' })
  declare sender: string

  @flags.array({
    description: 'Titre de ce fichier et colonne qu’il vaut : "Dossier=reference_saisine"',
  })
  declare map: string[]

  async perform() {
    const { importKind, readKind } = await import('#start/import_kinds')
    const { runImport } = await import('#app/intake/run_import')
    const { progressBar } = await import('#app/shared/progress_bar')
    const actor = await this.actor(['coordinator', 'platform'])
    if (isRefused(actor)) return actor
    const kind = readKind(this.kind)
    if (isRefused(kind)) return kind
    const result = await runImport(await importKind(kind.kind), this.file, {
      actorId: actor.id,
      dryRun: this.dryRun,
      validRows: this.validRows,
      sender: this.sender,
      titles: new Map(this.#titles()),
      progress: progressBar('Lecture'),
    })
    const problems = 'problems' in result ? result.problems : []
    if (this.errors && problems.length > 0) await this.#copyErrors(problems)
    return isRefused(result) ? this.#rejected(result) : this.#report(result)
  }

  async #copyErrors(problems: readonly ImportProblem[]): Promise<void> {
    const { copyWithErrors } = await import('#app/intake/writer/copy_with_errors')
    const { importKind, readKind } = await import('#start/import_kinds')
    const { rememberedTitles } = await import('#app/intake/titles/remembered_titles')
    const kind = readKind(this.kind)
    if (isRefused(kind)) return
    const told = [...this.#titles(), ...(await rememberedTitles(kind.kind, this.sender ?? ''))]
    const titles = told.map(([title]) => title)
    await copyWithErrors(await importKind(kind.kind), this.file, problems, this.errors, titles)
  }

  #titles(): [title: string, field: string][] {
    return (this.map ?? []).map(splitTitle)
  }

  async #rejected(result: Refused | ImportRejected): Promise<Refused> {
    if (this.json || !('problems' in result)) return result
    const { problemReason } = await import('#app/intake/problem_line')
    const shown = result.problems
      .slice(0, SHOWN_PROBLEMS)
      .map((problem) => problemReason('', problem))
    return { refused: [...shown, ...result.refused] }
  }

  async #report(report: ImportReport) {
    const { plural } = await import('#app/shared/french_format')
    const { problemReason } = await import('#app/intake/problem_line')
    const { importId, read, created, unchanged, problems, ignoredColumns } = report
    const lines = report.alreadyImported
      ? [`Ce fichier est déjà importé (import n° ${importId}) : rien n’a changé.`]
      : [
          `${plural(read, 'ligne lue', 'lignes lues')}, ${plural(created, importId === null ? 'nouvelle' : 'enregistrée')}, ${plural(unchanged, 'inchangée')}, ${plural(problems.length, 'erreur')}.`,
          importId === null
            ? 'Essai à blanc : rien n’est enregistré.'
            : `Import n° ${importId}. Pour l’annuler : ./ace intake:undo ${importId}`,
        ]
    if (ignoredColumns.length > 0)
      lines.push(`Colonnes non utilisées : ${ignoredColumns.join(', ')}.`)
    for (const problem of problems.slice(0, SHOWN_PROBLEMS)) {
      const { message, remedy } = problemReason(report.sheet, problem)
      lines.push(`  ${message} → ${remedy}`)
    }
    return { data: report, lines }
  }
}

function splitTitle(told: string): [title: string, field: string] {
  const at = told.lastIndexOf('=')
  return [told.slice(0, at), told.slice(at + 1).trim()]
}
