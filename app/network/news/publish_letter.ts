import type User from '#app/accounts/user'
import { privacyGuard } from '#app/intake/privacy/privacy_guard'
import { notifyPublished } from '#app/network/news/notify_published'
import { isLetterKind } from '#app/network/news/letter_words'
import { parisDay } from '#app/shared/day'
import { recordEvent } from '#app/shared/record_event'
import type { Reason, Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import type { KeptFile } from '#app/shared/screens/kept_file'
import { transaction } from '#app/shared/transaction'

export interface NewLetter {
  kind: string
  title: string
  summary: string
  /** For the associations that work under this convention; null for all. */
  conventionCode: string | null
}

/** Publishes a letter or a technical sheet, its PDF being kept already: associations read it at once. */
export function publishLetter(
  actor: Pick<User, 'id'>,
  { kind, title, summary, conventionCode }: NewLetter,
  file: KeptFile,
  at = new Date()
): Promise<{ id: number } | Refused> {
  return transaction<{ id: number }>(async (trx) => {
    const convention = await row<{ id: number }>(
      'SELECT id FROM conventions WHERE code = ?',
      [conventionCode],
      trx
    )
    const refused = problems({ kind, title, summary, conventionCode }, file)
    if (conventionCode !== null && !convention)
      refused.push(
        reason('convention', 'Cette convention est inconnue.', 'Choisissez-la dans la liste.')
      )
    if (refused.length > 0) return { refused }
    const created = (await row<{ id: number }>(
      `INSERT INTO letters (kind, title, summary, convention_id, file_key, sha256, file_name, media_type, size_bytes, published_by)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
      [
        kind,
        title,
        summary,
        convention?.id ?? null,
        file.key,
        file.sha256,
        file.fileName,
        file.mediaType,
        file.sizeBytes,
        actor.id,
      ],
      trx
    ))!
    await recordEvent(trx, actor.id, {
      verb: 'letter.published',
      subject: ['letter', created.id],
      after: { kind, title, convention: conventionCode, sha256: file.sha256.toString('hex') },
    })
    await notifyPublished(trx, {
      letterId: created.id,
      actorId: actor.id,
      day: parisDay(at),
    })
    return created
  })
}

function problems({ kind, title, summary }: NewLetter, file: KeptFile): Reason[] {
  const refused: Reason[] = []
  if (!isLetterKind(kind))
    refused.push(
      reason('nature', 'Ce n’est ni une lettre ni une fiche.', 'Choisissez l’une ou l’autre.')
    )
  if (title === '' || title.length > 160)
    refused.push(
      reason('titre', 'La publication n’a pas de titre.', 'Dites son sujet en une ligne.')
    )
  if (summary.length > 2000)
    refused.push(reason('texte', 'Le texte dépasse 2000 caractères.', 'Le PDF dira le reste.'))
  for (const [field, text] of [
    ['titre', title],
    ['texte', summary],
  ] as const) {
    const guard = privacyGuard(text)
    if (guard) refused.push(reason(field, guard.message, 'Retirez ce qui désigne une personne.'))
  }
  if (file.mediaType !== 'application/pdf')
    refused.push(reason('fichier', 'Le fichier n’est pas un PDF.', 'Enregistrez-le en PDF.'))
  return refused
}

function reason(field: string, message: string, remedy: string): Reason {
  return { code: 'PUBLICATION_INCOMPLETE', message, remedy, field }
}
