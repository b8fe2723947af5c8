import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow } from '#app/accounts/access'
import { reader } from '#app/portal/reader'

const { details } = controllers.portal

router.get('/mes-coordonnees', [details.MyDetails, 'show']).use(reader())
router.get('/mes-coordonnees/compte', [details.MyAccounts, 'create']).use(reader())
router.post('/mes-coordonnees/compte', [details.MyAccounts, 'store']).use(allow('association'))
router.get('/mes-coordonnees/mise-a-jour/:nature', [details.MyChanges, 'create']).use(reader())
router
  .post('/mes-coordonnees/mise-a-jour/:nature', [details.MyChanges, 'store'])
  .use(allow('association'))
