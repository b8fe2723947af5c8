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
router
  .post('/associations/:id/adhesion', [network.members.Memberships, 'store'])
  .use(allow('coordinator'))
router
  .post('/associations/:id/fin-d-adhesion', [network.members.Memberships, 'destroy'])
  .use(allow('coordinator'))

router
  .get('/coordonnees-bancaires', [network.bankAccounts.BankAccounts, 'index'])
  .use(allow(...MONEY))
router
  .get('/coordonnees-bancaires/nouvelle', [network.bankAccounts.BankAccounts, 'create'])
  .use(allow('coordinator'))
router
  .post('/coordonnees-bancaires', [network.bankAccounts.BankAccounts, 'store'])
  .use(allow('coordinator'))
router
  .get('/coordonnees-bancaires/:id', [network.bankAccounts.BankAccounts, 'show'])
  .use(allow(...MONEY))
router
  .get('/coordonnees-bancaires/:id/justificatif', [network.bankAccounts.AccountFiles, 'show'])
  .use(allow('coordinator', 'approver', 'auditor'))
router
  .post('/coordonnees-bancaires/:id/approbation', [network.bankAccounts.AccountDecisions, 'store'])
  .use(allow('approver'))
router
  .post('/coordonnees-bancaires/:id/refus', [network.bankAccounts.AccountDecisions, 'destroy'])
  .use(allow('approver'))

router.get('/propositions', [network.changes.Changes, 'index']).use(allow(...CASES))
router.get('/propositions/:id', [network.changes.Changes, 'show']).use(allow(...CASES))
router
  .post('/propositions/:id/decision', [network.changes.Changes, 'update'])
  .use(allow('coordinator'))

router.get('/departements', [network.departments.Departments, 'index']).use(allow(...CASES))
router.get('/departements/:code', [network.departments.Departments, 'show']).use(allow(...CASES))
router
  .post('/departements/:code/referent', [network.departments.Departments, 'store'])
  .use(allow('coordinator'))
router
  .post('/departements/:code/fin-de-mission', [network.departments.Departments, 'destroy'])
  .use(allow('coordinator'))
router
  .post('/departements/:code/association-des-maires', [network.departments.Departments, 'update'])
  .use(allow('coordinator'))

router.get('/reglages', [network.settings.Settings, 'show']).use(allow(...MONEY, 'admin'))
router.post('/reglages', [network.settings.Settings, 'update']).use(allow('admin'))
