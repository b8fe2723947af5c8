import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow, MONEY, STAFF } from '#app/accounts/access'
import { REVIEW_WRITERS } from '#app/reporting/annual_review/review_roles'
import { FINANCIAL_WRITERS } from '#app/reporting/financial_account/financial_roles'
import { ROLES } from '#app/accounts/user'

const { reporting } = controllers

router.get('/', [reporting.home.Home, 'show']).use(allow(...ROLES))
router.get('/recherche', [reporting.search.Search, 'show']).use(allow(...STAFF))
router.get('/journal', [reporting.Journal, 'index']).use(allow(...MONEY, 'admin'))
router.get('/tableau-de-bord', [reporting.dashboard.Dashboard, 'show']).use(allow(...MONEY))
router.get('/rapports', [reporting.funderReport.Reports, 'index']).use(allow(...MONEY))
router.get('/rapports/periode', [reporting.funderReport.Reports, 'create']).use(allow(...MONEY))
router
  .get('/rapports/financeurs/:code', [reporting.funderReport.FunderReports, 'show'])
  .use(allow(...MONEY))
router
  .get('/rapports/financeurs/:code/saisines', [reporting.funderReport.FunderReports, 'index'])
  .use(allow(...MONEY))
router
  .get('/rapports/comptes-rendus/:code', [reporting.financialAccount.FinancialAccounts, 'show'])
  .use(allow(...MONEY))
router
  .post('/rapports/comptes-rendus/:code', [reporting.financialAccount.FinancialAccounts, 'store'])
  .use(allow(...FINANCIAL_WRITERS))
router
  .get('/rapports/bilans/:year', [reporting.annualReview.AnnualReviews, 'show'])
  .use(allow(...MONEY))
router
  .post('/chiffres-publies', [reporting.annualReview.PublishedFigures, 'store'])
  .use(allow(...REVIEW_WRITERS))
router
  .post('/chiffres-publies/:id/retrait', [reporting.annualReview.PublishedFigures, 'destroy'])
  .use(allow(...REVIEW_WRITERS))
router.get('/aide', [reporting.Help, 'show']).use(allow(...ROLES))
