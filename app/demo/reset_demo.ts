import { resetDatabase, migrateDatabase } from '#database/reset_database'
import { refuse, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'

/** Empties the database for a new demonstration, unless somebody works in it. */
export async function resetDemo(): Promise<{ reset: true } | Refused> {
  await migrateDatabase()
  const found = await row<{ fictitious: boolean | null; users: boolean }>(
    `SELECT (SELECT fictitious FROM settings) AS fictitious, EXISTS (SELECT 1 FROM users) AS users`
  )
  if (found!.users && !found!.fictitious) {
    return refuse(
      'BASE_EN_SERVICE',
      'Cette base contient des données de travail : la démonstration les effacerait.',
      'Donnez-lui une autre base avec DATABASE_URL, ou un autre dossier avec STORAGE_PATH.'
    )
  }
  await resetDatabase()
  return { reset: true }
}
