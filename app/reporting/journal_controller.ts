import type { HttpContext } from '@adonisjs/core/http'
import { MONEY } from '#app/accounts/access'
import { lastLedgerCheck } from '#app/ledger/checks/ledger_checks'
import { journalList } from '#app/reporting/journal_list'
import { hasRole } from '#app/shared/screens/has_role'
import { showList } from '#app/shared/screens/show_list'

/** What was done here, by whom and when. */
export default class JournalController {
  async index(ctx: HttpContext) {
    return showList(ctx, journalList(ctx.auth.user!.role), 'reporting/journal', {
      showsChain: hasRole(ctx, MONEY),
      check: hasRole(ctx, MONEY) ? await lastLedgerCheck() : null,
    })
  }
}
