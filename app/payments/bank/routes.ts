import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow, MONEY } from '#app/accounts/access'
import { MONEY_VERBS } from '#app/settlement/run_roles'

const { bank, payees } = controllers.payments
const { pay, confirmPayee } = MONEY_VERBS

router.get('/reponses-banque', [bank.BankFiles, 'index']).use(allow(...MONEY))
router.post('/reponses-banque', [bank.BankFiles, 'store']).use(allow(...pay))
router.get('/reponses-banque/:id', [bank.BankFiles, 'show']).use(allow(...MONEY))
router.get('/reponses-banque/:id/fichier', [bank.BankFileDownloads, 'show']).use(allow(...pay))
router.get('/suspens', [bank.Items, 'index']).use(allow(...MONEY))
router.get('/suspens/:id', [bank.Items, 'show']).use(allow(...MONEY))
router.post('/suspens/:id/rapprochement', [bank.ItemMatches, 'store']).use(allow(...pay))
router.post('/suspens/:id/annulation', [bank.ItemMatches, 'destroy']).use(allow(...pay))
router.post('/suspens/:id/classement', [bank.Items, 'update']).use(allow(...pay))
router.post('/suspens/:id/reouverture', [bank.Items, 'destroy']).use(allow(...pay))
router.get('/beneficiaires', [payees.Payees, 'index']).use(allow(...MONEY))
router.get('/beneficiaires/:id', [payees.Payees, 'show']).use(allow(...MONEY))
router
  .post('/beneficiaires/:id/confirmation', [payees.Payees, 'update'])
  .use(allow(...confirmPayee))
