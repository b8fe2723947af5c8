import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow, CASES, MONEY } from '#app/accounts/access'
import '#app/network/life_routes'

const { network } = controllers

router.get('/associations', [network.Associations, 'index']).use(allow(...CASES))
router.get('/associations/nouvelle', [network.Associations, 'create']).use(allow('coordinator'))
router.post('/associations', [network.Associations, 'store']).use(allow('coordinator'))
router.get('/associations/:id', [network.Associations, 'show']).use(allow(...CASES))
router.get('/associations/:id/correction', [network.Associations, 'edit']).use(allow('coordinator'))
router
  .post('/associations/:id/correction', [network.Associations, 'update'])
  .use(allow('coordinator'))
router.post('/associations/:id/adhesion', [network.Memberships, 'store']).use(allow('coordinator'))
router
  .post('/associations/:id/fin-d-adhesion', [network.Memberships, 'destroy'])
  .use(allow('coordinator'))

router.get('/coordonnees-bancaires', [network.BankAccounts, 'index']).use(allow(...MONEY))
router
  .get('/coordonnees-bancaires/nouvelle', [network.BankAccounts, 'create'])
  .use(allow('coordinator'))
router.post('/coordonnees-bancaires', [network.BankAccounts, 'store']).use(allow('coordinator'))
router.get('/coordonnees-bancaires/:id', [network.BankAccounts, 'show']).use(allow(...MONEY))
router
  .get('/coordonnees-bancaires/:id/justificatif', [network.AccountFiles, 'show'])
  .use(allow('coordinator', 'approver', 'auditor'))
router
  .post('/coordonnees-bancaires/:id/approbation', [network.AccountDecisions, 'store'])
  .use(allow('approver'))
router
  .post('/coordonnees-bancaires/:id/refus', [network.AccountDecisions, 'destroy'])
  .use(allow('approver'))

router.get('/propositions', [network.Changes, 'index']).use(allow(...CASES))
router.get('/propositions/:id', [network.Changes, 'show']).use(allow(...CASES))
router.post('/propositions/:id/decision', [network.Changes, 'update']).use(allow('coordinator'))

router.get('/departements', [network.Departments, 'index']).use(allow(...CASES))
router.get('/departements/:code', [network.Departments, 'show']).use(allow(...CASES))
router
  .post('/departements/:code/referent', [network.Departments, 'store'])
  .use(allow('coordinator'))
router
  .post('/departements/:code/fin-de-mission', [network.Departments, 'destroy'])
  .use(allow('coordinator'))
router
  .post('/departements/:code/association-des-maires', [network.Departments, 'update'])
  .use(allow('coordinator'))

router.get('/reglages', [network.Settings, 'show']).use(allow(...MONEY, 'admin'))
router.post('/reglages', [network.Settings, 'update']).use(allow('admin'))
