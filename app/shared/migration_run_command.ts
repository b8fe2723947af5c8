import { flags } from '@adonisjs/core/ace'
import MigrationRun from '@adonisjs/lucid/commands/migration/run'

/** Lucid's command, with the `--json` that all commands of the product have. */
export default class OfficeMigrationRun extends MigrationRun {
  static override description = 'Mettre la base de données à jour'

  @flags.boolean({ description: 'Écrire le résultat en JSON sur la sortie standard' })
  declare json: boolean

  override async run(): Promise<void> {
    if (!this.json) return super.run()
    const { migrateDatabase } = await import('#database/reset_database')
    process.stdout.write(`${JSON.stringify({ migrated: await migrateDatabase() })}\n`)
  }
}
