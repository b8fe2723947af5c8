import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow, MONEY } from '#app/accounts/access'
import { BOOK_KEEPERS } from '#app/ledger/book_roles'
import { MONEY_VERBS } from '#app/settlement/run_roles'

const { statements } = controllers
const { prepare, claimDebt, pay } = MONEY_VERBS

router.post('/campagnes/:id/emission', [statements.RunIssue, 'store']).use(allow(...prepare))
router.get('/campagnes/:id/documents.zip', [statements.RunArchive, 'show']).use(allow(...MONEY))
router.get('/documents/:id', [statements.Documents, 'show']).use(allow(...MONEY))
router.get('/releves', [statements.Statements, 'index']).use(allow(...MONEY))
router.get('/releves/:id', [statements.Statements, 'show']).use(allow(...MONEY))
router.get('/releves/:id/lignes/:number', [statements.StatementLines, 'show']).use(allow(...MONEY))
router.get('/releves/:id/note-de-debit', [statements.DebitNote, 'show']).use(allow(...MONEY))
router.post('/releves/:id/note-de-debit', [statements.DebitNote, 'store']).use(allow(...claimDebt))
router
  .post('/releves/:id/note-de-debit/paiement', [statements.DebitPayments, 'store'])
  .use(allow(...pay))
router.get('/lignes/:id', [statements.LineReasons, 'show']).use(allow(...MONEY))
router
  .get('/emploi-des-fonds', [statements.fundFlow.FundFlows, 'index'])
  .use(allow(...BOOK_KEEPERS))
router
  .get('/emploi-des-fonds/document', [statements.fundFlow.FundFlows, 'show'])
  .use(allow(...BOOK_KEEPERS))
