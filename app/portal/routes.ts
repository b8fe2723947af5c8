import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import '#app/portal/messages_routes'
import { reader } from '#app/portal/reader'
import '#app/portal/payments_routes'
import '#app/portal/disputes_routes'
import '#app/portal/details_routes'
import '#app/portal/forms_routes'
import '#app/portal/api_routes'
import '#app/portal/network_routes'

const { portal } = controllers

// What an association reads, it reads behind the wall; what it writes is `allow('association')`, and operations check.
router.get('/mon-association', [portal.home.PortalHome, 'show']).use(reader())
