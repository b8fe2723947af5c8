import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow, MONEY } from '#app/accounts/access'
import { BOOK_KEEPERS } from '#app/ledger/book_roles'
import { MONEY_VERBS } from '#app/settlement/run_roles'

const { statements } = controllers
const { prepare, claimDebt, pay } = MONEY_VERBS

router.post('/campagnes/:id/emission', [statements.issue.RunIssue, 'store']).use(allow(...prepare))
router
  .get('/campagnes/:id/documents.zip', [statements.archive.RunArchive, 'show'])
  .use(allow(...MONEY))
router.get('/documents/:id', [statements.archive.Documents, 'show']).use(allow(...MONEY))
router.get('/releves', [statements.Statements, 'index']).use(allow(...MONEY))
router.get('/releves/:id', [statements.Statements, 'show']).use(allow(...MONEY))
router
  .get('/releves/:id/lignes/:number', [statements.explanation.StatementLines, 'show'])
  .use(allow(...MONEY))
router
  .get('/releves/:id/note-de-debit', [statements.debitNotes.DebitNote, 'show'])
  .use(allow(...MONEY))
router
  .post('/releves/:id/note-de-debit', [statements.debitNotes.DebitNote, 'store'])
  .use(allow(...claimDebt))
router
  .post('/releves/:id/note-de-debit/paiement', [statements.debitNotes.DebitPayments, 'store'])
  .use(allow(...pay))
router.get('/lignes/:id', [statements.explanation.LineReasons, 'show']).use(allow(...MONEY))
router
  .get('/emploi-des-fonds', [statements.fundFlow.FundFlows, 'index'])
  .use(allow(...BOOK_KEEPERS))
router
  .get('/emploi-des-fonds/document', [statements.fundFlow.FundFlows, 'show'])
  .use(allow(...BOOK_KEEPERS))
