import type User from '#app/accounts/user'
import { recordEvent } from '#app/shared/record_event'
import { refuse, type Refused } from '#app/shared/result'
import type { KeptFile } from '#app/shared/screens/kept_file'
import { transaction } from '#app/shared/transaction'

/** Files a signed document, already kept, with its convention. */
export function addConventionDocument(
  actor: Pick<User, 'id'>,
  conventionId: number,
  title: string,
  file: KeptFile
): Promise<{ id: number } | Refused> {
  return transaction<{ id: number }>(async (trx) => {
    if (title === '') {
      return refuse(
        'TITRE_MANQUANT',
        'Le document n’a pas de titre.',
        'Dites ce que c’est.',
        'titre'
      )
    }
    const [created] = await trx
      .table('convention_documents')
      .insert({
        convention_id: conventionId,
        title,
        file_key: file.key,
        sha256: file.sha256,
        file_name: file.fileName,
        media_type: file.mediaType,
        size_bytes: file.sizeBytes,
        added_by: actor.id,
      })
      .returning('id')
    await recordEvent(trx, actor.id, {
      verb: 'convention.document_added',
      subject: ['convention', conventionId],
      after: { title, fileName: file.fileName, sha256: file.sha256.toString('hex') },
    })
    return { id: Number(created.id) }
  })
}
