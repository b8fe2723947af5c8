import { LETTER_KINDS } from '#app/network/news/letter_words'
import { row, rows } from '#app/shared/rows'
import { wordsSql } from '#app/shared/screens/words_sql'

export interface MyLetter {
  id: number
  kind: string
  title: string
  summary: string
  convention: string | null
  publishedAt: Date
  fileName: string
  sizeBytes: number
  /** Whether the person who looks has opened it. */
  read: boolean
}

const LETTERS = `SELECT l.id, ${wordsSql('l.kind', LETTER_KINDS)} AS kind, l.title, l.summary, c.code AS convention,
    l.published_at AS "publishedAt", l.file_name AS "fileName", l.size_bytes AS "sizeBytes",
    EXISTS (SELECT FROM letter_readings r WHERE r.letter_id = l.id AND r.user_id = ?) AS read
  FROM letters l LEFT JOIN conventions c ON c.id = l.convention_id`

/** What the federation published for the association, the last first. Reads behind the wall. */
export function myLetters(userId: number): Promise<MyLetter[]> {
  return rows<MyLetter>(`${LETTERS} ORDER BY l.published_at DESC, l.id DESC LIMIT 200`, [userId])
}

export function myLetter(userId: number, id: number): Promise<MyLetter | null> {
  return row<MyLetter>(`${LETTERS} WHERE l.id = ?`, [userId, id])
}
