import { createHash } from 'node:crypto'
import drive from '@adonisjs/drive/services/main'
import type { KeptFile } from '#app/shared/screens/kept_file'

/** Keeps a PDF in the archive, as if a person had sent it. */
export async function keepPdf(folder: string, fileName: string, bytes: Buffer): Promise<KeptFile> {
  const sha256 = createHash('sha256').update(bytes).digest()
  const key = `${folder}/${sha256.toString('hex')}.pdf`
  await drive.use().put(key, bytes)
  return { key, sha256, fileName, mediaType: 'application/pdf', sizeBytes: bytes.length }
}
