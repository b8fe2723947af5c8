import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow } from '#app/accounts/access'
import { reader } from '#app/portal/reader'

const { portal } = controllers

router.get('/mes-messages', [portal.messages.MyMessages, 'index']).use(reader())
router.get('/mes-messages/:id', [portal.messages.MyMessages, 'show']).use(reader())
router.post('/mes-messages', [portal.messages.MyMessages, 'update']).use(allow('association'))

// Before `/courriels/:id`, which would take them for a mail.
const { MailModelPages, MailModels } = portal.messages
const MODEL_READERS = ['admin', 'coordinator'] as const
router.get('/courriels/modeles', [MailModels, 'index']).use(allow(...MODEL_READERS))
router.get('/courriels/modeles/:name', [MailModels, 'show']).use(allow(...MODEL_READERS))
router.get('/courriels/modeles/:name/html', [MailModelPages, 'show']).use(allow(...MODEL_READERS))
