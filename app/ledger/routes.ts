import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow, MONEY } from '#app/accounts/access'
import { BOOK_KEEPERS, CLOSERS } from '#app/ledger/book_roles'

const { ledger } = controllers

router.get('/ecritures', [ledger.Entries, 'index']).use(allow(...MONEY))
router.get('/ecritures/csv', [ledger.profile.LedgerProfiles, 'show']).use(allow(...BOOK_KEEPERS))
router.get('/ecritures/export', [ledger.export.LedgerExports, 'show']).use(allow(...BOOK_KEEPERS))
router
  .post('/ecritures/controles', [ledger.checks.LedgerChecks, 'store'])
  .use(allow(...BOOK_KEEPERS))
router.get('/ecritures/controles/:id', [ledger.checks.LedgerChecks, 'show']).use(allow(...MONEY))
router.get('/ecritures/:id', [ledger.Entries, 'show']).use(allow(...MONEY))

router.get('/versements', [ledger.receipts.Receipts, 'index']).use(allow(...MONEY))
router.post('/versements', [ledger.receipts.Receipts, 'store']).use(allow('finance'))
router
  .post('/versements/ecritures', [ledger.receipts.ReceiptEntries, 'store'])
  .use(allow('finance'))
router.post('/versements/compte', [ledger.receipts.FunderAccounts, 'store']).use(allow('finance'))
router.get('/versements/:id', [ledger.receipts.Receipts, 'show']).use(allow(...MONEY))
router.get('/balance', [ledger.flow.Balances, 'index']).use(allow(...BOOK_KEEPERS))
router.get('/lettrage', [ledger.lettering.Letterings, 'index']).use(allow(...BOOK_KEEPERS))
router.post('/lettrage', [ledger.lettering.Letterings, 'store']).use(allow('finance'))
router.get('/clotures', [ledger.closing.PeriodClosures, 'index']).use(allow(...BOOK_KEEPERS))
router.post('/clotures', [ledger.closing.PeriodClosures, 'store']).use(allow(...CLOSERS))
router.get('/fin-exercice', [ledger.closing.YearEnds, 'index']).use(allow(...BOOK_KEEPERS))
router.get('/fin-exercice/travaux', [ledger.closing.YearEnds, 'show']).use(allow(...BOOK_KEEPERS))
router.post('/fin-exercice/choix', [ledger.closing.YearEnds, 'store']).use(allow('approver'))
router
  .get('/reglages-comptables', [ledger.profile.BookSettings, 'show'])
  .use(allow(...BOOK_KEEPERS))
router.post('/reglages-comptables', [ledger.profile.BookSettings, 'update']).use(allow('finance'))
