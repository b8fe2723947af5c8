import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { HttpContext } from '@adonisjs/core/http'
import { copyWithErrors } from '#app/intake/copy_with_errors'
import { readChecked } from '#app/intake/uploads/read_upload'
import { uploadedFile, uploadFolder } from '#app/intake/uploads/upload'
import { uploadOf } from '#app/intake/uploads/upload_of'
import { rememberedTitles } from '#app/intake/remembered_titles'
import { attachment } from '#app/shared/screens/attachment'
import { found, NotFound } from '#app/shared/screens/not_found'
import { importKind } from '#start/import_kinds'

/** The file again, with what is to be mended beside each row. */
export default class ErrorsCopyController {
  async show(ctx: HttpContext) {
    const upload = await uploadOf(ctx)
    const { problems } = found(await readChecked(upload.id))
    const source = uploadedFile(upload)
    const extension = await extensionOf(source)
    const copy = join(uploadFolder(upload.id), `erreurs-${process.hrtime.bigint()}${extension}`)
    const told = [...upload.titles, ...(await rememberedTitles(upload.kind, upload.sender))]
    const titles = told.map(([title]) => title)
    const kind = await importKind(upload.kind)
    if (await copyWithErrors(kind, source, problems, copy, titles)) throw new NotFound()
    const name = `${basename(upload.fileName, extname(upload.fileName))}-erreurs${extension}`
    const bytes = createReadStream(copy)
    bytes.on('close', () => void rm(copy, { force: true }))
    return attachment(ctx, name, 'application/octet-stream').stream(bytes)
  }
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
