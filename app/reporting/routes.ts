import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow } from '#app/accounts/access'
import { ROLES } from '#app/accounts/user'

const { reporting } = controllers

router.get('/', [reporting.Home, 'show']).use(allow(...ROLES))
