import { rm } from 'node:fs/promises'
import { Exception } from '@adonisjs/core/exceptions'
import type { MultipartFile } from '@adonisjs/core/bodyparser'
import type { HttpContext, HttpRequest } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { HEAVIEST } from '#config/bodyparser'

/**
 * Before a form with files is read: only somebody who entered makes us write on the disk, and a body too heavy is
 * refused by what it announces. After the answer, what no one moved away is removed.
 */
export default class SentFilesMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    if (!ctx.request.is(['multipart/form-data'])) return next()
    if (Number(ctx.request.header('content-length')) > HEAVIEST) {
      throw new Exception('Request entity too large', { status: 413 })
    }
    if (!(await ctx.auth.check())) return ctx.response.redirect().status(303).toPath('/connexion')
    try {
      return await next()
    } finally {
      await removeSent(ctx.request)
    }
  }
}

/** Files as the parser keeps them: names of fields may nest. */
async function removeSent(request: HttpRequest): Promise<void> {
  for (const file of filesIn(request.allFiles())) {
    if (file.tmpPath) await rm(file.tmpPath, { force: true })
  }
}

function filesIn(value: unknown): MultipartFile[] {
  if (typeof value !== 'object' || value === null) return []
  if ('fieldName' in value && 'clientName' in value) return [value as MultipartFile]
  return Object.values(value).flatMap(filesIn)
}
