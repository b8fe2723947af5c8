import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow, MONEY } from '#app/accounts/access'
import '#app/payments/bank/routes'
import '#app/payments/receipts/routes'
import { MONEY_VERBS } from '#app/settlement/run_roles'

const { payments } = controllers
const { pay } = MONEY_VERBS

router.get('/ordres', [payments.orders.TransferOrders, 'index']).use(allow(...MONEY))
router.get('/ordres/nouveau', [payments.orders.TransferOrders, 'create']).use(allow(...pay))
router.post('/ordres', [payments.orders.TransferOrders, 'store']).use(allow(...pay))
router.get('/ordres/:id', [payments.orders.TransferOrders, 'show']).use(allow(...MONEY))
router.get('/ordres/:id/fichier', [payments.orders.OrderFiles, 'show']).use(allow(...pay))
