/**
 * The routes of every room. Each says who may come through; one that does not stops the process at its start.
 */
import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow, open, STAFF, undeclaredRoutes } from '#app/accounts/access'
import { ROLES } from '#app/accounts/user'
import '#app/accounts/routes'
import '#app/intake/routes'
import '#app/saisines/routes'
import '#app/returns/routes'
import '#app/reconciliation/routes'
import '#app/conventions/routes'
import '#app/network/routes'
import '#app/pricing/routes'
import '#app/portal/routes'
import '#app/reporting/routes'
import '#app/settlement/routes'
import '#app/statements/routes'
import '#app/payments/routes'
import '#app/ledger/routes'
import '#app/keeping/routes'

const { shared } = controllers

router.get('/fichiers/:name', [shared.screens.Assets, 'show']).use(open())
router.post('/vues', [shared.screens.SavedViews, 'store']).use(allow(...ROLES))
router.post('/vues/:id/effacement', [shared.screens.SavedViews, 'destroy']).use(allow(...ROLES))
router.get('/courriels', [shared.mail.Mails, 'index']).use(allow('admin'))
router.get('/courriels/:id', [shared.mail.Mails, 'show']).use(allow('admin'))
router.post('/courriels/:id/renvoi', [shared.mail.MailResendings, 'store']).use(allow('admin'))
router.post('/courriels/:id/retour', [shared.mail.MailBounces, 'store']).use(allow('admin'))
router.get('/travaux/:id', [shared.works.Works, 'show']).use(allow(...STAFF))

void app.ready(() => {
  const undeclared = undeclaredRoutes(Object.values(router.toJSON()).flat())
  if (undeclared.length > 0) throw new Error(`Nobody said who may: ${undeclared.join(', ')}`)
})
