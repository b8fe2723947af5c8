import { createHash, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'
import drive from '@adonisjs/drive/services/main'
import { archivedFile } from '#app/shared/archived_file'
import { refuse, type Refused } from '#app/shared/result'
import { attachment } from '#app/shared/screens/attachment'
import { found } from '#app/shared/screens/not_found'

/** A document that a person sent, kept in the private archive. */
export interface KeptFile {
  key: string
  sha256: Buffer
  fileName: string
  mediaType: string
  sizeBytes: number
}

const LARGEST = 5 * 1024 * 1024

/** What is taken, known by its first bytes: the name of a file proves nothing. */
const TYPES = [
  { mediaType: 'application/pdf', extension: 'pdf', start: Buffer.from('%PDF-') },
  { mediaType: 'image/jpeg', extension: 'jpg', start: Buffer.from([0xff, 0xd8, 0xff]) },
  {
    mediaType: 'image/png',
    extension: 'png',
    start: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  },
] as const

/** Keeps the PDF, JPEG or PNG sent under this name, of 5 MB at most; null when none was sent. */
export async function keepFile(
  { request }: Pick<HttpContext, 'request'>,
  name: string,
  folder: string
): Promise<KeptFile | Refused | null> {
  const sent = request.file(name)
  if (!sent?.tmpPath || sent.size === 0) return null
  if (sent.size > LARGEST) {
    return refuse(
      'FICHIER_LOURD',
      'Ce fichier dépasse 5 Mo.',
      'Envoyez-en une version plus légère.',
      name
    )
  }
  const bytes = await readFile(sent.tmpPath)
  const type = TYPES.find(({ start }) => bytes.subarray(0, start.length).equals(start))
  if (!type) {
    return refuse(
      'FICHIER_D_UN_AUTRE_TYPE',
      'Ce fichier n’est ni un PDF, ni une image JPG ou PNG.',
      'Enregistrez-le en PDF, puis renvoyez-le.',
      name
    )
  }
  const key = `${folder}/${randomUUID()}.${type.extension}`
  await drive.use().put(key, bytes)
  return {
    key,
    sha256: createHash('sha256').update(bytes).digest(),
    fileName: plainName(sent.clientName, type.extension),
    mediaType: type.mediaType,
    sizeBytes: bytes.length,
  }
}

/** Removes what was kept for a deed that was then refused. */
export async function forgetFile(file: Pick<KeptFile, 'key'> | null): Promise<void> {
  if (file) await drive.use().delete(file.key)
}

/** Sends a kept file, if it is the one that was received. */
export async function sendKeptFile(
  ctx: Pick<HttpContext, 'response'>,
  { key, sha256, fileName, mediaType }: Omit<KeptFile, 'sizeBytes'>
) {
  const kept = await archivedFile(key, sha256)
  if (kept.state === 'altered') throw new Error(`The kept file ${key} is not the one received`)
  return attachment(ctx, fileName, mediaType).send(Buffer.from(found(kept.bytes)))
}

/** The sender’s name for the file, without path, control characters or another extension. */
function plainName(clientName: string, extension: string): string {
  const name = clientName
    .replaceAll(/[\p{C}"\\/:*?<>|]/gu, ' ')
    .replace(/\.[^.]*$/, '')
    .trim()
  return `${name.slice(0, 100).toWellFormed() || 'document'}.${extension}`
}
