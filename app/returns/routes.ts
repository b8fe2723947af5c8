import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow, CASES } from '#app/accounts/access'

const { returns } = controllers

router.get('/fiches', [returns.ReturnForms, 'index']).use(allow(...CASES))
router.get('/fiches/:id', [returns.ReturnForms, 'show']).use(allow(...CASES))
router.get('/saisines/:id/fiche', [returns.ReturnForms, 'create']).use(allow('coordinator'))
router.post('/saisines/:id/fiche', [returns.ReturnForms, 'store']).use(allow('coordinator'))
