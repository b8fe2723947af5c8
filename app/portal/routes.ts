import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { reader } from '#app/portal/reader'

const { portal } = controllers

// What an association reads, it reads behind the wall; what it writes is `allow('association')`, and operations check.
router.get('/mon-association', [portal.PortalHome, 'show']).use(reader())
