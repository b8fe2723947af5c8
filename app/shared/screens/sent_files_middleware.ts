import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { HEAVIEST } from '#config/bodyparser'
import { storagePath } from '#start/env'

/** Where a file waits while its form is read; one that a stopped process left is removed with old uploads. */
const RECEIVED = join(storagePath, 'uploads')

/**
 * Reads a form with files. Only somebody who entered makes us write on the disk, and a body too heavy is refused by
 * what it announces. Whatever the answer, a file that no one moved away is removed: it may name people.
 */
export default class SentFilesMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { multipart } = ctx.request
    if (ctx.request.bodyType !== 'multipart') return next()
    if (Number(ctx.request.header('content-length')) > HEAVIEST) {
      throw new Exception('Request entity too large', { status: 413 })
    }
    if (!(await ctx.auth.check())) return ctx.response.redirect().status(303).toPath('/connexion')
    // Hung up meanwhile: nothing more would ever come.
    if (ctx.request.request.destroyed) throw new Exception('Request aborted', { status: 400 })
    await mkdir(RECEIVED, { recursive: true, mode: 0o700 })
    const paths: string[] = []
    let answered = false
    // The parser drops files of certain names once written: each path is kept here.
    multipart.onFile('*', { deferValidations: true }, async (part, report) => {
      const tmpPath = join(RECEIVED, `recu-${randomUUID()}`)
      paths.push(tmpPath)
      try {
        part.pause()
        part.on('data', report)
        await pipeline(part, createWriteStream(tmpPath, { mode: 0o600 }))
      } catch (error) {
        await rm(tmpPath, { force: true })
        return multipart.abort(error as Error)
      }
      if (answered) await rm(tmpPath, { force: true })
      return { tmpPath }
    })
    try {
      await multipart.process()
      return await next()
    } finally {
      answered = true
      for (const path of paths) await rm(path, { force: true })
    }
  }
}
