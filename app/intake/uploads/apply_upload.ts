import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { runImport } from '#app/intake/run_import'
import { checkUpload } from '#app/intake/uploads/check_upload'
import { removeFolder } from '#app/intake/uploads/remove_old_uploads'
import { uploadedFile, uploadFolder, type Upload } from '#app/intake/uploads/upload'
import { isRefused, type Refused } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { importKind } from '#start/import_kinds'

export interface AppliedUpload {
  importId: number
  /** Somebody had applied this very file. */
  alreadyImported: boolean
}

/** Applies a file that was checked, whole or its sound rows only, then forgets it. */
export async function applyUpload(
  upload: Upload,
  validRows: boolean,
  progress?: (rowsRead: number) => void
): Promise<AppliedUpload | Refused> {
  const interrupted = await appliedSince(upload)
  if (interrupted !== null) return forget(upload, interrupted, false)
  const { actorId, sender, titles } = upload
  const options = { actorId, sender, titles: new Map(titles), validRows, progress }
  const result = await runImport(await importKind(upload.kind), uploadedFile(upload), options)
  if (isRefused(result)) {
    // What the check said is no longer true: the page shows what stands in the way now.
    await checkUpload(upload)
    return result
  }
  return forget(upload, result.importId!, result.alreadyImported)
}

async function forget(
  upload: Upload,
  importId: number,
  alreadyImported: boolean
): Promise<AppliedUpload> {
  await removeFolder(uploadFolder(upload.id))
  return { importId, alreadyImported }
}

/** The import of this very upload, when the process stopped between its end and this one's: once is enough. */
async function appliedSince(upload: Upload): Promise<number | null> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(uploadedFile(upload)), hash)
  const found = await row<{ id: number }>(
    `SELECT id FROM imports WHERE kind = ? AND file_sha256 = ? AND actor_id = ? AND applied_at >= ? AND undone_at IS NULL
     ORDER BY id LIMIT 1`,
    [upload.kind, hash.digest(), upload.actorId, new Date(upload.at)]
  )
  return found?.id ?? null
}
