import type { Letter } from '#app/shared/mail/letter'
import { SECURITY_KINDS, type MailKind } from '#app/shared/mail/mail_kinds'
import { renderLetter } from '#app/shared/mail/render_letter'
import { rows } from '#app/shared/rows'
import type { Trx } from '#app/shared/transaction'

/** Something to tell an association. */
export interface Notice {
  kind: MailKind
  associationId: number
  /** What is told: a recipient is told of it once, whatever happens. */
  cause: string
  letter: Letter
  /** The one person of the association that it concerns; everybody when not given. */
  userId?: number
}

/**
 * Writes mails to the people of associations, in the transaction that causes them: each as they chose, and to the
 * contact of the association while nobody enters for it. Mails of security go to all of them, whatever they chose, and
 * to the contacts that the association had these last months. One query for all; told twice, it writes nothing more.
 * Mails leave from their table: a command that causes them joins no queue. Gives how many were written.
 */
export async function notify(
  trx: Trx,
  notices: readonly Notice[],
  causedBy: number | null
): Promise<number> {
  if (notices.length === 0) return 0
  const letters = new Set(notices.map(({ letter }) => letter))
  const rendered = new Map(Array.from(letters, (letter) => [letter, renderLetter(letter)]))
  const told = notices.map(({ letter, ...notice }) => ({
    ...notice,
    ...rendered.get(letter)!,
    letter,
    security: SECURITY_KINDS.includes(notice.kind),
  }))
  const written = await rows(INSERT, [JSON.stringify(told), causedBy], trx)
  return written.length
}

const INSERT = `
  WITH told AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(?::jsonb) AS n (kind text, "associationId" bigint, cause text, subject text,
      text text, html text, letter jsonb, security boolean, "userId" bigint)),
  people AS (
    SELECT t."associationId", t.cause, t.kind, u.id AS user_id, u.email,
      CASE WHEN t.security THEN 'immediate' ELSE coalesce(p.rhythm, 'immediate') END AS rhythm
    FROM told t JOIN users u ON u.association_id = t."associationId" AND u.disabled_at IS NULL
      AND u.id = coalesce(t."userId", u.id)
    LEFT JOIN mail_preferences p ON p.user_id = u.id
    UNION ALL
    SELECT t."associationId", t.cause, t.kind, NULL, lower(a.email), 'immediate'
    FROM told t JOIN associations a ON a.id = t."associationId"
    WHERE a.email IS NOT NULL AND t."userId" IS NULL AND (t.security OR NOT EXISTS (
      SELECT FROM users u WHERE u.association_id = a.id AND u.disabled_at IS NULL))
    UNION ALL
    SELECT t."associationId", t.cause, t.kind, NULL, lower(e.before ->> 'email'), 'immediate'
    FROM told t JOIN events e ON e.subject_type = 'association' AND e.subject_id = t."associationId"
    WHERE t.security AND e.verb = 'association.updated' AND e.before ->> 'email' <> ''
      AND e.at > now() - interval '90 days')
  INSERT INTO mails (kind, recipient, subject, text_body, html_body, association_id, user_id, cause, for_digest, letter,
    caused_by)
  SELECT t.kind, p.email, t.subject, t.text, t.html, t."associationId", p.user_id, t.cause, p.rhythm = 'daily',
    CASE WHEN p.rhythm = 'daily' THEN t.letter END, ?::bigint
  FROM (SELECT DISTINCT ON ("associationId", kind, cause, email) * FROM people WHERE rhythm <> 'none'
    ORDER BY "associationId", kind, cause, email, user_id NULLS LAST) p
  JOIN told t USING ("associationId", kind, cause)
  ORDER BY t."associationId", p.email
  ON CONFLICT (kind, cause, recipient) WHERE cause IS NOT NULL DO NOTHING
  RETURNING id`
