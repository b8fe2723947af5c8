import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow } from '#app/accounts/access'

const { receipts } = controllers.payments

router.post('/versements/rapprochement', [receipts.ReceivedParts, 'store']).use(allow('finance'))
router
  .post('/versements/:id/contrepassation', [receipts.ReceiptReversals, 'store'])
  .use(allow('finance'))
