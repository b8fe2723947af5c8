import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow, MONEY } from '#app/accounts/access'

const { conventions } = controllers

router.get('/conventions', [conventions.Conventions, 'index']).use(allow(...MONEY))
router.post('/conventions', [conventions.Conventions, 'store']).use(allow('coordinator'))
router.get('/conventions/:id', [conventions.Conventions, 'show']).use(allow(...MONEY))
router
  .post('/conventions/:id/documents', [conventions.additions.ConventionDocuments, 'store'])
  .use(allow('coordinator'))
router
  .get('/conventions/:id/documents/:documentId', [
    conventions.additions.ConventionDocuments,
    'show',
  ])
  .use(allow(...MONEY))
router
  .post('/conventions/:id/avances', [conventions.advance.AdvanceDecisions, 'store'])
  .use(allow('approver'))
router
  .post('/conventions/:id/ajouts/:addition', [conventions.additions.Additions, 'store'])
  .use(allow('coordinator'))
