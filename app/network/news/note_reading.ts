import db from '@adonisjs/lucid/services/db'
import type User from '#app/accounts/user'

/** Notes that a person of an association opened a publication; the first time counts. */
export async function noteReading(
  { id, associationId }: Pick<User, 'id' | 'associationId'>,
  letterId: number
): Promise<void> {
  await db.rawQuery(
    `INSERT INTO letter_readings (letter_id, user_id, association_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
    [letterId, id, associationId!]
  )
}
