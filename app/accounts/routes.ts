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
router.get('/utilisateurs/invitation', [accounts.Users, 'create']).use(allow('admin'))
router.post('/utilisateurs', [accounts.Users, 'store']).use(allow('admin'))
router.get('/utilisateurs/:id', [accounts.Users, 'show']).use(allow('admin'))
router.post('/utilisateurs/:id/invitation', [accounts.UserInvitations, 'store']).use(allow('admin'))
router
  .post('/utilisateurs/:id/application', [accounts.UserInvitations, 'destroy'])
  .use(allow('admin'))
router.post('/utilisateurs/:id/fermeture', [accounts.UserDoors, 'destroy']).use(allow('admin'))
router.post('/utilisateurs/:id/reouverture', [accounts.UserDoors, 'store']).use(allow('admin'))
router.get('/acces', [accounts.AccessLog, 'index']).use(allow('admin', 'auditor'))

router.get('/mon-compte', [accounts.entry.MyAccount, 'show']).use(allow(...ROLES))
router.post('/mon-compte/mot-de-passe', [accounts.entry.MyAccount, 'update']).use(allow(...ROLES))
router
  .post('/mon-compte/codes-de-secours', [accounts.entry.MyAccount, 'store'])
  .use(allow(...ROLES))
router
  .post('/mon-compte/sessions/:key', [accounts.entry.OpenSessions, 'destroy'])
  .use(allow(...ROLES))
