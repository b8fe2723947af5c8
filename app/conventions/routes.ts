import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow, MONEY } from '#app/accounts/access'

const { conventions } = controllers

router.get('/conventions', [conventions.Conventions, 'index']).use(allow(...MONEY))
router.post('/conventions', [conventions.Conventions, 'store']).use(allow('coordinator'))
router.get('/conventions/:id', [conventions.Conventions, 'show']).use(allow(...MONEY))
router
  .post('/conventions/:id/documents', [conventions.ConventionDocuments, 'store'])
  .use(allow('coordinator'))
router
  .get('/conventions/:id/documents/:documentId', [conventions.ConventionDocuments, 'show'])
  .use(allow(...MONEY))
router
  .post('/conventions/:id/avances', [conventions.AdvanceDecisions, 'store'])
  .use(allow('approver'))
router
  .post('/conventions/:id/ajouts/:addition', [conventions.Additions, 'store'])
  .use(allow('coordinator'))
