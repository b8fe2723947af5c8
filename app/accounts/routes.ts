import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow, open } from '#app/accounts/access'
import { ROLES } from '#app/accounts/user'

const { accounts } = controllers

router.get('/connexion', [accounts.entry.Session, 'create']).use(open())
router.post('/connexion', [accounts.entry.Session, 'store']).use(open())
router.get('/connexion/code', [accounts.entry.SecondFactor, 'create']).use(open())
router.post('/connexion/code', [accounts.entry.SecondFactor, 'store']).use(open())
router.get('/connexion/application', [accounts.entry.Enrolment, 'create']).use(open())
router.post('/connexion/application', [accounts.entry.Enrolment, 'store']).use(open())
router.post('/deconnexion', [accounts.entry.Session, 'destroy']).use(allow(...ROLES))
router.get('/invitation/:token', [accounts.entry.Invitation, 'show']).use(open())
router.post('/invitation/:token', [accounts.entry.Invitation, 'update']).use(open())

router.get('/utilisateurs', [accounts.Users, 'index']).use(allow('admin'))
