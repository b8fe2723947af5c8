import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow, MONEY } from '#app/accounts/access'
import { DECIDERS } from '#app/reconciliation/reconciliation_roles'

const { reconciliation } = controllers
const { queue, sure, reminders } = reconciliation

router.get('/rapprochement', [reconciliation.Reconciliation, 'index']).use(allow(...MONEY))
router
  .get('/rapprochement/:convention', [reconciliation.Reconciliation, 'show'])
  .use(allow(...MONEY))
router
  .post('/rapprochement/:convention/calcul', [reconciliation.Reconciliation, 'update'])
  .use(allow(...DECIDERS))
router.get('/rapprochement/:convention/file', [queue.Queue, 'show']).use(allow(...MONEY))
router
  .post('/rapprochement/:convention/rattachements', [queue.Links, 'store'])
  .use(allow(...DECIDERS))
router.get('/rapprochement/:convention/sures', [sure.SureLinks, 'index']).use(allow(...MONEY))
router.post('/rapprochement/:convention/sures', [sure.SureLinks, 'store']).use(allow(...DECIDERS))
router.get('/rapprochement/:convention/decisions', [queue.Decisions, 'index']).use(allow(...MONEY))
router
  .post('/rapprochement/:convention/decisions', [queue.Decisions, 'store'])
  .use(allow(...DECIDERS))
router.get('/decisions/:id', [queue.Decisions, 'show']).use(allow(...MONEY))
router.post('/decisions/:id/annulation', [queue.Decisions, 'destroy']).use(allow(...DECIDERS))
router.get('/relances', [reminders.Reminders, 'index']).use(allow(...MONEY))
router.get('/relances/:id', [reminders.Reminders, 'show']).use(allow(...MONEY))
router.post('/relances/:id', [reminders.Reminders, 'store']).use(allow(...DECIDERS))
