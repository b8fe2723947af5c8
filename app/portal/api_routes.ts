import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow, open } from '#app/accounts/access'
import { api } from '#app/portal/api/api'
import { reader } from '#app/portal/reader'

const { portal } = controllers

router.get('/mes-acces', [portal.api.MyAccess, 'index']).use(reader())
router.post('/mes-acces', [portal.api.MyAccess, 'store']).use(allow('association'))
router.post('/mes-acces/:id/fermeture', [portal.api.MyAccess, 'destroy']).use(allow('association'))

router.get('/api/v1/openapi.json', [portal.api.Openapi, 'show']).use(open())
router.get('/api/v1/saisines', [portal.api.SaisinesApi, 'index']).use(api())
router.post('/api/v1/fiches', [portal.api.FormsApi, 'store']).use(api())
router.get('/api/v1/releves', [portal.api.StatementsApi, 'index']).use(api())
router.get('/api/v1/releves/:number', [portal.api.StatementsApi, 'show']).use(api())
