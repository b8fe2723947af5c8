import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow, CASES } from '#app/accounts/access'

const { network } = controllers

router.get('/publications', [network.news.Letters, 'index']).use(allow(...CASES))
router.post('/publications', [network.news.Letters, 'store']).use(allow('coordinator'))
router.get('/publications/:id', [network.news.Letters, 'show']).use(allow(...CASES))
router.get('/publications/:id/fichier', [network.news.LetterFiles, 'show']).use(allow(...CASES))
router
  .post('/publications/:id/retrait', [network.news.Letters, 'destroy'])
  .use(allow('coordinator'))

router.get('/rendez-vous-reseau', [network.meetings.Meetings, 'index']).use(allow(...CASES))
router.post('/rendez-vous-reseau', [network.meetings.Meetings, 'store']).use(allow('coordinator'))
router.get('/rendez-vous-reseau/:id', [network.meetings.Meetings, 'show']).use(allow(...CASES))
router
  .post('/rendez-vous-reseau/:id/cloture', [network.meetings.Meetings, 'update'])
  .use(allow('coordinator'))

router.get('/actions', [network.actions.Actions, 'index']).use(allow(...CASES))
router.post('/actions/natures', [network.actions.Actions, 'store']).use(allow('coordinator'))
router.post('/actions/natures/:id', [network.actions.Actions, 'update']).use(allow('coordinator'))
