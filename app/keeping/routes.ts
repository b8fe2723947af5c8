import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow, open } from '#app/accounts/access'

const {
  keeping: { destruction, health, privacy },
} = controllers

router.get('/sante', [health.Probe, 'show']).use(open())
router.get('/installation', [health.Installation, 'show']).use(allow('admin', 'auditor'))

router.get('/conservation', [privacy.Conservation, 'show']).use(allow('admin', 'auditor'))
router.post('/conservation/durees', [privacy.Conservation, 'update']).use(allow('admin'))
router.post('/conservation/essai', [privacy.Rehearsals, 'store']).use(allow('admin'))
router.post('/conservation/purge', [privacy.Purges, 'store']).use(allow('admin'))
router.post('/conservation/gels', [privacy.Holds, 'store']).use(allow('admin'))
router.post('/conservation/gels/:id/levee', [privacy.Holds, 'destroy']).use(allow('admin'))
router.get('/conservation/registre', [privacy.Register, 'show']).use(allow('admin', 'auditor'))
router
  .get('/conservation/dictionnaire.csv', [privacy.Dictionary, 'show'])
  .use(allow('admin', 'auditor'))

router
  .get('/conservation/pieces-echues.csv', [destruction.DestructionRehearsals, 'show'])
  .use(allow('admin', 'auditor'))
router
  .post('/conservation/destruction/essai', [destruction.DestructionRehearsals, 'store'])
  .use(allow('admin'))
router.post('/conservation/destruction', [destruction.Destructions, 'store']).use(allow('admin'))
