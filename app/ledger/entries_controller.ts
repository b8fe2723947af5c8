import type { HttpContext } from '@adonisjs/core/http'
import { keepsBooks } from '#app/ledger/book_roles'
import { chainHead } from '#app/ledger/chain_head'
import { entriesList } from '#app/ledger/entries_list'
import { readEntryPage } from '#app/ledger/entry_page'
import { lastLedgerCheck } from '#app/ledger/checks/ledger_checks'
import { found, idOf } from '#app/shared/screens/not_found'
import { showList } from '#app/shared/screens/show_list'
import { workUnderWay } from '#app/shared/works/find_work'

/** The journal: balanced entries, each chained to the one before. */
export default class EntriesController {
  async index(ctx: HttpContext) {
    const head = await chainHead()
    return showList(ctx, entriesList, 'ledger/entries', {
      head: { id: head.id, hash: head.hash.toString('hex') },
      lastCheck: await lastLedgerCheck(),
      work: await workUnderWay('ledger_check', 0),
      keepsBooks: keepsBooks(ctx.auth.user!.role),
    })
  }

  async show({ params, view }: HttpContext) {
    return view.render('ledger/entry', found(await readEntryPage(idOf(params.id))))
  }
}
