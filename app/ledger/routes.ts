import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow, MONEY } from '#app/accounts/access'
import { BOOK_KEEPERS } from '#app/ledger/book_roles'

const { ledger } = controllers

router.get('/ecritures', [ledger.Entries, 'index']).use(allow(...MONEY))
router.get('/ecritures/export', [ledger.LedgerExports, 'show']).use(allow(...BOOK_KEEPERS))
router.post('/ecritures/controles', [ledger.LedgerChecks, 'store']).use(allow(...BOOK_KEEPERS))
router.get('/ecritures/controles/:id', [ledger.LedgerChecks, 'show']).use(allow(...MONEY))
router.get('/ecritures/:id', [ledger.Entries, 'show']).use(allow(...MONEY))
