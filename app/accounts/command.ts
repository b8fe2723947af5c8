import { BaseCommand, flags } from '@adonisjs/core/ace'
import { findActor } from '#app/accounts/actor'
import type User from '#app/accounts/user'
import type { Role } from '#app/accounts/user'
import { isRefused, type Reason, type Refused } from '#app/shared/result'
import { SettingsMissing } from '#app/shared/settings'

/** What a command has to say: `data` for machines (--json), `lines` for people. */
export interface Report {
  data: object
  lines: string[]
}

/**
 * The manners that all commands share: `--json` prints one JSON value on the standard output, `--as` names the
 * actor, a refusal prints its reasons on the error output and ends with status 1.
 */
export abstract class OfficeCommand extends BaseCommand {
  static override options = { startApp: true }

  @flags.boolean({ description: 'Écrire le résultat en JSON sur la sortie standard' })
  declare json: boolean

  @flags.string({ description: 'Courriel de la personne qui agit' })
  declare as: string

  /** Does the work: a report, or a refusal. */
  abstract perform(): Promise<Report | Refused>

  override async run(): Promise<void> {
    const result = await this.#performed()
    if (isRefused(result)) return this.#refuse(result.refused)
    if (this.json) process.stdout.write(`${JSON.stringify(result.data)}\n`)
    else for (const line of result.lines) process.stdout.write(`${line}\n`)
  }

  async #performed(): Promise<Report | Refused> {
    try {
      return await this.perform()
    } catch (error) {
      const reason = unprepared(error)
      if (!reason) throw error
      return { refused: [reason] }
    }
  }

  protected actor(allowed: readonly Role[]): Promise<User | Refused> {
    return findActor(this.as, allowed)
  }

  #refuse(reasons: Reason[]): void {
    this.exitCode = 1
    if (this.json) return void process.stdout.write(`${JSON.stringify({ refused: reasons })}\n`)
    for (const { message, remedy } of reasons) {
      process.stderr.write(`${this.colors.red('✗')} ${message}\n`)
      if (remedy) process.stderr.write(`  → ${remedy}\n`)
    }
  }
}

/** SQLSTATE of a table, or a column, that the database does not have. */
const OUTDATED = ['42P01', '42703']

/** What an administrator still has to do, when that is why the work could not be done. */
function unprepared(error: unknown): Reason | null {
  if (error instanceof SettingsMissing) {
    return { code: 'REGLAGES_ABSENTS', message: error.message, remedy: error.remedy }
  }
  if (OUTDATED.includes((error as { code?: string }).code ?? '')) {
    return {
      code: 'BASE_A_METTRE_A_JOUR',
      message: 'La base de données n’est pas à jour.',
      remedy: 'Lancez ./ace migration:run.',
    }
  }
  return null
}
