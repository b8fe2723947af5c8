import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow } from '#app/accounts/access'

const { pricing } = controllers

router
  .get('/conventions/:id/baremes/nouveau', [pricing.DraftSchedules, 'create'])
  .use(allow('coordinator'))
router
  .post('/conventions/:id/baremes/essais', [pricing.DraftSchedules, 'store'])
  .use(allow('coordinator'))
router
  .post('/conventions/:id/baremes', [pricing.DraftSchedules, 'update'])
  .use(allow('coordinator'))
