import { randomInt } from 'node:crypto'
import { chmod, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { MultipartFile } from '@adonisjs/core/bodyparser'
import { removeOldUploads } from '#app/intake/uploads/remove_old_uploads'
import { safeFileName } from '#app/intake/uploads/safe_file_name'
import { uploadedFile, uploadFolder, type Upload } from '#app/intake/uploads/upload'
import { writeUpload } from '#app/intake/uploads/read_upload'

const MOST_IDS = 2 ** 48 - 1

/** Keeps a sent file where only this installation reads it. */
export async function keepUpload(
  file: Pick<MultipartFile, 'clientName' | 'move'>,
  told: Pick<Upload, 'kind' | 'sender' | 'actorId'>
): Promise<Upload> {
  await removeOldUploads()
  const fileName = safeFileName(file.clientName)
  const at = new Date().toISOString()
  const upload: Upload = { id: randomInt(1, MOST_IDS), fileName, titles: [], at, ...told }
  const path = uploadedFile(upload)
  await mkdir(uploadFolder(upload.id), { recursive: true, mode: 0o700 })
  await file.move(dirname(path), { name: fileName })
  await chmod(path, 0o600)
  await writeUpload(upload)
  return upload
}
