import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { HttpContext } from '@adonisjs/core/http'
import { copyWithErrors } from '#app/intake/writer/copy_with_errors'
import type { ImportKind } from '#app/intake/import_kind'
import { readChecked } from '#app/intake/uploads/read_upload'
import { uploadedFile, uploadFolder, type Upload } from '#app/intake/uploads/upload'
import { attachment } from '#app/shared/screens/attachment'
import { found, NotFound } from '#app/shared/screens/not_found'

/** Sends a checked file again, with what is to be mended beside each row. `told`: its titles that are not ours. */
export async function sendErrorsCopy(
  ctx: Pick<HttpContext, 'response'>,
  upload: Upload,
  kind: Pick<ImportKind, 'columns'>,
  told: Iterable<string> = []
) {
  const { problems } = found(await readChecked(upload.id))
  const source = uploadedFile(upload)
  const extension = await extensionOf(source)
  const copy = join(uploadFolder(upload.id), `erreurs-${process.hrtime.bigint()}${extension}`)
  if (await copyWithErrors(kind, source, problems, copy, told)) throw new NotFound()
  const name = `${basename(upload.fileName, extname(upload.fileName))}-erreurs${extension}`
  const bytes = createReadStream(copy)
  bytes.on('close', () => void rm(copy, { force: true }))
  return attachment(ctx, name, 'application/octet-stream').stream(bytes)
}

/** The copy is written in the format that the file has, whatever its name says. */
async function extensionOf(path: string): Promise<'.xlsx' | '.csv'> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return buffer.toString() === 'PK' ? '.xlsx' : '.csv'
  } finally {
    await file.close()
  }
}
