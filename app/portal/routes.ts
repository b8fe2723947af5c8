import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow } from '#app/accounts/access'
import { ROLES } from '#app/accounts/user'
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
// The federation reads what it tells associations to read.
router.get('/aide/association', [portal.guide.Guides, 'show']).use(allow(...ROLES))
