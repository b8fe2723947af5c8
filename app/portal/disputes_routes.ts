import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow } from '#app/accounts/access'
import { reader } from '#app/portal/reader'

const { disputes } = controllers.portal

router.get('/mes-reclamations', [disputes.MyDisputes, 'index']).use(reader())
router.get('/mes-reclamations/nouvelle', [disputes.MyDisputes, 'create']).use(reader())
router.post('/mes-reclamations', [disputes.MyDisputes, 'store']).use(allow('association'))
router.get('/mes-reclamations/:id', [disputes.MyDisputes, 'show']).use(reader())
router.get('/mes-reclamations/:id/piece', [disputes.MyDisputeFiles, 'show']).use(reader())
router
  .post('/mes-reclamations/:id/messages', [disputes.MyMessages, 'store'])
  .use(allow('association'))
