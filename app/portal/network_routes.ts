import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow } from '#app/accounts/access'
import { reader } from '#app/portal/reader'

const { portal } = controllers

// These two read behind the wall, then note the reading: the wall is taken and left by the controller.
router.get('/lettres', [portal.news.MyLetters, 'index']).use(reader())
router.get('/lettres/:id', [portal.news.MyLetters, 'show']).use(allow('association'))
router.get('/lettres/:id/fichier', [portal.news.MyLetterFiles, 'show']).use(allow('association'))

router.get('/rendez-vous', [portal.meetings.MyMeetings, 'index']).use(reader())
router.get('/rendez-vous/:id/calendrier', [portal.meetings.MyMeetings, 'show']).use(reader())
router
  .post('/rendez-vous/:id/inscription', [portal.meetings.MyMeetings, 'store'])
  .use(allow('association'))
router
  .post('/rendez-vous/:id/desistement', [portal.meetings.MyMeetings, 'destroy'])
  .use(allow('association'))

router.get('/mes-actions', [portal.actions.MyActions, 'index']).use(reader())
router.post('/mes-actions', [portal.actions.MyActions, 'store']).use(allow('association'))
router
  .post('/mes-actions/:id/retrait', [portal.actions.MyActions, 'destroy'])
  .use(allow('association'))
