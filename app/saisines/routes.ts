import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow, CASES } from '#app/accounts/access'
import { REASSIGNERS, SAISINE_WRITERS } from '#app/saisines/saisine_roles'

const { saisines } = controllers

router.get('/saisines', [saisines.Saisines, 'index']).use(allow(...CASES))
router.get('/saisines/nouvelle', [saisines.Saisines, 'create']).use(allow(...SAISINE_WRITERS))
router.post('/saisines', [saisines.Saisines, 'store']).use(allow(...SAISINE_WRITERS))
router.get('/saisines/:id', [saisines.Saisines, 'show']).use(allow(...CASES))
router
  .post('/saisines/:id/reaffectations', [saisines.Reassignments, 'store'])
  .use(allow(...REASSIGNERS))
