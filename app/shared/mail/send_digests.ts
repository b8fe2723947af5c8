import { digestLetter } from '#app/shared/mail/letters/digest'
import type { Letter } from '#app/shared/mail/letter'
import { renderLetter } from '#app/shared/mail/render_letter'
import type { Day } from '#app/shared/day'
import { isRefused } from '#app/shared/result'
import { row, rows } from '#app/shared/rows'
import { transaction, type Trx } from '#app/shared/transaction'

interface Reader {
  id: number
  email: string
  associationId: number
}

/**
 * Writes to each person who asked for one mail a day what waits for them. Done twice in a day, it tells what is new; who
 * asked since for no mail at all gets none.
 */
export async function sendDigests(day: Day): Promise<number> {
  const readers = await rows<Reader>(
    `SELECT DISTINCT u.id, u.email, u.association_id AS "associationId" FROM mails m JOIN users u ON u.id = m.user_id
     WHERE m.state = 'queued' AND m.for_digest AND m.purged_at IS NULL
       AND u.disabled_at IS NULL AND u.association_id = m.association_id
       AND NOT EXISTS (SELECT FROM mail_preferences p WHERE p.user_id = u.id AND p.rhythm = 'none')
     ORDER BY u.id`
  )
  for (const reader of readers) {
    const sent = await transaction((trx) => digest(trx, reader, day))
    if (isRefused(sent)) throw new Error('A digest refuses nothing')
  }
  return readers.length
}

async function digest(trx: Trx, { id, email, associationId }: Reader, day: Day): Promise<object> {
  const pending = await rows<{ id: number; letter: Letter }>(
    `SELECT id, letter FROM mails WHERE user_id = ? AND association_id = ? AND state = 'queued' AND for_digest
       AND purged_at IS NULL
     ORDER BY id FOR UPDATE`,
    [id, associationId],
    trx
  )
  if (pending.length === 0) return {}
  const ids = pending.map((one) => one.id)
  const { subject, text, html } = renderLetter(
    digestLetter(
      day,
      pending.map(({ letter }) => letter)
    )
  )
  const written = (await row<{ id: number }>(
    `INSERT INTO mails (kind, recipient, subject, text_body, html_body, association_id, user_id, cause)
     VALUES ('digest', ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
    [email, subject, text, html, associationId, id, `digest:${day}:${ids[0]}`],
    trx
  ))!
  await trx.rawQuery(`UPDATE mails SET state = 'gathered', digest_mail_id = ? WHERE id = ANY(?)`, [
    written.id,
    ids,
  ])
  return {}
}
