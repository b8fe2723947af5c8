import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { allow, CASES } from '#app/accounts/access'
import { SENDERS } from '#app/intake/import_words'

const { intake } = controllers

router.get('/imports', [intake.Imports, 'index']).use(allow(...CASES))
router.get('/imports/nouveau', [intake.uploads.Uploads, 'create']).use(allow(...SENDERS))
router.get('/imports/modeles/:kind', [intake.writer.Templates, 'show']).use(allow(...SENDERS))
router.post('/imports/verification', [intake.uploads.Uploads, 'store']).use(allow(...SENDERS))
router.get('/imports/verification/:id', [intake.uploads.Uploads, 'show']).use(allow(...SENDERS))
router
  .post('/imports/verification/:id/colonnes', [intake.uploads.Titles, 'store'])
  .use(allow(...SENDERS))
router
  .get('/imports/verification/:id/erreurs', [intake.uploads.ErrorsCopy, 'show'])
  .use(allow(...SENDERS))
router
  .post('/imports/verification/:id/application', [intake.uploads.Applications, 'store'])
  .use(allow(...SENDERS))
router
  .post('/imports/verification/:id/abandon', [intake.uploads.Withdrawals, 'store'])
  .use(allow(...SENDERS))
router.get('/imports/:id', [intake.Imports, 'show']).use(allow(...CASES))
router.post('/imports/:id/annulation', [intake.UndoneImports, 'store']).use(allow(...SENDERS))
