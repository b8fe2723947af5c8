import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { logAccess } from '#app/accounts/entry/log_access'
import { exportLedger } from '#app/ledger/export/export_ledger'
import { readExportOptions } from '#app/ledger/export/read_export_options'
import { attachment } from '#app/shared/screens/attachment'
import { refuseBack } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'
import { isRefused } from '#app/shared/result'

/** The entries of a span of days, as a file for the accounting package. */
export default class LedgerExportsController {
  async show(ctx: HttpContext) {
    const options = readExportOptions({
      from: typed(ctx.request, 'premier', 40),
      until: typed(ctx.request, 'dernier', 40),
      separator: typed(ctx.request, 'separateur', 10) || 'tab',
    })
    if (isRefused(options)) return refuseBack(ctx, options, '/ecritures')
    const folder = await mkdtemp(join(tmpdir(), 'ecritures-'))
    try {
      const file = join(folder, 'ecritures.txt')
      const exported = await db.transaction((trx) => exportLedger(trx, { file, ...options }))
      if (isRefused(exported)) return refuseBack(ctx, exported, '/ecritures')
      await logAccess(ctx, ctx.auth.user!.id, 'document.read', 'ecritures.txt')
      return attachment(ctx, 'ecritures.txt', 'text/plain; charset=iso-8859-15').send(
        await readFile(file)
      )
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}
